### One exercise in words for a terminal.

exercise_text-head = { $label } ({ $strand }). { $purpose }
exercise_text-names = { $label } (also: { $others })
exercise_text-also_called = Also called: { $names }.
exercise_text-position = How you are placed: { $position }
exercise_text-right_side = These words are for the right side. Swap right and left for the other side.
exercise_text-step = { $number }. { $step }
exercise_text-cues = Think of this: { $cues }.
exercise_text-errors = Watch out for this: { $errors }.
exercise_text-breath = Breath: { $breath }
exercise_text-dose = Start with { $sets } x { $reps }. Each one: { $tempo }. Rest { $rest } s between sets. About { $minutes } min. This starting dose is assumed.
exercise_text-dose_held = Start with { $sets } x { $reps }, and hold each for { $hold } s. Each one: { $tempo }. Rest { $rest } s between sets. About { $minutes } min. This starting dose is assumed.
exercise_text-needs = You need: { $needs }.
exercise_text-cautions = Take care: { $cautions }.
exercise_text-stop = Stop if you notice: { $signs }.
exercise_text-easier = Easier: { $names }.
exercise_text-harder = Harder: { $name }, by { $by }.
exercise_text-basis = Why we trust it ({ $evidence }, { $source }): { $basis }
exercise_text-published = measured in people, % of full effort ({ $study }): { $figures }
exercise_text-published_other = measured in people, % of full effort, other side ({ $study }): { $figures }
exercise_text-also = { $effect } ({ $origin }, { $source }): { $words }
exercise_text-bracing = { $percent } % of the full effort of the deepest belly muscle (transversus abdominis) is set by hand. The model did not find it.

exercise_text-evidence-measured = measured
exercise_text-evidence-trial = trial
exercise_text-evidence-model = model
exercise_text-evidence-expert = expert
exercise_text-evidence-tradition = tradition

exercise_text-computed = More: the highest figures from our model of a man of 70 kg, held still at each position:
exercise_text-psoas = { $psoas } up to { $length } % of its standing length; psoas force { $force } N ({ $low } to { $high } over model choices; standing { $standing } N)
exercise_text-psoas_as_standing = { $psoas } up to { $length } % of its standing length (as in standing); psoas force { $force } N ({ $low } to { $high } over model choices; standing { $standing } N)
exercise_text-psoas_of-right = right psoas
exercise_text-psoas_of-left = left psoas
exercise_text-psoas_of-both = psoas
exercise_text-active = muscles at work: gluteus maximus { $gluteus_maximus } %, gluteus medius { $gluteus_medius } %, obliques { $obliques } %, back extensors { $back_extensors } %
exercise_text-low_back = load on the low back at L4/L5: { $press } N (standing { $standing } N); load on the hip: { $hip } times body weight
