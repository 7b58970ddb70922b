### An assessment in words: its sections, what could not be told, the timeline.

assessment-side-right = right
assessment-side-left = left
assessment-side-both = right and left
assessment-told_on = { $statement } You told us on { DATETIME($day, dateStyle: "long") }.

assessment-norm-earlier = your last result
assessment-norm-sides = a gap of more than { $bound } counts
assessment-norm-sides_part = a gap of more than { $bound } and { $percent } % counts

## What could not be told

assessment-not_judged = { $finding }: we can't say yet. { $asks }
assessment-quoted_test = “{ $title }”
assessment-asks_helper = These tests are not safe for you to do alone. A physiotherapist can check.
assessment-other_way = { $test }: you did it { $way }, but it is made to be done { $made_for }. Take the result with care.
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
assessment-signal-stress = stress
assessment-signal-sleep = sleep
assessment-signal-breath = breath
assessment-signal-root = root
assessment-signal-sacral = sacral
assessment-signal-solar_plexus = solar plexus
assessment-caution = None of this shows that one caused the other.
assessment-linked_together = Over { $count } check-ins, { $first } and { $second } rose and fell together (rank correlation of the changes { NUMBER($rank, minimumFractionDigits: 2) }, 95 % range { NUMBER($low, minimumFractionDigits: 2) } to { NUMBER($high, minimumFractionDigits: 2) }).
assessment-linked_opposed = Over { $count } check-ins, { $first } and { $second } went opposite ways: when one rose, the other fell (rank correlation of the changes { NUMBER($rank, minimumFractionDigits: 2) }, 95 % range { NUMBER($low, minimumFractionDigits: 2) } to { NUMBER($high, minimumFractionDigits: 2) }).
assessment-check_ins_missing = We can't tell yet what changes together. For that we need { $count ->
        [one] { $count } more check-in
       *[other] { $count } more check-ins
    } with at least two signals.
assessment-linked_pairs = We compared { $pairs ->
        [one] { $pairs } pair
       *[other] { $pairs } pairs
    } of signals from one check-in to the next. So a stretch in which everything got better or worse does not count.
assessment-linked_none = { assessment-linked_pairs } No two clearly changed together.
assessment-linked_some = { assessment-linked_pairs } The ranges allow for the number of pairs.

## Sections of the text

assessment-section-doctor = See a doctor about this first
assessment-section-health = Your health questions
assessment-section-scores = How you answered
assessment-section-findings = What matters most
assessment-section-findings_more = We also found
assessment-section-cards = Making sense of it: short reads for you, in your plan and in the app
assessment-section-tests = Your tests, side by side and over time
assessment-section-changes = Since your last recording
assessment-section-limits = What we can't tell yet
assessment-section-timeline = Your timeline
assessment-end = We measure and explain. We name no illness, and we don't replace a doctor.
assessment-urgency = Who to see, and when: { $urgency }.
assessment-worth_naming = Worth telling your doctor or therapist:
assessment-screening_entry = { $title }: { $words }
assessment-help_line = { $place }: { $name }, { $call }
assessment-score = { $title }: { $value } { $words }
assessment-score_words = { $title }: { $words }
assessment-score_value = { $amount }.
assessment-heading = { $title }. { $sentence }
assessment-heading_side = { $title }, { $side }. { $sentence }
assessment-read_against = Compared with: { $norm }
assessment-but = But: { $limit }
assessment-changes_by = What to do: { $changes_by }
assessment-sources = { $known }; { $evidence } ({ $sources }).
assessment-known-words = You told us
assessment-known-told = How sure: { $confidence } of 1, from what you told
assessment-known-tested = How sure: { $confidence } of 1, from your tests
assessment-known-measured = How sure: { $confidence } of 1, from a recording
assessment-test = { $title }: { $words }
assessment-changes_within = { $within } of { $count } measures changed no more than chance. Measure again.
