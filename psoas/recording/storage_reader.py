"""Coordinates, ground forces and markers from ``.mot`` and ``.sto`` text, in every dialect of its header and names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.core.name_lists import name_list
from psoas.recording.angle_unit import find_angle_unit
from psoas.recording.file_bytes import read_lines
from psoas.recording.frame_times import TimedRows, repair_times, resample_evenly
from psoas.recording.joint_coordinates import coordinate_name, is_known, is_rate, is_translation, knee_sign
from psoas.recording.length_units import settle_unit
from psoas.recording.marker_cleaning import few_markers_note, remove_false_zeros, select_labelled
from psoas.recording.marker_identification import identify_marker_set
from psoas.recording.plate_columns import FAR_M, force_columns, has_whole_plate, parse_plate_forces
from psoas.recording.recording import Coordinates, Markers, Recording
from psoas.recording.recording_validation import METRES, Faults, check_markers, check_names, check_time
from psoas.recording.storage_contents import other_contents, other_data_type
from psoas.recording.storage_table import StorageHeader, StorageTable, parse_storage_header, parse_storage_table
from psoas.recording.vector_columns import by_axis, flat_vectors

NO_POSITIONS = ("speeds", "accelerations")
"""Titles of OpenSim's other results of a movement, whose columns have the names of coordinates."""
HIP_HEIGHT_M = (0.2, 2.5)
"""A pelvis is at this height in any movement that is read here; tells metres from centimetres from millimetres."""


def read_storage(path: Path, *, marker_map: Mapping[str, str] | None = None) -> Recording:
    """Read joint coordinates, ground forces, both, or markers from a ``.mot`` or ``.sto`` file.

    Args:
        path: The file.
        marker_map: Marker -> landmark, for the check of the person's size where the file holds markers.

    Returns:
        Coordinates as the file holds them, with ``in_degrees`` to say how to read them; forces in newtons and metres;
        a table of vectors that are no forces is markers, in metres. All are on even time steps. A file whose coordinate
        columns are all zero beside ground forces holds ground forces.

    Raises:
        InputError: With all faults of the file.
    """
    lines = read_lines(path)
    faults = Faults(path)
    header = parse_storage_header(lines, faults)
    if kind := other_data_type(header.values):
        faults.stop(message("recording.storage_other", kind=kind, found=""), line=header.lines["datatype"])
    table = parse_storage_table(lines, header, faults)
    rows, repairs = repair_times(TimedRows(table.time, table.values, table.lines), rate_hz=_rate(header))
    check_time(rows.time, faults, columns=rows.values.shape[1], lines=rows.lines)
    names, values, copies = _without_copies(table.names, rows.values)
    check_names(names, faults, line=table.lines[0] - 1, code="recording.column_twice")
    kind = path.suffix.lower().lstrip(".")
    kind = kind if kind in ("mot", "sto") else "sto"
    vectors = flat_vectors(names)
    names = by_axis(vectors) if force_columns(by_axis(vectors)) else names
    whole = StorageTable(names, rows.time, values, rows.lines, (*table.repairs, *repairs, *copies))
    if (header.vectors or _are_markers(vectors, marker_map or {})) and not force_columns(names):
        whole = replace(whole, names=by_axis(vectors))
        return _markers(path, kind, whole, header, faults, marker_map)
    return _columns(path, kind, whole, header, faults)


def _are_markers(vectors: tuple[str, ...], marker_map: Mapping[str, str]) -> bool:
    """Whether numbers in threes are markers: a known set or the user's map has them."""
    return identify_marker_set(vectors).identified or any(name in marker_map for name in vectors)


def _rate(header: StorageHeader) -> float | None:
    try:
        rate = float(header.values.get("datarate", ""))
    except ValueError:
        return None
    return rate if 0 < rate < 1e6 else None


def _without_copies(names: tuple[str, ...], values: Floats) -> tuple[tuple[str, ...], Floats, list[Message]]:
    """Columns without those that repeat an earlier one, name and numbers."""
    kept: list[int] = []
    first: dict[str, int] = {}
    for i, name in enumerate(names):
        earlier = first.setdefault(name, i)
        if earlier == i or not np.array_equal(values[:, earlier], values[:, i], equal_nan=True):
            kept.append(i)
    if len(kept) == len(names):
        return names, values, []
    twice = [name for i, name in enumerate(names) if i not in kept]
    return tuple(names[i] for i in kept), values[:, kept], [message("recording.copies_dropped", names=name_list(twice))]


