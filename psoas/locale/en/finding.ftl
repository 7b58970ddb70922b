# What an assessment finds: titles, what shows it, what it is read against, what speaks against it, what would change it.
# finding-<finding>-<sign> is the sentence of a sign, ...-side where the side is known; $value and $half are amounts and numbers.

## The front of the hip: short, or held

finding-psoas_short_or_guarded-title = The front of the hip: short, or held
finding-psoas_short_or_guarded-asks = { $modified_thomas } on both sides, and { $steps_to_straighten } would tell.
finding-psoas_short_or_guarded-unmeasured = No recording measured your psoas: from outside it is not told from its neighbours.
finding-psoas_short_or_guarded-but-1 = How long the front of the hip is does not tell how the pelvis tips in standing: among 25 people the two had nothing to do with each other (r = -0.04).
finding-psoas_short_or_guarded-but-2 = When the pelvis is not held, the thigh over the edge says nothing about how far a hip extends.
finding-psoas_short_or_guarded-changes_by = Release and slow lengthening at the front of the hip, then work for the buttocks; the thigh over the edge and the steps after sitting show whether it changes.
finding-psoas_short_or_guarded-modified_thomas_differs = One thigh hung { $value } (±{ $half }) higher than the other over the edge.
finding-psoas_short_or_guarded-modified_thomas_differs-side = Your { $side } thigh hung { $value } (±{ $half }) higher than your { $other } over the edge.
finding-psoas_short_or_guarded-modified_thomas_differs-norm = a side difference counts from 10 degrees on (assumed: trained hands reach 8 to 9)
finding-psoas_short_or_guarded-modified_thomas_at_least = A thigh stayed at or above level ({ $value }, ±{ $half }) over the edge.
finding-psoas_short_or_guarded-modified_thomas_at_least-side = Your { $side } thigh stayed at or above level ({ $value }, ±{ $half }) over the edge.
finding-psoas_short_or_guarded-modified_thomas_at_least-norm = 10.6 degrees below level (SD 9.6) among 300 active people
finding-psoas_short_or_guarded-modified_thomas_worse = A thigh hangs { $value } higher than the time before.
finding-psoas_short_or_guarded-modified_thomas_worse-side = Your { $side } thigh hangs { $value } higher than the time before.
finding-psoas_short_or_guarded-modified_thomas_worse-norm = your own earlier value
finding-psoas_short_or_guarded-knees_to_chest_feel_differs = Drawing the knees to the chest feels { $value } tighter or more sore on one side.
finding-psoas_short_or_guarded-knees_to_chest_feel_differs-side = Drawing the knee to the chest feels { $value } tighter or more sore on your { $side } than on your { $other }.
finding-psoas_short_or_guarded-knees_to_chest_feel_at_least = Drawing the knee to the chest feels tight or sore ({ $value }).
finding-psoas_short_or_guarded-knees_to_chest_feel_at_least-side = Drawing the { $side } knee to the chest feels tight or sore ({ $value }).
finding-psoas_short_or_guarded-steps_to_straighten_at_least = It takes you { $value } to stand straight after sitting.
finding-psoas_short_or_guarded-hip_hurts_straight = You told us that straightening the hip hurts, so that you keep it bent.
finding-psoas_short_or_guarded-hip_hurts_straight-side = You told us that straightening the { $side } hip hurts, so that you keep it bent.
finding-psoas_short_or_guarded-hip_lock = You told us that a hip locks, catches or seizes.
finding-psoas_short_or_guarded-hip_lock-side = You told us that your { $side } hip locks, catches or seizes.
finding-psoas_short_or_guarded-pain_where_groin = You feel it in the groin or the front of the thigh.
finding-psoas_short_or_guarded-pain_where_groin-side = You feel it in the groin or the front of the thigh, on the { $side }.
finding-psoas_short_or_guarded-psoas_longest_mm_differs-side = In each step your { $side } psoas stayed { $value } (±{ $half }) shorter than your { $other } at its longest, about push-off.
finding-psoas_short_or_guarded-psoas_longest_mm_differs-norm = your other side
finding-psoas_short_or_guarded-psoas_longest_mm_differs_2-side = In this recording your { $side } psoas stayed { $value } (±{ $half }) shorter than your { $other } at its longest.
finding-psoas_short_or_guarded-psoas_longest_mm_differs_2-norm = your other side
finding-psoas_short_or_guarded-psoas_longest_mm_less-side = Your { $side } psoas stayed { $value } shorter than in your earlier recording (beyond { $half } mm counts).
finding-psoas_short_or_guarded-psoas_longest_mm_less-norm = your own earlier recording
finding-psoas_short_or_guarded-psoas_longest_mm_alike = In your recording the two sides reached the same length, as far as it can tell ({ $value } apart, ±{ $half }).
finding-psoas_short_or_guarded-modified_thomas_at_most = A thigh hung { $size } below level, about where active people's do.
finding-psoas_short_or_guarded-modified_thomas_at_most-side = Your { $side } thigh hung { $size } below level, about where active people's do.

