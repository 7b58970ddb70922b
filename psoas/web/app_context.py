"""What the pages share: settings, database, the person who asks, and how a page is made from a template."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from sqlalchemy import Engine
from starlette.requests import HTTPConnection

from psoas.core.catalogue import browser_words, render, text
from psoas.core.message import Message
from psoas.render.palette import DARK, LIGHT, theme_variables
from psoas.security.pairing_tokens import PairingTokens
from psoas.store import paired_devices, person_repository
from psoas.store.person_scope import PersonScope
from psoas.web.security_middleware import COOKIE, is_from_this_machine
from psoas.web.settings import Settings

LOOKS = ("auto", "light", "dark")
LOOK_COOKIE = "psoas_look"
NAV = (
    ("body", "/"),
    ("measure", "/measure"),
    ("story", "/story"),
    ("findings", "/findings"),
    ("program", "/program"),
    ("progress", "/progress"),
    ("breath", "/breath"),
)
"""Pages in the bar, in order; only pages that exist."""
PHONE = ("phone", "/phone")
FORMS = ("/story/time", "/program", "/progress")
"""Pages whose forms are sent to addresses below them; all others take their own."""


@dataclass(frozen=True)
class AppContext:
    """One running app: ``home`` are the rows of this machine's own person, ``tokens`` let phones in."""

    settings: Settings
    engine: Engine
    home: PersonScope
    tokens: PairingTokens = field(default_factory=PairingTokens)

    @property
    def address(self) -> str:
        """Where phones find this machine."""
        return f"https://{self.settings.lan}:{self.settings.lan_port}"

    @property
    def papers_folder(self) -> Path:
        """Where the certificates lie."""
        return self.settings.folder / "certificates"

    def own(self, asked: HTTPConnection) -> PersonScope:
        """Whose rows a request may see; ``LookupError`` when it is nobody's, which the guard should have seen."""
        if is_from_this_machine(asked):
            return self.home
        found = paired_devices.find_device_owner(self.engine, asked.cookies.get(COOKIE, ""))
        if found is None:
            raise LookupError("a device that is not paired")
        return found

    def page(self, asked: HTTPConnection, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
        """A page from a template. Every page needs ``title``; ``here`` names its place in the bar."""
        look = asked.cookies.get(LOOK_COOKIE, LOOKS[0])
        home = is_from_this_machine(asked)
        shared = {
            "here": "",
            "bare": False,
            "nav": (*NAV, PHONE) if home and self.settings.lan else NAV,
            "path": asked.url.path,
            "look": look if look in LOOKS else LOOKS[0],
            "looks": LOOKS,
            "made_up": self._made_up(asked),
            "form_at": _form_at(asked.url.path) if asked.scope.get("method") == "POST" else "",
        }
        return HTMLResponse(templates().get_template(template).render(shared | values), status_code=status)

    def _made_up(self, asked: HTTPConnection) -> bool:
        """Whether the page shows the made-up person of ``psoas demo``."""
        try:
            return person_repository.find_person(self.own(asked)).name == text("demo.name")
        except LookupError:
            return False


def _form_at(path: str) -> str:
    """Where the form stands whose answers came in at a path."""
    return next((page for page in FORMS if path.startswith(f"{page}/")), path)


@cache
def templates() -> Environment:
    """The templates: every value escaped, every missing one an error."""
    made = Environment(
        loader=PackageLoader("psoas.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_as_words,
    )
    made.globals.update(t=text, words=browser_words, names=Names, static=static_url)
    return made


class Names:
    """The texts below a key by the rest of their names, for templates: ``names("story.option")["walking"]``."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix

    def __getitem__(self, name: str) -> str:
        """The text called ``name``; ``KeyError`` where there is none."""
        return text(f"{self._prefix}.{name}")


def _as_words(value: object) -> object:
    """A message in a template is shown as its words."""
    return render(value) if isinstance(value, Message) else value


def static_file(name: str) -> bytes:
    """A file that the pages load, such as "app.js"; ``FileNotFoundError`` when there is none by that name."""
    if name == "theme.css":
        return theme().encode("utf-8")
    found = _statics().get(name)
    if found is None:
        raise FileNotFoundError(name)
    return found.read_bytes()


@cache
def static_url(name: str) -> str:
    """The address of a file, which changes with what is in it, so that browsers may keep it."""
    return f"/static/{name}?v={hashlib.sha256(static_file(name)).hexdigest()[:12]}"


@cache
def theme() -> str:
    """The colours of day and night as custom properties; ``data-look`` on the page goes before the system's wish."""
    day, night = theme_variables(LIGHT), theme_variables(DARK)
    return (
        f":root {{ color-scheme: light; {day}}}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ color-scheme: dark; {night}}} }}\n"
        f":root[data-look=light] {{ color-scheme: light; {day}}}\n"
        f":root[data-look=dark] {{ color-scheme: dark; {night}}}\n"
    )


def _statics() -> dict[str, Traversable]:
    """Every file that may be asked for, by name: the bundles of this package, and the 3D viewer of the reports."""
    own, shared = files("psoas.web").joinpath("static"), files("psoas.report").joinpath("static", "viewer.js")
    found = {one.name: one for one in own.iterdir()} if own.is_dir() else {}
    return found | ({"viewer.js": shared} if shared.is_file() else {})
