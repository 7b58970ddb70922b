### The page of findings.

findings-title = Findings
findings-heading = What we found
findings-own_words = In your own words
findings-empty = This page will show what your answers, tests and recordings say about your psoas: what matters most, what to do about it, and how sure we are. Start with the questions. They show if you should see a doctor first.
findings-begin = Tell my story
findings-go_on = Go on with my story
findings-first = See a doctor about this first
findings-health = Your health questions
findings-who = Who to see: { $who }.
findings-mention = Worth telling your doctor or therapist ({ $count })
findings-found = What matters most
findings-more = More findings ({ $count })
findings-scores = Your questionnaires ({ $count })
findings-confidence = How sure: { $sure } of 1
findings-told = You told us
findings-why = Numbers and evidence
findings-value = Number
findings-off = (±{ $off })
findings-norm = Compared with
findings-against = What speaks against it
findings-changes = What to do
findings-evidence = Evidence
findings-source = Sources
findings-since = Since your last recording
findings-program = See your program
findings-line = Your life and your body, side by side
findings-line_words = Each line runs from 0 to 10. The numbers above are the events below. Side by side does not mean that one caused the other.
findings-moved = What changed together
findings-chart = { $signal } from { $first } to { $last } of 10.
findings-earlier = earlier // { $day }
findings-unknown = What we can't tell yet ({ $count })
findings-end = We measure and explain. We name no illness, and we don't replace a doctor.

findings-side-right = right
findings-side-left = left
findings-side-both = right and left

findings-sure-high = Well supported
findings-sure-likely = Likely
findings-sure-possible = Possible
findings-sure-hint = A hint

findings-known-told = from your answers
findings-known-tested = from your tests
findings-known-measured = from a recording
