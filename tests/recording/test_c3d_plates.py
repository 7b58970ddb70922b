"""Force platforms of types 1 to 4 in every encoding, against the push that was put in and against ezc3d."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import ezc3d
import numpy as np
import pytest

from psoas.core.arrays import Floats
from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.recording import Plate, Recording, read
from tests.c3d_encoder import C3DWorld, Value, encode_c3d
from tests.recording_worlds import NAMES, put, standing, z_up

FRAMES, SAMPLES = 40, 3
FORCE = np.array([12.0, -20.0, 600.0])
"""Newtons in plate axes (z into the ground): the push of a foot on the plate."""
FREE = 3000.0
"""Newton millimetres about z."""
DEPTH = -40.0
SENSORS = (120.0, 200.0)
CAL = np.diag([2.0, 2.0, 4.0, 10.0, 10.0, 5.0]) + 0.25 * np.eye(6)[::-1]
CORNERS = np.array([(700.0, -300.0, 0.0), (300.0, -300.0, 0.0), (300.0, 300.0, 0.0), (700.0, 300.0, 0.0)])
"""Middle at (0.5, 0, 0) m; plate x is lab x, plate y is lab -y, z points into the ground."""


def feet() -> Floats:
    """Where the foot presses (FRAMES * SAMPLES, 3), millimetres from the middle: it rolls along x."""
    roll = np.linspace(-90, 90, FRAMES * SAMPLES)
    return np.column_stack([roll, np.full_like(roll, 50.0), np.zeros_like(roll)])


def channels(kind: int) -> Floats:
    """What a plate of a type measures of the push (samples, channels), newtons and newton millimetres."""
    foot = feet()
    force = np.tile(FORCE, (len(foot), 1))
    if kind == 1:
        return np.column_stack([force, foot[:, :2], np.full(len(foot), FREE)])
    moment = np.cross(foot + np.array([0, 0, DEPTH]), force) + np.array([0, 0, FREE])
    if kind == 2:
        return np.column_stack([force, moment])
    if kind == 4:
        return np.asarray(np.column_stack([force, moment]) @ np.linalg.inv(CAL).T)
    (a, b), (mx, my, mz) = SENSORS, moment.T
    fx12 = 0.5 * (force[:, 0] - mz / (2 * b))
    fx34 = force[:, 0] - fx12
    fy14 = 0.5 * (force[:, 1] + (mz - b * (fx34 - fx12)) / a)
    quarter, tilt_x, tilt_y = force[:, 2] / 4, mx / (4 * b), my / (4 * a)
    fz = [quarter + tilt_x - tilt_y, quarter + tilt_x + tilt_y, quarter - tilt_x + tilt_y, quarter - tilt_x - tilt_y]
    return np.column_stack([fx12, fx34, fy14, force[:, 1] - fy14, *fz])


def world(kind: int) -> C3DWorld:
    """The standing figure beside one plate of a type."""
    analogs = channels(kind)
    count = analogs.shape[1]
    origin = [*SENSORS, DEPTH] if kind == 3 else [0.0, 0.0, DEPTH]
    units = {1: ["N"] * 3 + ["mm"] * 2 + ["Nmm"], 3: ["N"] * 8}.get(kind, ["N"] * 3 + ["Nmm"] * 3)
    plate: dict[str, Value] = {
        "ANALOG:UNITS": units,
        "FORCE_PLATFORM:USED": 1,
        "FORCE_PLATFORM:TYPE": np.array([kind]),
        "FORCE_PLATFORM:ZERO": np.array([1, 0]),
        "FORCE_PLATFORM:CORNERS": CORNERS.T[:, :, None],
        "FORCE_PLATFORM:ORIGIN": np.array(origin)[:, None],
        "FORCE_PLATFORM:CHANNEL": np.arange(1, count + 1)[:, None],
        "FORCE_PLATFORM:CAL_MATRIX": CAL[:, :, None],
    }
    points = z_up(standing(FRAMES)) * 1000
    return C3DWorld(points, NAMES, analogs=analogs.reshape(FRAMES, SAMPLES, count), parameters=plate)


def reading(tmp_path: Path, written: C3DWorld) -> Recording:
    return read(put(tmp_path, "a.c3d", encode_c3d(written)))


def changed(written: C3DWorld, **parameters: Value | None) -> C3DWorld:
    """The world with parameters replaced ("ANALOG__UNITS"), or without those that are None."""
    given = {key.replace("__", ":"): value for key, value in parameters.items()}
    merged = {**written.parameters, **{key: value for key, value in given.items() if value is not None}}
    return replace(written, parameters={key: value for key, value in merged.items() if given.get(key, "") is not None})


def check(recording: Recording, *, force: float = 1e-3, point: float = 1e-5, torque: float = 1e-4) -> None:
    """The reaction on the person in the lab with Y up, Z to the right (which is where plate y points)."""
    assert recording.forces is not None
    (plate,) = recording.forces.plates
    foot = feet() / 1000
    np.testing.assert_allclose(plate.force, np.tile([-FORCE[0], FORCE[2], -FORCE[1]], (len(foot), 1)), atol=force)
    np.testing.assert_allclose(plate.point, np.column_stack([0.5 + foot[:, 0], 0 * foot[:, 0], foot[:, 1]]), atol=point)
    np.testing.assert_allclose(plate.torque, np.tile([0, FREE / 1000, 0], (len(foot), 1)), atol=torque)


@pytest.mark.parametrize("kind", [1, 2, 3, 4])
@pytest.mark.parametrize("processor", ["intel", "dec", "mips"])
def test_the_push_comes_back(tmp_path: Path, kind: int, processor: str) -> None:
    check(reading(tmp_path, replace(world(kind), processor=processor)))


@pytest.mark.parametrize("kind", [1, 2, 3, 4])
def test_integers_with_scales_and_offsets(tmp_path: Path, kind: int) -> None:
    """Steps of 1/100 to 1/4, unsigned around 32768 as sixteen-bit converters write them."""
    written = world(kind)
    steps = np.maximum(np.abs(written.analogs).max(axis=(0, 1)), 1.0) / 30000
    raw = np.round(written.analogs / steps) + 32768
    raw = np.where(raw >= 32768, raw - 65536, raw)
    count = len(steps)
    scaled: dict[str, Value] = {
        "ANALOG__SCALE": steps * 2, "ANALOG__GEN_SCALE": 0.5, "ANALOG__FORMAT": "UNSIGNED",
        "ANALOG__OFFSET": np.full(count, -32768), "ANALOG__BITS": 16,
    }  # fmt: skip
    whole = changed(replace(written, real=False, analogs=raw), **scaled)
    check(reading(tmp_path, whole), force=0.1, point=2e-4, torque=0.05)


@pytest.mark.parametrize("kind", [1, 2, 3, 4])
def test_ezc3d_computes_the_same(tmp_path: Path, kind: int) -> None:
    path = put(tmp_path, "a.c3d", encode_c3d(world(kind)))
    (theirs,) = ezc3d.c3d(str(path), extract_forceplat_data=True)["data"]["platform"]
    forces = read(path, up="y").forces
    assert forces is not None
    (ours,) = forces.plates
    sign = np.sign(ours.force[0, 2] * theirs["force"][2, 0])
    np.testing.assert_allclose(sign * ours.force, theirs["force"].T, atol=1e-3)
    np.testing.assert_allclose(ours.point * 1000, theirs["center_of_pressure"].T, atol=1e-2)


def test_kistler_plates_are_straightened_as_ezc3d_does(tmp_path: Path) -> None:
    """FPCOPPOLY takes off up to 4 mm towards the edge here; beside it the plate reads as without."""
    bend = np.array([1e-13, 1e-9, 1e-6, 1e-10, -1e-7, 1e-2, 0, 1e-9, 2e-6, 1e-10, 1e-7, -2e-2])
    path = put(tmp_path, "a.c3d", encode_c3d(changed(world(3), FORCE_PLATFORM__FPCOPPOLY=bend[:, None])))
    (theirs,) = ezc3d.c3d(str(path), extract_forceplat_data=True)["data"]["platform"]
    forces = read(path, up="y").forces
    assert forces is not None
    np.testing.assert_allclose(forces.plates[0].point * 1000, theirs["center_of_pressure"].T, atol=1e-2)
    plain = reading(tmp_path, world(3)).forces
    assert plain is not None
    assert np.abs(forces.plates[0].point[:, 0] - plain.plates[0].point[:, 0]).max() > 1e-3


@pytest.mark.parametrize("unit", ["Nm", "N.m", "ntm", "Ncm"])
def test_units_of_moment_by_their_text(tmp_path: Path, unit: str) -> None:
    written = world(2)
    analogs = written.analogs.copy()
    analogs[..., 3:] /= 10.0 if unit == "Ncm" else 1000.0
    check(reading(tmp_path, changed(replace(written, analogs=analogs), ANALOG__UNITS=["N"] * 3 + [unit] * 3)))


def test_kilonewtons(tmp_path: Path) -> None:
    written = world(2)
    units = ["kN"] * 3 + ["kNmm"] * 3
    check(reading(tmp_path, changed(replace(written, analogs=written.analogs / 1000), ANALOG__UNITS=units)))


def test_a_unit_of_moment_that_throws_the_pressure_off_the_plate_is_mended(tmp_path: Path) -> None:
    recording = reading(tmp_path, changed(world(2), ANALOG__UNITS=["N"] * 3 + ["Nm"] * 3))
    check(recording)
    assert "moments are in another unit" in render(recording.repairs[0])


def test_corners_in_metres_beside_points_in_millimetres_are_mended(tmp_path: Path) -> None:
    metres = changed(world(1), FORCE_PLATFORM__CORNERS=CORNERS.T[:, :, None] / 1000)
    recording = reading(tmp_path, metres)
    check(recording)
    assert "corners are in another unit" in render(recording.repairs[0])


def test_tables_of_one_plate_may_lack_their_last_axis(tmp_path: Path) -> None:
    flat = {key.replace(":", "__"): value[..., 0] for key, value in world(4).parameters.items()
            if isinstance(value, np.ndarray) and value.ndim > 1}  # fmt: skip
    check(reading(tmp_path, changed(world(4), **flat)))


def test_a_missing_origin_is_the_surface_and_said(tmp_path: Path) -> None:
    recording = reading(tmp_path, changed(world(2), FORCE_PLATFORM__ORIGIN=None))
    assert recording.forces is not None
    assert any("where its sensors lie is not given" in render(note) for note in recording.notes)
    shift = DEPTH / 1000 * FORCE[:2] / FORCE[2]  # what the depth would have taken off: at most 1.4 mm here
    np.testing.assert_allclose(
        recording.forces.plates[0].point[0, 0], 0.5 + feet()[0, 0] / 1000 - shift[0] * -1, atol=2e-3
    )


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"FORCE_PLATFORM__CORNERS": None}, "its corners are not given"),
        ({"FORCE_PLATFORM__CORNERS": np.zeros((3, 4, 1))}, "do not span a surface"),
        ({"FORCE_PLATFORM__CHANNEL": None}, "its channels are not listed"),
        ({"FORCE_PLATFORM__CHANNEL": np.arange(0, 6)[:, None]}, "its channels are not in the file"),
        ({"FORCE_PLATFORM__TYPE": np.array([6])}, "its type 6 is not understood"),
        ({"ANALOG__SCALE": np.array([1.0, 1, 0, 1, 1, 1])}, "the scale of a channel is zero"),
    ],
)
def test_what_cannot_be_used_is_left_out_with_its_reason(
    tmp_path: Path, change: dict[str, Value | None], reason: str
) -> None:
    recording = reading(tmp_path, changed(world(2), **change))
    assert recording.forces is None and recording.markers is not None
    assert any(reason in render(note) for note in recording.notes), list(map(render, recording.notes))


def test_calibrated_plates_need_their_matrix(tmp_path: Path) -> None:
    assert reading(tmp_path, changed(world(4), FORCE_PLATFORM__CAL_MATRIX=None)).forces is None
    empty = replace(world(4), analogs=world(2).analogs)
    recording = reading(tmp_path, changed(empty, FORCE_PLATFORM__CAL_MATRIX=np.zeros((6, 6, 0))))
    check(recording)  # Motion Analysis leaves it empty: the channels are calibrated
    assert any("calibration matrix is empty" in render(note) for note in recording.notes)


def test_plates_without_markers_are_read_alone_and_channels_alone_are_refused(tmp_path: Path) -> None:
    alone = replace(world(2), points=np.zeros((FRAMES, 0, 3)), names=[])
    recording = reading(tmp_path, alone)
    assert recording.markers is None and recording.forces is not None
    assert isinstance(recording.forces.plates[0], Plate)
    assert recording.forces.plates[0].force[0, 1] == pytest.approx(FORCE[2])
    with pytest.raises(InputError, match="6 analog channels and no markers: analog only"):
        reading(tmp_path, changed(alone, FORCE_PLATFORM__USED=0))


def test_up_is_where_the_plates_push_when_nobody_knows_the_markers(tmp_path: Path) -> None:
    named = replace(world(2), names=[f"x{i}" for i in range(len(NAMES))])
    recording = reading(tmp_path, named)
    assert recording.markers is not None
    np.testing.assert_allclose(recording.markers.positions, standing(FRAMES), atol=1e-5)
    check(recording)


def test_a_plate_upside_down_among_others_is_turned(tmp_path: Path) -> None:
    one = world(2)
    both = replace(one, analogs=np.concatenate([one.analogs, -one.analogs], axis=2))
    doubled = {
        key.replace(":", "__"): np.concatenate([value, value], axis=-1)
        for key, value in one.parameters.items() if isinstance(value, np.ndarray) and value.ndim > 1
    }  # fmt: skip
    doubled["FORCE_PLATFORM__CHANNEL"] = np.arange(1, 13).reshape(2, 6).T
    types: dict[str, Value] = {"FORCE_PLATFORM__USED": 2, "FORCE_PLATFORM__TYPE": np.array([2, 2])}
    recording = reading(tmp_path, changed(both, ANALOG__UNITS=[*["N"] * 3, *["Nmm"] * 3] * 2, **types, **doubled))
    assert recording.forces is not None
    first, second = recording.forces.plates
    np.testing.assert_allclose(first.force, second.force, atol=1e-3)
    np.testing.assert_allclose(first.point, second.point, atol=1e-5)
    assert any("platform 1 holds the push on the ground" in render(note) for note in recording.notes)
