"""C3D files that another library wrote: markers, two plates with a known push, events."""

from __future__ import annotations

import struct
from pathlib import Path

import ezc3d
import numpy as np
import pytest

from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.recording import RecordedEvent, read
from tests.recording_worlds import FORCE_PLATE, MOMENT_Z, NAMES, put, standing, write_c3d


def test_markers_come_out_in_metres_with_y_up(tmp_path: Path) -> None:
    recording = read(write_c3d(tmp_path / "a.c3d"))
    assert recording.kind == "c3d" and recording.markers is not None
    assert recording.markers.names == NAMES
    np.testing.assert_allclose(recording.markers.positions, standing(5), atol=1e-6)
    np.testing.assert_allclose(recording.time, np.arange(5) / 100)
    assert any("Z axis points up" in render(note) for note in recording.notes)


def test_plates_give_force_point_and_free_torque(tmp_path: Path) -> None:
    """The foot stands 50 mm along and 100 mm across the plate, which in the lab is 0.1 m to the right of its middle.

    plate (from above)      x = lab x, y = -lab y, z into the ground
    2 --------- 1           force on the plate (10, -20, 700) N
    |     o     |           so on the person, X forward, Y up, Z right: (-10, 700, 20) N
    |       foot|           free torque 3 Nm about the plate's z: turned round, +3 Nm about Y
    3 --------- 4
    """
    recording = read(write_c3d(tmp_path / "a.c3d"))
    assert recording.forces is not None
    np.testing.assert_allclose(recording.forces.time, np.arange(25) / 500, atol=1e-12)
    for plate, middle in zip(recording.forces.plates, (0.5, 1.5), strict=True):
        np.testing.assert_allclose(
            plate.force[5:], [[-FORCE_PLATE[0], FORCE_PLATE[2], -FORCE_PLATE[1]]] * 20, atol=1e-4
        )
        np.testing.assert_allclose(plate.point[5:], [[middle + 0.05, 0.0, 0.1]] * 20, atol=1e-7)
        np.testing.assert_allclose(plate.torque[5:], [[0.0, MOMENT_Z / 1000, 0.0]] * 20, atol=1e-6)
        assert np.isnan(plate.point[:5]).all()  # unloaded: no centre of pressure
        np.testing.assert_array_equal(plate.torque[:5], 0.0)
        assert plate.corners is not None and plate.corners.shape == (4, 3)
        np.testing.assert_allclose(plate.corners.mean(axis=0), [middle, 0.0, 0.0], atol=1e-7)
    assert [plate.name for plate in recording.forces.plates] == ["ground_force_1", "ground_force_2"]


def test_kistler_plate_agrees_with_the_same_push_on_six_channels(tmp_path: Path) -> None:
    a, b, depth = 120.0, 200.0, -50.0
    force, foot = np.array([15.0, -25.0, 600.0]), np.array([30.0, -80.0, 0.0])
    mx, my, mz = np.cross(foot + np.array([0, 0, depth]), force) + np.array([0, 0, 2000.0])  # about the sensors' plane
    fx12 = 0.5 * (force[0] - mz / (2 * b))
    fx34 = force[0] - fx12
    fy14 = 0.5 * (force[1] + (mz - b * (fx34 - fx12)) / a)
    quarter, tilt_x, tilt_y = force[2] / 4, mx / (4 * b), my / (4 * a)
    fz = [quarter + tilt_x - tilt_y, quarter + tilt_x + tilt_y, quarter - tilt_x + tilt_y, quarter - tilt_x - tilt_y]
    channels = np.array([fx12, fx34, fy14, force[1] - fy14, *fz])
    path = write_c3d(tmp_path / "a.c3d", plates=1)
    file = ezc3d.c3d(str(path))
    file["data"]["analogs"] = np.repeat(channels[None, :, None], 25, axis=2)
    for key, value in {"LABELS": [f"c{i}" for i in range(8)], "UNITS": ["N"] * 8}.items():
        file["parameters"]["ANALOG"][key]["value"] = value
    file["parameters"]["ANALOG"]["SCALE"]["value"] = [1.0] * 8
    file["parameters"]["ANALOG"]["OFFSET"]["value"] = [0.0] * 8
    file.add_parameter("FORCE_PLATFORM", "TYPE", [3])
    file.add_parameter("FORCE_PLATFORM", "CHANNEL", np.arange(1.0, 9.0).reshape(8, 1))
    file.add_parameter("FORCE_PLATFORM", "ORIGIN", np.array([[a], [b], [depth]]))
    file.write(str(path))
    recording = read(path)
    assert recording.forces is not None
    (plate,) = recording.forces.plates
    np.testing.assert_allclose(plate.force[0], [-15.0, 600.0, 25.0], atol=1e-3)
    np.testing.assert_allclose(plate.point[0], [0.53, 0.0, -0.08], atol=1e-6)
    np.testing.assert_allclose(plate.torque[0], [0.0, 2.0, 0.0], atol=1e-5)


