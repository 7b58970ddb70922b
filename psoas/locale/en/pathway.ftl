### Pathways: what comes first for people of one kind, and whom to see.

## What each is called, and what it does.

pathway-person-wheelchair = Using a wheelchair
    .words = Breath, a tall seat, trunk and shoulders come first. Your endurance work is done with your arms: pushing, hand cycling or swimming.

pathway-person-new_hip = A new hip
    .words = We start with standing up, bridges and the side of your hip. Deep bends, twists and jumps stay out. Your surgeon's rules come before ours.

pathway-person-pregnancy = Pregnancy
    .words = Pelvic floor and breath come first, then strong legs. From week 16 you do nothing flat on your back. You never hold your breath.

pathway-person-girdle = Pelvic girdle pain
    .words = You keep both feet loaded evenly and keep your steps small. Work on one leg stays out until it no longer hurts. You stay as active as the pain allows.

pathway-person-pelvic_floor_signs = A leak or heaviness
    .words = Pelvic floor work leads, with breath out on the effort. Running and jumping wait until the signs are gone. This is common, and it can get better.

pathway-person-after_birth = The time after a birth
    .words = You rebuild from the inside: pelvic floor and breath, then belly and hips, then longer walks. Running comes after three months at the earliest, and only without leaks or heaviness.

pathway-person-thin_bones = Thin bones
    .words = Strong legs, a strong hinge at the hip and good balance protect you best. You bend at your hips, not at your back. Jumps and running stay out here.

pathway-person-unsteady = Standing and walking safely
    .words = Standing up, heel raises and balance come first, near something solid to hold. Trials show that this prevents falls.

pathway-person-walking_aid = A stick or frame
    .words = Short walks with your aid, several times a day, count in full. Strength to stand up comes first.

pathway-person-stenosis = Leg pain in walking that sitting eases
    .words = You walk in short stretches and sit between them. Bending forward is your rest position; bending back stays out. Your legs and trunk get stronger meanwhile.

pathway-person-teenager = Growing up
    .words = Growing bodies get strong with good form and easy steps up. There is no massage here. Tell an adult about any pain that stays.

pathway-person-teenager_hip = Hip or knee pain while growing
    .words = Have your hip X-rayed first. Until then you do gentle trunk work only. Knee pain can come from the hip at your age.

pathway-person-low_energy = Eating too little for what you do
    .words = Food and rest come first; they heal more than any exercise. Running and jumping wait. Light strength work may go on.

pathway-person-hypermobile = Very mobile joints
    .words = You get steady in the middle of your range, not longer at its end. Stop each stretch early. Small steps and planned rests work best.

pathway-person-panic = Panic attacks
    .words = Small, slow breaths come first, without any holds. Walking most days helps too. Talking therapy (CBT) works longest.

pathway-person-author = A hip that clicks or locks, with pain
    .words = We calm the front of your hip, then make it strong through its whole length. You learn to stand and walk from the back of your body, and running comes back in small steps.

pathway-person-sciatica = Pain down the leg
    .words = Easy positions and gentle nerve slides come first. You keep moving and walking. Most people do not need a scan.

pathway-person-it_band = Pain at the outer thigh or knee
    .words = The side of your hip gets strong, and your runs get shorter for a while. Then you build them up again by a simple pain rule.

pathway-person-knee_front = Pain at the front of the knee
    .words = Hip and thigh strength together help most. Squats start shallow and get deeper as your knee allows. Kneeling and jumps wait.

pathway-person-knee_other = Another kind of knee pain
    .words = Only an examination can tell where this pain comes from. Legs get stronger within comfort; kneeling and jumps wait until somebody has looked at your knee.

pathway-person-manual_work = Lifting and carrying at work
    .words = You practise what your job asks for: hinge, squat, lift and carry, a little heavier each step. Strength protects you better than lessons in lifting.

pathway-person-office = Days at a desk or wheel
    .words = Short breaks through the day open the front of your hips. Bridges and hinges make the back of them strong again.

pathway-person-prevention = Staying well
    .words = Strong legs, hips and trunk, and regular walks: that is the best known way to keep back pain away.

## Whom to see, and when.

pathway-see-aids_fitted = Ask a physiotherapist to check that your stick or frame has the right height.
pathway-see-bone_doctor = Ask your doctor what your bones may carry, and whether you need a medicine.
pathway-see-energy_team = See a doctor soon, and ask for a dietitian too. Missed periods and stress fractures need care early.
pathway-see-falls_check = Tell your doctor about each fall, and ask for a check of eyes, medicines and blood pressure.
pathway-see-heart_checked = If no doctor has checked these attacks yet, have it done. Chest pain or fainting needs help at once.
pathway-see-hip_examined = A hip that locks or catches needs hands on it: have a physiotherapist or doctor examine it.
pathway-see-knee_examined = Have a physiotherapist examine your knee.
pathway-see-knee_swollen = See a doctor soon if the knee swells, locks or gives way.
pathway-see-leg_signs = If a leg is numb or weak, see a doctor within days. If it gets weaker or number, if you feel new numbness between your legs, or have trouble passing water, go to a hospital at once.
pathway-see-leg_signs_both = See a doctor within days if you can walk less from week to week. If a leg gets weaker or number, if you feel new numbness between your legs, or have trouble passing water, go to a hospital at once.
pathway-see-midwife = Tell your midwife what you do here. Bleeding, waters, strong pain or a racing heart: stop and call her now.
pathway-see-mobile_joints = A physiotherapist who knows very mobile joints can check your form.
pathway-see-new_hip_signs = Call your surgeon's team today if the new hip hurts more, gives way, or gets hot, red or wet.
pathway-see-panic_help = Ask your doctor for talking therapy (CBT); in many places you can ask for it yourself.
pathway-see-pelvic_health = Ask for a pelvic health physiotherapist if you leak, feel heaviness, see your belly bulge, or if pain stays for two weeks.
pathway-see-shoulder_examined = Shoulders carry you all day: have pain there looked at early, and your chair with it.
pathway-see-skin_and_pressure = Check your skin each day. A pounding headache with flushing after an injury at T6 or above is an emergency: sit up, loosen everything, call.
pathway-see-spine_broken = Sudden new back pain needs a doctor within days, even without a fall.
pathway-see-surgeon_rules = Keep to the rules your surgeon gave you, for as long as they said. If they differ from ours, theirs count.
pathway-see-work_lifting = If a task hurts each time, ask at work for a trolley, a second person or another height.
pathway-see-work_seat = If your chair or screen cannot be set right, ask at work for help.
pathway-see-young_hip = Hip, groin, thigh or knee pain at your age needs a doctor and an X-ray of the hip before sport.
