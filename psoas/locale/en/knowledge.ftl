### Words for the codes of the knowledge tables: each set of codes has one word or sentence for each.

## Levels of evidence.

knowledge-evidence-measured = measured in people
knowledge-evidence-trial = tested in a trial with people
knowledge-evidence-model = computed with a model of the body
knowledge-evidence-expert = what guidelines and therapists agree on
knowledge-evidence-tradition = tradition, not tested

## Whom to see how fast, most urgent first.

knowledge-urgency-now = an ambulance or an emergency department, now
knowledge-urgency-today = a doctor or an out-of-hours line, today
knowledge-urgency-days = a doctor within days
knowledge-urgency-next_visit = a doctor or therapist, at your next visit

## What a phase of a breath asks for.

knowledge-breath_phase-in = breathe in
knowledge-breath_phase-top_up = a second, short breath in
knowledge-breath_phase-hold_full = hold with full lungs
knowledge-breath_phase-out = breathe out
knowledge-breath_phase-hum = breathe out, humming
knowledge-breath_phase-hold_empty = hold with empty lungs
knowledge-breath_phase-rest = let it rest
knowledge-breath_phase-free = breathe as you like

## What a pressure of massage feels like. 7 is how you know to stop.

knowledge-pressure-1 = a hand at rest
knowledge-pressure-2 = the skin moves and nothing more
knowledge-pressure-3 = you feel it, and it is pleasant
knowledge-pressure-4 = you feel it clearly, and it is still pleasant
knowledge-pressure-5 = strong, and you can breathe slowly with it
knowledge-pressure-6 = the edge: tender, and breath stays slow
knowledge-pressure-7 = too much: your breath stops or your body pulls away

## Moves of a repetition, as they stand in its tempo, and as a voice says them.

knowledge-move-up = { $seconds } s up
    .say = Up
knowledge-move-down = { $seconds } s down
    .say = Down
knowledge-move-in = { $seconds } s moving in
    .say = Move in
knowledge-move-out = { $seconds } s moving out
    .say = Move out
knowledge-move-back = { $seconds } s back
    .say = Back
knowledge-move-forward = { $seconds } s forward
    .say = Forward
knowledge-move-over = { $seconds } s over
    .say = Over
knowledge-move-on = { $seconds } s on
    .say = On
knowledge-move-off = { $seconds } s off
    .say = Off
knowledge-move-there = { $seconds } s there
    .say = There
knowledge-move-step = { $seconds } s a step
    .say = A step
knowledge-move-swing = { $seconds } s a swing
    .say = A swing
knowledge-move-move = { $seconds } s
    .say = Move
knowledge-move-run_walk = a minute of running, then { $seconds } s of walking
    .say = Then of walking
knowledge-move-hold = hold
knowledge-move-stay = stay
knowledge-move-still = still
knowledge-move-pace = hold the pace for a minute, then a minute as you like

## What an exercise needs of a person.

knowledge-position-lying_flat = lying flat
knowledge-position-prone = prone
knowledge-position-kneeling = kneeling
knowledge-position-standing = standing
knowledge-position-one_leg = one leg
knowledge-position-hands_on_floor = hands on floor
knowledge-position-floor = floor
knowledge-position-seated = seated

## What practices use.

knowledge-equipment-mat = mat
knowledge-equipment-chair = chair
knowledge-equipment-wall = wall
knowledge-equipment-step = step
knowledge-equipment-bed = bed
knowledge-equipment-pad = pad
knowledge-equipment-ball = ball
knowledge-equipment-roller = roller
knowledge-equipment-towel = towel
knowledge-equipment-band = resistance band
knowledge-equipment-weights = weights
knowledge-equipment-quiet_room = a quiet room

## What a stretch of time is for.

knowledge-strand-release = release
knowledge-strand-engage = engage
knowledge-strand-gluteal = gluteal
knowledge-strand-integrate = integrate
knowledge-strand-gait = gait
knowledge-strand-desk = desk
knowledge-strand-breath = breath
knowledge-strand-massage = massage
knowledge-strand-measure = measure
knowledge-strand-reflect = reflect
knowledge-strand-talk = talk
knowledge-strand-rest = rest

## By what a harder neighbour asks more.

knowledge-progression-load = load
knowledge-progression-lever = lever
knowledge-progression-range = range
knowledge-progression-stability = stability
knowledge-progression-speed = speed

## What asks for care in an exercise.

