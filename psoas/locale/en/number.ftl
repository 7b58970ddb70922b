### Numbers with their units and ends, wherever they stand.

number-not_known = not known
number-ends = { $low } to { $high }
number-range = { $value } ({ $ends })
number-half = { $value } (±{ $half })
