"""Which way is up: every axis and both directions come out as Y, right-handed, forces alike."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from psoas.core.arrays import Floats
from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.recording import read
from psoas.recording.vertical_axis import Up, axis_rotation
from tests.recording_worlds import put, standing, storage_text, trc_text

CASES = [(axis, sign) for axis in range(3) for sign in (1, -1)]


@pytest.mark.parametrize(("axis", "sign"), CASES)
def test_rotation_is_proper_and_lifts_its_axis(axis: int, sign: int) -> None:
    R = axis_rotation(axis, sign)
    np.testing.assert_array_equal(R @ R.T, np.eye(3))
    assert np.linalg.det(R) == pytest.approx(1.0)
    np.testing.assert_array_equal(R @ (sign * np.eye(3)[axis]), [0, 1, 0])


@pytest.mark.parametrize(("axis", "sign"), CASES)
def test_up_is_found_from_markers(tmp_path: Path, axis: int, sign: int) -> None:
    in_file: Floats = standing() @ axis_rotation(axis, sign)  # the inverse turn
    recording = read(put(tmp_path, "a.trc", trc_text(in_file * 1000)))
    assert recording.markers is not None
    np.testing.assert_allclose(recording.markers.positions, standing(), atol=1e-12)
    assert any("axis points up" in render(note) for note in recording.notes) == ((axis, sign) != (1, 1))


@pytest.mark.parametrize(("up", "axis"), [("x", 0), ("y", 1), ("z", 2)])
def test_the_user_has_the_last_word(tmp_path: Path, up: Up, axis: int) -> None:
    lying: Floats = standing() @ axis_rotation(axis, 1) @ np.array([[0.0, 1, 0], [0, 0, 1], [1, 0, 0]])
    recording = read(put(tmp_path, "a.trc", trc_text(lying * 1000)), up=up)
    assert recording.markers is not None
    np.testing.assert_allclose(recording.markers.positions, lying @ axis_rotation(axis, 1).T, atol=1e-12)


def test_pelvis_above_knees_is_enough(tmp_path: Path) -> None:
    in_file = (standing() @ axis_rotation(2, 1))[:, :5]
    names = ["R.ASIS", "L.ASIS", "V.Sacral", "R.Knee.Lat", "L.Knee.Lat"]
    recording = read(put(tmp_path, "a.trc", trc_text(in_file * 1000, names=names)))
    assert recording.markers is not None
    np.testing.assert_allclose(recording.markers.positions, standing()[:, :5], atol=1e-12)


def test_own_marker_map_helps_to_find_up(tmp_path: Path) -> None:
    in_file = standing() @ axis_rotation(2, 1)
    path = put(tmp_path, "a.trc", trc_text(in_file * 1000, names=list("abcdefghi")))
    own = {"a": "asis_r", "b": "asis_l", "f": "heel_r", "g": "heel_l"}
    recording = read(path, marker_map=own)
    assert recording.markers is not None
    np.testing.assert_allclose(recording.markers.positions, standing(), atol=1e-12)


@pytest.mark.parametrize("up", ["auto", "z"])
def test_forces_alone_turn_alike(tmp_path: Path, up: Up) -> None:
    columns = ["time", *(f"ground_force_{k}" for k in ("vx", "vy", "vz", "px", "py", "pz"))]
    columns += [f"ground_torque_{a}" for a in "xyz"]
    path = put(tmp_path, "a.mot", storage_text(columns, [[0.0, 10, 20, 700, 0.1, 0.2, 0.3, 1, 2, 3]]))
    recording = read(path, up=up)
    assert recording.forces is not None
    (plate,) = recording.forces.plates
    np.testing.assert_allclose(plate.force, [[10, 700, -20]])
    np.testing.assert_allclose(plate.point, [[0.1, 0.3, -0.2]])
    np.testing.assert_allclose(plate.torque, [[1, 3, -2]])


def test_another_axis_is_refused(tmp_path: Path) -> None:
    path = put(tmp_path, "a.trc", trc_text(standing() * 1000))
    with pytest.raises(InputError, match="up axis 'w' is not known; expected one of auto, x, y, z"):
        read(path, up="w")  # type: ignore[arg-type]
