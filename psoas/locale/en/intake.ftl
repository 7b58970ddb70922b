### What is wrong with an answers file: each says what would work.

intake-unreadable = { $file }: cannot be read ({ $fault }); expected a TOML file in UTF-8
intake-not_toml = { $file } line { $line }: is not TOML from here on ({ $fault })
intake-on_line = { $file } line { $line }: { $fault }

intake-unknown_part = '{ $name }' is not a part of the answers; expected { $expected }
intake-unknown_key = '{ $name }' is not known; expected { $expected }
intake-unknown_word = '{ $name }' is not known; expected { $expected }
intake-unknown_question = '{ $name }' is not a question of the intake; expected { $expected }
intake-unknown_picture = '{ $name }' is not something that a doctor can let pass here; expected { $expected }
intake-visit_later = visits: { $name }: day is { $day }, after the day of the answers; expected the day of the visit
intake-unknown_test = '{ $name }' is not a self-test; expected { $expected }
intake-unknown_questionnaire = '{ $name }' is not a questionnaire; expected { $expected }
intake-either = { $first } or { $second }
intake-none_near = another name; none is near

intake-not_text = { $name } is { $value }; expected a text
intake-not_number = { $name } is { $value }; expected a number
intake-not_whole = { $name } is { $value }; expected a whole number
intake-not_flag = { $name } is { $value }; expected true or false
intake-not_table = { $name } is { $value }; expected a table
intake-not_list = { $name } is { $value }; expected a list
intake-not_date = { $name } is { $value }; expected a date such as 2025-03-01
intake-other = { $name } is { $value }; expected another value
intake-range = { $name } is { $value }; expected { $low } to { $high }
intake-choice = { $name } is { $value }; expected { $expected }
intake-missing = { $name } is missing
intake-empty = { $name } holds nothing; expected some of { $expected }
intake-side_without_place = { $sides } holds a side of { $place }; expected { $place } in { $places }, too

intake-events = event { $number }
intake-events_key = event { $number }: { $key }
intake-check_ins = check-in { $number }
intake-check_ins_key = check-in { $number }: { $key }
