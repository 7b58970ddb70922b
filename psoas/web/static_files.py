"""What pages load: bundles, style sheets, colours; and the switch of looks."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from mimetypes import guess_type
from urllib.parse import urlsplit

from fastapi import APIRouter, HTTPException, Request, Response

from psoas.render.palette import DARK, LIGHT, theme_variables

LOOKS = ("auto", "light", "dark")
LOOK_COOKIE = "psoas_look"
YEAR_S = 365 * 24 * 3600
router = APIRouter()


@router.get("/static/{name}")
def static(name: str, v: str = "") -> Response:
    """A file; kept for a year when it was asked for by its content."""
    try:
        data = static_file(name)
    except FileNotFoundError as error:
        raise HTTPException(404) from error
    known = static_url(name).endswith(f"?v={v}")
    cached = f"public, max-age={YEAR_S}, immutable" if known else "no-cache"
    return Response(data, media_type=guess_type(name)[0], headers={"Cache-Control": cached})


@router.post("/look/{look}")
def choose_look(look: str, request: Request) -> Response:
    """Keep the chosen look, and go back to where the person was."""
    if look not in LOOKS:
        raise HTTPException(404)
    response = Response(status_code=303, headers={"Location": _page_before(request)})
    secure = request.url.scheme == "https"
    response.set_cookie(LOOK_COOKIE, look, max_age=YEAR_S, httponly=True, samesite="strict", secure=secure)
    return response


def static_file(name: str) -> bytes:
    """A file that the pages load, such as "app.js"; ``FileNotFoundError`` when there is none by that name."""
    if name == "theme.css":
        return theme().encode("utf-8")
    found = _files().get(name)
    if found is None:
        raise FileNotFoundError(name)
    return found.read_bytes()


@cache
def static_url(name: str) -> str:
    """The address of a file, which changes with its content, so that browsers may keep it."""
    return f"/static/{name}?v={hashlib.sha256(static_file(name)).hexdigest()[:12]}"


@cache
def theme() -> str:
    """The colours of day and night as custom properties; ``data-look`` of the page overrides the system's setting."""
    day, night = theme_variables(LIGHT), theme_variables(DARK)
    return (
        f":root {{ color-scheme: light; {day}}}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ color-scheme: dark; {night}}} }}\n"
        f":root[data-look=light] {{ color-scheme: light; {day}}}\n"
        f":root[data-look=dark] {{ color-scheme: dark; {night}}}\n"
    )


def _files() -> dict[str, Traversable]:
    """Every file that may be asked for, by name: the bundles of this package, and the 3D viewer of the reports."""
    own, shared = files("psoas.web").joinpath("static"), files("psoas.report").joinpath("static", "viewer.js")
    found = {one.name: one for one in own.iterdir()} if own.is_dir() else {}
    return found | ({"viewer.js": shared} if shared.is_file() else {})


def _page_before(request: Request) -> str:
    """The path of the page that asked; the security middleware let in only our own."""
    parts = urlsplit(request.headers.get("referer", ""))
    path = parts.path if parts.path.startswith("/") and not parts.path.startswith("//") else "/"
    return f"{path}?{parts.query}" if parts.query else path
