"""From what each joint does to a line's length to moment arms about the coordinates that a person moves by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_matrix

from psoas.body.anatomy.anatomy_tables import Muscle, segments, wraps
from psoas.body.anatomy.coordinates import Expansion
from psoas.core.arrays import Bools, Floats, Ints


@dataclass(frozen=True)
class JointMuscleMap:
    """Which ``joint`` changes the length of which ``muscle`` (E,) and how (``terms``, see ``lines.jacobian``); of each
    such entry the ``coordinate``, the lumbar ``level``, upper first, and the place among joints that only carry
    (``reaction``), -1 for none; ``sizes`` counts muscles, coordinates and the last."""

    muscle: Ints
    joint: Ints
    terms: tuple[Ints, Ints, Floats]
    coordinate: Ints
    level: Ints
    reaction: Ints
    sizes: tuple[int, int, int]

    @classmethod
    def of(cls, expansion: Expansion, carries: csr_matrix, muscles: tuple[Muscle, ...], still: Ints) -> JointMuscleMap:
        """For a body with ``muscles``; ``carries`` as ``Body.carries``, ``still`` the joints that carry."""
        width = len(expansion.dofs)
        halves, owners = _halves(muscles)
        tail, head = _carried(expansion, carries)[halves].transpose(1, 0, 2)
        sign = head.astype(float) - tail
        # A joint changes a line when it moves one end of a piece of it and not the other.
        touched = np.zeros((len(muscles), width), bool)
        np.logical_or.at(touched, owners, sign != 0)
        muscle, joint = (np.ascontiguousarray(place) for place in touched.nonzero())
        entry = np.full(touched.shape, -1)
        entry[muscle, joint] = np.arange(len(muscle))
        half, by = sign.nonzero()
        terms = (np.searchsorted(half, np.arange(len(halves) + 1)), entry[owners[half], by], sign[half, by])
        level, reaction = np.full(width, -1), np.full(width, -1)
        for v, dof in enumerate(expansion.dofs):
            if dof.coordinate == "lumbar_extension":
                level[v] = expansion.rhythm.levels.index(dof.level)
        reaction[still] = np.arange(len(still))
        sizes = len(muscles), len(expansion.names), len(still)
        return cls(muscle, joint, terms, expansion.coordinate[joint], level[joint], reaction[joint], sizes)


def _halves(muscles: tuple[Muscle, ...]) -> tuple[Ints, Ints]:
    """Segments (2 K, 2) at both ends of each half of the K pieces of all lines, and the line (2 K,) of each half.

    A piece lies between two points; its halves meet on the wrap between them, or nowhere: then the second half stays
    on one segment, which no joint changes.
    """
    names = [segment.name for segment in segments()]
    on = {wrap.name: wrap.segment for wrap in wraps()}
    ends, owners = [], []
    for m, line in enumerate(muscles):
        for near, far in pairwise(line.path):
            last = names.index(far.segment)
            middle = names.index(on[near.wrap]) if near.wrap else last
            ends += [(names.index(near.segment), middle), (middle, last)]
            owners += [m, m]
    return np.array(ends), np.array(owners)


def _carried(expansion: Expansion, carries: csr_matrix) -> Bools:
    """Which joint carries which segment (S, V)."""
    found = np.zeros((carries.shape[0] // len(expansion.names), len(expansion.dofs)), bool)
    rows, joints = carries.nonzero()
    found[rows // len(expansion.names), joints] = True
    return found


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
