"""Segment poses of a C3D file (the ROTATION group, as Theia and Visual3D write it) as markers on the segments.

Each pose is a 4 x 4 matrix, column by column, and its reliability, a negative one where the segment was not seen (as
ezc3d reads it). Psoas follows markers: the origin of each segment becomes one, and so does a point on each of its axes,
so that the pose can be found again.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from psoas.core.arrays import Floats, read_only
from psoas.core.message import Message, message
from psoas.recording.c3d_file import C3DFile
from psoas.recording.c3d_numbers import to_floats
from psoas.recording.c3d_parameters import BLOCK
from psoas.recording.c3d_units import unit_of
from psoas.recording.recording_validation import METRES

VALUES = 17
"""Numbers of one pose: the matrix and the reliability."""
ARM_M = 0.1
"""The points on the axes of a segment stand this far from its origin."""
MOST = 1000
LAB = "worldbody"
"""How Theia names the pose of the laboratory, which is no segment."""
AXES = "xyz"


@dataclass(frozen=True)
class PoseMarkers:
    """Points of segment poses: ``positions`` (frames, names, 3) in the file's unit of length."""

    names: tuple[str, ...]
    positions: Floats
    notes: tuple[Message, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "positions", read_only(self.positions))


def pose_markers(file: C3DFile) -> PoseMarkers:
    """Four points for each segment whose pose the file holds: its origin and one on each axis ("pelvis_4X4_x")."""
    poses, labels = _poses(file)
    if not labels:
        return PoseMarkers((), np.empty((file.layout.frames, 0, 3)))
    metres = METRES[unit_of("".join(file.parameters.texts("POINT:UNITS")[:1])) or "mm"]
    origin = poses[..., :3, 3]
    points = [origin, *(origin + ARM_M / metres * poses[..., :3, axis] for axis in range(3))]
    positions = np.stack(points, axis=2).reshape(len(poses), -1, 3)
    names = [f"{label}{end}" for label in labels for end in ("", *(f"_{axis}" for axis in AXES))]
    kept = [i for i, name in enumerate(names) if not name.startswith(LAB)]
    chosen = tuple(names[i] for i in kept)
    return PoseMarkers(chosen, positions[:, kept], (message("recording.c3d_rotations", count=len(chosen) // 4),))


def _poses(file: C3DFile) -> tuple[Floats, list[str]]:
    """Poses (frames, segments, 4, 4), NaN where not seen, and the names of the segments; none where none are whole."""
    parameters, frames = file.parameters, file.layout.frames
    used, block = parameters.count("ROTATION:USED") or 0, parameters.count("ROTATION:DATA_START") or 0
    ratio = parameters.count("ROTATION:RATIO") or 1
    labels = [label or f"segment_{i + 1}" for i, label in enumerate(parameters.texts("ROTATION:LABELS")[:used])]
    count = frames * ratio * used * VALUES
    start = (block - 1) * BLOCK
    if not 0 < used <= MOST or len(labels) < used or block < 2 or start + 4 * count > len(file.data):
        return np.empty((frames, 0, 4, 4)), []
    raw = np.frombuffer(file.data, parameters.format.real, count, start).reshape(frames, ratio, used, VALUES)[:, 0]
    values = to_floats(raw)
    poses = values[..., :16].reshape(frames, used, 4, 4).swapaxes(2, 3).copy()
    poses[~(values[..., 16] >= 0)] = np.nan
    return poses, labels
