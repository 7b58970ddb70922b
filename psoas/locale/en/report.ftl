### The page of one recording: `psoas analyze` and `psoas report`. Tags such as <b> are part of the words; { $cite } stands
### for small numbered links to sources.

report-eyebrow = Psoas report
report-title = Psoas report: { $file }
report-skip = Skip to the findings
report-on_this_page = On this page
report-sources = Sources
report-cite = Source { $place }: { $title }
report-recorded = { $file } · { $seconds } s, { $frames } frames at { $rate } a second
report-footer = This page measures and explains; it does not diagnose. New numbness between the legs, or trouble passing water, needs a hospital now.
report-made_with = Made with { $versions }.
report-how_sure = How sure is this?
report-assumed = assumed
report-not_seen = not seen

## What was recorded

report-movement-walking = Walking
report-movement-running = Running
report-movement-walking_treadmill = Walking on a treadmill
report-movement-running_treadmill = Running on a treadmill
report-movement-sit_to_stand = Standing up from a seat
report-movement-squat = Squats
report-movement-lunge = Lunges
report-movement-knees_to_chest = Knees to the chest
report-movement-knee_raise = Knee raises
report-movement-other = A recorded movement

report-cycle-stride = each stride
report-cycle-repetition = each repetition
report-cycle-time = this recording

report-fit = Markers and body lie { $mean } apart on average, { $worst } in the worst frame; 20 mm or less is usual{ $cite }.
report-fit_unknown = The joint angles came with the file; how well they fit its markers is not known here.

## The body in 3D

report-body-words = Drag to turn, pinch or scroll to come closer, tap a bone or a strand of muscle for its name. The psoas is pale when long and deep red when short.
report-body-force = By force it is pale at rest and deep red when pulling.
report-body-shortest = The body where the right psoas is shortest, { $seconds } s into the file.
report-body-push_off = The body as the right foot leaves the ground, { $seconds } s into the file.

## What was found

report-findings-title = What was found
report-findings-changed = Your right psoas changed its length by <b>{ $right }</b>, your left by <b>{ $left }</b>.

report-difference-less_than = less than { $value }
report-difference-uncertain = Right and left differ by { $apart }; how certain that is, is not known.
report-difference-within = Right and left differ by { $apart }: no more than this measurement can tell ({ $half }).
report-difference-mobile_more = Your right was { $by } more mobile than your left.
report-difference-mobile_less = Your right was { $by } less mobile than your left.
report-difference-length_more = Your right was { $by } longer than your left.
report-difference-length_less = Your right was { $by } shorter than your left.

report-length-what = { $side ->
    [left] Length of the left psoas
   *[right] Length of the right psoas
}
report-length-text = of its length in standing: { $standing } in a skeleton of your size{ $cite }.
report-lever-what = Lever at the hip
report-lever-text = how far in front of the hip joint the psoas runs. A longer lever bends the hip more. Published models disagree twofold about it{ $cite }: trust its change more than its size.
report-back-what = Curve of the low back
report-back-held = kept as in standing: this recording cannot tell the low back from the pelvis.
report-back-rounder = on average (lordosis, from L1 to the sacrum): { $by } rounder than the skeleton's upright posture{ $cite }.
report-back-arched = on average (lordosis, from L1 to the sacrum): { $by } more arched than the skeleton's upright posture{ $cite }.
report-pull-what = { $side ->
    [left] Pull of the left psoas
   *[right] Pull of the right psoas
}
report-pull-text = at its hardest in { $cycle }: computed, not measured; the range is over { $choices } ways to share the effort among muscles{ $cite }.
report-disc-what = Load on the low back
report-disc-text = at most, pressing L4 and L5 together: computed, and the range is over the same choices.
report-disc-assumed = Your body mass was assumed.
report-pelvis-what = Tilt of the pelvis
report-pelvis-back = tipped back (posterior tilt) on average, against the skeleton's upright posture; it moved through { $moved }{ $cite }.
report-pelvis-forward = tipped forward (anterior tilt) on average, against the skeleton's upright posture; it moved through { $moved }{ $cite }.
report-pelvis-level = level on average, against the skeleton's upright posture; it moved through { $moved }{ $cite }.
report-pace-what = Speed over the ground
report-pace-text = over { $right } and { $left }{ $belt }. SD: how much it varied from stride to stride.
report-pace-belt = , the belt at { $speed }
report-pace-sd = SD { $sd }

report-strides-right = { $count } { $count ->
    [one] right stride
   *[other] right strides
}
report-strides-left = { $count } { $count ->
    [one] left stride
   *[other] left strides
}
report-repetitions = { $count } { $count ->
    [one] repetition
   *[other] repetitions
}

