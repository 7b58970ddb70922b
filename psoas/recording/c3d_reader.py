"""Markers, force platforms and events from ``.c3d`` files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.core.sides import SIDE_LETTER, SIDES
from psoas.recording.c3d_file import C3DFile, parse
from psoas.recording.c3d_plates import platforms
from psoas.recording.marker_cleaning import UNITS, few_markers_note, remove_false_zeros, select_labelled
from psoas.recording.marker_sets import identify_marker_set, marker_landmarks
from psoas.recording.recording import RecordedEvent, Recording
from psoas.recording.recording_validation import (
    LARGEST,
    METRES,
    Faults,
    check_markers,
    check_names,
    check_time,
    markers_span_m,
    read_bytes,
)

CONTEXTS = {**{side: side for side in SIDES}, **{letter: side for side, letter in SIDE_LETTER.items()}}


def read_c3d(path: Path, *, marker_map: Mapping[str, str] | None = None) -> Recording:
    """Read markers, force plates and events from a ``.c3d`` file.

    Args:
        path: The file.
        marker_map: Marker -> landmark, for the check of the person's size where the names are of no known set.

    Returns:
        Markers in metres, plates in newtons and metres, events in seconds, still in the axes of the file. ``time``
        counts from the file's frame 1, as its events do.

    Raises:
        InputError: With all faults of the file.
    """
    faults = Faults(path)
    file = parse(read_bytes(path), faults)
    rate = file.number("POINT:RATE")
    if not 1e-3 < rate < 1e6:
        faults.stop(message("recording.c3d_rate", rate=f"{rate:g}"))
    names = _names(file, faults)
    positions, notes = remove_false_zeros(file.points, names)
    _check_range(positions, faults)
    unit, assumed = _unit(file, names, positions, faults)
    metres = METRES.get(unit, 1.0)
    markers, dropped = select_labelled(names, positions * metres)
    time = (file.first + np.arange(len(positions))) / rate
    check_time(time, faults)
    check_names(markers.names, faults)
    check_markers(markers, faults, unit=unit, marker_map=marker_map)
    forces, plate_notes = platforms(file, rate=rate, start=float(time[0]), metres=metres)
    events, event_notes = _events(file)
    faults.raise_if_any()
    notes = [*notes, *assumed, *dropped, *plate_notes, *event_notes, *few_markers_note(markers)]
    return Recording(path, "c3d", time, markers=markers, forces=forces, events=events, notes=tuple(notes))


def _names(file: C3DFile, faults: Faults) -> list[str]:
    count = file.points.shape[1]
    names = file.texts("POINT:LABELS")[:count]
    if not count:
        faults.stop(message("recording.c3d_no_points"))
    if len(names) < count or "" in names:
        given = len([name for name in names if name])
        faults.stop(message("recording.c3d_labels", points=count, names=given))
    return names


def _check_range(positions: Floats, faults: Faults) -> None:
    wrong = np.isinf(positions) | (np.abs(np.nan_to_num(positions)) > LARGEST)
    if wrong.any():
        frame = int(np.argmax(wrong.any(axis=(1, 2)))) + 1
        faults.stop(message("recording.c3d_range", count=int(wrong.sum()), frame=frame))


def _unit(file: C3DFile, names: list[str], positions: Floats, faults: Faults) -> tuple[str, list[Message]]:
    """The unit of length; where the file names none, the one in which the markers span a person."""
    name = "".join(file.texts("POINT:UNITS")[:1])
    if name.lower() in UNITS:
        return UNITS[name.lower()], []
    if name:
        faults.add(message("recording.c3d_units", units=repr(name)))
        return "", []
    mapping = identify_marker_set(names)[1]
    chosen = [i for i, name in enumerate(names) if mapping.get(name) in marker_landmarks()]
    span = markers_span_m(positions[:, chosen]) if chosen else float("nan")
    unit = "m" if span < 3.0 else "mm"
    return unit, [message("recording.c3d_units_assumed", unit=unit)]


def _events(file: C3DFile) -> tuple[tuple[RecordedEvent, ...], list[Message]]:
    """Events of the EVENT group in order of time; those whose time is not a number are left out and counted."""
    times = file.numbers("EVENT:TIMES").ravel(order="F")  # minutes and seconds of each
    labels, contexts = file.texts("EVENT:LABELS"), file.texts("EVENT:CONTEXTS")
    used = file.number("EVENT:USED")
    count = min(len(times) // 2, len(labels), int(used) if 0 <= used <= 1e6 else 0)
    events, lost = [], 0
    for i in range(count):
        minutes, seconds = float(times[2 * i]), float(times[2 * i + 1])
        if not (abs(minutes) < LARGEST and abs(seconds) < LARGEST):
            lost += 1
            continue
        context = contexts[i].lower() if i < len(contexts) else ""
        events.append(RecordedEvent(labels[i], CONTEXTS.get(context, ""), 60.0 * minutes + seconds))
    notes = [message("recording.c3d_events_dropped", count=lost)] if lost else []
    return tuple(sorted(events, key=lambda event: event.time)), notes
