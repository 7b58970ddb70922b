"""Phones in the same network: the code that lets one in, what it sees first, and how it learns to trust."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote
from uuid import UUID

import segno
from fastapi import Depends, Form, HTTPException, Request
from fastapi.responses import RedirectResponse
from markupsafe import Markup

from psoas.core.catalogue import text
from psoas.security.local_ca import ensure_certificates
from psoas.store import paired_devices
from psoas.web.dependencies import FileBytes, NeedsThisMachine, Site, feature_router, see_other
from psoas.web.page_rendering import PageResponse, page
from psoas.web.pairing.context import PairPage, PhonePage, TrustPage
from psoas.web.security_middleware import COOKIE

OPEN = ("/static/", "/look/", "/pair", "/trust")
"""Paths that a phone needs before it is paired."""
YEAR_S = 365 * 24 * 3600
KNOWN = (("iphone", "iPhone"), ("ipad", "iPad"), ("android", "Android"))
"""What a browser's name for itself says of the device."""
PHONE = "/phone"


def _require_lan(site: Site) -> None:
    """Without ``--lan`` there are no phones, and none of these pages."""
    if not site.settings.lan:
        raise HTTPException(404)


router = feature_router(Depends(_require_lan))


@router.get(PHONE, dependencies=[NeedsThisMachine])
def show_phone(request: Request, site: Site) -> PageResponse[PhonePage]:
    """The code for a new phone, and the phones that are in."""
    link = f"{site.address}/pair?token={quote(site.tokens.issue())}"
    drawn = segno.make(link, error="m").svg_inline(scale=5, border=3, dark="#000", light="#fff", omitsize=True)
    context = PhonePage(
        title=text("phone.title"),
        code=Markup(drawn),
        address=site.address,
        fingerprint=ensure_certificates(site.papers_folder, site.settings.lan).fingerprint,
        paired=tuple(paired_devices.paired_devices(site.home)),
    )
    return page(request, context)


@router.post("/phone/unpair/{key}", dependencies=[NeedsThisMachine])
def unpair(key: UUID, site: Site) -> RedirectResponse:
    """Shut a phone out."""
    paired_devices.unpair(site.home, key)
    return see_other(PHONE)


@router.get("/pair")
def show_pair(request: Request, site: Site, token: str = "") -> PageResponse[PairPage]:
    """What a phone sees after the code: one button. Looking alone does not use the code up."""
    known = site.tokens.is_open(token)
    title = text("pair.title" if known else "pair.stale_title")
    return page(request, PairPage(title=title, token=token, known=known), status=200 if known else 403)


@router.post("/pair")
def pair(request: Request, site: Site, token: Annotated[str, Form(max_length=200)] = "") -> RedirectResponse:
    """Let the phone in; the token works once."""
    if not site.tokens.redeem(token):
        return see_other("/pair")
    key = paired_devices.pair(site.home, device_name(request.headers.get("user-agent", "")))
    response = see_other("/trust")
    response.set_cookie(COOKIE, key, max_age=YEAR_S, httponly=True, secure=True, samesite="strict")
    return response


@router.get("/trust")
def show_trust(request: Request, site: Site) -> PageResponse[TrustPage]:
    """How a phone learns that this machine is the one it paired with."""
    made = ensure_certificates(site.papers_folder, site.settings.lan)
    known = paired_devices.find_device_owner(site.engine, request.cookies.get(COOKIE, "")) is not None
    title = text("trust.paired" if known else "trust.unpaired")
    return page(request, TrustPage(title=title, fingerprint=made.fingerprint, kinds=("iphone", "android")))


@router.get("/trust/psoas.crt")
def download_authority(site: Site) -> FileBytes:
    """The certificate to install; it is no secret."""
    data = ensure_certificates(site.papers_folder, site.settings.lan).authority.read_bytes()
    headers = {"Content-Disposition": 'attachment; filename="psoas.crt"'}
    return FileBytes(data, media_type="application/x-x509-ca-cert", headers=headers)


def device_name(agent: str) -> str:
    """A word for a device from what its browser calls itself."""
    return next((name for sign, name in KNOWN if sign in agent.lower()), text("phone.unnamed"))
