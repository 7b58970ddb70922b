"""A user's own marker map: read, checked, and its names found in a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.core.message import message_id
from psoas.recording import OWN_MAP, MarkerMatch, check_markers_known, load_marker_map, match_notes, read
from psoas.recording.marker_map import find_mapped_names
from tests.recording_worlds import put, standing, trc_text


@given(st.sampled_from(["r knee", "R_KNEE", "Anna:R.Knee", "rknee", "R-Knee"]))
def test_a_name_is_found_however_it_is_spelled(name: str) -> None:
    assert find_mapped_names([name, "other"], {"R.Knee": "knee_lateral_r"}) == ({name: "knee_lateral_r"}, ())


def test_the_exact_name_wins() -> None:
    found, faults = find_mapped_names(["RASI", "Anna:RASI"], {"RASI": "asis_r"})
    assert (found, faults) == ({"RASI": "asis_r"}, ())


def test_a_name_that_may_be_two_markers_names_both(tmp_path: Path) -> None:
    names = ["A:knee", "B:knee", "V.Sacral", "k", "K2", "h1", "h2", "s1", "s2"]
    recording = read(put(tmp_path, "a.trc", trc_text(standing() * 1000, names=names)))
    with pytest.raises(InputError, match=r"'knee' in the marker map may be 'A:knee' or 'B:knee' of the file"):
        check_markers_known(recording, {"knee": "knee_lateral_r"})


def test_two_lines_of_the_map_for_one_marker() -> None:
    found, faults = find_mapped_names(["R KNEE"], {"r_knee": "knee_lateral_r", "r.knee": "knee_medial_r"})
    assert found == {}
    assert [fault.code for fault in faults] == ["recording-map_twice"]
    assert find_mapped_names(["R KNEE"], {"r_knee": "toe_r", "r.knee": "toe_r"}) == ({"R KNEE": "toe_r"}, ())


def test_own_map_adds_and_overrides(tmp_path: Path) -> None:
    names = ["R.ASIS", "L.ASIS", "V.Sacral", "knee", "K2", "h1", "h2", "s1", "s2"]
    recording = read(put(tmp_path, "a.trc", trc_text(standing() * 1000, names=names)))
    own = load_marker_map(
        put(tmp_path, "map.toml", '[markers]\nknee = "knee_lateral_r"\n"V.Sacral" = "cluster:pelvis"\n')
    )
    match = check_markers_known(recording, own)
    assert match.key == OWN_MAP
    assert dict(match.mapping) == {
        "R.ASIS": "asis_r", "L.ASIS": "asis_l", "V.Sacral": "cluster:pelvis", "knee": "knee_lateral_r",
    }  # fmt: skip


def test_own_map_that_names_nothing_in_the_file(tmp_path: Path) -> None:
    recording = read(put(tmp_path, "a.trc", trc_text(standing() * 1000)))
    with pytest.raises(InputError, match=r"none of the names in the marker map is in the file; the file has 'R\.ASIS'"):
        check_markers_known(recording, {"nobody": "asis_r"})


def test_a_map_of_misspelled_names_says_which_may_be_meant(tmp_path: Path) -> None:
    recording = read(put(tmp_path, "a.trc", trc_text(standing() * 1000)))
    with pytest.raises(InputError, match=r"did you mean 'R\.ASIS' by 'R\.ASI'\? The file has 'R\.ASIS'"):
        check_markers_known(recording, {"R.ASI": "asis_r"})


def test_a_misspelled_name_among_others_is_said() -> None:
    match = MarkerMatch(unused=("Wing.Right", "Sock"))
    own = {"WingRigth": "knee_lateral_r", "sock": "heel_r", "Hat": "head_top"}
    near = [note for note in match_notes(match, own) if note.code == message_id("recording.map_near")]
    assert [render(note) for note in near] == [
        "The marker map names WingRigth, which is not in the file; did you mean Wing.Right?"
    ]


def test_a_name_with_a_dot_needs_no_quotes(tmp_path: Path) -> None:
    path = put(
        tmp_path, "map.toml", '[markers]\nR.ASIS = "asis_r"\nR.Knee.Lat = "knee_lateral_r"\n"L.ASIS" = "asis_l"\n'
    )
    assert load_marker_map(path) == {"R.ASIS": "asis_r", "R.Knee.Lat": "knee_lateral_r", "L.ASIS": "asis_l"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("markers = 3", "no [markers] table"),
        ("[markers]\n", "no [markers] table"),
        ("[markers\n", "not TOML"),
        ("[markers]\na = 5\n", "5 is not a name"),
        ('[markers]\na = "asis"\n', "'asis' is not a landmark; expected for example asis_r, asis_l"),
        ('[markers]\na = "RKNE"\n', "'RKNE' is not a landmark; expected for example knee_lateral_r"),
        ('[markers]\na = "right_heel"\n', "'right_heel' is not a landmark; expected for example heel_r"),
        ('[markers]\na = "toe_mediol_r"\n', "'toe_mediol_r' is not a landmark; expected for example toe_medial_r"),
        ('[markers]\na = "..."\n', "'...' is not a landmark; expected for example asis_r, knee_lateral_l, heel_r"),
        ("[markers]\na.b = 5\n", "marker 'a.b': 5 is not a name"),
        ("RASI,asis_r\nLASI,asis_l\n", "not TOML"),
        ("markers:\n  RASI: asis_r\n", "not TOML"),
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
