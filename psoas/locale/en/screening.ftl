### Red flags: what is said to the person.

screening-self_harm = You matter first
    .words = You wrote about not wanting to live, or about harming yourself. Please talk to a person now: one of the lines below, a doctor, or someone you trust. If you are in danger, call the emergency number. Nothing here matters more.

screening-cauda_equina = Nerves at the base of the spine
    .words = You may have pressure on the nerves at the base of the spine. New numbness between the legs is a sign. So is back or leg pain with new changes in passing water, in your bowels or in sex, or new strong pain down both legs. This needs a hospital now. Hours count. Please call an ambulance or go to an emergency department.

screening-leg_weakness_growing = A leg that grows weaker
    .words = Your leg is getting weaker, or your foot has begun to drop. Please go at once: to a hospital, or to a doctor who can see you today.

screening-chest_pain_danger = Chest pain with danger signs
    .words = Your chest pain comes with a danger sign. It may spread, come with effort or last more than 15 minutes. Or you sweat, feel sick or faint, or are short of breath. It can be the heart. Please call an ambulance now. Do not drive yourself, and do not try to breathe it away.

screening-breathless_danger = Breath that does not come
    .words = You gasp, cannot say a sentence, or your lips turn blue or grey. Please call an ambulance now.

screening-clot_lung = A swollen leg with chest pain or short breath
    .words = One leg is swollen, warm or throbbing, and your chest hurts or you are newly short of breath. A clot may have moved to your lungs. Please call an ambulance now.

screening-clot_leg = A swollen leg
    .words = One leg is newly swollen, warm or throbbing, or has changed colour. It can be a clot. Please see a doctor today. Do not massage or roll it.

screening-breathless_new = New short breath
    .words = You are newly more short of breath than usual, or you cough up blood. Please see a doctor today. Breathing exercises are no answer to this.

screening-panic_danger = Attacks with danger signs
    .words = You have attacks in which you pass out, your chest hurts, or that come with effort. Questions cannot tell these from an illness of the heart or lungs. Is one on you now? Please call an ambulance. If not, go to an emergency department today.

screening-aneurysm_danger = Sudden severe pain in belly or back
    .words = You have sudden severe pain in your belly or back. You also feel faint or clammy, feel a strong pulse in your belly, or know of a widened artery. The artery may be tearing. Please call an ambulance now.

screening-aneurysm_suspected = A pulse in the belly with pain
    .words = You feel a strong pulse in your belly, and your belly or back hurts. Please see a doctor today and ask for an ultrasound. Until then, do not press on your belly and do not strain.

screening-haematoma = Bleeding into the muscle
    .words = You take blood thinners or bleed easily. You also have new pain in your groin, thigh or side. Your hip stays bent, your knee gives way or the front of your thigh is numb. You may be bleeding into the hip muscle. Please go to an emergency department now. Do not press or massage it.

screening-abscess = Fever with hip, back or flank pain
    .words = You have a fever and pain in your back, side or groin. It can be an infection in or near the psoas, above all when it hurts to straighten the hip. Please see a doctor today. If you feel very ill, go to an emergency department. Only about three people in ten have all the signs.

screening-spine_infection = Signs of infection with back pain
    .words = Your back hurts and you have a fever or feel ill. You also have a risk of infection: weak defences, a recent infection or injected drugs. Please see a doctor today.

screening-septic_hip = A hot hip, or one that cannot move
    .words = Your hip is hot or can hardly be moved. You also have a fever, feel ill, or had an infection, an injection or an operation. Please go to an emergency department now.

screening-hip_fracture = A hip that may be broken
    .words = Your leg cannot bear weight, or it is shorter or turned out. Your hip may be broken. Please do not stand on it. Call an ambulance now.

screening-cannot_stand = A leg that cannot bear weight
    .words = You cannot put weight on a leg. Please see a doctor today, before any exercise.

screening-spine_fracture_major = A hard blow to the back
    .words = Your pain began with a crash, a hard blow or a fall from a height in the last six weeks. Please go to an emergency department before you move much.

screening-spine_fracture_minor = A spine that may be broken
    .words = After even a small fall or lift, a bone in your spine may be broken. That is more likely past 70, with thin bones, after months of steroids, or with a bruise over the spine. Please see a doctor today.

screening-bone_stress = A hip bone under too much load
    .words = Your groin or the front of your hip hurts deep inside each time you load the leg. In people who run, train more than before or eat little for it, a crack can be forming in the hip bone. It is often taken for a tight hip flexor. Stop running and hopping. Use the leg as little as you can, and do not test it by hopping. Have a scan today or tomorrow.

