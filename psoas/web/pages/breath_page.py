"""The breath page: every technique with its cautions first, a pacer for it, and how somebody breathed."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from psoas.core.catalogue import text
from psoas.core.errors import InputError, shorten
from psoas.knowledge.breath_techniques import BreathStep, BreathTechnique, breath_pattern, list_breath_techniques
from psoas.knowledge.practice_sources import find_source
from psoas.knowledge.toml_schema import EVIDENCE
from psoas.services.breath_upload import ACCEPT, BreathStatement, read_breath_upload
from psoas.web.app_context import AppContext

SCHEMA = "psoas.breath/1"
PATHS = tuple(f"/breath/{name}" for name in list_breath_techniques())
"""The pages of the techniques, which take recorded signals."""
MINUTES = (1, 2, 3, 4, 5, 8, 10, 12, 15, 20)
"""Lengths offered, up to what a technique allows."""
FULL = {"in": 1.0, "top_up": 1.0, "hold_full": 1.0, "out": 0.0, "hum": 0.0, "hold_empty": 0.0, "rest": 0.0}
"""How full the lungs are at the end of each phase, 0 to 1."""
BEFORE_TOP_UP = 0.75
"""How full they are where a second sip follows (assumed: for the drawing)."""


def routes(site: AppContext) -> APIRouter:
    """``/breath``, ``/breath/ID`` (a recorded signal is posted there too) and ``/api/breath/ID``."""
    router = APIRouter()

    @router.get("/breath")
    def first() -> Response:
        """The first technique stands for all."""
        return RedirectResponse(f"/breath/{next(iter(list_breath_techniques()))}", status_code=307)

    @router.get("/breath/{name}")
    def technique(name: str, request: Request) -> HTMLResponse:
        """One technique, with the list of all."""
        return _page(site, request, _known(name))

    @router.post("/breath/{name}")
    async def breathed(name: str, request: Request) -> HTMLResponse:
        """The same page with what a recorded signal shows, or with every fault; nothing is kept."""
        one = _known(name)
        async with request.form(max_files=1, max_fields=4) as form:
            said, faults = await read_breath_upload(form, one)
            values = {key: str(form.get(key, "")) for key in ("column", "start")}
        return _page(site, request, one, said=said, faults=faults, values=values)

    @router.get("/api/breath/{name}")
    def phases(name: str, minutes: float) -> Response:
        """The whole session as phases, so that the page needs no network once it has begun."""
        try:
            found = breath_pattern(_known(name), minutes)
        except InputError as error:
            return JSONResponse({"faults": error.faults}, status_code=422)
        return JSONResponse({"schema": SCHEMA, "phases": breath_session(found)})

    return router


def breath_session(phases: tuple[Any, ...]) -> list[dict[str, Any]]:
    """Phases with how full the lungs are at the end of each; a phase "free" has none."""
    after = [*phases[1:], None]
    return [
        {
            "phase": one.phase,
            "start_s": one.start_s,
            "seconds": one.seconds,
            "full": _full(one.phase, following.phase if following else ""),
        }
        for one, following in zip(phases, after, strict=True)
    ]


def breath_curve(cycle: tuple[BreathStep, ...], *, width: float = 72.0, height: float = 24.0) -> str:
    """One breath as the points of a line: time to the right, full lungs up."""
    seconds = sum(step.seconds for step in cycle)
    x, points = 0.0, [(0.0, 0.0)]
    for i, step in enumerate(cycle):
        x += step.seconds
        points.append((x, _full(step.phase, cycle[i + 1].phase if i + 1 < len(cycle) else "") or 0.0))
    return " ".join(f"{width * at / seconds:.1f},{height * (1 - full):.1f}" for at, full in points)


def _page(
    site: AppContext,
    request: Request,
    one: BreathTechnique,
    *,
    said: tuple[BreathStatement, ...] = (),
    faults: tuple[str, ...] = (),
    values: dict[str, str] | None = None,
) -> HTMLResponse:
    return site.page(
        request,
        "breath.html",
        status=422 if faults else 200,
        title=text("breath.title", technique=one.title),
        here="breath",
        techniques=[(each, breath_curve(each.cycle)) for each in list_breath_techniques().values()],
        one=one,
        minutes=[m for m in MINUTES if m <= one.most_minutes],
        evidence=EVIDENCE[one.evidence],
        source=find_source(one.source),
        said=said,
        faults=shorten(faults),
        values=values or {"column": "", "start": ""},
        accept=ACCEPT,
    )


def _full(phase: str, following: str) -> float | None:
    return BEFORE_TOP_UP if following == "top_up" else FULL.get(phase)


def _known(name: str) -> BreathTechnique:
    if name not in list_breath_techniques():
        raise HTTPException(404)
    return list_breath_techniques()[name]
