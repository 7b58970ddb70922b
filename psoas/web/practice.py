"""What a person practises: the program of the newest answers, kept with its doses, and where they are in it."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from psoas.assessment.assess import assess
from psoas.assessment.read import story_of
from psoas.assessment.story import Story
from psoas.errors import InputError
from psoas.program.plan import plan
from psoas.program.program import Item, LeftOut, Phase, Program, Session
from psoas.program.reach import BANNED, reach
from psoas.program.record import as_json, program_of
from psoas.session.log import LogEntry, SessionDone, done
from psoas.session.progress import PRACTISED
from psoas.store import records, sessions
from psoas.store.own import Own
from psoas.web import told
from psoas.web.decided import Decision, adjusted, as_rows, asked_for, newest, of_rows
from psoas.web.standing_in import kin

KEPT = "kept"
"""Where a stored program holds what only the app needs: its first day, its decided doses, what it was made from."""
ASK_DAYS = 3
"""How long after a session it is asked how the next day was (assumed: later nobody remembers)."""
PEOPLE = 16
"""So many people's program and log stay read: a year of them takes longer to read than a page should."""
_planning = threading.Lock()
_Stamp = tuple[int, datetime] | None


@dataclass(frozen=True)
class Practice:
    """A kept program: as ``planned``, and with its ``decisions``; ``start`` is the first day of its first week."""

    id: UUID
    planned: Program
    program: Program
    start: date
    decisions: tuple[Decision, ...]
    made: datetime
    rests_on: str

    def week(self, today: date) -> int:
        """The week of the program, from 1; after its end the number goes on."""
        return max(1, (today - self.start).days // 7 + 1)

    def first_day(self, today: date) -> date:
        """The first day of the week that is on: weeks count from the day the program began."""
        return self.start + timedelta(weeks=self.week(today) - 1)

    def phase(self, today: date) -> Phase:
        """The phase that is on; the last one after the end."""
        week = min(self.week(today), self.program.weeks)
        return next(one for one in self.program.phases if one.weeks[0] <= week <= one.weeks[1])


@dataclass(frozen=True)
class Next:
    """The session that comes next: its ``phase``, its number ``day`` in the week from 1, and how many of the week are
    ``done``."""

    phase: Phase
    day: int
    done: int
    session: Session

    @property
    def address(self) -> str:
        """Where it is led."""
        return f"/session/{self.phase.name}-{self.day}"


def current(own: Own, today: date) -> Practice:
    """The program that counts: planned anew where answers, tests or recordings changed since, with the steps back that
    the log asks for.

    Raises ``Stopped`` after a stop and ``InputError`` where no program can be made.
    """
    with _planning:
        found = saved(own)
        if found is None or found.rests_on != fingerprint(own):
            found = _planned(own, found, today)
        back = [one for one in waiting(own, found, today) if one.accepted]
        return keep(own, found, [*found.decisions, *back]) if back else found


def saved(own: Own) -> Practice | None:
    """The newest kept program."""
    key = records.latest_program(own)
    return None if key is None else kept(own, key)


@lru_cache(PEOPLE)
def kept(own: Own, key: UUID) -> Practice:
    """A kept program, which never changes: another one is another row. Raises ``InputError`` where none is kept so."""
    row = records.program(own, key)
    if row is None:
        raise InputError(f"program {key}: none is kept under that name")
    given = dict(row.program)
    ours = given.pop(KEPT, {})
    planned, decisions = program_of(given), of_rows(ours.get("decisions", ()))
    start = date.fromisoformat(ours["start"]) if "start" in ours else row.made_at.astimezone().date()
    return Practice(
        row.id, planned, adjusted(planned, decisions), start, decisions, row.made_at, ours.get("rests_on", "")
    )


def keep(own: Own, one: Practice, decisions: Sequence[Decision]) -> Practice:
    """The same program with other decisions, kept as the newest."""
    return _save(own, one.planned, one.start, decisions, one.rests_on)


def wish(own: Own, changes: dict[str, Any], today: date) -> Practice:
    """Plan with other wishes and keep both, or neither. Raises like ``current``."""
    given, draft = told.everything(own), told.draft(own)
    given["wishes"] = draft["wishes"] = {**draft["wishes"], **changes}
    before = saved(own)
    program = _plan(own, story_of(given), before.decisions if before else ())
    with _planning:
        before = saved(own)
        told.save(own, draft)
        start = before.start if before else today
        return _save(own, program, start, before.decisions if before else (), fingerprint(own))


def begin_anew(own: Own, today: date) -> Practice:
    """The same program from its first week on, which begins today, its doses as planned."""
    now = current(own, today)
    return _save(own, now.planned, today, (), now.rests_on)


def waiting(own: Own, one: Practice, today: date) -> tuple[Decision, ...]:
    """What the log asks for and nobody has decided: steps back, and steps on to accept or not."""
    return _waiting(own, one.id, one.phase(today).name, sessions.version(own))


@lru_cache(PEOPLE)
def _waiting(own: Own, key: UUID, name: str, _stamp: _Stamp) -> tuple[Decision, ...]:
    one = kept(own, key)
    phase = next(phase for phase in one.program.phases if phase.name == name)
    within = [one for one in reach(told.story(own)).within if one.thing.kind == "exercise"]
    allowed = {one.thing.name: not one.asks for one in within if one.thing.load_n <= phase.lumbar_limit_n}
    spare = max(0.0, one.program.minutes - max(session.minutes for session in phase.sessions))
    calm = [name for name, unasked in allowed.items() if unasked]
    return asked_for(items_of(phase), since(own, one.start), one.decisions, allowed, calm, spare)


def answer(own: Own, key: tuple[str, ...], *, accepted: bool, today: date) -> None:
    """Keep what the person says to a proposal, or to a step back that was taken; nothing where there is none."""
    now = current(own, today)
    old = [replace(one, accepted=accepted) if one.key == key else one for one in now.decisions]
    new = [replace(one, accepted=accepted) for one in waiting(own, now, today) if one.key == key]
    kept = keep(own, now, [*old, *new])
    if not set(_out(now.decisions)) <= set(_out(kept.decisions)):  # what comes back may be planned for again
        _planned(own, kept, today)


def _out(decisions: Sequence[Decision]) -> dict[str, str]:
    """What decisions leave out, each with its words."""
    return {one.name: one.left for one in newest(decisions) if one.sets == 0}


def log_of(own: Own) -> tuple[SessionDone, ...]:
    """Every session of the log, oldest first, by the clock of this machine: a day is the person's day."""
    return _log(own, sessions.version(own))


@lru_cache(PEOPLE)
def _log(own: Own, _stamp: _Stamp) -> tuple[SessionDone, ...]:
    rows = sessions.entries(own)
    return tuple(done(LogEntry(r.id, r.session, r.at.astimezone(), r.kind, r.entry, r.program) for r in rows))


def since(own: Own, start: date) -> tuple[SessionDone, ...]:
    """The sessions from a day on."""
    return tuple(one for one in log_of(own) if one.day.date() >= start)


def upcoming(one: Practice, log: Sequence[SessionDone], today: date) -> Next:
    """What comes next this week; after its last session the first one again."""
    phase = one.phase(today)
    first = one.first_day(today)
    held = sum(s.share >= PRACTISED and first <= s.day.date() <= today for s in log)
    day = held % one.program.days + 1
    return Next(phase, day, held, phase.sessions[day - 1])


def to_ask(log: Sequence[SessionDone], today: date) -> SessionDone | None:
    """The last session, where it is time to ask how the day after was."""
    last = log[-1] if log else None
    if last is None or last.next_day_pain is not None or not last.items:
        return None
    return last if timedelta(0) < today - last.day.date() <= timedelta(days=ASK_DAYS) else None


def items_of(phase: Phase) -> tuple[Item, ...]:
    """Every item of a phase."""
    return tuple(item for session in phase.sessions for item in session.items)


def fingerprint(own: Own) -> str:
    """What a program rests on, as a short text that changes with it: answers, tests, wishes, recordings; not the
    check-ins."""
    given = {key: value for key, value in told.everything(own).items() if key != "check_ins"}
    text = json.dumps([given, [str(one.id) for one in records.measures(own)[:2]]], sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def _planned(own: Own, before: Practice | None, today: date) -> Practice:
    decisions = before.decisions if before else ()
    program = _plan(own, told.story(own), decisions)
    start = before.start if before else today
    return _save(own, program, start, decisions, fingerprint(own))


def _plan(own: Own, story: Story, decisions: Sequence[Decision]) -> Program:
    """A program without what practice left out, or anything of its kind: planned so, its minutes are filled."""
    now, earlier = told.recordings(own)
    wishes, words = story.wishes, _out(decisions)
    kept = {*wishes.pin, *wishes.swap.values()}
    out = sorted((kin(words) | set(words)) - kept - set(wishes.ban))
    made = plan(replace(story, wishes=replace(wishes, ban=(*wishes.ban, *out))), assess(story, now, earlier))
    if not out:
        return made
    kinds = "Of one kind with what is left out for now, because it was hard on you."
    left = [replace(one, why=words.get(one.name, kinds)) if _ours(one, out) else one for one in made.left_out]
    return replace(made, left_out=tuple(left))


def _ours(one: LeftOut, out: Sequence[str]) -> bool:
    """Whether practice left it out, and not something that weighs more."""
    return one.kind != "test" and one.name in out and one.why == BANNED


def _save(own: Own, program: Program, start: date, decisions: Sequence[Decision], rests_on: str) -> Practice:
    kept = {"start": start.isoformat(), "decisions": as_rows(decisions), "rests_on": rests_on}
    records.save_program(own, {**as_json(program), KEPT: kept})
    found = saved(own)
    assert found is not None
    return found
