### How far a recording can be trusted, and why.

quality-status-good = Good recording.
quality-status-fair = Usable, with care.
quality-status-refused = Not good enough to answer from.

quality-frames_seen = A pose was found in { $percent }% of the frames; the others show too few markers.
quality-marker_error = Markers and body lie { $mean } mm apart on average; below { $usual } mm is usual.
quality-not_settled = In { $percent }% of the frames the search stopped before it had settled.
quality-pelvis_free = Without { $markers } the pelvis can tilt unseen; every figure of the psoas may be off.
quality-tilted = The pelvis comes out tilted by { $degrees } deg in walking: are left and right markers exchanged?
quality-plates_rough = Plates and movement do not quite fit: { $percent }% of body weight stays unexplained, so forces are rough.

quality-ground-measured = plates: hip moments differ by 0.15 N m/kg with how their inconsistency is spread
quality-ground-predicted = share of range, up and down, fore and aft, sideways: walking 4, 7, 14 %; running 5, 10, 15 %
