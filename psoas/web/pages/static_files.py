"""What pages load: bundles, style sheets, colours."""

from __future__ import annotations

from mimetypes import guess_type
from urllib.parse import urlsplit

from fastapi import APIRouter, HTTPException, Request, Response

from psoas.web.app_context import LOOK_COOKIE, LOOKS, static_file, static_url

YEAR_S = 365 * 24 * 3600


def routes() -> APIRouter:
    """``/static/NAME`` and the switch of looks."""
    router = APIRouter()

    @router.get("/static/{name}")
    def static(name: str, v: str = "") -> Response:
        """A file; kept for a year when it was asked for by its content."""
        try:
            data = static_file(name)
        except FileNotFoundError as error:
            raise HTTPException(404) from error
        known = static_url(name).endswith(f"?v={v}")
        cache = f"public, max-age={YEAR_S}, immutable" if known else "no-cache"
        return Response(data, media_type=guess_type(name)[0], headers={"Cache-Control": cache})

    @router.post("/look/{look}")
    def look(look: str, request: Request) -> Response:
        """Keep which look a person wishes, and go back to where they were."""
        if look not in LOOKS:
            raise HTTPException(404)
        response = Response(status_code=303, headers={"Location": _back(request)})
        secure = request.url.scheme == "https"
        response.set_cookie(LOOK_COOKIE, look, max_age=YEAR_S, httponly=True, samesite="strict", secure=secure)
        return response

    return router


def _back(request: Request) -> str:
    """The path of the page that asked; the guard let in only our own."""
    parts = urlsplit(request.headers.get("referer", ""))
    path = parts.path if parts.path.startswith("/") and not parts.path.startswith("//") else "/"
    return f"{path}?{parts.query}" if parts.query else path
