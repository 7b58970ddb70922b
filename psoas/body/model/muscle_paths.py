"""From what each joint does to a line's length to moment arms about the coordinates that a person moves by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from psoas.body.model.joint_muscle_map import JointMuscleMap
from psoas.core.arrays import Floats, Ints


@dataclass(frozen=True)
class MusclePaths:
    """Muscle geometry of T frames: ``length`` (T, M) metres at once, everything else worked out when asked for.

    ``jacobian`` (T, E) holds how length changes with joint for the entries of ``gather``, and ``slope`` (T, V) each
    joint's motion per unit of its coordinate. Moment arms are metres; + raises the coordinate, as OpenSim's.
    """

    length: Floats
    jacobian: Floats
    slope: Floats
    gather: JointMuscleMap

    def arms(self, rows: Ints) -> Floats:
        """Moment arms (T, len(rows), M) about some coordinates, in their order."""
        muscles, coordinates, _ = self.gather.sizes
        order = np.full(coordinates, -1)
        order[rows] = np.arange(len(rows))
        place = order[self.gather.coordinate]
        column = np.where(place < 0, -1, place * muscles + self.gather.muscle)
        return self._sum(column, len(rows) * muscles, self.slope, self.gather.joint).reshape(-1, len(rows), muscles)

    @cached_property
    def moment_arm(self) -> Floats:
        """Moment arms (T, M, N) about every coordinate."""
        muscles, coordinates, _ = self.gather.sizes
        column = self.gather.muscle * coordinates + self.gather.coordinate
        return self._sum(column, muscles * coordinates, self.slope, self.gather.joint).reshape(-1, muscles, coordinates)

    @cached_property
    def level_arm(self) -> Floats:
        """Moment arms (T, M, 5) about each lumbar level's own flexion axis, upper level first, + extension."""
        return self._by_muscle(self.gather.level, 5)

    @cached_property
    def reaction_arm(self) -> Floats:
        """Force (T, M, R, 3) that unit tension puts on the further segment of each of ``Body.reaction_names``, in the
        nearer one's axes."""
        muscles, _, still = self.gather.sizes
        return self._by_muscle(self.gather.reaction, still).reshape(-1, muscles, still // 3, 3)

    def pull(self, tension: Floats) -> Floats:
        """Force (T, R, 3) that all muscles with ``tension`` (T, M), newtons, put on the joints that only carry."""
        still = self.gather.sizes[2]
        return self._sum(self.gather.reaction, still, tension, self.gather.muscle).reshape(-1, still // 3, 3)

    def speed(self, velocity: Floats, coordinate: Ints) -> Floats:
        """Speed of lengthening (T, M), metres a second, for coordinates' ``velocity`` (T, N); ``coordinate`` (V,) is
        the one that each joint follows."""
        rate = self.slope * velocity[:, coordinate]
        return -self._sum(self.gather.muscle, self.gather.sizes[0], rate, self.gather.joint)

    def _by_muscle(self, place: Ints, width: int) -> Floats:
        """Entries at their ``place`` (E,) of ``width``, for every muscle (T, M, width)."""
        muscles = self.gather.sizes[0]
        column = np.where(place < 0, -1, self.gather.muscle * width + place)
        one = np.ones((len(self.jacobian), 1))
        return self._sum(column, muscles * width, one, np.zeros_like(column)).reshape(-1, muscles, width)

    def _sum(self, column: Ints, width: int, factor: Floats, of: Ints) -> Floats:
        """Minus the sums (T, width) of entries times ``factor[:, of]`` by ``column`` (E,), which is -1 for none."""
        from psoas.body.model.muscle_jacobian import sum_moment_arms

        found = np.zeros((len(self.jacobian), width))
        sum_moment_arms(self.jacobian, np.ascontiguousarray(factor), of, column, found)
        return np.negative(found, out=found)
