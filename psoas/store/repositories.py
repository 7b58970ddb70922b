"""What a person told and what was found: answers, self-tests, measures, programs, check-ins, events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import insert, select, update

from psoas.core.json_types import JsonTable
from psoas.intake.answers_draft import AnswersDraft
from psoas.store import tables
from psoas.store.database import write_transaction
from psoas.store.person_scope import PersonScope, utc_now


@dataclass(frozen=True)
class AnswersRecord:
    """One save of everything told (the mapping of an answers file, ``psoas.answers/1``)."""

    id: UUID
    told: AnswersDraft
    schema: str
    made_at: datetime


@dataclass(frozen=True)
class SelfTestRecord:
    """One self-test on one day, in the test's unit; a test without sides is ``right``."""

    test: str
    day: date
    right: float | None = None
    left: float | None = None
    where: tuple[str, ...] = ()
    way: str = "hand"
    id: UUID | None = None


@dataclass(frozen=True)
class MeasureRecord:
    """One analysed recording: ``folder`` (below the data folder) and its summary."""

    day: date
    file: str
    folder: str
    summary: JsonTable
    id: UUID | None = None


@dataclass(frozen=True)
class ProgramRecord:
    """One program as it was written (``psoas.program/1``)."""

    id: UUID
    program: JsonTable
    schema: str
    made_at: datetime


@dataclass(frozen=True)
class CheckInRecord:
    """Numbers from 0 to 10 on one day."""

    day: date
    scores: Mapping[str, float]


@dataclass(frozen=True)
class EventRecord:
    """One entry of the timeline."""

    day: date
    kind: str
    words: str
    centre: str = ""
    id: UUID | None = field(default=None, compare=False)


def save_answers(own: PersonScope, told: AnswersDraft, *, schema: str = "psoas.answers/1") -> UUID:
    """Keep everything told as a new version; the older ones stay."""
    return own.insert(tables.answers, told=told, schema=schema)


def latest_answers(own: PersonScope) -> AnswersRecord | None:
    """The newest version, or None before the first."""
    found = answer_history(own, most=1)
    return found[0] if found else None


def answer_history(own: PersonScope, *, most: int = 50) -> list[AnswersRecord]:
    """Versions, the newest first."""
    table = tables.answers
    rows = own.all(own.select(table).order_by(table.c.made_at.desc(), table.c.id).limit(most))
    return [AnswersRecord(r.id, r.told, r.schema, r.made_at) for r in rows]


def add_self_test(own: PersonScope, one: SelfTestRecord) -> UUID:
    """Keep a self-test."""
    return own.insert(
        tables.self_tests,
        test=one.test,
        day=one.day,
        right=one.right,
        left=one.left,
        felt_where=list(one.where),
        way=one.way,
    )


def list_self_tests(own: PersonScope, test: str | None = None) -> list[SelfTestRecord]:
    """Self-tests in order of their days, all or those of one test."""
    table = tables.self_tests
    query = own.select(table).order_by(table.c.day, table.c.made_at)
    rows = own.all(query if test is None else query.where(table.c.test == test))
    return [SelfTestRecord(r.test, r.day, r.right, r.left, tuple(r.felt_where), r.way, r.id) for r in rows]


def add_measure(own: PersonScope, one: MeasureRecord) -> UUID:
    """Keep what an analysis found, under its own id where it brings one."""
    table, summary = tables.measures, dict(one.summary)
    return own.insert(table, id=one.id, day=one.day, file=one.file, folder=one.folder, summary=summary)


def list_measures(own: PersonScope) -> list[MeasureRecord]:
    """All measures, the newest first."""
    table = tables.measures
    rows = own.all(own.select(table).order_by(table.c.day.desc(), table.c.made_at.desc()))
    return [MeasureRecord(r.day, r.file, r.folder, r.summary, r.id) for r in rows]


def find_measure(own: PersonScope, key: UUID) -> MeasureRecord | None:
    """One measure, or None when there is none of this person's by that id."""
    r = own.first(own.select(tables.measures).where(tables.measures.c.id == key))
    return None if r is None else MeasureRecord(r.day, r.file, r.folder, r.summary, r.id)


def remove_measure(own: PersonScope, key: UUID) -> bool:
    """Take a measure out, not its files; False when this person has none by that id."""
    return own.run(own.delete(tables.measures).where(tables.measures.c.id == key)) == 1


def save_program(own: PersonScope, program: JsonTable, *, schema: str = "psoas.program/1") -> UUID:
    """Keep a program; the newest one counts."""
    return own.insert(tables.programs, program=dict(program), schema=schema)


def latest_program(own: PersonScope) -> UUID | None:
    """Which program counts, or None before the first."""
    table = tables.programs
    newest = select(table.c.id).where(table.c.person_id == own.person).order_by(table.c.made_at.desc(), table.c.id)
    row = own.first(newest.limit(1))
    return None if row is None else row.id


def find_program(own: PersonScope, key: UUID) -> ProgramRecord | None:
    """A kept program; None when this person has none by that id."""
    r = own.first(own.select(tables.programs).where(tables.programs.c.id == key))
    return None if r is None else ProgramRecord(r.id, r.program, r.schema, r.made_at)


def save_check_in(own: PersonScope, one: CheckInRecord) -> None:
    """Keep a day's numbers; a second time on the same day takes the place of the first."""
    table = tables.check_ins
    with write_transaction(own.engine) as connection:
        change = update(table).where(table.c.person_id == own.person, table.c.day == one.day)
        if not connection.execute(change.values(scores=dict(one.scores), made_at=utc_now())).rowcount:
            row = {"person_id": own.person, "day": one.day, "scores": dict(one.scores), "made_at": utc_now()}
            connection.execute(insert(table).values(row))


def list_check_ins(own: PersonScope) -> list[CheckInRecord]:
    """All check-ins in order of their days."""
    rows = own.all(own.select(tables.check_ins).order_by(tables.check_ins.c.day))
    return [CheckInRecord(r.day, r.scores) for r in rows]


def add_event(own: PersonScope, one: EventRecord) -> UUID:
    """Keep an entry of the timeline."""
    return own.insert(tables.events, day=one.day, kind=one.kind, words=one.words, centre=one.centre)


def list_events(own: PersonScope) -> list[EventRecord]:
    """The timeline in order of its days."""
    table = tables.events
    rows = own.all(own.select(table).order_by(table.c.day, table.c.made_at))
    return [EventRecord(r.day, r.kind, r.words, r.centre, r.id) for r in rows]


def remove_event(own: PersonScope, key: UUID) -> bool:
    """Take an entry off the timeline; False when this person has none by that id."""
    return own.run(own.delete(tables.events).where(tables.events.c.id == key)) == 1
