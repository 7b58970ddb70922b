### The page of progress, check-ins and steps of the dose.

progress-title = Progress
progress-heading = Your progress
progress-empty = Here will stand how often you practised and what changed: pain, function, hip, psoas, drive, breath. A change is only named when it is larger than what could be chance. It begins with your answers.
progress-begin = Tell my story
progress-go_on = Go on with my story
progress-weeks_chart = Days practised, week by week:
progress-streak = Practice days that hold together: { $days }.
progress-to_tests = To the tests
progress-doses = Your doses
progress-more_doses = Further steps wait until these are decided: { $count }.
progress-accept = Take it
progress-accept_one = Take it: { $words }
progress-decline = Not yet
progress-decline_one = Not yet: { $words }
progress-undo = Keep it as it was
progress-undo_one = Keep it as it was: { $words }
progress-chart = { $label } from { $first } to { $last }; the sentence above says what changed
progress-band = within noise
progress-check_in = How is it today?
progress-check_in_words = A few numbers, once a day at most. Leave out what you like; a second time today takes the place of the first.
progress-check_in_fault = Choose at least one number from 0 to 10.
progress-keep_day = Keep today
progress-day_after = How did your body take { $day }?
progress-day_after_words = Is it back to your usual? That tells more than pain while you move, and it decides your next dose.
progress-night = New pain woke me last night
progress-day_after_legend = Pain on the day after, 0 to 10
progress-none = 0, none
progress-worst = 10, the worst I can think of
progress-keep = Keep it

progress-side-right = right
progress-side-left = left

progress-part-pain = Pain and what it keeps you from
progress-part-hip = Hip and psoas
progress-part-drive = The drive of your step
progress-part-life = Breath, strain and sleep
progress-part-centres = Reflection
