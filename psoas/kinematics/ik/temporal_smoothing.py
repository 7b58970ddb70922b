"""Temporal smoothness: all frames solved together, with a price on angular acceleration."""

from __future__ import annotations

import numpy as np
from scipy.linalg import solveh_banded

from psoas.core.arrays import Floats
from psoas.kinematics.ik.ik_solver import TOLERANCE, IKProblem

ITERATIONS = 30
HALVINGS = 20
STENCIL = (1.0, -2.0, 1.0)
"""A second difference."""


def smooth_over_time(problem: IKProblem, start: Floats, observed: Floats, *, rate_hz: float, price: float) -> Floats:
    """Coordinates (T, N) near ``start`` that trade marker errors against acceleration.

    Adds 1/2 (``price`` * acceleration)^2 per coordinate and frame to the marker cost: ``price`` is how many metres of
    marker error one rad/s^2 (or m/s^2) is worth. Gauss-Newton on one banded system; ``observed`` (T, M, 3) metres.
    """
    if len(start) < 3 or price == 0.0:
        return start
    seen = np.asarray(np.isfinite(observed).all(axis=-1))
    weight = np.where(seen, problem.attachment.weight, 0.0)
    observed = np.where(seen[..., None], observed, 0.0)
    scale = (price * rate_hz**2) ** 2
    values = start.copy()
    cost, hessian, gradient = problem.evaluate(values, observed, weight)
    total = cost.sum() + 0.5 * scale * _bend(values[:, problem.free]).sum()
    for _ in range(ITERATIONS):
        pull = gradient + scale * _bend_gradient(values[:, problem.free])
        step = _solve(hessian, pull, scale)
        if np.abs(step).max() < TOLERANCE:
            break
        for _ in range(HALVINGS):
            trial = values.copy()
            trial[:, problem.free] = problem.within_limits(trial[:, problem.free] + step)
            new = problem.evaluate(trial, observed, weight)
            found = new[0].sum() + 0.5 * scale * _bend(trial[:, problem.free]).sum()
            if found <= total:
                break
            step = step / 2
        else:
            break
        values, total, (cost, hessian, gradient) = trial, found, new
    return values


def _bend(values: Floats) -> Floats:
    """Squared second differences (T - 2,) summed over coordinates."""
    return np.asarray((np.diff(values, 2, axis=0) ** 2).sum(axis=1))


def _bend_gradient(values: Floats) -> Floats:
    """Gradient (T, F) of half the summed squared second differences."""
    second = np.diff(values, 2, axis=0)
    found = np.zeros_like(values)
    found[:-2] += second
    found[1:-1] -= 2 * second
    found[2:] += second
    return found


def _solve(hessian: Floats, gradient: Floats, scale: float) -> Floats:
    """Newton step (T, F): block-diagonal marker part plus the second-difference matrix of every coordinate."""
    frames, free, _ = hessian.shape
    band = np.zeros((2 * free + 1, frames * free))
    for row in range(free):
        for column in range(row + 1):
            band[row - column, column::free] = hessian[:, row, column]
    for lag in range(3):
        coupling = np.zeros(frames - lag)  # how frames that far apart enter the same second differences
        for place in range(3 - lag):
            coupling[place : place + frames - 2] += STENCIL[place] * STENCIL[place + lag]
        band[lag * free, : (frames - lag) * free] += np.repeat(scale * coupling, free)
    band[0] += 1e-12
    return -solveh_banded(band, gradient.reshape(-1), lower=True).reshape(frames, free)
