"""Mass, centre of mass and inertia of every segment for a person: de Leva 1996, the trunk split by Pearsall 1996."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from psoas.body.anatomy.anatomy_tables import MIRROR, mirror_name, read_csv
from psoas.body.person import Person
from psoas.core.arrays import Floats

LIMBS = {
    # part: (segment that carries it, share of the part's mass, proximal end, distal end in the segment's frame, metres)
    "thigh": ("femur_r", 1.0, (0.0, 0.0, 0.0), (0.0, -0.408, 0.0)),
    "shank": ("tibia_r", 1.0, (0.0, 0.0, 0.0), (-0.010, -0.400, 0.0)),
    "foot": ("calcn_r", 0.80, (-0.025, 0.020, 0.0), (0.230, 0.0, 0.0)),
    "upper_arm": ("humerus_r", 1.0, (0.0, 0.0, 0.0), (0.0131, -0.2863, -0.0096)),
    "forearm": ("ulna_r", 0.5, (0.0, 0.0, 0.0), (-0.0155, -0.2488, 0.0397)),
    "hand": ("hand_r", 1.0, (0.0, 0.0, 0.0), (0.0, -0.085, 0.0)),
    "head": ("head", 1.0, (0.030, 0.230, 0.0), (0.010, -0.010, 0.0)),
}
SMALL = {
    # Segments that share a limb part's mass: (part, share, centre of mass in the segment's frame); shares assumed.
    "talus_r": ("foot", 0.08, (0.0, 0.0, 0.0)),
    "toes_r": ("foot", 0.12, (0.035, 0.006, -0.0175)),
    "radius_r": ("forearm", 0.5, (-0.005, -0.120, 0.005)),
    "patella_r": ("thigh", 0.008, (0.0018, 0.0264, 0.0)),
}


@dataclass(frozen=True)
class SegmentInertia:
    """Mass in kg, centre of mass (3,) in metres and principal inertia (3,) in kg m^2 about X, Y, Z of the segment's
    frame."""

    mass: float
    centre: Floats
    moments: Floats


@cache
def _parts(sex: str) -> dict[str, dict[str, float]]:
    suffix = "_f" if sex == "female" else "_m"
    rows = {}
    for row in read_csv("inertia.csv"):
        rows[row["part"]] = {k[:-2]: float(v) / 100 for k, v in row.items() if k.endswith(suffix) and v}
    # The parts do not quite sum to 100 % as published; the difference is spread in proportion.
    total = sum(row["mass"] * (1 if part in ("head", "trunk") else 2) for part, row in rows.items())
    return {part: {**row, "mass": row["mass"] / total} for part, row in rows.items()}


def _limb(part: dict[str, float], mass: float, near: Floats, far: Floats) -> SegmentInertia:
    along = far - near
    length = float(np.linalg.norm(along))
    long_axis = int(np.argmax(np.abs(along)))
    # The table's three radii, put where the limb's long axis lies: forward axis, long axis, sideways axis.
    radii = {0: [part["rl"], part["rx"], part["rz"]], 1: [part["rx"], part["rl"], part["rz"]]}[long_axis]
    return SegmentInertia(mass, near + part["com"] * along, mass * (np.array(radii) * length) ** 2)


def _slab(mass: float, centre: Floats, size: Floats) -> SegmentInertia:
    """An elliptical cylinder standing on its height: ``size`` is width (Z), height (Y), depth (X)."""
    width, height, depth = size
    about = [width**2 / 16 + height**2 / 12, (width**2 + depth**2) / 16, depth**2 / 16 + height**2 / 12]
    return SegmentInertia(mass, centre, mass * np.array(about))


def segment_inertias(person: Person, scale: Mapping[str, Floats]) -> dict[str, SegmentInertia]:
    """Every segment's inertia; ``scale`` gives each segment's size factors (3,). Masses sum to the person's mass."""
    parts = _parts(person.sex)
    result: dict[str, SegmentInertia] = {}
    trunk = read_csv("trunk.csv")
    whole = sum(float(row["percent"]) for row in trunk)
    for row in trunk:
        by = scale[row["segment"]]
        mass = person.mass_kg * parts["trunk"]["mass"] * float(row["percent"]) / whole
        centre = np.array([float(row[k]) for k in "xyz"]) * by
        result[row["segment"]] = _slab(
            mass, centre, np.array([float(row[k]) for k in ("width", "height", "depth")]) * by[[2, 1, 0]]
        )
    for part, (segment, share, near, far) in LIMBS.items():
        mass = person.mass_kg * parts[part]["mass"] * (share - (SMALL["patella_r"][1] if part == "thigh" else 0.0))
        _both(
            result, segment, _limb(parts[part], mass, np.array(near) * scale[segment], np.array(far) * scale[segment])
        )
    for segment, (part, share, at) in SMALL.items():
        mass = person.mass_kg * parts[part]["mass"] * share
        radius = 0.02 * float(np.mean(scale[segment]))  # small bones: a ball of 2 cm radius of gyration (assumed)
        _both(result, segment, SegmentInertia(mass, np.array(at) * scale[segment], np.full(3, mass * radius**2)))
    return result


def _both(result: dict[str, SegmentInertia], segment: str, value: SegmentInertia) -> None:
    result[segment] = value
    if segment.endswith("_r"):
        result[mirror_name(segment)] = SegmentInertia(value.mass, value.centre * MIRROR, value.moments)
