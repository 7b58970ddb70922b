"""A motion whose coordinates a file already holds: no inverse kinematics, values as they are."""

from __future__ import annotations

import numpy as np

from psoas.body.anatomy.pelvis_frame import turn_pelvis
from psoas.body.model.body import Body
from psoas.core.arrays import finite_rows
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.core.name_lists import name_list
from psoas.kinematics.motion import CONVERGED, UNSEEN, Motion
from psoas.recording import Recording, knee_sign, pelvis_frame, to_radians


def motion_from_coordinates(recording: Recording, body: Body) -> Motion:
    """A motion from the coordinates that a file holds, without inverse kinematics.

    Negative knee flexion, as gait2392 has it, is turned to this body's sign; pelvis, hips and low back of Rajagopal
    2016 and the models made from it are turned into this body's pelvis frame.

    Args:
        recording: With coordinates.
        body: The body to move. Coordinates that it lacks are named in a note; those that the file lacks stay standing.

    Raises:
        InputError: The recording holds no coordinates, or no hip flexion among them.
    """
    coordinates = recording.coordinates
    if coordinates is None:
        raise InputError(message("kinematics.no_coordinates", file=recording.path.name))
    known = [name for name in coordinates.names if name in body.coordinate_names]
    if not any(name.startswith("hip_flexion") for name in known):
        raise InputError(message("kinematics.no_hip", file=recording.path.name))
    values = np.tile(body.default_values(), (len(recording.time), 1))
    radians, sign = to_radians(coordinates), knee_sign(coordinates)
    for name in known:
        turn = sign if name.startswith("knee_angle") else 1
        values[:, body.coordinate_index(name)] = turn * radians[:, coordinates.names.index(name)]
    turned = pelvis_frame(coordinates) == "rajagopal"
    if turned:
        turn_pelvis(values, body.coordinate_names, known)
    seen = finite_rows(values)
    values[~seen] = np.nan
    foreign = [name for name in coordinates.names if name not in known]
    notes = list(recording.notes)
    if foreign:
        notes.append(message("kinematics.columns_dropped", names=name_list(foreign)))
    notes.append(message("kinematics.pelvis_turned" if turned else "kinematics.angles_from_file"))
    held = tuple(name for name in body.coordinate_names if name not in known)
    return Motion(body, recording.time, values, np.where(seen, CONVERGED, UNSEEN), held, None, tuple(notes))
