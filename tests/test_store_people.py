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

from psoas.errors import InputError
from psoas.store import database, devices, jobs, people, records, sessions
from psoas.store.database import migrate, open_database, url_of
from psoas.store.own import Own
from psoas.store.tables import metadata

DAY = date(2025, 3, 8)
AT = datetime(2025, 3, 8, 7, 30, tzinfo=UTC)


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    made = open_database(database)
    yield made
    made.dispose()


@pytest.fixture
def own(engine: Engine) -> Own:
    return Own(engine, people.add_person(engine, "Ada").id)


@pytest.fixture
def other(engine: Engine) -> Own:
    return Own(engine, people.add_person(engine, "Bo").id)


def fill(own: Own) -> dict[str, UUID]:
    """One row of everything; ids by kind."""
    records.check_in(own, records.CheckIn(DAY, {"pain": 4}))
    entry = sessions.Entry(uuid4(), uuid4(), AT, "done", {"effort": 6})
    assert sessions.log(own, [entry]) == 1
    devices.pair(own, "a phone")
    return {
        "answers": records.save_answers(own, {"answers": {"age": 37}}),
        "test": records.add_self_test(own, records.SelfTest("modified_thomas", DAY, 4, -9, ("groin",), "phone")),
        "measure": records.add_measure(own, records.Measure(DAY, "walk.trc", "measures/1", {"schema": "x"})),
        "program": records.save_program(own, {"weeks": 8}),
        "event": records.add_event(own, records.Event(DAY, "life", "Moved house")),
        "job": jobs.ask(own, "analyze", {"file": "walk.trc"}),
        "session": entry.session,
        "device": devices.paired(own)[0].id,
    }


READS: dict[str, Callable[[Own], Any]] = {
    "latest_answers": records.latest_answers,
    "answer_history": records.answer_history,
    "self_tests": records.self_tests,
    "measures": records.measures,
    "latest_program": records.latest_program,
    "check_ins": records.check_ins,
    "events": records.events,
    "entries": sessions.entries,
    "version": sessions.version,
    "own_jobs": jobs.own_jobs,
    "paired": devices.paired,
}
ONE: dict[str, tuple[str, Callable[[Own, UUID], Any]]] = {
    "measure": ("measure", records.measure),
    "program": ("program", records.program),
    "job": ("job", jobs.job),
    "entries of a session": ("session", sessions.entries),
}
CHANGES: dict[str, tuple[str, Callable[[Own, UUID], bool]]] = {
    "remove_event": ("event", records.remove_event),
    "remove_measure": ("measure", records.remove_measure),
    "remove": ("job", jobs.remove),
    "cancel": ("job", jobs.cancel),
    "unpair": ("device", devices.unpair),
}


@pytest.mark.parametrize("name", READS)
def test_nobody_reads_what_is_anothers(own: Own, other: Own, name: str) -> None:
    fill(own)
    assert READS[name](own)
    assert not READS[name](other)


@pytest.mark.parametrize("name", ONE)
def test_an_id_that_is_anothers_finds_nothing(own: Own, other: Own, name: str) -> None:
    kind, read = ONE[name]
    key = fill(own)[kind]
    assert read(own, key)
    assert not read(other, key)


@pytest.mark.parametrize("name", CHANGES)
def test_nobody_changes_what_is_anothers(own: Own, other: Own, name: str) -> None:
    kind, change = CHANGES[name]
    key = fill(own)[kind]
    assert change(other, key) is False
    assert change(own, key) is True
    assert change(own, key) is False


@pytest.mark.parametrize("module", [records, sessions, jobs, devices])
def test_every_door_to_own_rows_is_tried_above(module: ModuleType) -> None:
    """A new function that reads or changes own rows must join the tables of this test."""
    tried = {"save_answers", "add_self_test", "add_measure", "save_program", "check_in", "add_event", "log", "ask"}
    tried |= {"pair", "retry"} | READS.keys() | CHANGES.keys() | {read.__name__ for _, read in ONE.values()}
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


def test_every_table_of_a_person_goes_with_the_person(own: Own, other: Own) -> None:
    fill(own)
    fill(other)
    people.forget(own)
    with own.engine.connect() as connection:
        for table in metadata.sorted_tables:
            if table.name == "people":
                continue
            assert "person_id" in table.c, f"{table.name} belongs to nobody"
            assert connection.execute(select(func.count()).select_from(table)).scalar() == 1, table.name
            assert connection.execute(select(table.c.person_id)).scalar() == other.person
    with pytest.raises(LookupError):
        people.me(own)


def test_the_first_start_makes_one_person_and_the_second_finds_it(tmp_path: Path) -> None:
    url = url_of(tmp_path)
    first = people.first_person(open_database(url))
    engine = open_database(url)
    assert people.first_person(engine) == first
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
        people.add_person(engine, "Ada", height_m=17.0)
    assert people.everybody(engine) == []


def test_what_a_person_tells_of_their_size_is_kept(own: Own, other: Own) -> None:
    people.tell(own, name="Ada", height_m=1.62, mass_kg=None, sex="female")
    assert people.me(own).body.assumed == ("mass_kg",)
    assert people.me(other).height_m is None
