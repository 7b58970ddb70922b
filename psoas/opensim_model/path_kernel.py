"""Compiled: every muscle's path in every pose, bent over its surfaces as OpenSim bends it, and what moves its length.

A path is a list of points on bodies. Each surface in turn takes its own two points out, looks at every piece between
the points that it is told to, and puts two points of tangency in where the piece must bend, else where it makes the
least difference; with more surfaces that is repeated until the length settles (at most eight times). Length changes by
the pull along each straight piece on what its ends are fixed to, so that a moment arm is exact for a path as it lies.

Importing this module imports numba: import it where it is used.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from psoas.core.arrays import Floats, Ints
from psoas.core.numba_jit import CUBE, GRID, MASK, PLACES, STACK, TABLE, compile_function, compile_part
from psoas.opensim_model.wrap_cylinder import wrap_cylinder
from psoas.opensim_model.wrap_ellipsoid import wrap_ellipsoid
from psoas.opensim_model.wrap_round import wrap_sphere, wrap_torus
from psoas.opensim_model.wrap_vectors import INSIDE, MAY_WRAP, MISSED, MUST_WRAP, Vector

PARTS_DIGEST = "f64f15216bbc"
"""Of the files whose code is compiled into this one's: it changes with them, so that stored code is compiled again."""
Switches = NDArray[np.uint8]
CYLINDER, SPHERE, ELLIPSOID, TORUS = 0, 1, 2, 3
ROUNDS, SETTLED_M = 8, 0.0005
"""A path with more surfaces is bent at most so often, until its length changes by less than this, metres."""


@compile_part
def into(rotation: Floats, position: Floats, point: Floats) -> Vector:
    """A point of the room in a frame at ``position`` (3,), turned by ``rotation`` (3, 3)."""
    x, y, z = point[0] - position[0], point[1] - position[1], point[2] - position[2]
    return (
        rotation[0, 0] * x + rotation[1, 0] * y + rotation[2, 0] * z,
        rotation[0, 1] * x + rotation[1, 1] * y + rotation[2, 1] * z,
        rotation[0, 2] * x + rotation[1, 2] * y + rotation[2, 2] * z,
    )


@compile_part
def out_of(rotation: Floats, position: Floats, point: Vector, found: Floats) -> None:
    """Fill ``found`` (3,) with a point of a frame, in the room."""
    for i in range(3):
        found[i] = position[i] + rotation[i, 0] * point[0] + rotation[i, 1] * point[1] + rotation[i, 2] * point[2]


@compile_part
def distance(a: Floats, b: Floats) -> float:
    """Distance of two points (3,)."""
    return math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2)


@compile_part
def bend_piece(
    p: Vector, q: Vector, kind: int, size: Floats, axis: int, side: int, method: int, alone: bool
) -> tuple[int, Vector, Vector, float]:
    """What one surface makes of a piece in its own frame; see ``wrap_cylinder``."""
    if kind == CYLINDER:
        return wrap_cylinder(p, q, size[0], size[1], axis, side, alone)
    if kind == SPHERE:
        return wrap_sphere(p, q, size[0], axis, side)
    if kind == ELLIPSOID:
        return wrap_ellipsoid(p, q, (size[0], size[1], size[2]), axis, side, method)
    return wrap_torus(p, q, size[0], size[1], axis, side, alone)


@compile_part
def path_length(count: int, place: Floats, wrap: Ints, around: Floats) -> float:
    """Length of ``count`` points at ``place``; between both points of one ``wrap`` the way ``around`` its surface."""
    total = 0.0
    for k in range(count - 1):
        if wrap[k] >= 0 and wrap[k] == wrap[k + 1]:
            total += around[wrap[k]]
        else:
            total += distance(place[k], place[k + 1])
    return total


@compile_part
def take_out(w: int, count: int, place: Floats, body: Ints, wrap: Ints, own: Ints) -> int:
    """Take both points of wrap ``w`` out of a path; how many points are left."""
    for k in range(count):
        if wrap[k] == w:
            for j in range(k, count - 2):
                place[j], body[j], wrap[j], own[j] = place[j + 2], body[j + 2], wrap[j + 2], own[j + 2]
            return count - 2
    return count


@compile_part
def put_in(
    k: int, w: int, on: int, r: Floats, s: Floats, count: int, place: Floats, body: Ints, wrap: Ints, own: Ints
) -> int:
    """Put points ``r`` and ``s`` of wrap ``w`` on body ``on`` behind point ``k``; how many points there are then."""
    for j in range(count - 1, k, -1):
        place[j + 2], body[j + 2], wrap[j + 2], own[j + 2] = place[j], body[j], wrap[j], own[j]
    place[k + 1], place[k + 2] = r, s
    for j in (k + 1, k + 2):
        body[j], wrap[j], own[j] = on, w, -1
    return count + 2


