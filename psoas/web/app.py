"""The app, assembled in one place: guard, pages, errors."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection

from psoas.core.catalogue import text
from psoas.core.errors import InputError
from psoas.services import breath_upload
from psoas.store import paired_devices
from psoas.store.database import open_database, sqlite_url
from psoas.store.person_repository import first_person
from psoas.store.person_scope import PersonScope
from psoas.web.app_context import AppContext
from psoas.web.pages import (
    body_page,
    breath_page,
    findings_page,
    intake_pages,
    measure_files,
    measure_page,
    pairing,
    program_page_routes,
    progress_page,
    session_page,
    static_files,
)
from psoas.web.security_middleware import MOST_UPLOAD, SecurityMiddleware
from psoas.web.settings import Settings

REFUSALS = {"host": 421, "origin": 403, "large": 413, "unpaired": 403}
"""Why the guard turns someone away, and the status that says so."""
UPLOADS = {measure_page.NEW: MOST_UPLOAD, **dict.fromkeys(breath_page.PATHS, breath_upload.MOST)}
"""Where recordings are handed in, and the most bytes."""
MESSAGES = {404: "missing", 405: "missing", 413: "refused.large"}


def open_site(settings: Settings) -> AppContext:
    """Data folder, database and this machine's own person, made where they are missing.

    Raises ``InputError`` when the folder or the database cannot be used.
    """
    try:
        settings.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise InputError(
            f"--data {settings.folder}: cannot be made ({error.strerror}); choose another folder"
        ) from error
    engine = open_database(settings.database or sqlite_url(settings.folder))
    return AppContext(settings, engine, PersonScope(engine, first_person(engine).id))


def create_app(settings: Settings | None = None, site: AppContext | None = None) -> SecurityMiddleware:
    """The app for ``settings``, or for a ``site`` that is open already."""
    site = site or open_site(settings or Settings())
    app = FastAPI(title="Psoas", docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(static_files.routes())
    for page in (
        body_page,
        measure_page,
        measure_files,
        intake_pages,
        findings_page,
        program_page_routes,
        session_page,
        progress_page,
        breath_page,
        pairing,
    ):
        app.include_router(page.routes(site))

    def refuse(fault: str, asked: HTTPConnection) -> Response:
        return _message(site, asked, f"refused.{fault}", REFUSALS[fault])

    def failed(asked: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        return _message(site, asked, MESSAGES.get(status, "failed"), status)

    app.add_exception_handler(HTTPException, failed)
    app.add_exception_handler(500, failed)

    def known(key: str) -> bool:
        return paired_devices.find_device_owner(site.engine, key) is not None

    # Round the whole app, so that even its failures are dressed.
    return SecurityMiddleware(
        app, settings=site.settings, refuse=refuse, known=known, open_to_all=pairing.OPEN, uploads=UPLOADS
    )


def _message(site: AppContext, asked: HTTPConnection, name: str, status: int) -> HTMLResponse | JSONResponse:
    """A clear page with one thing to do; a line of JSON for an island."""
    title, words = text(f"message.{name}.title"), text(f"message.{name}.words")
    if asked.url.path.startswith("/api/"):
        return JSONResponse({"faults": [f"{title}. {words}"]}, status_code=status)
    return site.page(asked, "message.html", status=status, title=title, words=words, bare=name.startswith("refused"))
