"""Fewer triangles where a surface is flat: edges are collapsed where that moves the surface least.

Garland and Heckbert 1997, "Surface simplification using quadric error metrics"; here all edges that are the cheapest
in their own neighbourhood go at once, so that every round is a few array operations.
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from psoas.core.arrays import Bools, Floats, Ints

ROUNDS = 28
"""Enough to take a mesh to a fifth of its triangles."""

FIRST, SECOND = np.triu_indices(4)
"""The ten different entries of a symmetric 4 by 4 form."""

TWICE = np.where(FIRST == SECOND, 1.0, 2.0)
"""How often each of them stands in the full form."""

TURN = 0.35
"""No triangle's normal may turn so far that its cosine with the old one falls below this."""


def decimate(vertices: Floats, faces: Ints, *, error: float, longest: float) -> tuple[Floats, Ints]:
    """The closed mesh with edges collapsed that cost less than ``error`` mm (root of the quadric) each.

    ``vertices`` (V, 3) mm, ``faces`` (F, 3); no edge longer than ``longest`` mm goes. Returns the same pair, smaller.
    """
    places = vertices.copy()
    quadrics = _quadrics(places, faces)
    stuck = np.zeros(len(places), dtype=bool)
    for _ in range(ROUNDS):
        edges = _edges(faces)
        targets, costs = _collapses(places, quadrics, edges, stuck, error, longest)
        chosen = _cheapest_around(edges, costs, len(places))
        if not len(chosen):
            break
        a, b, target = edges[chosen, 0], edges[chosen, 1], targets[chosen]
        fine = _keeps_shape(places, faces, edges, a, b, target)
        stuck[a[~fine]] = True
        a, b, target = a[fine], b[fine], target[fine]
        places[a] = target
        quadrics[a] += quadrics[b]
        faces = _merged(faces, a, b, len(places))
    used = np.unique(faces)
    numbers = np.zeros(len(places), dtype=np.intp)
    numbers[used] = np.arange(len(used))
    return places[used], numbers[faces]


def _quadrics(places: Floats, faces: Ints) -> Floats:
    """Mean of the squared plane forms (V, 10) of the triangles round each vertex, weighted by area."""
    corner = places[faces[:, 0]]
    normal = np.cross(places[faces[:, 1]] - corner, places[faces[:, 2]] - corner)
    area = np.linalg.norm(normal, axis=1, keepdims=True)
    unit = normal / np.maximum(area, 1e-12)
    plane = np.concatenate([unit, -(unit * corner).sum(axis=1, keepdims=True)], axis=1)
    form = np.concatenate([area * _pairs(plane), area], axis=1)
    spread = np.ones(faces.size)
    gather = csr_matrix((spread, (faces.T.ravel(), np.tile(np.arange(len(faces)), 3))), shape=(len(places), len(faces)))
    total = gather @ form
    return np.asarray(total[:, :-1] / np.maximum(total[:, -1:], 1e-12))


def _pairs(quads: Floats) -> Floats:
    """The ten products (..., 10) of the four numbers (..., 4) with each other; mixed ones count twice when summed."""
    return quads[..., FIRST] * quads[..., SECOND]


def _edges(faces: Ints) -> Ints:
    """Each edge (E, 2) once, lower vertex number first; a closed mesh lists every edge in both directions."""
    ends = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    return ends[ends[:, 0] < ends[:, 1]]


def _collapses(
    places: Floats, quadrics: Floats, edges: Ints, stuck: Bools, error: float, longest: float
) -> tuple[Floats, Floats]:
    """The middle of each edge (E, 3), and what collapsing into it costs (E,); infinite when it may not."""
    a, b = places[edges[:, 0]], places[edges[:, 1]]
    middle = (a + b) / 2.0
    padded = np.concatenate([middle, np.ones((len(edges), 1))], axis=1)
    form = quadrics[edges[:, 0]] + quadrics[edges[:, 1]]
    cost = np.maximum(np.einsum("ei,ei,i->e", _pairs(padded), form, TWICE), 0.0)
    length = ((b - a) ** 2).sum(axis=1)
    barred = stuck[edges].any(axis=1) | (cost > error**2) | (length > longest**2)
    return middle, np.where(barred, np.inf, cost + 1e-4 * length + 1e-9 * np.arange(len(edges)))


def _cheapest_around(edges: Ints, costs: Floats, count: int) -> Ints:
    """Numbers of the edges that are cheaper than every edge touching them or their neighbours."""
    near = np.full(count, np.inf)
    for k in range(2):
        np.minimum.at(near, edges[:, k], costs)
    wide = near.copy()
    np.minimum.at(wide, edges[:, 0], near[edges[:, 1]])
    np.minimum.at(wide, edges[:, 1], near[edges[:, 0]])
    lowest = np.minimum(wide[edges[:, 0]], wide[edges[:, 1]])
    return np.flatnonzero(np.isfinite(costs) & (costs <= lowest))


def _keeps_shape(places: Floats, faces: Ints, edges: Ints, a: Ints, b: Ints, target: Floats) -> Bools:
    """Which collapses of ``b`` into ``a`` (N,) keep the mesh closed and turn no triangle over."""
    owner = np.full(len(places), -1)
    owner[a] = owner[b] = np.arange(len(a))
    claims = owner[faces]
    number = claims.max(axis=1)
    changed = (number >= 0) & ((claims >= 0).sum(axis=1) == 1)
    moved = places.copy()
    moved[a] = moved[b] = target
    before, after = _normals(places, faces[changed]), _normals(moved, faces[changed])
    cosine = (before * after).sum(axis=1)
    limit = TURN * np.linalg.norm(before, axis=1) * np.linalg.norm(after, axis=1)
    turned = np.zeros(len(a), dtype=bool)
    turned[number[changed][cosine <= limit]] = True
    return np.asarray((_shared_neighbours(edges, owner, len(a)) == 2) & ~turned)


def _shared_neighbours(edges: Ints, owner: Ints, count: int) -> Ints:
    """How many vertices are neighbours of both ends of each of the ``count`` edges that own their ends."""
    both = np.concatenate([edges, edges[:, ::-1]])
    inner, outer = owner[both[:, 0]], both[:, 1]
    leaving = (inner >= 0) & (owner[outer] != inner)
    keys = np.sort(inner[leaving] * len(owner) + outer[leaving])
    twice = keys[1:][keys[1:] == keys[:-1]] // len(owner)
    return np.asarray(np.bincount(twice, minlength=count))


def _normals(places: Floats, faces: Ints) -> Floats:
    corner = places[faces[:, 0]]
    return np.cross(places[faces[:, 1]] - corner, places[faces[:, 2]] - corner)


def _merged(faces: Ints, a: Ints, b: Ints, count: int) -> Ints:
    becomes = np.arange(count)
    becomes[b] = a
    new = becomes[faces]
    flat = (new[:, 0] == new[:, 1]) | (new[:, 1] == new[:, 2]) | (new[:, 2] == new[:, 0])
    return np.asarray(new[~flat])
