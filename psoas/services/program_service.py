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

from psoas.assessment.assessor import assess
from psoas.core.errors import InputError
from psoas.intake.answers import IntakeAnswers
from psoas.intake.answers_parser import parse_answers
from psoas.program.eligibility import BANNED, find_eligible
from psoas.program.planner import plan_program
from psoas.program.program_json import parse_program, program_json
from psoas.program.program_models import Item, LeftOut, Phase, Program, Session
from psoas.progression.dose_decisions import (
    DoseDecision,
    apply_decisions,
    decisions_from_json,
    decisions_to_json,
    newest_decisions,
    propose_changes,
)
from psoas.progression.outcomes import PRACTISED
from psoas.progression.substitution import exercise_relatives
from psoas.services import answers_service
from psoas.session.session_log import LogEntry, SessionDone, summarize_log
from psoas.store import repositories, session_repository
from psoas.store.person_scope import PersonScope

KEPT = "kept"
"""Where a stored program holds what only the app needs: its first day, its decided doses, what it was made from."""
ASK_DAYS = 3
"""How long after a session it is asked how the next day was (assumed: later nobody remembers)."""
PEOPLE = 16
"""So many people's program and log stay read: a year of them takes longer to read than a page should."""
_planning = threading.Lock()
_Stamp = tuple[int, datetime] | None


@dataclass(frozen=True)
class CurrentProgram:
    """A kept program: as ``planned``, and with its ``decisions``; ``start`` is the first day of its first week."""

    id: UUID
    planned: Program
    program: Program
    start: date
    decisions: tuple[DoseDecision, ...]
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
class NextSession:
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


def load_current_program(own: PersonScope, today: date) -> CurrentProgram:
    """The program that counts: planned anew where answers, tests or recordings changed since, with the steps back that
    the log asks for.

    Raises ``Stopped`` after a stop and ``InputError`` where no program can be made.
    """
    with _planning:
        found = latest_saved_program(own)
        if found is None or found.rests_on != input_hash(own):
            found = _planned(own, found, today)
        back = [one for one in pending_decisions(own, found, today) if one.accepted]
        return save_decisions(own, found, [*found.decisions, *back]) if back else found


def latest_saved_program(own: PersonScope) -> CurrentProgram | None:
    """The newest kept program."""
    key = repositories.latest_program(own)
    return None if key is None else load_program(own, key)


@lru_cache(PEOPLE)
def load_program(own: PersonScope, key: UUID) -> CurrentProgram:
    """A kept program, which never changes: another one is another row. Raises ``InputError`` where none is kept so."""
    row = repositories.find_program(own, key)
    if row is None:
        raise InputError(f"program {key}: none is kept under that name")
    given = dict(row.program)
    ours = given.pop(KEPT, {})
    planned, decisions = parse_program(given), decisions_from_json(ours.get("decisions", ()))
    start = date.fromisoformat(ours["start"]) if "start" in ours else row.made_at.astimezone().date()
    return CurrentProgram(
        row.id, planned, apply_decisions(planned, decisions), start, decisions, row.made_at, ours.get("rests_on", "")
    )


def save_decisions(own: PersonScope, one: CurrentProgram, decisions: Sequence[DoseDecision]) -> CurrentProgram:
    """The same program with other decisions, kept as the newest."""
    return _save(own, one.planned, one.start, decisions, one.rests_on)


def plan_with_preferences(own: PersonScope, changes: dict[str, Any], today: date) -> CurrentProgram:
    """Plan with other wishes and keep both, or neither. Raises like ``current``."""
    given, draft = answers_service.load_all_answers(own), answers_service.load_draft(own)
    given["wishes"] = draft["wishes"] = {**draft["wishes"], **changes}
    before = latest_saved_program(own)
    program = _plan(own, parse_answers(given), before.decisions if before else ())
    with _planning:
        before = latest_saved_program(own)
        answers_service.save_answers(own, draft)
        start = before.start if before else today
        return _save(own, program, start, before.decisions if before else (), input_hash(own))


def restart_program(own: PersonScope, today: date) -> CurrentProgram:
    """The same program from its first week on, which begins today, its doses as planned."""
    now = load_current_program(own, today)
    return _save(own, now.planned, today, (), now.rests_on)


def pending_decisions(own: PersonScope, one: CurrentProgram, today: date) -> tuple[DoseDecision, ...]:
    """What the log asks for and nobody has decided: steps back, and steps on to accept or not."""
    return _waiting(own, one.id, one.phase(today).name, session_repository.log_version(own))


@lru_cache(PEOPLE)
def _waiting(own: PersonScope, key: UUID, name: str, _stamp: _Stamp) -> tuple[DoseDecision, ...]:
    one = load_program(own, key)
    phase = next(phase for phase in one.program.phases if phase.name == name)
    within = [one for one in find_eligible(answers_service.load_answers(own)).within if one.thing.kind == "exercise"]
    allowed = {one.thing.name: not one.asks for one in within if one.thing.load_n <= phase.lumbar_limit_n}
    spare = max(0.0, one.program.minutes - max(session.minutes for session in phase.sessions))
    calm = [name for name, unasked in allowed.items() if unasked]
    return propose_changes(items_of_phase(phase), sessions_since(own, one.start), one.decisions, allowed, calm, spare)


