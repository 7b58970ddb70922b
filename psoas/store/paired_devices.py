"""Phones that a person paired with this machine. The key is in the phone's cookie; here lies only its hash."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Engine, select, update

from psoas.store.database import write_transaction
from psoas.store.person_scope import PersonScope, utc_now
from psoas.store.tables import devices

SEEN_EVERY = timedelta(minutes=5)
"""How exact "last seen" is: a page with many requests should not write at each."""


@dataclass(frozen=True)
class Device:
    """One paired phone."""

    id: UUID
    name: str
    made_at: datetime
    seen_at: datetime


def pair(own: PersonScope, name: str) -> str:
    """Let a new device in; returns the key for its cookie, which is shown to nobody else and kept nowhere."""
    key = secrets.token_urlsafe(32)
    own.insert(devices, name=name[:120], key_hash=_hash(key), seen_at=utc_now())
    return key


def find_device_owner(engine: Engine, key: str) -> PersonScope | None:
    """Whose device shows this key, or None; the one query that does not know its person yet."""
    with engine.connect() as connection:
        row = connection.execute(select(devices).where(devices.c.key_hash == _hash(key))).first()
    if row is None:
        return None
    if utc_now() - row.seen_at > SEEN_EVERY:
        with write_transaction(engine) as connection:
            connection.execute(update(devices).where(devices.c.id == row.id).values(seen_at=utc_now()))
    return PersonScope(engine, row.person_id)


def paired_devices(own: PersonScope) -> list[Device]:
    """Own devices, the newest first."""
    rows = own.all(own.select(devices).order_by(devices.c.made_at.desc(), devices.c.id))
    return [Device(r.id, r.name, r.made_at, r.seen_at) for r in rows]


def unpair(own: PersonScope, key: UUID) -> bool:
    """Shut a device out; False when this person has none by that id."""
    return own.run(own.delete(devices).where(devices.c.id == key)) == 1


def _hash(key: str) -> str:
    """SHA-256 is enough for a key of 256 random bits: there is nothing to guess."""
    return hashlib.sha256(key.encode("utf-8")).hexdigest()
