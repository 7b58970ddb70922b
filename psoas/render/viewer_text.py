"""The words that go with a scene: what the 3D viewer says, and the plain names of the bones."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


def viewer_words() -> dict[str, str]:
    """What the viewer says, by dotted name, gaps unfilled."""
    return dict(flatten_texts(_file()["viewer"]))


def bone_label(name: str) -> str:
    """ "femur_r" in plain words; ``KeyError`` where the skeleton has no such bone."""
    return str(_file()["bone"][name])


def flatten_texts(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    """The texts of nested tables, each with its dotted name."""
    found = []
    for key, value in table.items():
        found += flatten_texts(value, f"{prefix}{key}.") if isinstance(value, dict) else [(prefix + key, str(value))]
    return found


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(files("psoas.report").joinpath("data", "viewer.toml").read_text(encoding="utf-8"))
