"""The body that an imported model becomes: poses, forces, lengths and moment arms for many poses at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.sparse import csr_matrix

from psoas.body.anatomy.coordinates import Coordinate
from psoas.body.model.body import Poses
from psoas.body.model.required_forces import RequiredForces
from psoas.core.arrays import Floats, Ints, read_only
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.opensim_model.joint_tree import JointTree
from psoas.opensim_model.model_parts import ModelMuscle, ModelParts
from psoas.opensim_model.path_tables import PathTables

OPEN_ANGLE, OPEN_SHIFT = 4 * np.pi, 100.0
"""Limits of a coordinate that its model does not keep in its range: radians and metres (assumed: none in practice)."""
BATCH = 512
"""Poses traced side by side: memory stays flat."""


@dataclass(frozen=True)
class ModelPaths:
    """Muscle geometry of T poses: ``length`` (T, M) and ``moment_arm`` (T, M, N), metres; + raises the coordinate with
    all that follows it, as OpenSim's."""

    length: Floats
    moment_arm: Floats

    def speed(self, velocity: Floats) -> Floats:
        """Speed of lengthening (T, M), metres a second, for coordinates' ``velocity`` (T, N)."""
        return np.asarray(-np.einsum("tmn,tn->tm", self.moment_arm, velocity))


class ImportedBody:
    """An imported model as a body. Coordinates are arrays (N,) or (T, N), radians and metres: those of the model that
    follow no other, in its order."""

    def __init__(self, parts: ModelParts) -> None:
        self.parts = parts
        self.tree = JointTree.of(parts)
        self.coordinate_names = self.tree.names
        self.segment_names = self.tree.bodies
        self.muscles: tuple[ModelMuscle, ...] = parts.muscles
        self.muscle_names = tuple(one.name for one in parts.muscles)
        self._own = {one.name: one for one in parts.coordinates}

    def coordinate_index(self, name: str) -> int:
        """Position of a coordinate; ``InputError`` lists the known names."""
        if name not in self.coordinate_names:
            known = ", ".join(self.coordinate_names)
            raise InputError(message("anatomy.coordinate_index_unknown", name=name, known=known))
        return self.coordinate_names.index(name)

    @cached_property
    def coordinates(self) -> tuple[Coordinate, ...]:
        """The coordinates in the form of our body's."""
        found = []
        for name, (low, high) in zip(self.coordinate_names, self.limits.tolist(), strict=True):
            own = self._own[name]
            found.append(Coordinate(name, name, "", "", own.turns, low, high, own.default, np.inf, np.radians(5.0), ()))
        return tuple(found)

    def default_values(self) -> Floats:
        """The model's default pose (N,)."""
        return np.array([self._own[name].default for name in self.coordinate_names])

    @cached_property
    def ranges(self) -> Floats:
        """Range of each coordinate as the file gives it (N, 2)."""
        return read_only([[self._own[name].low, self._own[name].high] for name in self.coordinate_names])

    @cached_property
    def limits(self) -> Floats:
        """Limits of each coordinate (N, 2): its range where the model keeps it there, else none in practice."""
        found = []
        for name in self.coordinate_names:
            own = self._own[name]
            wide = OPEN_ANGLE if own.turns else OPEN_SHIFT
            found.append([own.low, own.high] if own.clamped and own.low < own.high else [-wide, wide])
        return read_only(found)

    @property
    def locked(self) -> tuple[str, ...]:
        """Coordinates that the model holds at their default."""
        return tuple(name for name in self.coordinate_names if self._own[name].locked)

    # -- poses

    @property
    def joint_coordinate(self) -> Ints:
        """Which coordinate drives each move of the tree (V,)."""
        return self.tree.coordinate

    @property
    def joint_tree(self) -> tuple[Ints, Ints]:
        """The next move towards the room of each move (V,), -1 for none, and the last that carries each segment."""
        return self.tree.next_in, self.tree.last_move

    @cached_property
    def carries(self) -> csr_matrix:
        """Which move carries which segment for which coordinate: (S * N, V), ones and zeros."""
        n, (next_in, last) = len(self.coordinate_names), self.joint_tree
        rows, columns = [], []
        for s in range(len(self.segment_names)):
            v = int(last[s])
            while v >= 0:
                rows.append(s * n + int(self.tree.coordinate[v]))
                columns.append(v)
                v = int(next_in[v])
        return csr_matrix(
            (np.ones(len(rows)), (rows, columns)), shape=(len(self.segment_names) * n, len(self.tree.coordinate))
        )

    def poses(self, values: Floats) -> Poses:
        """Where every segment is, for coordinates (T, N)."""
        placed = self.tree.place(np.atleast_2d(values))
        return Poses(self.segment_names, placed.position, placed.rotation)

    def motion_axes(self, values: Floats) -> tuple[Poses, Floats]:
        """Poses, and how each move, per unit of its coordinate, moves what it carries (T, V, 6): see
        ``Body.motion_axes``."""
        placed = self.tree.place(np.atleast_2d(values))
        return Poses(self.segment_names, placed.position, placed.rotation), placed.motion * placed.slope[..., None]

    # -- forces

    @property
    def mass_kg(self) -> float:
        """Total mass of the model."""
        return float(sum(one.mass for one in self.parts.bodies))

    @property
    def reaction_names(self) -> tuple[str, ...]:
        """Joints whose contact force is computed: none."""
        return ()

    def inverse_dynamics(self, values: Floats, velocity: Floats, acceleration: Floats) -> RequiredForces:
        """Forces that make the model move, gravity included, with nothing touching it; arguments (T, N)."""
        force = self.tree.required(values, velocity, acceleration)
        return RequiredForces(force, np.zeros((len(force), 0, 3)))

    def loads(self, values: Floats, given: Iterable[tuple[str, Floats, Floats, Floats]]) -> RequiredForces:
        """What several forces need, each a segment, point (T, 3), force and torque (T, 3) in the room's axes."""
        _, axes = self.motion_axes(values)
        n = len(self.coordinate_names)
        found = np.zeros((len(axes), n))
        for segment, point, force, torque in given:
            wrench = np.concatenate([np.cross(point, force) + torque, force], axis=1)
            s = self.segment_names.index(segment)
            power = np.asarray((axes @ wrench[..., None])[..., 0])
            found += power @ self.carries[s * n : (s + 1) * n].toarray().T
        return RequiredForces(found, np.zeros((len(found), 0, 3)))

    # -- muscles

    @cached_property
    def _tables(self) -> PathTables:
        return PathTables.of(self.parts, self.tree)

    def paths(self, values: Floats) -> ModelPaths:
        """Lengths and moment arms of every muscle, for coordinates (T, N)."""
        values = np.atleast_2d(values)
        parts = [self._tables.trace(self.tree, values[i : i + BATCH]) for i in range(0, max(len(values), 1), BATCH)]
        length, gradient = (np.concatenate([part[k] for part in parts]) for k in (0, 1))
        return ModelPaths(length, np.negative(gradient, out=gradient))
