"""Whose pelvis frame the angles of a file are about."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from psoas.kinematics.from_coordinates import motion_from_coordinates
from psoas.recording import Coordinates, pelvis_frame, read
from psoas.recording.joint_coordinates import RAJAGOPAL
from tests.recording_worlds import put, storage_text
from tests.worlds import reference

LEGS = ("pelvis_tilt", "pelvis_list", "pelvis_rotation", "hip_flexion_r", "hip_flexion_l", "knee_angle_r",
        "knee_angle_l", "lumbar_extension")  # fmt: skip
ARMS = ("arm_flex_r", "arm_flex_l", "pro_sup_r", "pro_sup_l")


def held(names: tuple[str, ...], knee: float) -> Coordinates:
    values = np.full((9, len(names)), 2.0)
    values[:, [i for i, name in enumerate(names) if name in ("knee_angle_r", "knee_angle_l")]] = knee
    return Coordinates(names, values, True)


@pytest.mark.parametrize(
    ("names", "knee", "frame"),
    [
        ((*LEGS, "knee_angle_r_beta"), 30.0, "rajagopal"),
        ((*LEGS, *ARMS), 30.0, "rajagopal"),
        (tuple(sorted(RAJAGOPAL)), 0.0, "rajagopal"),
        ((*LEGS, *ARMS), -30.0, "gait2392"),
        ((*LEGS, *ARMS, "thorax_extension"), 30.0, "gait2392"),
        ((*LEGS, *ARMS), 1.0, ""),
        (LEGS, 30.0, ""),
        ((*LEGS, *ARMS, "pf_flex_r"), 30.0, ""),
        ((*LEGS, *ARMS, "knee_angle_r_beta", "L5_S1_Flex_Ext"), 30.0, ""),
    ],
)
def test_names_and_knees_tell_the_frame(names: tuple[str, ...], knee: float, frame: str) -> None:
    assert pelvis_frame(held(names, knee)) == frame


@pytest.mark.parametrize(("more", "tilt", "hip", "code"), [
    (ARMS, 12.22, 21.78, "kinematics-pelvis_turned"), ((), 4.0, 30.0, "kinematics-angles_from_file"),
])  # fmt: skip
def test_our_body_gets_the_angles_about_its_own_pelvis(
    tmp_path: Path, more: tuple[str, ...], tilt: float, hip: float, code: str
) -> None:
    row = [4.0, 0.0, 0.0, 30.0, 30.0, 40.0, 40.0, -3.0, *[0.0 for _ in more]]
    text = storage_text(["time", *LEGS, *more], [[0.01 * i, *row] for i in range(4)])
    motion = motion_from_coordinates(read(put(tmp_path, "a.mot", text)), reference())
    assert np.degrees(motion.of("pelvis_tilt")) == pytest.approx(np.full(4, tilt))
    assert np.degrees(motion.of("hip_flexion_l")) == pytest.approx(np.full(4, hip))
    assert [note.code for note in motion.notes][-1] == code
