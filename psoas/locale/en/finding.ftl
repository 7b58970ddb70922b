# What an assessment finds: titles, what shows it, what it is read against, what speaks against it, what would change it.
# finding-<finding>-<sign> is the sentence of a sign, ...-side where the side is known; $value and $half are amounts and numbers.

## The front of the hip: short, or held

finding-psoas_short_or_guarded-title = A tight front of the hip
finding-psoas_short_or_guarded-asks = Do { $modified_thomas } on both sides, or { $steps_to_straighten }, and we can say more.
finding-psoas_short_or_guarded-unmeasured = You have no recording yet, and without one we can't separate your psoas from nearby muscles.
finding-psoas_short_or_guarded-but-1 = A tight hip does not tip the pelvis: in 25 people, hip length and pelvic tilt were unrelated (r = -0.04).
finding-psoas_short_or_guarded-but-2 = The test only counts if you hold your pelvis still. If the back arches, the thigh drops and the result is wrong.
finding-psoas_short_or_guarded-changes_by = Relax and slowly lengthen the front of your hip, then strengthen your buttocks. Repeat the thigh test and the steps after sitting to see the change.
finding-psoas_short_or_guarded-modified_thomas_differs = With your leg over the edge, one thigh hung { $value } (±{ $half }) higher than the other.
finding-psoas_short_or_guarded-modified_thomas_differs-side = With your leg over the edge, your { $side } thigh hung { $value } (±{ $half }) higher than your { $other }.
finding-psoas_short_or_guarded-modified_thomas_differs-norm = a gap of 10 degrees or more counts (assumed: trained hands measure to 8 or 9)
finding-psoas_short_or_guarded-modified_thomas_at_least = With your leg over the edge, one thigh stayed level or higher ({ $value }, ±{ $half }).
finding-psoas_short_or_guarded-modified_thomas_at_least-side = With your leg over the edge, your { $side } thigh stayed level or higher ({ $value }, ±{ $half }).
finding-psoas_short_or_guarded-modified_thomas_at_least-norm = 10.6 degrees below level (SD 9.6) in 300 active people, 250 of them injured
finding-psoas_short_or_guarded-modified_thomas_worse = One thigh now hangs { $value } higher than last time.
finding-psoas_short_or_guarded-modified_thomas_worse-side = Your { $side } thigh now hangs { $value } higher than last time.
finding-psoas_short_or_guarded-modified_thomas_worse-norm = your last result
finding-psoas_short_or_guarded-knees_to_chest_feel_differs = Pulling a knee to your chest feels { $value } tighter or more sore on one side.
finding-psoas_short_or_guarded-knees_to_chest_feel_differs-side = Pulling your knee to your chest feels { $value } tighter or more sore on the { $side } than on the { $other }.
finding-psoas_short_or_guarded-knees_to_chest_feel_at_least = Pulling a knee to your chest feels tight or sore ({ $value }).
finding-psoas_short_or_guarded-knees_to_chest_feel_at_least-side = Pulling your { $side } knee to your chest feels tight or sore ({ $value }).
finding-psoas_short_or_guarded-steps_to_straighten_at_least = After sitting, you need { $value } before you stand up straight.
finding-psoas_short_or_guarded-hip_hurts_straight = It hurts to straighten your hip, so you keep it bent.
finding-psoas_short_or_guarded-hip_hurts_straight-side = It hurts to straighten your { $side } hip, so you keep it bent.
finding-psoas_short_or_guarded-hip_lock = Your hip locks, catches or seizes.
finding-psoas_short_or_guarded-hip_lock-side = Your { $side } hip locks, catches or seizes.
finding-psoas_short_or_guarded-pain_where_groin = You feel it in your groin or the front of your thigh.
finding-psoas_short_or_guarded-pain_where_groin-side = You feel it in your groin or the front of your thigh, on the { $side }.
finding-psoas_short_or_guarded-psoas_longest_mm_differs-side = In each step your { $side } psoas stayed { $value } (±{ $half }) shorter than your { $other } at push-off.
finding-psoas_short_or_guarded-psoas_longest_mm_differs-norm = your other side
finding-psoas_short_or_guarded-psoas_longest_mm_differs_2-side = In this recording your { $side } psoas stayed { $value } (±{ $half }) shorter than your { $other } at its longest.
finding-psoas_short_or_guarded-psoas_longest_mm_differs_2-norm = your other side
finding-psoas_short_or_guarded-psoas_longest_mm_less-side = Your { $side } psoas stayed { $value } shorter than in your last recording (more than { $half } mm counts).
finding-psoas_short_or_guarded-psoas_longest_mm_less-norm = your last recording
finding-psoas_short_or_guarded-psoas_longest_mm_alike = Your recording found no difference between the two sides ({ $value } apart, ±{ $half }).
finding-psoas_short_or_guarded-modified_thomas_at_most = Your thigh hung { $size } below level, much like other active people.
finding-psoas_short_or_guarded-modified_thomas_at_most-side = Your { $side } thigh hung { $size } below level, much like other active people.

