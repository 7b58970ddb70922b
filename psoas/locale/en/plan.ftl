### A plan: reasons, doses, phases, rules, what was left out, advice; and the plan in the terminal, on paper, in a calendar.

## Phases: title, and when to move on. $stands is no for whoever practises seated.

plan-phase-release-title = Release and breathe
plan-phase-release-moves_on = Move on when two sessions in a row were good: pain at most { $pain } of { $score_max }, settled by the next day, and the breath stayed quiet.
plan-phase-engage-title = Engage
plan-phase-engage-moves_on = { $stands ->
    [no] Move on when belly wall and trunk answer before the arms move, in two good sessions in a row.
   *[yes] Move on when belly wall and buttocks answer before the leg moves, in two good sessions in a row.
  }
plan-phase-integrate-title = Integrate
plan-phase-integrate-moves_on = { $stands ->
    [no] Move on when a day in the chair passes without pain above { $pain } of { $score_max }, and it settles by the next day.
   *[yes] Move on when you stand on each leg quietly and walk 30 minutes without pain above { $pain } of { $score_max }, and it settles by the next day.
  }
plan-phase-drive-title = { $stands ->
    [no] Drive
   *[yes] Drive: walk, then run
  }
plan-phase-drive-moves_on = From here the plan repeats with harder neighbours. Measure again, and make a new plan from the new numbers.

## Why an item is here: what was found, then what the item does about it

plan-because = Because { $finding }: { $effect }.
plan-because_measured = Because { $finding }: { $effect }, as measured in people.
plan-because_chosen = Because you chose it in place of { $label }.

plan-finding-psoas_short_or_guarded = your { $side ->
    [right] right psoas
    [left] left psoas
   *[none] psoas
  } seems short or on guard
plan-finding-hip_extension_reduced = your { $side ->
    [right] right hip
    [left] left hip
   *[none] hip
  } opens less behind you
plan-finding-side_asymmetry = your right and left side differ
plan-finding-hip_clicks_or_locks = your { $side ->
    [right] right hip
    [left] left hip
   *[none] hip
  } clicks or locks
plan-finding-ribs_flared = your front ribs stand open over the pelvis
plan-finding-low_back_rounds = your low back rounds where the hip should bend
plan-finding-low_back_arched = your low back stands more arched
plan-finding-front_driven_step = signs point to a { $side ->
    [right] right step
    [left] left step
   *[none] step
  } pulled from the front of the hip
plan-finding-gluteals_weak_or_late = your { $side ->
    [right] right buttock
    [left] left buttock
   *[none] buttock
  } seems to hold less, or late
plan-finding-abdominal_wall_not_engaging = your trunk gives way as a leg moves
plan-finding-breath_high_or_fast = your breath is high or fast
plan-finding-sitting_load = you sit for much of the day
plan-finding-stress_load = you carry much strain
plan-finding-sleep_short = your sleep is short or poor
plan-finding-nerve_like_leg = your { $side ->
    [right] right leg
    [left] left leg
   *[none] leg
  } shows signs of an irritated nerve
plan-finding-outer_thigh_or_knee = the outside of your { $side ->
    [right] right thigh
    [left] left thigh
   *[none] thigh
  } or your knee hurts
plan-finding-hip_pain = it hurts about your { $side ->
    [right] right hip
    [left] left hip
   *[none] hip
  }
plan-finding-low_back_pain = your low back hurts
plan-finding-neck_shoulder_tension = your neck and shoulders are tense
plan-finding-balance_short = you stand on one leg for a shorter time
plan-finding-training_jump = your training rose fast
plan-finding-habits = habits of yours bear on how you mend
plan-finding-own_baseline = nothing stands out, and general practice keeps it so

# The rows of table.toml: plan-effect-<finding>-<effect>, "any" for the method as a whole; $value is the simulated or
# measured figure of the item, $standing that of standing still.

