"""Steps on a ladder: more sets, more repetitions, the next rung; and one set or one rung back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from psoas.knowledge.exercise_library import find_exercise
from psoas.knowledge.ladders import Rung, ladders, rungs_of
from psoas.knowledge.practice_codes import RungLoad
from psoas.program.dosage import ItemPerformance, item_minutes
from psoas.program.pain_rules import GOOD_SESSIONS_TO_ADVANCE, SETS_MAX, STRICTEST, PainLevel, PainLimits
from psoas.program.program_models import Item, ItemKind

DAYS_ON_A_RUNG = 14
"""The least days from the first session on a rung to the step to the next (assumed: the same few for two weeks)."""


@dataclass(frozen=True)
class PracticeReach:
    """What a person may be offered.

    Args:
        allowed: Exercises that they may do.
        calm: Those of them with nothing to ask a clinician about first.
        loads: Loads that they have at hand.
        spare_min: Minutes that a session has left.
        limits: Their limits of pain.
    """

    allowed: Collection[str]
    calm: Collection[str] = ()
    loads: Collection[RungLoad] = field(default=(RungLoad.BODY,))
    spare_min: float = 0.0
    limits: PainLimits = STRICTEST


@dataclass(frozen=True)
class DoseStep:
    """A dose from now on; ``rung`` is None where the exercise stays as it is. No sets leave the item out."""

    sets: int
    reps: int
    hold_s: float
    rung: Rung | None = None
    exercise: str = ""


def current_rung(item: Item) -> Rung | None:
    """The rung that an item stands on: as planned, or by its exercise and load; None off every ladder."""
    if item.kind is not ItemKind.EXERCISE:
        return None
    rungs = rungs_of(item.name)
    loaded = [one for one in rungs if one.load is item.load]
    return next((one for one in rungs if one.place == item.rung), next(iter(loaded or rungs), None))


def step_up(item: Item, reach: PracticeReach) -> DoseStep | None:
    """What comes next on the ladder after good sessions: a set where its session has the minutes, the repetitions of
    the criterion, the next rung that the person may do; None at the end. Off every ladder, sets up to those of the
    exercise."""
    rung = current_rung(item)
    if rung is None:
        most = min(SETS_MAX, find_exercise(item.name).dose.sets) if item.kind is ItemKind.EXERCISE else item.sets
        return DoseStep(item.sets + 1, item.reps, item.hold_s) if item.sets < most and _has_room(item, reach) else None
    goal = rung.criterion
    if item.sets < min(SETS_MAX, goal.sets) and _has_room(item, reach):
        return DoseStep(item.sets + 1, item.reps, item.hold_s)
    if item.reps < goal.reps or item.hold_s < goal.hold_s:
        return DoseStep(item.sets, max(item.reps, goal.reps), max(item.hold_s, goal.hold_s))
    above = ladders()[rung.ladder].rungs[rung.place :] if reach.limits.level is PainLevel.OPEN else ()
    return next((_onto(item, one, name) for one in above if (name := _reachable(one, reach))), None)


def step_down(item: Item, reach: PracticeReach) -> DoseStep:
    """One set less, then the next rung below that the person may do, else nothing of it."""
    if item.sets > 1:
        return DoseStep(item.sets - 1, item.reps, item.hold_s)
    rung = current_rung(item)
    below = reversed(ladders()[rung.ladder].rungs[: rung.place - 1]) if rung else ()
    down = (_onto(item, one, name) for one in below if (name := _reachable(one, reach)))
    return next(down, DoseStep(0, item.reps, item.hold_s))


def meets_criterion(item: Item, log: Sequence[ItemPerformance]) -> bool:
    """Whether the last sessions were easy enough for the rung's criterion; the sets and repetitions are the item's."""
    rung = current_rung(item)
    recent = log[-GOOD_SESSIONS_TO_ADVANCE:]
    return rung is None or all(one.effort <= rung.criterion.effort for one in recent)


def added_minutes(item: Item, step: DoseStep) -> float:
    """Minutes that a step adds to an item of the same exercise; 0 for another one."""
    if step.rung is not None or step.sets == 0 or item.kind is not ItemKind.EXERCISE:
        return 0.0
    grown = replace(item, sets=step.sets, reps=step.reps, hold_s=step.hold_s)
    return max(0.0, item_minutes(grown) - item_minutes(item))


def _has_room(item: Item, reach: PracticeReach) -> bool:
    """Whether its session has the minutes for one set more."""
    return added_minutes(item, DoseStep(item.sets + 1, item.reps, item.hold_s)) <= reach.spare_min + 1e-9


def _reachable(rung: Rung, reach: PracticeReach) -> str:
    """The first exercise of a rung that the person may do with a load at hand, "" where there is none."""
    if rung.load not in reach.loads:
        return ""
    return next((one for one in rung.exercises if one in reach.allowed), "")


def _onto(item: Item, rung: Rung, name: str) -> DoseStep:
    """The dose to begin a rung with: the exercise's own, with no more sets than before."""
    dose = find_exercise(name).dose
    return DoseStep(max(1, min(item.sets, dose.sets)), dose.reps, dose.hold_s, rung, name)
