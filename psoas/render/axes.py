"""Axes of all charts: where values fall, round ticks, how their numbers are written, and labels that keep apart."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.number_format import number_text


def map_to_pixels(values: Floats | float, ends: tuple[float, float], pixels: tuple[float, float]) -> Floats:
    """Where values (...) fall: ``ends`` of the axis lie at ``pixels``."""
    low, high = ends
    return np.asarray(pixels[0] + (pixels[1] - pixels[0]) * (np.asarray(values, float) - low) / (high - low))


def axis_ticks(low: float, high: float, wanted: int) -> list[float]:
    """Round values between ``low`` and ``high``, about ``wanted`` of them, in steps of 1, 2 or 5."""
    rough = (high - low) / max(wanted, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * s for s in (1, 2, 5, 10) if power * s >= rough * 0.999)
    first = math.ceil(low / step - 1e-9)
    return [step * i for i in range(first, math.floor(high / step + 1e-9) + 1)]


def tick_digits(ticks: list[float]) -> int:
    """Digits behind the point that tell neighbouring ticks apart: none for whole steps, else one."""
    return 0 if len(ticks) < 2 or ticks[1] - ticks[0] >= 0.999 else 1


def tick_text(value: float, digits: int) -> str:
    """The number at a tick; zero has no digits behind its point."""
    return number_text(value, digits if value else 0)


def space_apart(places: Floats, gap: float) -> Floats:
    """``places`` (n,) moved apart in their order until neighbours are ``gap`` from each other."""
    order = np.argsort(places, kind="stable")
    out = np.array(places, float)
    for _ in range(4 * len(out)):
        for before, after in pairwise(order):
            short = gap - (out[after] - out[before])
            if short > 1e-9:
                out[before] -= short / 2
                out[after] += short / 2
    return out
