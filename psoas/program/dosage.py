"""Doses: the ways to take an item, how long each lasts, and when it goes up, stays or goes down."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from psoas.core.message import Message
from psoas.knowledge import breath_techniques, massage_guides
from psoas.knowledge.exercise import Dose, Exercise
from psoas.knowledge.exercise_library import find_exercise
from psoas.knowledge.exercise_timing import SWITCH_S, exercise_seconds
from psoas.program.eligibility import PlanOption
from psoas.program.pain_rules import (
    EFFORT_MAX_TO_ADVANCE,
    GOOD_SESSIONS_TO_ADVANCE,
    SETS_MAX,
    STRICTEST,
    PainLimits,
)
from psoas.program.program_models import Item, ItemKind, ItemReason

OTHER_PART = 0.8
"""Repetitions of the other side where the leading side has only one set, as part of its own (assumed)."""
LONG_HOLD_S = 60.0
"""One hold at least this long is a rest, whose length is what varies."""
HOLDS_S = (60.0, 120.0, 180.0, 300.0, 600.0, 900.0, 1200.0)
LEAST_REST_S = 180.0
"""A rest is not cut below this, or below its usual length where that is shorter (assumed)."""
LONG_REST_S, MOST_REST_S = 600.0, 1200.0
"""A rest of this length is taken whole and may grow to the most: 10 to 20 minutes of constructive rest (tradition)."""
LEAST_BREATH_MIN = 3
"""Shorter breathing is not worth settling down for, but where a technique lasts no longer (assumed; bentley2023)."""
LEAD_S = 10.0
"""Time to settle before a breath or a massage begins (assumed)."""
BREATH_MIN = {1: 0.15, 2: 0.45, 3: 0.8, 5: 1.0, 8: 1.1, 10: 1.15}
"""What minutes of breathing are worth beside five: sessions below five minutes did less in 72 interventions
(bentley2023); the sizes are assumed."""
SETS_WORTH = {1: 0.6, 2: 1.0, 3: 1.15}
"""What sets are worth beside two: one is enough to begin with, each further adds less (assumed)."""


class DoseVerdict(StrEnum):
    """What the log of an item asks for."""

    REGRESS = "regress"
    HOLD = "hold"
    ADVANCE = "advance"


@dataclass(frozen=True)
class SideDose:
    """The sets and repetitions of one side."""

    side: str
    sets: int
    reps: int


@dataclass(frozen=True)
class DoseOption:
    """One way to take something of the library: what each side does, leading side first, the minutes of each
    (``times``), and its ``worth`` relative to the usual dose."""

    thing: PlanOption
    sides: tuple[SideDose, ...]
    hold_s: float
    rest_s: float
    times: tuple[float, ...]
    worth: float

    @property
    def minutes(self) -> float:
        """How long all of it takes."""
        return round(sum(self.times), 1)


@dataclass(frozen=True)
class ItemPerformance:
    """How one session of an item went: pain during (0 to 10), whether it had ``settled`` by the next day, effort (0 to
    10), whether the movement kept its shape, whether pain moved down a leg or feeling was lost, whether new pain woke
    the person in the night after, and whether pain of the next day was all the way ``back`` to usual."""

    pain: float
    settled: bool
    effort: float
    shape: bool = True
    leg_worse: bool = False
    night: bool = False
    back: bool = True


def next_dose(item: Item, log: Sequence[ItemPerformance], limits: PainLimits = STRICTEST) -> DoseVerdict:
    """What the log of an item, oldest first, asks for.

    Regress after pain above the person's ``limits``, pain of the next day that is clearly above usual, or anything
    moving down a leg. Hold while pain of the next day is a little above usual, the movement loses its shape, effort is
    above 7 of 10, new pain woke the person, usual pain is high or rising, or fewer than two sessions in a row were good
    (assumed). A self-test never advances.
    """
    if not log or item.kind is ItemKind.TEST:
        return DoseVerdict.HOLD
    last = log[-1]
    if last.leg_worse or not last.settled or last.pain > limits.most:
        return DoseVerdict.REGRESS
    recent = log[-GOOD_SESSIONS_TO_ADVANCE:]
    good = len(recent) == GOOD_SESSIONS_TO_ADVANCE and all(_is_good(one, limits) for one in recent)
    return DoseVerdict.ADVANCE if good and limits.may_advance else DoseVerdict.HOLD


def item_minutes(item: Item, *, follows: bool = False) -> float:
    """Minutes that the dose of an exercise takes by the clock, rounded up to a tenth; ``follows`` says that the same
    exercise on the other side comes just before."""
    exercise = find_exercise(item.name)
    dose = SideDose(item.side, item.sets, item.reps)
    return _side_minutes(exercise, dose, item.hold_s, item.rest_s, follows=follows)


def _side_minutes(exercise: Exercise, dose: SideDose, hold_s: float, rest_s: float, *, follows: bool) -> float:
    sides = 2 if dose.side == "both" and exercise.working_side != "both" else 1
    seconds = exercise_seconds(
        exercise, sets=dose.sets, reps=dose.reps, hold_s=hold_s, rest_s=rest_s, sides=sides, follows=follows
    )
    return _round_up(seconds / 60)


@cache
def dose_options(thing: PlanOption, lead: str) -> tuple[DoseOption, ...]:
    """Every way to take a thing, shortest first; ``lead`` is "right", "left" or "both"."""
    kinds = {
        ItemKind.EXERCISE: _exercise_options,
        ItemKind.BREATH: _breath_options,
        ItemKind.MASSAGE: _massage_options,
    }
    made = kinds[thing.kind](thing, lead)
    return tuple(sorted(made, key=lambda way: way.minutes))


def items_of_dose(
    way: DoseOption, reasons: tuple[ItemReason, ...], asks: tuple[Message, ...], *, pinned: bool
) -> tuple[Item, ...]:
    """The items of one way: one, or where one side leads the leading side's and the other's."""
    one = way.thing
    return tuple(
        Item(
            one.kind, one.name, one.strand, side.side, side.sets, side.reps, way.hold_s, way.rest_s,
            time, reasons, pinned, asks,
        )
        for side, time in zip(way.sides, way.times, strict=True)
    )  # fmt: skip


def _is_good(one: ItemPerformance, limits: PainLimits) -> bool:
    calm = one.pain <= limits.most and one.settled and one.back and not one.leg_worse and not one.night
    return calm and one.shape and one.effort <= EFFORT_MAX_TO_ADVANCE


def is_rest(dose: Dose) -> bool:
    """Whether a dose is one long rest, whose length is what varies."""
    return dose.sets == 1 and dose.reps == 1 and dose.hold_s >= LONG_HOLD_S


def rest_lengths(usual_s: float) -> tuple[float, ...]:
    """The lengths of a rest, s, shortest first: the usual one, and of a usual five minutes three; a rest of ten minutes
    goes up to twenty."""
    least, most = (usual_s, MOST_REST_S) if usual_s >= LONG_REST_S else (min(usual_s, LEAST_REST_S), usual_s)
    return tuple(sorted({usual_s, *(one for one in HOLDS_S if least <= one <= most)}))


def _exercise_options(thing: PlanOption, lead: str) -> Iterable[DoseOption]:
    exercise = find_exercise(thing.name)
    dose = exercise.dose
    if is_rest(dose):
        for hold in rest_lengths(dose.hold_s):
            sides = _rest_sides(lead) if thing.sided else (SideDose("both", 1, 1),)
            times = _times(exercise, sides, hold, dose.rest_s)
            yield DoseOption(thing, sides, hold, dose.rest_s, times, min(1.15, 0.6 + 0.4 * hold / dose.hold_s))
        return
    for sets in range(1, min(dose.sets + 1, SETS_MAX) + 1):
        sides = _sides(sets, dose.reps, lead)
        worth = SETS_WORTH[sets] / SETS_WORTH[min(dose.sets, 2)]
        yield DoseOption(
            thing, sides, dose.hold_s, dose.rest_s, _times(exercise, sides, dose.hold_s, dose.rest_s), worth
        )


def _rest_sides(lead: str) -> tuple[SideDose, ...]:
    """One rest on each side, the leading side first."""
    names = ("both",) if lead == "both" else (lead, "left" if lead == "right" else "right")
    return tuple(SideDose(side, 1, 1) for side in names)


def _times(exercise: Exercise, sides: Sequence[SideDose], hold_s: float, rest_s: float) -> tuple[float, ...]:
    """The minutes of each side's item, the second after the first."""
    return tuple(_side_minutes(exercise, side, hold_s, rest_s, follows=number > 0) for number, side in enumerate(sides))