## How far the thigh goes back

finding-hip_extension_reduced-title = How far the thigh goes back
finding-hip_extension_reduced-asks = A recording of walking would tell.
finding-hip_extension_reduced-but-1 = When markers are placed anew, a joint angle may read a few degrees more or less. It also changes with speed.
finding-hip_extension_reduced-changes_by = Lengthening the front of the hip with the pelvis held; one session gave 2 to 3 degrees, ten weeks about 2 in older people.
finding-hip_extension_reduced-hip_extension_deg_at_most-side = In your walking the { $side } thigh went back only to { $value } (±{ $half }) of hip extension.
finding-hip_extension_reduced-hip_extension_deg_at_most-norm = 11 degrees (SD 6) in young and 7 (SD 6) in older adults at their own speed; the bound is two SD below the former
finding-hip_extension_reduced-hip_extension_deg_differs-side = In each step your { $side } thigh went { $value } (±{ $half }) less far back than your { $other }.
finding-hip_extension_reduced-hip_extension_deg_differs-norm = your other side
finding-hip_extension_reduced-hip_extension_deg_less-side = Your { $side } thigh goes { $value } less far back than in your earlier recording (beyond { $half } degrees counts).
finding-hip_extension_reduced-hip_extension_deg_less-norm = your own earlier recording
finding-hip_extension_reduced-steps_to_straighten_at_least = It takes you { $value } to stand straight after sitting.
finding-hip_extension_reduced-hip_hurts_straight = You told us that straightening the hip hurts, so that you keep it bent.
finding-hip_extension_reduced-hip_hurts_straight-side = You told us that straightening the { $side } hip hurts, so that you keep it bent.
finding-hip_extension_reduced-hip_extension_deg_at_least-side = In your walking the { $side } thigh went back to { $value } (±{ $half }), as far as most people's.

## Right and left differ

finding-side_asymmetry-title = Right and left differ
finding-side_asymmetry-asks = A test on both sides, such as { $modified_thomas }, { $knees_to_chest } or { $bridge_hold } would tell.
finding-side_asymmetry-but-1 = Some difference is common: the hips of 120 healthy adults turned alike in only 61 of 100. In 59 people with back pain the difference of the sides went with pain more than the range did.
finding-side_asymmetry-changes_by = More sets on the side with less; the same test in two weeks shows whether the gap closes.
finding-side_asymmetry-modified_thomas_differs-side = Over the edge your { $side } thigh hung { $value } (±{ $half }) higher than your { $other }.
finding-side_asymmetry-modified_thomas_differs-norm = a side difference counts from 10 degrees on (assumed)
finding-side_asymmetry-knees_to_chest_differs-side = Your { $side } knee came { $value } (±{ $half }) less far to the chest than your { $other }.
finding-side_asymmetry-knees_to_chest_differs-norm = a side difference counts from 10 degrees on
finding-side_asymmetry-bridge_hold_differs-side = In the bridge on one leg your { $side } held { $value } (±{ $half }) less than your { $other }.
finding-side_asymmetry-bridge_hold_differs-norm = healthy sides differ by up to 19 in 100
finding-side_asymmetry-step_down_differs-side = Stepping down you counted { $value } more on your { $side } than on your { $other }.
finding-side_asymmetry-step_down_differs-norm = a side difference counts from 2 points on (assumed)
finding-side_asymmetry-hip_extension_prone_differs-side = With the { $side } leg carried back, the low back moved more ({ $value }).
finding-side_asymmetry-psoas_longest_mm_differs-side = Your { $side } psoas stayed { $value } (±{ $half }) shorter than your { $other } at its longest.
finding-side_asymmetry-psoas_longest_mm_differs-norm = your other side
finding-side_asymmetry-psoas_excursion_mm_differs-side = Your { $side } psoas moved through { $value } (±{ $half }) less than your { $other }.
finding-side_asymmetry-psoas_excursion_mm_differs-norm = your other side
finding-side_asymmetry-hip_extension_deg_differs-side = Your { $side } thigh went { $value } (±{ $half }) less far back than your { $other }.
finding-side_asymmetry-hip_extension_deg_differs-norm = your other side

