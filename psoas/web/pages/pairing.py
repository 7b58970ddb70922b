"""Phones in the same network: the code that lets one in, what it sees at the door, and how it learns to trust."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote
from uuid import UUID

import segno
from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from psoas.core.catalogue import text
from psoas.security.local_ca import ensure_certificates
from psoas.store import paired_devices
from psoas.web.app_context import AppContext
from psoas.web.security_middleware import COOKIE, is_from_this_machine

OPEN = ("/static/", "/look/", "/pair", "/trust")
"""Paths that a phone needs before it is paired."""
YEAR_S = 365 * 24 * 3600
KNOWN = (("iphone", "iPhone"), ("ipad", "iPad"), ("android", "Android"))
"""What a browser's name for itself says of the device."""


def routes(site: AppContext) -> APIRouter:
    """``/phone`` on this machine; ``/pair`` and ``/trust`` at the door for phones. None without ``--lan``."""
    router = APIRouter()
    if not site.settings.lan:
        return router

    def only_here(request: Request) -> None:
        if not is_from_this_machine(request):
            raise HTTPException(404)

    @router.get("/phone")
    def phone(request: Request) -> HTMLResponse:
        """The code for a new phone, and the phones that are in."""
        only_here(request)
        link = f"{site.address}/pair?token={quote(site.tokens.issue())}"
        return site.page(
            request,
            "phone.html",
            title=text("phone.title"),
            here="phone",
            code=segno.make(link, error="m").svg_inline(scale=5, border=3, dark="#000", light="#fff", omitsize=True),
            address=site.address,
            fingerprint=ensure_certificates(site.papers_folder, site.settings.lan).fingerprint,
            paired=paired_devices.paired_devices(site.home),
        )

    @router.post("/phone/unpair/{key}")
    def unpair(key: UUID, request: Request) -> Response:
        """Shut a phone out."""
        only_here(request)
        paired_devices.unpair(site.home, key)
        return RedirectResponse("/phone", status_code=303)

    @router.get("/pair")
    def door(request: Request, token: str = "") -> HTMLResponse:
        """What a phone sees after the code: one button. Looking alone does not use the code up."""
        known = site.tokens.is_open(token)
        title = text("pair.title" if known else "pair.stale_title")
        return site.page(
            request, "pair.html", status=200 if known else 403, title=title, token=token, known=known, bare=True
        )

    @router.post("/pair")
    def pair(request: Request, token: Annotated[str, Form(max_length=200)] = "") -> Response:
        """Let the phone in; the token works once."""
        if not site.tokens.redeem(token):
            return RedirectResponse("/pair", status_code=303)
        key = paired_devices.pair(site.home, device_name(request.headers.get("user-agent", "")))
        response = RedirectResponse("/trust", status_code=303)
        response.set_cookie(COOKIE, key, max_age=YEAR_S, httponly=True, secure=True, samesite="strict")
        return response

    @router.get("/trust")
    def trust(request: Request) -> HTMLResponse:
        """How a phone learns that this machine is the one it paired with."""
        made = ensure_certificates(site.papers_folder, site.settings.lan)
        known = paired_devices.find_device_owner(site.engine, request.cookies.get(COOKIE, "")) is not None
        return site.page(
            request,
            "trust.html",
            title=text("trust.paired" if known else "trust.unpaired"),
            fingerprint=made.fingerprint,
            bare=True,
            kinds=("iphone", "android"),
        )

    @router.get("/trust/psoas.crt")
    def authority() -> Response:
        """The certificate to install; it is no secret."""
        data = ensure_certificates(site.papers_folder, site.settings.lan).authority.read_bytes()
        headers = {"Content-Disposition": 'attachment; filename="psoas.crt"'}
        return Response(data, media_type="application/x-x509-ca-cert", headers=headers)

    return router


def device_name(agent: str) -> str:
    """A word for a device from what its browser calls itself."""
    return next((name for sign, name in KNOWN if sign in agent.lower()), text("phone.unnamed"))
