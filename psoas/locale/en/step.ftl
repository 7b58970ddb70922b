### What the guided session says and shows, step by step.

step-next = Next: { $item }.
step-next_side = Next: { $item }, { $side ->
        [right] right side
       *[left] left side
    }.
step-ready = Get ready.
step-ready_word = Get ready
step-rest = Rest.
step-rest_word = Rest
step-rest_then = Rest. Then the { $side ->
        [right] right side
       *[left] left side
    }.
step-switch = Now the { $side ->
        [right] right side
       *[left] left side
    }.
step-switch_word = Now the { $side ->
        [right] right side
       *[left] left side
    }
step-side-right = right
step-side-left = left
step-settle = Take your time
step-back = Back
step-again = And again
step-stay = Stay
step-hold = Hold
step-cue = { $word }. { $cue }.
step-word = { $word }.

step-breath-in = In
step-breath-top_up = A little more
step-breath-hold_full = Hold
step-breath-out = Out
step-breath-hum = Out, humming
step-breath-hold_empty = Hold
step-breath-rest = Rest
step-breath-free = Breathe

step-pressure = Pressure { $low } to { $high } of 7: { $words }.
step-spot_first = Find a spot. Breathe out slowly.
step-spot_next = The next spot.
step-spot_word = Spot { $spot } of { $spots }

step-test = Do one step after the other.
step-test_word = Take your time
step-enter = Enter what you found.
step-enter_word = What did you find?

step-dose-test = Enter what you find
step-dose-breath = { $minutes } { $minutes ->
        [one] minute
       *[other] minutes
    }
step-dose-massage = { $spots } { $spots ->
        [one] spot
       *[other] spots
    }{ $side ->
        [both] {""} a side
        [right] {""} on the right
        [left] {""} on the left
       *[none] {""}
    }, { $seconds } s each
step-dose-loaded = { $load ->
        [band] { $dose }, with a band
       *[weight] { $dose }, with a weight
    }
step-dose-exercise = { $sets ->
        [one] { $reps ->
            [one] once
           *[other] { $reps } times
        }
       *[other] { $reps ->
            [one] { $sets } times
           *[other] { $sets } sets of { $reps }
        }
    }{ $hold ->
        [0] {""}
       *[other] , hold { $hold } s
    }{ $side ->
        [both] , each side
        [right] , right side
        [left] , left side
       *[none] {""}
    }