## A hip that clicks or locks

finding-hip_clicks_or_locks-title = A hip that clicks or locks
finding-hip_clicks_or_locks-title_of = A hip that { $shown }
finding-hip_clicks_or_locks-asks = Whether a hip clicks, locks or pinches, and which would tell.
finding-hip_clicks_or_locks-but-1 = A click alone is common and most often means nothing. Words cannot tell a tendon from a joint.
finding-hip_clicks_or_locks-changes_by = Middle range, slow, without forcing into the click or the pinch; strength about the hip. Locking is worth a look by a doctor or physiotherapist.
finding-hip_clicks_or_locks-hip_lock = You told us that a hip locks, catches or seizes.
finding-hip_clicks_or_locks-hip_lock-side = You told us that your { $side } hip locks, catches or seizes.
finding-hip_clicks_or_locks-hip_lock-named = locks
finding-hip_clicks_or_locks-hip_click = You told us that a hip clicks or snaps.
finding-hip_clicks_or_locks-hip_click-side = You told us that your { $side } hip clicks or snaps.
finding-hip_clicks_or_locks-hip_click-named = clicks
finding-hip_clicks_or_locks-groin_pinch = Bent far, a hip pinches deep in the groin.
finding-hip_clicks_or_locks-groin_pinch-side = Bent far, your { $side } hip pinches deep in the groin.
finding-hip_clicks_or_locks-groin_pinch-named = pinches

## Ribs over the pelvis

finding-ribs_flared-title = Ribs over the pelvis
finding-ribs_flared-asks = { $wall_ribs } would tell.
finding-ribs_flared-but-1 = No figure was found from which ribs count as flared, and none that ties it to pain.
finding-ribs_flared-changes_by = Breath into the sides and back of the ribs, and ribs kept over the pelvis while the arms move.
finding-ribs_flared-wall_ribs_at_least = Against the wall, arms up, your front ribs popped forward and the back came off the wall.
finding-ribs_flared-wall_ribs_at_least_2 = Against the wall, arms up, your front ribs lifted a little.
finding-ribs_flared-hand_chest_belly_at_least = The upper hand leads when you breathe.
finding-ribs_flared-hand_chest_belly_at_least-norm = your own next result
finding-ribs_flared-stacking_deg_at_least = In your recording the ribs opened { $value } (±{ $half }) in front against the pelvis.
finding-ribs_flared-stacking_deg_at_least-norm = 0 is parallel; 10 degrees are assumed as much, no published norm
finding-ribs_flared-stacking_deg_more = Ribs and pelvis opened { $value } further in front than in your earlier recording (beyond { $half } degrees counts).
finding-ribs_flared-stacking_deg_more-norm = your own earlier recording
finding-ribs_flared-wall_ribs_at_most = Against the wall your ribs stayed over the pelvis.

## The low back rounds where the hip should bend

