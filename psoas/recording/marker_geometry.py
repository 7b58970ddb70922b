"""What the recording itself says where a marker's name may mean two places: distances that no posture changes."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from psoas.core.arrays import Floats

Points = Mapping[str, Floats]
"""Landmark -> positions (frames, 3), metres, NaN where not seen."""
HIPS_OVER_ASIS = 1.05
"""Distance of the hip markers over that of the ASIS markers: centres lie at 0.7 (Bell et al. 1990 put each 14 % of the
width inwards of its ASIS), trochanters at 1.3 to 1.5 on eight recordings; the boundary between is assumed."""
HIPS_OVER_THIGH = 0.68
"""Distance of the hip markers over that of hip and knee: centres lie at 0.4 to 0.56, trochanters at 0.8 (recordings as
above); the boundary is assumed."""


def distance(points: Points, one: str, other: str) -> float:
    """Median distance between two landmarks, metres; NaN where one is missing or they are never seen apart."""
    if one not in points or other not in points:
        return float("nan")
    gap = np.linalg.norm(points[one] - points[other], axis=1)
    gap = gap[np.isfinite(gap)]
    return (float(np.median(gap)) if len(gap) else 0.0) or float("nan")


def hips_are_centres(points: Points) -> bool | None:
    """Whether ``hip_r`` and ``hip_l`` are centres of the joints and not trochanters under the skin.

    Args:
        points: The two hip markers and, where they are there, ``asis_r``, ``asis_l``, ``knee_r`` and ``knee_l``.

    Returns:
        None where the recording cannot tell.
    """
    hips = distance(points, "hip_r", "hip_l")
    over_asis = hips / distance(points, "asis_r", "asis_l")
    if np.isfinite(over_asis):
        return bool(over_asis < HIPS_OVER_ASIS)
    thighs = [length for side in "rl" if np.isfinite(length := distance(points, f"hip_{side}", f"knee_{side}"))]
    over_thigh = hips / np.mean(thighs) if thighs else float("nan")
    return bool(over_thigh < HIPS_OVER_THIGH) if np.isfinite(over_thigh) else None


def pair_is_swapped(points: Points) -> bool | None:
    """Whether markers named lateral lie nearer to the other leg than those named medial.

    Args:
        points: ``lateral_r``, ``lateral_l``, ``medial_r`` and ``medial_l`` of one joint.

    Returns:
        None where the recording cannot tell.
    """
    outer, inner = distance(points, "lateral_r", "lateral_l"), distance(points, "medial_r", "medial_l")
    return bool(outer < inner) if np.isfinite(outer + inner) else None
