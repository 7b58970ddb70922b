### What `psoas posture` prints: the psoas in a posture, and what it takes to hold it.

posture_words-title = { $label }. { $note }
posture_words-length = { $side ->
    [right] Right psoas
    [left] Left psoas
   *[both] Psoas
}: { $percent } % of its standing length ({ $change } mm).
posture_words-lordosis = Curve of the low back (lordosis) { $degrees } deg (standing { $standing }); lower ribs over pelvis { $stacking } deg (0 = right over it, + = opened in front).
posture_words-low_back = Pull on the low back, one side at full force, N m: { $levels }.
posture_words-level = { $level } { $does ->
    [extends] extends
    [flexes] flexes
   *[either] either way
} ({ $moment })
posture_words-crura = On L1-L3, where the legs of the diaphragm (the breathing muscle) attach, it would pull { $forward } N forward and { $down } N down (standing { $standing_forward } and { $standing_down }). Nobody knows how much of that reaches the diaphragm.

posture_words-held = Held still ({ $support }, { $mass } kg), computed by a model:
posture_words-pressed = low back pressed together: L4/L5 { $upper } N, L5/S1 { $lower } N
posture_words-lifted = below 0: the pressure in the belly lifts more there than weight and muscles press
posture_words-psoas = { $side ->
    [right] right
   *[left] left
} psoas { $median } N ({ $low } to { $high } over model choices), { $active } % active; on L1-L3 it pulls { $forward } N forward, { $down } N down
posture_words-hip = { $side ->
    [right] right
   *[left] left
} hip { $load } body weights

## What bears the body

posture_words-support-standing = standing
posture_words-support-sitting = sitting
posture_words-support-backrest = backrest
posture_words-support-lying = lying
posture_words-support-half_kneeling = half kneeling
posture_words-support-hands_and_knees = hands and knees
posture_words-support-on_fours = on fours
posture_words-support-calves_up = calves up
posture_words-support-heels_down = heels down
posture_words-support-over_edge = over edge
posture_words-support-cushion = cushion
posture_words-support-sphinx = sphinx
posture_words-support-prone = prone
posture_words-support-bridge = bridge
posture_words-support-front_plank = front plank
posture_words-support-push_up = push up
posture_words-support-push_up_knees = push up knees
posture_words-support-wall_sit = wall sit
posture_words-support-leaning_seat = leaning seat
posture_words-support-desk = desk
posture_words-support-split = split
posture_words-support-free = free
posture_words-support-standing_r = standing, right
posture_words-support-over_edge_r = over edge, right
posture_words-support-half_kneeling_r = half kneeling, right
posture_words-support-prone_r = prone, right
posture_words-support-one_foot_plank_r = one foot plank, right
posture_words-support-bridge_r = bridge, right
posture_words-support-side_lying_r = side lying, right
posture_words-support-clam_r = clam, right
posture_words-support-side_rest_r = side rest, right
posture_words-support-side_plank_r = side plank, right
posture_words-support-side_plank_knees_r = side plank knees, right
posture_words-support-three_points_r = three points, right
posture_words-support-bird_dog_r = bird dog, right
posture_words-support-standing_l = standing, left
posture_words-support-over_edge_l = over edge, left
posture_words-support-half_kneeling_l = half kneeling, left
posture_words-support-prone_l = prone, left
posture_words-support-one_foot_plank_l = one foot plank, left
posture_words-support-bridge_l = bridge, left
posture_words-support-side_lying_l = side lying, left
posture_words-support-clam_l = clam, left
posture_words-support-side_rest_l = side rest, left
posture_words-support-side_plank_l = side plank, left
posture_words-support-side_plank_knees_l = side plank knees, left
posture_words-support-three_points_l = three points, left
posture_words-support-bird_dog_l = bird dog, left
