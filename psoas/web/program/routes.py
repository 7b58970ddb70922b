"""The program: the weeks, each item with its reason and what it does, and what a person may change about it."""

from __future__ import annotations

import json
from datetime import date
from urllib.parse import urlencode

from fastapi import HTTPException, Request
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData

from psoas.core.catalogue import text
from psoas.core.errors import InputError
from psoas.core.version import __version__
from psoas.knowledge.exercise_library import exercises
from psoas.program.eligibility import option_labels
from psoas.program.planner import ScreeningStop
from psoas.program.program_json import program_json
from psoas.program.program_page import program_page
from psoas.program.session_calendar import program_calendar
from psoas.services import program_service
from psoas.services.exercise_pictures import exercise_picture
from psoas.services.person_data import IntakeState, PersonData
from psoas.web.concurrency import run_in_background
from psoas.web.dependencies import (
    STOP,
    Data,
    FileBytes,
    NeedsIntake,
    NeedsProgram,
    NotStopped,
    SentForm,
    Site,
    feature_router,
    see_other,
)
from psoas.web.page_rendering import PageResponse, page
from psoas.web.program.context import FlareUpPage, ProgramEmptyPage, ProgramPage
from psoas.web.program.forms import Changes, read_item_wish, read_preferences, read_wish
from psoas.web.program.program_view import flare_up_context, program_context, shown_phase

PROGRAM = "/program"
PAPER = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'"
"""The printed plan carries its own style and no script at all."""
YEAR_S = 365 * 24 * 3600
router = feature_router()


@router.get(PROGRAM, dependencies=[NotStopped])
def show_program(request: Request, data: Data) -> PageResponse[ProgramPage] | PageResponse[ProgramEmptyPage]:
    """The phase that is on, or the one asked for; before there are answers, what will be here."""
    if data.intake_state is not IntakeState.COMPLETE:
        return page(request, ProgramEmptyPage(title=text("program.title"), begun=data.has_consented))
    return page(request, program_context(data, request.query_params, ()))


@router.post("/program/wishes", dependencies=[NeedsProgram])
def change_preferences(request: Request, data: Data, form: SentForm) -> PageResponse[ProgramPage] | RedirectResponse:
    """Plan for another place, other minutes, days or weeks."""
    changes, faults = read_preferences(form, data.answers.wishes.equipment)
    if faults:
        return page(request, program_context(data, request.query_params, faults), status=422)
    return _plan_anew(request, data, changes, form)


@router.post("/program/item/{name}", dependencies=[NeedsProgram])
def change_item(
    name: str, request: Request, data: Data, form: SentForm
) -> PageResponse[ProgramPage] | RedirectResponse:
    """Pin an item, leave it out, put another in its place, or take such a wish back."""
    if name not in option_labels():
        raise HTTPException(404)
    changes = read_item_wish(data.answers.wishes, name, form)
    return _plan_anew(request, data, changes, form, name)


@router.post("/program/anew", dependencies=[NeedsProgram])
def restart(data: Data) -> RedirectResponse:
    """Begin the program again with its first week."""
    program_service.restart_program(data, date.today())
    return see_other(PROGRAM)


@router.get("/program/print", dependencies=[NeedsIntake])
@run_in_background
def print_program(data: Data) -> FileBytes:
    """The plan on paper."""
    now = program_service.load_current_program(data, date.today())
    content = program_page(now.program, data.assessment)
    return FileBytes(content, media_type="text/html", headers={"Content-Security-Policy": PAPER})


@router.get("/program/flare_up", dependencies=[NeedsProgram])
def show_flare_up(request: Request, data: Data) -> PageResponse[FlareUpPage]:
    """The person's own plan for a flare-up, to print."""
    return page(request, flare_up_context(data))


@router.get("/program/psoas.ics", dependencies=[NeedsIntake])
@run_in_background
def download_calendar(data: Data) -> FileBytes:
    """The plan as a calendar."""
    now = program_service.load_current_program(data, date.today())
    return _attachment(program_calendar(now.program, now.start), "text/calendar", "psoas.ics")


@router.get("/program/psoas.json", dependencies=[NeedsIntake])
@run_in_background
def download_json(data: Data) -> FileBytes:
    """The plan as data."""
    now = program_service.load_current_program(data, date.today())
    content = json.dumps(program_json(now.program), indent=1, ensure_ascii=False) + "\n"
    return _attachment(content, "application/json", "psoas.json")


@router.get("/api/exercise/{name}/{which}.png")
@run_in_background
def draw_exercise(name: str, which: int, site: Site, v: str = "") -> FileBytes:
    """The body in an exercise: 0 where it starts, 1 where it goes. Drawn once and kept, for it takes a while."""
    if name not in exercises() or which not in (0, 1):
        raise HTTPException(404)
    cached = f"public, max-age={YEAR_S}, immutable" if v == __version__ else "no-cache"
    data = exercise_picture(site.settings.folder, name, which)
    return FileBytes(data, media_type="image/png", headers={"Cache-Control": cached})


def _attachment(data: str | bytes, media_type: str, name: str) -> FileBytes:
    return FileBytes(data, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _plan_anew(
    request: Request, data: PersonData, changes: Changes, form: FormData, name: str = ""
) -> PageResponse[ProgramPage] | RedirectResponse:
    """Plan with the changes and lead to where they show, or say why that cannot be."""
    before = program_service.load_current_program(data, date.today())
    try:
        after = program_service.plan_with_preferences(data, changes, date.today())
    except ScreeningStop:
        return see_other(STOP)
    except InputError as error:
        return page(request, program_context(data, request.query_params, tuple(error.faults)), status=422)
    kind = read_wish(form) if name else "wishes"
    phase = shown_phase(after, str(form.get("phase", "")))
    shown = str(form.get("other", "")) if kind == "swap" else name
    there = shown in {item.name for item in (*program_service.items_of_phase(phase), *after.program.breaks)}
    query = urlencode({"phase": phase.name, "did": kind, "item": name, "since": before.id})
    return see_other(f"{PROGRAM}?{query}#{f'item-{shown}' if there else 'changed'}")
