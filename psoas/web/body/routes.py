"""The front page: the body, a few sliders, and what they do to the psoas."""

from __future__ import annotations

from fastapi import Request, Response
from fastapi.responses import JSONResponse

from psoas.body.postures import posture
from psoas.core.catalogue import text
from psoas.knowledge.practice_sources import find_source
from psoas.render.posture_controls import DIALS, SHOWN, dial_positions
from psoas.services import answers_service, live_postures
from psoas.services.measure_history import measure_history
from psoas.store import repositories
from psoas.store.person_repository import find_person
from psoas.web.body.context import BodyPage
from psoas.web.body.forms import read_posture_request
from psoas.web.concurrency import run_in_background
from psoas.web.dependencies import Own, feature_router
from psoas.web.measure.context import bar_scale
from psoas.web.page_rendering import PageResponse, page

RESTS_ON = ("christophy2012", "ward2009", "ryan_imaging")
"""Where path, fibres and the crura's vertebrae come from; the postures' own sources come on top."""
router = feature_router()


@router.get("/")
def body(request: Request, own: Own) -> PageResponse[BodyPage]:
    """The body in a posture, with the last measure."""
    asked, person = read_posture_request(request.query_params), find_person(own).body
    shown = measure_history(repositories.list_measures(own), 1)
    positions = {**dial_positions(asked.name), **dict(asked.turned)}
    sources = dict.fromkeys((*RESTS_ON, *(posture(key).source for key in SHOWN)))
    context = BodyPage(
        title=text("body.title"),
        postures=tuple(SHOWN),
        name=asked.name,
        dials=tuple((dial, positions[dial.id]) for dial in DIALS),
        sentences=live_postures.posture_sentences(person, asked.name, asked.turned),
        faults=asked.faults,
        query=request.url.query,
        assumed=bool(person.assumed),
        starts={key: dial_positions(key) for key in SHOWN},
        sources=tuple(find_source(key) for key in sources),
        lying=tuple(key for key in SHOWN if posture(key).support == "lying"),
        notes={key: text(f"posture.{key}.note") for key in SHOWN},
        last_measure=shown[0] if shown else None,
        scale=bar_scale(shown),
        new=not answers_service.has_consented(own),
    )
    return page(request, context, status=422 if asked.faults else 200)


@router.get("/api/posture")
async def live_posture(request: Request, own: Own) -> Response:
    """A posture as the viewer and the page need it; 422 with every fault.

    On the event loop itself: two milliseconds one after the other beat ten threads that wait for one another.
    """
    asked = read_posture_request(request.query_params)
    if asked.faults:
        return JSONResponse({"faults": asked.faults}, status_code=422)
    data = live_postures.posture_json(find_person(own).body, asked.name, asked.turned)
    return Response(data, media_type="application/json")


@router.get("/api/scene")
def scene(own: Own) -> Response:
    """The bones and strands, once a page."""
    return Response(live_postures.scene_json(find_person(own).body), media_type="application/json")


@router.get("/api/picture.png")
@run_in_background
def picture(request: Request, own: Own) -> Response:
    """The posture as a picture, for browsers that do not draw in 3D."""
    asked = read_posture_request(request.query_params)
    data = live_postures.posture_picture(find_person(own).body, asked.name, asked.turned)
    return Response(data, media_type="image/png")
