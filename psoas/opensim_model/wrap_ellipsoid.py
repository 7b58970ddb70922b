"""Compiled: a piece of a path over an ellipsoid, as OpenSim bends it.

The path stays in one plane: that of both ends and of a point of the surface over the straight line between them, found
by one of three methods. "Midpoint" takes the surface point nearest to the middle of what lies inside; "axial" the one
nearest to where the line crosses the plane of the axis most along it; "hybrid" the mean direction to the surface over
the whole inside, blended into the axial one where the line runs along an axis. (SIMM's method.)

Importing this module imports numba: import it where it is used.
"""

from __future__ import annotations

import math

from psoas.core.numba_jit import compile_part
from psoas.opensim_model.wrap_vectors import (
    EQUAL,
    INSIDE,
    MISSED,
    MUST_WRAP,
    Vector,
    add,
    angle,
    cross,
    dot,
    mul,
    over,
    sign,
    size,
    sub,
    unit,
)

HYBRID, MIDPOINT, AXIAL = 0, 1, 2
FAN_ONLY, AXIS_ONLY = 0.7073, 0.9
"""Cosine between line and axis up to which the mean direction alone is used, and from which the axial point alone."""
FADE = 0.3
"""The axial point fades over this share of the inside at each end."""
BLADES = 300
"""Directions that make the mean."""
NEAREST, NEWTON = 1e-9, 64
"""Residual at which a nearest point is found, and the most steps to it."""
CHORD_M = 0.001
MOST_CHORDS = 499
"""Length of the chords that the path on the surface is measured by, metres, and the most of them."""


@compile_part
def nearest_on_ellipse(a: float, b: float, u: float, v: float) -> tuple[float, float]:
    """Point of an ellipse with half axes a and b that is nearest to (u, v): Newton's method (Hart 1994, Graphics Gems
    IV, pp. 113-119)."""
    if abs(u) <= EQUAL and abs(v) <= EQUAL:
        return (-a if u < 0.0 else a, v) if a < b else (u, -b if v < 0.0 else b)
    if abs(u) <= EQUAL:
        if a >= b or abs(v) >= b - a * a / b:
            return u, b if v >= 0.0 else -b
        y = b * b * v / (b * b - a * a)
        return a * math.sqrt(abs(1.0 - (y / b) ** 2)), y
    if abs(v) <= EQUAL:
        if b >= a or abs(u) >= a - b * b / a:
            return a if u >= 0.0 else -a, v
        x = a * a * u / (a * a - b * b)
        return x, b * math.sqrt(abs(1.0 - (x / a) ** 2))
    t = 0.0 if (u / a) ** 2 + (v / b) ** 2 < 1.0 else max(a, b) * math.hypot(u, v)
    au, bv = (a * u) ** 2, (b * v) ** 2
    p, q = t + a * a, t + b * b
    for _ in range(NEWTON):
        p, q = t + a * a, t + b * b
        f = p * p * q * q - au * q * q - bv * p * p
        if abs(f) < NEAREST:
            break
        t -= f / (2.0 * (p * q * (p + q) - au * q - bv * p))
    return a * a * u / p, b * b * v / q


@compile_part
def nearest_in_section(a: Vector, u: Vector, axis: int) -> Vector:
    """Nearest point of the section of the ellipsoid across ``axis``, at the height of ``u`` along it."""
    if axis == 0:
        y, z = nearest_on_ellipse(a[1], a[2], u[1], u[2])
        return u[0], y, z
    if axis == 1:
        z, x = nearest_on_ellipse(a[2], a[0], u[2], u[0])
        return x, u[1], z
    x, y = nearest_on_ellipse(a[0], a[1], u[0], u[1])
    return x, y, u[2]


@compile_part
def nearest_on_ellipsoid(a: Vector, u: Vector, otherwise: Vector) -> Vector:
    """Point of the ellipsoid with half axes ``a`` that is nearest to ``u``, by Newton's method; ``otherwise`` where
    that does not settle."""
    across, least = -1, math.inf
    for i in range(3):
        rest = a[0] + a[1] + a[2] - a[i]
        if abs(u[i]) <= EQUAL and rest < least:
            across, least = i, rest
    if across >= 0:
        return nearest_in_section(a, u, across)
    scaled = over(u, a)
    t = 0.0 if dot(scaled, scaled) < 1.0 else max(a[0], a[1], a[2]) * size(u)
    au, bv, cw = (a[0] * u[0]) ** 2, (a[1] * u[1]) ** 2, (a[2] * u[2]) ** 2
    for _ in range(NEWTON):
        p, q, r = t + a[0] * a[0], t + a[1] * a[1], t + a[2] * a[2]
        pp, qq, rr = p * p, q * q, r * r
        f = pp * qq * rr - au * qq * rr - bv * pp * rr - cw * pp * qq
        if abs(f) < NEAREST:
            return a[0] * a[0] * u[0] / p, a[1] * a[1] * u[1] / q, a[2] * a[2] * u[2] / r
        qr, pr, pq = q * r, p * r, p * q
        slope = p * q * r * (qr + pr + pq) - au * qr * (q + r) - bv * pr * (p + r) - cw * pq * (p + q)
        t -= f / (2.0 * slope)
    return otherwise


