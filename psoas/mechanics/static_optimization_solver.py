"""The compiled solver behind force sharing: a semismooth Newton method on the dual of one small convex problem a frame.

In units where every row is divided by its reserve's scale, a frame asks for

    min sum_i w_i c(a_i) + |r|^2   such that   A a + r = b,   l <= a <= u,

with ``c(a) = a^2``, or ``|a|^3 + EASE a^2``, whose slope can be undone in closed form and stays finite at rest. Prices
``y`` of the rows fix everything else: ``a = clip(phi(A'y / w))``, ``r = y / 2``. The dual is concave, its gradient is
``b - A a - r`` and its generalized Hessian ``-(A diag(da/dz) A' + I/2)``, whose curvature of at least one half makes
every Newton step an ascent (Qi and Sun 1993, doi:10.1007/BF01581275). Along a step the slope of the dual falls
monotonically, and a trial costs O(m) once A's is formed, so the step ends close to the slope's root; simple
backtracking stalls where many muscles are saturated.

Importing this module imports numba: import it where it is used. Machine code is kept on disk between runs.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba
import numpy as np

from psoas.core.arrays import Floats, Ints

EASE = 1e-3
"""Quadratic part of the cubic cost (assumed): below activations of this order the cost is quadratic."""
TOLERANCE, ROUNDING = 1e-12, 1e-10
"""A frame is done when its residual, relative to the largest load it balances, is below the first, or below the second
and no longer halved by a step: then rounding is all that is left of it."""
FAIR, PATIENCE = 1e-6, 6
"""Below this residual so many steps that halve nothing are rounding too: reserves so dear, with a load out of reach,
that prices cancel."""
MOST_STEPS = 100
MOST_TRIALS = 100
NEAR = 0.01
"""A line search ends where the slope is this fraction of what it was: 0.6 and more leave saturated frames unsolved."""

F = TypeVar("F", bound=Callable[..., Any])


def _compiled(function: F) -> F:
    """Compile on first use; sums may be reordered, NaN stays NaN. Only the door is kept on disk: it holds the rest."""
    door = function.__name__ == "solve_frames"
    compiler = numba.njit(cache=door, nogil=True, fastmath={"reassoc", "contract"}, error_model="numpy")
    return cast(F, compiler(function))


@_compiled
def _pack(arms: Floats, scale: Floats, first: Ints, row: Ints, value: Floats) -> bool:
    """Columns of ``arms`` (n, m) over ``scale`` (n,) without their zeros; False where an entry is not finite."""
    count = 0
    clean = True
    for i in range(arms.shape[1]):
        first[i] = count
        for j in range(arms.shape[0]):
            entry = arms[j, i]
            if entry != 0.0:
                clean &= math.isfinite(entry)
                row[count] = j
                value[count] = entry / scale[j]
                count += 1
    first[arms.shape[1]] = count
    return clean


@_compiled
def _columns(first: Ints, row: Ints, value: Floats, price: Floats, out: Floats) -> None:
    """``A' price`` (m,)."""
    for i in range(len(out)):
        total = 0.0
        for k in range(first[i], first[i + 1]):
            total += value[k] * price[row[k]]
        out[i] = total


@_compiled
def _respond(z: Floats, inverse: Floats, lower: Floats, upper: Floats, cubic: bool, a: Floats, slope: Floats) -> None:
    """Activations that minimise the cost at the muscles' prices ``z``, and their slopes da/dz."""
    for i in range(len(z)):
        if cubic:
            root = math.sqrt(EASE * EASE + 3.0 * abs(z[i]) * inverse[i])
            free = z[i] * inverse[i] / (root + EASE)
            rate = 0.5 * inverse[i] / root
        else:
            rate = 0.5 * inverse[i]
            free = rate * z[i]
        inside = lower[i] <= free <= upper[i]
        a[i] = free if inside else (upper[i] if free > upper[i] else lower[i])
        slope[i] = rate if inside else 0.0


@_compiled
def _gradient(first: Ints, row: Ints, value: Floats, a: Floats, demand: Floats, price: Floats, out: Floats) -> float:
    """``b - A a - y/2`` (n,), and its largest entry relative to the largest load of any row."""
    load = np.empty(len(out))
    for j in range(len(out)):
        load[j] = abs(demand[j])
        out[j] = demand[j] - 0.5 * price[j]
    for i in range(len(a)):
        if a[i] != 0.0:
            for k in range(first[i], first[i + 1]):
                part = value[k] * a[i]
                out[row[k]] -= part
                load[row[k]] += abs(part)
    worst, largest = 0.0, 1e-300
    for j in range(len(out)):
        worst = max(worst, abs(out[j]))
        largest = max(largest, load[j])
    return worst / largest


@_compiled
def _hessian(first: Ints, row: Ints, value: Floats, slope: Floats, out: Floats) -> None:
    """Lower triangle of ``A diag(slope) A' + I/2`` (n, n)."""
    for j in range(len(out)):
        for k in range(j):
            out[j, k] = 0.0
        out[j, j] = 0.5
    for i in range(len(slope)):
        if slope[i] > 0.0:
            for k in range(first[i], first[i + 1]):
                part = slope[i] * value[k]
                for h in range(first[i], k + 1):
                    out[row[k], row[h]] += part * value[h]