## How far the thigh goes back

finding-hip_extension_reduced-title = How far your leg goes back
finding-hip_extension_reduced-asks = Record yourself walking, and we can say more.
finding-hip_extension_reduced-but-1 = Markers never sit in quite the same place twice, so an angle can read a few degrees off. Speed changes it too.
finding-hip_extension_reduced-changes_by = Lengthen the front of your hip while you hold your pelvis still. Expect a little: 2 to 3 degrees after one session, about 2 after ten weeks in older people.
finding-hip_extension_reduced-hip_extension_deg_at_most-side = When you walk, your { $side } leg goes back only to { $value } (±{ $half }) of hip extension.
finding-hip_extension_reduced-hip_extension_deg_at_most-norm = 11 degrees (SD 6) in young and 7 (SD 6) in older adults at their own pace; the limit is two SD below young adults
finding-hip_extension_reduced-hip_extension_deg_differs-side = In each step your { $side } leg goes back { $value } (±{ $half }) less than your { $other }.
finding-hip_extension_reduced-hip_extension_deg_differs-norm = your other side
finding-hip_extension_reduced-hip_extension_deg_less-side = Your { $side } leg goes back { $value } less than in your last recording (more than { $half } degrees counts).
finding-hip_extension_reduced-hip_extension_deg_less-norm = your last recording
finding-hip_extension_reduced-steps_to_straighten_at_least = After sitting, you need { $value } before you stand up straight.
finding-hip_extension_reduced-hip_hurts_straight = It hurts to straighten your hip, so you keep it bent.
finding-hip_extension_reduced-hip_hurts_straight-side = It hurts to straighten your { $side } hip, so you keep it bent.
finding-hip_extension_reduced-hip_extension_deg_at_least-side = When you walk, your { $side } leg goes back to { $value } (±{ $half }), as far as most people's.

## Right and left differ

finding-side_asymmetry-title = One side does less
finding-side_asymmetry-asks = Do one test on both sides, such as { $modified_thomas }, { $knees_to_chest } or { $bridge_hold }, and we can say more.
finding-side_asymmetry-but-1 = Some difference is normal: of 120 healthy adults, only 61 in 100 had hips that turned alike. In 59 people with back pain, pain went with the difference more than with the range.
finding-side_asymmetry-changes_by = Do more sets on the weaker side. Repeat the same test in two weeks to see if the gap closes.
finding-side_asymmetry-modified_thomas_differs-side = With your leg over the edge, your { $side } thigh hung { $value } (±{ $half }) higher than your { $other }.
finding-side_asymmetry-modified_thomas_differs-norm = a gap of 10 degrees or more counts (assumed)
finding-side_asymmetry-knees_to_chest_differs-side = Your { $side } knee came { $value } (±{ $half }) less close to your chest than your { $other }.
finding-side_asymmetry-knees_to_chest_differs-norm = a gap of 10 degrees or more counts
finding-side_asymmetry-bridge_hold_differs-side = You held the one-leg bridge { $value } (±{ $half }) less on your { $side } than on your { $other }.
finding-side_asymmetry-bridge_hold_differs-norm = a gap of more than 19 in 100 counts (assumed: footballers differ by up to that much in a harder bridge)
finding-side_asymmetry-step_down_differs-side = Stepping down, you scored { $value } more on your { $side } than on your { $other }.
finding-side_asymmetry-step_down_differs-norm = a gap of 2 points or more counts (assumed)
finding-side_asymmetry-hip_extension_prone_differs-side = Your low back moved more when you lifted your { $side } leg behind you ({ $value }).
finding-side_asymmetry-psoas_longest_mm_differs-side = Your { $side } psoas stayed { $value } (±{ $half }) shorter than your { $other } at its longest.
finding-side_asymmetry-psoas_longest_mm_differs-norm = your other side
finding-side_asymmetry-psoas_excursion_mm_differs-side = Your { $side } psoas changed its length { $value } (±{ $half }) less than your { $other }.
finding-side_asymmetry-psoas_excursion_mm_differs-norm = your other side
finding-side_asymmetry-hip_extension_deg_differs-side = Your { $side } leg went back { $value } (±{ $half }) less than your { $other }.
finding-side_asymmetry-hip_extension_deg_differs-norm = your other side

