### The page of progress, check-ins and steps of the dose.

progress-title = Progress
progress-heading = Your progress
progress-empty = This page will show how often you practise and what changes: pain, daily life, hip, psoas, step, breath. We only call it a change when it is larger than chance. It starts with your answers.
progress-begin = Tell my story
progress-go_on = Go on with my story
progress-weeks_chart = Days practised, week by week:
progress-streak = { $days } practice days in a row
progress-to_tests = Go to the tests
progress-doses = Your next steps
progress-more_doses = More steps come once you decide these: { $count }.
progress-accept = Yes
progress-accept_one = Yes: { $words }
progress-decline = Not yet
progress-decline_one = Not yet: { $words }
progress-undo = Undo
progress-undo_one = Undo: { $words }
progress-chart = { $label } from { $first } to { $last }; the sentence above says what changed
progress-band = within chance
progress-check_in = How are you today?
progress-check_in_words = A few numbers, once a day at most. Skip what you like. If you check in twice today, the second one counts.
progress-check_in_fault = Choose at least one number from 0 to 10.
progress-keep_day = Save today
progress-day_after = How did you feel after { $day }'s session?
progress-day_after_words = How it hurts the day after tells us more than how it hurt during the session. It decides your next step.
progress-night = New pain woke me last night
progress-day_after_legend = Pain the day after, 0 to 10
progress-none = 0, none
progress-worst = 10, the worst I can imagine
progress-keep = Save

progress-side-right = right
progress-side-left = left

progress-part-pain = Pain, and what it keeps you from
progress-part-hip = Hip and psoas
progress-part-drive = How you push off
progress-part-life = Breath, stress and sleep
progress-part-centres = Reflection