plan-effect-psoas_short_or_guarded-psoas_length_percent = here the psoas reaches { NUMBER($value, minimumFractionDigits: 1, maximumFractionDigits: 1) } % of its standing length
plan-effect-psoas_short_or_guarded-psoas_force_n = here the psoas all but rests, at { NUMBER($value, maximumFractionDigits: 0, useGrouping: 0) } N
plan-effect-hip_extension_reduced-psoas_length_percent = here the psoas reaches { NUMBER($value, minimumFractionDigits: 1, maximumFractionDigits: 1) } % of its standing length
plan-effect-hip_extension_reduced-activation-gluteus_maximus = here the muscle that takes the hip back works at { NUMBER($value, style: "percent", maximumFractionDigits: 0) } of its most
plan-effect-sitting_load-psoas_length_percent = here the psoas reaches { NUMBER($value, minimumFractionDigits: 1, maximumFractionDigits: 1) } % of its standing length; in a chair it is at about 86 %
plan-effect-gluteals_weak_or_late-activation-gluteus_medius = here gluteus medius works at { NUMBER($value, style: "percent", maximumFractionDigits: 0) } of its most
plan-effect-gluteals_weak_or_late-activation-gluteus_maximus = here gluteus maximus works at { NUMBER($value, style: "percent", maximumFractionDigits: 0) } of its most
plan-effect-front_driven_step-activation-gluteus_maximus = here gluteus maximus, which drives from behind, works at { NUMBER($value, style: "percent", maximumFractionDigits: 0) } of its most
plan-effect-balance_short-activation-gluteus_medius = here gluteus medius, which keeps the pelvis level, works at { NUMBER($value, style: "percent", maximumFractionDigits: 0) } of its most
plan-effect-outer_thigh_or_knee-activation-gluteus_medius = here gluteus medius, which steadies hip and knee from the side, works at { NUMBER($value, style: "percent", maximumFractionDigits: 0) } of its most
plan-effect-side_asymmetry-activation-gluteus_medius = each side works alone here, gluteus medius at { NUMBER($value, style: "percent", maximumFractionDigits: 0) } of its most
plan-effect-abdominal_wall_not_engaging-activation-obliques = here the obliques work at { NUMBER($value, style: "percent", maximumFractionDigits: 0) } of their most
plan-effect-low_back_pain-lumbar_compression_n-L4_L5 = here the low back carries { NUMBER($value, maximumFractionDigits: 0, useGrouping: 0) } N, against { NUMBER($standing, maximumFractionDigits: 0, useGrouping: 0) } N in standing
plan-effect-nerve_like_leg-lumbar_compression_n-L4_L5 = here the low back carries { NUMBER($value, maximumFractionDigits: 0, useGrouping: 0) } N, against { NUMBER($standing, maximumFractionDigits: 0, useGrouping: 0) } N in standing
plan-effect-hip_clicks_or_locks-psoas_force_n = here the psoas pulls with only { NUMBER($value, maximumFractionDigits: 0, useGrouping: 0) } N over the front of the hip
plan-effect-hip_pain-psoas_force_n = here the psoas pulls with only { NUMBER($value, maximumFractionDigits: 0, useGrouping: 0) } N over the front of the hip

## What was left out, and why

plan-out-pain-groin_pinch = You feel a pinch deep in the groin when the hip bends far.
plan-out-pain-sciatica = Pain runs from your buttock down a leg: a straight leg is not lifted against it.
plan-out-pain-leg_numb = Part of your leg is numb or tingles: a straight leg is not lifted against it.
plan-out-pain-hypermobility = Your joints are very mobile: the end of their range is left alone.
plan-out-pain-hip_impingement = You were told of a pinched hip: it is not bent far.
plan-out-pain-knee_pain = Your knee hurts more than { $provoked } of { $score_max }: no kneeling on it for now.
plan-out-pain-shoulder_pain = Your shoulder hurts more than { $provoked } of { $score_max }: no weight on the arms for now.
plan-out-pain-hip_outside_pain = The outside of your hip hurts more than { $provoked } of { $score_max }: no lying on it for now.
plan-out-pain-walking_aid = You walk with a stick, crutches or a frame: no lunges.
plan-out-pain-falls = You fell more than once in a year: no lunges.
plan-out-pain-hip_lock = Your hip locks, catches or seizes: no turning and no deep step over it until it was looked at.
plan-out-pain-walking_aid_and_falls = You walk with a stick and fell more than once in a year: counted steps wait for someone who walks beside you.
plan-out-pain-hip_replacement = You have an artificial hip (hip replacement): no turning over it.
plan-out-pain-knees_to_chest_feel = Drawing the knee to the chest hurt a lot, so the hip is not bent far for now.
plan-out-pain-knees_to_chest_leg = Drawing the knee to the chest sent pain down your leg, so that is left alone for now.
plan-out-pain-slump = Slumping brought on the pain of your leg.
plan-out-position-cannot_bear_weight = You cannot put weight on a leg.
plan-out-position-wheelchair = You use a wheelchair: what is done standing or on the floor is left out.
plan-out-position-cannot_get_to_floor = It is hard for you to get down to the floor and up again.
plan-out-position-cannot_kneel = You cannot kneel, or it hurts.
plan-out-position-walking_aid = You walk with a stick, crutches or a frame: nothing on one leg.
plan-out-not_a_runner = You do not run: running and jumping are left out.
plan-out-stopped = Nothing before this is looked at: { $title }.
plan-out-screening = Left out for now: { $title }.
plan-out-banned = You asked to leave it out.
plan-out-swapped = You asked for { $label } in its place.
plan-out-place = It does not suit the place: { $place }.
plan-out-equipment = You would need: { $tools }.
plan-out-clinician = Only after you have asked a clinician: { $condition }
plan-out-unanswered = { $count ->
    [one] Only when every question that decides on it has an answer; { $count } is open.
   *[other] Only when every question that decides on it has an answer; { $count } are open.
  }
