"""Measure: a recording is handed in and analysed; its report, and all of them over time."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from psoas.analysis.analysis_io import PAGE
from psoas.core.catalogue import text
from psoas.core.message import Message, message
from psoas.core.options import InputOption, rename_options
from psoas.intake import body_size_form
from psoas.services.analysis_request import parse_request, remove_measure_files
from psoas.services.analysis_worker import KIND
from psoas.services.measure_history import STANDING, length_axis, measure_history, ramp_stops
from psoas.store import job_queue, repositories
from psoas.store.job_queue import WAITING, Job
from psoas.store.person_repository import find_person
from psoas.store.person_scope import PersonScope
from psoas.store.repositories import MeasureRecord
from psoas.web.app_context import AppContext
from psoas.web.recording_upload import ACCEPT, UPS, read_recording_upload
from psoas.web.security_middleware import POLICY

FRAMES = f"{POLICY}; frame-src 'self'"
"""The app's own policy for the one page that shows a report inside."""
NEW = "/measure/new"


def routes(site: AppContext) -> APIRouter:
    """``/measure`` and what lies below it, but for the files of a measure (``measure_files``)."""
    router = APIRouter()

    @router.get("/measure")
    def measures(request: Request) -> Response:
        """All measures; before the first, how to begin."""
        own = site.own(request)
        shown, waiting = measure_history(repositories.list_measures(own)), _open_jobs(own)
        if not shown and not waiting:
            return _form(site, request, own)
        return site.page(
            request, "measure.html", title=text("measure.title"), here="measure", shown=shown, waiting=waiting,
            share=job_percent, **bar_scale(shown),
            there={one.one.id for one in shown if _there(site, one.one)},
        )  # fmt: skip

    @router.get(NEW)
    def new(request: Request) -> HTMLResponse:
        """The form."""
        return _form(site, request, site.own(request))

    @router.post(NEW)
    async def hand_in(request: Request) -> Response:
        """Keep the files and queue their analysis; or the form again with everything that is wrong."""
        own = site.own(request)
        async with request.form(max_files=8, max_fields=20) as form:
            order, faults = await read_recording_upload(form, site.settings.folder, own)
            if order is None:
                told = {key: str(value) for key, value in form.items() if isinstance(value, str)}
                return _form(site, request, own, told=told, faults=faults)
        key = job_queue.queue_job(own, KIND, order.json())
        return RedirectResponse(f"/measure/{key}", status_code=303)

    @router.get("/measure/{key}")
    def measure(key: UUID, request: Request) -> Response:
        """The report; or how far it is, and what to do when it went wrong."""
        own = site.own(request)
        found = repositories.find_measure(own, key)
        if found is None:
            return site.page(request, "measure_job.html", here="measure", **_progress(own, key))
        shown = measure_history([found])[0]
        page = site.page(
            request, "measure_report.html", title=text("measure.one", file=found.file), here="measure", one=shown,
            **bar_scale([shown]), there=_there(site, found),
        )  # fmt: skip
        page.headers["Content-Security-Policy"] = FRAMES
        return page

    @router.get("/measure/{key}/progress")
    def progress(key: UUID, request: Request) -> Response:
        """The part of the page that shows how far it is; at the end the whole page anew."""
        own = site.own(request)
        found = job_queue.find_job(own, key)
        if found is None or found.state not in WAITING:
            return Response(headers={"HX-Refresh": "true"})
        return site.page(request, "measure_progress.html", **_progress(own, key))

    @router.post("/measure/{key}/cancel")
    def cancel(key: UUID, request: Request) -> Response:
        """Stop it; the worker ends the process at once."""
        own = site.own(request)
        _job(own, key)
        job_queue.cancel_job(own, key)
        return RedirectResponse(f"/measure/{key}", status_code=303)

    @router.post("/measure/{key}/retry")
    def retry(key: UUID, request: Request) -> Response:
        """Once more with the same files."""
        own = site.own(request)
        _job(own, key)
        job_queue.retry_job(own, key)
        return RedirectResponse(f"/measure/{key}", status_code=303)

    @router.get("/measure/{key}/delete")
    def ask(key: UUID, request: Request) -> HTMLResponse:
        """Ask once more before a measure is taken out."""
        name, _ = _named(site.own(request), key)
        return site.page(
            request, "measure_delete.html", title=text("measure.delete.title"), here="measure", key=key, name=name
        )

    @router.post("/measure/{key}/delete")
    def delete(key: UUID, request: Request) -> Response:
        """Take out a measure with all its files; one that is being worked on is stopped."""
        own = site.own(request)
        _, folder = _named(own, key)
        job_queue.remove_job(own, key)
        repositories.remove_measure(own, key)
        remove_measure_files(site.settings.folder, folder)
        return RedirectResponse("/measure", status_code=303)

    return router


