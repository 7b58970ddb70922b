"""Constants and factors between the units of the code (metres, radians, newtons) and those that people read."""

from __future__ import annotations

import math

STANDARD_GRAVITY = 9.80665
"""Acceleration of free fall, m/s2, by definition (3rd General Conference on Weights and Measures, 1901)."""
DEGREES_PER_RADIAN = 180.0 / math.pi
RADIANS_PER_DEGREE = math.pi / 180.0
MM_PER_M = 1000.0


def degrees_or_metres(*, rotational: bool) -> float:
    """Factor from the code's unit of a coordinate to the unit that people read: degrees for angles, metres as they are.

    Args:
        rotational: Whether the coordinate is an angle.
    """
    return DEGREES_PER_RADIAN if rotational else 1.0
