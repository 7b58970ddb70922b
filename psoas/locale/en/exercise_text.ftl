### One exercise in words for a terminal.

exercise_text-head = { $label } ({ $strand }). { $purpose }
exercise_text-position = Position: { $position }
exercise_text-right_side = Written for the right side; mirror it for the left.
exercise_text-step = { $number }. { $step }
exercise_text-cues = Think: { $cues }.
exercise_text-errors = Often goes wrong: { $errors }.
exercise_text-breath = Breath: { $breath }
exercise_text-dose = Dose to start with (assumed): { $sets } x { $reps }; { $tempo }; { $rest } s between sets; about { $minutes } min.
exercise_text-dose_held = Dose to start with (assumed): { $sets } x { $reps }, hold { $hold } s; { $tempo }; { $rest } s between sets; about { $minutes } min.
exercise_text-needs = You need: { $needs }.
exercise_text-cautions = Take care: { $cautions }.
exercise_text-stop = Stop for: { $signs }.
exercise_text-easier = Easier: { $names }.
exercise_text-harder = Harder: { $name }, by { $by }.
exercise_text-basis = What speaks for it ({ $evidence }, { $source }): { $basis }
exercise_text-published = in people, % of a maximal contraction ({ $study }): { $figures }
exercise_text-published_other = in people, % of a maximal contraction ({ $study }, other side): { $figures }
exercise_text-also = { $effect } ({ $origin }, { $source }): { $words }
exercise_text-bracing = { $percent } % of full effort of transversus abdominis is put in, not found.

exercise_text-evidence-measured = measured
exercise_text-evidence-trial = trial
exercise_text-evidence-model = model
exercise_text-evidence-expert = expert
exercise_text-evidence-tradition = tradition

exercise_text-computed = Computed on a man of 70 kg, keyframes held still, the most of each:
exercise_text-psoas = { $psoas } at most { $length } % of its standing length; psoas force { $force } N ({ $low } to { $high } over model choices; standing { $standing } N)
exercise_text-psoas_as_standing = { $psoas } at most { $length } % of its standing length (as in standing); psoas force { $force } N ({ $low } to { $high } over model choices; standing { $standing } N)
exercise_text-psoas_of-right = right psoas
exercise_text-psoas_of-left = left psoas
exercise_text-psoas_of-both = psoas
exercise_text-active = active: gluteus maximus { $gluteus_maximus } %, gluteus medius { $gluteus_medius } %, obliques { $obliques } %, back extensors { $back_extensors } %
exercise_text-low_back = low back pressed together: L4/L5 { $press } N (standing { $standing } N); hip { $hip } body weights
