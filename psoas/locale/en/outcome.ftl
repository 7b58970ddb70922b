### What changed over time, how often somebody practised, and when to measure again.

outcome-signal-pain = Pain
outcome-signal-stress = Stress
outcome-signal-sleep = Sleep
outcome-signal-breath = Ease of breath
outcome-measure-hip_extension_deg = Hip extension
outcome-measure-psoas_longest_mm = Psoas at its longest
outcome-measure-psoas_excursion_mm = How far the psoas lengthens and shortens
outcome-measure-front_pull_percent = Front of the hip in the work of a step
outcome-unit-of_ten = of 10
outcome-unit-points = points
outcome-unit-hip_extension_deg = degrees
outcome-unit-psoas_longest_mm = mm
outcome-unit-psoas_excursion_mm = mm
outcome-unit-front_pull_percent = %
outcome-sided = { $label }, { $side ->
        [right] right
       *[left] left
    }

outcome-one_answer = { $label }: too early to say. A second answer, a week or more after the first, shows a change.
outcome-one_test = { $label }: too early to say. The same test on another day shows a change.
outcome-one_recording = { $label }: too early to say (one recording). Record the same movement again at the same speed.
outcome-not_comparable = { $label }: too early to say (these recordings can't be compared). Record the same movement again at the same speed.
outcome-beyond = { $label } { $first } → { $last } over { $span }. A change of { $detects } or more is a real change{ $way }.
outcome-within = { $label } { $first } → { $last } over { $span }. That may be day-to-day noise: only { $detects } or more counts.
outcome-no_threshold = { $label } { $first } → { $last } over { $span }. Nobody has published how much counts here.
outcome-test_beyond = { $label }: { $first } → { $last } { $unit } over { $span }. That is more than the test can be off ({ $detects }){ $way }.
outcome-test_within = { $label }: { $first } → { $last } { $unit } over { $span }. The test can be off by that much ({ $detects }).

outcome-way-better = , for the better
outcome-way-worse = , for the worse
outcome-way-none = { "" }
outcome-span-means = { $span } ({ $means })
outcome-means-same = mean of the first { $count ->
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
       *[other] { $count }
    } and of the last { $count ->
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
       *[other] { $count }
    }
outcome-means-both = mean of { $first } and of { $last }
outcome-means-first = the first{ $count ->
        [1] {""}
        [2] {" "}two
        [3] {" "}three
        [4] {" "}four
        [5] {" "}five
        [6] {" "}six
        [7] {" "}seven
        [8] {" "}eight
        [9] {" "}nine
       *[other] {" "}{ $count }
    }
outcome-means-last = the last{ $count ->
        [1] {""}
        [2] {" "}two
        [3] {" "}three
        [4] {" "}four
        [5] {" "}five
        [6] {" "}six
        [7] {" "}seven
        [8] {" "}eight
        [9] {" "}nine
       *[other] {" "}{ $count }
    }
outcome-span-days = { $days ->
        [1] one day
       *[other] { $days } days
    }
outcome-span-weeks = { $weeks ->
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
       *[other] { $weeks }
    } weeks

outcome-streak_rule = One missed day does not end a streak. Two in a row start a new one.
outcome-practised-none = No session yet. Your first one starts the count.
outcome-practised = You practised { $done } of { $days } days in the last seven.
outcome-practised-more = You practised { $done } days in the last seven; { $days } were planned.

outcome-remind-again_now = It's time to measure again{ $tests }. Only a second measure shows a change.
outcome-remind-again_later = Measure again on { $day }{ $tests }. Only a second measure shows a change.
outcome-remind-first_now = It's time to measure for the first time{ $tests }. We compare later ones with it.
outcome-remind-first_later = Measure for the first time on { $day }{ $tests }. We compare later ones with it.
outcome-remind-tests = : { $titles }
outcome-remind-no_tests = { "" }
outcome-centre = { $label }: { $last } of 10 last time. We show it and don't judge it.
outcome-day = { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
