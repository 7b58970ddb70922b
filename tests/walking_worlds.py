"""The example's walk as a motion of joint angles, cut, gapped, turned and stopped: quick worlds for gait stages."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from psoas.body.model.body import Body
from psoas.body.person import Person
from psoas.core.arrays import Floats
from psoas.kinematics.from_coordinates import motion_from_coordinates
from psoas.kinematics.motion import CONVERGED, UNSEEN, Motion
from psoas.recording import read

TRUTH = Path(__file__).resolve().parents[1] / "examples/walking_truth.mot"
RATE_HZ = 100.0


@cache
def overground_walk() -> Motion:
    """Nearly 7 s of walking along +X at 1.3 m/s: 6 strides right, 5 left."""
    return motion_from_coordinates(read(TRUTH), Body(Person()))


def with_values(motion: Motion, values: Floats) -> Motion:
    """The same body with other coordinates (T, N) on an even clock."""
    seen = np.isfinite(values).all(axis=1)
    time = np.arange(len(values)) / RATE_HZ
    return replace(motion, time=time, values=values, outcome=np.where(seen, CONVERGED, UNSEEN))


def cut_walk(start_s: float, stop_s: float) -> Motion:
    """A part of the walk."""
    motion = overground_walk()
    return with_values(motion, motion.values[round(start_s * RATE_HZ) : round(stop_s * RATE_HZ)])


def walk_unseen(*spans: tuple[float, float]) -> Motion:
    """The walk, not seen in the given seconds."""
    motion = overground_walk()
    values = motion.values.copy()
    for start, stop in spans:
        values[(motion.time >= start) & (motion.time < stop)] = np.nan
    return replace(motion, values=values, outcome=np.where(np.isfinite(values[:, 0]), CONVERGED, UNSEEN))


def walk_out_and_back(turn_s: float = 2.0, *, angle_deg: float = 180.0) -> Motion:
    """The walk, a turn to the left on the spot, and the walk again the other way."""
    motion = overground_walk()
    place = {name: motion.body.coordinate_index(f"pelvis_{name}") for name in ("tx", "tz", "rotation")}
    out, back = motion.values.copy(), motion.values.copy()
    angle = np.radians(angle_deg)
    x, z = back[:, place["tx"]] - back[0, place["tx"]], back[:, place["tz"]] - back[0, place["tz"]]
    back[:, place["tx"]] = out[-1, place["tx"]] + x * np.cos(angle) + z * np.sin(angle)
    back[:, place["tz"]] = out[-1, place["tz"]] - x * np.sin(angle) + z * np.cos(angle)
    back[:, place["rotation"]] += angle
    share = np.linspace(0, 1, round(turn_s * RATE_HZ) + 2)[1:-1, None]
    return with_values(motion, np.concatenate([out, out[-1] + share * (back[0] - out[-1]), back]))


def walk_on_belt(start_s: float = 0.0, stop_s: float = 6.89) -> Motion:
    """The walk carried back by a belt of its own mean speed."""
    motion = cut_walk(start_s, stop_s)
    values, at = motion.values.copy(), motion.body.coordinate_index("pelvis_tx")
    speed = np.polyfit(overground_walk().time, overground_walk().of("pelvis_tx"), 1)[0]
    values[:, at] -= speed * motion.time
    return with_values(motion, values)


def standing(seconds: float = 3.0, *, sway_deg: float = 0.5) -> Motion:
    """Quiet standing that sways about the ankles."""
    motion = overground_walk()
    time = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    values = np.tile(motion.body.default_values(), (len(time), 1))
    for name, way in (("ankle_angle_r", 1), ("ankle_angle_l", 1), ("pelvis_tilt", -1)):
        at = motion.body.coordinate_index(name)
        values[:, at] += way * np.radians(sway_deg) * np.sin(2 * np.pi * 0.4 * time)
    return with_values(motion, values)
