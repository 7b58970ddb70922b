"""The rows of a ``.trc`` file: cells of frame, time and trajectories, whatever separates them and stands behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.recording.recording_validation import Faults
from psoas.recording.text_numbers import parse_numbers
from psoas.recording.text_table import Separator, find_separator, has_decimal_commas, split_cells, without_trailing
from psoas.recording.trc_header import MarkerNames, TRCHeader


@dataclass(frozen=True)
class TRCText:
    """Rows of cells before they are numbers: ``lines`` with the number of each, from 1, and how to split them.

    ``margin`` counts empty cells in front of every row; ``cut_off`` says that the last line has no line end.
    """

    lines: tuple[str, ...]
    numbered: tuple[int, ...]
    separator: Separator
    margin: int
    cut_off: bool
    repairs: tuple[Message, ...]

    def cells(self, row: int) -> list[str]:
        """The cells of one row."""
        return split_cells(self.lines[row], self.separator)[self.margin :]


@dataclass(frozen=True)
class TRCRows:
    """Numbers of the rows: ``time`` (T,), ``frames`` (T,) or None, ``positions`` (T, M, 3) in the file's unit.

    ``extra`` is how many cells the longest row holds behind the named trajectories, ``longer`` how many rows do.
    """

    time: Floats
    frames: Floats | None
    positions: Floats
    extra: int
    longer: int


def find_rows(lines: Sequence[str], header: TRCHeader) -> TRCText:
    """The lines that hold frames, and how their cells are told apart."""
    at = [i for i in range(header.first_row, len(lines)) if lines[i].strip()]
    rows = [lines[i] for i in at]
    separator = find_separator(rows)
    repairs: list[Message] = []
    if has_decimal_commas(rows, separator):
        rows = [line.replace(",", ".") for line in rows]
        repairs.append(message("recording.decimal_commas"))
    margin = _margin(rows, separator)
    numbered = tuple(i + 1 for i in at)
    return TRCText(tuple(rows), numbered, separator, margin, bool(lines[-1].strip()), tuple(repairs))


def _margin(rows: list[str], separator: Separator) -> int:
    """1 where every row begins with an empty cell before its frame number."""
    sample = [split_cells(row, separator) for row in rows[:50]]
    if not sample or any(len(cells) < 3 or cells[0] or not cells[1].isdigit() for cells in sample):
        return 0
    numbers = [int(cells[1][:15]) for cells in sample]
    follows = all(b >= a for a, b in pairwise(numbers))
    return 1 if follows else 0


def choose_names(header: TRCHeader, text: TRCText, faults: Faults) -> tuple[MarkerNames, list[Message]]:
    """The reading of the names that the rows bear out, else the one that the header does.

    Args:
        header: The header.
        text: The rows.
        faults: Where to add that names and rows do not fit together.

    Returns:
        The names, and what was put right.
    """
    width = max((len(without_trailing(text.cells(i))) for i in range(len(text.lines))), default=0)
    for counts in (lambda one: -(-(width - one.leading) // 3), lambda _: header.markers, lambda _: header.labels):
        fitting = [one for one in header.readings if counts(one) == len(one.names)]
        if fitting:
            break
    chosen = (fitting or header.readings)[0]
    found, named = -(-(width - chosen.leading) // 3), len(chosen.names)
    repairs: list[Message] = []
    if width and found < named and header.markers is not None and header.markers < named:
        fault = message("recording.trc_names_over", named=named, header=header.markers, found=found)
        faults.add(fault, line=header.names_line)
    elif header.markers not in (None, named):
        repairs.append(message("recording.markers_repaired", header=header.markers or 0, named=named))
    return chosen, repairs


def parse_rows(text: TRCText, names: MarkerNames, faults: Faults) -> TRCRows:
    """Numbers out of cells; a cell that is none is a fault with its line and column.

    Args:
        text: The rows.
        names: Which columns they have.
        faults: Where to add what is wrong.

    Returns:
        Time and positions of every row; what stands behind the named trajectories is only counted.
    """
    width, leading = 3 * len(names.names), names.leading
    table = np.full((len(text.lines), leading + width), np.nan)
    extra = longer = 0
    for i, number in enumerate(text.numbered):
        cells = text.cells(i)
        fields = cells[leading:]
        behind = len(without_trailing(fields)) - width
        if behind > 0:
            longer += 1
            extra = max(extra, behind)
            _check_behind(fields[width : width + behind], len(fields), width, faults, number)
        missing = width - len(fields)
        if missing > 0 and (missing % 3 or (i == len(text.lines) - 1 and text.cut_off)):
            last = i == len(text.lines) - 1
            code = "recording.trc_last_row_short" if last else "recording.trc_row_short"
            faults.add(message(code, cells=len(fields), markers=len(names.names), needed=width), line=number)
        head = (cells[:leading] + [""] * leading)[:leading]
        table[i, :leading] = parse_numbers(head, faults, line=number, blank=True)
        fields = fields[:width]
        table[i, leading : leading + len(fields)] = parse_numbers(
            fields, faults, line=number, blank=True, first=leading + 1 + text.margin
        )
    frames = None if names.frame_column is None else table[:, names.frame_column]
    return TRCRows(table[:, names.time_column], frames, table[:, leading:].reshape(len(table), -1, 3), extra, longer)


def _check_behind(cells: list[str], found: int, width: int, faults: Faults, line: int) -> None:
    """Whole trajectories and remarks may stand behind the named ones; a number too many may have moved the others."""
    numbers = sum(_is_number(cell) for cell in cells)
    if numbers and len(cells) % 3:
        faults.add(message("recording.trc_row_long", cells=found, markers=width // 3, needed=width), line=line)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
