"""What a plate reads with nobody on it, found where no foot is near and taken off everywhere.

Amplifiers have an offset that drifts. It is read only where it cannot be a foot: where both feet are away from the
plate, or, over the belts of a treadmill, where every point of a foot that is over it moves too fast to stand.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from psoas.core.arrays import Bools, Floats, finite_rows
from psoas.core.message import Message, message
from psoas.core.sides import SUFFIXES
from psoas.kinematics.filters import derivative, lowpass, true_runs
from psoas.kinematics.gait.ground_velocity import estimate_ground_velocity
from psoas.kinematics.motion import Motion
from psoas.mechanics.plate_geometry import PLAN, edge_distance
from psoas.recording import Forces, Plate
from psoas.recording.plate_loading import PRESSURE_FORCE_N

FOOT_POINTS = ("heel", "toe", "toe_medial", "toe_lateral")
AWAY_M, ABOVE_M = 0.10, 0.35
"""A foot point further than this beyond the edges, or this far above the plate, is not on it (assumed)."""
BESIDE_M = 0.01
"""A foot is beside a plate when all of its points are at least this far outside its edges (assumed)."""
FLYING_M_S = 0.8
"""A foot whose every point moves faster than this over the ground is in the air (assumed)."""
SMOOTHING_HZ = 10.0
MARGIN_S, SHORTEST_S = 0.05, 0.1
"""Quiet stretches lose this much at each end, and shorter ones say nothing (assumed)."""
DRIFT_N = 20.0
"""A quiet stretch this far from the middle of all of them, or that changes this much, holds something else than drift
(assumed)."""
PARTS = 4
"""A stretch is steady when so many parts of it read the same."""
LEAST_N, TOLD_N = 0.5, 2.0
"""Offsets below the first are left alone, those below the second taken off without a word (assumed)."""
HEAVY = 0.3
"""Share of a plate's largest load above which its centre of pressure tells where the plate is (assumed)."""


@dataclass(frozen=True)
class _FootPaths:
    """Foot points (T, 2, P, 3), right foot first, their speed (T, 2, P) over the ground, and the instants (T,)."""

    time: Floats
    points: Floats
    speed: Floats

    @property
    def seen(self) -> Bools:
        """Frames (T,) in which the feet are known."""
        return finite_rows(self.points) & finite_rows(self.speed)


def zero_plates(forces: Forces, motion: Motion) -> tuple[Forces, tuple[Message, ...]]:
    """Plates that read nothing when nobody is on them, and what was taken off.

    Args:
        forces: Plates in the room's axes.
        motion: Of the body that stood on them.

    Returns:
        The same plates with offset and drift taken off; one that never is free of feet stays as it is.
    """
    feet = _observe_feet(motion)
    zeroed = [_zeroed(plate, forces.time, feet) for plate in forces.plates]
    notes = [
        message("mechanics.plate_zero", plate=plate.name, force=f"{level:.0f}")
        for plate, level in zeroed
        if abs(level) >= TOLD_N
    ]
    return Forces(forces.time, tuple(plate for plate, _ in zeroed)), tuple(notes)


def _observe_feet(motion: Motion) -> _FootPaths:
    names = tuple(f"{point}{suffix}" for suffix in SUFFIXES for point in FOOT_POINTS)
    seen, time = finite_rows(motion.values), motion.time
    points = np.full((len(time), len(names), 3), np.nan)
    if seen.any():
        places = motion.body.landmark_positions(motion.values[seen], names)
        points[seen] = np.stack([places[name] for name in names], axis=1)
    rate = 1.0 / float(np.median(np.diff(time)))
    smooth = lowpass(points, rate_hz=rate, cutoff_hz=min(SMOOTHING_HZ, 0.4 * rate))
    ground = estimate_ground_velocity(time, points)
    speed = np.linalg.norm(derivative(smooth, time) - ground.velocity_m_s, axis=-1)
    shape = (len(time), 2, len(FOOT_POINTS))
    return _FootPaths(time, points.reshape(*shape, 3), speed.reshape(shape))


def _zeroed(plate: Plate, clock: Floats, feet: _FootPaths) -> tuple[Plate, float]:
    """The plate without what it reads while it is free, and the vertical part of that (its middle), newtons."""
    surface = plate.corners if plate.corners is not None else _trodden(plate)
    if surface is None:
        return plate, 0.0
    wrench = _about_origin(plate, surface.mean(axis=0))
    level = _level(wrench, clock, _free(surface, feet), feet.time)
    if level is None or np.abs(level[:, :3]).max() < LEAST_N:
        return plate, 0.0
    return _from_wrench(plate, wrench - level, surface), float(np.median(level[:, 1]))


