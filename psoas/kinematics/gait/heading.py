"""Which way a person faces, and turning a recording so that they face forward (+X)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.message import message
from psoas.recording import Forces, Markers, Recording

LEFT_ALONE = np.radians(30.0)
"""A heading within this of +X is left as recorded, so that pelvis angles stay those of the laboratory (assumed)."""
ACROSS = (("asis_r", "asis_l"), ("hip_centre_r", "hip_centre_l"), ("psis_r", "psis_l"), ("acromion_r", "acromion_l"),
          ("shoulder_centre_r", "shoulder_centre_l"))  # fmt: skip


def estimate_heading(mapping: dict[str, str], positions: Floats) -> float:
    """Angle in radians about +Y from +X to where the person faces on average; 0 where it cannot be seen.

    ``positions`` (T, M, 3) metres, Y up, columns as in ``mapping`` (marker -> landmark).
    """
    place = {landmark: i for i, landmark in enumerate(mapping.values())}
    for right, left in ACROSS:
        if right in place and left in place:
            across = positions[:, place[right]] - positions[:, place[left]]
            across = across[np.isfinite(across).all(axis=1)]
            if len(across):
                x, _, z = across.mean(axis=0)  # points to the right: facing is Y cross right = (z, 0, -x)
                return float(np.arctan2(x, z))
    return 0.0


def face_forward(recording: Recording, mapping: dict[str, str]) -> Recording:
    """The recording turned about the vertical so that the person faces +X, with a note; unchanged when they nearly
    do."""
    if recording.markers is None:
        return recording
    columns = [recording.markers.names.index(name) for name in mapping]
    angle = estimate_heading(mapping, recording.markers.positions[:, columns])
    if abs(angle) < LEFT_ALONE:
        return recording
    turn = _about_y(-angle)
    markers = Markers(recording.markers.names, recording.markers.positions @ turn.T)
    note = message("kinematics.faced_away", angle=f"{np.degrees(angle):.0f}")
    return replace(
        recording, markers=markers, forces=rotate_forces(recording.forces, turn), notes=(*recording.notes, note)
    )


def rotate_forces(forces: Forces | None, turn: Floats) -> Forces | None:
    """Ground forces turned by a rotation (3, 3)."""
    if forces is None:
        return None
    return Forces(forces.time, tuple(plate.rotated(turn) for plate in forces.plates))


def _about_y(angle: float) -> Floats:
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])
