### Self-tests: steps, what to enter, what is known of usual values (norm) and what the number cannot say.

self_test-knees_to_chest = Knee to chest, how far
    .purpose = How far each hip bends before the pelvis rolls.
    .enter = Degrees the thigh turned up from the floor, each side
    .norm = Passive bend of adults is about 120 to 134 degrees, less with age. Yours, done alone, may read lower; your own next value is the comparison that counts.
    .cannot_say = Degrees do not tell why a hip stops. A pinch in the groin matters more than the number.
    .step-1 = Lie on your back on a firm floor, both legs straight.
    .step-2 = Lay the phone flat on the front of one thigh, just above the knee, in an inclinometer app, and set it to zero with the leg on the floor.
    .step-3 = With both hands, draw that knee towards the chest. The other leg stays down and straight.
    .step-4 = Stop where the low back begins to round or the other thigh lifts. Read the angle.
    .step-5 = Do it three times on each side and enter the middle value.

self_test-knees_to_chest_feel = Knees to chest, how it feels
    .purpose = Whether drawing the knees to the chest feels tight or sore, and where.
    .enter = 0 to 10 each side, and where
    .norm = No published norm. In the practice this project comes from, tight or sore is read as a sign that the hip and low back are out of balance (tradition).
    .cannot_say = A feeling of tightness does not tell that a muscle is short.
    .step-1 = Lie on your back and draw one knee to the chest, then the other, then both.
    .step-2 = Breathe out slowly and let the low back be heavy.
    .step-3 = Note for each side: nothing, tight or sore, and where: front of the hip, groin, buttock, low back.
    .step-4 = Give the strongest feeling on each side a number, 0 for nothing to 10 for the worst. A sharp pain or a pinch deep in the groin counts 7 or more: stop there.

self_test-modified_thomas = Thigh over the edge (modified Thomas test)
    .purpose = How far the front of each hip lets the thigh sink while the pelvis is held.
    .enter = Degrees of the thigh against level, below as minus, each side
    .norm = Among 300 active people thighs lay 10.6 degrees below level, give or take 9.6. People's pelvis moves when they test alone, so read your own change first.
    .cannot_say = When the pelvis is not held, this test says nothing about how far a hip extends. A tight front of the hip does not tell how your pelvis stands, either.
    .step-1 = Sit at the very edge of a firm table or bed, and roll back, both knees held to the chest.
    .step-2 = Hold one knee so that the low back lies flat. Keep it flat: this is what makes the test one of the hip.
    .step-3 = Let the other thigh sink slowly, knee loose, until it hangs by itself.
    .step-4 = Lay the phone along the front of that thigh. Read how far the thigh lies below (minus) or above (plus) level.
    .step-5 = If the low back lifts, hold the other knee closer and read again. Three times each side; enter the middle value.

self_test-steps_to_straighten = Steps until you stand straight
    .purpose = How long the hips take to open after sitting.
    .enter = Number of steps
    .norm = No published norm: own baseline only.
    .cannot_say = It does not tell what holds you: joint, muscle, nerve or habit.
    .step-1 = Sit for 30 minutes as you usually do.
    .step-2 = Stand up and walk at once, at your usual pace.
    .step-3 = Count the steps until you feel, or someone sees, that you stand straight.
    .step-4 = Do it on three days; enter the middle value.

self_test-hip_extension_prone = Leg back, lying or standing
    .purpose = How the low back and pelvis behave while a leg is carried back.
    .enter = 0, 1 or 2 each side
    .norm = Two examiners mostly agree on what they see, but people with and without back pain look alike: own baseline only.
    .cannot_say = It does not tell back pain from none, and it does not show that a muscle fires late.
    .step-1 = Lie on your front, or stand with both hands on a wall.
    .step-2 = Put a finger of one hand on the low back, or have someone film you from the side.
    .step-3 = Carry one straight leg back by the width of a hand. Do not help with the back.
    .step-4 = Count 0 if the low back stays still, 1 if it arches a little, 2 if it arches or turns before the thigh moves.

self_test-bridge_hold = Bridge on one leg, held
    .purpose = How long the buttock on each side holds the pelvis level.
    .enter = Seconds each side
    .norm = No usable norm was found: own baseline only. In bridges done to failure healthy sides differ by up to about 19 in 100, so a side counts only from a fifth.
    .cannot_say = A long hold is not a strong hip, and it does not tell which muscle did the work.
    .step-1 = Lie on your back, knees bent, feet flat, a hip's width apart.
    .step-2 = Lift the pelvis until trunk and thighs make one line. Straighten one knee, thighs side by side.
    .step-3 = Stop the clock when the pelvis sinks or turns, the back of the thigh cramps, or it hurts. Stop at 60 seconds at the latest.
    .step-4 = Rest two minutes, then the other side.

self_test-wall_gap = Wall: the gap behind the low back
    .purpose = How much the low back arches when you stand against a wall.
    .enter = Centimetres between low back and wall
    .norm = No published norm; backs and buttocks differ in shape: own baseline only. With a phone on the low back, changes below 7 degrees are noise.
    .cannot_say = A gap is normal. It says nothing about pain, and nothing about how long a muscle is.
    .step-1 = Stand with heels a foot's length from a wall, buttocks and shoulder blades against it.
    .step-2 = Breathe out and stand as you do when nobody looks.
    .step-3 = Slide a hand behind the low back, level with the belly button. Measure the gap with stacked fingers or a ruler.
    .step-4 = Three times; enter the middle value.

