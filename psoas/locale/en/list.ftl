### How things that are named together are joined: "a, b and c". `$list` is what is joined so far.

list-next = { $list }, { $item }
list-last = { $list } and { $item }
list-or = { $list } or { $item }
list-more = and { $count } more
list-some = { $names } and { $count } more
list-either = { $list } or { $item }
