"""Coordinates and ground forces from ``.mot`` and ``.sto`` text, in both of its header dialects."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.core.name_lists import name_list, quoted
from psoas.recording.joint_coordinates import coordinate_name, is_in_degrees, is_known, is_translation, knee_sign
from psoas.recording.plate_columns import FAR_M, is_force_column, parse_plate_forces
from psoas.recording.recording import Coordinates, Forces, Recording
from psoas.recording.recording_validation import Faults, check_names, check_time, read_lines
from psoas.recording.text_numbers import parse_numbers

COUNTS = {"nrows": "rows", "datarows": "rows", "ncolumns": "columns", "datacolumns": "columns"}
MISCOUNTED = {
    "rows": ("recording.storage_rows_missing", "recording.storage_rows_extra"),
    "columns": ("recording.storage_columns_missing", "recording.storage_columns_extra"),
}
"""Faults of a header that counts more than the file holds, or fewer."""
OLD_DIALECT = ("datarows", "datacolumns")


@dataclass(frozen=True)
class _StorageHeader:
    values: dict[str, str]
    lines: dict[str, int]
    end: int  # index of the line that says endheader


def read_storage(path: Path) -> Recording:
    """Read joint coordinates, ground forces, or both from a ``.mot`` or ``.sto`` file.

    Args:
        path: The file.

    Returns:
        Coordinates exactly as the file holds them, with ``in_degrees`` to say how to read them, and forces in newtons
        and metres. A file whose coordinate columns are all zero beside ground forces holds ground forces.

    Raises:
        InputError: With all faults of the file.
    """
    lines = read_lines(path)
    faults = Faults(path)
    header = _header(lines, faults)
    columns, at = _columns(lines, header, faults)
    table, numbered = _rows(lines, at, len(columns), faults)
    notes = _check_counts(header, table, columns, cut_off=bool(lines[-1].strip()), faults=faults)
    if not len(table):
        faults.stop(message("recording.storage_no_rows"))
    check_time(table[:, 0], faults, lines=numbered)
    check_names(columns, faults, line=at + 1, code="recording.column_twice")
    recording = _recording(path, columns[1:], table, header, faults)
    faults.raise_if_any()
    kind = path.suffix.lower().lstrip(".")
    return replace(recording, kind=kind if kind in ("mot", "sto") else "sto", notes=(*notes, *recording.notes))


def _header(lines: list[str], faults: Faults) -> _StorageHeader:
    values: dict[str, str] = {}
    where: dict[str, int] = {}
    for i, line in enumerate(lines):
        text = line.strip()
        if text.lower() == "endheader":
            return _StorageHeader(values, where, i)
        key, _, value = text.partition("=") if "=" in text else text.partition(" ")
        values.setdefault(key.strip().lower(), value.strip())
        where.setdefault(key.strip().lower(), i + 1)
    faults.stop(message("recording.storage_no_end"))


def _split(line: str) -> list[str]:
    """Cells of one line: by tabs where there are any, else by spaces; trailing tabs name nothing."""
    if "\t" not in line.strip():
        return line.split()
    return [cell.strip() for cell in line.rstrip().split("\t")]


def _columns(lines: list[str], header: _StorageHeader, faults: Faults) -> tuple[list[str], int]:
    at = next((i for i in range(header.end + 1, len(lines)) if lines[i].strip()), None)
    if at is None:
        faults.stop(message("recording.storage_no_columns"))
    columns = _split(lines[at])
    if columns[0].lower() != "time":
        faults.stop(message("recording.storage_no_time", column=quoted(columns[0])), line=at + 1)
    if len(columns) == 1:
        faults.stop(message("recording.storage_only_time"), line=at + 1)
    if "" in columns:
        faults.add(message("recording.storage_unnamed"), line=at + 1, column=columns.index("") + 1)
    return columns, at


def _rows(lines: list[str], at: int, width: int, faults: Faults) -> tuple[Floats, list[int]]:
    rows: list[list[float]] = []
    numbered: list[int] = []
    last = max(i for i, line in enumerate(lines) if line.strip())
    for i in range(at + 1, len(lines)):
        if not lines[i].strip():
            continue
        cells = _split(lines[i])
        if len(cells) != width:
            cut_off = i == last and len(cells) < width
            code = "recording.storage_last_row" if cut_off else "recording.storage_row"
            faults.add(message(code, cells=len(cells), columns=width), line=i + 1)
            cells = (cells + ["nan"] * width)[:width]
        rows.append(parse_numbers(cells, faults, line=i + 1, blank=False))
        numbered.append(i + 1)
    return np.array(rows).reshape(len(rows), width), numbered


def _check_counts(
    header: _StorageHeader, table: Floats, columns: list[str], *, cut_off: bool, faults: Faults
) -> list[Message]:
    notes = []
    for key, counted in COUNTS.items():
        if key not in header.values:
            continue
        found = len(table) if counted == "rows" else len(columns)
        text = header.values[key]
        count = int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None
        line = header.lines[key]
        if count is None:
            faults.add(message("recording.whole_number", key=key, value=quoted(text)), line=line)
        elif count != found and key in OLD_DIALECT and counted == "rows" and not cut_off:
            notes.append(message("recording.storage_rows_differ", header=count, found=found))
        elif count != found:
            code = MISCOUNTED[counted][0 if found < count else 1]
            faults.add(message(code, header=count, found=found, key=key), line=line)
    return notes


def _recording(path: Path, columns: list[str], table: Floats, header: _StorageHeader, faults: Faults) -> Recording:
    """What the columns hold, with notes on what was detected."""
    pushes = [i for i, column in enumerate(columns) if is_force_column(column)]
    states = any(column.endswith("/value") for column in columns)
    moves = [i for i, c in enumerate(columns) if i not in pushes and (coordinate_name(c) != c or not states)]
    time, values = table[:, 0], table[:, 1:]
    known = any(is_known(columns[i]) for i in moves)
    if not known and not pushes:
        faults.add(message("recording.storage_unknown_columns", found=name_list(columns, most=5)))
        return Recording(path, "", time)
    forces, notes = parse_plate_forces(columns, time, values, faults) if pushes else (None, [])
    if pushes and known and not values[:, moves].any():
        notes.append(message("recording.storage_zero_coordinates"))
        known = False
    if not known:
        return Recording(path, "", time, forces=forces, notes=tuple(notes))
    coordinates, detected = _coordinates([columns[i] for i in moves], values[:, moves], header)
    if len(moves) + len(pushes) < len(columns):
        left = len(columns) - len(moves) - len(pushes)
        detected.append(message("recording.storage_dropped", count=left))
    return _with_coordinates(path, time, coordinates, forces, [*notes, *detected], faults)


def _with_coordinates(
    path: Path, time: Floats, coordinates: Coordinates, forces: Forces | None, notes: list[Message], faults: Faults
) -> Recording:
    if not faults.messages and not np.isfinite(coordinates.values).any():
        faults.add(message("recording.all_nan"))
    check_names(coordinates.names, faults, code="recording.coordinate_twice")
    height = coordinates.values[:, [i for i, name in enumerate(coordinates.names) if name == "pelvis_ty"]]
    if np.isfinite(height).any() and abs(typical := float(np.nanmedian(height))) > FAR_M:
        faults.add(message("recording.pelvis_far", value=f"{typical:.4g}"))
    return Recording(path, "", time, coordinates=coordinates, forces=forces, notes=tuple(notes))


def _coordinates(columns: list[str], values: Floats, header: _StorageHeader) -> tuple[Coordinates, list[Message]]:
    names = [coordinate_name(column) for column in columns]
    notes = []
    setting = header.values.get("indegrees", "").lower()
    degrees = setting in ("yes", "true", "1") or not setting
    if not setting:
        notes.append(message("recording.degrees_assumed"))
    angles = any(not is_translation(name) for name in names)
    if setting and not degrees and angles and is_in_degrees(names, values):
        degrees = True
        notes.append(message("recording.radians_wrong"))
    coordinates = Coordinates(tuple(names), values, degrees)
    if knee_sign(coordinates) < 0:
        notes.append(message("recording.knee_negative"))
    return coordinates, notes
