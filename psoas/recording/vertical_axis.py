"""Which way is up: recordings come with X, Y or Z up and leave here with Y up, right-handed, forces turned alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal, get_args

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.recording.marker_identification import identify_marker_set
from psoas.recording.marker_map import find_mapped_names
from psoas.recording.marker_sets import marker_landmarks
from psoas.recording.recording import Forces, Markers, Plate, Recording

Up = Literal["auto", "x", "y", "z"]
"""The axis of the file that points up, or "auto" to find it."""
HIGH = ("acromion", "shoulder_centre", "head_top", "neck", "c7", "sternum")
MIDDLE = ("asis", "psis", "sacrum", "mid_pelvis", "hip_centre", "greater_trochanter")
LOW = (
    "heel",
    "toe",
    "toe_medial",
    "toe_lateral",
    "metatarsal_2",
    "big_toe",
    "ankle_lateral",
    "ankle_centre",
    "ankle_medial",
)
FIRM_N = 100.0
"""Force from which somebody stands on a plate, whatever its offset (assumed: a child stands with 100 N and more)."""
LOWER_LEG = ("knee_lateral", "knee_centre", "knee_medial")


def turn_y_up(recording: Recording, *, up: Up, marker_map: Mapping[str, str] | None = None) -> Recording:
    """Turn a recording so that Y points up and plate forces push the person up.

    Args:
        recording: As read; coordinates are never turned.
        up: The axis of the file that points up. "auto" takes the axis along which shoulders (or head, or pelvis) are
            above the feet, or in a file of forces alone, the one along which the ground pushes.
        marker_map: Marker -> landmark, for marker names of no known set.

    Returns:
        The turned recording, with notes on what was done.

    Raises:
        InputError: ``up`` is not known.
    """
    if up not in get_args(Up):
        raise InputError(message("recording.up_unknown", axis=repr(up), known=", ".join(get_args(Up))))
    axis, sign, found = _chosen(recording, up, marker_map)
    turned = recording
    if (axis, sign) != (1, 1):
        turned = _turned(recording, axis_rotation(axis, sign))
    notes = (*recording.notes, *found)
    forces, flipped = _pushing_up(turned.forces) if turned.kind == "c3d" else (turned.forces, ())
    return replace(turned, forces=forces, notes=(*notes, *flipped))


def axis_rotation(axis: int, sign: int) -> Floats:
    """R_lab_file (3, 3), right-handed: turns the file's axis number ``axis`` (times ``sign``) into Y."""
    forward = 2 if axis == 0 else 0
    y, x = sign * np.eye(3)[axis], np.eye(3)[forward]
    return np.stack([x, y, np.cross(x, y)])


def _chosen(recording: Recording, up: Up, marker_map: Mapping[str, str] | None) -> tuple[int, int, tuple[Message, ...]]:
    if up != "auto":
        axis = "xyz".index(up)
        return axis, 1, () if axis == 1 else (message("recording.up_turned", axis=up.upper()),)
    rise = _rise(recording, marker_map)
    if rise is None or not np.isfinite(rise).all() or not rise.any():
        unsure = recording.coordinates is None
        return 1, 1, (message("recording.up_assumed"),) if unsure else ()
    axis = int(np.argmax(np.abs(rise)))
    sign = 1 if rise[axis] > 0 else -1
    if (axis, sign) == (1, 1):
        return 1, 1, ()
    name = f"{'-' if sign < 0 else ''}{'XYZ'[axis]}"
    return axis, sign, (message("recording.up_found", axis=name),)


def _rise(recording: Recording, marker_map: Mapping[str, str] | None) -> Floats | None:
    """The mean vector (3,) from low to high in the file's axes."""
    if recording.coordinates is not None:
        return None
    if recording.markers is not None:
        rise = _from_feet(recording.markers, marker_map)
        return _from_plates(recording) if rise is None else rise
    if recording.forces is None or not recording.forces.plates:
        return None
    push = np.nansum([np.nansum(plate.force, axis=0) for plate in recording.forces.plates], axis=0)
    return np.asarray(np.abs(push) if recording.kind == "c3d" else push)  # a C3D may hold either sign


