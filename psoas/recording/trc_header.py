"""The header of a ``.trc`` file in every dialect: values by their keys, and the ways its line of names can be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from psoas.core.message import message
from psoas.core.name_lists import quoted
from psoas.recording.marker_cleaning import unit_named
from psoas.recording.recording_validation import Faults
from psoas.recording.text_table import is_frame_name, is_time_name, without_trailing

KEYS = "datarate"
LOOK_IN = 12
"""The lines of a header are among this many."""
_BETWEEN = re.compile(r"[\s;,]+")
_TWO_BLANKS = re.compile(r"\t+| {2,}")
_LABEL = re.compile(r"x\d*", re.I)
_SECONDS = re.compile(r"\W*(s|sec|secs|second|seconds)\W*", re.I)


@dataclass(frozen=True)
class MarkerNames:
    """One way to read the line of names: a name per trajectory, "" where it has none, behind ``leading`` columns."""

    names: tuple[str, ...]
    frame_column: int | None
    time_column: int
    leading: int


@dataclass(frozen=True)
class TRCHeader:
    """What the header says; a count or a rate is None where the file names none.

    ``bare`` says that the file begins with its line of names; ``readings`` are the ways to read the names, likeliest
    first; ``labels`` counts X1, X2 ..., 0 without that line; ``names_line`` and ``values_line`` count from 1,
    ``first_row`` is the index of the first line of numbers.
    """

    unit: str
    rate: str
    frames: int | None
    markers: int | None
    unread: tuple[tuple[str, str], ...]
    bare: bool
    readings: tuple[MarkerNames, ...]
    labels: int
    values_line: int
    names_line: int
    first_row: int


def parse_header(lines: Sequence[str], faults: Faults) -> TRCHeader:
    """Find and read the header of a ``.trc`` file.

    Args:
        lines: All lines of the file.
        faults: Where to add what is wrong.

    Returns:
        Its values as the file says them, right or wrong.

    Raises:
        InputError: There is no such header, or no marker and time in its line of names.
    """
    keys_at = next((i for i, line in enumerate(lines[:LOOK_IN]) if _is_keys(line)), None)
    bare = keys_at is None and not lines[0].lstrip().lower().startswith("pathfiletype")
    if bare and not any(len(reading.names) > 1 for reading in _readings(lines[0])):
        faults.stop(message("recording.trc_first_line"), line=1)
    names_at = 0 if bare else _names_at(lines, 3 if keys_at is None else keys_at + 1)
    if names_at is None:
        if len([line for line in lines if line.strip()]) < 4:
            faults.stop(message("recording.trc_header_short", lines=len(lines)))
        faults.stop(message("recording.trc_no_time"), line=4)
    values_at = _values_at(lines, keys_at, names_at)
    values = _header_values(lines, keys_at, values_at)
    readings = _readings(lines[names_at])
    if not readings:
        timed = any(is_time_name(word) for word in _BETWEEN.split(lines[names_at]))
        code = "recording.trc_no_marker" if timed else "recording.trc_no_time"
        faults.stop(message(code), line=names_at + 1)
    unread: list[tuple[str, str]] = []
    labels, first_row = _labels(lines, names_at + 1)
    return TRCHeader(
        unit=values.get("units", ""),
        rate=values.get("datarate", ""),
        frames=_whole(values, "NumFrames", unread),
        markers=_whole(values, "NumMarkers", unread),
        unread=() if bare else tuple(unread),
        bare=bare,
        readings=readings,
        labels=labels,
        values_line=3 if values_at is None else values_at + 1,
        names_line=names_at + 1,
        first_row=first_row,
    )


def _is_keys(line: str) -> bool:
    return KEYS in (text := line.lower()) and "num" in text


def _names_at(lines: Sequence[str], start: int) -> int | None:
    """The index of the line that names frame, time and markers."""
    for i in range(start, min(len(lines), start + LOOK_IN)):
        first = next(iter(_BETWEEN.split(lines[i].strip())), "")
        if first.lower().startswith(("frame", "field", "time", "sample", "item")):
            return i
    return None


def _values_at(lines: Sequence[str], keys_at: int | None, names_at: int) -> int | None:
    if keys_at is None:
        return None
    return next((i for i in range(keys_at + 1, names_at) if lines[i].strip()), None)


def _header_values(lines: Sequence[str], keys_at: int | None, values_at: int | None) -> dict[str, str]:
    """Values in the line below their keys, or behind each key in one line (DataRate 100 CameraRate 100 ...)."""
    if keys_at is None:
        return {}
    words = [word for word in _BETWEEN.split(lines[keys_at].strip()) if word]
    in_one = dict(zip(map(str.lower, words[::2]), words[1::2], strict=False))
    if KEYS in in_one and rate_of(in_one[KEYS]) is not None:
        return in_one
    return dict(_values(lines[keys_at], lines[values_at])) if values_at is not None else {}


def _values(keys_line: str, values_line: str) -> list[tuple[str, str]]:
    """Header values by their keys in lower case, whatever stands between them."""
    keys = [key.lower() for key in _BETWEEN.split(keys_line.strip()) if key]
    parts = values_line.split() if "\t" in values_line else _BETWEEN.split(values_line.strip())
    values = [value for value in parts if value]
    if len(values) == len(keys):
        return list(zip(keys, values, strict=True))
    for sign in ("\t", ";", ","):
        cells = [cell.strip() for cell in values_line.split(sign)]
        if len(without_trailing(cells)) > 1 and len(without_trailing(cells)) <= len(keys):
            return list(zip(keys, cells, strict=False))
    return _by_unit(keys, values)


def _by_unit(keys: list[str], values: list[str]) -> list[tuple[str, str]]:
    """Values that are fewer or more than their keys: those around the one that names a unit."""
    at = next((i for i, value in enumerate(values) if unit_named(value)), None)
    if at is None or "units" not in keys:
        return list(zip(keys, values, strict=False)) if len(values) > len(keys) else []
    place = keys.index("units")
    before = list(zip(keys[:place], values[:at], strict=True)) if at == place else []
    return [*before, ("units", values[at])]


def _whole(values: dict[str, str], key: str, unread: list[tuple[str, str]]) -> int | None:
    text = values.get(key.lower(), "")
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        value = -1.0
    if "_" not in text and 0 <= value <= 1e9 and value == int(value):
        return int(value)
    unread.append((key, quoted(text)))
    return None


def rate_of(text: str) -> float | None:
    """Frames a second from their text, None where it is none that a recording has."""
    try:
        rate = float(text.replace(",", "."))
    except ValueError:
        return None
    return rate if 0 < rate < 1e6 and "_" not in text else None


def _labels(lines: Sequence[str], start: int) -> tuple[int, int]:
    """How many X labels the lines after the names hold, and the index of the first line of numbers."""
    labels = 0
    for i in range(start, min(len(lines), start + LOOK_IN)):
        cells = [cell for cell in _BETWEEN.split(lines[i].strip()) if cell]
        if not cells:
            continue
        if not any(_LABEL.fullmatch(cell) for cell in cells[:3]):
            return labels, i
        labels = sum(bool(_LABEL.fullmatch(cell)) for cell in cells)
    return labels, min(len(lines), start + LOOK_IN)


def _readings(line: str) -> tuple[MarkerNames, ...]:
    """Every way to tell the names apart: by their places, by the signs between them, by blanks."""
    ways: list[list[str]] = []
    if "\t" in line:
        cells = _cells(line, "\t")
        ways += [cells, [cell for cell in cells if cell]]
    for sign in (",", ";"):
        if sign in line:
            cells = _cells(line, sign)
            ways += [cells, [cell for cell in cells if cell]]
    ways += [[cell for cell in _TWO_BLANKS.split(line.strip()) if cell], line.split()]
    found = [reading for way in ways if (reading := _reading(way))]
    found += [reading for one in found if (reading := _by_axis(one))]
    return tuple(dict.fromkeys(found))


def _by_axis(reading: MarkerNames) -> MarkerNames | None:
    """One name for three that stand over x, y and z of one trajectory: RASI_x RASI_y RASI_z, or RASI three times."""
    names = reading.names
    threes = [names[i : i + 3] for i in range(0, len(names), 3)]
    if len(names) % 3 or not all(names):
        return None
    stems = [stem for three in threes if (stem := _stem(three))]
    return replace(reading, names=tuple(stems)) if len(stems) == len(threes) else None


def _stem(three: Sequence[str]) -> str:
    """What three names have in common if they differ by their axis only or not at all, else ""."""
    first = three[0]
    if all(name == first for name in three):
        return first
    if all(name[:-1] == first[:-1] for name in three) and [name[-1].lower() for name in three] == list("xyz"):
        return first[:-1].rstrip("_. :-")
    return ""


def _cells(line: str, sign: str) -> list[str]:
    """The cells of a line without the blanks around them, up to the last that holds something."""
    return without_trailing([cell.strip() for cell in line.split(sign)])


def _reading(cells: list[str]) -> MarkerNames | None:
    """Names behind the columns of frame and time; with empty cells, a name stands over the first of three columns."""
    frame = time = None
    leading = 0
    for cell in cells[:2]:
        if time is None and is_time_name(cell):
            time = leading
        elif frame is None and (cell or leading == 0) and is_frame_name(cell):
            frame = leading
        else:
            break
        leading += 1
    if time is None:
        return None
    rest = cells[leading:]
    if rest and _SECONDS.fullmatch(rest[0]):
        rest = rest[1:]
    if "" in rest:
        placed = rest[::3]
        if sum(map(bool, placed)) != sum(map(bool, rest)):
            return None
        rest = placed
    padded = any("  " in name for name in rest)
    return MarkerNames(tuple(rest), frame, time, leading) if any(rest) and not padded else None
