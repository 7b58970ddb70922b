"""Measure: a recording is uploaded and analysed; its report, and all measures over time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from fastapi import HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from psoas.analysis.analysis_io import PAGE
from psoas.core.catalogue import text
from psoas.core.message import Message, message
from psoas.core.options import InputOption, rename_options
from psoas.intake import body_size_form
from psoas.services.analysis_request import has_suggestions, marker_map_of, parse_request, remove_measure_files
from psoas.services.analysis_worker import KIND
from psoas.services.marker_suggestions import can_be_named
from psoas.services.measure_history import measure_history
from psoas.store import job_queue, repositories
from psoas.store.job_queue import WAITING, Job
from psoas.store.person_repository import find_person
from psoas.store.person_scope import PersonScope
from psoas.store.repositories import MeasureRecord
from psoas.web.app_context import AppContext
from psoas.web.dependencies import Own, Site, feature_router, see_other
from psoas.web.measure.context import (
    DeleteMeasurePage,
    JobPage,
    JobProgressPart,
    JobView,
    MeasuresPage,
    ReportPage,
    UploadPage,
    bar_scale,
)
from psoas.web.measure.forms import ACCEPT, UPS, read_recording_upload
from psoas.web.page_rendering import PageResponse, page
from psoas.web.security_middleware import POLICY

FRAMES = f"{POLICY}; frame-src 'self'"
"""The app's own policy for the one page that shows a report inside."""
NEW = "/measure/new"
router = feature_router()


@router.get("/measure")
def list_measures(request: Request, site: Site, own: Own) -> PageResponse[MeasuresPage] | PageResponse[UploadPage]:
    """All measures; before the first, how to begin."""
    shown, waiting = measure_history(repositories.list_measures(own)), _open_jobs(own)
    if not shown and not waiting:
        return _upload_page(request, own)
    context = MeasuresPage(
        title=text("measure.title"),
        shown=shown,
        waiting=waiting,
        scale=bar_scale(shown),
        with_report=frozenset(one.one.id for one in shown if one.one.id and _has_report(site, one.one)),
    )
    return page(request, context)


@router.get(NEW)
def show_upload(request: Request, own: Own) -> PageResponse[UploadPage]:
    """The form."""
    return _upload_page(request, own)


@router.post(NEW)
async def upload(request: Request, site: Site, own: Own) -> PageResponse[UploadPage] | RedirectResponse:
    """Keep the files and queue their analysis; or the form again with everything that is wrong."""
    async with request.form(max_files=8, max_fields=20) as form:
        order, faults = await read_recording_upload(form, site.settings.folder, own)
        if order is None:
            given = {key: str(value) for key, value in form.items() if isinstance(value, str)}
            return _upload_page(request, own, given=given, faults=faults)
    key = job_queue.queue_job(own, KIND, order.json())
    return see_other(f"/measure/{key}")


@router.get("/measure/{key}")
def show_measure(key: UUID, request: Request, site: Site, own: Own) -> PageResponse[ReportPage] | PageResponse[JobPage]:
    """The report; or how far it is, and what to do when it went wrong."""
    found = repositories.find_measure(own, key)
    if found is None:
        return _job_page(request, site, own, _job(own, key))
    shown = measure_history([found])[0]
    context = ReportPage(
        title=text("measure.one"),
        one=shown,
        scale=bar_scale([shown]),
        has_report=_has_report(site, found),
        has_map=marker_map_of(site.settings.folder / found.folder) is not None,
    )
    response = page(request, context)
    response.headers["Content-Security-Policy"] = FRAMES
    return response


@router.get("/measure/{key}/progress")
def show_progress(key: UUID, request: Request, own: Own) -> PageResponse[JobProgressPart] | Response:
    """The part of the page that shows how far it is; at the end the whole page again."""
    found = job_queue.find_job(own, key)
    if found is None or found.state not in WAITING:
        return Response(headers={"HX-Refresh": "true"})
    return page(request, JobProgressPart(view=_view(_job(own, key)), before=_jobs_before(own)))


