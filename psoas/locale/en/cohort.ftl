### The page over people: `psoas cohort`. Names of measures are keys; their units stand in the code.

cohort-eyebrow = Psoas over people
cohort-title = Psoas over people: { $folder }
cohort-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
cohort-recordings = { $count } { $count ->
    [one] recording
   *[other] recordings
}
cohort-meta = { $folder } · { $parts }.
cohort-answered = { $done } of { $total } gave an answer
cohort-refused = { $count } refused
cohort-failed = { $count } failed
cohort-missing = { $count } not analysed yet
cohort-footer = We measure and explain. We don't diagnose.
cohort-made_with = Made with psoas { $version }.

cohort-movement-walking = Walking
cohort-movement-running = Running
cohort-movement-other = Other movements

cohort-nothing-title = Nothing to average yet
cohort-nothing-words = This page will show means over people. It needs one recording with an answer. Below you see why there is none yet.

cohort-group = { $people }, { $recordings }.
cohort-headline-right = The right psoas changed its length by <b>{ $gap } mm</b> more on average{ $sd }.
cohort-headline-left = The left psoas changed its length by <b>{ $gap } mm</b> more on average{ $sd }.
cohort-headline-sd = (SD { $sd } mm)
cohort-beyond = In { $beyond } of { $judged }, the sides differ by more than one recording can be off.
cohort-beyond_unknown = We don't know how certain one person's difference is.

cohort-curves-stride = Over the stride
cohort-curves-repetition = Over the repetition
cohort-curves-words = Thin lines: each person's mean. Full lines: the mean over people, right solid and left dashed. Soft area: one standard deviation around it.

cohort-sides-title = Right and left
cohort-sides-right = right (SD)
cohort-sides-left = left (SD)
cohort-sides-gap = right − left (SD)
cohort-sides-one = one recording
cohort-sides-beyond = beyond that
cohort-sides-counted = { $beyond } of { $judged }
cohort-sides-chart = { $name }: right minus left
cohort-sides-chart_unit = { $name }: right minus left, { $unit }
cohort-sides-note = "One recording" is how far one person's difference may be off. "Beyond that" counts the people whose sides differ by more. Each dot is a person.

cohort-midline-title = Posture and pace
cohort-midline-mean = mean (SD)
cohort-midline-people = people
cohort-spread = { $mean } ({ $sd })
cohort-degrees = degrees

cohort-every-show = Show all { $count } numbers
cohort-every-column = Column of the table
cohort-every-mean = mean
cohort-every-sd = SD

cohort-files-title = What was understood of each file
cohort-files-words = A figure with a question mark was assumed.
cohort-files-show = Show all { $count } files
cohort-files-more = And { $count } more; see the CSV file for all.
cohort-files-file = File
cohort-files-status = Status
cohort-files-markers = Markers used
cohort-files-person = Person
cohort-files-up = Up
cohort-files-plates = Plates used
cohort-files-movement = Movement
cohort-files-strides = Strides
cohort-files-moved = Movement and strides
cohort-files-static = Static trial
cohort-files-found = Put right, left out, wrong
cohort-files-repaired = Put right
cohort-files-left_out = Left out
cohort-files-wrong = Wrong
cohort-files-below = { $heading }: { $words }
cohort-files-angles = joint angles
cohort-files-markers_value = { $used } of { $named }, { $sets }
cohort-files-markers_more = { $used } of { $named }, { $sets } and { $more } more
cohort-files-assumed = { $value }?
cohort-files-metres = { $value } m
cohort-files-kilograms = { $value } kg
cohort-files-person_value = { $height }, { $mass }, { $sex }
cohort-files-plates_value = { $used } of { $count }
cohort-files-strides_value = { $right } right, { $left } left
cohort-files-with_static = static: { $file }
cohort-unused-static = a static trial that no recording uses
cohort-unused-storage = no joint angles, and not named as the forces of a recording here (NAME_grf or NAME_forces)
cohort-unused-format = not a format that Psoas reads: .trc, .c3d, .mot, .sto
cohort-static-none = none
cohort-static-name = by its name
cohort-static-stillness = the one recording here in which the person stands still
cohort-static-subject = by its name, in another folder of this person
cohort-static-several = none: several persons' trials lie here, and none of them is surely this person's
cohort-troubles-title = Recordings without an answer
cohort-troubles-words = They count in no mean. Fix one and run the same command again: only that one is analysed again.
cohort-troubles-recording = Recording
cohort-troubles-status = Status
cohort-troubles-why = Why
cohort-troubles-more = And { $count } more; see the table for all.
cohort-status-done = answered
cohort-status-refused = refused
cohort-status-failed = failed
cohort-status-unused = not analysed

