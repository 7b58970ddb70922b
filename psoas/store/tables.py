"""The tables. Every row of a person carries ``person_id``; what a stage computes is kept as its own versioned JSON."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    Uuid,
)

JOB_STATES = ("queued", "running", "done", "failed", "cancelled")
EVENT_KINDS = ("life", "body", "habit")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. SQLite keeps no time zone, so it is taken off on the way in and put back on the way out."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware to naive UTC; a moment without a time zone is a mistake in the code."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Naive UTC to aware."""
        return None if value is None else value.replace(tzinfo=UTC)


def _id() -> Column[UUID]:
    return Column("id", Uuid, primary_key=True)


def _person(*, index: bool = False, primary_key: bool = False) -> Column[UUID]:
    owner = ForeignKey("people.id", ondelete="CASCADE")
    return Column("person_id", Uuid, owner, nullable=False, index=index, primary_key=primary_key)


def _made() -> Column[datetime]:
    return Column("made_at", Moment, nullable=False)


people = Table(
    "people",
    metadata,
    _id(),
    Column("name", String(120), nullable=False),
    Column("height_m", Float),
    Column("mass_kg", Float),
    Column("sex", String(10)),
    _made(),
)

answers = Table(
    "answers",
    metadata,
    _id(),
    _person(index=True),
    Column("schema", String(40), nullable=False),
    Column("told", JSON, nullable=False),
    _made(),
)
"""Each save is a new row: the newest counts, the older ones are history."""

self_tests = Table(
    "self_tests",
    metadata,
    _id(),
    _person(index=True),
    Column("test", String(60), nullable=False),
    Column("day", Date, nullable=False),
    Column("right", Float),
    Column("left", Float),
    Column("felt_where", JSON, nullable=False),
    Column("way", String(20), nullable=False),
    _made(),
)

measures = Table(
    "measures",
    metadata,
    _id(),
    _person(index=True),
    Column("day", Date, nullable=False),
    Column("file", String(255), nullable=False),
    Column("folder", String(500), nullable=False),
    Column("summary", JSON, nullable=False),
    _made(),
)
"""``folder`` lies inside the data folder and is kept relative to it, so that the whole can be moved."""

programs = Table(
    "programs",
    metadata,
    _id(),
    _person(index=True),
    Column("schema", String(40), nullable=False),
    Column("program", JSON, nullable=False),
    _made(),
)

session_log = Table(
    "session_log",
    metadata,
    _person(primary_key=True),
    _id(),
    Column("program_id", Uuid),  # no foreign key: an entry is never refused because its program is gone
    Column("session_id", Uuid, nullable=False),
    Column("at", Moment, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("entry", JSON, nullable=False),
    _made(),
    Index("ix_session_log_session", "person_id", "session_id"),
)
"""The page makes the id, so an entry sent twice arrives once. The key holds the person too: two people whose pages made
the same id keep both, and neither can find out about the other."""

check_ins = Table(
    "check_ins",
    metadata,
    _person(primary_key=True),
    Column("day", Date, primary_key=True),
    Column("scores", JSON, nullable=False),
    _made(),
)

events = Table(
    "events",
    metadata,
    _id(),
    _person(index=True),
    Column("day", Date, nullable=False),
    Column("kind", String(10), CheckConstraint(f"kind IN {EVENT_KINDS}", name="kind"), nullable=False),
    Column("words", Text, nullable=False),
    Column("centre", String(20), nullable=False),
    _made(),
)

jobs = Table(
    "jobs",
    metadata,
    _id(),
    _person(index=True),
    Column("kind", String(40), nullable=False),
    Column("asked", JSON, nullable=False),
    Column("state", String(10), CheckConstraint(f"state IN {JOB_STATES}", name="state"), nullable=False),
    Column("progress", Float, nullable=False),
    Column("stage", String(200), nullable=False),
    Column("fault", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    _made(),
    Column("began_at", Moment),
    Column("ended_at", Moment),
    Index("ix_jobs_state", "state", "made_at"),
)

devices = Table(
    "devices",
    metadata,
    _id(),
    _person(index=True),
    Column("name", String(120), nullable=False),
    Column("key_hash", String(64), nullable=False, unique=True),
    _made(),
    Column("seen_at", Moment, nullable=False),
)
"""Phones that were paired; of the key in their cookie only the SHA-256 is kept."""
