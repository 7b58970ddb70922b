"""Compiled: a piece of a path over a cylinder along Z, as OpenSim bends it.

The two ends are looked at along the axis: each has two tangents to the circle, and the side to be used picks one pair.
The points of tangency then slide along the axis to where the plane through both ends and the cylinder's edge between
them cuts it, and the path between is a helix (SIMM's method; Delp and Loan 1995, doi:10.1016/0010-4825(95)98882-E).

Importing this module imports numba: import it where it is used.
"""

from __future__ import annotations

import math

from psoas.core.numba_jit import compile_part
from psoas.opensim_model.wrap_vectors import (
    EQUAL,
    INSIDE,
    MAY_WRAP,
    MISSED,
    MUST_WRAP,
    Vector,
    add,
    angle,
    cross,
    dot,
    mul,
    sign,
    size,
    sub,
    unit,
)

SLIDES = 100
"""At most so many corrections of the points of tangency."""
PIECE_M = 0.002
"""Length of the pieces that a helix is cut into, metres."""
TANGENT = math.radians(0.1)
"""A point of tangency is corrected while the path bends there by more than this, radians."""


@compile_part
def tangents(p: Vector, radius: float) -> tuple[Vector, Vector]:
    """Both points where a line through ``p``, seen along Z, touches the circle; each at the height of ``p``."""
    far = math.hypot(p[0], p[1])
    x, y = p[0] / far, p[1] / far
    along = radius * radius / far
    across = math.sqrt(max(radius * radius - along * along, 0.0))
    return (
        (along * x - across * y, along * y + across * x, p[2]),
        (along * x + across * y, along * y - across * x, p[2]),
    )


@compile_part
def flat(p: Vector) -> Vector:
    """The direction of ``p`` seen along Z, length 1."""
    return unit((p[0], p[1], 0.0))


@compile_part
def nearest_to_axis(p: Vector, q: Vector, low: float, high: float) -> tuple[float, Vector, Vector, bool]:
    """Where the line from ``p`` (0) to ``q`` (1) comes nearest to the Z axis from ``low`` up: share, point on it, point
    on the axis; and whether they are not parallel."""
    way = unit(sub(q, p))
    normal = cross(way, (0.0, 0.0, 1.0))
    square = dot(normal, normal)
    if square <= EQUAL:
        return math.nan, p, p, False
    to = (-p[0], -p[1], low - p[2])
    share = dot(cross(to, (0.0, 0.0, 1.0)), normal) / square
    height = dot(cross(to, way), normal) / square
    return share / size(sub(q, p)), add(p, mul(way, share)), (0.0, 0.0, low + height), True


@compile_part
def pick_constrained(a1: Vector, b1: Vector, a2: Vector, b2: Vector, axis: int, side: int) -> tuple[bool, bool]:
    """Whether the tangents a1 and b2 are used, not b1 and a2, for a cylinder of which one half may be used; and
    whether the path passes on the far side."""
    wide = angle(flat(a1), flat(b2)) > angle(flat(b1), flat(a2))
    on_a1, on_b1 = sign(a1[axis]) == side, sign(b1[axis]) == side
    on_a2, on_b2 = sign(a2[axis]) == side, sign(b2[axis]) == side
    if on_a1 != on_b1:
        first = on_a1
    elif on_a1:
        first = not on_a2
    elif on_a2:
        first = False
    elif on_b2:
        first = True
    else:
        first = wide
    return first, first == wide


@compile_part
def slide_to_plane(p: Vector, q: Vector, r: Vector, s: Vector, radius: float, far: bool) -> tuple[Vector, Vector]:
    """The points of tangency ``r`` and ``s`` moved along the axis into the plane of both ends and the edge between."""
    at_p, at_q = math.hypot(p[0], p[1]), math.hypot(q[0], q[1])
    middle = add(p, mul(sub(q, p), at_p / (at_p + at_q)))
    foot = (0.0, 0.0, middle[2])
    normal = unit(cross(unit(sub(p, foot)), unit(sub(q, foot))))
    out = unit(cross((0.0, 0.0, 1.0), normal))
    one, other = add(foot, mul(out, radius)), sub(foot, mul(out, radius))
    near_one = size(sub(middle, one)) < size(sub(middle, other))
    edge = one if near_one != far else other
    plane = unit(cross(unit(sub(p, edge)), unit(sub(q, edge))))
    if abs(20.0 * plane[2]) < 1e-5:
        return r, s
    level = dot(plane, p)
    at_r = (level - plane[0] * r[0] - plane[1] * r[1]) / plane[2]
    at_s = (level - plane[0] * s[0] - plane[1] * s[1]) / plane[2]
    gap = abs(p[2] - q[2])
    if abs(at_r - q[2]) < gap and abs(at_r - r[2]) <= 10.0:
        r = (r[0], r[1], at_r)
    if abs(at_s - p[2]) < gap and abs(at_s - s[2]) <= 10.0:
        s = (s[0], s[1], at_s)
    return r, s


