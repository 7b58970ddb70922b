"""Marker names that are spelled out, read word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.recording import identify_marker_set, marker_landmarks
from psoas.recording.marker_sets import CLUSTER, LIMBS, SEGMENTS, data_tables
from psoas.recording.marker_words import SPELLED_OUT, read_marker_words

READ = {
    "R_KNEE_LAT": "knee_lateral_r",
    "RKneeLat": "knee_lateral_r",
    "LatKnee_R": "knee_lateral_r",
    "rightlateralknee": "knee_lateral_r",
    "RightFemoralEpicondyleLateral": "knee_lateral_r",
    "LeftMedialMalleolus": "ankle_medial_l",
    "L.GTROCH": "greater_trochanter_l",
    "rTRO": "greater_trochanter_r",
    "SIAS_left": "asis_l",
    "R.Thigh.Bottom.Lateral": "cluster:thigh_r",
    "R_LatCondyle": "knee_lateral_r",
    "L_FibHead": "cluster:shank_l",
    "R.Heel.Top": "cluster:foot_r",
    "cal_back_left": "heel_l",
    "L5MHD": "toe_lateral_l",
    "TV12": "cluster:torso",
    "R_Lat_HumEpicondyle": "elbow_lateral_r",
    "R5MET": "toe_lateral_r",
    "L_1st_Met_Head": "toe_medial_l",
    "Lt_ASIS": "asis_l",
    "RT_PSIS": "psis_r",
    "LCalcaneus": "heel_l",
    "R.Hip.JC": "hip_centre_r",
    "R.Wrist.Rad": "wrist_radial_r",
    "r thigh 2": "cluster:thigh_r",
    "tibia1_L": "cluster:shank_l",
    "Pelvis3": "cluster:pelvis",
    "Head_Front": "cluster:head",
    "Anna:R_Elbow_Medial": "elbow_medial_r",
    "C7": "c7",
}


@pytest.mark.parametrize("name", READ)
def test_spelled_out_names_are_read(name: str) -> None:
    assert read_marker_words(name) == READ[name]


@pytest.mark.parametrize(
    "name",
    ["R_Knee", "KneeLat", "Left", "RL", "RightLeftASIS", "R.AngulusAcromio", "S2", "Knee_Ankle_R_Lat", "", "strap",
     "R_Knee_Lat_Med", "1" * 60, "R_C7_spike"],
)  # fmt: skip
def test_names_that_leave_something_open_are_not_read(name: str) -> None:
    assert read_marker_words(name) is None


@given(
    st.sampled_from(sorted({"knee lateral": "", "ankle medial": "", "asis": "", "heel": "", "elbow medial": ""})),
    st.sampled_from(["right", "left"]), st.sampled_from([" ", "_", ".", "-", ""]), st.data(),
)  # fmt: skip
def test_order_case_and_separators_decide_nothing(words: str, side: str, separator: str, data: st.DataObject) -> None:
    order = data.draw(st.permutations([side, *words.split()]))
    change = data.draw(st.sampled_from([str.upper, str.lower, str.title]))
    straight = read_marker_words(f"{side} {words}")
    assert straight is not None
    assert read_marker_words(separator.join(change(word) for word in order)) == straight


@given(st.text(max_size=60))
def test_any_text_is_read_or_left(text: str) -> None:
    place = read_marker_words(text)
    assert place is None or place in marker_landmarks() or place.removeprefix(CLUSTER) in SEGMENTS


def test_a_laboratory_of_its_own() -> None:
    names = ["P01_R_ASIS", "P01_L_ASIS", "P01_R_PSIS", "P01_L_PSIS", "P01_R_KNEE_OUTER", "P01_R_KNEE_INNER",
             "P01_R_SHANK_1", "P01_R_MALLEOLUS_LAT", "P01_R_MALLEOLUS_MED", "P01_R_CALC", "P01_R_5MET"]  # fmt: skip
    match = identify_marker_set(names)
    assert match.unused == ()
    assert SPELLED_OUT in match.sets
    assert match.mapping["P01_R_KNEE_OUTER"] == "knee_lateral_r"
    assert match.mapping["P01_R_MALLEOLUS_MED"] == "ankle_medial_r"


def test_every_word_of_a_place_is_a_word() -> None:
    tables = data_tables("marker_words.toml")
    meanings = set(tables["words"])
    assert [key for key in tables["places"] if not set(key.split()) <= meanings] == []
    assert [key for key in tables["segments"] if key not in meanings] == []
    for key in tables["places"]:
        place = tables["places"].text(key)
        known = place in marker_landmarks() or place + "_r" in marker_landmarks()
        assert known or place.removeprefix(CLUSTER) in LIMBS, key
