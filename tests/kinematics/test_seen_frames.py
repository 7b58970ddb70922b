"""Frames that can be followed: enough markers, and a marker of each leg that was ever recorded."""

from __future__ import annotations

import numpy as np
import pytest

from psoas.core.arrays import Floats
from psoas.kinematics.seen_frames import find_seen_frames, find_unseen_legs

MAPPING = {
    "a": "asis_r", "b": "asis_l", "c": "sacrum", "d": "acromion_r", "e": "acromion_l", "f": "c7",
    "g": "knee_lateral_r", "h": "cluster:foot_r", "i": "knee_lateral_l", "j": "heel_l", "k": "greater_trochanter_l",
}  # fmt: skip
TIME = np.arange(200) / 100


def positions() -> Floats:
    return np.zeros((200, len(MAPPING), 3))


def hide(places: Floats, names: str, start: int, stop: int) -> None:
    for name in names:
        places[start:stop, list(MAPPING).index(name)] = np.nan


def test_frames_with_few_markers_are_not_followed() -> None:
    places = positions()
    hide(places, "abcdef", 0, 50)
    found = find_seen_frames(TIME, MAPPING, places)
    assert found.usable.tolist() == [False] * 50 + [True] * 150
    assert found.leg_hidden == {"right": 0, "left": 0}


def test_frames_without_a_leg_are_not_followed() -> None:
    places = positions()
    hide(places, "ij", 100, 140)
    hide(places, "g", 0, 200)  # the foot still shows where the right leg is
    found = find_seen_frames(TIME, MAPPING, places)
    assert np.flatnonzero(~found.usable).tolist() == list(range(100, 140))
    assert found.leg_hidden == {"right": 0, "left": 40}


def test_a_leg_hidden_for_a_moment_is_followed() -> None:
    places = positions()
    hide(places, "gh", 100, 110)
    assert find_seen_frames(TIME, MAPPING, places).usable.all()


def test_a_leg_that_was_hardly_ever_recorded_hides_nothing() -> None:
    places = positions()
    hide(places, "ij", 5, 200)
    found = find_seen_frames(TIME, MAPPING, places)
    assert found.usable.all()
    assert found.leg_hidden["left"] == 0


def test_a_pelvis_on_one_marker_is_not_followed() -> None:
    places = positions()
    hide(places, "ab", 0, 50)
    assert np.flatnonzero(~find_seen_frames(TIME, MAPPING, places).usable).tolist() == list(range(50))
    hide(places, "ab", 50, 200)  # one that never shows more is taken as it is
    assert find_seen_frames(TIME, MAPPING, places).usable.all()


def test_a_person_who_comes_into_view_is_followed_from_most_of_the_usual_markers() -> None:
    places = positions()
    hide(places, "hjk", 0, 60)  # 5 of 8 on pelvis and legs: both legs on their knees
    assert find_seen_frames(TIME, MAPPING, places).usable.all()
    hide(places, "c", 0, 40)
    assert np.flatnonzero(~find_seen_frames(TIME, MAPPING, places).usable).tolist() == list(range(40))


@pytest.mark.parametrize(
    ("places", "unseen"),
    [
        (("asis_r", "asis_l", "knee_lateral_r", "cluster:shank_l"), ()),
        (("asis_r", "asis_l", "knee_lateral_r"), ("left",)),
        (("asis_r", "asis_l", "hip_centre_r", "greater_trochanter_l", "heel_l"), ("right",)),
        (("asis_r", "asis_l", "c7", "greater_trochanter_r"), ("right", "left")),
    ],
)
def test_legs_that_no_marker_shows_are_named(places: tuple[str, ...], unseen: tuple[str, ...]) -> None:
    assert find_unseen_legs({place: place for place in places}) == unseen