@router.post("/measure/{key}/cancel")
def cancel(key: UUID, own: Own) -> RedirectResponse:
    """Stop it; the worker ends the process at once."""
    _job(own, key)
    job_queue.cancel_job(own, key)
    return see_other(f"/measure/{key}")


@router.post("/measure/{key}/retry")
def retry(key: UUID, own: Own) -> RedirectResponse:
    """Once more with the same files."""
    _job(own, key)
    job_queue.retry_job(own, key)
    return see_other(f"/measure/{key}")


@router.get("/measure/{key}/delete")
def ask_to_delete(key: UUID, request: Request, own: Own) -> PageResponse[DeleteMeasurePage]:
    """Ask once more before a measure is deleted."""
    name, _ = _name_and_folder(own, key)
    return page(request, DeleteMeasurePage(title=text("measure.delete.title"), key=key, name=name))


@router.post("/measure/{key}/delete")
def delete(key: UUID, site: Site, own: Own) -> RedirectResponse:
    """Delete a measure with all its files; an analysis that still runs is stopped."""
    _, folder = _name_and_folder(own, key)
    job_queue.remove_job(own, key)
    repositories.remove_measure(own, key)
    remove_measure_files(site.settings.folder, folder)
    return see_other("/measure")


def _job(own: PersonScope, key: UUID) -> Job:
    found = job_queue.find_job(own, key)
    if found is None or found.kind != KIND:
        raise HTTPException(404)
    return found


def _view(job: Job) -> JobView:
    return JobView(job, parse_request(job.asked).name)


def _has_report(site: AppContext, one: MeasureRecord) -> bool:
    """Whether the report of a measure is on this machine."""
    return (site.settings.folder / one.folder / PAGE).is_file()


def _name_and_folder(own: PersonScope, key: UUID) -> tuple[str, str]:
    """Name and folder of a measure, done or not; 404 when this person has none by that id."""
    job, found = job_queue.find_job(own, key), repositories.find_measure(own, key)
    if job is not None and job.kind == KIND:
        order = parse_request(job.asked)
        return order.name, order.folder
    if found is None:
        raise HTTPException(404)
    return found.file, found.folder


def _open_jobs(own: PersonScope) -> tuple[JobView, ...]:
    """Analyses without a measure yet, the newest first."""
    return tuple(_view(one) for one in job_queue.own_jobs(own) if one.kind == KIND and one.state != "done")


def _jobs_before(own: PersonScope) -> int:
    """How many jobs come before one that waits."""
    return sum(one.state in WAITING for one in job_queue.own_jobs(own)) - 1


def _job_page(request: Request, site: AppContext, own: PersonScope, job: Job) -> PageResponse[JobPage]:
    view = _view(job)
    faults = tuple(rename_options(one, _field) for one in job.faults)
    can_name = has_suggestions(site.settings.folder, parse_request(job.asked).folder)
    besides = tuple(one for one in faults if not can_be_named(one)) if can_name else faults
    context = JobPage(
        title=text("measure.one"),
        view=view,
        before=_jobs_before(own),
        faults=besides,
        can_name=can_name,
        unknown=len(besides) < len(faults),
    )
    return page(request, context)


def _field(option: InputOption) -> Message:
    """The field of the form that stands for an option of the command line."""
    return message("measure.field", name=message(f"measure.{option.value}"))


def _upload_page(
    request: Request, own: PersonScope, *, given: Mapping[str, str] | None = None, faults: tuple[str, ...] = ()
) -> PageResponse[UploadPage]:
    somebody, today = find_person(own), date.today().isoformat()
    known = body_size_form.body_size_fields(somebody) | {"sex": somebody.sex or "", "day": today, "up": UPS[0]}
    context = UploadPage(
        title=text("measure.title"),
        values=known | dict(given or {}),
        faults=faults,
        ups=UPS,
        accept=ACCEPT,
        today=today,
        first=not repositories.list_measures(own),
    )
    return page(request, context, status=422 if faults else 200)
