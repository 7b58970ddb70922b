"""The pages made from a stored analysis."""

from __future__ import annotations

from psoas.report.files import Stored


def pages(stored: Stored) -> dict[str, str]:
    """File name -> text of every page."""
    return {"report.html": f"<!doctype html><title>{stored.summary['source']['file']}</title>"}
