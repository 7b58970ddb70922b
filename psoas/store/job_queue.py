"""Work that a person waits for: queued, running, then done, failed or cancelled, with progress on the way."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Engine, select, update

from psoas.core.json_types import JsonTable
from psoas.core.message import Message, from_json, literal, to_json
from psoas.core.stages import Stage
from psoas.store.database import write_transaction
from psoas.store.person_scope import PersonScope, StoredRow, utc_now
from psoas.store.tables import jobs

WAITING = ("queued", "running")


@dataclass(frozen=True)
class Job:
    """One piece of work: ``progress`` from 0 to 1, its ``stage`` (None before the first), the ``faults`` that ended it,
    and in ``tries`` how often it began."""

    id: UUID
    person: UUID
    kind: str
    asked: JsonTable
    state: str
    progress: float
    stage: Stage | None
    faults: tuple[Message, ...]
    tries: int


def queue_job(own: PersonScope, kind: str, asked: JsonTable) -> UUID:
    """Queue a piece of work."""
    table = dict(asked)
    return own.insert(jobs, kind=kind, asked=table, state="queued", progress=0.0, stage="", fault="", tries=0)


def find_job(own: PersonScope, key: UUID) -> Job | None:
    """One own job, or None."""
    row = own.first(own.select(jobs).where(jobs.c.id == key))
    return None if row is None else _job(row)


def own_jobs(own: PersonScope) -> list[Job]:
    """Own jobs, the newest first."""
    return [_job(row) for row in own.all(own.select(jobs).order_by(jobs.c.made_at.desc(), jobs.c.id))]


def cancel_job(own: PersonScope, key: UUID) -> bool:
    """Stop a job that waits or runs; the worker sees it at its next report. False when there is nothing to stop."""
    change = own.update(jobs).where(jobs.c.id == key, jobs.c.state.in_(WAITING))
    return own.run(change.values(state="cancelled", ended_at=utc_now())) == 1


def retry_job(own: PersonScope, key: UUID, *, asked: JsonTable | None = None) -> bool:
    """Queue a job again that failed or was cancelled, with what is ``asked`` now if that changed. False when there is
    none."""
    change = own.update(jobs).where(jobs.c.id == key, jobs.c.state.in_(("failed", "cancelled")))
    again = change.values(state="queued", progress=0.0, stage="", fault="", began_at=None, ended_at=None)
    if asked is not None:
        again = again.values(asked=dict(asked), tries=0)
    return own.run(again) == 1


def remove_job(own: PersonScope, key: UUID) -> bool:
    """Take a job out, whatever it does; the worker stops when it sees that it is gone. False when there is none."""
    return own.run(own.delete(jobs).where(jobs.c.id == key)) == 1


def claim_job(engine: Engine) -> Job | None:
    """For the worker: take the oldest queued job, or None. Two workers never get the same one."""
    with write_transaction(engine) as connection:
        oldest = select(jobs.c.id).where(jobs.c.state == "queued").order_by(jobs.c.made_at, jobs.c.id).limit(1)
        key = connection.execute(oldest).scalar()
        if key is None:
            return None
        taken = update(jobs).where(jobs.c.id == key, jobs.c.state == "queued")
        taken = taken.values(state="running", began_at=utc_now(), tries=jobs.c.tries + 1)
        if connection.execute(taken).rowcount != 1:
            return None
        return _job(connection.execute(select(jobs).where(jobs.c.id == key)).one())


def report_progress(engine: Engine, key: UUID, progress: float, stage: Stage) -> bool:
    """For the worker: how far it is. False when the job was cancelled, and the worker should stop."""
    return _while_running(engine, key, progress=min(max(progress, 0.0), 1.0), stage=stage.value)


def finish_job(engine: Engine, key: UUID, *, faults: Sequence[Message] = ()) -> bool:
    """For the worker: the end, with what went wrong if anything did. False when it was cancelled meanwhile."""
    told = json.dumps([to_json(one) for one in faults])
    ended = {"state": "failed", "fault": told} if faults else {"state": "done", "progress": 1.0}
    return _while_running(engine, key, ended_at=utc_now(), **ended)


def resume_jobs(engine: Engine) -> int:
    """At the start of the app: what was running when it stopped is queued again; how many there were."""
    with write_transaction(engine) as connection:
        left = update(jobs).where(jobs.c.state == "running")
        return int(connection.execute(left.values(state="queued", progress=0.0, stage="")).rowcount)


def _while_running(engine: Engine, key: UUID, **values: str | float | datetime | None) -> bool:
    with write_transaction(engine) as connection:
        change = update(jobs).where(jobs.c.id == key, jobs.c.state == "running").values(**values)
        return connection.execute(change).rowcount == 1


def _job(r: StoredRow) -> Job:
    stage = Stage(r.stage) if r.stage in set(Stage) else None
    return Job(r.id, r.person_id, r.kind, r.asked, r.state, r.progress, stage, _faults(r.fault), r.tries)


def _faults(stored: str) -> tuple[Message, ...]:
    """Messages from their JSON; version 0.1.0 stored a sentence a line."""
    if not stored:
        return ()
    try:
        return tuple(from_json(one) for one in json.loads(stored))
    except (ValueError, TypeError, AttributeError):
        return tuple(literal(line) for line in stored.split("\n") if line)
