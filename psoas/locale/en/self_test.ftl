### Self-tests: steps, what to enter, what is known of usual values (norm) and what the number cannot say.

self_test-knees_to_chest = Knee to chest, how far
    .purpose = This shows how far each hip bends before your pelvis rolls.
    .enter = How many degrees the thigh turned up from the floor, each side
    .norm = When a trained person bends the hip, adults reach about 120 to 134 degrees, and less with age. Alone you may read less. Compare with your own next value.
    .cannot_say = The number does not tell why a hip stops. A pinch in the groin matters more than the number.
    .step-1 = Lie on your back on a firm floor, both legs straight.
    .step-2 = Strap the phone to the front of one thigh, just above the knee, with a belt or a scarf, or ask someone to hold it there. Open an app that measures angles and set it to zero. Let it speak or record the angle, so that you need not look.
    .step-3 = With both hands, draw that knee towards your chest. Your other leg stays down and straight.
    .step-4 = Stop when your low back begins to round or your other thigh lifts. Hold still for three seconds, then lower the leg and read the largest angle.
    .step-5 = Do it three times on each side. Enter the middle value.

self_test-knees_to_chest_feel = Knees to chest, how it feels
    .purpose = This shows whether drawing your knees to your chest feels tight or sore, and where.
    .enter = 0 to 10 each side, and where
    .norm = There is no published norm. In the practice this project comes from, tight or sore is read as a sign that hip and low back are out of balance (tradition).
    .cannot_say = A tight feeling does not prove that a muscle is short.
    .step-1 = Lie on your back. Draw one knee to your chest, then the other, then both.
    .step-2 = Breathe out slowly and let your low back be heavy.
    .step-3 = For each side, notice: nothing, tight or sore? Where: front of the hip, groin, buttock or low back?
    .step-4 = Give the strongest feeling on each side a number: 0 for nothing, 10 for the worst.

self_test-modified_thomas = Thigh over the edge (modified Thomas test)
    .purpose = This shows how far the front of each hip lets your thigh sink while the pelvis is held still.
    .enter = Degrees of the thigh against level, below as minus, each side
    .norm = In one study of 300 active people, 250 of them injured, thighs lay 10.6 degrees below level, give or take 9.6. Your pelvis may move when you test alone. So compare with your own next value first.
    .cannot_say = If your pelvis is not held still, this test says nothing about how far your hip opens. A tight front of the hip does not tell how your pelvis stands, either.
    .step-1 = Sit at the very edge of a firm table or bed. Roll back, both knees held to your chest.
    .step-2 = Hold one knee so that your low back lies flat. Keep it flat: that makes it a test of the hip.
    .step-3 = Let your other thigh sink slowly, knee loose, until it hangs by itself.
    .step-4 = Have the phone strapped along the front of that thigh, or ask someone to hold it there. Read how far the thigh lies below (minus) or above (plus) level.
    .step-5 = If your low back lifts, hold the other knee closer and read again. Three times each side. Enter the middle value.

self_test-steps_to_straighten = Steps until you stand straight
    .purpose = This shows how long your hips take to open after sitting.
    .enter = Number of steps
    .norm = There is no published norm. Compare with your own earlier value.
    .cannot_say = It does not tell what holds you back: joint, muscle, nerve or habit.
    .step-1 = Sit for 30 minutes as you usually do.
    .step-2 = Stand up and walk at once, at your usual pace.
    .step-3 = Count the steps until you feel, or someone sees, that you stand straight.
    .step-4 = Do it on three days. Enter the middle value.

self_test-hip_extension_prone = Leg back, lying or standing
    .purpose = This shows what your low back and pelvis do while a leg moves back.
    .enter = 0, 1 or 2 each side
    .norm = Two examiners mostly agree on what they see. But people with and without back pain look alike. Compare with your own earlier value.
    .cannot_say = It does not tell back pain from none, and it does not show that a muscle fires late.
    .step-1 = Lie on your front. Or stand facing a wall with one hand on it, at shoulder height.
    .step-2 = Lay the back of your free hand on your low back, or have someone film you from the side.
    .step-3 = Move one straight leg back by the width of a hand. Your back stays quiet. Then turn the hands around and do the other leg.
    .step-4 = Count 0 if your low back stays still, 1 if it arches a little, 2 if it arches or turns before the thigh moves.

self_test-bridge_hold = Bridge on one leg, held
    .purpose = This shows how long the buttock on each side holds your pelvis level.
    .enter = Seconds each side. Right means: the right foot is on the floor.
    .norm = We found no norm for this hold. Compare with your own earlier value. A side counts only from a gap of a fifth: in a harder bridge (a hamstring bridge), footballers' legs differ by up to that much.
    .cannot_say = A long hold does not prove a strong hip, and it does not tell which muscle did the work.
    .step-1 = Lie on your back, knees bent, feet flat, hip-width apart.
    .step-2 = Lift your pelvis until trunk and thighs make one line. For the right side, keep your right foot down and straighten your left knee, thighs side by side.
    .step-3 = Stop the clock when your pelvis sinks or turns, the back of the thigh cramps, or it hurts. Stop at 60 seconds at the latest.
    .step-4 = Rest for two minutes. Then the left side: left foot down, right knee straight.

