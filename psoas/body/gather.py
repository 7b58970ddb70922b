"""From MuJoCo's sparse tendon Jacobian to moment arms about the coordinates that a person moves by."""

from __future__ import annotations

from dataclasses import dataclass

import mujoco
import numpy as np
from scipy.sparse import csr_matrix

from psoas.arrays import Bools, Floats, Ints
from psoas.body.coordinates import Expansion
from psoas.body.tables import Muscle, segments, wraps

CHUNK = 64
"""Frames worked on at once: large enough to be fast, small enough to stay in cache."""


@dataclass(frozen=True)
class Gather:
    """Which of the Jacobian's ``entries`` matter and the ``joint`` of each, and how they add up: by coordinate (M * N),
    by lumbar level, upper level first (M * 5), and by the joints that only carry (M * R * 3)."""

    entries: Ints
    joint: Ints
    by_coordinate: csr_matrix
    by_level: csr_matrix
    by_reaction: csr_matrix

    @classmethod
    def of(
        cls, model: mujoco.MjModel, expansion: Expansion, carries: csr_matrix, muscles: tuple[Muscle, ...], still: Ints
    ) -> Gather:
        """For a model with ``muscles`` as tendons; ``carries`` as ``Body.carries``, ``still`` the joints that carry."""
        muscle, joint = np.repeat(np.arange(model.ntendon), model.ten_J_rownnz), np.asarray(model.ten_J_colind)
        keep = np.flatnonzero(_matters(expansion, carries, muscles)[muscle, joint])
        muscle, joint = muscle[keep], joint[keep]
        levels, reactions = np.full(model.nv, -1), np.full(model.nv, -1)
        for v, dof in enumerate(expansion.dofs):
            if dof.coordinate == "lumbar_extension":
                levels[v] = expansion.rhythm.levels.index(dof.level)
        reactions[still] = np.arange(len(still))

        def table(place: Ints, width: int) -> csr_matrix:
            used = np.flatnonzero(place >= 0)
            row = muscle[used] * width + place[used]
            return csr_matrix((np.ones(len(used)), (row, used)), shape=(model.ntendon * width, len(keep)))

        by = expansion.coordinate[joint]
        n = len(expansion.names)
        return cls(keep, joint, table(by, n), table(levels[joint], 5), table(reactions[joint], len(still)))


def _matters(expansion: Expansion, carries: csr_matrix, muscles: tuple[Muscle, ...]) -> Bools:
    """Which joint changes which path (M, V): one that carries some of the path's segments and not all."""
    names = [segment.name for segment in segments()]
    carried = np.zeros((len(names), len(expansion.dofs)), bool)
    rows, joints = carries.nonzero()
    carried[rows // len(expansion.names), joints] = True
    on = {wrap.name: wrap.segment for wrap in wraps()}
    found = np.empty((len(muscles), len(expansion.dofs)), bool)
    for m, line in enumerate(muscles):
        met = {p.segment for p in line.path} | {on[p.wrap] for p in line.path if p.wrap}
        moved = carried[[names.index(name) for name in met]]
        found[m] = moved.any(axis=0) & ~moved.all(axis=0)
    return found


def spread(gather: csr_matrix, entries: Floats) -> Floats:
    """``-gather @ entries`` for every frame (T, rows) of Jacobian ``entries`` (T, E), frames first in memory.

    Most rows are empty (a calf muscle has no arm at the hip), so only the others are worked on, a few frames at a time.
    """
    used = np.flatnonzero(np.diff(gather.indptr))
    small = gather[used]
    found = np.zeros((len(entries), gather.shape[0]))
    for low in range(0, len(entries), CHUNK):
        part = entries[low : low + CHUNK]
        found[low : low + CHUNK, used] = -(small @ part.T).T
    return found
