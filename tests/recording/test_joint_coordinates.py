"""Coordinates by all their names."""

from __future__ import annotations

import pytest

from psoas.recording.joint_coordinates import coordinate_name, is_known, is_rate


@pytest.mark.parametrize(
    ("column", "name"),
    [
        ("hip_flexion_r", "hip_flexion_r"),
        ("/jointset/hip_r/hip_flexion_r/value", "hip_flexion_r"),
        ("hip_r/hip_flexion_r/value", "hip_flexion_r"),
        ("/jointset/hip_r/hip_flexion_r|value", "hip_flexion_r"),
        ("/jointset/hip_r/hip_flexion_r", "hip_flexion_r"),
        ("hip_flex_r", "hip_flexion_r"),
        ("hip_add_l", "hip_adduction_l"),
        ("hip_rot_r", "hip_rotation_r"),
        ("knee_flex_r", "knee_angle_r"),
        ("ankle_flex_l", "ankle_angle_l"),
        ("subt_angle_r", "subtalar_angle_r"),
        ("/jointset/gnd_pelvis/pelvis_rot/value", "pelvis_rotation"),
        ("lumbar_ext", "lumbar_extension"),
        ("lumbar_latbend", "lumbar_bending"),
        ("lumbar_rot", "lumbar_rotation"),
        ("Pelvis_Tilt", "pelvis_tilt"),
        ("Hip_Flexion_R", "hip_flexion_r"),
        ("hip_flexion_right", "hip_flexion_r"),
        ("left_knee_flexion", "knee_angle_l"),
        ("l_ankle_angle", "ankle_angle_l"),
    ],
)
def test_every_name_of_a_coordinate(column: str, name: str) -> None:
    assert coordinate_name(column) == name and is_known(column)


@pytest.mark.parametrize(
    "column",
    [
        "knee_add_r",
        "pf_flex_r",
        "knee_tx_r",
        "hip_r",
        "psoas_r",
        "hip_flexion_r_moment",
        "r_hip_flexion_l",
        "knee_angle",
        "L5_S1_Flex_Ext",
        "knee_angle_r_beta",
    ],
)
def test_other_columns_are_no_known_coordinates(column: str) -> None:
    assert not is_known(column)


@pytest.mark.parametrize(
    "column",
    ["/jointset/hip_r/hip_flexion_r/speed", "hip_flexion_r_u", "hip_flexion_r_speed", "psoas_r.activation",
     "/forceset/psoas_r/activation", "psoas_r.fiber_length", "/forceset/psoas_r/normalized_tendon_force",
     "psoas_r.mtu_length", "psoas_r.tendon_force", "leg0_l.grf_norm_y", "pelvis.com_pos_x"],
)  # fmt: skip
def test_speeds_and_muscle_states_are_no_coordinates(column: str) -> None:
    assert is_rate(column) and not is_known(column)
