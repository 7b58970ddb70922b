"""Which way a person faces, and turning a recording so that they face forward (+X)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.message import message
from psoas.recording import Forces, Markers, Recording

LEFT_ALONE = np.radians(30.0)
"""A heading within this of +X is left as recorded, so that pelvis angles stay those of the laboratory (assumed)."""
ONE_WAY = 0.8
"""Unit vectors whose mean is longer than this point one way, as those of a walker do who does not turn (assumed)."""
NEAR = float(np.cos(np.radians(40.0)))
"""Directions this near to one another count as one (cosine; assumed)."""
APART_M = 1e-3
"""Markers of the two sides that are closer than this seen from above show no direction (assumed)."""
ACROSS = (("asis_r", "asis_l"), ("hip_centre_r", "hip_centre_l"), ("psis_r", "psis_l"), ("acromion_r", "acromion_l"),
          ("shoulder_centre_r", "shoulder_centre_l"))  # fmt: skip


def estimate_heading(mapping: dict[str, str], positions: Floats) -> float:
    """Angle in radians about +Y from +X to where the person faces; 0 where it cannot be seen.

    It is the average; of one who turns round, the average of the way they face longest.

    ``positions`` (T, M, 3) metres, Y up, columns as in ``mapping`` (marker -> landmark).
    """
    place = {landmark: i for i, landmark in enumerate(mapping.values())}
    for right, left in ACROSS:
        if right in place and left in place:
            across = positions[:, place[right]] - positions[:, place[left]]
            across = across[np.linalg.norm(across[:, [0, 2]], axis=1) > APART_M]  # NaN is not
            if len(across):
                x, _, z = _longest_kept(across).mean(axis=0)  # points right: facing is Y cross right = (z, 0, -x)
                return float(np.arctan2(x, z))
    return 0.0


def _longest_kept(across: Floats) -> Floats:
    """Those of the vectors (T, 3) that lie near the direction most of them have; all where they hardly differ."""
    flat = across[:, [0, 2]]
    unit = flat / np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-9)
    if np.linalg.norm(unit.mean(axis=0)) > ONE_WAY:
        return across
    way = np.arange(0.0, 2 * np.pi, np.radians(10.0))
    near = unit @ np.stack([np.cos(way), np.sin(way)]) > NEAR
    longest: Floats = across[near[:, int(np.argmax(near.sum(axis=0)))]]
    return longest


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
