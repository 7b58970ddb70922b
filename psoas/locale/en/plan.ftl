### A plan: reasons, doses, phases, rules, what was left out, advice; and the plan in the terminal, on paper, in a calendar.

## Phases: title, and when to move on. $stands is no for whoever practises seated.

plan-phase-release-title = Release and breathe
plan-phase-release-moves_on = Move on after two good sessions in a row. Good means pain of { $pain } of { $score_max } at most, back to usual by the next day, and a quiet breath.
plan-phase-engage-title = Engage
plan-phase-engage-moves_on = { $stands ->
    [no] Move on when your belly and trunk work before your arms move, in two good sessions in a row.
   *[yes] Move on when your belly and buttocks work before your leg moves, in two good sessions in a row.
  }
plan-phase-integrate-title = Integrate
plan-phase-integrate-moves_on = { $stands ->
    [no] Move on when your pain stays at { $pain } of { $score_max } or below on a day in your chair, and settles by the next day.
   *[yes] Move on after two good sessions in a row, in a week whose walks felt fine. Your pain should stay at { $pain } of { $score_max } or below and settle by the next day.
  }
plan-phase-drive-title = { $stands ->
    [no] Drive
   *[yes] Drive: longer walks, stronger steps
  }
plan-phase-drive-moves_on = From here on, your exercises get harder step by step. Measure again, then make a new plan from your new numbers.

## Why an item is here: what was found, then what the item does about it

plan-next_rung = Build up to { $sets } × { $reps }{ $held ->
    [yes] {" "}held for { NUMBER($hold, maximumFractionDigits: 0) } s
   *[no] {""}
  }. When that { $strength ->
    [yes] feels like { NUMBER($effort, maximumFractionDigits: 0) } of 10 or less
   *[no] feels easy and steady
  } two sessions in a row, go on to: { $label }{ $load ->
    [band] {" "}with a band
    [weight] {" "}with a weight
   *[body] {""}
  }.
plan-because_chosen = You chose this in place of { $label }.

# The rows of table.toml: plan-effect-<finding>-<effect>, "any" for the method as a whole; $value is the simulated or
# measured figure of the item, $standing that of standing still.

