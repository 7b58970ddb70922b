"""The exercise library: every exercise by name, and its neighbours."""

from __future__ import annotations

from functools import cache

from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.core.nearest import either, nearest_names
from psoas.knowledge.exercise import Exercise
from psoas.knowledge.exercise_tables import read_exercises


@cache
def exercises() -> dict[str, Exercise]:
    """The whole library by name.

    Raises:
        InputError: Every fault of its tables and their words.
    """
    return read_exercises()


def find_exercise(name: str) -> Exercise:
    """One exercise; ``InputError`` names the nearest or all known ones."""
    known = exercises()
    if name not in known:
        near = nearest_names(name, known)
        allowed = either(near) if near else ", ".join(known)
        raise InputError(message("practice.no_exercise", name=name, known=allowed))
    return known[name]


def search_exercise(words: str) -> Exercise:
    """One exercise by its identifier, its label or another of its names, in capitals or not; ``InputError`` names the
    nearest."""
    named = {name.casefold(): one for one in exercises().values() for name in (one.label, *one.also_called)}
    return named.get(words.strip().casefold()) or find_exercise(words)


def easier_variants(name: str) -> tuple[str, ...]:
    """Exercises whose harder neighbour this one is."""
    return tuple(one.name for one in exercises().values() if one.harder and one.harder.exercise == name)