def _trodden(plate: Plate) -> Floats | None:
    """A rectangle (4, 3) around where the plate was trodden on; None where it never was."""
    up = np.abs(np.nan_to_num(plate.force[:, 1]))
    known = np.isfinite(plate.point).all(axis=1) & (up > max(HEAVY * up.max(), PRESSURE_FORCE_N))
    if not known.any():
        return None
    low, high = np.percentile(plate.point[known], [1, 99], axis=0)
    height = float(np.median(plate.point[known, 1]))
    (left, back), (right, front) = (low - AWAY_M)[PLAN], (high + AWAY_M)[PLAN]
    around = ((right, front), (left, front), (left, back), (right, back))
    return np.array([[x, height, z] for x, z in around])


def _free(surface: Floats, feet: _FootPaths) -> Bools:
    """Frames (T,) in which no foot can be on the surface."""
    seen = feet.seen
    depth = np.where(seen[:, None, None], edge_distance(np.nan_to_num(feet.points), surface), 0.0)
    high = np.nan_to_num(feet.points[..., 1]) > surface[:, 1].max() + ABOVE_M
    away = (depth < -AWAY_M) | high
    free = seen & away.all(axis=(1, 2))
    if free.sum() * float(np.median(np.diff(feet.time))) >= 2 * SHORTEST_S:
        return np.asarray(free)
    flying = np.nan_to_num(feet.speed).min(axis=2) > FLYING_M_S
    beside = (depth < -BESIDE_M).all(axis=2)
    return np.asarray(seen & (flying | beside).all(axis=1))


def _level(wrench: Floats, clock: Floats, free: Bools, time: Floats) -> Floats | None:
    """What the plate reads (S, 6) while it is free, drifting in straight lines from stretch to stretch."""
    middles, levels = [], []
    for run in true_runs(free):
        start, end = time[run.start] + MARGIN_S, time[run.stop - 1] - MARGIN_S
        during: Bools = np.asarray((clock >= start) & (clock <= end))
        if end - start >= SHORTEST_S and _is_steady(wrench[during, 1]):
            middles.append((start + end) / 2)
            levels.append(np.median(wrench[during], axis=0))
    if not levels:
        return None
    found: Floats = np.array(levels)
    off = np.abs(found[:, 1] - np.median(found[:, 1]))
    kept = np.flatnonzero(off < DRIFT_N)
    if not len(kept):
        return None
    instants = np.array(middles)[kept]
    return np.stack([np.interp(clock, instants, column) for column in found[kept].T], axis=1)


def _is_steady(vertical: Floats) -> bool:
    """Whether a plate reads the same throughout a stretch (S,): under a foot the load changes."""
    if len(vertical) < PARTS:
        return False
    middles = [float(np.median(part)) for part in np.array_split(vertical, PARTS)]
    return max(middles) - min(middles) < DRIFT_N


def _about_origin(plate: Plate, middle: Floats) -> Floats:
    """Force and moment about the room's origin (S, 6); a force of unknown place acts at the plate's middle."""
    force: Floats = np.nan_to_num(plate.force)
    known = finite_rows(plate.point)
    point = np.where(known[:, None], plate.point, middle)
    return np.hstack([force, np.cross(point, force) + np.nan_to_num(plate.torque)])


def _from_wrench(plate: Plate, wrench: Floats, surface: Floats) -> Plate:
    """The plate with another load: its centre of pressure is where the moment along the surface vanishes."""
    normal = np.cross(surface[1] - surface[0], surface[2] - surface[1])
    normal = normal / np.linalg.norm(normal) * (1.0 if normal[1] >= 0 else -1.0)
    middle, force = surface.mean(axis=0), wrench[:, :3]
    moment = wrench[:, 3:] - np.cross(middle, force)
    press = force @ normal
    loaded = np.abs(press) >= PRESSURE_FORCE_N
    safe = np.where(loaded, press, 1.0)[:, None]
    point = np.where(loaded[:, None], middle + np.cross(normal, moment) / safe, np.nan)
    torque = normal * (np.sum(moment * force, axis=1)[:, None] / safe)
    return replace(plate, force=force, point=point, torque=np.where(loaded[:, None], torque, 0.0))
