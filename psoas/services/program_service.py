"""What a person practises: the program of the newest answers with its doses, and the session that comes next.

Functions take ``PersonData``, or the scope to load them from.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from psoas.assessment.assessor import assess
from psoas.core.message import Message, message
from psoas.intake.answers import IntakeAnswers
from psoas.intake.answers_draft import WishValue
from psoas.intake.answers_parser import parse_answers
from psoas.knowledge.practice_codes import LOAD_EQUIPMENT, RungLoad
from psoas.program.eligibility import find_eligible
from psoas.program.planner import plan_program
from psoas.program.program_models import ItemKind, LeftOut, LeftOutCode, Phase, Program
from psoas.progression.dose_decisions import DoseDecision, newest_decisions, propose_changes
from psoas.progression.ladder_steps import PracticeReach
from psoas.progression.outcomes import PRACTISED
from psoas.progression.substitution import exercise_relatives
from psoas.services import answers_service
from psoas.services.current_program import CurrentProgram, NextSession, items_of_phase, load_program, store_program
from psoas.services.person_data import PersonData, load_person_data, person_data
from psoas.services.recent_results import PEOPLE, RecentResults
from psoas.session.session_log import SessionDone
from psoas.store.person_scope import PersonScope

__all__ = ["PEOPLE", "CurrentProgram", "items_of_phase", "load_program"]

ASK_DAYS = 3
"""How long after a session the app asks how the next day was (assumed: later nobody remembers)."""
GROWTH = 1.1
"""Sessions may grow with practice to this part of the minutes that were asked for (assumed)."""
Source = PersonData | PersonScope
_planning = threading.Lock()
_pending = RecentResults[tuple[DoseDecision, ...]]()


def load_current_program(of: Source, today: date) -> CurrentProgram:
    """The program of today: planned again where answers, tests or recordings changed since, with the steps back that
    the log asks for.

    Raises ``ScreeningStop`` after a stop and ``InputError`` where no program can be made.
    """
    data = person_data(of)
    found = data.program
    if found is not None and _is_current(data, found, today):
        return found
    with _planning:
        data = load_person_data(data.scope)  # another request may have planned or decided meanwhile
        found = data.program
        if found is None or found.rests_on != data.input_hash:
            found = _plan_and_store(data, found, today)
        back = _steps_back(data, found, today)
        return save_decisions(data.scope, found, [*found.decisions, *back]) if back else found


def latest_saved_program(of: Source) -> CurrentProgram | None:
    """The newest stored program, whether or not it still fits the answers."""
    return person_data(of).program


def save_decisions(own: PersonScope, one: CurrentProgram, decisions: Sequence[DoseDecision]) -> CurrentProgram:
    """Store the same program with other decisions as the newest."""
    return store_program(own, one.planned, one.start, decisions, one.rests_on)


def plan_with_preferences(of: Source, changes: Mapping[str, WishValue], today: date) -> CurrentProgram:
    """Plan with changed preferences and store both, or neither. Raises like ``load_current_program``."""
    data = person_data(of)
    own, draft = data.scope, data.draft()
    draft["wishes"] = {**draft["wishes"], **changes}
    answers = parse_answers({**data.told, "wishes": draft["wishes"]})
    program = _plan(data, answers, data.program.decisions if data.program else ())
    with _planning:
        answers_service.save_answers(own, draft)
        fresh = load_person_data(own)
        before = fresh.program
        start, decisions = (before.start, before.decisions) if before else (today, ())
        return store_program(own, program, start, decisions, fresh.input_hash)


def restart_program(of: Source, today: date) -> CurrentProgram:
    """Begin the same program again today, with its first week and its doses as planned."""
    data = person_data(of)
    now = load_current_program(data, today)
    return store_program(data.scope, now.planned, today, (), now.rests_on)


def pending_decisions(of: Source, one: CurrentProgram, today: date) -> tuple[DoseDecision, ...]:
    """What the log asks for and nobody has decided: steps back, and steps on to accept or not."""
    data, phase = person_data(of), one.phase(today)
    key = data.scope, one.id, phase.name, data.log_version, data.usual_pain.limits
    return _pending.get(key, lambda: _propose(data, one, phase))


def answer_decision(of: Source, key: tuple[str, ...], *, accepted: bool, today: date) -> None:
    """Store the answer to a proposal, or to a step back that was taken; nothing where there is no such one."""
    data = person_data(of)
    now = load_current_program(data, today)
    old = [replace(one, accepted=accepted) if one.key == key else one for one in now.decisions]
    new = [replace(one, accepted=accepted) for one in pending_decisions(data, now, today) if one.key == key]
    kept = save_decisions(data.scope, now, [*old, *new])
    if not set(_left_out(now.decisions)) <= set(_left_out(kept.decisions)):  # an item is back and may be planned again
        _plan_and_store(load_person_data(data.scope), kept, today)


def load_session_log(of: Source) -> tuple[SessionDone, ...]:
    """Every session of the log, oldest first."""
    return person_data(of).sessions


def sessions_since(of: Source, start: date) -> tuple[SessionDone, ...]:
    """The sessions from a day on."""
    return person_data(of).sessions_since(start)


def next_session(one: CurrentProgram, log: Sequence[SessionDone], today: date) -> NextSession:
    """What comes next this week; after its last session the first one again."""
    phase = one.phase(today)
    first = one.first_day(today)
    held = sum(s.share >= PRACTISED and first <= s.day.date() <= today for s in log)
    day = held % one.program.days + 1
    return NextSession(phase, day, held, phase.sessions[day - 1])


def session_to_follow_up(log: Sequence[SessionDone], today: date) -> SessionDone | None:
    """The last session, if it is time to ask how the day after was."""
    last = log[-1] if log else None
    if last is None or last.next_day_pain is not None or not last.items:
        return None
    return last if timedelta(0) < today - last.day.date() <= timedelta(days=ASK_DAYS) else None


def _is_current(data: PersonData, one: CurrentProgram, today: date) -> bool:
    """Whether a program needs neither planning nor a step back."""
    return one.rests_on == data.input_hash and not _steps_back(data, one, today)


def _steps_back(data: PersonData, one: CurrentProgram, today: date) -> list[DoseDecision]:
    """Pending decisions that need no consent."""
    return [decision for decision in pending_decisions(data, one, today) if decision.accepted]


def _propose(data: PersonData, one: CurrentProgram, phase: Phase) -> tuple[DoseDecision, ...]:
    within = [option for option in find_eligible(data.answers).within if option.thing.kind is ItemKind.EXERCISE]
    allowed = {option.thing.name: not option.asks for option in within if option.thing.load_n <= phase.lumbar_limit_n}
    longest = max(session.minutes for session in phase.sessions)
    spare = max(0.0, GROWTH * one.program.minutes - longest)
    calm = [name for name, unasked in allowed.items() if unasked]
    log = data.sessions_since(one.start)
    hand = data.answers.wishes.equipment
    loads = [load for load in RungLoad if LOAD_EQUIPMENT.get(load, "") in ("", *hand)]
    reach = PracticeReach(allowed, calm, loads, spare, data.usual_pain.limits)
    return propose_changes(items_of_phase(phase), log, one.decisions, reach)


def _left_out(decisions: Sequence[DoseDecision]) -> dict[str, Message]:
    """What decisions leave out, by name, and why."""
    return {one.name: one.omission for one in newest_decisions(decisions) if one.sets == 0}


def _plan_and_store(data: PersonData, before: CurrentProgram | None, today: date) -> CurrentProgram:
    decisions = before.decisions if before else ()
    program = _plan(data, data.answers, decisions)
    return store_program(data.scope, program, before.start if before else today, decisions, data.input_hash)


def _plan(data: PersonData, answers: IntakeAnswers, decisions: Sequence[DoseDecision]) -> Program:
    """A program without what practice left out, or anything of its kind: planned so, its minutes are filled."""
    wishes, words = answers.wishes, _left_out(decisions)
    kept = {*wishes.pin, *wishes.swap.values()}
    out = sorted((exercise_relatives(words) | set(words)) - kept - set(wishes.ban))
    given = replace(answers, wishes=replace(wishes, ban=(*wishes.ban, *out)))
    made = plan_program(given, assess(answers, *data.latest_recordings))
    if not out:
        return made
    left = [_left_out_by_practice(one, words) if _ours(one, out) else one for one in made.left_out]
    return replace(made, left_out=tuple(left))


def _left_out_by_practice(one: LeftOut, words: Mapping[str, Message]) -> LeftOut:
    """Something that hurt in practice, with its words, or that is of one family with what hurt."""
    if one.name in words:
        return replace(one, why=words[one.name], code=LeftOutCode.PRACTICE)
    return replace(one, why=message("plan.out.related"), code=LeftOutCode.RELATED)


def _ours(one: LeftOut, out: Sequence[str]) -> bool:
    """Whether practice left it out, and not something that weighs more."""
    return one.kind is not ItemKind.TEST and one.name in out and one.code is LeftOutCode.BANNED
