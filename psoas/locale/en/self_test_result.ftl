### What results of a self-test say.

self_test_result-who-right = Right
self_test_result-who-left = Left
self_test_result-who-now = Now

self_test_result-change-same = { $who }: { $change } { $unit }. That may be chance.
self_test_result-change-changed = { $who }: { $change } { $unit }. That is a real change, more than chance.
self_test_result-change-better = { $who }: { $change } { $unit }. That is a real change for the better, more than chance.
self_test_result-change-worse = { $who }: { $change } { $unit }. That is a real change for the worse, more than chance.
self_test_result-sides_alike = Right and left are alike here: a gap of { $difference } { $unit } may be chance.
self_test_result-more-right = Right and left differ by { $difference } { $unit }. The right is higher.
self_test_result-more-left = Right and left differ by { $difference } { $unit }. The left is higher.