@compile_part
def mean_direction(a: Vector, r: Vector, along: Vector) -> Vector:
    """Mean direction, length 1, from the inside of a line, from ``r`` over ``along``, to the surface."""
    total, last = (0.0, 0.0, 0.0), r
    for i in range(1, BLADES - 1):
        at = add(r, mul(along, i / BLADES))
        last = nearest_on_ellipsoid(a, at, last)
        total = add(total, unit(sub(last, at)))
    return unit(total)


@compile_part
def surface_point(a: Vector, r: Vector, s: Vector, ahead: Vector, method: int) -> tuple[Vector, float, bool]:
    """The point of the surface that the path passes, the weight of the mean direction when it has to be flipped, and
    whether both points of tangency lie on its side. The inside of the line along ``ahead`` is from ``r`` to ``s``."""
    along = sub(s, r)
    middle = add(r, mul(along, 0.5))
    flat = (abs(ahead[0]), abs(ahead[1]), abs(ahead[2]))
    best = 0
    for i in range(1, 3):
        if flat[i] > flat[best]:
            best = i
    lean, span = flat[best], AXIS_ONLY - FAN_ONLY
    if method == MIDPOINT:
        return nearest_on_ellipsoid(a, middle, middle), -math.inf, True
    share = -r[best] / along[best]
    axial = nearest_in_section(a, add(r, mul(along, share)), best)
    if method == AXIAL:
        return axial, -math.inf, 0.0 < share < 1.0
    if lean > FAN_ONLY:
        fade = 0.0 if share < 0.0 or share > 1.0 else min(1.0, share / FADE, (1.0 - share) / FADE)
        lean = FAN_ONLY + fade * (lean - FAN_ONLY)
    if lean >= AXIS_ONLY:
        return axial, -math.inf, True
    fan = add(middle, mean_direction(a, r, along))
    point = nearest_on_ellipsoid(a, fan, fan)
    if lean <= FAN_ONLY:
        return point, 1.0, True
    weight = (lean - FAN_ONLY) / span
    blend = add(mul(axial, weight), mul(point, 1.0 - weight))
    return nearest_on_ellipsoid(a, blend, blend), 1.0 - weight, True


@compile_part
def flip_to_side(a: Vector, c: Vector, axis: int, side: int, weight: float) -> tuple[Vector, Vector]:
    """A surface point brought to the half that may be used: mirrored; and that pulled back to the middle by the
    ``weight`` of the mean direction."""
    if sign(c[axis]) == side:
        return c, c
    over_there = (
        -c[0] if axis == 0 else c[0], -c[1] if axis == 1 else c[1], -c[2] if axis == 2 else c[2],
    )  # fmt: skip
    weight = min(weight, 1.0)
    if weight <= 0.0:
        return over_there, over_there
    keep = 1.0 - weight
    back = (
        over_there[0] * (keep if axis == 0 else 1.0), over_there[1] * (keep if axis == 1 else 1.0),
        over_there[2] * (keep if axis == 2 else 1.0),
    )  # fmt: skip
    return over_there, nearest_on_ellipsoid(a, back, back)


@compile_part
def touch_section(a: Vector, p: Vector, c: Vector, normal: Vector, ahead: Vector, sided: bool) -> Vector:
    """The point where a line from ``p`` touches the ellipsoid's section through ``c`` across ``normal``, on the side
    of the line along ``ahead`` on which ``c`` lies: the polar of ``p`` meets the section twice."""
    out = cross(normal, ahead)
    up = out if dot(sub(c, p), out) > 0.0 else mul(out, -1.0)
    square = (a[0] * a[0], a[1] * a[1], a[2] * a[2])
    e, f = unit(ahead), unit(up)
    # Of x = p + i e + j f on the surface with the surface's normal there across x - p.
    pe, pf, pp = dot(over(e, square), p), dot(over(f, square), p), dot(over(p, square), p)
    ee, ff, ef = dot(over(e, square), e), dot(over(f, square), f), dot(over(e, square), f)
    # Polar line: pp + i pe + j pf = 1; on it one free number g along (-pf, pe) from its nearest point to p.
    low = pe * pe + pf * pf
    i0, j0, di, dj = (1.0 - pp) * pe / low, (1.0 - pp) * pf / low, -pf, pe
    aa = di * di * ee + 2.0 * di * dj * ef + dj * dj * ff
    bb = di * pe + dj * pf + i0 * di * ee + (i0 * dj + j0 * di) * ef + j0 * dj * ff
    cc = pp + 2.0 * (i0 * pe + j0 * pf) + i0 * i0 * ee + 2.0 * i0 * j0 * ef + j0 * j0 * ff - 1.0
    root = math.sqrt(max(bb * bb - aa * cc, 0.0))
    one, other = (-bb + root) / aa, (-bb - root) / aa
    x = add(p, add(mul(e, i0 + one * di), mul(f, j0 + one * dj)))
    y = add(p, add(mul(e, i0 + other * di), mul(f, j0 + other * dj)))
    if sided:
        return x if one * dj > other * dj else y
    return x if size(sub(x, c)) < size(sub(y, c)) else y