finding-low_back_rounds-title = The low back rounds where the hip should bend
finding-low_back_rounds-asks = { $knees_to_chest } on both sides would tell.
finding-low_back_rounds-but-1 = Rounding is part of moving, and no angle was found from which it harms.
finding-low_back_rounds-changes_by = Bending from the hips with the back long (hip hinge, seat height), and hips that move more freely.
finding-low_back_rounds-knees_to_chest_at_most-side = Your low back began to round when the { $side } hip was bent by { $value } (±{ $half }).
finding-low_back_rounds-knees_to_chest_at_most-norm = adults' hips bend to about 120 to 134 degrees; alone one reads lower
finding-low_back_rounds-knees_to_chest_worse-side = Your low back begins to round { $value } earlier on the { $side } than the time before.
finding-low_back_rounds-knees_to_chest_worse-norm = your own earlier value
finding-low_back_rounds-lordosis_least_deg_at_most = In your recording the curve of the low back flattened to { $value } (±{ $half }).
finding-low_back_rounds-lordosis_least_deg_at_most-norm = 15 degrees are assumed; sitting takes about half of the standing curve

## A low back that arches

finding-low_back_arched-title = A low back that arches
finding-low_back_arched-asks = { $wall_gap } and { $hip_extension_prone } would tell.
finding-low_back_arched-but-1 = An arch is no fault, and how long the front of the hip is does not tell it (r = -0.09 with the curve of the low back).
finding-low_back_arched-changes_by = Long breaths out that let the ribs come down, the abdominal wall at work while a leg goes back, and glutei that carry the leg.
finding-low_back_arched-wall_gap_at_least = The gap behind your low back was { $value } (±{ $half }) wide.
finding-low_back_arched-wall_gap_at_least-norm = no published norm; 7 cm are assumed
finding-low_back_arched-hip_extension_prone_at_least = Your low back arched before the thigh moved.
finding-low_back_arched-hip_extension_prone_at_least-side = With the { $side } leg carried back, your low back arched before the thigh moved.
finding-low_back_arched-wall_ribs_at_least = With the arms up, the back came off the wall.
finding-low_back_arched-lordosis_deg_more = The curve of your low back is { $value } larger than in your earlier recording (beyond { $half } degrees counts).
finding-low_back_arched-lordosis_deg_more-norm = your own earlier recording

## What drives your step

finding-front_driven_step-title = What drives your step
finding-front_driven_step-asks = Two recordings of walking at the same speed would tell.
finding-front_driven_step-unmeasured = No recording measured your step: this is how the practice reads such signs.
finding-front_driven_step-but-1 = No band of people at your speed is stored here, so nothing tells how much is usual.
finding-front_driven_step-changes_by = Standing tall, weight over the front foot, push-off from the calf and the buttock; then walking, then running. A recording at the same speed shows whether the share moves.
finding-front_driven_step-front_pull_percent_more-side = On the { $side } the front of the hip did { $value } more of the work that drives a step than in your earlier recording at this speed (beyond { $half } counts).
finding-front_driven_step-front_pull_percent_more-norm = your own earlier recording at the same speed
finding-front_driven_step-front_pull_percent_differs-side = On the { $side } the front of the hip did a larger share of the work that drives a step than on the { $other }: { $value } (±{ $half }) of that work more.
finding-front_driven_step-front_pull_percent_differs-norm = your other side, in the same steps
finding-front_driven_step-runs_hip_lock = You run or walk for sport on a hip that clicks or seizes.
finding-front_driven_step-runs_hip_lock-side = You run or walk for sport on a { $side } hip that clicks or seizes.
finding-front_driven_step-runs_pain_where_groin = You run or walk for sport and feel it at the front of the hip.
finding-front_driven_step-runs_pain_where_groin-side = You run or walk for sport and feel it at the front of the { $side } hip.
finding-front_driven_step-bridge_hold_differs-side = The { $side } buttock holds less long than the { $other } (by { $value }).
finding-front_driven_step-modified_thomas_differs-side = The front of the { $side } hip lets the thigh sink less than the { $other } (by { $value }).
finding-front_driven_step-front_pull_percent_alike = In your recording the front of the hip did the same share of the work on both sides, as far as it can tell ({ $value } apart, ±{ $half }).

## The buttocks: strength and endurance