self_test-wall_gap = Wall: the gap behind the low back
    .purpose = This shows how much your low back arches when you stand against a wall.
    .enter = Centimetres between low back and wall
    .norm = There is no published norm: backs and buttocks differ in shape. Compare with your own earlier value. With a phone on the low back, changes below 7 degrees are chance.
    .cannot_say = A gap is normal. It says nothing about pain, or how long a muscle is.
    .step-1 = Stand with your heels a foot's length from a wall, buttocks and shoulder blades against it.
    .step-2 = Breathe out and stand as you do when nobody looks.
    .step-3 = Slide a hand behind your low back, level with the belly button. Measure the gap with stacked fingers or a ruler.
    .step-4 = Three times. Enter the middle value.

self_test-wall_ribs = Wall: the ribs in front
    .purpose = This shows whether your lower ribs flare forward when your arms go up.
    .enter = 0, 1 or 2
    .norm = There is no published norm. Compare with your own earlier value.
    .cannot_say = It also depends on your shoulders. It does not tell how you breathe.
    .step-1 = Stand against the wall as for the gap.
    .step-2 = Feel your lower front ribs with your fingers, then your pelvis below them. Note how they line up.
    .step-3 = Raise both arms overhead as far as they go without strain. Ask someone to look from the side, or film it.
    .step-4 = Count 0 if the ribs stay over the pelvis, 1 if they lift a little, 2 if they pop forward and your back leaves the wall.

self_test-one_leg_stance = Standing on one leg
    .purpose = This shows how long you stand on each leg with your eyes open.
    .enter = Seconds each side, the best of three
    .norm = Best of three, women and men: about 45 seconds at 18 to 39, 42 at 40 to 49, 41 at 50 to 59, 32 at 60 to 69, 22 at 70 to 79, 9 from 80 on. Below 60 most people reach the full 45 seconds, so we do not compare sides.
    .cannot_say = One test does not predict falls, or anything else.
    .step-1 = Stand beside a wall or a solid chair, arms crossed on your chest, shoes off.
    .step-2 = Lift one foot to the height of the other ankle without touching it.
    .step-3 = Stop the clock when the foot touches, your arms open or your standing foot moves. Stop at 45 seconds at the latest.
    .step-4 = Three times each side. Enter the best.

self_test-step_down = Step down, slowly
    .purpose = This shows how your pelvis, knee and trunk keep steady over one leg.
    .enter = 0 to 6 points each side
    .norm = 0 or 1 counts as good, 2 or 3 as middling, 4 and more as poor. Trained people who rate it agree only moderately. Nobody studied how well you can rate yourself.
    .cannot_say = It does not tell which muscle is weak.
    .step-1 = Stand on a step of about 20 cm on one leg, hands on your hips, something solid within reach. Have someone film you from the front.
    .step-2 = Bend that knee slowly until your other heel touches the floor, and come up. Five times.
    .step-3 = Count one point each: an arm comes off the hip; the trunk leans to a side; the pelvis drops or turns; the knee moves inside the big toe (2 points if far inside); you lose balance.

self_test-hand_chest_belly = A hand on the chest, a hand on the belly
    .purpose = This shows which hand moves first and further when you breathe at rest.
    .enter = 0 to 3
    .norm = In one study, only 5 of 51 healthy people passed all three breathing tests. Compare with your own earlier value.
    .cannot_say = Breathing high in the chest is no illness. No test of it goes with carbon dioxide in the blood.
    .step-1 = Sit and lean back. Put one hand on your breastbone, one above your belly button. Wait two minutes.
    .step-2 = Watch ten quiet breaths without changing them.
    .step-3 = Count 0 if the lower hand moves first and further, 1 if both move alike, 2 if the upper hand leads, 3 if the belly draws in as you breathe in.
    .step-4 = Do it again standing, and note both. Enter the one sitting.

self_test-breaths_a_minute = Breaths a minute
    .purpose = This shows how fast you breathe at rest.
    .enter = Breaths in one minute
    .norm = Mostly 12 to 20. One fast count is no illness. If you breathe 25 times or more, or 8 or fewer, at rest and feel unwell, call a doctor now.
    .cannot_say = It does not tell whether you breathe too deeply, or why.
    .step-1 = Sit quietly for five minutes.
    .step-2 = Let someone else count your breaths for a whole minute while you read, or use a recording of your chest.
    .step-3 = Alone: count each breath in for a minute. Knowing that you count changes it, so say so in the note.

