### What is wrong when something of the knowledge tables is asked for, and what would work.

practice-minutes = { $name }: { $minutes } minutes; expected { $low } to { $high }
practice-no_technique = breath technique '{ $name }' is not known; expected { $known }
practice-no_source = source '{ $name }' is not known; expected { $known }
practice-no_questionnaire = questionnaire '{ $name }' is not known; expected { $known }
practice-no_self_test = self-test '{ $name }' is not known; expected { $known }
practice-days = { $name }: { $days } days; expected { $low } to { $high }
practice-no_place = place '{ $name }' is not known; expected { $known }
practice-no_centre = centre '{ $name }' is not known; expected { $known }
practice-no_exercise = exercise '{ $name }' is not known; expected { $known }
practice-no_effect = effect '{ $name }' is not known at '{ $part }'; expected { $known }
practice-effect_ends = effect '{ $name }' is not known at '{ $part }'; expected nothing below it
practice-effect_several = effect '{ $name }' holds several; expected one of { $known }
practice-no_side = side '{ $side }' is not known; expected right or left
practice-check_in_range = check-in is { $value }; expected 0 to 10

practice-no_item = { $name }: '{ $item }' is not an item; expected { $known }
practice-item_open = { $name }: '{ $item }' has no answer
practice-item_no_number = { $name }: '{ $item }' is { $value }; expected a number
practice-item_range = { $name }: '{ $item }' is { $value }; expected { $low } to { $high }
practice-item_whole = { $name }: '{ $item }' is { $value }; expected a whole number
practice-items_few = { $name }: expected at least { $count } items

practice-result_range = { $name }: { $which } is { $value }; expected { $low } to { $high } { $unit }
practice-result_no_left = { $name }: has no left side; enter the value as right
practice-result_missing = { $name }: no value; expected right, left or both

practice-which-right = right
practice-which-left = left
practice-which-baseline_right = baseline right
practice-which-baseline_left = baseline left
