### The dials that move the body.

dial-hip_r-label = Right thigh
dial-hip_r-low = back
dial-hip_r-high = to the chest

dial-hip_l-label = Left thigh
dial-hip_l-low = back
dial-hip_l-high = to the chest

dial-pelvis-label = Pelvis
dial-pelvis-low = tucked
dial-pelvis-high = tipped forward

dial-back-label = Low back
dial-back-low = rounded
dial-back-high = arched

dial-chest-label = Chest
dial-chest-low = sunk
dial-chest-high = lifted

dial-ribs-label = Lower ribs
dial-ribs-low = drawn in
dial-ribs-high = popped
