"""Everything that the app's pages say, from one catalogue: ``t("body.title")``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from string import Formatter

from psoas.render.viewer_text import flatten_texts

LANGUAGE = "en"


@cache
def catalogue(language: str = LANGUAGE) -> Mapping[str, str]:
    """Every text by its dotted name."""
    text = files("psoas.web").joinpath("data", f"{language}.toml").read_text(encoding="utf-8")
    return dict(flatten_texts(tomllib.loads(text)))


def text(name: str, /, **values: object) -> str:
    """The text called ``name`` with its gaps filled; ``KeyError`` names a text or a value that is not there."""
    return catalogue()[name].format(**values)


def text_group(prefix: str) -> dict[str, str]:
    """The texts below ``prefix`` by the rest of their names, gaps unfilled: what an island takes along."""
    start = f"{prefix}."
    return {name[len(start) :]: text for name, text in catalogue().items() if name.startswith(start)}


def text_variables(text: str) -> set[str]:
    """Names of the values that a text needs."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}
