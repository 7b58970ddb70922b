"""Plates by all the names in use."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.recording import read
from psoas.recording.plate_columns import is_force_column
from psoas.recording.plate_names import plate_stem
from tests.recording_worlds import put, storage_text

OPENSIM = (("{}_v{}", "{}_p{}"), "{}_{}")
STEMS = {
    "ground_force": ("ground_force", "ground_torque"),
    "1_ground_force": ("1_ground_force", "1_ground_torque"),
    "ground_force_r": ("ground_force_r", "ground_torque_r"),
    "ground_force_R": ("ground_force_R", "ground_torque_R"),
    "R_ground_force": ("R_ground_force", "R_ground_torque"),
    "ground_force_1": ("ground_force_1", "ground_torque_1"),
    "ground_force1": ("ground_force1", "ground_torque1"),
    "ground_force_calcn_r": ("ground_force_calcn_r", "ground_torque_calcn_r"),
    "calcn_r_force": ("calcn_r_force", "calcn_r_torque"),
    "1_force": ("1_force", "1_torque"),
    "grf_l": ("grf_l", "grf_l_torque"),
    "FP1": ("FP1", "FP1_moment"),
    "folder": ("/loads/ground_force_1", "/loads/ground_torque_1"),
}
PATTERNS = {
    **{key: (f"{a}_v{{}}", f"{a}_p{{}}", f"{b}_{{}}") for key, (a, b) in STEMS.items()},
    "moment with a letter": ("ground_force_1_v{}", "ground_force_1_p{}", "ground_moment_1_m{}"),
    "C3DFileAdapter": ("f1_{}", "p1_{}", "m1_{}"),
    "side behind": ("ground_force_v{}_r", "ground_force_p{}_r", "ground_torque_{}_r"),
    "D-Flow": ("FP1.For{}", "FP1.Cop{}", "FP1.Mom{}"),
    "letters": ("F{}_r", "COP{}_r", "M{}_r"),
    "plate": ("ForcePlate1_F{}", "ForcePlate1_COP{}", "ForcePlate1_M{}"),
    "letters and C": ("R_F{}", "R_C{}", "R_M{}"),
    "side at the axis": ("F{}R", "COP{}R", "M{}R"),
    "SCONE": ("leg1_r.grf_{}", "leg1_r.cop_{}", "leg1_r.grm_{}"),
    "bare point": ("FP1_v{}", "FP1_{}", "FP1_moment_{}"),
}
ROW = [0.0, 1.0, 700.0, 3.0, 0.4, 0.0, 0.6, 7.0, 8.0, 9.0]


@pytest.mark.parametrize("upper", [False, True])
@pytest.mark.parametrize("key", PATTERNS)
def test_every_name_in_use(tmp_path: Path, key: str, upper: bool) -> None:
    axes = "XYZ" if upper or key == "D-Flow" else "xyz"
    columns = [pattern.format(axis) for pattern in PATTERNS[key] for axis in axes]
    recording = read(put(tmp_path, "a.mot", storage_text(["time", *columns], [ROW])))
    assert recording.forces is not None and recording.coordinates is None and recording.repairs == ()
    (plate,) = recording.forces.plates
    np.testing.assert_array_equal(plate.force, [[1, 700, 3]])
    np.testing.assert_array_equal(plate.point, [[0.4, 0.0, 0.6]])
    np.testing.assert_array_equal(plate.torque, [[7, 8, 9]])


def test_two_plates_keep_their_order_and_their_own_torques(tmp_path: Path) -> None:
    columns = [f"{kind}{plate}_{axis}" for kind in "fpm" for plate in "21" for axis in "xyz"]
    row = [0.0, *np.arange(1.0, 19.0)]
    recording = read(put(tmp_path, "a.mot", storage_text(["time", *columns], [row])), up="y")
    assert recording.forces is not None
    assert [plate.name for plate in recording.forces.plates] == ["f2", "f1"]
    np.testing.assert_array_equal(recording.forces.plates[0].torque, [[13, 14, 15]])
    np.testing.assert_array_equal(recording.forces.plates[1].torque, [[16, 17, 18]])


@pytest.mark.parametrize(
    "column",
    ["time", "pelvis_tx", "knee_tx_r", "hip_r_on_femur_r_in_ground_fx", "walker_knee_r_on_tibia_r_in_tibia_r_mx",
     "tibia_r_force_vx", "LASI_x", "heel_r_x", "com_pos_x", "hip_flexion_r_moment", "psoas_r", "FORCE", "calcn_r_X",
     "FORCER", "xr", "acx"],
)  # fmt: skip
def test_other_columns_are_no_ground_forces(column: str) -> None:
    assert not is_force_column(column)


def test_half_a_plate_beside_a_whole_one_is_left_out(tmp_path: Path) -> None:
    columns = [pattern.format(axis) for pattern in PATTERNS["ground_force_1"] for axis in "xyz"]
    text = storage_text(["time", *columns, "ground_force_2_vx", "ground_force_2_vy"], [[*ROW, 1.0, 2.0]])
    recording = read(put(tmp_path, "a.mot", text))
    assert recording.forces is not None and len(recording.forces.plates) == 1
    (repair,) = recording.repairs
    assert render(repair).startswith("Left out: plate 'ground_force_2' lacks ground_force_2_vz, ground_force_2_px")
    with pytest.raises(InputError, match="plate 'ground_force_2' lacks"):
        read(put(tmp_path, "b.mot", storage_text(["time", "ground_force_2_vx", "ground_force_2_vy"], [[0.0, 1, 2]])))


@pytest.mark.parametrize(
    ("column", "name"),
    [("leg0_l.grf_x", "leg0_l.grf"), ("ground_force_vx_r", "ground_force_r"), ("FP1.ForX", "FP1"),
     ("Plate1Fx", "Plate1"), ("GRFvx_r", "GRF_r"), ("GRF_x", "GRF")],
)  # fmt: skip
def test_the_name_of_a_plate_is_that_of_its_columns_without_the_axis(column: str, name: str) -> None:
    assert plate_stem(column) == name
