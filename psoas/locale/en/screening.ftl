### Red flags: what is said to the person.

screening-self_harm = You matter first
    .words = You wrote about not wanting to live, or about harming yourself. Please talk to a person now: one of the lines below, a doctor, or someone you trust. If you are in danger, call the emergency number. Nothing here is more important.

screening-cauda_equina = Nerves at the base of the spine
    .words = New changes in passing water, in bowel control, in sex, in feeling between the legs, or strong pain down both legs can mean that nerves at the base of the spine are pressed. This needs a hospital now. Hours count. Please call an ambulance or go to an emergency department.

screening-leg_weakness_growing = A leg that grows weaker
    .words = Weakness that grows over days or weeks, or a foot that drops, needs a doctor today.

screening-chest_pain_danger = Chest pain with danger signs
    .words = Chest pain that spreads, comes with sweat, sickness, faintness or short breath, lasts more than 15 minutes or comes with exertion can be the heart. Please call an ambulance now. Do not drive yourself, and do not try to breathe it away.

screening-breathless_danger = Breath that does not come
    .words = Gasping, not being able to say a sentence, or lips that turn blue or grey need an ambulance now.

screening-clot_lung = A swollen leg with chest pain or short breath
    .words = One swollen, warm or throbbing leg together with chest pain or new short breath can be a clot that has moved to the lungs. Please call an ambulance now.

screening-clot_leg = A swollen leg
    .words = One leg that is newly swollen, warm, throbbing or changed in colour can be a clot. Please see a doctor today. Do not massage or roll it.

screening-breathless_new = New short breath
    .words = Being newly more breathless than usual, or coughing blood, needs a doctor today. Breath exercises are no answer to it.

screening-panic_danger = Attacks with danger signs
    .words = Attacks with fainting, with chest pain, or that come with exertion cannot be told from heart or lung illness by questions. Please call an ambulance if one is on you now; otherwise go to an emergency department today.

screening-aneurysm_danger = Sudden severe pain in belly or back
    .words = A sudden severe pain in belly or back, above all with fainting, clammy skin or a pulsing belly, can be an artery that is tearing. Please call an ambulance now.

screening-aneurysm_suspected = A pulse in the belly with pain
    .words = A strong pulse felt in the belly together with belly or back pain needs a doctor today, who can look with ultrasound. Until then: no pressure on the belly, no straining.

screening-haematoma = Bleeding into the muscle
    .words = On blood thinners, or with a bleeding disorder, new groin, thigh or flank pain with a hip you keep bent, a knee that gives way or a numb front of the thigh can be bleeding into the hip muscle. Please go to an emergency department now, and do not press or massage it.

screening-abscess = Fever with hip, back or flank pain
    .words = Fever together with back, flank or groin pain, above all when straightening the hip hurts, can be an infection in or near the psoas. Please see a doctor today, and go to an emergency department if you feel very ill. All signs together appear in only about three people in ten.

screening-spine_infection = Signs of infection with back pain
    .words = Back pain with fever or feeling ill, when the body's defence is low, after an infection, or with injected drugs, needs a doctor today.

screening-septic_hip = A hot hip, or one that cannot move
    .words = A hip that is hot or can hardly be moved, with fever, illness, or after an infection, injection or operation, needs an emergency department now.

screening-hip_fracture = A hip that may be broken
    .words = After a fall or blow, a leg that cannot bear weight, or that is shorter or turned out, may be broken at the hip. Please do not stand on it. Call an ambulance now.

screening-cannot_stand = A leg that cannot bear weight
    .words = Not being able to put weight on a leg needs a doctor today, before any exercise.

screening-spine_fracture_major = A hard blow to the back
    .words = Back pain after a crash, a hard blow or a fall from height needs an emergency department before you move much.

screening-spine_fracture_minor = A spine that may be broken
    .words = After even a small fall or lift, age over 70, long use of steroids, thin bones or a bruise over the spine make a broken vertebra likely enough that a doctor should look today.

screening-bone_stress = A hip bone under too much load
    .words = Deep groin or front-of-hip pain each time you load the leg, in someone who runs, raised training or eats little for it, can be a crack that is forming in the neck of the thigh bone. It is often taken for a tight hip flexor. Stop running and hopping, use the leg as little as you can, do not test it by hopping, and have a picture taken today or tomorrow.

