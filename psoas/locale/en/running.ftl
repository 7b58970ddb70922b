### Running, for people who run: what happens to it, why, what holds for every run, what is known.

## What happens to it

running-mode-keep = Keep running. This plan keeps your usual week and adds a drill or two.
running-mode-reduce = Run less for now: { NUMBER($first, maximumFractionDigits: 1) } km a week, down from { NUMBER($km, maximumFractionDigits: 1) }. You build back up from there.
running-mode-return = { $week ->
    [0] Stop running for now. The way back starts after this plan.
   *[other] Stop running for now. The way back starts in week { $week }, with walking and running by turns.
  }
running-mode-examined = No running for now. Someone should examine you first. Until then you walk.
running-mode-paused = No running in this plan.
running-bar-screening = Running waits: { $title }.
running-bar-sore = Running waits until your pain is { $pain } out of 10 or less.
running-bar-pathway = Running waits: { $person }.

## Why

running-why-lock = Your hip locks. Let someone examine it before you load it again.
running-why-nerve = What you feel in your leg points to a nerve, and running is a lot of load for it. Let someone examine it first.
running-why-birth = You gave birth within the last year. Come back step by step, and only without leaks or heaviness down below.
running-why-pain = You run with pain of { NUMBER($pain, maximumFractionDigits: 0) } out of 10.
running-why-sore = Your pain is { NUMBER($pain, maximumFractionDigits: 0) } out of 10 right now.
running-why-jump = Your training went up fast.
running-why-jump_back = One of your last runs was a big jump. Go back to { NUMBER($km, maximumFractionDigits: 1) } km as your longest, and grow from there.
running-why-outer = The outside of your knee or thigh hurts. Running less, on flat ground, lets it calm down.

## Rules

running-rule-instead = Walk, cycle or swim instead, as your walking plan says. Make a new plan once a doctor or physiotherapist has looked at it.
running-rule-examined = Running comes back once a doctor or physiotherapist has looked. Write down what they said under "A doctor has looked at this", and make a new plan.
running-rule-way_back = The way back has no dates yet. First you walk for { $minutes } minutes without more pain than usual. Then you run { $run } min and walk { $walk } min, { $repeats } times, with a day between two runs. Each week you run a little more and walk a little less, until you run { $last } minutes in one go. If the pain grows, you go back a step.
running-rule-before = Before your first run, walk for { $minutes } minutes without more pain than the rule below allows. { $week ->
    [0] Build up to that walk first.
   *[other] The long walk of week { $week } is there for that.
  }
running-rule-rung = Do each step on all its days before you go on. If pain breaks the rule, do the step before it again.
running-rule-later = { NUMBER($km, maximumFractionDigits: 1) ->
    [0] Your usual distance comes later. After 30 minutes in one go, add about a tenth a week.
   *[other] Your { NUMBER($km, maximumFractionDigits: 1) } km a week come later. After 30 minutes in one go, add about a tenth a week.
  }
running-rule-unknown = Tell us how many kilometres you run in a week, and the plan will show your runs.
running-rule-longest = No run is more than { $percent } percent longer than your longest of the last 30 days.
running-rule-alternate = Leave a day without running between two runs. Walk on those days.
running-rule-pain = Pain may reach { $pain } of { $score_max } in a run. It should be back to your usual by the next day. Stop a run that makes you limp.
running-rule-outer = Run only as far as it stays comfortable. When your knee or thigh starts to hurt, stop and walk home. If you know how far you get before it hurts, turn back well before that.
running-rule-flat = Stay on flat ground and skip downhill runs.
running-rule-step_rate = Take up to { $percent } percent more steps a minute than you usually do, at the same speed. Your steps get shorter. Count them for one minute to check.
running-rule-bone = Pain in one spot of bone, deep groin pain, or pain at night: stop running and see a doctor first.

## What to think of in a run

running-cue-release = Run tall and easy, with your eyes up.
running-cue-engage = Take short, quick, quiet steps.
running-cue-integrate = Land under your hips, and push the ground away behind you.
running-cue-drive = Push off from your buttock. Let the front leg come through by itself.

## What is known

running-known-longest = Among 5205 runners, a run more than a tenth longer than the longest of the last 30 days went with more injuries. Jumps in the weekly total did not.
running-known-step_rate = In 45 healthy runners, 5 percent more steps eased the knee, and 10 percent eased the hip as well.
running-known-injury = Whether more steps prevent injuries is not known: only two studies looked, both small.
running-known-rungs = Walking and running by turns is how most physios bring runners back. No trial has shown which steps are best, so these are ours.
running-known-pain = In 38 people with a sore Achilles tendon, running on with pain up to 5 of 10 did no harm. Other parts were not tested.

## Days and weeks

running-heading = Running
running-asks = Ask a doctor or physio before you run
running-week_km = { NUMBER($km, maximumFractionDigits: 1) } km
running-longest = longest run { NUMBER($km, maximumFractionDigits: 1) } km
running-step_rate = { $percent } percent more steps
running-cue_of = In a run: { $cue }
running-dose-km = run { NUMBER($km, maximumFractionDigits: 1) } km
running-dose-breaks = run { NUMBER($km, maximumFractionDigits: 1) } km, walking { $walk } min after every { $run }
running-dose-turns = { $repeats } times: run { $run } min, walk { $walk } min
running-dose-minutes = run { $minutes } min
running-dose-strides = { $dose }, then { $strides } relaxed strides of 20 seconds

## Faults of the table

running-fault-phases = '{ $mode }' is no way to run, or has not one number for each of { $expected }
running-fault-none = no rung is there: the way back needs at least one [[rung]]
running-fault-rungs = each rung must run for longer than the one below it
