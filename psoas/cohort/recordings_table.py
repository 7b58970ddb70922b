"""What was understood of each recording of a cohort: one table for the page, the terminal and a CSV file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pyarrow as pa

from psoas.cohort.table_schema import SEPARATOR, Row
from psoas.cohort.unused_files import UnusedFile
from psoas.core.catalogue import text

MOST_TOLD = 200
"""So many recordings are told on the terminal; page and CSV hold more."""
ASSUMED = "assumed"


class RecordingLine(NamedTuple):
    """What is said of one file: every field is words, "" where there is nothing to say."""

    file: str
    status: str
    markers: str = ""
    person: str = ""
    up: str = ""
    plates: str = ""
    movement: str = ""
    strides: str = ""
    static: str = ""
    repaired: str = ""
    left_out: str = ""
    wrong: str = ""


BESIDE = ("file", "status", "markers", "person", "up", "plates", "movement", "strides")
"""Fields that stand beside one another on the terminal; the others have lines of their own below."""


def recording_lines(rows: Iterable[Row], unused: Sequence[UnusedFile] = ()) -> list[RecordingLine]:
    """One line a recording in the order of files, then the files that were not analysed."""
    told = [_recording_line(row) for row in sorted(rows, key=lambda row: str(row["file"]))]
    return told + [_unused_line(one) for one in unused]


def heading(field: str) -> str:
    """The words above a field."""
    return text(f"cohort.files.{field}")


def csv_table(lines: Sequence[RecordingLine]) -> pa.Table:
    """The table for a CSV file: the same words, one row a file."""
    columns = [pa.array([line[i] for line in lines], pa.string()) for i in range(len(RecordingLine._fields))]
    return pa.table(columns, names=[heading(field) for field in RecordingLine._fields])


def terminal_lines(lines: Sequence[RecordingLine]) -> list[str]:
    """The table in columns, with lines below a file for what was put right, left out, and is wrong."""
    shown = lines[:MOST_TOLD]
    if not shown:
        return []
    places = [RecordingLine._fields.index(field) for field in BESIDE]
    cells = [[heading(field) for field in BESIDE], *([line[i] for i in places] for line in shown)]
    widths = [max(len(row[k]) for row in cells) for k in range(len(places))]
    rows = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    told = rows[:1]
    for row, line in zip(rows[1:], shown, strict=True):
        told += [row, *(f"    {one}" for one in _below(line))]
    more = len(lines) - len(shown)
    return [*told, text("cohort.files.more", count=more)] if more else told


def _below(line: RecordingLine) -> list[str]:
    """What was put right and what is wrong under their names; notes on what was left out say so themselves."""
    said = (
        text("cohort.files.below", heading=heading("repaired"), words=line.repaired) if line.repaired else "",
        line.left_out,
        text("cohort.files.below", heading=heading("wrong"), words=line.wrong) if line.wrong else "",
    )
    return [words for words in said if words]


def _recording_line(row: Row) -> RecordingLine:
    def said(key: str) -> str:
        return str(row.get(key) or "")

    understood = row.get("person_height_m") is not None
    return RecordingLine(
        file=said("file"),
        status=text(f"cohort.status.{row['status']}"),
        markers=_markers(row) if understood else "",
        person=_person(row) if understood else "",
        up=said("up"),
        plates=_plates(row),
        movement=text(f"understood.activity.{row['activity']}") if row.get("activity") else "",
        strides=_strides(row),
        static=said("static"),
        repaired=said("repairs"),
        left_out=said("left_out"),
        wrong=said("reason"),
    )


def _unused_line(one: UnusedFile) -> RecordingLine:
    return RecordingLine(one.name, text("cohort.status.unused"), left_out=text(f"cohort.unused.{one.reason.value}"))


def _markers(row: Row) -> str:
    if row.get("markers_named") is None:
        return text("cohort.files.angles")
    first, *others = str(row.get("marker_sets") or "").split(SEPARATOR)
    used, named = _count(row, "markers_used"), _count(row, "markers_named")
    if others:
        return text("cohort.files.markers_more", sets=first, used=used, named=named, more=len(others))
    return text("cohort.files.markers_value", sets=first, used=used, named=named)


def _person(row: Row) -> str:
    """Height, mass and sex; what was assumed is marked."""
    known = {
        "height": ("height_m", text("cohort.files.metres", value=f"{row['person_height_m']:.2f}")),
        "mass": ("mass_kg", text("cohort.files.kilograms", value=f"{row['person_mass_kg']:.1f}".removesuffix(".0"))),
        "sex": ("sex", text(f"understood.sex.{row['sex']}")),
    }
    marked = {
        name: text("cohort.files.assumed", value=value) if row.get(f"{key}_from") == ASSUMED else value
        for name, (key, value) in known.items()
    }
    return text("cohort.files.person_value", **marked)


def _plates(row: Row) -> str:
    if not row.get("plates"):
        return ""
    return text("cohort.files.plates_value", used=_count(row, "plates_used"), count=_count(row, "plates"))


def _strides(row: Row) -> str:
    if row.get("no_stride"):
        return str(row["no_stride"])
    if row.get("strides_right") is None:
        return ""
    return text("cohort.files.strides_value", right=_count(row, "strides_right"), left=_count(row, "strides_left"))


def _count(row: Row, key: str) -> int:
    return int(row.get(key) or 0)