screening-hernia_stuck = A hernia that does not go back
    .words = Your hernia hurts and does not go back, or you feel sick with it. Please go to an emergency department now.

screening-testicle = Sudden pain in a testicle
    .words = Sudden pain in a testicle needs an emergency department now. Hours count.

screening-pregnancy_one_side = Possible pregnancy with pain on one side
    .words = You are or may be pregnant, and one side hurts low in your belly. Early on, or with fainting, fever or sudden severe pain, this needs an emergency department now.

screening-kidney = Signs of a kidney infection
    .words = Your side hurts, or it burns when you pass water. You also have a fever, feel ill or are pregnant. It can be a kidney infection. Please see a doctor today.

screening-young_limp = A young person who limps
    .words = Before the age of 18, a limp with pain in the hip, thigh or knee needs a doctor today. The growth plate of the hip can slip. No sport until an X-ray has been seen.

screening-cancer_nerve = Past cancer with nerve signs
    .words = You have had cancer, your back hurts, and a leg is numb or weak. Please see a doctor today.

screening-panic_first = Attacks that no doctor has looked at
    .words = Sudden attacks of fear, or of breath out of control, are common. Most pass within 20 minutes. Before anyone calls them panic, a doctor should look at your heart, lungs and thyroid. If one comes with chest pain, fainting or effort, call an ambulance.

screening-nerve_signs = Signs of an irritated nerve
    .words = Pain below the knee, or a leg that is numb, tingles or is weak, can come from a nerve in your back. If it is new, it often settles within weeks. See a doctor within days to have your strength and feeling tested. If the leg gets weaker or number, if you feel new numbness between your legs, or have trouble passing water, go to a hospital at once.

screening-chest_pain_plain = Chest pain
    .words = Chest pain without danger signs still needs a doctor before you train. Until then, your program holds only gentle release, and you walk only at an easy pace. No pain in your chest is fine in an exercise: stop there. If it spreads, lasts more than 15 minutes, or comes with sweat, sickness or short breath, call an ambulance.

screening-faint = Fainting
    .words = You faint, or turn clammy with a racing heart. Please see a doctor before you train.

screening-sudden_severe_other = Sudden severe pain
    .words = You had a severe pain in your belly or back that came suddenly. Please see a doctor soon. If it is still there, go today.

screening-breathless_lying = Breathless lying flat
    .words = Short breath when you lie flat, swollen ankles, or a cough of three weeks or more should be looked at within days.

screening-cancer_pain = Pain after cancer
    .words = You have had cancer, or lost weight without trying, and something hurts. Most often the cause is an ordinary one. Still, please have it looked at within days.

screening-steady_worse = Pain that only grows
    .words = Your pain grows week by week, and no position eases it. Please have it looked at within days.

screening-inflammatory = Stiff mornings for three months or more
    .words = You have had pain for three months or more, and your back is stiff in the morning and better when you move. The spine may be inflamed. That is more likely when it began before 45, or with trouble of the eyes, skin or gut. It can be treated. A blood test and a scan help to tell.

screening-bone_without_blood = Deep groin pain with a risk to the bone
    .words = Your groin hurts deep inside. After months of steroids, with much alcohol, with sickle cell disease or lupus, or after diving, bone in the hip can lose its blood supply. Please have it looked at within days.

screening-aneurysm_known = A widened artery
    .words = You know of a widened artery. Ask the doctor who follows it how much you may strain. Until you know, do not strain, do not hold your breath, and let nobody press on your belly.

screening-aneurysm_possible = Belly or back pain that is not explained
    .words = You have a steady belly or back pain that nobody has explained, or you feel a strong pulse in your belly. Have it looked at before anyone presses there. In many countries men from 65, and women from 70 with risks, are offered a scan of this artery.

screening-belly_pain = Belly pain without a known cause
    .words = Have your belly pain looked at before anyone presses on it.

screening-hip_locks = A hip that locks
    .words = When a hip locks, catches or seizes, something can be caught in the joint. It is seldom urgent. Have a doctor or physiotherapist look before you stretch deeply.

screening-pregnancy = Pregnancy
    .words = Ask your midwife or doctor what is right for you. Your program leaves out belly massage, held breath, deep stretches and, after about 16 weeks, lying flat for long. If you get new or stronger pain or contractions, bleed, lose fluid or feel dizzy, stop and call.

screening-after_birth = After a birth
    .words = Wait for your check after the birth before you load or run. Ask there about your belly wall and your pelvic floor.