## A hip that clicks or locks

finding-hip_clicks_or_locks-title = A hip that clicks or locks
finding-hip_clicks_or_locks-title_of = A hip that { $shown }
finding-hip_clicks_or_locks-asks = Tell us if a hip clicks, locks or pinches, and which one.
finding-hip_clicks_or_locks-but-1 = A click on its own is common and most often harmless. Only an examination can tell if it comes from a tendon or from the joint.
finding-hip_clicks_or_locks-changes_by = Move slowly through the middle of your range and stop before the click or pinch. Strengthen the muscles around your hip. If it locks, let a doctor or physiotherapist have a look.
finding-hip_clicks_or_locks-hip_lock = Your hip locks, catches or seizes.
finding-hip_clicks_or_locks-hip_lock-side = Your { $side } hip locks, catches or seizes.
finding-hip_clicks_or_locks-hip_lock-named = locks
finding-hip_clicks_or_locks-hip_click = Your hip clicks or snaps.
finding-hip_clicks_or_locks-hip_click-side = Your { $side } hip clicks or snaps.
finding-hip_clicks_or_locks-hip_click-named = clicks
finding-hip_clicks_or_locks-groin_pinch = You feel a pinch deep in your groin when your hip bends far.
finding-hip_clicks_or_locks-groin_pinch-side = You feel a pinch deep in your { $side } groin when your hip bends far.
finding-hip_clicks_or_locks-groin_pinch-named = pinches

## Ribs over the pelvis

finding-ribs_flared-title = Ribs that pop forward
finding-ribs_flared-asks = Do { $wall_ribs }, and we can say more.
finding-ribs_flared-but-1 = Nobody has shown how much is too much, or that it causes pain.
finding-ribs_flared-changes_by = Breathe into the sides and back of your ribs. Keep your ribs over your pelvis while your arms move.
finding-ribs_flared-wall_ribs_at_least = With your arms up against the wall, your front ribs popped forward and your back came off the wall.
finding-ribs_flared-wall_ribs_at_least_2 = With your arms up against the wall, your front ribs lifted a little.
finding-ribs_flared-hand_chest_belly_at_least = Your upper hand leads when you breathe.
finding-ribs_flared-hand_chest_belly_at_least-norm = your next result
finding-ribs_flared-stacking_deg_at_least = In your recording your ribs opened { $value } (±{ $half }) in front of your pelvis.
finding-ribs_flared-stacking_deg_at_least-norm = 0 means ribs right over pelvis; we count 10 degrees as a lot (assumed, no published norm)
finding-ribs_flared-stacking_deg_more = Your ribs opened { $value } more in front than in your last recording (more than { $half } degrees counts).
finding-ribs_flared-stacking_deg_more-norm = your last recording
finding-ribs_flared-wall_ribs_at_most = Against the wall your ribs stayed over your pelvis.

## The low back rounds where the hip should bend

finding-low_back_rounds-title = A low back that rounds before the hip bends
finding-low_back_rounds-asks = Do { $knees_to_chest } on both sides, and we can say more.
finding-low_back_rounds-but-1 = Rounding is a normal part of moving. Nobody has found an angle that does harm.
finding-low_back_rounds-changes_by = Practise bending from your hips with a long back, and free up your hips. A higher seat helps too.
finding-low_back_rounds-knees_to_chest_at_most-side = Your low back began to round once your { $side } hip was bent { $value } (±{ $half }).
finding-low_back_rounds-knees_to_chest_at_most-norm = adult hips bend about 120 to 134 degrees; measured alone, it reads lower
finding-low_back_rounds-knees_to_chest_worse-side = On your { $side }, your low back begins to round { $value } earlier than last time.
finding-low_back_rounds-knees_to_chest_worse-norm = your last result
finding-low_back_rounds-lordosis_least_deg_at_most = In your recording the curve of your low back flattened to { $value } (±{ $half }).
finding-low_back_rounds-lordosis_least_deg_at_most-norm = we count 15 degrees as flat (assumed); sitting takes about half of the curve you have when you stand

