"""The table of what was understood of each file: the same words on the page, on the terminal and in the CSV file."""

from __future__ import annotations

import csv
from pathlib import Path

from psoas.cohort.cohort_page import MOST_OPEN, cohort_page
from psoas.cohort.discovery import find_trials
from psoas.cohort.parquet_table import write_csv_table
from psoas.cohort.recordings_table import MOST_TOLD, RecordingLine, csv_table, recording_lines, terminal_lines
from psoas.cohort.table_schema import DONE, FAILED, Row
from psoas.cohort.trial_worker import FinishedTrial
from psoas.cohort.unused_files import UnusedFile, UnusedReason, find_unused

WALK: Row = {
    "file": "b/walk.c3d", "status": DONE, "reason": "Care.", "marker_sets": "plug_in_gait; vicon_additions",
    "markers_used": 16.0, "markers_named": 18.0, "person_height_m": 1.756, "person_mass_kg": 74.0, "sex": "female",
    "height_m_from": "measured", "mass_kg_from": "file", "sex_from": "assumed", "up": "Z", "plates": 3.0,
    "plates_used": 2.0, "activity": "walking", "strides_right": 2.0, "strides_left": 1.0, "static": "s.c3d",
    "repairs": "Mended.", "left_out": "RANK was left out.",
}  # fmt: skip
ANGLES: Row = {
    "file": "c/walk.sto", "status": DONE, "reason": "", "person_height_m": 1.7, "person_mass_kg": 70.5, "sex": "male",
    "sex_from": "given", "activity": "walking", "plates": 0.0, "no_stride": "none, because it is short",
    "strides_right": 0.0, "strides_left": 0.0,
}  # fmt: skip
BROKEN: Row = {"file": "a/broken.trc", "status": FAILED, "reason": "broken.trc: the file is empty"}
UNUSED = (UnusedFile("d/notes.csv", UnusedReason.FORMAT),)


def test_every_part_has_its_place() -> None:
    broken, walk, angles, unused = recording_lines([WALK, ANGLES, BROKEN], UNUSED)
    assert walk == RecordingLine(
        "b/walk.c3d", "answered", "16 of 18, plug_in_gait and 1 more", "1.76 m, 74 kg, female?", "Z", "2 of 3",
        "walking", "2 right, 1 left", "s.c3d", "Mended.", "RANK was left out.", "Care.",
    )  # fmt: skip
    assert angles.markers == "joint angles" and angles.person == "1.70 m, 70.5 kg, male"
    assert angles.plates == "" and angles.strides == "none, because it is short"
    assert broken == RecordingLine("a/broken.trc", "failed", wrong="broken.trc: the file is empty")
    assert unused.file == "d/notes.csv" and ".trc" in unused.left_out


def test_the_terminal_says_what_was_understood_then_put_right_then_wrong() -> None:
    told = terminal_lines(recording_lines([WALK, BROKEN]))
    assert [line.split()[0] for line in told] == ["File", "a/broken.trc", "Wrong:", "b/walk.c3d", "Put", "RANK",
                                                  "Wrong:"]  # fmt: skip
    assert told[0].index("Markers used") == told[3].index("16 of 18")
    assert terminal_lines([]) == []


def test_a_long_table_is_cut_on_the_terminal_and_folded_on_the_page() -> None:
    rows: list[Row] = [{**BROKEN, "file": f"{i:03d}.trc"} for i in range(MOST_TOLD + 5)]
    told = terminal_lines(recording_lines(rows))
    assert told[-1] == "And 5 more; see the CSV file for all."
    for count, folded in ((MOST_OPEN, False), (MOST_OPEN + 1, True)):
        page = cohort_page([FinishedTrial(row, {}) for row in rows[:count]], folder="f", total=count)
        assert (f"Show all {count} files" in page) is folded


def test_the_page_begins_with_it() -> None:
    page = cohort_page([FinishedTrial(BROKEN, {})], folder="f", total=1, unused=UNUSED)
    assert page.index("What was understood of each file") < page.index("Nothing to average yet")
    assert "d/notes.csv" in page


def test_the_csv_file_holds_the_same_words_and_no_formula(tmp_path: Path) -> None:
    lines = recording_lines([{**BROKEN, "file": "=cmd.trc"}, WALK])
    write_csv_table(csv_table(lines), tmp_path / "f.csv")
    with (tmp_path / "f.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert len(head) == len(RecordingLine._fields) and head[0] == "File"
    assert rows[0][0] == "'=cmd.trc"
    assert tuple(rows[1]) == lines[1]


def test_files_that_belong_to_no_recording_are_named(tmp_path: Path) -> None:
    for name in ("a/walk.trc", "a/walk_grf.mot", "a/static.trc", "a/person.toml", "a/.hidden", "a/notes.csv",
                 "b/lone_static.c3d", "out.parquet", "done/summary.json", "done/kinematics.mot"):  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "a" / "forces.mot").write_text("x\nendheader\ntime\tground_force_vx\n0\t1\n")
    found = find_unused(tmp_path, find_trials(tmp_path), own=(tmp_path / "out.parquet",))
    assert [(one.name, one.reason) for one in found] == [
        ("a/forces.mot", UnusedReason.STORAGE),
        ("a/notes.csv", UnusedReason.FORMAT),
        ("b/lone_static.c3d", UnusedReason.STATIC),
    ]
