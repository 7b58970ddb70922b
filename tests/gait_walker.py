"""A walker made of formulas, so that every event, speed and length is known before anything is measured."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

import numpy as np
from scipy.interpolate import PchipInterpolator

from psoas.core.arrays import Floats

TOE_OFF = 0.62


def pattern(point: str, speed: float) -> dict[float, float | None]:
    """Forward speed over the ground, in walking speeds, at shares of a stride from heel strike; None is solved for.

    The speeds at contact are those of measured feet: this world cannot say whether they are right, the recordings do.
    """
    if point == "heel":
        return {0.0: 0.6, 0.06: 0.0, 0.42: 0.0, 0.55: 0.9, 0.78: None, 1.0: 0.6}
    return {0.0: 1.3, 0.12: 0.0, 0.55: 0.0, TOE_OFF: min(0.8, 0.9 / speed), 0.8: None, 1.0: 1.3}


@cache
def forward(point: str, speed: float) -> PchipInterpolator:
    """Way over the ground, in strides, against the share of the stride."""
    nodes = pattern(point, speed)

    def curve(peak: float) -> PchipInterpolator:
        return PchipInterpolator(list(nodes), [peak if v is None else v for v in nodes.values()])

    low, high = 1.0, 12.0
    while high - low > 1e-12:
        middle = (low + high) / 2
        low, high = (middle, high) if curve(middle).integrate(0, 1) < 1 else (low, middle)
    return curve(low).antiderivative()


@dataclass(frozen=True)
class Walker:
    """Two feet and a pelvis, (T, 3) metres each, and the truth about them."""

    time: Floats
    heel: dict[str, Floats]
    toe: dict[str, Floats]
    pelvis: Floats
    strikes: dict[str, Floats] = field(repr=False)
    offs: dict[str, Floats] = field(repr=False)
    speed_m_s: float
    stride_s: float

    @property
    def points(self) -> Floats:
        """All foot points (T, 4, 3)."""
        return np.stack([points[side] for side in ("right", "left") for points in (self.heel, self.toe)], axis=1)


def walker(
    *,
    speed: float = 1.2,
    stride_s: float = 1.1,
    heading_deg: float = 0.0,
    belt: float = 0.0,
    noise_mm: float = 0.0,
    seconds: float = 8.0,
    rate: float = 100.0,
    seed: int = 0,
    lead: float = 0.13,
) -> Walker:
    """Walk ``heading_deg`` away from +X (towards -Z) at ``speed`` m/s over a ground that runs back at ``belt`` m/s."""
    time = np.arange(round(seconds * rate)) / rate
    random = np.random.default_rng(seed)
    phase = {side: time / stride_s - shift for side, shift in (("right", lead), ("left", lead + 0.5))}
    place = {"right": 0.1, "left": -0.1}

    def point(name: str, side: str) -> Floats:
        step, share = np.divmod(phase[side], 1.0)
        x = speed * stride_s * (step + forward(name, speed)(share) + phase["right"][0] - phase[side][0])
        rising, height = ((share - 0.42) / 0.58, 0.25) if name == "heel" else ((share - 0.6) / 0.52, 0.12)
        rising = np.where((name == "toe") & (share < 0.12), (share + 0.4) / 0.52, rising)
        y = 0.04 + height * np.sin(np.pi * np.clip(rising, 0, 1)) ** 2
        return np.stack([x + (0.2 if name == "toe" else 0.0), y, np.full_like(x, place[side])], axis=1)

    sway = 0.02 * np.sin(4 * np.pi * phase["right"])
    pelvis = np.stack([speed * time + sway, 0.95 + sway, 0.02 * np.sin(2 * np.pi * phase["right"])], axis=1)
    angle = np.radians(heading_deg)
    turn = np.array([[np.cos(angle), 0, np.sin(angle)], [0, 1, 0], [-np.sin(angle), 0, np.cos(angle)]])
    back = belt * time[:, None] * turn[:, 0]

    def seen(points: Floats) -> Floats:
        return np.asarray(points @ turn.T - back + random.normal(0, noise_mm / 1000, points.shape), dtype=float)

    strikes = {side: _instants(phase[side], time, 0.0) for side in phase}
    offs = {side: _instants(phase[side], time, TOE_OFF) for side in phase}
    heel, toe = ({side: seen(point(name, side)) for side in phase} for name in ("heel", "toe"))
    return Walker(time, heel, toe, seen(pelvis), strikes, offs, speed, stride_s)


def _instants(phase: Floats, time: Floats, share: float) -> Floats:
    """When the phase (T,) passes whole strides plus ``share``, inside the recording."""
    whole = np.arange(np.ceil(phase[0] - share), np.floor(phase[-1] - share) + 1) + share
    return np.asarray(np.interp(whole, phase, time), dtype=float)