def _from_plates(recording: Recording) -> Floats | None:
    """Up (3,) where nobody knows the markers: along what the plates bear, towards the side that the markers are on."""
    plates = [plate for plate in recording.forces.plates if plate.corners is not None] if recording.forces else []
    borne = np.abs(np.sum([_firm(plate).sum(axis=0) for plate in plates], axis=0)) if plates else np.zeros(3)
    if not borne.any() or recording.markers is None or not np.isfinite(recording.markers.positions).any():
        return None
    axis = int(np.argmax(borne))
    ground = float(np.mean([plate.corners[:, axis] for plate in plates if plate.corners is not None]))
    above = float(np.nanmedian(recording.markers.positions[:, :, axis])) - ground
    return np.asarray(above * np.eye(3)[axis])


def _firm(plate: Plate) -> Floats:
    """Forces (n, 3) of the samples in which somebody stands on a plate."""
    return np.asarray(plate.force[np.linalg.norm(plate.force, axis=1) > FIRM_N])


def _from_feet(markers: Markers, marker_map: Mapping[str, str] | None) -> Floats | None:
    own, _ = find_mapped_names(markers.names, marker_map or {})
    mapping = {**identify_marker_set(markers.names, markers.positions, own=own).mapping, **own}
    high = _mean(markers, mapping, HIGH)
    middle = _mean(markers, mapping, MIDDLE)
    low = _mean(markers, mapping, LOW)
    top, bottom = high if high is not None else middle, low if low is not None else _mean(markers, mapping, LOWER_LEG)
    if bottom is None and high is not None:
        bottom = middle
    if top is None or bottom is None:
        return None
    return top - bottom


def _mean(markers: Markers, mapping: Mapping[str, str], wanted: tuple[str, ...]) -> Floats | None:
    """Mean position (3,) of the wanted landmarks, each with the same weight; None when none is seen."""
    known = marker_landmarks()
    chosen = [
        i for i, name in enumerate(markers.names)
        if (place := mapping.get(name, "")) in known and (place[:-2] if known[place].sided else place) in wanted
    ]  # fmt: skip
    points = [markers.positions[:, i][np.isfinite(markers.positions[:, i]).all(axis=1)] for i in chosen]
    means = [np.mean(seen, axis=0) for seen in points if len(seen)]
    return np.mean(means, axis=0) if means else None


def _turned(recording: Recording, R_lab_file: Floats) -> Recording:
    markers, forces = recording.markers, recording.forces
    if markers is not None:
        markers = Markers(markers.names, markers.positions @ R_lab_file.T)
    if forces is not None:
        forces = Forces(forces.time, tuple(plate.rotated(R_lab_file) for plate in forces.plates))
    return replace(recording, markers=markers, forces=forces)


def _pushing_up(forces: Forces | None) -> tuple[Forces | None, tuple[Message, ...]]:
    """Plates may tell the push on the plate or its reaction, and one may lie upside down; the person is pushed up."""
    if forces is None:
        return None, ()
    borne = [float(_firm(plate)[:, 1].sum()) for plate in forces.plates]
    down = [i for i, push in enumerate(borne) if push < 0]
    if not down:
        return forces, ()
    if not any(push > 0 for push in borne):
        turned = tuple(plate.reversed() for plate in forces.plates)
        return Forces(forces.time, turned), (message("recording.plates_reversed"),)
    turned = tuple(plate.reversed() if i in down else plate for i, plate in enumerate(forces.plates))
    numbers = ", ".join(str(i + 1) for i in down)
    return Forces(forces.time, turned), (message("recording.plates_some_reversed", numbers=numbers, count=len(down)),)