screening-hernia_stuck = A hernia that does not go back
    .words = A painful hernia that does not go back, or with sickness, needs an emergency department now.

screening-testicle = Sudden pain in a testicle
    .words = Sudden pain in a testicle needs an emergency department now. Hours count.

screening-pregnancy_one_side = Possible pregnancy with pain on one side
    .words = Pain low in the belly on one side when you may be pregnant needs an emergency department now.

screening-kidney = Fever with pain in the side
    .words = Fever with pain in the side of the back, or burning when you pass water, can be a kidney infection. Please see a doctor today.

screening-young_limp = A young person who limps
    .words = Hip or knee pain with a limp before the age of 17 needs a doctor today: the growth plate of the hip can slip.

screening-cancer_nerve = Past cancer with nerve signs
    .words = Back pain after cancer, with numbness or weakness in a leg, needs a doctor today.

screening-panic_first = Attacks that no doctor has looked at
    .words = Sudden attacks of fear or of breath out of control are common and mostly pass within 20 minutes. Before anyone calls them panic, a doctor should have a look at heart, lungs and thyroid. If one comes with chest pain, fainting or exertion, call an ambulance.

screening-nerve_signs = Signs of an irritated nerve
    .words = Pain that runs below the knee, or numbness, tingling or weakness in a leg, can come from a nerve in the back. Most settle in weeks. A doctor should test strength and feeling once. If it grows, or feeling between the legs changes, go at once.

screening-chest_pain_plain = Chest pain
    .words = Chest pain without danger signs still needs a doctor before a program. If it spreads, lasts more than 15 minutes, or comes with sweat, sickness or short breath, call an ambulance.

screening-faint = Fainting
    .words = Fainting, or turning clammy with a racing heart, needs a doctor before you train.

screening-sudden_severe_other = Sudden severe pain
    .words = A severe pain in belly or back that came suddenly needs a doctor soon; if it is still there, today.

screening-breathless_lying = Breathless lying flat
    .words = Short breath lying flat, swollen ankles, or a cough of three weeks or more need a doctor within days.

screening-cancer_pain = Pain after cancer
    .words = Pain in someone who has had cancer, or with weight lost without trying, mostly has an ordinary cause, and should still be looked at within days.

screening-steady_worse = Pain that only grows
    .words = Pain that grows week by week and that no position eases should be looked at within days.

screening-inflammatory = Stiff mornings for three months or more
    .words = Pain for three months or more and a back that is stiff in the morning and better with movement can be an inflamed spine, above all where it begins before 45 or goes with trouble of the eyes, the skin or the gut. It is treatable, and a blood test and a picture help to tell.

screening-bone_without_blood = Deep groin pain with a risk to the bone
    .words = Deep groin pain in someone who took steroids for long, drinks much alcohol, has sickle cell disease or lupus, or dives, should be seen within days: bone in the hip can lose its blood supply.

screening-aneurysm_known = A widened artery
    .words = With a known aneurysm, ask the doctor who follows it how much you may strain. Until you know: no straining, no held breath, no pressure on the belly.

screening-aneurysm_possible = Belly or back pain that is not explained
    .words = A steady belly or back pain that nobody has explained, or a strong pulse in the belly, should be looked at before anyone presses on the belly. In men from 65, above all smokers, an ultrasound of the artery is offered in many countries.

screening-belly_pain = Belly pain without a known cause
    .words = Have belly pain looked at before anyone presses on it.

screening-hip_locks = A hip that locks
    .words = A hip that locks, catches or seizes can have something caught in the joint. It is seldom urgent. A doctor or physiotherapist should look before deep stretches.

screening-pregnancy = Pregnancy
    .words = Ask your midwife or doctor what is right for you. The program leaves out belly massage, held breath, long lying flat after about 16 weeks and deep stretches. Pain at the pelvis, bleeding, dizziness or leaking fluid: stop and call.

screening-after_birth = After a birth
    .words = Wait for the check after birth, and ask about the belly wall and the pelvic floor, before loading or running.

