"""The log of a session: what each entry may say, one log from many copies, and what was done."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psoas.core.errors import InputError
from psoas.core.sides import SIDES

KINDS = (
    "started", "step_done", "skipped", "paused", "hurt", "effort", "pain_after", "finished", "next_day_pain",
)  # fmt: skip
"""What an entry tells of. ``next_day_pain`` comes from the day after, all others from the player."""
SCORED = ("hurt", "effort", "pain_after", "next_day_pain")
"""Kinds with a ``score`` from 0 to 10; ``hurt`` may be without one."""
PLACED = ("step_done", "skipped", "hurt")
"""Kinds that name an item and its side."""
PLACES = (
    "low_back", "groin", "hip_outside", "buttock", "thigh_front", "knee", "below_knee", "numb", "belly", "elsewhere",
)  # fmt: skip
UNTOLD = math.inf
"""Pain without a number: it hurt, so it counts as more than any limit, for that is the safe side."""
NERVE = ("below_knee", "numb")
"""Places of pain that end an exercise whatever the number."""
MOST = 2000
"""Entries taken at once; a session of an hour makes about two hundred."""
LONGEST = 20_000
"""Letters of one entry's details."""


@dataclass(frozen=True)
class LogEntry:
    """One thing that happened: ``id`` and ``session`` made by the page, ``at`` by its clock, ``entry`` its details."""

    id: UUID
    session: UUID
    at: datetime
    kind: str
    entry: Mapping[str, Any]
    program: UUID | None = None


@dataclass(frozen=True)
class ItemDone:
    """What became of one item on one side in one session: sets ``done`` and ``skipped``, the worst pain told during it
    (``UNTOLD`` where one was told without a number), and whether that was in a place where a nerve may speak."""

    name: str
    side: str
    done: int
    skipped: int
    hurt: float | None
    leg_worse: bool


@dataclass(frozen=True)
class SessionDone:
    """One session: ``blocks`` planned and ``done``, scores where they were given, and whether it was ``finished`` and
    gone through to its end (``complete``)."""

    session: UUID
    day: datetime
    blocks: int
    done: int
    effort: float | None
    pain_after: float | None
    next_day_pain: float | None
    finished: bool
    complete: bool
    items: tuple[ItemDone, ...]

    @property
    def share(self) -> float:
        """Part of the planned sets that was done, 0 to 1."""
        return min(1.0, self.done / self.blocks) if self.blocks else 0.0


def read_entries(given: Any) -> tuple[LogEntry, ...]:
    """Checked entries of a page's ``{"entries": [...]}``; ``InputError`` lists every fault."""
    rows = given.get("entries") if isinstance(given, Mapping) else None
    if not isinstance(rows, list):
        raise InputError("log: expected {'entries': [...]}")
    if len(rows) > MOST:
        raise InputError(f"log: {len(rows)} entries at once; expected at most {MOST}")
    faults: list[str] = []
    found = [_entry(row, f"entry {number}", faults) for number, row in enumerate(rows, 1)]
    if faults:
        raise InputError(*faults)
    return tuple(one for one in found if one is not None)


def merge_logs(*logs: Iterable[LogEntry]) -> tuple[LogEntry, ...]:
    """One log from copies and parts, in any order: each entry once, by the page's clock. Of two that share an id (a
    page's mistake) the one counts that comes first as text, so that order never matters."""
    found: dict[UUID, LogEntry] = {}
    for one in (entry for log in logs for entry in log):
        kept = found.get(one.id)
        found[one.id] = one if kept is None else min(kept, one, key=_text)
    return tuple(sorted(found.values(), key=lambda one: (one.at, str(one.id))))


def summarize_log(entries: Iterable[LogEntry]) -> tuple[SessionDone, ...]:
    """What was done, session by session, oldest first. A set that was skipped and done after all counts as done."""
    by: dict[UUID, list[LogEntry]] = {}
    for one in merge_logs(entries):
        by.setdefault(one.session, []).append(one)
    made = [_session(key, log) for key, log in by.items()]
    return tuple(sorted(made, key=lambda one: (one.day, str(one.session))))


def _session(key: UUID, log: Sequence[LogEntry]) -> SessionDone:
    begun = next((one.entry for one in log if one.kind == "started"), {})
    end = next((one.entry for one in reversed(log) if one.kind == "finished"), None)
    sets = _sets(log)
    finished = sum(1 for state, easier in sets.values() if state == "step_done" and not easier)
    blocks = int(begun.get("blocks") or (end or {}).get("blocks") or len(sets))
    return SessionDone(
        key, log[0].at, blocks, finished, _score(log, "effort"), _score(log, "pain_after"),
        _score(log, "next_day_pain"), end is not None, bool(end and end.get("complete")), _items(log),
    )  # fmt: skip


