"""The sizes of a person's parts that are likeliest given distances, stature and how people are built."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from psoas.body.anatomy.proportions import proportions
from psoas.body.anatomy.skin_standoff import BodyBuild
from psoas.body.person import REFERENCE_HEIGHT_M
from psoas.core.arrays import Floats, read_only
from psoas.kinematics.ik.size_measures import Place, SizeMeasure
from psoas.kinematics.ik.standing_geometry import SIZES, StandingGeometry

STEPS = 12
"""Gauss-Newton steps; the problem is nearly linear and settles in five."""
BOUND = 0.35
"""No log size may leave that of the stature by more (assumed: beyond four spreads of the most variable part)."""
STATURE_LOG = (np.log(0.75 / REFERENCE_HEIGHT_M), np.log(2.30 / REFERENCE_HEIGHT_M))
"""Log of the smallest and greatest stature over the reference body's (assumed: a toddler, a very tall man)."""


@dataclass(frozen=True)
class SizeFit:
    """Sizes (P,) as factors of the reference body, stature over the reference body's, and the cost of the fit."""

    sizes: Floats
    stature: float
    cost: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "sizes", read_only(self.sizes))


class SizeProblem:
    """The maximum a posteriori fit of log sizes u and log stature s.

    It minimises half of ``sum(((d - measured) / error)^2) + (u - s)' C^-1 (u - s) + ((s - given) / spread)^2`` and the
    square of how far the heights of the parts miss the stature, with d the distances of ``StandingGeometry`` and C the
    covariance of ``proportions.toml``.
    """

    def __init__(self, build: BodyBuild, *, height_m: float | None) -> None:
        self.geometry = StandingGeometry(build)
        self.height_m = height_m
        self._places: dict[Place, tuple[Floats, Floats]] = {}

    def solve(self, measures: Sequence[SizeMeasure]) -> SizeFit:
        """The likeliest sizes for some distances."""
        unknown = np.zeros(len(SIZES) + 1)
        unknown[:] = np.log(self.height_m / REFERENCE_HEIGHT_M) if self.height_m else 0.0
        rows, fixed, observed, error = self._stacked(measures)
        for _ in range(STEPS):
            residual, slope = self._distances(unknown, rows, fixed, observed, error)
            off, fall = self._expected(unknown)
            full = np.vstack([slope, fall])
            step = np.linalg.lstsq(full, -np.concatenate([residual, off]), rcond=None)[0]
            unknown = self._bounded(unknown + np.clip(step, -0.5, 0.5))
        residual, _ = self._distances(unknown, rows, fixed, observed, error)
        off, _ = self._expected(unknown)
        cost = 0.5 * float(residual @ residual + off @ off)
        return SizeFit(np.exp(unknown[:-1]), float(np.exp(unknown[-1])), cost)

    def predicted(self, measure: SizeMeasure, fit: SizeFit) -> float:
        """What a distance would be on a body of these sizes, metres."""
        (rows, fixed), (others, held) = self._place(measure.one), self._place(measure.other)
        return float(np.linalg.norm((rows - others) @ fit.sizes + fixed - held))

    def _place(self, place: Place) -> tuple[Floats, Floats]:
        if place not in self._places:
            found = [self.geometry.place(name) for name in place]
            self._places[place] = np.mean([r for r, _ in found], axis=0), np.mean([f for _, f in found], axis=0)
        return self._places[place]

    def _stacked(self, measures: Sequence[SizeMeasure]) -> tuple[Floats, Floats, Floats, Floats]:
        """Rows (K, 3, P), fixed (K, 3), distances and errors (K,)."""
        ends = [(self._place(m.one), self._place(m.other)) for m in measures]
        rows = np.array([one[0] - other[0] for one, other in ends]).reshape(-1, 3, len(SIZES))
        fixed = np.array([one[1] - other[1] for one, other in ends]).reshape(-1, 3)
        return rows, fixed, np.array([m.metres for m in measures]), np.array([m.error_m for m in measures])

    @staticmethod
    def _distances(
        unknown: Floats, rows: Floats, fixed: Floats, observed: Floats, error: Floats
    ) -> tuple[Floats, Floats]:
        sizes = np.exp(unknown[:-1])
        gap = rows @ sizes + fixed
        length = np.linalg.norm(gap, axis=1)
        slope = np.einsum("ki,kip->kp", gap / length[:, None], rows) * sizes / error[:, None]
        return (length - observed) / error, np.hstack([slope, np.zeros((len(slope), 1))])

    def _expected(self, unknown: Floats) -> tuple[Floats, Floats]:
        """How far sizes and stature are from what people are like, in spreads, and its slope."""
        known, count = proportions(), len(SIZES)
        sizes, stature = np.exp(unknown[:-1]), unknown[-1]
        off, fall = np.zeros(count + 2), np.zeros((count + 2, count + 1))
        off[:count] = self._whitening @ (unknown[:-1] - stature)
        fall[:count, :count], fall[:count, -1] = self._whitening, -self._whitening.sum(axis=1)
        given, spread = (
            (np.log(self.height_m / REFERENCE_HEIGHT_M), known.given) if self.height_m else (0, known.stature)
        )
        off[count], fall[count, -1] = (stature - given) / spread, 1 / spread
        height = float(self._heights @ sizes)
        off[count + 1] = (np.log(height / self._heights.sum()) - stature) / known.sum
        fall[count + 1, :-1], fall[count + 1, -1] = self._heights * sizes / height / known.sum, -1 / known.sum
        return off, fall

    @cached_property
    def _whitening(self) -> Floats:
        return np.asarray(np.linalg.inv(np.linalg.cholesky(proportions().covariance)))

    @cached_property
    def _heights(self) -> Floats:
        """Height (P,) that each size adds between heel and crown of the reference body, metres."""
        return np.asarray(self._place(("head_top",))[0][1] - self._place(("heel_r",))[0][1])

    @staticmethod
    def _bounded(unknown: Floats) -> Floats:
        stature = np.clip(unknown[-1], *STATURE_LOG)
        return np.append(np.clip(unknown[:-1], stature - BOUND, stature + BOUND), stature)
