### The terminal: help, faults of use, and what commands print about their own work.

cli-about = Measure the whole psoas in recordings of people moving.
cli-version = Print the version and exit.
cli-lang = Language of everything that is printed; if left out, PSOAS_LANG, then LANG.
cli-lang_unknown = no words in language '{ $code }'; expected { $known }
cli-help_option = Show this help and exit.
cli-install_completion = Install completion for the current shell.
cli-show_completion = Show completion for the current shell, to copy or change it.

## Options of several commands

cli-json = Print JSON alone on standard output.
cli-rhythm = Lumbar rhythm: pearcy1984 or christophy2012.
cli-bracing = How hard the deepest belly muscle (transversus abdominis) works, 0 to 1.
cli-tightness = Shorten a psoas tendon by a share of its fibre, e.g. right=0.1; repeatable.
cli-height = Height in metres.
cli-mass = Mass in kilograms.
cli-sex = female or male, for the tables of body segments.
cli-markers = TOML map from your marker names to landmarks.
cli-smoothness = Temporal smoothness; 0 leaves each frame alone.

cli-set_fault = --set { $given }: expected NAME=DEGREES, such as hip_flexion_r=90
cli-tightness_form = --tightness { $given }: expected SIDE=SHARE, such as right=0.1
cli-tightness_range = --tightness { $given }: expected right or left, and a share from 0 to { $most }
cli-up_unknown = --up { $axis } is not known; expected { $known }
cli-picture = Picture: { $path }
cli-report_written = Report: { $path }

## analyze

cli-analyze = Analyse recordings and show the psoas in motion, as a report anyone can open.
cli-analyze-files = Recordings: .trc or .c3d markers, .mot or .sto coordinates.
cli-analyze-static = A trial of quiet standing with the same markers.
cli-analyze-forces = Ground forces (.mot or .sto) of the same recording.
cli-analyze-person = TOML file with height_m, mass_kg, sex.
cli-analyze-up = Vertical axis of the file: auto, x, y or z; say y or z for lying down.
cli-analyze-lengths_only = Leave the forces out.
cli-analyze-model = An OpenSim model (.osim) to lead through the same movement.
cli-analyze-step_height = Height of a step or box over the lowest ground, in metres; repeatable.
cli-analyze-graft_psoas = Put the whole psoas, T12 to L5, onto that model in place of its own.
cli-analyze-model_line = { $name } of the model: { $low }-{ $high } mm
cli-analyze-model_lines = { $name } and { $more } more lines of that side, of the model: { $low }-{ $high } mm
cli-analyze-model_fit = Model { $name }: { $muscles } muscles, markers { $rms } mm off on average
cli-analyze-model_moved = Model { $name }: { $muscles } muscles, moved by the angles of the file
cli-analyze-out = Folder to write; default NAME_psoas beside you.
cli-analyze-person_twice = --person and --height, --mass or --sex were both given; expected one way or the other
cli-analyze-lengths_with_forces = --lengths-only leaves the forces out; --forces, --bracing and --tightness change them alone
cli-analyze-same_name = two recordings have the same name; analyse them one by one, each with its own --out
cli-analyze-refused = { $file }: { $reason }
cli-analyze-file = { $file }: { $frames } frames at { $rate } Hz, { $seconds } s
cli-analyze-repaired = Put right: { $what }
cli-analyze-quality = { $file }: { $status ->
    [good] good
    [fair] fair
   *[refused] refused
}, { $seen } % of frames seen
cli-analyze-psoas = { $side ->
    [left] left
   *[right] right
} psoas: { $low } to { $high } mm (±{ $half }), { $low_percent } to { $high_percent } % of standing
cli-analyze-gait = gait: { $speed } m/s, { $cadence } steps a minute, strides { $right } right, { $left } left
cli-analyze-gait_belt = gait: { $speed } m/s, belt { $belt } m/s, { $cadence } steps a minute, strides { $right } right, { $left } left

## markers

cli-markers_command = Show what the markers of a recording stand for, and propose a map for names that are not known.
cli-markers_command-file = A recording with markers: .trc or .c3d.
cli-markers_command-static = A trial of quiet standing with the same markers.
cli-markers_command-out = Write the map to this file, to look through and give to psoas analyze --markers.
cli-markers_command-up = Vertical axis of the file: auto, x, y or z.
cli-markers_command-known = { $file }: { $known } of { $count } markers known by name ({ $sets })
cli-markers_command-none_known = { $file }: none of { $count } markers is known by name; geometry and movement propose:
cli-markers_command-column_marker = marker
cli-markers_command-column_place = stands for
cli-markers_command-column_confidence = how sure
cli-markers_command-column_or = or
cli-markers_command-by_name = by name
cli-markers_command-sure = { $percent } %
cli-markers_command-unsure = { $percent } % unsure
cli-markers_command-person = A person of about { $height } m, { $axis } up; markers and body are { $error } mm apart.
cli-markers_command-sides_sure = Left and right follow from how the person faces and moves.
cli-markers_command-sides_unsure = Left and right cannot be told for sure: check them before you use the map.
cli-markers_command-counts = { $sure } sure, { $unsure } unsure: look at the unsure ones.
cli-markers_command-written = Map: { $path }. Look through it, then: psoas analyze { $file } --markers { $path }

## report

cli-report = Make the report of an analysed folder again.
cli-report-folder = A folder that psoas analyze wrote.

## export

cli-export = Write an analysed folder as CSV, Parquet, MATLAB, OpenSim tables, C3D, figures.
cli-export-folder = A folder that psoas analyze wrote.
cli-export-out = Folder to write; default FOLDER/export.
cli-export-format = csv, parquet, matlab, opensim, c3d or figures; repeatable; default all.
cli-export-unknown = format { $name } is not known; known: { $known }
cli-export-written = { $path }: { $count ->
    [one] 1 file
   *[other] { $count } files
}

