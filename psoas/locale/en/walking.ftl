### Walking, and other ways to be a little out of breath: how, how much, what to think of, what is known.

## The way a person goes: what to do

walking-way-hold = Wait with longer walks until a doctor has looked at what you told us. Until then, do only the walking your day needs.
walking-way-wheel_shoulder = Push your chair, or do arm work, in short bouts. Rest between them.
walking-way-wheel = Push your chair, or use an arm bike. Go hard enough that you can talk but not sing.
walking-way-off_the_leg = Keep weight off the sore leg until it has been checked. Cycle or move in water if that does not hurt. If it does, rest.
walking-way-sore = Your pain is high right now, so pick what hurts least: an easy bike, a warm pool, or a short walk. Five minutes at a time is enough.
walking-way-young_hip = Walk only as far as it does not hurt, and sit down in between. Sport waits until a physiotherapist who treats teenagers has looked at the hip.
walking-way-stenosis = Walk in short bouts. When your legs get heavy or sore, sit down and lean forward. Go on when it has passed. A shopping trolley to lean on helps.
walking-way-vessels = Walk until the leg hurts quite a bit. Stand still until the pain has gone. Then walk on, and repeat.
walking-way-aid = Take short walks with your aid. Laps indoors count. Have a chair ready at each end.
walking-way-unsteady = Walk on flat ground at an easy pace, with someone or something to hold nearby. Do your balance exercises first: they protect you more than walking does.
walking-way-operation = Walk as far as your surgeon or physio allows, a little and often.
walking-way-new_hip = Walk a little and often. Let each step be as long on one side as on the other. Use your aid until you no longer limp.
walking-way-birth_later = Build up to half an hour at a pace at which you can talk. If you leak, or feel heavy down below, walk less and tell your midwife or doctor.
walking-way-birth = Start with short, gentle walks and add a few minutes at a time. If you leak, or feel heavy down below, walk less and tell your midwife or doctor.
walking-way-girdle = Walk in short bouts with shorter steps. Keep your weight even on both legs.
walking-way-low_energy = Keep walks short and easy for now. Food and rest come first, so this plan adds no minutes.
walking-way-heart = Ask your doctor how hard you may go. Start slowly, keep a pace at which you can talk, and slow down before you stop. Chest pressure or faintness: stop and call for help.
walking-way-pregnant = Walk at a pace at which you can still talk.
walking-way-nerve = Walk often, in bouts that do not send pain further down the leg. A few short walks beat one long one. Keep a pace at which you can still talk.
walking-way-painful = Split the walk into bouts that keep your pain in bounds. Walk briskly if you can: fast enough to warm you, slow enough to talk.
walking-way-panic = Set a steady pace. Breathe in for three steps and out for four. If fear comes, slow down but keep walking until it fades.
walking-way-plain = Walk at a pace at which you can talk but not sing.

## What else holds for the same person

walking-also-wheel = Go hard enough that you can talk but not sing.
walking-also-off_the_leg = Keep weight off the sore leg until it has been checked.
walking-also-sore = Pain above 5 means the shortest bouts. See a professional about it.
walking-also-young_hip = Sport waits until a physiotherapist who treats teenagers has looked at the hip.
walking-also-stenosis = Sit down and lean forward when your legs get heavy.
walking-also-vessels = Stand still when the leg hurts, and walk on when the pain has gone.
walking-also-aid = Use your walking aid, and stay near something to hold.
walking-also-unsteady = Stay on flat ground near something to hold, at an easy pace.
walking-also-operation = Stay within what your surgeon or physio allows.
walking-also-new_hip = Let your steps be even, left and right.
walking-also-birth_later = Walk less if you leak or feel heavy down below, and tell your midwife or doctor.
walking-also-birth = Walk less if you leak or feel heavy down below, and tell your midwife or doctor.
walking-also-girdle = Take shorter steps, with your weight even on both legs.
walking-also-low_energy = Keep it short and easy for now. Food and rest come first.
walking-also-heart = Ask your doctor how hard you may go. Chest pressure or faintness: stop and call for help.
walking-also-pregnant = Keep a pace at which you can still talk.
walking-also-nerve = Stop a walk when pain moves further down the leg.
walking-also-painful = Split the walk into bouts that keep your pain in bounds.
walking-also-panic = If fear comes, slow down but keep going until it fades. Breathe out longer than in.

