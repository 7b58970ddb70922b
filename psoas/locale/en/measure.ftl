### Recordings: choosing files, the analysis and its results.

measure-title = Measure
measure-heading = Your measures
measure-heading_first = Measure your psoas
measure-heading_new = Measure again
measure-lead = Hand in a recording of how you move. You get back what your psoas does in it: how long it is, how hard it pulls, what drives your step.
measure-recording = Your recording
measure-recording_hint = .trc or .c3d with markers, or .mot or .sto with joint angles from OpenSim
measure-more = More files, or lying down
measure-static = Standing still
measure-static_hint = The same markers in quiet standing (.trc or .c3d). It fits the body better.
measure-forces = Ground forces
measure-forces_hint = From force plates (.mot, .sto or .c3d), where the recording does not hold them. Without them they are predicted.
measure-markers = Marker names
measure-markers_hint = A map of your own marker names (.toml), where a name is not known.
measure-up = Which axis of the file points up
measure-up_hint = Found by itself while you stand, walk or run. Lying down it may need you: name the axis that points to the ceiling.
measure-who = Who is measured
measure-height = Height
measure-height_unit = cm
measure-mass = Weight
measure-mass_unit = kg
measure-sex = Sex
measure-day = Day of the recording
measure-field = “{ $name }”
measure-assumed = Your sex chooses the tables of body proportions. What you leave empty is assumed, and the report says so: 170 cm, 70 kg, a female body.
measure-begin = Analyse
measure-teach = How to get a good recording
measure-stays = The file is read on this machine and stays here until you delete the measure.
measure-faults = This needs a change:
measure-progress = How far the analysis is
measure-queued = Waiting. Analyses before this one: { $before }.
measure-queued_next = Waiting for its turn
measure-leave = You can leave this page. The analysis goes on, and the measure stands in your list when it is done.
measure-cancel = Stop
measure-stopped = The analysis was stopped, and nothing of it was kept. Your files are still here.
measure-retry = Try once more
measure-other = Choose another file
measure-remove = Remove
measure-all = All measures
measure-again = Measure again
measure-list = The newest first. Each bar is the way of one psoas from its shortest to its longest, against its length in standing.
measure-open = Open the report
measure-open_kept = See what is kept
measure-told = ± is what is left open by the model and the markers. A change is told only when it is larger than what two recordings can tell apart.
measure-report = The report
measure-summary = Numbers (JSON)
measure-zip = All files (ZIP)
measure-alone = Report alone
measure-gone = The files of this measure are not on this machine. These numbers are what is kept.
measure-standing = standing
measure-bar = { $side }: { $low } to { $high } % of its length in standing
measure-range = { $low } to { $high } mm { $off }
measure-off = (±{ $off })
measure-since = Since { $day }
measure-same = Nothing changed by more than two recordings can tell apart.
measure-others = What else was compared
measure-one = One measure

measure-side-right = Right
measure-side-left = Left

measure-axis-auto = Find it
measure-axis-x = X
measure-axis-y = Y
measure-axis-z = Z

measure-sexes-none = Not told
measure-sexes-female = Female
measure-sexes-male = Male

measure-row-hip_extension_deg = Hip behind the body
measure-row-front_pull_percent = Front of the hip in the drive of a step

measure-movement-walking = Walking
measure-movement-running = Running

measure-quality-good = Good quality
measure-quality-fair = Fair quality
measure-quality-refused = Too poor to answer from

measure-state-queued = is waiting
measure-state-running = is being analysed
measure-state-failed = could not be analysed
measure-state-cancelled = was stopped

measure-state_heading-queued = Your recording is being analysed
measure-state_heading-running = Your recording is being analysed
measure-state_heading-failed = This recording could not be analysed
measure-state_heading-cancelled = Stopped
measure-state_heading-done = Done

measure-step-one-title = Markers on you.
measure-step-one-words = Pelvis, legs and feet at least; chest and shoulders show your ribs over your pelvis. Common marker sets are known by their names.

measure-step-two-title = Walk as you do.
measure-step-two-words = Three or more even strides at your own speed. The same speed next time makes the two comparable.

measure-step-three-title = Stand still once.
measure-step-three-words = A few seconds of quiet standing with the same markers fits the body to you.

measure-fault-none = Your recording: no file was chosen; choose a .trc, .c3d, .mot or .sto file.
measure-fault-recording = Your recording: { $fault }
measure-fault-static = Standing still: { $fault }
measure-fault-forces = Ground forces: { $fault }
measure-fault-markers = Marker names: { $fault }
measure-fault-sex = Sex: '{ $given }' is not known to the body tables; expected female, male or nothing.
measure-fault-up = Axis: '{ $given }' is not one; expected auto, x, y or z.
measure-fault-day = Day: '{ $given }' cannot be used; expected a day such as { $today }, not in the future.

measure-delete-title = Delete a measure
measure-delete-link = Delete
measure-delete-heading = Delete this measure?
measure-delete-words = The recording, its numbers and its report are taken out for good.
measure-delete-do = Delete it
measure-delete-keep = Keep it

measure-mine-heading = My psoas
measure-mine-last = Your last measure, { $day }:
measure-mine-way = The way of each psoas from its shortest to its longest:
measure-mine-once = This is your first measure. A second one at the same speed shows what changed, and whether that is more than two recordings can tell apart.
measure-mine-none = Nothing of yours is measured yet. A recording of a walk shows how long your psoas is in each step, how hard it pulls, and what changes as you practise.
measure-mine-begin = Measure

measure-file_kind-c3d = C3D
measure-file_kind-marker_text = marker text
measure-file_kind-motion_text = motion text
measure-file_kind-marker_map = marker map
measure-file_kind-text = text
measure-file_kind-wav = WAV
measure-file_kind-edf = EDF
measure-file_fault-suffix = { $file }: files of this kind cannot be read; expected { $expected }
measure-file_fault-start = { $file }: the file does not begin like { $kind }; choose the recording itself
measure-file_fault-large = { $file }: more than { $most } MB; cut the recording into shorter parts
measure-file_fault-empty = { $file }: the file is empty; choose another