@compile_part
def chord_angles(r: Vector, s: Vector, normal: Vector, level: float) -> tuple[Vector, Vector, Vector, float]:
    """Where the plane cuts the axis most across it, the directions from there to ``r`` and across, the angle."""
    most = 0
    for i in range(1, 3):
        if abs(normal[i]) > abs(normal[most]):
            most = i
    height = level / normal[most]
    centre = (height if most == 0 else 0.0, height if most == 1 else 0.0, height if most == 2 else 0.0)
    one, other = unit(sub(r, centre)), unit(sub(s, centre))
    return centre, one, cross(unit(cross(one, other)), one), angle(one, other)


@compile_part
def on_section(a: Vector, centre: Vector, way: Vector) -> Vector:
    """Where the surface is met from ``centre`` along ``way``."""
    f, g = over(way, a), over(centre, a)
    aa, bb, cc = dot(f, f), 2.0 * dot(f, g), dot(g, g) - 1.0
    return add(centre, mul(way, (-bb + math.sqrt(bb * bb - 4.0 * aa * cc)) / (2.0 * aa)))


@compile_part
def chord_length(
    a: Vector, r: Vector, s: Vector, normal: Vector, level: float, far: bool, factor: float
) -> tuple[float, Vector, Vector, int]:
    """Length of the path on the surface from ``r`` to ``s``, its second point and last but one, and how many points;
    ``factor`` is what metres were multiplied by."""
    straight = size(sub(s, r))
    if straight / factor < CHORD_M:
        return straight, s, r, 2
    pieces = min(int(straight / factor / CHORD_M), MOST_CHORDS)
    centre, one, across, turn = chord_angles(r, s, normal, level)
    step = -(2.0 * math.pi - turn) / pieces if far else turn / pieces
    total, last, second = 0.0, r, s
    for i in range(1, pieces):
        way = add(mul(one, math.cos(i * step)), mul(across, math.sin(i * step)))
        point = on_section(a, centre, way)
        total += size(sub(point, last))
        second = point if i == 1 else second
        last = point
    return total + size(sub(s, last)), second, last, pieces + 1


@compile_part
def wrap_ellipsoid(
    p: Vector, q: Vector, axes: Vector, axis: int, side: int, method: int
) -> tuple[int, Vector, Vector, float]:
    """A piece of a path from ``p`` to ``q`` over an ellipsoid with half ``axes``; result as in ``wrap_cylinder``."""
    none = (0.0, 0.0, 0.0)
    factor = 3.0 / (axes[0] + axes[1] + axes[2])
    a, p, q = mul(axes, factor), mul(p, factor), mul(q, factor)
    in_p, in_q = over(p, a), over(q, a)
    if dot(in_p, in_p) < 1.0 - 1e-4 or dot(in_q, in_q) < 1.0 - 1e-4:
        return INSIDE, none, none, 0.0
    if abs(dot(unit(p), unit(q)) - 1.0) < 1e-4:
        return MISSED, none, none, 0.0
    ahead = sub(p, q)
    f = over(ahead, a)
    aa, bb, cc = dot(f, f), 2.0 * dot(f, in_q), dot(in_q, in_q) - 1.0
    inner = bb * bb - 4.0 * aa * cc
    if inner < 0.0:
        return MISSED, none, none, 0.0
    one, other = (-bb + math.sqrt(inner)) / (2.0 * aa), (-bb - math.sqrt(inner)) / (2.0 * aa)
    if not (0.0 < one < 1.0 and 0.0 < other < 1.0):
        return MISSED, none, none, 0.0
    first, last = add(q, mul(ahead, one)), add(q, mul(ahead, other))
    c, weight, sided = surface_point(a, first, last, unit(ahead), method)
    seen = c
    if side != 0:
        flipped = sign(c[axis]) != side
        seen, c = flip_to_side(a, c, axis, side, weight)
        sided = sided or flipped
    normal = unit(cross(ahead, sub(p, c)))
    level = dot(normal, c)
    r = p if abs(dot(in_p, in_p) - 1.0) < 1e-4 else touch_section(a, p, seen if sided else first, normal, ahead, sided)
    s = q if abs(dot(in_q, in_q) - 1.0) < 1e-4 else touch_section(a, q, seen if sided else last, normal, ahead, sided)
    length, second, before, points = chord_length(a, r, s, normal, level, False, factor)
    if side != 0 and points > 2:
        wrong = dot(sub(p, r), sub(second, r)) > 0.0 or dot(sub(q, s), sub(before, s)) > 0.0
        if wrong:
            length = chord_length(a, r, s, normal, level, True, factor)[0]
    return MUST_WRAP, mul(r, 1.0 / factor), mul(s, 1.0 / factor), length / factor
