"""The timeline of life and body, a day's numbers, and the reflection that only those see who ask for it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from fastapi import Request
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData

from psoas.core.catalogue import text
from psoas.intake.answers import EVENT_KINDS
from psoas.intake.vocabulary import EVERYDAY_SIGNALS, SIGNALS
from psoas.knowledge.reflection import energy_centres, reflection_introduction
from psoas.services import answers_service
from psoas.services.person_data import PersonData
from psoas.store import repositories
from psoas.store.person_scope import PersonScope
from psoas.store.repositories import CheckInRecord, EventRecord
from psoas.web.dependencies import STOP, Data, NeedsConsent, Own, SentForm, feature_router, see_other
from psoas.web.page_rendering import PageResponse, page
from psoas.web.timeline.context import ReflectionPage, TimelinePage, TimelineRow
from psoas.web.timeline.forms import LONGEST, read_check_in, read_event

TIME, REFLECTION = "/story/time", "/story/reflection"
router = feature_router()


@router.get(TIME, dependencies=[NeedsConsent])
def show_timeline(request: Request, data: Data) -> PageResponse[TimelinePage]:
    """What happened and how it was, newest first."""
    return _timeline_page(request, data)


@router.post("/story/time/event", dependencies=[NeedsConsent])
def keep_event(request: Request, own: Own, data: Data, form: SentForm) -> PageResponse[TimelinePage] | RedirectResponse:
    """Keep an entry."""
    found = read_event(form, with_centres=_reflects(data))
    if isinstance(found, str):
        return _timeline_page(request, data, form=form, fault=found, at="event")
    repositories.add_event(own, found)
    return _after_change(own)


@router.post("/story/time/remove/{key}")
def remove_event(key: UUID, own: Own) -> RedirectResponse:
    """Take an entry off."""
    repositories.remove_event(own, key)
    return _after_change(own)


@router.post("/story/time/day", dependencies=[NeedsConsent])
def keep_day(request: Request, own: Own, data: Data, form: SentForm) -> PageResponse[TimelinePage] | RedirectResponse:
    """Keep a day's numbers; the same day again takes the place of the first."""
    found = read_check_in(form, _signals(data))
    if isinstance(found, str):
        return _timeline_page(request, data, form=form, fault=found, at="day")
    repositories.save_check_in(own, found)
    return _after_change(own)


@router.get(REFLECTION, dependencies=[NeedsConsent])
def show_reflection(request: Request, data: Data) -> PageResponse[ReflectionPage]:
    """What the reflection is, and its prompts for those who asked for them."""
    on = _reflects(data)
    context = ReflectionPage(
        title=text("story.reflection.title"),
        on=on,
        welcome=reflection_introduction(),
        centres=energy_centres(opted_in=on),
    )
    return page(request, context)


@router.post(REFLECTION, dependencies=[NeedsConsent])
def choose_reflection(own: Own, data: Data, form: SentForm) -> RedirectResponse:
    """Ask for the reflection, or put it away again."""
    draft = data.draft()
    draft["wishes"]["reflection"] = form.get("on") == "yes"
    answers_service.save_answers(own, draft)
    return see_other(REFLECTION)


def _timeline_page(
    request: Request, data: PersonData, *, form: FormData | None = None, fault: str = "", at: str = ""
) -> PageResponse[TimelinePage]:
    signals = _signals(data)
    rows = [
        *(_event_row(one) for one in data.events),
        *(_day_row(one, signals) for one in data.check_ins),
    ]
    context = TimelinePage(
        title=text("story.time.title"),
        rows=tuple(sorted(rows, key=lambda row: row.day, reverse=True)),
        kinds=EVENT_KINDS,
        signals=signals,
        centres=energy_centres(opted_in=_reflects(data)),
        today=date.today().isoformat(),
        given={key: str(value) for key, value in (form or {}).items()},
        fault_line=fault,
        at=at,
        longest=LONGEST,
    )
    return page(request, context, status=422 if fault else 200)


def _event_row(one: EventRecord) -> TimelineRow:
    return TimelineRow(one.day, one.kind, one.words, one.centre, one.id)


def _day_row(one: CheckInRecord, signals: tuple[str, ...]) -> TimelineRow:
    told = (f"{text(f'story.signal.{key}')} {one.scores[key]:g}" for key in signals if key in one.scores)
    return TimelineRow(one.day, "day", ", ".join(told))


def _after_change(own: PersonScope) -> RedirectResponse:
    """Back to the timeline, or to the stop page when something written asks for it."""
    return see_other(TIME if answers_service.load_screening(own).program_allowed else STOP)


def _reflects(data: PersonData) -> bool:
    return data.draft()["wishes"].get("reflection") is True


def _signals(data: PersonData) -> tuple[str, ...]:
    return SIGNALS if _reflects(data) else EVERYDAY_SIGNALS
