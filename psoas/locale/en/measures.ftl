### What an assessment takes from a recording: measures, what changed, and what could not be told.

measures-refused = { $recording } was too poor to answer from, so nothing of it counts: { $reasons }.
measures-fair = { $recording } is of fair quality: { $reasons }.
measures-this_recording = The recording
measures-no_reason = no reason given
measures-no_self_test = This recording stands for no self-test: of those only knees to the chest can be recorded.
measures-no_ribs = This recording did not see the ribs by themselves, so ribs over pelvis come from you.
measures-share = { $percent } % on the { $side }
measures-share_sure = { $percent } % (±{ $half }) on the { $side }
measures-front_share = In this recording the front of the hip did { $shares } of the work that drove each step. Whether that is much, one recording cannot say: it changes with speed, and no band of people at your speed is stored here.
measures-front_share_once = In this recording the front of the hip did { $shares } of the work that drove each step. Whether that is much, one recording cannot say: it changes with speed, and no band of people at your speed is stored here. An earlier recording at the same speed would tell.
measures-other_movement = The earlier recording was not compared: { $before } and { $now } do not go together.
measures-other_speed = The earlier recording was not compared: { $before } and { $now } m/s are too far apart. Measure again at one speed.
measures-change_beyond = { $measure }: from { $before } to { $now }, beyond what two recordings can tell apart ({ $detects }).
measures-change_within = { $measure }: from { $before } to { $now }, within what two recordings can tell apart ({ $detects }). Measure again in two weeks.
measures-earlier_alone = An earlier recording alone tells no change; give the recording of now as well.
measures-unreadable = { $path }: cannot be read ({ $fault }); expected the folder that `psoas analyze` wrote
measures-not_summary = { $path }: is not a { $schema }; analyse the recording again

measures-movement-walking = walking
measures-movement-running = running
measures-movement-sit_to_stand = standing up from a chair
measures-movement-squat = squat
measures-movement-lunge = lunge
measures-movement-knees_to_chest = knees to the chest
measures-movement-knee_raise = knee raise
measures-movement-unknown = no known movement

## Names of measures

measures-with_side = { $name }, { $side }
measures-name-psoas_longest_mm = Psoas at its longest
measures-name-psoas_shortest_mm = Psoas at its shortest
measures-name-psoas_excursion_mm = Way of the psoas from shortest to longest
measures-name-psoas_longest_percent = Psoas at its longest, of its length in standing
measures-name-hip_extension_deg = Hip extension
measures-name-hip_flexion_deg = Hip flexion
measures-name-pelvic_tilt_deg = Tilt of the pelvis, forward +, mean
measures-name-lordosis_deg = Curve of the low back, mean
measures-name-lordosis_least_deg = Curve of the low back, least
measures-name-stacking_deg = Opening between ribs and pelvis in front, mean
measures-name-front_pull_percent = Share of the front of the hip in the work that drives a step
measures-name-psoas_peak_n = Greatest pull of the psoas
measures-name-gluteus_maximus_peak_n = Greatest pull of gluteus maximus
measures-name-gluteus_medius_peak_n = Greatest pull of gluteus medius
measures-name-speed_m_s = Speed
