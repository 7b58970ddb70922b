### A number with its unit. `$number` is rounded already: one decimal below 10, none above.

amount-none = { NUMBER($number, maximumFractionDigits: 1, useGrouping: 0) }
amount-other = { NUMBER($number, maximumFractionDigits: 1, useGrouping: 0) } { $unit }
amount-percent = { NUMBER($number, maximumFractionDigits: 1, useGrouping: 0) } %
amount-newtons = { NUMBER($number, maximumFractionDigits: 1, useGrouping: 0) } N
amount-metres_second = { NUMBER($number, maximumFractionDigits: 1, useGrouping: 0) } m/s
amount-mm = { NUMBER($number, maximumFractionDigits: 1, useGrouping: 0) } mm
amount-cm = { NUMBER($number, maximumFractionDigits: 1, useGrouping: 0) } cm
amount-km = { NUMBER($number, maximumFractionDigits: 1, useGrouping: 0) } km
amount-of = { NUMBER($number, maximumFractionDigits: 1, useGrouping: 0) } of { NUMBER($high, maximumFractionDigits: 1, useGrouping: 0) }
amount-of_ten = { NUMBER($number, maximumFractionDigits: 1, useGrouping: 0) } of 10
amount-breaths = { NUMBER($number, maximumFractionDigits: 1, useGrouping: 0) } { $number ->
        [one] breath a minute
       *[other] breaths a minute
    }
amount-degrees = { NUMBER($number, maximumFractionDigits: 1, useGrouping: 0) } { $number ->
        [one] degree
       *[other] degrees
    }
amount-steps = { NUMBER($number, maximumFractionDigits: 1, useGrouping: 0) } { $number ->
        [one] step
       *[other] steps
    }
amount-points = { NUMBER($number, maximumFractionDigits: 1, useGrouping: 0) } { $number ->
        [one] point
       *[other] points
    }
amount-seconds = { NUMBER($number, maximumFractionDigits: 1, useGrouping: 0) } { $number ->
        [one] second
       *[other] seconds
    }
amount-times = { NUMBER($number, maximumFractionDigits: 1, useGrouping: 0) } { $number ->
        [one] time
       *[other] times
    }
amount-hours = { NUMBER($number, maximumFractionDigits: 1, useGrouping: 0) } { $number ->
        [one] hour
       *[other] hours
    }
amount-units = { NUMBER($number, maximumFractionDigits: 1, useGrouping: 0) } { $number ->
        [one] unit
       *[other] units
    }
amount-weeks = { NUMBER($number, maximumFractionDigits: 1, useGrouping: 0) } { $number ->
        [one] week
       *[other] weeks
    }
amount-years = { NUMBER($number, maximumFractionDigits: 1, useGrouping: 0) } { $number ->
        [one] year
       *[other] years
    }
