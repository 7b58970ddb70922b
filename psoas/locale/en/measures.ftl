### What an assessment takes from a recording: measures, what changed, and what could not be told.

measures-refused = { $recording } was too poor to use, so we leave it out: { $reasons }.
measures-fair = { $recording } is of fair quality: { $reasons }.
measures-this_recording = The recording
measures-no_reason = no reason given
measures-no_self_test = This recording replaces no self-test. Only knees to the chest can be recorded.
measures-no_ribs = This recording could not see your ribs on their own, so we use what you told us about ribs over pelvis.
measures-share = { $percent } % on the { $side }
measures-share_sure = { $percent } % (±{ $half }) on the { $side }
measures-front_share = In this recording the front of your hip did { $shares } of the work of each step. One recording can't say if that is a lot. It changes with speed, and we have no comparison for your speed yet.
measures-front_share_once = In this recording the front of your hip did { $shares } of the work of each step. One recording can't say if that is a lot. It changes with speed, and we have no comparison for your speed yet. An earlier recording at the same speed would give one.
measures-other_movement = We did not compare the earlier recording: { $before } and { $now } don't go together.
measures-other_speed = We did not compare the earlier recording: { $before } and { $now } m/s are too far apart. Measure again at one speed.
measures-change_beyond = { $measure }: from { $before } to { $now }, more than two recordings can be off ({ $detects }).
measures-change_within = { $measure }: from { $before } to { $now }. Two recordings can be off by that much ({ $detects }). Measure again in two weeks.
measures-earlier_alone = An earlier recording on its own shows no change. Give us the new one too.
measures-unreadable = { $path }: can't be read ({ $fault }). Give the folder that `psoas analyze` wrote.
measures-not_summary = { $path }: this is not a { $schema }. Analyse the recording again.

measures-movement-walking = walking
measures-movement-running = running
measures-movement-sit_to_stand = standing up from a chair
measures-movement-squat = squat
measures-movement-lunge = lunge
measures-movement-knees_to_chest = knees to the chest
measures-movement-knee_raise = knee raise
measures-movement-unknown = a movement we don't know

## Names of measures

measures-with_side = { $name }, { $side }
measures-name-psoas_longest_mm = Psoas at its longest
measures-name-psoas_shortest_mm = Psoas at its shortest
measures-name-psoas_excursion_mm = How far the psoas lengthens and shortens
measures-name-psoas_longest_percent = Psoas at its longest, compared with standing
measures-name-hip_extension_deg = Hip extension
measures-name-hip_flexion_deg = Hip flexion
measures-name-pelvic_tilt_deg = Tilt of the pelvis, forward +, mean
measures-name-lordosis_deg = Curve of the low back, mean
measures-name-lordosis_least_deg = Curve of the low back, least
measures-name-stacking_deg = Opening between ribs and pelvis in front, mean
measures-name-front_pull_percent = Share of the front of the hip in the work of a step
measures-name-psoas_peak_n = Greatest pull of the psoas
measures-name-gluteus_maximus_peak_n = Greatest pull of gluteus maximus
measures-name-gluteus_medius_peak_n = Greatest pull of gluteus medius
measures-name-speed_m_s = Speed
