"""Which rung of each ladder a person is on in each phase, and which exercises of it are possible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from psoas.intake.answers import IntakeAnswers
from psoas.knowledge.ladders import Ladder, Rung, ladders
from psoas.knowledge.practice_codes import RungLoad

WEEKS_A_RUNG = 2
"""A rung is practised for so many weeks before the next (assumed: the same few exercises for two weeks)."""


@dataclass(frozen=True)
class RungChoice:
    """A rung and the exercises of it that a person may do now."""

    rung: Rung
    names: tuple[str, ...]


def worst_results(story: IntakeAnswers) -> dict[str, float]:
    """The worse side of each self-test that the person has done, by its id, in the unit of the test."""
    felt = {one.test: [value for value in (one.right, one.left) if value is not None] for one in story.tests}
    return {test: min(values) for test, values in felt.items() if values}


def first_rungs(story: IntakeAnswers, *, lowest: bool) -> dict[str, int]:
    """The rung of each ladder on which a person begins, from 1; the first of all where pain asks for it."""
    results = worst_results(story)
    return {name: 1 if lowest else one.start(story.answers, results) for name, one in ladders().items()}


def rungs_climbed(lengths: Sequence[int]) -> int:
    """How many rungs there was time for in phases of so many weeks: one a phase that is long enough, as each phase
    holds the same exercises throughout."""
    return sum(weeks >= WEEKS_A_RUNG for weeks in lengths)


def choose_rungs(
    first: Mapping[str, int], climbed: int, usable: Mapping[RungLoad, frozenset[str]], opened: Mapping[str, int]
) -> dict[str, RungChoice]:
    """The rung of each ladder in a phase: the highest within reach that holds an exercise the person may do.

    Args:
        first: The rung each ladder begins on, from 1.
        climbed: Rungs that there has been time to climb.
        usable: For each load, the exercises that the person may do with it in this phase.
        opened: How many rungs there had been time to climb when a ladder was first open; one that is not named opens
            now.

    Returns:
        A choice by the name of its ladder; ladders without one are left out.
    """
    found: dict[str, RungChoice] = {}
    for name, ladder in ladders().items():
        gate = ladder.after
        is_open = gate is None or (gate.ladder in found and found[gate.ladder].rung.place >= gate.rung)
        if is_open and ladder.instead_of not in found:
            since = climbed - (opened.get(name, climbed) if gate else 0)
            choice = _reachable(ladder, first[name] + since, usable, spare=since > 0)
            if choice is not None:
                found[name] = choice
    return found


def _reachable(
    ladder: Ladder, most: int, usable: Mapping[RungLoad, frozenset[str]], *, spare: bool
) -> RungChoice | None:
    """The highest rung up to ``most`` with something usable; where none has, and there is time to ``spare``, the one
    above."""
    near = [*reversed(ladder.rungs[:most]), *(ladder.rungs[most : most + 1] if spare else ())]
    for rung in near:
        if names := tuple(one for one in rung.exercises if one in usable[rung.load]):
            return RungChoice(rung, names)
    return None
