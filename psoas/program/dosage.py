"""Doses: the ways to take an item, how long each lasts, and when it goes up, stays or goes down."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from psoas.core.message import Message
from psoas.knowledge import breath_techniques, massage_guides
from psoas.knowledge.exercise import CHANGE_S, Dose
from psoas.knowledge.exercise_library import find_exercise
from psoas.program.eligibility import PlanOption
from psoas.program.pain_rules import (
    EFFORT_MAX_TO_ADVANCE,
    GOOD_SESSIONS_TO_ADVANCE,
    SETS_MAX,
    STRICTEST,
    PainLimits,
)
from psoas.program.program_models import Item, ItemKind, ItemReason

OTHER_PART = 0.6
"""Repetitions of the other side where the leading side has only one set, as part of its own (assumed)."""
LONG_HOLD_S = 60.0
"""A hold at least this long is a rest, whose length is what varies."""
HOLDS_S = (60.0, 120.0, 180.0, 300.0)
LEAST_HOLD = 0.4
"""A rest shorter than this part of its usual length is not worth lying down for (assumed)."""
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
    """One way to take something of the library: what each side does, leading side first, its whole ``minutes``, and its
    ``worth`` relative to the usual dose."""

    thing: PlanOption
    sides: tuple[SideDose, ...]
    hold_s: float
    rest_s: float
    minutes: float
    worth: float


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


def dose_minutes(dose: Dose, *, repetitions: int, sets: int, hold_s: float, rest_s: float) -> float:
    """Minutes of an exercise, rounded up to a tenth.

    Args:
        dose: The exercise's own dose, for its tempo.
        repetitions: All repetitions of both sides and all sets.
        sets: Sets, between which there is a rest.
        hold_s: Seconds held in each repetition.
        rest_s: Seconds of rest between two sets.
    """
    seconds = repetitions * (dose.tempo_s + hold_s) + (sets - 1) * rest_s + CHANGE_S
    return _round_up(seconds / 60)


def item_minutes(item: Item) -> float:
    """Minutes that the dose of an exercise takes, as the planner counts them: its repetitions on each of its sides."""
    exercise = find_exercise(item.name)
    sides = 2 if item.side == "both" and exercise.working_side != "both" else 1
    return dose_minutes(
        exercise.dose,
        repetitions=item.sets * item.reps * sides,
        sets=item.sets,
        hold_s=item.hold_s,
        rest_s=item.rest_s,
    )


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
    """The items of one way: one, or where one side leads the leading side's and the other's, which share the time."""
    shares = [side.sets * side.reps for side in way.sides]
    last = round(way.minutes * shares[-1] / sum(shares), 1) if len(shares) > 1 else 0.0
    times = [round(way.minutes - last, 1), last]
    one = way.thing
    return tuple(
        Item(
            one.kind, one.name, one.strand, side.side, side.sets, side.reps, way.hold_s, way.rest_s,
            time, reasons, pinned, asks,
        )
        for side, time in zip(way.sides, times, strict=False)
    )  # fmt: skip


def _is_good(one: ItemPerformance, limits: PainLimits) -> bool:
    calm = one.pain <= limits.most and one.settled and one.back and not one.leg_worse and not one.night
    return calm and one.shape and one.effort <= EFFORT_MAX_TO_ADVANCE


def _exercise_options(thing: PlanOption, lead: str) -> Iterable[DoseOption]:
    dose = find_exercise(thing.name).dose
    if dose.hold_s >= LONG_HOLD_S:
        for hold in (one for one in HOLDS_S if LEAST_HOLD * dose.hold_s <= one <= dose.hold_s):
            minutes = dose_minutes(dose, repetitions=dose.reps, sets=1, hold_s=hold, rest_s=dose.rest_s)
            worth = 0.6 + 0.4 * hold / dose.hold_s
            yield DoseOption(thing, (SideDose("both", 1, dose.reps),), hold, dose.rest_s, minutes, worth)
        return
    for sets in range(1, min(dose.sets + 1, SETS_MAX) + 1):
        sides = _sides(sets, dose.reps, lead)
        count = sum(side.sets * side.reps for side in sides) * (2 if thing.sided and lead == "both" else 1)
        minutes = dose_minutes(dose, repetitions=count, sets=sets, hold_s=dose.hold_s, rest_s=dose.rest_s)
        worth = SETS_WORTH[sets] / SETS_WORTH[min(dose.sets, 2)]
        yield DoseOption(thing, sides, dose.hold_s, dose.rest_s, minutes, worth)


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
    for minutes, worth in BREATH_MIN.items():
        if minutes <= asked.most_minutes:
            cycles = max(1, round(minutes * asked.per_minute))
            yield DoseOption(thing, (SideDose("", 1, cycles),), 0.0, 0.0, float(minutes), worth)


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
        yield DoseOption(thing, sides, each, 0.0, _round_up(asked.minutes * part), worth)


def _round_up(minutes: float) -> float:
    """To the next tenth of a minute: a session is never longer than it says."""
    return math.ceil(minutes * 10 - 1e-9) / 10
