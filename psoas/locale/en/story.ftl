### My story: questions, self-tests, questionnaires and timeline.

story-title = My story
story-heading = My story
story-way = Where you are
story-back = Back
story-progress = How far you are
story-place = { $place } of { $count }
story-next = Next
story-optional = optional
story-no_answer = No answer
story-tick = Tick what is true for you
story-none = None of these
story-left = You have answered { $done } of { $count } screens. We save as you go, so you can stop and come back any time.
story-begin = Begin
story-go_on = Go on where you stopped
story-complete = You have answered all questions. You can change any of them, or do a self-test to make the findings surer.
story-to_findings = See what we found
story-stopped = One of your answers comes before everything else.
story-to_stop = See what to do
story-questions_title = Questions
story-more_title = Make it surer
story-more = You don't need any of this. Each adds something that answers alone can't show.
story-done = answered
story-some = { $done } of { $of }
story-open = open
story-later = after the questions

story-answer-yes = Yes
story-answer-no = No

story-fault-choice = Choose one answer.
story-fault-list = Tick what is true, or the last box if nothing is.
story-fault-both = Tick some of these or the last box, but not both.
story-fault-number = Enter a number from { $low } to { $high }{ $unit }.

story-consent-heading = Your story stays with you
story-consent-lead = About thirty short screens, ten minutes. The first ones show if you should see a doctor before anything else.
story-consent-agree = I agree, start
story-consent-note = We measure and explain. We name no illness, and we don't replace a doctor.

story-consent-what-title = What we keep
story-consent-what-words = Your answers, tests, check-ins and events, each version with its date.

story-consent-where-title = Where
story-consent-where-words = Only on this machine, in one file. Nothing is sent anywhere.

story-consent-who-title = Who can see it
story-consent-who-words = You, anyone who uses this account on this machine, and phones that you pair.

story-consent-end-title = How to end it
story-consent-end-words = One button on the page My story deletes everything.

story-delete-title = Delete everything
story-delete-link = Delete everything I entered
story-delete-heading = Delete everything?
story-delete-lead = We delete your answers, tests, recordings, programs, practice log and timeline for good.
story-delete-words = Paired phones lose access too. Copies that you made yourself, such as a backup of this machine, stay.
story-delete-do = Delete everything
story-delete-keep = Keep it

story-stop-title = See a doctor first
story-stop-heading = See a doctor first
story-stop-who = Who to see, and when:
story-stop-people = People to talk to
story-stop-print = Print this page
story-stop-wrong = I made a mistake in my answers
story-stop-kept = We kept your answers. Open the screen that is wrong and change it there.
story-stop-written = what you wrote

story-size-title = Your size
story-size-lead = We use this to make the body your size. We assume what you leave empty: 1.70 m, 70 kg.
story-size-height = How tall are you?
story-size-height_unit = cm
story-size-mass = How much do you weigh?
story-size-mass_unit = kg

story-map-front = Front
story-map-back = Back
story-map-right = right
story-map-left = left
story-map-middle = middle
story-map-here = here
story-map-nowhere = Nothing hurts

story-screen-you-title = You
story-screen-you-lead = { "" }

story-screen-pregnancy-title = Pregnancy and birth
story-screen-pregnancy-lead = This decides which positions and exercises fit.

story-screen-pregnancy_weeks-title = How far along
story-screen-pregnancy_weeks-lead = A guess is fine.

story-screen-where-title = Where it hurts
story-screen-where-lead = Tap the figure or the list. Right means your right.

story-screen-pain-title = How much and how long
story-screen-pain-lead = { "" }

story-screen-pain_kind-title = How the pain behaves
story-screen-pain_kind-lead = { "" }

story-screen-hip-title = Your hips
story-screen-hip-lead = { "" }

story-screen-hip_side-title = Which hip
story-screen-hip_side-lead = { "" }

story-screen-moving-title = Moving about
story-screen-moving-lead = So that we offer nothing you can't get into or out of.

story-screen-falls-title = Falls
story-screen-falls-lead = Write 0 if you had none.

story-screen-legs-title = Legs
story-screen-legs-lead = { "" }

story-screen-legs_more-title = More about that leg
story-screen-legs_more-lead = { "" }

story-screen-both_legs-title = Both legs
story-screen-both_legs-lead = { "" }

story-screen-cord-title = Hands and walking
story-screen-cord-lead = { "" }

story-screen-base-title = Between the legs, bladder, bowels
story-screen-base-lead = Rare, and the most important question of all. New changes here can't wait.

story-screen-base_when-title = When it began
story-screen-base_when-lead = This decides how fast someone should see you.

story-screen-pelvic_floor-title = Pelvic floor
story-screen-pelvic_floor-lead = Common, and it can be helped.

story-screen-began-title = How it began
story-screen-began-lead = { "" }

