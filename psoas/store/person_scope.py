"""One person's own rows: every query of the store starts here, so that none can forget whose rows it reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any, TypeAlias
from uuid import UUID, uuid4

from sqlalchemy import Connection, Delete, Engine, Row, Select, Table, Update, delete, insert, select, update

from psoas.core.json_types import JsonTable
from psoas.intake.answers_draft import AnswersDraft
from psoas.store.database import write_transaction

Query: TypeAlias = Select[*tuple[Any, ...]]
StoredRow: TypeAlias = Row[Any]
"""A question to the database and a row of its answer: their columns have the types that ``tables`` names."""
ColumnValue: TypeAlias = str | float | date | UUID | Sequence[str] | JsonTable | AnswersDraft | None
"""What a column keeps; lists and tables as JSON."""


@dataclass(frozen=True)
class PersonScope:
    """The rows of ``person`` in the database behind ``engine``."""

    engine: Engine
    person: UUID
    connection: Connection | None = field(default=None, compare=False, repr=False)
    """The open transaction that rows are read in; None: each query in one of its own."""

    @contextmanager
    def snapshot(self) -> Iterator[PersonScope]:
        """The same rows for several queries, read in one transaction: no change comes between them."""
        with self.engine.connect() as connection:
            yield replace(self, connection=connection)

    def select(self, table: Table) -> Query:
        """Own rows of a table."""
        return select(table).where(table.c.person_id == self.person)

    def update(self, table: Table) -> Update:
        """A change of own rows."""
        return update(table).where(table.c.person_id == self.person)

    def delete(self, table: Table) -> Delete:
        """The end of own rows."""
        return delete(table).where(table.c.person_id == self.person)

    def all(self, query: Query) -> list[StoredRow]:
        """Every row that a query finds."""
        if self.connection is not None:
            return list(self.connection.execute(query).all())
        with self.engine.connect() as connection:
            return list(connection.execute(query).all())

    def first(self, query: Query) -> StoredRow | None:
        """The first row that a query finds, or None."""
        if self.connection is not None:
            return self.connection.execute(query).first()
        with self.engine.connect() as connection:
            return connection.execute(query).first()

    def run(self, change: Update | Delete) -> int:
        """Make a change; how many rows it met."""
        with write_transaction(self.engine) as connection:
            return int(connection.execute(change).rowcount)

    def insert(self, table: Table, id: UUID | None = None, **values: ColumnValue) -> UUID:
        """Add an own row, made now, with a new id unless one is given; returns the id."""
        key = id or uuid4()
        row = {"id": key, "person_id": self.person, "made_at": utc_now(), **values}
        with write_transaction(self.engine) as connection:
            connection.execute(insert(table).values(row))
        return key


def utc_now() -> datetime:
    """This moment, UTC."""
    return datetime.now(UTC)
