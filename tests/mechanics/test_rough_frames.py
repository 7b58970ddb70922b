"""A pose that jumps has no forces; a movement that a ground can explain keeps every frame."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from psoas.core.arrays import finite_rows
from psoas.core.catalogue import render
from psoas.mechanics.rough_frames import AROUND_S, find_rough_frames, leave_out_rough_frames
from tests.plate_worlds import walk


def test_a_walk_keeps_every_frame() -> None:
    motion, _ = walk()
    assert not find_rough_frames(motion, motion.body).any()
    assert leave_out_rough_frames(motion, motion.body) == (motion, ())


@pytest.mark.parametrize("jump_m", [0.3, -0.5])
def test_a_pose_that_jumps_is_left_out_with_what_it_spoils(jump_m: float) -> None:
    motion, _ = walk()
    values = motion.values.copy()
    values[200:203, motion.body.coordinate_index("pelvis_tx")] += jump_m
    kept, notes = leave_out_rough_frames(replace(motion, values=values), motion.body)
    gone = ~finite_rows(kept.values)
    assert gone[200:203].all()
    around = np.asarray(np.abs(motion.time - motion.time[201]) < 3 * AROUND_S)
    assert not gone[~around].any()
    assert f"{gone.sum()} frames have no forces" in render(notes[0])


def test_a_movement_that_is_rough_throughout_is_not_thinned() -> None:
    """Coordinates in another unit are a fault of the whole: its residual says so."""
    motion, _ = walk()
    shaken = motion.values.copy()
    shaken[:, motion.body.coordinate_index("pelvis_tx")] += 0.3 * np.sin(40 * motion.time)
    assert not find_rough_frames(replace(motion, values=shaken), motion.body).any()
