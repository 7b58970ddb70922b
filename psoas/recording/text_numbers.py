"""Numbers out of text cells, with the line and the column of whatever is not a number."""

from __future__ import annotations

import math
from collections.abc import Sequence

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
            faults.add("the cell is empty; expected a number", line=line, column=column)
        return BLANK
    try:
        value = float(text)
    except ValueError:
        value = math.inf
    else:
        if "_" not in text and (math.isnan(value) or abs(value) <= LARGEST):
            return value
    faults.add(_why(text, value), line=line, column=column)
    return BLANK


def _why(text: str, value: float) -> str:
    shown = text if len(text) <= 30 else text[:27] + "..."
    if "inf" in text.lower() and math.isinf(value):
        return f"{shown!r} is infinite; expected a number, or an empty cell where nothing was seen"
    if "," in text:
        return f"{shown!r} is not a number; write the decimal point as '.', not ','"
    return f"{shown!r} is not a usable number; expected one such as 0.125"
