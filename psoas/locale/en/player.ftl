### The player of a session. What belongs to an exercise comes with the session's script.

player-progress = How far you are
player-controls = Session
player-begin = Begin
player-begin_note = Put your phone where you can see it. Keep what you need within reach. You can stop at any time.
player-minutes = { $n } minutes
player-minute = 1 minute
player-left = { $time } left
player-needs = You need: { $things }.
player-asks_first = Ask your doctor or physiotherapist first: { $words }
player-because = Why: { $words }
player-more = Why, and when to stop
player-part_of = { $n } of { $all }
player-set_of = Set { $n } of { $all }
player-rep_of = { $n } of { $all }
player-start_now = Start now
player-skip_part = Skip this exercise
player-finished = Done
player-pause = Pause
player-resume = Go on
player-paused = Paused
player-away = You were away for a while, so we paused your session.
player-welcome_back = You are back where you left off.
player-back = Repeat
player-skip = Skip
player-hurts = It hurts
player-end = End the session
player-rather = I would rather not say
player-choose = Choose a number, or press “{ $rather }”.
player-figure = { $exercise }: the body as a drawing, the psoas in colour.
player-no_network = You are offline. We keep what you did in this browser and send it later. Come back to this page when you are online.

player-side-right = right side
player-side-left = left side

player-sound-voice = Sound: voice
player-sound-tones = Sound: tones
player-sound-quiet = Sound: off

player-legend-long = psoas: long
player-legend-short = short

player-hurt-title = Stop and let go of the position.
player-hurt-where = Where do you feel it?
player-hurt-score = How much, 0 to 10? You can skip this.
player-hurt-now = New numbness between the legs, or trouble passing water, needs a hospital now. Stop here and call.
player-hurt-next = Next
player-hurt-cancel = It was nothing, go back

player-place-low_back = Low back
player-place-groin = Groin
player-place-hip_outside = Side of the hip
player-place-buttock = Buttock
player-place-thigh_front = Front of the thigh
player-place-knee = Knee
player-place-below_knee = Down the leg
player-place-numb = Numb, tingling or weak
player-place-belly = Belly
player-place-elsewhere = Elsewhere

player-choice-title = What now?
player-choice-mild = Up to { $most } of 10 is fine for you. If it passes with rest, you may go on.
player-choice-firm = Your limit is { $most } of 10, and this is above it. Next time your plan takes a step back here.
player-choice-high = Above { $ceiling } of 10, this exercise is over for today. Next time your plan takes a step back here.
player-choice-untold = Without a number it counts as too much, so this exercise is over for today. Next time your plan takes a step back here.
player-choice-nerve = Stop this exercise when you feel something down your leg, or numbness. Tell a doctor if it is new or does not go away.
player-choice-easier = Try the easier one: { $label }
player-choice-leave = Leave this exercise
player-choice-go_on = It has passed, go on

player-effort-title = How much effort was it?
player-effort-none = 0, none
player-effort-most = 10, all I had

player-pain-title = How much pain do you have now?
player-pain-none = 0, none
player-pain-most = 10, the worst I can think of

player-done-title = That was your session.
player-done-stopped = Your body said stop, and you listened. That was right.
player-done-whole = You did { $done } of { $all } sets.
player-done-next = Tomorrow we ask you once how you felt after it.
player-done-again = Do it once more

player-kept-sent = Everything is saved.
player-kept-waiting = You are offline. We keep what you did here and send it when you are back online.
player-kept-refused = We keep what you did here, but we could not store it. Tell the person who looks after this app.
player-kept-memory = This browser cannot keep anything. Leave this page open until everything is saved.

player-enter-right = Right
player-enter-left = Left
player-enter-one = What you found
player-enter-save = Save
player-enter-skip = Leave it out
player-enter-range = Enter a number from { $low } to { $high }.
