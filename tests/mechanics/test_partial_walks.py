"""A part of a walk without a full stride: its ground forces are those of the whole walk, not of standing."""

from __future__ import annotations

import numpy as np

from psoas.core.arrays import Floats
from psoas.kinematics.gait.segmentation import segment_motion
from psoas.kinematics.motion import Motion
from psoas.mechanics.kinetics import compute_kinetics
from tests.walking_worlds import cut_walk, overground_walk

EDGE = 10  # frames beside a cut, where no filter can see the other side


def feet_forces(motion: Motion, *, walking: bool) -> Floats:
    """Forces under both feet (2, T, 3), newtons."""
    parts = segment_motion(motion)
    found, _ = compute_kinetics(motion, ground=parts.ground, gait=parts.gait, plates=None, walking=walking)
    assert found is not None
    return np.stack([found.loads[side].force for side in "rl"])


def test_a_second_of_a_walk_has_the_forces_of_the_whole_walk() -> None:
    whole = feet_forces(overground_walk(), walking=True)[:, 100 + EDGE : 200 - EDGE]
    part, standing = (feet_forces(cut_walk(1.0, 2.0), walking=on)[:, EDGE:-EDGE] for on in (True, False))
    error, worse = (float(np.sqrt(np.mean((found - whole)[..., 1] ** 2))) for found in (part, standing))
    print(f"vertical force of a second against the whole walk: {error:.1f} N, as standing {worse:.1f} N")
    assert error < 5 < worse
