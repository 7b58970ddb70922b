"""Visits to a doctor in a draft of answers: write one down, and open it again when something is new."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from psoas.intake.answers_draft import AnswersDraft, VisitRow
from psoas.intake.answers_schema import VisitPart
from psoas.knowledge.doctor_visits import DoctorVisit, VisitOutcome, list_signs
from psoas.knowledge.intake_questions import Answers
from psoas.knowledge.screening import ScreeningEntry, screen_answers, screening_entries


def offer_pictures(answers: Answers) -> tuple[ScreeningEntry, ...]:
    """The pictures of these answers that a doctor may let pass, the most urgent first; looked at already or not."""
    return tuple(one for one in screen_answers(answers).entries if one.checkable)


def record_visit(draft: AnswersDraft, pictures: Collection[str], visit: DoctorVisit) -> None:
    """Write a visit down for each of some pictures, in the place of an earlier one."""
    for name in pictures:
        draft["visits"][name] = _row(visit, list_signs(screening_entries()[name].when, draft["answers"]))


def reopen_visits(draft: AnswersDraft, before: Answers, *, today: date) -> None:
    """Take back the word that nothing is new where answers given today name something new."""
    for name, visit in _visits(draft):
        if visit.reopened_by(screening_entries()[name].when, before, draft["answers"], today):
            draft["visits"][name]["nothing_new"] = False


def _row(visit: DoctorVisit, signs: tuple[str, ...]) -> VisitRow:
    return {
        "day": visit.day.isoformat(),
        "outcome": str(visit.outcome),
        "nothing_new": visit.nothing_new,
        "recorded": visit.recorded.isoformat(),
        "limits": list(visit.limits),
        "signs": list(signs),
    }


def _visits(draft: AnswersDraft) -> Iterator[tuple[str, DoctorVisit]]:
    for name, row in draft["visits"].items():
        one = VisitPart.model_validate(row)
        yield name, DoctorVisit(name, one.day, VisitOutcome(one.outcome), one.nothing_new, one.recorded or one.day)
