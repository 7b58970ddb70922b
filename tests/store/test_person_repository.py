"""The database: its tables, and that one person's rows are nobody else's."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any
from uuid import UUID, uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, func, make_url, select, text
from sqlalchemy.schema import CreateTable

from psoas.core.errors import InputError
from psoas.session.log_entry import log_entry
from psoas.session.session_rules import LogKind
from psoas.store import database, job_queue, paired_devices, person_repository, repositories, session_repository
from psoas.store.database import migrate, open_database, sqlite_url
from psoas.store.person_scope import PersonScope
from psoas.store.tables import metadata

DAY = date(2025, 3, 8)
AT = datetime(2025, 3, 8, 7, 30, tzinfo=UTC)


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    made = open_database(database)
    yield made
    made.dispose()


@pytest.fixture
def own(engine: Engine) -> PersonScope:
    return PersonScope(engine, person_repository.add_person(engine, "Ada").id)


@pytest.fixture
def other(engine: Engine) -> PersonScope:
    return PersonScope(engine, person_repository.add_person(engine, "Bo").id)


def fill(own: PersonScope) -> dict[str, UUID]:
    """One row of everything; ids by kind."""
    repositories.save_check_in(own, repositories.CheckInRecord(DAY, {"pain": 4}))
    entry = log_entry(uuid4(), uuid4(), AT, LogKind.EFFORT, {"score": 6})
    assert session_repository.add_entries(own, [entry]) == 1
    paired_devices.pair(own, "a phone")
    return {
        "answers": repositories.save_answers(own, {"answers": {"age": 37}}),
        "test": repositories.add_self_test(
            own, repositories.SelfTestRecord("modified_thomas", DAY, 4, -9, ("groin",), "phone")
        ),
        "measure": repositories.add_measure(
            own, repositories.MeasureRecord(DAY, "walk.trc", "measures/1", {"schema": "x"})
        ),
        "program": repositories.save_program(own, {"weeks": 8}),
        "event": repositories.add_event(own, repositories.EventRecord(DAY, "life", "Moved house")),
        "job": job_queue.queue_job(own, "analyze", {"file": "walk.trc"}),
        "session": entry.session,
        "device": paired_devices.paired_devices(own)[0].id,
    }


READS: dict[str, Callable[[PersonScope], Any]] = {
    "latest_answers": repositories.latest_answers,
    "answer_history": repositories.answer_history,
    "list_self_tests": repositories.list_self_tests,
    "list_measures": repositories.list_measures,
    "latest_program": repositories.latest_program,
    "list_check_ins": repositories.list_check_ins,
    "list_events": repositories.list_events,
    "list_entries": session_repository.list_entries,
    "log_version": session_repository.log_version,
    "own_jobs": job_queue.own_jobs,
    "paired_devices": paired_devices.paired_devices,
}
ONE: dict[str, tuple[str, Callable[[PersonScope, UUID], Any]]] = {
    "measure": ("measure", repositories.find_measure),
    "program": ("program", repositories.find_program),
    "job": ("job", job_queue.find_job),
    "entries of a session": ("session", session_repository.list_entries),
}
CHANGES: dict[str, tuple[str, Callable[[PersonScope, UUID], bool]]] = {
    "remove_event": ("event", repositories.remove_event),
    "remove_measure": ("measure", repositories.remove_measure),
    "remove_job": ("job", job_queue.remove_job),
    "cancel_job": ("job", job_queue.cancel_job),
    "unpair": ("device", paired_devices.unpair),
}


@pytest.mark.parametrize("name", READS)
def test_nobody_reads_what_is_anothers(own: PersonScope, other: PersonScope, name: str) -> None:
    fill(own)
    assert READS[name](own)
    assert not READS[name](other)


@pytest.mark.parametrize("name", ONE)
def test_an_id_that_is_anothers_finds_nothing(own: PersonScope, other: PersonScope, name: str) -> None:
    kind, read = ONE[name]
    key = fill(own)[kind]
    assert read(own, key)
    assert not read(other, key)


@pytest.mark.parametrize("name", CHANGES)
def test_nobody_changes_what_is_anothers(own: PersonScope, other: PersonScope, name: str) -> None:
    kind, change = CHANGES[name]
    key = fill(own)[kind]
    assert change(other, key) is False
    assert change(own, key) is True
    assert change(own, key) is False


@pytest.mark.parametrize("module", [repositories, session_repository, job_queue, paired_devices])
def test_every_door_to_own_rows_is_tried_above(module: ModuleType) -> None:
    """A new function that reads or changes own rows must join the tables of this test."""
    tried = {"save_answers", "add_self_test", "add_measure", "save_program", "save_check_in", "add_event"}
    tried |= {"add_entries", "queue_job"}
    tried |= {"pair", "retry_job"} | READS.keys() | CHANGES.keys() | {read.__name__ for _, read in ONE.values()}
    doors = {
        name
        for name, one in inspect.getmembers(module, inspect.isfunction)
        if one.__module__ == module.__name__ and not name.startswith("_")
        if next(iter(inspect.signature(one).parameters), "") == "own"
    }
    assert doors - tried == set()


def test_migrations_make_exactly_the_tables_of_the_code(engine: Engine) -> None:
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_tables_can_be_said_to_postgresql_too() -> None:
    """Only said, for a server is not always at hand. Names that it reserves are quoted, and times keep UTC without a
    zone."""
    dialect = make_url("postgresql+psycopg://").get_dialect()
    said = {t.name: str(CreateTable(t).compile(dialect=dialect())) for t in metadata.sorted_tables}
    assert '"right" FLOAT' in said["self_tests"]
    assert "at TIMESTAMP WITHOUT TIME ZONE NOT NULL" in said["session_log"]
    assert "person_id UUID NOT NULL" in said["jobs"]


def test_every_table_of_a_person_goes_with_the_person(own: PersonScope, other: PersonScope) -> None:
    fill(own)
    fill(other)
    person_repository.delete_person(own)
    with own.engine.connect() as connection:
        for table in metadata.sorted_tables:
            if table.name == "people":
                continue
            assert "person_id" in table.c, f"{table.name} belongs to nobody"
            assert connection.execute(select(func.count()).select_from(table)).scalar() == 1, table.name
            assert connection.execute(select(table.c.person_id)).scalar() == other.person
    with pytest.raises(LookupError):
        person_repository.find_person(own)


def test_the_first_start_makes_one_person_and_the_second_finds_it(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path)
    first = person_repository.first_person(open_database(url))
    engine = open_database(url)
    assert person_repository.first_person(engine) == first
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
    migrate(engine)  # nothing left to do, and nothing done


def test_a_database_that_cannot_be_is_refused_without_its_password() -> None:
    for url, said in [
        ("what", "expected sqlite:///FILE"),
        ("sqlite:////no/such/folder/x.db", "cannot be opened"),
        ("postgresql+psycopg://ada:secret@127.0.0.1:1/psoas", "cannot be opened"),
        ("mysql+nodriver://ada:secret@nowhere/psoas", "nodriver"),
    ]:
        with pytest.raises(InputError) as refused:
            open_database(url)
        assert said in str(refused.value)
        assert "secret" not in str(refused.value)


def test_a_missing_driver_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "create_engine", missing)
    with pytest.raises(InputError, match=r"No module named 'psycopg'; pip install 'psoas\[postgres\]'"):
        open_database("postgresql+psycopg://ada@localhost/psoas")


def missing(*_: object, **__: object) -> Engine:
    raise ModuleNotFoundError("No module named 'psycopg'", name="psycopg")


def test_a_person_out_of_range_is_not_added(engine: Engine) -> None:
    with pytest.raises(InputError, match="height"):
        person_repository.add_person(engine, "Ada", height_m=17.0)
    assert person_repository.all_people(engine) == []


def test_what_a_person_tells_of_their_size_is_kept(own: PersonScope, other: PersonScope) -> None:
    person_repository.update_person(own, name="Ada", height_m=1.62, mass_kg=None, sex="female")
    assert person_repository.find_person(own).body.assumed == ("mass_kg",)
    assert person_repository.find_person(other).height_m is None
