### What is said before a practice about who should leave it alone or ask first. $stands is no for people in a wheelchair.

contraindication-abdominal_pressure = Do not press on your belly with a widened artery (aneurysm), or if you may have one. Do not do it in pregnancy, after a birth, or with a hernia. Leave it out while you take blood thinners, and for six months after a belly operation. Leave it out with a bowel illness, an ulcer, a tumour, a fever or thin bones. Leave it out if nobody has explained your belly pain. Never press on anything that beats, feels hard or hurts sharply. Arteries, nerves, the bowel and the tubes from the kidneys lie in the way. Nobody knows how often this does harm.
contraindication-abdominal_pressure-instead = Rest your hands on your belly and breathe there without pressing.

contraindication-soft_tissue_pressure = Never press on a broken bone, an open wound, sore red skin, or a leg that may hold a clot. Ask first if you take blood thinners, or if your blood vessels or bones break easily. If your leg tingles, move off at once. That is the nerve. Stay off the bony point at the outside of your hip.
contraindication-soft_tissue_pressure-instead = Warmth, easy movement or a light hand does the same work more gently.

contraindication-hip_front_pressure = The artery, vein and nerve of your leg run through the middle of the groin fold. Stay well to the outside of it. Never press where you feel a pulse, and never on a hernia.
contraindication-hip_front_pressure-instead = { $stands ->
    [no] Lie on a bed with your knees bent over pillows: that lets the front of the hip rest without pressure.
   *[yes] Lie with your legs on a chair: that lets the front of the hip rest without pressure.
  }

contraindication-breath_holds = Do not hold your breath in pregnancy, with heart disease, or with high blood pressure that is not treated. Leave holds out with a stroke, a widened artery or seizures. Leave them out with high pressure in the eye, or after an eye operation or any recent operation. Leave them out with psychosis or bipolar illness. Never hold your breath in or near water, standing, or driving. If your spinal cord was injured at T6 or above, hold no breath and wear no tight straps. Both can drive your blood pressure up.
contraindication-breath_holds-instead = Let your breath flow, with a longer breath out.

contraindication-gentle_breath = If you feel light-headed or tingly, breathe less, not deeper. Stop if you get more afraid. Chest pain or new short breath needs a doctor, not a breathing exercise.
contraindication-gentle_breath-instead = See a doctor first; then start with quiet breathing.

contraindication-lying_flat = From about week 16 of pregnancy, do not lie flat on your back for long. Turn to your side, or prop up your upper body.
contraindication-lying_flat-instead = Do it on your side, sitting, or with your trunk propped up.

contraindication-deep_hip = Do not force your hip into a pinch or past the limit your surgeon set. If your joints are very mobile, stop before the end of the range.
contraindication-deep_hip-instead = { $stands ->
    [no] Lean forward only as far as it stays easy.
   *[yes] Bend your hip only as far as a chair seat asks.
  }

contraindication-back_bending = With thin bones, do not bend your back forward under load or as far as it goes. In one small study, women who trained that way broke more bones in the spine.
contraindication-back_bending-instead = Keep your back long and bend at the hips instead.

contraindication-back_arching = Do not arch your back all the way if that brings on leg pain. The same goes for a narrow spinal canal or a slipped vertebra.
contraindication-back_arching-instead = Choose moves that keep your back long or gently rounded.

contraindication-one_leg = Stand beside something solid that you can hold. Leave it out after a fall until somebody has looked at you.
contraindication-one_leg-instead = { $stands ->
    [no] Train your trunk and arms in your chair.
   *[yes] Train on two legs beside something you can hold: sit to stand, squats, heel raises, one foot in front of the other.
  }

contraindication-prone = Do not lie face down from about week 12 of pregnancy, or with a fresh wound on your belly. Lie on your side instead, or go on hands and knees.
contraindication-prone-instead = { $stands ->
    [no] Lie on your side.
   *[yes] Lie on your side, or go on hands and knees.
  }

contraindication-side_lying = If your hip or shoulder hurts when you lie on it, use a cushion or do a standing version. With an artificial hip, ask how you may lie.
contraindication-side_lying-instead = { $stands ->
    [no] Choose a version sitting or on your back.
   *[yes] Choose a version sitting, standing or on your back.
  }

contraindication-kneeling = Kneel on something thick. If your knee hurts, do a standing or lying version.
contraindication-kneeling-instead = { $stands ->
    [no] Choose a version sitting or lying.
   *[yes] Choose a version standing, sitting or lying.
  }

contraindication-floor = Do this only if you can get down to the floor and up again, or if somebody is there to help. You can do most floor exercises on a firm bed.
contraindication-floor-instead = { $stands ->
    [no] Do it on a firm bed, or choose a version sitting.
   *[yes] Do it on a firm bed, or choose a version standing or sitting.
  }

contraindication-hands_and_arms = If your wrist or shoulder hurts under weight, use your fists or forearms. You can also do a version without arms.
contraindication-hands_and_arms-instead = Choose a version without weight on your arms.

contraindication-belly_strain = Leave out work that makes your belly bulge if you have a hernia. Leave it out early after a birth or a belly operation, and later in pregnancy. Keep breathing.
contraindication-belly_strain-instead = { $stands ->
    [no] Draw your lower belly in gently and breathe on.
   *[yes] Draw your lower belly in gently and breathe on; slide one heel at a time.
  }

