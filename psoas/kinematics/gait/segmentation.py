"""Gait and repetitions of a motion, from where the body's own feet go."""

from __future__ import annotations

import numpy as np

from psoas.core.arrays import finite_rows
from psoas.core.sides import SIDE_SUFFIX, SUFFIXES
from psoas.kinematics.gait.gait_events import events_from_plates, find_events, refine_events
from psoas.kinematics.gait.ground_velocity import GroundMotion, estimate_ground_velocity
from psoas.kinematics.gait.repetitions import Repetitions, find_repetitions
from psoas.kinematics.gait.strides import Gait, find_gait
from psoas.kinematics.motion import Motion
from psoas.recording import Forces

FEET = ("heel", "toe", "toe_medial", "toe_lateral")


def segment_gait(motion: Motion, *, forces: Forces | None = None) -> tuple[GroundMotion, Gait | None]:
    """The ground under a motion, and its gait.

    Args:
        motion: Of a whole body.
        forces: Plates, where there are any: they make events more exact.

    Returns:
        The ground, and the gait; None when the recording holds none.
    """
    names = tuple(f"{point}{suffix}" for point in FEET for suffix in SUFFIXES)
    seen = finite_rows(motion.values)
    places = {name: np.full((len(motion.time), 3), np.nan) for name in (*names, "mid_pelvis")}
    if seen.any():
        for name, found in motion.body.landmark_positions(motion.values[seen], tuple(places)).items():
            places[name][seen] = found
    ground = estimate_ground_velocity(motion.time, np.stack([places[n] for n in names], axis=1))
    heel = {side: places["heel" + suffix] for side, suffix in SIDE_SUFFIX.items()}
    toe = {side: places["toe" + suffix] for side, suffix in SIDE_SUFFIX.items()}
    pelvis = places["mid_pelvis"]
    events = find_events(motion.time, heel=heel, toe=toe, pelvis=pelvis, ground=ground)
    if forces is not None:
        events = refine_events(events, by=events_from_plates(forces, time=motion.time, heel=heel, toe=toe))
    return ground, find_gait(motion.time, events=events, heel=heel, pelvis=pelvis, ground=ground)


def segment_repetitions(motion: Motion) -> Repetitions:
    """A movement other than gait, cut into repetitions."""
    names = [f"{joint}_{s}" for joint in ("hip_flexion", "knee_angle") for s in "rl"] + ["pelvis_ty", "pelvis_tilt"]
    return find_repetitions(motion.time, {name: motion.of(name) for name in names})
