### The page of one recording: `psoas analyze` and `psoas report`. Tags such as <b> are part of the words; { $cite } stands
### for small numbered links to sources.

report-eyebrow = Psoas report
report-title = Psoas report: { $file }
report-skip = Skip to the findings
report-on_this_page = On this page
report-sources = Sources
report-cite = Source { $place }: { $title }
report-recorded = { $file } · { $seconds } s, { $frames } frames at { $rate } a second
report-footer = We measure and explain. We don't diagnose. New numbness between your legs, or trouble passing urine? Go to a hospital now.
report-made_with = Made with { $versions }.
report-how_sure = How sure is this?
report-assumed = assumed
report-not_seen = not seen

## What was recorded

report-understood-title = What we understood of the recording
report-understood-title_repaired = What we understood of the recording, and { $count ->
    [one] one thing
   *[other] { $count } things
} we put right in it
report-understood-repaired = Put right: { $what }
report-movement-walking = Walking
report-movement-running = Running
report-movement-walking_treadmill = Walking on a treadmill
report-movement-running_treadmill = Running on a treadmill
report-movement-sit_to_stand = Standing up from a seat
report-movement-squat = Squats
report-movement-lunge = Lunges
report-movement-knees_to_chest = Knees to the chest
report-movement-knee_raise = Knee raises
report-movement-standing = Standing
report-movement-other = A recorded movement

report-cycle-stride = each stride
report-cycle-repetition = each repetition
report-cycle-time = this recording

report-fit = Your markers and the body are { $mean } apart on average, { $worst } in the worst frame. 20 mm or less is usual{ $cite }.
report-fit_unknown = The joint angles came with the file. We don't know how well they fit its markers.

## The body in 3D

report-body-words = Drag to turn. Pinch or scroll to come closer. Tap a bone or a strand of muscle to see its name. The psoas is pale when long and deep red when short.
report-body-force = Shown by force, it is pale at rest and deep red when it pulls.
report-body-shortest = The body where the right psoas is shortest, { $seconds } s into the file.
report-body-push_off = The body as the right foot leaves the ground, { $seconds } s into the file.

## What was found

report-findings-title = What we found
report-findings-changed = Your right psoas changed its length by <b>{ $right }</b>, your left by <b>{ $left }</b>.

report-difference-less_than = less than { $value }
report-difference-uncertain = Right and left differ by { $apart }. We don't know how certain that is.
report-difference-within = Right and left differ by { $apart }. That is within what this measurement can be off ({ $half }).
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
report-lever-text = how far in front of the hip joint the psoas runs. A longer lever bends the hip more. Published models differ by a factor of two{ $cite }, so trust the change more than the size.
report-back-what = Curve of the low back
report-back-held = held as in standing: this recording can't tell the low back from the pelvis.
report-back-rounder = on average (lordosis, from L1 to the sacrum): { $by } rounder than the skeleton's upright posture{ $cite }.
report-back-arched = on average (lordosis, from L1 to the sacrum): { $by } more arched than the skeleton's upright posture{ $cite }.
report-pull-what = { $side ->
    [left] Pull of the left psoas
   *[right] Pull of the right psoas
}
report-pull-text = at its hardest in { $cycle }: computed, not measured. The range covers { $choices } ways to share the effort among muscles{ $cite }.
report-disc-what = Load on the low back
report-disc-text = at most, the force that presses L4 and L5 together: computed, over the same range of choices.
report-disc-assumed = We assumed your body mass.
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

report-layout-time = The whole recording, uncut: we found no strides or repetitions in it.
report-layout-strides = { $right } and { $left }, each from heel strike to heel strike of its own foot.
report-layout-repetitions = { $count } over one another, from rest to rest.
report-layout-few = One alone shows no variation. A longer recording would.
report-layout-many = Thin lines are single ones. The band is one standard deviation around their mean.
report-layout-thinned = Thin lines are { $most } single ones out of all. The line and the band are the mean of all of them and one standard deviation around it.
report-layout-means = Lines are the means over them.

## Your psoas

report-psoas-title = Your psoas
report-psoas-chart = Length of the psoas, % of standing
report-psoas-gait = It is long when your thigh is behind you and short when your thigh swings forward.
report-psoas-one_side = We saw only one side for a whole stride.
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
report-lever-note = This is geometry: where the muscle can pull, not if it did. We did not measure muscle activity. Trust the shape of the line more than its height: other models move it by { $half } mm{ $cite }.

## Pelvis, back and legs