## A low back that arches

finding-low_back_arched-title = A low back that arches
finding-low_back_arched-asks = Do { $wall_gap } and { $hip_extension_prone }, and we can say more.
finding-low_back_arched-but-1 = An arch is normal, and a tight hip does not make one (r = -0.09 between the two).
finding-low_back_arched-changes_by = Take long breaths out and let your ribs come down. Use your belly muscles while a leg goes back, and let your buttock lift it.
finding-low_back_arched-wall_gap_at_least = The gap behind your low back was { $value } (±{ $half }) wide.
finding-low_back_arched-wall_gap_at_least-norm = we count 7 cm as wide (assumed, no published norm)
finding-low_back_arched-hip_extension_prone_at_least = Your low back arched before your leg moved.
finding-low_back_arched-hip_extension_prone_at_least-side = When you lifted your { $side } leg behind you, your low back arched first.
finding-low_back_arched-wall_ribs_at_least = With your arms up, your back came off the wall.
finding-low_back_arched-lordosis_deg_more = The curve of your low back is { $value } larger than in your last recording (more than { $half } degrees counts).
finding-low_back_arched-lordosis_deg_more-norm = your last recording

## What drives your step

finding-front_driven_step-title = A step pulled from the front
finding-front_driven_step-asks = Record two walks at the same speed, and we can say more.
finding-front_driven_step-unmeasured = You have no recording of your step yet. This is how the practice reads such signs.
finding-front_driven_step-but-1 = We have no comparison for your speed yet, so we can't say how much is usual.
finding-front_driven_step-changes_by = Stand tall over your front foot and push off with your back foot, from calf and buttock. Practise it walking first, then running. Record again at the same speed to see the change.
finding-front_driven_step-front_pull_percent_more-side = On your { $side }, the front of the hip did { $value } more of the work of a step than in your last recording at this speed (more than { $half } counts).
finding-front_driven_step-front_pull_percent_more-norm = your last recording at the same speed
finding-front_driven_step-front_pull_percent_differs-side = On your { $side }, the front of the hip did { $value } (±{ $half }) more of the work of a step than on your { $other }.
finding-front_driven_step-front_pull_percent_differs-norm = your other side, in the same steps
finding-front_driven_step-runs_hip_lock = You walk or run for sport on a hip that clicks or seizes.
finding-front_driven_step-runs_hip_lock-side = You walk or run for sport on a { $side } hip that clicks or seizes.
finding-front_driven_step-runs_pain_where_groin = You walk or run for sport and feel it at the front of your hip.
finding-front_driven_step-runs_pain_where_groin-side = You walk or run for sport and feel it at the front of your { $side } hip.
finding-front_driven_step-bridge_hold_differs-side = Your { $side } buttock holds { $value } less than your { $other }.
finding-front_driven_step-modified_thomas_differs-side = The front of your { $side } hip lets your thigh drop { $value } less than your { $other }.
finding-front_driven_step-front_pull_percent_alike = In your recording the front of the hip did the same share of the work on both sides ({ $value } apart, ±{ $half }).

## The buttocks: strength and endurance

finding-gluteals_weak_or_late-title = Buttock strength
finding-gluteals_weak_or_late-asks = Do { $bridge_hold } and { $step_down }, and we can say more.
finding-gluteals_weak_or_late-but-1 = A hold does not show which muscle did the work. No home test shows that a muscle works too late.
finding-gluteals_weak_or_late-changes_by = Do bridges and side-lying leg work, then steps and work on one leg, two or three days a week.
finding-gluteals_weak_or_late-bridge_hold_differs-side = You held the one-leg bridge { $value } (±{ $half }) less on your { $side } than on your { $other }.
finding-gluteals_weak_or_late-bridge_hold_differs-norm = a gap of more than 19 in 100 counts (assumed: footballers differ by up to that much in a harder bridge)
finding-gluteals_weak_or_late-bridge_hold_at_most = You held the one-leg bridge for { $value }.
finding-gluteals_weak_or_late-bridge_hold_at_most-side = You held the bridge on your { $side } leg for { $value } (±{ $half }).
finding-gluteals_weak_or_late-bridge_hold_at_most-norm = we count 15 seconds or less as short (assumed, no usable norm)
finding-gluteals_weak_or_late-bridge_hold_worse = You held the bridge { $value } less than last time.
finding-gluteals_weak_or_late-bridge_hold_worse-side = You held the bridge on your { $side } leg { $value } less than last time.
finding-gluteals_weak_or_late-bridge_hold_worse-norm = your last result
finding-gluteals_weak_or_late-step_down_at_least = You scored { $value } stepping down.
finding-gluteals_weak_or_late-step_down_at_least-side = You scored { $value } stepping down on your { $side } leg.
finding-gluteals_weak_or_late-step_down_at_least-norm = 0 or 1 is good, 2 or 3 fair, 4 or more poor
finding-gluteals_weak_or_late-step_down_differs-side = Stepping down, you scored { $value } more on your { $side } than on your { $other }.
finding-gluteals_weak_or_late-step_down_differs-norm = a gap of 2 points or more counts (assumed)
finding-gluteals_weak_or_late-pain_where_hip_outside = You feel it on the outside of your hip.
finding-gluteals_weak_or_late-pain_where_hip_outside-side = You feel it on the outside of your { $side } hip.

