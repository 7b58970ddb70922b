"""Joint coordinates as files hold them: which columns they are, degrees or radians, which way the knee counts."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Literal

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.units import RADIANS_PER_DEGREE
from psoas.recording.recording import Coordinates

PelvisFrame = Literal["gait2392", "rajagopal", ""]
KNOWN = re.compile(
    r"pelvis_(tilt|list|rotation|t[xyz])|lumbar_(extension|bending|rotation)"
    r"|(hip_flexion|hip_adduction|hip_rotation|knee_angle|ankle_angle|subtalar_angle|mtp_angle"
    r"|arm_flex|arm_add|arm_rot|elbow_flex|pro_sup)_[rl]"
)
"""OpenSim's coordinate names: a file with at least one of them holds a movement."""
ALIASES = {
    "hip_flex": "hip_flexion",
    "hip_add": "hip_adduction",
    "hip_rot": "hip_rotation",
    "knee_flex": "knee_angle",
    "knee_flexion": "knee_angle",
    "ankle_flex": "ankle_angle",
    "ankle_flexion": "ankle_angle",
    "subt_angle": "subtalar_angle",
    "pelvis_rot": "pelvis_rotation",
    "lumbar_ext": "lumbar_extension",
    "lumbar_bend": "lumbar_bending",
    "lumbar_latbend": "lumbar_bending",
    "lumbar_rot": "lumbar_rotation",
}
"""Other names of the same coordinates, without their side."""
RATE = re.compile(
    r".*(/(speed|activation|fiber_length|normalized_tendon_force|tendon_force|excitation)"
    r"|_u|_speed|_vel|_dot|_acc"
    r"|\.(activation|excitation|speed|(fiber|mtu|tendon|ce|cos_pennation|grf|cop|com|acc|vel)(_\w+)?))"
)
"""States of OpenSim 3 and 4 and of SCONE that are no coordinates."""
STATE = re.compile(r"/?(?:[^/]+/)*(?P<name>[^/]+)[/|]value")
"""OpenSim's long state names, such as /jointset/hip_r/hip_flexion_r/value."""
TRANSLATION = re.compile(r".*_t[xyz]")
SIDED_RAJAGOPAL = (
    "hip_flexion", "hip_adduction", "hip_rotation", "knee_angle", "ankle_angle", "subtalar_angle", "mtp_angle",
    "arm_flex", "arm_add", "arm_rot", "elbow_flex", "pro_sup", "wrist_flex", "wrist_dev",
)  # fmt: skip
RAJAGOPAL = frozenset(
    [f"pelvis_{motion}" for motion in ("tilt", "list", "rotation", "tx", "ty", "tz")]
    + [f"lumbar_{motion}" for motion in ("extension", "bending", "rotation")]
    + [f"{name}_{side}" for name in SIDED_RAJAGOPAL for side in "rl"]
    + [f"knee_angle_{side}_beta" for side in "rl"]
)
"""Coordinates of Rajagopal 2016, and of the models made from it (Lai 2017, Uhlrich 2022, which OpenCap uses)."""
OWN_COORDINATES = frozenset(("thorax_extension", "rib_flare"))
"""Coordinates that only this body has."""
RAJAGOPAL_ARM = frozenset(f"{name}_{side}" for name in ("arm_flex", "pro_sup") for side in "rl")
BENT_RAD = math.radians(3.0)
"""A knee whose median bend exceeds this tells which way the file counts (assumed)."""


def coordinate_name(column: str) -> str:
    """The coordinate a column holds, as OpenSim's models name it.

    "hip_flexion_r" for itself, for "/jointset/hip_r/hip_flexion_r/value", for "hip_flex_r" of the COMAK models
    (Lenhart 2015, Ann Biomed Eng 43:2675), and for "Hip_Flexion_R", "hip_flexion_right" and "right_hip_flexion".
    """
    match = STATE.fullmatch(column)
    name = match["name"] if match else column.rsplit("/", 1)[-1] if column.startswith("/") else column
    found = _plain(name)
    return found if KNOWN.fullmatch(found) else name


def _plain(name: str) -> str:
    """The name in small letters with the side as a letter behind, and OpenSim's word for it."""
    words = name.lower().split("_")
    for side in ("right", "r", "left", "l"):
        if len(words) > 1 and side in (words[0], words[-1]):
            words.remove(side)
            stem = "_".join(words)
            return f"{ALIASES.get(stem, stem)}_{side[0]}"
    return ALIASES.get("_".join(words), "_".join(words))


def is_rate(column: str) -> bool:
    """Whether a column is a speed or another quantity of a state, and no coordinate."""
    return RATE.fullmatch(column) is not None


def is_known(column: str) -> bool:
    """Whether the column is one of OpenSim's coordinates."""
    return KNOWN.fullmatch(coordinate_name(column)) is not None


def is_translation(name: str) -> bool:
    """Whether a coordinate is a shift in metres (its name ends in _tx, _ty or _tz) rather than an angle."""
    return TRANSLATION.fullmatch(name) is not None


def is_in_degrees(names: Sequence[str], values: Floats) -> bool:
    """Whether known angles of ``values`` (frames, names) exceed a full turn in radians, so they must be degrees.

    Joints decide where there are any: a pelvis may turn around more than once.
    """
    angles = [i for i, name in enumerate(names) if is_known(name) and not is_translation(name)]
    joints = [i for i in angles if not names[i].startswith("pelvis_")]
    return bool(angles) and bool((np.abs(values[:, joints or angles]) > 2 * math.pi).any())


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


def pelvis_frame(coordinates: Coordinates) -> PelvisFrame:
    """Whose pelvis frame a file's angles are about: "gait2392", which is this body's own, "rajagopal", or "" where the
    file does not tell.

    Negative knees are gait2392's. Rajagopal 2016 and the models made from it are known where all coordinates are theirs
    and there is a turning kneecap, or arms beside knees that bend positively.
    """
    names = set(coordinates.names)
    if knee_sign(coordinates) < 0 or names & OWN_COORDINATES:
        return "gait2392"
    if not names <= RAJAGOPAL or "lumbar_extension" not in names:
        return ""
    kneecap = any(name.endswith("_beta") for name in names)
    return "rajagopal" if kneecap or (names >= RAJAGOPAL_ARM and _knees_bend(coordinates)) else ""


def _knees_bend(coordinates: Coordinates) -> bool:
    columns = [i for i, name in enumerate(coordinates.names) if name in ("knee_angle_r", "knee_angle_l")]
    values = to_radians(coordinates)[:, columns]
    values = values[np.isfinite(values)]
    return len(values) > 0 and float(np.percentile(values, 95)) > BENT_RAD
