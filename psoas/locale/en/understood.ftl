### What Psoas understood of a recording, one line each: in the terminal, in the report, and in summary.json.

understood-markers = Markers: { $used } of { $named } used, named as in { $sets }
understood-markers_outputs = Markers: { $used } of { $named } used, named as in { $sets }; { $outputs ->
    [one] one output
   *[other] { $outputs } outputs
} of a model left aside
understood-own_map = your own map
understood-angles = Joint angles, taken from the file
understood-model = Model: { $name }
understood-static = Static trial: { $file }
understood-person = Person: { $height } m ({ $height_from }), { $mass } kg ({ $mass_from }), { $sex } ({ $sex_from })
understood-sex-female = female
understood-sex-male = male
understood-origin-given = given
understood-origin-file = from the file
understood-origin-measured = measured
understood-origin-assumed = assumed
understood-up = Up in the file: { $axis } ({ $found })
understood-plates = Force plates: { $used } of { $count } used
understood-plates_left = Force plates: { $used } of { $count } used; { $left }
understood-plates_unused = Force plates: not used, because no forces were computed
understood-plate = { $plate }: { $used } of { $contacts } contacts used ({ $reasons })
understood-plates_empty = { $plates }: { $reasons }
understood-seen_whole = Seen: all { $seconds } s
understood-seen = Seen: { $seen } of { $seconds } s, in { $count ->
    [one] one stretch
   *[other] { $count } stretches
} ({ $spans })
understood-movement = Movement: { $what }
understood-movement_passes = Movement: { $what }, in { $count } passes ({ $spans }) with { $turns ->
    [0] no turn
    [one] one turn
   *[other] { $turns } turns
}
understood-on_belt = { $what } on a treadmill at { $belt } m/s
understood-activity-walking = walking
understood-activity-running = running
understood-activity-turning = turning
understood-activity-standing = standing
understood-activity-resting = sitting or lying still
understood-activity-repeating = one movement repeated
understood-activity-other = another movement
understood-repeating = { $kind ->
    [sit_to_stand] standing up from sitting
    [squat] squats
    [lunge] lunges
    [knees_to_chest] knees drawn to the chest
   *[knee_raise] knees raised
}
understood-strides = Strides: { $right } right, { $left } left
understood-no_stride = Strides: { $why }
