"""Cells out of lines: by which sign a table of text is separated, and numbers with a decimal comma."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

SAMPLE = 200
"""At most this many rows are looked at to find the separator."""
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
_BETWEEN = re.compile(r"[\s;,]+")
_PADDED_COMMA = re.compile(r"\s*,\s*")


_TIME = re.compile(r"times?\W*(s|sec|secs|second|seconds|ms)?\W*", re.I)
_FRAME = re.compile(r"(frames?|fields?|samples?|items?)?\W*(#|no\.?|nr\.?|num|number|index)?\W*", re.I)


class Separator(Enum):
    """What stands between two cells."""

    TAB = "tab"
    COMMA = "comma"
    SEMICOLON = "semicolon"
    BLANKS = "blanks"


def find_separator(lines: Sequence[str]) -> Separator:
    """What separates the cells of most rows of numbers; blanks where nothing else does."""
    found = [_separator(line) for line in lines[:SAMPLE] if line.strip()]
    return max(Separator, key=found.count) if found else Separator.TAB


def _separator(line: str) -> Separator:
    text = line.strip()
    if "\t" in text:
        mixed = any(len(cell.split()) > 1 for cell in text.split("\t"))
        return Separator.BLANKS if mixed else Separator.TAB
    if ";" in text:
        return Separator.SEMICOLON
    if "," in text and len(_PADDED_COMMA.sub(",", text).split()) == 1:
        return Separator.COMMA
    return Separator.TAB if "\t" in line else Separator.BLANKS


def split_cells(line: str, separator: Separator) -> list[str]:
    """The cells of one line without the blanks around them; empty cells are kept where a sign separates them."""
    match separator:
        case Separator.TAB:
            return [cell.strip() for cell in line.split("\t")]
        case Separator.COMMA:
            return [cell.strip() for cell in line.split(",")]
        case Separator.SEMICOLON:
            return [cell.strip() for cell in line.split(";")]
        case Separator.BLANKS:
            return line.split()


def has_decimal_commas(lines: Sequence[str], separator: Separator) -> bool:
    """Whether every number of the rows is written as 1,25: there are commas between digits, and no point at all."""
    if separator is Separator.COMMA:
        return False
    commas = [line for line in lines if "," in line]
    return (
        bool(commas)
        and not any("." in line for line in lines)
        and all(line.count(",") == len(_DECIMAL_COMMA.findall(line)) for line in commas)
        and not any(cell.count(",") > 1 for line in commas[:SAMPLE] for cell in split_cells(line, separator))
    )


def is_time_name(name: str) -> bool:
    """Whether a column of this name holds the time: Time, Times, time (s) ..."""
    return _TIME.fullmatch(name) is not None


def is_frame_name(name: str) -> bool:
    """Whether a column of this name, which may be empty, counts the frames: Frame#, Field, Sample No. ..."""
    return _FRAME.fullmatch(name) is not None


def without_trailing(cells: list[str]) -> list[str]:
    """The cells up to the last one that holds something."""
    end = len(cells)
    while end and not cells[end - 1]:
        end -= 1
    return cells[:end]


def ends_early(lines: Sequence[str]) -> bool:
    """Whether the last number of the last row has fewer decimals than every number above it, or nothing above it."""
    last, above = lines[-1], lines[-SAMPLE:-1]
    return not above or _decimals(last) < min(map(_decimals, above))


def _decimals(line: str) -> int:
    """Digits behind the point of a line's last number, 0 where it has no point."""
    words = _BETWEEN.split(line.strip("\t\r\n ;,"))
    number = words[-1].lower().partition("e")[0] if words else ""
    return len(number.partition(".")[2])