@_compiled
def _solve(matrix: Floats, vector: Floats) -> None:
    """Solve in place by Cholesky's factors of the lower triangle of ``matrix`` (n, n): NaN where rounding breaks it."""
    n = len(vector)
    for i in range(n):
        for j in range(i):
            total = matrix[i, j]
            for k in range(j):
                total -= matrix[i, k] * matrix[j, k]
            matrix[i, j] = total * matrix[j, j]
        total = matrix[i, i]
        for k in range(i):
            total -= matrix[i, k] * matrix[i, k]
        matrix[i, i] = 1.0 / math.sqrt(total)
        total = vector[i]
        for k in range(i):
            total -= matrix[i, k] * vector[k]
        vector[i] = total * matrix[i, i]
    for i in range(n - 1, -1, -1):
        vector[i] *= matrix[i, i]
        for k in range(i):
            vector[k] -= matrix[i, k] * vector[i]


@_compiled
def _step_length(
    z: Floats,
    along: Floats,
    start: float,
    fall: float,
    inverse: Floats,
    lower: Floats,
    upper: Floats,
    cubic: bool,
    trial: Floats,
    a: Floats,
    slope: Floats,
) -> float:
    """The step at which the slope ``start - fall t - along'(a(z + t along) - a(z))`` of the dual is nearly zero.

    Newton's method on that slope, held inside a bracket. ``a`` comes holding a(z) and is used up, as is ``slope``.
    """
    at_rest = 0.0
    for i in range(len(z)):
        at_rest += along[i] * a[i]
    low, high, step = 0.0, start / fall, 1.0
    for _ in range(MOST_TRIALS):
        for i in range(len(z)):
            trial[i] = z[i] + step * along[i]
        _respond(trial, inverse, lower, upper, cubic, a, slope)
        moved, bend = 0.0, fall
        for i in range(len(z)):
            moved += along[i] * a[i]
            bend += along[i] * along[i] * slope[i]
        remaining = start - fall * step - (moved - at_rest)
        if abs(remaining) <= NEAR * start:
            break
        if remaining > 0.0:
            low = step
        else:
            high = step
        step += remaining / bend
        if not low < step < high:
            step = 0.5 * (low + high)
    return step


@_compiled
def _frame(
    demand: Floats,
    first: Ints,
    row: Ints,
    value: Floats,
    inverse: Floats,
    lower: Floats,
    upper: Floats,
    cubic: bool,
    price: Floats,
    a: Floats,
    work: tuple[Floats, Floats, Floats, Floats, Floats, Floats, Floats],
) -> tuple[float, int]:
    """Solve one frame from ``price`` (n,), which leaves holding the answer, as does ``a`` (m,); residual and steps."""
    z, along, trial, slope, gradient, direction, matrix = work
    steps, idle, best = 0, 0, math.inf
    while True:
        _columns(first, row, value, price, z)  # from the prices each time: sums of steps would drift
        _respond(z, inverse, lower, upper, cubic, a, slope)
        residual = _gradient(first, row, value, a, demand, price, gradient)
        idle = 0 if residual < 0.5 * best else idle + 1
        best = min(best, residual)
        rounding = (idle > 0 and residual < ROUNDING) or (idle >= PATIENCE and residual < FAIR)
        if rounding or residual <= TOLERANCE or steps == MOST_STEPS:
            return residual, steps
        steps += 1
        _hessian(first, row, value, slope, matrix)
        start, fall = 0.0, 0.0
        for j in range(len(price)):
            direction[j] = gradient[j]
        _solve(matrix, direction)
        for j in range(len(price)):
            start += gradient[j] * direction[j]
            fall += 0.5 * direction[j] * direction[j]
        if not 0.0 < start < math.inf:  # rounding or overflow has eaten the curvature: no way up from here
            return residual, steps
        _columns(first, row, value, direction, along)
        step = _step_length(z, along, start, fall, inverse, lower, upper, cubic, trial, a, slope)
        for j in range(len(price)):
            price[j] += step * direction[j]


@_compiled
def solve_frames(
    arms: Floats,
    demand: Floats,
    lower: Floats,
    upper: Floats,
    inverse: Floats,
    scale: Floats,
    cubic: bool,
    chained: bool,
    price: Floats,
    activation: Floats,
    residual: Floats,
    steps: Ints,
) -> None:
    """Solve T frames: ``arms`` (T, n, m), ``demand`` (T, n), bounds (T or 1, m), ``inverse`` weights, ``scale`` (n,).

    ``price`` (T, n), in the divided units, holds where each frame starts and leaves holding the answers; ``chained``
    starts every frame but the first from the one before it instead. ``activation`` (T, m), ``residual`` and ``steps``
    (T,) are filled, save for frames with an entry that is not finite: their rows stay as they came.
    """
    total, n, m = arms.shape
    first, row, value = np.empty(m + 1, np.intp), np.empty(n * m, np.intp), np.empty(n * m)
    work = (np.empty(m), np.empty(m), np.empty(m), np.empty(m), np.empty(n), np.empty(n), np.empty((n, n)))
    target, guess = np.empty(n), np.zeros(n)
    for t in range(total):
        clean = _pack(arms[t], scale, first, row, value)
        for j in range(n):
            target[j] = demand[t, j] / scale[j]
            clean &= math.isfinite(target[j])
        if not clean:
            continue
        for j in range(n):
            if t == 0 or not chained:
                guess[j] = price[t, j]
        low, high = lower[t if len(lower) > 1 else 0], upper[t if len(upper) > 1 else 0]
        residual[t], steps[t] = _frame(target, first, row, value, inverse, low, high, cubic, guess, activation[t], work)
        for j in range(n):
            price[t, j] = guess[j]