## posture

cli-posture = What a posture does to the psoas: length, fibres, pull on the low back; with --forces, what holds it.
cli-posture-name = A named posture; leave out to see them all.
cli-posture-set = Set a coordinate in degrees, e.g. hip_flexion_r=90; repeatable.
cli-posture-forces = Also what it takes to hold the posture still.
cli-posture-support = What bears the body, e.g. standing, sitting, lying.
cli-posture-png = Write a picture of the posture.
cli-posture-needs_forces = --support, --bracing and --tightness change forces alone; add --forces

## cohort

cli-cohort = Analyse every recording below a folder into one table; run it again to go on where it stopped.
cli-cohort-folder = Folder with one folder a person; see docs/cohort.md.
cli-cohort-out = Table to write (.parquet); its page and journal lie beside it.
cli-cohort-workers = Processes on this machine; default one a core.
cli-cohort-scheduler = A Dask scheduler instead, such as tcp://host:8786.
cli-cohort-static_suffix = Word in the names of trials of quiet standing.
cli-cohort-up = Vertical axis of the files: auto, x, y or z.
cli-cohort-retry_failed = Try failed recordings again.

## exercise, exercises, sources

cli-exercise = One exercise: how to do it, when to stop, and what it does to the psoas and the low back.
cli-exercise-name = An exercise by any of its names; psoas exercises lists them.
cli-exercise-png = Write a picture of where the exercise goes.
cli-exercises = The exercise library; with --sort ranked by what a simulation on the same body found.
cli-exercises-sort = Rank by an effect, such as lumbar_compression_n.L4_L5 or activation.gluteus_medius.
cli-sources = Print where the figures come from.
cli-sources-keys = Source keys; all when left out.

## assess

cli-assess = Red flags first, then what matters most: each finding with what to do, its number and how sure it is.
cli-assess-more = Ends with exit code 3 when you should see a doctor first; it prints whom to call.
cli-assess-answers = Answers, self-tests, events and wishes (TOML; see docs/assessment.md).
cli-assess-measures = Folder that psoas analyze wrote: what a recording measured.
cli-assess-before = The same for an earlier recording, to see what changed.

## belly-check

cli-belly_check = The two-minute safety check before the gentle belly release: it asks, and says yes, or no with the reason.
cli-belly_check-more = Ends with exit code 3 when the belly is left alone.
cli-belly_check-answers = Answers (TOML): what they tell is not asked again.
cli-belly_check-keep = To keep this, add it to your answers file:

## import

cli-import = Read an OpenSim model (.osim) and say what was understood and what is left out.
cli-import-file = The model, of OpenSim 2 to 4.
cli-import-model = { $name } (OpenSim document { $version }), { $mass } kg
cli-import-skeleton = { $bodies } bodies, { $joints } joints
cli-import-coordinates = { $coordinates } coordinates, { $free } of them free; the others follow one of these
cli-import-muscles = { $muscles } muscles over { $points } points ({ $conditional } conditional, { $moving } moving), { $wraps } times over { $surfaces } wrap objects
cli-import-markers = { $markers } markers
cli-import-psoas = Psoas: { $names }
cli-import-no_psoas = Psoas: none by name
cli-import-psoas_pelvic = This psoas begins at the pelvis: it has no part on the spine.
cli-import-left_out = { $count ->
    [0] Nothing is left out.
    [one] One thing is left out:
   *[other] { $count } things are left out:
}

## plan

cli-plan = A program for one person: phases, sessions and doses, a reason for each item, and what was left out and why.
cli-plan-more = Ends with exit code 3, and writes nothing, when you should see a doctor first.
cli-plan-out = Folder for program.json, program.html and program.ics.
cli-plan-place = home, work or travel; if left out, as in the answers.
cli-plan-minutes = Minutes a session, 5 to 90.
cli-plan-days = Sessions a week, 1 to 7.
cli-plan-weeks = Weeks, 1 to 26.
cli-plan-start = A day of the first week; next Monday when left out.
cli-plan-written = Written: { $path }

## places

cli-places = Session templates for home, work and holiday, with a retreat; --answers fills one for a person.
cli-places-name = A template, such as retreat; leave out to see them all.
cli-places-answers = A person's answers: fills the template for them. May be given several times, for a group.
cli-places-days = How many days, for a retreat: 3 to 7.
cli-places-weeks = For how many weeks, for breaks at work: they change every two weeks.
cli-places-out = A folder for pages to print: one for the wall, and one for each person.
cli-places-written = { $count ->
    [one] One page is in { $folder }.
   *[other] { $count } pages are in { $folder }.
}
cli-places-name_needed = --answers fills one template; name it: { $known }
cli-places-unknown = template '{ $name }' is not known; expected { $known }

## serve

cli-serve = Open the app on this machine: the body, breath, and with --lan your phone.
cli-serve-port = Port on this machine; phones use the next one.
cli-serve-lan = Also let in paired phones on the same network, by HTTPS.
cli-serve-data = Where to keep everything.
cli-serve-database = Another database, e.g. postgresql+psycopg://me@localhost/psoas.

## demo

cli-demo = A made-up person with eight weeks of practice, so that every page of the app has something to show.
cli-demo-more = The same days make the same data. It refuses a folder with a real person's data.
cli-demo-data = Where to keep the made-up data, apart from your own.
cli-demo-measure = A folder of psoas analyze, shown as the newest recording.
cli-demo-today = The day on which the eight weeks end.
cli-demo-made = Made up in { $folder }. Look at it with: psoas serve --data { $folder }