## How charts are laid out

report-layout-time = The whole recording, uncut: no strides or repetitions were found in it.
report-layout-strides = { $right } and { $left }, each from heel strike to heel strike of its own foot.
report-layout-repetitions = { $count } over one another, from rest to rest.
report-layout-few = One alone shows no variation: a longer recording would.
report-layout-many = Thin lines are single ones; the band is one standard deviation round their mean.
report-layout-means = Lines are the means over them.

## Your psoas

report-psoas-title = Your psoas
report-psoas-chart = Length of the psoas, % of standing
report-psoas-gait = It is long when the thigh is behind you and short when the thigh swings forward.
report-psoas-one_side = Only one side was seen for a whole stride.
report-psoas-mean = Mean length over { $cycle }. { $judged }
report-psoas-mean_line = Mean line
report-psoas-longest = Longest
report-psoas-shortest = Shortest
report-psoas-toe_off = At toe-off
report-psoas-at = at { $value }
report-psoas-sure = Markers sit on skin. So the pelvis may sit some 5° off from where they say{ $pelvis }. Other sound models also route the psoas a little nearer to the hip or further out, or share the low back's motion in another way{ $models }. All this adds up to ±{ $half } mm for a length. For a change from one moment to the next, the marker error cancels: ±{ $swing } mm. We call right and left different only when the gap is larger than both errors.

## Where it pulls

report-lever-title = Where it pulls
report-lever-chart = Lever of the psoas for bending the hip, mm
report-lever-lead = The psoas ran <b>{ $ends }</b> in front of the hip joint. Pulling with { $force } (about 10 kg), it would bend the hip with { $moments }.
report-lever-note = This is geometry: where the muscle can pull, not whether it did. Muscle activity was not measured. The shape of the line is firmer than its height, which other models move by { $half } mm{ $cite }.

## Pelvis, back and legs

report-trunk-title = Pelvis and low back
report-trunk-lead = The psoas starts on the low back and crosses the pelvis, so it follows what they do.
report-trunk-by_right = One line a stride of the right foot.
report-trunk-by_left = One line a stride of the left foot.
report-trunk-lordosis = Curve of the low back (lordosis), °
report-trunk-lordosis_words = from the top of L1 to the sacrum; + arched ({ $half }°)
report-trunk-stacking = Lower ribs over pelvis (stacking), °
report-trunk-stacking_words = 0 parallel; + opened in front ({ $half }°)
report-legs-title = Hips, knees and ankles
report-angle-title = { $label }, °
report-angle-words = + { $positive } ({ $half }°)

## What the psoas did

report-force-title = What the psoas did
report-force-chart = Pull of the psoas, N
report-force-iliacus = Pull of the iliacus, N
report-force-iliacus_words = The psoas' neighbour; both end on the same tendon.
report-force-none = No forces are given here.
report-force-none_lengths = Lengths alone were asked for; analyse the recording again without --lengths-only to have them.
report-force-none_frames = The reason: they need at least { $needed } frames with a pose.
report-force-none_unexplained = The reason: { $force } N are not explained by the feet; something else bore the body.
report-force-none_help = Here will be how hard each psoas pulled, what the low back and hips carried, and what drove each step. A recording of walking with both feet in view, or with force plates, brings it.
report-force-no_stride = No side was seen for a whole stride, so no pull is given.
report-force-side = { $side ->
    [left] your left psoas pulled with <b>{ $range }</b>
   *[right] your right psoas pulled with <b>{ $range }</b>
}
report-force-lead = At its hardest in { $cycle } { $sides }. { $force } is the weight of about 10 kg.
report-force-lead_join = { $right }, { $left }
report-force-middle = The first figure is the middle of { $choices } defensible ways to share the effort among the muscles, the range is over all of them, each at its own hardest moment.
report-force-when = { $side ->
    [left] Every choice has the left one pull hardest at about { $percent } of its stride.
   *[right] Every choice has the right one pull hardest at about { $percent } of its stride.
}
report-force-alike = Right and left came out alike: less than { $force } apart under every choice.
report-force-open = Which of the two pulled harder depends on the choice: right minus left runs from { $low } to { $high }. So no difference is claimed.
report-force-harder_right = Your right psoas pulled harder than your left under every choice, by { $by }.
report-force-harder_left = Your left psoas pulled harder than your right under every choice, by { $by }.
report-force-unsure_right = Your right psoas came out { $by } harder than your left under every choice, but the ground forces alone can be off by that much. So no difference is claimed.
report-force-unsure_left = Your left psoas came out { $by } harder than your right under every choice, but the ground forces alone can be off by that much. So no difference is claimed.
report-force-row_hardest = Hardest
report-force-row_when = When
report-force-row_greatest = Greatest in the recording
report-force-not_agreed = not agreed
report-force-sure_sharing = Nobody can see from outside how hard one muscle pulls. The turning force at each joint comes from your movement and the ground. How muscles share it is a rule: the least effort. There are several sound ways to write that rule. The range covers them all, and the middle line is their median. The choices differ in three things: how effort is priced (the same for each muscle, or by its size), how widely it is spread, and what we assume about stretched tissue and muscle strength.
report-force-sure_bracing = Least effort knows no bracing, and is known to ask too little of the psoas{ $bracing }: read its size as on the low side. How much of a late pull is stretched tissue, not muscle, differs between the choices{ $tissue }. Ground measured or predicted moved the psoas' peak by up to { $moved } % where both were tried. Placing the markers anew would change more. Nobody's psoas has been measured against this.

