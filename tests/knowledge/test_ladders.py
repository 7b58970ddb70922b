"""Ladders: each rung has a test before it and a criterion after it, harder ones stand higher, faults are listed."""

from __future__ import annotations

from typing import Any

import pytest

from psoas.core.errors import InputError
from psoas.knowledge.exercise_library import exercises
from psoas.knowledge.ladders import Ladder, ladders, read_ladders, rungs_of
from psoas.knowledge.practice_codes import Pattern

CLIMBED = [one for one in ladders().values() if one.climbs]
NEEDED = {
    Pattern.SQUAT, Pattern.HINGE, Pattern.BRIDGE, Pattern.CALF, Pattern.BALANCE, Pattern.SIDE_SUPPORT, Pattern.TRUNK,
    Pattern.FRONT_HIP_RELEASE, Pattern.HIP_FLEXION, Pattern.GAIT, Pattern.HIP_ABDUCTION,
}  # fmt: skip
"""What a therapist covers: each has a ladder to climb."""
RUNG: dict[str, Any] = {"exercises": ["bridge"], "up": {"sets": 2, "reps": 10}}
ROW: dict[str, Any] = {"pattern": "bridge", "source": "practice_consensus", "evidence": "expert", "rungs": [RUNG]}


def test_every_pattern_of_a_therapist_has_a_ladder_to_climb() -> None:
    assert {one.pattern for one in CLIMBED} >= NEEDED


def test_a_harder_exercise_never_stands_lower() -> None:
    compared = 0
    for one in exercises().values():
        low, high = rungs_of(one.name), rungs_of(one.harder.exercise) if one.harder else ()
        if low and high and low[0].ladder == high[0].ladder:
            compared += 1
            assert low[0].place < high[0].place, one.name
    assert compared > 10


@pytest.mark.parametrize("ladder", ladders().values(), ids=lambda one: one.name)
def test_a_person_begins_on_the_first_rung_unless_something_shows_more(ladder: Ladder) -> None:
    assert ladder.start({}, {}) == 1
    for rung in ladder.rungs:
        assert rung.ready
        for some in rung.starts:
            given = {one.question: _answer(one.compare, one.value) for one in some}
            assert ladder.start(given, {}) >= rung.place
        if rung.test:
            assert ladder.start({}, {rung.test.test: rung.test.least}) >= rung.place
            assert ladder.start({}, {rung.test.test: rung.test.least - 1}) < rung.place


def _answer(compare: str, value: str) -> bool | float | str | list[str]:
    """An answer that meets a condition."""
    if compare == "has":
        return [value]
    if compare == "=":
        return value
    if compare:
        return float(value) + {"<": -1, "<=": 0, ">": 1, ">=": 0}[compare]
    return True


FAULTS: list[tuple[str, dict[str, Any], str]] = [
    ("no criterion", {**ROW, "rungs": [{"exercises": ["bridge"]}]}, "'up' is missing"),
    ("unknown exercise", {**ROW, "rungs": [{**RUNG, "exercises": ["brigde"]}]}, "did you mean bridge"),
    ("a loop", {**ROW, "rungs": [RUNG, {**RUNG, "exercises": ["single_leg_bridge"]}, RUNG]}, "already"),
    ("no rungs", {**ROW, "rungs": []}, "has no rungs"),
    ("unknown pattern", {**ROW, "pattern": "bridges"}, "'pattern' is 'bridges'"),
    ("unknown question", {**ROW, "rungs": [{**RUNG, "starts": [["aged < 60"]]}]}, "aged"),
    ("unknown test", {**ROW, "rungs": [{**RUNG, "test": {"id": "hop", "least": 3}}]}, "'id' is 'hop'"),
    ("too many repetitions", {**ROW, "rungs": [{**RUNG, "up": {"sets": 2, "reps": 100}}]}, "expected 1 to 30"),
    ("unknown key", {**ROW, "rungs": [{**RUNG, "kg": 5}]}, "'kg' is not known"),
]


@pytest.mark.parametrize(("row", "says"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_a_fault_of_a_ladder_is_listed(row: dict[str, Any], says: str) -> None:
    with pytest.raises(InputError, match=says):
        read_ladders({"bridge": row})


def test_an_exercise_stands_on_one_ladder() -> None:
    with pytest.raises(InputError, match="on ladder 'bridge' already"):
        read_ladders({"bridge": ROW, "other": ROW})
