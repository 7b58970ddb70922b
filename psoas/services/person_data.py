"""Everything stored about one person, read once and in one transaction; the other services take it from here."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property, lru_cache
from uuid import UUID

from psoas.assessment.assessor import assess
from psoas.assessment.finding import Assessment
from psoas.assessment.recording_measures import Measures, extract_measures
from psoas.core.errors import InputError
from psoas.core.sides import SIDES
from psoas.intake.answers import SCHEMA, IntakeAnswers
from psoas.intake.answers_draft import AnswersDraft, DatedRow, TestRow
from psoas.intake.answers_parser import parse_answers
from psoas.intake.intake_form import next_open_screen
from psoas.intake.latest_answers import RENEWED
from psoas.intake.pain_map import NOTE, add_pain_sides
from psoas.knowledge.screening import Screening, screen_answers
from psoas.program.usual_pain import QUESTIONS, UsualPain, find_usual_pain
from psoas.services.current_program import CurrentProgram, load_program
from psoas.services.recent_results import PEOPLE
from psoas.session.session_log import SessionDone, summarize_log
from psoas.store import repositories, session_repository
from psoas.store.person_scope import PersonScope
from psoas.store.repositories import AnswersRecord, CheckInRecord, EventRecord, MeasureRecord, SelfTestRecord


class IntakeState(StrEnum):
    """How far a person is with the intake."""

    NEW = "new"
    """Nothing is stored: the person has not agreed to it yet."""
    STOPPED = "stopped"
    """An answer asks for a doctor first."""
    OPEN = "open"
    """Questions are left."""
    COMPLETE = "complete"


@dataclass(frozen=True, eq=False)
class PersonData:
    """The rows of one person, and what follows from them, computed when first asked for.

    ``versions`` are the saved answers and ``measures`` the recordings, newest first; all else oldest first.
    ``program_id`` names the newest program; ``log_version`` changes with every entry of the session log.
    """

    scope: PersonScope
    versions: tuple[AnswersRecord, ...]
    self_tests: tuple[SelfTestRecord, ...]
    events: tuple[EventRecord, ...]
    check_ins: tuple[CheckInRecord, ...]
    measures: tuple[MeasureRecord, ...]
    program_id: UUID | None
    log_version: tuple[int, datetime] | None

    @property
    def has_consented(self) -> bool:
        """Whether the person agreed to store answers; consent creates their first version."""
        return bool(self.versions)

    def draft(self) -> AnswersDraft:
        """A copy of the newest answers, to be changed and saved as the next version."""
        return draft_of(self.versions[0] if self.versions else None)

    @cached_property
    def told(self) -> AnswersDraft:
        """Everything as one answers file: see ``docs/assessment.md``."""
        return _merged(self)

    @cached_property
    def answers(self) -> IntakeAnswers:
        """Everything told, checked. Raises ``InputError`` for stored answers that are none."""
        return parse_answers(self.told)

    @cached_property
    def screening(self) -> Screening:
        """What the screening finds, before everything else."""
        told = self.answers
        return screen_answers(told.answers, texts=told.all_texts, visits=told.visits)

    @cached_property
    def intake_state(self) -> IntakeState:
        """How far the intake is."""
        if not self.has_consented:
            return IntakeState.NEW
        if not self.screening.program_allowed:
            return IntakeState.STOPPED
        return IntakeState.OPEN if next_open_screen(self.draft()["answers"]) else IntakeState.COMPLETE

    @cached_property
    def readable_measures(self) -> tuple[tuple[MeasureRecord, Measures], ...]:
        """Recordings whose summary can be read, newest first."""
        return tuple((one, found) for one in self.measures if (found := _read(one)) is not None)

    @cached_property
    def latest_recordings(self) -> tuple[Measures | None, Measures | None]:
        """The newest recording and the one before it; of these two, one that cannot be read counts as none."""
        found = [measures for one in self.measures[:2] if (measures := _read(one)) is not None]
        return (found[0] if found else None), (found[1] if len(found) > 1 else None)

    @cached_property
    def assessment(self) -> Assessment:
        """The assessment of everything told and measured."""
        return assess(self.answers, *self.latest_recordings)

    @property
    def usual_pain(self) -> UsualPain:
        """Usual pain, as told and as check-ins have it since."""
        return find_usual_pain(self.answers)

    @cached_property
    def input_hash(self) -> str:
        """Hash of what a program is made from: answers, tests, preferences and recordings; of check-ins
        only whether they changed what is usual pain."""
        given = {key: value for key, value in self.told.items() if key != "check_ins"}
        rows: list[object] = [given, [str(one.id) for one in self.measures[:2]]]
        pain = self.usual_pain
        if pain.is_rising or pain.is_falling:
            rows.append([pain.value, pain.recent])
        text = json.dumps(rows, sort_keys=True, default=str)
        return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]

    @cached_property
    def program(self) -> CurrentProgram | None:
        """The newest stored program, whether or not it still fits the answers."""
        return None if self.program_id is None else load_program(self.scope, self.program_id)

    @property
    def sessions(self) -> tuple[SessionDone, ...]:
        """Every session of the log, oldest first; days by the clock of this machine, which is the person's day."""
        return _sessions(self.scope, self.log_version)

    def sessions_since(self, start: date) -> tuple[SessionDone, ...]:
        """The sessions from a day on."""
        return tuple(one for one in self.sessions if one.day.date() >= start)


