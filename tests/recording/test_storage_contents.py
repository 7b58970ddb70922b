"""Results of OpenSim that are no recording are named in one line; flattened vectors are read as what they are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from psoas.core.errors import InputError
from psoas.recording import read
from psoas.recording.vector_columns import flat_vectors
from tests.recording_worlds import NAMES, put, standing, storage_text

MUSCLES = ["addbrev_r", "psoas_r", "soleus_l", "gasmed_l"]
OTHERS = {
    "activations of static optimization": ([*MUSCLES, "FX", "FY", "FZ"], "muscles"),
    "muscle forces beside reserves": ([*MUSCLES, "hip_flexion_r_reserve", "calcn_r_RightGRF_Fx"], "muscles"),
    "controls of Moco": (["/forceset/addbrev_r", "/forceset/unheard_of", "/forceset/reserve_hip"], "muscles"),
    "states of muscles": (["/forceset/a/activation", "/forceset/b/normalized_tendon_force"], "muscles"),
    "inverse dynamics": (["hip_flexion_r_moment", "pelvis_tx_force", "knee_angle_l_moment"], "joint moments"),
    "joint reactions": ([f"hip_r_on_femur_r_in_femur_r_{a}" for a in ("fx", "fy", "fz", "mx")], "joint reactions"),
    "errors of inverse kinematics": (["total_squared_error", "marker_error_RMS", "marker_error_max"], "errors"),
    "sensors": (["pelvis_imu", "femur_r_imu", "tibia_r_imu"], "sensors"),
    "body kinematics": (["pelvis_X", "pelvis_Y", "pelvis_Z", "pelvis_Ox"], "places of bodies"),
}


def fault(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read(path)
    (one,) = caught.value.faults
    return one


@pytest.mark.parametrize("suffix", ["sto", "mot"])
@pytest.mark.parametrize("key", OTHERS)
def test_results_of_other_kinds_are_named(tmp_path: Path, key: str, suffix: str) -> None:
    columns, words = OTHERS[key]
    rows = [[0.01 * i, *range(len(columns))] for i in range(3)]
    assert words in fault(put(tmp_path, f"a.{suffix}", storage_text(["time", *columns], rows)))


@pytest.mark.parametrize(
    ("data_type", "cell", "words"),
    [("Quaternion", "1.0,0.0,0.0,0.0", "orientations of sensors"), ("Rotation", "1,0,0,0,1,0,0,0,1", "orientations"),
     ("SpatialVec", "1,2,3,4,5,6", "neither markers nor forces")],
)  # fmt: skip
def test_cells_of_other_kinds_are_one_fault(tmp_path: Path, data_type: str, cell: str, words: str) -> None:
    head = f"DataRate=100.000000\nDataType={data_type}\nversion=3\nOpenSimVersion=4.1\nendheader\n"
    rows = "".join(f"{0.01 * i:.2f}\t{cell}\t{cell}\n" for i in range(20))
    assert words in fault(put(tmp_path, "a.sto", head + "time\tpelvis_imu\tfemur_r_imu\n" + rows))


def test_muscles_beside_a_movement_or_a_plate_do_not_hide_it(tmp_path: Path) -> None:
    moving = read(put(tmp_path, "a.sto", storage_text(["time", *MUSCLES, "knee_angle_r"], [[0, 1, 2, 3, 4, 60.0]])))
    assert moving.coordinates is not None
    plate = [f"ground_force_{part}{axis}" for part in "vp" for axis in "xyz"]
    pushed = read(put(tmp_path, "b.sto", storage_text(["time", *MUSCLES, *plate], [[0.0] * 11])))
    assert pushed.forces is not None


ENDINGS = [("_1", "_2", "_3"), (".1", ".2", ".3"), ("[0]", "[1]", "[2]"), ("_x", "_y", "_z"), (".X", ".Y", ".Z"),
           ("_tx", "_ty", "_tz")]  # fmt: skip


@pytest.mark.parametrize("ending", ENDINGS)
def test_markers_in_three_columns_each(tmp_path: Path, ending: tuple[str, ...]) -> None:
    columns = [name + end for name in NAMES for end in ending]
    rows = np.column_stack([np.arange(4) / 100, standing().reshape(4, -1)])
    recording = read(put(tmp_path, "a.sto", storage_text(["time", *columns], rows)))
    assert recording.markers is not None and recording.markers.names == NAMES
    np.testing.assert_allclose(recording.markers.positions, standing(), atol=1e-9)


@pytest.mark.parametrize("ending", ENDINGS[:3])
def test_forces_that_opensim_flattened(tmp_path: Path, ending: tuple[str, ...]) -> None:
    columns = [f"{part}1{end}" for part in "fpm" for end in ending]
    row = [0.0, 1.0, 700.0, 3.0, 0.4, 0.0, 0.6, 7.0, 8.0, 9.0]
    recording = read(put(tmp_path, "a.sto", storage_text(["time", *columns], [row])))
    assert recording.forces is not None
    (plate,) = recording.forces.plates
    assert plate.name == "f1"
    np.testing.assert_array_equal([*plate.force[0], *plate.point[0], *plate.torque[0]], row[1:])


@pytest.mark.parametrize(
    "columns",
    [["glmax_1", "glmax_2", "glmax_3", "soleus"], ["a_1", "a_3", "a_2"], ["a_x", "b_y", "a_z"], ["_x", "_y", "_z"],
     ["a_x", "a_y", "a_z", "a_x", "a_y", "a_z"], ["a_1", "a_2"], [],
     ["pelvis_X", "pelvis_Y", "pelvis_Z", "pelvis_Ox", "pelvis_Oy", "pelvis_Oz"]],
)  # fmt: skip
def test_columns_that_are_no_vectors(columns: list[str]) -> None:
    assert flat_vectors(columns) == ()


def test_vectors_of_no_known_marker_are_no_markers(tmp_path: Path) -> None:
    columns = [f"sensor{i}_{axis}" for i in range(4) for axis in "xyz"]
    text = storage_text(["time", *columns], [[0.0] * 13, [0.01] * 13])
    assert "neither joint coordinates nor ground forces" in fault(put(tmp_path, "a.sto", text))
