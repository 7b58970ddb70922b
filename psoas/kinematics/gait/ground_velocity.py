"""How fast the ground moves: the velocity that resting parts of the feet share (a treadmill belt, or 0)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from psoas.core.arrays import Floats, read_only
from psoas.kinematics.filters import derivative, lowpass

# How a resting point is told: settings of this method, chosen on synthetic walkers, not figures of anatomy.
SMOOTHING_HZ = 10.0  # cut-off before differentiating
FLOOR_PERCENTILE = 3.0  # of a point's own height: markers sit at different heights above the sole
NEAR_FLOOR_M = 0.02
STEADIEST = 0.2  # the fifth of the samples with the least horizontal acceleration
BANDWIDTH_M_S = 0.1  # of the mean shift
MOVING_M_S = 0.2  # slower ground is still ground
SHIFTS = 60
ENOUGH = 8  # fewer resting samples say nothing
MOST = 1500  # more add time and no knowledge


@dataclass(frozen=True)
class GroundMotion:
    """The ground that the feet rest on.

    ``velocity_m_s`` (3,) in the lab frame, vertical 0; ``belt_m_s`` its size (0 overground); ``spread_m_s`` the
    standard deviation of the foot velocities it was read from (NaN when no foot rested and the ground was taken as
    still).
    """

    velocity_m_s: Floats
    treadmill: bool
    belt_m_s: float
    spread_m_s: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "velocity_m_s", read_only(self.velocity_m_s))

    def fixed(self, points: Floats, time: Floats) -> Floats:
        """``points`` (T, ..., 3) seen from the ground: what a belt carries backwards stands still."""
        drift = (time - time[0])[:, None] * self.velocity_m_s
        return np.asarray(points - drift.reshape(len(time), *[1] * (points.ndim - 2), 3), dtype=float)


STILL = GroundMotion(velocity_m_s=np.zeros(3), treadmill=False, belt_m_s=0.0, spread_m_s=float("nan"))
"""Solid ground, assumed and not measured."""


def estimate_ground_velocity(time: Floats, points: Floats) -> GroundMotion:
    """Find the ground's velocity from points on the feet.

    ``time`` (T,) seconds; ``points`` (T, P, 3) metres, lab axes with Y up: heels, toes and whatever else touches down.
    Samples near their own floor that do not speed up or slow down are resting ones; the densest spot of their
    horizontal velocities (mean shift) is the ground. The belt is taken as level and of constant speed. Below 0.2 m/s
    the ground is called still and exactly 0.

    Note: a foot that slides, or a belt that starts during the recording, shows in ``spread_m_s``, nowhere else.
    """
    resting = _resting(time, points)
    if len(resting) < ENOUGH:
        return STILL
    velocity, spread = _densest(resting)
    speed = float(np.linalg.norm(velocity))
    if speed < MOVING_M_S:
        return GroundMotion(velocity_m_s=np.zeros(3), treadmill=False, belt_m_s=0.0, spread_m_s=spread)
    return GroundMotion(
        velocity_m_s=np.array([velocity[0], 0.0, velocity[1]]), treadmill=True, belt_m_s=speed, spread_m_s=spread
    )


def _resting(time: Floats, points: Floats) -> Floats:
    """Horizontal velocities (N, 2) of points that are low and steady."""
    if len(time) < ENOUGH or np.isnan(points).all():
        return np.empty((0, 2))
    rate = 1 / float(np.median(np.diff(time)))
    seen = points[:, ~np.isnan(points).all(axis=(0, 2))]
    smooth = lowpass(seen, rate_hz=rate, cutoff_hz=min(SMOOTHING_HZ, 0.4 * rate))
    velocity = derivative(smooth, time)
    acceleration = derivative(velocity, time)
    floor = np.nanpercentile(smooth[..., 1], FLOOR_PERCENTILE, axis=0)
    low = (smooth[..., 1] < floor + NEAR_FLOOR_M) & ~np.isnan(acceleration).any(axis=2)
    return _steadiest(velocity[low][:, [0, 2]], np.linalg.norm(acceleration[low][:, [0, 2]], axis=1))


def _steadiest(velocity: Floats, acceleration: Floats) -> Floats:
    """The velocities (N, 2) that change least: a foot on a belt keeps its velocity, a passing one does not."""
    if len(velocity) < ENOUGH:
        return velocity
    share = max(STEADIEST, ENOUGH / len(velocity))
    steady = velocity[acceleration <= np.quantile(acceleration, share)]
    return steady[:: 1 + len(steady) // MOST]


def _densest(samples: Floats) -> tuple[Floats, float]:
    """Mode of (N, 2) velocities by mean shift from the densest sample, and the spread around it (m/s)."""

    def closeness(centre: Floats) -> Floats:
        return np.asarray(np.exp(-np.sum((samples - centre) ** 2, axis=1) / (2 * BANDWIDTH_M_S**2)), dtype=float)

    centre = samples[int(np.argmax([closeness(sample).sum() for sample in samples]))]
    for _ in range(SHIFTS):
        centre = closeness(centre) @ samples / closeness(centre).sum()
    weight = closeness(centre)
    spread = np.sqrt(weight @ np.sum((samples - centre) ** 2, axis=1) / weight.sum())
    return centre, float(spread)
