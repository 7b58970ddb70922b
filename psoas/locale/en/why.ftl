# Why an item is in a plan, one sentence to the person: `why-<finding>-<what>`, "any" for what the method holds for everybody.
why-psoas_short_or_guarded-pattern-front_hip_release = This lets the front of your { $side ->
    [right] right{" "}
    [left] left{" "}
   *[none] {""}
  }hip lengthen.
why-psoas_short_or_guarded-pattern-rest = Here your hip flexors can rest, with nothing to hold up.
why-psoas_short_or_guarded-pattern-hip_flexion = A psoas should be strong as well as long. This builds strength through its range.
why-psoas_short_or_guarded-pattern-bridge = Strong buttocks let the front of your { $side ->
    [right] right{" "}
    [left] left{" "}
   *[none] {""}
  }hip do less.
why-psoas_short_or_guarded-pattern-hip_extension = This takes your leg back with your buttock, so the front of the hip can let go.
why-hip_extension_reduced-pattern-front_hip_release = Your { $side ->
    [right] right{" "}
    [left] left{" "}
   *[none] {""}
  }hip moves less far back. This gives it that range.
why-hip_extension_reduced-pattern-bridge = This is strength at the end of the step, where your hip has to open.
why-hip_extension_reduced-pattern-hip_extension = This takes your leg back with the muscle that does it in walking.
why-hip_extension_reduced-pattern-gait = Use the new range in your step, and it stays.
why-side_asymmetry-pattern-balance = Your two sides differ. This trains one side at a time.
why-side_asymmetry-pattern-hip_abduction = This evens out the strength beside your hips.
why-side_asymmetry-pattern-single_leg = One leg works at a time here, so the weaker side catches up.
why-hip_clicks_or_locks-pattern-hip_abduction = A hip that is steady at the side often moves more smoothly in front.
why-hip_clicks_or_locks-pattern-bridge = Strong buttocks take work from the front of your { $side ->
    [right] right{" "}
    [left] left{" "}
   *[none] {""}
  }hip.
why-hip_clicks_or_locks-pattern-trunk = A steady trunk gives the muscles of your hip a firm base.
why-hip_clicks_or_locks-pattern-front_hip_release = This eases the front of your { $side ->
    [right] right{" "}
    [left] left{" "}
   *[none] {""}
  }hip, in a range that does not catch.
why-hip_clicks_or_locks-pattern-hip_flexion = Slow, strong hip bending gives you control where your hip clicks.
why-ribs_flared-pattern-posture = This brings your ribs back over your pelvis.
why-ribs_flared-pattern-trunk = Your belly muscles hold your ribs down. This trains them.
why-low_back_rounds-pattern-hinge = Here your hips learn to bend while your back stays long.
why-low_back_rounds-ladder-dead_bug = Your leg moves in the hip here, and your back stays still.
why-low_back_rounds-pattern-mobility = This helps you feel where your back bends and where it does not.
why-low_back_arched-pattern-trunk = This trains your belly muscles to hold ribs and pelvis in line.
why-low_back_arched-pattern-front_hip_release = A longer front of the hip lets your pelvis sit level.
why-low_back_arched-pattern-posture = This helps you find the middle between arched and round.
why-front_driven_step-pattern-gait = This teaches your step to push from behind.
why-front_driven_step-pattern-bridge = Your buttocks drive you forward. This makes them strong.
why-front_driven_step-pattern-hip_extension = This wakes up the muscle that sends your leg back.
why-front_driven_step-pattern-calf = Your calf gives the last push of each step. This makes it strong.
why-gluteals_weak_or_late-pattern-bridge = This builds strength in your { $side ->
    [right] right{" "}
    [left] left{" "}
   *[none] {""}
  }buttock.
why-gluteals_weak_or_late-pattern-hip_abduction = This builds the muscle that keeps your pelvis level on your { $side ->
    [right] right{" "}
    [left] left{" "}
   *[none] {""}
  }side.
why-gluteals_weak_or_late-pattern-hip_extension = This asks your { $side ->
    [right] right{" "}
    [left] left{" "}
   *[none] {""}
  }buttock to work first.
why-gluteals_weak_or_late-pattern-squat = Standing up is the buttocks' main job. This trains it.
why-abdominal_wall_not_engaging-ladder-dead_bug = Here your deep belly muscles learn to work before your leg moves.
why-abdominal_wall_not_engaging-pattern-trunk = This trains your trunk to stay steady while you move.
why-abdominal_wall_not_engaging-pattern-side_support = This trains the sides of your trunk, which front work leaves out.
why-abdominal_wall_not_engaging-pattern-carry = Carrying on one side trains your trunk as daily life does.
why-sitting_load-pattern-front_hip_release = Sitting keeps the front of your hips short. This opens it.
why-sitting_load-pattern-bridge = Your buttocks do little in a chair. Here they work.
why-sitting_load-pattern-squat = { $stands ->
    [no] Taking the load off your seat often is good for skin and back.
   *[yes] Standing up often is the best answer to a day of sitting.
  }