finding-gluteals_weak_or_late-title = The buttocks: strength and endurance
finding-gluteals_weak_or_late-asks = { $bridge_hold } and { $step_down } would tell.
finding-gluteals_weak_or_late-but-1 = A hold does not tell which muscle worked. Nothing at home shows that a muscle fires late.
finding-gluteals_weak_or_late-changes_by = The bridge family and work lying on the side, then steps and single-leg work, two or three days a week.
finding-gluteals_weak_or_late-bridge_hold_differs-side = In the bridge on one leg your { $side } held { $value } (±{ $half }) less than your { $other }.
finding-gluteals_weak_or_late-bridge_hold_differs-norm = healthy sides differ by up to 19 in 100
finding-gluteals_weak_or_late-bridge_hold_at_most = A bridge on one leg held for { $value }.
finding-gluteals_weak_or_late-bridge_hold_at_most-side = The bridge on your { $side } leg held for { $value } (±{ $half }).
finding-gluteals_weak_or_late-bridge_hold_at_most-norm = no usable norm; 15 seconds are assumed
finding-gluteals_weak_or_late-bridge_hold_worse = A bridge held { $value } less than the time before.
finding-gluteals_weak_or_late-bridge_hold_worse-side = The bridge on your { $side } leg held { $value } less than the time before.
finding-gluteals_weak_or_late-bridge_hold_worse-norm = your own earlier value
finding-gluteals_weak_or_late-step_down_at_least = Stepping down counted { $value }.
finding-gluteals_weak_or_late-step_down_at_least-side = Stepping down on the { $side } leg counted { $value }.
finding-gluteals_weak_or_late-step_down_at_least-norm = 0 or 1 good, 2 or 3 middling, 4 and more poor
finding-gluteals_weak_or_late-step_down_differs-side = Stepping down counted { $value } more on your { $side } than on your { $other }.
finding-gluteals_weak_or_late-step_down_differs-norm = a side difference counts from 2 points on (assumed)
finding-gluteals_weak_or_late-pain_where_hip_outside = You feel it at the outside of the hip.
finding-gluteals_weak_or_late-pain_where_hip_outside-side = You feel it at the outside of the { $side } hip.

## The abdominal wall while you move

finding-abdominal_wall_not_engaging-title = The abdominal wall while you move
finding-abdominal_wall_not_engaging-asks = { $hip_extension_prone } and { $wall_ribs } would tell.
finding-abdominal_wall_not_engaging-but-1 = People with and without back pain look alike in these tests. They do not show which muscle worked.
finding-abdominal_wall_not_engaging-changes_by = Transversus abdominis with a quiet breath, then the dead bug family: the low back stays still while the legs move.
finding-abdominal_wall_not_engaging-hip_extension_prone_at_least = Your low back arched before the thigh moved.
finding-abdominal_wall_not_engaging-hip_extension_prone_at_least-side = With the { $side } leg carried back, your low back arched before the thigh moved.
finding-abdominal_wall_not_engaging-hip_extension_prone_at_least_2 = Your low back arched a little as a leg went back.
finding-abdominal_wall_not_engaging-hip_extension_prone_at_least_2-side = With the { $side } leg carried back, your low back arched a little.
finding-abdominal_wall_not_engaging-wall_ribs_at_least = With the arms up, your front ribs popped forward.
finding-abdominal_wall_not_engaging-hand_chest_belly_at_least = Your belly draws in as you breathe in.
finding-abdominal_wall_not_engaging-birth_recent = You gave birth in the last 12 weeks.
finding-abdominal_wall_not_engaging-operations_belly_or_caesarean = You had an operation on the belly or groin.

## Breath: high, or fast

finding-breath_high_or_fast-title = Breath: high, or fast
finding-breath_high_or_fast-asks = { $hand_chest_belly } and { $breaths_a_minute } would tell.
finding-breath_high_or_fast-but-1 = Of 51 healthy volunteers only 5 passed all three breathing measures of one study; none of them goes with carbon dioxide in the blood.
finding-breath_high_or_fast-changes_by = Five minutes of quiet, slow breathing on most days, small and through the nose, then breath with movement; count again after two weeks.
finding-breath_high_or_fast-hand_chest_belly_at_least = The upper hand leads when you breathe at rest.
finding-breath_high_or_fast-hand_chest_belly_at_least-norm = your own next result; few people meet any norm
finding-breath_high_or_fast-breaths_a_minute_at_least = You counted { $value } at rest (±{ $half }).
finding-breath_high_or_fast-breaths_a_minute_at_least-norm = mostly 12 to 20
finding-breath_high_or_fast-nijmegen = You marked many signs that can go with breathing and with strain (Nijmegen { $value }).
finding-breath_high_or_fast-nijmegen-norm = 23 is the classic cut-off
finding-breath_high_or_fast-breath_high = You told us that your breath often sits high in the chest, or does not go all the way.
finding-breath_high_or_fast-panic_like = You told us about attacks with a racing heart or breath out of control.
finding-breath_high_or_fast-hand_chest_belly_at_most = At rest the lower hand moves first and further.
finding-breath_high_or_fast-breaths_a_minute_at_most = You counted { $value } at rest, within the usual range.

