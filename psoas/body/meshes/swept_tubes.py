"""Swept tubes with oval sections: ribs, long thin bones, fingers. Drawn in millimetres."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from psoas.body.meshes.splines import points_along, spline_curve
from psoas.body.meshes.triangle_mesh import Mesh
from psoas.core.arrays import Floats, Ints

CAP = np.sin(np.deg2rad([35.0, 65.0]))
"""Radii of the rings that round each end off, as shares of the end's radius."""


def tube(
    points: ArrayLike, tall: ArrayLike, thick: ArrayLike, *, up: ArrayLike = (0, 1, 0), rings: int = 12, sides: int = 7
) -> Mesh:
    """A closed tube through ``points`` (N, 3) with oval sections, mm.

    ``tall`` (N,) is the section's radius towards ``up`` (3,), ``thick`` (N,) the radius across it.
    """
    knots = np.asarray(points, dtype=float)
    path = spline_curve(knots, rings)
    heights = points_along(knots, np.broadcast_to(np.asarray(tall, dtype=float), (len(knots),)), rings)
    widths = points_along(knots, np.broadcast_to(np.asarray(thick, dtype=float), (len(knots),)), rings)
    path, heights, widths, tangent = _with_caps(path, heights, widths)
    side = _unit(np.cross(tangent, np.asarray(up, dtype=float)))
    over = np.cross(side, tangent)
    angle = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    oval = np.cos(angle)[None, :, None] * (heights[:, None] * over)[:, None, :]
    oval = oval + np.sin(angle)[None, :, None] * (widths[:, None] * side)[:, None, :]
    vertices = (path[:, None, :] + oval).reshape(-1, 3)
    tips = [path[0] - 0.2 * heights[0] * tangent[0], path[-1] + 0.2 * heights[-1] * tangent[-1]]
    return Mesh.from_mm(np.concatenate([vertices, tips]), _faces(len(path), sides))


def _with_caps(path: Floats, heights: Floats, widths: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """The path with two more rings at each end that round it off; also unit tangents (N, 3)."""
    tangent = _unit(np.gradient(path, axis=0))
    depth = np.cos(np.arcsin(CAP))
    start = path[0] - tangent[0] * (depth * min(heights[0], widths[0]))[:, None]
    end = path[-1] + tangent[-1] * (depth * min(heights[-1], widths[-1]))[::-1, None]
    return (
        np.concatenate([start, path, end]),
        np.concatenate([CAP * heights[0], heights, CAP[::-1] * heights[-1]]),
        np.concatenate([CAP * widths[0], widths, CAP[::-1] * widths[-1]]),
        np.concatenate([np.repeat(tangent[:1], 2, axis=0), tangent, np.repeat(tangent[-1:], 2, axis=0)]),
    )


def _faces(rings: int, sides: int) -> Ints:
    ring, spoke = np.meshgrid(np.arange(rings - 1), np.arange(sides), indexing="ij")
    after = (spoke + 1) % sides
    a, b = ring * sides + spoke, ring * sides + after
    c, d = a + sides, b + sides
    walls = np.concatenate([np.stack([a, b, c], -1).reshape(-1, 3), np.stack([b, d, c], -1).reshape(-1, 3)])
    spokes, nexts = np.arange(sides), (np.arange(sides) + 1) % sides
    first, last = rings * sides, rings * sides + 1
    bottom = np.stack([np.full(sides, first), nexts, spokes], -1)
    top_row = (rings - 1) * sides
    top = np.stack([np.full(sides, last), top_row + spokes, top_row + nexts], -1)
    return np.concatenate([walls, bottom, top])


def _unit(vectors: Floats) -> Floats:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=-1, keepdims=True))
