"""Phones in the same network."""

from __future__ import annotations

from fastapi import APIRouter

from psoas.web.site import Site

OPEN = ("/static/", "/pair", "/trust")
"""Paths that a phone needs before it is paired."""


def routes(site: Site) -> APIRouter:
    """Pairing."""
    return APIRouter()
