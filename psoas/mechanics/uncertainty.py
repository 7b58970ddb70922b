"""How far the psoas figures can be trusted: what pelvic markers and the choice of model leave open."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from psoas.body.anatomy.anatomy_tables import read_toml
from psoas.body.model.body import Body
from psoas.core.arrays import Floats, finite_rows
from psoas.core.sides import SIDES
from psoas.kinematics.motion import Motion
from psoas.mechanics.muscle_geometry import HIP, muscle_group

ANGLE_DEG = 5.0
"""Uncertainty of pelvic tilt, and so of the hip angle, from marker placement (source della_croce_2005: hip landmarks
vary by 15-20 mm over a pelvis about 0.2 m deep)."""
FRAMES = 60
"""Frames on which other models are tried; the spread changes slowly along a movement."""


@dataclass(frozen=True)
class Uncertainty:
    """Half-widths for one muscle of one side, metres: of a length, of the excursion, of the hip-flexion moment arm.

    A length carries the pelvis' placement error and the model's; in the excursion the placement error, which stays
    the same all along, drops out and the model's stays.
    """

    length: float
    excursion: float
    moment_arm: float


def _variants(body: Body) -> list[Body]:
    """The same person on other defensible models: the psoas nearer to or further from the hip, the other lumbar
    rhythm."""
    low, high = read_toml("psoas.toml").table("psoas").pair("wrap_radius_range_m")
    other = next(name for name in read_toml("rhythms.toml") if name != body.rhythm.name)
    wraps = [Body(body.person, scale=body.scale, lumbar_rhythm=body.rhythm.name, hip_wrap_m=r) for r in (low, high)]
    return [*wraps, Body(body.person, scale=body.scale, lumbar_rhythm=other)]


def _summary(body: Body, values: Floats, name: str, side: str) -> tuple[Floats, Floats]:
    """Change of whole length from standing (K,) and hip-flexion moment arm (K,), metres."""
    group = muscle_group(body, body.paths(values), name, side)
    standing = float(group.standing @ group.max_force / group.max_force.sum())
    return group.whole_length - standing, group.hip_arm[:, HIP.index("hip_flexion")]


def compute_uncertainties(motion: Motion) -> dict[tuple[str, str], Uncertainty]:
    """How far the psoas figures of a motion can be trusted.

    Args:
        motion: Coordinates on a body.

    Returns:
        Half-widths by (muscle, side); empty when no frame was seen.
    """
    values = motion.values[finite_rows(motion.values)]
    if not len(values):
        return {}
    values = values[np.unique(np.linspace(0, len(values) - 1, FRAMES).round().astype(int))]
    variants = _variants(motion.body)
    found = {}
    for name in ("psoas", "iliacus"):
        for side in SIDES:
            length, arm = _summary(motion.body, values, name, side)
            others = [_summary(v, values, name, side) for v in variants]
            model = max(float(np.abs(one - length).max()) for one, _ in others)
            swing = max(abs(float(np.ptp(one) - np.ptp(length))) for one, _ in others)
            lever = max(float(np.abs(one - arm).max()) for _, one in others)
            placement = float(np.abs(arm).mean()) * np.radians(ANGLE_DEG)
            found[name, side] = Uncertainty(float(np.hypot(model, placement)), swing, lever)
    return found
