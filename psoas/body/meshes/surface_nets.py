"""From a distance field to a closed, smooth mesh: surface nets (Gibson 1998, "Constrained elastic surface nets").

Each grid cell that the surface crosses gets one vertex, each crossed grid edge one quad around it. Only cells
near the surface are evaluated finely, and the vertices are then pulled onto the exact surface.
"""

from __future__ import annotations

import numpy as np

from psoas.body.meshes.decimation import decimate
from psoas.body.meshes.distance_fields import DistanceField, Field
from psoas.body.meshes.triangle_mesh import Mesh
from psoas.core.arrays import Bools, Floats, Ints

BLOCK = 2
"""Grid lines in one coarse block."""

THINNING = 0.28
"""How far, in shares of the step, a collapsed edge may move the surface."""


def extract_surface(solid: DistanceField, step: float, *, calm: tuple[float, float, float] | None = None) -> Mesh:
    """The surface of ``solid`` as a mesh in metres, from a grid of ``step`` mm.

    ``calm`` = (low, high, step) in mm gives the heights between which a shaft needs only a coarser step in Y.
    """
    lines = [_lines(solid.low[axis], solid.high[axis], step) for axis in range(3)]
    if calm is not None:
        lines[1] = _graded(solid.low[1], solid.high[1], step, calm)
    values = _sparse(solid.field, lines)
    inside = values < 0
    vertices, numbers = _cell_vertices(values, inside, lines)
    quads = np.concatenate([_quads(inside, numbers, axis) for axis in range(3)])
    faces = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    vertices, faces = decimate(vertices, faces, error=THINNING * step, longest=3.2 * step)
    return Mesh.from_mm(_pulled(solid.field, vertices), faces)


def _lines(low: float, high: float, step: float) -> Floats:
    """Evenly spaced lines that hold [low, high] with two to spare, a whole number of blocks of them."""
    cells = int(np.ceil((high - low) / step)) + 4
    cells += -cells % BLOCK
    start = (low + high - cells * step) / 2.0
    return np.asarray(start + step * np.arange(cells + 1))


def _graded(low: float, high: float, step: float, calm: tuple[float, float, float]) -> Floats:
    """Lines at ``step``, but at the third figure of ``calm`` between its first two."""
    bottom, top, wide = calm
    below = np.arange(bottom, low - 3 * step, -step)[::-1]
    above = np.arange(top, high + 3 * step, step)
    middle = np.linspace(bottom, top, max(2, round((top - bottom) / wide)) + 1)[1:-1]
    lines = np.concatenate([below, middle, above])
    extra = -(len(lines) - 1) % BLOCK
    return np.concatenate([lines, lines[-1] + step * np.arange(1, extra + 1)])


def _sparse(field: Field, lines: list[Floats]) -> Floats:
    """Field values on the whole grid: exact near the surface, of the right sign elsewhere."""
    coarse_lines = [line[::BLOCK] for line in lines]
    coarse = field(_points(coarse_lines)).reshape([len(line) for line in coarse_lines])
    diagonal = float(np.sqrt(sum(np.diff(line).max() ** 2 for line in coarse_lines)))
    corners = [coarse[_corner(i)] for i in range(8)]
    near = np.min(np.abs(corners), axis=0) < 0.6 * diagonal
    mask = np.zeros([len(line) for line in lines], dtype=bool)
    values = np.empty(mask.shape)
    fine = near.repeat(BLOCK, 0).repeat(BLOCK, 1).repeat(BLOCK, 2)
    for i in range(8):
        mask[_corner(i)] |= fine
    values[...] = coarse.repeat(BLOCK, 0).repeat(BLOCK, 1).repeat(BLOCK, 2)[tuple(slice(0, n) for n in mask.shape)]
    where = np.nonzero(mask)
    values[where] = field(np.stack([line[index] for line, index in zip(lines, where, strict=True)], axis=-1))
    return values


def _points(lines: list[Floats]) -> Floats:
    return np.stack(np.meshgrid(*lines, indexing="ij"), axis=-1).reshape(-1, 3)


def _corner(number: int) -> tuple[slice, slice, slice]:
    """The view of a grid that holds corner ``number`` (0-7) of each cell."""
    first, last = slice(None, -1), slice(1, None)
    return (last if number & 4 else first, last if number & 2 else first, last if number & 1 else first)


def _cell_vertices(values: Floats, inside: Bools, lines: list[Floats]) -> tuple[Floats, Ints]:
    """One vertex (V, 3) in every crossed cell, at the mean of its edge crossings, and the cells' vertex numbers."""
    corners = np.stack([inside[_corner(i)] for i in range(8)])
    crossed = corners.any(axis=0) & ~corners.all(axis=0)
    cells = np.stack(np.nonzero(crossed))
    total, count = np.zeros((cells.shape[1], 3)), np.zeros(cells.shape[1])
    for axis in range(3):
        for first in (i for i in range(8) if not i & (4 >> axis)):
            a = cells + np.array([[first >> 2 & 1], [first >> 1 & 1], [first & 1]])
            b = a.copy()
            b[axis] += 1
            va, vb = values[tuple(a)], values[tuple(b)]
            hit = (va < 0) != (vb < 0)
            share = np.where(hit, va / np.where(hit, va - vb, 1.0), 0.0)[:, None]
            start, end = _places(lines, a), _places(lines, b)
            total += np.where(hit[:, None], start + share * (end - start), 0.0)
            count += hit
    numbers = np.full(crossed.shape, -1, dtype=np.intp)
    numbers[crossed] = np.arange(cells.shape[1])
    return total / count[:, None], numbers


def _places(lines: list[Floats], index: Ints) -> Floats:
    return np.stack([line[i] for line, i in zip(lines, index, strict=True)], axis=-1)


def _quads(inside: Bools, numbers: Ints, axis: int) -> Ints:
    """Quads (Q, 4) around the crossed grid edges along ``axis``, facing outward."""
    u, v = (axis + 1) % 3, (axis + 2) % 3
    low = inside.take(range(inside.shape[axis] - 1), axis)
    high = inside.take(range(1, inside.shape[axis]), axis)
    edges = np.stack(np.nonzero(low != high))
    outward = low[tuple(edges)]
    ring = []
    for du, dv in ((-1, -1), (0, -1), (0, 0), (-1, 0)):
        cell = edges.copy()
        cell[u] += du
        cell[v] += dv
        ring.append(numbers[tuple(cell)])
    quads = np.stack(ring, axis=1)
    return np.where(outward[:, None], quads, quads[:, ::-1])


def _pulled(field: Field, vertices: Floats) -> Floats:
    """``vertices`` moved along the gradient onto the zero level: two Newton steps of at most 1.5 mm."""
    offset = 0.25
    here = field(vertices)
    slope = np.stack([(field(vertices + offset * axis) - here) / offset for axis in np.eye(3)], axis=-1)
    slope /= np.maximum((slope**2).sum(axis=1, keepdims=True), 0.25)
    once = vertices - np.clip(here, -1.5, 1.5)[:, None] * slope
    return np.asarray(once - np.clip(field(once), -1.5, 1.5)[:, None] * slope)