## Rules

walking-rule-few = You have little time, so this comes in pieces of 5 to 10 minutes, spread over the day. What you do on the way somewhere counts. More helps more; this much is a good start.
walking-rule-from_to = You start with { $first } minutes a week and build to { $last }. Any place will do.
walking-rule-steady = Keep to { $minutes } minutes a week. Any place will do.
walking-rule-rise = From one week to the next you add at most { $minutes } minutes or { $percent } percent, whichever is more. Stay on a week for as long as you like.
walking-rule-pain = Pain may reach { $pain } of { $score_max } while you move. It should be back to your usual by the next day. If it is not, do half the next time.
walking-rule-pain_usual = Your usual pain is fine while you move. Stop a bout when it gets worse than that. If it is worse the next day, do half the next time.
walking-rule-pain_none = Stop when it starts to hurt. If you are sore the next day, do half the next time.
walking-rule-pain_leg = Leg pain that passes while you stand still is part of this. Any other pain may reach { $pain } of { $score_max } while you move. If it is not back to your usual by the next day, do half the next time.
walking-rule-pain_high = Your pain should not rise while you move. If it does, stop, and do less the next time.
walking-rule-rest = One day a week stays free: no run, no walk, no session.
walking-sport-cycling = Minutes on your bike count as walking minutes, as long as you keep to the pain rule.
walking-sport-swimming = Minutes in the water count as walking minutes, as long as you keep to the pain rule.
walking-sport-dance = Minutes of dancing count as walking minutes, as long as you keep to the pain rule.
walking-sport-ball_games = Minutes of your game count here too, as long as you keep to the pain rule.
walking-rule-flare = On a bad day, do five minutes. It still counts.
walking-place-home = A walk to the shop or to a friend counts.
walking-place-work = Two walks of ten minutes fit into most working days: one before work, one at lunch.
walking-place-travel = Walk where you are: a new street, the beach, a long platform.

## What to think of, by phase: the drive of the step

walking-cue-walk-release = Stand tall and let each leg trail behind you for a moment. That opens the front of the hip.
walking-cue-walk-engage = Keep your ribs over your pelvis. Let your arms swing from the shoulders.
walking-cue-walk-integrate = Push the ground away behind you with the back foot.
walking-cue-walk-drive = Push off from your buttock and calf. Let the front leg swing through by itself.
walking-cue-wheel-release = Sit tall and let your shoulders drop before each push.
walking-cue-wheel-engage = Push long and smooth. Let your hands fall in a half circle before the next push.
walking-cue-wheel-integrate = Start each push from your trunk, not from your neck.
walking-cue-wheel-drive = Push long and strong, then glide.
walking-cue-lean-release = Lean forward a little from the hips, as if going uphill. Take short steps.
walking-cue-lean-engage = Keep the small lean, and draw your lower belly in a little.
walking-cue-lean-integrate = Keep the small lean. Push the ground away with the back foot.
walking-cue-lean-drive = Keep the small lean. Push off from your buttock, with short steps.
walking-cue-steady-release = Look ahead, not down. Let your breath come and go.
walking-cue-steady-engage = Land on one foot fully before the other leaves the ground.
walking-cue-steady-integrate = Push the ground away gently with the back foot.
walking-cue-steady-drive = Tighten the buttock of the leg you stand on, then step.
walking-cue-easy-release = Move small and slow. Let your breath come and go.
walking-cue-easy-engage = Let your shoulders and jaw go soft while you move.
walking-cue-easy-integrate = Push evenly with both legs, as far as they are willing.
walking-cue-easy-drive = Let the push come from your buttocks, not from the front of the hip.

## What is known