@compile_part
def on_helix(r: Vector, s: Vector, turn: float, share: float) -> Vector:
    """The point at a ``share`` of the helix that turns by ``turn``, + towards ``s`` the short way, from ``r``."""
    way = turn * share if r[0] * s[1] - r[1] * s[0] >= 0.0 else -turn * share
    c, n = math.cos(way), math.sin(way)
    return c * r[0] - n * r[1], n * r[0] + c * r[1], r[2] + share * (s[2] - r[2])


@compile_part
def slid_height(p: Vector, r: Vector, w: Vector) -> tuple[float, bool]:
    """Height of the point of tangency ``r`` after a correction towards the line from ``p`` to the helix's next point
    ``w``; and whether there was anything to correct."""
    before, after = unit(sub(r, p)), unit(sub(w, r))
    if not abs(angle(before, (0.0, 0.0, 1.0)) - angle(after, (0.0, 0.0, 1.0))) > TANGENT:
        return r[2], False
    way = unit(sub(w, p))
    normal = cross(way, (0.0, 0.0, 1.0))
    square = dot(normal, normal)
    if square <= EQUAL or abs(w[2] - p[2]) == 0.0:
        return r[2], True
    to = (r[0] - p[0], r[1] - p[1], 0.0)  # from p to the tangent edge at the height of p
    height = p[2] + dot(cross(to, way), normal) / square
    return r[2] + 1.5 * (height - r[2]), True


@compile_part
def wrap_cylinder(
    p: Vector, q: Vector, radius: float, length: float, axis: int, side: int, alone: bool
) -> tuple[int, Vector, Vector, float]:
    """A piece of a path from ``p`` to ``q`` over a cylinder about Z.

    ``side`` is the sign of the half along ``axis`` that may be used, 0 for all; ``alone`` whether the path has no other
    surface. Returns what the cylinder makes of it, both points of tangency and the length between them.
    """
    none = (0.0, 0.0, 0.0)
    if p[0] * p[0] + p[1] * p[1] < radius * radius or q[0] * q[0] + q[1] * q[1] < radius * radius:
        return INSIDE, none, none, 0.0
    share, near, on_axis, crossing = nearest_to_axis(p, q, -0.5 * length, 0.5 * length)
    apart = sub(near, on_axis)
    hits = crossing and dot(apart, apart) < radius * radius and 0.0 < share < 1.0
    found = MUST_WRAP if hits else MAY_WRAP
    (a1, b1), (a2, b2) = tangents(p, radius), tangents(q, radius)
    far, long = False, False
    if side == 0:
        if not hits:
            return MISSED, none, none, 0.0
        fits = (
            dot(flat(a1), flat(a2)), dot(flat(a1), flat(b2)), dot(flat(b1), flat(a2)), dot(flat(b1), flat(b2)),
        )  # fmt: skip
        if fits[0] > fits[1] and fits[0] > fits[2] and fits[0] > fits[3]:
            r, s = a1, a2
        elif fits[1] > fits[2] and fits[1] > fits[3]:
            r, s = a1, b2
        elif fits[2] > fits[3]:
            r, s = b1, a2
        else:
            r, s = b1, b2
    else:
        on_p, on_q = sign(p[axis]) == side, sign(q[axis]) == side
        if not hits and (on_p or on_q) and (on_p == on_q or sign(near[axis]) == side):
            return MISSED, none, none, 0.0
        first, far = pick_constrained(a1, b1, a2, b2, axis, side)
        r, s = (a1, b2) if first else (b1, a2)
        ends = add(sub(r, p), sub(s, q))
        long = ends[0] * (r[0] + s[0]) + ends[1] * (r[1] + s[1]) < 0.0
    r, s = slide_to_plane(p, q, r, s, radius, far)
    if abs(r[2]) > 0.5 * length and abs(s[2]) > 0.5 * length:
        return MISSED, none, none, 0.0
    return (found, *follow_helix(p, q, r, s, radius, long, alone))


@compile_part
def follow_helix(
    p: Vector, q: Vector, r: Vector, s: Vector, radius: float, long: bool, alone: bool
) -> tuple[Vector, Vector, float]:
    """Points of tangency and the helix's length between them; where the path has more surfaces the points slide until
    it runs straight into the helix."""
    length = 0.0
    for _ in range(SLIDES + 1):
        turn = angle(flat(r), flat(s))
        turn = 2.0 * math.pi - turn if long else turn
        length = math.hypot(radius * turn, s[2] - r[2])
        pieces = int(length / PIECE_M)
        if alone or pieces < 2:
            break
        sense = -turn if long else turn
        at_r, moved_r = slid_height(p, r, on_helix(r, s, sense, 1.0 / pieces))
        at_s, moved_s = slid_height(q, s, on_helix(r, s, sense, 1.0 - 1.0 / pieces))
        if not moved_r and not moved_s:
            break
        r, s = (r[0], r[1], at_r), (s[0], s[1], at_s)
    return r, s, length
