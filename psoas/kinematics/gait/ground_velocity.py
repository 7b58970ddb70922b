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
CARRIED_M_S, CARRIED_SHARE = (
    0.15,
    0.15,
)  # a foot this near to the ground's velocity (or to this share of it) rests on it
BORNE = 0.4  # of the frames: on a true belt a foot rests nearly always in walking, half of the time in a sprint
BORNE_MORE = 0.1  # so much more often than a still floor would bear a foot
DRIFTING = 0.3  # of the belt's speed: on a belt the person stays in place, over a floor the feet get somewhere
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
    horizontal velocities (mean shift) may be a belt. It is one when it bears a foot in a good part of the frames and
    more often than a still floor would, while the person stays in place: a swinging foot is fast and steady too, and
    takes the person along. The belt is taken as level and of constant speed. Below 0.2 m/s the ground is called still
    and exactly 0.

    Note: a foot that slides, or a belt that starts during the recording, shows in ``spread_m_s``, nowhere else.
    """
    if len(time) < ENOUGH or np.isnan(points).all():
        return STILL
    feet = _FootPoints(time, points)
    resting = feet.resting()
    if len(resting) < ENOUGH:
        return STILL
    velocity, spread = _densest(resting)
    if feet.are_carried(velocity):
        return GroundMotion(
            velocity_m_s=np.array([velocity[0], 0.0, velocity[1]]), treadmill=True,
            belt_m_s=float(np.linalg.norm(velocity)), spread_m_s=spread,
        )  # fmt: skip
    return GroundMotion(velocity_m_s=np.zeros(3), treadmill=False, belt_m_s=0.0, spread_m_s=spread)


class _FootPoints:
    """Points on the feet, smoothed: their horizontal velocities (T, P, 2), and when each is near its own floor."""

    def __init__(self, time: Floats, points: Floats) -> None:
        rate = 1 / float(np.median(np.diff(time)))
        seen = points[:, ~np.isnan(points).all(axis=(0, 2))]
        smooth = lowpass(seen, rate_hz=rate, cutoff_hz=min(SMOOTHING_HZ, 0.4 * rate))
        velocity = derivative(smooth, time)
        self._acceleration = derivative(velocity, time)[..., [0, 2]]
        self._velocity = velocity[..., [0, 2]]
        floor = np.nanpercentile(smooth[..., 1], FLOOR_PERCENTILE, axis=0)
        self._low = (smooth[..., 1] < floor + NEAR_FLOOR_M) & ~np.isnan(self._acceleration).any(axis=2)
        self._seen = ~np.isnan(self._velocity).any(axis=(1, 2))

    def resting(self) -> Floats:
        """Horizontal velocities (N, 2) of points that are low and steady."""
        return _steadiest(self._velocity[self._low], np.linalg.norm(self._acceleration[self._low], axis=1))

    def are_carried(self, velocity: Floats) -> bool:
        """Whether a ground of this horizontal velocity (2,) is a belt under the feet."""
        speed = float(np.linalg.norm(velocity))
        if speed < MOVING_M_S:
            return False
        borne = self._borne(velocity)
        stays = float(np.linalg.norm(self._drift())) < DRIFTING * speed
        return stays and borne > BORNE and borne > self._borne(np.zeros(2)) + BORNE_MORE

    def _borne(self, velocity: Floats) -> float:
        """Share of the frames in which a low point goes with a ground of this velocity (2,)."""
        near = max(CARRIED_M_S, CARRIED_SHARE * float(np.linalg.norm(velocity)))
        on = self._low & (np.linalg.norm(self._velocity - velocity, axis=2) < near)
        return float(on.any(axis=1)[self._seen].mean()) if self._seen.any() else 0.0

    def _drift(self) -> Floats:
        """Mean horizontal velocity (2,) of all points, m/s: near 0 for feet that come back."""
        return np.asarray(np.nanmean(self._velocity[self._seen], axis=(0, 1)), dtype=float)


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