why-sitting_load-pattern-mobility = This gives your back the movement that a chair does not.
why-sitting_load-pattern-posture = This helps you sit and stand tall without strain.
why-sitting_load-pattern-release = This opens the side that sitting folds.
why-stress_load-pattern-rest = A quiet rest helps your body come down.
why-nerve_like_leg-pattern-nerve = This moves the nerve gently, without pulling on it.
why-nerve_like_leg-pattern-rest = This takes the load off your back and { $side ->
    [right] right{" "}
    [left] left{" "}
   *[none] {""}
  }leg. Use it as often as it helps.
why-nerve_like_leg-pattern-trunk = Small movements without leg pain keep you going.
why-nerve_like_leg-pattern-gait = { $stands ->
    [no] Small movements of your legs help, as long as they send no pain down.
   *[yes] Easy walking helps, as long as it does not send pain down your leg.
  }
why-outer_thigh_or_knee-pattern-hip_abduction = Strong hips at the side take strain off the outside of your { $side ->
    [right] right{" "}
    [left] left{" "}
   *[none] {""}
  }thigh and knee.
why-outer_thigh_or_knee-pattern-single_leg = This trains your knee to stay over your foot.
why-outer_thigh_or_knee-pattern-squat = Strong thighs protect your knees.
why-outer_thigh_or_knee-pattern-balance = A steady leg loads your knee evenly.
why-knee_pain_front-pattern-squat = Strong thighs carry your { $side ->
    [right] right{" "}
    [left] left{" "}
   *[none] {""}
  }knee on stairs. Stay in a depth that your knee allows.
why-knee_pain_front-pattern-hip_abduction = Hip and thigh strength together ease pain at the front of the knee. In trials, this helped most.
why-knee_pain_front-pattern-single_leg = Stairs are work on one leg. This trains your knee to stay over your foot.
why-knee_pain_front-pattern-bridge = Your buttocks share the work with your thighs. This trains them without a deep knee bend.
why-hip_pain-pattern-hip_abduction = Strength around the hip, in a range that does not hurt, is what guidelines advise.
why-hip_pain-pattern-bridge = This makes your { $side ->
    [right] right{" "}
    [left] left{" "}
   *[none] {""}
  }hip strong without much load on it.
why-hip_pain-pattern-squat = Strong legs make stairs and chairs easier on your hip.
why-hip_pain-pattern-rest = This lets your { $side ->
    [right] right{" "}
    [left] left{" "}
   *[none] {""}
  }hip rest in the middle of its range.
why-low_back_pain-pattern-trunk = This makes your trunk steady with little load on your back.
why-low_back_pain-pattern-hinge = This teaches you to bend and lift from the hips.
why-low_back_pain-pattern-bridge = Strong hips take work from your low back.
why-low_back_pain-pattern-squat = Strong legs take work from your low back.
why-low_back_pain-pattern-mobility = Gentle movement eases a stiff back.
why-low_back_pain-pattern-side_support = This trains the sides of your trunk, with little load on your back.
why-low_back_pain-pattern-carry = Backs like load that grows slowly. This is a safe way to carry.
why-neck_shoulder_tension-pattern-posture = Ribs over pelvis lets your neck and shoulders rest.
why-balance_short-pattern-balance = The way to better balance is to practise it.
why-balance_short-pattern-squat = Strong legs catch you when you stumble.
why-balance_short-pattern-calf = Strong calves steady you on your feet.
why-balance_short-pattern-get_up = Knowing that you can get up from the floor gives you confidence.
why-balance_short-pattern-gait = Shifting your weight well is the start of every safe step.
why-training_jump-pattern-calf = Your calves take the load of each running step. This gets them ready.
why-training_jump-pattern-hip_abduction = Strong outer hips keep you steady when you run tired.
why-training_jump-pattern-squat = Strong legs cope better with more running.
why-training_jump-pattern-balance = Running is one leg after the other. This trains one leg well.
why-any-pattern-front_hip_release = Release comes first: it makes room for the work after it.
why-any-pattern-release = A little stretch here makes moving feel easier.
why-any-pattern-rest = A real rest teaches your body what letting go feels like.
why-any-pattern-mobility = A few easy movements get your back ready.
why-any-pattern-nerve = This keeps the nerves of your legs moving freely.
why-any-pattern-breath = Your breath and your psoas meet at the diaphragm. Calm breathing helps both.
why-any-pattern-massage = A little pressure eases tight spots before you move.
why-any-pattern-trunk = Stretching alone does not last. Your trunk has to hold what you freed.
why-any-pattern-side_support = { $stands ->
    [no] The sides of your trunk keep you upright as you reach.
   *[yes] The sides of your trunk keep you upright on each step.
  }
