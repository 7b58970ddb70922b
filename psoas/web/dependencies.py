"""What routes depend on: the app, the person's data, a form that was sent; and the guards, each defined once here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request, Response, params
from fastapi.responses import RedirectResponse
from fastapi.routing import APIRoute
from starlette.datastructures import FormData
from starlette.requests import HTTPConnection

from psoas.services.person_data import IntakeState, PersonData, load_person_data
from psoas.store.person_scope import PersonScope
from psoas.web.app_context import AppContext
from psoas.web.security_middleware import is_from_this_machine

STOP, INTAKE, VISIT = "/story/stop", "/story", "/story/visit"
"""Where guards send people: to those who should see a doctor first, and to the questions; and where a visit to a doctor
is written down."""


@dataclass
class Redirect(Exception):
    """Raised by a guard: the person belongs on another page. The app answers with 303."""

    address: str


class PageRoute(APIRoute):
    """A route whose return type says what it answers with, not which JSON."""

    def __init__(self, path: str, endpoint: Callable[..., Response], **options: Any) -> None:
        super().__init__(path, endpoint, **(options | {"response_model": None}))


def feature_router(*guards: params.Depends) -> APIRouter:
    """The router of a feature, with the guards of all its routes."""
    return APIRouter(route_class=PageRoute, dependencies=guards)


class FileBytes(Response):
    """The content of a file: a report or a plan on paper, a picture, data. It is no page of the app and has no context;
    its media type says what it is."""


def see_other(address: str) -> RedirectResponse:
    """Lead to another page, which is then asked for with GET."""
    return RedirectResponse(address, status_code=303)


def app_context(request: HTTPConnection) -> AppContext:
    """The running app that a request came to."""
    found = request.app.state.context
    assert isinstance(found, AppContext)
    return found


async def _site(request: Request) -> AppContext:
    return app_context(request)


Site = Annotated[AppContext, Depends(_site)]


async def _own(request: Request, site: Site) -> PersonScope:
    return site.own(request)


Own = Annotated[PersonScope, Depends(_own)]
"""The rows of the person who asks."""


def _data(own: Own) -> PersonData:
    return load_person_data(own)


Data = Annotated[PersonData, Depends(_data)]
"""Everything stored about the person who asks, read once before the route runs; what it writes is not in there."""


async def _sent_form(request: Request) -> FormData:
    return await request.form()


SentForm = Annotated[FormData, Depends(_sent_form)]
"""A form as it was sent, for routes that do their work outside the event loop."""


def require_consent(data: Data) -> None:
    """Only for people who agreed that answers are kept; others are asked first."""
    if not data.has_consented:
        raise Redirect(INTAKE)


def forbid_stopped(data: Data) -> None:
    """Not for people who should see a doctor first."""
    if data.intake_state is IntakeState.STOPPED:
        raise Redirect(STOP)


def require_intake(data: Data) -> None:
    """Only for people who answered all questions and need not see a doctor first."""
    forbid_stopped(data)
    if data.intake_state is not IntakeState.COMPLETE:
        raise Redirect(INTAKE)


def require_intake_or(address: str) -> Callable[[PersonData], None]:
    """Like ``require_intake``, but everybody else is sent to a page that explains what is missing."""

    def require(data: Data) -> None:
        if data.intake_state is not IntakeState.COMPLETE:
            raise Redirect(address)

    return require


def require_this_machine(request: Request) -> None:
    """Only from this machine; for phones there is no such page."""
    if not is_from_this_machine(request):
        raise HTTPException(404)


NeedsConsent = Depends(require_consent)
NeedsIntake = Depends(require_intake)
NotStopped = Depends(forbid_stopped)
NeedsProgram = Depends(require_intake_or("/program"))
"""For what stands on a program; the page of the program says what is missing."""
NeedsProgress = Depends(require_intake_or("/progress"))
NeedsThisMachine = Depends(require_this_machine)
