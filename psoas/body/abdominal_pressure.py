"""Pressure in the belly as a push between chest and pelvis (Daggfeldt & Thorstensson 1997; figures in trunk.toml).

The closed belly presses on diaphragm and pelvic floor alike: chest and pelvis are pushed apart along the line between
their centres. In front of the spine that line extends the low back and takes load off it. Transversus abdominis makes
the pressure and, running round the belly, takes nothing of the push back.

A model, not a measurement: the walls' own shape, and what breathing does to the diaphragm's area, are left out.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from psoas.body.anatomy.anatomy_tables import read_toml
from psoas.body.model.body import Body
from psoas.core.arrays import Floats, read_only

KPA = 1000.0


@dataclass(frozen=True)
class PressureLoad:
    """The push of the belly's pressure, per pascal, at each frame.

    ``chest`` and ``pelvis`` (T, 3) are where it acts, metres in the room; ``force`` (T, 3) newtons per pascal on the
    chest, the opposite acts on the pelvis; ``arm`` (T, N) generalized force per pascal, N m (m^3); ``level_arm`` (T, 5)
    extension moment per pascal about each lumbar level, upper level first; ``reaction_arm`` (T, R, 3) what it gives
    at each of ``Body.reaction_names``.
    """

    chest: Floats
    pelvis: Floats
    force: Floats
    arm: Floats
    level_arm: Floats
    reaction_arm: Floats

    def __post_init__(self) -> None:
        for key in ("chest", "pelvis", "force", "arm", "level_arm", "reaction_arm"):
            object.__setattr__(self, key, read_only(getattr(self, key)))


def pressure_pa(activation: Floats, *, full_kpa: float | None = None) -> Floats:
    """Pressure in the belly.

    Args:
        activation: Of transversus abdominis (T,), 0 to 1.
        full_kpa: Pressure of a full contraction, kPa; that of the table by default.

    Returns:
        Pressure (T,), pascals.
    """
    full = read_toml("trunk.toml").table("pressure").number("full_kpa") if full_kpa is None else full_kpa
    return np.asarray(activation, float) * full * KPA


def diaphragm_area_m2(body: Body) -> float:
    """Area that the pressure acts on, for this body's size."""
    x, _, z = body.segment_scale("thorax")
    return float(read_toml("trunk.toml").table("pressure").number("diaphragm_area_m2") * x * z)


def pressure_load(body: Body, values: Floats) -> PressureLoad:
    """How the pressure in the belly loads the body, for one pascal.

    Args:
        body: Any body.
        values: Coordinates (T, N), radians and metres.
    """
    values = np.atleast_2d(values)
    table, poses = read_toml("trunk.toml").table("pressure"), body.poses(values)

    def end(name: str) -> tuple[str, Floats]:
        segment = table.text(f"{name}_segment")
        position, rotation = poses.of(segment)
        return segment, position + rotation @ (np.array(table.numbers(f"{name}_at")) * body.segment_scale(segment))

    (upper, chest), (lower, pelvis) = end("diaphragm"), end("floor")
    line = chest - pelvis
    force = line / np.linalg.norm(line, axis=1)[:, None] * diaphragm_area_m2(body)
    none = np.zeros_like(force)
    given = body.load(values, upper, chest, force, none) + body.load(values, lower, pelvis, -force, none)
    levels = []
    for above, below in (("l1", "l2"), ("l2", "l3"), ("l3", "l4"), ("l4", "l5"), ("l5", "pelvis")):
        axis = poses.of(below)[1][:, :, 2]
        levels.append(np.einsum("ti,ti->t", axis, np.cross(chest - poses.of(above)[0], force)))
    return PressureLoad(chest, pelvis, force, given.generalized, np.stack(levels, axis=1), given.reaction)
