### What is wrong in a table of data that somebody edited, and what would work.

table-fault = { $row }: { $what }
table-fault_at = { $file }, line { $line }, { $row }: { $what }
table-not_toml = { $file }: not TOML: { $error }

table-expected-a_text = a text
table-expected-texts = a list of texts
table-expected-a_number = a number
table-expected-numbers = a list of numbers
table-expected-a_flag = true or false
table-expected-a_table = a table
table-expected-tables = a list of tables
table-expected-lists = a list of lists of texts

table-missing = '{ $key }' is missing; expected { $expected }
table-wrong_kind = '{ $key }' is { $value }; expected { $expected }
table-empty = '{ $key }' is empty; expected { $expected }
table-holds_other = '{ $key }' holds something else than { $expected }
table-out_of_range = '{ $key }' is { $value }; expected { $low } to { $high }
table-not_one_of = '{ $key }' is '{ $value }'; expected { $allowed }
table-holds_unknown = '{ $key }' holds '{ $value }'; expected { $allowed }
table-not_whole = '{ $key }' is { $value }; expected a whole number
table-unknown_key = '{ $key }' is not known; expected { $allowed }
table-row_not_table = expected a table
table-order = '{ $low }' is not below '{ $high }'; write the lower number first

## Rules of single tables.

table-no_cautions_for_holds = holds the breath without the cautions 'breath_holds'; add them
table-no_breath_in = the cycle has no breath in; add a phase "in"
table-names_nobody = names nobody; write 'never' or 'ask_first'
table-pressure_order = 'pressure_from' is above 'pressure_to'; write the lower one first
table-source_of_body = is already a source of the body's figures; use that one
table-no_full_stop = 'citation' does not end with a full stop; add it
table-one_label = 'labels' is 1; expected one for each answer
table-no_items = has no items; write 'items' or 'item'
table-bands_fall = 'bands' do not rise; write the lowest score first
table-not_tradition = evidence is '{ $evidence }'; this part is tradition, and says so
table-never_shows = 'when' is empty: the entry could never be told from none
table-stop_cannot_wait = a stop cannot wait for '{ $urgency }'; expected now or today
table-mention_can_wait = a mention is for the next visit; expected urgency next_visit
table-stop_asks_for_no = a stop that asks for a no could be answered away; ask for a yes
table-needs_bound = detects everything: a change needs a bound; write 'detects' or 'detects_part'
table-side_without_sides = has a rule for sides and no sides; write sides = true
table-minutes_of_day = day { $day } holds { $found } minutes; 'minutes_a_day' says { $minutes }

## Rules of exercises.

table-exercise_twice = is there twice; give every exercise one name
table-no_such_exercise = harder '{ $exercise }' is not an exercise; expected one of { $allowed }
table-no_time = dose takes no time; give a move of 'tempo' its seconds, or 'hold_s' more than 0
table-load_nowhere = a load names no direction: kg, towards, or one of forward, up, right
table-times_fall = keyframes at { $times } s; expected times that rise from 0
table-demand_computed = extra_demands holds '{ $demand }', which is computed: { $why }; leave it out
table-move_seconds = move '{ $move }' takes seconds; write s
table-move_no_seconds = move '{ $move }' takes no seconds; leave out s

table-why-support = support '{ $support }'
table-why-hip_flexed = hip flexed { $angle } degrees
table-why-never_typed = no file types it
table-why-typed = typed as extra_demands
table-why-hip_turned = hip turned or carried across { $angle } degrees
table-why-legs_apart = legs { $angle } degrees apart
table-why-stride = one thigh { $angle } degrees before the other
table-why-arm_raised = arm raised { $angle } degrees
table-why-leg_straight = a straight leg on a hip flexed { $angle } degrees
table-why-turned_on_feet = turned { $angle } degrees on the feet
table-why-trunk_leaned = trunk leaned { $angle } degrees on the feet
table-why-in_line = feet in one line
table-why-tiptoe = on the toes
table-why-feet_move = feet move { $metres } m between keyframes
table-why-one_leg_works = a single leg moves { $angle } degrees under the weight
table-why-gets_up = gets up from the floor
table-why-move = move '{ $move }'
table-why-thing = equipment '{ $thing }'
table-why-not_simulated = not simulated yet, so the most is assumed
table-why-spine_load = L4/5 carries { $newtons } N
table-why-curled = the back curls up { $angle } degrees
table-why-belly = the belly wall works at { $percent } percent
table-why-hip_extended = hip extended { $angle } degrees
table-why-back_rounded = back rounded { $angle } degrees
table-why-back_arched = back arched { $angle } degrees
table-why-back_turned = back turned { $angle } degrees
table-why-knee_bent = knee bent { $angle } degrees under weight
table-ladder_empty = has no rungs; write at least one
table-ladder_unknown = exercise '{ $exercise }' is not in the library; did you mean { $near }?
table-ladder_again = exercise '{ $exercise }' is on ladder '{ $ladder }' already; an exercise stands on one rung

## Rules of pathways.

table-pathway_bars = says nothing of what stays out; write 'barred', or bars_nothing = true (not both)
table-pathway_unsaid = expected one stage of 'weeks' with unsaid = true, for people who do not say how many weeks
table-ladder_above = ladder '{ $ladder }' does not stand above this one in the file; ladders cannot wait for each other
