"""From log entries to sessions: one log from many copies, and what was done."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from psoas.program.pain_rules import is_nerve_sign
from psoas.session.log_entry import FinishedEntry, HurtEntry, LogEntry, ScoreEntry, SetEntry, StartedEntry
from psoas.session.session_rules import UNSCORED_PAIN, LogKind


@dataclass(frozen=True)
class ItemDone:
    """What became of one item on one side in one session: sets ``done`` and ``skipped``, the worst pain during it
    (``UNSCORED_PAIN`` for one without a score), and whether its place points to a nerve."""

    name: str
    side: str
    done: int
    skipped: int
    hurt: float | None
    leg_worse: bool


@dataclass(frozen=True)
class SessionDone:
    """One session: ``blocks`` planned and ``done``, scores where they were given, and whether it was ``finished`` and
    gone through to its end (``complete``); ``night_pain`` is new pain that woke the person in the night after."""

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
    night_pain: bool = False

    @property
    def share(self) -> float:
        """Part of the planned sets that was done, 0 to 1."""
        return min(1.0, self.done / self.blocks) if self.blocks else 0.0


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
    started = next((one.entry for one in log if isinstance(one, StartedEntry)), None)
    end = next((one.entry for one in reversed(log) if isinstance(one, FinishedEntry)), None)
    sets = _sets(log)
    done = sum(1 for state, easier in sets.values() if state is LogKind.STEP_DONE and not easier)
    planned = (started.blocks if started else 0) or (end.blocks if end else 0) or len(sets)
    return SessionDone(
        key, log[0].at, planned, done, _score(log, LogKind.EFFORT), _score(log, LogKind.PAIN_AFTER),
        _score(log, LogKind.NEXT_DAY_PAIN), end is not None, bool(end and end.complete), _items(log),
        any(one.entry.night for one in log if isinstance(one, ScoreEntry)),
    )  # fmt: skip


def _sets(log: Sequence[LogEntry]) -> dict[int, tuple[LogKind, bool]]:
    """By block, whether it was done or skipped, and whether it was of an easier exercise."""
    found: dict[int, tuple[LogKind, bool]] = {}
    for one in log:
        if not isinstance(one, SetEntry) or one.entry.block is None:
            continue
        before = found.get(one.entry.block)
        if before is None or before[0] is not LogKind.STEP_DONE:
            found[one.entry.block] = (one.kind, one.entry.easier)
    return found


def _items(log: Sequence[LogEntry]) -> tuple[ItemDone, ...]:
    sets = _sets(log)
    blocks: dict[tuple[str, str], set[int]] = {}
    hurts: dict[tuple[str, str], list[HurtEntry]] = {}
    for one in log:
        if not isinstance(one, SetEntry | HurtEntry):
            continue
        key = one.entry.name, one.entry.side
        blocks.setdefault(key, set())
        if isinstance(one, HurtEntry):
            hurts.setdefault(key, []).append(one)
        elif one.entry.block is not None:
            blocks[key].add(one.entry.block)
    made = []
    for (name, side), own in blocks.items():
        states = [sets[block][0] for block in own if block in sets]
        pains = hurts.get((name, side), [])
        worst = max((_pain(one) for one in pains), default=None)
        nerve = any(is_nerve_sign(one.entry.where) for one in pains)
        made.append(ItemDone(name, side, states.count(LogKind.STEP_DONE), states.count(LogKind.SKIPPED), worst, nerve))
    return tuple(made)


def _pain(one: HurtEntry) -> float:
    return UNSCORED_PAIN if one.entry.score is None else float(one.entry.score)


def _score(log: Sequence[LogEntry], kind: LogKind) -> float | None:
    """The last score of a kind."""
    scores = (float(one.entry.score) for one in reversed(log) if isinstance(one, ScoreEntry) and one.kind is kind)
    return next(scores, None)


def _text(one: LogEntry) -> str:
    stored = [str(one.session), one.at.isoformat(), one.kind, str(one.program), one.details()]
    return json.dumps(stored, sort_keys=True)
