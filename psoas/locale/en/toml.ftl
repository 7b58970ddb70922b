### Slips in the data files that come with the program.

toml-missing = { $where }: '{ $key }' is missing; expected { $expected }
toml-wrong = { $where }: '{ $key }' is { $value }; expected { $expected }
toml-kind-text = text in quotes
toml-kind-texts = a list of texts
toml-kind-number = a number
toml-kind-numbers = a list of numbers
toml-kind-pair = two numbers, the lower first
toml-kind-flag = true or false
toml-kind-table = a table
toml-kind-tables = a list of tables
