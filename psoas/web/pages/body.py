"""The front page: the body, a few dials, and what they do to the psoas."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse

from psoas.body.person import Person
from psoas.body.posture import Posture, posture
from psoas.errors import InputError
from psoas.knowledge.sources import source
from psoas.report.raster import png
from psoas.report.shade import aspect, picture, subject
from psoas.store.people import me
from psoas.web import told
from psoas.web.dials import DIALS, SHOWN, start, taken
from psoas.web.feel import sentences
from psoas.web.figure import PERCENT_ENDS, Figure
from psoas.web.pages import measure
from psoas.web.pool import beside
from psoas.web.site import Site
from psoas.web.words import t

SCHEMA = "psoas.live/1"
PICTURE_HEIGHT = 640
RESTS_ON = ("christophy2012", "ward2009", "ryan_imaging")
"""Where path, fibres and the crura's vertebrae come from; the postures' own sources come on top."""
KEPT = 1024
"""Answers kept, so that dials going to and fro cost nothing: about 10 kB each."""


def routes(site: Site) -> APIRouter:
    """``/``, ``/api/posture``, ``/api/scene`` and ``/api/picture.png``."""
    router = APIRouter()

    def person(request: Request) -> Person:
        return me(site.own(request)).body

    @router.get("/")
    def body(request: Request) -> HTMLResponse:
        name, turned, faults = _asked(request.query_params)
        found = _live(person(request), name, turned)
        return site.page(
            request,
            "body.html",
            status=422 if faults else 200,
            title=t("body.title"),
            here="body",
            postures=SHOWN,
            name=name,
            dials=[(dial, {**start(name), **dict(turned)}[dial.id]) for dial in DIALS],
            found=found,
            faults=faults,
            query=request.url.query,
            assumed=person(request).assumed,
            starts={key: start(key) for key in SHOWN},
            sources=[source(key) for key in dict.fromkeys((*RESTS_ON, *(posture(key).source for key in SHOWN)))],
            lying=[key for key in SHOWN if posture(key).support == "lying"],
            mine=measure.mine(site.own(request)),
            new=not told.consented(site.own(request)),
            notes={key: t(f"posture.{key}.note") for key in SHOWN},
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
    @beside
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
        taken(name, turned)
    except InputError as error:
        faults += error.faults
    return (SHOWN[0], (), faults) if faults else (name, tuple(turned.items()), [])


def ready(person: Person) -> None:
    """Make what the front page of a person needs."""
    _live(person, SHOWN[0], ())
    _scene(person)


@cache
def figure(person: Person) -> Figure:
    """The body of a person; made once."""
    return Figure(person)


@lru_cache(maxsize=KEPT)
def _live(person: Person, name: str, turned: Turned) -> dict[str, Any]:
    body, posture_taken = figure(person), _posture(name, turned)
    solved = body.solve(posture_taken)
    figures = body.figures(posture_taken, solved)
    return {"schema": SCHEMA, "sentences": sentences(figures, body.standing), "frame": body.frame(solved)}


@lru_cache(maxsize=KEPT)
def _packed(person: Person, name: str, turned: Turned) -> bytes:
    return json.dumps(_live(person, name, turned), separators=(",", ":"), allow_nan=False).encode("utf-8")


@lru_cache(maxsize=8)
def _scene(person: Person) -> bytes:
    return json.dumps(figure(person).scene(), separators=(",", ":"), allow_nan=False).encode("utf-8")


@lru_cache(maxsize=32)
def _picture(person: Person, name: str, turned: Turned) -> bytes:
    body = Figure(person).body  # its own, for drawing takes a second and must not hold up the live one
    shown = subject(body, _posture(name, turned).values, percent_ends=PERCENT_ENDS)
    width = round(PICTURE_HEIGHT * min(2.0, aspect(shown, "three_quarter")))
    return png(picture(shown, view="three_quarter", width=width, height=PICTURE_HEIGHT))


def _posture(name: str, turned: Turned) -> Posture:
    return taken(name, dict(turned))
