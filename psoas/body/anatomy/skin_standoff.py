"""How far a marker stands off the bone under it: its radius and the tissue between, by body mass index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

import numpy as np

from psoas.body.anatomy.anatomy_tables import MIRROR, mirror_name, read_csv
from psoas.body.anatomy.bony_landmarks import bony_landmarks
from psoas.core.arrays import Floats, read_only
from psoas.core.units import MM_PER_M

MARKER_RADIUS_M = 0.007
"""Markers of 14 mm are usual (assumed)."""
USUAL_BMI = 25.0
"""Body mass index at which the table gives the tissue, kg/m2."""
BMI_RANGE = (15.0, 45.0)
"""Below and above these indices tissue over bone gets no thinner and no thicker (assumed)."""
PLACE_M, SPREAD_M = 0.010, 0.005
"""Error of finding a landmark without a row of the table, and spread of the tissue over it, metres (assumed)."""


@dataclass(frozen=True)
class BodyBuild:
    """What tells how far markers stand off: body mass index in kg/m2, and widths across knee and ankle by side."""

    bmi: float = USUAL_BMI
    widths: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    """"knee_r", "ankle_l" and so on: width across the bones under the skin, metres."""


@dataclass(frozen=True)
class SkinStandoff:
    """One row: unit ``direction`` (3,) in the segment's frame, the rest in metres."""

    direction: Floats
    reference_m: float
    tissue_m: float
    per_bmi_m: float
    spread_m: float
    place_m: float

    def on(self, bmi: float) -> float:
        """Distance of the marker's centre from the bone, metres."""
        return (
            MARKER_RADIUS_M + self.tissue_m + self.per_bmi_m * (min(max(bmi, BMI_RANGE[0]), BMI_RANGE[1]) - USUAL_BMI)
        )


@cache
def skin_standoffs() -> dict[str, SkinStandoff]:
    """All rows by landmark, left sides mirrored."""
    found = {}
    for row in read_csv("skin.csv"):
        direction = np.array([float(row[k]) for k in "xyz"])
        sizes = [float(row[f"{k}_mm"]) / MM_PER_M for k in ("reference", "tissue", "per_bmi", "spread", "place")]
        name = row["landmark"]
        found[name] = SkinStandoff(read_only(direction), *sizes)
        found[mirror_name(name)] = SkinStandoff(read_only(direction * (MIRROR if name[-2:] == "_r" else 1)), *sizes)
    return found


def marker_place(landmark: str, build: BodyBuild) -> tuple[Floats, Floats]:
    """Where a marker on a landmark sits in its segment's frame: a part that grows with the bone and one that does not.

    Returns:
        ``grows`` (3,) for the reference size and ``fixed`` (3,), metres: the place is ``factor * grows + fixed``.
    """
    at, skin = bony_landmarks()[landmark].at, skin_standoffs().get(landmark)
    if skin is None or skin.tissue_m == 0:
        return at, np.zeros(3)
    width = build.widths.get(_joint(landmark))
    if width is not None:
        across = np.abs(skin.direction)
        middle = (at + bony_landmarks()[_opposite(landmark)].at) / 2
        return np.where(across > 0, middle, at), np.asarray(skin.direction * (width / 2 + MARKER_RADIUS_M))
    return at - skin.reference_m * skin.direction, np.asarray(skin.on(build.bmi) * skin.direction)


def _joint(landmark: str) -> str:
    """The joint whose side a landmark is: "knee_r" of "knee_lateral_r"; other landmarks give no joint's name."""
    part, _, side = landmark.rpartition("_")
    joint, _, which = part.rpartition("_")
    return f"{joint}_{side}" if which in ("lateral", "medial") else ""


def _opposite(landmark: str) -> str:
    """The landmark on the other side of the same joint."""
    pair = ("lateral", "medial")
    one, other = pair if pair[0] in landmark else pair[::-1]
    return landmark.replace(one, other)


def placement_error(landmark: str) -> float:
    """One standard deviation of where a marker is from its nominal place, metres."""
    skin = skin_standoffs().get(landmark)
    return float(np.hypot(skin.place_m, skin.spread_m)) if skin else float(np.hypot(PLACE_M, SPREAD_M))
