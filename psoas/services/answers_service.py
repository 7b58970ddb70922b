"""What a person told, from the store to the assessment: every page that needs a story takes it from here."""

from __future__ import annotations

import copy
import sqlite3
from contextlib import closing, suppress
from datetime import date
from typing import Any

from fastapi.responses import RedirectResponse

from psoas.assessment.assessor import assess
from psoas.assessment.finding import Assessment
from psoas.assessment.recording_measures import Measures, extract_measures
from psoas.core.errors import InputError
from psoas.core.sides import SIDES
from psoas.intake.answers import SCHEMA, IntakeAnswers
from psoas.intake.answers_parser import parse_answers
from psoas.intake.intake_form import drop_irrelevant_answers, next_open_screen
from psoas.intake.latest_answers import RENEWED
from psoas.intake.pain_map import NOTE, add_pain_sides
from psoas.knowledge.screening import Screening, screen_answers
from psoas.store import person_repository, repositories
from psoas.store.person_scope import PersonScope

STOP = "/story/stop"


def has_consented(own: PersonScope) -> bool:
    """Whether the person agreed that answers are kept: the first version of them is made by that."""
    return repositories.latest_answers(own) is not None


def load_draft(own: PersonScope) -> dict[str, Any]:
    """The newest answers as a mapping of an answers file, to be changed and saved as the next version."""
    found = repositories.latest_answers(own)
    told: dict[str, Any] = copy.deepcopy(dict(found.told)) if found else {"schema": SCHEMA}
    for part in ("answers", "questionnaires", "notes", "wishes"):
        told.setdefault(part, {})
    told["answers"] = add_pain_sides(told["answers"], told["notes"].get(NOTE, ""))
    return told


def save_answers(own: PersonScope, told: dict[str, Any]) -> None:
    """Keep the next version; answers that make no sense any more are left out. ``InputError`` when it is no story."""
    told["answers"] = drop_irrelevant_answers(told["answers"])
    parse_answers(told)
    repositories.save_answers(own, told)


def load_all_answers(own: PersonScope) -> dict[str, Any]:
    """All that was told as a mapping of an answers file: answers, self-tests (the newest of each, with the first as its
    baseline), questionnaires, events, check-ins, and since when answers that change from day to day have stood."""
    told = load_draft(own)
    tests: dict[str, Any] = dict(told.get("tests", {}))
    for one in repositories.list_self_tests(own):
        before = tests.get(one.test, {})
        row: dict[str, Any] = {"way": one.way, "where": list(one.where), "day": one.day}
        row |= {side: value for side in SIDES if (value := getattr(one, side)) is not None}
        for side in SIDES:
            first = before.get(f"baseline_{side}", before.get(side))
            if first is not None and before.get("day") != one.day:
                row[f"baseline_{side}"] = first
            elif f"baseline_{side}" in before:
                row[f"baseline_{side}"] = before[f"baseline_{side}"]
        tests[one.test] = row
    told["tests"] = {name: {k: v for k, v in row.items() if k != "day"} for name, row in tests.items()}
    told["events"] = [
        *told.get("events", []),
        *({"day": e.day, "kind": e.kind, "words": e.words, "centre": e.centre} for e in repositories.list_events(own)),
    ]
    told["told_on"] = _told_on(own)
    told["check_ins"] = [
        *told.get("check_ins", []),
        *({"day": c.day, **c.scores} for c in repositories.list_check_ins(own)),
    ]
    return told


def _told_on(own: PersonScope) -> dict[str, date]:
    """The day since which an answer that a check-in renews has stood as it does now."""
    versions, found = repositories.answer_history(own), {}
    for question in RENEWED:
        for one in versions:
            given = one.told.get("answers", {})
            if question not in given or given[question] != versions[0].told["answers"].get(question):
                break
            found[question] = one.made_at.astimezone().date()
    return found


def load_answers(own: PersonScope) -> IntakeAnswers:
    """The person's story."""
    return parse_answers(load_all_answers(own))


def latest_recordings(own: PersonScope) -> tuple[Measures | None, Measures | None]:
    """The newest recording, and the one before it; what cannot be read counts as none."""
    found = []
    for one in repositories.list_measures(own)[:2]:
        try:
            found.append(extract_measures(one.summary))
        except InputError:
            continue
    return (found[0] if found else None), (found[1] if len(found) > 1 else None)


def load_assessment(own: PersonScope) -> Assessment:
    """The assessment of everything told and measured."""
    now, before = latest_recordings(own)
    return assess(load_answers(own), now, before)


def load_screening(own: PersonScope) -> Screening:
    """What stands before everything else."""
    told = load_answers(own)
    return screen_answers(told.answers, texts=(*told.texts, *(event.words for event in told.events)))


def require_intake(own: PersonScope) -> RedirectResponse | None:
    """Where a page that needs a story sends somebody who has not told one, or who should see a doctor first; None where
    the page may be shown."""
    if has_consented(own) and not load_screening(own).program_allowed:
        return RedirectResponse(STOP, status_code=303)
    if not has_consented(own) or next_open_screen(load_draft(own)["answers"]):
        return RedirectResponse("/story", status_code=303)
    return None


def delete_everything(own: PersonScope) -> None:
    """Take out everything of a person, also from what the database file has let go of; they may begin anew."""
    person_repository.clear_person(own)
    if own.engine.dialect.name != "sqlite":
        return
    with suppress(sqlite3.OperationalError), closing(own.engine.raw_connection()) as connection:
        # Where another page reads at this moment it is refused; the rows are gone all the same.
        connection.cursor().execute("VACUUM")
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
