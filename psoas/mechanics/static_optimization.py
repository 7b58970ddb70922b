"""Sharing the load among muscles: the least effort that gives each frame the generalized forces it needs.

Effort is ``sum_i w_i |a_i|^p + sum_j (r_j / o_j)^2``: activations ``a``, and reserves ``r`` that stand in, at a stated
price, for what the muscles cannot give. With p = 3 the cost carries a trace of its quadratic, ``w_i EASE a_i^2`` (see
``static_optimization_solver``), so that it bends at rest.

Notes
-----
Least effort knows no bracing: antagonists stay silent unless the load, a bound or a joint they share calls them.
A reserve that is not small says that the muscles of this body cannot do what is asked; look at it first.
Reserves must not be priced beyond reason: with scales of a hundred-thousandth of the muscles' moments and less, a load
out of reach exhausts double precision, and such frames come back as stopped.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from psoas.core.arrays import Bools, Floats, Ints, read_only
from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.core.name_lists import either

CONVERGED, STOPPED, UNSEEN = 0, 1, 2
OUTCOMES = ("converged", "stopped before converging", "load or moment arms not known")
ACCEPTED = 1e-6
"""Largest residual, relative to the largest load of the frame, that is called converged."""

Exponent = Literal[2, 3]


@dataclass(frozen=True)
class SharedForces:
    """What every muscle and every reserve does, frame by frame; T frames, m muscles, n generalized forces.

    ``activation`` (T, m); ``reserve`` (T, n) in the units of the demand; ``price`` (T, n), what one more unit of each
    demand would cost, a start for similar problems; ``residual`` (T,), the largest violation of the conditions of
    optimality relative to the frame's largest load, rows measured in their reserves' scales; ``iterations`` (T,);
    ``outcome`` (T,) indexes ``OUTCOMES``. Frames without a full load or moment arms are NaN and UNSEEN.
    """

    activation: Floats
    reserve: Floats
    price: Floats
    residual: Floats
    iterations: Ints
    outcome: Ints

    def __post_init__(self) -> None:
        for key in ("activation", "reserve", "price", "residual"):
            object.__setattr__(self, key, read_only(getattr(self, key)))
        for key in ("iterations", "outcome"):
            object.__setattr__(self, key, read_only(getattr(self, key), np.intp))

    @property
    def converged(self) -> Bools:
        """Frames (T,) whose answer is optimal."""
        return np.asarray(self.outcome == CONVERGED)


def share_forces(
    arms: Floats,
    demand: Floats,
    *,
    weight: ArrayLike,
    reserve: ArrayLike,
    lower: ArrayLike = 0.0,
    upper: ArrayLike = 1.0,
    exponent: Exponent = 2,
    start: ArrayLike | None = None,
) -> SharedForces:
    """Solve every frame of ``arms @ activation + reserves = demand`` for the least effort.

    Args:
        arms: Moment arms times active force at full activation (T, n, m); zeros cost no time.
        demand: Generalized forces less their passive part (T, n). NaN here or in ``arms`` makes the frame UNSEEN.
        weight: Price of each muscle's activation (m,), above zero; one number serves all.
        reserve: Scale of each reserve in the units of the demand (n,), above zero; one number serves all.
        lower: Least activation, (m,) or (T, m); may be infinite, or equal to ``upper``.
        upper: Greatest activation, (m,) or (T, m).
        exponent: Power of the activation in the effort, 2 or 3.
        start: Prices (n,) for the first frame, each later frame starting from the one before; or (T, n), one start a
            frame, such as ``SharedForces.price`` of another choice of weights on the same frames.

    Raises:
        InputError: Shapes do not fit, signs are wrong, or loads are infinite; all faults together.
    """
    _check(arms, demand, exponent)
    total, n, m = arms.shape
    faults: list[Message] = []
    weights = _spread("weight", weight, [(m,)], faults)
    scale = _spread("reserve", reserve, [(n,)], faults)
    low = _spread("lower", lower, [(1, m), (total, m)], faults)
    high = _spread("upper", upper, [(1, m), (total, m)], faults)
    prices = _spread("start", 0.0 if start is None else start, [(n,), (total, n)], faults)
    if faults:
        raise InputError(*faults)
    _check_values(weights, scale, low, high, prices)
    chained = prices.ndim == 1
    prices = np.array(np.broadcast_to(prices * scale, (total, n)), order="C")  # as _fixed, but to be filled
    return _solve(arms, demand, low, high, weights, scale, exponent == 3, chained, prices)


def _solve(
    arms: Floats,
    demand: Floats,
    lower: Floats,
    upper: Floats,
    weight: Floats,
    scale: Floats,
    cubic: bool,
    chained: bool,
    price: Floats,
) -> SharedForces:
    """Call the compiled solver with ``price`` in its units, and name what came of each frame."""
    from psoas.mechanics.static_optimization_solver import solve_frames  # brings the compiler: only where it is used

    total, _, m = arms.shape
    activation, residual = np.full((total, m), np.nan), np.full(total, np.nan)
    iterations = np.full(total, -1)
    loads, bounds = (_fixed(arms), _fixed(demand)), (_fixed(lower), _fixed(upper))
    costs = (_fixed(1.0 / weight), _fixed(scale))
    solve_frames(*loads, *bounds, *costs, cubic, chained, price, activation, residual, iterations)
    unseen = iterations < 0
    _refuse_infinite(arms[unseen], demand[unseen])
    price[unseen] = np.nan
    outcome = np.where(unseen, UNSEEN, np.where(residual <= ACCEPTED, CONVERGED, STOPPED))
    return SharedForces(activation, 0.5 * price * scale, price / scale, residual, np.maximum(iterations, 0), outcome)


def _refuse_infinite(arms: Floats, demand: Floats) -> None:
    """Raise where a frame was left out for an infinity, not for a NaN."""
    count = int((np.isinf(arms).any(axis=(1, 2)) | np.isinf(demand).any(axis=1)).sum())
    if count:
        raise InputError(message("mechanics.infinite", count=count))


def _fixed(values: Floats) -> Floats:
    """A contiguous read-only view or copy: one kind of argument, one compilation."""
    array = np.ascontiguousarray(values, dtype=float).view()
    array.setflags(write=False)
    return array


def _spread(name: str, values: ArrayLike, shapes: list[tuple[int, ...]], faults: list[Message]) -> Floats:
    """``values`` in the first of ``shapes`` that they can fill, else a fault."""
    array = np.asarray(values, dtype=float)
    for shape in shapes:
        if array.ndim <= len(shape) and array.shape == shape[len(shape) - array.ndim :]:
            return np.array(np.broadcast_to(array, shape))
    expected = either([str(shape) for shape in shapes])
    faults.append(message("mechanics.shape", name=name, shape=str(array.shape), expected=expected))
    return array


def _check(arms: Floats, demand: Floats, exponent: int) -> None:
    """Raise unless the loads fit together and the exponent is known."""
    faults = []
    if arms.ndim != 3:
        faults.append(message("mechanics.arms_shape", shape=str(arms.shape)))
    elif demand.shape != arms.shape[:2]:
        shape, expected = str(demand.shape), str(arms.shape[:2])
        faults.append(message("mechanics.demand_shape", shape=shape, expected=expected))
    if exponent not in (2, 3):
        faults.append(message("mechanics.exponent", exponent=exponent))
    if faults:
        raise InputError(*faults)


def _check_values(weight: Floats, scale: Floats, lower: Floats, upper: Floats, start: Floats) -> None:
    """Raise unless weights and scales are positive, bounds in order and starts finite."""
    faults = []
    for name, values in (("weight", weight), ("reserve", scale)):
        if not ((values > 0) & np.isfinite(values)).all():
            faults.append(message("mechanics.not_positive", name=name))
    if not (lower <= upper).all():
        faults.append(message("mechanics.bounds_crossed"))
    if (lower == np.inf).any() or (upper == -np.inf).any():
        faults.append(message("mechanics.bounds_infinite"))
    if not np.isfinite(start).all():
        faults.append(message("mechanics.start_not_finite"))
    if faults:
        raise InputError(*faults)
