### Named postures of the body, as `psoas posture` and pictures name them; the page of the body has its own words.

named_posture-standing-label = Standing
named_posture-standing-note = Every coordinate 0: the pelvis as gait2392 places it, sacral slope 41 deg, lordosis 58 deg.

named_posture-sitting_upright-label = Sitting upright
named_posture-sitting_upright-note = Thighs level; the pelvis rolls back 18.7 deg and the low back loses 16.6 deg of lordosis.

named_posture-sitting_slumped-label = Sitting slumped
named_posture-sitting_slumped-note = Thighs level; the pelvis rolls back 25.8 deg, the low back loses 38.9 deg of lordosis, the chest sinks (assumed 10 deg).

named_posture-sitting_backrest-label = Slouched against a backrest
named_posture-sitting_backrest-note = Thighs level, the pelvis rolled back 55 deg, the low back 30 deg flatter, the chest leaning back 25 deg on a backrest.

named_posture-arched-label = Standing arched, front ribs popped
named_posture-arched-note = Pelvis tipped 10 deg forward over the thighs, low back 15 deg more arched, chest lifted 8 deg, lower ribs flared 8 deg.

named_posture-popped_ribs-label = Standing, ribs popped without arching
named_posture-popped_ribs-note = Only the lower ribs flare (10 deg) and the chest lifts (6 deg); pelvis and low back stay.

named_posture-slumped-label = Standing rounded
named_posture-slumped-note = Pelvis tucked 10 deg, low back rounded 20 deg, chest sunk 8 deg.

named_posture-sway-label = Sway-back standing
named_posture-sway-note = Pelvis pushed forward: hips extended 12 deg, pelvis tucked 5 deg, chest leaning back over it.

named_posture-knees_to_chest-label = Knees to the chest, lying on the back
named_posture-knees_to_chest-note = Hips 120 deg, low back flexed 50 deg (Pearcy 1984: about 52 deg in all).

named_posture-lunge-label = Half-kneeling lunge, right knee down
named_posture-lunge-note = Right hip extended 15 deg with the pelvis level, left hip and knee at 90 deg.

named_posture-supine-label = Lying on the back, legs straight
named_posture-supine-note = Lordosis 4.6 deg less than standing, sacral slope 3.9 deg more (supine film).
