"""The tree of a model's joints as tables, and from coordinates to its moves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from psoas.core.arrays import Floats, Ints
from psoas.opensim_model.coordinate_functions import IDENTITY, CoordinateFunction, PolynomialCurve, chain
from psoas.opensim_model.model_parts import GROUND, AxisMove, ModelParts


@dataclass(frozen=True)
class PlacedBodies:
    """Bodies and moves in T poses: ``position`` (T, B, 3), ``rotation`` (T, B, 3, 3), ``motion`` (T, V, 6) per unit of
    each move, ``slope`` (T, V) of each move per unit of its coordinate."""

    position: Floats
    rotation: Floats
    motion: Floats
    slope: Floats


@dataclass(frozen=True)
class FollowedCoordinate:
    """What a coordinate of the model is: a free one, by its place, through a function."""

    place: int
    function: CoordinateFunction


@dataclass(frozen=True)
class JointTree:
    """Bodies from ground outwards, each hung on a parent by moves, one after another; ``names`` are the coordinates
    that follow no other."""

    bodies: tuple[str, ...]
    names: tuple[str, ...]
    followed: dict[str, FollowedCoordinate]
    parent: Ints
    near_turn: Floats
    near_at: Floats
    far_turn: Floats
    far_at: Floats
    first: Ints
    turns: Ints
    axis: Floats
    coordinate: Ints
    functions: tuple[CoordinateFunction, ...]
    mass: Floats
    centre: Floats
    inertia: Floats
    gravity: Floats

    @classmethod
    def of(cls, parts: ModelParts) -> JointTree:
        """The tables of a model."""
        names, followed = _follow(parts)
        bodies = (GROUND, *(joint.child.body for joint in parts.joints))
        held = {one.name: one for one in parts.bodies}
        parent = [-1, *(bodies.index(joint.parent.body) for joint in parts.joints)]
        near_turn, near_at, far_turn, far_at = [np.eye(3)], [np.zeros(3)], [np.eye(3)], [np.zeros(3)]
        first, moves = [0, 0], list[AxisMove]()
        for joint in parts.joints:
            near_turn.append(joint.parent.rotation)
            near_at.append(joint.parent.locate(joint.rest))
            far_turn.append(joint.tail @ joint.child.rotation.T)
            far_at.append(-far_turn[-1] @ joint.child.position)
            moves += joint.moves
            first.append(len(moves))
        by = [followed[move.coordinate] for move in moves]
        mass = np.array([held[name].mass if name in held else 0.0 for name in bodies])
        return cls(
            bodies, names, followed, np.array(parent), np.array(near_turn), np.array(near_at), np.array(far_turn),
            np.array(far_at), np.array(first), np.array([int(move.turns) for move in moves], dtype=np.intp),
            np.array([move.axis for move in moves]).reshape(-1, 3),
            np.array([one.place for one in by], dtype=np.intp),
            tuple(chain(move.function, one.function) for move, one in zip(moves, by, strict=True)),
            mass, np.array([held[name].centre if name in held else np.zeros(3) for name in bodies]),
            np.array([held[name].inertia if name in held else np.zeros((3, 3)) for name in bodies]),
            np.asarray(parts.gravity),
        )  # fmt: skip

    @cached_property
    def next_in(self) -> Ints:
        """The next move towards the room of each move (V,), -1 for none."""
        found = np.full(len(self.coordinate), -1)
        for b in range(1, len(self.bodies)):
            last = self.last_move[self.parent[b]]
            for v in range(self.first[b], self.first[b + 1]):
                found[v], last = last, v
        return found

    @cached_property
    def last_move(self) -> Ints:
        """The last move that carries each body (B,), -1 for none."""
        found = np.full(len(self.bodies), -1)
        for b in range(1, len(self.bodies)):
            found[b] = self.first[b + 1] - 1 if self.first[b + 1] > self.first[b] else found[self.parent[b]]
        return found

    @cached_property
    def _straight(self) -> tuple[Floats, Floats, Ints]:
        """Slope and level (V,) of the moves that are straight lines, 0 for the others, which come third."""
        slope, level, bent = np.zeros(len(self.functions)), np.zeros(len(self.functions)), []
        for v, function in enumerate(self.functions):
            line = function.straight if isinstance(function, PolynomialCurve) else None
            if line is None:
                bent.append(v)
            else:
                slope[v], level[v] = line
        return slope, level, np.array(bent, dtype=np.intp)

    def expand(self, values: Floats) -> tuple[Floats, Floats, Floats]:
        """Moves (T, V) for coordinates (T, N), with the first and second derivative by the coordinate."""
        slope, level, bent = self._straight
        moved = values[:, self.coordinate] * slope + level
        rise, bend = np.tile(slope, (len(values), 1)), np.zeros_like(moved)
        for v in bent:
            moved[:, v], rise[:, v], bend[:, v] = self.functions[v](values[:, self.coordinate[v]])
        return moved, rise, bend

    def value_of(self, name: str, values: Floats) -> tuple[Floats, Floats]:
        """Any coordinate of the model (T,) for the free ones (T, N), with its derivative by the one it follows."""
        one = self.followed[name]
        value, slope, _ = one.function(values[:, one.place])
        return value, slope

    def place(self, values: Floats) -> PlacedBodies:
        """Where all bodies are for coordinates (T, N)."""
        moved, slope, _ = self.expand(values)
        return self._place(moved, slope)

    def _place(self, moved: Floats, slope: Floats) -> PlacedBodies:
        from psoas.opensim_model.tree_kernels import place_bodies

        count, size = len(moved), len(self.bodies)
        position, rotation = np.empty((count, size, 3)), np.empty((count, size, 3, 3))
        motion = np.empty((*moved.shape, 6))
        place_bodies(
            self.parent, self.near_turn, self.near_at, self.far_turn, self.far_at, self.first, self.turns, self.axis,
            np.ascontiguousarray(moved), position, rotation, motion,
        )  # fmt: skip
        return PlacedBodies(position, rotation, motion, slope)

    def required(self, values: Floats, velocity: Floats, acceleration: Floats) -> Floats:
        """Generalized forces (T, N) that a movement asks for, gravity included."""
        from psoas.opensim_model.tree_kernels import required_by_motion

        moved, slope, bend = self.expand(values)
        placed = self._place(moved, slope)
        by = self.coordinate
        rate = slope * velocity[:, by]
        change = slope * acceleration[:, by] + bend * velocity[:, by] ** 2
        force = np.empty(moved.shape)
        required_by_motion(
            self.parent, self.first, self.mass, self.centre, self.inertia, self.gravity, placed.position,
            placed.rotation, placed.motion, np.ascontiguousarray(rate), np.ascontiguousarray(change), force,
        )  # fmt: skip
        return np.asarray((force * slope) @ self.by_coordinate)

    @cached_property
    def by_coordinate(self) -> Floats:
        """Sums moves into coordinates (V, N)."""
        table = np.zeros((len(self.coordinate), len(self.names)))
        table[np.arange(len(table)), self.coordinate] = 1.0
        return table


def _follow(parts: ModelParts) -> tuple[tuple[str, ...], dict[str, FollowedCoordinate]]:
    """Names of the free coordinates, and of every coordinate what it follows."""
    coupled = {one.dependent for one in parts.couplers}
    names = tuple(one.name for one in parts.coordinates if one.name not in coupled)
    followed = {name: FollowedCoordinate(i, IDENTITY) for i, name in enumerate(names)}
    for one in parts.couplers:
        leader = followed[one.independent]
        followed[one.dependent] = FollowedCoordinate(leader.place, chain(one.function, leader.function))
    return names, followed
