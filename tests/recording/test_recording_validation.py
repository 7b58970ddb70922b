"""Every fault that the door knows, told with file, line and remedy; and all of them together."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.recording import check_markers_known, marker_sets, read
from psoas.recording.file_bytes import read_lines
from tests.recording_worlds import NAMES, put, standing, storage_text, trc_text

MM = standing() * 1000
ANGLES = ["time", "hip_flexion_r"]


def faults(path: Path) -> tuple[str, ...]:
    with pytest.raises(InputError) as caught:
        read(path)
    assert all(path.name in fault and "\n" not in fault for fault in caught.value.faults)
    return caught.value.faults


def only(path: Path) -> str:
    (fault,) = faults(path)
    return fault


def test_missing_folder_and_neighbour(tmp_path: Path) -> None:
    put(tmp_path, "walk.trc", trc_text(MM))
    assert only(tmp_path / "walk.c3d") == "walk.c3d: no such file; did you mean walk.trc?"
    assert "no such file; check the name" in only(tmp_path / "other.trc")
    assert "does not exist either" in only(tmp_path / "nowhere" / "a.trc")
    assert "this is a folder" in only(tmp_path)


@pytest.mark.parametrize("suffix", ["trc", "c3d", "mot", "sto"])
def test_empty_and_binary(tmp_path: Path, suffix: str) -> None:
    assert "the file is empty" in only(put(tmp_path, f"a.{suffix}", b" \n\r\n"))
    assert len(faults(put(tmp_path, f"b.{suffix}", os.urandom(3000)))) >= 1
    assert len(faults(put(tmp_path, f"c.{suffix}", b"\x00" * 3000))) == 1


def test_unknown_kind_of_file(tmp_path: Path) -> None:
    assert "expected .trc, .c3d, .mot, .sto" in only(put(tmp_path, "notes.txt", "dear diary\n"))


@pytest.mark.parametrize("suffix", ["txt", "dat", "sto"])
def test_the_content_decides_not_the_suffix(tmp_path: Path, suffix: str) -> None:
    assert read(put(tmp_path, f"a.{suffix}", trc_text(MM))).kind == "trc"


def test_wrong_encodings(tmp_path: Path) -> None:
    text = trc_text(MM, names=["R.ASIS\xdf", *NAMES[1:]])
    assert "line 4: byte 19 is not UTF-8" in only(put(tmp_path, "b.trc", text.encode("latin-1")))
    assert read(put(tmp_path, "c.trc", b"\xef\xbb\xbf" + trc_text(MM).encode())).kind == "trc"


def test_truncated_within_a_row_or_a_number(tmp_path: Path) -> None:
    lines = trc_text(MM).splitlines(keepends=True)
    cut = put(tmp_path, "b.trc", "".join(lines)[:-40])
    assert "line 10: truncated: the last row has" in only(cut)
    digits = trc_text(MM, frames=5).replace(".0\n", ".125\n")[:-3]
    assert "the header says 5 frames, and the file breaks off in number 4" in only(put(tmp_path, "a.trc", digits))
    assert "truncated: the header needs 5 lines" in only(put(tmp_path, "c.trc", "".join(lines[:3])))
    assert any("no frames" in fault for fault in faults(put(tmp_path, "d.trc", "".join(lines[:5]))))


def test_truncated_storage(tmp_path: Path) -> None:
    text = storage_text(ANGLES, [[0.0, 1.0], [0.1, 2.0], [0.2, 3.0]])
    digits = storage_text(ANGLES, [[0.0, 1.25], [0.1, 2.25]]).replace("nRows=2", "nRows=3")[:-2]
    assert "line 3: truncated: nRows says 3, and the file breaks off in number 2" in only(
        put(tmp_path, "a.mot", digits)
    )
    assert any("truncated: the last row has 1 cells" in f for f in faults(put(tmp_path, "b.mot", text[:-4])))
    assert "no 'endheader'" in only(put(tmp_path, "c.mot", "Tiny\nversion=1\n"))
    assert "nothing follows" in only(put(tmp_path, "d.mot", "Tiny\nendheader\n"))


def test_a_person_of_no_size_at_all(tmp_path: Path) -> None:
    assert "no usual unit fits" in only(put(tmp_path, "a.trc", trc_text((standing() - [0.0, 0.02, 0.0]) * 1e8)))


def test_a_pelvis_alone_may_be_small(tmp_path: Path) -> None:
    recording = read(put(tmp_path, "a.trc", trc_text(MM[:, :3] * 0.7, names=NAMES[:3])))
    assert recording.markers is not None
    assert np.ptp(recording.markers.positions[0], axis=0).max() < 0.2


def test_no_time_column(tmp_path: Path) -> None:
    assert "line 4: no time column" in only(put(tmp_path, "a.trc", trc_text(MM).replace("\tTime\t", "\tClock\t", 1)))
    text = storage_text(["t", "hip_flexion_r"], [[0.0, 1.0]])
    assert "line 7: no time column; the first column is 't'" in only(put(tmp_path, "a.mot", text))


@pytest.mark.parametrize(
    ("time", "told"),
    [
        ([0.0, 0.01, 0.005, 0.02], "line 9: time runs backwards (0.01 s, then 0.005 s)"),
        ([0.0, 0.01, 0.01, 0.02], "line 9: time stands still (0.01 s, then 0.01 s)"),
        ([0.0, 1e-9, 2e-9, 3e-9], "time must be in seconds"),
        ([0.0, float("nan"), 0.02, 0.9], "line 8: no time in 1 of 4 frames"),
    ],
)
def test_time_that_does_not_grow_in_seconds(tmp_path: Path, time: list[float], told: str) -> None:
    assert told in only(put(tmp_path, "a.trc", trc_text(MM, time=time)))


def test_two_faults_of_time_at_once_and_in_storage(tmp_path: Path) -> None:
    rows = [[0.0, 1.0], [0.0, 2.0], [-1.0, 3.0]]
    backwards, still = faults(put(tmp_path, "a.mot", storage_text(ANGLES, rows)))
    assert "line 10: time runs backwards" in backwards
    assert "line 9: time stands still" in still


def test_duplicate_names(tmp_path: Path) -> None:
    names = ["R.ASIS", "R.ASIS", *NAMES[2:]]
    assert "line 4: marker 'R.ASIS' appears 2 times" in only(put(tmp_path, "a.trc", trc_text(MM, names=names)))
    text = storage_text(["time", "hip_flexion_r", "hip_flexion_r"], [[0.0, 1.0, 2.0]])
    assert any("column 'hip_flexion_r' appears 2 times" in fault for fault in faults(put(tmp_path, "a.mot", text)))


def test_nothing_seen_at_all(tmp_path: Path) -> None:
    assert "no marker is seen in any frame" in only(put(tmp_path, "a.trc", trc_text(MM * np.nan)))
    assert "no marker is seen in any frame" in only(put(tmp_path, "b.trc", trc_text(MM * 0.0)))
    text = storage_text(ANGLES, [[0.0, float("nan")]])
    assert "every coordinate is NaN" in only(put(tmp_path, "a.mot", text))


def test_frames_with_too_few_markers(tmp_path: Path) -> None:
    never = standing(8) * 1000
    never[:, 2:] = np.nan
    assert "no frame shows more than 2 markers at once; 3 are needed" in only(put(tmp_path, "a.trc", trc_text(never)))
    mostly = standing(8) * 1000
    mostly[:7, 2:] = np.nan
    found = read(put(tmp_path, "b.trc", trc_text(mostly)))
    assert any("7 of 8 frames show fewer than 3" in render(note) for note in found.notes)


@pytest.mark.parametrize(
    ("cell", "told"), [("abc", "is not a usable number"), ("inf", "is infinite"), ("1e300", "is not a usable")]
)
def test_cells_that_are_no_numbers(tmp_path: Path, cell: str, told: str) -> None:
    broken = MM.copy()
    broken[1, 0, 1] = 12345.0
    fault = only(put(tmp_path, "a.trc", trc_text(broken).replace("12345.0", cell)))
    assert fault.startswith(f"a.trc line 8, column 4: '{cell}' {told}")
    fault = only(put(tmp_path, "a.mot", storage_text(ANGLES, [[0.0, 12345.0]]).replace("12345.0", cell)))
    assert fault.startswith(f"a.mot line 8, column 2: '{cell}' {told}")


def test_header_counts_that_disagree(tmp_path: Path) -> None:
    nine = [f"{name}" for name in NAMES]
    text = trc_text(MM[:, :8], names=NAMES[:8]).replace("\t".join(NAMES[:8]), "")
    text = text.replace("\t\t\t".join(NAMES[:8]), "\t\t\t".join(nine))
    assert "9 names in the line of names, but NumMarkers says 8 and the rows hold 8" in only(
        put(tmp_path, "a.trc", text)
    )
    text = storage_text(ANGLES, [[0.0, 1.0], [0.1, 1.0]]).replace("\t1.0", "\t1.0\t2.0")
    assert "line 7: 2 columns are named, and every row holds 3 cells" in only(put(tmp_path, "a.mot", text))


def test_rows_of_the_wrong_width(tmp_path: Path) -> None:
    lines = trc_text(MM).splitlines()
    short, long = lines.copy(), lines.copy()
    short[7] = short[7].rsplit("\t", 1)[0]
    long[7] += "\t5.0"
    assert "line 8: the row has 26 cells after the time; 9 markers need 27" in only(
        put(tmp_path, "a.trc", "\n".join(short) + "\n")
    )
    assert "line 8: 28 cells after the time; 9 markers need 27" in only(put(tmp_path, "b.trc", "\n".join(long) + "\n"))
    text = storage_text(ANGLES, [[0.0, 1.0], [0.1, 2.0]]).replace("0.0\t1.0", "0.0\t1.0\t5.0")
    assert "line 8: the row has 3 cells; the 2 columns need 2" in only(put(tmp_path, "a.mot", text))


def test_all_faults_together_at_most_six_and_a_count(tmp_path: Path) -> None:
    names = ["R.ASIS", "R.ASIS", *NAMES[2:]]
    text = trc_text(MM * 1e4, units="parsec", rate="fast", names=names, time=[0.0, 0.1, 0.1, 0.2])
    found = faults(put(tmp_path, "a.trc", text.replace("14500000.0\t2000000.0", "high\t2000000.0")))
    for told in ("parsec", "appears 2 times", "stands still", "'high' is not a usable number"):
        assert any(told in fault for fault in found), told
    words = trc_text(standing(20) * 1000).replace("\t1450.0\t", "\tshoulder\t")
    with pytest.raises(InputError) as caught:
        read(put(tmp_path, "b.trc", words))
    shown = str(caught.value).splitlines()
    assert len(caught.value.faults) == 40
    assert len(shown) == 7
    assert shown[-1] == "and 34 more"


def test_unknown_marker_names_say_what_was_found_and_what_is_known(tmp_path: Path) -> None:
    recording = read(put(tmp_path, "a.trc", trc_text(MM, names=[f"M{i}" for i in range(9)])))
    assert any("Y is assumed" in render(note) for note in recording.notes)
    with pytest.raises(InputError) as caught:
        check_markers_known(recording)
    (fault,) = caught.value.faults
    for told in ("a.trc", "'M0'", "and 3 more", f"none of the {len(marker_sets())} known sets", "--markers map.toml"):
        assert told in fault


def test_known_names_that_are_hardly_seen(tmp_path: Path) -> None:
    names = ["R.ASIS", "L.ASIS", "V.Sacral", "X1", "X2", "X3", "X4", "X5", "X6"]
    hidden = MM.copy()
    hidden[1:, 1:3] = np.nan
    check_markers_known(read(put(tmp_path, "a.trc", trc_text(hidden, names=names))))
    hidden[0, 2], hidden[1, 2] = np.nan, MM[1, 2]
    with pytest.raises(InputError, match=r"no frame shows more than 2 markers with a known landmark at once; 3"):
        check_markers_known(read(put(tmp_path, "b.trc", trc_text(hidden, names=names))))


def test_coordinates_have_no_markers_to_know(tmp_path: Path) -> None:
    recording = read(put(tmp_path, "a.mot", storage_text(ANGLES, [[0.0, 1.0]])))
    with pytest.raises(InputError, match="holds no markers"):
        check_markers_known(recording)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_lines_end_as_every_system_ends_them(tmp_path: Path, end: str, mark: bytes) -> None:
    """Line by line off the disk gives what the whole text would; an empty last line closes a file that ends well."""
    path = tmp_path / "a.txt"
    for lines in (["one", "", "zwö\t2"], ["one", "two", ""]):
        path.write_bytes(mark + end.join(lines).encode())
        assert read_lines(path) == lines


@pytest.mark.parametrize("value", [5.0, 1e-320, 1e8])
def test_markers_in_one_place_are_no_person(tmp_path: Path, value: float) -> None:
    assert only(put(tmp_path, "a.trc", trc_text(np.full((6, len(NAMES), 3), value)))).endswith(
        "all markers are in one place in most frames; export the measured positions"
    )
