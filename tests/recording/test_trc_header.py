"""Every dialect of .trc in use: the numbers are those of the plain file, and what was put right is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.recording import Recording, read
from tests.recording_worlds import NAMES, put, standing, trc_text

MM = standing() * 1000
LINES = trc_text(MM).splitlines()


def with_lines(change: Callable[[list[str]], None]) -> str:
    """The plain file with some lines changed."""
    lines = list(LINES)
    change(lines)
    return "\n".join(lines) + "\n"


def check(tmp_path: Path, text: str, *told: str) -> Recording:
    """Read ``text``: the standing figure as it is, and these repairs and no other."""
    recording = read(put(tmp_path, "a.trc", text))
    assert recording.markers is not None
    assert recording.markers.names == NAMES
    np.testing.assert_allclose(recording.markers.positions, standing(), atol=1e-9)
    np.testing.assert_allclose(recording.time, [0, 0.01, 0.02, 0.03], atol=1e-12)
    repairs = [render(one) for one in recording.repairs]
    assert len(repairs) == len(told), repairs
    assert all(part in repair for part, repair in zip(told, repairs, strict=True)), repairs
    return recording


def change_values(between: str, **changed: str) -> str:
    """The plain file with its header values joined by ``between``, some of them changed."""
    keys = LINES[1].split("\t")
    values = [changed.get(key, value) for key, value in zip(keys, LINES[2].split("\t"), strict=True)]

    def change(lines: list[str]) -> None:
        lines[2] = between.join(values)

    return with_lines(change)


@pytest.mark.parametrize("between", ["\t", "\t\t", "  \t\t  ", "      ", " "])
def test_header_values_apart_by_tabs_or_blanks(tmp_path: Path, between: str) -> None:
    check(tmp_path, change_values(between))


@pytest.mark.parametrize("name", ["Time", "Times", "time", "TIME", "time (s)", "Time(sec)", "Time [s]", "Time "])
@pytest.mark.parametrize("frame", ["Frame#", "Frame", "frame #", "Field", "Frame No."])
def test_names_of_the_first_two_columns(tmp_path: Path, name: str, frame: str) -> None:
    def change(lines: list[str]) -> None:
        lines[3] = lines[3].replace("Frame#\tTime", f"{frame}\t{name}")

    check(tmp_path, with_lines(change))


def test_time_before_the_frame_or_without_it(tmp_path: Path) -> None:
    def swap(lines: list[str]) -> None:
        lines[3] = lines[3].replace("Frame#\tTime", "Time\tFrame#")
        for i in range(6, 10):
            frame, time, rest = lines[i].split("\t", 2)
            lines[i] = f"{time}\t{frame}\t{rest}"

    def alone(lines: list[str]) -> None:
        lines[3] = lines[3].replace("Frame#\t", "")
        lines[4] = lines[4].removeprefix("\t")
        for i in range(6, 10):
            lines[i] = lines[i].split("\t", 1)[1]

    check(tmp_path, with_lines(swap))
    check(tmp_path, with_lines(alone))


@pytest.mark.parametrize("between", ["\t", "\t\t", "\t\t\t\t", "   ", "\t   \t"])
def test_names_apart_by_any_number_of_tabs_or_blanks(tmp_path: Path, between: str) -> None:
    def change(lines: list[str]) -> None:
        lines[3] = "Frame#\tTime" + between + between.join(NAMES)

    check(tmp_path, with_lines(change))


def test_names_padded_with_blanks_and_rows_that_begin_with_a_tab(tmp_path: Path) -> None:
    def change(lines: list[str]) -> None:
        lines[2] = "  100.0      100.0         4          9 mm      100.0         1        4"
        lines[3] = "Frame#\tTime            " + "".join(f"{name:33}" for name in NAMES)
        lines[4] = " " * 21 + "".join(f"{axis}{i + 1}         " for i in range(9) for axis in "XYZ")
        for i in range(6, 10):
            lines[i] = "\t" + lines[i]

    check(tmp_path, with_lines(change))


@pytest.mark.parametrize(("sign", "point"), [(",", "."), (";", "."), (";", ","), ("   ", "."), ("  ", ",")])
def test_commas_semicolons_and_blanks_for_tabs(tmp_path: Path, sign: str, point: str) -> None:
    text = "\n".join(
        line.replace(".", point).replace("\t", sign) if i > 5 else line.replace("\t", sign)
        for i, line in enumerate(LINES)
    )
    check(tmp_path, text + "\n", *(["comma"] if point == "," else []))


def test_decimal_commas_between_tabs(tmp_path: Path) -> None:
    def change(lines: list[str]) -> None:
        lines[2] = lines[2].replace(".", ",")
        lines[6:] = [line.replace(".", ",") for line in lines[6:]]

    check(tmp_path, with_lines(change), "written with a comma")


@pytest.mark.parametrize("units", ["mm", "MM", "millimeters", "Millimetres", "(mm)", "mm."])
def test_names_of_millimetres(tmp_path: Path, units: str) -> None:
    check(tmp_path, change_values("\t", Units=units))


@pytest.mark.parametrize("units", ["m", "M", "mete", "meters", "Metres", "[m]"])
def test_names_of_metres(tmp_path: Path, units: str) -> None:
    check(tmp_path, trc_text(standing(), units=units))


@pytest.mark.parametrize("units", ["", "km", "mmm", "?"])
def test_no_known_unit_is_found_from_the_size(tmp_path: Path, units: str) -> None:
    check(tmp_path, trc_text(MM, units=units), "mm is used, in which the markers span 1.4 m")


@pytest.mark.parametrize(("scale", "units", "right"), [(1, "mm", "m"), (1000, "m", "mm"), (1000, "cm", "mm")])
def test_a_unit_that_the_person_contradicts(tmp_path: Path, scale: float, units: str, right: str) -> None:
    check(tmp_path, trc_text(standing() * scale, units=units), f"only in {right} has the person the right size (1.4 m)")


def test_own_marker_map_takes_part_in_judging_the_size(tmp_path: Path) -> None:
    path = put(tmp_path, "a.trc", trc_text(MM, units="m", names=list("abcdefghi")))
    assert read(path).repairs == ()  # names that say nothing
    (repair,) = read(path, marker_map={"a": "asis_r", "f": "heel_r", "h": "acromion_r"}).repairs
    assert "only in mm has the person the right size" in render(repair)


@pytest.mark.parametrize(("says", "told"), [("100", "says 100"), ("3", "says 3"), ("5", "says 5")])
def test_a_wrong_number_of_frames(tmp_path: Path, says: str, told: str) -> None:
    check(tmp_path, change_values("\t", NumFrames=says), f"NumFrames {told}, the file holds 4: all 4 used")


def test_more_frames_than_rows_at_the_end_of_a_file_without_a_line_end(tmp_path: Path) -> None:
    check(tmp_path, change_values("\t", NumFrames="9").rstrip("\n"), "NumFrames says 9, the file holds 4")


@pytest.mark.parametrize("says", ["8", "10", "66"])
def test_a_wrong_number_of_markers(tmp_path: Path, says: str) -> None:
    check(tmp_path, change_values("\t", NumMarkers=says), f"NumMarkers says {says}, 9 are named")


@pytest.mark.parametrize("says", ["0", "0.00", "", "fast", "-60", "nan"])
def test_a_rate_that_is_none(tmp_path: Path, says: str) -> None:
    check(tmp_path, change_values("\t", DataRate=says), "100 frames a second from the time column are used")


def test_counts_that_are_missing_are_counted(tmp_path: Path) -> None:
    check(
        tmp_path,
        change_values("\t", NumFrames="", NumMarkers="many"),
        "NumFrames is '' in the header; it was counted",
        "NumMarkers is 'many' in the header; it was counted",
    )


def test_unnamed_trajectories_behind_the_named(tmp_path: Path) -> None:
    def everywhere(lines: list[str]) -> None:
        lines[2] = lines[2].replace("\t9\t", "\t11\t")
        lines[6:] = [line + "\t1.5\t2.5\t3.5\t4.5\t5.5\t6.5\t" for line in lines[6:]]

    def somewhere(lines: list[str]) -> None:
        lines[7] += "\t1.5\t2.5\t3.5"

    check(tmp_path, with_lines(everywhere), "NumMarkers says 11", "2 trajectories without a name behind the named ones")
    check(tmp_path, with_lines(somewhere), "1 trajectory without a name behind the named ones (in 1 of 4 frames)")


def test_an_unnamed_trajectory_among_the_named(tmp_path: Path) -> None:
    def change(lines: list[str]) -> None:
        lines[3] = lines[3].replace("V.Sacral", "")

    recording = read(put(tmp_path, "a.trc", with_lines(change)))
    assert recording.markers is not None
    kept = [i for i, name in enumerate(NAMES) if name != "V.Sacral"]
    assert recording.markers.names == tuple(NAMES[i] for i in kept)
    np.testing.assert_allclose(recording.markers.positions, standing()[:, kept], atol=1e-9)


@pytest.mark.parametrize("kept", [0, 1])
def test_without_the_line_of_axes(tmp_path: Path, kept: int) -> None:
    def change(lines: list[str]) -> None:
        del lines[4 : 6 - kept]

    check(tmp_path, with_lines(change))


def test_frames_may_begin_anywhere_and_a_row_may_repeat(tmp_path: Path) -> None:
    def from_zero(lines: list[str]) -> None:
        lines[6:] = [f"{i}\t" + line.split("\t", 1)[1] for i, line in enumerate(lines[6:])]

    def repeated(lines: list[str]) -> None:
        lines.insert(8, lines[7])
        lines[2] = lines[2].replace("\t4\t9", "\t5\t9")

    check(tmp_path, with_lines(from_zero))
    told = ("NumFrames says 5, the file holds 4",)
    found = read(put(tmp_path, "b.trc", with_lines(repeated)))
    assert [render(one) for one in found.repairs] == ["Left out: 1 row that repeats the frame before it (line 9)."]
    assert found.markers is not None and told
    np.testing.assert_allclose(found.markers.positions, standing(), atol=1e-9)


@pytest.mark.parametrize(
    ("time", "told"),
    [
        ([0.0, 10.0, 20.0, 30.0], "the time is in milliseconds"),
        ([0.0, 0.0, 0.0, 0.0], "The time column holds no time; 100 frames a second"),
        ([1.0, 2.0, 3.0, 4.0], "The time column holds no time; 100 frames a second"),
        ([float("nan")] * 4, "The time column holds no time; 100 frames a second"),
        ([0.0, float("nan"), 0.02, 0.03], "The time of 1 of 4 frames was missing"),
    ],
)
def test_times_with_one_reading(tmp_path: Path, time: list[float], told: str) -> None:
    check(tmp_path, trc_text(MM, time=time), told)


def test_times_with_too_few_digits(tmp_path: Path) -> None:
    many = standing(8) * 1000
    text = trc_text(many, time=[0.0, 0.0, 0.01, 0.01, 0.02, 0.02, 0.03, 0.03], rate="200")
    recording = read(put(tmp_path, "a.trc", text))
    np.testing.assert_allclose(recording.time, np.arange(8) / 200)
    assert [render(one) for one in recording.repairs] == [
        "The time is rounded to 0.01 s, so that frames share it; 200 frames a second of the header are used."
    ]


def test_a_header_without_its_first_line(tmp_path: Path) -> None:
    check(tmp_path, "\n".join(LINES[1:]) + "\n")


def test_a_number_too_many_in_a_row_leaves_two_readings(tmp_path: Path) -> None:
    def change(lines: list[str]) -> None:
        lines[7] += "\t5.0"

    with pytest.raises(InputError, match="line 8: 28 cells after the time; 9 markers need 27"):
        read(put(tmp_path, "a.trc", with_lines(change)))


@pytest.mark.parametrize("axes", [("_x", "_y", "_z"), (".X", ".Y", ".Z"), ("x", "y", "z"), ("", "", "")])
@pytest.mark.parametrize("sign", ["\t", ",", "   "])
def test_a_name_for_every_axis(tmp_path: Path, axes: tuple[str, ...], sign: str) -> None:
    """RASI_x RASI_y RASI_z, or RASI three times, over one trajectory."""
    named = sign.join(["Frame#", "Time", *(name + axis for name in NAMES for axis in axes)])
    check(tmp_path, with_lines(lambda lines: lines.__setitem__(3, named)))


def test_three_markers_that_end_in_axes_stay_three(tmp_path: Path) -> None:
    names = ["RX", "RY", "RZ", *NAMES[3:]]
    lines = [*LINES[:3], "\t".join(["Frame#", "Time", *names]), *LINES[4:]]
    recording = read(put(tmp_path, "a.trc", "\n".join(lines) + "\n"), marker_map={"RX": "asis_r"})
    assert recording.markers is not None and recording.markers.names == tuple(names)


def test_keys_and_values_in_one_line(tmp_path: Path) -> None:
    text = f"DataRate\t100.00\tCameraRate\t100.00\tNumFrames\t4\tNumMarkers\t{len(NAMES)}\tUnits\tmm"
    check(tmp_path, "\n".join([LINES[0], text, "", *LINES[3:]]) + "\n")


@pytest.mark.parametrize("first", ["Frame,Time", "time", "Frame,Time (s)"])
def test_a_table_with_commas_and_no_header(tmp_path: Path, first: str) -> None:
    named = ",".join([first, *(f"{name}_{axis}" for name in NAMES for axis in "xyz")])
    rows = [line.replace("\t", ",") for line in LINES if line[:1].isdigit() and line.count("\t") > 8]
    rows = rows if "," in first else [row.partition(",")[2] for row in rows]
    check(tmp_path, "\n".join([named, *rows]) + "\n", "There is no header", "names no known unit")


def test_a_table_of_something_else_is_no_trc_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"not a \.trc file"):
        read(put(tmp_path, "a.trc", "heart rate,time\n70,0.0\n71,0.1\n"))
