"""How long an exercise takes by the clock: introduction, getting into place, sets, rests and changes of side."""

from __future__ import annotations

from psoas.knowledge.exercise import Exercise
from psoas.knowledge.practice_codes import Position

INTRO_S = 5.0
"""What a voice says of an exercise before it (assumed: a line of 75 letters)."""
READY_S = 5.0
"""The count before the first set (assumed)."""
FLOOR_S, UPRIGHT_S = 15.0, 7.0
"""Getting into place on the floor, and standing or seated (assumed)."""
FETCH_S = 5.0
"""Fetching one thing (assumed)."""
SWITCH_S = 8.0
"""Changing over to the other side (assumed)."""
AT_HAND = frozenset({"mat", "chair", "wall"})
"""Things that nobody has to fetch."""


def setup_seconds(one: Exercise) -> float:
    """Seconds from the exercise before to the count: its introduction, and getting into place with what it needs."""
    place = FLOOR_S if Position.FLOOR in one.needs else UPRIGHT_S
    return INTRO_S + place + FETCH_S * len(set(one.equipment) - AT_HAND)


def exercise_seconds(
    one: Exercise, *, sets: int, reps: int, hold_s: float, rest_s: float, sides: int, follows: bool = False
) -> float:
    """Seconds of an item by the clock.

    Args:
        one: The exercise, for its tempo and what it needs.
        sets: Sets of each side, with ``rest_s`` between them.
        reps: Repetitions of one set.
        hold_s: Seconds held in each repetition.
        rest_s: Seconds of rest; the other side works before it.
        sides: How many sides work in this item.
        follows: Whether the same exercise on the other side comes just before, so that only the side changes.
    """
    work = sets * sides * reps * (one.dose.tempo_s + hold_s)
    between = (sets - 1) * rest_s + sets * (sides - 1) * SWITCH_S
    return (SWITCH_S if follows else setup_seconds(one)) + READY_S + work + between


def exercise_minutes(one: Exercise) -> float:
    """Minutes of an exercise in its own dose, both sides where it has sides."""
    dose = one.dose
    sides = 2 if one.working_side == "right" else 1
    seconds = exercise_seconds(one, sets=dose.sets, reps=dose.reps, hold_s=dose.hold_s, rest_s=dose.rest_s, sides=sides)
    return seconds / 60.0