screening-after_operation = After an operation
    .words = The surgeon's rules come before any program. Ask which movements and loads are allowed by now.

screening-artificial_hip = An artificial hip
    .words = Ask the surgeon which movements to leave out: it depends on the way the hip was put in. Until you know, the program leaves out the ends of the hip's range.

screening-hernia_known = A hernia
    .words = Have the hernia looked at before straining or pressure on the belly. Painful and not going back, or with sickness: emergency department, now.

screening-thinners = Blood thinners or a bleeding disorder
    .words = You bruise and bleed more easily. Ask before any firm massage. New groin or thigh pain with a weak or numb leg: emergency department, now.

screening-fragile_bones = Fragile bones
    .words = Ask which loads are right for you. The program leaves out bending the back under load or to its end, and impact.

screening-falls = More than one fall
    .words = You fell more than once in a year. A doctor or physiotherapist can look at balance, eyes, medicines and feet: much of what makes people fall can be mended. Practise beside something solid, with someone near.

screening-fever_plain = Fever
    .words = With a fever, rest. Start when it has gone for two days; if it stays more than three days, see a doctor.

screening-deep_groin_running = Groin pain under load
    .words = Groin or front-of-hip pain on each loading of the leg should be looked at before you run or hop.

screening-young = Under 18
    .words = This program was made for adults. Do it together with a parent and someone who knows young bodies.

screening-heart_or_brain = Heart, blood pressure, stroke, seizures
    .words = Ask your doctor how hard you may work. The program leaves out held, fast and forced breath.

screening-night = Pain at night
    .words = Pain that wakes you is common with backs and hips and by itself says little.

screening-older = Age over 55 with pain
    .words = Being over 55 is on many lists of signs. By itself it says very little.

screening-smoking = Smoking
    .words = You smoke. It slows how backs and tendons heal, and help with stopping works better than will alone. Your doctor has it at hand, whenever you want.

screening-alcohol = Alcohol
    .words = You drink more than 14 units a week, above what health services advise. It can disturb sleep and feed anxious mornings. Worth naming to a doctor, without shame.

screening-panic_known = Attacks of fear
    .words = You have had attacks that a doctor knows. Tell them if they change. The breath work here stays small and slow.

screening-clicks = A hip that clicks
    .words = A click at the front or side of the hip is mostly a tendon that slides over bone. Without pain it needs nothing.

screening-pinch = A pinch in the groin
    .words = A pinch deep in the groin when the hip bends far is worth naming. Do not push into it.

screening-long_pain = Pain for more than three months
    .words = Pain that has stayed more than three months is often about more than tissue: sleep, worry and load count too. A clinician can help to sort it.

screening-growing = Pain that grows
    .words = Pain that grows week by week is worth naming, even when rest eases it.

screening-shoulder_neck = Shoulder and neck
    .words = Shoulder and neck pain go with long sitting and with breath held high in the chest. Worth naming; the program looks at both.

screening-knee_outside = Outer thigh and knee
    .words = Pain on the outer thigh and knee in a runner is often load that came too fast. Worth naming if it stays more than six weeks.

screening-weight = Weight lost without trying
    .words = Weight lost without trying is worth naming to a doctor.

screening-heart_family = Heart risk
    .words = Heart disease near you, high blood pressure or diabetes is worth a check before hard training.

screening-bend_without_limit = Very mobile joints
    .words = With very mobile joints, strength in the middle of the range helps more than hanging at its end.

screening-pain_free_but = Two answers that do not fit
    .words = You answered that nothing hurts now, and also that pain wakes you, grows or never eases. Both are kept, and the more serious one counts.

screening-weeks_without = Two answers that do not fit
    .words = You gave weeks of pregnancy. The program treats you as pregnant until you say more.

screening-artery_picture = A picture of the artery
    .words = Men from 65 are offered one ultrasound of the belly artery in many countries. Ask whether you had yours.

screening-sleep_poor = Poor sleep
    .words = Poor sleep makes pain louder. Worth naming if it has lasted for months.

screening-sits_long = Long sitting
    .words = You sit for much of the day. By itself it is no illness: the program breaks it up.
