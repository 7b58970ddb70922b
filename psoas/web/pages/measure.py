"""Measure: a recording is handed in and analysed; its report, and all of them over time."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from uuid import UUID

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from psoas.report.files import PAGE
from psoas.store import jobs, records
from psoas.store.jobs import WAITING, Job
from psoas.store.own import Own
from psoas.store.people import me
from psoas.store.records import Measure
from psoas.web import size
from psoas.web.guard import POLICY
from psoas.web.handed import ACCEPT, UPS, handed_in
from psoas.web.measured import STANDING, axis, history, stops
from psoas.web.order import order_of, remove
from psoas.web.site import Site
from psoas.web.words import t
from psoas.web.worker import KIND

FRAMES = f"{POLICY}; frame-src 'self'"
"""The app's own policy for the one page that shows a report inside."""
NEW = "/measure/new"
OPTION = re.compile(r"--(static|forces|markers|up)\b")


def routes(site: Site) -> APIRouter:
    """``/measure`` and what lies below it, but for the files of a measure (``measure_files``)."""
    router = APIRouter()

    @router.get("/measure")
    def measures(request: Request) -> Response:
        """All measures; before the first, how to begin."""
        own = site.own(request)
        shown, waiting = history(records.measures(own)), _open_jobs(own)
        if not shown and not waiting:
            return _form(site, request, own)
        return site.page(
            request, "measure.html", title=t("measure.title"), here="measure", shown=shown, waiting=waiting,
            share=share, **scale(shown),
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
            order, faults = await handed_in(form, site.settings.folder, own)
            if order is None:
                told = {key: str(value) for key, value in form.items() if isinstance(value, str)}
                return _form(site, request, own, told=told, faults=faults)
        key = jobs.ask(own, KIND, order.json())
        return RedirectResponse(f"/measure/{key}", status_code=303)

    @router.get("/measure/{key}")
    def measure(key: UUID, request: Request) -> Response:
        """The report; or how far it is, and what to do when it went wrong."""
        own = site.own(request)
        found = records.measure(own, key)
        if found is None:
            return site.page(request, "measure_job.html", here="measure", **_progress(own, key))
        shown = history([found])[0]
        page = site.page(
            request, "measure_report.html", title=t("measure.one", file=found.file), here="measure", one=shown,
            **scale([shown]), there=_there(site, found),
        )  # fmt: skip
        page.headers["Content-Security-Policy"] = FRAMES
        return page

    @router.get("/measure/{key}/progress")
    def progress(key: UUID, request: Request) -> Response:
        """The part of the page that shows how far it is; at the end the whole page anew."""
        own = site.own(request)
        found = jobs.job(own, key)
        if found is None or found.state not in WAITING:
            return Response(headers={"HX-Refresh": "true"})
        return site.page(request, "measure_progress.html", **_progress(own, key))

    @router.post("/measure/{key}/cancel")
    def cancel(key: UUID, request: Request) -> Response:
        """Stop it; the worker ends the process at once."""
        own = site.own(request)
        _job(own, key)
        jobs.cancel(own, key)
        return RedirectResponse(f"/measure/{key}", status_code=303)

    @router.post("/measure/{key}/retry")
    def retry(key: UUID, request: Request) -> Response:
        """Once more with the same files."""
        own = site.own(request)
        _job(own, key)
        jobs.retry(own, key)
        return RedirectResponse(f"/measure/{key}", status_code=303)

    @router.get("/measure/{key}/delete")
    def ask(key: UUID, request: Request) -> HTMLResponse:
        """Ask once more before a measure is taken out."""
        name, _ = _named(site.own(request), key)
        return site.page(
            request, "measure_delete.html", title=t("measure.delete.title"), here="measure", key=key, name=name
        )

    @router.post("/measure/{key}/delete")
    def delete(key: UUID, request: Request) -> Response:
        """Take out a measure with all its files; one that is being worked on is stopped."""
        own = site.own(request)
        _, folder = _named(own, key)
        jobs.remove(own, key)
        records.remove_measure(own, key)
        remove(site.settings.folder, folder)
        return RedirectResponse("/measure", status_code=303)

    return router


def mine(own: Own) -> dict[str, Any]:
    """What the front page shows of the last measure and what changed."""
    shown = history(records.measures(own), 1)
    return {"shown": shown, **scale(shown)}


def scale(shown: Any) -> dict[str, Any]:
    """What a template needs to draw the bars of measures: the ends of their axis and the colours along it."""
    ends = axis(shown)
    return {"ends": ends, "stops": stops(ends), "at": lambda value: _along(value, ends), "standing": STANDING}


def share(job: Job) -> int:
    """How far a job is, percent."""
    return round(100 * job.progress)


def _along(value: float, ends: tuple[float, float]) -> float:
    """Where a value lies on an axis, percent of its length."""
    return round(100 * (value - ends[0]) / (ends[1] - ends[0]), 2)


def _job(own: Own, key: UUID) -> Job:
    found = jobs.job(own, key)
    if found is None or found.kind != KIND:
        raise HTTPException(404)
    return found


def _there(site: Site, one: Measure) -> bool:
    """Whether the report of a measure is on this machine."""
    return (site.settings.folder / one.folder / PAGE).is_file()


def _named(own: Own, key: UUID) -> tuple[str, str]:
    """Name and folder of a measure, done or not; 404 when this person has none by that id."""
    job, found = jobs.job(own, key), records.measure(own, key)
    if job is not None and job.kind == KIND:
        order = order_of(job.asked)
        return order.name, order.folder
    if found is None:
        raise HTTPException(404)
    return found.file, found.folder


def _open_jobs(own: Own) -> list[tuple[Job, str]]:
    """Jobs without a measure yet, the newest first, each with the name of its recording."""
    found = (one for one in jobs.own_jobs(own) if one.kind == KIND and one.state != "done")
    return [(one, order_of(one.asked).name) for one in found]


def _progress(own: Own, key: UUID) -> dict[str, Any]:
    job = _job(own, key)
    before = sum(one.state in WAITING for one in jobs.own_jobs(own)) - 1
    name = order_of(job.asked).name
    return {
        "title": t("measure.one", file=name), "job": job, "name": name, "share": share(job), "before": before,
        "faults": [_in_words(line) for line in job.fault.split("\n") if line],
    }  # fmt: skip


def _in_words(fault: str) -> str:
    """A fault that names an option of the command line, with the name of the form's field in its place."""
    return OPTION.sub(lambda found: t("measure.field", name=t(f"measure.{found[1]}")), fault)


def _form(
    site: Site, request: Request, own: Own, *, told: dict[str, str] | None = None, faults: tuple[str, ...] = ()
) -> HTMLResponse:
    somebody = me(own)
    known = size.fields(somebody) | {
        "sex": somebody.sex or "",
        "day": date.today().isoformat(),
        "up": UPS[0],
    }
    return site.page(
        request, "measure_new.html", status=422 if faults else 200, title=t("measure.title"), here="measure",
        values=known | (told or {}), faults=faults, ups=UPS, accept=ACCEPT, today=date.today().isoformat(),
        first=not records.measures(own),
    )  # fmt: skip
