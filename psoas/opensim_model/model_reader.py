"""From an OpenSim model file, version 2 to 4, to its parts; all faults at once, and each thing left out named."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import numpy as np

from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.core.name_lists import name_list, quoted
from psoas.opensim_model.coordinate_functions import read_function, scale_curve
from psoas.opensim_model.frame_registry import OFFSET, FrameRegistry, last_part, socket, whole_frame
from psoas.opensim_model.joint_reader import default_values, order_joints, read_joint
from psoas.opensim_model.model_parts import (
    GROUND,
    Coupler,
    ModelBody,
    ModelCoordinate,
    ModelJoint,
    ModelMarker,
    ModelMuscle,
    ModelParts,
    WrapSurface,
)
from psoas.opensim_model.model_xml import Node, read_model_xml
from psoas.opensim_model.path_reader import SIZES, hold_points, is_line, read_muscle, read_surface, strange_path

DOCUMENT = "OpenSimDocument"
SILENT = {"ControlLinear"}
OLDEST = 20000
"""Documents before version 2 have another layout."""
COUPLER = "CoordinateCouplerConstraint"
MOST_BODIES, MOST_MUSCLES = 1000, 5000
_Part = TypeVar("_Part")


def read_model(path: str | Path) -> ModelParts:
    """A model's parts from its ``.osim`` file.

    Raises:
        InputError: The file cannot be read, is no OpenSim model, or parts of it cannot be understood; all faults
            together.
    """
    path = Path(path)
    root = read_model_xml(path)
    model = root.child("Model")
    if root.kind != DOCUMENT or model is None:
        found = "/".join([root.kind, *(one.kind for one in list(root)[:1] if root.kind == DOCUMENT)])
        raise InputError(message("osim.no_model", file=path.name, root=quoted(found)))
    said = root.element.attrib.get("Version", "")
    version = int(said) if said.isascii() and said.isdigit() and len(said) < 7 else 0
    if version < OLDEST:
        raise InputError(message("osim.too_old", file=path.name, version=quoted(said)))
    return _ModelReader(path.name, version, model).read()


class _ModelReader:
    """One model on its way; faults and things left out are gathered as they are met."""

    def __init__(self, file: str, version: int, model: Node) -> None:
        self.file, self.version, self.model = file, version, model
        self.faults: list[Message] = []
        self.left_out: list[Message] = []
        self.held: dict[str, float] = {}

    def read(self) -> ModelParts:
        bodies = [one for one in self.model.objects("BodySet") if one.kind == "Body" and one.name != GROUND]
        self._check_names("body", bodies)
        if not 0 < len(bodies) <= MOST_BODIES:
            raise InputError(message("osim.no_bodies", file=self.file, found=len(bodies)))
        frames = self._frames(bodies)
        mass = self._each(bodies, _body)
        joints, coordinates = self._joints(bodies, frames)
        surfaces = self._surfaces(bodies, frames)
        couplers = self._couplers({one.name for one in coordinates})
        muscles = self._muscles(frames, surfaces)
        markers = self._each(self.model.objects("MarkerSet"), lambda one: _marker(one, frames))
        gravity = self.model.vector("gravity", (0.0, -9.80665, 0.0))
        self._refer(muscles, {one.name for one in coordinates})
        self._others()
        if not any(one.mass for one in mass):
            self.left_out.append(message("osim.massless"))
        if self.faults:
            raise InputError(*self.faults)
        return ModelParts(
            self.model.name, self.version, tuple(mass), tuple(joints), tuple(coordinates), tuple(couplers),
            tuple(surfaces), tuple(muscles), tuple(markers), gravity, tuple(dict.fromkeys(self.left_out)),
        )  # fmt: skip

    def _each(self, nodes: Iterable[Node], build: Callable[[Node], _Part]) -> list[_Part]:
        """What ``build`` makes of each node; its faults are kept for the end."""
        built = []
        for node in nodes:
            try:
                built.append(build(node))
            except InputError as error:
                self.faults += error.messages
        return built

    def _check_names(self, what: str, nodes: Iterable[Node]) -> None:
        names = [one.name for one in nodes]
        twice = sorted({name for name in names if not name or names.count(name) > 1})
        if twice:
            self.faults.append(message(f"osim.{what}_twice", names=name_list([quoted(name) for name in twice])))

    def _frames(self, bodies: list[Node]) -> FrameRegistry:
        frames = FrameRegistry(one.name for one in bodies)
        for body in [*bodies, *self._ground()]:
            for one in body.descendants(OFFSET):
                frames.add(body.name or GROUND, one, holder=body.name or GROUND)
        for joint in self.model.objects("JointSet"):
            for one in joint.descendants(OFFSET):
                frames.add(joint.name, one)
        for tag in ("ComponentSet", "components"):
            for one in self.model.objects(tag):
                if one.kind == OFFSET:
                    frames.add(tag.lower(), one)
        return frames

    def _ground(self) -> list[Node]:
        ground = self.model.child("Ground")
        named = [one for one in self.model.objects("BodySet") if one.name == GROUND]
        return [*([ground] if ground else []), *named]

    def _joints(self, bodies: list[Node], frames: FrameRegistry) -> tuple[list[ModelJoint], list[ModelCoordinate]]:
        listed = [(one, "") for one in self.model.objects("JointSet")]
        for body in bodies:  # as OpenSim 2 and 3 write them
            listed += [(one, body.name) for one in body.objects("Joint")]
        self._check_names("joint", [node for node, _ in listed])
        joints, coordinates = list[ModelJoint](), dict[str, ModelCoordinate]()
        for node, child in listed:
            try:
                joint, own, notes = read_joint(node, frames, child=child)
            except InputError as error:
                self.faults += error.messages
                continue
            joints.append(joint)
            self.left_out += notes
            coordinates |= {one.name: one for one in own if one.name not in coordinates}
        ordered, notes = order_joints([one.name for one in bodies], joints)
        self.left_out += notes
        used = dict.fromkeys(move.coordinate for joint in ordered for move in joint.moves)
        listed_values = dict(pair for node, _ in listed for pair in default_values(node))
        self.held = {name: value for name, value in listed_values.items() if name not in used}
        return ordered, [coordinates[name] for name in used]

    def _surfaces(self, bodies: list[Node], frames: FrameRegistry) -> list[WrapSurface]:
        found = []
        for body in [*bodies, *self._ground()]:
            for one in body.descendants("WrapObjectSet"):
                for node in one.child("objects") or ():
                    if node.kind not in SIZES:
                        self.left_out.append(message("osim.surface_unknown", surface=quoted(node.name), kind=node.kind))
                    elif node.flag("active", True):
                        held = whole_frame(body.name or GROUND)
                        found += self._each([node], lambda each, held=held: read_surface(each, held))  # type: ignore[misc]
                    else:
                        self.left_out.append(message("osim.surface_off", surface=quoted(node.name)))
        return [one for one in found if one is not None]

    def _couplers(self, known: set[str]) -> list[Coupler]:
        found: dict[str, Coupler] = {}
        for node in self.model.objects("ConstraintSet"):
            if not node.flag("isEnforced", True) or node.flag("isDisabled", False):
                continue
            if node.kind != COUPLER:
                self.left_out.append(message("osim.constraint", constraint=quoted(node.name), kind=quoted(node.kind)))
                continue
            for one in self._each([node], _coupler):
                if one is None or one.dependent in found or not {one.dependent, one.independent} <= known:
                    self.left_out.append(
                        message("osim.constraint", constraint=quoted(node.name), kind=quoted(node.kind))
                    )
                else:
                    found[one.dependent] = one
        return self._ordered(found)

    def _ordered(self, found: dict[str, Coupler]) -> list[Coupler]:
        """Couplers after those that they follow; a circle of them is left out."""
        ordered = list[Coupler]()
        waiting = dict(found)
        while waiting:
            ready = [one for one in waiting.values() if one.independent not in waiting]
            if not ready:
                self.left_out += [
                    message("osim.constraint", constraint=quoted(one.name), kind=COUPLER) for one in waiting.values()
                ]
                break
            ordered += ready
            for one in ready:
                del waiting[one.dependent]
        return ordered

    def _muscles(self, frames: FrameRegistry, surfaces: list[WrapSurface]) -> list[ModelMuscle]:
        named = {one.name: i for i, one in enumerate(surfaces)}
        lines = []
        others: dict[str, list[str]] = {}
        strange: dict[str, list[str]] = {}
        for node in self.model.objects("ForceSet"):
            if node.flag("isDisabled", False) or not node.flag("appliesForce", True):
                self.left_out.append(message("osim.force_off", force=quoted(node.name)))
            elif is_line(node) and (kind := strange_path(node)):
                strange.setdefault(kind, []).append(node.name)
            elif is_line(node):
                lines.append(node)
            else:
                others.setdefault(node.kind, []).append(node.name)
        for kind, names in others.items():
            self.left_out.append(message("osim.force", kind=quoted(kind), names=name_list(names), count=len(names)))
        for kind, names in strange.items():
            self.left_out.append(message("osim.path_kind", kind=kind, names=name_list(names), count=len(names)))
        if len(lines) > MOST_MUSCLES:
            raise InputError(message("osim.too_many_muscles", file=self.file, most=MOST_MUSCLES))
        self._check_names("muscle", lines)
        return self._each(lines, lambda one: hold_points(read_muscle(one, frames, named, self.left_out), self.held))

    def _refer(self, muscles: list[ModelMuscle], known: set[str]) -> None:
        """Faults of points that follow a coordinate that is not there."""
        for muscle in muscles:
            for point in muscle.points:
                named = [*([point.active_while] if point.active_while else []), *(name for name, _ in point.moving)]
                self.faults += [
                    message("osim.point_coordinate", muscle=quoted(muscle.name), coordinate=quoted(name))
                    for name in dict.fromkeys(named)
                    if name not in known
                ]

    def _others(self) -> None:
        """Sets of components that have no place in a body of ours."""
        for tag in ("ControllerSet", "ContactGeometrySet", "ProbeSet", "ComponentSet", "components"):
            names = [one.name or one.kind for one in self.model.objects(tag) if one.kind not in {OFFSET, *SILENT}]
            if names:
                self.left_out.append(
                    message("osim.set_left_out", set=quoted(tag), names=name_list(names), count=len(names))
                )


def _body(node: Node) -> ModelBody:
    moments = node.vector("inertia", (0.0,) * 6)
    if node.child("inertia_xx") is not None:
        moments = np.array([node.number(f"inertia_{k}", 0.0) for k in ("xx", "yy", "zz", "xy", "xz", "yz")])
    xx, yy, zz, xy, xz, yz = moments
    inertia = np.array([[xx, xy, xz], [xy, yy, yz], [xz, yz, zz]])
    mass = node.number("mass", 0.0)
    if mass < 0:
        raise InputError(message("osim.mass", body=quoted(node.name)))
    return ModelBody(node.name, mass, node.vector("mass_center", (0.0, 0.0, 0.0)), inertia)


def _marker(node: Node, frames: FrameRegistry) -> ModelMarker:
    frame = frames.find(socket(node, "parent_frame") or node.text("body", "socket_parent_frame"), node.name)
    return ModelMarker(node.name, frame.body, frame.locate(node.vector("location", (0.0, 0.0, 0.0))))


def _coupler(node: Node) -> Coupler | None:
    """A coupler of one coordinate to one other; None for more."""
    held = node.child("coupled_coordinates_function")
    function = read_function(held, node.name) if held else None
    names = node.text("independent_coordinate_names").split()
    if function is None or len(names) != 1:
        return None
    dependent = last_part(node.text("dependent_coordinate_name"))
    return Coupler(node.name, dependent, last_part(names[0]), scale_curve(function, node.number("scale_factor", 1.0)))
