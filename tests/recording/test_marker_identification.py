"""What the markers of a file stand for: the union of the sets, and what decides between two meanings."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.core.arrays import Floats
from psoas.recording import ConflictReason, identify_marker_set, marker_sets, match_notes, missing_pelvis_markers
from psoas.recording.marker_match import OWN_MAP, MarkerMatch
from psoas.recording.marker_sets import normalized_markers

BODY = {
    "R.ASIS": (0.05, 1.0, 0.12), "L.ASIS": (0.05, 1.0, -0.12), "V.Sacral": (-0.1, 1.02, 0.0),
    "R.Knee.Lat": (0.0, 0.5, 0.15), "L.Knee.Lat": (0.0, 0.5, -0.15),
}  # fmt: skip
"""Metres, X forward, Y up, Z right: a pelvis 240 mm wide over two knees."""


def at(points: dict[str, tuple[float, float, float]]) -> Floats:
    """One frame with the points (1, M, 3)."""
    return np.array([list(points.values())])


def matched(points: dict[str, tuple[float, float, float]]) -> MarkerMatch:
    return identify_marker_set(points, at(points))


def test_other_sets_add_what_the_best_does_not_know() -> None:
    names = ["R.ASIS", "L.ASIS", "V.Sacral", "R.Heel", "L.Heel", "RPSI", "LPSI", "T10"]
    match = identify_marker_set(names)
    assert match.mapping["RPSI"] == "psis_r"
    assert match.mapping["T10"] == "t10"
    assert match.sets[0] == "gait2392"
    assert "plug_in_gait" in match.sets
    assert match.unused == ()


def test_short_names_need_a_set_that_knows_more_of_the_file() -> None:
    technical = ["R.ASIS", "L.ASIS", "R.PSIS", "R.Knee.Lat", "S1", "S2", "IJ"]
    assert identify_marker_set(technical).unused == ("S1", "S2", "IJ")
    experiment = ["R.ASIS", "L.ASIS", "R.Knee", "L.Knee", "S2"]
    assert identify_marker_set(experiment).mapping["S2"] == "sacrum"


def test_the_better_set_reads_a_name_with_two_meanings() -> None:
    gait = identify_marker_set(["LASI", "RASI", "RKNE", "LKNE", "RANK", "RTOE", "LTOE"])
    model = identify_marker_set(["LASI", "RASI", "RLFC", "LLFC", "RLMAL", "RTOE", "LTOE", "RCAL"])
    assert gait.mapping["RTOE"] == "metatarsal_2_r"
    assert model.mapping["RTOE"] == "toe_medial_r"
    assert [c.reason for c in gait.conflicts if c.marker == "RTOE"] == [ConflictReason.BEST_SET]


def test_separators_tell_a_keypoint_from_a_marker() -> None:
    """RKnee is a joint in video and r_knee a marker on its outer side; both are rknee without separators."""
    names = [name.replace("*", side) for name in ("*Hip", "*Knee", "*Ankle") for side in "RL"]
    names += [f"{side}_{part}" for part in ("knee", "mknee", "ankle", "mankle", "calc", "toe") for side in "rl"]
    match = identify_marker_set(names)
    assert match.mapping["r_knee"] == "knee_lateral_r" and match.mapping["l_ankle"] == "ankle_lateral_l"
    assert match.mapping["RKnee"] == "cluster:thigh_r" and match.mapping["LAnkle"] == "cluster:shank_l"


def test_the_name_with_one_meaning_has_the_better_claim() -> None:
    """R.Toe is the outer edge of the foot in one set; a fifth metatarsal is nothing else."""
    names = ["R.ASIS", "L.ASIS", "R.PSIS", "L.PSIS", "R.Heel", "L.Heel", "R.Toe", "L.Toe", "R_MTH5", "L_MTH5"]
    match = identify_marker_set(names)
    assert match.mapping["R_MTH5"] == "toe_lateral_r"
    assert match.mapping.get("R.Toe") != "toe_lateral_r"


@given(st.data())
def test_a_name_that_all_sets_read_alike_never_changes(data: st.DataObject) -> None:
    """Whatever other names stand beside it, a marker with one meaning has that meaning or none.

    Without their set, names that mean little alone are read word by word or not at all.
    """
    readings: dict[str, set[str]] = {}
    for key, known in marker_sets().items():
        for name, place in normalized_markers(key).items():
            readings.setdefault(name, set()).update({place} if known.at_least == 1 else {place, "only in its set"})
    names = data.draw(st.lists(st.sampled_from(sorted(readings)), unique=True, min_size=8, max_size=40))
    match = identify_marker_set(names)
    for name, place in match.mapping.items():
        if len(readings[name]) == 1 and "centre" not in next(iter(readings[name])):
            assert place in readings[name], name
    assert sorted((*match.mapping, *match.unused, *match.unseen, *match.outputs, *match.unnamed)) == sorted(names)


@pytest.mark.parametrize("joint", ["knee", "ankle"])
def test_no_centre_beside_markers_on_both_sides_of_the_joint(joint: str) -> None:
    outer, inner, centre = {"knee": ("RLFC", "RMFC", "RKJC"), "ankle": ("RLMAL", "RMMAL", "RAJC")}[joint]
    match = identify_marker_set(["RASI", "LASI", "RPSI", outer, inner, centre])
    assert match.mapping[outer] == f"{joint}_lateral_r"
    assert match.mapping[inner] == f"{joint}_medial_r"
    assert match.mapping[centre].startswith("cluster:")
    assert match.calculated == ()
    alone = identify_marker_set(["RASI", "LASI", "RPSI", outer, centre])
    assert alone.mapping[centre] == f"{joint}_centre_r"
    assert alone.calculated == (centre,)


def hips(half: float) -> dict[str, tuple[float, float, float]]:
    """The body with hip markers ``half`` metres beside the middle."""
    return {**BODY, "right_hip": (0.0, 0.93, half), "left_hip": (0.0, 0.93, -half)}


def test_a_trochanter_under_the_skin_is_no_hip_centre() -> None:
    """A name that only sets with joint centres know is left out where it lies outside the pelvis."""
    assert matched(hips(0.085)).mapping["right_hip"] == "hip_centre_r"
    wide = matched(hips(0.19))
    assert "hip_centre_r" not in wide.mapping.values()
    assert {c.marker for c in wide.conflicts if c.reason == ConflictReason.GEOMETRY} == {"right_hip", "left_hip"}
    assert any(note.code.startswith("recording-conflict-geometry") for note in match_notes(wide))


@pytest.mark.parametrize(("half", "place"), [(0.085, "hip_centre_r"), (0.19, "greater_trochanter_r")])
def test_the_recording_tells_what_r_hip_means(half: float, place: str) -> None:
    """Cortex and Codamotion call a trochanter R.Hip, video models the centre of the joint."""
    points = {name.replace("right_hip", "R.Hip").replace("left_hip", "L.Hip"): at for name, at in hips(half).items()}
    assert matched(points).mapping["R.Hip"] == place


def test_up_axis_and_unit_decide_nothing() -> None:
    wide = hips(0.19)
    turned = identify_marker_set(wide, at(wide)[..., [2, 0, 1]] * 1000)
    assert turned == matched(wide)


def test_calculated_centres_give_way_to_seen_ones_and_are_named() -> None:
    match = identify_marker_set(["RASI", "LASI", "RHJC", "LHJC", "RKNE", "LKNE"])
    assert match.calculated == ("RHJC", "LHJC")
    assert "recording-centres_calculated" in {note.code for note in match_notes(match)}


def test_what_is_no_marker_is_counted_and_not_used() -> None:
    names = ["RASI", "LASI", "SACR", "RKNE", "LHipAngles", "RKneeMomentV", "RFEO", "RFEA", "RFEL", "RFEP", "*12", "C_3",
             "strap"]  # fmt: skip
    match = identify_marker_set(names)
    assert match.outputs == ("LHipAngles", "RKneeMomentV", "RFEO", "RFEA", "RFEL", "RFEP")
    assert match.unnamed == ("*12", "C_3")
    assert match.unused == ("strap",)
    assert match.named == 5


def test_a_marker_that_no_frame_shows_claims_nothing() -> None:
    points = {**BODY, "RASI": (np.nan, np.nan, np.nan)}
    assert matched(points).unseen == ("RASI",)
    gone = {"RASI": BODY["R.ASIS"], **{name: (np.nan,) * 3 if name == "R.ASIS" else p for name, p in BODY.items()}}
    assert matched(gone).mapping["RASI"] == "asis_r"


def test_many_left_out_are_counted_and_few_named() -> None:
    few = identify_marker_set(["RASI", "LASI", "SACR", "strap"])
    many = identify_marker_set(["RASI", "LASI", "SACR", *(f"strap{c}" for c in "abcdefgh")])
    assert [note.code for note in match_notes(few)] == ["recording-markers_unused"]
    assert [note.code for note in match_notes(many)] == ["recording-markers_unused_many"]
    assert many.named == 11


def test_nothing_is_identified_without_pelvis_or_legs() -> None:
    assert identify_marker_set([]) == MarkerMatch()
    match = identify_marker_set(["C7", "CLAV", "RELB", "LELB", "RASI", "LASI"])
    assert (match.key, dict(match.mapping), len(match.unused)) == ("", {}, 6)


def test_a_landmark_is_claimed_once_by_the_person_with_the_most_markers() -> None:
    match = identify_marker_set(["B:RKNE", "A:RASI", "A:LASI", "A:RKNE", "A:LKNE", "B:LASI"])
    assert set(match.mapping) == {"A:RASI", "A:LASI", "A:RKNE", "A:LKNE"}
    assert {c.reason for c in match.conflicts if c.marker.startswith("B:")} == {ConflictReason.TAKEN}


def test_the_own_map_beats_every_set() -> None:
    names = ["RASI", "LASI", "SACR", "K1", "RKNE"]
    match = identify_marker_set(names, own={"K1": "knee_lateral_r", "SACR": "cluster:pelvis"})
    assert match.key == OWN_MAP
    assert dict(match.mapping) == {
        "RASI": "asis_r", "LASI": "asis_l", "SACR": "cluster:pelvis", "K1": "knee_lateral_r",
    }  # fmt: skip
    assert match.unused == ("RKNE",)


def test_missing_pelvis_markers_are_those_of_the_sets_in_use() -> None:
    assert missing_pelvis_markers(identify_marker_set(["RASI", "LASI", "SACR", "RKNE"])) == ()
    lacking = missing_pelvis_markers(identify_marker_set(["RASI", "RKNE", "LKNE", "RANK", "LANK"]))
    assert set(lacking) == {"LASI", "RPSI", "LPSI", "SACR"}
    added = identify_marker_set(["R.ASIS", "L.ASIS", "LPSI", "R.Knee.Lat", "L.Knee.Lat"])
    assert missing_pelvis_markers(added) == ()


def test_the_mapping_cannot_be_changed() -> None:
    match = identify_marker_set(["RASI", "LASI", "SACR"])
    with pytest.raises(TypeError):
        match.mapping["RASI"] = "asis_l"  # type: ignore[index]
