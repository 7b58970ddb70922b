### Red flags: what is said to the person.

screening-self_harm = You matter first
    .words = You wrote about not wanting to live, or about harming yourself. Please talk to a person now: one of the lines below, a doctor, or someone you trust. If you are in danger, call the emergency number. Nothing here is more important.

screening-cauda_equina = Nerves at the base of the spine
    .words = New numbness between the legs, back or leg pain with new changes in passing water, bowel control or sex, or new strong pain down both legs, can mean that nerves at the base of the spine are pressed. This needs a hospital now. Hours count. Please call an ambulance or go to an emergency department.

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
    .words = Attacks with passing out, with chest pain, or that come with exertion cannot be told from heart or lung illness by questions. Please call an ambulance if one is on you now; otherwise go to an emergency department today.

screening-aneurysm_danger = Sudden severe pain in belly or back
    .words = A sudden severe pain in belly or back with fainting, clammy skin, a pulsing belly or a known aneurysm can be an artery that is tearing. Please call an ambulance now.

screening-aneurysm_suspected = A pulse in the belly with pain
    .words = A strong pulse felt in the belly together with belly or back pain needs a doctor today, who can look with ultrasound. Until then: no pressure on the belly, no straining.

screening-haematoma = Bleeding into the muscle
    .words = On blood thinners, or with a bleeding disorder, new groin, thigh or flank pain with a hip you keep bent, a knee that gives way or a numb front of the thigh can be bleeding into the hip muscle. Please go to an emergency department now, and do not press or massage it.

screening-abscess = Fever with hip, back or flank pain
    .words = Fever together with back, flank or groin pain, above all when straightening the hip hurts, can be an infection in or near the psoas. Please see a doctor today, and go to an emergency department if you feel very ill. All signs together appear in only about three people in ten.

screening-spine_infection = Signs of infection with back pain
    .words = Back pain with fever or feeling ill, when the body's defences are low, after an infection, or with injected drugs, needs a doctor today.

screening-septic_hip = A hot hip, or one that cannot move
    .words = A hip that is hot or can hardly be moved, with fever, illness, or after an infection, injection or operation, needs an emergency department now.

screening-hip_fracture = A hip that may be broken
    .words = After a fall or blow, a leg that cannot bear weight, or that is shorter or turned out, may be broken at the hip. Please do not stand on it. Call an ambulance now.

screening-cannot_stand = A leg that cannot bear weight
    .words = Not being able to put weight on a leg needs a doctor today, before any exercise.

screening-spine_fracture_major = A hard blow to the back
    .words = Pain that began with a crash, a hard blow or a fall from height in the last six weeks needs an emergency department before you move much.

screening-spine_fracture_minor = A spine that may be broken
    .words = After even a small fall or lift, age over 70, long use of steroids, thin bones or a bruise over the spine make a broken vertebra likely enough that a doctor should look today.

screening-bone_stress = A hip bone under too much load
    .words = Deep groin or front-of-hip pain each time you load the leg, in someone who runs, raised training or eats little for it, can be a crack that is forming in the neck of the thigh bone. It is often taken for a tight hip flexor. Stop running and hopping, use the leg as little as you can, do not test it by hopping, and have a picture taken today or tomorrow.

screening-hernia_stuck = A hernia that does not go back
    .words = A painful hernia that does not go back, or with sickness, needs an emergency department now.

screening-testicle = Sudden pain in a testicle
    .words = Sudden pain in a testicle needs an emergency department now. Hours count.

screening-pregnancy_one_side = Possible pregnancy with pain on one side
    .words = Pain low in the belly on one side when you are or may be pregnant, early on or with fainting, fever or sudden severe pain, needs an emergency department now.

screening-kidney = Signs of a kidney infection
    .words = Pain in the side of the back, or burning when you pass water, together with fever, feeling ill or a pregnancy, can be a kidney infection. Please see a doctor today.

screening-young_limp = A young person who limps
    .words = Hip, thigh or knee pain with a limp before the age of 18 needs a doctor today: the growth plate of the hip can slip. No sport until an X-ray has been seen.

screening-cancer_nerve = Past cancer with nerve signs
    .words = Back pain after cancer, with numbness or weakness in a leg, needs a doctor today.

screening-panic_first = Attacks that no doctor has looked at
    .words = Sudden attacks of fear or of breath out of control are common and mostly pass within 20 minutes. Before anyone calls them panic, a doctor should have a look at heart, lungs and thyroid. If one comes with chest pain, fainting or exertion, call an ambulance.

screening-nerve_signs = Signs of an irritated nerve
    .words = Pain that runs below the knee, or numbness, tingling or weakness in a leg, can come from a nerve in the back. New leg pain often eases over some weeks; pain that has been there for long changes more slowly. A doctor should test strength and feeling once. If it grows, or feeling between the legs changes, go at once.

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
    .words = Ask the surgeon which movements to leave out: it depends on the way the hip was put in. In the first half year the program leaves out the ends of the hip's range.

screening-hernia_known = A hernia
    .words = Have the hernia looked at before straining or pressure on the belly. Painful and not going back, or with sickness: emergency department, now.

