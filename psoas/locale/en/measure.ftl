### Recordings: choosing files, the analysis and its results.

measure-title = Measure
measure-heading = Your measures
measure-heading_first = Measure your psoas
measure-heading_new = Measure again
measure-lead = Upload a recording of how you move. We show you what your psoas does in it: how long it is, how hard it pulls, and what drives your step.
measure-recording = Your recording
measure-recording_hint = .trc or .c3d with markers, or .mot or .sto with joint angles from OpenSim. At most 500 MB.
measure-more = More files, or lying down
measure-static = Standing still
measure-static_hint = The same markers while you stand still (.trc or .c3d). It makes the body fit you better.
measure-forces = Ground forces
measure-forces_hint = From force plates (.mot, .sto or .c3d), if the recording does not hold them. Without them we predict them.
measure-markers = Marker names
measure-markers_hint = A list of your own marker names (.toml), if we don't know a name.
measure-up = Which axis of the file points up
measure-up_hint = We find it while you stand, walk or run. If you lie down, tell us which axis points to the ceiling.
measure-who = Who we measure
measure-height = Height
measure-height_unit = cm
measure-mass = Weight
measure-mass_unit = kg
measure-sex = Sex
measure-day = Day of the recording
measure-field = “{ $name }”
measure-assumed = Your sex picks the tables of body proportions. We assume what you leave empty, and the report says so: 170 cm, 70 kg, a female body.
measure-begin = Analyse
measure-teach = How to get a good recording
measure-stays = We read the file on this machine. It stays here until you delete the measure.
measure-faults = Please fix this:
measure-progress = How far the analysis is
measure-queued = Waiting: { $before } before yours.
measure-queued_next = Waiting: yours is next
measure-leave = You can leave this page. The analysis goes on, and you'll find the measure in your list.
measure-cancel = Stop
measure-stopped = We stopped the analysis and kept nothing of it. Your files are still here.
measure-retry = Try again
measure-other = Choose another file
measure-remove = Remove
measure-all = All measures
measure-again = Measure again
measure-list = Newest first. Each bar runs from a psoas at its shortest to its longest, compared with standing.
measure-open = Open the report
measure-open_kept = See what we kept
measure-told = ± is how far the model and the markers may be off. We call it a change only if it is larger than that.
measure-report = The report
measure-summary = Numbers (JSON)
measure-zip = All files (ZIP)
measure-alone = Report alone
measure-gone = The files of this measure are no longer on this machine. These numbers are what we kept.
measure-standing = standing
measure-bar = { $side }: { $low } to { $high } % of its length in standing
measure-range = { $low } to { $high } mm { $off }
measure-off = (±{ $off })
measure-since = Since { $day }
measure-same = Nothing changed by more than chance.
measure-others = What else we compared
measure-one = One measure

measure-side-right = Right
measure-side-left = Left

measure-axis-auto = Find it
measure-axis-x = X
measure-axis-y = Y
measure-axis-z = Z

measure-sexes-none = Not given
measure-sexes-female = Female
measure-sexes-male = Male

measure-row-hip_extension_deg = How far your leg goes back
measure-row-front_pull_percent = Front of the hip in the work of a step

measure-movement-walking = Walking
measure-movement-running = Running

measure-quality-good = Good quality
measure-quality-fair = Fair quality
measure-quality-refused = Too poor to use

measure-state-queued = is waiting
measure-state-running = is being analysed
measure-state-failed = couldn't be analysed
measure-state-cancelled = was stopped

measure-state_heading-queued = We are analysing your recording
measure-state_heading-running = We are analysing your recording
measure-state_heading-failed = We couldn't analyse this recording
measure-state_heading-cancelled = Stopped
measure-state_heading-done = Done

measure-step-one-title = Markers on you.
measure-step-one-words = At least on pelvis, legs and feet. Chest and shoulders show your ribs over your pelvis. We know common marker sets by name.

measure-step-two-title = Walk the way you walk.
measure-step-two-words = Take three or more even strides at your own speed. Walk at the same speed next time, so that we can compare.

measure-step-three-title = Stand still once.
measure-step-three-words = A few seconds with the same markers make the body fit you.

measure-fault-none = Your recording: you chose no file. Choose a .trc, .c3d, .mot or .sto file.
measure-fault-recording = Your recording: { $fault }
measure-fault-static = Standing still: { $fault }
measure-fault-forces = Ground forces: { $fault }
measure-fault-markers = Marker names: { $fault }
measure-fault-sex = Sex: the body tables don't know '{ $given }'. Choose female, male or nothing.
measure-fault-up = Axis: '{ $given }' is not an axis. Choose auto, x, y or z.
measure-fault-day = Day: we can't use '{ $given }'. Write a day such as { $today }, not in the future.

measure-delete-title = Delete a measure
measure-delete-link = Delete
measure-delete-heading = Delete this measure?
measure-delete-words = We delete the recording, its numbers and its report for good.
measure-delete-do = Delete it
measure-delete-keep = Keep it

measure-mine-heading = My psoas
measure-mine-last = Your last measure, { $day }:
measure-mine-way = Each psoas from its shortest to its longest:
measure-mine-once = This is your first measure. A second one at the same speed shows what changed, and if it is more than chance.
measure-mine-none = You have no measure yet. Record a walk and see how long your psoas is in each step, how hard it pulls, and what changes as you practise.
measure-mine-begin = Measure

measure-file_kind-c3d = C3D
measure-file_kind-marker_text = marker text
measure-file_kind-motion_text = motion text
measure-file_kind-marker_map = marker map
measure-file_kind-text = text
measure-file_kind-wav = WAV
measure-file_kind-edf = EDF
measure-file_fault-suffix = { $file }: we can't read this kind of file. Use { $expected }.
measure-file_fault-start = { $file }: this does not start like { $kind }. Choose the recording itself.
measure-file_fault-large = { $file }: larger than { $most } MB. Cut the recording into shorter parts.
measure-file_fault-empty = { $file }: the file is empty. Choose another.