screening-after_operation = After an operation
    .words = Your surgeon's rules come before any program. Ask which movements and loads are allowed by now.

screening-artificial_hip = An artificial hip
    .words = Ask your surgeon which movements to leave out. It depends on how the hip was put in. In the first half year your program leaves out the ends of the hip's range.

screening-hernia_known = A hernia
    .words = Have your hernia looked at before you strain or press on your belly. If it hurts and does not go back, or you feel sick, go to an emergency department now.

screening-thinners = Blood thinners or a bleeding disorder
    .words = You bruise and bleed more easily. Ask before any firm massage. If you get new groin or thigh pain with a weak or numb leg, go to an emergency department now.

screening-fragile_bones = Fragile bones
    .words = Strength work is good for bones. Ask which loads are right for you to begin with. Your program leaves out bending or twisting your back far. If a bone in your spine has broken, or several bones in small falls, it leaves out running and jumps too.

screening-fragile_spine = Fragile bones that broke, or a fall
    .words = You have thin bones, and you have broken some or you fell. Then balance and strength come first, and jumping is left out. Ask a doctor or physiotherapist to help you choose.

screening-falls = More than one fall
    .words = You fell more than once in a year. A doctor or physiotherapist can look at your balance, eyes, medicines and feet. Much of what makes people fall can be changed. Practise beside something solid, with someone near.

screening-fever_plain = Fever
    .words = With a fever, rest. Start when it has been gone for two days. If it stays more than three days, see a doctor.

screening-deep_groin_running = Groin pain under load
    .words = Your groin or the front of your hip hurts each time you load the leg. Have it looked at before you run or hop.

screening-young = Under 18
    .words = This program was made for adults. Do it together with a parent and a physiotherapist who treats teenagers.

screening-heart_or_brain = Heart, blood pressure, stroke, seizures
    .words = Ask your doctor how hard you may work. Your program leaves out held, fast and forced breath.

screening-night = Pain at night
    .words = Pain that wakes you is common with backs and hips. By itself it says little. If it is new, grows, or comes with fever or weight loss, see a doctor within days.

screening-older = Age over 55 with pain
    .words = Being over 55 is on many lists of signs. By itself it says very little.

screening-smoking = Smoking
    .words = Smoking slows how backs and tendons heal. Help with stopping works better than will alone. Ask your doctor for it whenever you want.

screening-alcohol = Alcohol
    .words = You drink more than 14 units a week, above what health services advise. It can disturb sleep and make mornings anxious. You can tell a doctor about it without shame.

screening-panic_known = Attacks of fear
    .words = You have had attacks that a doctor knows. Tell them if the attacks change. The breath work here stays small and slow.

screening-clicks = A hip that clicks
    .words = A click at the front or side of the hip is mostly a tendon that slides over bone. Without pain, it needs nothing.

screening-pinch = A pinch in the groin
    .words = Your groin pinches deep inside when the hip bends far. Tell your doctor or therapist, and do not push into it.

screening-long_pain = Pain for more than three months
    .words = Pain that lasts more than three months is often about more than tissue. Sleep, worry and load count too. A doctor or therapist can help to sort it out.

screening-growing = Pain that grows
    .words = Your pain grows week by week. Tell your doctor or therapist, even when rest eases it.

screening-shoulder_neck = Shoulder and neck
    .words = Shoulder and neck pain often go with long sitting and with breath held high in the chest. Your program looks at both.

screening-knee_outside = Outer thigh and knee
    .words = Pain at the outer thigh or the knee in a runner often means that load came too fast. If it stays more than six weeks, have it looked at.

screening-weight = Weight lost without trying
    .words = You have lost weight without trying. Please tell a doctor.

screening-heart_family = Heart risk
    .words = Heart disease in your close family, high blood pressure or diabetes is worth a check before you train hard.

screening-bend_without_limit = Very mobile joints
    .words = Your joints are very mobile. Strength in the middle of the range helps you more than hanging at its end.

screening-pain_free_but = Two answers that do not fit
    .words = You said that nothing hurts now. You also said that pain wakes you, grows or never eases. We keep both, and the more serious one counts. Pain at rest or at night with none by day should be looked at within days. If you only meant that it does not hurt right now, change your answer.

screening-weeks_without = Are you pregnant?
    .words = You gave weeks of pregnancy, and did not say that you are pregnant. These two answers do not fit. Before you start, tell us which one is right. If you are not sure, do a test or ask a doctor or midwife. Until then, your program treats you as pregnant.

screening-artery_picture = An artery scan
    .words = In many countries men from 65 are offered one ultrasound scan of the belly artery. Ask whether you had yours.