walking-known-walkback = In a trial with 701 adults who had got over back pain in the last six months, walking with six coaching sessions kept them free of a bad spell for 208 days, against 112 without. They built up to half an hour, five times a week. Nobody in it was in pain at the start.
walking-known-swift = For lasting back pain, a walking plan did about as well as a class or usual physio.
walking-known-who = The World Health Organization advises 150 to 300 minutes a week for every adult. Less still helps.
walking-known-cue = Where to push from is how teachers of movement say it. No trial has tested these cues.
walking-known-cadence = About 100 steps a minute is a brisk walk at every age from 21 to 85. That was measured on treadmills in healthy people.
walking-known-hold = Fever, fainting, chest pain or new breathlessness need a doctor before exercise.
walking-known-wheel_shoulder = Experts advise at least 30 minutes three times a week after a cord injury. Sore shoulders need less at a time. How much less is our guess.
walking-known-wheel = Experts advise at least 20 minutes twice a week for fitness after a cord injury, and 30 minutes three times a week for heart health. The goal here is that of all adults.
walking-known-off_the_leg = A leg that cannot take weight needs a check first. This is common practice.
walking-known-sore = Short bouts in high pain are common practice. How long they should be is our guess.
walking-known-young_hip = Pain in a growing hip, thigh or knee can come from the growth plate, so it needs a look first.
walking-known-stenosis = Walking in bouts with a sit-down is part of training that has been tested for a narrow spinal canal. How long the bouts should be is our guess.
walking-known-vessels = Guidelines advise walking into the pain and resting, 30 minutes three times a week. It works best with someone to guide you.
walking-known-aid = In 54 trials, balance training kept people from falling best. People at high risk of a fall should not be told to walk briskly.
walking-known-unsteady = In 54 trials, balance training kept people from falling best. People at high risk of a fall should not be told to walk briskly.
walking-known-operation = Walking soon after an operation is common practice. Your surgeon's word goes first.
walking-known-new_hip = Walking is part of getting over a new hip. These minutes are our guess.
walking-known-birth_later = UK doctors advise building up to 150 minutes a week after a birth.
walking-known-birth = UK doctors advise building up to 150 minutes a week after a birth, starting gently.
walking-known-girdle = UK doctors advise 150 minutes a week in pregnancy. Short steps and short bouts for a sore pelvis are common practice.
walking-known-low_energy = When a body gets too little food for its training, experts advise more food and less training first.
walking-known-heart = Walking is part of getting fit again with a heart or vessel illness. Your doctor knows your limits.
walking-known-pregnant = UK doctors advise 150 minutes a week in pregnancy and found no sign of harm.
walking-known-nerve = Staying active with leg pain is common practice. These bouts are our guess.
walking-known-painful = Short bouts in pain are common practice. These are our guess.
walking-known-panic = In a trial with 72 adults, walks with short sprints eased panic more than relaxing did. Walking alone was not tested.

## Days and weeks

walking-heading = { $kind ->
    [wheel] Wheeling
    [easy] Moving a little
    [rest] Moving
   *[walk] Walking
  }
walking-lead = { $kind ->
    [wheel] This goes beside your sessions.
    [easy] This goes beside your sessions.
    [rest] This part waits.
   *[walk] Walking goes beside your sessions, on most days.
  }
walking-known = What is known
walking-week = { $last ->
    [0] Week { $first }
   *[other] Weeks { $first } to { $last }
  }
walking-week_minutes = { $minutes } minutes
walking-week_none = nothing planned
walking-cadence = about { $steps } steps a minute
walking-phase = { $kind ->
    [run] Walking and running
    [wheel] Wheeling
    [easy] Moving
   *[walk] Walking
  }: { $least ->
    [-1] { $most } minutes a week.
   *[other] { $least } to { $most } minutes a week.
  }
walking-cue_of = Think of this: { $cue }
walking-days = { $days }: { $dose }
walking-day-1 = Mon
walking-day-2 = Tue
walking-day-3 = Wed
walking-day-4 = Thu
walking-day-5 = Fri
walking-day-6 = Sat
walking-day-7 = Sun
walking-dose-whole = { $kind ->
    [wheel] wheel { $minutes } min
    [easy] move { $minutes } min
   *[walk] walk { $minutes } min
  }
walking-dose-bouts = { $kind ->
    [wheel] wheel { $minutes } min
    [easy] move { $minutes } min
   *[walk] walk { $minutes } min
  } in { $bouts } parts
walking-calendar = { $kind ->
    [wheel] Wheel, { $minutes } min
    [easy] Move a little, { $minutes } min
    [run] Run, { $minutes } min
    [walk_run] Walk and run, { $minutes } min
   *[walk] Walk, { $minutes } min
  }
walking-today = Today also: { $dose }.

## Faults of the table

walking-fault-last = the last way, '{ $name }', must be for everybody: when = []
walking-fault-bout = bout has { $count } numbers; expected one for each of { $expected }