## The abdominal wall while you move

finding-abdominal_wall_not_engaging-title = Belly muscles while you move
finding-abdominal_wall_not_engaging-asks = Do { $hip_extension_prone } and { $wall_ribs }, and we can say more.
finding-abdominal_wall_not_engaging-but-1 = People with and without back pain look the same in these tests, and the tests do not show which muscle worked.
finding-abdominal_wall_not_engaging-changes_by = Draw in your deepest belly muscle (transversus abdominis) as you breathe quietly. Then do dead bugs: your legs move, your low back stays still.
finding-abdominal_wall_not_engaging-hip_extension_prone_at_least = Your low back arched before your leg moved.
finding-abdominal_wall_not_engaging-hip_extension_prone_at_least-side = When you lifted your { $side } leg behind you, your low back arched first.
finding-abdominal_wall_not_engaging-hip_extension_prone_at_least_2 = Your low back arched a little as your leg went back.
finding-abdominal_wall_not_engaging-hip_extension_prone_at_least_2-side = When you lifted your { $side } leg behind you, your low back arched a little.
finding-abdominal_wall_not_engaging-wall_ribs_at_least = With your arms up, your front ribs popped forward.
finding-abdominal_wall_not_engaging-hand_chest_belly_at_least = Your belly pulls in as you breathe in.
finding-abdominal_wall_not_engaging-birth_recent = You gave birth in the last 12 weeks.
finding-abdominal_wall_not_engaging-operations_belly_or_caesarean = You had an operation on your belly or groin.

## Breath: high, or fast

finding-breath_high_or_fast-title = High or fast breathing
finding-breath_high_or_fast-asks = Do { $hand_chest_belly } and { $breaths_a_minute }, and we can say more.
finding-breath_high_or_fast-but-1 = Few people breathe by the book: of 51 healthy people, only 5 passed all three breathing tests of one study. None of the tests matched the carbon dioxide in their blood.
finding-breath_high_or_fast-changes_by = On most days, take five minutes of small, slow breaths through your nose. Then breathe like that as you move. Count again after two weeks.
finding-breath_high_or_fast-hand_chest_belly_at_least = Your upper hand leads when you breathe at rest.
finding-breath_high_or_fast-hand_chest_belly_at_least-norm = your next result; few people meet any norm
finding-breath_high_or_fast-breaths_a_minute_at_least = You counted { $value } at rest (±{ $half }).
finding-breath_high_or_fast-breaths_a_minute_at_least-norm = most people take 12 to 20
finding-breath_high_or_fast-nijmegen = You ticked many signs that can go with breathing and with stress (Nijmegen { $value }).
finding-breath_high_or_fast-nijmegen-norm = 23 or more is the classic cut-off; some count 20 or more
finding-breath_high_or_fast-breath_high = Your breath often sits high in your chest or does not go all the way.
finding-breath_high_or_fast-panic_like = You get attacks with a racing heart or breath you can't control.
finding-breath_high_or_fast-hand_chest_belly_at_most = At rest your lower hand moves first and moves more.
finding-breath_high_or_fast-breaths_a_minute_at_most = You counted { $value } at rest, within the usual range.

## Hours of sitting

