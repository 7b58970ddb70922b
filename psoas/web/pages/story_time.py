"""The timeline of life and body, a day's numbers, and the reflection that only those see who ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from psoas.assessment.read import SIGNALS
from psoas.assessment.story import EVENT_KINDS
from psoas.knowledge.reflection import centres, welcome
from psoas.store import records
from psoas.store.own import Own
from psoas.web import told
from psoas.web.asking import number, whole
from psoas.web.forms import Sent
from psoas.web.site import Site
from psoas.web.words import t

DAYS = ("pain", "stress", "sleep", "breath")
"""Signals of a check-in; the centres come with the reflection."""
LONGEST = 500
FIRST_DAY = date(1900, 1, 1)


def routes(site: Site) -> APIRouter:
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
            return _page(site, request, form, t(fault), "event")
        known = centre if centre in centres(opted_in=True) else ""
        records.add_event(own, records.Event(day, kind, words, known))
        return _on(own)

    @router.post("/story/time/remove/{key}")
    def remove(key: UUID, request: Request) -> Response:
        """Take an entry off."""
        own = site.own(request)
        records.remove_event(own, key)
        return _on(own)

    @router.post("/story/time/day")
    def check_in(request: Request, form: Sent) -> Response:
        """Keep a day's numbers; the same day again takes the place of the first."""
        own = site.own(request)
        day = _day(form)
        given = {key: str(form.get(key, "")) for key in _signals(own)}
        scores = {key: number(text) for key, text in given.items() if text.strip()}
        if day is None or not scores or any(one is None or not 0 <= one <= 10 for one in scores.values()):
            fault = "story.time.day_fault" if day is None else "story.time.scores_fault"
            return _page(site, request, form, t(fault), "day")
        kept = {key: whole(value) for key, value in scores.items() if value is not None}
        records.check_in(own, records.CheckIn(day, kept))
        return _on(own)

    @router.get("/story/reflection")
    def reflection(request: Request) -> Response:
        """What the reflection is, and its prompts for those who asked for them."""
        own = site.own(request)
        if not told.consented(own):
            return RedirectResponse("/story", status_code=303)
        on = _reflects(own)
        return site.page(
            request, "story_reflection.html", title=t("story.reflection.title"), here="story", on=on,
            welcome=welcome(), centres=centres(opted_in=on),
        )  # fmt: skip

    @router.post("/story/reflection")
    def opt(request: Request, form: Sent) -> Response:
        """Ask for the reflection, or put it away again."""
        own = site.own(request)
        if told.consented(own):
            draft = told.draft(own)
            draft["wishes"]["reflection"] = form.get("on") == "yes"
            told.save(own, draft)
        return RedirectResponse("/story/reflection", status_code=303)

    return router


def _page(site: Site, request: Request, given: Mapping[str, Any], fault: str, at: str) -> Response:
    own = site.own(request)
    if not told.consented(own):
        return RedirectResponse("/story", status_code=303)
    names, signals = centres(opted_in=_reflects(own)), _signals(own)
    rows: list[tuple[date, records.Event | records.CheckIn]] = [
        *((one.day, one) for one in records.events(own)),
        *((one.day, one) for one in records.check_ins(own)),
    ]
    return site.page(
        request, "story_time.html", status=422 if fault else 200, title=t("story.time.title"), here="story",
        rows=[_row(one, signals) for _, one in sorted(rows, key=lambda row: row[0], reverse=True)],
        kinds=EVENT_KINDS, signals=signals, centres=names, today=date.today().isoformat(),
        given={key: str(value) for key, value in given.items()}, fault_line=fault, at=at, longest=LONGEST,
    )  # fmt: skip


def _row(one: records.Event | records.CheckIn, signals: tuple[str, ...]) -> dict[str, Any]:
    """One line of the timeline."""
    if isinstance(one, records.Event):
        return {"day": one.day.isoformat(), "kind": one.kind, "words": one.words, "centre": one.centre, "id": one.id}
    said = ", ".join(f"{t(f'story.signal.{k}')} {one.scores[k]:g}" for k in signals if k in one.scores)
    return {"day": one.day.isoformat(), "kind": "day", "words": said, "centre": "", "id": None}


def _on(own: Own) -> RedirectResponse:
    """Back to the timeline, or to the stop page when something written asks for it."""
    to = "/story/time" if told.screening(own).program_allowed else told.STOP
    return RedirectResponse(to, status_code=303)


def _reflects(own: Own) -> bool:
    return told.draft(own)["wishes"].get("reflection") is True


def _signals(own: Own) -> tuple[str, ...]:
    return SIGNALS if _reflects(own) else DAYS


def _day(form: Mapping[str, Any]) -> date | None:
    """The day of an entry: a real one that has come."""
    try:
        day = date.fromisoformat(str(form.get("date", "")))
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= date.today() else None
