"""The forms of the timeline, read: an event, the numbers of a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from starlette.datastructures import FormData

from psoas.core.catalogue import text
from psoas.intake.answers import EVENT_KINDS
from psoas.intake.intake_form import parse_number, plain_number
from psoas.knowledge.reflection import energy_centres
from psoas.store.repositories import CheckInRecord, EventRecord

LONGEST = 500
"""The most letters of an event."""
FIRST_DAY = date(1900, 1, 1)


def read_event(form: FormData, *, with_centres: bool) -> EventRecord | str:
    """The event of a form, or one line that says what is wrong."""
    day, words, kind = _day(form), str(form.get("words", "")).strip(), str(form.get("kind", ""))
    if day is None:
        return text("story.time.day_fault")
    if kind not in EVENT_KINDS or not 0 < len(words) <= LONGEST:
        return text("story.time.words_fault")
    centre = str(form.get("centre", ""))
    known = with_centres and centre in energy_centres(opted_in=True)
    return EventRecord(day, kind, words, centre if known else "")


def read_check_in(form: FormData, signals: Sequence[str]) -> CheckInRecord | str:
    """The numbers of a day, or one line that says what is wrong."""
    day = _day(form)
    if day is None:
        return text("story.time.day_fault")
    return CheckInRecord(day, scores) if (scores := read_scores(form, signals)) else text("story.time.scores_fault")


def read_scores(form: FormData, signals: Sequence[str]) -> dict[str, float]:
    """Numbers from 0 to 10 by signal; nothing when there is none, or one cannot be used."""
    given = {key: str(form.get(key, "")) for key in signals}
    scores = {key: parse_number(entered) for key, entered in given.items() if entered.strip()}
    kept = {key: plain_number(one) for key, one in scores.items() if one is not None and 0 <= one <= 10}
    return kept if len(kept) == len(scores) else {}


def _day(form: FormData) -> date | None:
    """The day of an entry: a real one that has come."""
    try:
        day = date.fromisoformat(str(form.get("date", "")))
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= date.today() else None
