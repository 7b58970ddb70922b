"""Inverse kinematics: the pose that brings the body's markers nearest to the recorded ones, frame by frame.

Weighted least squares with joint limits. All frames of a chunk are solved side by side: MuJoCo gives each joint's
motion axis, and the markers of one segment enter the normal equations as one 6 x 6 matrix, the way masses enter a
spatial inertia.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from psoas.arrays import Bools, Floats, Ints
from psoas.body.body import Body
from psoas.kinematics.attachment import Attachment

TOLERANCE = 1e-6
"""A frame has converged when no coordinate moves by more than this (radians or metres)."""
ITERATIONS = 60
NOISE = 1e-12
"""Costs that differ by less than this share are equal: below it rounding decides, and not alike for a mirror image."""
PRIOR_MARKER_M = 0.01
"""A marker error of this size weighs as much as one standard deviation of a coordinate's prior."""


@dataclass(frozen=True)
class Solution:
    """``values`` (T, N), ``residual`` (T, M) metres (NaN unseen), ``converged`` (T,), largest number of iterations."""

    values: Floats
    residual: Floats
    converged: Bools
    iterations: int


@dataclass
class _State:
    """Working arrays of the frames still being solved."""

    values: Floats
    cost: Floats
    hessian: Floats
    gradient: Floats
    damping: Floats


def skew(vectors: Floats) -> Floats:
    """Cross-product matrices (..., 3, 3) of vectors (..., 3)."""
    x, y, z = np.moveaxis(vectors, -1, 0)
    zero = np.zeros_like(x)
    return np.stack([np.stack([zero, -z, y], -1), np.stack([z, zero, -x], -1), np.stack([-y, x, zero], -1)], -2)


