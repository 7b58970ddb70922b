"""Joint coordinates as files hold them: which columns they are, degrees or radians, which way the knee counts."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.units import RADIANS_PER_DEGREE
from psoas.recording.recording import Coordinates

KNOWN = re.compile(
    r"pelvis_(tilt|list|rotation|t[xyz])|lumbar_(extension|bending|rotation)"
    r"|(hip_flexion|hip_adduction|hip_rotation|knee_angle|ankle_angle|subtalar_angle|mtp_angle"
    r"|arm_flex|arm_add|arm_rot|elbow_flex|pro_sup)_[rl]"
)
"""OpenSim's coordinate names: a file with at least one of them holds a movement."""
STATE = re.compile(r"/?(?:[^/]+/)*(?P<name>[^/]+)/value")
"""OpenSim's long state names, such as /jointset/hip_r/hip_flexion_r/value."""
TRANSLATION = re.compile(r".*_t[xyz]")
BENT_RAD = math.radians(3.0)
"""A knee whose median bend exceeds this tells which way the file counts (assumed)."""


def coordinate_name(column: str) -> str:
    """The coordinate a column holds: "hip_flexion_r" for itself and for "/jointset/hip_r/hip_flexion_r/value"."""
    match = STATE.fullmatch(column)
    return match["name"] if match else column


def is_known(column: str) -> bool:
    """Whether the column is one of OpenSim's coordinates."""
    return KNOWN.fullmatch(coordinate_name(column)) is not None


def is_translation(name: str) -> bool:
    """Whether a coordinate is a shift in metres (its name ends in _tx, _ty or _tz) rather than an angle."""
    return TRANSLATION.fullmatch(name) is not None


def is_in_degrees(names: Sequence[str], values: Floats) -> bool:
    """Whether known angles of ``values`` (frames, names) exceed a full turn in radians, so they must be degrees."""
    angles = [i for i, name in enumerate(names) if is_known(name) and not is_translation(name)]
    return bool(angles) and bool((np.abs(values[:, angles]) > 2 * math.pi).any())


def to_radians(coordinates: Coordinates) -> Floats:
    """Values (frames, names) in radians and metres, in the file's signs."""
    angle = np.array([not is_translation(name) for name in coordinates.names])
    scale = np.where(angle & coordinates.in_degrees, RADIANS_PER_DEGREE, 1.0)
    values: Floats = coordinates.values * scale
    return values


def knee_sign(coordinates: Coordinates) -> int:
    """-1 where the file counts knee flexion as negative (gait2392), else +1.

    Notes: judged from the larger bend (95th percentile of the size) of the known knees; straight knees tell nothing.
    """
    columns = [i for i, name in enumerate(coordinates.names) if name in ("knee_angle_r", "knee_angle_l")]
    values = to_radians(coordinates)[:, columns]
    values = values[np.isfinite(values)]
    if not len(values):
        return 1
    low, high = np.percentile(values, (5, 95))
    return -1 if -low > max(high, BENT_RAD) else 1