## Hours of sitting

finding-sitting_load-title = Hours of sitting
finding-sitting_load-asks = How many hours you sit on a working day would tell.
finding-sitting_load-but-1 = Sitting less eased neck and shoulders in a trial of 317 workers, the back not. No interval of breaks is proven.
finding-sitting_load-changes_by = Short active breaks with a change of posture through the day; a walk of two minutes eased sitting pain for a few minutes.
finding-sitting_load-sitting_hours = You sit for { $value } on a working day.
finding-sitting_load-sitting_hours-norm = 8 hours are assumed as long
finding-sitting_load-sitting_hours_2 = You sit for { $value } hours on a usual working day.
finding-sitting_load-sitting_hours_2-norm = 8 hours are assumed as long
finding-sitting_load-sitting_stretch_min = You mostly sit for { $value } minutes before you stand up.
finding-sitting_load-sitting_stretch_min-norm = 30 to 60 minutes is convention, not proven
finding-sitting_load-work_kind_desk = Most of your working day is at a desk or a wheel.
finding-sitting_load-travels_often = You often sit through long journeys.

## Strain

finding-stress_load-title = Strain
finding-stress_load-asks = How much strain you have felt, or the two questions on worry would tell.
finding-stress_load-but-1 = These numbers screen; they name no illness. What came first, body or strain, they cannot tell.
finding-stress_load-changes_by = Breath practice had a small to middling effect on strain in trials; people to talk to, sleep and movement besides.
finding-stress_load-stress_level = You put your strain at { $value }.
finding-stress_load-stress_level-norm = your own next answer; 7 is assumed as much
finding-stress_load-stress = You put your strain of the last week at { $value } of 10.
finding-stress_load-stress-norm = your own next answer; 7 is assumed as much
finding-stress_load-gad2 = Two questions on worry gave { $value }.
finding-stress_load-gad2-norm = 3 is the published cut-off
finding-stress_load-gad7 = Seven questions on worry gave { $value }.
finding-stress_load-gad7-norm = 8 is the best pooled cut-off
finding-stress_load-phq2 = Two questions on mood gave { $value }.
finding-stress_load-phq2-norm = 3 is a published cut-off
finding-stress_load-panic_like = You told us about attacks of fear.
finding-stress_load-stress_level_against = You put your strain at { $value }.

## Sleep

finding-sleep_short-title = Sleep
finding-sleep_short-asks = How well and how long you sleep would tell.
finding-sleep_short-but-1 = One number on sleep has no norm; your own next answer is the comparison.
finding-sleep_short-changes_by = A steady time to rise, a quiet hour before bed, the long breath out. Weeks of poor sleep are worth a talk with a doctor.
finding-sleep_short-sleep_hours = You sleep for { $value } in a usual night.
finding-sleep_short-sleep_hours-norm = 7 hours and more are advised to adults
finding-sleep_short-sleep_quality = You put your sleep at { $value }.
finding-sleep_short-sleep_quality-norm = your own next answer
finding-sleep_short-sleep = You put your sleep of the last week at { $value } of 10.
finding-sleep_short-sleep-norm = your own next answer
finding-sleep_short-sleep_quality_against = You put your sleep at { $value }.

## Signs in the leg that are like those of a nerve

