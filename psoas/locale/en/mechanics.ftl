### Forces: why they are left out, what was assumed, and what is wrong with a problem of static optimization.

mechanics-too_few_frames = Forces were left out: they need at least { $needed } frames with a pose.
mechanics-unexplained = Forces were left out: { $force } N are not explained by the feet; something else bore the body.
mechanics-unexplained_on_plates = Forces were left out: { $force } N are not explained by what plates measured; something else bore the body, or plates and movement differ in time or place.
mechanics-rough_frames = { $count } frames have no forces: the pose jumps there, as if the ground pushed with many times the body's weight.
mechanics-plates_partly = Forces were measured from { $start } to { $end } s, the movement lasts from { $from } to { $to } s: the ground of the rest is predicted.
mechanics-mass_weighed = Body mass was read off the plates: { $mass } kg.
mechanics-mass_assumed = Body mass was not given: { $mass } kg is assumed, and every force scales with it.

mechanics-plate_zero = { $plate }: it read { $force } N with nobody on it; that was taken off.
mechanics-plate_never_loaded = nobody stepped on it
mechanics-plate_unseen = the person was not seen all the while it was loaded
mechanics-plate_nobody_there = it was loaded where no foot stood
mechanics-plate_half_on = a foot stood only partly on it
mechanics-plate_disagrees = what it measured does not fit the movement
mechanics-plate_both_feet = both feet stood on it at once; how they share its force is predicted

mechanics-infinite = arms or demand are infinite in { $count } frames; give numbers, or NaN for what is not known
mechanics-shape = { $name } has shape { $shape }; it needs { $expected }, or a single number
mechanics-arms_shape = arms has shape { $shape }; it needs (frames, generalized forces, muscles)
mechanics-demand_shape = demand has shape { $shape }; with these arms it needs { $expected }
mechanics-exponent = exponent { $exponent } is not known; use 2 or 3
mechanics-not_positive = { $name } holds values that are not above zero and finite
mechanics-bounds_crossed = lower is above upper, or one of them is NaN; for a fixed activation make them equal
mechanics-bounds_infinite = lower is +infinity or upper -infinity; bounds must leave a finite activation
mechanics-start_not_finite = start is not finite; leave it out, or fill frames that were not solved with 0
mechanics-support_unknown = support '{ $support }' is not known; expected { $known }

## A model of your own

mechanics-model_no_feet = The model's joint moments and muscle forces were left out: it has no { $names } for the ground to press on.