report-trunk-title = Pelvis and low back
report-trunk-lead = The psoas starts on the low back and crosses the pelvis, so it follows both.
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
report-force-none = This report has no forces.
report-force-none_lengths = You asked for lengths alone. Analyse the recording again without --lengths-only to get them.
report-force-none_frames = Why: we need at least { $needed } frames with a pose.
report-force-none_unexplained = Why: the feet don't explain { $force } N. Something else held the body up.
report-force-none_help = This part will show how hard each psoas pulled, what your low back and hips carried, and what drove each step. Record a walk with both feet in view, or with force plates.
report-force-no_stride = We saw no side for a whole stride, so we can't give a pull.
report-force-side = { $side ->
    [left] your left psoas pulled with <b>{ $range }</b>
   *[right] your right psoas pulled with <b>{ $range }</b>
}
report-force-lead = At its hardest in { $cycle } { $sides }. { $force } is the weight of about 10 kg.
report-force-lead_join = { $right }, { $left }
report-force-middle = The first figure is the middle of { $choices } sound ways to share the effort among the muscles. The range covers all of them, each at its own hardest moment.
report-force-when = { $side ->
    [left] Every choice has the left one pull hardest at about { $percent } of its stride.
   *[right] Every choice has the right one pull hardest at about { $percent } of its stride.
}
report-force-alike = Right and left came out the same: less than { $force } apart in every way of sharing.
report-force-open = Which side pulled harder depends on the way of sharing: right minus left runs from { $low } to { $high }. So we claim no difference.
report-force-harder_right = Your right psoas pulled harder than your left in every way of sharing, by { $by }.
report-force-harder_left = Your left psoas pulled harder than your right in every way of sharing, by { $by }.
report-force-unsure_right = Your right psoas came out { $by } harder than your left in every way of sharing. But the ground forces alone can be off by that much, so we claim no difference.
report-force-unsure_left = Your left psoas came out { $by } harder than your right in every way of sharing. But the ground forces alone can be off by that much, so we claim no difference.
report-force-row_hardest = Hardest
report-force-row_when = When
report-force-row_greatest = Greatest in the recording
report-force-not_agreed = no agreement
report-force-sure_sharing = Nobody can see from outside how hard one muscle pulls. The turning force at each joint comes from your movement and the ground. How muscles share it is a rule: the least effort. There are several sound ways to write that rule. The range covers them all, and the middle line is their median. The choices differ in three things: how effort is priced (the same for each muscle, or by its size), how widely it is spread, and what we assume about stretched tissue and muscle strength.
report-force-sure_bracing = "Least effort" leaves out bracing, and we know that it asks too little of the psoas{ $bracing }. So read its size as low. The choices differ on how much of a late pull is stretched tissue and not muscle{ $tissue }. Where we tried both, plates and prediction put the peak of the psoas up to { $moved } % apart. Placing the markers again would change more. Nobody's psoas has been measured to check this.

## What forces are worth

report-ground-title = How hard the ground pushed
report-ground-chart = Upward force under each foot, times body weight
report-ground-filled = soft area: measured by force plates; elsewhere worked out
report-ground-lead = At most, the ground pushed up on your right foot with <b>{ $right }</b> body weights, on your left with <b>{ $left }</b>.
report-ground-predicted = Nothing under your feet measured how hard they pressed. We worked it out from how you moved (<b>predicted ground</b>{ $cite }).
report-ground-mixed = Force plates measured how hard your feet pressed while they stood on them: { $right } % of the time of your right foot on the ground, { $left } % of your left. We worked out the rest from how you moved (<b>predicted ground</b>{ $cite }).
report-ground-predicted_gait = It can be off by { $up } % of its range up and down, { $fore } % front to back, { $side } % sideways.
report-ground-predicted_other = We tried that on walking and running only, so we don't know how far it is off here.
report-ground-measured = Force plates measured how hard your feet pressed (<b>measured ground</b>). Plates and movement never agree fully. How we settle that moves the turning force at the hip by 0.15 N m for each kg of body.
report-ground-mass = Body mass: { $mass }.
report-ground-mass_assumed = Assumed body mass: { $mass }.
report-ground-mass_scales = Every force here grows and shrinks with it.
report-ground-hip_walk = The peak at push-off is less certain. In the walk that we tried with and without plates, the hip's peaks differed by up to { $off } body weights.
report-ground-hip_run = The peak at push-off is less certain. In the run that we tried with and without plates, the hip's peaks differed by up to { $off } body weights.

## What your low back and hips carried

