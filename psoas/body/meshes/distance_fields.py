"""Rounded solids as distance fields: negative inside, positive outside, in millimetres.

A bone is drawn as a few soft solids melted together (``blend``) with hollows pressed in (``carve``). The
smooth minimum is the quadratic one of Quilez, "smooth minimum" (2013).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import ArrayLike
from scipy.interpolate import RectBivariateSpline
from scipy.spatial import cKDTree

from psoas.body.meshes.splines import curve_length, points_along, spline_curve
from psoas.core.arrays import Floats

SPACING = 1.7
"""Distance in mm between the samples of a rod or a sheet: well below their thickness, so no ripple shows."""

REACH = 14.0
"""Distance in mm from a rod or sheet beyond which its field no longer needs to be exact."""

Field = Callable[[Floats], Floats]
"""Points (N, 3) in mm to signed distances (N,) in mm."""


@dataclass(frozen=True, eq=False)
class DistanceField:
    """A distance field and the box (``low`` (3,), ``high`` (3,), mm) outside which it is positive."""

    field: Field
    low: Floats
    high: Floats


def ellipsoid(centre: ArrayLike, radii: ArrayLike, *, lean: float = 0.0, yaw: float = 0.0) -> DistanceField:
    """An ellipsoid at ``centre`` (3,) with ``radii`` (3,), mm (one figure: a ball).

    It is turned by ``lean`` about Z, then by ``yaw`` about Y, degrees.
    """
    middle, size = np.asarray(centre, dtype=float), np.broadcast_to(np.asarray(radii, dtype=float), (3,))
    turn = _turn(lean, yaw)

    def field(points: Floats) -> Floats:
        local = (points - middle) @ turn
        outer = np.sqrt(((local / size) ** 2).sum(axis=1))
        inner = np.sqrt(((local / size**2) ** 2).sum(axis=1))
        middle_value = -float(size.min())
        return np.where(inner > 1e-6, outer * (outer - 1.0) / np.maximum(inner, 1e-6), middle_value)

    reach = np.abs(turn) @ size
    return DistanceField(field, middle - reach, middle + reach)


def rod(points: ArrayLike, radii: ArrayLike) -> DistanceField:
    """A bent rod through ``points`` (N, 3) whose radius passes through ``radii`` (N,), mm."""
    count = max(3, int(curve_length(points) / SPACING))
    knots = np.asarray(points, dtype=float)
    given = np.broadcast_to(np.asarray(radii, dtype=float), (len(knots),))
    return _cloud(spline_curve(knots, count), points_along(knots, given, count))


def sheet(grid: ArrayLike, thickness: ArrayLike) -> DistanceField:
    """A curved plate through the ``grid`` (M, N, 3) with half its ``thickness`` (M, N) on either side, mm."""
    knots, half = np.asarray(grid, dtype=float), np.asarray(thickness, dtype=float)
    rows, columns = knots.shape[:2]
    u, v = np.linspace(0, 1, rows), np.linspace(0, 1, columns)
    down = int(max(curve_length(knots[:, j]) for j in range(columns)) / SPACING)
    across = int(max(curve_length(knots[i]) for i in range(rows)) / SPACING)
    fine_u, fine_v = np.linspace(0, 1, down), np.linspace(0, 1, across)
    orders = {"kx": min(3, rows - 1), "ky": min(3, columns - 1)}
    places = [RectBivariateSpline(u, v, knots[:, :, axis], **orders)(fine_u, fine_v) for axis in range(3)]
    depth = RectBivariateSpline(u, v, half, kx=1, ky=1)(fine_u, fine_v)
    return _cloud(np.stack(places, axis=-1).reshape(-1, 3), depth.ravel())


def drum(*, depth: float, width: float, height: float, waist: float = 0.1, edge: float = 5.0) -> DistanceField:
    """An upright oval drum at the origin, mm: a vertebral body, narrower at its ``waist`` by that fraction."""
    half = np.array([depth, height, width]) / 2.0 + edge / 4.0  # rounding the edge by a soft minimum takes this off

    def field(points: Floats) -> Floats:
        x, y, z = (points / half).T
        around = np.sqrt(x**2 + z**2)
        flare = 1.0 - waist * (1.0 - np.clip(y**2, 0.0, 1.0))
        side = (around - flare) * min(half[0], half[2])
        cap = (np.abs(y) - 1.0) * half[1] + 0.05 * height * np.clip(1.0 - around**2, 0.0, 1.0)
        return -_soft_min(-side, -cap, edge)

    return DistanceField(field, -half, half)


def blend(softness: float, *solids: DistanceField) -> DistanceField:
    """All ``solids`` melted into one, with fillets of about ``softness`` mm where they meet."""

    def field(points: Floats) -> Floats:
        return reduce(lambda a, b: _soft_min(a, b, softness), (_nearby(s, points, softness) for s in solids))

    return DistanceField(field, np.min([s.low for s in solids], axis=0), np.max([s.high for s in solids], axis=0))


def carve(softness: float, body: DistanceField, *tools: DistanceField) -> DistanceField:
    """``body`` with every one of ``tools`` pressed out of it, edges rounded by about ``softness`` mm."""

    def field(points: Floats) -> Floats:
        pressed = (_nearby(tool, points, softness) for tool in tools)
        return reduce(lambda a, b: -_soft_min(-a, b, softness), pressed, body.field(points))

    return DistanceField(field, body.low, body.high)


def mirrored_pair(solid: DistanceField) -> DistanceField:
    """``solid``, drawn on the right (positive z), and its mirror image on the left, as one."""
    low, high = solid.low.copy(), solid.high.copy()
    low[2] = -high[2]
    return DistanceField(lambda points: solid.field(_folded(points)), low, high)


def _folded(points: Floats) -> Floats:
    return np.column_stack([points[:, 0], points[:, 1], np.abs(points[:, 2])])


def _nearby(solid: DistanceField, points: Floats, softness: float) -> Floats:
    """The field of ``solid``, worked out only where it can matter: elsewhere it is just far away."""
    margin = REACH + softness
    inside = [(points[:, k] > solid.low[k] - margin) & (points[:, k] < solid.high[k] + margin) for k in range(3)]
    close = inside[0] & inside[1] & inside[2]
    values = np.full(len(points), margin)
    values[close] = solid.field(points[close])
    return values


def _cloud(samples: Floats, radii: Floats) -> DistanceField:
    """Balls of ``radii`` (N,) at dense ``samples`` (N, 3)."""
    tree = cKDTree(samples, balanced_tree=False, compact_nodes=False)
    reach = REACH + float(radii.max())

    def field(points: Floats) -> Floats:
        distance, nearest = tree.query(points, distance_upper_bound=reach)
        missed = nearest == len(samples)
        return np.where(missed, REACH, distance - radii[np.where(missed, 0, nearest)])

    margin = radii[:, None]
    return DistanceField(field, (samples - margin).min(axis=0), (samples + margin).max(axis=0))


def _soft_min(a: Floats, b: Floats, softness: float) -> Floats:
    gap = np.maximum(softness - np.abs(a - b), 0.0)
    return np.asarray(np.minimum(a, b) - gap**2 / (4.0 * softness))


def _turn(lean: float, yaw: float) -> Floats:
    a, b = np.deg2rad(lean), np.deg2rad(yaw)
    about_z = np.array([[np.cos(a), -np.sin(a), 0.0], [np.sin(a), np.cos(a), 0.0], [0.0, 0.0, 1.0]])
    about_y = np.array([[np.cos(b), 0.0, np.sin(b)], [0.0, 1.0, 0.0], [-np.sin(b), 0.0, np.cos(b)]])
    return np.asarray(about_y @ about_z)
