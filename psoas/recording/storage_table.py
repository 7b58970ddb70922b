"""Header, column names and rows of ``.mot`` and ``.sto`` text in every dialect, before anybody asks what they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.core.name_lists import quoted
from psoas.recording.recording_validation import Faults
from psoas.recording.text_numbers import parse_numbers
from psoas.recording.text_table import (
    Separator,
    ends_early,
    find_separator,
    has_decimal_commas,
    is_frame_name,
    is_time_name,
    split_cells,
    without_trailing,
)

COUNTS = {"nrows": "nRows", "datarows": "datarows", "ncolumns": "nColumns", "datacolumns": "datacolumns"}
ROWS = ("nrows", "datarows")
VECTORS = "vec3"
"""OpenSim 4 tables of this DataType hold x, y and z in one cell, with commas between them."""


@dataclass(frozen=True)
class StorageHeader:
    """``values`` and ``lines`` by keys in lower case; ``texts`` are all lines, in lower case; ``end`` is the index of
    the last line of the header."""

    values: dict[str, str]
    lines: dict[str, int]
    texts: tuple[str, ...]
    end: int

    @property
    def vectors(self) -> bool:
        """Whether cells hold three numbers."""
        return self.values.get("datatype", "").lower() == VECTORS


@dataclass(frozen=True)
class StorageTable:
    """Columns behind the time: ``time`` (T,), ``values`` (T, N), the line of each row, what was put right."""

    names: tuple[str, ...]
    time: Floats
    values: Floats
    lines: tuple[int, ...]
    repairs: tuple[Message, ...]


def parse_storage_header(lines: Sequence[str], faults: Faults) -> StorageHeader:
    """The header of a storage file, up to ``endheader``, or to the line before the names where that is missing.

    Raises:
        InputError: Neither is there.
    """
    values: dict[str, str] = {}
    where: dict[str, int] = {}
    end = next((i for i, line in enumerate(lines) if line.strip("\t\r ;,").lower() == "endheader"), None)
    if end is None:
        end = _before_names(lines)
        if end is None:
            faults.stop(message("recording.storage_no_end"))
    for i, line in enumerate(lines[: end + 1]):
        text = line.strip("\t\r ;,")  # spreadsheets fill every line with separators
        key, _, value = text.partition("=") if "=" in text else text.partition(" ")
        values.setdefault(key.strip().lower(), value.strip())
        where.setdefault(key.strip().lower(), i + 1)
    return StorageHeader(values, where, tuple(line.strip().lower() for line in lines[: end + 1]), end)


def _before_names(lines: Sequence[str]) -> int | None:
    """The index of the line before one that begins with "time" and that numbers follow."""
    for i, line in enumerate(lines[:-1]):
        readings = [reading for separator in Separator if (reading := _reading(line, separator))]
        if i and lines[i + 1].strip() and any(len(names) > 1 for names, _ in readings):
            return i - 1
    return None


def parse_storage_table(lines: Sequence[str], header: StorageHeader, faults: Faults) -> StorageTable:
    """Names and numbers, checked against each other and against the header.

    Args:
        lines: All lines of the file.
        header: Its header.
        faults: Where to add what is wrong.

    Returns:
        The columns behind the time; columns of vectors as three with _x, _y and _z.

    Raises:
        InputError: There are no names, no time or no rows.
    """
    at = next((i for i in range(header.end + 1, len(lines)) if lines[i].strip()), None)
    if at is None:
        faults.stop(message("recording.storage_no_columns"))
    rows = [i for i in range(at + 1, len(lines)) if lines[i].strip()]
    texts = [lines[i] for i in rows]
    numbered = tuple(i + 1 for i in rows)
    separator = find_separator(texts)
    repairs: list[Message] = []
    if not header.vectors and has_decimal_commas(texts, separator):
        texts = [text.replace(",", ".") for text in texts]
        repairs.append(message("recording.decimal_commas"))
    cells = [without_trailing(split_cells(text, separator)) for text in texts]
    names, front = _names(lines[at], len(cells[0]) if cells else 0, at + 1, faults)
    if not rows:
        faults.stop(message("recording.storage_no_rows"))
    cells = [row[front:] for row in cells]
    cut_off = bool(lines[-1].strip())
    repairs += _count_repairs(header, texts, len(names), faults, cut_off=cut_off)
    _check_widths(cells, numbered, len(names), faults)
    faults.raise_if_any()
    if header.vectors:
        names, cells = _spread(names, cells, numbered, faults)
    table = np.empty((len(cells), len(names)))
    for i, row in enumerate(cells):
        padded = row + [""] * (len(names) - len(row))
        table[i] = parse_numbers(padded, faults, line=numbered[i], blank=True, first=front + 1)
    kept = [i for i in range(1, len(names)) if names[i]]
    if len(kept) < len(names) - 1:
        repairs.append(message("recording.columns_unnamed", count=len(names) - 1 - len(kept)))
    return StorageTable(tuple(names[i] for i in kept), table[:, 0], table[:, kept], numbered, tuple(repairs))


def _names(line: str, width: int, number: int, faults: Faults) -> tuple[list[str], int]:
    """Names from the one of time on, and how many columns stand before it: none, or an empty one or frame numbers.

    They are told apart by the sign that gives as many as the first row has cells, else by the first that gives a time.
    """
    found = [reading for separator in Separator if (reading := _reading(line, separator))]
    if not found:
        first = next(iter(without_trailing(split_cells(line, find_separator([line])))), "")
        faults.stop(message("recording.storage_no_time", column=quoted(first)), line=number)
    names, front = next((one for one in found if len(one[0]) + one[1] == width), found[0])
    if len(names) == 1:
        faults.stop(message("recording.storage_only_time"), line=number)
    return names, front


def _reading(line: str, separator: Separator) -> tuple[list[str], int] | None:
    cells = without_trailing(split_cells(line, separator))
    for front in (0, 1):
        if len(cells) > front and is_time_name(cells[front]) and (not front or is_frame_name(cells[0])):
            return cells[front:], front
    return None


def _check_widths(cells: list[list[str]], numbered: tuple[int, ...], width: int, faults: Faults) -> None:
    """Add a fault where rows and names disagree: one for all rows alike, else one for each row."""
    wrong = [i for i, row in enumerate(cells) if len(row) != width]
    if len(wrong) == len(cells) and len({len(row) for row in cells}) == 1 and len(cells) > 1:
        faults.add(message("recording.storage_names_rows", named=width, cells=len(cells[0])), line=numbered[0] - 1)
        return
    for i in wrong:
        last = i == len(cells) - 1 and len(cells[i]) < width
        code = "recording.storage_last_row" if last else "recording.storage_row"
        faults.add(message(code, cells=len(cells[i]), columns=width), line=numbered[i])


def _spread(
    names: list[str], cells: list[list[str]], numbered: tuple[int, ...], faults: Faults
) -> tuple[list[str], list[list[str]]]:
    """Columns of three numbers as three columns; a cell that does not hold three is a fault."""
    spread = []
    for row, number in zip(cells, numbered, strict=True):
        vectors = [cell.strip("~[]()").split(",") if cell else ["nan"] * 3 for cell in row[1:]]
        wrong = next((i for i, vector in enumerate(vectors) if len(vector) != 3), None)
        if wrong is not None:
            fault = message("recording.storage_vector", cell=quoted(row[wrong + 1]))
            faults.add(fault, line=number, column=wrong + 2)
            vectors = [["nan"] * 3 for _ in vectors]
        spread.append([row[0], *(number for vector in vectors for number in vector)])
    return [names[0], *(f"{name}_{axis}" if name else "" for name in names[1:] for axis in "xyz")], spread


def _count_repairs(
    header: StorageHeader, rows: list[str], columns: int, faults: Faults, *, cut_off: bool
) -> list[Message]:
    """What the header counts against what the file holds; a file that breaks off within its last number is a fault."""
    repairs = []
    for key, spelled in COUNTS.items():
        text = header.values.get(key)
        if text is None:
            continue
        found = len(rows) if key in ROWS else columns
        count = int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None
        if count is None:
            repairs.append(message("recording.header_unread", key=spelled, value=quoted(text)))
        elif key in ROWS and found < count and cut_off and ends_early(rows):
            fault = message("recording.storage_rows_missing", header=count, found=found, key=spelled)
            faults.add(fault, line=header.lines[key])
        elif key in ROWS and count != found:
            repairs.append(message("recording.frames_repaired", key=spelled, header=count, found=found))
        elif count != found:
            repairs.append(message("recording.columns_repaired", key=spelled, header=count, found=found))
    return repairs
