"""The log of guided sessions. A page without a network keeps its entries and sends them again until it hears back, so
that each arrives at least once; the id that the page made sees to at most once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError

from psoas.core.json_types import JsonTable
from psoas.session.log_entry import LogEntry, log_entry
from psoas.store.database import write_transaction
from psoas.store.person_scope import PersonScope, utc_now
from psoas.store.tables import session_log


def add_entries(own: PersonScope, entries: Iterable[LogEntry]) -> int:
    """Keep entries; how many of them were new. One that is known already stays as it first arrived.

    All new ones are kept, or none: an error leaves the log as it was.
    """
    given = {one.id: one for one in entries}
    try:
        return _keep_new(own, given)
    except IntegrityError:  # the same entries arrived at the same moment on another connection
        return _keep_new(own, given)


def _keep_new(own: PersonScope, given: Mapping[UUID, LogEntry]) -> int:
    table = session_log
    with write_transaction(own.engine) as connection:
        known = select(table.c.id).where(table.c.person_id == own.person, table.c.id.in_(list(given)))
        old = set(connection.execute(known).scalars())
        rows = [_row(own, one) for key, one in given.items() if key not in old]
        if rows:
            connection.execute(insert(table), rows)
    return len(rows)


def list_entries(own: PersonScope, session: UUID | None = None) -> list[LogEntry]:
    """The log in the order of the page's clock: all of it, or one session's."""
    query = own.select(session_log).order_by(session_log.c.at, session_log.c.id)
    rows = own.all(query if session is None else query.where(session_log.c.session_id == session))
    return [log_entry(r.id, r.session_id, r.at, r.kind, r.entry, r.program_id) for r in rows]


def log_version(own: PersonScope) -> tuple[int, datetime] | None:
    """How many entries there are and when the last one came in, None without any: what was made of the log holds until
    this changes."""
    table = session_log
    asked = select(func.count().label("entries"), func.max(table.c.made_at).label("last"))
    row = own.first(asked.where(table.c.person_id == own.person))
    return (row.entries, row.last) if row and row.entries else None


def _row(own: PersonScope, one: LogEntry) -> dict[str, UUID | datetime | str | JsonTable | None]:
    return {
        "person_id": own.person,
        "id": one.id,
        "program_id": one.program,
        "session_id": one.session,
        "at": one.at,
        "kind": one.kind.value,
        "entry": one.details(),
        "made_at": utc_now(),
    }
