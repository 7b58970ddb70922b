"""Muscle architecture for one body: fibre and slack lengths that follow from published fibre and sarcomere lengths.

Rule for psoas and iliacus: a line's optimal fibre is the published mean times (1/2 + 1/2 L_i / L_mean), L_i its path in
standing, so that the force-weighted mean is the published one; the tendon's slack length is what makes the standing
fibre equal the sarcomere length measured in the anatomical position over the optimal one (Ward 2009). Rigid tendon;
constant width.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from psoas.body.anatomy.anatomy_tables import Muscle, read_toml
from psoas.core.arrays import Floats, read_only
from psoas.core.sides import SUFFIXES

PASSIVE_STIFFNESS = 4.0
PASSIVE_STRAIN = 0.6
"""Shape of the passive force-length curve and its strain at maximal force: De Groote 2016, equation 3 (source
degroote2016)."""


@dataclass(frozen=True)
class MuscleArchitecture:
    """Arrays (M,) in the order of ``Body.muscle_names``: newtons, metres, radians."""

    max_force: Floats
    optimal_fibre: Floats
    tendon_slack: Floats
    pennation: Floats

    def __post_init__(self) -> None:
        for key in ("max_force", "optimal_fibre", "tendon_slack", "pennation"):
            object.__setattr__(self, key, read_only(getattr(self, key)))

    def fibre_along(self, length: Floats) -> Floats:
        """Fibre length projected on the tendon (..., M), metres, for muscle lengths (..., M), tendon rigid."""
        return length - self.tendon_slack

    def normalised_fibre(self, length: Floats) -> Floats:
        """Fibre length over its optimum (..., M); the fibre's width stays constant."""
        width = self.optimal_fibre * np.sin(self.pennation)
        return np.hypot(self.fibre_along(length), width) / self.optimal_fibre

    def passive_force(self, length: Floats, *, ease: Floats | float = 1.0) -> Floats:
        """Passive force along the tendon (..., M), newtons; 0 below optimal fibre length. ``ease`` (M,) scales the
        strain."""
        fibre = self.normalised_fibre(length)
        strain = ease * np.maximum(fibre - 1.0, 0.0) / PASSIVE_STRAIN
        force = np.expm1(PASSIVE_STIFFNESS * strain) / np.expm1(PASSIVE_STIFFNESS)
        cosine = self.fibre_along(length) / (fibre * self.optimal_fibre)
        return np.asarray(self.max_force * force * cosine)


def scale_architecture(rows: tuple[Muscle, ...], standing: Floats, reference: Floats) -> MuscleArchitecture:
    """Architecture of ``rows`` for path lengths ``standing`` (M,) of this body and ``reference`` (M,) of the
    reference body, metres."""
    force = np.array([m.max_force for m in rows])
    size = standing / reference
    fibre = np.array([m.optimal_fibre for m in rows]) * size
    slack = np.array([m.tendon_slack for m in rows]) * size
    pennation = np.array([m.pennation for m in rows])
    table = read_toml("psoas.toml")
    for group in ("psoas", "iliacus"):
        own = table.table(group).table("architecture")
        for side in SUFFIXES:
            of = np.array([m.group == group and m.name.endswith(side) for m in rows])
            mean = np.average(standing[of], weights=force[of])
            grown = mean / np.average(reference[of], weights=force[of])
            fibre[of] = own.number("optimal_fibre_m") * grown * (0.5 + 0.5 * standing[of] / mean)
            normalised = own.number("sarcomere_um") / table.table("sarcomere").number("optimal_um")
            along = np.sqrt(normalised**2 - np.sin(pennation[of]) ** 2) * fibre[of]
            slack[of] = standing[of] - along
    return MuscleArchitecture(force, fibre, slack, pennation)