why-any-pattern-pelvic_floor = Your pelvic floor works with your breath and your deep belly muscles.
why-any-pattern-bridge = { $stands ->
    [no] Strong buttocks help you transfer and sit well.
   *[yes] Your buttocks should drive your leg. This trains them.
  }
why-any-pattern-hip_extension = This takes your leg back with the buttock, as in a good step.
why-any-pattern-hip_abduction = { $stands ->
    [no] Strong hips help you transfer and sit well.
   *[yes] The muscles beside your hips keep your pelvis level as you walk.
  }
why-any-pattern-squat = Standing up and sitting down is strength for daily life.
why-any-pattern-hinge = { $stands ->
    [no] Bending from the hips spares your back each time you reach.
   *[yes] Bending from the hips spares your back each time you pick something up.
  }
why-any-pattern-calf = { $stands ->
    [no] Moving your ankles keeps the blood flowing in your legs.
   *[yes] Your calves push you forward in every step.
  }
why-any-pattern-balance = Walking is balance on one leg, again and again.
why-any-pattern-hip_flexion = A healthy psoas is strong as well as long.
why-any-pattern-carry = Carrying trains your whole body to stay tall.
why-any-pattern-push = Pushing makes your arms and trunk work together.
why-any-pattern-get_up = Getting up from the floor is a skill worth keeping.
why-any-pattern-posture = { $stands ->
    [no] Sitting tall with ease takes less effort.
   *[yes] You stand all day, so learn to stand with ease.
  }
why-any-pattern-gait = { $stands ->
    [no] Pushing with your feet keeps your legs at work.
   *[yes] You walk every day, so walking is where change lasts.
  }
why-any-pattern-running = These drills help you run from the back of your body.
why-any-pattern-impact = Small hops get tendons and bones ready to run.
why-any-pattern-desk = A small change of position fits anywhere.
why-breath_high_or_fast-breath-wide_ribs = Here your low ribs learn to widen all round.
why-breath_high_or_fast-breath-six_a_minute = Practise a slow pace, and in time it comes by itself.
why-breath_high_or_fast-breath-counting = Small counted breaths help when your breath runs away.
why-breath_high_or_fast-breath-counting-panic_like = Counting small breaths gives you something to hold on to in a panic attack.
why-stress_load-breath-long_out = A long breath out slows your heart a little while you do it.
why-stress_load-breath-double_sigh = In one trial, five minutes of this a day lifted mood.
why-stress_load-breath-humming = In small studies, people felt calmest while humming.
why-stress_load-breath-counting = Counting gives you something to hold on to in a hard minute.
why-sleep_short-breath-long_out = A long breath out helps you settle before sleep.
why-low_back_pain-breath-wide_ribs = In 13 trials, breathing exercises beside other care eased back pain a little.
why-psoas_short_or_guarded-breath-resting_legs = The floor holds your legs, so the front of your hips can let go.
why-hip_clicks_or_locks-breath-resting_legs = Your hip rests here in the middle of its range.
why-ribs_flared-breath-wide_ribs = Breathing into your back and sides lets your front ribs sink.
why-sitting_load-breath-side_ribs = This opens the side that sitting folds.
why-neck_shoulder_tension-breath-wide_ribs = Low, wide breathing lets your neck muscles rest.
why-abdominal_wall_not_engaging-breath-with_movement = Breathing out and drawing in the belly are learned together.
why-low_back_arched-breath-with_movement = Your breath leads your pelvis through the middle here.
why-psoas_short_or_guarded-massage-hip_front = Easing the front corner of your hip gives you some range for a few minutes. Use it to move.
why-psoas_short_or_guarded-massage-psoas_belly = Here your belly softens first. Nobody has tested whether fingers reach the psoas.
why-hip_clicks_or_locks-massage-hip_front = The muscles here work beside your psoas. This eases them.
why-hip_clicks_or_locks-massage-gluteal_hands = Easing the side of your hip gets it ready to work.
why-gluteals_weak_or_late-massage-gluteal_ball = Easing your buttock gets it ready to work.
why-gluteals_weak_or_late-massage-gluteal_hands = Easing the side of your hip gets it ready to work.
why-outer_thigh_or_knee-massage-outer_thigh = Rolling eases your outer thigh for a while. It does not lengthen the band.
why-outer_thigh_or_knee-massage-gluteal_hands = The muscles that pull on your outer thigh sit above your hip. This eases them.
why-low_back_pain-massage-low_back_wall = Massage gives backs some relief for a short while.
why-nerve_like_leg-massage-gluteal_hands = This eases the side of your hip, away from the nerve.
why-sitting_load-massage-gluteal_ball = This gets the part that you sit on all day moving.
why-any-pattern-single_leg = Walking and stairs are one leg at a time. This makes each leg strong.
why-training_jump-pattern-single_leg = Running is one leg at a time. This makes each leg ready for it.
why-neck_shoulder_tension-ladder-row = Pulling back makes the muscles strong that hold your shoulders and neck.
