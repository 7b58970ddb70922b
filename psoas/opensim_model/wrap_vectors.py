"""Compiled: vectors of three numbers as tuples, for the geometry of paths over surfaces.

Importing this module imports numba: import it where it is used.
"""

from __future__ import annotations

import math
from typing import TypeAlias

from psoas.core.numba_jit import compile_part

Vector: TypeAlias = tuple[float, float, float]
INSIDE, MISSED, MAY_WRAP, MUST_WRAP = -1, 0, 1, 2
"""What a surface makes of a piece of a path: an end lies inside it, the piece passes it by, it may or must bend."""
EQUAL = 2e-13
"""Numbers that differ by less are equal to OpenSim."""


@compile_part
def add(a: Vector, b: Vector) -> Vector:
    """a + b."""
    return a[0] + b[0], a[1] + b[1], a[2] + b[2]


@compile_part
def sub(a: Vector, b: Vector) -> Vector:
    """a - b."""
    return a[0] - b[0], a[1] - b[1], a[2] - b[2]


@compile_part
def mul(a: Vector, factor: float) -> Vector:
    """A vector times a number."""
    return a[0] * factor, a[1] * factor, a[2] * factor


@compile_part
def over(a: Vector, b: Vector) -> Vector:
    """Each number of ``a`` over that of ``b``."""
    return a[0] / b[0], a[1] / b[1], a[2] / b[2]


@compile_part
def dot(a: Vector, b: Vector) -> float:
    """Inner product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


@compile_part
def cross(a: Vector, b: Vector) -> Vector:
    """Outer product."""
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


@compile_part
def size(a: Vector) -> float:
    """Length."""
    return math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


@compile_part
def unit(a: Vector) -> Vector:
    """The vector at length 1; zero stays zero."""
    long = math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])
    return (a[0] / long, a[1] / long, a[2] / long) if long > 0.0 else (0.0, 0.0, 0.0)


@compile_part
def angle(a: Vector, b: Vector) -> float:
    """Angle between two directions of length 1, radians; rounding is cut off."""
    return math.acos(min(1.0, max(-1.0, dot(a, b))))


@compile_part
def sign(a: float) -> int:
    """1 for zero and above, else -1."""
    return 1 if a >= 0.0 else -1