finding-sitting_load-title = Long hours of sitting
finding-sitting_load-asks = Tell us how many hours you sit on a working day.
finding-sitting_load-but-1 = In a trial of 317 office workers, sitting less eased necks and shoulders but not backs. No break rhythm is proven.
finding-sitting_load-changes_by = Get up for a short, active break a few times a day and change how you sit. Even two minutes of walking eased sitting pain for a while.
finding-sitting_load-sitting_hours = You sit { $value } on a working day.
finding-sitting_load-sitting_hours-norm = we count 8 hours as long (assumed)
finding-sitting_load-sitting_hours_2 = You sit { $value } on a usual working day.
finding-sitting_load-sitting_hours_2-norm = we count 8 hours as long (assumed)
finding-sitting_load-sitting_stretch_min = You often sit { $value } minutes before you stand up.
finding-sitting_load-sitting_stretch_min-norm = 30 to 60 minutes is common advice, not proven
finding-sitting_load-work_kind_desk = You spend most of your working day at a desk or a wheel.
finding-sitting_load-travels_often = You often sit through long trips.

## Strain

finding-stress_load-title = Stress
finding-stress_load-asks = Tell us how stressed you have felt, or answer the two questions on worry.
finding-stress_load-but-1 = These numbers are a first check. They name no illness, and they can't say if stress or the body came first.
finding-stress_load-changes_by = Practise slow breathing: in trials it helped stress a little. Sleep, movement and people you can talk to help too.
finding-stress_load-stress_level = You rate your stress { $value }.
finding-stress_load-stress_level-norm = your next answer; we count 7 as high (assumed)
finding-stress_load-stress = You rate your stress of the last week { $value } of 10.
finding-stress_load-stress-norm = your next answer; we count 7 as high (assumed)
finding-stress_load-gad2 = You scored { $value } on two questions about worry.
finding-stress_load-gad2-norm = 3 is the published cut-off
finding-stress_load-gad7 = You scored { $value } on seven questions about worry.
finding-stress_load-gad7-norm = 8 is the best pooled cut-off
finding-stress_load-phq2 = You scored { $value } on two questions about mood.
finding-stress_load-phq2-norm = 3 is a published cut-off
finding-stress_load-panic_like = You get sudden attacks of fear.
finding-stress_load-stress_level_against = You rate your stress { $value }.

## Sleep

finding-sleep_short-title = Short or poor sleep
finding-sleep_short-asks = Tell us how well and how long you sleep.
finding-sleep_short-but-1 = There is no norm for one number on sleep. Compare it with your next answer.
finding-sleep_short-changes_by = Get up at the same time each day, keep the last hour quiet, and use the long breath out. If you sleep badly for weeks, talk to a doctor.
finding-sleep_short-sleep_hours = You sleep { $value } on a usual night.
finding-sleep_short-sleep_hours-norm = adults are advised to sleep 7 hours or more
finding-sleep_short-sleep_quality = You rate your sleep { $value }.
finding-sleep_short-sleep_quality-norm = your next answer
finding-sleep_short-sleep = You rate your sleep of the last week { $value } of 10.
finding-sleep_short-sleep-norm = your next answer
finding-sleep_short-sleep_quality_against = You rate your sleep { $value }.

## Signs in the leg that are like those of a nerve

finding-nerve_like_leg-title = Leg signs that could come from a nerve
finding-nerve_like_leg-asks = Tell us if pain runs below your knee and if a leg is numb or weak, or do { $slump }.
finding-nerve_like_leg-but-1 = No home test can tell a pressed nerve from pain that spreads. In the slump test, no leg pain is reassuring; leg pain alone proves little.
finding-nerve_like_leg-changes_by = Have it looked at, and keep moving in ways that don't bring it on. New leg pain often eases within weeks; with a narrowed spinal canal about half stay the same. If a leg gets weaker or more numb, see a doctor at once.
finding-nerve_like_leg-sciatica = Pain runs from your buttock down a leg, below the knee.
finding-nerve_like_leg-sciatica-side = Pain runs from your buttock down your { $side } leg, below the knee.
finding-nerve_like_leg-pain_where_below_knee = You feel it below your knee.
finding-nerve_like_leg-pain_where_below_knee-side = You feel it below your { $side } knee.
finding-nerve_like_leg-leg_numb = Part of a leg or foot is numb or tingles.
finding-nerve_like_leg-leg_numb-side = Part of your { $side } leg or foot is numb or tingles.
finding-nerve_like_leg-leg_weak = A leg or foot is weaker than it was.
finding-nerve_like_leg-leg_weak-side = Your { $side } leg or foot is weaker than it was.
finding-nerve_like_leg-slump_at_least = The slump test brought on the leg pain you know.
finding-nerve_like_leg-slump_at_least-side = The slump test brought on the pain you know in your { $side } leg.
finding-nerve_like_leg-slump_at_most = The slump test brought no leg pain.
finding-nerve_like_leg-slump_at_most-side = The slump test brought no pain in your { $side } leg.
finding-nerve_like_leg-straight_leg_raise_differs-side = Your straight { $side } leg came up { $value } (±{ $half }) less than your { $other }.
finding-nerve_like_leg-straight_leg_raise_differs-norm = a gap of 10 degrees or more counts (assumed)

