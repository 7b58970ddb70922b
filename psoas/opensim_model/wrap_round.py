"""Compiled: a piece of a path over a sphere or through a torus, as OpenSim bends it.

Importing this module imports numba: import it where it is used.
"""

from __future__ import annotations

import math

from psoas.core.numba_jit import compile_part
from psoas.opensim_model.wrap_cylinder import wrap_cylinder
from psoas.opensim_model.wrap_vectors import (
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

ROUNDS = 60
"""At most so many steps to the point of a line that is nearest to a circle."""
TWICE = 2.0
"""OpenSim looks for the nearest point to a circle of twice the radius (its slope counts the radius twice), and takes
the wrap to be there: models are made with that, so it is kept."""
LONG_M = 10000.0
"""Length of the cylinder that stands for the piece of a torus that a path meets, metres."""


@compile_part
def touch_sphere(p: Vector, normal: Vector, radius: float) -> tuple[Vector, Vector]:
    """Both points where a line from ``p`` in the plane with ``normal`` through the centre touches the sphere."""
    far = size(p)
    down = mul(p, -1.0 / far)
    aside = cross(normal, down)
    turn = math.asin(radius / far)
    reach = far * math.cos(turn)
    near, off = mul(down, reach * math.cos(turn)), mul(aside, reach * math.sin(turn))
    return add(p, sub(near, off)), add(p, add(near, off))


@compile_part
def wrap_sphere(p: Vector, q: Vector, radius: float, axis: int, side: int) -> tuple[int, Vector, Vector, float]:
    """A piece of a path from ``p`` to ``q`` over a sphere about the origin; arguments and result as in
    ``wrap_cylinder``."""
    none = (0.0, 0.0, 0.0)
    if size(p) < radius or size(q) < radius:
        return INSIDE, none, none, 0.0
    way = sub(p, q)
    a, b, c = dot(way, way), 2.0 * dot(q, way), dot(q, q) - radius * radius
    inner = b * b - 4.0 * a * c
    if inner < 0.0 or a == 0.0:
        return MISSED, none, none, 0.0
    one, other = (-b + math.sqrt(inner)) / (2.0 * a), (-b - math.sqrt(inner)) / (2.0 * a)
    if not (0.0 < one < 1.0 and 0.0 < other < 1.0):
        return MISSED, none, none, 0.0
    ahead = unit(way)
    normal = cross(ahead, unit(q))
    if size(normal) < 1e-5:  # through the centre: no side is nearer than another
        return MISSED, none, none, 0.0
    normal = unit(normal)
    (a1, b1), (a2, b2) = touch_sphere(p, normal, radius), touch_sphere(q, normal, radius)
    fits = dot(a1, a2), dot(a1, b2), dot(b1, a2), dot(b1, b2)
    if fits[0] > fits[1] and fits[0] > fits[2] and fits[0] > fits[3]:
        r, s, r_else, s_else = a1, a2, b1, b2
    elif fits[1] > fits[2] and fits[1] > fits[3]:
        r, s, r_else, s_else = a1, b2, b1, a2
    elif fits[2] > fits[3]:
        r, s, r_else, s_else = b1, a2, a1, b2
    else:
        r, s, r_else, s_else = b1, b2, a1, a2
    found, far = MAY_WRAP, False
    if side != 0:
        if sign(p[axis]) == side or sign(q[axis]) == side:
            middle = sub(p, mul(ahead, dot(p, ahead)))
            share = dot(p, ahead)
            if dot(middle, middle) < radius * radius and 0.0 < share < 1.0:
                found = MUST_WRAP
            elif sign(p[axis]) == sign(q[axis]) or sign(middle[axis]) == side:
                return MISSED, none, none, 0.0
        if sign(p[axis]) != side or sign(q[axis]) != side:
            pull = unit(mul(add(p, q), -1.0))
            r, r_else = (a1, b1) if dot(a1, pull) > dot(b1, pull) else (b1, a1)
            s, s_else = (a2, b2) if dot(a2, pull) > dot(b2, pull) else (b2, a2)
            ends = add(sub(r, p), sub(s, q))
            if ends[axis] * side < 0.0:
                r, s = r_else, s_else
                ends = add(sub(r, p), sub(s, q))
            far = dot(add(r, s), ends) < 0.0
    turn = angle(unit(r), unit(s))
    return found, r, s, radius * (2.0 * math.pi - turn if far else turn)


@compile_part
def near_circle(p: Vector, q: Vector, radius: float) -> Vector:
    """The point of the line from ``p`` to ``q`` near ``p`` whose distance to a circle about Z is least."""
    ahead = unit(sub(q, p))
    along, across, square = dot(p, ahead), p[0] * ahead[0] + p[1] * ahead[1], ahead[0] ** 2 + ahead[1] ** 2
    rest, step = p[0] ** 2 + p[1] ** 2, 0.0
    for _ in range(ROUNDS):
        out = math.sqrt(max(step * step * square + 2.0 * across * step + rest, 1e-24))
        lean = square * step + across
        slope = along + step - radius * lean / out
        bend = 1.0 - radius * (square / out - lean * lean / out**3)
        change = -slope / bend if bend > 0.1 else -slope
        step += change
        if abs(change) < 1e-12:
            break
    return add(p, mul(ahead, step))


@compile_part
def to_circle(a: Vector, radius: float) -> float:
    """Distance from ``a`` to a circle about Z in the plane of X and Y."""
    return math.hypot(math.hypot(a[0], a[1]) - radius, a[2])


@compile_part
def wrap_torus(
    p: Vector, q: Vector, inner: float, outer: float, axis: int, side: int, alone: bool
) -> tuple[int, Vector, Vector, float]:
    """A piece of a path from ``p`` to ``q`` through a torus about Z, whose tube of radius ``inner`` has its middle on
    the circle of radius ``outer``: over a cylinder where the piece comes nearest to that circle. Result as in
    ``wrap_cylinder``."""
    none = (0.0, 0.0, 0.0)
    one, other = near_circle(p, q, TWICE * outer), near_circle(q, p, TWICE * outer)
    use_one = to_circle(one, outer) < to_circle(other, outer)
    if side != 0:
        on_one, on_other = sign(one[axis]) == side, sign(other[axis]) == side
        if not on_one and not on_other:
            return MISSED, none, none, 0.0
        if on_one != on_other:
            use_one = on_one
    best = one if use_one else other
    out = unit((best[0], best[1], 0.0))
    x, y = mul(out, -1.0), (0.0, 0.0, -1.0)  # of the cylinder, in the torus: X points to its middle
    z, at = cross(x, y), mul(out, outer)
    a, b = sub(p, at), sub(q, at)
    a, b = (dot(a, x), dot(a, y), dot(a, z)), (dot(b, x), dot(b, y), dot(b, z))
    found, r, s, length = wrap_cylinder(a, b, inner, LONG_M, 0, 1, alone)
    if found < MAY_WRAP:
        return found, none, none, 0.0
    r = add(at, add(add(mul(x, r[0]), mul(y, r[1])), mul(z, r[2])))
    s = add(at, add(add(mul(x, s[0]), mul(y, s[1])), mul(z, s[2])))
    return MAY_WRAP, r, s, length
