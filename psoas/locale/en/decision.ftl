### Doses after practice: why one changes, what changes, and what holds since.

decision-both = { $first } { $then }
decision-item = { $item }
decision-item_side = { $item }, { $side ->
        [right] right
       *[left] left
    }

decision-reason-good_twice = { $item }: two good sessions in a row.
decision-reason-effort = { $item }: stay with this dose, as effort was above { $most } of 10.
decision-reason-sets_left = { $item }: stay with this dose until all its sets are done.
decision-reason-two_weeks = { $item }: going well. Stay on this step until you have had two weeks on it.
decision-reason-wait = { $item }: stay with this dose until two sessions in a row were good.
decision-reason-hurt = { $item }: it hurt { $score } of 10. Your limit is { $most }.
decision-reason-hurt_unscored = { $item }: it hurt.
decision-reason-nerve = { $item }: you felt something down your leg, or numbness.
decision-reason-not_settled = { $item }: pain was well above your usual { $usual } the next day.
decision-reason-not_back = { $item }: stay with this dose, as pain was a little above your usual { $usual } the next day.
decision-reason-night = { $item }: stay with this dose. First tell us about the pain that woke you.
decision-reason-usual_pain = { $item }: stay with this dose until your usual pain is lower.

decision-change-stay = Keep it as it is.
decision-change-end_of_line = There is no harder form, so keep it as it is.
decision-change-more_sets = Take { $sets } sets.
decision-change-more_reps = { $hold ->
        [0] Take { $reps } repetitions.
       *[other] Take { $reps } repetitions and hold each for { $hold } seconds.
    }
decision-change-more_load = { $load ->
        [band] Do the same with a band.
       *[weight] Do the same with a weight.
    }
decision-change-harder = Try this in its place: { $exercise }.
decision-change-fewer_sets = Take { $sets } { $sets ->
        [one] set
       *[other] sets
    }.
decision-change-easier = Take this in its place: { $exercise }.
decision-change-less = Take half the time and less pressure.
decision-change-leave_out = Leave it out for now.
decision-change-leave_out_nerve = Leave it out, and tell a doctor if that is new or stays.
decision-change-stand_in = This takes its place for now: { $exercise }.

decision-effect-replaced = In its place now: { $exercise }.
decision-effect-left_out = Left out for now.
decision-effect-less = Now half the time, and less pressure.
decision-effect-load = { $load ->
        [band] Now with a band.
        [weight] Now with a weight.
       *[body] Now without a band or a weight.
    }
decision-effect-reps = Now { $sets } { $sets ->
        [one] set
       *[other] sets
    } of { $reps }.
decision-effect-sets = Now { $sets } { $sets ->
        [one] set
       *[other] sets
    }.

decision-because-easier = Because it is the easier form of { $item }, which was hard on you.
decision-because-harder = Because it is the harder form of { $item }, which went well twice in a row.
decision-because-held = You stay on this step until { $reps } { $reps ->
        [one] repetition goes
       *[other] repetitions go
    } well twice in a row, after two weeks or more. Then comes { $item }.
decision-because-earned = You have earned this step. It takes the place of { $item }.
decision-because-stand_in = Because it stands in for { $item }, which was hard on you.

decision-fault = A stored decision about a dose cannot be read.
