"""Plans as a therapist reads them: patterns of each phase, walking, the number of things, and what pathways bar.

A seeded few of the readable people here; all of them, and the part of the library that is used, in the slow tier and by
``python -m scripts.plan_table``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from psoas.program.program_models import Item, Phase, Program
from scripts.plan_table import LEAST_USED
from tests.assessment_check import cases
from tests.item_patterns import patterns_of
from tests.plan_check import PlannedPerson, held_in, library, planned, planned_people, therapist_faults, unused

FEW, SEED = 10, 20261201


@cache
def few() -> tuple[PlannedPerson, ...]:
    """Some readable people, the same each time, the author of the practice among them."""
    allowed = [one for one in cases() if not one.stops]
    drawn = np.random.default_rng(SEED).permutation(len(allowed))[:FEW]
    names = {"runner_with_a_locking_hip", *(allowed[i].name for i in drawn)}
    return tuple(planned(one) for one in allowed if one.name in names)


def person(name: str) -> PlannedPerson:
    """One of the readable people with a plan."""
    return next(planned(one) for one in cases() if one.name == name)


def told(people: tuple[PlannedPerson, ...]) -> str:
    """Every fault, a line each."""
    return "\n".join(f"{fault.kind}: {fault.what}" for one in people for fault in therapist_faults(one))


def test_a_therapist_would_sign_these_plans() -> None:
    assert told(few()) == ""


@pytest.mark.slow
def test_a_therapist_would_sign_the_plans_of_all_readable_people() -> None:
    assert told(planned_people()) == ""


@pytest.mark.slow
def test_most_of_the_library_is_used_by_somebody() -> None:
    never = unused(planned_people())
    assert 1 - len(never) / len(library()) >= LEAST_USED, ", ".join(never)


def changed(one: PlannedPerson, keep: Callable[[Item], bool]) -> PlannedPerson:
    """The same plan with only some of its items."""

    def of(phase: Phase) -> Phase:
        sessions = (replace(each, items=tuple(item for item in each.items if keep(item))) for each in phase.sessions)
        return replace(phase, sessions=tuple(sessions))

    return replace(one, program=replace(one.program, phases=tuple(of(each) for each in one.program.phases)))


def kinds(one: PlannedPerson) -> set[str]:
    """The kinds of faults of a plan."""
    return {fault.kind for fault in therapist_faults(one)}


def test_a_plan_without_squats_or_walking_is_sent_back() -> None:
    author = person("runner_with_a_locking_hip")
    assert "pattern squat" in kinds(changed(author, lambda item: "squat" not in patterns_of(item)))
    assert "pattern breath" in kinds(changed(author, lambda item: item.kind != "breath"))
    assert "items" in kinds(changed(author, lambda item: item.kind == "breath"))
    assert "walking" in kinds(replace(author, program=replace(author.program, aerobic=None)))


def test_a_plan_with_something_barred_is_sent_back() -> None:
    hip, runner = person("new_hip_of_eight_weeks"), person("runner_without_pain")
    lent = replace(hip.program, phases=runner.program.phases)
    assert "barred" in kinds(replace(hip, program=lent))


def test_a_plan_that_never_climbs_is_sent_back() -> None:
    runner = person("runner_without_pain")

    def still(program: Program) -> Program:
        first = program.phases[0]
        return replace(program, phases=tuple(replace(first, name=one.name, weeks=one.weeks) for one in program.phases))

    assert "no ladder climbs" in kinds(replace(runner, program=still(runner.program)))


@pytest.mark.parametrize("name", ["runner_with_a_locking_hip", "warehouse_lifter", "unsteady_at_78"])
def test_what_a_story_asks_for_is_there_from_the_first_phase(name: str) -> None:
    one = person(name)
    first = {pattern for item in held_in(one.program.phases[0]) for pattern in patterns_of(item)}
    wanted = {
        "runner_with_a_locking_hip": {"front_hip_release", "bridge", "hip_flexion", "trunk"},
        "warehouse_lifter": {"hinge", "squat"},
        "unsteady_at_78": {"squat", "balance", "calf"},
    }[name]
    assert wanted <= first
