"""Ladders in practice: eight weeks of good logs move each one up, bad logs none, and without a log nothing moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest

from psoas.core.message import literal
from psoas.knowledge.exercise_library import exercises, find_exercise
from psoas.knowledge.ladders import Ladder, ladders
from psoas.knowledge.practice_codes import RungLoad
from psoas.program.dosage import DoseVerdict
from psoas.program.pain_rules import PainLimits
from psoas.program.program_models import Item, ItemKind, Phase, Program, Session
from psoas.progression.decided_program import apply_decisions
from psoas.progression.dose_decisions import DoseDecision, propose_changes
from psoas.progression.ladder_steps import DAYS_ON_A_RUNG, PracticeReach, current_rung
from psoas.session.session_log import ItemDone, SessionDone

START = datetime(2026, 3, 2, 18, tzinfo=UTC)
REACH = PracticeReach(set(exercises()), loads=tuple(RungLoad), spare_min=30.0)
CLIMBING = [one for one in ladders().values() if one.climbs]
Answer = Callable[[Item, int], SessionDone]


def item_of(name: str, *, place: int = 1, sets: int = 1) -> Item:
    """An item of one exercise in its usual dose, on its ladder."""
    dose = find_exercise(name).dose
    side = "both" if find_exercise(name).working_side == "both" else "right"
    made = Item(ItemKind.EXERCISE, name, "engage", side, sets, dose.reps, dose.hold_s, dose.rest_s, 3.0, ())
    rung = current_rung(made)
    return replace(made, ladder=rung.ladder, rung=place, load=rung.load) if rung else made


def program_of(*items: Item) -> Program:
    """Eight weeks with one item in each of their phases."""
    phases = tuple(
        Phase(
            f"p{k}", literal("Phase"), (k + 1, k + 1), (Session(literal("Day"), "home", (one,)),), literal("On"), 2000.0
        )
        for k, one in enumerate(items)
    )
    return Program(phases, (), 3, 8, 20.0, "home", (), (8,), (), (), (), {})


def done(
    item: Item, day: int, *, hurt: float | None = None, effort: float = 5, next_day: float | None = 0
) -> SessionDone:
    """One session of an item, all of its sets done."""
    side = item.side if item.side in ("right", "left") else ""
    part = ItemDone(item.name, side, item.sets, 0, hurt, False)
    at = START + timedelta(days=day)
    return SessionDone(UUID(int=day + 1), at, item.sets, item.sets, effort, hurt or 0, next_day, True, True, (part,))


def practise(program: Program, answer: Answer, *, weeks: int = 8, reach: PracticeReach = REACH) -> list[Item]:
    """The item after each session of so many weeks, three sessions a week; every step offered is taken."""
    decided: tuple[DoseDecision, ...] = ()
    log: list[SessionDone] = []
    seen: list[Item] = []
    for day in (7 * week + k for week in range(weeks) for k in (0, 2, 4)):
        items = apply_decisions(program, decided).phases[0].sessions[0].items
        seen += items
        if not items:
            return seen
        log.append(answer(items[0], day))
        decided += tuple(replace(one, accepted=True) for one in propose_changes(items, log, decided, reach))
    return [*seen, *apply_decisions(program, decided).phases[0].sessions[0].items]


@pytest.mark.parametrize("ladder", CLIMBING, ids=lambda one: one.name)
def test_eight_good_weeks_move_every_ladder_up(ladder: Ladder) -> None:
    seen = practise(program_of(item_of(ladder.rungs[0].exercises[0])), done)
    places = [one.rung for one in seen]
    assert places[-1] > places[0] == 1
    assert all(0 <= after - before <= 1 for before, after in pairwise(places))
    first = ladder.rungs[0].criterion
    last = [one for one in seen if one.rung == 1][-1]
    assert last.sets >= min(3, first.sets) and last.reps >= first.reps and last.hold_s >= first.hold_s


@pytest.mark.parametrize("ladder", CLIMBING, ids=lambda one: one.name)
@pytest.mark.parametrize(
    "answer",
    [
        lambda item, day: done(item, day, hurt=6),
        lambda item, day: done(item, day, effort=9),
        lambda item, day: done(item, day, next_day=1),
        lambda item, day: done(item, day, hurt=0 if day % 7 == 2 else 3),
        lambda item, day: replace(done(item, day), items=(ItemDone(item.name, "", 0, item.sets, None, False),)),
    ],
    ids=["pain", "effort", "next_day", "seldom_good", "skipped"],
)
def test_bad_logs_move_none_up(ladder: Ladder, answer: Answer) -> None:
    middle = ladder.rungs[len(ladder.rungs) // 2]
    start = item_of(middle.exercises[0], place=middle.place, sets=2)
    seen = practise(program_of(start), answer)
    assert all(one.rung <= middle.place and one.sets <= start.sets for one in seen if one.ladder == ladder.name)


def test_pain_steps_back_a_set_then_a_rung_then_out() -> None:
    ladder = ladders()["squat"]
    seen = practise(program_of(item_of("squat", place=3, sets=2)), lambda item, day: done(item, day, hurt=6), weeks=3)
    assert [(one.name, one.sets) for one in seen][:4] == [
        ("squat", 2),
        ("squat", 1),
        ("sit_to_stand", 1),
        ("high_sit_to_stand", 1),
    ]
    assert len(seen) == 4 and ladder.rungs[0].exercises[0] == "high_sit_to_stand"


def test_without_a_log_nothing_moves_and_later_rungs_wait() -> None:
    planned = program_of(item_of("bridge"), item_of("bridge_march", place=2), item_of("single_leg_bridge", place=3))
    held = apply_decisions(planned, ())
    assert [phase.sessions[0].items[0].name for phase in held.phases] == ["bridge"] * 3
    assert held.phases[0] == planned.phases[0]
    assert [phase.sessions[0].items[0].because[0].words.code for phase in held.phases[1:]] == [
        "decision-because-held"
    ] * 2


def test_a_rung_that_was_earned_holds_in_every_later_phase() -> None:
    planned = program_of(item_of("bridge"), item_of("bridge", place=1), item_of("single_leg_bridge", place=3))
    decided = DoseDecision(
        "bridge", "", DoseVerdict.ADVANCE, 2, "bridge_march", literal("On"), "s", True, None, ladder="bridge", rung=2
    )
    held = apply_decisions(planned, (decided,))
    assert [phase.sessions[0].items[0].name for phase in held.phases] == ["bridge_march"] * 3


@pytest.mark.parametrize("ladder", CLIMBING, ids=lambda one: one.name)
def test_a_rung_takes_two_weeks_at_least(ladder: Ladder) -> None:
    seen = practise(program_of(item_of(ladder.rungs[0].exercises[0])), done)
    days = [7 * week + k for week in range(8) for k in (0, 2, 4)] + [56]
    for place in range(1, len(ladder.rungs)):
        mine = [day for day, one in zip(days, seen, strict=True) if one.rung == place]
        if mine and seen[-1].rung > place:
            assert mine[-1] - mine[0] >= DAYS_ON_A_RUNG


def test_usual_pain_of_four_keeps_the_rung_and_allows_sets() -> None:
    reach = replace(REACH, limits=PainLimits(4.0))
    seen = practise(program_of(item_of("bridge")), lambda item, day: done(item, day, next_day=4), reach=reach)
    assert {one.rung for one in seen} == {1} and seen[-1].sets > 1


def test_a_missing_load_or_a_barred_exercise_is_passed_over() -> None:
    reach = replace(REACH, allowed={"bridge", "single_leg_bridge"})
    seen = practise(program_of(item_of("bridge")), done, reach=reach)
    assert seen[-1].name == "single_leg_bridge"
    alone = practise(program_of(item_of("bridge")), done, reach=replace(REACH, allowed={"bridge"}))
    assert {one.name for one in alone} == {"bridge"}


@pytest.mark.parametrize("ladder", CLIMBING, ids=lambda one: one.name)
def test_without_minutes_to_spare_rungs_rise_and_sets_do_not(ladder: Ladder) -> None:
    seen = practise(program_of(item_of(ladder.rungs[0].exercises[0])), done, reach=replace(REACH, spare_min=0.0))
    assert seen[-1].rung > 1 and {one.sets for one in seen} == {1}


def test_minutes_to_spare_are_given_once() -> None:
    items = [item_of("bridge"), item_of("clam"), item_of("squat", place=3)]
    parts = tuple(part for item in items for part in done(item, 0).items)
    log = [replace(done(items[0], day), items=parts) for day in (0, 2)]
    offered = propose_changes(items, log, (), replace(REACH, spare_min=2.2))
    assert len([one for one in offered if one.sets > 1]) == 1
