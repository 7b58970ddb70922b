"""Marker trajectories from ``.trc`` text, as OpenSim, Cortex, Vicon, Pose2Sim and OpenCap write it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.recording.marker_cleaning import UNITS, few_markers_note, remove_false_zeros, select_labelled
from psoas.recording.recording import Recording
from psoas.recording.recording_validation import METRES, Faults, check_markers, check_names, check_time, read_lines
from psoas.recording.text_numbers import parse_numbers


@dataclass(frozen=True)
class _TRCHeader:
    unit: str
    rate_hz: float | None
    frames: int | None
    names: list[str]
    first: int  # index of the first line after the header


def read_trc(path: Path, *, marker_map: Mapping[str, str] | None = None) -> Recording:
    """Read markers from a ``.trc`` file.

    Args:
        path: The file.
        marker_map: Marker -> landmark, for the check of the person's size where the names are of no known set.

    Returns:
        Markers in metres, still in the axes of the file.

    Raises:
        InputError: With all faults of the file.
    """
    lines = read_lines(path)
    faults = Faults(path)
    header = _header(lines, faults)
    rows, numbered = _rows(lines, header, faults)
    _check_length(len(rows), header, faults)
    if not rows:
        faults.stop(message("recording.trc_no_frames"))
    table = np.array(rows)
    time, positions = table[:, 0], table[:, 1:].reshape(len(rows), len(header.names), 3) * METRES.get(header.unit, 1.0)
    check_time(time, faults, lines=numbered, rate_hz=header.rate_hz)
    positions, notes = remove_false_zeros(positions, header.names)
    markers, dropped = select_labelled(header.names, positions)
    check_names(markers.names, faults, line=4)
    check_markers(markers, faults, unit=header.unit, marker_map=marker_map)
    faults.raise_if_any()
    notes = [*notes, *dropped, *_rate_note(time, header.rate_hz), *few_markers_note(markers)]
    return Recording(path=path, kind="trc", time=time, markers=markers, notes=tuple(notes))


def _header(lines: list[str], faults: Faults) -> _TRCHeader:
    if not lines[0].lstrip().lower().startswith("pathfiletype"):
        faults.stop(message("recording.trc_first_line"), line=1)
    if len(lines) < 5:
        faults.stop(message("recording.trc_header_short", lines=len(lines)))
    values = dict(zip(_cells(lines[1]), _cells(lines[2]), strict=False))
    unit = UNITS.get(values.get("Units", "").lower(), "")
    if not unit:
        faults.add(message("recording.trc_units", units=repr(values.get("Units", ""))), line=3)
    names = _names(lines[3], faults)
    count = _whole(values, "NumMarkers", faults)
    if count is not None and count != len(names):
        faults.add(message("recording.trc_marker_count", header=count, named=len(names)), line=3)
    rate = _rate(values, faults)
    frames = _whole(values, "NumFrames", faults)
    return _TRCHeader(unit, rate, frames, names, 5)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("\t")]


def _whole(values: dict[str, str], key: str, faults: Faults) -> int | None:
    text = values.get(key, "")
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if 0 <= value <= 1e9 and value == int(value):
        return int(value)
    faults.add(message("recording.whole_number", key=key, value=repr(text)), line=3)
    return None


def _rate(values: dict[str, str], faults: Faults) -> float | None:
    text = values.get("DataRate", "")
    try:
        rate = float(text)
    except ValueError:
        rate = 0.0
    if 0 < rate < 1e6:
        return rate
    faults.add(message("recording.trc_rate", value=repr(text)), line=3)
    return None


def _names(line: str, faults: Faults) -> list[str]:
    cells = _cells(line)
    if len(cells) < 2 or cells[1].lower() not in ("time", "time (s)", "time(s)", "time (sec)"):
        faults.stop(message("recording.trc_no_time"), line=4)
    names = [cell for cell in cells[2:] if cell]
    if not names:
        faults.stop(message("recording.trc_no_marker"), line=4)
    return names


def _rows(lines: list[str], header: _TRCHeader, faults: Faults) -> tuple[list[list[float]], list[int]]:
    """Rows of time and positions, and the number of the line each stands in."""
    rows, numbered = [], []
    width = 3 * len(header.names)
    last = max((i for i, line in enumerate(lines) if line.strip()), default=0)
    cut_off = bool(lines[-1].strip())  # no line end after the last row
    for i in range(header.first, len(lines)):
        if not lines[i].strip():
            continue
        cells = lines[i].split("\t")
        row = parse_numbers(cells[:2], faults, line=i + 1, blank=False)[1:] or [np.nan]
        fields = cells[2:]
        if any(cell.strip() for cell in fields[width:]):
            fault = message("recording.trc_row_long", cells=len(fields), markers=len(header.names), needed=width)
            faults.add(fault, line=i + 1)
        missing = width - len(fields)
        if missing > 0 and (missing % 3 or (i == last and cut_off)):
            code = "recording.trc_last_row_short" if i == last else "recording.trc_row_short"
            faults.add(message(code, cells=len(fields), markers=len(header.names), needed=width), line=i + 1)
        row += parse_numbers((fields + [""] * missing)[:width], faults, line=i + 1, blank=True, first=3)
        rows.append(row)
        numbered.append(i + 1)
    return rows, numbered


def _check_length(found: int, header: _TRCHeader, faults: Faults) -> None:
    if header.frames is None or found == header.frames:
        return
    code = "recording.trc_frames_missing" if found < header.frames else "recording.trc_frames_extra"
    faults.add(message(code, header=header.frames, found=found))


def _rate_note(time: Floats, rate_hz: float | None) -> list[Message]:
    if rate_hz is None or len(time) < 2:
        return []
    found = float((len(time) - 1) / (time[-1] - time[0]))
    if abs(found / rate_hz - 1) < 0.02:
        return []
    return [message("recording.trc_rate_differs", header=f"{rate_hz:g}", found=f"{found:.4g}")]