plan-effect-psoas_short_or_guarded-psoas_length_percent = In our model, the psoas reaches { NUMBER($value, minimumFractionDigits: 1, maximumFractionDigits: 1) } % of its standing length here.
plan-effect-psoas_short_or_guarded-psoas_force_n = In our model, the psoas pulls with only { NUMBER($value, maximumFractionDigits: 0, useGrouping: 0) } N here.
plan-effect-hip_extension_reduced-psoas_length_percent = In our model, the psoas reaches { NUMBER($value, minimumFractionDigits: 1, maximumFractionDigits: 1) } % of its standing length here.
plan-effect-hip_extension_reduced-activation-gluteus_maximus = In our model, the muscle that takes your hip back (gluteus maximus) works at { NUMBER($value, style: "percent", maximumFractionDigits: 0) } of its full effort here.
plan-effect-sitting_load-psoas_length_percent = In our model, the psoas reaches { NUMBER($value, minimumFractionDigits: 1, maximumFractionDigits: 1) } % of its standing length here. In a chair it is at about 86 %.
plan-effect-gluteals_weak_or_late-activation-gluteus_medius = In our model, the muscle at the side of your hip (gluteus medius) works at { NUMBER($value, style: "percent", maximumFractionDigits: 0) } of its full effort here.
plan-effect-gluteals_weak_or_late-activation-gluteus_maximus = In our model, the big buttock muscle (gluteus maximus) works at { NUMBER($value, style: "percent", maximumFractionDigits: 0) } of its full effort here.
plan-effect-front_driven_step-activation-gluteus_maximus = In our model, the big buttock muscle that drives you from behind (gluteus maximus) works at { NUMBER($value, style: "percent", maximumFractionDigits: 0) } of its full effort here.
plan-effect-balance_short-activation-gluteus_medius = In our model, the muscle that keeps your pelvis level (gluteus medius) works at { NUMBER($value, style: "percent", maximumFractionDigits: 0) } of its full effort here.
plan-effect-outer_thigh_or_knee-activation-gluteus_medius = In our model, the muscle that steadies hip and knee from the side (gluteus medius) works at { NUMBER($value, style: "percent", maximumFractionDigits: 0) } of its full effort here.
plan-effect-side_asymmetry-activation-gluteus_medius = In our model, the muscle at the side of one hip (gluteus medius) works at { NUMBER($value, style: "percent", maximumFractionDigits: 0) } of its full effort here.
plan-effect-abdominal_wall_not_engaging-activation-obliques = In our model, the muscles at the sides of your belly (obliques) work at { NUMBER($value, style: "percent", maximumFractionDigits: 0) } of their full effort here.
plan-effect-low_back_pain-lumbar_compression_n-L4_L5 = In our model, your low back carries { NUMBER($value, maximumFractionDigits: 0, useGrouping: 0) } N here. In standing it carries { NUMBER($standing, maximumFractionDigits: 0, useGrouping: 0) } N.
plan-effect-nerve_like_leg-lumbar_compression_n-L4_L5 = In our model, your low back carries { NUMBER($value, maximumFractionDigits: 0, useGrouping: 0) } N here. In standing it carries { NUMBER($standing, maximumFractionDigits: 0, useGrouping: 0) } N.
plan-effect-hip_clicks_or_locks-psoas_force_n = In our model, the psoas pulls with only { NUMBER($value, maximumFractionDigits: 0, useGrouping: 0) } N over the front of your hip here.
plan-effect-hip_pain-psoas_force_n = In our model, the psoas pulls with only { NUMBER($value, maximumFractionDigits: 0, useGrouping: 0) } N over the front of your hip here.

## What was left out, and why

plan-out-pain-groin_pinch = Bending your hip far gives you a pinch deep in the groin.
plan-out-pain-sciatica = Pain runs from your buttock down a leg. We do not lift a straight leg against it.
plan-out-pain-leg_numb = Part of your leg is numb or tingles. We do not lift a straight leg against it.
plan-out-pain-hypermobility = Your joints are very mobile. We leave the end of their range alone.
plan-out-pain-hip_impingement = You were told that your hip pinches (impingement). We do not bend it far.
plan-out-pain-knee_pain = Your knee hurts more than { $provoked } of { $score_max }. You do not kneel on it for now.
plan-out-pain-shoulder_pain = Your shoulder hurts more than { $provoked } of { $score_max }. You put no weight on your arms for now.
plan-out-pain-hip_outside_pain = The outside of your hip hurts more than { $provoked } of { $score_max }. You do not lie on it for now.
plan-out-pain-walking_aid = You walk with a stick, crutches or a frame. Lunges are left out.
plan-out-pain-falls = You fell more than once in a year. Lunges are left out.
plan-out-pain-sore_shoulder = Your shoulder hurts. Pushing your whole weight with your arms waits.
plan-out-pain-older = From 65 on, single-leg squats and turns on one leg wait until a therapist has seen you do them.
plan-out-pain-thin_bones = Your bones are thin. Your back does not turn far under load.
plan-out-pain-stenosis = Your spinal canal is narrow. Lying face down and bending back make it narrower.
plan-out-pain-hip_lock = Your hip locks, catches or seizes. You do not turn over it or step deep on it until somebody has looked at it.
plan-out-pain-walking_aid_and_falls = You walk with a stick and fell more than once in a year. Counted steps wait until somebody walks beside you.
plan-out-pain-hip_replacement = You have an artificial hip (hip replacement). You do not turn over it.
plan-out-pain-knees_to_chest_feel = Drawing the knee to the chest hurt a lot. You do not bend that hip far for now.
plan-out-pain-knees_to_chest_leg = Drawing the knee to the chest sent pain down your leg. We leave that alone for now.
plan-out-pain-slump = Slumping brought on your leg pain.
plan-out-position-cannot_bear_weight = You cannot put weight on one of your legs.
plan-out-position-wheelchair = You use a wheelchair. Work that is done standing or on the floor is left out.
plan-out-position-cannot_get_to_floor = It is hard for you to get down to the floor and up again.
plan-out-position-cannot_kneel = You cannot kneel, or it hurts.
plan-out-position-walking_aid = You walk with a stick, crutches or a frame. Work on one leg is left out.
plan-out-not_a_runner = You do not run. Running and jumping are left out.
plan-out-stopped = Have this looked at first: { $title }.
plan-out-screening = Paused until this has been checked: { $title }.
plan-out-barred = { $why } { $instead }
plan-out-banned = You asked to leave it out.
plan-out-swapped = You asked for { $label } in its place.
plan-out-place = It does not suit this place: { $place }.
plan-out-equipment = You would need this: { $tools }.
plan-out-clinician = Ask a doctor or a physiotherapist first. { $condition }
plan-out-unanswered = { $count ->
    [one] { $count } safety question first: answer it now.
   *[other] { $count } safety questions first: answer them now.
  }