report-back-title = What your low back carried
report-back-lead = The disc between L4 and L5 was pressed together with <b>{ $mean }</b> on average and <b>{ $peak }</b> at most. That is { $weights } times what your body weighs. Your two psoas muscles pull the spine down onto itself. They made { $own } of the average.
report-back-disc = Disc
report-back-peak = peak
report-back-own = psoas' own
report-back-published = In five men who walked, the peak at L3/4 was { $weights } body weights, and more with speed{ $weights_cite }. At L4/5, studies report about { $forces }{ $forces_cite }. All of these come from models too.
report-back-slide = Shear is the part that slides one vertebra over the next. At L5/S1 it is { $shear }, in the first way of sharing.
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
report-hips-in_vivo = In four people whose artificial hips measured it, the usual peak was { $weights } body weights, at a walk of about 4 km/h{ $cite }.
report-hips-above = Every way of sharing came out above that. A faster walk loads more, and this body's figures run high at push-off.

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
report-drive-lead = Three bursts of work drive a step: the back of the hip pushes, the front of the hip pulls, the calf pushes off. The front of the hip did { $sides } of the three.
report-drive-baseline = One recording can't say if that is a lot. It changes with speed, and we have no comparison for your speed yet. An earlier recording of yours at the same speed would give one.
report-drive-hatched = Hatched: what stretched muscle and the front of the hip's capsule gave back, not effort{ $cite }. Its share depends on how we compute it: { $shares }.
report-drive-passive_side = { $side ->
    [left] left { $ends }
   *[right] right { $ends }
}
report-drive-passive_join = { $right }; { $left }
report-drive-whiskers_walk = Whiskers: ±{ $off } J/kg, the largest gap between plates and prediction in the walk that we tried. The names are Winter's{ $cite }.
report-drive-whiskers_run = Whiskers: ±{ $off } J/kg, the largest gap between plates and prediction in the run that we tried. The names are Winter's{ $cite }.
report-power-hip_flexion = Power at the hip, W/kg
report-power-knee_angle = Power at the knee, W/kg
report-power-ankle_angle = Power at the ankle, W/kg
report-power-words-hip_flexion = above 0, the muscles and tissue of the hip drive; below 0 they brake
report-power-words-knee_angle = above 0, the muscles of the knee drive; below 0 they brake
report-power-words-ankle_angle = above 0, the calf drives; below 0 it brakes
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
report-pace-note = SD is how much it varied from stride to stride. We find heel strikes and toe-offs to about a frame; the rest follows from them.
report-angles-title = Every angle
report-angles-show = Show all { $count }
report-angles-degrees = Degrees
report-angles-least = least
report-angles-mean = mean
report-angles-greatest = greatest
report-angles-off = off by up to
report-angles-held = held: these markers can't see it
report-angles-note = "Off by up to" is how much an angle changes if you place the markers again{ $cite }. 0 is the skeleton's upright posture.

## What this rests on

report-rests-title = What this rests on
report-rests-not_validated = Not validated
report-rests-assumed = Assumed
report-rests-computed = Computed
report-rests-held = Held
report-rests-note = Note
report-rests-validated_words = Nobody's psoas has been scanned to check these figures: 0 people so far. Trust changes more than single values.
report-rests-brim = We chose where the psoas crosses the rim of the pelvis, and how it bends over the hip, so that its lever falls between the published models. They differ by a factor of two.
report-rests-standing = Standing (100 %, 0°) is the skeleton's own upright posture, with every angle at 0. It is not how you stood.
report-rests-shape = We scaled a skeleton of average shape to your size. Your own bones, and where your psoas starts on them, are different.
report-rests-forces = We computed the forces of muscles, discs and joints; we did not measure them. We assume that muscles share the work with the least effort and don't brace against each other. We know that this asks too little of the psoas.
report-rests-person = You did not give these, so we took them from the markers or assumed them: { $missing }. We used height { $height }, mass { $mass }, sex { $sex }.
report-rests-height_m = height
report-rests-mass_kg = mass
report-rests-sex = sex
report-rests-sex-female = female
report-rests-sex-male = male
report-rests-held_words = Held as in standing, because this recording can't see them: { $names }.
report-rests-source = { $kind }; { $status }. Used for { $use }.

## A recording that gives no answer

report-refusal-title = This recording is too poor to use
report-refusal-why = So we give no figure about your psoas. Why:
report-refusal-help = What would help
report-refusal-advice =
    .step-1 = Record again with all markers in view, above all the four on the pelvis.
    .step-2 = Check that no two markers swapped names, and that the units are right.
    .step-3 = Add a short trial of quiet standing with --static, so that we can fit the skeleton to you first.

report-viewer_missing = the 3D viewer is not built; run: make setup