self_test-wall_ribs = Wall: the ribs in front
    .purpose = Whether the lower ribs flare forward over the pelvis.
    .enter = 0, 1 or 2
    .norm = No published norm: own baseline only.
    .cannot_say = It also depends on the shoulders. It does not tell how you breathe.
    .step-1 = Stand against the wall as for the gap.
    .step-2 = Lay the fingers of one hand on the lower front ribs, the other hand on the front of the pelvis.
    .step-3 = Raise both arms overhead as far as they go without strain.
    .step-4 = Count 0 if the ribs stay over the pelvis, 1 if they lift a little, 2 if they pop forward and the back leaves the wall.

self_test-one_leg_stance = Standing on one leg
    .purpose = How long you stand on each leg, eyes open.
    .enter = Seconds each side, the best of three
    .norm = Best of three, both sexes: about 45 seconds at 18 to 39, 42 at 40 to 49, 41 at 50 to 59, 32 at 60 to 69, 22 at 70 to 79, 9 from 80 on. Below 60 most reach the 45 seconds, so no rule for sides holds.
    .cannot_say = One test does not predict falls or anything else.
    .step-1 = Stand beside a wall or a solid chair, arms crossed on the chest, shoes off.
    .step-2 = Lift one foot to the height of the other ankle without touching it.
    .step-3 = Stop the clock when the foot touches, the arms open or the standing foot moves. Stop at 45 seconds at the latest.
    .step-4 = Three times each side; enter the best.

self_test-step_down = Step down, slowly
    .purpose = How pelvis, knee and trunk keep over one leg.
    .enter = 0 to 6 points each side
    .norm = 0 or 1 counts as good, 2 or 3 as fair, 4 or more as poor. Trained raters agree only moderately, and nobody has studied people who rate themselves.
    .cannot_say = It does not tell which muscle is weak.
    .step-1 = Stand on a step of about 20 cm on one leg, hands on the hips, something solid within reach. Have someone film you from the front.
    .step-2 = Bend that knee slowly until the other heel touches the floor, and come up. Five times.
    .step-3 = Count one point each: an arm comes off the hip; the trunk leans aside; the pelvis drops or turns; the knee passes inside the big toe (2 points if far inside); you lose balance.

self_test-hand_chest_belly = A hand on the chest, a hand on the belly
    .purpose = Which hand moves first and further when you breathe at rest.
    .enter = 0 to 3
    .norm = Of 51 healthy volunteers only 5 passed all three breathing measures of one study: own baseline only.
    .cannot_say = An upper-chest breath is no illness, and no measure of it goes with carbon dioxide in the blood.
    .step-1 = Sit leaning back. One hand on the breastbone, one above the belly button. Wait two minutes.
    .step-2 = Watch ten quiet breaths without changing them.
    .step-3 = Count 0 if the lower hand moves first and further, 1 if both move alike, 2 if the upper hand leads, 3 if the belly draws in as you breathe in.
    .step-4 = Do it again standing, and note both; enter the one sitting.

self_test-breaths_a_minute = Breaths a minute
    .purpose = How fast you breathe at rest.
    .enter = Breaths in one minute
    .norm = Mostly 12 to 20. One fast count is no disorder. Resting at 25 and more, or 8 and fewer, and feeling unwell with it: call a doctor now.
    .cannot_say = It does not tell whether you breathe too deeply, nor why.
    .step-1 = Sit quietly for five minutes.
    .step-2 = Let someone else count your breaths for a whole minute while you read, or use a recording of the chest.
    .step-3 = Alone: count each in-breath for a minute. Knowing that you count changes it; say so in the note.

self_test-slump = Slump: does it bring your leg pain?
    .purpose = Whether stretching the nerve in the leg brings the pain you know.
    .enter = 0 or 1 each side
    .norm = 0 makes an irritated nerve root less likely, 1 says little by itself.
    .cannot_say = It does not diagnose. Pain below the knee with numbness or weakness counts for more: have that looked at.
    .step-1 = Sit on a table with the thighs supported, hands behind the back.
    .step-2 = Let the back round and the chin sink. Do not pull.
    .step-3 = Straighten one knee slowly, then draw the toes up. Stop at the first clear feeling.
    .step-4 = If it is your familiar leg pain, lift the chin: does it ease?
    .step-5 = Count 1 only if it is your familiar leg pain and it changes with the chin or the foot. A pull in the back of the thigh is 0.

self_test-straight_leg_raise = Straight-leg raise, with a helper
    .purpose = At which angle lifting the straight leg brings the pain you know.
    .enter = Degrees each side, and whether it was your leg pain
    .norm = No norm to reach. The smallest change a trained hand detects is 5.7 degrees; at home 10 are asked for.
    .cannot_say = No leg pain makes a pressed nerve root less likely; leg pain by itself means little.
    .step-1 = Lie on your back, relaxed. A helper lifts one heel slowly, the knee straight.
    .step-2 = Say stop at your familiar leg pain, or at a firm pull.
    .step-3 = The helper reads the angle of the phone on the shin, and notes whether it was your leg pain or a pull.
    .step-4 = Once on each side, slowly; do not repeat what hurts.
