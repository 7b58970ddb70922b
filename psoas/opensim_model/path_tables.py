"""Muscle paths of a model as the tables that the compiled kernel walks through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from psoas.core.arrays import Floats, Ints
from psoas.opensim_model.coordinate_functions import CoordinateFunction, chain
from psoas.opensim_model.joint_tree import JointTree
from psoas.opensim_model.model_parts import ModelMuscle, ModelParts, PathPointPart

Switches = NDArray[np.uint8]
KINDS = ("cylinder", "sphere", "ellipsoid", "torus")
METHODS = ("hybrid", "midpoint", "axial")
ROUNDING = 1e-5
"""A conditional point is used this far beyond its range, radians or metres, as OpenSim does."""


@dataclass(frozen=True)
class MovingPoint:
    """A point whose three numbers follow coordinates in a frame of its body."""

    place: Ints
    functions: tuple[CoordinateFunction, ...]
    at: Floats
    turn: Floats


@dataclass(frozen=True)
class PathTables:
    """All paths of a model; the fields are those of ``trace_paths``."""

    local: Floats
    on: Ints
    moving: Ints
    moved_by: Ints
    moved_turn: Floats
    moved_at: Floats
    first: Ints
    first_wrap: Ints
    wraps: Ints
    surfaces: Ints
    surface_turn: Floats
    surface_at: Floats
    surface_size: Floats
    first_up: Ints
    up: Ints
    movers: tuple[MovingPoint, ...]
    conditions: tuple[tuple[int, str, float, float], ...]

    @classmethod
    def of(cls, parts: ModelParts, tree: JointTree) -> PathTables:
        """The tables of a model."""
        points = [point for muscle in parts.muscles for point in muscle.points]
        wraps = [wrap for muscle in parts.muscles for wrap in muscle.wraps]
        moving, movers = np.full(len(points), -1), list[MovingPoint]()
        for i, point in enumerate(points):
            if point.moving:
                moving[i] = len(movers)
                movers.append(_mover(point, tree))
        conditions = tuple((i, p.active_while, *p.active_range) for i, p in enumerate(points) if p.active_while)
        ups = [_changing(muscle, parts, tree) for muscle in parts.muscles]
        surfaces = parts.surfaces
        return cls(
            np.array([point.at for point in points]).reshape(-1, 3),
            np.array([tree.bodies.index(point.frame.body) for point in points], dtype=np.intp),
            moving,
            np.array([one.place for one in movers], dtype=np.intp).reshape(-1, 3),
            np.array([one.turn for one in movers]).reshape(-1, 3, 3),
            np.array([one.at for one in movers]).reshape(-1, 3),
            _starts([len(muscle.points) for muscle in parts.muscles]),
            _starts([len(muscle.wraps) for muscle in parts.muscles]),
            _table([[wrap.surface, wrap.first, wrap.last, METHODS.index(wrap.method)] for wrap in wraps]),
            _table([[KINDS.index(s.kind), tree.bodies.index(s.frame.body), s.axis, s.side] for s in surfaces]),
            np.array([s.frame.rotation for s in surfaces]).reshape(-1, 3, 3),
            np.array([s.frame.position for s in surfaces]).reshape(-1, 3),
            np.array([s.size for s in surfaces]).reshape(-1, 3),
            _starts([len(one) for one in ups]),
            np.array([b for one in ups for b in one], dtype=np.intp),
            tuple(movers),
            conditions,
        )

    def trace(self, tree: JointTree, values: Floats) -> tuple[Floats, Floats]:
        """Lengths (T, M) and their gradient (T, M, N) by the coordinates (T, N)."""
        from psoas.opensim_model.path_kernel import trace_paths

        placed, active = tree.place(values), self._active(tree, values)
        moved, moved_slope = self._moved(values)
        length = np.zeros((len(values), len(self.first) - 1))
        gradient = np.zeros((*length.shape, len(tree.names)))
        trace_paths(
            placed.position, placed.rotation, placed.motion, np.ascontiguousarray(placed.slope), self.local, self.on,
            self.moving, moved, moved_slope, self.moved_by, self.moved_turn, self.moved_at, active, self.first,
            self.first_wrap, self.wraps, self.surfaces, self.surface_turn, self.surface_at, self.surface_size,
            tree.parent, tree.first, tree.coordinate, self.first_up, self.up, length, gradient,
        )  # fmt: skip
        return length, gradient

    def _moved(self, values: Floats) -> tuple[Floats, Floats]:
        """Places (T, K, 3) of the moving points in their own frames' axes, and their derivatives."""
        moved, slope = np.zeros((len(values), len(self.movers), 3)), np.zeros((len(values), len(self.movers), 3))
        for k, one in enumerate(self.movers):
            for j, function in enumerate(one.functions):
                moved[:, k, j], slope[:, k, j], _ = function(values[:, one.place[j]])
        return moved, slope

    def _active(self, tree: JointTree, values: Floats) -> Switches:
        """Which points are used (T, P), ones and zeros."""
        active = np.ones((len(values), len(self.on)), np.uint8)
        for i, name, low, high in self.conditions:
            at, _ = tree.value_of(name, values)
            active[:, i] = (at >= low - ROUNDING) & (at <= high + ROUNDING)
        return active


def _mover(point: PathPointPart, tree: JointTree) -> MovingPoint:
    followed = [tree.followed[name] for name, _ in point.moving]
    functions = tuple(chain(function, one.function) for (_, function), one in zip(point.moving, followed, strict=True))
    place = np.array([one.place for one in followed], dtype=np.intp)
    return MovingPoint(place, functions, point.frame.position, point.frame.rotation)


def _starts(counts: Sequence[int]) -> Ints:
    """Where each of a row of stretches begins, and where the last ends."""
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.intp)


def _table(rows: list[list[int]]) -> Ints:
    return np.array(rows, dtype=np.intp).reshape(-1, 4)


def _changing(muscle: ModelMuscle, parts: ModelParts, tree: JointTree) -> list[int]:
    """Bodies, children first, whose joints can change a muscle's length: those between the bodies that it lies on and
    the last that carries all of them."""
    held = {tree.bodies.index(point.frame.body) for point in muscle.points}
    held |= {tree.bodies.index(parts.surfaces[wrap.surface].frame.body) for wrap in muscle.wraps}
    ways = [_way_in(b, tree) for b in held]
    common = set.intersection(*(set(way) for way in ways))
    return sorted({b for way in ways for b in way} - common, reverse=True)


def _way_in(body: int, tree: JointTree) -> list[int]:
    way = []
    while body >= 0:
        way.append(body)
        body = int(tree.parent[body])
    return way
