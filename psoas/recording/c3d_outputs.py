"""What a model computed, as C3D files hold it: points that POINT lists in ANGLES, FORCES, MOMENTS, POWERS or SCALARS.

Names, order and signs of the angles are those of Plug-in Gait (docs.vicon.com, "Lower body angles as output from
Plug-in Gait" and the page on the upper body), so that programs that know Vicon's files know these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from psoas.core.arrays import Floats, read_only
from psoas.core.sides import SIDE_LETTER, SIDES, find_suffix, strip_suffix
from psoas.recording.joint_coordinates import to_radians
from psoas.recording.recording import Coordinates

OutputGroup = Literal["ANGLES", "FORCES", "MOMENTS", "POWERS", "SCALARS"]

ANGLES: dict[str, tuple[tuple[str, float, float], ...]] = {
    "Pelvis": (("pelvis_tilt", -1, -1), ("pelvis_list", -1, 1), ("pelvis_rotation", 1, -1)),
    "Spine": (("lumbar_extension", -1, -1), ("lumbar_bending", 1, -1), ("lumbar_rotation", -1, 1)),
    "Hip": (("hip_flexion", 1, 1), ("hip_adduction", 1, 1), ("hip_rotation", 1, 1)),
    "Knee": (("knee_angle", 1, 1),),
    "Ankle": (("ankle_angle", 1, 1), ("subtalar_angle", 1, 1)),
    "Shoulder": (("arm_flex", 1, 1), ("arm_add", -1, -1), ("arm_rot", 1, 1)),
    "Elbow": (("elbow_flex", 1, 1),),
}
"""Joint to its three angles in Vicon's order: coordinate, and its sign for the right and the left side.

Pelvis: anterior tilt, obliquity with the side up, the side forward. Spine: the trunk at the low back, bent forward, to
the side, turned to the side. Hip: flexion, adduction, internal rotation. Knee: flexion. Ankle: dorsiflexion, inversion.
Shoulder: flexion, abduction, internal rotation. Elbow: flexion. Angles that the body has not are 0.
"""


@dataclass(frozen=True)
class C3DOutput:
    """Computed quantities of one group: ``values`` (frames, names, 3) in ``unit``, NaN where there is none."""

    group: OutputGroup
    unit: str
    names: tuple[str, ...]
    values: Floats

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", read_only(self.values))


def joint_angle_outputs(coordinates: Coordinates) -> C3DOutput:
    """Joint angles in degrees as Plug-in Gait names and signs them: LHipAngles, RKneeAngles and so on.

    Args:
        coordinates: Coordinates in OpenSim's names and signs, knee flexion positive.

    Returns:
        The joints of which at least one coordinate is there.
    """
    degrees = np.rad2deg(to_radians(coordinates))
    columns = {name: degrees[:, i] for i, name in enumerate(coordinates.names)}
    names, blocks = [], []
    for side, place in ((side, SIDES.index(side)) for side in reversed(SIDES)):
        letter = SIDE_LETTER[side]
        for joint, parts in ANGLES.items():
            found = [columns.get(f"{name}_{letter}", columns.get(name)) for name, *_ in parts]
            if all(column is None for column in found):
                continue
            block = np.zeros((len(degrees), 3))
            for axis, (column, part) in enumerate(zip(found, parts, strict=True)):
                if column is not None:
                    block[:, axis] = part[1 + place] * column
            names.append(f"{letter.upper()}{joint}Angles")
            blocks.append(block)
    values = np.stack(blocks, axis=1) if blocks else np.empty((len(degrees), 0, 3))
    return C3DOutput("ANGLES", "deg", tuple(names), values)


def scalar_outputs(names: Sequence[str], values: Floats, *, unit: str, ending: str) -> C3DOutput:
    """Single numbers, such as muscle forces, as SCALARS: the number first, then two zeros.

    Args:
        names: Names with the side behind ("psoas_r").
        values: Values (frames, names).
        unit: Their unit ("N").
        ending: What the names in the file end in: "Force" makes "RPsoasForce" of "psoas_r".

    Returns:
        The outputs, in the same order.
    """
    padded = np.concatenate([values[:, :, None], np.zeros((*values.shape, 2))], axis=2)
    return C3DOutput("SCALARS", unit, tuple(output_name(name, ending) for name in names), padded)


def output_name(name: str, ending: str) -> str:
    """A name as Vicon's files spell it: the side's letter first, no separators ("psoas_L1_VB_r": "RPsoasL1VBForce")."""
    words = strip_suffix(name).replace("-", "_").split("_")
    return find_suffix(name)[1:].upper() + "".join(word[:1].upper() + word[1:] for word in words) + ending
