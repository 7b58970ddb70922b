### An assessment in words: its sections, what could not be told, the timeline.

assessment-side-right = right
assessment-side-left = left
assessment-side-both = right and left
assessment-told_on = { $statement } You told us this on { DATETIME($day, dateStyle: "long") }.

assessment-norm-earlier = your own earlier value
assessment-norm-sides = a side difference counts beyond { $bound }
assessment-norm-sides_part = a side difference counts beyond { $bound } and { $percent } %

## What could not be told

assessment-not_judged = { $finding }: not judged. { $asks }
assessment-quoted_test = “{ $title }”
assessment-asks_helper = The tests for it are not for you to do alone; a physiotherapist can look.
assessment-other_way = { $test }: you did it { $way }; it is made to be done { $made_for }. Read it with care.
assessment-way-hand = by hand
assessment-way-phone = with a phone
assessment-way-recording = from a recording
assessment-way-helper = with a helper

## The timeline

assessment-timeline_day = { $day }: { $entries }
assessment-event-life = life
assessment-event-body = body
assessment-event-habit = habit
assessment-event_line = { $kind }: { $words }
assessment-event_centre = { $kind }: { $words } ({ $centre })
assessment-check_in = { $values }
assessment-signal_value = { $signal } { NUMBER($value, maximumFractionDigits: 1, useGrouping: 0) }
assessment-signal-pain = pain
assessment-signal-stress = strain
assessment-signal-sleep = sleep
assessment-signal-breath = breath
assessment-signal-root = root
assessment-signal-sacral = sacral
assessment-signal-solar_plexus = solar plexus
assessment-caution = None of this says what comes from what.
assessment-linked_together = Over { $count } check-ins { $first } and { $second } rose and fell together, from one check-in to the next (rank correlation of the changes { NUMBER($rank, minimumFractionDigits: 2) }, 95 % range { NUMBER($low, minimumFractionDigits: 2) } to { NUMBER($high, minimumFractionDigits: 2) }).
assessment-linked_opposed = Over { $count } check-ins { $first } and { $second } moved against each other: one rose as the other fell, from one check-in to the next (rank correlation of the changes { NUMBER($rank, minimumFractionDigits: 2) }, 95 % range { NUMBER($low, minimumFractionDigits: 2) } to { NUMBER($high, minimumFractionDigits: 2) }).
assessment-check_ins_missing = Which signals change together cannot be told yet: { $count ->
        [one] { $count } more check-in
       *[other] { $count } more check-ins
    } with two signals each would let it.
assessment-linked_pairs = Of { $pairs ->
        [one] { $pairs } pair
       *[other] { $pairs } pairs
    } of signals we compared how they changed from one check-in to the next, so that weeks in which everything got better or worse do not count.
assessment-linked_none = { assessment-linked_pairs } No two clearly moved together.
assessment-linked_some = { assessment-linked_pairs } The ranges allow for looking at so many pairs.

## Sections of the text

assessment-section-doctor = First, what needs a doctor
assessment-section-health = First, the questions about your health
assessment-section-scores = How you answered
assessment-section-findings = What we found
assessment-section-tests = Your tests, side by side and over time
assessment-section-changes = Since the earlier recording
assessment-section-limits = What we could not tell
assessment-section-timeline = Your timeline
assessment-end = This measures and educates. It names no illness and replaces no doctor.
assessment-urgency = Who and when: { $urgency }.
assessment-worth_naming = Worth naming when you next see someone:
assessment-screening_entry = { $title }: { $words }
assessment-help_line = { $place }: { $name }, { $call }
assessment-score = { $title }: { $value } { $words }
assessment-score_words = { $title }: { $words }
assessment-score_value = { $amount }.
assessment-heading = { $title }. { $sentence }
assessment-heading_side = { $title }, { $side }. { $sentence }
assessment-read_against = Compared with: { $norm }.
assessment-but = But: { $limit }
assessment-changes_by = What would change it: { $changes_by }
assessment-sources = { $known }; { $evidence } ({ $sources }).
assessment-known-words = You told us
assessment-known-told = How sure: { $confidence } of 1, from what you told
assessment-known-tested = How sure: { $confidence } of 1, from your tests
assessment-known-measured = How sure: { $confidence } of 1, from a recording
assessment-test = { $title }: { $words }
assessment-changes_within = { $within } of { $count } measures: within what two recordings can tell apart. Measure again.
