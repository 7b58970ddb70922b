"""Degrees or radians: from the header, the kind of file, and the angles themselves."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from psoas.core.catalogue import render
from psoas.recording import read, to_radians
from tests.recording_worlds import put, storage_text

NAMES = ["time", "pelvis_tilt", "pelvis_ty", "hip_flexion_r", "knee_angle_r", "ankle_angle_r"]
PHASE = np.linspace(0, 2 * np.pi, 60)
WALK = np.column_stack([
    PHASE / (2 * np.pi),
    np.full(60, np.deg2rad(5.0)),
    0.95 + 0.02 * np.cos(2 * PHASE),
    np.deg2rad(10 + 20 * np.cos(PHASE)),
    np.deg2rad(30 + 30 * np.sin(PHASE)),
    np.deg2rad(10 * np.sin(2 * PHASE)),
])  # fmt: skip
"""One stride in radians and metres."""
SHIFT = np.array([1.0, 57.29577951308232, 1.0, 57.29577951308232, 57.29577951308232, 57.29577951308232])
OPENSIM_4 = ["DataType=double", "version=3", "OpenSimVersion=4.4", "endheader"]
SIMM = ["name walk", "datacolumns 6", "datarows 60", "range 0 1", "endheader"]
OLD_STO = ["Coordinates", "nRows=60", "nColumns=6", "endheader"]


def said(word: str) -> list[str]:
    return ["Coordinates", "version=1", "nRows=60", "nColumns=6", f"inDegrees={word}", "endheader"]


@pytest.mark.parametrize("degrees", [True, False], ids=["degrees", "radians"])
@pytest.mark.parametrize("header", [said("yes"), said("no"), said("maybe"), OPENSIM_4, SIMM, OLD_STO])
@pytest.mark.parametrize("suffix", ["mot", "sto"])
def test_a_walk_is_the_same_walk_whatever_the_header_says(
    tmp_path: Path, suffix: str, header: list[str], degrees: bool
) -> None:
    text = storage_text(NAMES, WALK * SHIFT if degrees else WALK, header=header)
    recording = read(put(tmp_path, f"a.{suffix}", text))
    assert recording.coordinates is not None and recording.coordinates.in_degrees is degrees
    np.testing.assert_allclose(to_radians(recording.coordinates), WALK[:, 1:], atol=1e-12)
    contradicted = header in (said("no"), said("yes")) and (header == said("yes")) is not degrees
    told = [render(one) for one in recording.repairs]
    assert len(told) == contradicted and all("The header says" in one for one in told)
    silent = header not in (said("no"), said("yes"))
    assert any("does not say degrees or radians" in render(one) for one in recording.notes) == silent


@pytest.mark.parametrize(
    ("header", "suffix", "degrees"),
    [(OPENSIM_4, "sto", False), (OPENSIM_4, "mot", False), (OLD_STO, "sto", False), (OLD_STO, "mot", True),
     (SIMM, "mot", True), (said("yes"), "mot", True), (said("no"), "sto", False)],
)  # fmt: skip
def test_standing_still_is_read_as_the_header_or_the_kind_of_file_says(
    tmp_path: Path, header: list[str], suffix: str, degrees: bool
) -> None:
    still = WALK * [1, 0.1, 1, 0.001, 0.001, 0.001]
    recording = read(put(tmp_path, f"a.{suffix}", storage_text(NAMES, still, header=header)))
    assert recording.coordinates is not None and recording.coordinates.in_degrees is degrees
    assert recording.repairs == ()


@pytest.mark.parametrize("unit", ["degrees", "radians"])
def test_a_sentence_of_the_header_is_believed(tmp_path: Path, unit: str) -> None:
    still = WALK * [1, 0.1, 1, 0.001, 0.001, 0.001]
    text = storage_text(NAMES, still, header=["Coordinates", "nRows=60", f"Angles are in {unit}.", "endheader"])
    recording = read(put(tmp_path, "a.mot", text))
    assert recording.coordinates is not None and recording.coordinates.in_degrees is (unit == "degrees")


def test_turning_on_the_spot_does_not_make_degrees(tmp_path: Path) -> None:
    turning = WALK.copy()
    turning[:, 1] = np.linspace(0, 20, 60)  # three turns, in radians
    names = [*NAMES[:1], "pelvis_rotation", *NAMES[2:]]
    recording = read(put(tmp_path, "a.sto", storage_text(names, turning, header=said("no"))))
    assert recording.coordinates is not None and not recording.coordinates.in_degrees


def test_speeds_are_no_positions(tmp_path: Path) -> None:
    text = storage_text(NAMES, WALK * SHIFT, header=["Speeds", *said("yes")[1:]])
    with pytest.raises(Exception, match="the title says speeds; expected the coordinates themselves"):
        read(put(tmp_path, "a.sto", text))
