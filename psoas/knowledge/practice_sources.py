"""Where the figures and claims of practice come from: the sources of the body's figures, and those of practice."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from psoas.core.errors import InputError
from psoas.core.sources import KINDS, STATUS, Source, body_sources
from psoas.knowledge.toml_schema import EVIDENCE, TableRow, read_rows


@cache
def practice_sources() -> dict[str, Source]:
    """Sources of practice by key."""
    return read_sources()


def read_sources(given: Mapping[str, Any] | None = None) -> dict[str, Source]:
    """Checked sources of practice, from the file or as ``given``; ``InputError`` lists every fault."""
    return read_rows("sources.toml", _source, given=given)


@cache
def all_sources() -> dict[str, Source]:
    """Every source by key, those of the body's figures first."""
    return {**body_sources(), **practice_sources()}


def find_source(key: str) -> Source:
    """One source; ``InputError`` lists the known keys."""
    if key not in all_sources():
        raise InputError(f"source '{key}' is not known; expected {', '.join(all_sources())}")
    return all_sources()[key]


def parse_source(row: TableRow) -> tuple[str, str]:
    """The ``source`` and ``evidence`` of a row, both checked."""
    return row.choice("source", all_sources()), row.choice("evidence", EVIDENCE)


def _source(key: str, row: TableRow) -> Source:
    title, citation, year = row.text("title"), row.text("citation"), int(row.number("year", 1900, 2100))
    if key in body_sources():
        row.fault("is already a source of the body's figures")
    if not citation.endswith("."):
        row.fault("'citation' does not end with a full stop")
    kind, status = row.choice("kind", KINDS), row.choice("status", STATUS)
    return Source(key, title, citation, year, kind, status, row.text("use"))