plan-out-usual_pain = Your usual pain is above { $ceiling } of { $score_max }. Breath and the gentlest release come first.
plan-out-pathway = Left out for now in your situation: { $titles }.
plan-out-related = It is close to something that was hard on you, so it is left out for now.
plan-out-too_heavy = In our model it puts { NUMBER($load, maximumFractionDigits: 0, useGrouping: 0) } N on the low back. This plan allows { NUMBER($limit, maximumFractionDigits: 0, useGrouping: 0) } N.
plan-out-no_room = There is no time for it beside the other things you asked to keep.

## Rules of the dose

plan-rule-pain-open = Your usual pain is { $usual } of { $score_max }. In an exercise, up to { $pain } is fine. By the next day it should be back to { $usual }. In studies of sore tendons, up to { $ceiling } was safe. That your limit is your usual pain and { $margin } more is our choice.
plan-rule-pain-lowest_rung = Your usual pain is { $usual } of { $score_max }. In an exercise, up to { $pain } is fine and never more. By the next day it should be back to { $usual }. You start on the first step of each exercise, and go up only when two sessions in a row went well.
plan-rule-pain-unsaid = You have not told us your usual pain, so the lowest limit counts. In an exercise, up to { $pain } of { $score_max } is fine. By the next day it should be gone. If you usually have some pain, tell us, and your limits change.
plan-rule-pain-gentle = Your usual pain is { $usual } of { $score_max }. That is too much to train with, so your plan holds only breath and the gentlest release. Nothing here should add to it. Please see a doctor or a physiotherapist.
plan-rule-pain_rising = Your check-ins show more pain than the { $told } of { $score_max } you told us. Your plan counts the higher number, and nothing gets harder until it settles. If it stays, ask a doctor or a physiotherapist.
plan-rule-pain_falling = Your check-ins show less pain than you told us: about { $recent } of { $score_max }. If that is your usual pain now, change it in your answers. Your plan does not lower it by itself.
plan-rule-back = Take a step back (one set less, or the easier exercise; if there is neither, leave it out today) when pain went above { $pain }, or is { $margin } or more above your usual the next day. If it is only a little above, stay where you are.
plan-rule-stay = Stay where you are when the movement lost its shape, you held your breath, or the effort was above { $effort } of { $score_max }.
plan-rule-advance = Move up after two good sessions in a row. First add one set, then take the next step. Give each step two weeks or more.
plan-rule-effort = For strength, choose a pace, band or weight so that the last two repetitions feel like { $effort } of { $score_max }, with good form. Keep stretches, rest and breath easy. The number is our choice.
plan-rule-nerve = Stop an exercise when pain moves further down your leg, or when you feel new numbness or weakness. If that does not go when you stop, go to a hospital at once.
plan-rule-night = New pain that wakes you at night is not training pain. Tell us, and we ask you a few questions about it first.
plan-rule-stretch = Hold a stretch for 10 to 30 seconds, two to four times. From age 60, hold it for up to 60 seconds. Train strength on 2 to 3 days a week.

