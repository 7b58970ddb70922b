"""What is written is what ezc3d and our own reader read: markers, plates, events, the person, computed quantities."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import ezc3d
import numpy as np
import pytest

from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.recording import (
    C3DOutput,
    Coordinates,
    Forces,
    Markers,
    Plate,
    RecordedEvent,
    Recording,
    Subject,
    joint_angle_outputs,
    output_name,
    read,
    scalar_outputs,
    write_c3d,
)
from tests.recording_worlds import NAMES, standing

FRAMES, RATE = 50, 100.0
CORNERS = np.array([(0.7, 0.0, 0.3), (0.3, 0.0, 0.3), (0.3, 0.0, -0.3), (0.7, 0.0, -0.3)])


def plate(samples: int, *, corners: Floats | None = CORNERS) -> Plate:
    """A foot rolls over the plate; nobody is on it for the first tenth."""
    share = np.linspace(0, 1, samples)
    loaded = share >= 0.1
    force = np.column_stack([20 - 40 * share, np.full(samples, 700.0), np.full(samples, 15.0)]) * loaded[:, None]
    point = np.column_stack([0.4 + 0.2 * share, 0 * share, 0.1 + 0 * share])
    point[~loaded] = np.nan
    torque = np.column_stack([0 * share, 3.0 * loaded, 0 * share])
    return Plate("ground_force_1", force, point, torque, corners)


def walking() -> Recording:
    """The standing figure on a plate, the second marker not seen in the third frame."""
    positions = standing(FRAMES)
    positions[2, 1] = np.nan
    time = 0.5 + np.arange(FRAMES) / RATE
    forces = Forces(0.5 + np.arange(10 * FRAMES) / (10 * RATE), (plate(10 * FRAMES),))
    events = (RecordedEvent("Foot Strike", "right", 0.62), RecordedEvent("Foot Off", "", 71.25))
    subject = Subject(mass_kg=56.8, height_m=1.74, sex="female", knee_width_l_m=0.1)
    return Recording(
        Path("walk.c3d"), "c3d", time, markers=Markers(NAMES, positions), forces=forces, events=events, subject=subject
    )


def angles(frames: int = FRAMES) -> Coordinates:
    names = (
        "pelvis_tilt",
        "pelvis_list",
        "hip_flexion_r",
        "hip_adduction_l",
        "knee_angle_r",
        "ankle_angle_l",
        "pelvis_tx",
    )
    values = np.tile([-12.0, 4.0, 30.0, 5.0, 60.0, 10.0, 1.0], (frames, 1))
    return Coordinates(names, values, in_degrees=True)


def test_our_reader_reads_it_back(tmp_path: Path) -> None:
    written = walking()
    found = read(write_c3d(written, tmp_path / "a.c3d", outputs=[joint_angle_outputs(angles())]))
    assert found.markers is not None and written.markers is not None and found.markers.names == NAMES
    np.testing.assert_allclose(found.markers.positions, written.markers.positions, atol=1e-7, equal_nan=True)
    np.testing.assert_allclose(found.time, written.time, atol=1e-9)
    assert [(one.label, one.side) for one in found.events] == [("Foot Strike", "right"), ("Foot Off", "")]
    np.testing.assert_allclose([one.time for one in found.events], [0.62, 71.25], atol=1e-4)
    assert found.subject is not None and found.subject.sex == "female"
    assert found.subject.mass_kg == pytest.approx(56.8) and found.subject.height_m == pytest.approx(1.74)
    assert found.subject.knee_width_l_m == pytest.approx(0.1) and found.subject.knee_width_r_m is None
    assert found.repairs == ()


@pytest.mark.parametrize("corners", [CORNERS, None])
def test_plates_come_back(tmp_path: Path, corners: Floats | None) -> None:
    written = plate(10 * FRAMES, corners=corners)
    forces = Forces(0.5 + np.arange(10 * FRAMES) / (10 * RATE), (written,))
    found = read(write_c3d(replace(walking(), forces=forces), tmp_path / "a.c3d")).forces
    assert found is not None
    (back,) = found.plates
    np.testing.assert_allclose(found.time, forces.time, atol=1e-9)
    np.testing.assert_allclose(back.force, written.force, atol=1e-4)
    np.testing.assert_allclose(back.point, written.point, atol=1e-6, equal_nan=True)
    np.testing.assert_allclose(back.torque, written.torque, atol=1e-5)


def test_forces_on_another_clock_are_brought_to_whole_samples(tmp_path: Path) -> None:
    """960 Hz beside 100 Hz: ten samples a frame, the course is kept."""
    time = np.arange(0.4, 1.2, 1 / 960)
    steady = plate(len(time))
    found = read(write_c3d(replace(walking(), forces=Forces(time, (steady,))), tmp_path / "a.c3d")).forces
    assert found is not None and len(found.time) == 10 * FRAMES
    for axis in range(3):
        expected = np.interp(found.time, time, steady.force[:, axis])
        np.testing.assert_allclose(found.plates[0].force[:, axis], expected, atol=1e-3)


def test_ezc3d_reads_it(tmp_path: Path) -> None:
    written = walking()
    forces = scalar_outputs(
        ["psoas_L1_VB_r", "iliacus_front_l"], np.tile([310.0, 42.0], (FRAMES, 1)), unit="N", ending="Force"
    )
    length = scalar_outputs(["psoas_r"], np.full((FRAMES, 1), 280.0), unit="mm", ending="Length")
    path = write_c3d(written, tmp_path / "a.c3d", outputs=[joint_angle_outputs(angles()), forces, length])
    file = ezc3d.c3d(str(path), extract_forceplat_data=True)
    labels = file["parameters"]["POINT"]["LABELS"]["value"]
    assert labels[: len(NAMES)] == list(NAMES)
    assert file["parameters"]["POINT"]["TYPE_GROUPS"]["value"] == ["ANGLES", "SCALARS"]
    assert file["parameters"]["POINT"]["SCALARS"]["value"] == ["RPsoasL1VBForce", "LIliacusFrontForce", "RPsoasLength"]
    assert file["parameters"]["POINT"]["ANGLE_UNITS"]["value"] == ["deg"]
    assert file["parameters"]["POINT"]["SCALAR_UNITS"]["value"] == ["N", "N", "mm"]
    points = file["data"]["points"]
    assert written.markers is not None
    theirs = points[:3, : len(NAMES)].transpose(2, 1, 0) / 1000
    np.testing.assert_allclose(theirs, written.markers.positions, atol=1e-7, equal_nan=True)
    np.testing.assert_allclose(points[0, labels.index("RPsoasL1VBForce")], 310.0)
    np.testing.assert_allclose(points[:3, labels.index("RHipAngles"), 0], [30.0, 0.0, 0.0], atol=1e-5)
    (platform,) = file["data"]["platform"]
    assert written.forces is not None
    np.testing.assert_allclose(platform["force"].T, written.forces.plates[0].force, atol=1e-4)
    loaded = np.isfinite(written.forces.plates[0].point).all(axis=1)
    cop = platform["center_of_pressure"].T[loaded] / 1000
    np.testing.assert_allclose(cop, written.forces.plates[0].point[loaded], atol=1e-6)


def test_angles_have_vicons_names_and_signs() -> None:
    """Pelvis tipped back by -12 degrees is tilted forward by 12; a list of 4 degrees lifts the left side."""
    found = joint_angle_outputs(angles(1))
    of = {name: list(np.round(found.values[0, i], 6)) for i, name in enumerate(found.names)}
    assert of == {
        "LPelvisAngles": [12.0, 4.0, 0.0], "LHipAngles": [0.0, 5.0, 0.0], "LAnkleAngles": [10.0, 0.0, 0.0],
        "RPelvisAngles": [12.0, -4.0, 0.0], "RHipAngles": [30.0, 0.0, 0.0], "RKneeAngles": [60.0, 0.0, 0.0],
    }  # fmt: skip
    assert output_name("psoas_r", "Force") == "RPsoasForce" and output_name("ground", "Force") == "GroundForce"


def test_long_and_late_recordings_keep_their_frames(tmp_path: Path) -> None:
    for start, frames in ((0.0, 66_000), (700.0, 30)):
        time = start + np.arange(frames) / RATE
        late = Recording(Path("a"), "trc", time, markers=Markers(NAMES, standing(frames)))
        found = read(write_c3d(late, tmp_path / "a.c3d"))
        np.testing.assert_allclose(found.time, time, atol=1e-6)
        assert found.repairs == ()


def test_three_hundred_outputs_and_none(tmp_path: Path) -> None:
    many = scalar_outputs([f"muscle_{i}_r" for i in range(302)], np.ones((FRAMES, 302)), unit="N", ending="Force")
    path = write_c3d(walking(), tmp_path / "a.c3d", outputs=[many])
    assert len(ezc3d.c3d(str(path))["parameters"]["POINT"]["LABELS2"]["value"]) == 302 + len(NAMES) - 255
    recording = read(path)
    assert recording.markers is not None and recording.markers.names == NAMES
    with pytest.raises(InputError, match="holds no markers to write"):
        write_c3d(replace(walking(), markers=None), tmp_path / "b.c3d")
    with pytest.raises(InputError, match="do not fit 50 rows and 1 names"):
        write_c3d(
            walking(), tmp_path / "b.c3d", outputs=[C3DOutput("POWERS", "W", ("RHipPower",), np.zeros((3, 1, 3)))]
        )
    assert not (tmp_path / "b.c3d").exists()
