"""Names exchanged throughout are found by which way pairs point; changes of places between frames by continuity."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.core.arrays import Floats
from psoas.kinematics.ik.exchanged_names import exchange_names
from psoas.kinematics.ik.marker_swaps import swap_back
from tests.body_worlds import DrawnPerson, draw_person

WALKER = draw_person(np.random.default_rng(9), height_m=1.72, bmi=24.0, frames=12)
NAMES = list(WALKER.mapping)


def turned_round(who: DrawnPerson, one: str, other: str) -> Floats:
    positions = np.array(who.observed)
    i, j = NAMES.index(one), NAMES.index(other)
    positions[:, [i, j]] = positions[:, [j, i]]
    return positions


@pytest.mark.parametrize(
    ("one", "other"),
    [("asis_r", "asis_l"), ("psis_r", "psis_l"), ("asis_r", "psis_r"), ("knee_lateral_r", "knee_medial_r"),
     ("ankle_lateral_l", "ankle_medial_l"), ("heel_l", "metatarsal_2_l")],
)  # fmt: skip
@pytest.mark.parametrize("turn", [0.0, 2.0])
def test_one_exchanged_pair_is_put_right_and_said(one: str, other: str, turn: float) -> None:
    c, s = np.cos(turn), np.sin(turn)
    room = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])
    found, notes = exchange_names("w.trc", WALKER.mapping, turned_round(WALKER, one, other) @ room.T)
    assert [note.code for note in notes] == ["kinematics-names_exchanged"]
    assert {notes[0]["one"], notes[0]["other"]} == {one, other}
    np.testing.assert_array_equal(found, WALKER.observed @ room.T)


def test_right_names_and_a_mirrored_person_are_left_alone() -> None:
    for positions in (WALKER.observed, WALKER.observed * [1, 1, -1]):
        found, notes = exchange_names("w.trc", WALKER.mapping, positions)
        assert notes == () and np.array_equal(found, positions)


def test_two_exchanged_pairs_of_few_are_left_to_the_fit() -> None:
    keep = [NAMES.index(name) for name in ("asis_r", "asis_l", "psis_r", "psis_l")]
    mapping = {NAMES[i]: NAMES[i] for i in keep}
    _, notes = exchange_names("w.trc", mapping, turned_round(WALKER, "asis_r", "asis_l")[:, keep])
    assert notes == ()


def moving(count: int) -> Floats:
    """Three markers 60 to 150 mm apart that move by up to 40 mm a frame, as a foot does at 100 Hz."""
    time = np.arange(count) / 100
    path = np.stack([1.3 * time + 0.3 * np.sin(9 * time), 0.1 * np.cos(9 * time), 0 * time], axis=1)
    return np.asarray(path[:, None] + np.array([[0.0, 0, 0], [0.06, 0.0, 0], [0.15, 0.02, 0.01]]))


@settings(max_examples=40, deadline=None)
@given(start=st.integers(2, 60), length=st.integers(2, 45))
def test_a_change_of_places_is_undone_wherever_it_is(start: int, length: int) -> None:
    true = moving(110)
    spoilt = np.array(true)
    stretch = slice(start, start + length)
    spoilt[stretch, 0], spoilt[stretch, 1] = true[stretch, 1], true[stretch, 0]
    notes = swap_back(["a", "b", "c"], spoilt)
    assert [(note["one"], note["other"], note["frames"]) for note in notes] == [("a", "b", length)]
    np.testing.assert_array_equal(spoilt, true)


def test_a_change_of_places_while_hidden_is_undone() -> None:
    true = 0.1 * moving(110) + np.array([[0.0, 0, 0], [0.06, 0.0, 0], [0.15, 0.02, 0.01]])
    true[40:43, :2] = np.nan
    spoilt = np.array(true)
    spoilt[43:, 0], spoilt[43:, 1] = true[43:, 1], true[43:, 0]
    (note,) = swap_back(["a", "b", "c"], spoilt)
    assert note["frames"] == 43, "what lasts longer is taken as right"
    np.testing.assert_array_equal(spoilt[:, [1, 0]], true[:, :2])


def test_markers_that_follow_each_other_are_not_exchanged() -> None:
    positions = moving(110)
    kept = np.array(positions)
    assert swap_back(["a", "b", "c"], positions) == []
    np.testing.assert_array_equal(positions, kept)