def load_person_data(own: PersonScope) -> PersonData:
    """Read everything in one transaction, in seven statements."""
    with own.snapshot() as rows:
        return PersonData(
            own,
            tuple(repositories.answer_history(rows)),
            tuple(repositories.list_self_tests(rows)),
            tuple(repositories.list_events(rows)),
            tuple(repositories.list_check_ins(rows)),
            tuple(repositories.list_measures(rows)),
            repositories.latest_program(rows),
            session_repository.log_version(rows),
        )


def person_data(of: PersonData | PersonScope) -> PersonData:
    """The data themselves, or those of a scope."""
    return of if isinstance(of, PersonData) else load_person_data(of)


def draft_of(newest: AnswersRecord | None) -> AnswersDraft:
    """A copy of stored answers with every part there, to be changed; an empty one before the first version."""
    told: AnswersDraft = copy.deepcopy(newest.told) if newest else {"schema": SCHEMA}
    told.setdefault("answers", {})
    told.setdefault("questionnaires", {})
    told.setdefault("notes", {})
    told.setdefault("wishes", {})
    told.setdefault("visits", {})
    told.setdefault("belly_check", {})
    told["answers"] = add_pain_sides(told["answers"], told["notes"].get(NOTE, ""))
    return told


def _merged(data: PersonData) -> AnswersDraft:
    """Answers with self-tests (the newest of each, the first one as its baseline), events, check-ins, and since when
    answers that change from day to day have stood."""
    told = data.draft()
    told["tests"] = _tests(told.get("tests", {}), data.self_tests)
    told["events"] = [
        *told.get("events", []),
        *(_event_row(one) for one in data.events),
    ]
    told["told_on"] = _unchanged_since(data.versions)
    told["check_ins"] = [*told.get("check_ins", []), *(_check_in_row(one) for one in data.check_ins)]
    return told


def _event_row(one: EventRecord) -> DatedRow:
    return {"day": one.day, "kind": one.kind, "words": one.words, "centre": one.centre}


def _check_in_row(one: CheckInRecord) -> DatedRow:
    return {"day": one.day, **one.scores}


def _tests(told: Mapping[str, TestRow], records: tuple[SelfTestRecord, ...]) -> dict[str, TestRow]:
    tests = dict(told)
    for one in records:
        before = tests.get(one.test, {})
        row: TestRow = {"way": one.way, "where": list(one.where), "day": one.day}
        row |= {side: value for side, value in (("right", one.right), ("left", one.left)) if value is not None}
        for side in SIDES:
            first = before.get(f"baseline_{side}", before.get(side))
            if first is not None and before.get("day") != one.day:
                row[f"baseline_{side}"] = first
            elif f"baseline_{side}" in before:
                row[f"baseline_{side}"] = before[f"baseline_{side}"]
        tests[one.test] = row
    return {name: {k: v for k, v in row.items() if k != "day"} for name, row in tests.items()}


def _unchanged_since(versions: tuple[AnswersRecord, ...]) -> dict[str, date]:
    """For each answer that a check-in renews or that tells usual pain, since which day it has stood as it does now."""
    found = {}
    for question in dict.fromkeys((*RENEWED, *QUESTIONS)):
        for one in versions:
            given = one.told.get("answers", {})
            if question not in given or given[question] != versions[0].told["answers"].get(question):
                break
            found[question] = one.made_at.astimezone().date()
    return found


def _read(one: MeasureRecord) -> Measures | None:
    try:
        return extract_measures(one.summary)
    except InputError:
        return None


@lru_cache(PEOPLE)
def _sessions(own: PersonScope, _version: tuple[int, datetime] | None) -> tuple[SessionDone, ...]:
    entries = session_repository.list_entries(own)
    return summarize_log(one.model_copy(update={"at": one.at.astimezone()}) for one in entries)