story-screen-began_when-title = When it happened
story-screen-began_when-lead = A guess is fine.

story-screen-bones-title = Bones
story-screen-bones-lead = { "" }

story-screen-spine-title = Your spine
story-screen-spine-lead = { "" }
story-screen-training-title = Training
story-screen-training-lead = { "" }

story-screen-training_more-title = Energy for training
story-screen-training_more-lead = { "" }
story-screen-running-title = Running
story-screen-running-lead = A guess is fine.

story-screen-fever-title = Are you ill right now?
story-screen-fever-lead = { "" }

story-screen-background-title = Your health so far
story-screen-background-lead = { "" }

story-screen-belly-title = Belly
story-screen-belly-lead = Your psoas lies behind it, and so do large blood vessels.

story-screen-groin-title = Groin and flank
story-screen-groin-lead = { "" }

story-screen-hernia-title = The hernia
story-screen-hernia-lead = { "" }

story-screen-chest-title = Chest and breath
story-screen-chest-lead = { "" }

story-screen-chest_more-title = More about that
story-screen-chest_more-lead = { "" }

story-screen-fainted-title = Fainting
story-screen-fainted-lead = { "" }

story-screen-panic-title = The attacks
story-screen-panic-lead = { "" }

story-screen-breath-title = Breath and circulation
story-screen-breath-lead = { "" }

story-screen-blood-title = Blood and operations
story-screen-blood-lead = { "" }

story-screen-joint-title = The operation
story-screen-joint-lead = { "" }

story-screen-operations-title = Operations
story-screen-operations-lead = { "" }

story-screen-belly_operation-title = Since the operation
story-screen-belly_operation-lead = A guess is fine.

story-screen-medicines-title = Medicines
story-screen-medicines-lead = { "" }

story-screen-illnesses-title = Illnesses
story-screen-illnesses-lead = Each of these takes something out of your program or changes it.

story-screen-cord_injury-title = Spinal cord and skin
story-screen-cord_injury-lead = { "" }

story-screen-work-title = A working day
story-screen-work-lead = Count travel and evenings too.

story-screen-sport-title = What you do for sport
story-screen-sport-lead = { "" }

story-screen-habits-title = Habits
story-screen-habits-lead = No lecture follows. Both affect how pain and discs heal.

story-screen-smoked-title = Smoking in the past
story-screen-smoked-lead = { "" }

story-screen-nights-title = Stress and sleep
story-screen-nights-lead = { "" }

story-own_words-label = Anything else? What do you want to get better, in your own words? You can leave this empty.
story-own_words-used = It stands above your findings, for you and whoever helps you. A computer reads it for one thing only: if you should talk to a person today.
story-own_words-fault = Write at most { $most } letters.

story-option-right = Right
story-option-left = Left
story-option-both = Both
story-option-middle = Middle
story-option-female = Female
story-option-male = Male
story-option-other = Other
story-option-low_back = Low back
story-option-buttock = Buttock
story-option-groin = Groin
story-option-hip_outside = Outside of the hip
story-option-thigh_front = Front of the thigh
story-option-thigh_outside = Outside of the thigh
story-option-knee = Knee
story-option-below_knee = Below the knee
story-option-belly = Belly
story-option-flank = Flank
story-option-chest = Chest
story-option-mid_back = Middle of the back
story-option-shoulder = Shoulder
story-option-neck = Neck
story-option-back = Back
story-option-hip = Hip
story-option-belly_or_caesarean = Belly, or a caesarean
story-option-groin_hernia = Groin, or a hernia
story-option-heart_or_chest = Heart or chest
story-option-painkillers = Painkillers
story-option-opioids_or_sleeping_tablets = Opioids or sleeping tablets
story-option-blood_pressure_tablets = Tablets for blood pressure
story-option-quinolone_antibiotics = Quinolone antibiotics (names end in floxacin)
story-option-heart_disease = Heart disease
story-option-high_blood_pressure_untreated = High blood pressure, untreated
story-option-stroke = A stroke
story-option-epilepsy = Epilepsy
story-option-glaucoma_or_retina = Glaucoma, or the retina
story-option-asthma_or_copd = Asthma or COPD
story-option-psychosis_or_bipolar = Psychosis or bipolar illness
story-option-bowel_disease = Bowel disease
story-option-ulcer = An ulcer
story-option-kidney_disease = Kidney disease
story-option-liver_disease = Liver disease
story-option-large_spleen = A large spleen
story-option-spinal_stenosis = A narrowed spinal canal
story-option-slipped_vertebra = A slipped vertebra
story-option-hip_impingement_or_labrum = Hip impingement, or its labrum
story-option-hypermobility = Very mobile joints
story-option-endometriosis = Endometriosis
story-option-coil = A coil
story-option-migraine = Migraine
story-option-skin_wound_or_infection = A wound or infected skin
story-option-high_blood_pressure = High blood pressure, treated
story-option-varicose_veins = Varicose veins
story-option-spinal_cord_injury = A spinal cord injury
story-option-eases_sitting = Yes, and sitting or leaning forward eases it
story-option-eases_standing = Yes, and standing still eases it
story-option-no = No, or something else
story-option-knee_front = The front, around or behind the kneecap
story-option-knee_outer = The outer side
story-option-knee_elsewhere = Somewhere else, or all over
story-option-desk = At a desk
story-option-driving = Driving
story-option-standing = Standing
story-option-lifting = Lifting
story-option-on_the_move = On the move
story-option-none = None
story-option-walking = Walking
story-option-running = Running
story-option-cycling = Cycling
story-option-swimming = Swimming
story-option-strength = Strength
story-option-boxing = Boxing
story-option-dance = Dance
story-option-yoga_or_pilates = Yoga or Pilates
story-option-ball_games = Ball games
story-option-singing_or_wind = Singing, or a wind instrument

