"""Angles about Rajagopal's pelvis frame brought into this body's."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from psoas.body.anatomy.pelvis_frame import SHIFT_M, TURN_RAD, is_rajagopal_pelvis, turn_pelvis
from psoas.core.arrays import Floats
from tests.worlds import reference

NAMES = (
    "pelvis_tilt", "pelvis_list", "pelvis_rotation", "pelvis_tx", "pelvis_ty", "pelvis_tz", "hip_flexion_r",
    "hip_adduction_r", "hip_rotation_r", "lumbar_extension", "lumbar_bending", "lumbar_rotation",
)  # fmt: skip


def drawn(frames: int = 30) -> Floats:
    return np.random.default_rng(3).uniform(-0.6, 0.6, (frames, len(NAMES)))


def carried(values: Floats, first: int) -> Rotation:
    """Orientation in the room of what hangs on the pelvis by three turns from column ``first``."""
    return Rotation.from_euler("ZXY", values[:, :3]) * Rotation.from_euler("ZXY", values[:, first : first + 3])


def test_thigh_and_trunk_stay_and_the_bone_turns() -> None:
    before = drawn()
    after = before.copy()
    turn_pelvis(after, NAMES, NAMES)
    for first in (6, 9):
        assert (carried(before, first).inv() * carried(after, first)).magnitude() == pytest.approx(0.0, abs=1e-9)
    old, new = (Rotation.from_euler("ZXY", of[:, :3]) for of in (before, after))
    assert (old.inv() * new).as_rotvec() == pytest.approx(np.tile([0.0, 0.0, TURN_RAD], (30, 1)))
    assert after[:, 3:6] - before[:, 3:6] == pytest.approx(old.apply(SHIFT_M))


def test_hips_are_where_rajagopal_has_them() -> None:
    """Our reference body and Rajagopal 2016 have the same hip centres: published at (-56.3, -78.5, 77.3) mm."""
    hip = reference().poses(reference().default_values()).of("femur_r")[0][0]
    theirs = Rotation.from_euler("Z", TURN_RAD).apply(hip) + SHIFT_M
    assert theirs == pytest.approx([-0.056276, -0.07849, 0.07726], abs=1e-3)


def test_back_is_the_way_back_and_gaps_and_whole_turns_stay() -> None:
    before = drawn()
    before[3, 1] = np.nan
    before[5:, 0] += 4 * np.pi
    after = before.copy()
    turn_pelvis(after, NAMES, NAMES)
    assert np.isnan(after[3, 1]) and after[10, 0] > 3.5 * np.pi
    turn_pelvis(after, NAMES, NAMES, back=True)
    assert after == pytest.approx(before, nan_ok=True)


def test_a_pelvis_that_no_one_measured_stays_and_hips_turn() -> None:
    values = drawn()
    before = values.copy()
    turn_pelvis(values, NAMES, ("hip_flexion_r", "pelvis_tilt"))
    assert values[:, :6] == pytest.approx(before[:, :6])
    assert values[:, 6] - before[:, 6] == pytest.approx(-TURN_RAD)
    assert values[:, 9] == pytest.approx(before[:, 9])


@pytest.mark.parametrize(
    ("hips", "theirs"),
    [
        ((-0.0707, -0.0661), False),
        ((-0.056276, -0.07849), True),
        ((-0.0622, -0.0867), True),
        ((0.0, -0.08), False),
        ((0.06, 0.07), False),
    ],
)
def test_the_hips_tell_whose_frame_it_is(hips: tuple[float, float], theirs: bool) -> None:
    assert is_rajagopal_pelvis(np.array([*hips, 0.0])) is theirs
