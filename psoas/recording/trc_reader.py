"""Marker trajectories from ``.trc`` text, as OpenSim, Cortex, Vicon, Pose2Sim, OpenCap and others write it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.core.name_lists import quoted
from psoas.recording.file_bytes import read_lines
from psoas.recording.frame_times import RATE_TOLERANCE, TimedRows, repair_times, resample_evenly
from psoas.recording.length_units import settle_unit
from psoas.recording.marker_cleaning import few_markers_note, remove_false_zeros, select_labelled
from psoas.recording.recording import Markers, Recording
from psoas.recording.recording_validation import METRES, Faults, check_markers, check_names, check_time
from psoas.recording.text_table import ends_early
from psoas.recording.trc_header import TRCHeader, parse_header, rate_of
from psoas.recording.trc_rows import TRCRows, TRCText, choose_names, find_rows, parse_rows


def read_trc(path: Path, *, marker_map: Mapping[str, str] | None = None) -> Recording:
    """Read markers from a ``.trc`` file in any dialect; what the rows contradict in the header is put right and said.

    Args:
        path: The file.
        marker_map: Marker -> landmark, for the check of the person's size where the names are of no known set.

    Returns:
        Markers in metres on even time steps, still in the axes of the file.

    Raises:
        InputError: With all faults of the file.
    """
    faults = Faults(path)
    table = _read_table(path, faults)
    header, names = table.header, [table.names[i] for i in table.named]
    check_time(table.rows.time, faults, columns=table.rows.values.shape[1], lines=table.rows.lines)
    repairs = [*table.repairs, *_rate_repair(header, table.rows.time)]
    positions, notes = remove_false_zeros(table.rows.values.reshape(len(table.rows.time), len(names), 3), names)
    markers, dropped = select_labelled(names, positions)
    check_names(markers.names, faults, line=header.names_line)
    unit, resized = settle_unit(
        header.unit, markers.names, markers.positions, faults, marker_map=marker_map, line=header.values_line
    )
    check_markers(markers, faults, unit="", marker_map=marker_map)
    faults.raise_if_any()
    flat = markers.positions.reshape(len(table.rows.time), -1) * METRES[unit]
    time, values, evened = resample_evenly(table.rows.time, flat, rate_hz=rate_of(header.rate))
    markers = Markers(markers.names, values.reshape(len(time), -1, 3))
    notes = [*notes, *dropped, *few_markers_note(markers)]
    repairs += [*resized, *evened]
    return Recording(path=path, kind="trc", time=time, markers=markers, notes=tuple(notes), repairs=tuple(repairs))


@dataclass(frozen=True)
class _Table:
    """What a file holds once its text is numbers: ``named`` are the columns of ``names`` that have one, ``rows`` their
    trajectories in the file's unit."""

    header: TRCHeader
    names: tuple[str, ...]
    named: tuple[int, ...]
    rows: TimedRows
    repairs: tuple[Message, ...]


def _read_table(path: Path, faults: Faults) -> _Table:
    """The numbers of a file; its text, which is larger, is let go of."""
    lines = read_lines(path)
    header = parse_header(lines, faults)
    text = find_rows(lines, header)
    if not text.lines:
        faults.stop(message("recording.trc_no_frames"))
    chosen, repairs = choose_names(header, text, faults)
    rows = parse_rows(text, chosen, faults)
    named = tuple(i for i, name in enumerate(chosen.names) if name)
    timed, time_repairs = _timed(rows, named, text, rate_of(header.rate))
    found = (*text.repairs, *_count_repairs(header, text, faults), *repairs, *_behind(rows), *time_repairs)
    return _Table(header, chosen.names, named, timed, found)


def _timed(rows: TRCRows, named: Sequence[int], text: TRCText, rate: float | None) -> tuple[TimedRows, list[Message]]:
    """The named trajectories with their times, put right where one reading remains."""
    values = rows.positions[:, list(named)].reshape(len(rows.time), -1)
    return repair_times(TimedRows(rows.time, values, text.numbered), rate_hz=rate, numbers=rows.frames)


def _count_repairs(header: TRCHeader, text: TRCText, faults: Faults) -> list[Message]:
    """What the header counts against what the file holds; a file that breaks off within its last number is a fault."""
    found = len(text.lines)
    counted = {"NumFrames": found, "NumMarkers": header.labels}
    repairs = [message("recording.header_unread", key=key, value=value) for key, value in header.unread if counted[key]]
    if header.frames in (None, found):
        return repairs
    if found < header.frames and text.cut_off and ends_early(text.lines):
        faults.add(message("recording.trc_frames_missing", header=header.frames, found=found))
        return repairs
    return [*repairs, message("recording.frames_repaired", key="NumFrames", header=header.frames, found=found)]


def _behind(rows: TRCRows) -> list[Message]:
    """Trajectories that nobody named, behind the named ones."""
    if not rows.longer:
        return []
    figures = {"count": -(-rows.extra // 3), "rows": rows.longer, "frames": len(rows.time)}
    return [message("recording.unnamed_dropped", **figures)]


def _rate_repair(header: TRCHeader, time: Floats) -> list[Message]:
    rate = rate_of(header.rate)
    if header.bare:
        return [message("recording.trc_no_header")]
    if len(time) < 2 or not np.isfinite(time).all() or not (duration := float(time[-1] - time[0])) > 0:
        return []
    found = (len(time) - 1) / duration
    if rate is None:
        return [message("recording.trc_rate", value=quoted(header.rate), found=f"{found:.4g}")]
    if abs(found / rate - 1) < RATE_TOLERANCE:
        return []
    return [message("recording.trc_rate_differs", header=f"{rate:g}", found=f"{found:.4g}")]