screening-sleep_poor = Poor sleep
    .words = Poor sleep makes pain louder. If it has lasted for months, tell your doctor.

screening-sits_long = Long sitting
    .words = You sit for much of the day. By itself that is no illness. Your program breaks it up.

screening-both_legs_signs = New trouble in both legs
    .words = Pain, numbness or weakness that is new in both legs can mean pressure on the nerves at the base of the spine. This needs a hospital now, even if you can still walk. Please go to an emergency department or call an ambulance.

screening-base_numb_steady = Changed feeling or bowel control with back or leg pain
    .words = You feel less between your legs, or cannot control your bowels, and your back or a leg hurts. Please see a doctor today, even when it has been there for a while. If it gets worse, or passing water changes, go to an emergency department now.

screening-base_steady = Bladder, bowels, sex or feeling between the legs
    .words = A change in your bladder, bowels, sex or feeling between the legs is common, above all after a birth. It can be helped. Please see a doctor or a pelvic health physiotherapist within days. If it is newer than two weeks, gets worse, or comes with back or leg pain, go to an emergency department now.

screening-aneurysm_sudden = Sudden severe pain at your age
    .words = You had a severe pain in your belly or back that came suddenly in the last two weeks. Past 60, or past 50 with a history of smoking or trouble with heart or blood pressure, it can be a tearing artery. Mostly it is not, and only a hospital can tell. Please call an ambulance now.

screening-aneurysm_known_pain = Pain with a known aneurysm
    .words = You know of a widened artery, and the pain in your belly, back, side or groin is new or grows. The artery has to be looked at first. Please call an ambulance now, and say that you have an aneurysm.

screening-aneurysm_picture = Back or belly pain that nothing eases
    .words = Past 60, with a history of smoking or trouble with heart or blood pressure, a new pain in the belly, back or side that no position eases can come from the main artery. Please see a doctor today and ask for an ultrasound. If it turns sudden and severe, or you feel faint, call an ambulance.

screening-dysreflexia = Pounding headache or flushing after a cord injury
    .words = After a spinal cord injury, a pounding headache with flushing or sweating can mean that your blood pressure shoots up (autonomic dysreflexia). Sit up, loosen anything tight, check bladder and bowel. If it does not pass at once, call an ambulance now. Show your alert card if you have one.

screening-clot_lung_quiet = New short breath with blood or fainting
    .words = You are newly short of breath. You also cough up blood, faint, or turn clammy with a racing heart. It can be a clot in the lung, even when both legs look well. Please call an ambulance now.

screening-new_hip_fails = A new hip that cannot carry you
    .words = Your artificial hip cannot bear weight any more, or the leg is suddenly shorter or turned. The hip may be out of joint, or the bone around it broken. Do not stand on it. Call an ambulance now.

screening-spine_infection_quiet = Back pain with a risk of infection
    .words = An infection in the spine often comes without fever. You inject drugs, or your defences are low and you had an infection or an operation lately. So please have your back looked at by a doctor today. Say what you answered here.

screening-cord_signs = Clumsy hands and an unsteady walk
    .words = Your hands have become clumsy and your walk unsteady. The spinal cord may be pressed at the neck. Please go to an emergency department today. No neck or back exercise until then.

screening-cord_one_sign = Clumsy hands or an unsteady walk
    .words = Your hands have become clumsy, or your walk unsteady. A doctor should test this within days. If both are there, or it gets worse, go to an emergency department.

screening-vertebra_without_fall = A vertebra that may be broken
    .words = With thin bones, or after months of steroids, a bone in the spine can break without a fall. You have new strong back pain. Please see a doctor today and ask for an X-ray. Until then do not bend, lift or twist.

screening-bone_stress_energy = Groin pain while eating little for your training
    .words = Your groin or the front of your thigh hurts, and your bones may have had too little energy: you eat little for what you do, missed periods, or had a stress fracture. A crack can be forming in the hip. Stop running and jumping, and do not test it by hopping. See a doctor today or tomorrow for a scan.

screening-low_energy = Eating little, or missed periods
    .words = Eating little for what you do, losing weight by training, or missed periods weaken bones, heart and mood. It is common in sport, in men too, and it can be put right. Please see a doctor within days. Running and jumping wait until then.

screening-low_energy_severe = Too little energy for your bones
    .words = You eat little for what you do. You have also missed a year of periods, or had a stress fracture. That is a clear sign that your body gets too little energy. Please see a doctor within days, best one who knows sport. Until then no running, jumping or heavy loads.