finding-nerve_like_leg-title = Signs in the leg that are like those of a nerve
finding-nerve_like_leg-asks = Whether pain runs below the knee, whether a leg is numb or weak, or { $slump } would tell.
finding-nerve_like_leg-but-1 = No test at home tells a pressed nerve from pain that spreads. A slump that brings nothing makes a nerve root less likely, one that does says little.
finding-nerve_like_leg-changes_by = Most such pain eases over weeks with movement that does not provoke it. Have it looked at; growing weakness or numbness needs a doctor at once.
finding-nerve_like_leg-sciatica = You told us that pain runs from the buttock down a leg, below the knee.
finding-nerve_like_leg-sciatica-side = You told us that pain runs from the buttock down the { $side } leg, below the knee.
finding-nerve_like_leg-pain_where_below_knee = You feel it below the knee.
finding-nerve_like_leg-pain_where_below_knee-side = You feel it below the { $side } knee.
finding-nerve_like_leg-leg_numb = Part of a leg or foot is numb or tingles.
finding-nerve_like_leg-leg_numb-side = Part of your { $side } leg or foot is numb or tingles.
finding-nerve_like_leg-leg_weak = A leg or foot is weaker than it was.
finding-nerve_like_leg-leg_weak-side = Your { $side } leg or foot is weaker than it was.
finding-nerve_like_leg-slump_at_least = Slumping brought the leg pain that you know.
finding-nerve_like_leg-slump_at_least-side = Slumping brought the pain that you know in the { $side } leg.
finding-nerve_like_leg-slump_at_most = Slumping did not bring leg pain.
finding-nerve_like_leg-slump_at_most-side = Slumping did not bring the pain in the { $side } leg.
finding-nerve_like_leg-straight_leg_raise_differs-side = The straight { $side } leg came up { $value } (±{ $half }) less than the { $other }.
finding-nerve_like_leg-straight_leg_raise_differs-norm = a side difference counts from 10 degrees on (assumed)

## The outer thigh and the knee (the IT band)

finding-outer_thigh_or_knee-title = The outer thigh and the knee (the IT band)
finding-outer_thigh_or_knee-asks = Whether you feel it at the outer thigh or the knee, and on which sides would tell.
finding-outer_thigh_or_knee-but-1 = The place of a pain does not tell which tissue it comes from.
finding-outer_thigh_or_knee-changes_by = Work for the side of the hip, steps with the knee over the foot, and a training load that grows slowly.
finding-outer_thigh_or_knee-pain_where_thigh_outside = You feel it along the outer thigh.
finding-outer_thigh_or_knee-pain_where_thigh_outside-side = You feel it along the outer { $side } thigh.
finding-outer_thigh_or_knee-pain_where_knee = You feel it at the knee.
finding-outer_thigh_or_knee-pain_where_knee-side = You feel it at the { $side } knee.
finding-outer_thigh_or_knee-step_down_at_least = Stepping down counted { $value }.
finding-outer_thigh_or_knee-step_down_at_least-side = Stepping down on the { $side } leg counted { $value }.
finding-outer_thigh_or_knee-step_down_at_least-norm = 4 and more is counted poor

## Pain about the hip

finding-hip_pain-title = Pain about the hip
finding-hip_pain-asks = Where you feel pain, and on which sides would tell.
finding-hip_pain-but-1 = The place of a pain does not tell which tissue it comes from: groin, buttock and thigh can also be told of by the low back.
finding-hip_pain-changes_by = Movement in the range that stays at 3 of 10 or below and settles by the next day, and strength about the hip. Pain that stays for weeks, or stops you bearing weight, is for a doctor or physiotherapist.
finding-hip_pain-pain_where_groin = You feel pain in the groin.
finding-hip_pain-pain_where_groin-side = You feel pain in the { $side } groin.
finding-hip_pain-pain_where_thigh_front = You feel pain at the front of a thigh.
finding-hip_pain-pain_where_thigh_front-side = You feel pain at the front of the { $side } thigh.
finding-hip_pain-pain_where_hip_outside = You feel pain at the outside of a hip.
finding-hip_pain-pain_where_hip_outside-side = You feel pain at the outside of the { $side } hip.
finding-hip_pain-pain_where_buttock = You feel pain in a buttock.
finding-hip_pain-pain_where_buttock-side = You feel pain in the { $side } buttock.

## Low back pain

