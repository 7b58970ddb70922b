"""Steps and boxes: how high the ground is under each foot, read from where feet come to rest.

A foot at rest higher than others stands on something when the other foot moves meanwhile: somebody who holds a foot
in the air stands on the other one. Heights that are known, from plates or told, need no such proof. On flat ground
every height is exactly 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from psoas.core.arrays import Bools, Floats, read_only
from psoas.kinematics.filters import true_runs
from psoas.mechanics.smooth_step import smoothstep

STEP_M = 0.06
"""Feet that come to rest within this height of each other stand on flat ground (assumed; steps are 0.1 m and more)."""
SAME_M = 0.04
"""Rests within this height of sure ground are on it too (assumed)."""
KNOWN_M = 0.05
"""Rests within this height of a known surface are on it (assumed; fitted feet float or sink by centimetres)."""
AT_REST_M_S = 0.25
"""A foot rests while every point of its sole is slower than this over the ground (assumed)."""
SHORTEST_S = 0.1
"""Rests, and movements of the other foot, shorter than this say nothing (assumed)."""
SHORTEST_CUT_S = 0.03
"""The same for a rest that begins or ends with the recording (assumed)."""
CHANGE_S = 0.1
"""How long the height under a foot takes to change in the middle of a swing (assumed)."""


@dataclass(frozen=True)
class GroundHeight:
    """Height of the ground under each foot (K, 2) over the lowest ground, metres, right foot first; ``resting`` (K, 2)
    marks frames in which it was read off, none on flat ground."""

    lift: Floats
    resting: Bools

    def __post_init__(self) -> None:
        object.__setattr__(self, "lift", read_only(self.lift))
        object.__setattr__(self, "resting", read_only(self.resting, bool))


def find_ground_height(
    height: Floats, speed: Floats, foot: list[int], *, rate_hz: float, known: Sequence[float] = ()
) -> GroundHeight:
    """How high the ground is under each foot of a movement of K frames.

    Args:
        height: Of each point of the soles (K, C), metres.
        speed: Of each point over the ground (K, C), m/s.
        foot: 0 (right) or 1 (left) for each of the C points.
        rate_hz: Frames a second.
        known: Heights of steps and boxes over the lowest ground, metres.
    """
    sides = [np.flatnonzero(np.array(foot) == side) for side in range(2)]
    resting: Bools = np.stack([speed[:, points].max(axis=1) < AT_REST_M_S for points in sides], axis=1)
    middle = np.stack([height[:, points].mean(axis=1) for points in sides], axis=1)
    rests = [_rests(resting[:, side], rate_hz) for side in range(2)]
    levels = [[float(np.median(middle[run, side])) for run in rests[side]] for side in range(2)]
    every = [level for side in levels for level in side]
    flat = GroundHeight(np.zeros((len(height), 2)), np.zeros((len(height), 2), dtype=bool))
    if not every or max(every) - min(every) < STEP_M:
        return flat
    base = min(every)
    ground = [
        level
        for side in range(2)
        for run, level in _pairs(rests, levels, side)
        if level - base < STEP_M
        or _nearest(known, level - base) is not None
        or (~resting[run, 1 - side]).sum() >= SHORTEST_S * rate_hz / 2
    ]
    lift, still = np.zeros((len(height), 2)), np.zeros((len(height), 2), dtype=bool)
    for side in range(2):
        kept = []
        for run, level in _pairs(rests, levels, side):
            if min(abs(level - one) for one in ground) < SAME_M:
                surface = _nearest(known, level - base)
                kept.append((run, level - base if surface is None else surface))
                still[run, side] = True
        lift[:, side] = _stepped(kept, len(height), CHANGE_S * rate_hz)
    return GroundHeight(lift, still) if lift.max() >= STEP_M else flat


def surface_heights(surfaces: Sequence[float]) -> tuple[float, ...]:
    """How far surfaces, and they and the floor at 0, may be above one another: every difference that makes a step."""
    places = sorted({0.0, *surfaces})
    return tuple(high - low for i, low in enumerate(places) for high in places[i + 1 :] if high - low >= STEP_M)


def _nearest(known: Sequence[float], height: float) -> float | None:
    """The known height that a foot rests on at ``height``; None when there is none."""
    nearest = min(known, key=lambda one: abs(one - height), default=np.inf)
    return nearest if abs(nearest - height) < KNOWN_M else None


def _pairs(rests: list[list[slice]], levels: list[list[float]], side: int) -> list[tuple[slice, float]]:
    """Each rest of one foot with its height."""
    return list(zip(rests[side], levels[side], strict=True))


def _rests(resting: Bools, rate_hz: float) -> list[slice]:
    """Stretches of rest; those that an end of the recording cuts may be shorter."""
    found = []
    for run in true_runs(resting):
        cut = run.start == 0 or run.stop == len(resting)
        if run.stop - run.start >= (SHORTEST_CUT_S if cut else SHORTEST_S) * rate_hz:
            found.append(run)
    return found


def _stepped(kept: list[tuple[slice, float]], frames: int, change: float) -> Floats:
    """Heights (K,) that hold around each rest and change halfway to the next."""
    level = np.full(frames, kept[0][1] if kept else 0.0)
    for (before, low), (after, high) in pairwise(kept):
        middle, half = (before.stop + after.start) / 2, max(1.0, min(change, after.start - before.stop) / 2)
        level = level + (high - low) * smoothstep((np.arange(frames) - middle + half) / (2 * half))
    return np.asarray(level, float)