self_test-slump = Slump: does it bring your leg pain?
    .purpose = This shows whether stretching the nerve in your leg brings the pain you know.
    .enter = 0 or 1 each side
    .norm = No leg pain is reassuring. Leg pain alone proves little.
    .cannot_say = It gives no diagnosis. Pain below the knee with numbness or weakness counts for more: have that looked at.
    .step-1 = Sit on a table, thighs supported, hands behind your back.
    .step-2 = Let your back round and your chin sink. Do not pull.
    .step-3 = Straighten one knee slowly, then pull up your toes. Stop at the first clear feeling.
    .step-4 = If it is the leg pain you know, lift your chin: does it ease?
    .step-5 = Count 1 only if it is the leg pain you know and it changes with the chin or the foot. A pull in the back of the thigh is 0.

self_test-straight_leg_raise = Straight-leg raise, with a helper
    .purpose = This shows at which angle lifting your straight leg brings the pain you know.
    .enter = Degrees each side, and whether it was your leg pain
    .norm = There is no norm to reach. A trained hand can tell a change of 5.7 degrees. At home we ask for 10.
    .cannot_say = No leg pain makes a pressed nerve root less likely. Leg pain alone means little.
    .step-1 = Lie on your back, relaxed. Your helper lifts one heel slowly, the knee straight.
    .step-2 = Say stop at the leg pain you know, or at a firm pull.
    .step-3 = Your helper reads the angle of the phone on your shin, and notes whether it was your leg pain or a pull.
    .step-4 = Once on each side, slowly. Do not repeat what hurts.

self_test-active_straight_leg_raise = Active straight-leg raise
    .purpose = This shows how well your pelvis passes on the load when you lift a straight leg by yourself. It is used for pain at the back of the pelvis, often after a birth.
    .enter = 0 to 5 each side: 0 not difficult at all, 1 a little, 2 somewhat, 3 fairly, 4 very difficult, 5 not possible
    .norm = 0 on both sides is usual. Of pregnant women without pain, 88 in 100 scored 0. Of those with pain, 54 in 100 scored 1 or more.
    .cannot_say = It does not show pain at the front of the pelvis, the tailbone or the low back alone. A score of 0 does not mean that nothing is wrong.
    .step-1 = Lie on your back, legs straight, feet a hand's length apart.
    .step-2 = Lift one straight leg about 20 cm off the floor. Do not bend the knee. Lower it.
    .step-3 = How hard was it? Give it a number from 0 to 5. Then the other leg.
    .step-4 = Then press both sides of your pelvis together with your hands, or pull a belt tight around it, and lift again. If it gets clearly easier, say so in the note: a physiotherapist will want to know.

self_test-five_sit_to_stand = Five times up from a chair
    .purpose = This shows how strong and quick your legs are in something you do every day.
    .enter = Seconds for five times
    .norm = Healthy adults around 40 take about 6 seconds, and at most 12. Slower than average is more than 11.4 seconds at 60 to 69, 12.6 at 70 to 79 and 14.8 at 80 to 89.
    .cannot_say = It does not tell whether strength, balance, pain or a low chair slows you down.
    .step-1 = Put a firm chair, about 43 cm high, with its back against a wall. Sit in the middle, feet flat, arms crossed on your chest.
    .step-2 = Start the clock. Stand all the way up and sit down again, five times, as fast as is safe.
    .step-3 = Stop the clock when you sit down for the fifth time. If you need your arms, stop, and say so in the note.

self_test-calf_raise_count = Calf raises on one leg
    .purpose = This shows how many times each calf lifts you. Your calf drives each step.
    .enter = How many, each side
    .norm = Healthy people managed, on a sloping board: about 37 (men) and 30 (women) at 20 to 29, 28 and 24 at 40 to 49, 19 and 19 at 60 to 69. On flat floor you may manage more.
    .cannot_say = It does not tell a tired calf from a sore tendon. If the tendon hurts, stop.
    .step-1 = Stand on one leg, barefoot, one or two fingertips on a wall at shoulder height.
    .step-2 = Lift your heel as high as you can and lower it, about one second up and one second down. Knee and trunk stay straight.
    .step-3 = Count until the heel no longer goes all the way up, you lose the pace, or it hurts. Stop at 50 at the latest.
    .step-4 = Rest for two minutes, then the other leg.

self_test-side_plank_hold = Side plank, held
    .purpose = This shows how long each side of your trunk holds you in a line.
    .enter = Seconds each side. Right means: the right elbow is on the floor.
    .norm = Active women in their twenties held about 70 to 77 seconds. Two tries a week apart can differ by 30 seconds, so only a large change counts.
    .cannot_say = Tired shoulders and body weight decide much of it. It does not measure one muscle.
    .step-1 = Lie on one side, elbow under your shoulder, legs straight, the upper foot in front of the lower.
    .step-2 = Lift your hips until your body makes one line. Start the clock.
    .step-3 = Stop the clock when your hips sink, your shoulder tires first, or it hurts. Stop at 120 seconds at the latest.
    .step-4 = Rest for two minutes, then the other side.
