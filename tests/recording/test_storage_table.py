"""Every dialect of .mot and .sto in use: columns, rows and header, whatever separates, counts or precedes them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.recording import Recording, check_markers_known, read
from tests.recording_worlds import NAMES, put, standing, storage_text

ANGLES = ["time", "pelvis_tx", "hip_flexion_r", "knee_angle_r"]
ROWS = [[0.0, 0.1, 20.5, 60.25], [0.01, 0.2, 21.5, 61.25], [0.02, 0.3, 22.5, 62.25]]
PLAIN = storage_text(ANGLES, ROWS)


def check(tmp_path: Path, text: str, *told: str) -> Recording:
    """Read ``text``: the plain coordinates as they are, and these repairs and no other."""
    recording = read(put(tmp_path, "a.mot", text))
    assert recording.coordinates is not None
    assert recording.coordinates.names == tuple(ANGLES[1:])
    np.testing.assert_array_equal(recording.coordinates.values, np.array(ROWS)[:, 1:])
    np.testing.assert_array_equal(recording.time, [0.0, 0.01, 0.02])
    repairs = [render(one) for one in recording.repairs]
    assert len(repairs) == len(told), repairs
    assert all(part in repair for part, repair in zip(told, repairs, strict=True)), repairs
    return recording


@pytest.mark.parametrize("between", ["\t", " ", "    ", ",", ";", " \t "])
def test_cells_apart_by_any_sign(tmp_path: Path, between: str) -> None:
    check(tmp_path, PLAIN.replace("\t", between))


def test_decimal_commas(tmp_path: Path) -> None:
    head, rows = PLAIN.split("knee_angle_r\n")
    check(tmp_path, head + "knee_angle_r\n" + rows.replace(".", ","), "written with a comma")


def test_trailing_tabs_everywhere_and_windows_line_ends(tmp_path: Path) -> None:
    check(tmp_path, "\r\n".join(line + "\t\t\t" for line in PLAIN.splitlines()) + "\r\n")


@pytest.mark.parametrize("name", ["time", "Time", "TIME", "time(s)", "Time [s]"])
def test_names_of_time(tmp_path: Path, name: str) -> None:
    check(tmp_path, PLAIN.replace("time\t", f"{name}\t"))


@pytest.mark.parametrize("front", ["Frame#", "frame", ""])
def test_a_column_of_frames_before_the_time(tmp_path: Path, front: str) -> None:
    *head, names, one, two, three = PLAIN.splitlines()
    rows = [f"{i}\t{row}" if front else f"\t{row}" for i, row in enumerate((one, two, three), start=1)]
    check(tmp_path, "\n".join([*head, f"{front}\t{names}", *rows]) + "\n")


def test_a_header_without_its_end(tmp_path: Path) -> None:
    check(tmp_path, PLAIN.replace("endheader\n", ""))


@pytest.mark.parametrize("text", ["", "three", "3.0", "-3"])
def test_a_count_that_is_none_is_counted(tmp_path: Path, text: str) -> None:
    check(tmp_path, PLAIN.replace("nRows=3", f"nRows={text}"), f"nRows is '{text}' in the header; it was counted")


def test_a_column_without_name_and_one_that_comes_twice(tmp_path: Path) -> None:
    unnamed = storage_text(["time", "pelvis_tx", " ", *ANGLES[2:]], np.insert(ROWS, 2, 7.0, axis=1))
    check(tmp_path, unnamed.replace("\t \t", "\t\t"), "1 column without a name")
    twice = storage_text([*ANGLES, "knee_angle_r"], np.insert(ROWS, 4, np.array(ROWS)[:, 3], axis=1))
    check(tmp_path, twice, "columns that repeat an earlier one, name and numbers (knee_angle_r)")


def test_a_row_of_the_same_instant(tmp_path: Path) -> None:
    rows = [*ROWS[:2], [0.01, 0.2, 21.51, 61.25], ROWS[2]]
    check(tmp_path, storage_text(ANGLES, rows), "1 row that repeats the frame before it (line 10)")
    with pytest.raises(InputError, match="time stands still"):
        read(put(tmp_path, "b.mot", storage_text(ANGLES, [*ROWS[:2], [0.01, 0.2, 29.5, 61.25], ROWS[2]])))


def test_uneven_steps_are_resampled(tmp_path: Path) -> None:
    time = np.sort(np.concatenate([np.linspace(0, 1, 90), np.linspace(0.003, 0.99, 47)]))
    bend = 30 + 20 * np.sin(2 * np.pi * time)
    recording = read(put(tmp_path, "a.sto", storage_text(["time", "knee_angle_r"], np.column_stack([time, bend]))))
    assert recording.coordinates is not None
    np.testing.assert_allclose(np.diff(recording.time), recording.time[1], rtol=1e-9)
    expected = 30 + 20 * np.sin(2 * np.pi * recording.time)
    np.testing.assert_allclose(recording.coordinates.values[:, 0], expected, atol=0.02)
    (repair,) = recording.repairs
    assert "Time steps are uneven" in render(repair) and "137 frames became" in render(repair)


@pytest.mark.parametrize("cell", ["{},{},{}", "~[{},{},{}]"])
@pytest.mark.parametrize(("scale", "units"), [(1.0, "Units=m\n"), (1000.0, "Units=mm\n"), (1000.0, "")])
def test_a_table_of_vectors_is_markers(tmp_path: Path, scale: float, units: str, cell: str) -> None:
    frames = standing(4) * scale
    rows = ["\t".join([f"{i / 100}", *(cell.format(*map(float, xyz)) for xyz in row)]) for i, row in enumerate(frames)]
    head = f"DataRate=100.0\n{units}DataType=Vec3\nversion=3\nOpenSimVersion=4.5\nendheader\n"
    recording = read(put(tmp_path, "a.sto", head + "\n".join(["\t".join(["time", *NAMES]), *rows]) + "\n"))
    assert recording.markers is not None and recording.kind == "sto" and recording.coordinates is None
    assert recording.markers.names == NAMES
    np.testing.assert_allclose(recording.markers.positions, standing(4), atol=1e-9)
    assert "gait2392" in check_markers_known(recording).sets
    assert len(recording.repairs) == (not units)


def test_a_table_of_vectors_from_a_c3d_is_forces(tmp_path: Path) -> None:
    head = "DataRate=1000.0\nDataType=Vec3\nversion=3\nOpenSimVersion=4.5\nendheader\ntime\tf1\tp1\tm1\n"
    rows = "0\t1,700,3\t0.4,0,0.6\t7,8,9\n0.001\t1,700,3\t0.4,0,0.6\t7,8,9\n"
    recording = read(put(tmp_path, "a.sto", head + rows))
    assert recording.forces is not None
    (plate,) = recording.forces.plates
    np.testing.assert_array_equal(plate.force[0], [1, 700, 3])
    np.testing.assert_array_equal(plate.point[0], [0.4, 0, 0.6])
    np.testing.assert_array_equal(plate.torque[0], [7, 8, 9])


def test_a_vector_of_two_numbers_is_named_by_line_and_column(tmp_path: Path) -> None:
    head = "DataType=Vec3\nendheader\ntime\ta\tb\n"
    with pytest.raises(InputError, match=r"a\.sto line 5, column 3: '4,5' holds no three numbers"):
        read(put(tmp_path, "a.sto", head + "0\t1,2,3\t4,5,6\n1\t1,2,3\t4,5\n"))
