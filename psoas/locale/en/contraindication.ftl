### What is said before a practice about who should leave it alone or ask first.

contraindication-abdominal_pressure = Never with a known or possible widened artery, in pregnancy or after a birth, on blood thinners, with a hernia, in the first six months after a belly operation, with bowel illness, ulcer, tumour, fever, thin bones, or belly pain nobody has explained. Never on anything that pulses, is hard, or hurts sharply. Arteries, nerves, bowel and ureter lie in the way, and how often harm happens is not known.

contraindication-soft_tissue_pressure = Never over a broken bone, an open wound, inflamed skin or a leg that may hold a clot. On blood thinners, or with fragile vessels or bones, ask first. Tingling down the leg means: move off at once, that is the nerve. Not on the bony point at the outside of the hip.

contraindication-hip_front_pressure = The artery, vein and nerve of the leg run through the middle of the groin fold. Stay well to the outside of it, never on a pulse, and never on a hernia.

contraindication-breath_holds = No held breath in pregnancy, with heart disease, untreated high blood pressure, stroke, a widened artery, seizures, pressure in the eye or an eye operation, a recent operation, psychosis or bipolar illness. Never in or near water, standing, or driving.

contraindication-gentle_breath = Light-headed or tingling: breathe less, not deeper. Stop if fear rises. Never an answer to chest pain or new short breath: those need a doctor.

contraindication-lying_flat = From about the 16th week of pregnancy, do not lie flat on the back for long: turn to the side or prop the trunk up.

contraindication-deep_hip = Do not force a hip into a pinch, past a surgeon's limit, or to the end of a very mobile joint.

contraindication-back_bending = Bending the back under load or to its end is left out with thin bones: in one small study women who trained that way broke more vertebrae.

contraindication-back_arching = Arching the back to its end is left out where it brings leg pain, with a narrowed canal or a slipped vertebra.

contraindication-one_leg = Stand beside something solid that you can hold. Not after a fall that nobody has looked at.

contraindication-prone = From about the 12th week of pregnancy, and with a fresh wound on the belly, do not lie on the front: take the side, or hands and knees.

contraindication-side_lying = Where the outside of the hip or the shoulder hurts to lie on, put a cushion there or take a version in standing. With an artificial hip, ask how it may lie.

contraindication-kneeling = Kneel on something thick. Where the knee hurts, take the version in standing or lying.

contraindication-floor = Only where you can get down to the floor and up again, or where someone is there to help. Most of what is done on the floor can be done on a firm bed.

contraindication-hands_and_arms = Where wrist or shoulder hurts under weight, take fists, forearms, or a version without the arms.

contraindication-belly_strain = Work that makes the belly wall bulge is left out with a hernia, early after a birth or a belly operation, and later in pregnancy. Keep breathing.

contraindication-nerve_tension = Lifting a straight leg pulls on the nerve of the leg. Leave it out where it brings leg pain or tingling.

contraindication-hip_extension_end_range = Do not push the thigh far behind the body after a hip replacement from the front, into a pinch, or to the end of a very mobile joint.

contraindication-loading = Work against your own weight waits for a doctor's word with chest pain, fainting, fever, new short breath, a leg that grows weaker, or a leg that cannot be stood on.

contraindication-impact = Steps and landings with force wait where a bone may be tired or thin, in pregnancy and early after a birth, after an operation, and with an artificial hip.

contraindication-running = No running with a limp, with deep groin pain on loading, with a leg that is weak, with fever, chest pain, fainting or new short breath.

contraindication-arms_raised = If a shoulder hurts, lift the arm only as high as it stays easy, or leave the arms down.

contraindication-grip = Hold weights only as long as your grip is sure. Put them down before your hands tire.

contraindication-hip_turned = Do not turn or cross the leg to the end of its range after a hip replacement, or into a pinch.

contraindication-wide_split = Keep your legs closer together if spreading them hurts at the front or back of the pelvis.

contraindication-uneven_legs = Here one leg carries more than the other. Work on both legs if that hurts the hip or the pelvis.

contraindication-back_twist = Do not twist the back to its end with thin bones or after an injury of the back.

contraindication-end_range_stretch = Very mobile joints do not need long stretches. Stop well before the end of the movement.

contraindication-balance = Stand next to something solid that you can hold.

contraindication-moving_base = Your feet move while you work. Clear the floor, and keep a hand near something solid.

contraindication-turning = You turn over one leg here. Leave it out if your balance is unsure or your bones are thin.

contraindication-height = You step up or down here. Use a low step and hold the rail.

contraindication-walking = Walk where the ground is even and you can stop at any time.

contraindication-spine_load = Your low back carries more here. Keep it long, and leave this out after an injury of the back until somebody has looked at it.

contraindication-pelvic_floor_strain = This presses down on the pelvic floor. Leave it out early after a birth, and stop if you leak or feel heaviness.
