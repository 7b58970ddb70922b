"""Coordinates and ground forces from ``.mot`` and ``.sto`` text, in both of its header dialects."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from psoas.core.arrays import Floats
from psoas.recording.joint_coordinates import coordinate_name, is_in_degrees, is_known, is_translation, knee_sign
from psoas.recording.plate_columns import FAR_M, is_force_column, parse_plate_forces
from psoas.recording.recording import Coordinates, Forces, Recording
from psoas.recording.recording_validation import Faults, check_names, check_time, read_lines
from psoas.recording.text_numbers import parse_numbers

COUNTS = {"nrows": "rows", "datarows": "rows", "ncolumns": "columns", "datacolumns": "columns"}
OLD_DIALECT = ("datarows", "datacolumns")


@dataclass(frozen=True)
class _StorageHeader:
    values: dict[str, str]
    lines: dict[str, int]
    end: int  # index of the line that says endheader


def read_storage(path: Path) -> Recording:
    """Joint coordinates, ground forces, or both checked and told apart; raises InputError with all faults together.

    Notes: coordinates are kept exactly as the file holds them; ``in_degrees`` says how to read them. A file whose
    coordinate columns are all zero beside ground forces holds ground forces.
    """
    lines = read_lines(path)
    faults = Faults(path)
    header = _header(lines, faults)
    columns, at = _columns(lines, header, faults)
    table, numbered = _rows(lines, at, len(columns), faults)
    notes = _check_counts(header, table, columns, cut_off=bool(lines[-1].strip()), faults=faults)
    if not len(table):
        faults.stop("no rows; the file ends after its column names")
    check_time(table[:, 0], faults, lines=numbered)
    check_names(columns, faults, line=at + 1, what="column")
    recording = _told_apart(path, columns[1:], table, header, faults)
    faults.settle()
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
    faults.stop("no 'endheader' line; a .mot or .sto file has a header that ends with it")


def _split(line: str) -> list[str]:
    """Cells of one line: by tabs where there are any, else by spaces; trailing tabs name nothing."""
    if "\t" not in line.strip():
        return line.split()
    return [cell.strip() for cell in line.rstrip().split("\t")]


def _columns(lines: list[str], header: _StorageHeader, faults: Faults) -> tuple[list[str], int]:
    at = next((i for i in range(header.end + 1, len(lines)) if lines[i].strip()), None)
    if at is None:
        faults.stop("truncated: nothing follows 'endheader'; export again")
    columns = _split(lines[at])
    if columns[0].lower() != "time":
        faults.stop(f"no time column; the first column is {columns[0][:30]!r} and must be 'time'", line=at + 1)
    if len(columns) == 1:
        faults.stop(
            "no columns beside time; expected coordinates such as hip_flexion_r or forces such as ground_force_vx",
            line=at + 1,
        )
    if "" in columns:
        faults.add("a column has no name; name it or delete it", line=at + 1, column=columns.index("") + 1)
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
            kind = "truncated: the last row" if i == last and len(cells) < width else "the row"
            faults.add(f"{kind} has {len(cells)} cells; the {width} columns need {width}", line=i + 1)
            cells = (cells + ["nan"] * width)[:width]
        rows.append(parse_numbers(cells, faults, line=i + 1, blank=False))
        numbered.append(i + 1)
    return np.array(rows).reshape(len(rows), width), numbered


def _check_counts(
    header: _StorageHeader, table: Floats, columns: list[str], *, cut_off: bool, faults: Faults
) -> list[str]:
    notes = []
    for key, what in COUNTS.items():
        if key not in header.values:
            continue
        found = len(table) if what == "rows" else len(columns)
        text = header.values[key]
        told = int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None
        line = header.lines[key]
        if told is None:
            faults.add(f"{key} is {text[:30]!r}; expected a whole number", line=line)
        elif told != found and key in OLD_DIALECT and what == "rows" and not cut_off:
            notes.append(f"The header says {told} rows and the file holds {found} whole ones; all of those are used.")
        elif told != found:
            kind = "truncated: " if found < told else ""
            faults.add(
                f"{kind}the header says {told} {what} and the file holds {found}; export again or correct {key}",
                line=line,
            )
    return notes


def _told_apart(path: Path, columns: list[str], table: Floats, header: _StorageHeader, faults: Faults) -> Recording:
    """What the columns hold, with notes on what was detected."""
    pushes = [i for i, column in enumerate(columns) if is_force_column(column)]
    states = any(column.endswith("/value") for column in columns)
    moves = [i for i, c in enumerate(columns) if i not in pushes and (coordinate_name(c) != c or not states)]
    time, values = table[:, 0], table[:, 1:]
    known = any(is_known(columns[i]) for i in moves)
    if not known and not pushes:
        found = ", ".join(columns[:5]) + (f" and {len(columns) - 5} more" if len(columns) > 5 else "")
        faults.add(
            f"neither joint coordinates nor ground forces; found {found}; "
            "expected names such as hip_flexion_r or ground_force_vx"
        )
        return Recording(path, "", time)
    forces, notes = parse_plate_forces(columns, time, values, faults) if pushes else (None, [])
    if pushes and known and not values[:, moves].any():
        notes.append("The coordinate columns are all zero; the file is read as ground forces.")
        known = False
    if not known:
        return Recording(path, "", time, forces=forces, notes=tuple(notes))
    coordinates, detected = _coordinates([columns[i] for i in moves], values[:, moves], header)
    if len(moves) + len(pushes) < len(columns):
        left = len(columns) - len(moves) - len(pushes)
        detected.append(f"{left} columns that are not coordinates (speeds, activations) were left out.")
    return _with_coordinates(path, time, coordinates, forces, [*notes, *detected], faults)


def _with_coordinates(
    path: Path, time: Floats, coordinates: Coordinates, forces: Forces | None, notes: list[str], faults: Faults
) -> Recording:
    if not faults.lines and not np.isfinite(coordinates.values).any():
        faults.add("every coordinate is NaN in every row; export again")
    check_names(coordinates.names, faults, what="coordinate")
    height = coordinates.values[:, [i for i, name in enumerate(coordinates.names) if name == "pelvis_ty"]]
    if np.isfinite(height).any() and abs(typical := float(np.nanmedian(height))) > FAR_M:
        faults.add(f"pelvis_ty is {typical:.4g}; shifts must be in metres (is it in mm?)")
    return Recording(path, "", time, coordinates=coordinates, forces=forces, notes=tuple(notes))


def _coordinates(columns: list[str], values: Floats, header: _StorageHeader) -> tuple[Coordinates, list[str]]:
    names = [coordinate_name(column) for column in columns]
    notes = []
    told = header.values.get("indegrees", "").lower()
    degrees = told in ("yes", "true", "1") or not told
    if not told:
        notes.append("The header does not say degrees or radians; degrees are assumed, as this dialect writes them.")
    angles = any(not is_translation(name) for name in names)
    if told and not degrees and angles and is_in_degrees(names, values):
        degrees = True
        notes.append("The header says radians, but the angles exceed a full turn: they are read as degrees.")
    coordinates = Coordinates(tuple(names), values, degrees)
    if knee_sign(coordinates) < 0:
        notes.append(
            "Knee flexion is negative in this file (the gait2392 convention); its values are kept as they are."
        )
    return coordinates, notes
