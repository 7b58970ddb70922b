### Following a movement: what is wrong with it, and what was assumed on the way.

## Coordinates from a file

kinematics-no_coordinates = { $file }: holds no joint coordinates
kinematics-no_hip = { $file }: no hip_flexion_r or hip_flexion_l among its columns; expected OpenSim's coordinate names
kinematics-columns_dropped = Columns this body does not have were left out: { $names }.
kinematics-pelvis_turned = Angles came from the file, whose coordinates are those of Rajagopal 2016: pelvis, hips and low back were turned by 8.2 deg into this body's pelvis frame (hips 8.2 deg less flexed, thighs and trunk where they were).
kinematics-angles_from_file = Angles came from the file and follow its model's pelvis frame; absolute pelvis and hip angles differ between models by up to 8 deg.

## Filters

kinematics-filter_order = a zero-lag filter has an even order (2, 4, 6, 8), not { $order }
kinematics-filter_cutoff = the cutoff must lie between 0 and { $highest } Hz (half the rate), not { $cutoff }

## Fitting the body

kinematics-faced_away = The person faced { $angle } deg away from +X: everything was turned about the vertical to face forward.
kinematics-legs_fitted = No static trial shows the { $segments }: their length was fitted so that hips and feet meet the markers.
kinematics-low_back_held = These markers cannot tell how the pelvis tilts from how the low back bends: the low back was held as in standing, and pelvic tilt, hip flexion and psoas length carry what it really did.
kinematics-shoulders_from_movement = Markers on shoulders and arms were placed from the movement: the shoulder girdle is not a joint of this body.
kinematics-static_moves = { $file } was given as standing, but a marker moves by { $moved } m and the person never keeps still: sizes and places of the markers come from it as from any movement.
kinematics-static_part = { $file } was given as standing, but a marker moves by { $moved } m: only { $start } to { $end } s, in which the person keeps still, were used as standing.
kinematics-static_bent = { $file } was given as standing, but a knee is bent by { $angle } deg: sizes and places of the markers come from it as from any movement.
kinematics-static_other = { $file } was not used: { $percent } % of the distances between markers of one segment are not those of the movement ({ $distance } mm off). It shows another person, or markers that were put on again.
kinematics-static_marker_moved = In { $file } these markers are not where the movement has them (exchanged, or put elsewhere), so their places come from the movement: { $names }.
kinematics-height_conflict = The given height of { $given } m does not fit the markers, which measure { $measured } m: sizes follow the markers.
kinematics-markers_exchanged = Markers { $one } and { $other } are exchanged in { $frames } frames: put right there.
kinematics-marker_strayed = Marker { $marker } is not on its place in { $frames } frames ({ $percent } %): left out there.
kinematics-marker_misplaced = Marker { $marker } was left out: as { $landmark } it would make the { $segment } { $percent } % of what everything else predicts.
kinematics-marker_off = Marker { $marker } was left out: it is { $distance } mm from where the other markers on the pelvis put { $landmark }.
kinematics-names_exchanged = { $file }: the names { $one } and { $other } are exchanged, by which way the other markers point: put right.
kinematics-stature_untested = A stature of { $height } m lies outside { $low } to { $high } m: the body is that of an adult made smaller or larger, and its fibre lengths and forces were not checked there.
kinematics-mass_pounds = A mass of { $mass } kg is a lot for { $height } m: if it was meant in pounds, it is { $kilograms } kg.
kinematics-segment-pelvis = pelvis
kinematics-segment-thigh = thigh
kinematics-segment-shank = shank
kinematics-segment-foot = foot
kinematics-segment-upper_arm = upper arm
kinematics-segment-forearm = forearm
kinematics-segment-thorax = trunk
kinematics-segment-head = head

## Strides and repetitions

kinematics-stride_dropped = { $side ->
    [left] left
   *[right] right
} stride at { $start } s left out: { $flag }
kinematics-stride_short = shorter than { $limit } s
kinematics-stride_long = longer than { $limit } s
kinematics-stride_unusual = unlike the usual { $usual } s
kinematics-repetition_open = the last repetition had not come back to rest, and is left out

## Why there is no full stride

kinematics-no_stride-too_short = none, because the walk is seen for { $seconds } s only and no foot strikes twice
kinematics-no_stride-moment = none, because { $seconds } s are too short to tell what the person does
kinematics-no_stride-pelvis_fixed = none, because the file says nothing of how the pelvis moves over the ground
kinematics-no_stride-uneven = none, because { $count ->
    [one] the one stride seen is too short or too long to be one
   *[other] all { $count } strides seen are too short or too long, or unlike one another
}
kinematics-no_stride-leg_hidden = none, because the { $side ->
    [left] left
   *[right] right
} leg is hidden most of the time
kinematics-no_stride-turning = none, because the person turns nearly all the time
kinematics-no_stride-standing = none, because the person stands
kinematics-no_stride-resting = none, because the person sits or lies still
kinematics-no_stride-repeating = none, because this is not walking but { $kind ->
    [sit_to_stand] standing up from sitting
    [squat] squats
    [lunge] lunges
    [knees_to_chest] knees drawn to the chest
   *[knee_raise] knees raised
}
kinematics-no_stride-running = none, because none was seen whole
kinematics-no_stride-walking = none, because none was seen whole
kinematics-no_stride-other = none, because the feet do not step in turn and get somewhere: this is not walking

## Markers of sets that nobody knows

kinematics-too_few_to_recognise = no frame shows more than { $most } markers at once; to recognise a person without names takes { $needed }
kinematics-map-head =
    What the markers of { $file } stand for, as Psoas proposes it.
    Lines that begin with # are unsure and not used: correct them and remove the first #.
    Places are listed in docs/recording.md; "cluster:thigh_r" is a marker on the right thigh with no place of its own.
kinematics-map-named = known by name
kinematics-map-sure = sure, { $percent } %
kinematics-map-unsure = unsure, { $percent } %
kinematics-map-unsure_or = unsure, { $percent } %, or { $others }
kinematics-map-nothing = no place
kinematics-map-no_place = shows no place on the body
## A model of your own

kinematics-model_segments = the model has no { $names } (by name, case aside); it has { $known }
kinematics-model_scaled = { $name }: sized by this person's joints, { $mass } kg shared out as the model has it.
kinematics-model_as_it_is = { $name }: its own markers fit this person, so it was taken as it is.
kinematics-model_markers_unused = Markers that the model has no segment for: { $names }.
