"""How a page is made: a template shows one context, a frozen dataclass whose fields are all that it may use.

Each page has a subclass of ``PageContext`` in the ``context.py`` of its feature. A test derives the list of contexts
and templates, and holds that every field is documented and used.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cache
from typing import ClassVar, Generic, TypeVar

from babel.dates import format_skeleton
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import HTTPConnection

from psoas.core.catalogue import browser_words, render, text
from psoas.core.language import DEFAULT, current_language, written_language
from psoas.core.message import Message
from psoas.store import person_repository
from psoas.web.app_context import AppContext
from psoas.web.dependencies import app_context
from psoas.web.security_middleware import is_from_this_machine
from psoas.web.static_files import LOOK_COOKIE, LOOKS, static_url

NAV = (
    ("body", "/"),
    ("measure", "/measure"),
    ("story", "/story"),
    ("findings", "/findings"),
    ("program", "/program"),
    ("progress", "/progress"),
    ("breath", "/breath"),
)
"""Pages of the navigation bar, in order: key in the catalogue, address."""
PHONE = ("phone", "/phone")
FORMS = ("/story/time", "/program", "/progress")
"""Pages whose forms are sent to addresses below them; all others take their own."""


@dataclass(frozen=True)
class SiteFrame:
    """What surrounds every page: navigation bar, look, language."""

    here: str = ""
    """The page's place in the navigation bar, "" for none."""
    bare: bool = False
    """Whether the navigation bar is left out."""
    nav: tuple[tuple[str, str], ...] = NAV
    """Key and address of each page of the navigation bar."""
    look: str = LOOKS[0]
    """The chosen look, one of ``looks``."""
    looks: tuple[str, ...] = LOOKS
    """The looks to choose from."""
    language: str = DEFAULT
    """The language of the page, as ``lang`` of HTML."""
    made_up: bool = False
    """Whether the page shows the made-up person of ``psoas demo``."""
    form_at: str = ""
    """Where the form stands whose answer this page is, "" when no form was sent."""


@dataclass(frozen=True, kw_only=True)
class FragmentContext:
    """What a part of a page shows that is fetched by itself. Subclasses name their ``template``."""

    template: ClassVar[str]


@dataclass(frozen=True, kw_only=True)
class PageContext(FragmentContext):
    """What every page shows. Subclasses name their ``template``, and where in the navigation bar they are."""

    here: ClassVar[str] = ""
    bare: ClassVar[bool] = False

    title: str
    """Title of the window, and of most pages."""
    frame: SiteFrame = SiteFrame()
    """What surrounds the page; ``page`` fills it in."""


Context = TypeVar("Context", bound=FragmentContext)


class PageResponse(HTMLResponse, Generic[Context]):
    """A page; routes name its context in their return type."""

    context: Context


def page(request: HTTPConnection, context: Context, *, status: int = 200) -> PageResponse[Context]:
    """The page of a context, in the language of the request."""
    shown = replace(context, frame=_site_frame(request, context)) if isinstance(context, PageContext) else context
    values = {field.name: getattr(shown, field.name) for field in fields(shown)}
    response = PageResponse[Context](templates().get_template(context.template).render(values), status_code=status)
    response.context = shown
    return response


@cache
def templates() -> Environment:
    """The templates: every value escaped, every missing one an error."""
    made = Environment(
        loader=PackageLoader("psoas.web", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_as_words,
    )
    made.globals.update(t=text, words=browser_words, static=static_url, written_day=written_day)
    return made


def written_day(day: date, skeleton: str) -> str:
    """A day as the language writes it: "EEEE" for the weekday, "MMMd" for the short month and day."""
    return str(format_skeleton(skeleton, day, locale=written_language(current_language()).replace("-", "_")))


def _site_frame(request: HTTPConnection, context: PageContext) -> SiteFrame:
    site = app_context(request)
    look = request.cookies.get(LOOK_COOKIE, LOOKS[0])
    return SiteFrame(
        here=context.here,
        bare=context.bare,
        nav=(*NAV, PHONE) if is_from_this_machine(request) and site.settings.lan else NAV,
        look=look if look in LOOKS else LOOKS[0],
        language=current_language(),
        made_up=_is_made_up(request, site),
        form_at=_form_address(request.url.path) if request.scope.get("method") == "POST" else "",
    )


def _is_made_up(request: HTTPConnection, site: AppContext) -> bool:
    """Whether the rows are those of the made-up person; a device that is not paired has none."""
    try:
        return person_repository.find_person(site.own(request)).made_up
    except LookupError:
        return False


def _form_address(path: str) -> str:
    """Where the form stands that was sent to a path."""
    return next((page for page in FORMS if path.startswith(f"{page}/")), path)


def _as_words(value: object) -> object:
    """A message in a template is shown as its words."""
    return render(value) if isinstance(value, Message) else value