## The outer thigh and the knee (the IT band)

finding-outer_thigh_or_knee-title = Outer thigh or knee pain
finding-outer_thigh_or_knee-asks = Tell us if your outer thigh or knee hurts, and on which side.
finding-outer_thigh_or_knee-but-1 = Where it hurts does not show what hurts. Not every sore knee is the IT band (the long band on the outer thigh).
finding-outer_thigh_or_knee-changes_by = Strengthen the side of your hip. Practise steps with your knee over your foot. Build up your training slowly.
finding-outer_thigh_or_knee-pain_where_thigh_outside = You feel it along your outer thigh.
finding-outer_thigh_or_knee-pain_where_thigh_outside-side = You feel it along your outer { $side } thigh.
finding-outer_thigh_or_knee-pain_where_knee = You feel it at your knee.
finding-outer_thigh_or_knee-pain_where_knee-side = You feel it at your { $side } knee.
finding-outer_thigh_or_knee-step_down_at_least = You scored { $value } stepping down.
finding-outer_thigh_or_knee-step_down_at_least-side = You scored { $value } stepping down on your { $side } leg.
finding-outer_thigh_or_knee-step_down_at_least-norm = 4 or more counts as poor

## Pain about the hip

finding-knee_pain_front-title = Pain at the front of the knee
finding-knee_pain_front-asks = Tell us if the front of your knee hurts, and on which side.
finding-knee_pain_front-but-1 = Where it hurts does not show what hurts. If your knee swells, locks or gives way, see a doctor soon.
finding-knee_pain_front-changes_by = Train your hips and thighs together. That helped most in trials. Start with shallow squats and low steps, and go deeper as your knee allows. If it has hurt for months, ask a physiotherapist to examine it.
finding-knee_pain_front-knee_front = The front of your knee hurts.
finding-knee_pain_front-knee_front-side = The front of your { $side } knee hurts.
finding-knee_pain_front-step_down_at_least = You scored { $value } stepping down.
finding-knee_pain_front-step_down_at_least-side = You scored { $value } stepping down on your { $side } leg.
finding-knee_pain_front-step_down_at_least-norm = 4 or more counts as poor

finding-hip_pain-title = Hip pain
finding-hip_pain-asks = Tell us where it hurts, and on which side.
finding-hip_pain-but-1 = Where it hurts does not show what hurts. Pain in the groin, buttock or thigh can come from the low back.
finding-hip_pain-changes_by = Keep moving where pain stays low and settles by the next day, and strengthen the muscles around your hip. If it lasts for weeks, or you can't put weight on that leg, see a doctor or physiotherapist.
finding-hip_pain-pain_where_groin = Your groin hurts.
finding-hip_pain-pain_where_groin-side = Your { $side } groin hurts.
finding-hip_pain-pain_where_thigh_front = The front of your thigh hurts.
finding-hip_pain-pain_where_thigh_front-side = The front of your { $side } thigh hurts.
finding-hip_pain-pain_where_hip_outside = The outside of your hip hurts.
finding-hip_pain-pain_where_hip_outside-side = The outside of your { $side } hip hurts.
finding-hip_pain-pain_where_buttock = Your buttock hurts.
finding-hip_pain-pain_where_buttock-side = Your { $side } buttock hurts.

## Low back pain