def _sides(sets: int, reps: int, lead: str) -> tuple[SideDose, ...]:
    """The leading side does one set more than the other, or with one set some repetitions more."""
    if lead == "both":
        return (SideDose("both", sets, reps),)
    other = "left" if lead == "right" else "right"
    fewer = (
        SideDose(other, sets - 1, reps)
        if sets > 1
        else SideDose(other, 1, max(1, min(reps - 1, math.ceil(reps * OTHER_PART))))
    )
    return (SideDose(lead, sets, reps), fewer)


def _breath_options(thing: PlanOption, lead: str) -> Iterable[DoseOption]:
    asked = breath_techniques.find_technique(thing.name)
    least = min(LEAST_BREATH_MIN, asked.most_minutes)
    for minutes, worth in BREATH_MIN.items():
        if least <= minutes <= asked.most_minutes:
            cycles = max(1, round(minutes * asked.per_minute))
            yield DoseOption(thing, (SideDose("", 1, cycles),), 0.0, 0.0, (float(minutes),), worth)


def _massage_options(thing: PlanOption, lead: str) -> Iterable[DoseOption]:
    asked = massage_guides.list_massage_guides()[thing.name]
    each = asked.seconds_each
    for part, worth in ((0.5, 0.75), (1.0, 1.0)):
        spots = max(2, round(asked.minutes * part * 60 / each))
        if lead == "both":
            sides: tuple[SideDose, ...] = (
                SideDose("both" if thing.sided else "", 1, max(1, spots // (2 if thing.sided else 1))),
            )
        else:
            more = math.ceil(spots * 2 / 3)
            sides = (SideDose(lead, 1, more), SideDose("left" if lead == "right" else "right", 1, max(1, spots - more)))
        yield DoseOption(thing, sides, each, 0.0, tuple(massage_minutes(side, each) for side in sides), worth)


def massage_minutes(dose: SideDose, each_s: float) -> float:
    """Minutes of a massage: settling in, every spot, and the change of side."""
    sides = 2 if dose.side == "both" else 1
    return _round_up((LEAD_S + sides * dose.reps * each_s + (sides - 1) * SWITCH_S) / 60)


def _round_up(minutes: float) -> float:
    """To the next tenth of a minute: a session is never longer than it says."""
    return math.ceil(minutes * 10 - 1e-9) / 10