def latest_measure(own: PersonScope) -> dict[str, Any]:
    """What the front page shows of the last measure and what changed."""
    shown = measure_history(repositories.list_measures(own), 1)
    return {"shown": shown, **bar_scale(shown)}


def bar_scale(shown: Any) -> dict[str, Any]:
    """What a template needs to draw the bars of measures: the ends of their axis and the colours along it."""
    ends = length_axis(shown)
    return {"ends": ends, "stops": ramp_stops(ends), "at": lambda value: _along(value, ends), "standing": STANDING}


def job_percent(job: Job) -> int:
    """How far a job is, percent."""
    return round(100 * job.progress)


def _along(value: float, ends: tuple[float, float]) -> float:
    """Where a value lies on an axis, percent of its length."""
    return round(100 * (value - ends[0]) / (ends[1] - ends[0]), 2)


def _job(own: PersonScope, key: UUID) -> Job:
    found = job_queue.find_job(own, key)
    if found is None or found.kind != KIND:
        raise HTTPException(404)
    return found


def _there(site: AppContext, one: MeasureRecord) -> bool:
    """Whether the report of a measure is on this machine."""
    return (site.settings.folder / one.folder / PAGE).is_file()


def _named(own: PersonScope, key: UUID) -> tuple[str, str]:
    """Name and folder of a measure, done or not; 404 when this person has none by that id."""
    job, found = job_queue.find_job(own, key), repositories.find_measure(own, key)
    if job is not None and job.kind == KIND:
        order = parse_request(job.asked)
        return order.name, order.folder
    if found is None:
        raise HTTPException(404)
    return found.file, found.folder


def _open_jobs(own: PersonScope) -> list[tuple[Job, str]]:
    """Jobs without a measure yet, the newest first, each with the name of its recording."""
    found = (one for one in job_queue.own_jobs(own) if one.kind == KIND and one.state != "done")
    return [(one, parse_request(one.asked).name) for one in found]


def _progress(own: PersonScope, key: UUID) -> dict[str, Any]:
    job = _job(own, key)
    before = sum(one.state in WAITING for one in job_queue.own_jobs(own)) - 1
    name = parse_request(job.asked).name
    return {
        "title": text("measure.one", file=name), "job": job, "name": name, "share": job_percent(job), "before": before,
        "faults": [rename_options(one, _field) for one in job.faults],
    }  # fmt: skip


def _field(option: InputOption) -> Message:
    """The field of the form that stands for an option of the command line."""
    return message("measure.field", name=message(f"measure.{option.value}"))


def _form(
    site: AppContext,
    request: Request,
    own: PersonScope,
    *,
    told: dict[str, str] | None = None,
    faults: tuple[str, ...] = (),
) -> HTMLResponse:
    somebody = find_person(own)
    known = body_size_form.body_size_fields(somebody) | {
        "sex": somebody.sex or "",
        "day": date.today().isoformat(),
        "up": UPS[0],
    }
    return site.page(
        request, "measure_new.html", status=422 if faults else 200, title=text("measure.title"), here="measure",
        values=known | (told or {}), faults=faults, ups=UPS, accept=ACCEPT, today=date.today().isoformat(),
        first=not repositories.list_measures(own),
    )  # fmt: skip