class Problem:
    """One body with markers on it and a set of coordinates that may move.

    ``priors`` gives coordinates (radians or metres) a spread about standing, over what the coordinate table says.
    """

    def __init__(
        self,
        body: Body,
        attachment: Attachment,
        *,
        held: tuple[str, ...] = (),
        priors: Mapping[str, float] | None = None,
    ) -> None:
        self.body, self.attachment = body, attachment
        self.segments = tuple(dict.fromkeys(attachment.segments))
        self.free: Ints = self._free(held)
        self._low, self._high = body.limits[self.free].T
        spread = {c.name: c.prior for c in body.coordinates} | dict(priors or {})
        prior = np.array([spread[body.coordinate_names[i]] for i in self.free])
        self._prior = (PRIOR_MARKER_M / prior) ** 2
        self._rest = body.default_values()[self.free]
        # Which marker is on which segment (S, M), ones and zeros.
        self._members = np.array([[float(s == of) for of in attachment.segments] for s in self.segments])
        self._gather: csr_matrix = self._rows()

    def _free(self, held: tuple[str, ...]) -> Ints:
        """Coordinates that move at least one marker and are not held."""
        n = len(self.body.coordinate_names)
        moves = np.asarray(self.body.carries.sum(axis=1)).reshape(-1, n)
        index = [self.body.segment_names.index(s) for s in self.segments]
        seen = np.asarray(moves[index].any(axis=0))
        return np.array([i for i in range(n) if seen[i] and self.body.coordinate_names[i] not in held])

    @property
    def held(self) -> tuple[str, ...]:
        """Coordinates that these markers cannot see or that are held on purpose."""
        return tuple(name for i, name in enumerate(self.body.coordinate_names) if i not in self.free)

    def _rows(self) -> csr_matrix:
        n = len(self.body.coordinate_names)
        index = [self.body.segment_names.index(s) * n + i for s in self.segments for i in self.free]
        return self.body.carries[index]

    def evaluate(self, values: Floats, observed: Floats, weight: Floats) -> tuple[Floats, Floats, Floats]:
        """Cost (T,), Hessian (T, F, F) and gradient (T, F) of the least squares at coordinates (T, N)."""
        poses, axes = self.body.motion_axes(values)
        points = self.attachment.positions(poses)
        error = (points - observed) * (weight > 0)[..., None]
        frames, joints, _ = axes.shape
        product = np.asarray(self._gather @ axes.transpose(1, 0, 2).reshape(joints, frames * 6))
        twist = product.reshape(len(self.segments), len(self.free), frames, 6).transpose(2, 0, 3, 1)
        inertia, wrench = self._sums(points, error, weight)
        flat = twist.reshape(frames, -1, len(self.free))
        hessian = flat.transpose(0, 2, 1) @ (inertia @ twist).reshape(flat.shape)
        gradient = np.einsum("tkf,tk->tf", flat, wrench.reshape(frames, -1))
        away = values[:, self.free] - self._rest
        away = np.where(self._prior > 0, away, 0.0)
        hessian[:, np.arange(len(self.free)), np.arange(len(self.free))] += self._prior
        cost = 0.5 * np.einsum("tm,tmi,tmi->t", weight, error, error) + 0.5 * (self._prior * away**2).sum(axis=1)
        return cost, hessian, gradient + self._prior * away

    def _sums(self, points: Floats, error: Floats, weight: Floats) -> tuple[Floats, Floats]:
        """Per segment the 6 x 6 sum over its markers and the summed (moment, force) of their errors."""
        frames, markers, _ = points.shape
        heavy = weight[..., None] * points
        second = points[..., :, None] * heavy[..., None, :]
        pull = weight[..., None] * error
        rows = [weight[..., None], heavy, second.reshape(frames, markers, 9), np.cross(points, pull), pull]
        total = self._members @ np.concatenate(rows, axis=-1)
        mass, first, spread = total[..., 0], total[..., 1:4], total[..., 4:13].reshape(*total.shape[:2], 3, 3)
        inertia = np.empty((*total.shape[:2], 6, 6))
        inertia[..., :3, :3] = np.trace(spread, axis1=-2, axis2=-1)[..., None, None] * np.eye(3) - spread
        inertia[..., :3, 3:] = skew(first)
        inertia[..., 3:, :3] = -inertia[..., :3, 3:]
        inertia[..., 3:, 3:] = mass[..., None, None] * np.eye(3)
        return inertia, total[..., 13:]

    def within_limits(self, values: Floats) -> Floats:
        """Free coordinates (T, F) clipped to the joint limits."""
        return np.clip(values, self._low, self._high)

    def _step(self, state: _State) -> Floats:
        """Where a damped Newton step leads (T, F); coordinates pressed against a limit stay on it exactly."""
        values = state.values[:, self.free]
        stuck = ((values <= self._low) & (state.gradient > 0)) | ((values >= self._high) & (state.gradient < 0))
        hessian = state.hessian.copy()
        diagonal = np.arange(len(self.free))
        hessian[:, diagonal, diagonal] *= 1 + state.damping[:, None]
        hessian[:, diagonal, diagonal] += 1e-12  # keeps directions that no marker sees at rest
        hessian[stuck] = 0.0
        hessian.transpose(0, 2, 1)[stuck] = 0.0
        hessian[:, diagonal, diagonal] += stuck
        step = -np.linalg.solve(hessian, np.where(stuck, 0.0, state.gradient)[..., None])[..., 0]
        return self.within_limits(values + step)

    def solve(self, start: Floats, observed: Floats, weight: Floats | None = None) -> Solution:
        """Solve frames (T, M, 3) from ``start`` (T, N). ``weight`` (M,) or (T, M) overrides the attachment's."""
        seen = np.asarray(np.isfinite(observed).all(axis=-1))
        weight = np.where(seen, self.attachment.weight if weight is None else weight, 0.0)
        observed = np.where(seen[..., None], observed, 0.0)
        values, converged = start.copy(), np.zeros(len(start), bool)
        used = self._descend(values, converged, observed, weight)
        return Solution(values, self.residual(values, np.where(seen[..., None], observed, np.nan)), converged, used)

    def residual(self, values: Floats, observed: Floats) -> Floats:
        """Distance (T, M) of every marker from where it was seen, metres; NaN where it was not."""
        return np.asarray(np.linalg.norm(self.attachment.positions(self.body.poses(values)) - observed, axis=-1))

    def _descend(self, values: Floats, converged: Bools, observed: Floats, weight: Floats) -> int:
        """Levenberg-Marquardt on all frames at once; frames leave as they converge. Returns the iterations used."""
        active = np.arange(len(values))
        state = _State(values.copy(), *self.evaluate(values, observed, weight), np.full(len(values), 1e-8))
        for iteration in range(1, ITERATIONS + 1):
            trial = state.values.copy()
            trial[:, self.free] = self._step(state)
            small = np.abs(trial - state.values).max(axis=1) < TOLERANCE
            cost, hessian, gradient = self.evaluate(trial, observed[active], weight[active])
            better = cost <= state.cost * (1 + NOISE)
            for name, new in (("values", trial), ("cost", cost), ("hessian", hessian), ("gradient", gradient)):
                getattr(state, name)[better] = new[better]
            state.damping = np.where(
                better, np.maximum(state.damping / 30, 1e-10), np.maximum(state.damping * 30, 1e-6)
            )
            values[active] = state.values
            converged[active] = small
            if small.all():
                return iteration
            keep = ~small
            active = active[keep]
            state = _State(*(getattr(state, f)[keep] for f in ("values", "cost", "hessian", "gradient", "damping")))
        return ITERATIONS
