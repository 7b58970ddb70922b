"""Whatever the dialect, the numbers that are read are those that were written."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psoas.core.arrays import Floats
from psoas.core.catalogue import render
from psoas.recording import read, to_radians
from tests.recording_dialects import (
    FORCE_OPTIONS,
    STORAGE_OPTIONS,
    TRC_OPTIONS,
    Dialect,
    coordinate_text,
    force_text,
    marker_text,
)
from tests.recording_worlds import NAMES, put, standing

MANY = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
COORDINATES = ("pelvis_tx", "pelvis_ty", "hip_flexion_r", "hip_adduction_r", "knee_angle_r", "ankle_angle_r")


def choices(options: dict[str, tuple[str, ...]]) -> st.SearchStrategy[dict[str, str]]:
    """One value for each option."""
    return st.fixed_dictionaries({key: st.sampled_from(values) for key, values in options.items()})


def stride(frames: int, rate_hz: float) -> Floats:
    """Coordinates (T, 6) of somebody who walks a stride a second, degrees and metres, six decimals."""
    phase = 2 * np.pi * np.arange(frames) / rate_hz
    moving = [1.2 * phase, 0.95 + 0.02 * np.cos(2 * phase), 10 + 25 * np.cos(phase), 3 * np.sin(phase)]
    return np.round(np.column_stack([*moving, 30 + 31 * np.sin(phase), 8 * np.sin(2 * phase)]), 6)


@MANY
@given(
    dialect=choices(TRC_OPTIONS),
    frames=st.integers(4, 30),
    rate=st.sampled_from([30.0, 60.0, 100.0, 119.88, 250.0]),
    gap=st.integers(0, 8),
    shift=st.floats(-3, 3),
)
def test_markers(tmp_path: Path, dialect: Dialect, frames: int, rate: float, gap: int, shift: float) -> None:
    positions = np.round(standing(frames) + shift, 4)
    positions[1:3, gap] = np.nan
    path = put(tmp_path, "a.trc", marker_text(positions, NAMES, rate, dialect).encode())
    recording = read(path, up="y")
    assert recording.markers is not None and recording.markers.names == NAMES
    told = [render(one) for one in recording.repairs]
    np.testing.assert_allclose(recording.markers.positions, positions, atol=1e-9, err_msg=str(told))
    np.testing.assert_allclose(recording.time, np.arange(frames) / rate, atol=6e-7)


@MANY
@given(
    dialect=choices(STORAGE_OPTIONS),
    frames=st.integers(60, 90),
    rate=st.sampled_from([50.0, 60.0]),
    suffix=st.sampled_from(["mot", "sto"]),
)
def test_coordinates(tmp_path: Path, dialect: Dialect, frames: int, rate: float, suffix: str) -> None:
    values = stride(frames, rate)
    recording = read(put(tmp_path, f"a.{suffix}", coordinate_text(values, COORDINATES, rate, dialect)))
    assert recording.coordinates is not None and recording.coordinates.names[:6] == COORDINATES
    expected = np.column_stack([values[:, :2], np.deg2rad(values[:, 2:])])
    told = [render(one) for one in (*recording.repairs, *recording.notes)]
    np.testing.assert_allclose(to_radians(recording.coordinates)[:, :6], expected, atol=1e-8, err_msg=str(told))
    np.testing.assert_allclose(recording.time, np.arange(frames) / rate, atol=1e-8)
    assert not any("_u" in name for name in recording.coordinates.names)


@MANY
@given(dialect=choices(FORCE_OPTIONS), count=st.integers(1, 2), samples=st.integers(2, 20), data=st.data())
def test_forces(tmp_path: Path, dialect: Dialect, count: int, samples: int, data: st.DataObject) -> None:
    seed = data.draw(st.integers(0, 2**32 - 1))
    rng = np.random.default_rng(seed)
    plates = np.stack(
        [
            rng.uniform(-50, 50, (samples, count, 3)) + np.array([0, 700, 0]),
            rng.uniform(0.2, 1.5, (samples, count, 3)),
            rng.uniform(0.2, 20, (samples, count, 3)),
        ],
        axis=2,
    )
    plates = np.round(plates, 3)
    recording = read(put(tmp_path, "a.mot", force_text(plates, 1000.0, dialect)), up="y")
    assert recording.forces is not None and len(recording.forces.plates) == count
    for i, plate in enumerate(recording.forces.plates):
        np.testing.assert_allclose(plate.force, plates[:, i, 0], atol=1e-9)
        np.testing.assert_allclose(plate.point, plates[:, i, 1], atol=1e-9)
        np.testing.assert_allclose(plate.torque, plates[:, i, 2], atol=1e-9)


@pytest.mark.parametrize("options", [TRC_OPTIONS, STORAGE_OPTIONS, FORCE_OPTIONS])
def test_there_are_many_dialects(options: dict[str, tuple[str, ...]]) -> None:
    assert np.prod([float(len(set(values))) for values in options.values()]) > 1e4
