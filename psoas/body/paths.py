"""From MuJoCo's sparse tendon Jacobian to moment arms about the coordinates that a person moves by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

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
    """Which of the Jacobian's ``entries`` matter, the ``muscle`` and ``joint`` of each, and how they add up: by
    coordinate (M * N), by lumbar level, upper level first (M * 5), and by the joints that only carry (M * R * 3)."""

    entries: Ints
    muscle: Ints
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
        return cls(keep, muscle, joint, table(by, n), table(levels[joint], 5), table(reactions[joint], len(still)))


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


@dataclass(frozen=True)
class Paths:
    """Muscle geometry of T frames: ``length`` (T, M) metres at once, everything else worked out when asked for.

    ``jacobian`` (T, E) holds the entries of ``gather`` and ``slope`` (T, V) each joint's motion per unit of its
    coordinate. Moment arms are metres; + raises the coordinate, as OpenSim's.
    """

    length: Floats
    jacobian: Floats
    slope: Floats
    gather: Gather

    def arms(self, rows: Ints) -> Floats:
        """Moment arms (T, len(rows), M) about some coordinates, in their order."""
        muscles, n = self.length.shape[1], self.gather.by_coordinate.shape[0] // self.length.shape[1]
        table = self.gather.by_coordinate[(np.arange(muscles) * n + np.asarray(rows)[:, None]).reshape(-1)]
        return spread(table, self._by_coordinate).reshape(-1, len(rows), muscles)

    @cached_property
    def moment_arm(self) -> Floats:
        """Moment arms (T, M, N) about every coordinate."""
        return spread(self.gather.by_coordinate, self._by_coordinate).reshape(*self.length.shape, -1)

    @cached_property
    def level_arm(self) -> Floats:
        """Moment arms (T, M, 5) about each lumbar level's own flexion axis, upper level first, + extension."""
        return spread(self.gather.by_level, self.jacobian).reshape(*self.length.shape, 5)

    @cached_property
    def reaction_arm(self) -> Floats:
        """Force (T, M, R, 3) that unit tension puts on the further segment of each of ``Body.reaction_names``, in the
        nearer one's axes."""
        width = self.gather.by_reaction.shape[0] // self.length.shape[1] // 3
        return spread(self.gather.by_reaction, self.jacobian).reshape(*self.length.shape, width, 3)

    def pull(self, tension: Floats) -> Floats:
        """Force (T, R, 3) that all muscles with ``tension`` (T, M), newtons, put on the joints that only carry."""
        pulled = self.jacobian * tension[:, self.gather.muscle]
        width = self.gather.by_reaction.shape[0] // self.length.shape[1]
        row = self.gather.by_reaction.tocoo()
        table = csr_matrix((row.data, (row.row % width, row.col)), shape=(width, self.jacobian.shape[1]))
        return spread(table, pulled).reshape(len(pulled), -1, 3)

    def speed(self, velocity: Floats, coordinate: Ints) -> Floats:
        """Speed of lengthening (T, M), metres a second, for coordinates' ``velocity`` (T, N); ``coordinate`` (V,) is
        the one that each joint follows."""
        rate = (self.slope * velocity[:, coordinate])[:, self.gather.joint]
        starts = np.flatnonzero(np.diff(self.gather.muscle, prepend=-1))
        found = np.zeros(self.length.shape)
        found[:, self.gather.muscle[starts]] = np.add.reduceat(self.jacobian * rate, starts, axis=1)
        return found

    @cached_property
    def _by_coordinate(self) -> Floats:
        return self.jacobian * self.slope[:, self.gather.joint]


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
