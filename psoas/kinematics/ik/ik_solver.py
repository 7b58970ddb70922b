"""Inverse kinematics: the pose that brings the body's markers nearest to the recorded ones, frame by frame.

Weighted least squares with joint limits. All frames of a chunk are solved side by side: MuJoCo gives each joint's
motion axis, and ``normal.py`` adds the markers up along the joints.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from psoas.body.model.posed_body import PosedBody
from psoas.core.arrays import Bools, Floats, Ints
from psoas.kinematics.ik.marker_attachment import Attachment

TOLERANCE = 1e-6
"""A frame has converged when no coordinate moves by more than this (radians or metres)."""
ITERATIONS = 60
NOISE = 1e-12
"""Costs that differ by less than this share are equal: below it rounding decides, and not alike for a mirror image."""
PRIOR_MARKER_M = 0.01
"""A marker error of this size weighs as much as one standard deviation of a coordinate's prior."""


@dataclass(frozen=True)
class IKSolution:
    """``values`` (T, N), ``residual`` (T, M) metres (NaN unseen), ``converged`` (T,), largest number of iterations."""

    values: Floats
    residual: Floats
    converged: Bools
    iterations: int


@dataclass
class _SolverState:
    """Working arrays of the frames still being solved."""

    values: Floats
    cost: Floats
    hessian: Floats
    gradient: Floats
    damping: Floats


def _ways(parent: Ints, column: Ints) -> tuple[Ints, Ints]:
    """Joints on the way from each joint to the room that have a ``column``, the joint itself first, and where each way
    begins (V + 1,); none for joints without."""
    first, above = [0], []
    for v in range(len(parent)):
        u = v if column[v] >= 0 else -1
        while u >= 0:
            if column[u] >= 0:
                above.append(u)
            u = parent[u]
        first.append(len(above))
    return np.array(first), np.array(above)


class IKProblem:
    """One body with markers on it and a set of coordinates that may move.

    ``priors`` gives coordinates (radians or metres) a spread about ``rest`` (N,), over what the coordinate table says;
    ``rest`` is standing where it is not given.
    """

    def __init__(
        self,
        body: PosedBody,
        attachment: Attachment,
        *,
        held: tuple[str, ...] = (),
        priors: Mapping[str, float] | None = None,
        rest: Floats | None = None,
    ) -> None:
        self.body, self.attachment = body, attachment
        self.segments = tuple(dict.fromkeys(attachment.segments))
        self.free: Ints = self._free(held)
        self._low, self._high = body.limits[self.free].T.copy()
        spread = {c.name: c.prior for c in body.coordinates} | dict(priors or {})
        prior = np.array([spread[body.coordinate_names[i]] for i in self.free])
        self._prior = (PRIOR_MARKER_M / prior) ** 2
        self._rest = (body.default_values() if rest is None else rest)[self.free]
        segment = np.array([body.segment_names.index(s) for s in attachment.segments])
        column = np.full(len(body.coordinate_names), -1)
        column[self.free] = np.arange(len(self.free))
        column, (parent, holder) = column[body.joint_coordinate], body.joint_tree
        first, above = _ways(parent, column)
        self._places = parent, column, first, above, holder[segment], segment, np.array(attachment.local)

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

    def evaluate(self, values: Floats, observed: Floats, weight: Floats) -> tuple[Floats, Floats, Floats]:
        """Cost (T,), Hessian (T, F, F) and gradient (T, F) of the least squares at coordinates (T, N)."""
        from psoas.kinematics.ik.normal_equations import assemble_normal_equations

        poses, axes = self.body.motion_axes(values)
        away = np.where(self._prior > 0, np.take(values, self.free, axis=1) - self._rest, 0.0)
        free = len(self.free)
        cost, gradient = 0.5 * (self._prior * away**2).sum(axis=1), self._prior * away
        hessian = np.zeros((len(values), free, free))
        hessian[:, np.arange(free), np.arange(free)] = self._prior
        seen = np.ascontiguousarray(observed), np.ascontiguousarray(weight)
        assemble_normal_equations(poses.position, poses.rotation, axes, *self._places, *seen, cost, hessian, gradient)
        return cost, hessian, gradient

    def within_limits(self, values: Floats) -> Floats:
        """Free coordinates (T, F) clipped to the joint limits."""
        return np.clip(values, self._low, self._high)

    def _step(self, state: _SolverState) -> Floats:
        """Where a damped Newton step leads (T, F); coordinates pressed against a limit stay on it exactly."""
        from psoas.kinematics.ik.normal_equations import take_damped_step

        values = np.ascontiguousarray(state.values[:, self.free])
        take_damped_step(state.hessian, state.gradient, state.damping, self._low, self._high, values)
        return values

    def solve(
        self, start: Floats, observed: Floats, weight: Floats | None = None, *, tolerance: float = TOLERANCE
    ) -> IKSolution:
        """Solve frames (T, M, 3) from ``start`` (T, N). ``weight`` (M,) or (T, M) overrides the attachment's."""
        seen = np.asarray(np.isfinite(observed).all(axis=-1))
        weight = np.where(seen, self.attachment.weight if weight is None else weight, 0.0)
        observed = np.where(seen[..., None], observed, 0.0)
        values, converged = start.copy(), np.zeros(len(start), bool)
        used = self._descend(values, converged, observed, weight, tolerance)
        return IKSolution(values, self.residual(values, np.where(seen[..., None], observed, np.nan)), converged, used)

    def residual(self, values: Floats, observed: Floats) -> Floats:
        """Distance (T, M) of every marker from where it was seen, metres; NaN where it was not."""
        return np.asarray(np.linalg.norm(self.attachment.positions(self.body.poses(values)) - observed, axis=-1))

    def _descend(self, values: Floats, converged: Bools, observed: Floats, weight: Floats, tolerance: float) -> int:
        """Levenberg-Marquardt on all frames at once; frames leave as they converge. Returns the iterations used."""
        active = np.arange(len(values))
        state = _SolverState(values.copy(), *self.evaluate(values, observed, weight), np.full(len(values), 1e-8))
        for iteration in range(1, ITERATIONS + 1):
            trial = state.values.copy()
            trial[:, self.free] = self._step(state)
            small = np.abs(trial - state.values).max(axis=1) < tolerance
            # A last step changes the cost by less than rounding does: it is taken, and needs no look back.
            values[active[small]], converged[active[small]] = trial[small], True
            if small.all():
                return iteration
            if small.any():
                keep = ~small
                active, trial = active[keep], trial[keep]
                state = _SolverState(*(part[keep] for part in vars(state).values()))
            cost, hessian, gradient = self.evaluate(trial, observed[active], weight[active])
            better = cost <= state.cost * (1 + NOISE)
            damping = np.where(better, np.maximum(state.damping / 30, 1e-10), np.maximum(state.damping * 30, 1e-6))
            new = _SolverState(trial, cost, hessian, gradient, damping)
            if not better.all():
                for name in ("values", "cost", "hessian", "gradient"):
                    getattr(new, name)[~better] = getattr(state, name)[~better]
            state = new
        values[active] = state.values
        return ITERATIONS
