"""Coordinates and ground forces from .mot and .sto text, in both dialects."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.recording import knee_sign, read, to_radians
from tests.recording_worlds import put, storage_text

ANGLES = ["time", "pelvis_tx", "hip_flexion_r", "knee_angle_r"]
ROWS = [[0.0, 0.1, 20.5, 60.25], [0.01, 0.2, 21.5, 61.25], [0.02, 0.3, 22.5, 62.25]]
OLD = ["name tiny", "datacolumns 4", "datarows 3", "range 0 0.02", "endheader"]
PUSH = ["vx", "vy", "vz", "px", "py", "pz"]


def test_opensim_header_and_exact_values(tmp_path: Path) -> None:
    recording = read(put(tmp_path, "a.mot", storage_text(ANGLES, ROWS)))
    assert recording.coordinates is not None and recording.kind == "mot"
    assert recording.coordinates.names == tuple(ANGLES[1:])
    assert recording.coordinates.in_degrees
    np.testing.assert_array_equal(recording.coordinates.values, np.array(ROWS)[:, 1:])
    np.testing.assert_allclose(to_radians(recording.coordinates)[0], [0.1, np.deg2rad(20.5), np.deg2rad(60.25)])


def test_old_header_blanks_for_tabs_and_degrees_assumed(tmp_path: Path) -> None:
    text = storage_text(ANGLES, ROWS, header=OLD).replace("\t", "   ")
    recording = read(put(tmp_path, "a.mot", text))
    assert recording.coordinates is not None
    np.testing.assert_array_equal(recording.coordinates.values, np.array(ROWS)[:, 1:])
    assert recording.coordinates.in_degrees
    assert any("exceed a full turn in radians, so they are read as degrees" in render(n) for n in recording.notes)


@pytest.mark.parametrize("rows", [2, 4, 120])
def test_a_wrong_number_of_rows_or_columns(tmp_path: Path, rows: int) -> None:
    old = ["name tiny", "datacolumns 7", f"datarows {rows}", "range 0 0.02", "endheader"]
    new = ["t", "version=1", f"nRows={rows}", "nColumns=7", "inDegrees=yes", "endheader"]
    for key, columns, head in (("datarows", "datacolumns", old), ("nRows", "nColumns", new)):
        for end in ("\n", ""):
            text = storage_text(ANGLES, ROWS, header=head).rstrip("\n") + end
            recording = read(put(tmp_path, "a.mot", text))
            assert {render(one) for one in recording.repairs} == {
                f"{key} says {rows}, the file holds 3: all 3 used.",
                f"{columns} says 7, the file names and holds 4 columns: all 4 used.",
            }
            assert recording.coordinates is not None
            np.testing.assert_array_equal(recording.coordinates.values, np.array(ROWS)[:, 1:])


def header(rows: int, columns: int, degrees: str) -> list[str]:
    return ["t", "version=1", f"nRows={rows}", f"nColumns={columns}", f"inDegrees={degrees}", "endheader"]


def test_radians_stay_radians(tmp_path: Path) -> None:
    rows = [[0.0, 5.0, 0.35, 1.0], [0.1, 9.0, 0.4, 1.1]]
    recording = read(put(tmp_path, "a.sto", storage_text(ANGLES, rows, header=header(2, 4, "no"))))
    assert recording.coordinates is not None
    assert not recording.coordinates.in_degrees  # pelvis_tx = 9 m is no angle
    np.testing.assert_array_equal(to_radians(recording.coordinates), np.array(rows)[:, 1:])


def test_degrees_that_claim_to_be_radians_are_found_out(tmp_path: Path) -> None:
    recording = read(put(tmp_path, "a.sto", storage_text(ANGLES, ROWS, header=header(3, 4, "no"))))
    assert recording.coordinates is not None
    assert recording.coordinates.in_degrees
    assert any("exceed a full turn" in render(one) for one in recording.repairs)


@pytest.mark.parametrize(("bend", "sign"), [(60.0, 1), (-60.0, -1), (0.0, 1), (-1.0, 1)])
def test_knee_that_counts_backwards_is_noted_and_kept(tmp_path: Path, bend: float, sign: int) -> None:
    rows = [[i / 100, 0.0, 10.0, bend * i / 9] for i in range(10)]
    recording = read(put(tmp_path, "a.mot", storage_text(ANGLES, rows)))
    assert recording.coordinates is not None
    assert knee_sign(recording.coordinates) == sign
    assert any("Knee flexion is negative" in render(note) for note in recording.notes) == (sign < 0)
    assert recording.coordinates.values[-1, -1] == bend


def test_long_state_names_keep_values_and_drop_the_rest(tmp_path: Path) -> None:
    stem = "/jointset/hip_r/hip_flexion_r"
    columns = ["time", f"{stem}/value", f"{stem}/speed", "/forceset/psoas_r/activation"]
    recording = read(put(tmp_path, "a.sto", storage_text(columns, [[0.0, 0.5, 9.0, 0.01]], header=header(1, 4, "no"))))
    assert recording.coordinates is not None
    assert recording.coordinates.names == ("hip_flexion_r",)
    np.testing.assert_array_equal(recording.coordinates.values, [[0.5]])
    assert any("2 columns that are not coordinates" in render(note) for note in recording.notes)


CONVENTIONS = {
    "ground_force": ([f"ground_force_{k}" for k in PUSH], [f"ground_torque_{a}" for a in "xyz"]),
    "1_ground_force": ([f"1_ground_force_{k}" for k in PUSH], [f"1_ground_torque_{a}" for a in "xyz"]),
    "ground_force_r": ([f"ground_force_r_{k}" for k in PUSH], [f"ground_torque_r_{a}" for a in "xyz"]),
    "ground_force_1": ([f"ground_force_1_{k}" for k in PUSH], [f"ground_moment_1_m{a}" for a in "xyz"]),
    "R_ground_force": ([f"R_ground_force_{k}" for k in PUSH], [f"R_ground_torque_{a}" for a in "xyz"]),
}


@pytest.mark.parametrize("name", CONVENTIONS)
def test_force_columns_in_every_convention(tmp_path: Path, name: str) -> None:
    push, turn = CONVENTIONS[name]
    row = [0.0, 1.0, 700.0, 3.0, 0.4, 0.0, 0.6, 7.0, 8.0, 9.0]
    recording = read(put(tmp_path, "a.mot", storage_text(["time", *push, *turn], [row])))
    assert recording.forces is not None and recording.coordinates is None
    (plate,) = recording.forces.plates
    assert plate.name == name
    np.testing.assert_array_equal(plate.force, [[1, 700, 3]])
    np.testing.assert_array_equal(plate.point, [[0.4, 0.0, 0.6]])
    np.testing.assert_array_equal(plate.torque, [[7, 8, 9]])


def test_plates_without_torque_are_noted_and_half_plates_refused(tmp_path: Path) -> None:
    push = [f"ground_force_r_{k}" for k in PUSH]
    row = [0.0, 1.0, 700.0, 3.0, 0.4, 0.0, 0.6]
    recording = read(put(tmp_path, "a.mot", storage_text(["time", *push], [row])))
    assert any("free torque is taken as zero" in render(note) for note in recording.notes)
    with pytest.raises(InputError, match=r"plate 'ground_force_r' lacks ground_force_r_pz"):
        read(put(tmp_path, "b.mot", storage_text(["time", *push[:-1]], [row[:-1]])))


def test_points_and_torques_in_millimetres_become_metres(tmp_path: Path) -> None:
    columns = ["time", *(f"f1_{a}" for a in "xyz"), *(f"p1_{a}" for a in "xyz"), *(f"m1_{a}" for a in "xyz")]
    row = [0.0, 1.0, 700.0, 3.0, 400.0, 0.0, 600.0, 0.0, 5000.0, 0.0]
    recording = read(put(tmp_path, "a.mot", storage_text(columns, [row])))
    assert recording.forces is not None
    (plate,) = recording.forces.plates
    np.testing.assert_allclose(plate.point, [[0.4, 0.0, 0.6]])
    np.testing.assert_allclose(plate.torque, [[0.0, 5.0, 0.0]])
    points, torques = (render(one) for one in recording.repairs)
    assert "it is in mm and was turned into metres (0.4 m)" in points and "they are in N mm" in torques


def test_a_centre_of_pressure_beyond_all_units_is_refused(tmp_path: Path) -> None:
    row = [0.0, 1.0, 700.0, 3.0, 4e8, 0.0, 6e8]
    with pytest.raises(InputError, match="must be in metres"):
        read(put(tmp_path, "a.mot", storage_text(["time", *(f"ground_force_{k}" for k in PUSH)], [row])))


@pytest.mark.parametrize(("height", "unit", "metres"), [(950.0, "mm", 0.95), (95.0, "cm", 0.95), (0.95, "m", 0.95)])
def test_pelvis_height_tells_the_unit_of_shifts(tmp_path: Path, height: float, unit: str, metres: float) -> None:
    text = storage_text(["time", "pelvis_ty", "hip_flexion_r"], [[0.0, height, 10.0]])
    recording = read(put(tmp_path, "a.mot", text))
    assert recording.coordinates is not None
    np.testing.assert_allclose(recording.coordinates.values, [[metres, 10.0]])
    told = [render(one) for one in recording.repairs]
    assert told == ([] if unit == "m" else [f"The pelvis is at a height of {height:g}: shifts are in {unit} and were"
                                            " turned into metres."])  # fmt: skip


@pytest.mark.parametrize("height", [230.0, 9e6])
def test_a_pelvis_height_with_two_readings_or_none_is_refused(tmp_path: Path, height: float) -> None:
    text = storage_text(["time", "pelvis_ty", "hip_flexion_r"], [[0.0, height, 10.0]])
    with pytest.raises(InputError, match=r"shifts must be in metres"):
        read(put(tmp_path, "a.mot", text))


def test_results_that_are_neither_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="neither joint coordinates nor ground forces; found heart_rate, breath"):
        read(put(tmp_path, "a.sto", storage_text(["time", "heart_rate", "breath"], [[0.0, 70, 0.2]])))


def test_real_inverse_kinematics(shared: Path) -> None:
    recording = read(shared / "walking_gait2392" / "opensim" / "ik.mot")
    assert recording.coordinates is not None
    assert recording.coordinates.values.shape == (151, 23)
    assert recording.coordinates.in_degrees
    first = dict(zip(recording.coordinates.names, recording.coordinates.values[0], strict=True))
    assert first["hip_flexion_r"] == -21.68091291
    assert first["pelvis_ty"] == 1.01527535
    assert knee_sign(recording.coordinates) == -1


def test_real_treadmill_forces(shared: Path) -> None:
    recording = read(shared / "walking_gait2392" / "subject01_walk1_grf.mot")
    assert recording.forces is not None and recording.markers is None and recording.coordinates is None
    right, left = recording.forces.plates
    assert (right.name, left.name) == ("ground_force", "1_ground_force")
    np.testing.assert_array_equal(right.force[0], [101.5119767, 745.4661142, -47.44870554])
    np.testing.assert_array_equal(left.point[0], [0.81009656, -0.0075, -0.05354309])
    np.testing.assert_array_equal(left.torque[0], [1.5550397, -0.75741936, 6.88030347])
    both = right.force[:, 1].mean() + left.force[:, 1].mean()
    assert both == pytest.approx(72.6 * 9.81, rel=0.05)  # he weighs 72.6 kg


def test_real_forces_beside_empty_coordinates(shared: Path) -> None:
    recording = read(shared / "running_hamner" / "subject02_running_grf.mot")
    assert recording.forces is not None and recording.coordinates is None
    assert len(recording.forces.time) == 601
    assert any("all zero" in render(note) for note in recording.notes)
    assert any("datarows says 901" in render(one) for one in recording.repairs)


def test_real_muscle_lengths_are_not_a_movement(shared: Path) -> None:
    with pytest.raises(InputError, match="are muscles"):
        read(shared / "walking_gait2392" / "opensim" / "ma_MuscleAnalysis_Length.sto")
