"""What is written is read back equal; nothing is left half-written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.recording import (
    Coordinates,
    Forces,
    Markers,
    Plate,
    Recording,
    read,
    write_forces,
    write_mot,
    write_sto,
    write_trc,
)
from tests.recording_worlds import NAMES, standing

SAME_FOLDER = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
NUMBER = st.floats(-1e6, 1e6, allow_nan=False)


def recording_of(positions: Floats, time: Floats) -> Recording:
    return Recording(Path("made.trc"), "trc", time, markers=Markers(NAMES, positions))


@SAME_FOLDER
@given(
    shift=arrays(float, (3, 9, 3), elements=st.floats(-0.1, 0.1)),
    gaps=arrays(bool, (3, 9)),
    start=st.floats(-100, 100),
)
def test_trc_round_trip(tmp_path: Path, shift: Floats, gaps: np.ndarray, start: float) -> None:
    gaps[:, :5] = False  # enough is seen, and up can be found
    positions = np.where(gaps[:, :, None], np.nan, standing(3) + shift)
    written = recording_of(positions, start + np.arange(3) / 100)
    back = read(write_trc(written, tmp_path / "a.trc"), up="y")
    assert back.markers is not None
    assert back.markers.names == NAMES
    np.testing.assert_array_equal(back.markers.positions, positions)
    np.testing.assert_array_equal(back.time, written.time)
    assert back.notes == ()


@SAME_FOLDER
@given(values=arrays(float, (4, 3), elements=NUMBER))
def test_mot_and_sto_keep_values_exactly(tmp_path: Path, values: Floats) -> None:
    names, time = ("pelvis_tx", "hip_flexion_r", "knee_angle_l"), np.arange(4) / 7
    held = Coordinates(names, values, True)
    back = read(write_mot(held, time, tmp_path / "a.mot"))
    assert back.coordinates is not None and back.coordinates.in_degrees
    assert back.coordinates.names == names
    np.testing.assert_array_equal(back.coordinates.values, values)
    np.testing.assert_array_equal(back.time, time)
    again = read(write_sto(names, values, time, tmp_path / "a.sto", in_degrees=True))
    assert again.coordinates is not None
    np.testing.assert_array_equal(again.coordinates.values, values)


@SAME_FOLDER
@given(values=arrays(float, (4, 3), elements=st.floats(-3, 3)))
def test_radians_are_written_as_degrees_and_metres_stay(tmp_path: Path, values: Floats) -> None:
    held = Coordinates(("pelvis_tx", "hip_flexion_r", "knee_angle_l"), values, False)
    back = read(write_mot(held, np.arange(4) / 7, tmp_path / "a.mot"))
    assert back.coordinates is not None and back.coordinates.in_degrees
    np.testing.assert_array_equal(back.coordinates.values[:, 0], values[:, 0])
    np.testing.assert_allclose(np.deg2rad(back.coordinates.values[:, 1:]), values[:, 1:], atol=1e-12)
    raw = read(write_mot(held, np.arange(4) / 7, tmp_path / "b.mot", in_degrees=False))
    assert raw.coordinates is not None and not raw.coordinates.in_degrees
    np.testing.assert_array_equal(raw.coordinates.values, values)


@SAME_FOLDER
@given(
    force=arrays(float, (2, 4, 3), elements=NUMBER),
    point=arrays(float, (2, 4, 3), elements=st.floats(-40, 40)),
    torque=arrays(float, (2, 4, 3), elements=st.floats(-100, 100)),
    names=st.sampled_from([("ground_force_r", "ground_force_l"), ("ground_force", "1_ground_force"), ("a", "b")]),
)
def test_forces_round_trip(
    tmp_path: Path, force: Floats, point: Floats, torque: Floats, names: tuple[str, str]
) -> None:
    plates = tuple(Plate(names[i], force[i], point[i], torque[i]) for i in range(2))
    back = read(write_forces(Forces(np.arange(4) / 600, plates), tmp_path / "a.mot"), up="y").forces
    assert back is not None
    expected = ("ground_force_1", "ground_force_2") if names == ("a", "b") else names
    assert tuple(plate.name for plate in back.plates) == expected
    for i, plate in enumerate(back.plates):
        np.testing.assert_array_equal(plate.force, force[i])
        np.testing.assert_array_equal(plate.point, point[i])
        np.testing.assert_array_equal(plate.torque, torque[i])


def test_an_unseen_point_of_force_is_written_as_zero(tmp_path: Path) -> None:
    plate = Plate("ground_force_r", np.zeros((1, 3)), np.full((1, 3), np.nan), np.zeros((1, 3)))
    back = read(write_forces(Forces(np.zeros(1), (plate,)), tmp_path / "a.mot"))
    assert back.forces is not None
    np.testing.assert_array_equal(back.forces.plates[0].point, np.zeros((1, 3)))


def test_real_files_survive_a_round_trip(shared: Path, tmp_path: Path) -> None:
    walk = read(shared / "walking_gait2392" / "subject01_walk1.trc")
    back = read(write_trc(walk, tmp_path / "a.trc"))
    assert walk.markers is not None and back.markers is not None
    np.testing.assert_array_equal(back.markers.positions, walk.markers.positions)
    assert back.notes == ()
    ik = read(shared / "walking_gait2392" / "opensim" / "ik.mot")
    assert ik.coordinates is not None
    again = read(write_mot(ik.coordinates, ik.time, tmp_path / "a.mot"))
    assert again.coordinates is not None
    np.testing.assert_array_equal(again.coordinates.values, ik.coordinates.values)
    assert again.notes == ik.notes


def test_nothing_is_left_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.trc"
    write_trc(recording_of(standing(), np.arange(4) / 100), target)
    before = target.read_bytes()

    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full_disk)
    with pytest.raises(InputError, match=r"a\.trc: cannot be written \(No space left on device\)"):
        write_trc(recording_of(standing(), np.arange(4) / 50), target)
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.trc"]


def test_misuse_is_refused_in_words(tmp_path: Path) -> None:
    marked = recording_of(standing(), np.arange(4) / 100)
    with pytest.raises(InputError, match="holds no markers"):
        write_trc(replace(marked, markers=None), tmp_path / "a.trc")
    with pytest.raises(InputError, match="cannot be written"):
        write_trc(marked, tmp_path / "nowhere" / "a.trc")
    with pytest.raises(InputError, match=r"values of shape \(4, 9, 3\) do not fit 4 rows and 1 names"):
        write_sto(["a"], standing(), np.arange(4.0), tmp_path / "a.sto")
    with pytest.raises(InputError, match="hold no blanks; found 'a b'"):
        write_sto(["a b"], np.zeros((4, 1)), np.arange(4.0), tmp_path / "a.sto")
    assert list(tmp_path.iterdir()) == []
