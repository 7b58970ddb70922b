"""The program: the weeks, each item with its reason and what it does, and what a person may change about it."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from psoas.core.catalogue import render, text
from psoas.core.errors import InputError
from psoas.core.version import __version__
from psoas.exercises.exercise_simulation import committed_effects, effect_quantity
from psoas.intake.answers import Preferences
from psoas.intake.intake_form import parse_number, plain_number
from psoas.intake.limits import DAYS, MINUTES, WEEKS
from psoas.knowledge.exercise_library import exercises
from psoas.knowledge.practice_codes import PLACES
from psoas.program.effect_bars import effect_bars
from psoas.program.eligibility import AllowedOption, find_eligible, option_labels
from psoas.program.exercise_images import exercise_movement_images
from psoas.program.planner import ScreeningStop
from psoas.program.program_json import program_json
from psoas.program.program_models import Item, Phase, Program
from psoas.program.program_page import program_page as printed
from psoas.program.program_text import both_sides_dose_text, distinct_sessions_with_days, pair_sides, red_flags_text
from psoas.program.session_calendar import program_calendar
from psoas.progression.dose_decisions import effective_decisions, freed_time
from psoas.services import answers_service, program_service
from psoas.services.item_instructions import AT_HAND, group_left_out, item_instructions
from psoas.services.preference_diff import KINDS, preference_change_text
from psoas.services.program_service import CurrentProgram
from psoas.store.person_scope import PersonScope
from psoas.web.app_context import AppContext
from psoas.web.concurrency import run_in_background
from psoas.web.dependencies import Sent

PAPER = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'"
"""The printed plan carries its own style and no script at all."""
YEAR_S = 365 * 24 * 3600
LUMBAR = "lumbar_compression_n.L4_L5"
MOST_OTHERS = 12


@dataclass(frozen=True)
class ItemRow:
    """One thing of a session: the ``group`` of its items (both sides), what may stand in its place, and the words of a
    dose that was decided after practice ("" for none)."""

    group: tuple[Item, ...]
    others: tuple[tuple[str, str], ...]
    decided: str

    @property
    def item(self) -> Item:
        """The leading side's item."""
        return self.group[0]

    @property
    def minutes(self) -> float:
        """How long it takes, both sides."""
        return sum(one.minutes for one in self.group)


