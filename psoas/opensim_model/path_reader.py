"""Paths of a model file: surfaces, points that are fixed, conditional or moving, and the muscles that own them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.core.name_lists import quoted
from psoas.opensim_model.coordinate_functions import PolynomialCurve, read_function
from psoas.opensim_model.frame_registry import FrameRegistry, last_part, placement, socket
from psoas.opensim_model.model_parts import Frame, ModelMuscle, PathPointPart, PathWrapPart, WrapSurface
from psoas.opensim_model.model_xml import Node

SIZES: dict[str, tuple[str, tuple[tuple[str, int], ...]]] = {
    "WrapCylinder": ("cylinder", (("radius", 1), ("length", 1))),
    "WrapSphere": ("sphere", (("radius", 1),)),
    "WrapEllipsoid": ("ellipsoid", (("dimensions", 3),)),
    "WrapTorus": ("torus", (("inner_radius", 1), ("outer_radius", 1))),
}
"""Surfaces and the properties that give their size."""
METHODS = ("hybrid", "midpoint", "axial")
POINT_KINDS = {"PathPoint", "ConditionalPathPoint", "MovingPathPoint"}
MUSCLE_SUFFIX, LIGAMENT = "Muscle", "Ligament"


def is_line(node: Node) -> bool:
    """Whether a force is a muscle with a path of points."""
    return node.kind.endswith(MUSCLE_SUFFIX) or "Muscle_" in node.kind or node.child("GeometryPath") is not None


def read_surface(node: Node, frame: Frame) -> WrapSurface | None:
    """A wrap object on a body; None where it is switched off, or its kind is not known (``node.kind``)."""
    kind, parts = SIZES[node.kind]
    size = np.concatenate([node.numbers(tag) for tag, _ in parts])
    needed = sum(count for _, count in parts)
    if len(size) != needed or (size <= 0).any():
        raise InputError(message("osim.surface_size", surface=quoted(node.name)))
    if kind == "torus" and size[1] <= size[0]:
        raise InputError(message("osim.surface_size", surface=quoted(node.name)))
    axis, side = _quadrant(node)
    place = frame.within(*placement(node, "translation", "xyz_body_rotation"))
    return WrapSurface(node.name, kind, place, np.resize(np.append(size, np.zeros(3)), 3), axis, side)


def _quadrant(node: Node) -> tuple[int, int]:
    """Axis and sign of the half of a surface that a path may use; sign 0 for all of it."""
    said = node.text("quadrant").lower()
    if said in {"", "all", "unassigned"}:
        return 0, 0
    letter = said.lstrip("+-")
    if letter not in {"x", "y", "z"} or len(said) > 2:
        raise InputError(message("osim.quadrant", surface=quoted(node.name), quadrant=quoted(said)))
    return "xyz".index(letter), -1 if said.startswith("-") else 1


def read_muscle(node: Node, frames: FrameRegistry, surfaces: dict[str, int], notes: list[Message]) -> ModelMuscle:
    """A muscle with its path; what of it is not used is added to ``notes``.

    Raises:
        InputError: A frame or a number that cannot be understood, or fewer than two points.
    """
    path = node.child("GeometryPath", "path")
    path = path.child("GeometryPath") or path if path else None
    if path is None:
        raise InputError(message("osim.path_missing", muscle=quoted(node.name)))
    listed = path.objects("PathPointSet")
    points = tuple(_point(one, frames) for one in listed if one.kind in POINT_KINDS)
    if len(points) < 2 or len(points) < len(listed):
        raise InputError(message("osim.path_points", muscle=quoted(node.name), found=len(points)))
    if sum(not one.active_while for one in points) < 2:
        raise InputError(message("osim.path_points", muscle=quoted(node.name), found=1))
    wraps = []
    for one in path.objects("PathWrapSet"):
        wrap = _wrap(one, surfaces, len(points))
        if wrap is None:
            notes.append(
                message("osim.wrap_unknown", muscle=quoted(node.name), surface=quoted(one.text("wrap_object")))
            )
        else:
            wraps.append(wrap)
    return ModelMuscle(
        node.name,
        node.kind,
        points,
        tuple(wraps),
        max(node.number("max_isometric_force", 1000.0 if is_muscle(node) else 0.0), 0.0),
        node.number("optimal_fiber_length", 0.1),
        node.number("tendon_slack_length", node.number("resting_length", 0.0)),
        node.number("pennation_angle_at_optimal", node.number("pennation_angle", 0.0)),
    )


def strange_path(node: Node) -> str:
    """The kind of a muscle's path where that is not one of points, or nothing."""
    held = node.child("path")
    kinds = [one.kind for one in (*node, *(held or ())) if one.kind.endswith("Path") or "Path_" in one.kind]
    return kinds[0] if kinds and "GeometryPath" not in kinds else ""


