"""Marker trajectories from ``.trc`` text, as OpenSim, Cortex, Vicon, Pose2Sim, OpenCap and others write it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.core.name_lists import quoted
from psoas.recording.frame_times import RATE_TOLERANCE, TimedRows, repair_times, resample_evenly
from psoas.recording.length_units import settle_unit
from psoas.recording.marker_cleaning import few_markers_note, remove_false_zeros, select_labelled
from psoas.recording.recording import Markers, Recording
from psoas.recording.recording_validation import METRES, Faults, check_markers, check_names, check_time, read_lines
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
    lines = read_lines(path)
    faults = Faults(path)
    header = parse_header(lines, faults)
    text = find_rows(lines, header)
    if not text.lines:
        faults.stop(message("recording.trc_no_frames"))
    chosen, repairs = choose_names(header, text, faults)
    rows = parse_rows(text, chosen, faults)
    repairs = [*text.repairs, *_count_repairs(header, text, faults), *repairs, *_behind(rows)]
    named = [i for i, name in enumerate(chosen.names) if name]
    names = [chosen.names[i] for i in named]
    rate = rate_of(header.rate)
    timed, time_repairs = _timed(rows, named, text, rate)
    check_time(timed.time, faults, lines=timed.lines)
    repairs += [*time_repairs, *_rate_repair(header.rate, rate, timed.time)]
    positions, notes = remove_false_zeros(timed.values.reshape(len(timed.time), len(names), 3), names)
    markers, dropped = select_labelled(names, positions)
    check_names(markers.names, faults, line=header.names_line)
    unit, resized = settle_unit(
        header.unit, markers.names, markers.positions, faults, marker_map=marker_map, line=header.values_line
    )
    check_markers(markers, faults, unit="", marker_map=marker_map)
    faults.raise_if_any()
    flat = markers.positions.reshape(len(timed.time), -1) * METRES[unit]
    time, values, evened = resample_evenly(timed.time, flat, rate_hz=rate)
    markers = Markers(markers.names, values.reshape(len(time), -1, 3))
    notes = [*notes, *dropped, *few_markers_note(markers)]
    repairs += [*resized, *evened]
    return Recording(path=path, kind="trc", time=time, markers=markers, notes=tuple(notes), repairs=tuple(repairs))


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


def _rate_repair(text: str, rate: float | None, time: Floats) -> list[Message]:
    if len(time) < 2 or not np.isfinite(time).all() or not (duration := float(time[-1] - time[0])) > 0:
        return []
    found = (len(time) - 1) / duration
    if rate is None:
        return [message("recording.trc_rate", value=quoted(text), found=f"{found:.4g}")]
    if abs(found / rate - 1) < RATE_TOLERANCE:
        return []
    return [message("recording.trc_rate_differs", header=f"{rate:g}", found=f"{found:.4g}")]
