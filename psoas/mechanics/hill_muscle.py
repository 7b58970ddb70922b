"""What a muscle can pull: Hill's model with a rigid tendon, by the curves of De Groote 2016."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from psoas.body.anatomy.muscle_architecture import MuscleArchitecture
from psoas.core.arrays import Floats, read_only

ACTIVE = (
    (0.8150671134243542, 1.055033428970575, 0.162384573599574, 0.063303448465465),
    (0.433004984392647, 0.716775413397760, -0.029947116970696, 0.200356847296188),
    (0.1, 1.0, 0.353553390593274, 0.0),
)
"""Three bell curves (height, centre, width, widening) whose sum is the active force-length curve, 1 at optimal length
(source degroote2016, supplement S1; first height as refitted for that)."""
VELOCITY = (-8.149156043475250, -0.374121508647863)
"""Force-velocity curve d2, d3 (source degroote2016, supplement S1); d1 and d4 are those that make it exactly 0 at the
fastest shortening and 1 at rest, where the published ones leave 0.011 and 1.002."""
LONGEST_AT_REST = 1.25
"""Fibre length over its optimum in the longest of the named postures, as far as passive force goes (assumed)."""
FASTEST = 10.0
"""Optimal lengths a second at which an active fibre pulls nothing (source arnold2010: 10)."""


@dataclass(frozen=True)
class MuscleCapacity:
    """Along the tendon, newtons (T, M): ``active`` at full activation, ``passive`` at none."""

    active: Floats
    passive: Floats

    def __post_init__(self) -> None:
        for key in ("active", "passive"):
            object.__setattr__(self, key, read_only(getattr(self, key)))


def active_force_length(fibre: Floats) -> Floats:
    """Active force over its greatest, for fibre length over its optimum (any shape)."""
    return np.asarray(sum(b1 * np.exp(-0.5 * ((fibre - b2) / (b3 + b4 * fibre)) ** 2) for b1, b2, b3, b4 in ACTIVE))


def force_velocity(speed: Floats) -> Floats:
    """Force over isometric force, for fibre speed over the fastest shortening (+ lengthening); 0 at -1, 1 at rest; flat
    beyond -1 and 1."""
    d2, d3 = VELOCITY
    rest, fastest = np.arcsinh(d3), np.arcsinh(d3 - d2)
    curve = np.arcsinh(d2 * np.clip(speed, -1.0, 1.0) + d3)
    return np.asarray((curve - fastest) / (rest - fastest))


def passive_ease(built: MuscleArchitecture, longest: Floats) -> Floats:
    """Factor (M,) on passive strain that keeps a muscle as long as ``longest`` (M,), metres, at ``LONGEST_AT_REST``.

    A rigid tendon lets fibres of two-joint muscles reach lengths whose passive force no one measures; tendon and fibre
    would share that stretch.
    """
    return np.minimum(1.0, (LONGEST_AT_REST - 1.0) / np.maximum(built.normalised_fibre(longest) - 1.0, 1e-9))


def muscle_capacity(
    built: MuscleArchitecture, length: Floats, velocity: Floats, *, strength: float = 1.0, ease: Floats | float = 1.0
) -> MuscleCapacity:
    """What each muscle can pull.

    Args:
        built: Fibre, tendon and force of the muscles.
        length: Lengths of the whole lines (T, M), metres.
        velocity: Their change (T, M), metres a second, + lengthening.
        strength: Factor on every maximal force.
        ease: Factor on every passive strain (M,).

    Returns:
        Forces (T, M), newtons. A fibre that its tendon turns by more than 84 degrees pulls nothing along it.
    """
    along = built.fibre_along(length)
    fibre = built.normalised_fibre(length)
    cosine = np.clip(along / (fibre * built.optimal_fibre), 0.0, 1.0)
    speed = velocity * cosine / (FASTEST * built.optimal_fibre)
    force = built.max_force * strength
    active = force * active_force_length(fibre) * force_velocity(speed) * np.where(cosine > 0.1, cosine, 0.0)
    return MuscleCapacity(active, strength * built.passive_force(length, ease=ease))
