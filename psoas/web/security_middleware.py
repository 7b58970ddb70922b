"""Who may ask, and what the answer may do: the rules before any page is made.

A page of another site can make a browser ask this server (request forgery) or give its own name our address (DNS
rebinding). So the Host header must be one of ours, whoever changes something must come from our own page, and on the
address for phones only paired devices get further than the door.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from psoas.services.settings import LOOPBACK, Settings

SAFE = ("GET", "HEAD", "OPTIONS")
MOST_BYTES, MOST_UPLOAD = 1024 * 1024, 520 * 1024 * 1024
"""How much one request may bring along: to most pages, and to the one that takes recordings of movement."""
COOKIE = "psoas_device"
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "media-src 'self' blob:",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), microphone=(self), accelerometer=(self), gyroscope=(self), geolocation=()",
}
Refuse = Callable[[str, HTTPConnection], Response]
"""Makes the page for a refusal: "host", "origin", "large" or "unpaired"."""


class SecurityMiddleware:
    """The rules around an app; ``refuse`` makes the pages for those turned away, ``known`` tells a paired device's key,
    ``open_to_all`` are the paths that a phone needs before it is paired, ``uploads`` those that take large files, with
    the most bytes of each."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        settings: Settings,
        refuse: Refuse,
        known: Callable[[str], bool],
        open_to_all: tuple[str, ...],
        uploads: Mapping[str, int] | None = None,
    ) -> None:
        self._app, self._settings = app, settings
        self._refuse, self._known, self._open, self._uploads = refuse, known, open_to_all, uploads or {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Turn away, or let through and dress the answer."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        asked = HTTPConnection(scope)
        fault = self._fault(asked, scope.get("method", "GET"))
        if fault:
            await self._refuse(fault, asked)(scope, receive, _dressed(send))
            return
        await self._app(scope, _limited(receive, self._most(asked.url.path)), _dressed(send))

    def _most(self, path: str) -> int:
        return self._uploads.get(path, MOST_BYTES)

    def _fault(self, asked: HTTPConnection, method: str) -> str:
        """Why a request is turned away, or ""."""
        home = is_from_this_machine(asked)
        if not _host_is_ours(asked.headers, home, self._settings):
            return "host"
        if method not in SAFE and not is_same_origin(asked):
            return "origin"
        length = asked.headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._most(asked.url.path):
            return "large"
        if not home and not asked.url.path.startswith(self._open) and not self._known(asked.cookies.get(COOKIE, "")):
            return "unpaired"
        return ""


def is_from_this_machine(asked: HTTPConnection) -> bool:
    """Whether the request came over loopback; headers that claim so are not believed."""
    host = asked.client.host if asked.client else ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def is_same_origin(asked: HTTPConnection) -> bool:
    """Whether our own page asks. Browsers say so in ``Sec-Fetch-Site`` or ``Origin``; who says neither is no browser
    that could be misled, but none of ours either."""
    site, origin = asked.headers.get("sec-fetch-site"), asked.headers.get("origin")
    if site is not None and site != "same-origin":
        return False
    if origin is not None:
        return urlsplit(origin).netloc == asked.headers.get("host") and urlsplit(origin).scheme == asked.url.scheme
    return site == "same-origin"


def _host_is_ours(headers: Headers, home: bool, settings: Settings) -> bool:
    name, port = _host(headers.get("host", ""))
    if home:
        return name in LOOPBACK and port == settings.port
    return bool(settings.lan) and name == settings.lan and port == settings.lan_port


def _host(given: str) -> tuple[str, int]:
    """Name and port of a Host header; -1 where there is none."""
    try:
        parts = urlsplit(f"//{given}")
        return parts.hostname or "", parts.port or -1
    except ValueError:
        return "", -1


def _limited(receive: Receive, most: int) -> Receive:
    """``receive`` that stops a body longer than it should be, whatever length it had announced."""
    so_far = 0

    async def limited() -> Message:
        nonlocal so_far
        message = await receive()
        so_far += len(message.get("body", b""))
        if so_far > most:
            raise HTTPException(413)
        return message

    return limited


def _dressed(send: Send) -> Send:
    """``send`` that adds the safety headers to every answer."""

    async def dressed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return dressed
