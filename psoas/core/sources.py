"""Where every figure comes from: one entry a source key, with how far we know the figures taken from it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from psoas.core.errors import InputError

KINDS = {
    "measured": "measured in people or cadavers",
    "model": "a published model",
    "guide": "a guide to practice",
    "ours": "our own assumption",
}
"""What a source is, in plain words."""
STATUS = {
    "read": "the figures were read in the text",
    "file": "the figures were read from an open model that carries them",
    "recalled": "some figures are from memory: check them before they decide anything",
    "ours": "no source was found",
}
"""How we know the figures, in plain words."""


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
    text = files("psoas.core").joinpath("data", "sources.toml").read_text(encoding="utf-8")
    return {key: _source(key, row) for key, row in tomllib.loads(text).items()}


def find_body_source(key: str) -> Source:
    """One source; ``InputError`` lists the known keys."""
    if key not in body_sources():
        raise InputError(f"source '{key}' is not known; expected {', '.join(body_sources())}")
    return body_sources()[key]


def _source(key: str, row: dict[str, Any]) -> Source:
    return Source(key, row["title"], row["citation"], int(row["year"]), row["kind"], row["status"], row["use"])
