"""The language of each request: what the person chose, else what the browser asks for."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from psoas.core.language import PSEUDO, available_languages, language, negotiate

LANGUAGE_COOKIE = "psoas_language"
PARAMETER = "lang"
YEAR_S = 365 * 24 * 3600
WORDED = ("text/html", "application/json")
"""Media types whose answers hold words."""


class LanguageMiddleware:
    """Sets the language that words are made in, for the one request; ``?lang=`` chooses one and is remembered."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the app answer in the language of the request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        chosen = _known(request.query_params.get(PARAMETER, ""))
        code = chosen or _known(request.cookies.get(LANGUAGE_COOKIE, "")) or negotiate(_accepted(request))
        with language(code):
            await self._app(scope, receive, _labelled(send, code, chosen, secure=request.url.scheme == "https"))


def _known(code: str) -> str:
    """A language that has words, or a pseudo language, in its own spelling; "" for any other."""
    return next((name for name in (*available_languages(), *PSEUDO) if name.lower() == code.lower()), "")


def _accepted(request: HTTPConnection) -> str:
    return ",".join(request.headers.getlist("accept-language"))


def _labelled(send: Send, code: str, chosen: str, *, secure: bool) -> Send:
    """``send`` that says which language an answer is in, and has the browser remember a choice."""

    async def labelled(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if headers.get("content-type", "").startswith(WORDED):
                headers.setdefault("Content-Language", code)
                headers.add_vary_header("Accept-Language")
                headers.add_vary_header("Cookie")
            if chosen:
                cookie = Response()
                cookie.set_cookie(
                    LANGUAGE_COOKIE, chosen, max_age=YEAR_S, httponly=True, samesite="strict", secure=secure
                )
                headers.append("set-cookie", cookie.headers["set-cookie"])
        await send(message)

    return labelled
