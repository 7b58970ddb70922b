### How far a recording can be trusted, and why.

quality-status-good = Good recording.
quality-status-fair = Usable, with care.
quality-status-refused = Too poor to use.

quality-frames_seen = From the first pose to the last, we found one in { $percent }% of the frames; the others show too few markers.
quality-marker_error = Your markers and the body are { $mean } mm apart on average; below { $usual } mm is usual.
quality-not_settled = In { $percent }% of the frames the search stopped too early.
quality-pelvis_free = Without { $markers } the pelvis can tilt unseen. Every figure of the psoas may be off.
quality-tilted = In walking, the pelvis comes out tilted by { $degrees } deg. Nobody walks like that: check the up axis and the markers on the pelvis.
quality-exchanged = Right and left are exchanged: by the names of the markers, the back of the pelvis is in front.
quality-leg_unseen = No marker shows the { $side ->
    [left] left
   *[right] right
} leg: its figures, psoas included, are those of standing and say nothing about this person.
quality-legs_unseen = No marker shows a leg, so nothing shows how the hips bend: the psoas cannot be measured.
quality-plates_rough = Plates and movement do not quite fit: { $percent }% of body weight stays unexplained. So the forces are rough.

quality-ground-measured = plates: hip moments differ by 0.15 N m/kg with how their inconsistency is spread
quality-ground-mixed = measured and predicted in turn: what holds for each of them holds where it applies
quality-ground-predicted = share of range, up and down, fore and aft, sideways: walking 4, 7, 14 %; running 5, 10, 15 %