cohort-rests-title = What this rests on
cohort-rests-words = One folder is one person. Each person counts once: we average their recordings of one movement first. SD is the spread between people (standard deviation, n − 1). We never average different movements. We leave out values that a recording cannot see. The psoas comes from a skeleton scaled to each person's size; nobody had a scan.

## Measures and curves

cohort-measure-psoas_excursion = Psoas: change of length
cohort-measure-psoas_shortest = Psoas: shortest, compared with standing
cohort-measure-psoas_longest = Psoas: longest, compared with standing
cohort-measure-psoas_lever = Psoas: greatest lever at the hip
cohort-measure-psoas_force = Psoas: greatest force, median of the model's choices
cohort-measure-psoas_force_low = Psoas: greatest force, least of the choices
cohort-measure-psoas_force_high = Psoas: greatest force, most of the choices
cohort-measure-front_pull = Front of the hip in the work of a step
cohort-measure-hip_forward = Hip: furthest forward (flexion)
cohort-measure-hip_back = Hip: furthest back (flexion)
cohort-measure-knee_bent = Knee: most bent (flexion)
cohort-measure-ankle_up = Ankle: toes furthest up (dorsiflexion)
cohort-measure-pelvis_tilt = Pelvis, mean: tipped back +
cohort-measure-low_back = Low back, mean: arched +
cohort-measure-lordosis = Lordosis, mean (L1 to the sacrum)
cohort-measure-stacking = Ribs over pelvis, mean: opened in front +
cohort-measure-speed = Speed over the ground
cohort-measure-cadence = Cadence
cohort-measure-step_length = Step length
cohort-measure-stance = Foot on the ground
cohort-measure-compression = Compression of the low back at L4/L5, mean
cohort-curve-psoas_length_percent_standing = Psoas: length, % of standing
cohort-curve-psoas_force_n = Psoas: force, N, median of choices
cohort-curve-hip_flexion_deg = Hip: thigh forward (flexion) +, °
cohort-curve-pelvis_tilt_deg = Pelvis: tipped back +, °
cohort-curve-lumbar_extension_deg = Low back: arched +, °
cohort-unit-cadence = steps a minute
cohort-unit-stance = % of the stride

## What the command prints, and what is wrong with its folder, its options and its workers

cohort-told-counts = { $recordings } recordings{ $resumed ->
    [0] {""}
   *[other] {" "}({ $resumed } by an earlier run)
}: { $done } done, { $refused } refused, { $failed } failed
cohort-told-table = Table: { $path }
cohort-told-files = What was understood of each file: { $path }
cohort-told-page = Page: { $path }
cohort-told-before = { $total } recordings, { $before } of them finished before
cohort-told-pace = { $done } of { $total } recordings, { $failed } failed, { $rate } a second
cohort-told-pace_left = { cohort-told-pace }, about { $left } s left
cohort-told-recordings = Recordings
cohort-told-failed = { $count } failed
cohort-told-rate = { $rate } a second

cohort-fault-no_folder = { $folder }: is not a folder; expected one that holds recordings
cohort-fault-static_word = the word in the names of static trials is empty; expected one such as 'static'
cohort-fault-empty = { $folder }: holds no recordings; expected .trc, .c3d, or .mot and .sto with joint angles
cohort-fault-suffix = --out { $path }: expected a name that ends in .parquet or .csv
cohort-fault-both = --workers and --scheduler were both given; a scheduler brings its own workers
cohort-fault-workers = --workers { $workers }: expected at least 1
cohort-fault-unreadable = { $name }: cannot be read ({ $reason })
cohort-fault-busy = { $path }: another run is writing here; wait for it, or choose another --out
cohort-fault-no_dask = psoas cohort needs Dask, which is not here ({ $reason }); install it with: pip install 'psoas[cohort]'
cohort-fault-scheduler = --scheduler { $address }: no scheduler with a worker answers ({ $reason }); expected an address such as tcp://host:8786
cohort-fault-cannot_run = the scheduler's workers cannot run psoas ({ $reason }); install the same version there
cohort-fault-versions = the worker at { $place } has { $theirs } and this machine { $ours }; install the same
cohort-fault-died = { $file }: its worker died twice: out of memory, or a fault in the file
cohort-fault-lost = the workers were lost ({ $reason }); run the same command again to continue
