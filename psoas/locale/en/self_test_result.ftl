### What results of a self-test say.

self_test_result-who-right = Right
self_test_result-who-left = Left
self_test_result-who-now = Now

self_test_result-change-same = { $who }: { $change } { $unit }, within what this test can tell from chance.
self_test_result-change-changed = { $who }: { $change } { $unit }, a change beyond what this test can tell from chance.
self_test_result-change-better = { $who }: { $change } { $unit }, a change beyond what this test can tell from chance, for the better.
self_test_result-change-worse = { $who }: { $change } { $unit }, a change beyond what this test can tell from chance, for the worse.
self_test_result-sides_alike = Right and left do not differ by more than this test can tell ({ $difference } { $unit }).
self_test_result-more-right = Right and left differ by { $difference } { $unit }, more at the right.
self_test_result-more-left = Right and left differ by { $difference } { $unit }, more at the left.
