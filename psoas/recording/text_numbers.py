"""Numbers out of text cells, with the line and the column of whatever is not a number."""

from __future__ import annotations

import math
from collections.abc import Sequence

from psoas.core.message import Message, message
from psoas.core.name_lists import quoted
from psoas.recording.recording_validation import LARGEST, Faults

BLANK = math.nan


def parse_numbers(cells: Sequence[str], faults: Faults, *, line: int, blank: bool, first: int = 1) -> list[float]:
    """One row of numbers, the first in column ``first``; an empty cell is NaN where ``blank`` is allowed."""
    try:
        row = [float(cell) if cell.strip() else BLANK for cell in cells]
    except ValueError:
        pass
    else:
        gaps_fine = blank or not any(math.isnan(x) for x in row)
        if gaps_fine and not any(abs(x) > LARGEST for x in row) and "_" not in "".join(cells):
            return row
    return [_number(cell, faults, line, column, blank) for column, cell in enumerate(cells, start=first)]


def _number(cell: str, faults: Faults, line: int, column: int, blank: bool) -> float:
    text = cell.strip()
    if not text:
        if not blank:
            faults.add(message("recording.cell_empty"), line=line, column=column)
        return BLANK
    try:
        value = float(text)
    except ValueError:
        value = math.inf
    else:
        if "_" not in text and (math.isnan(value) or abs(value) <= LARGEST):
            return value
    faults.add(_fault(text, value), line=line, column=column)
    return BLANK


def _fault(text: str, value: float) -> Message:
    if "inf" in text.lower() and math.isinf(value):
        return message("recording.cell_infinite", cell=quoted(text))
    if "," in text:
        return message("recording.cell_comma", cell=quoted(text))
    return message("recording.cell_not_number", cell=quoted(text))