@compile_part
def bend_over(
    w: int, wraps: Ints, surfaces: Ints, size: Floats, turn: Floats, at: Floats, first: int, alone: bool, count: int,
    place: Floats, body: Ints, wrap: Ints, own: Ints, around: Floats, active: Switches,
) -> tuple[int, int]:  # fmt: skip
    """Bend a path over the surface of wrap ``w``; what the last piece looked at made of it, and how many points the
    path has then. ``own`` is which of the muscle's points each is, from ``first`` on; ``wraps`` are the muscle's."""
    surface, start, stop, method = wraps[w, 0], wraps[w, 1], wraps[w, 2], wraps[w, 3]
    kind, on, axis, side = surfaces[surface, 0], surfaces[surface, 1], surfaces[surface, 2], surfaces[surface, 3]
    while start < stop and active[first + start] == 0:
        start += 1
    while stop > start and active[first + stop] == 0:
        stop -= 1
    low, high = -1, -1
    for k in range(count):
        low = k if own[k] == start else low
        high = k if own[k] == stop else high
    found, best, least = MISSED, -1, math.inf
    if low < 0 or high < 0:
        return found, count
    r, s = np.empty(3), np.empty(3)
    best_r, best_s = np.empty(3), np.empty(3)
    for k in range(low, high):
        if wrap[k] >= 0 and wrap[k + 1] >= 0 and wraps[wrap[k], 0] == wraps[wrap[k + 1], 0]:
            continue
        p, q = into(turn[surface], at[surface], place[k]), into(turn[surface], at[surface], place[k + 1])
        found, a, b, way = bend_piece(p, q, kind, size[surface], axis, side, method, alone)
        if found < MAY_WRAP or not math.isfinite(way + a[0] + b[0]):
            found = min(found, MISSED)
            continue
        out_of(turn[surface], at[surface], a, r)
        out_of(turn[surface], at[surface], b, s)
        change = distance(place[k], r) + way + distance(s, place[k + 1]) - distance(place[k], place[k + 1])
        if found == MUST_WRAP or change < least:
            best, least, around[w] = k, change, way
            best_r[:], best_s[:] = r, s
        if found == MUST_WRAP:
            break
    if best >= 0:
        count = put_in(best, w, on, best_r, best_s, count, place, body, wrap, own)
    return found, count


@compile_part
def bend_path(
    wraps: Ints, surfaces: Ints, size: Floats, turn: Floats, at: Floats, first: int, count: int, place: Floats,
    body: Ints, wrap: Ints, own: Ints, around: Floats, active: Switches,
) -> int:  # fmt: skip
    """Bend a path over all of a muscle's surfaces, one after another until its length settles; how many points it has
    then."""
    many = len(wraps)
    last, swapped = math.inf, False
    for rounds in range(1 if many < 2 else ROUNDS):
        one, other = MISSED, MISSED
        for i in range(many):
            w = 1 - i if swapped and i < 2 else i
            count = take_out(w, count, place, body, wrap, own)
            found, count = bend_over(
                w, wraps, surfaces, size, turn, at, first, many == 1, count, place, body, wrap, own, around, active
            )
            if i == 0:
                one = found
            elif i == 1:
                other = found
        length = path_length(count, place, wrap, around)
        if abs(length - last) < SETTLED_M:
            break
        last = length
        if rounds == 0 and many > 1 and one == MISSED and other == INSIDE:
            swapped = True
            count = take_out(0, count, place, body, wrap, own)
    return count


@compile_part
def pull_bodies(count: int, place: Floats, body: Ints, wrap: Ints, pull: Floats) -> None:
    """Add to ``pull`` (B, 6) by how much the path grows per unit of each body's turning and straight velocity."""
    for k in range(count - 1):
        if (wrap[k] >= 0 and wrap[k] == wrap[k + 1]) or body[k] == body[k + 1]:
            continue
        p, q = place[k], place[k + 1]
        far = distance(p, q)
        if far <= 0.0:
            continue
        x, y, z = (q[0] - p[0]) / far, (q[1] - p[1]) / far, (q[2] - p[2]) / far
        mx, my, mz = p[1] * z - p[2] * y, p[2] * x - p[0] * z, p[0] * y - p[1] * x
        for on, sense in ((body[k + 1], 1.0), (body[k], -1.0)):
            f = pull[on]
            f[0] += sense * mx
            f[1] += sense * my
            f[2] += sense * mz
            f[3] += sense * x
            f[4] += sense * y
            f[5] += sense * z


