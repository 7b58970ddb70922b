"""One person's own rows: every query of the store starts here, so that none can forget whose rows it reads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, Delete, Engine, Row, Select, Table, Update, delete, insert, select, update

from psoas.store.database import write_transaction


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

    def select(self, table: Table) -> Select[Any]:
        """Own rows of a table."""
        return select(table).where(table.c.person_id == self.person)

    def update(self, table: Table) -> Update:
        """A change of own rows."""
        return update(table).where(table.c.person_id == self.person)

    def delete(self, table: Table) -> Delete:
        """The end of own rows."""
        return delete(table).where(table.c.person_id == self.person)

    def all(self, query: Select[Any]) -> list[Row[Any]]:
        """Every row that a query finds."""
        if self.connection is not None:
            return list(self.connection.execute(query).all())
        with self.engine.connect() as connection:
            return list(connection.execute(query).all())

    def first(self, query: Select[Any]) -> Row[Any] | None:
        """The first row that a query finds, or None."""
        if self.connection is not None:
            return self.connection.execute(query).first()
        with self.engine.connect() as connection:
            return connection.execute(query).first()

    def run(self, change: Update | Delete) -> int:
        """Make a change; how many rows it met."""
        with write_transaction(self.engine) as connection:
            return int(connection.execute(change).rowcount)

    def insert(self, table: Table, **values: Any) -> UUID:
        """Add an own row, made now, with a new id unless the values bring one; returns the id."""
        row = {"id": uuid4(), "person_id": self.person, "made_at": utc_now(), **values}
        with write_transaction(self.engine) as connection:
            connection.execute(insert(table).values(row))
        key: UUID = row["id"]
        return key


def utc_now() -> datetime:
    """This moment, UTC."""
    return datetime.now(UTC)
