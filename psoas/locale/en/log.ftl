### Faults of a session log that a page sends.

log-fault-no_entries = log: expected an object with a list of entries.
log-fault-too_many = log: { $count } entries at once. Send at most { $most }.
log-fault-no_object = entry { $entry }: expected an object.
log-fault-missing = entry { $entry }, { $field }: missing. Expected { $expected }.
log-fault-value = entry { $entry }, { $field }: { $given } cannot be used. Expected { $expected }.
log-fault-unknown_field = entry { $entry }, { $field }: not known. Expected only { $known }.
log-fault-too_long = entry { $entry }: its details are longer than { $most } letters.

log-expected-id = a UUID
log-expected-session = a UUID
log-expected-program = a UUID, or nothing
log-expected-at = a moment such as 2025-03-01T18:30:00Z
log-expected-kind = one of { $known }
log-expected-entry = an object
log-expected-name = the name of the item
log-expected-side = right, left or nothing
log-expected-block = a whole number
log-expected-blocks = how many sets the session has
log-expected-score = a number from 0 to { $most }
log-expected-where = places among { $known }
log-expected-complete = true or false
log-expected-easier = true or false
log-expected-night = true or false