@compile_function(
    CUBE, STACK, CUBE, TABLE, TABLE, PLACES, PLACES, CUBE, CUBE, GRID, CUBE, TABLE, MASK, PLACES, PLACES, GRID, GRID,
    CUBE, TABLE, TABLE, PLACES, PLACES, PLACES, PLACES, PLACES, TABLE, CUBE
)  # fmt: skip
def trace_paths(
    position: Floats, rotation: Floats, motion: Floats, slope: Floats, local: Floats, on: Ints, moving: Ints,
    moved: Floats, moved_slope: Floats, moved_by: Ints, moved_turn: Floats, moved_at: Floats, active: Switches,
    first: Ints, first_wrap: Ints, wraps: Ints,
    surfaces: Ints, surface_turn: Floats, surface_at: Floats, surface_size: Floats, parent: Ints, first_move: Ints,
    coordinate: Ints, first_up: Ints, up: Ints, length: Floats, gradient: Floats,
) -> None:  # fmt: skip
    """Fill ``length`` (T, M), metres, and ``gradient`` (T, M, N), metres per unit of each coordinate.

    ``position``, ``rotation`` and ``motion`` are as ``place_bodies`` fills them, ``slope`` (T, V) each move per unit of
    its ``coordinate`` (V,). Muscle m has the points ``first[m]`` to ``first[m + 1]`` at ``local`` (P, 3) of bodies
    ``on`` (P,), or, where ``moving`` (P,) is not -1, at ``moved`` (T, K, 3) with ``moved_slope`` per unit of the
    coordinates ``moved_by`` (K, 3), in a frame at ``moved_at`` (K, 3) turned by ``moved_turn``; ``active`` (T, P)
    says which are used. Its ``wraps`` (W, 4) are surface, first and last point, method; ``surfaces`` (S, 4) are kind,
    body, axis and side, placed on it by ``surface_turn`` (S, 3, 3) and ``surface_at`` (S, 3). The bodies ``up`` from
    ``first_up[m]``, children first, are those whose moves change it.
    """
    most = 2
    for m in range(len(first) - 1):
        most = max(most, first[m + 1] - first[m] + 2 * (first_wrap[m + 1] - first_wrap[m]))
    place, pull = np.empty((most, 3)), np.zeros((len(parent), 6))
    body, wrap, own = np.empty(most, np.int64), np.empty(most, np.int64), np.empty(most, np.int64)
    around, spot = np.empty(most), np.empty(3)
    turn, at = np.empty(surface_turn.shape), np.empty(surface_at.shape)
    for t in range(len(length)):
        for s in range(len(surfaces)):
            over, under = rotation[t, surfaces[s, 1]], surface_turn[s]
            for i in range(3):
                at[s, i] = position[t, surfaces[s, 1], i]
                for j in range(3):
                    at[s, i] += over[i, j] * surface_at[s, j]
                    turn[s, i, j] = over[i, 0] * under[0, j] + over[i, 1] * under[1, j] + over[i, 2] * under[2, j]
        for m in range(len(first) - 1):
            count = 0
            for n in range(first[m], first[m + 1]):
                if active[t, n] == 0:
                    continue
                b, k = on[n], moving[n]
                spot[:] = local[n]
                if k >= 0:
                    out_of(moved_turn[k], moved_at[k], (moved[t, k, 0], moved[t, k, 1], moved[t, k, 2]), spot)
                out_of(rotation[t, b], position[t, b], (spot[0], spot[1], spot[2]), place[count])
                body[count], wrap[count], own[count] = b, -1, n - first[m]
                count += 1
            if first_wrap[m] < first_wrap[m + 1]:
                used = wraps[first_wrap[m] : first_wrap[m + 1]]
                count = bend_path(
                    used, surfaces, surface_size, turn, at, first[m], count, place, body, wrap, own, around, active[t]
                )
            length[t, m] = path_length(count, place, wrap, around)
            pull_bodies(count, place, body, wrap, pull)
            for u in range(first_up[m], first_up[m + 1]):
                b = up[u]
                f = pull[b]
                for v in range(first_move[b], first_move[b + 1]):
                    a = motion[t, v]
                    grown = a[0] * f[0] + a[1] * f[1] + a[2] * f[2] + a[3] * f[3] + a[4] * f[4] + a[5] * f[5]
                    gradient[t, m, coordinate[v]] += slope[t, v] * grown
                for i in range(6):
                    pull[parent[b], i] += f[i]
            pull[:] = 0.0
            for k in range(count):
                n = moving[first[m] + own[k]] if own[k] >= 0 else -1
                if n < 0:
                    continue
                for near in (k - 1, k + 1):
                    if near < 0 or near >= count or distance(place[near], place[k]) == 0.0:
                        continue
                    far, over = distance(place[near], place[k]), rotation[t, body[k]]
                    for j in range(3):
                        along = 0.0
                        for i in range(3):
                            axis = 0.0
                            for h in range(3):
                                axis += over[i, h] * moved_turn[n, h, j]
                            along += (place[k, i] - place[near, i]) / far * axis
                        gradient[t, m, moved_by[n, j]] += along * moved_slope[t, n, j]