finding-low_back_pain-title = Low back pain
finding-low_back_pain-asks = Where you feel pain and how strong it is would tell.
finding-low_back_pain-but-1 = How far a hip moves has little to do with back pain: 24 studies, very low quality.
finding-low_back_pain-changes_by = Exercise eases it a little to moderately; no single form is clearly the best, and keeping at it counts most. A change of pain by 2 of 10 is beyond day-to-day noise.
finding-low_back_pain-pain_where_low_back = You feel pain in the low back.
finding-low_back_pain-pain_now = You feel pain in the low back, { $value }.
finding-low_back_pain-pain_now-norm = a change of 2 counts
finding-low_back_pain-roland_morris = Your back keeps you from some of your day (Roland-Morris { $value }).
finding-low_back_pain-roland_morris-norm = 2 and less is where people call themselves recovered; a change of 5 counts
finding-low_back_pain-pain_now_0_against = You put your pain now at 0.

## Neck and shoulders

finding-neck_shoulder_tension-title = Neck and shoulders
finding-neck_shoulder_tension-asks = Where you feel pain would tell.
finding-neck_shoulder_tension-but-1 = Where it is felt does not tell where it comes from.
finding-neck_shoulder_tension-changes_by = Breaks from sitting (these did ease neck and shoulders in a trial), breath that leaves the shoulders down, movement of the upper back.
finding-neck_shoulder_tension-pain_where_neck = You feel it in the neck or the shoulders.

## Balance

finding-balance_short-title = Balance
finding-balance_short-asks = { $one_leg_stance }, and falls in the last year would tell.
finding-balance_short-but-1 = One short stand forecasts nothing. At home a change below 24 seconds is noise.
finding-balance_short-changes_by = Standing practice beside something solid, then with less support, on most days.
finding-balance_short-one_leg_stance_at_most = You stood on one leg for { $value }.
finding-balance_short-one_leg_stance_at_most-side = You stood on your { $side } leg for { $value }.
finding-balance_short-one_leg_stance_at_most-norm = best of three about 45 seconds at 18 to 39, 32 at 60 to 69, 22 at 70 to 79, 9 from 80 on
finding-balance_short-falls = You fell { $value } in the last 12 months; each fall is worth naming to a doctor.
finding-balance_short-falls-norm = any fall is worth naming to a doctor from 65 on
finding-balance_short-walking_aid = You walk with a stick, crutches or a frame.

## A jump in training

finding-training_jump-title = A jump in training
finding-training_jump-asks = Whether you raised your training before it began, and your longest runs would tell.
finding-training_jump-but-1 = Jumps explain few injuries, and the change from week to week went with none.
finding-training_jump-changes_by = The longest run of a week no more than a tenth longer than the longest of the 30 days before; pain settled by the next morning.
finding-training_jump-load_jump = You raised your training clearly before this began.
finding-training_jump-longest_run_week_km = Your longest run was { $value } times the longest of the 30 days before.
finding-training_jump-longest_run_week_km-norm = above 1.1 went with more injuries in 5205 runners
finding-training_jump-pain_next_morning = The morning after training your pain is at { $value } of 10.
finding-training_jump-pain_next_morning-norm = settled by the next morning

## Habits that count for backs and breath

finding-habits-title = Habits that count for backs and breath
finding-habits-asks = Whether you smoke and how much you drink would tell.
finding-habits-changes_by = Your own decision; help to stop works better than willpower alone, and a pharmacist or doctor can point to it.
finding-habits-smokes = You smoke.
finding-habits-alcohol_units = You drink about { $value } of alcohol a week.
finding-habits-alcohol_units-norm = no more than 14 are advised in the United Kingdom

## Your own baseline

finding-own_baseline-title = Your own baseline
finding-own_baseline-but-1 = Nothing standing out is not the same as nothing there.
finding-own_baseline-changes_by = A general practice that keeps hips, back and breath moving; the same tests in a few weeks, read against today's.
finding-own_baseline-words = Nothing in what you told, tested or recorded stands out. Today's values are your baseline: your own next ones are the comparison that counts.
finding-own_baseline-words_seen = Apart from what is named above, nothing in what you told, tested or recorded makes a pattern. Today's values are your baseline: your own next ones are the comparison that counts.
