"""Generalized forces: what the joints must have done for the body to move as it did (inverse dynamics)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from scipy.interpolate import CubicSpline

from psoas.body.model.posed_body import PosedBody
from psoas.body.model.required_forces import RequiredForces
from psoas.core.arrays import Floats, Ints, finite_rows, read_only, row_blocks
from psoas.kinematics.filters import lowpass, true_runs

CUTOFFS_HZ = (3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0, 12.0, 15.0)
"""Cut-off frequencies tried on the data (source winter2009: 3 to 12 Hz serve human movement)."""
JITTER = 0.1
"""Times that stray from even spacing by less than this share of a step were rounded (assumed)."""
NOISE_BAND = 0.5
"""Share of the highest frequencies that is taken as noise by the residual analysis (assumed)."""


@dataclass(frozen=True)
class FilteredKinematics:
    """Filtered coordinates and their rates: (T, N) in radians or metres, per second and per second squared.

    ``cutoff_hz`` is the zero-lag low-pass used; NaN where the motion was not seen.
    """

    values: Floats
    velocity: Floats
    acceleration: Floats
    cutoff_hz: float

    def __post_init__(self) -> None:
        for key in ("values", "velocity", "acceleration"):
            object.__setattr__(self, key, read_only(getattr(self, key)))


@dataclass(frozen=True)
class ExternalWrench:
    """A load from outside on one segment: ``point`` (T, 3) metres, ``force`` (T, 3) newtons, ``torque`` (T, 3) N m,
    room axes."""

    segment: str
    point: Floats
    force: Floats
    torque: Floats

    def at(self, frames: Ints) -> ExternalWrench:
        """The same load at some frames (K,)."""
        return ExternalWrench(self.segment, self.point[frames], self.force[frames], self.torque[frames])


def choose_cutoff(values: Floats, rate_hz: float) -> float:
    """Cut-off by residual analysis (Winter 2009): the lowest at which what is filtered away is no more than the noise.

    The noise of each column is the straight line through its residuals at high cut-offs, extended to zero; the
    answer is the median over the moving columns of ``values`` (T, N).
    """
    tried = np.array([f for f in CUTOFFS_HZ if f < 0.4 * rate_hz])
    if len(tried) < 4 or len(values) < 30:
        return float(tried[len(tried) // 2]) if len(tried) else 0.0
    moving = values[:, np.ptp(values, axis=0) > np.radians(5.0)]
    if not moving.shape[1]:
        return float(tried[len(tried) // 2])  # holding still: any will do
    residual = np.array(
        [np.sqrt(np.mean((lowpass(moving, rate_hz=rate_hz, cutoff_hz=f) - moving) ** 2, axis=0)) for f in tried]
    )
    high = slice(int(len(tried) * NOISE_BAND), None)
    _, noise = np.polyfit(tried[high], residual[high], 1)
    enough = residual <= np.maximum(noise, residual[-1])
    return float(np.median(tried[np.argmax(enough, axis=0)]))


def regularize_time(time: Floats) -> Floats:
    """``time`` (T,) evenly spaced when it nearly is: files round it to a millisecond, which would shake
    accelerations."""
    even = np.linspace(time[0], time[-1], len(time))
    step = even[1] - even[0]
    return even if np.abs(even - time).max() < JITTER * step else time


class MovedCoordinates(Protocol):
    """Coordinates over time, of any body."""

    @property
    def time(self) -> Floats:
        """Time (T,), seconds."""

    @property
    def values(self) -> Floats:
        """Coordinates (T, N), radians or metres; NaN where not seen."""


def differentiate(motion: MovedCoordinates, *, cutoff_hz: float | None = None) -> FilteredKinematics:
    """Filter a motion (zero-lag, 4th order) and differentiate it twice.

    Args:
        motion: Coordinates over time.
        cutoff_hz: Of the filter; chosen from the data by default (see ``choose_cutoff``).
    """
    rate = 1.0 / float(np.median(np.diff(motion.time)))
    seen = finite_rows(motion.values)
    cutoff = cutoff_hz if cutoff_hz is not None else choose_cutoff(motion.values[seen], rate)
    values, velocity, acceleration = (np.full_like(motion.values, np.nan) for _ in range(3))
    for run in true_runs(seen):
        time = motion.time[run]
        if len(time) < 4:
            continue
        smooth = lowpass(motion.values[run], rate_hz=rate, cutoff_hz=cutoff) if cutoff else motion.values[run]
        time = regularize_time(time)
        spline = CubicSpline(time, smooth)
        values[run], velocity[run], acceleration[run] = spline(time), spline(time, 1), spline(time, 2)
    return FilteredKinematics(values, velocity, acceleration, cutoff)


def required_forces(
    body: PosedBody, kinematics: FilteredKinematics, loads: Mapping[str, ExternalWrench] | None = None
) -> RequiredForces:
    """Forces that muscles, ligaments and bones together must give.

    Args:
        body: Any body.
        kinematics: Coordinates with their derivatives, T frames.
        loads: Forces from outside, by name.

    Returns:
        Generalized forces (T, N), N m and N: those of the six pelvis coordinates are the residual, what neither joints
        nor the loads explain. Reactions (T, R, 3), N, are net: the muscles are not subtracted yet. NaN where not seen.
    """
    frames = np.flatnonzero(finite_rows(kinematics.acceleration))
    total, reactions = len(kinematics.values), len(body.reaction_names)
    every = RequiredForces(np.full((total, len(body.coordinate_names)), np.nan), np.full((total, reactions, 3), np.nan))
    for block in row_blocks(len(frames)):
        at = frames[block]
        found = body.inverse_dynamics(kinematics.values[at], kinematics.velocity[at], kinematics.acceleration[at])
        if loads:
            given = [(load.segment, load.point[at], load.force[at], load.torque[at]) for load in loads.values()]
            found = found - body.loads(kinematics.values[at], given)
        every.generalized[at], every.reaction[at] = found.generalized, found.reaction
    return every


def generalized_forces(
    body: PosedBody, kinematics: FilteredKinematics, loads: Mapping[str, ExternalWrench] | None = None
) -> Floats:
    """The generalized part (T, N) of ``required_forces``."""
    return required_forces(body, kinematics, loads).generalized