def hold_points(muscle: ModelMuscle, held: Mapping[str, float]) -> ModelMuscle:
    """The muscle with points that follow coordinates of joints that are ``held``, by name with their values, fixed
    where they then are."""
    kept = [i for i, one in enumerate(muscle.points) if _stays(one, held)]
    points = tuple(_held(muscle.points[i], held) for i in kept)
    if points == muscle.points:
        return muscle
    if sum(not one.active_while for one in points) < 2:
        raise InputError(message("osim.path_points", muscle=quoted(muscle.name), found=len(points)))
    wraps = []
    for one in muscle.wraps:
        inside = [new for new, old in enumerate(kept) if one.first <= old <= one.last]
        if len(inside) > 1:
            wraps.append(replace(one, first=inside[0], last=inside[-1]))
    return replace(muscle, points=points, wraps=tuple(wraps))


def _stays(point: PathPointPart, held: Mapping[str, float]) -> bool:
    low, high = point.active_range
    return point.active_while not in held or low <= held[point.active_while] <= high


def _held(point: PathPointPart, held: Mapping[str, float]) -> PathPointPart:
    if point.active_while in held:
        return replace(point, active_while="")
    still = {
        axis: float(of(np.array([held[name]]))[0][0]) for axis, (name, of) in enumerate(point.moving) if name in held
    }
    if not still:
        return point
    if len(still) == len(point.moving):
        return replace(point, at=point.frame.locate(np.array([still[axis] for axis in range(3)])), moving=())
    other = next(name for name, _ in point.moving if name not in held)
    moving = tuple(
        (other, PolynomialCurve((still[axis],))) if axis in still else one for axis, one in enumerate(point.moving)
    )
    return replace(point, moving=moving)


def is_muscle(node: Node) -> bool:
    """Whether a force is a muscle, by the name of its class."""
    return "Muscle" in node.kind


def _point(node: Node, frames: FrameRegistry) -> PathPointPart:
    frame = frames.find(socket(node, "parent_frame") or node.text("body"), node.name)
    if node.kind == "MovingPathPoint":
        moving = []
        for axis in "xyz":
            held = node.child(f"{axis}_location")
            function = read_function(held, node.name) if held else None
            coordinate = last_part(socket(node, f"{axis}_coordinate") or node.text(f"{axis}_coordinate"))
            if function is None:
                raise InputError(message("osim.moving_point", point=quoted(node.name)))
            moving.append((coordinate, function))
        return PathPointPart(node.name, frame, np.zeros(3), moving=tuple(moving))
    at = frame.locate(node.vector("location", (0.0, 0.0, 0.0)))
    if node.kind == "ConditionalPathPoint":
        low, high = (float(one) for one in node.vector("range", (0.0, 0.0)))
        coordinate = last_part(socket(node, "coordinate") or node.text("coordinate"))
        return PathPointPart(node.name, frame, at, coordinate, (low, high))
    return PathPointPart(node.name, frame, at)


def _wrap(node: Node, surfaces: dict[str, int], count: int) -> PathWrapPart | None:
    name = last_part(node.text("wrap_object") or socket(node, "wrap_object"))
    if name not in surfaces:
        return None
    first, last = (int(one) for one in node.vector("range", (-1.0, -1.0)))
    method = node.text("method").lower()
    start, stop = (first - 1 if first >= 1 else 0), (last - 1 if last >= 1 else count - 1)
    if start >= count or stop >= count or stop < start:
        raise InputError(message("osim.wrap_range", surface=quoted(name), first=first, last=last))
    return PathWrapPart(surfaces[name], start, stop, method if method in METHODS else METHODS[0])
