"""The app, assembled in one place: languages, security, pages, errors."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp

from psoas.core.catalogue import text
from psoas.core.errors import InputError
from psoas.services import breath_upload
from psoas.services.settings import Settings
from psoas.store import paired_devices
from psoas.store.database import open_database, sqlite_url
from psoas.store.person_repository import first_person
from psoas.store.person_scope import PersonScope
from psoas.web import static_files
from psoas.web.app_context import AppContext
from psoas.web.belly_check import routes as belly_check
from psoas.web.body import routes as body
from psoas.web.breath import routes as breath
from psoas.web.dependencies import Redirect, see_other
from psoas.web.findings import routes as findings
from psoas.web.intake import routes as intake
from psoas.web.language_middleware import LanguageMiddleware
from psoas.web.markers import routes as markers
from psoas.web.measure import measure_files
from psoas.web.measure import routes as measure
from psoas.web.page_rendering import page
from psoas.web.pairing import routes as pairing
from psoas.web.program import routes as program
from psoas.web.progress import routes as progress
from psoas.web.questionnaires import routes as questionnaires
from psoas.web.security_middleware import MOST_UPLOAD, SecurityMiddleware
from psoas.web.self_tests import routes as self_tests
from psoas.web.session import routes as session
from psoas.web.shared.context import MessagePage, RefusalPage
from psoas.web.stop import routes as stop
from psoas.web.timeline import routes as timeline
from psoas.web.visit import routes as visit

FEATURES: tuple[APIRouter, ...] = (
    static_files.router,
    body.router,
    measure.router,
    measure_files.router,
    markers.router,
    stop.router,
    visit.router,
    belly_check.router,
    self_tests.router,
    questionnaires.router,
    timeline.router,
    intake.router,
    findings.router,
    program.router,
    session.router,
    progress.router,
    breath.router,
    pairing.router,
)
"""Every feature of the app, in the order in which its addresses are tried."""
REFUSALS = {"host": 421, "origin": 403, "large": 413, "unpaired": 403}
"""Why the security middleware turns a request away, and the status that says so."""
UPLOADS = {measure.NEW: MOST_UPLOAD, **dict.fromkeys(breath.PATHS, breath_upload.MOST)}
"""Addresses that take recordings, and the most bytes."""
MESSAGES = {404: "missing", 405: "missing", 413: "refused.large"}
"""What the page says for a status."""


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


def create_app(settings: Settings | None = None, site: AppContext | None = None) -> ASGIApp:
    """The app for ``settings``, or for a ``site`` that is open already."""
    site = site or open_site(settings or Settings())
    app = create_routes(site)

    def refuse(fault: str, request: HTTPConnection) -> Response:
        request.scope["app"] = app
        return _message(request, f"refused.{fault}", REFUSALS[fault])

    def known(key: str) -> bool:
        return paired_devices.find_device_owner(site.engine, key) is not None

    # Around the whole app, so that errors get the security headers, too.
    secured = SecurityMiddleware(
        app, settings=site.settings, refuse=refuse, known=known, open_to_all=pairing.OPEN, uploads=UPLOADS
    )
    return LanguageMiddleware(secured)


def create_routes(site: AppContext) -> FastAPI:
    """All features and what is answered where something goes wrong, without the middleware around them."""
    app = FastAPI(title="Psoas", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.context = site
    for router in FEATURES:
        app.include_router(router)
    app.add_exception_handler(Redirect, _redirect)
    for kind in (HTTPException, RequestValidationError, 500):
        app.add_exception_handler(kind, _failed)
    return app


def _redirect(_request: Request, error: Exception) -> RedirectResponse:
    assert isinstance(error, Redirect)
    return see_other(error.address)


def _failed(request: Request, error: Exception) -> Response:
    """What a request gets that failed. An address that holds no id or number where one belongs is not there."""
    if isinstance(error, RequestValidationError):
        in_address = any(fault["loc"][0] == "path" for fault in error.errors())
        return _message(request, "missing" if in_address else "unreadable", 404 if in_address else 422)
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _message(request, MESSAGES.get(status, "failed"), status)


def _message(request: HTTPConnection, name: str, status: int) -> Response:
    """A clear page with one thing to do; a line of JSON for a script."""
    title, words = text(f"message.{name}.title"), text(f"message.{name}.words")
    if request.url.path.startswith("/api/"):
        return JSONResponse({"faults": [f"{title}. {words}"]}, status_code=status)
    kind = RefusalPage if name.startswith("refused.") else MessagePage
    return page(request, kind(title=title, explanation=words), status=status)