contraindication-nerve_tension = Lifting a straight leg pulls on the nerve of your leg. Leave it out if it brings on leg pain or tingling.
contraindication-nerve_tension-instead = { $stands ->
    [no] Keep your knees bent and rest on a bed.
   *[yes] Keep your knee bent, and rest with your legs on a chair.
  }

contraindication-hip_extension_end_range = Do not push your thigh far behind you after a hip replacement from the front. Do not push into a pinch. If your joints are very mobile, stop before the end of the range.
contraindication-hip_extension_end_range-instead = { $stands ->
    [no] Lean and reach only as far as it stays easy.
   *[yes] Move your thigh back only a little way, without a stretch.
  }

contraindication-loading = Wait for a doctor's word before you train against your own weight if you have chest pain, fainting, fever or new short breath. The same goes for a leg that gets weaker, or that you cannot stand on.
contraindication-loading-instead = Rest and easy moves come first, until a doctor says that you may work harder.

contraindication-impact = Hard steps and landings wait if a bone may be tired or thin. They wait in pregnancy, early after a birth, after an operation, and with an artificial hip.
contraindication-impact-instead = { $stands ->
    [no] Push your chair, swim or cycle with your arms, and build strength without jolts.
   *[yes] Walk, climb stairs or cycle instead, and build strength without jumps.
  }

contraindication-running = Do not run with a limp, a weak leg, or deep groin pain when you load the leg. Do not run with fever, chest pain, fainting or new short breath.
contraindication-running-instead = { $stands ->
    [no] Push your chair, swim or cycle with your arms instead.
   *[yes] Move without running or jumps instead, and build strength.
  }

contraindication-arms_raised = If a shoulder hurts, lift the arm only as high as it stays easy, or leave the arms down.
contraindication-arms_raised-instead = Keep your hands below your shoulders.

contraindication-grip = Hold weights only as long as your grip is sure. Put them down before your hands tire.
contraindication-grip-instead = { $stands ->
    [no] Use a band round your hands or wrists.
   *[yes] Use your own weight or a band round the legs.
  }

contraindication-hip_turned = Do not turn or cross the leg to the end of its range after a hip replacement, or into a pinch.
contraindication-hip_turned-instead = { $stands ->
    [no] Keep your knees pointing forward.
   *[yes] Keep your toes and knees pointing forward.
  }

contraindication-wide_split = Keep your legs closer together if spreading them hurts at the front or back of the pelvis.
contraindication-wide_split-instead = { $stands ->
    [no] Keep your knees close together.
   *[yes] Keep your feet under your hips: squats, bridges and heel raises are open to you.
  }

contraindication-uneven_legs = Here one leg carries more than the other. Work on both legs if that hurts the hip or the pelvis.
contraindication-uneven_legs-instead = { $stands ->
    [no] Keep your weight even on both sides of your seat.
   *[yes] Work on both legs at once: squats, bridges and heel raises are open to you.
  }

contraindication-back_twist = Do not twist the back to its end with thin bones or after an injury of the back.
contraindication-back_twist-instead = { $stands ->
    [no] Turn with your whole chair, not with your back.
   *[yes] Turn your whole body with your feet, not your back.
  }

contraindication-end_range_stretch = Very mobile joints do not need long stretches. Stop well before the end of the movement.
contraindication-end_range_stretch-instead = Build strength in the middle of the movement instead of stretching.

contraindication-balance = Stand next to something solid that you can hold.
contraindication-balance-instead = { $stands ->
    [no] Practise sitting tall, close to something that you can hold.
   *[yes] Hold on to a kitchen worktop, or sit.
  }

contraindication-moving_base = Your feet move while you work. Clear the floor, and keep a hand near something solid.
contraindication-moving_base-instead = { $stands ->
    [no] Put the brakes on and train your trunk and arms.
   *[yes] Keep both feet in place and hold on: squats, heel raises, one foot in front of the other.
  }

contraindication-turning = You turn over one leg here. Leave it out if your balance is unsure or your bones are thin.
contraindication-turning-instead = { $stands ->
    [no] Face forward, with the brakes on.
   *[yes] Face forward with both feet on the ground: squats and sit to stand train the same muscles.
  }

contraindication-height = You step up or down here. Use a low step and hold the rail.
contraindication-height-instead = { $stands ->
    [no] Practise on level ground.
   *[yes] Practise on flat ground: sit to stand and squats train the same muscles.
  }

contraindication-walking = Walk where the ground is even and you can stop at any time.
contraindication-walking-instead = { $stands ->
    [no] Go out in your chair with somebody beside you.
   *[yes] Walk with somebody beside you.
  }

contraindication-spine_load = Your low back carries more here. Keep it long, and leave this out after an injury of the back until somebody has looked at it.
contraindication-spine_load-instead = Choose moves lying or sitting tall that spare your back.

contraindication-pelvic_floor_strain = This presses down on the pelvic floor. Leave it out early after a birth, and stop if you leak or feel heaviness.
contraindication-pelvic_floor_strain-instead = Train your pelvic floor first, and breathe out when you work.
