"""The colours of every chart and picture. The clay-to-crimson ramp belongs to psoas length and to nothing else."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import ArrayLike

from psoas.core.arrays import Floats


@dataclass(frozen=True)
class ThemeColours:
    """The colours of one theme as hex text."""

    paper: str
    card: str
    ink: str
    soft: str
    line: str
    accent: str
    right: str
    left: str
    amber: str


LIGHT = ThemeColours("#faf6ef", "#fffdf9", "#2b2622", "#6a6058", "#ddd3c6", "#0f6b6b", "#2c5391", "#5c7a1e", "#8a5a00")
DARK = ThemeColours("#26221f", "#2f2a26", "#f3ece2", "#b9aea2", "#4c453e", "#6cc4bd", "#8fb4ea", "#b3cf6b", "#f0b95a")
"""Day and night; print is always day."""
DASHES: dict[str, tuple[int, ...]] = {"right": (), "left": (6, 4)}
"""Right is drawn solid and left dashed, so that colour is never the only difference."""


@cache
def psoas_ramp() -> Floats:
    """The ramp's colours (S, 3), sRGB 0 to 1, from long (pale) to short (deep); the viewer reads the same file."""
    text = files("psoas.report").joinpath("data", "ramp.json").read_text(encoding="utf-8")
    return np.array([[int(stop[i : i + 2], 16) / 255 for i in (1, 3, 5)] for stop in json.loads(text)["stops"]])


def length_colour(percent: ArrayLike, low: float, high: float) -> Floats:
    """Colours (..., 3) of lengths (...) in percent of standing on a scale from ``low`` (deep) to ``high`` (pale)."""
    stops = psoas_ramp()
    share = np.clip((high - np.asarray(percent, float)) / max(high - low, 1e-9), 0, 1) * (len(stops) - 1)
    return np.stack([np.interp(share, np.arange(len(stops)), stops[:, c]) for c in range(3)], axis=-1)


def hex_colour(colour: Floats) -> str:
    """Hex text of one colour (3,)."""
    return "#" + "".join(f"{round(255 * float(c)):02x}" for c in colour)


def theme_variables(ink: ThemeColours) -> str:
    """CSS custom properties of one theme."""
    return "".join(f"--{name}: {value}; " for name, value in vars(ink).items())
