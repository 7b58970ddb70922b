### Postures of the body page.

posture-standing-label = Standing
posture-standing-note = Pelvis, low back and ribs as the model stands at rest. We compare everything below with this.

posture-arched-label = Arched
posture-arched-note = The pelvis tips 10° forward over the thighs, the low back arches 15° more, the front ribs lift and pop. An assumed posture.

posture-slumped-label = Rounded
posture-slumped-note = The pelvis tucks 10° under, the low back rounds 20°, the chest sinks. An assumed posture.

posture-sway-label = Sway-back
posture-sway-note = The pelvis is pushed forward over the feet and the chest leans back behind it. An assumed posture.

posture-popped_ribs-label = Ribs popped
posture-popped_ribs-note = Only the lower ribs flare and the chest lifts; pelvis and low back stay. An assumed posture.

posture-sitting_upright-label = Sitting tall
posture-sitting_upright-note = Thighs level. In X-ray studies the pelvis rolls back 19° and the low back flattens by 17°.

posture-sitting_slumped-label = Sitting slumped
posture-sitting_slumped-note = Thighs level. In X-ray studies the pelvis rolls back 26° and the low back flattens by 39°. The sunk chest is assumed.

posture-lunge-label = Lunge
posture-lunge-note = Right knee on the floor, right thigh 15° behind the pelvis, pelvis level. An assumed posture.

posture-supine-label = Lying
posture-supine-note = On the back, legs straight. In X-ray studies the low back flattens by 5°.

posture-knees_to_chest-label = Knees to chest
posture-knees_to_chest-note = On the back, hips bent 120°, the low back rounded by 50°.

posture-fault-name = We don't know the posture "{ $given }". Choose one of these: { $known }.
posture-fault-number = { $dial }: enter a number from { NUMBER($low) } to { NUMBER($high) }.
posture-fault-dial_unknown = dial '{ $dial }' is not known; expected { $known }
posture-fault-dial_range = dial { $dial } = { $value } is out of range; expected { $low } to { $high }