screening-thinners = Blood thinners or a bleeding disorder
    .words = You bruise and bleed more easily. Ask before any firm massage. New groin or thigh pain with a weak or numb leg: emergency department, now.

screening-fragile_bones = Fragile bones
    .words = Ask which loads are right for you. Strength training is good for bones. The program leaves out bending or twisting your back far. If a bone in your spine has broken, or several bones in small falls, it leaves out running and jumps too.

screening-falls = More than one fall
    .words = You fell more than once in a year. A doctor or physiotherapist can look at balance, eyes, medicines and feet: much of what makes people fall can be mended. Practise beside something solid, with someone near.

screening-fever_plain = Fever
    .words = With a fever, rest. Start when it has gone for two days; if it stays more than three days, see a doctor.

screening-deep_groin_running = Groin pain under load
    .words = Groin or front-of-hip pain on each loading of the leg should be looked at before you run or hop.

screening-young = Under 18
    .words = This program was made for adults. Do it together with a parent and a physiotherapist who treats teenagers.

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
    .words = Heart disease in your close family, high blood pressure or diabetes is worth a check before hard training.

screening-bend_without_limit = Very mobile joints
    .words = With very mobile joints, strength in the middle of the range helps more than hanging at its end.

screening-pain_free_but = Two answers that do not fit
    .words = You answered that nothing hurts now, and also that pain wakes you, grows or never eases. Both are kept, and the more serious one counts.

screening-weeks_without = Two answers that do not fit
    .words = You gave weeks of pregnancy. The program treats you as pregnant until you say more.

screening-artery_picture = An artery scan
    .words = Men from 65 or 66 are offered one ultrasound of the belly artery in many countries. Ask whether you had yours.

screening-sleep_poor = Poor sleep
    .words = Poor sleep makes pain louder. Worth naming if it has lasted for months.

screening-sits_long = Long sitting
    .words = You sit for much of the day. By itself it is no illness: the program breaks it up.

screening-both_legs_signs = New trouble in both legs
    .words = Pain, numbness or weakness that is new in both legs can mean that nerves at the base of the spine are pressed. This needs a hospital now, even if you can still walk. Please go to an emergency department or call an ambulance.

screening-base_numb_steady = Changed feeling or bowel control with back or leg pain
    .words = Changed feeling between the legs or loss of bowel control together with back or leg pain needs a doctor today, even when it has been there for a while. If it gets worse, or passing water changes, go to an emergency department now.

screening-base_steady = Bladder, bowels, sex or feeling between the legs
    .words = A change in bladder, bowels, sex or feeling between the legs is common, above all after a birth, and can be helped. Please see a doctor or a pelvic health physiotherapist within days. If it is new within two weeks, gets worse, or comes with back or leg pain, go to an emergency department now.

screening-aneurysm_sudden = Sudden severe pain at your age
    .words = A severe pain in belly or back that came suddenly within the last two weeks can be a tearing artery when you are over 60, or over 50 and smoke, smoked, or have heart or blood pressure trouble. Mostly it is not, and only a hospital can tell. Please call an ambulance now.

screening-aneurysm_known_pain = Pain with a known aneurysm
    .words = You know of a widened artery, and you have new or growing pain in the belly, back, side or groin. The artery has to be looked at first. Please call an ambulance now, and say that you have an aneurysm.

screening-aneurysm_picture = Back or belly pain that nothing eases
    .words = Past 60, when you smoke, smoked or have heart or blood pressure trouble, a newer pain in belly, back or side that no position eases can come from the main artery. Please see a doctor today and ask for an ultrasound. If it turns sudden and severe, or you feel faint, call an ambulance.

screening-dysreflexia = Pounding headache or flushing after a cord injury
    .words = After a spinal cord injury, a pounding headache with flushing or sweating can be autonomic dysreflexia: the blood pressure shoots up. Sit up, loosen anything tight, check bladder and bowel, and call an ambulance now if it does not pass at once. Show your alert card if you have one.

screening-clot_lung_quiet = New short breath with blood or fainting
    .words = Being newly short of breath together with coughing blood, fainting or a racing heart with clammy skin can be a clot in the lung, even when both legs look well. Please call an ambulance now.

screening-new_hip_fails = A new hip that cannot carry you
    .words = An artificial hip that can no longer bear weight, or a leg that is suddenly shorter or turned, may be out of joint or broken around. Do not stand on it. Call an ambulance now.

screening-spine_infection_quiet = Back pain with a risk of infection
    .words = An infection in the spine often comes without fever. If you inject drugs, or your defences are low and you had an infection or operation lately, back pain should be looked at by a doctor today. Say what you answered here.

screening-cord_signs = Clumsy hands and an unsteady walk
    .words = Hands that turn clumsy together with an unsteady walk can mean that the spinal cord is pressed at the neck. Please go to an emergency department today. No neck or back exercise until then.

screening-cord_one_sign = Clumsy hands or an unsteady walk
    .words = Clumsy hands, or a walk that has become unsteady, should be tested by a doctor within days. If both are there, or it grows, go to an emergency department.

