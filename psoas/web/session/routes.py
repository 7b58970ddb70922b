"""The guided session: everything it needs goes with its page, and what happens comes back entry by entry, once each."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated
from uuid import UUID, uuid5

from fastapi import Body, HTTPException, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse
from starlette.datastructures import FormData

from psoas.core.catalogue import text
from psoas.core.errors import InputError
from psoas.core.json_types import JsonValue
from psoas.intake.intake_form import parse_number
from psoas.services import program_service
from psoas.services.session_player import bones_json, player_data
from psoas.session.log_entry import log_entry
from psoas.session.log_reader import read_entries
from psoas.session.session_rules import LogKind
from psoas.store import session_repository
from psoas.web.dependencies import Data, NeedsProgram, Own, SentForm, feature_router, see_other
from psoas.web.page_rendering import PageResponse, page
from psoas.web.session.context import AfterPage, PlayerPage

FOR_EVER = "private, max-age=31536000, immutable"
PROGRAM = "/program"
NIGHT = "/story/ask/pain_kind"
"""The screen that asks what pain does at night."""
BACKS = (PROGRAM, "/progress")
"""Pages that ask how the day after was."""
router = feature_router()


@router.get("/session", dependencies=[NeedsProgram])
def lead_to_next_session(data: Data) -> RedirectResponse:
    """The session that comes next."""
    today = date.today()
    now = program_service.load_current_program(data, today)
    return see_other(program_service.next_session(now, data.sessions_since(now.start), today).address)


@router.get("/session/after", dependencies=[NeedsProgram])
def show_after(request: Request, data: Data) -> PageResponse[AfterPage] | RedirectResponse:
    """What was done, what changes because of it, and what is next."""
    today = date.today()
    now = program_service.load_current_program(data, today)
    log = data.sessions_since(now.start)
    if not log:
        return see_other(PROGRAM)
    last = log[-1]
    context = AfterPage(
        title=text("session.after"),
        last=last,
        hurt=any(one.hurt is not None for one in last.items),
        nerve=any(one.leg_worse for one in last.items),
        changed=tuple(one for one in now.decisions if one.accepted and one.session == str(last.session)),
        open=len([one for one in program_service.pending_decisions(data, now, today) if not one.accepted]),
        next=program_service.next_session(now, log, today),
        program=now.program,
    )
    return page(request, context)


@router.get("/session/{name}", dependencies=[NeedsProgram])
def show_session(name: str, request: Request, data: Data) -> PageResponse[PlayerPage]:
    """One session of the week, to be led through."""
    now = program_service.load_current_program(data, date.today())
    try:
        player = player_data(data.scope, now.id, name, data.usual_pain.limits)
    except LookupError as error:
        raise HTTPException(404) from error
    return page(request, PlayerPage(title=text("session.title"), data=player))


@router.get("/api/bones")
def show_bones() -> Response:
    """The bones that the figures of exercises move: those of the reference body, for everybody the same."""
    return Response(bones_json()[0], media_type="application/json", headers={"Cache-Control": FOR_EVER})


@router.post("/api/log")
def keep_log(own: Own, given: Annotated[JsonValue, Body()]) -> JSONResponse:
    """Keep entries; one that is known already stays as it came first. 422 with every fault, and then none is."""
    try:
        found = read_entries(given)
    except InputError as error:
        return JSONResponse({"faults": error.faults}, status_code=422)
    return JSONResponse({"new": session_repository.add_entries(own, found)})


@router.post("/progress/day-after")
def keep_day_after(own: Own, form: SentForm) -> RedirectResponse:
    """How the day after a session was; said once, however often it is sent. New pain at night leads to the questions
    about it."""
    key, score = _uuid(form), parse_number(form.get("score"))
    if key is not None and score is not None and 0 <= score <= 10 and session_repository.list_entries(own, key):
        kind = LogKind.NEXT_DAY_PAIN
        night = {"night": True} if form.get("night") else {}
        entry = log_entry(uuid5(key, kind), key, datetime.now(UTC), kind, {"score": score, **night})
        session_repository.add_entries(own, [entry])
        if night:
            return see_other(NIGHT)
    back = str(form.get("back"))
    return see_other(back if back in BACKS else BACKS[0])


def _uuid(form: FormData) -> UUID | None:
    try:
        return UUID(str(form.get("session")))
    except ValueError:
        return None
