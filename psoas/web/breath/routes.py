"""The breath page: every technique with its cautions first, a pacer for it, and how somebody breathed."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import Depends, HTTPException, Request
from fastapi.responses import JSONResponse, RedirectResponse

from psoas.core.catalogue import text
from psoas.core.errors import InputError, shorten
from psoas.knowledge.breath_techniques import BreathTechnique, breath_pattern, list_breath_techniques
from psoas.knowledge.practice_sources import find_source
from psoas.knowledge.toml_schema import EVIDENCE
from psoas.services.breath_curve import breath_curve, breath_session
from psoas.services.breath_upload import ACCEPT, read_breath_upload
from psoas.web.breath.context import BreathPage
from psoas.web.dependencies import feature_router
from psoas.web.page_rendering import PageResponse, page

SCHEMA = "psoas.breath/1"
PATHS = tuple(f"/breath/{name}" for name in list_breath_techniques())
"""The pages of the techniques, which take recorded signals."""
MINUTES = (1, 2, 3, 4, 5, 8, 10, 12, 15, 20)
"""Lengths offered, up to what a technique allows."""
router = feature_router()


def _technique(name: str) -> BreathTechnique:
    if name not in list_breath_techniques():
        raise HTTPException(404)
    return list_breath_techniques()[name]


Technique = Annotated[BreathTechnique, Depends(_technique)]


@router.get("/breath")
def lead_to_first_technique() -> RedirectResponse:
    """The first technique stands for all."""
    return RedirectResponse(f"/breath/{next(iter(list_breath_techniques()))}", status_code=307)


@router.get("/breath/{name}")
def show_technique(one: Technique, request: Request) -> PageResponse[BreathPage]:
    """One technique, with the list of all."""
    return page(request, _context(one))


@router.post("/breath/{name}")
async def read_signal(one: Technique, request: Request) -> PageResponse[BreathPage]:
    """The same page with what a recorded signal shows, or with every fault; nothing is kept."""
    async with request.form(max_files=1, max_fields=4) as form:
        said, faults = await read_breath_upload(form, one)
        values = {key: str(form.get(key, "")) for key in ("column", "start")}
    context = replace(_context(one), said=said, faults=tuple(shorten(faults)), values=values)
    return page(request, context, status=422 if faults else 200)


@router.get("/api/breath/{name}")
def breath_phases(one: Technique, minutes: float) -> JSONResponse:
    """The whole session as phases, so that the page needs no network once it has begun."""
    try:
        found = breath_pattern(one, minutes)
    except InputError as error:
        return JSONResponse({"faults": error.faults}, status_code=422)
    return JSONResponse({"schema": SCHEMA, "phases": breath_session(found)})


def _context(one: BreathTechnique) -> BreathPage:
    return BreathPage(
        title=text("breath.title", technique=one.title),
        techniques=tuple((each, breath_curve(each.cycle)) for each in list_breath_techniques().values()),
        one=one,
        minutes=tuple(m for m in MINUTES if m <= one.most_minutes),
        evidence=EVIDENCE[one.evidence],
        source=find_source(one.source),
        said=(),
        faults=(),
        values={"column": "", "start": ""},
        accept=ACCEPT,
    )
