"""Functions of one coordinate: OpenSim's kinds, each with its slope and bend, for many values at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from scipy.linalg import solve_banded

from psoas.core.arrays import Floats, read_only
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.core.name_lists import quoted
from psoas.opensim_model.model_xml import Node


class CoordinateFunction(Protocol):
    """A curve over one coordinate."""

    def __call__(self, at: Floats) -> tuple[Floats, Floats, Floats]:
        """Value, first and second derivative at each of ``at`` (T,)."""


@dataclass(frozen=True)
class PolynomialCurve:
    """``coefficients`` from the highest power down: constants, straight lines and polynomials."""

    coefficients: tuple[float, ...]

    @property
    def straight(self) -> tuple[float, float] | None:
        """Slope and value at 0 of a constant or straight line; None for what is bent."""
        if len(self.coefficients) > 2:
            return None
        return (0.0, *self.coefficients)[-2:]  # type: ignore[return-value]

    def __call__(self, at: Floats) -> tuple[Floats, Floats, Floats]:
        """Value, first and second derivative at each of ``at`` (T,)."""
        found = [np.poly1d(self.coefficients)]
        found += [found[0].deriv(1), found[0].deriv(2)]
        value, slope, bend = (np.asarray(one(at), float) for one in found)
        return value, slope, bend


@dataclass(frozen=True)
class CubicPieces:
    """Cubics between knots ``x`` (K,), each with its value, slope and two more coefficients (K, 4) at its left knot;
    straight lines beyond the ends."""

    x: Floats
    coefficients: Floats

    def __post_init__(self) -> None:
        for key in ("x", "coefficients"):
            object.__setattr__(self, key, read_only(getattr(self, key)))

    def __call__(self, at: Floats) -> tuple[Floats, Floats, Floats]:
        """Value, first and second derivative at each of ``at`` (T,)."""
        inside = np.clip(at, self.x[0], self.x[-1])
        piece = np.searchsorted(self.x, inside, side="right") - 1
        value, slope, second, third = self.coefficients[piece].T
        step = inside - self.x[piece]
        rise = slope + step * (2 * second + 3 * step * third)
        bend = np.where(inside == at, 2 * second + 6 * step * third, 0.0)
        level = value + step * (slope + step * (second + step * third))
        return level + rise * (at - inside), rise, bend


@dataclass(frozen=True)
class ScaledCurve:
    """Another function times ``factor``."""

    inner: CoordinateFunction
    factor: float

    def __call__(self, at: Floats) -> tuple[Floats, Floats, Floats]:
        """Value, first and second derivative at each of ``at`` (T,)."""
        value, slope, bend = self.inner(at)
        return self.factor * value, self.factor * slope, self.factor * bend


@dataclass(frozen=True)
class ChainedCurve:
    """``outer`` of ``inner``: what follows a coordinate that itself follows another."""

    outer: CoordinateFunction
    inner: CoordinateFunction

    def __call__(self, at: Floats) -> tuple[Floats, Floats, Floats]:
        """Value, first and second derivative at each of ``at`` (T,)."""
        between, rise, curve = self.inner(at)
        value, slope, bend = self.outer(between)
        return value, slope * rise, bend * rise**2 + slope * curve


@dataclass(frozen=True)
class SineCurve:
    """``amplitude * sin(omega * x + phase) + offset``."""

    amplitude: float
    omega: float
    phase: float
    offset: float

    def __call__(self, at: Floats) -> tuple[Floats, Floats, Floats]:
        """Value, first and second derivative at each of ``at`` (T,)."""
        angle = self.omega * at + self.phase
        wave, rise = self.amplitude * np.sin(angle), self.amplitude * self.omega * np.cos(angle)
        return wave + self.offset, rise, -(self.omega**2) * wave


def chain(outer: CoordinateFunction, inner: CoordinateFunction) -> CoordinateFunction:
    """``outer`` of ``inner``, a straight line where both are one."""
    lines = [one.straight if isinstance(one, PolynomialCurve) else None for one in (outer, inner)]
    if lines[0] and lines[1]:
        (a, b), (c, d) = lines[0], lines[1]
        return PolynomialCurve((a * c, a * d + b))
    return ChainedCurve(outer, inner)


def scale_curve(inner: CoordinateFunction, factor: float) -> CoordinateFunction:
    """``inner`` times ``factor``, a polynomial where it is one."""
    if isinstance(inner, PolynomialCurve):
        return PolynomialCurve(tuple(factor * one for one in inner.coefficients))
    return inner if factor == 1.0 else ScaledCurve(inner, factor)


def cubic_spline(x: Floats, y: Floats) -> CubicPieces:
    """The interpolating cubic spline whose third derivative at each end is that of the cubic through the four points
    there: SIMM's, by Forsythe, Malcolm and Moler 1977; straight lines beyond its ends."""
    n, step = len(x), np.diff(x)
    rise = np.diff(y) / step
    second = np.zeros(n)
    if n > 2:
        band, right = np.zeros((3, n)), np.zeros(n)
        band[0, 1:], band[2, :-1] = step, step
        band[1, 1:-1] = 2 * (step[:-1] + step[1:])
        band[1, 0], band[1, -1] = -step[0], -step[-1]
        right[1:-1] = np.diff(rise)
        if n > 3:
            left = right[2] / (x[3] - x[1]) - right[1] / (x[2] - x[0])
            last = right[-2] / (x[-1] - x[-3]) - right[-3] / (x[-2] - x[-4])
            right[0] = left * step[0] ** 2 / (x[3] - x[0])
            right[-1] = -last * step[-1] ** 2 / (x[-1] - x[-4])
        second = solve_banded((1, 1), band, right)
    slope = np.empty(n)
    slope[:-1] = rise - step * (second[1:] + 2 * second[:-1])
    slope[-1] = rise[-1] + step[-1] * (second[-2] + 2 * second[-1])
    third = np.append(np.diff(second) / step, 0.0)
    return CubicPieces(x, np.stack([y, slope, 3 * second, third], axis=1))


