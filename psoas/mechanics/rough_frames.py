"""Frames whose movement no ground can explain: a pose that jumps where few markers are seen."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from psoas.body.model.body import Body
from psoas.core.arrays import Bools, finite_rows
from psoas.core.message import Message, message
from psoas.core.units import STANDARD_GRAVITY
from psoas.kinematics.filters import true_runs
from psoas.kinematics.motion import Motion
from psoas.mechanics.inverse_dynamics import differentiate, generalized_forces

MOST_BW, MOST_SIDEWAYS_BW, MOST_PULL_BW = 5.0, 2.0, 0.6
"""Up and down, along the ground, and downwards: needs beyond these are faults (assumed; sprinters reach 4 and 1.5)."""
AROUND_S = 0.2
"""Filtering and a jumping pose spoil this much on either side (assumed)."""
ROUNDS = 3
"""What is left is looked at again, as the filter no longer reaches across."""
MOST_SHARE = 0.5
"""Where more than this share of the frames is rough, the movement is not a fault of some frames (assumed)."""


def find_rough_frames(motion: Motion, body: Body) -> Bools:
    """Frames (T,) in which the movement needs forces that no ground gives, with what they spoil around them."""
    kinematics = differentiate(motion)
    root = generalized_forces(body, kinematics)[:, [body.coordinate_index(f"pelvis_t{axis}") for axis in "xyz"]]
    seen, weight = finite_rows(root), body.mass_kg * STANDARD_GRAVITY
    x, up, z = np.nan_to_num(root).T / weight
    absurd = seen & ((up > MOST_BW) | (up < -MOST_PULL_BW) | (np.hypot(x, z) > MOST_SIDEWAYS_BW))
    rough = np.zeros(len(seen), dtype=bool)
    for run in true_runs(absurd):
        start, stop = motion.time[run.start] - AROUND_S, motion.time[run.stop - 1] + AROUND_S
        rough |= (motion.time >= start) & (motion.time <= stop)
    rough &= seen
    return rough if rough.sum() <= MOST_SHARE * max(seen.sum(), 1) else np.zeros_like(rough)


def leave_out_rough_frames(motion: Motion, body: Body) -> tuple[Motion, tuple[Message, ...]]:
    """The motion without the pose of rough frames, and a note on how many these were."""
    left_out = 0
    for _ in range(ROUNDS):
        rough = find_rough_frames(motion, body)
        if not rough.any():
            break
        left_out += int(rough.sum())
        motion = replace(motion, values=np.where(rough[:, None], np.nan, motion.values))
    return motion, (message("mechanics.rough_frames", count=left_out),) if left_out else ()