finding-low_back_pain-title = Low back pain
finding-low_back_pain-asks = Tell us where it hurts and how much.
finding-low_back_pain-but-1 = How far a hip moves has little to do with back pain (24 studies, very low quality).
finding-low_back_pain-changes_by = Exercise: it helps a little to moderately. No kind is clearly best, so pick one you will keep doing. A change of 2 of 10 in pain is a real change.
finding-low_back_pain-pain_where_low_back = Your low back hurts.
finding-low_back_pain-pain_now = Your low back hurts, { $value }.
finding-low_back_pain-pain_now-norm = a change of 2 counts
finding-low_back_pain-roland_morris = Your back keeps you from part of your day (Roland-Morris { $value }).
finding-low_back_pain-roland_morris-norm = people call themselves recovered at 2 or less; a change of 5 counts
finding-low_back_pain-active_straight_leg_raise_at_least = Lifting a straight leg was hard for you ({ $value }).
finding-low_back_pain-active_straight_leg_raise_at_least-side = Lifting your straight { $side } leg was hard for you ({ $value }).
finding-low_back_pain-active_straight_leg_raise_at_least-norm = 0 is usual; from 1 on it points to the back of the pelvis
finding-low_back_pain-pain_now_0_against = Your pain is 0 now.

## Neck and shoulders

finding-neck_shoulder_tension-title = Neck and shoulders
finding-neck_shoulder_tension-asks = Tell us where it hurts.
finding-neck_shoulder_tension-but-1 = Where it hurts does not show where it comes from.
finding-neck_shoulder_tension-changes_by = Take breaks from sitting: in a trial that eased necks and shoulders. Let your shoulders drop as you breathe, and move your upper back.
finding-neck_shoulder_tension-pain_where_neck = Your neck or shoulders hurt.

## Balance

finding-balance_short-title = Balance
finding-balance_short-asks = Do { $one_leg_stance }, and tell us about falls in the last year.
finding-balance_short-but-1 = One test does not predict falls. At home, a change of less than 24 seconds may be chance.
finding-balance_short-changes_by = On most days, practise standing next to something solid. Use less and less support.
finding-balance_short-one_leg_stance_at_most = You stood on one leg for { $value }.
finding-balance_short-one_leg_stance_at_most-side = You stood on your { $side } leg for { $value }.
finding-balance_short-one_leg_stance_at_most-norm = best of three is about 45 seconds at 18 to 39, 32 at 60 to 69, 22 at 70 to 79, 9 from 80 on
finding-balance_short-falls = You fell { $value } in the last 12 months. Tell a doctor about each fall.
finding-balance_short-falls-norm = from 65 on, tell a doctor about any fall
finding-balance_short-five_sit_to_stand_at_least = Five times up from a chair took you { $value }.
finding-balance_short-five_sit_to_stand_at_least-norm = slower than average is more than 11.4 seconds at 60 to 69, 12.6 at 70 to 79, 14.8 at 80 to 89
finding-balance_short-walking_aid = You walk with a stick, crutches or a frame.

## A jump in training

finding-training_jump-title = A jump in training
finding-training_jump-asks = Tell us if you raised your training before it began, and how long your longest runs are.
finding-training_jump-but-1 = A jump explains few injuries, and the change from one week to the next explains none.
finding-training_jump-changes_by = Keep your longest run of the week within a tenth of the longest of the last 30 days. Pain should settle by the next morning.
finding-training_jump-load_jump = You raised your training a lot before this began.
finding-training_jump-longest_run_week_km = Your longest run was { $value } times the longest of the 30 days before.
finding-training_jump-longest_run_week_km-norm = above 1.1 went with more injuries in 5205 runners
finding-training_jump-pain_next_morning = The morning after training, your pain is { $value } of 10.
finding-training_jump-pain_next_morning-norm = settled by the next morning

## Habits that count for backs and breath

finding-habits-title = Habits that affect your back and breath
finding-habits-asks = Tell us if you smoke and how much you drink.
finding-habits-changes_by = It's your call. Help to stop works better than willpower alone; ask a pharmacist or doctor.
finding-habits-smokes = You smoke.
finding-habits-alcohol_units = You drink about { $value } of alcohol a week.
finding-habits-alcohol_units-norm = the United Kingdom advises no more than 14

## Your own baseline

finding-own_baseline-title = Your starting point
finding-own_baseline-but-1 = No finding does not mean that nothing is there.
finding-own_baseline-changes_by = Keep your hips, back and breath moving. Repeat the same tests in a few weeks and compare with today.
finding-own_baseline-words = Nothing stands out in your answers, tests or recordings. Today's numbers are your starting point: compare your next ones with them.
finding-own_baseline-words_seen = Beyond what is named above, your answers, tests and recordings show no pattern. Today's numbers are your starting point: compare your next ones with them.
