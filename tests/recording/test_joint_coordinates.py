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
    ],
)
def test_every_name_of_a_coordinate(column: str, name: str) -> None:
    assert coordinate_name(column) == name and is_known(column)


@pytest.mark.parametrize("column", ["knee_add_r", "pf_flex_r", "knee_tx_r", "hip_r", "psoas_r", "hip_flexion_r_moment"])
def test_other_columns_are_no_known_coordinates(column: str) -> None:
    assert not is_known(column)


@pytest.mark.parametrize(
    "column",
    ["/jointset/hip_r/hip_flexion_r/speed", "hip_flexion_r_u", "hip_flexion_r_speed", "psoas_r.activation",
     "/forceset/psoas_r/activation", "psoas_r.fiber_length", "/forceset/psoas_r/normalized_tendon_force"],
)  # fmt: skip
def test_speeds_and_muscle_states_are_no_coordinates(column: str) -> None:
    assert is_rate(column) and not is_known(column)
