"""The breath page: a pacer for every technique."""

from __future__ import annotations

from fastapi import APIRouter

from psoas.web.site import Site


def routes(site: Site) -> APIRouter:
    """The pacer."""
    return APIRouter()