knowledge-caution-support_in_reach = Stand where you can reach a wall or a chair
knowledge-caution-hip_pinch = If the front of your hip pinches, stop before that point
knowledge-caution-keep_breathing = Keep breathing the whole time
knowledge-caution-hip_replaced_from_behind = After a hip replacement from behind, do not bend deep, cross your legs or turn the leg in unless your surgeon says so
knowledge-caution-pregnant_on_back = From about week 16 of pregnancy, do not lie flat on your back for long
knowledge-caution-hip_replaced_from_front = After a hip replacement from the front, do not stretch the leg back unless your surgeon says so
knowledge-caution-shoulder_on_back = If your shoulder is sore, do the tabletop hold on your back instead
knowledge-caution-sore_wrists = If your wrists are sore, use your fists or forearms
knowledge-caution-leg_pain_bending_back = If bending back brings on leg pain, stay in the middle of the range
knowledge-caution-thin_bones_bending = With thin bones or a broken vertebra, do not bend your back forward
knowledge-caution-shoulder_easy_range = If your shoulder is sore, lift your arm only as far as it feels easy
knowledge-caution-shoulder_table_top = If your shoulder is sore, leave this out or do the tabletop hold
knowledge-caution-shoulder_lean_back = If your shoulder is sore, fold your arms lower or lean back instead
knowledge-caution-shoulder_hand_on_it = If your shoulder is sore, rest your hand on it and do not lift the arm
knowledge-caution-shoulder_smaller = If your shoulder is sore, make the swing smaller
knowledge-caution-no_place_to_step = If you have no room to step, do the wall drive
knowledge-caution-running_free_of_pain = Do this only if running itself does not hurt
knowledge-caution-running_after_break = After a break from running, do the return to running first
knowledge-caution-walking_easy_first = Do this only once you can walk for half an hour with ease, with pain of 3 of 10 at most
knowledge-caution-outer_hip_pillow = If the side of your hip hurts when you lie on it, put a pillow between your knees
knowledge-caution-outer_hip_standing = If the side of your hip hurts when you lie on it, do the standing version
knowledge-caution-pregnant_hands_and_knees = In pregnancy, do this on hands and knees
knowledge-caution-outer_hip_cushion = If the side of your hip hurts when you lie on it, put a cushion under it
knowledge-caution-sore_kneecaps = If your kneecaps are sore, stay higher
knowledge-caution-knee_turning = If turning bothers your knee, do the side lunge
knowledge-caution-band_not_computed = A band around your legs makes it harder. Our figures are without a band
knowledge-caution-belly_pressure = Leave this out if you must not strain your belly, or if you have a hernia there
knowledge-caution-sciatic_pain = Leave this out if the lift brings on sciatic pain
knowledge-caution-pregnant_knees_or_wall = In pregnancy, do this on your knees or against a wall
knowledge-caution-use_hands = Use your hands if you need them
knowledge-caution-pregnant_on_side = In pregnancy, lie on your side
knowledge-caution-pregnant_leave_out = In pregnancy, leave this out

## When to stop an exercise.

knowledge-stop-sharp_pain = Sharp pain, pain above the limit in your plan, or pain that is not back to your usual the next day
knowledge-stop-leg_nerve_signs = New numbness, tingling or weakness in a leg
knowledge-stop-saddle_signs = Numbness between your legs or trouble passing water. Go to a hospital now

## Groups of questions.

knowledge-question_group-you = You
knowledge-question_group-where_it_hurts = Where it hurts
knowledge-question_group-moving_about = Moving about
knowledge-question_group-legs_and_nerves = Legs and nerves
knowledge-question_group-falls_and_bones = Falls and bones
knowledge-question_group-fever_and_illness = Fever and illness
knowledge-question_group-belly_and_groin = Belly and groin
knowledge-question_group-chest_and_breath = Chest and breath
knowledge-question_group-medicines_illnesses_operations = Medicines, illnesses, operations
knowledge-question_group-days_and_habits = Days and habits

## Units of answers and results, after a number.

knowledge-unit-years = years
knowledge-unit-weeks = weeks
knowledge-unit-of_ten = of 10
knowledge-unit-times = times
knowledge-unit-km = km
knowledge-unit-units = units
knowledge-unit-hours = hours
knowledge-unit-degrees = degrees
knowledge-unit-steps = steps
knowledge-unit-points = points
knowledge-unit-seconds = seconds
knowledge-unit-cm = cm
knowledge-unit-breaths_a_minute = breaths a minute
knowledge-unit-minutes = minutes

## When in the day.

knowledge-day_time-any = any
knowledge-day_time-evening = evening
knowledge-day_time-each_two_hours = each two hours
knowledge-day_time-morning_or_evening = morning or evening

## Where what is said of an effect comes from.

knowledge-origin-simulated = simulated
knowledge-origin-published_emg = measured in people
knowledge-origin-trial = trial
knowledge-origin-expert = expert
knowledge-origin-tradition = tradition

## Muscles, and parts of muscles, whose activation an exercise reports.

knowledge-muscle-psoas = psoas
knowledge-muscle-iliacus = iliacus
knowledge-muscle-gluteus_maximus = gluteus maximus
knowledge-muscle-gluteus_medius = gluteus medius
knowledge-muscle-tensor_fasciae_latae = tensor fasciae latae
knowledge-muscle-rectus_abdominis = rectus abdominis
knowledge-muscle-obliques = obliques
knowledge-muscle-back_extensors = back extensors
knowledge-muscle-hamstrings = hamstrings
knowledge-muscle-quadriceps = quadriceps
knowledge-muscle-calf = calf muscles
knowledge-muscle-gluteus_maximus_superior = gluteus maximus superior

## Effects that are stated and not computed.

knowledge-effect-bracing = bracing
knowledge-effect-breath = breath
knowledge-effect-calm = calm
knowledge-effect-control = control
knowledge-effect-drive = drive
knowledge-effect-hip_load = hip load
knowledge-effect-injury_risk = injury risk
