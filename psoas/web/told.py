"""What a person told, from the store to the assessment: every page that needs a story takes it from here."""

from __future__ import annotations

import copy
import sqlite3
from contextlib import closing, suppress
from datetime import date
from typing import Any

from fastapi.responses import RedirectResponse

from psoas.assessment.assess import assess
from psoas.assessment.current import RENEWED
from psoas.assessment.finding import Assessment
from psoas.assessment.measures import Measures, measures_of
from psoas.assessment.read import story_of
from psoas.assessment.story import SCHEMA, Story
from psoas.errors import InputError
from psoas.knowledge.screening import Screening, screen
from psoas.store import people, records
from psoas.store.own import Own
from psoas.web.asking import kept, open_screen
from psoas.web.bodymap import NOTE, with_sides

STOP = "/story/stop"


def consented(own: Own) -> bool:
    """Whether the person agreed that answers are kept: the first version of them is made by that."""
    return records.latest_answers(own) is not None


def draft(own: Own) -> dict[str, Any]:
    """The newest answers as a mapping of an answers file, to be changed and saved as the next version."""
    found = records.latest_answers(own)
    told: dict[str, Any] = copy.deepcopy(dict(found.told)) if found else {"schema": SCHEMA}
    for part in ("answers", "questionnaires", "notes", "wishes"):
        told.setdefault(part, {})
    told["answers"] = with_sides(told["answers"], told["notes"].get(NOTE, ""))
    return told


def save(own: Own, told: dict[str, Any]) -> None:
    """Keep the next version; answers that make no sense any more are left out. ``InputError`` when it is no story."""
    told["answers"] = kept(told["answers"])
    story_of(told)
    records.save_answers(own, told)


def everything(own: Own) -> dict[str, Any]:
    """All that was told as a mapping of an answers file: answers, self-tests (the newest of each, with the first as its
    baseline), questionnaires, events, check-ins, and since when answers that change from day to day have stood."""
    told = draft(own)
    tests: dict[str, Any] = dict(told.get("tests", {}))
    for one in records.self_tests(own):
        before = tests.get(one.test, {})
        row: dict[str, Any] = {"way": one.way, "where": list(one.where), "day": one.day}
        row |= {side: value for side in ("right", "left") if (value := getattr(one, side)) is not None}
        for side in ("right", "left"):
            first = before.get(f"baseline_{side}", before.get(side))
            if first is not None and before.get("day") != one.day:
                row[f"baseline_{side}"] = first
            elif f"baseline_{side}" in before:
                row[f"baseline_{side}"] = before[f"baseline_{side}"]
        tests[one.test] = row
    told["tests"] = {name: {k: v for k, v in row.items() if k != "day"} for name, row in tests.items()}
    told["events"] = [
        *told.get("events", []),
        *({"day": e.day, "kind": e.kind, "words": e.words, "centre": e.centre} for e in records.events(own)),
    ]
    told["told_on"] = _told_on(own)
    told["check_ins"] = [*told.get("check_ins", []), *({"day": c.day, **c.scores} for c in records.check_ins(own))]
    return told


def _told_on(own: Own) -> dict[str, date]:
    """The day since which an answer that a check-in renews has stood as it does now."""
    versions, found = records.answer_history(own), {}
    for question in RENEWED:
        for one in versions:
            given = one.told.get("answers", {})
            if question not in given or given[question] != versions[0].told["answers"].get(question):
                break
            found[question] = one.made_at.astimezone().date()
    return found


def story(own: Own) -> Story:
    """The person's story."""
    return story_of(everything(own))


def recordings(own: Own) -> tuple[Measures | None, Measures | None]:
    """The newest recording, and the one before it; what cannot be read counts as none."""
    found = []
    for one in records.measures(own)[:2]:
        try:
            found.append(measures_of(one.summary))
        except InputError:
            continue
    return (found[0] if found else None), (found[1] if len(found) > 1 else None)


def assessed(own: Own) -> Assessment:
    """The assessment of everything told and measured."""
    now, before = recordings(own)
    return assess(story(own), now, before)


def screening(own: Own) -> Screening:
    """What stands before everything else."""
    told = story(own)
    return screen(told.answers, texts=(*told.texts, *(event.words for event in told.events)))


def instead(own: Own) -> RedirectResponse | None:
    """Where a page that needs a story sends somebody who has not told one, or who should see a doctor first; None where
    the page may be shown."""
    if consented(own) and not screening(own).program_allowed:
        return RedirectResponse(STOP, status_code=303)
    if not consented(own) or open_screen(draft(own)["answers"]):
        return RedirectResponse("/story", status_code=303)
    return None


def forget(own: Own) -> None:
    """Take out everything of a person, also from what the database file has let go of; they may begin anew."""
    people.begin_again(own)
    if own.engine.dialect.name != "sqlite":
        return
    with suppress(sqlite3.OperationalError), closing(own.engine.raw_connection()) as connection:
        # Where another page reads at this moment it is refused; the rows are gone all the same.
        connection.cursor().execute("VACUUM")
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