def test_events_with_side_in_order_of_time(tmp_path: Path) -> None:
    events = read(write_c3d(tmp_path / "a.c3d")).events
    assert [(e.label, e.side) for e in events] == [("Foot Strike", "right"), ("Foot Off", "left")]
    np.testing.assert_allclose([e.time for e in events], [0.01, 0.03], atol=1e-6)
    assert isinstance(events[0], RecordedEvent)


def test_points_that_were_not_seen_are_nan(tmp_path: Path) -> None:
    path = write_c3d(tmp_path / "a.c3d", plates=0)
    file = ezc3d.c3d(str(path))
    points = file["data"]["points"]
    points[:, 1, 2] = np.nan
    file["data"]["points"] = points
    file.write(str(path))
    recording = read(path)
    assert recording.markers is not None and recording.forces is None
    np.testing.assert_array_equal(np.argwhere(np.isnan(recording.markers.positions).any(axis=2)), [[2, 1]])


def test_a_negative_residual_marks_a_point_as_not_seen(tmp_path: Path) -> None:
    data = bytearray(write_c3d(tmp_path / "a.c3d", plates=0).read_bytes())
    start = (struct.unpack_from("<H", data, 16)[0] - 1) * 512
    struct.pack_into("<f", data, start + 16 * (9 * 3 + 4) + 12, -1.0)  # frame 3, marker 4: x y z stay
    recording = read(put(tmp_path, "b.c3d", bytes(data)))
    assert recording.markers is not None
    np.testing.assert_array_equal(np.argwhere(np.isnan(recording.markers.positions).any(axis=2)), [[3, 4]])


@pytest.mark.parametrize("unit", ["m", ""])
def test_unit_is_read_or_assumed_from_the_size(tmp_path: Path, unit: str) -> None:
    recording = read(write_c3d(tmp_path / "a.c3d", plates=0, unit=unit))
    assert recording.markers is not None
    np.testing.assert_allclose(recording.markers.positions, standing(5), atol=1e-6)
    assert any("does not name its unit" in render(note) for note in recording.notes) == (unit == "")


def test_integers_are_scaled_as_reals_are(tmp_path: Path) -> None:
    path = write_c3d(tmp_path / "a.c3d", plates=0, events=False)
    data = bytearray(path.read_bytes())
    start = (struct.unpack_from("<H", data, 16)[0] - 1) * 512
    reals = np.frombuffer(bytes(data[start : start + 5 * 9 * 16]), "<f4").reshape(-1, 4).copy()
    scale = 0.1
    whole = np.round(reals / [scale, scale, scale, 1.0]).astype("<i2")
    at = bytes(data).index(struct.pack("<f", -1.0), 512)  # POINT:SCALE
    for place in (12, at):
        struct.pack_into("<f", data, place, scale)
    recording = read(put(tmp_path, "b.c3d", bytes(data[:start]) + whole.tobytes()))
    assert recording.markers is not None
    np.testing.assert_allclose(recording.markers.positions, standing(5), atol=0.6e-4)


def test_a_plate_that_is_not_understood_is_left_out_and_said(tmp_path: Path) -> None:
    path = write_c3d(tmp_path / "a.c3d")
    file = ezc3d.c3d(str(path))
    file.add_parameter("FORCE_PLATFORM", "TYPE", [2, 21])
    file.write(str(path))
    recording = read(path)
    assert recording.forces is not None and len(recording.forces.plates) == 1
    assert any("Force platform 2 was left out: its type 21" in render(note) for note in recording.notes)


def test_truncated_damaged_and_foreign_files_are_refused(tmp_path: Path) -> None:
    whole = write_c3d(tmp_path / "a.c3d").read_bytes()
    with pytest.raises(InputError, match="the header says 5 frames and the file holds 2"):
        start = (struct.unpack_from("<H", whole, 16)[0] - 1) * 512
        frame = 4 * (4 * 9 + 5 * 12)  # bytes: 9 points of 4 reals, 12 channels five times
        read(put(tmp_path, "b.c3d", whole[: start + 2 * frame + 10]))
    with pytest.raises(InputError, match="not a C3D file"):
        read(put(tmp_path, "c.c3d", b"\x02\x51" + whole[2:]))
    with pytest.raises(InputError, match="points to parameters in block 9"):
        read(put(tmp_path, "d.c3d", b"\x09" + whole[1:512] + bytes(len(whole) - 512)))


def test_one_wrong_byte_in_a_parameter_name_is_survived(tmp_path: Path) -> None:
    whole = write_c3d(tmp_path / "a.c3d").read_bytes()
    damaged = whole.replace(b"\x05\x02SCALE", b"\x05\x02SCALX")  # ends the process in ezc3d
    assert damaged != whole
    recording = read(put(tmp_path, "b.c3d", damaged))
    assert recording.markers is not None and recording.forces is None
    assert any("no usable numbers" in render(note) for note in recording.notes)
