"""All meshes of the body by name, the segment each belongs to, and where the segments stand in the drawing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import numpy as np

from psoas.body.meshes.arm_bones import hand, humerus, radius, ulna
from psoas.body.meshes.diaphragm import diaphragm
from psoas.body.meshes.foot_bones import calcaneus, talus, toes
from psoas.body.meshes.leg_bones import femur, patella, tibia
from psoas.body.meshes.pelvis_bones import pelvis
from psoas.body.meshes.ribcage import lower_ribs, upper_ribs
from psoas.body.meshes.shoulder_bones import shoulders
from psoas.body.meshes.skull_bones import skull
from psoas.body.meshes.spine_bones import (
    LUMBAR,
    cervical_spine,
    lumbar_disc,
    lumbar_vertebra,
    thoracic_disc,
    thoracic_spine,
)
from psoas.body.meshes.triangle_mesh import MIRROR, Mesh, join
from psoas.core.arrays import Floats, read_only

LIMB = {
    "femur": femur,
    "tibia": tibia,
    "patella": patella,
    "talus": talus,
    "calcn": calcaneus,
    "toes": toes,
    "humerus": humerus,
    "ulna": ulna,
    "radius": radius,
    "hand": hand,
}
"""Drawn once for the right side, mirrored for the left."""

PARENTS: Mapping[str, str] = MappingProxyType(
    {"diaphragm": "thorax", "disc_thorax": "thorax", **{f"disc_{name}": name for name in LUMBAR}}
)
"""Segment to which a mesh is fixed, for the meshes that are not named after their own segment."""

_CHAIN: tuple[tuple[str, str, tuple[float, float, float]], ...] = (
    ("l5", "pelvis", (-0.0940, 0.0585, 0.0)),
    ("l4", "pelvis", (-0.0991, 0.0898, 0.0)),
    ("l3", "pelvis", (-0.0954, 0.1207, 0.0)),
    ("l2", "pelvis", (-0.1034, 0.1532, 0.0)),
    ("l1", "pelvis", (-0.1106, 0.1814, 0.0)),
    ("thorax", "pelvis", (-0.1196, 0.2106, 0.0)),
    ("ribs_lower", "thorax", (0.0, 0.0, 0.0)),
    ("head", "thorax", (-0.030, 0.315, 0.0)),
    ("femur_r", "pelvis", (-0.0719, -0.0672, 0.0773)),
    ("tibia_r", "femur_r", (-0.0045, -0.4079, 0.0)),
    ("patella_r", "femur_r", (0.0443, -0.4188, 0.0)),
    ("talus_r", "tibia_r", (-0.010, -0.400, 0.0)),
    ("calcn_r", "talus_r", (-0.0488, -0.0420, 0.0079)),
    ("toes_r", "calcn_r", (0.1788, -0.0020, 0.0011)),
    ("humerus_r", "thorax", (0.0221, 0.2424, 0.170)),
    ("ulna_r", "humerus_r", (0.0131, -0.2863, -0.0096)),
    ("radius_r", "ulna_r", (-0.0067, -0.0130, 0.0261)),
    ("hand_r", "radius_r", (-0.0088, -0.2358, 0.0136)),
)


def _origins() -> dict[str, Floats]:
    places: dict[str, Floats] = {"pelvis": read_only([0.0, 0.0, 0.0])}
    for name, parent, offset in _CHAIN:
        places[name] = read_only(places[parent] + np.array(offset))
    for name in [n for n in places if n.endswith("_r")]:
        places[f"{name[:-1]}l"] = read_only(places[name] * MIRROR)
    return places


REFERENCE_ORIGINS: Mapping[str, Floats] = MappingProxyType(_origins())
"""Origin (3,) of every segment in the pelvis frame, metres, standing: for pictures of the meshes alone."""


@cache
def build_skeleton_meshes() -> Mapping[str, Mesh]:
    """Draw everything, once; ``segment_meshes`` is the door."""
    meshes = {
        "pelvis": pelvis(),
        "thorax": join([thoracic_spine(), upper_ribs(), shoulders()]),
        "ribs_lower": lower_ribs(),
        "head": join([cervical_spine(), skull()]),
        "diaphragm": diaphragm(),
        "disc_thorax": thoracic_disc(),
    }
    for name in LUMBAR:
        meshes[name] = lumbar_vertebra(name)
        meshes[f"disc_{name}"] = lumbar_disc(name)
    for name, draw in LIMB.items():
        right = draw()
        meshes[f"{name}_r"] = right
        meshes[f"{name}_l"] = right.mirrored()
    return MappingProxyType(meshes)


def segment_meshes() -> dict[str, Mesh]:
    """Every mesh of the skeleton by name, in the frame of its segment (``PARENTS`` tells it where the names differ).

    Built on first use in well under a second and kept; the meshes themselves cannot be changed.
    """
    return dict(build_skeleton_meshes())