## What forces are worth

report-ground-predicted = Nothing under your feet measured how hard they pressed; that was worked out from the movement (<b>predicted ground</b>{ $cite }).
report-ground-predicted_gait = Expect it to be off by { $up } % of its range up and down, { $fore } % fore and aft, { $side } % sideways.
report-ground-predicted_other = That was tried on walking and running only, so how far it is off here is not known.
report-ground-measured = Force plates measured how hard your feet pressed (<b>measured ground</b>). Plates and movement never agree wholly: how that is settled moves the turning force at the hip by 0.15 N m for each kg of body.
report-ground-mass = Body mass: { $mass }.
report-ground-mass_assumed = Assumed body mass: { $mass }.
report-ground-mass_scales = Every force here grows and shrinks with it.
report-ground-hip_walk = The peak at push-off is the less certain: in the walk that was tried with plates and without, peaks of the hip differed by up to { $off } body weights.
report-ground-hip_run = The peak at push-off is the less certain: in the run that was tried with plates and without, peaks of the hip differed by up to { $off } body weights.

## What your low back and hips carried

report-back-title = What your low back carried
report-back-lead = The disc between L4 and L5 was pressed together with <b>{ $mean }</b> on average and <b>{ $peak }</b> at most, { $weights } times what your body weighs. Your two psoas, which pull the spine down onto itself, made { $own } of the average.
report-back-disc = Disc
report-back-peak = peak
report-back-own = psoas' own
report-back-published = In five men walking, the peak at L3/4 was { $weights } body weights, more with speed{ $weights_cite }; at L4/5 about { $forces } is reported{ $forces_cite }. All of these come from models too.
report-back-slide = Shear is the part that slides one vertebra over the next: at L5/S1 { $shear }, under the first choice.
report-back-sure = The load comes from the weight and movement of the body above each disc, and from the muscles that balance it. So the ground hardly matters here. The shape of your spine does matter, and we could not see it. The ranges cover the ways muscles may share the work. If trunk muscles brace against each other, every figure goes up. None of your discs was measured.
report-hips-title = What your hips carried
report-hips-chart = Force in the hip joint, times body weight
report-hips-times = times
report-hips-side = { $side ->
    [left] the left one <b>{ $range }</b>
   *[right] the right one <b>{ $range }</b>
}
report-hips-join = { $right } and { $left }
report-hips-lead = At most, your hip joints carried, in body weights: { $sides }.
report-hips-none = No whole stride.
report-hips-in_vivo = In vivo: { $weights } body weights was the usual peak in four people whose artificial hips measured it, walking at about 4 km/h{ $cite }.
report-hips-above = Every choice came out above that: a faster walk loads more, and this body's figures run high at push-off.

## The drive of your step