def _columns(path: Path, kind: str, table: StorageTable, header: StorageHeader, faults: Faults) -> Recording:
    """Coordinates and forces by the names of the columns."""
    pushes = force_columns(table.names)
    pushing = frozenset(pushes)
    states = any(column.endswith(("/value", "|value")) for column in table.names)
    moves = [i for i, column in enumerate(table.names) if i not in pushing and _may_move(column, states=states)]
    known = any(is_known(table.names[i]) for i in moves)
    other = "" if known or has_whole_plate(table.names) else other_contents(table.names)
    if other:
        faults.stop(message("recording.storage_other", kind=other, found=name_list(table.names, most=5)))
    if not known and not pushes:
        faults.add(message("recording.storage_unknown_columns", found=name_list(table.names, most=5)))
    if known and not pushes and header.texts[0].split("=")[-1].strip() in NO_POSITIONS:
        faults.add(message("recording.storage_no_positions", title=header.texts[0]))
    faults.raise_if_any()
    straight = np.zeros(len(table.names), dtype=bool)
    straight[pushes] = True
    time, values, evened = resample_evenly(table.time, table.values, rate_hz=_rate(header), linear=straight)
    forces, notes, repairs = parse_plate_forces(table.names, time, values, faults) if pushes else (None, [], [])
    if pushes and known and not np.nan_to_num(values[:, moves]).any():
        notes.append(message("recording.storage_zero_coordinates"))
        known = False
    repairs = [*table.repairs, *evened, *repairs]
    recording = Recording(path, kind, time, forces=forces)
    if known:
        recording = _with_coordinates(recording, [table.names[i] for i in moves], values[:, moves], header, faults)
        if len(moves) + len(pushes) < len(table.names):
            left = len(table.names) - len(moves) - len(pushes)
            notes.append(message("recording.storage_dropped", count=left))
    faults.raise_if_any()
    return replace(recording, notes=(*notes, *recording.notes), repairs=(*repairs, *recording.repairs))


def _may_move(column: str, *, states: bool) -> bool:
    """Whether a column may hold a coordinate; where the file has states, only values of states do."""
    return column.endswith(("/value", "|value")) if states else not is_rate(column)


def _with_coordinates(
    recording: Recording, columns: list[str], values: Floats, header: StorageHeader, faults: Faults
) -> Recording:
    """The recording with its coordinates, and what was found out about them."""
    names, values, copies = _without_copies(tuple(coordinate_name(column) for column in columns), values)
    if not np.isfinite(values).any():
        faults.add(message("recording.all_nan"))
    check_names(names, faults, code="recording.coordinate_twice")
    values, metres = _in_metres(names, values, faults)
    faults.raise_if_any()
    unit = find_angle_unit(names, values, header.values, header.texts, motion_file=recording.kind == "mot")
    coordinates = Coordinates(names, values, unit.in_degrees)
    notes = [*unit.notes]
    if knee_sign(coordinates) < 0:
        notes.append(message("recording.knee_negative"))
    repairs = (*copies, *metres, *unit.repairs)
    return replace(recording, coordinates=coordinates, notes=tuple(notes), repairs=repairs)


def _in_metres(names: tuple[str, ...], values: Floats, faults: Faults) -> tuple[Floats, list[Message]]:
    """Shifts in metres; a pelvis as high as a house is in the unit in which it is as high as a hip."""
    height = values[:, [i for i, name in enumerate(names) if name == "pelvis_ty"]]
    if not np.isfinite(height).any() or abs(typical := float(np.nanmedian(height))) <= FAR_M:
        return values, []
    low, high = HIP_HEIGHT_M
    fits = [unit for unit, metres in METRES.items() if low <= typical * metres <= high]
    if len(fits) != 1:
        faults.add(message("recording.pelvis_far", value=f"{typical:.4g}"))
        return values, []
    scale = np.array([METRES[fits[0]] if is_translation(name) else 1.0 for name in names])
    return values * scale, [message("recording.shifts_repaired", value=f"{typical:.4g}", unit=fits[0])]


def _markers(
    path: Path,
    kind: str,
    table: StorageTable,
    header: StorageHeader,
    faults: Faults,
    marker_map: Mapping[str, str] | None,
) -> Recording:
    """Markers from an OpenSim table of vectors."""
    names = [name[:-2] for name in table.names[::3]]
    positions, notes = remove_false_zeros(table.values.reshape(len(table.time), len(names), 3), names)
    markers, dropped = select_labelled(names, positions)
    line = header.lines.get("units")
    said = header.values.get("units", "")
    unit, resized = settle_unit(said, markers.names, markers.positions, faults, marker_map=marker_map, line=line)
    check_markers(markers, faults, unit="", marker_map=marker_map)
    faults.raise_if_any()
    flat = markers.positions.reshape(len(table.time), -1) * METRES[unit]
    time, values, evened = resample_evenly(table.time, flat, rate_hz=_rate(header))
    markers = Markers(markers.names, values.reshape(len(time), -1, 3))
    notes = [*notes, *dropped, *few_markers_note(markers)]
    repairs = (*table.repairs, *resized, *evened)
    return Recording(path, kind, time, markers=markers, notes=tuple(notes), repairs=repairs)
