"""The form of a visit to a doctor, read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from starlette.datastructures import FormData

from psoas.core.catalogue import text
from psoas.knowledge.doctor_visits import DoctorVisit, VisitOutcome
from psoas.knowledge.screening import NARROWS
from psoas.web.visit.context import VisitFields


@dataclass(frozen=True)
class VisitReading:
    """A form that was read: the ``visit`` (None where something is wrong), and ``faults`` by field."""

    visit: DoctorVisit | None
    faults: Mapping[str, str]


def sent_fields(form: FormData) -> VisitFields:
    """The fields as they were sent."""
    return VisitFields(
        frozenset(str(one) for one in form.getlist("picture")),
        str(form.get("day", "")),
        str(form.get("outcome", "")),
        frozenset(str(one) for one in form.getlist("limit")),
        str(form.get("new", "")),
    )


def read_visit(given: VisitFields, offered: Collection[str], *, today: date) -> VisitReading:
    """The visit that a form tells; its picture is empty, as it may stand for several."""
    day = _day(given.day, today)
    wrong = {
        "picture": not given.pictures or not given.pictures <= set(offered),
        "day": day is None,
        "outcome": given.outcome not in list(VisitOutcome),
        "limit": not given.limits <= set(NARROWS),
        "new": given.new not in ("yes", "no"),
    }
    faults = {name: text(f"visit.fault.{name}") for name, bad in wrong.items() if bad}
    if faults or day is None:
        return VisitReading(None, faults)
    outcome = VisitOutcome(given.outcome)
    limits = tuple(one for one in NARROWS if one in given.limits) if outcome is VisitOutcome.LIMITS else ()
    return VisitReading(DoctorVisit("", day, outcome, given.new == "no", today, limits), {})


def _day(entered: str, today: date) -> date | None:
    """A day that has come, and is one."""
    try:
        day = date.fromisoformat(entered)
    except ValueError:
        return None
    return day if date(1900, 1, 1) <= day <= today else None