## Advice besides the sessions

plan-advice-smoking = You smoke. Backs and hips mend a little more easily without it, and breathing gets easier too. If you want to stop, help makes it more likely to work. Your doctor knows where to find it near you. This plan works either way.
plan-advice-alcohol = You drink about { NUMBER($value, maximumFractionDigits: 1, useGrouping: 0) } units of alcohol a week. Above 14, it can harm your sleep and how your body mends. Try some alcohol-free days each week. If that is hard, talk to a doctor.
plan-advice-sitting = You sit about { NUMBER($value, maximumFractionDigits: 1, useGrouping: 0) } hours a day. In trials, breaks that change your posture eased discomfort. Nobody knows the best time between breaks, so take the ones you can keep up. Standing still instead did no better.
plan-advice-sitting_seated = You sit about { NUMBER($value, maximumFractionDigits: 1, useGrouping: 0) } hours a day. In trials, changing position eased discomfort. Lean, reach and shift your weight as often as you can.
plan-advice-sleep = Your sleep is short or poor. Do the long breath out in the evening. A short session that you keep is better than a late one.
plan-advice-talk = Your answers about worry or mood are worth a talk with a doctor. There is help that works, and pain often gets easier with it.
plan-advice-talk_now = Your answers about worry or mood are strong. Please talk with a doctor soon: there is help that works. If it becomes too much, talk to a person now: { $people }.
plan-advice-person = { $name }, { $place }: { $call }
plan-advice-pain = Your pain is above { $ceiling } of { $score_max } on most days. Please see a doctor or a physiotherapist about it. Until then this plan holds only breath and the gentlest release.
plan-advice-strain = When life is hard, do less, but well. You may halve the plan on any day. One breath exercise and one release count.
plan-advice-nerve = Keep moving, as long as it sends no pain further down your leg. Pain that moves up towards your back is a good sign. If pain, numbness or weakness moves down, stop that exercise.
plan-advice-neck = For your neck and shoulders, rest your forearms when you can. Let your low ribs do the breathing.
plan-advice-floor = In the first days of balance work, have someone near or a phone in your pocket. Stand beside something solid.

plan-topic-pain = Pain
plan-topic-talk = Someone to talk to
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

plan-phase_gate = Some exercises here are a step up. Take each one only when you have earned it; until then, stay with the one before.
plan-note-no_time = There is no time for { $strand } in these minutes. A few more minutes or one more day would make room.
plan-note-not_available = For { $strand }, nothing here suits you yet. See what was left out.

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
plan-fault-called_schedule = a file is called '{ $name }', as the page for the wall; give it the person's name
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
   *[other] { $reps ->
        [one] { $sets } times
       *[other] { $sets } sets of { $reps }
      }
  }
plan-dose-held = { $dose }, hold { NUMBER($seconds, maximumFractionDigits: 1, useGrouping: 0) } s
plan-dose-each_side = { $dose }, each side
plan-dose-side = { $side ->
    [right] right
   *[left] left
  } { $dose }
plan-dose-both = { $first }; { $second }
plan-tempo-step = { $phase } for { NUMBER($seconds, maximumFractionDigits: 1) } s
plan-tempo-massage = slowly, with the breath

## The plan in a terminal

plan-text-flags = Stop and call for help at once for new numbness between your legs, or trouble passing water or stool. Do the same for a leg that gets weaker or number, chest pain, or sudden severe pain in your belly or back. With a fever, or new pain that wakes you each night, see a doctor within days.
plan-text-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
  }
plan-text-sessions = { $count ->
    [one] { $count } session a week
   *[other] { $count } sessions a week
  }
