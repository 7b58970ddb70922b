"""Stated minutes beside the player's clock: every session and item within a tenth, and nothing of it left out."""

from __future__ import annotations

import pytest

from psoas.core.message import literal
from psoas.knowledge.exercise_library import find_exercise
from psoas.knowledge.exercise_timing import SWITCH_S, setup_seconds
from psoas.program.program_models import Session
from psoas.session.session_rules import StepKind
from psoas.session.session_script import build_script
from scripts.session_clock import SEED, SESSIONS, clock_rows
from tests.session_items import longest


def check(count: int, seed: int) -> None:
    """So many sessions of made-up people, each and each of its items within a tenth."""
    rows = list(clock_rows(count, seed))
    assert len(rows) == count
    assert [row for row in rows if row.difference > 0.1 or row.worst_item[1] > 0.1] == []


def test_six_sessions_take_the_minutes_that_they_state() -> None:
    check(6, SEED + 1)


@pytest.mark.slow
def test_thirty_sessions_take_the_minutes_that_they_state() -> None:
    check(SESSIONS, SEED)


@pytest.mark.parametrize("name", ["clam", "bridge", "half_kneeling_lengthening", "squat"])
def test_the_clock_counts_getting_into_place_rests_and_the_other_side(name: str) -> None:
    (item,) = longest(name)
    made = build_script(Session(literal("Day"), "home", (item,)))
    by_kind = {kind: [step.seconds for step in made.steps if step.kind is kind] for kind in StepKind}
    assert min(by_kind[StepKind.NEXT]) >= setup_seconds(find_exercise(name))
    assert by_kind[StepKind.REST] == [item.rest_s] * (item.sets - 1)
    sides = 2 if find_exercise(name).working_side == "right" else 1
    assert by_kind[StepKind.SWITCH] == [SWITCH_S] * (sides - 1) * item.sets
    assert sum(by_kind[StepKind.SETTLE]) == 0


def test_the_other_side_needs_no_second_introduction() -> None:
    first, second = longest("clam", "right")
    made = build_script(Session(literal("Day"), "home", (first, second)))
    leads = [step.seconds for step in made.steps if step.kind is StepKind.NEXT]
    assert leads[1] < leads[0] and SWITCH_S <= leads[1] < SWITCH_S + 6.1
