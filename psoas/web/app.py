"""The app, assembled in one place: guard, pages, errors."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection

from psoas.errors import InputError
from psoas.store import devices
from psoas.store.database import open_database, url_of
from psoas.store.own import Own
from psoas.store.people import first_person
from psoas.web import breathed
from psoas.web.guard import MOST_UPLOAD, Guard
from psoas.web.pages import (
    body,
    breath,
    files,
    findings,
    measure,
    measure_files,
    phone,
    program,
    progress,
    session,
    story,
)
from psoas.web.settings import Settings
from psoas.web.site import Site
from psoas.web.words import t

REFUSALS = {"host": 421, "origin": 403, "large": 413, "unpaired": 403}
"""Why the guard turns someone away, and the status that says so."""
UPLOADS = {measure.NEW: MOST_UPLOAD, **dict.fromkeys(breath.PATHS, breathed.MOST)}
"""Where recordings are handed in, and the most bytes."""
MESSAGES = {404: "missing", 405: "missing", 413: "refused.large"}


def open_site(settings: Settings) -> Site:
    """Data folder, database and this machine's own person, made where they are missing.

    Raises ``InputError`` when the folder or the database cannot be used.
    """
    try:
        settings.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise InputError(
            f"--data {settings.folder}: cannot be made ({error.strerror}); choose another folder"
        ) from error
    engine = open_database(settings.database or url_of(settings.folder))
    return Site(settings, engine, Own(engine, first_person(engine).id))


def create_app(settings: Settings | None = None, site: Site | None = None) -> Guard:
    """The app for ``settings``, or for a ``site`` that is open already."""
    site = site or open_site(settings or Settings())
    app = FastAPI(title="Psoas", docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(files.routes())
    for page in (body, measure, measure_files, story, findings, program, session, progress, breath, phone):
        app.include_router(page.routes(site))

    def refuse(fault: str, asked: HTTPConnection) -> Response:
        return _message(site, asked, f"refused.{fault}", REFUSALS[fault])

    def failed(asked: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        return _message(site, asked, MESSAGES.get(status, "failed"), status)

    app.add_exception_handler(HTTPException, failed)
    app.add_exception_handler(500, failed)

    def known(key: str) -> bool:
        return devices.owner(site.engine, key) is not None

    # Round the whole app, so that even its failures are dressed.
    return Guard(app, settings=site.settings, refuse=refuse, known=known, open_to_all=phone.OPEN, uploads=UPLOADS)


def _message(site: Site, asked: HTTPConnection, name: str, status: int) -> HTMLResponse | JSONResponse:
    """A clear page with one thing to do; a line of JSON for an island."""
    title, words = t(f"message.{name}.title"), t(f"message.{name}.words")
    if asked.url.path.startswith("/api/"):
        return JSONResponse({"faults": [f"{title}. {words}"]}, status_code=status)
    return site.page(asked, "message.html", status=status, title=title, words=words, bare=name.startswith("refused"))