plan-out-usual_pain = Your usual pain is above { $ceiling } of { $score_max }. Breath and the gentlest release come first.
plan-out-pathway = Not for you at the moment: { $titles }.
plan-out-related = Of one kind with what is left out for now, because it was hard on you.
plan-out-too_heavy = It puts { NUMBER($load, maximumFractionDigits: 0, useGrouping: 0) } N on the low back in the simulation; this plan allows { NUMBER($limit, maximumFractionDigits: 0, useGrouping: 0) } N.
plan-out-no_room = It does not fit into these minutes beside what else you asked to keep.

## Rules of the dose

plan-rule-pain-open = Your usual pain is { $usual } of { $score_max }. In an exercise, up to { $pain } is fine. By the next day it should be back to { $usual }. In studies of sore tendons, up to { $ceiling } was safe. That your limit is your usual pain and { $margin } more is our choice.
plan-rule-pain-lowest_rung = Your usual pain is { $usual } of { $score_max }. In an exercise, up to { $pain } is fine and never more. By the next day it should be back to { $usual }. You start on the first step of each exercise, and go up only when two sessions in a row went well.
plan-rule-pain-gentle = Your usual pain is { $usual } of { $score_max }. That is too much to train with, so your plan holds only breath and the gentlest release. Nothing here should add to it. Please see a doctor or a physiotherapist.
plan-rule-pain_rising = Your check-ins show more pain than the { $told } of { $score_max } you told us. Your plan counts the higher number, and nothing gets harder until it settles. If it stays, ask a doctor or a physiotherapist.
plan-rule-pain_falling = Your check-ins show less pain than you told us: about { $recent } of { $score_max }. If that is your usual pain now, change it in your answers. Your plan does not lower it by itself.
plan-rule-back = Take a step back (one set less, or the easier exercise) when pain went above { $pain }, or is { $margin } or more above your usual the next day. If it is only a little above, stay where you are.
plan-rule-stay = Stay where you are when the movement lost its shape, the breath was held, or effort was above { $effort } of { $score_max }.
plan-rule-advance = Go on after two good sessions in a row: first one set more, then the next step. Give each step two weeks or more.
plan-rule-nerve = Pain that moves further down a leg, or new numbness or weakness, ends that exercise. Tell a doctor.
plan-rule-night = New pain that wakes you at night is not training pain. Tell us, and we ask you a few questions about it first.
plan-rule-stretch = A stretch is held 10 to 30 seconds, two to four times; from 60 years on up to 60 seconds. Strength asks 2 to 3 days a week.

## Advice besides the sessions