screening-vertebra_without_fall = A vertebra that may be broken
    .words = With thin bones or long use of steroids a vertebra can break without a fall. New strong back pain should be looked at by a doctor today, with an X-ray. Until then do not bend, lift or twist.

screening-bone_stress_energy = Groin pain while eating little for your training
    .words = When you eat little for what you do, or periods have stopped, bone grows weak. Groin or front-of-thigh pain can then be a crack that is forming in the hip. Stop running and jumping, do not test it by hopping, and see a doctor today or tomorrow for a picture.

screening-low_energy = Eating little, or missed periods
    .words = Eating little for what you do, losing weight by training, or periods that have stopped weaken bones, heart and mood. It is common in sport, in men too, and it can be mended. Please see a doctor within days. Running and jumping wait until then.

screening-joint_infection = Signs of infection at a wound or a new joint
    .words = A wound or a new joint that turns red, hot, swollen or weeps may be infected. Please call the hospital that operated, or a doctor, today. With fever, shivers or feeling very ill, go to an emergency department.

screening-new_hip_pain = A new hip that hurts
    .words = An artificial hip that newly hurts or gives way may have come loose or be infected. Please let the surgeon's team or a doctor look at it within days. Deep bends, loads and jumps wait until then.

screening-pressure_sore_ill = A pressure sore and feeling ill
    .words = A pressure sore with fever or feeling ill may be infected, and this can spread fast. Please see a doctor today, and keep all weight off it.

screening-pressure_sore = A pressure sore
    .words = Keep all weight and rubbing off the sore, and have a nurse or doctor look at it within days. No massage near it, and nothing that slides the skin. If you feel ill or have a fever, see a doctor today.

screening-skin_numb = Skin that feels less
    .words = Where the skin feels less you cannot tell when pressure is too much. No massage, balls or heat there. Look at the skin every day, with a mirror, and shift your weight often.

screening-cord_high = A cord injury at chest height or above
    .words = With a cord injury at the sixth chest vertebra or above, pressure, a full bladder or a strain can set off autonomic dysreflexia: a pounding headache, flushing, sweating. Ask your team which exercise is right. If it comes, sit up, find and remove the cause, and call an ambulance if it does not pass at once.

screening-young_hip = Hip, thigh or knee pain while growing
    .words = Before the age of 18, pain in the hip, groin, thigh or knee can come from a growth plate of the hip that slips, even without a limp. Please see a doctor today or tomorrow and ask for an X-ray of both hips. No running or jumping until then.

screening-cancer_spine = Back or neck pain after cancer
    .words = You have had cancer, and your back or neck pain grows, wakes you or never eases. It often has an ordinary cause. Still, call your cancer team or a doctor today, so that the spine can be looked at soon. New weakness or numbness in the legs: emergency department, now.

screening-never_eases = Pain that no position eases
    .words = Pain from muscles and joints mostly eases in some position. When none helps, a doctor should look within days. If you feel ill or faint, or it turns severe, call for help at once.

screening-mid_back = Pain in the middle of the back
    .words = Most pain between the shoulder blades comes from muscles and joints. With night pain, lost weight, thin bones or strong pain, a doctor should look within days. If it comes with chest pain or short breath, call an ambulance.

screening-vessels = Leg pain that stops when you stand still
    .words = Leg pain that comes with walking and goes when you stand still can come from narrowed arteries. Walking helps it, and so do medicines. Please see a doctor within days. Pain in the foot at rest, or a cold, pale foot: emergency department, now.

screening-stenosis_walk = Leg pain that eases when you sit
    .words = Leg pain that comes with standing and walking and eases when you sit or lean forward is often a narrowed canal in the low back. It is seldom dangerous. A doctor or physiotherapist can confirm it once.

screening-varicose = Varicose veins
    .words = Keep rollers, balls and firm massage off the veins. Walking and moving the ankles are good for them.

screening-pregnancy_side_later = Pain on one side in later pregnancy
    .words = A short sharp pain low on one side when you move is often the round ligament that holds the womb. Tell your midwife within days. With bleeding, fever, fainting, regular cramps, or pain that stays, call at once.

screening-trauma_earlier = A hard blow some time ago
    .words = Your pain began with a crash, a hard blow or a fall some weeks ago. If nobody has taken a picture since, a doctor should look within days.

screening-trauma_long_ago = A hard blow long ago
    .words = Your pain began with a crash or a fall more than half a year ago. By itself that says little now. Name it to whoever looks at your back.

screening-one_fall = A fall, and something that makes the next one likelier
    .words = One fall is a good reason to train strength and balance, with something solid beside you and someone near. Ask a doctor or physiotherapist to look at balance, eyes and medicines.

screening-artery_picture_women = An artery scan
    .words = Women from 70 who smoke, smoked, or have heart or blood pressure trouble can ask for one ultrasound of the belly artery.

screening-side_or_water = Pain in the side, or burning when you pass water
    .words = Pain below the ribs at the side, or burning when you pass water, should be looked at within days. With fever, shivers, blood in the water, or when you are pregnant: today.
