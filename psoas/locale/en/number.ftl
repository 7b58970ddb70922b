### Numbers as people read them: with unit, doubt and range. `$unit` comes with the space before it where it needs one.

number-unknown = not known
number-range = { $value } ({ $low } to { $high })
number-doubt = { $value } (±{ $half })
number-plus_minus = ±{ $half }
number-small = less than { $value }
number-difference-unsure = Right and left differ by { $apart }; how certain that is, is not known.
number-difference-within = Right and left differ by { $apart }: no more than this measurement can tell ({ $doubt }).
number-difference-more = Your right was { $gap } { $how } than your left.
