"""Unknown markers: what they may be, and the map that a person confirms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from fastapi import HTTPException, Request
from fastapi.responses import FileResponse, RedirectResponse
from starlette.datastructures import FormData

from psoas.core.catalogue import text
from psoas.recording import CLUSTER
from psoas.services.analysis_request import AnalysisRequest, marker_map_of, parse_request
from psoas.services.analysis_worker import KIND
from psoas.services.marker_suggestions import (
    MarkerSuggestions,
    chosen_places,
    load_suggestions,
    marker_places,
    names_enough,
    write_marker_map,
)
from psoas.store import job_queue
from psoas.store.person_scope import PersonScope
from psoas.web.app_context import AppContext
from psoas.web.dependencies import Own, Redirect, SentForm, Site, feature_router, see_other
from psoas.web.markers.context import MarkerRow, MarkersPage, figure_around, figure_lines, place_choices
from psoas.web.measure.measure_files import Folder
from psoas.web.page_rendering import PageResponse, page

router = feature_router()


@router.get("/measure/{key}/markers")
def show_markers(key: UUID, request: Request, site: Site, own: Own) -> PageResponse[MarkersPage]:
    """Every marker with what it may be."""
    order, found = _asked(site, own, key)
    return _page(request, key, order, found, chosen_places(site.settings.folder, order, found))


@router.post("/measure/{key}/markers")
def confirm_markers(
    key: UUID, request: Request, site: Site, own: Own, form: SentForm
) -> PageResponse[MarkersPage] | RedirectResponse:
    """Keep what was said as a marker map and analyse the recording with it; or the page again with what is wrong."""
    order, found = _asked(site, own, key)
    chosen = _chosen(form, found)
    faults = _faults(chosen)
    if faults:
        return _page(request, key, order, found, chosen, faults)
    mapping = {name: place for name, place in chosen.items() if place}
    job_queue.retry_job(own, key, asked=write_marker_map(site.settings.folder, order, mapping).json())
    return see_other(f"/measure/{key}")


@router.get("/measure/{key}/markers.toml")
def download_marker_map(folder: Folder) -> FileResponse:
    """The marker map that a measure was analysed with."""
    path = marker_map_of(folder.path)
    if path is None:
        raise HTTPException(404)
    name = f"{Path(folder.measure.file).stem}_markers.toml"
    return FileResponse(path, media_type="application/toml", filename=name)


def _asked(site: AppContext, own: PersonScope, key: UUID) -> tuple[AnalysisRequest, MarkerSuggestions]:
    """An own analysis that failed over its markers, and what they may be; 404 where there is none, and the way to the
    analysis where it goes on or is done."""
    job = job_queue.find_job(own, key)
    if job is None or job.kind != KIND:
        raise HTTPException(404)
    if job.state not in ("failed", "cancelled"):
        raise Redirect(f"/measure/{key}")
    order = parse_request(job.asked)
    found = load_suggestions(site.settings.folder, order.folder)
    if found is None:
        raise HTTPException(404)
    return order, found


def _chosen(form: FormData, found: MarkerSuggestions) -> dict[str, str]:
    """Marker -> place as it was sent, "" for none; markers by their number in the recording."""
    known = set(marker_places())
    sent = {one.name: str(form.get(f"place-{number}", "")) for number, one in enumerate(found.markers)}
    return {name: place if place in known else "" for name, place in sent.items()}


def _faults(chosen: Mapping[str, str]) -> tuple[str, ...]:
    """A landmark for two markers, and too few on pelvis and legs."""
    counts = Counter(place for place in chosen.values() if place and not place.startswith(CLUSTER))
    twice = {place for place, count in counts.items() if count > 1}
    words = {one.key: one for _, choices in place_choices() for one in choices}
    faults = []
    for place in sorted(twice):
        names = ", ".join(name for name, other in chosen.items() if other == place)
        side, where = words[place].side, text(words[place].word)
        where = text("markers.sided", side=side, place=where) if side else where
        faults.append(text("markers.fault.twice", names=names, place=where))
    if not names_enough(chosen):
        faults.append(text("markers.fault.few"))
    return tuple(faults)


def _page(
    request: Request, key: UUID, order: AnalysisRequest, found: MarkerSuggestions, chosen: Mapping[str, str],
    faults: tuple[str, ...] = (),
) -> PageResponse[MarkersPage]:  # fmt: skip
    rows = [MarkerRow(number, one, chosen[one.name]) for number, one in enumerate(found.markers)]
    context = MarkersPage(
        title=text("markers.title"),
        key=key,
        name=order.name,
        rows=tuple(sorted(rows, key=lambda row: row.marker.sure)),
        unsure=sum(not row.marker.sure for row in rows),
        choices=place_choices(),
        sides_sure=found.sides_sure,
        said_before=found.said_before,
        body=figure_around(list(found.spots.values())),
        lines=figure_lines(found),
        spots=tuple(found.spots.items()),
        front=figure_around([one.front for one in found.markers if one.front]),
        side=figure_around([one.side for one in found.markers if one.side]),
        faults=faults,
    )
    return page(request, context, status=422 if faults else 200)
