"""Markers that are exchanged, drift, fall off or jump for a stretch: found, mended or left out, and said."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from psoas.core.arrays import Floats
from psoas.core.message import Message
from psoas.kinematics.ik.marker_faults import mend_markers
from psoas.recording import marker_sets, read
from tests.worlds import WALK, gait2392_landmarks, positions_of

STRETCH = slice(100, 180)


@cache
def clean() -> tuple[dict[str, str], Floats]:
    """Mapping and positions (T, M, 3) of the bundled walk."""
    recording = read(WALK)
    assert recording.markers is not None
    known = gait2392_landmarks()
    mapping = {name: known[name] for name in recording.markers.names}
    return mapping, positions_of(WALK)


def spoilt() -> tuple[dict[str, str], Floats]:
    mapping, positions = clean()
    return mapping, np.array(positions)


def codes(notes: tuple[Message, ...]) -> list[str]:
    return [note.code for note in notes]


def column(name: str) -> int:
    return list(clean()[0]).index(name)


def test_a_clean_recording_is_left_as_it_is() -> None:
    mapping, positions = clean()
    found = mend_markers(mapping, positions)
    assert found.notes == ()
    assert np.array_equal(found.positions, positions, equal_nan=True)


@pytest.mark.parametrize(
    ("one", "other"), [("R.Heel", "L.Heel"), ("R.Thigh.Front", "R.Shank.Rear"), ("R.Shank.Upper", "L.Shank.Front")]
)
def test_exchanged_markers_are_put_right_and_said(one: str, other: str) -> None:
    mapping, positions = spoilt()
    i, j = column(one), column(other)
    positions[STRETCH, i], positions[STRETCH, j] = positions[STRETCH, j].copy(), positions[STRETCH, i].copy()
    found = mend_markers(mapping, positions)
    assert codes(found.notes) == ["kinematics-markers_exchanged"]
    assert {found.notes[0]["one"], found.notes[0]["other"]} == {one, other}
    true = clean()[1]
    wrong = np.isfinite(found.positions) & (found.positions != true)
    assert not wrong.any()


@pytest.mark.parametrize("name", ["R.Heel", "L.Thigh.Rear", "R.ASIS", "L.Knee.Lat", "R.Toe.Lat"])
@pytest.mark.parametrize("fault", ["jumps", "drifts", "falls off"])
def test_a_marker_that_leaves_its_segment_is_left_out_there_and_only_there(name: str, fault: str) -> None:
    if name not in clean()[0]:
        pytest.skip("not in this recording")
    mapping, positions = spoilt()
    i, count = column(name), STRETCH.stop - STRETCH.start
    if fault == "jumps":
        positions[STRETCH, i] += [0.1, 0.25, 0.1]
    elif fault == "drifts":
        positions[STRETCH, i] += np.linspace(0, 0.4, count)[:, None] * np.array([0.0, -1.0, 0.3])
    else:
        positions[STRETCH, i] = positions[STRETCH.start, i] * [1, 0, 1]  # lies on the floor while the person walks on
    found = mend_markers(mapping, positions)
    assert codes(found.notes) == ["kinematics-marker_strayed"]
    assert found.notes[0]["marker"] == name
    gone = np.asarray(np.isnan(found.positions[:, i]).any(axis=1))
    off = np.linalg.norm(positions[:, i] - clean()[1][:, i], axis=1)
    assert np.all(gone[np.flatnonzero(off > 0.2)]), "what is far off is left out"
    assert not np.any(gone[np.flatnonzero(off == 0)]), "nothing else is"
    rest = np.delete(found.positions, i, axis=1)
    assert np.array_equal(rest, np.delete(positions, i, axis=1), equal_nan=True)


def test_sets_without_partners_are_left_alone() -> None:
    names = {
        name: place for name, place in marker_sets()["plug_in_gait"].markers.items() if place in ("c7", "head_top")
    }
    found = mend_markers(names, np.zeros((5, len(names), 3)))
    assert found.notes == ()


def test_a_person_who_grows_no_fault_by_moving() -> None:
    """Two markers that both leave the others: neither can be blamed alone, and what is said names at most both."""
    mapping, positions = spoilt()
    for name in ("R.Heel", "R.Toe.Tip"):
        positions[STRETCH, column(name)] += [0.0, 0.3, 0.0]
    found = mend_markers(mapping, positions)
    assert {str(note["marker"]) for note in found.notes} <= {"R.Heel", "R.Toe.Tip"}
    assert len(found.notes) == 2


def test_a_marker_that_lies_on_the_floor_for_most_of_the_trial_is_left_out_there() -> None:
    """The marker is blamed, not those that it leaves, though it is off in more than half of the frames."""
    mapping, positions = spoilt()
    i, fallen = column("L.Heel"), round(0.3 * len(positions))
    positions[fallen:, i] = positions[fallen, i] * [1, 0, 1] + np.linspace(0, 1.5, len(positions) - fallen)[:, None]
    found = mend_markers(mapping, positions)
    assert [note["marker"] for note in found.notes] == ["L.Heel"]
    assert np.isfinite(found.positions[:fallen, i]).all()
    assert np.isnan(found.positions[fallen:, i]).all(axis=1).mean() > 0.85