plan-advice-smoking = You smoke. Backs and hips mend and breathe a little more easily without. If you want to stop, help raises the odds, and your doctor knows where it is near you. This plan works either way.
plan-advice-alcohol = You told of { NUMBER($value, maximumFractionDigits: 1, useGrouping: 0) } units of alcohol a week. Above 14 it tells on sleep and on how tissue mends; a few days without each week is a fair start. If that is hard, a doctor is the right person to tell.
plan-advice-sitting = You sit about { NUMBER($value, maximumFractionDigits: 1, useGrouping: 0) } hours a day. No interval is proven; breaks in which posture changes eased discomfort in trials, so take the ones you keep. Standing still instead did not do better.
plan-advice-sitting_seated = You sit about { NUMBER($value, maximumFractionDigits: 1, useGrouping: 0) } hours a day. Changes of position eased discomfort in trials: lean, reach and shift your weight as often as you keep it up.
plan-advice-sleep = Sleep is short or poor. The long breath out belongs to the evening, and a shorter session kept is better than a late one.
plan-advice-pain = Your pain is above { $ceiling } of { $score_max } on most days. Please see a doctor or a physiotherapist about it. Until then this plan holds only breath and the gentlest release.
plan-advice-strain = Where strain is high, do less and do it whole. The plan may be halved on any day: one breath and one release count.
plan-advice-nerve = Keep moving, within what does not send pain further down the leg. Pain that moves up towards the back is a good sign; pain, numbness or weakness that moves down is not, and ends that exercise.
plan-advice-neck = For neck and shoulders: rest the forearms when you can, and let the low ribs do the breathing.
plan-advice-floor = Have someone near, or a phone in the pocket, on the first days of balance work. Stand beside something solid.

plan-topic-smoking = Smoking
plan-topic-alcohol = Alcohol
plan-topic-sitting = Sitting
plan-topic-running = Running
plan-topic-sleep = Sleep
plan-topic-strain = Strain
plan-topic-nerve = Nerve
plan-topic-neck = Neck
plan-topic-balance = Balance

## Sessions, places, strands, things

plan-session-day = Day { $day }
plan-session-lettered = Day { $day }, session { $letter }
plan-session-template = Day { $day }, { $time }: { $title }
plan-place-home = at home
plan-place-work = at work
plan-place-travel = on the way
plan-strand-release = release
plan-strand-engage = belly wall and trunk
plan-strand-gluteal = buttocks
plan-strand-breath = breath
plan-strand-integrate = standing together
plan-strand-gait = standing and walking
plan-strand-desk = small break
plan-strand-massage = massage
plan-pattern-front_hip_release = stretches for the front of the hip
plan-pattern-release = easy stretches
plan-pattern-rest = rest positions
plan-pattern-nerve = nerve sliders
plan-pattern-mobility = easy movement of the back
plan-pattern-breath = breath
plan-pattern-massage = massage
plan-pattern-trunk = trunk work
plan-pattern-side_support = side planks
plan-pattern-pelvic_floor = pelvic floor work
plan-pattern-bridge = bridges
plan-pattern-hip_extension = taking the leg back
plan-pattern-hip_abduction = outer hip work
plan-pattern-squat = squats or standing up
plan-pattern-single_leg = work on one leg
plan-pattern-hinge = hip hinges
plan-pattern-calf = calf raises
plan-pattern-balance = balance
plan-pattern-hip_flexion = hip flexor strength
plan-pattern-carry = carrying
plan-pattern-push = push-ups
plan-pattern-get_up = getting up from the floor
plan-pattern-posture = posture
plan-pattern-gait = walking drills
plan-pattern-running = running drills
plan-pattern-impact = hops
plan-pattern-desk = desk breaks
plan-tool-mat = a mat
plan-tool-chair = a chair
plan-tool-wall = a wall
plan-tool-step = a step
plan-tool-bed = a bed
plan-tool-pad = a pad
plan-tool-ball = a ball
plan-tool-balls = two balls
plan-tool-roller = a roller
plan-tool-towel = a towel
plan-tool-cushion = a cushion
plan-tool-stairs = stairs
plan-tool-band = a resistance band
plan-tool-weights = weights

## What a phase lacks

plan-note-no_time = The time holds nothing of { $strand }. A few minutes or a day more would.
plan-note-not_available = Nothing of { $strand } is possible for you here; see what was left out.

## What to do before any plan

plan-stop-entry = { $title }: { $words } ({ $urgency })
plan-stop-help = { $place }: { $name }, { $call }

## Faults

