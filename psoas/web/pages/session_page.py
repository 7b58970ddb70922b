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
from psoas.core.catalogue import browser_words, render, text
from psoas.core.errors import InputError
from psoas.exercises.exercise_animation import exercise_animation
from psoas.intake.intake_form import parse_number
from psoas.program.program_models import Phase, Session
from psoas.services import answers_service, program_service
from psoas.services.program_service import CurrentProgram
from psoas.session.log_entry import log_entry
from psoas.session.log_reader import read_entries
from psoas.session.session_rules import LogKind
from psoas.session.session_script import animation_keys, build_script, script_json
from psoas.store import session_repository
from psoas.store.person_scope import PersonScope
from psoas.web.app_context import AppContext
from psoas.web.dependencies import Sent
from psoas.web.pages import body_page

FOR_EVER = "private, max-age=31536000, immutable"
BACKS = ("/program", "/progress")
"""Pages that ask how the day after was."""


def routes(site: AppContext) -> APIRouter:
    """``/session``, ``/session/ID``, ``/session/after``, ``/api/log``, ``/api/bones`` and ``/progress/day-after``."""
    router = APIRouter()

    @router.get("/session")
    def coming(request: Request) -> Response:
        """The session that comes next."""
        own, today = site.own(request), date.today()
        if answers_service.require_intake(own):
            return RedirectResponse("/program", status_code=303)
        now = program_service.load_current_program(own, today)
        following = program_service.next_session(now, program_service.sessions_since(own, now.start), today)
        return RedirectResponse(following.address, status_code=303)

    @router.get("/session/after")
    def after(request: Request) -> Response:
        """What was done, what changes because of it, and what is next."""
        own, today = site.own(request), date.today()
        if answers_service.require_intake(own):
            return RedirectResponse("/program", status_code=303)
        now = program_service.load_current_program(own, today)
        log = program_service.sessions_since(own, now.start)
        if not log:
            return RedirectResponse("/program", status_code=303)
        last = log[-1]
        return site.page(
            request,
            "session_after.html",
            title=text("session.after"),
            here="program",
            last=last,
            hurt=any(one.hurt is not None for one in last.items),
            nerve=any(one.leg_worse for one in last.items),
            changed=[one for one in now.decisions if one.accepted and one.session == str(last.session)],
            open=len([one for one in program_service.pending_decisions(own, now, today) if not one.accepted]),
            next=program_service.next_session(now, log, today),
            program=now.program,
        )

    @router.get("/session/{name}")
    def session(name: str, request: Request) -> Response:
        """One session of the week, to be led through."""
        own = site.own(request)
        if answers_service.require_intake(own):
            return RedirectResponse("/program", status_code=303)
        data = _data(own, program_service.load_current_program(own, date.today()).id, name)
        return site.page(request, "session.html", title=text("session.title"), here="session", bare=True, data=data)

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
        return JSONResponse({"new": session_repository.add_entries(site.own(request), found)})

    @router.post("/progress/day-after")
    def day_after(request: Request, form: Sent) -> Response:
        """How the day after a session was; said once, however often it is sent."""
        own = site.own(request)
        key, score = _uuid(form.get("session")), parse_number(form.get("score"))
        if key is not None and score is not None and 0 <= score <= 10 and session_repository.list_entries(own, key):
            kind = LogKind.NEXT_DAY_PAIN
            entry = log_entry(uuid5(key, kind), key, datetime.now(UTC), kind, {"score": score})
            session_repository.add_entries(own, [entry])
        back = str(form.get("back"))
        return RedirectResponse(back if back in BACKS else BACKS[0], status_code=303)

    return router


@lru_cache(program_service.PEOPLE)
def _data(own: PersonScope, key: UUID, name: str) -> Markup:
    """All that the player needs as JSON, safe within HTML."""
    now = program_service.load_program(own, key)
    phase, found = _asked(now, name)
    made = build_script(found)
    return htmlsafe_json_dumps(
        {
            "script": script_json(made) | {"title": f"{render(phase.title)}: {render(found.title)}"},
            "figures": {key: exercise_animation(*key.split("/")) for key in animation_keys(made)},
            "bones": f"/api/bones?v={_bones()[1]}",
            "key": f"{now.id}/{name}",
            "program": str(now.id),
            "words": browser_words("player"),
        }
    )


def _asked(now: CurrentProgram, name: str) -> tuple[Phase, Session]:
    """The session called "PHASE-DAY"."""
    phase_name, _, day = name.rpartition("-")
    phase = next((one for one in now.program.phases if one.name == phase_name), None)
    if phase is None or not day.isdecimal() or not 1 <= int(day) <= len(phase.sessions):
        raise HTTPException(404)
    return phase, phase.sessions[int(day) - 1]


def session_assets_ready() -> None:
    """Make what every session needs."""
    _bones()


@cache
def _bones() -> tuple[bytes, str]:
    """The bones, and a word that changes with them, for browsers keep what has its own address."""
    scene = body_page.live_body_of(Person.of()).scene()
    data = json.dumps(scene, separators=(",", ":"), allow_nan=False).encode("utf-8")
    return data, hashlib.sha256(data).hexdigest()[:12]


def _uuid(value: Any) -> UUID | None:
    try:
        return UUID(str(value))
    except ValueError:
        return None
