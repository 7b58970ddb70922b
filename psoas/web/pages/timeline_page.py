"""The timeline of life and body, a day's numbers, and the reflection that only those see who ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from psoas.core.catalogue import text
from psoas.intake.answers import EVENT_KINDS
from psoas.intake.intake_form import parse_number, plain_number
from psoas.intake.vocabulary import EVERYDAY_SIGNALS, SIGNALS
from psoas.knowledge.reflection import energy_centres, reflection_introduction
from psoas.services import answers_service
from psoas.store import repositories
from psoas.store.person_scope import PersonScope
from psoas.web.app_context import AppContext
from psoas.web.dependencies import Sent

DAYS = EVERYDAY_SIGNALS
"""Signals of a check-in; the centres come with the reflection."""
LONGEST = 500
FIRST_DAY = date(1900, 1, 1)


def routes(site: AppContext) -> APIRouter:
    """``/story/time`` with its forms, and ``/story/reflection``."""
    router = APIRouter()

    @router.get("/story/time")
    def time(request: Request) -> Response:
        """What happened and how it was, newest first."""
        return _page(site, request, {}, "", "")

    @router.post("/story/time/event")
    def event(request: Request, form: Sent) -> Response:
        """Keep an entry."""
        own = site.own(request)
        day, words, kind = _day(form), str(form.get("words", "")).strip(), str(form.get("kind", ""))
        centre = str(form.get("centre", "")) if _reflects(own) else ""
        if day is None or kind not in EVENT_KINDS or not 0 < len(words) <= LONGEST:
            fault = "story.time.day_fault" if day is None else "story.time.words_fault"
            return _page(site, request, form, text(fault), "event")
        known = centre if centre in energy_centres(opted_in=True) else ""
        repositories.add_event(own, repositories.EventRecord(day, kind, words, known))
        return _on(own)

    @router.post("/story/time/remove/{key}")
    def remove(key: UUID, request: Request) -> Response:
        """Take an entry off."""
        own = site.own(request)
        repositories.remove_event(own, key)
        return _on(own)

    @router.post("/story/time/day")
    def check_in(request: Request, form: Sent) -> Response:
        """Keep a day's numbers; the same day again takes the place of the first."""
        own = site.own(request)
        day = _day(form)
        given = {key: str(form.get(key, "")) for key in _signals(own)}
        scores = {key: parse_number(text) for key, text in given.items() if text.strip()}
        if day is None or not scores or any(one is None or not 0 <= one <= 10 for one in scores.values()):
            fault = "story.time.day_fault" if day is None else "story.time.scores_fault"
            return _page(site, request, form, text(fault), "day")
        kept = {key: plain_number(value) for key, value in scores.items() if value is not None}
        repositories.save_check_in(own, repositories.CheckInRecord(day, kept))
        return _on(own)

    @router.get("/story/reflection")
    def reflection(request: Request) -> Response:
        """What the reflection is, and its prompts for those who asked for them."""
        own = site.own(request)
        if not answers_service.has_consented(own):
            return RedirectResponse("/story", status_code=303)
        on = _reflects(own)
        return site.page(
            request, "story_reflection.html", title=text("story.reflection.title"), here="story", on=on,
            welcome=reflection_introduction(), centres=energy_centres(opted_in=on),
        )  # fmt: skip

    @router.post("/story/reflection")
    def opt(request: Request, form: Sent) -> Response:
        """Ask for the reflection, or put it away again."""
        own = site.own(request)
        if answers_service.has_consented(own):
            draft = answers_service.load_draft(own)
            draft["wishes"]["reflection"] = form.get("on") == "yes"
            answers_service.save_answers(own, draft)
        return RedirectResponse("/story/reflection", status_code=303)

    return router


def _page(site: AppContext, request: Request, given: Mapping[str, Any], fault: str, at: str) -> Response:
    own = site.own(request)
    if not answers_service.has_consented(own):
        return RedirectResponse("/story", status_code=303)
    names, signals = energy_centres(opted_in=_reflects(own)), _signals(own)
    rows: list[tuple[date, repositories.EventRecord | repositories.CheckInRecord]] = [
        *((one.day, one) for one in repositories.list_events(own)),
        *((one.day, one) for one in repositories.list_check_ins(own)),
    ]
    return site.page(
        request, "story_time.html", status=422 if fault else 200, title=text("story.time.title"), here="story",
        rows=[_row(one, signals) for _, one in sorted(rows, key=lambda row: row[0], reverse=True)],
        kinds=EVENT_KINDS, signals=signals, centres=names, today=date.today().isoformat(),
        given={key: str(value) for key, value in given.items()}, fault_line=fault, at=at, longest=LONGEST,
    )  # fmt: skip


def _row(one: repositories.EventRecord | repositories.CheckInRecord, signals: tuple[str, ...]) -> dict[str, Any]:
    """One line of the timeline."""
    if isinstance(one, repositories.EventRecord):
        return {"day": one.day.isoformat(), "kind": one.kind, "words": one.words, "centre": one.centre, "id": one.id}
    said = ", ".join(f"{text(f'story.signal.{k}')} {one.scores[k]:g}" for k in signals if k in one.scores)
    return {"day": one.day.isoformat(), "kind": "day", "words": said, "centre": "", "id": None}


def _on(own: PersonScope) -> RedirectResponse:
    """Back to the timeline, or to the stop page when something written asks for it."""
    to = "/story/time" if answers_service.load_screening(own).program_allowed else answers_service.STOP
    return RedirectResponse(to, status_code=303)


def _reflects(own: PersonScope) -> bool:
    return answers_service.load_draft(own)["wishes"].get("reflection") is True


def _signals(own: PersonScope) -> tuple[str, ...]:
    return SIGNALS if _reflects(own) else DAYS


def _day(form: Mapping[str, Any]) -> date | None:
    """The day of an entry: a real one that has come."""
    try:
        day = date.fromisoformat(str(form.get("date", "")))
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= date.today() else None