plan-text-frame = { $weeks }, { $sessions } of up to { NUMBER($minutes, maximumFractionDigits: 1) } minutes, { $place }.
plan-text-breaks = Through the day, one at a time:
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
plan-text-whom = Whom to see:
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
plan-calendar-how = How have you been? Rate pain, breath and sleep from 0 to 10.
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
plan-bar_value-activation-gluteus_maximus = { NUMBER($value, maximumFractionDigits: 0) } % of full effort
plan-bar_value-activation-gluteus_medius = { NUMBER($value, maximumFractionDigits: 0) } % of full effort
plan-bar_value-activation-obliques = { NUMBER($value, maximumFractionDigits: 0) } % of full effort
plan-bar_value-lumbar_compression_n-L4_L5 = { NUMBER($value, maximumFractionDigits: 0, useGrouping: 0) } N

## The plan on paper

plan-page-title = Your program
plan-page-eyebrow = Psoas program
plan-page-skip = Skip to the weeks
plan-page-lead = { $weeks }, { $sessions }, up to { NUMBER($minutes, maximumFractionDigits: 1) } minutes each, { $place }. { $stands ->
    [yes] What you let go, you put to work in the same session. Then you take it into standing and walking.
   *[no] What you let go, you put to work in the same session. Then you take it into your day.
  }
plan-page-first = Before anything else
plan-page-help = { $name }: { $call }
plan-page-found = What it comes from
plan-page-whom = Whom to see
plan-page-found_besides = Also, in the assessment:
plan-page-weeks = The weeks
plan-page-keeps = Each phase keeps what you began before. Measure again at the end of week { $weeks }.
plan-page-limit = low back: up to { NUMBER($limit, maximumFractionDigits: 0, useGrouping: 0) } N
plan-page-newtons = The newtons (N) come from our model of one body. Standing still, its low back carries { NUMBER($standing, maximumFractionDigits: 0, useGrouping: 0) } N at the disc L4/5, the second from below. The limits are our own choice, and they rise step by step.
plan-page-number = { $number }
plan-page-day = Day { $days }
plan-page-min = { NUMBER($minutes, maximumFractionDigits: 0) } min
plan-page-item_min = { NUMBER($minutes, minimumFractionDigits: 1, maximumFractionDigits: 1) } min
plan-page-kept = kept
plan-page-ask_first = ask first
plan-page-a_break = A break
plan-page-breaks = Through the day
plan-page-breaks_words = Take one at a time, spread over the day. Nobody knows the best time between breaks, so take the ones you can keep up.
plan-page-how = How to do each one
plan-page-legend = The pictures show the right side. Your dose says which side to do. The psoas is pale where it is long and deep red where it is short. The bars come from our model of one body and show the highest value in the movement. The thin line is standing still. Speed is left out.
plan-page-doses = How doses change
plan-page-measure = Measure again
plan-page-measure_words = Measure at the end of week { $weeks }, at the same time of day, before your session.
plan-page-besides = Beside your sessions
plan-page-out = Left out, and why
plan-page-sources = Where this comes from
plan-page-simulated = Figures from our model: this package holds each exercise still on one body.
plan-page-footer = This plan teaches and records. It does not diagnose or treat, and it cannot examine you. Made with psoas { $version }.
plan-page-simulated_bars = From our model, the highest value in the movement
plan-page-drawn = Our model does not show the drawing-in itself.
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
plan-page-more = More: figures and evidence
plan-page-asks = Ask your doctor or physiotherapist first, because
plan-page-mind = Take care
plan-page-stop = Stop if you notice

## The printed schedule of a day, a retreat or weeks of breaks.

plan-schedule-when = When and what
plan-schedule-day = Day { $day }: { $theme }
plan-schedule-own = Your own version
plan-schedule-weeks = Weeks { $first } to { $last }
plan-schedule-slot = { $minutes } min. { $words }
plan-schedule-doses = How much
plan-schedule-setup = Before you start
plan-schedule-stopped = Please have this looked at first. You are welcome to come along, to listen and to rest.
plan-schedule-footer = Each page is for one person. Stop what hurts more than usual, and tell somebody.
