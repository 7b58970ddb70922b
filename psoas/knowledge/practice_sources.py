"""Where the figures and claims of practice come from: the sources of the body's figures, and those of practice."""

from __future__ import annotations

from functools import cache

from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.core.sources import KINDS, STATUS, Source, body_sources
from psoas.knowledge.toml_schema import EVIDENCE, TableRow, TomlTable, read_rows


@cache
def practice_sources() -> dict[str, Source]:
    """Sources of practice by key."""
    return read_sources()


def read_sources(given: TomlTable | None = None) -> dict[str, Source]:
    """Checked sources of practice, from the file or as ``given``; ``InputError`` lists every fault."""
    return read_rows("sources.toml", parse_body_source, given=given)


@cache
def all_sources() -> dict[str, Source]:
    """Every source by key, those of the body's figures first."""
    return {**body_sources(), **practice_sources()}


def find_source(key: str) -> Source:
    """One source; ``InputError`` lists the known keys."""
    if key not in all_sources():
        raise InputError(message("practice.no_source", name=key, known=", ".join(all_sources())))
    return all_sources()[key]


def parse_source(row: TableRow) -> tuple[str, str]:
    """The ``source`` and ``evidence`` of a row, both checked."""
    return row.choice("source", all_sources()), row.choice("evidence", EVIDENCE)


def parse_body_source(key: str, row: TableRow) -> Source:
    """A source in the form of the table of the body's figures."""
    title, citation, year = row.text("title"), row.text("citation"), row.count("year", 1900, 2100)
    if key in body_sources():
        row.fault(message("table.source_of_body"))
    if not citation.endswith("."):
        row.fault(message("table.no_full_stop"), "citation")
    kind, status = row.choice("kind", KINDS), row.choice("status", STATUS)
    return Source(key, title, citation, year, kind, status, row.text("use"))