plan-fault-no_finding = the assessment holds no finding; every item of a program names one. Assess again
plan-fault-no_solution = no plan was found: { $solver }
plan-fault-place = place '{ $place }' is not known; expected { $expected }
plan-fault-range = { $name } is { $value }; expected { $low } to { $high }
plan-fault-name = { $key } names '{ $name }', which is not known; psoas exercises lists what there is
plan-fault-name_near = { $key } names '{ $name }', which is not known; expected { $expected }
plan-fault-wanted_and_banned = '{ $name }' is asked for and left out at once; pin it or ban it
plan-fault-template = template '{ $name }' is not known; expected { $expected }
plan-fault-stopped = screening stopped: nothing is planned before that is looked at
plan-fault-folder = { $folder }: cannot be written ({ $reason }); choose another --out
plan-fault-schema = schema is { $found }; expected { $expected }
plan-fault-missing = { $place }: is missing; this is no whole program
plan-fault-field = { $place }: found { $found }, which fails the check { $check }

## Doses

plan-dose-minutes = { $count ->
    [one] { NUMBER($count) } minute
   *[other] { NUMBER($count, maximumFractionDigits: 1) } minutes
  }
plan-dose-breath = { $minutes }: { $tempo }
plan-dose-spots = { $count ->
    [one] { $count } spot
   *[other] { $count } spots
  }{ $side ->
    [both] { " " }a side
   *[other] { "" }
  }, { NUMBER($seconds, maximumFractionDigits: 1) } s each
plan-dose-repetitions = { $sets ->
    [one] { $reps ->
        [one] once
       *[other] { $reps } times
      }
   *[other] { $sets } sets of { $reps }
  }
plan-dose-held = { $dose }, hold { NUMBER($seconds, maximumFractionDigits: 1, useGrouping: 0) } s
plan-dose-each_side = { $dose }, each side
plan-dose-side = { $side ->
    [right] right
   *[left] left
  } { $dose }
plan-dose-both = { $first }; { $second }
plan-tempo-step = { NUMBER($seconds, maximumFractionDigits: 1) } s { $phase }
plan-tempo-massage = slowly, with the breath

## The plan in a terminal

plan-text-flags = Stop and call for help at once for new numbness between the legs, trouble passing water or stool, a leg that grows weak, chest pain, or sudden severe pain in belly or back. With fever, or pain that wakes you each night, see a doctor.
plan-text-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
  }
plan-text-sessions = { $count ->
    [one] { $count } session a week
   *[other] { $count } sessions a week
  }
plan-text-frame = { $weeks }, { $sessions } of up to { NUMBER($minutes, maximumFractionDigits: 1) } minutes, { $place }.
plan-text-breaks = Breaks of a sitting day, one at a time:
plan-text-measure = Measure again at the end of week { $weeks }.
plan-text-measure_tests = Measure again at the end of week { $weeks }: { $tests }.
plan-text-left_out = Left out:
plan-text-left_out_one = { $why } ({ $names })
plan-text-note = Note: { $note }
plan-text-phase_note = { $phase }: { $note }
plan-text-phase = { $phase } ({ $weeks })
plan-text-phase_weeks = { $last ->
    [0] week { $first }
   *[other] weeks { $first } to { $last }
  }
plan-text-day = Day { $days }: { NUMBER($minutes, maximumFractionDigits: 0) } minutes
plan-text-item = { $label }: { $dose }
plan-text-break = { $label } ({ $dose })
plan-text-see = { $title }: { $words } ({ $urgency })
plan-text-template = { $title }. { $words }
plan-text-template_needs = Needs: { $equipment }.
plan-text-template_day = Day { $day }, { $time }: { $title } ({ $minutes })
plan-text-template_session = { $title } ({ $minutes })
plan-text-template_slot = { $minutes } { $strand }: { $words }
plan-slot-breath = breath
plan-slot-release = release
plan-slot-massage = massage
plan-slot-engage = engage
plan-slot-gluteal = gluteal
plan-slot-integrate = integrate
plan-slot-gait = gait
plan-slot-desk = desk
plan-slot-talk = talk
plan-slot-measure = measure
plan-slot-reflect = reflect
plan-slot-rest = rest

## The calendar

plan-calendar-name = Psoas program
plan-calendar-session = { $phase }: { NUMBER($minutes, maximumFractionDigits: 0) } minutes
plan-calendar-measure = Measure again
plan-calendar-how = How has it been? Pain, breath and sleep, 0 to 10.
plan-calendar-break = Break: { $label }
plan-calendar-test = { $title }: { $how }

## Where a reason is known from

plan-origin-simulated = simulated
plan-origin-published = measured in people
plan-origin-trial = trial
plan-origin-expert = practice
plan-origin-tradition = tradition
plan-origin-asked = your wish

