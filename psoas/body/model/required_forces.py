"""Forces that a movement or a load needs at every joint."""

from __future__ import annotations

from dataclasses import dataclass

from psoas.core.arrays import Floats


@dataclass(frozen=True)
class RequiredForces:
    """Forces that a movement or a load asks for: ``generalized`` (T, N), N m for angles and N for shifts, and
    ``reaction`` (T, R, 3), N, on the further segment of each of ``Body.reaction_names``, in the nearer one's axes."""

    generalized: Floats
    reaction: Floats

    def __add__(self, other: RequiredForces) -> RequiredForces:
        return RequiredForces(self.generalized + other.generalized, self.reaction + other.reaction)

    def __sub__(self, other: RequiredForces) -> RequiredForces:
        return RequiredForces(self.generalized - other.generalized, self.reaction - other.reaction)
