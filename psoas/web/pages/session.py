"""The guided session: everything it needs goes with its page, and what happens comes back entry by entry, once each."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from typing import Annotated, Any
from uuid import UUID, uuid5

from fastapi import APIRouter, Body, HTTPException, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from psoas.body.person import Person
from psoas.errors import InputError
from psoas.program.program import Phase, Session
from psoas.session.figure import figure
from psoas.session.log import read_entries
from psoas.session.script import as_json, figures_of, script
from psoas.store import sessions
from psoas.store.own import Own
from psoas.store.sessions import Entry
from psoas.web import practice, told
from psoas.web.asking import number
from psoas.web.forms import Sent
from psoas.web.pages import body
from psoas.web.practice import Practice
from psoas.web.site import Site
from psoas.web.words import group, t

FOR_EVER = "private, max-age=31536000, immutable"
BACKS = ("/program", "/progress")
"""Pages that ask how the day after was."""


def routes(site: Site) -> APIRouter:
    """``/session``, ``/session/ID``, ``/session/after``, ``/api/log``, ``/api/bones`` and ``/progress/day-after``."""
    router = APIRouter()

    @router.get("/session")
    def coming(request: Request) -> Response:
        """The session that comes next."""
        own, today = site.own(request), date.today()
        if told.instead(own):
            return RedirectResponse("/program", status_code=303)
        now = practice.current(own, today)
        following = practice.upcoming(now, practice.since(own, now.start), today)
        return RedirectResponse(following.address, status_code=303)

    @router.get("/session/after")
    def after(request: Request) -> Response:
        """What was done, what changes because of it, and what is next."""
        own, today = site.own(request), date.today()
        if told.instead(own):
            return RedirectResponse("/program", status_code=303)
        now = practice.current(own, today)
        log = practice.since(own, now.start)
        if not log:
            return RedirectResponse("/program", status_code=303)
        last = log[-1]
        return site.page(
            request,
            "session_after.html",
            title=t("session.after"),
            here="program",
            last=last,
            hurt=any(one.hurt is not None for one in last.items),
            nerve=any(one.leg_worse for one in last.items),
            changed=[one for one in now.decisions if one.accepted and one.session == str(last.session)],
            open=len([one for one in practice.waiting(own, now, today) if not one.accepted]),
            next=practice.upcoming(now, log, today),
            program=now.program,
        )

    @router.get("/session/{name}")
    def session(name: str, request: Request) -> Response:
        """One session of the week, to be led through."""
        own = site.own(request)
        if told.instead(own):
            return RedirectResponse("/program", status_code=303)
        data = _data(own, practice.current(own, date.today()).id, name)
        return site.page(request, "session.html", title=t("session.title"), here="session", bare=True, data=data)

    @router.get("/api/bones")
    def bones() -> Response:
        """The bones that the figures of exercises move: those of the reference body, for everybody the same."""
        return Response(_bones()[0], media_type="application/json", headers={"Cache-Control": FOR_EVER})

    @router.post("/api/log")
    def log(request: Request, given: Annotated[Any, Body()]) -> Response:
        """Keep entries; one that is known already stays as it came first. 422 with every fault, and then none is."""
        try:
            found = read_entries(given)
        except InputError as error:
            return JSONResponse({"faults": error.faults}, status_code=422)
        rows = [Entry(one.id, one.session, one.at, one.kind, one.entry, one.program) for one in found]
        return JSONResponse({"new": sessions.log(site.own(request), rows)})

    @router.post("/progress/day-after")
    def day_after(request: Request, form: Sent) -> Response:
        """How the day after a session was; said once, however often it is sent."""
        own = site.own(request)
        key, score = _uuid(form.get("session")), number(form.get("score"))
        if key is not None and score is not None and 0 <= score <= 10 and sessions.entries(own, key):
            entry = Entry(uuid5(key, "next_day_pain"), key, datetime.now(UTC), "next_day_pain", {"score": score})
            sessions.log(own, [entry])
        back = str(form.get("back"))
        return RedirectResponse(back if back in BACKS else BACKS[0], status_code=303)

    return router


@lru_cache(practice.PEOPLE)
def _data(own: Own, key: UUID, name: str) -> Markup:
    """All that the player needs as JSON, safe within HTML."""
    now = practice.kept(own, key)
    phase, found = _asked(now, name)
    made = script(found)
    return htmlsafe_json_dumps(
        {
            "script": as_json(made) | {"title": f"{phase.title}: {found.title}"},
            "figures": {key: figure(*key.split("/")) for key in figures_of(made)},
            "bones": f"/api/bones?v={_bones()[1]}",
            "key": f"{now.id}/{name}",
            "program": str(now.id),
            "words": group("player"),
        }
    )


def _asked(now: Practice, name: str) -> tuple[Phase, Session]:
    """The session called "PHASE-DAY"."""
    phase_name, _, day = name.rpartition("-")
    phase = next((one for one in now.program.phases if one.name == phase_name), None)
    if phase is None or not day.isdecimal() or not 1 <= int(day) <= len(phase.sessions):
        raise HTTPException(404)
    return phase, phase.sessions[int(day) - 1]


def ready() -> None:
    """Make what every session needs."""
    _bones()


@cache
def _bones() -> tuple[bytes, str]:
    """The bones, and a word that changes with them, for browsers keep what has its own address."""
    scene = body.figure(Person.of()).scene()
    data = json.dumps(scene, separators=(",", ":"), allow_nan=False).encode("utf-8")
    return data, hashlib.sha256(data).hexdigest()[:12]


def _uuid(value: Any) -> UUID | None:
    try:
        return UUID(str(value))
    except ValueError:
        return None
