"""Joints of a model file: each becomes shifts and turns that follow one coordinate each."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
from scipy.spatial.transform import Rotation

from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.core.name_lists import quoted
from psoas.opensim_model.coordinate_functions import IDENTITY, CoordinateFunction, PolynomialCurve, read_function
from psoas.opensim_model.frame_registry import FrameRegistry, placement, socket, whole_frame
from psoas.opensim_model.model_parts import AxisMove, Frame, ModelCoordinate, ModelJoint
from psoas.opensim_model.model_xml import Node

SHIFT, TURN = False, True
SIMPLE = {
    "WeldJoint": (),
    "PinJoint": ((TURN, 2, 0),),
    "SliderJoint": ((SHIFT, 0, 0),),
    "UniversalJoint": ((TURN, 0, 0), (TURN, 1, 1)),
    "GimbalJoint": ((TURN, 0, 0), (TURN, 1, 1), (TURN, 2, 2)),
    "BallJoint": ((TURN, 0, 0), (TURN, 1, 1), (TURN, 2, 2)),
    "PlanarJoint": ((SHIFT, 0, 1), (SHIFT, 1, 2), (TURN, 2, 0)),
    "FreeJoint": ((SHIFT, 0, 3), (SHIFT, 1, 4), (SHIFT, 2, 5), (TURN, 0, 0), (TURN, 1, 1), (TURN, 2, 2)),
}
"""Moves of OpenSim's plain joints, in the order in which they happen: whether it turns, about which axis, and the
place of its coordinate in the joint's list."""
CUSTOM = "CustomJoint"
PLAIN_RANGE = (-10.0, 10.0)
"""Range of a coordinate whose file gives none."""


def read_joint(
    node: Node, frames: FrameRegistry, *, child: str = ""
) -> tuple[ModelJoint, list[ModelCoordinate], list[Message]]:
    """One joint, its coordinates, and what of it is not used.

    Args:
        node: The joint.
        frames: Frames of the model.
        child: The body that holds the joint, as OpenSim 3 writes it.

    Raises:
        InputError: A frame or a number that cannot be understood.
    """
    notes: list[Message] = []
    parent, near = _ends(node, frames, child)
    own = _coordinate_nodes(node)
    if node.kind == CUSTOM:
        moves, rest, tail = _custom_moves(node, notes)
    else:
        if node.kind not in SIMPLE:
            notes.append(message("osim.joint_welded", joint=quoted(node.name), kind=quoted(node.kind)))
        names = [one.name for one in own]
        names += [f"{node.name}_coord_{i}" for i in range(len(names), 6)]
        rest, tail = np.zeros(3), np.eye(3)
        moves = [
            AxisMove(turns, np.eye(3)[axis], names[place], IDENTITY) for turns, axis, place in SIMPLE.get(node.kind, ())
        ]
    known = {one.name: one for one in own}
    used = dict.fromkeys([*(move.coordinate for move in moves)])
    coordinates = [_coordinate(name, known.get(name), moves) for name in used]
    return ModelJoint(node.name, node.kind, parent, near, tuple(moves), rest, tail), coordinates, notes


def _ends(node: Node, frames: FrameRegistry, child: str) -> tuple[Frame, Frame]:
    """The joint's frames on its parent and child."""
    if child:
        if node.flag("reverse", False):
            raise InputError(message("osim.joint_reversed", joint=quoted(node.name)))
        parent = frames.find(node.text("parent_body") or "ground")
        return (
            parent.within(*placement(node, "location_in_parent", "orientation_in_parent")),
            whole_frame(child).within(*placement(node, "location", "orientation")),
        )
    return frames.find(socket(node, "parent_frame"), node.name), frames.find(socket(node, "child_frame"), node.name)


def _coordinate_nodes(node: Node) -> list[Node]:
    """The coordinates that a joint lists, in either version's way."""
    return [one for tag in ("coordinates", "CoordinateSet") for one in node.objects(tag) if one.kind == "Coordinate"]


def default_values(node: Node) -> list[tuple[str, float]]:
    """The coordinates that a joint lists, each with its default."""
    return [(one.name, one.number("default_value", 0.0)) for one in _coordinate_nodes(node)]


def _coordinate(name: str, node: Node | None, moves: Iterable[AxisMove]) -> ModelCoordinate:
    turns = any(move.turns for move in moves if move.coordinate == name)
    if node is None:
        return ModelCoordinate(name, turns, *PLAIN_RANGE, 0.0, False, False)
    low, high = (float(one) for one in node.vector("range", PLAIN_RANGE))
    if low > high:
        raise InputError(message("osim.range_reversed", coordinate=quoted(name)))
    default = node.number("default_value", 0.0)
    return ModelCoordinate(
        name, turns, low, high, default, node.flag("clamped", False), node.flag("locked", False)
    )  # fmt: skip


def _custom_moves(node: Node, notes: list[Message]) -> tuple[list[AxisMove], Floats, Floats]:
    """Moves of a CustomJoint, with its constant shifts before them and constant turn after."""
    transform = node.child("SpatialTransform")
    listed = {one.name: one for one in transform or () if one.kind == "TransformAxis"}
    moves, rest, turned = list[AxisMove](), np.zeros(3), np.eye(3)
    for kind, turns in (("translation", SHIFT), ("rotation", TURN)):
        for i in range(3):
            one = listed.get(f"{kind}{i + 1}")
            if one is None:
                continue
            axis = _unit(one, i, node.name)
            names, function = one.text("coordinates").split(), read_function(one, node.name)
            if len(names) > 1:
                notes.append(message("osim.axis_of_several", joint=quoted(node.name), axis=f"{kind}{i + 1}"))
                continue
            if names and not constant(function):
                # What turned before by a constant turns every axis after it.
                moves.append(AxisMove(turns, turned @ axis, names[0], function or IDENTITY))
                continue
            still = float(function(np.zeros(1))[0][0]) if function else 0.0
            if turns:
                turned = turned @ Rotation.from_rotvec(still * axis).as_matrix()
            else:
                rest = rest + still * axis
    return moves, rest, turned


def _unit(node: Node, place: int, joint: str) -> Floats:
    axis = node.vector("axis", tuple(np.eye(3)[place]))
    size = math.sqrt(float(axis @ axis))
    if size < 1e-9:
        raise InputError(message("osim.axis_zero", joint=quoted(joint), axis=quoted(node.name)))
    return np.asarray(axis / size)


def constant(function: CoordinateFunction | None) -> bool:
    """Whether a function is there and never changes."""
    return isinstance(function, PolynomialCurve) and not any(function.coefficients[:-1])


def order_joints(bodies: Sequence[str], joints: Sequence[ModelJoint]) -> tuple[list[ModelJoint], list[Message]]:
    """Joints from ground outwards, one a body; what closes a loop or hangs on nothing is named and left out."""
    notes, waiting, placed = list[Message](), list(joints), list[ModelJoint]()
    reached = {"ground"}
    while waiting:
        ready = [one for one in waiting if one.parent.body in reached]
        if not ready:
            break
        one = ready[0]
        waiting.remove(one)
        if one.child.body in reached:
            notes.append(message("osim.loop", joint=quoted(one.name)))
            continue
        reached.add(one.child.body)
        placed.append(one)
    notes += [message("osim.joint_apart", joint=quoted(one.name)) for one in waiting]
    for name in bodies:
        if name not in reached:
            notes.append(message("osim.body_fixed", body=quoted(name)))
            placed.append(
                ModelJoint(name, "WeldJoint", whole_frame("ground"), whole_frame(name), (), np.zeros(3), np.eye(3))
            )
    return placed, notes
