"""Where every figure comes from: one entry a source key, with how far we know the figures taken from it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from psoas.core.catalogue import text
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.core.toml_table import TomlTable

KINDS = ("measured", "model", "guide", "ours")
"""What a source is; ``kind_text`` has the words."""
STATUS = ("read", "file", "recalled", "ours")
"""How we know the figures; ``status_text`` has the words."""


@dataclass(frozen=True)
class Source:
    """One source: short ``title``, full ``citation``, ``year`` (0 where there is none), ``kind`` and ``status`` as in
    ``KINDS`` and ``STATUS``, and what it is used for."""

    key: str
    title: str
    citation: str
    year: int
    kind: str
    status: str
    use: str


@cache
def body_sources() -> dict[str, Source]:
    """All sources by key, "assumed" among them."""
    tables = files("psoas.core").joinpath("data", "sources.toml").read_text(encoding="utf-8")
    rows = TomlTable("sources.toml", tomllib.loads(tables)).inner_tables()
    return {key: _source(key, row) for key, row in rows.items()}


def find_body_source(key: str) -> Source:
    """One source; ``InputError`` lists the known keys."""
    if key not in body_sources():
        raise InputError(message("source.unknown", key=key, known=", ".join(body_sources())))
    return body_sources()[key]


def kind_text(kind: str) -> str:
    """What one of ``KINDS`` means, in the current language."""
    return text(f"source.kind.{kind}")


def status_text(status: str) -> str:
    """What one of ``STATUS`` means, in the current language."""
    return text(f"source.status.{status}")


def _source(key: str, row: TomlTable) -> Source:
    return Source(
        key,
        row.text("title"),
        row.text("citation"),
        int(row.number("year")),
        row.text("kind"),
        row.text("status"),
        row.text("use"),
    )
