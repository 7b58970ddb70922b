### The body as a model: what is wrong with a person, a posture, a coordinate or a muscle.

## The person

anatomy-height_implausible = height { $height } m is not plausible; expected { $low } to { $high } m
anatomy-mass_implausible = mass { $mass } kg is not plausible; expected { $low } to { $high } kg
anatomy-sex_unknown = sex '{ $sex }' is not known to the body tables; expected female or male
anatomy-person_unreadable = { $file }: cannot be read ({ $reason }); expected a TOML file such as height_m = 1.70
anatomy-person_not_toml = { $file }: cannot be read as a person file ({ $reason }); expected TOML such as height_m = 1.70
anatomy-person_key_unknown = { $file }: '{ $key }' is not known; expected { $known }
anatomy-person_needs_number = { $file }: { $key } = { $value } has the wrong type; expected a number
anatomy-person_needs_text = { $file }: { $key } = { $value } has the wrong type; expected text in quotes

## Coordinates, postures and muscles

anatomy-coordinate_unknown = coordinate '{ $name }' is not known; expected { $known }
anatomy-coordinate_index_unknown = coordinate '{ $name }' is not known; expected one of { $known }
anatomy-angle_out_of_range = { $coordinate } = { $value } is out of range; expected { $low } to { $high }
anatomy-posture_unknown = posture '{ $name }' is not known; expected { $known }
anatomy-posture_changed = { $label }, changed
anatomy-posture_settings = With { $settings }.
anatomy-rhythm_unknown = lumbar rhythm '{ $name }' is not known; expected { $known }
anatomy-muscle_group_unknown = No muscle group { $group } on side { $side }; this body has { $known }, r and l.

## Fibres whose length no muscle can have

anatomy-body_refused = this body is refused: { $count ->
    [one] one muscle length is
   *[other] { $count } muscle lengths are
} not possible; first: { $first }
anatomy-tendon_too_short = { $muscle }: tendon slack length is { $length } mm; expected more than 0
anatomy-fibre_beyond = { $muscle }: fibre at { $fibre } of optimal, outside { $low } to { $high }; { $lines ->
    [one] one line
   *[other] { $lines } lines
} in { $percent } % of the frames. Take lengths and forces of this muscle there with care.
anatomy-fibre_out_of_range = { $muscle } in { $posture }: fibre at { $fibre } of optimal; expected { $low } to { $high }
