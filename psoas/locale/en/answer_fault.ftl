### What is wrong with an answer of the intake, or with a condition over answers.

answer_fault-near = ; expected { $names }
answer_fault-near_none = { "" }

answer_fault-unknown = '{ $name }' is not a question of the intake{ $near }
answer_fault-yes = { $name } is { $value }; expected true or false
answer_fault-number = { $name } is { $value }; expected { $low } to { $high } { $unit }
answer_fault-choice = { $name } is { $value }; expected { $options }
answer_fault-many = { $name } is { $value }; expected a list of { $options }

answer_fault-no_condition = '{ $condition }' is not a condition; expected 'fever', 'age >= 65' or 'pain_where has groin'
answer_fault-not_compared = '{ $condition }' turns a comparison around; turn its sign around instead
answer_fault-condition_unknown = '{ $condition }' looks at '{ $name }', which is not asked{ $near }
answer_fault-condition_kind = '{ $condition }' does not fit answers of the kind '{ $kind }'
answer_fault-condition_option = '{ $condition }' asks for '{ $value }'; expected { $allowed }
answer_fault-condition_number = '{ $condition }' compares with '{ $value }'; expected a number
