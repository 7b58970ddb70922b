"""What comes after an exercise of a program on its ladder, and what a person can do by then."""

from __future__ import annotations

from collections.abc import Mapping

from psoas.core.message import Message, Value, message
from psoas.knowledge.ladders import Criterion, ladders
from psoas.knowledge.practice_codes import Pattern, RungLoad
from psoas.program.program_models import Item, ItemKind, Program, kind_label

STRENGTH = frozenset(
    (
        Pattern.TRUNK, Pattern.SIDE_SUPPORT, Pattern.BRIDGE, Pattern.HIP_EXTENSION, Pattern.HIP_ABDUCTION,
        Pattern.SQUAT, Pattern.SINGLE_LEG, Pattern.HINGE, Pattern.CALF, Pattern.HIP_FLEXION, Pattern.CARRY,
        Pattern.PUSH,
    )
)  # fmt: skip
"""Patterns in which effort says how hard it was; the others should feel easy and steady."""


def next_rung(program: Program, item: Item) -> Message | None:
    """The exercise that a later phase holds on a higher rung of an item's ladder, and what opens it; None where there
    is none."""
    if not item.ladder:
        return None
    later = [
        one
        for phase in program.phases
        for session in phase.sessions
        for one in session.items
        if one.ladder == item.ladder and one.rung > item.rung
    ]
    if not later:
        return None
    above = min(later, key=lambda one: one.rung)
    values: dict[str, Value] = {"label": kind_label(ItemKind.EXERCISE, above.name), "load": _load(item, above)}
    ladder = ladders()[item.ladder]
    values["strength"] = "yes" if ladder.pattern in STRENGTH else "no"
    return message("plan.next_rung", **values, **_criterion_values(item, ladder.rungs[item.rung - 1].criterion))


def _load(item: Item, above: Item) -> str:
    """The load that is new on the rung above, "body" for none."""
    return str(above.load if above.load != item.load else RungLoad.BODY)


def _criterion_values(item: Item, criterion: Criterion) -> Mapping[str, Value]:
    """What opens the rung above, never less than the item's own dose."""
    return {
        "sets": max(criterion.sets, item.sets),
        "reps": max(criterion.reps, item.reps),
        "hold": criterion.hold_s,
        "held": "yes" if criterion.hold_s else "no",
        "effort": criterion.effort,
    }
