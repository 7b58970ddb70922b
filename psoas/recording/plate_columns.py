"""Ground forces from named columns: which columns belong to which plate, in newtons and metres."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.core.name_lists import quoted
from psoas.recording.plate_loading import CONTACT_FORCE_N
from psoas.recording.plate_names import AXES, Part, plate_column, plate_stem
from psoas.recording.recording import Forces, Plate
from psoas.recording.recording_validation import Faults

FAR_M = 50.0
"""A centre of pressure further off than this while loaded, or a pelvis as high, is not in metres (assumed)."""
JUDGED_FORCE_N = 100.0
"""Units of torques are judged while the plate bears more than this (assumed): below, noise turns."""
LONGEST_ARM_M = 3.0
"""A torque larger than the force times this is not in newton metres: no plate reaches so far (assumed)."""
LONGEST_ARM_BESIDE_MM_M = 0.05
"""The same where points are in millimetres: torques are too, unless feet twist the ground by less (assumed)."""
_LETTERS: tuple[tuple[Part, str], ...] = (("force", "v"), ("point", "p"))

_Parts = dict[tuple[Part, str], int]


def is_force_column(column: str) -> bool:
    """Whether a column's name is that of a ground force, centre of pressure or ground torque."""
    return plate_column(column) is not None


def force_columns(columns: Sequence[str]) -> list[int]:
    """The columns that belong to a plate: those of ground forces, and of points and torques where a force is theirs."""
    return sorted(i for _, parts in _grouped(columns) for i in parts.values())


def has_whole_plate(columns: Sequence[str]) -> bool:
    """Whether force and point of any plate have all their columns."""
    return any(not _missing(parts) for _, parts in _grouped(columns))


def parse_plate_forces(
    columns: Sequence[str], time: Floats, values: Floats, faults: Faults
) -> tuple[Forces, list[Message], list[Message]]:
    """Plates in the order of the file.

    Args:
        columns: Names of all columns.
        time: Of the samples, seconds.
        values: (samples, columns).
        faults: Where to add that no plate is complete, or that nothing fits the points.

    Returns:
        Forces in newtons, metres and newton metres; what was detected; what was put right.
    """
    plates, notes, lacking = [], [], []
    for name, parts in _grouped(columns):
        missing = [f"{name}_{end}" for end in _missing(parts)]
        if missing:
            lacking.append(message("recording.plate_incomplete", plate=repr(name), columns=", ".join(missing)))
            continue
        torque = np.zeros((len(time), 3))
        if all(("torque", axis) in parts for axis in AXES):
            torque = values[:, [parts["torque", axis] for axis in AXES]]
        else:
            notes.append(message("recording.plate_no_torque", plate=name))
        force, point = (values[:, [parts[part, axis] for axis in AXES]] for part, _ in _LETTERS)
        plates.append(Plate(name, force, point, torque))
    if not plates:
        for fault in lacking:
            faults.add(fault)
    plates, repairs = _in_metres(plates, faults)
    left_out = [message("recording.plate_left_out", fault=fault) for fault in lacking] if plates else []
    return Forces(time, tuple(plates)), notes, [*left_out, *repairs]


def _missing(parts: _Parts) -> list[str]:
    """Ends of the columns of force and point that a plate lacks: vx, py ..."""
    return [f"{letter}{axis}" for part, letter in _LETTERS for axis in AXES if (part, axis) not in parts]


def _grouped(columns: Sequence[str]) -> list[tuple[str, _Parts]]:
    """Plates by name with their columns, in the order of their first force."""
    found = {i: spelled for i, column in enumerate(columns) if (spelled := plate_column(column))}
    keys = [(one.plate, one.part, one.axis) for one in found.values()]
    alike = len(set(keys)) < len(keys)
    plates: dict[tuple[str, ...], _Parts] = {}
    for i, one in found.items():
        folder = (columns[i].rpartition("/")[0],) if alike else ()
        plates.setdefault((*folder, *one.plate), {}).setdefault((one.part, one.axis), i)
    named = []
    for parts in plates.values():
        first = min((i for (part, _), i in parts.items() if part == "force"), default=None)
        if first is not None:
            named.append((first, plate_stem(columns[first]), _with_bare(parts)))
    return [(name, parts) for _, name, parts in sorted(named, key=lambda one: one[0])]


def _with_bare(parts: _Parts) -> _Parts:
    """Columns that name plate and axis alone ("FP1_x" beside "FP1_vx") are the part that is missing."""
    settled = {key: i for key, i in parts.items() if key[0]}
    absent: Part = "point" if not any(part == "point" for part, _ in settled) else "torque"
    for (part, axis), i in parts.items():
        if not part:
            settled.setdefault((absent, axis), i)
    return settled


def _in_metres(plates: list[Plate], faults: Faults) -> tuple[list[Plate], list[Message]]:
    """Plates with points in metres and torques in newton metres, where the file holds millimetres."""
    repairs = []
    reach, arm = max(map(_reach, plates), default=0.0), max(map(_arm, plates), default=0.0)
    longest = LONGEST_ARM_M
    if reach > FAR_M and reach / 1000 <= FAR_M:
        longest = LONGEST_ARM_BESIDE_MM_M
        plates = [Plate(one.name, one.force, one.point / 1000, one.torque) for one in plates]
        repairs.append(message("recording.points_in_millimetres", reach=f"{reach:.4g}", metres=f"{reach / 1000:.3g}"))
    elif reach > FAR_M:
        far = max(plates, key=_reach)
        faults.add(message("recording.plate_far", plate=quoted(far.name), reach=f"{reach:.4g}"))
    if longest < arm <= LONGEST_ARM_M * 1000:
        plates = [Plate(one.name, one.force, one.point, one.torque / 1000) for one in plates]
        repairs.append(message("recording.torques_in_millimetres", arm=f"{arm:.3g}"))
    return plates, repairs


def _reach(plate: Plate) -> float:
    """How far the centre of pressure typically is from the origin while the plate is loaded."""
    reach = np.abs(plate.point[_size(plate.force) > CONTACT_FORCE_N])
    reach = reach[np.isfinite(reach)]
    return float(np.median(reach)) if len(reach) else 0.0


def _arm(plate: Plate) -> float:
    """Torque over force, typically, while the plate bears a person."""
    force = _size(plate.force)
    borne = force > JUDGED_FORCE_N
    return float(np.median(_size(plate.torque)[borne] / force[borne])) if borne.any() else 0.0


def _size(vectors: Floats) -> Floats:
    """Length of each vector (T,); a number that is missing counts as zero."""
    return np.asarray(np.sqrt(np.nansum(vectors**2, axis=1)))


def plate_columns(forces: Forces) -> tuple[list[str], Floats]:
    """Column names and values (samples, 9 per plate), force and point first, then torque; unseen points become 0."""
    names, blocks = [], []
    for number, plate in enumerate(forces.plates, start=1):
        stem = plate.name if "ground_force" in plate.name and is_force_column(f"{plate.name}_vx") else ""
        stem = stem or f"ground_force_{number}"
        turn = stem.replace("ground_force", "ground_torque", 1)
        names += [f"{stem}_v{a}" for a in AXES] + [f"{stem}_p{a}" for a in AXES] + [f"{turn}_{a}" for a in AXES]
        blocks += [plate.force, np.nan_to_num(plate.point, nan=0.0), plate.torque]
    return names, np.hstack(blocks) if blocks else np.empty((len(forces.time), 0))