def routes(site: AppContext) -> APIRouter:
    """``/program`` with its forms and files, and ``/api/exercise/NAME/WHICH.png``."""
    router = APIRouter()

    @router.get("/program")
    def program(request: Request) -> Response:
        """The phase that is on, or the one asked for; before there are answers, what will be here."""
        own = site.own(request)
        if elsewhere := answers_service.require_intake(own):
            return elsewhere if elsewhere.headers["location"] == answers_service.STOP else _empty(site, request, own)
        return _shown(site, request, own, [])

    @router.post("/program/wishes")
    def wishes(request: Request, form: Sent) -> Response:
        """Plan for another place, other minutes, days or weeks."""
        own = site.own(request)
        if answers_service.require_intake(own):
            return RedirectResponse("/program", status_code=303)
        given = {key: parse_number(form.get(key)) for key in ("minutes", "days", "weeks")}
        faults = [
            text("program.fault.number", what=text(f"program.wish.{key}")) for key, one in given.items() if one is None
        ]
        changes: dict[str, Any] = {
            "place": str(form.get("place")),
            **{k: plain_number(one) for k, one in given.items() if one is not None},
        }
        if "at_hand" in form:
            other = [one for one in answers_service.load_answers(own).wishes.equipment if one not in AT_HAND]
            changes["equipment"] = [*(one for one in AT_HAND if one in form.getlist("equipment")), *other]
        return _shown(site, request, own, faults) if faults else _wished(site, request, own, changes, form)

    @router.post("/program/item/{name}")
    def item(name: str, request: Request, form: Sent) -> Response:
        """Pin an item, leave it out, put another in its place, or take such a wish back."""
        own = site.own(request)
        if answers_service.require_intake(own):
            return RedirectResponse("/program", status_code=303)
        if name not in option_labels():
            raise HTTPException(404)
        return _wished(site, request, own, _changed(answers_service.load_answers(own).wishes, name, form), form, name)

    @router.post("/program/anew")
    def anew(request: Request) -> Response:
        """Begin the program again with its first week."""
        own = site.own(request)
        if not answers_service.require_intake(own):
            program_service.restart_program(own, date.today())
        return RedirectResponse("/program", status_code=303)

    @router.get("/program/{file}")
    @run_in_background
    def files(file: str, request: Request) -> Response:
        """The plan on paper, as a calendar, or as data."""
        own = site.own(request)
        if file not in ("print", "psoas.ics", "psoas.json"):
            raise HTTPException(404)
        if elsewhere := answers_service.require_intake(own):
            return elsewhere
        now = program_service.load_current_program(own, date.today())
        if file == "print":
            page = printed(now.program, answers_service.load_assessment(own))
            return Response(page, media_type="text/html", headers={"Content-Security-Policy": PAPER})
        kind = "text/calendar" if file.endswith("ics") else "application/json"
        data = program_calendar(now.program, now.start) if file.endswith("ics") else _json(now.program)
        return Response(data, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{file}"'})

    @router.get("/api/exercise/{name}/{which}.png")
    @run_in_background
    def picture(name: str, which: int, v: str = "") -> Response:
        """The body in an exercise: 0 where it starts, 1 where it goes. Drawn once and kept, for it takes a while."""
        if name not in exercises() or which not in (0, 1):
            raise HTTPException(404)
        cache = f"public, max-age={YEAR_S}, immutable" if v == __version__ else "no-cache"
        return Response(_picture(site, name, which), media_type="image/png", headers={"Cache-Control": cache})

    return router


def _empty(site: AppContext, request: Request, own: PersonScope) -> Response:
    return site.page(
        request,
        "program_empty.html",
        title=text("program.title"),
        here="program",
        begun=answers_service.has_consented(own),
    )


def _wished(
    site: AppContext,
    request: Request,
    own: PersonScope,
    changes: dict[str, Any],
    form: Mapping[str, Any],
    name: str = "",
) -> Response:
    """Plan with the changes and lead to where they show, or say why that cannot be."""
    if answers_service.require_intake(own):
        return RedirectResponse("/program", status_code=303)
    before = program_service.load_current_program(own, date.today())
    try:
        after = program_service.plan_with_preferences(own, changes, date.today())
    except ScreeningStop:
        return RedirectResponse(answers_service.STOP, status_code=303)
    except InputError as error:
        return _shown(site, request, own, list(error.faults))
    did = next((one for one in KINDS if one in form), "free") if name else "wishes"
    phase = _phase(after, str(form.get("phase", "")))
    shown = str(form.get("other", "")) if did == "swap" else name
    there = shown in {item.name for item in (*program_service.items_of_phase(phase), *after.program.breaks)}
    said = urlencode({"phase": phase.name, "did": did, "item": name, "since": before.id})
    return RedirectResponse(f"/program?{said}#{f'item-{shown}' if there else 'changed'}", status_code=303)


def _phase(now: CurrentProgram, asked: str) -> Phase:
    """The phase asked for, or the one that is on."""
    return next((one for one in now.program.phases if one.name == asked), now.phase(date.today()))


def _said(
    own: PersonScope, now: CurrentProgram, phase: Phase, request: Request, swap: Mapping[str, str]
) -> tuple[str, str]:
    """What the last wish changed, in one line, and the item whose row says so ("" where the week does)."""
    did, name = (request.query_params.get(key, "") for key in ("did", "item"))
    try:
        before = program_service.load_program(own, UUID(request.query_params.get("since", "")))
    except (ValueError, InputError):
        return "", ""
    if did not in KINDS:
        return "", ""
    other = swap.get(name, "") if did == "swap" else ""
    shown = other or name
    held = {item.name for item in (*program_service.items_of_phase(phase), *now.program.breaks)}
    return preference_change_text(before.program, now.program, phase, did, name, other), shown if shown in held else ""


def _shown(site: AppContext, request: Request, own: PersonScope, faults: list[str]) -> Response:
    today = date.today()
    now = program_service.load_current_program(own, today)
    story, log = answers_service.load_answers(own), program_service.sessions_since(own, now.start)
    phase = _phase(now, request.query_params.get("phase", ""))
    within, wishes = find_eligible(story).within, story.wishes
    return site.page(
        request,
        "program.html",
        status=422 if faults else 200,
        title=text("program.title"),
        here="program",
        faults=faults,
        said=_said(own, now, phase, request, wishes.swap),
        now=now,
        program=now.program,
        phase=phase,
        on=now.phase(today),
        week=now.week(today),
        over=now.week(today) > now.program.weeks,
        next=program_service.next_session(now, log, today),
        ask=program_service.session_to_follow_up(log, today),
        days=[
            (session, held, _freed(now, phase, held[0]), _rows(session.items, phase, now, within))
            for session, held in distinct_sessions_with_days(phase.sessions)
        ],
        breaks=_rows(now.program.breaks, phase, now, within),
        bars=effect_bars,
        standing=f"{effect_quantity(committed_effects()['standing'], LUMBAR):.0f}",
        dose_of=both_sides_dose_text,
        known=exercises(),
        out=group_left_out(now.program.left_out, story),
        how=item_instructions,
        at_hand=AT_HAND,
        wishes=wishes,
        wished=[(key, name, option_labels()[name]) for key in ("pin", "ban") for name in getattr(wishes, key)]
        + [("swap", name, option_labels()[name]) for name in wishes.swap],
        swapped={name: option_labels()[other] for name, other in wishes.swap.items()},
        places=PLACES,
        limits={"minutes": MINUTES, "days": DAYS, "weeks": WEEKS},
        red_flags=red_flags_text(),
        version=__version__,
    )


def _rows(items: Sequence[Item], phase: Phase, now: CurrentProgram, within: Sequence[AllowedOption]) -> list[ItemRow]:
    return [_row(group, phase, now, within) for group in pair_sides(items)]


def _row(group: tuple[Item, ...], phase: Phase, now: CurrentProgram, within: Sequence[AllowedOption]) -> ItemRow:
    item = group[0]
    own = next((one.thing for one in within if one.thing.name == item.name and one.thing.kind == item.kind), None)
    held = {one.name for one in program_service.items_of_phase(phase)}
    others = [
        (one.thing.name, one.thing.label)
        for one in within
        if own is not None
        and one.thing.kind == item.kind
        and one.thing.strand == own.strand
        and one.thing.name not in held
        and one.thing.load_n <= phase.lumbar_limit_n
    ]
    words = [render(one.status) for one in effective_decisions(now.decisions) if item.name in (one.name, one.item)]
    return ItemRow(group, tuple(others[:MOST_OTHERS]), " ".join(dict.fromkeys(words)))


def _freed(now: CurrentProgram, phase: Phase, day: int) -> str:
    """What practice took out of a session and nothing stands in for, in one sentence; "" where its minutes are full."""
    planned = next(one for one in now.planned.phases if one.name == phase.name)
    found = freed_time(planned.sessions[day - 1], phase.sessions[day - 1])
    if found is None:
        return ""
    names = f" {text('program.and')} ".join(found.gone or found.less)
    what = {"names": names, "minutes": f"{now.program.minutes:g}"}
    return text("program.freed_out" if found.gone else "program.freed_less", free=found.minutes, **what)


def _changed(wishes: Preferences, name: str, form: Mapping[str, Any]) -> dict[str, Any]:
    """The wishes with one item's changed: one wish an item, the newest counts; a button without one takes it back."""
    other = str(form.get("other", ""))
    pin, ban = ([one for one in getattr(wishes, key) if one != name] for key in ("pin", "ban"))
    swap = {key: one for key, one in wishes.swap.items() if key != name}
    if "pin" in form:
        pin.append(name)
        swap = {key: one for key, one in swap.items() if one != name}
    elif "ban" in form:
        ban.append(name)
        swap = {key: one for key, one in swap.items() if one != name}
    elif "swap" in form and other in option_labels() and other != name:
        swap = {key: one for key, one in swap.items() if one != name} | {name: other}
        pin, ban = ([one for one in some if one != other] for some in (pin, ban))
        swap.pop(other, None)
    return {"pin": pin, "ban": ban, "swap": swap}


def _json(program: Program) -> bytes:
    return (json.dumps(program_json(program), indent=1, ensure_ascii=False) + "\n").encode("utf-8")


def _picture(site: AppContext, name: str, which: int) -> bytes:
    folder = site.settings.folder / "pictures" / __version__
    path = folder / f"{name}-{which}.png"
    if not path.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{threading.get_ident()}")
        draft.write_bytes(base64.b64decode(exercise_movement_images(name)[which].data.partition(",")[2]))
        draft.replace(path)
    return path.read_bytes()
