"""A person's data are read once, in few statements, from one state of the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from psoas.intake.answers_draft import AnswersDraft
from psoas.services import answers_service, program_service
from psoas.services.person_data import IntakeState, load_person_data
from psoas.services.recent_results import RecentResults
from psoas.store import person_repository, repositories
from psoas.store.person_scope import PersonScope
from tests.practice_worlds import TODAY, with_program
from tests.web_worlds import World


@contextmanager
def statements(engine: Engine) -> Iterator[list[str]]:
    """The statements that run within."""
    found: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        found.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", note)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    made = World(tmp_path_factory.mktemp("person"))
    with_program(made)
    return made


def test_everything_is_read_in_seven_statements_and_a_begin(world: World) -> None:
    with statements(world.site.engine) as found:
        load_person_data(world.site.home)
    assert len(found) == 8
    assert found[0] == "BEGIN"


def test_what_follows_from_the_data_needs_no_further_statement(world: World) -> None:
    own = world.site.home
    now = program_service.load_current_program(own, TODAY)
    program_service.pending_decisions(own, now, TODAY)
    with statements(world.site.engine) as found:
        data = load_person_data(own)
        assert program_service.load_current_program(data, TODAY) is now
        program_service.pending_decisions(data, now, TODAY)
        assert data.intake_state is IntakeState.COMPLETE
        assert data.assessment.screening == data.screening
        assert program_service.sessions_since(data, now.start) == ()
    assert len(found) == 8


def test_a_snapshot_does_not_see_what_is_written_meanwhile(world: World) -> None:
    own = world.site.home
    before = repositories.list_check_ins(own)
    with own.snapshot() as rows:
        assert repositories.list_check_ins(rows) == before
        repositories.save_check_in(own, repositories.CheckInRecord(date(2020, 1, 1), {"pain": 3}))
        assert repositories.list_check_ins(rows) == before
    assert len(repositories.list_check_ins(own)) == len(before) + 1


def test_the_intake_goes_from_new_to_complete(world: World) -> None:
    other = PersonScope(world.site.engine, person_repository.add_person(world.site.engine, "Bo").id)
    assert load_person_data(other).intake_state is IntakeState.NEW
    repositories.save_answers(other, {"schema": "psoas.answers/1"})
    assert load_person_data(other).intake_state is IntakeState.OPEN
    stop: AnswersDraft = {"schema": "psoas.answers/1", "answers": {"saddle_numb": True}}
    repositories.save_answers(other, stop)
    assert load_person_data(other).intake_state is IntakeState.STOPPED


def test_changing_a_draft_changes_nothing_else(world: World) -> None:
    data = load_person_data(world.site.home)
    data.draft()["answers"].clear()
    assert data.draft()["answers"]


def test_the_program_is_planned_anew_when_the_answers_change(tmp_path: Path) -> None:
    world = World(tmp_path)
    first = with_program(world)
    stale = load_person_data(world.site.home)
    draft = stale.draft()
    draft["answers"]["pain_now"] = 7
    answers_service.save_answers(world.site.home, draft)
    assert program_service.load_current_program(stale, TODAY).id == first.id
    second = program_service.load_current_program(world.site.home, TODAY)
    assert second.id != first.id
    assert second.start == first.start


def test_results_are_kept_for_the_last_few_keys() -> None:
    kept, asked = RecentResults[str](2), list[str]()

    def compute(key: str) -> str:
        asked.append(key)
        return key

    assert [kept.get(key, partial(compute, key)) for key in "abacab"] == list("abacab")
    assert asked == ["a", "b", "c", "b"]
