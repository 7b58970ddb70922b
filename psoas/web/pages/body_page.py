"""The front page: the body, a few dials, and what they do to the psoas."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse

from psoas.body.person import Person
from psoas.body.postures import Posture, posture
from psoas.core.catalogue import text
from psoas.core.errors import InputError
from psoas.knowledge.practice_sources import find_source
from psoas.render.live_body import PERCENT_ENDS, LiveBody
from psoas.render.posture_controls import DIALS, SHOWN, apply_dials, dial_positions
from psoas.render.posture_text import posture_paragraphs
from psoas.render.rasterizer import encode_png
from psoas.render.renderer import aspect_ratio, build_subject, render_image
from psoas.services import answers_service
from psoas.store.person_repository import find_person
from psoas.web.app_context import AppContext
from psoas.web.concurrency import run_in_background
from psoas.web.pages import measure_page

SCHEMA = "psoas.live/1"
PICTURE_HEIGHT = 640
RESTS_ON = ("christophy2012", "ward2009", "ryan_imaging")
"""Where path, fibres and the crura's vertebrae come from; the postures' own sources come on top."""
KEPT = 1024
"""Answers kept, so that dials going to and fro cost nothing: about 10 kB each."""


def routes(site: AppContext) -> APIRouter:
    """``/``, ``/api/posture``, ``/api/scene`` and ``/api/picture.png``."""
    router = APIRouter()

    def person(request: Request) -> Person:
        return find_person(site.own(request)).body

    @router.get("/")
    def body(request: Request) -> HTMLResponse:
        name, turned, faults = _asked(request.query_params)
        found = _live(person(request), name, turned)
        return site.page(
            request,
            "body.html",
            status=422 if faults else 200,
            title=text("body.title"),
            here="body",
            postures=SHOWN,
            name=name,
            dials=[(dial, {**dial_positions(name), **dict(turned)}[dial.id]) for dial in DIALS],
            found=found,
            faults=faults,
            query=request.url.query,
            assumed=person(request).assumed,
            starts={key: dial_positions(key) for key in SHOWN},
            sources=[find_source(key) for key in dict.fromkeys((*RESTS_ON, *(posture(key).source for key in SHOWN)))],
            lying=[key for key in SHOWN if posture(key).support == "lying"],
            mine=measure_page.latest_measure(site.own(request)),
            new=not answers_service.has_consented(site.own(request)),
            notes={key: text(f"posture.{key}.note") for key in SHOWN},
        )

    @router.get("/api/posture")
    async def live(request: Request) -> Response:
        """A posture as the viewer and the page need it; 422 with every fault.

        On the event loop itself: two milliseconds one after the other beat ten threads that wait for one another.
        """
        name, turned, faults = _asked(request.query_params)
        if faults:
            return JSONResponse({"faults": faults}, status_code=422)
        return Response(_packed(person(request), name, turned), media_type="application/json")

    @router.get("/api/scene")
    def scene(request: Request) -> Response:
        """The bones and strands, once a page."""
        return Response(_scene(person(request)), media_type="application/json")

    @router.get("/api/picture.png")
    @run_in_background
    def still(request: Request) -> Response:
        """The posture as a picture, for browsers that do not draw in 3D."""
        name, turned, _ = _asked(request.query_params)
        return Response(_picture(person(request), name, turned), media_type="image/png")

    return router


Turned = tuple[tuple[str, float], ...]


def _asked(query: Mapping[str, str]) -> tuple[str, Turned, list[str]]:
    """Named posture and dials of a request, and what is wrong with it; where something is, standing."""
    name = query.get("name", SHOWN[0])
    turned: dict[str, float] = {}
    faults = [] if name in SHOWN else [f"posture '{name}' is not known; expected {', '.join(SHOWN)}"]
    if faults or query.get("was", name) != name:  # without scripts the dials still stand where the last posture was
        return (SHOWN[0] if faults else name), (), faults
    for dial in DIALS:
        try:
            if dial.id in query:
                turned[dial.id] = round(float(query[dial.id]), 1)
        except ValueError:
            faults.append(f"{dial.id}: expected a number from {dial.low} to {dial.high}")
    try:
        apply_dials(name, turned)
    except InputError as error:
        faults += error.faults
    return (SHOWN[0], (), faults) if faults else (name, tuple(turned.items()), [])


def body_is_ready(person: Person) -> None:
    """Make what the front page of a person needs."""
    _live(person, SHOWN[0], ())
    _scene(person)


@cache
def live_body_of(person: Person) -> LiveBody:
    """The body of a person; made once."""
    return LiveBody(person)


@lru_cache(maxsize=KEPT)
def _live(person: Person, name: str, turned: Turned) -> dict[str, Any]:
    body, posture_taken = live_body_of(person), _posture(name, turned)
    solved = body.solve(posture_taken)
    figures = body.figures(posture_taken, solved)
    return {"schema": SCHEMA, "sentences": posture_paragraphs(figures, body.standing), "frame": body.frame(solved)}


@lru_cache(maxsize=KEPT)
def _packed(person: Person, name: str, turned: Turned) -> bytes:
    return json.dumps(_live(person, name, turned), separators=(",", ":"), allow_nan=False).encode("utf-8")


@lru_cache(maxsize=8)
def _scene(person: Person) -> bytes:
    return json.dumps(live_body_of(person).scene(), separators=(",", ":"), allow_nan=False).encode("utf-8")


@lru_cache(maxsize=32)
def _picture(person: Person, name: str, turned: Turned) -> bytes:
    body = LiveBody(person).body  # its own, for drawing takes a second and must not hold up the live one
    shown = build_subject(body, _posture(name, turned).values, percent_ends=PERCENT_ENDS)
    width = round(PICTURE_HEIGHT * min(2.0, aspect_ratio(shown, "three_quarter")))
    return encode_png(render_image(shown, view="three_quarter", width=width, height=PICTURE_HEIGHT))


def _posture(name: str, turned: Turned) -> Posture:
    return apply_dials(name, dict(turned))
