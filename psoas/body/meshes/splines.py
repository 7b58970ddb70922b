"""Smooth curves through a few points: the pencil strokes of the drawings. Lengths in millimetres."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scipy.interpolate import CubicSpline, PchipInterpolator

from psoas.core.arrays import Floats


def chord_lengths(points: Floats) -> Floats:
    """Position along the polyline (N, 3) at each of its points, from 0 to 1."""
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    return np.asarray(along / along[-1])


def spline_curve(points: ArrayLike, count: int) -> Floats:
    """``count`` points (count, 3) on a smooth curve through ``points`` (N, 3), evenly spread by chord length."""
    knots = np.asarray(points, dtype=float)
    if len(knots) == 2:
        return np.asarray(np.linspace(knots[0], knots[1], count))
    return np.asarray(CubicSpline(chord_lengths(knots), knots, bc_type="natural")(np.linspace(0.0, 1.0, count)))


def points_along(points: ArrayLike, values: ArrayLike, count: int) -> Floats:
    """``values`` (N,) given at ``points`` (N, 3), without overshoot at the ``count`` places of ``curve``."""
    knots = np.asarray(points, dtype=float)
    figures = np.asarray(values, dtype=float)
    return np.asarray(PchipInterpolator(chord_lengths(knots), figures)(np.linspace(0.0, 1.0, count)))


def curve_length(points: ArrayLike) -> float:
    """Length of the polyline ``points`` (N, 3)."""
    return float(np.linalg.norm(np.diff(np.asarray(points, dtype=float), axis=0), axis=1).sum())
