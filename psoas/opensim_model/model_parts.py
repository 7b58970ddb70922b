"""The parts of a model as its file names them: frames, joints, points, wraps, muscles and markers, checked once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from psoas.core.arrays import Floats, read_only
from psoas.core.message import Message
from psoas.opensim_model.coordinate_functions import CoordinateFunction

GROUND = "ground"
"""Name of the body that never moves."""


@dataclass(frozen=True)
class Frame:
    """A place on a body: ``position`` (3,) metres and ``rotation`` (3, 3), from the frame to the body."""

    body: str
    position: Floats
    rotation: Floats

    def __post_init__(self) -> None:
        for key in ("position", "rotation"):
            object.__setattr__(self, key, read_only(getattr(self, key)))

    def within(self, position: Floats, rotation: Floats) -> Frame:
        """A frame placed in this one."""
        return Frame(self.body, self.position + self.rotation @ position, self.rotation @ rotation)

    def locate(self, point: Floats) -> Floats:
        """A point (3,) of this frame in the body's."""
        return np.asarray(self.position + self.rotation @ point)


@dataclass(frozen=True)
class ModelBody:
    """A rigid body: ``mass`` kg, its ``centre`` (3,) metres and ``inertia`` (3, 3) about it, kg m2."""

    name: str
    mass: float
    centre: Floats
    inertia: Floats


@dataclass(frozen=True)
class ModelCoordinate:
    """A coordinate of a joint: radians where it turns, else metres. ``clamped`` keeps it in its range, ``locked`` at
    its default."""

    name: str
    turns: bool
    low: float
    high: float
    default: float
    clamped: bool
    locked: bool


@dataclass(frozen=True)
class AxisMove:
    """One turn about, or shift along, an ``axis`` (3,) by a ``function`` of one coordinate."""

    turns: bool
    axis: Floats
    coordinate: str
    function: CoordinateFunction


@dataclass(frozen=True)
class ModelJoint:
    """A joint: the child's frame moves in the parent's, shifts first, then turns one after another; ``rest`` is a
    constant move before them, ``tail`` (3, 3) a constant turn after."""

    name: str
    kind: str
    parent: Frame
    child: Frame
    moves: tuple[AxisMove, ...]
    rest: Floats
    tail: Floats


@dataclass(frozen=True)
class Coupler:
    """``dependent`` follows ``function`` of another coordinate."""

    name: str
    dependent: str
    independent: str
    function: CoordinateFunction


@dataclass(frozen=True)
class PathPointPart:
    """A point of a path at ``at`` (3,) in a body's frame, metres.

    A conditional one is used while ``active_while`` lies in ``active_range``; a moving one has a function of a
    coordinate for each of its three numbers in ``frame``.
    """

    name: str
    frame: Frame
    at: Floats
    active_while: str = ""
    active_range: tuple[float, float] = (0.0, 0.0)
    moving: tuple[tuple[str, CoordinateFunction], ...] = ()


@dataclass(frozen=True)
class WrapSurface:
    """A surface that paths bend over, in its own ``frame``.

    ``kind`` is cylinder, sphere, ellipsoid or torus; ``size`` (3,) metres: radius and length, radius, half axes, inner
    and outer radius. ``side`` is the sign of the half that may be used along ``axis`` 0 to 2, and 0 for all.
    """

    name: str
    kind: str
    frame: Frame
    size: Floats
    axis: int
    side: int


@dataclass(frozen=True)
class PathWrapPart:
    """One muscle's use of a surface between its points ``first`` and ``last``, counted from 0."""

    surface: int
    first: int
    last: int
    method: str


@dataclass(frozen=True)
class ModelMuscle:
    """A muscle or ligament line: newtons, metres and radians."""

    name: str
    kind: str
    points: tuple[PathPointPart, ...]
    wraps: tuple[PathWrapPart, ...]
    max_force: float
    optimal_fibre: float
    tendon_slack: float
    pennation: float


@dataclass(frozen=True)
class ModelMarker:
    """A marker at ``at`` (3,) on a body, metres."""

    name: str
    body: str
    at: Floats


@dataclass(frozen=True)
class ModelParts:
    """A whole model; ``left_out`` has one message for each thing in the file that is not used."""

    name: str
    version: int
    bodies: tuple[ModelBody, ...]
    joints: tuple[ModelJoint, ...]
    coordinates: tuple[ModelCoordinate, ...]
    couplers: tuple[Coupler, ...]
    surfaces: tuple[WrapSurface, ...]
    muscles: tuple[ModelMuscle, ...]
    markers: tuple[ModelMarker, ...]
    gravity: Floats
    left_out: tuple[Message, ...]