report-drive-title = The drive of your step
report-drive-chart = Work that drove each stride
report-drive-hip_extensor_j_kg = Push by the back of the hip, early in the step (hip extensors, H1)
report-drive-hip_flexor_j_kg = Pull by the front of the hip, as the foot leaves (hip flexors, H3)
report-drive-ankle_j_kg = Push-off by the calf (ankle, A2)
report-drive-short-hip_extensor_j_kg = Back of the hip pushes (H1)
report-drive-short-hip_flexor_j_kg = Front of the hip pulls (H3)
report-drive-short-ankle_j_kg = Calf pushes off (A2)
report-drive-side = { $side ->
    [left] <b>{ $share }</b> on the left
   *[right] <b>{ $share }</b> on the right
}
report-drive-lead = Three bursts of work drive a step: the back of the hip pushes, the front of the hip pulls, the calf pushes off. The front of the hip did { $sides } of the three together.
report-drive-baseline = One recording can't say if that is a lot. It changes with speed, and we have no comparison for your speed yet. An earlier recording of yours at the same speed would give one.
report-drive-hatched = Hatched: what stretched muscle and the front of the hip's capsule gave back, not effort{ $cite }. Its share of the pull differs by how it is reckoned: { $shares }.
report-drive-passive_side = { $side ->
    [left] left { $ends }
   *[right] right { $ends }
}
report-drive-passive_join = { $right }; { $left }
report-drive-whiskers_walk = Whiskers: ±{ $off } J/kg, the most by which plates and prediction differed in the walk that was tried. The names are Winter's{ $cite }.
report-drive-whiskers_run = Whiskers: ±{ $off } J/kg, the most by which plates and prediction differed in the run that was tried. The names are Winter's{ $cite }.
report-power-hip_flexion = Power at the hip, W/kg
report-power-knee_angle = Power at the knee, W/kg
report-power-ankle_angle = Power at the ankle, W/kg
report-power-words-hip_flexion = + the hip's muscles and tissue drive, below 0 they brake
report-power-words-knee_angle = + the knee's muscles drive, below 0 they brake
report-power-words-ankle_angle = + the calf drives, below 0 it brakes
report-gluteus-gluteus_maximus = Pull of the gluteus maximus, N
report-gluteus-gluteus_medius = Pull of the gluteus medius, N
report-gluteus-words-gluteus_maximus = the big muscle of the buttock: straightens the hip
report-gluteus-words-gluteus_medius = on the side of the hip: keeps the pelvis level

## Pace and angles

report-pace-title = Pace
report-pace-mean = mean
report-pace-sd_head = SD
report-pace-speed_m_s = Speed over the ground
report-pace-cadence_steps_min = Cadence
report-pace-step_length_m = Step length
report-pace-stance_percent = Foot on the ground
report-pace-unit-cadence_steps_min = steps a minute
report-pace-unit-stance_percent = % of the stride
report-pace-belt_row = Belt
report-pace-belt_found = found from the standing feet
report-pace-strides_right = Right strides
report-pace-strides_left = Left strides
report-pace-counted = counted
report-pace-note = SD is how much it varied from stride to stride. Heel strikes and toe-offs are found to about a frame; the rest follows from them.
report-angles-title = Every angle
report-angles-show = Show all { $count }
report-angles-degrees = Degrees
report-angles-least = least
report-angles-mean = mean
report-angles-greatest = greatest
report-angles-off = off by up to
report-angles-held = held: these markers cannot see it
report-angles-note = "Off by up to" is what placing the markers anew would change{ $cite }. 0 is the skeleton's upright posture.

## What this rests on

report-rests-title = What this rests on
report-rests-not_validated = Not validated
report-rests-assumed = Assumed
report-rests-computed = Computed
report-rests-held = Held
report-rests-note = Note
report-rests-validated_words = No one's psoas has been imaged to check these figures: 0 people so far. Read changes before absolute values.
report-rests-brim = Where the psoas crosses the brim of the pelvis, and how it bends over the hip, were chosen so that its lever falls between the published models, which disagree twofold.
report-rests-standing = Standing (100 %, 0°) is the skeleton's own upright posture with every angle at 0. It is not how you stood.
report-rests-shape = A skeleton of average shape was fitted to you by size. Your bones, and where your psoas starts on them, differ.
report-rests-forces = Forces of muscles, discs and joints were worked out, not measured: muscles are taken to share the work with least effort, without bracing against each other. That is known to ask too little of the psoas.
report-rests-person = Not given, so taken from the markers or assumed: { $missing }. Used here: height { $height }, mass { $mass }, sex { $sex }.
report-rests-height_m = height
report-rests-mass_kg = mass
report-rests-sex = sex
report-rests-sex-female = female
report-rests-sex-male = male
report-rests-held_words = Held at standing, because this recording cannot see them: { $names }.
report-rests-source = { $kind }; { $status }. Used for { $use }.

## A recording that gives no answer

report-refusal-title = This recording is too poor to answer from
report-refusal-why = So no figure about your psoas is given here. Why:
report-refusal-help = What would help
report-refusal-advice =
    .step-1 = Record again with all markers in view, the four of the pelvis above all.
    .step-2 = Check that no two markers swapped names, and that the units are right.
    .step-3 = Give a short trial of quiet standing with --static, so that the skeleton is fitted to you first.

report-viewer_missing = the 3D viewer is not built; run: make setup
