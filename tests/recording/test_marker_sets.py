"""Marker sets as data, and which of them a file uses."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.core.errors import InputError
from psoas.recording import (
    CLUSTER,
    check_markers_known,
    identify_marker_set,
    load_marker_map,
    marker_landmarks,
    marker_sets,
    read,
)
from psoas.recording.marker_sets import SEGMENTS, leg_landmarks, normalize_marker_name
from tests.recording_worlds import put, standing, trc_text

SETS = sorted(marker_sets())


@pytest.mark.parametrize("key", SETS)
def test_every_marker_has_a_place_that_exists(key: str) -> None:
    chosen = marker_sets()[key]
    for name, place in chosen.markers.items():
        assert place in marker_landmarks() or place.removeprefix(CLUSTER) in SEGMENTS, name
    assert len(leg_landmarks(chosen.markers)) >= 3
    assert chosen.source


@pytest.mark.parametrize("key", SETS)
def test_left_mirrors_right(key: str) -> None:
    places = list(marker_sets()[key].markers.values())
    for place in places:
        if place[-2:] in ("_r", "_l"):
            other = place[:-1] + ("l" if place.endswith("r") else "r")
            assert places.count(place) == places.count(other), place


@pytest.mark.parametrize("key", SETS)
def test_a_set_is_identified_from_its_own_names(key: str) -> None:
    markers = marker_sets()[key].markers
    found, mapping = identify_marker_set(markers)
    assert found == key
    assert set(mapping.values()) == set(markers.values())
    assert all(mapping[name] == markers[name] for name in mapping)


@pytest.mark.parametrize("key", SETS)
@given(prefix=st.sampled_from(["", "Anna:", "a b:c:"]), data=st.data())
def test_spelling_does_not_matter(key: str, prefix: str, data: st.DataObject) -> None:
    change = data.draw(
        st.sampled_from([str.upper, str.lower, lambda s: s.replace("_", "."), lambda s: s.replace(".", " ")])
    )
    markers = marker_sets()[key].markers
    assert identify_marker_set(prefix + change(name) for name in markers)[0] == key
    assert {normalize_marker_name(prefix + change(name)) for name in markers} == {
        normalize_marker_name(name) for name in markers
    }


def test_names_within_a_set_do_not_collide() -> None:
    for chosen in marker_sets().values():
        assert len({normalize_marker_name(name) for name in chosen.markers}) == len(chosen.markers), chosen.name


MAKERS = {
    "halpe26": "Hip RHip RKnee RAnkle RBigToe RSmallToe RHeel LHip LKnee LAnkle LBigToe LSmallToe LHeel Neck Head Nose",
    "opencap": "C7_study r_shoulder_study r.ASIS_study L.ASIS_study r.PSIS_study L.PSIS_study r_knee_study RHJC_study",
    "plug_in_gait": "LASI RASI LPSI RPSI LTHI LKNE LTIB LANK LHEE LTOE",
    "rajagopal": "RASI LASI RPSI LPSI RLFC LLFC RLMAL LLMAL RCAL LCAL",
    "coco17": "left_hip right_hip left_knee right_knee left_ankle nose",
    "mediapipe33": "left_hip right_hip left_knee left_foot_index left_heel mouth_left",
}


@pytest.mark.parametrize("key", MAKERS)
def test_files_of_each_maker(key: str) -> None:
    assert identify_marker_set(MAKERS[key].split(" "))[0] == key


def test_a_video_knee_is_the_centre_of_the_joint() -> None:
    assert identify_marker_set(MAKERS["halpe26"].split(" "))[1]["LKnee"] == "knee_centre_l"


def test_nothing_is_identified_without_pelvis_or_legs() -> None:
    assert identify_marker_set([]) == ("", {})
    assert identify_marker_set(["C7", "CLAV", "RELB", "LELB", "RASI", "LASI"]) == ("", {})


def test_a_landmark_is_claimed_once() -> None:
    mapping = identify_marker_set(["RASI", "LASI", "RKNE", "Anna:RKNE", "LKNE"])[1]
    assert mapping["RKNE"] == "knee_lateral_r"
    assert "Anna:RKNE" not in mapping


def test_own_map_adds_and_overrides(tmp_path: Path) -> None:
    names = ["R.ASIS", "L.ASIS", "V.Sacral", "knee", "K2", "h1", "h2", "s1", "s2"]
    recording = read(put(tmp_path, "a.trc", trc_text(standing() * 1000, names=names)))
    own = load_marker_map(
        put(tmp_path, "map.toml", '[markers]\nknee = "knee_lateral_r"\n"V.Sacral" = "cluster:pelvis"\n')
    )
    key, mapping = check_markers_known(recording, own)
    assert key == "own map"
    assert mapping == {
        "R.ASIS": "asis_r", "L.ASIS": "asis_l", "V.Sacral": "cluster:pelvis", "knee": "knee_lateral_r",
    }  # fmt: skip


def test_own_map_that_names_nothing_in_the_file(tmp_path: Path) -> None:
    recording = read(put(tmp_path, "a.trc", trc_text(standing() * 1000)))
    with pytest.raises(InputError, match=r"none of the names in the marker map is in the file; the file has 'R\.ASIS'"):
        check_markers_known(recording, {"nobody": "asis_r"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("markers = 3", "no [markers] table"),
        ("[markers]\n", "no [markers] table"),
        ("[markers\n", "not TOML"),
        ("[markers]\na = 5\n", "5 is not a name"),
        ('[markers]\na = "asis"\n', "'asis' is not a landmark; expected for example asis_r, asis_l"),
        ('[markers]\na = "cluster:wing"\n', "segment 'wing' is not known"),
    ],
)
def test_own_map_with_faults(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        load_marker_map(put(tmp_path, "map.toml", text))
    assert told in str(caught.value)


def test_own_map_that_is_missing_or_not_text(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_marker_map(tmp_path / "map.toml")
    with pytest.raises(InputError, match="not TOML"):
        load_marker_map(put(tmp_path, "map.toml", b"\xff\xfe\x00"))
