"""Markers, force platforms and events from ``.c3d`` files."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import numpy as np

from psoas.arrays import Floats
from psoas.recording.c3d_guard import guard
from psoas.recording.c3d_plates import platforms
from psoas.recording.door import LARGEST, METRES, Faults, check_markers, check_names, check_time, read_bytes, span_m
from psoas.recording.marker_sets import identify, landmarks
from psoas.recording.points import UNITS, few_note, labelled, without_false_zeros
from psoas.recording.recording import Event, Recording

SIDES = {"right": "right", "left": "left", "r": "right", "l": "left"}


def read_c3d(path: Path) -> Recording:
    """Markers in metres, plates in newtons and metres, events in seconds, still in the axes of the file.

    ``time`` counts from the file's frame 1, as its events do. Raises InputError with all faults together.
    """
    faults = Faults(path)
    guard(read_bytes(path), faults)
    parameters, points, analogs, first = _opened(path, faults)
    rate = _scalar(parameters, "POINT", "RATE")
    if not 0 < rate < 1e6:
        faults.stop(f"POINT:RATE is {rate:g}; expected frames a second, such as 100")
    names = [str(name).strip() for name in _values(parameters, "POINT", "LABELS")][: points.shape[1]]
    if not points.size or len(names) < points.shape[1]:
        faults.stop(f"{points.shape[1]} points but {len(names)} names in POINT:LABELS; export a labelled trial")
    positions, notes = without_false_zeros(np.ascontiguousarray(points[:3].transpose(2, 1, 0)), names)
    _check_range(positions, faults)
    unit, assumed = _unit(parameters, names, positions, faults)
    markers, dropped = labelled(names, positions * METRES[unit])
    time = (first + np.arange(len(positions))) / rate
    check_time(time, faults)
    check_names(markers.names, faults)
    check_markers(markers, faults, unit=unit)
    forces, plate_notes = platforms(
        parameters, analogs, rate=rate, start=float(time[0]), metres=METRES[unit], faults=faults
    )
    events, event_notes = _events(parameters)
    faults.settle()
    notes = [*notes, *assumed, *dropped, *plate_notes, *event_notes, *few_note(markers)]
    return Recording(path, "c3d", time, markers=markers, forces=forces, events=events, notes=tuple(notes))


def _opened(path: Path, faults: Faults) -> tuple[dict[str, Any], Floats, Floats, int]:
    """Parameters, points (4, n, frames), analogs (1, channels, samples) and the first frame, from the library.

    The only place where another library's failure can happen; whatever it raises becomes an InputError.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            import ezc3d

            opened = ezc3d.c3d(str(path))
            parameters = {group: dict(opened["parameters"][group]) for group in opened["parameters"]}
            points, analogs = np.array(opened["data"]["points"], float), np.array(opened["data"]["analogs"], float)
            return parameters, points, analogs, int(opened["header"]["points"]["first_frame"])
        except Exception as error:
            reason = str(error).strip().splitlines()
            faults.stop(f"damaged C3D file ({reason[0] if reason else type(error).__name__}); export again")


def _values(parameters: dict[str, Any], group: str, name: str) -> list[Any]:
    """A parameter's values as a flat list, first index fastest; [] when it is not there."""
    value = parameters.get(group, {}).get(name, {}).get("value", [])
    return list(np.ravel(value, order="F")) if not isinstance(value, list) else value


def _scalar(parameters: dict[str, Any], group: str, name: str) -> float:
    values = _values(parameters, group, name)
    try:
        return float(values[0]) if values else 0.0
    except (TypeError, ValueError):
        return 0.0


def _check_range(positions: Floats, faults: Faults) -> None:
    wrong = np.isinf(positions) | (np.abs(np.nan_to_num(positions)) > LARGEST)
    if wrong.any():
        frame = int(np.argmax(wrong.any(axis=(1, 2)))) + 1
        faults.stop(
            f"{int(wrong.sum())} positions are infinite or absurdly large, the first in frame {frame}; export again"
        )


def _unit(parameters: dict[str, Any], names: list[str], positions: Floats, faults: Faults) -> tuple[str, list[str]]:
    """The unit of length; where none is told, the one in which the person has the size of a person."""
    told = "".join(str(value) for value in _values(parameters, "POINT", "UNITS")[:1]).strip()
    if told.lower() in UNITS:
        return UNITS[told.lower()], []
    if told:
        faults.add(f"POINT:UNITS {told!r} are not known; expected mm, cm or m")
        return "mm", []
    mapping = identify(names)[1]
    chosen = [i for i, name in enumerate(names) if mapping.get(name) in landmarks()]
    span = span_m(positions[:, chosen]) if chosen else float("nan")
    unit = "m" if span < 3.0 else "mm"
    return unit, [f"The file does not name its unit of length; {unit} is assumed from the size of the person."]


def _events(parameters: dict[str, Any]) -> tuple[tuple[Event, ...], list[str]]:
    """Events of the EVENT group; those whose time is not a number are left out and counted."""
    times = [float(x) for x in _values(parameters, "EVENT", "TIMES")]
    labels, contexts = _values(parameters, "EVENT", "LABELS"), _values(parameters, "EVENT", "CONTEXTS")
    used = min(len(times) // 2, len(labels), int(min(max(_scalar(parameters, "EVENT", "USED"), 0), 1e6)))
    events, lost = [], 0
    for i in range(used):
        seconds = 60.0 * times[2 * i] + times[2 * i + 1]
        if not np.isfinite(seconds) or abs(seconds) > LARGEST:
            lost += 1
            continue
        context = str(contexts[i]).strip().lower() if i < len(contexts) else ""
        events.append(Event(str(labels[i]).strip(), SIDES.get(context, ""), seconds))
    return tuple(sorted(events, key=lambda e: e.time)), [
        f"{lost} events without a usable time were left out."
    ] if lost else []