story-tests-title = Self-tests
story-tests-lead = Each takes a few minutes, on the floor or against a wall. Skip what hurts. Even one helps.
story-tests-count = { $count } done
story-tests-next = Next: { $title }
story-tests-out = Not for you
story-tests-barred = This test is not for you right now
story-tests-others = See the other tests
story-tests-first = Before you begin
story-tests-ask = Because of your answers, ask a doctor or physiotherapist before you do this one.
story-tests-picture = A skeleton in the position of the test: { $title }.
story-tests-result = What you found
story-tests-value = Result
story-tests-reading = { $side }, reading { $place }
story-tests-level = Lay this phone along your thigh or shin, its top edge toward your foot. It reads the slope five seconds after you tap.
story-tests-no_level = This device can't read a slope. Use a level app, or type what someone else reads.
story-tests-felt = Where did you feel it?
story-tests-way = How did you measure?
story-tests-keep = Save this result
story-tests-reads = How to read it
story-tests-empty = Enter at least one number.
story-tests-side = { $side } { $value }

story-tests-take-middle = Take up to three readings a side. The middle one counts.
story-tests-take-best = Take up to three readings a side. The best one counts.

story-tool-clock = Start
story-tool-minute = One minute
story-tool-level = Read
story-tool-stop = Stop
story-tool-in = in { $seconds }
story-tool-done = The minute is over.
story-tool-kept = { $value } saved

story-way_of-hand = By hand
story-way_of-phone = With a phone
story-way_of-helper = With a helper

story-questions-title = Questionnaires
story-questions-lead = Published questionnaires that others have used too, so that a change means something later.
story-questions-count = { $count } filled in
story-questions-rest = The others
story-questions-keep = See what it says
story-questions-kept = filled in
story-questions-score = { $value } of { $high }
story-questions-next = Next: { $title }
story-questions-range = Answer { $place }: enter a number from { $low } to { $high }.
story-questions-missing = Answer { $place } is still missing.
story-questions-least = Give at least { $least } answers.
story-questions-name = Name of activity { $place }
story-questions-example = such as sitting through a film

story-time-title = Timeline
story-time-lead = What happened in your life, what your body said, and how a day was. Side by side, never as a cause.
story-time-count = { $count } entries
story-time-day_title = How is today?
story-time-event_title = Something happened
story-time-day = Day
story-time-kind = What kind
story-time-words = In your words
story-time-centre = A centre it touches, if you like
story-time-no_centre = None
story-time-keep_day = Save the day
story-time-keep_event = Add to the timeline
story-time-list = So far
story-time-none = Nothing yet. Your first entry can be today.
story-time-remove = Remove
story-time-day_fault = Enter a day up to today, such as 2025-03-01.
story-time-words_fault = Choose a kind and write a few words.
story-time-scores_fault = Give at least one number from 0 to 10.

story-kind-life = Life
story-kind-body = Body
story-kind-habit = Habit
story-kind-day = Day

story-signal-pain = Pain
story-signal-stress = Stress
story-signal-sleep = Sleep
story-signal-breath = Breath
story-signal-root = Root
story-signal-sacral = Sacral
story-signal-solar_plexus = Solar plexus

story-ask_signal-pain = Pain, 0 for none to 10 for the worst
story-ask_signal-stress = Stress, 0 for none to 10 for as much as you can imagine
story-ask_signal-sleep = Sleep, 0 for very bad to 10 for very good
story-ask_signal-breath = Breath, 0 for stuck to 10 for easy

story-reflection-title = Body and life
story-reflection-optional = only if you like
story-reflection-open = Show me these questions
story-reflection-close = Hide this part
story-reflection-evidence = Tradition, not tested. No answer here changes a finding.
