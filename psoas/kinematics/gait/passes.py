"""Passes: the parts of a stretch that lead one way, without the turns between them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from psoas.core.arrays import Bools, Floats
from psoas.kinematics.filters import true_runs
from psoas.recording.stretches import SHORTEST_S, Stretch

SMOOTHING_S = 0.8
"""Mean over about a stride: the pelvis swings to and fro within one."""
TURNING_RAD_S = np.radians(45.0)
"""Turning is faster than this (assumed: a walker's turn of 180 degrees takes 2 to 3 s; a circle of 3 m is slower)."""
TURN_RAD = np.radians(40.0)
"""A turn changes the heading by this much or more (assumed)."""


@dataclass(frozen=True)
class Pass:
    """Frames in which a person keeps one way; ``heading_rad`` about +Y from +X is where they face on average, NaN where
    it cannot be told."""

    stretch: Stretch
    heading_rad: float


@dataclass(frozen=True)
class PassesAndTurns:
    """Passes and the turns between them, each in order."""

    passes: tuple[Pass, ...]
    turns: tuple[Stretch, ...]


def find_passes(time: Floats, facing_rad: Floats, stretch: Stretch) -> PassesAndTurns:
    """Cut a stretch at its turns.

    Args:
        time: Time (T,), seconds.
        facing_rad: Where the person faces (T,), radians about +Y from +X, NaN where not seen; need not be unwrapped.
        stretch: The frames to cut.

    Returns:
        Passes of at least 0.2 s, and the turns. A stretch without a turn is one pass, whole.
    """
    facing = facing_rad[stretch.frames]
    seen = np.isfinite(facing)
    if seen.sum() < 2:
        return PassesAndTurns((Pass(stretch, float("nan")),), ())
    clock = time[stretch.frames]
    whole = np.interp(clock, clock[seen], np.unwrap(facing[seen]))
    turning = _turning(clock, _smooth(clock, whole))
    turns = tuple(Stretch(stretch.start + run.start, stretch.start + run.stop) for run in true_runs(turning))
    straight = [Stretch(stretch.start + run.start, stretch.start + run.stop) for run in true_runs(~turning)]
    kept = straight if not turns else [one for one in straight if one.seconds(time) >= SHORTEST_S]
    return PassesAndTurns(tuple(Pass(one, _heading(facing_rad[one.frames])) for one in kept), turns)


def _turning(clock: Floats, facing: Floats) -> Bools:
    """Frames (T,) of the runs that turn fast and far."""
    turning = np.zeros(len(clock), bool)
    for way in (1.0, -1.0):
        for run in true_runs(way * np.gradient(facing, clock) > TURNING_RAD_S):
            turning[run] = abs(facing[run.stop - 1] - facing[run.start]) > TURN_RAD
    return turning


def _smooth(clock: Floats, values: Floats) -> Floats:
    """Mean of each value's neighbours within 0.4 s (T,); fewer at the ends."""
    width = max(1, round(SMOOTHING_S / max(float(np.median(np.diff(clock))), 1e-9)) | 1)
    total, last = np.concatenate([[0.0], np.cumsum(values)]), len(values) - 1
    at = np.arange(len(values))
    reach = np.minimum(width // 2, np.minimum(at, last - at))  # alike on both sides
    return np.asarray((total[at + reach + 1] - total[at - reach]) / (2 * reach + 1), dtype=float)


def _heading(facing: Floats) -> float:
    """Circular mean of angles (T,), NaN left out."""
    seen = facing[np.isfinite(facing)]
    return float(np.arctan2(np.sin(seen).mean(), np.cos(seen).mean())) if len(seen) else float("nan")
