"""Which joint changes the length of which muscle's line: worked out once for a body from its tables."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_matrix

from psoas.body.anatomy.anatomy_tables import Muscle, segments, wraps
from psoas.body.anatomy.coordinates import Expansion
from psoas.core.arrays import Bools, Floats, Ints


@dataclass(frozen=True)
class JointMuscleMap:
    """The E pairs of a muscle and a joint that changes its length.

    Args:
        muscle: Index of each pair's muscle (E,).
        joint: Index of each pair's joint (E,).
        terms: How the halves of the muscles' pieces add to the pairs: see ``fill_muscle_jacobian``.
        coordinate: Index of the coordinate that each pair's joint follows (E,).
        level: Lumbar level of each pair's joint (E,), upper first; -1 for none.
        reaction: Place of each pair's joint among the joints that only transmit force (E,); -1 for none.
        sizes: How many muscles, coordinates and joints that only transmit force there are.
    """

    muscle: Ints
    joint: Ints
    terms: tuple[Ints, Ints, Floats]
    coordinate: Ints
    level: Ints
    reaction: Ints
    sizes: tuple[int, int, int]

    @classmethod
    def of(cls, expansion: Expansion, carries: csr_matrix, muscles: tuple[Muscle, ...], still: Ints) -> JointMuscleMap:
        """The pairs of a body.

        Args:
            expansion: From coordinates to joints.
            carries: As ``Body.carries``.
            muscles: All muscle lines of the body.
            still: Indices of the joints that never move and only transmit force.
        """
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