def straight_pieces(x: Floats, y: Floats) -> CubicPieces:
    """Straight lines between the points and beyond them."""
    slope = np.diff(y) / np.diff(x)
    slope = np.append(slope, slope[-1])
    return CubicPieces(x, np.stack([y, slope, np.zeros_like(y), np.zeros_like(y)], axis=1))


IDENTITY = PolynomialCurve((1.0, 0.0))
POINTS = {
    "SimmSpline": cubic_spline, "NaturalCubicSpline": cubic_spline, "natCubicSpline": cubic_spline,
    "PiecewiseLinearFunction": straight_pieces,
}  # fmt: skip
"""Functions that a table of points gives. OpenSim reads both other names of splines as SimmSpline."""
KINDS = {*POINTS, "Constant", "LinearFunction", "PolynomialFunction", "MultiplierFunction", "Sine"}


def read_function(node: Node, owner: str) -> CoordinateFunction | None:
    """The function that ``node`` is or holds; None where it holds none. ``owner`` is named in faults.

    Raises:
        InputError: A kind that is not known here, or one without what it needs.
    """
    if node.kind not in KINDS:
        inner = [one for one in node if one.kind in KINDS]
        if inner:
            return read_function(inner[0], owner)
        strange = [one for one in node if one.kind.endswith(("Function", "Spline", "Constant"))]
        if strange:
            raise InputError(message("osim.function_unknown", owner=quoted(owner), kind=quoted(strange[0].kind)))
        held = node.child("function")
        return read_function(held, owner) if held is not None else None
    if node.kind in POINTS:
        return _through_points(node, owner)
    if node.kind == "Constant":
        return PolynomialCurve((node.number("value", 0.0),))
    if node.kind == "MultiplierFunction":
        held = node.child("function")
        inner_function = read_function(held, owner) if held is not None else None
        if inner_function is None:
            raise InputError(message("osim.function_empty", owner=quoted(owner), kind=node.kind))
        return scale_curve(inner_function, node.number("scale", 1.0))
    if node.kind == "Sine":
        return SineCurve(*(node.number(tag, default) for tag, default in (
            ("amplitude", 1.0), ("omega", 1.0), ("phase", 0.0), ("offset", 0.0))))  # fmt: skip
    found = node.numbers("coefficients")
    if not 0 < len(found) <= 12:
        raise InputError(message("osim.function_empty", owner=quoted(owner), kind=node.kind))
    return PolynomialCurve(tuple(float(one) for one in found))


def _through_points(node: Node, owner: str) -> CoordinateFunction:
    x, y = node.numbers("x"), node.numbers("y")
    if len(x) != len(y) or len(x) < 2 or not (np.diff(x) > 0).all():
        raise InputError(message("osim.function_points", owner=quoted(owner), kind=node.kind))
    return POINTS[node.kind](x, y)