screening-joint_infection = Signs of infection at a wound or a new joint
    .words = Your wound or new joint turns red, hot or swollen, or weeps. It may be infected. Please call the hospital that operated, or a doctor, today. If you have a fever, shiver or feel very ill, go to an emergency department.

screening-new_hip_pain = A new hip that hurts
    .words = Your artificial hip newly hurts or gives way. It may have come loose or be infected. Please let the surgeon's team or a doctor look at it within days. Deep bends, loads and jumps wait until then.

screening-pressure_sore_ill = A pressure sore and feeling ill
    .words = You have a pressure sore and a fever, or feel ill. It may be infected, and that can spread fast. Please see a doctor today, and keep all weight off the sore.

screening-pressure_sore = A pressure sore
    .words = Keep all weight and rubbing off the sore. Have a nurse or doctor look at it within days. No massage near it, and nothing that slides the skin. If you feel ill or have a fever, see a doctor today.

screening-skin_numb = Skin that feels less
    .words = Where your skin feels less, you cannot tell when pressure is too much. No massage, balls or heat there. Look at your skin every day, with a mirror, and shift your weight often.

screening-cord_high = A cord injury at chest height or above
    .words = With a cord injury at the sixth chest vertebra or above, pressure, strain or a full bladder can make your blood pressure shoot up (autonomic dysreflexia). The signs are a pounding headache, flushing and sweating. If they come, sit up, and find and remove the cause. If it does not pass at once, call an ambulance. Ask your team which exercise is right.

screening-young_hip = Hip, thigh or knee pain while growing
    .words = Before the age of 18, pain in the hip, groin, thigh or knee can come from a growth plate of the hip that slips. That can be so even without a limp. Please see a doctor today or tomorrow and ask for an X-ray of both hips. No running or jumping until then.

screening-cancer_spine = Back or neck pain after cancer
    .words = You have had cancer, and your back or neck pain grows, wakes you or never eases. The cause is often an ordinary one. Still, call your cancer team or a doctor today, so that someone looks at your spine soon. If your legs become weak or numb, go to an emergency department now.

screening-never_eases = Pain that no position eases
    .words = Pain from muscles and joints mostly eases in some position. Yours does not. Please see a doctor within days. If you feel ill or faint, or it turns severe, call for help at once.

screening-mid_back = Pain in the middle of the back
    .words = Most pain between the shoulder blades comes from muscles and joints. But yours is strong or wakes you, or you have lost weight or have thin bones. Please see a doctor within days. If it comes with chest pain or short breath, call an ambulance.

screening-vessels = Leg pain that stops when you stand still
    .words = Leg pain that comes with walking and goes when you stand still can come from narrow arteries. Walking helps it, and so do medicines. Please see a doctor within days. If your foot hurts at rest, or is cold and pale, go to an emergency department now.

screening-stenosis_walk = Leg pain that eases when you sit
    .words = Leg pain that comes with standing and walking and eases when you sit or lean forward is often a narrow canal in the low back. It is seldom dangerous. A doctor or physiotherapist can confirm it once.

screening-stenosis_course = How a narrow spinal canal goes on
    .words = Without an operation, about half of people stay as they are over four years. About a quarter get better, and a quarter get worse. Walking with breaks to sit, and strength, are worth your time.

screening-varicose = Varicose veins
    .words = Keep rollers, balls and firm massage off your veins. Walking and moving your ankles are good for them.

screening-pregnancy_side_later = Pain on one side in later pregnancy
    .words = A short sharp pain low on one side when you move is often the round ligament that holds the womb. Tell your midwife within days. If you bleed, have a fever, faint, have regular cramps, or the pain stays, call at once.

screening-trauma_earlier = A hard blow some time ago
    .words = Your pain began with a crash, a hard blow or a fall some weeks ago. If nobody has taken an X-ray since, please see a doctor within days.

screening-trauma_long_ago = A hard blow long ago
    .words = Your pain began with a crash or a fall more than half a year ago. By itself that says little now. Tell whoever looks at your back.

screening-one_fall = A fall, and something that makes the next one likelier
    .words = One fall is a good reason to train strength and balance, with something solid beside you and someone near. Ask a doctor or physiotherapist to look at your balance, eyes and medicines.

screening-artery_picture_women = An artery scan
    .words = Women from 70 with a history of smoking, or with heart or blood pressure trouble, can ask for one ultrasound scan of the belly artery.

screening-side_or_water = Pain in the side, or burning when you pass water
    .words = Pain below the ribs at your side, or burning when you pass water, should be looked at within days. If you have a fever, shiver, see blood in the water or are pregnant, go today.
