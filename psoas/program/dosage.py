"""Doses: the ways to take an item, how long each lasts, and when it goes up, stays or goes down."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from psoas.knowledge import breath_techniques, massage_guides
from psoas.knowledge.exercise_library import find_exercise
from psoas.knowledge.exercise_requirements import CHANGE_S, tempo_seconds
from psoas.program.eligibility import PlanOption
from psoas.program.pain_rules import EFFORT_MAX_TO_ADVANCE, GOOD_SESSIONS_TO_ADVANCE, PAIN_MAX_TO_CONTINUE
from psoas.program.planning_rules import planning_rules
from psoas.program.program_models import Item, ItemReason

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
VERDICTS = ("regress", "hold", "advance")


@dataclass(frozen=True)
class SideDose:
    """What one side does."""

    side: str
    sets: int
    reps: int


@dataclass(frozen=True)
class DoseOption:
    """One way to take a thing: what each side does, leading side first, how long it all takes, and its ``worth``
    beside the usual dose."""

    thing: PlanOption
    sides: tuple[SideDose, ...]
    hold_s: float
    tempo: str
    rest_s: float
    minutes: float
    worth: float


@dataclass(frozen=True)
class ItemPerformance:
    """How one session of an item went: pain during (0 to 10), whether it had ``settled`` by the next day, effort (0 to
    10), whether the movement kept its shape, and whether pain moved down a leg or feeling was lost."""

    pain: float
    settled: bool
    effort: float
    shape: bool = True
    leg_worse: bool = False


def next_dose(item: Item, log: Sequence[ItemPerformance]) -> str:
    """What the log of an item, oldest first, asks for: "regress", "hold" or "advance".

    Regress after pain above 3 of 10, pain not settled by the next day, or anything moving down a leg (silbernagel2007
    allows 5 in tendons; 3 is kept here because backs and nerves were not studied). Hold while the movement loses its
    shape, effort is above 7 of 10, or fewer than two sessions in a row were good (assumed). A self-test never advances.
    """
    if not log or item.kind == "test":
        return "hold"
    last = log[-1]
    if last.leg_worse or not last.settled or last.pain > PAIN_MAX_TO_CONTINUE:
        return "regress"
    recent = log[-GOOD_SESSIONS_TO_ADVANCE:]
    return "advance" if len(recent) == GOOD_SESSIONS_TO_ADVANCE and all(_good(one) for one in recent) else "hold"


@cache
def dose_options(thing: PlanOption, lead: str) -> tuple[DoseOption, ...]:
    """Every way to take a thing, shortest first; ``lead`` is "right", "left" or "both"."""
    made = {"exercise": _exercise_ways, "breath": _breath_ways, "massage": _massage_ways}[thing.kind](thing, lead)
    return tuple(sorted(made, key=lambda way: way.minutes))


def items_of_dose(
    way: DoseOption, reasons: tuple[ItemReason, ...], asks: tuple[str, ...], *, pinned: bool
) -> tuple[Item, ...]:
    """The items of one way: one, or where one side leads the leading side's and the other's, which share the time."""
    shares = [side.sets * side.reps for side in way.sides]
    last = round(way.minutes * shares[-1] / sum(shares), 1) if len(shares) > 1 else 0.0
    times = [round(way.minutes - last, 1), last]
    one = way.thing
    return tuple(
        Item(
            one.kind, one.name, one.label, one.strand, side.side, side.sets, side.reps, way.hold_s, way.tempo,
            way.rest_s, time, reasons, pinned, asks,
        )
        for side, time in zip(way.sides, times, strict=False)
    )  # fmt: skip


def _good(one: ItemPerformance) -> bool:
    calm = one.pain <= PAIN_MAX_TO_CONTINUE and one.settled and not one.leg_worse
    return calm and one.shape and one.effort <= EFFORT_MAX_TO_ADVANCE


def _exercise_ways(thing: PlanOption, lead: str) -> Iterable[DoseOption]:
    dose = find_exercise(thing.name).dose
    moving = tempo_seconds(dose.tempo)
    if dose.hold_s >= LONG_HOLD_S:
        for hold in (one for one in HOLDS_S if LEAST_HOLD * dose.hold_s <= one <= dose.hold_s):
            minutes = _up((dose.reps * (hold + moving) + CHANGE_S) / 60)
            worth = 0.6 + 0.4 * hold / dose.hold_s
            yield DoseOption(thing, (SideDose("both", 1, dose.reps),), hold, dose.tempo, dose.rest_s, minutes, worth)
        return
    for sets in range(1, min(dose.sets + 1, planning_rules()["dose"]["sets_most"]) + 1):
        sides = _sides(sets, dose.reps, lead)
        count = sum(side.sets * side.reps for side in sides) * (2 if thing.sided and lead == "both" else 1)
        seconds = count * (moving + dose.hold_s) + (sets - 1) * dose.rest_s + CHANGE_S
        worth = SETS_WORTH[sets] / SETS_WORTH[min(dose.sets, 2)]
        yield DoseOption(thing, sides, dose.hold_s, dose.tempo, dose.rest_s, _up(seconds / 60), worth)


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


def _breath_ways(thing: PlanOption, lead: str) -> Iterable[DoseOption]:
    asked = breath_techniques.find_technique(thing.name)
    tempo = ", ".join(f"{step.seconds:g} s {breath_techniques.PHASES[step.phase]}" for step in asked.cycle)
    for minutes, worth in BREATH_MIN.items():
        if minutes <= asked.most_minutes:
            cycles = max(1, round(minutes * asked.per_minute))
            yield DoseOption(thing, (SideDose("", 1, cycles),), 0.0, tempo, 0.0, float(minutes), worth)


def _massage_ways(thing: PlanOption, lead: str) -> Iterable[DoseOption]:
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
        yield DoseOption(thing, sides, each, "slowly, with the breath", 0.0, _up(asked.minutes * part), worth)


def _up(minutes: float) -> float:
    """To the next tenth of a minute: a session is never longer than it says."""
    return math.ceil(minutes * 10 - 1e-9) / 10
