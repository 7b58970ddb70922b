"""Ground forces from named columns: which columns belong to which plate, in the conventions that are in use."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.recording.plate_loading import CONTACT_FORCE_N
from psoas.recording.recording import Forces, Plate
from psoas.recording.recording_validation import Faults

COLUMN = re.compile(
    r"(?P<head>(?:\w+?_)?ground)_(?P<what>force|torque|moment)_(?P<tail>(?:\w+_)?)(?P<kind>[vpm]?)(?P<axis>[xyz])", re.I
)
"""ground_force_vx, 1_ground_force_vx, ground_force_r_vx, ground_force_1_px, ground_torque_r_x, ground_moment_1_mx."""
AXES = "xyz"
FAR_M = 50.0
"""A centre of pressure further off than this while loaded, or a pelvis as high, is not in metres (assumed)."""

_Parts = dict[tuple[str, str], int]


def is_force_column(column: str) -> bool:
    """Whether a column's name is that of a ground force, centre of pressure or ground torque."""
    return COLUMN.fullmatch(column) is not None


def parse_plate_forces(
    columns: Sequence[str], time: Floats, values: Floats, faults: Faults
) -> tuple[Forces, list[Message]]:
    """Plates in the order of the file, and notes; incomplete plates become faults. ``values`` is (samples, columns)."""
    plates, notes = [], []
    for name, parts in _grouped(columns).items():
        lacking = [_spelt(name, kind, axis) for kind in "vp" for axis in AXES if (kind, axis) not in parts]
        if lacking:
            faults.add(message("recording.plate_incomplete", plate=repr(name), columns=", ".join(lacking)))
            continue
        torque = np.zeros((len(time), 3))
        if all(("t", axis) in parts for axis in AXES):
            torque = values[:, [parts["t", axis] for axis in AXES]]
        else:
            notes.append(message("recording.plate_no_torque", plate=name))
        force, point = (values[:, [parts[kind, axis] for axis in AXES]] for kind in "vp")
        _check_reach(name, force, point, faults)
        plates.append(Plate(name, force, point, torque))
    return Forces(time, tuple(plates)), notes


def _grouped(columns: Sequence[str]) -> dict[str, _Parts]:
    plates: dict[str, _Parts] = {}
    for i, column in enumerate(columns):
        if match := COLUMN.fullmatch(column):
            turn = match["what"].lower() != "force"
            kind = "t" if turn else (match["kind"].lower() or "v")
            name = f"{match['head']}_force{'_' + match['tail'].rstrip('_') if match['tail'] else ''}"
            plates.setdefault(name, {})[kind, match["axis"].lower()] = i
    return plates


def _spelt(plate: str, kind: str, axis: str) -> str:
    return f"{plate}_{kind}{axis}"


def _check_reach(name: str, force: Floats, point: Floats, faults: Faults) -> None:
    loaded = np.nansum(force**2, axis=1) > CONTACT_FORCE_N**2
    reach = np.nanmax(np.abs(point[loaded]), initial=0.0) if loaded.any() else 0.0
    typical = np.nanmedian(np.abs(point[loaded])) if np.isfinite(point[loaded]).any() else 0.0
    if typical > FAR_M:
        faults.add(message("recording.plate_far", plate=repr(name), reach=f"{reach:.4g}"))


def plate_columns(forces: Forces) -> tuple[list[str], Floats]:
    """Column names and values (samples, 9 per plate), force and point first, then torque; unseen points become 0."""
    names, blocks = [], []
    for number, plate in enumerate(forces.plates, start=1):
        stem = plate.name if is_force_column(f"{plate.name}_vx") else f"ground_force_{number}"
        turn = stem.replace("ground_force", "ground_torque", 1)
        names += [f"{stem}_v{a}" for a in AXES] + [f"{stem}_p{a}" for a in AXES] + [f"{turn}_{a}" for a in AXES]
        blocks += [plate.force, np.nan_to_num(plate.point, nan=0.0), plate.torque]
    return names, np.hstack(blocks) if blocks else np.empty((len(forces.time), 0))