## Bars of what an exercise does to the body

plan-bar-psoas_length_percent = psoas at its longest
plan-bar-psoas_force_n = psoas pulls
plan-bar-activation-gluteus_maximus = gluteus maximus
plan-bar-activation-gluteus_medius = gluteus medius
plan-bar-activation-obliques = obliques
plan-bar-lumbar_compression_n-L4_L5 = low back carries
plan-bar_value-psoas_length_percent = { NUMBER($value, maximumFractionDigits: 0, useGrouping: 0) } % of standing
plan-bar_value-psoas_force_n = { NUMBER($value, maximumFractionDigits: 0, useGrouping: 0) } N
plan-bar_value-activation-gluteus_maximus = { NUMBER($value, maximumFractionDigits: 0) } % of its most
plan-bar_value-activation-gluteus_medius = { NUMBER($value, maximumFractionDigits: 0) } % of its most
plan-bar_value-activation-obliques = { NUMBER($value, maximumFractionDigits: 0) } % of their most
plan-bar_value-lumbar_compression_n-L4_L5 = { NUMBER($value, maximumFractionDigits: 0, useGrouping: 0) } N

## The plan on paper

plan-page-title = Your program
plan-page-eyebrow = Psoas program
plan-page-skip = Skip to the weeks
plan-page-lead = { $weeks }, { $sessions }, up to { NUMBER($minutes, maximumFractionDigits: 1) } minutes each, { $place }. { $stands ->
    [yes] What is let go is put to work in the same session, then taken into standing and walking.
   *[no] What is let go is put to work in the same session, then taken into the day.
  }
plan-page-first = Before anything else
plan-page-help = { $name }: { $call }
plan-page-found = What it comes from
plan-page-found_besides = Also, in the assessment:
plan-page-weeks = The weeks
plan-page-keeps = Each phase keeps what the ones before it began. Measure again at the end of week { $weeks }.
plan-page-limit = low back: up to { NUMBER($limit, maximumFractionDigits: 0, useGrouping: 0) } N
plan-page-newtons = Newtons are simulated on one reference body; standing still it carries { NUMBER($standing, maximumFractionDigits: 0, useGrouping: 0) } N at the lowest but one disc (L4/5). The limits are assumed: an order that rises.
plan-page-number = { $number }
plan-page-day = Day { $days }
plan-page-min = { NUMBER($minutes, maximumFractionDigits: 0) } min
plan-page-item_min = { NUMBER($minutes, minimumFractionDigits: 1, maximumFractionDigits: 1) } min
plan-page-kept = kept
plan-page-ask_first = ask first
plan-page-a_break = A break
plan-page-breaks = Breaks of a sitting day
plan-page-breaks_words = One at a time, spread over the day. No interval is proven: take the ones you keep.
plan-page-how = How to do each
plan-page-legend = Pictures show the right side; do as the dose says. The psoas is drawn pale where it is long and deep red where it is short. Bars are simulated on one reference body, the most over the movement; the thin line is standing still. Speed and bands are not part of them.
plan-page-doses = How doses change
plan-page-measure = Measure again
plan-page-measure_words = At the end of week { $weeks }, at the same time of day, before the session.
plan-page-besides = Besides
plan-page-out = Left out, and why
plan-page-sources = What it rests on
plan-page-simulated = Simulated figures: each exercise held still on one reference body by this package.
plan-page-footer = This plan teaches and records; it does not diagnose or treat, and it cannot examine you. Made with psoas { $version }.
plan-page-simulated_bars = Simulated, most over the movement
plan-page-drawn = The drawing-in itself is not simulated.
plan-page-starts = { $label }: the start
plan-page-goes_to = { $label }: where it goes
plan-page-start = start
plan-page-goes = where it goes
plan-page-goes_right = where it goes (right side shown)
plan-page-one_breath = One breath
plan-page-seconds = { NUMBER($seconds, maximumFractionDigits: 1) } s
plan-page-also_called = Also called: { $names }.
plan-page-where = Where
plan-page-strong = How strong
plan-page-pressure = From “{ $least }” up to “{ $most }”.
plan-page-breath = Breath
plan-page-cues = Think of
plan-page-with = With { $tools }.
plan-page-how_much = How much
plan-page-why = Why it is here
plan-page-asks = Ask a clinician first, because
plan-page-mind = Mind
plan-page-stop = Stop for