def answer_decision(own: PersonScope, key: tuple[str, ...], *, accepted: bool, today: date) -> None:
    """Keep what the person says to a proposal, or to a step back that was taken; nothing where there is none."""
    now = load_current_program(own, today)
    old = [replace(one, accepted=accepted) if one.key == key else one for one in now.decisions]
    new = [replace(one, accepted=accepted) for one in pending_decisions(own, now, today) if one.key == key]
    kept = save_decisions(own, now, [*old, *new])
    if not set(_out(now.decisions)) <= set(_out(kept.decisions)):  # what comes back may be planned for again
        _planned(own, kept, today)


def _out(decisions: Sequence[DoseDecision]) -> dict[str, str]:
    """What decisions leave out, each with its words."""
    return {one.name: one.left for one in newest_decisions(decisions) if one.sets == 0}


def load_session_log(own: PersonScope) -> tuple[SessionDone, ...]:
    """Every session of the log, oldest first, by the clock of this machine: a day is the person's day."""
    return _log(own, session_repository.log_version(own))


@lru_cache(PEOPLE)
def _log(own: PersonScope, _stamp: _Stamp) -> tuple[SessionDone, ...]:
    rows = session_repository.list_entries(own)
    return tuple(summarize_log(LogEntry(r.id, r.session, r.at.astimezone(), r.kind, r.entry, r.program) for r in rows))


def sessions_since(own: PersonScope, start: date) -> tuple[SessionDone, ...]:
    """The sessions from a day on."""
    return tuple(one for one in load_session_log(own) if one.day.date() >= start)


def next_session(one: CurrentProgram, log: Sequence[SessionDone], today: date) -> NextSession:
    """What comes next this week; after its last session the first one again."""
    phase = one.phase(today)
    first = one.first_day(today)
    held = sum(s.share >= PRACTISED and first <= s.day.date() <= today for s in log)
    day = held % one.program.days + 1
    return NextSession(phase, day, held, phase.sessions[day - 1])


def session_to_follow_up(log: Sequence[SessionDone], today: date) -> SessionDone | None:
    """The last session, where it is time to ask how the day after was."""
    last = log[-1] if log else None
    if last is None or last.next_day_pain is not None or not last.items:
        return None
    return last if timedelta(0) < today - last.day.date() <= timedelta(days=ASK_DAYS) else None


def items_of_phase(phase: Phase) -> tuple[Item, ...]:
    """Every item of a phase."""
    return tuple(item for session in phase.sessions for item in session.items)


def input_hash(own: PersonScope) -> str:
    """What a program rests on, as a short text that changes with it: answers, tests, wishes, recordings; not the
    check-ins."""
    given = {key: value for key, value in answers_service.load_all_answers(own).items() if key != "check_ins"}
    text = json.dumps(
        [given, [str(one.id) for one in repositories.list_measures(own)[:2]]], sort_keys=True, default=str
    )
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def _planned(own: PersonScope, before: CurrentProgram | None, today: date) -> CurrentProgram:
    decisions = before.decisions if before else ()
    program = _plan(own, answers_service.load_answers(own), decisions)
    start = before.start if before else today
    return _save(own, program, start, decisions, input_hash(own))


def _plan(own: PersonScope, story: IntakeAnswers, decisions: Sequence[DoseDecision]) -> Program:
    """A program without what practice left out, or anything of its kind: planned so, its minutes are filled."""
    now, earlier = answers_service.latest_recordings(own)
    wishes, words = story.wishes, _out(decisions)
    kept = {*wishes.pin, *wishes.swap.values()}
    out = sorted((exercise_relatives(words) | set(words)) - kept - set(wishes.ban))
    made = plan_program(replace(story, wishes=replace(wishes, ban=(*wishes.ban, *out))), assess(story, now, earlier))
    if not out:
        return made
    kinds = "Of one kind with what is left out for now, because it was hard on you."
    left = [replace(one, why=words.get(one.name, kinds)) if _ours(one, out) else one for one in made.left_out]
    return replace(made, left_out=tuple(left))


def _ours(one: LeftOut, out: Sequence[str]) -> bool:
    """Whether practice left it out, and not something that weighs more."""
    return one.kind != "test" and one.name in out and one.why == BANNED


def _save(
    own: PersonScope, program: Program, start: date, decisions: Sequence[DoseDecision], rests_on: str
) -> CurrentProgram:
    kept = {"start": start.isoformat(), "decisions": decisions_to_json(decisions), "rests_on": rests_on}
    repositories.save_program(own, {**program_json(program), KEPT: kept})
    found = latest_saved_program(own)
    assert found is not None
    return found
