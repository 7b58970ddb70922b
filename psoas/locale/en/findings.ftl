### The page of findings.

findings-title = Findings
findings-heading = What was found
findings-own_words = In your own words
findings-empty = Here will stand what your answers, tests and recordings show about your psoas, each with how sure it is and what speaks against it. The questions come first: they show whether a doctor should look before anything else.
findings-begin = Tell my story
findings-go_on = Go on with my story
findings-first = First, what needs a doctor
findings-health = First, the questions about your health
findings-who = Who: { $who }.
findings-mention = Worth naming when you next see someone ({ $count })
findings-found = What stands out
findings-scores = How you answered the questionnaires ({ $count })
findings-confidence = How sure: { $sure } of 1
findings-told = You told us
findings-why = What it rests on
findings-value = Number
findings-off = (±{ $off })
findings-norm = Read against
findings-against = What speaks against it
findings-changes = What would change it
findings-evidence = Evidence
findings-source = Sources
findings-since = Since the earlier recording
findings-program = See your program
findings-line = Life and body, side by side
findings-line_words = Each signal runs from 0 to 10; numbers above are the events below. They stand side by side; that shows no cause.
findings-moved = What moved together from check-in to check-in
findings-chart = { $signal } from { $first } to { $last } of 10.
findings-earlier = earlier // { $day }
findings-unknown = What could not be told ({ $count })
findings-end = This measures and educates. It names no illness and replaces no doctor.

findings-side-right = right
findings-side-left = left
findings-side-both = right and left

findings-sure-high = Well supported
findings-sure-likely = Likely
findings-sure-possible = Possible
findings-sure-hint = A hint

findings-known-told = from what you told
findings-known-tested = from your tests
findings-known-measured = from a recording
