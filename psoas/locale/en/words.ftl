### What is wrong between a row of data and its words in the catalogue.

words-missing = its words are missing; add { $name } to { $file }, with { $attributes }
words-no_value = { $name } in { $file } has attributes only; write its own words after the equals sign
words-no_attribute = { $name } in { $file } has no { $attribute }; add it
words-count = { $name } in { $file } numbers its { $attribute } otherwise than 1 to { $count }; number them so
words-unknown_attribute = { $name } in { $file } has { $attribute }, which nothing reads; remove it
words-unused = { $file }: { $name } has no row in { $table }; remove it or add the row