def _sets(log: Sequence[LogEntry]) -> dict[int, tuple[str, bool]]:
    """By block, whether it was done or skipped, and whether it was of an easier exercise."""
    found: dict[int, tuple[str, bool]] = {}
    for one in log:
        block = one.entry.get("block")
        settled = block is None or found.get(block, ("", False))[0] == "step_done"
        if one.kind in ("step_done", "skipped") and block is not None and not settled:
            found[block] = (one.kind, bool(one.entry.get("easier")))
    return found


def _items(log: Sequence[LogEntry]) -> tuple[ItemDone, ...]:
    sets = _sets(log)
    keys: dict[tuple[str, str], set[int]] = {}
    hurts: dict[tuple[str, str], list[LogEntry]] = {}
    for one in log:
        if one.kind not in PLACED:
            continue
        key = str(one.entry["name"]), str(one.entry.get("side", ""))
        keys.setdefault(key, set())
        if one.kind == "hurt":
            hurts.setdefault(key, []).append(one)
        elif "block" in one.entry:
            keys[key].add(one.entry["block"])
    made = []
    for (name, side), blocks in keys.items():
        states = [sets[block][0] for block in blocks if block in sets]
        pains = hurts.get((name, side), [])
        worst = max((_felt(one) for one in pains), default=None)
        nerve = any(set(one.entry.get("where", ())) & set(NERVE) for one in pains)
        made.append(ItemDone(name, side, states.count("step_done"), states.count("skipped"), worst, nerve))
    return tuple(made)


def _felt(pain: LogEntry) -> float:
    score = pain.entry.get("score")
    return UNTOLD if score is None else float(score)


def _score(log: Sequence[LogEntry], kind: str) -> float | None:
    """The last score of a kind."""
    return next((float(one.entry["score"]) for one in reversed(log) if one.kind == kind), None)


def _text(one: LogEntry) -> str:
    kept = [str(one.session), one.at.isoformat(), one.kind, str(one.program), dict(one.entry)]
    return json.dumps(kept, sort_keys=True, default=str)


def _entry(row: Any, where: str, faults: list[str]) -> LogEntry | None:
    if not isinstance(row, Mapping):
        faults.append(f"{where}: expected an object")
        return None
    before = len(faults)
    known = {"id", "session", "program", "at", "kind", "entry"}
    faults += [
        f"{where}: '{key}' is not known; expected {', '.join(sorted(known))}" for key in sorted(set(row) - known)
    ]
    key, session = (_uuid(row.get(name), f"{where}, {name}", faults) for name in ("id", "session"))
    program = None if row.get("program") is None else _uuid(row["program"], f"{where}, program", faults)
    at = _moment(row.get("at"), f"{where}, at", faults)
    kind, entry = row.get("kind"), row.get("entry", {})
    if kind not in KINDS:
        faults.append(f"{where}: kind '{kind}' is not known; expected {', '.join(KINDS)}")
    elif not isinstance(entry, Mapping):
        faults.append(f"{where}, entry: expected an object")
    else:
        faults += [f"{where}, {kind}: {fault}" for fault in _wrong(str(kind), entry)]
    if len(faults) > before or key is None or session is None or at is None:
        return None
    return LogEntry(key, session, at, str(kind), dict(entry), program)


def _wrong(kind: str, entry: Mapping[str, Any]) -> list[str]:
    """Faults of the details of one kind."""
    found = []
    untold = kind == "hurt" and entry.get("score") is None
    if kind in SCORED and not untold and not _between(entry.get("score"), 0, 10):
        found.append(f"score {entry.get('score')!r}; expected a number from 0 to 10")
    if kind in PLACED:
        if not isinstance(entry.get("name"), str) or not entry["name"]:
            found.append("'name' is missing; expected the name of the item")
        if entry.get("side", "") not in ("", *SIDES):
            found.append(f"side {entry['side']!r}; expected right, left or none")
    if "block" in entry and (isinstance(entry["block"], bool) or not isinstance(entry["block"], int)):
        found.append(f"block {entry['block']!r}; expected a whole number")
    if kind in ("started", "finished") and not _between(entry.get("blocks"), 0, 100_000):
        found.append(f"blocks {entry.get('blocks')!r}; expected how many sets the session holds")
    if kind == "hurt":
        places = entry.get("where", [])
        strange = [one for one in places if one not in PLACES] if isinstance(places, list) else [places]
        found += [f"where {one!r} is not known; expected {', '.join(PLACES)}" for one in strange]
    if len(json.dumps(dict(entry), default=str)) > LONGEST:
        found.append(f"is longer than {LONGEST} letters")
    return found


def _between(value: Any, low: float, high: float) -> bool:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return number and math.isfinite(value) and low <= value <= high


def _uuid(value: Any, where: str, faults: list[str]) -> UUID | None:
    try:
        return UUID(value)
    except (AttributeError, TypeError, ValueError):
        faults.append(f"{where}: {value!r} is not a UUID")
        return None


def _moment(value: Any, where: str, faults: list[str]) -> datetime | None:
    try:
        found = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        found = None
    if found is None or found.tzinfo is None:
        faults.append(f"{where}: {value!r} is not a moment; expected one like 2025-03-01T18:30:00Z")
        return None
    return found
