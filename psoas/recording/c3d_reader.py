"""Markers, force platforms, events and the person from ``.c3d`` files."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.recording.c3d_events import read_events
from psoas.recording.c3d_file import SAME_RATE, C3DFile, parse
from psoas.recording.c3d_plates import platforms
from psoas.recording.c3d_rotations import pose_markers
from psoas.recording.c3d_subject import read_subject
from psoas.recording.c3d_trajectories import Trajectories, choose_trajectories
from psoas.recording.c3d_units import settle_unit, unit_of
from psoas.recording.file_bytes import read_bytes
from psoas.recording.marker_cleaning import few_markers_note, remove_false_zeros
from psoas.recording.recording import Markers, Recording
from psoas.recording.recording_validation import LARGEST, METRES, Faults, check_markers, check_time


def read_c3d(path: Path, *, marker_map: Mapping[str, str] | None = None) -> Recording:
    """Read markers, force plates, events and the person from a ``.c3d`` file.

    Args:
        path: The file.
        marker_map: Marker -> landmark, for the check of the person's size where the names are of no known set.

    Returns:
        Markers in metres, plates in newtons and metres, events in seconds, still in the axes of the file. ``time``
        counts from the file's frame 1, as its events do. A file of force plates alone has no markers.

    Raises:
        InputError: With all faults of the file.
    """
    faults = Faults(path)
    file = parse(read_bytes(path), faults)
    if math.isnan(file.rate):
        faults.stop(message("recording.c3d_rate", rate=f"{file.parameters.number('POINT:RATE'):g}"))
    time = (file.layout.first + np.arange(file.layout.frames)) / file.rate
    check_time(time, faults)
    poses = pose_markers(file)
    if not file.layout.points and not poses.names:
        return _plates_alone(path, file, time, faults)
    chosen = choose_trajectories(file, faults) if file.layout.points else Trajectories((), ())
    names = [*chosen.names, *poses.names]
    if not names:
        faults.stop(message("recording.c3d_outputs_alone"))
    seen = file.points(chosen.indices)
    positions, zeros = remove_false_zeros(np.hstack([seen, poses.positions]) if poses.names else seen, names)
    _check_range(positions, faults)
    text = "".join(file.parameters.texts("POINT:UNITS")[:1])
    unit, assumed, mended = settle_unit(text, names, positions, faults)
    metres = METRES.get(unit, 1.0)
    positions *= metres
    markers = Markers(tuple(names), positions)
    check_markers(markers, faults, unit=unit, marker_map=marker_map)
    forces, plate_notes, plate_repairs = platforms(file, start=float(time[0]), metres=metres)
    events, event_notes = read_events(file, time=time)
    subject, told, doubted = read_subject(file.parameters)
    faults.raise_if_any()
    notes = (
        *zeros,
        *assumed,
        *chosen.notes,
        *poses.notes,
        *told,
        *plate_notes,
        *event_notes,
        *few_markers_note(markers),
    )
    repairs = (*file.repairs, *_rate_repair(file), *chosen.repairs, *mended, *plate_repairs, *doubted)
    return Recording(
        path, "c3d", time, markers=markers, forces=forces, events=events, notes=notes, repairs=repairs, subject=subject
    )


def _plates_alone(path: Path, file: C3DFile, time: Floats, faults: Faults) -> Recording:
    """A file without points: its force plates, or the fault that says what it holds instead."""
    unit = unit_of("".join(file.parameters.texts("POINT:UNITS")[:1])) or "mm"
    forces, notes, repairs = platforms(file, start=float(time[0]), metres=METRES[unit])
    if forces is None:
        faults.stop(message("recording.c3d_analog_only", channels=file.layout.channels))
    subject, told, doubted = read_subject(file.parameters)
    events, event_notes = read_events(file, time=time)
    found = (message("recording.c3d_plates_only", plates=len(forces.plates)), *told, *notes, *event_notes)
    mended = (*file.repairs, *_rate_repair(file), *repairs, *doubted)
    return Recording(path, "c3d", time, forces=forces, events=events, notes=found, repairs=mended, subject=subject)


def _rate_repair(file: C3DFile) -> list[Message]:
    """What is said when the parameters have no frame rate, or another than the header."""
    said, header, used = file.parameters.number("POINT:RATE"), file.header.rate, file.rate
    if not 1e-3 < said < 1e6:
        return [message("recording.c3d_rate_repaired", rate=f"{used:g}")]
    if not 1e-3 < header < 1e6 or abs(said - header) <= SAME_RATE * said:
        return []
    return [message("recording.c3d_rate_differs", said=f"{said:g}", header=f"{header:g}", used=f"{used:g}")]


def _check_range(positions: Floats, faults: Faults) -> None:
    wrong = np.isinf(positions) | (np.abs(np.nan_to_num(positions)) > LARGEST)
    if wrong.any():
        frame = int(np.argmax(wrong.any(axis=(1, 2)))) + 1
        faults.stop(message("recording.c3d_range", count=int(wrong.sum()), frame=frame))
