"""Frames of a model by the paths that its parts call them by."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from psoas.body.anatomy.anatomy_tables import euler_xyz
from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.core.name_lists import quoted
from psoas.opensim_model.model_parts import GROUND, Frame
from psoas.opensim_model.model_xml import Node

OFFSET = "PhysicalOffsetFrame"
DEEPEST = 20
"""At most so many frames in one another (assumed): more is a circle."""


def socket(node: Node, name: str) -> str:
    """What a socket of ``node`` is joined to, in each of OpenSim 4's ways of writing it; nothing where it is not."""
    said = node.text(f"socket_{name}", f"socket_{name}_connectee_name")
    if said:
        return said
    for one in node.child("connectors") or ():
        if one.name == name:
            return one.text("connectee_name")
    return ""


def whole_frame(body: str) -> Frame:
    """A body's own frame."""
    return Frame(body, np.zeros(3), np.eye(3))


def last_part(path: str) -> str:
    """The name at the end of a component's path."""
    return path.strip().rstrip("/").rsplit("/", 1)[-1]


class FrameRegistry:
    """Bodies and the offset frames on them; ``find`` takes the paths of OpenSim 4 and the names of 3."""

    def __init__(self, bodies: Iterable[str]) -> None:
        self._found = {name: whole_frame(name) for name in (GROUND, *bodies)}
        self._pending: dict[str, Node] = {}
        self._holder: dict[str, str] = {}

    def add(self, owner: str, node: Node, *, holder: str = "") -> None:
        """Note an offset frame of a joint, body or set called ``owner``; without a parent it lies on ``holder``."""
        key = f"{owner}/{node.name}"
        self._pending[key], self._holder[key] = node, holder

    def find(self, path: str, owner: str = "", *, depth: int = 0) -> Frame:
        """The frame that ``path`` means inside ``owner``; ``InputError`` where there is none."""
        name = last_part(path)
        key = f"{owner}/{name}"
        if "/" in path.strip("/."):
            inner = "/".join(path.strip("/").split("/")[-2:])
            key = inner if inner in self._pending else key
        if key not in self._pending and name in self._found:
            return self._found[name]
        if key not in self._pending:
            others = [one for one in self._pending if one.rsplit("/", 1)[-1] == name]
            if len(others) != 1 or depth > DEEPEST:
                raise InputError(message("osim.frame_unknown", owner=quoted(owner), frame=quoted(path)))
            key = others[0]
        return self._offset(key, depth)

    def _offset(self, key: str, depth: int) -> Frame:
        node = self._pending[key]
        if depth > DEEPEST:
            raise InputError(message("osim.frame_unknown", owner=quoted(key), frame=quoted(node.name)))
        parent = socket(node, "parent")
        inner = not parent or parent == ".."
        held = whole_frame(self._holder[key]) if inner else self.find(parent, key.split("/")[0], depth=depth + 1)
        return held.within(*placement(node, "translation", "orientation"))


def placement(node: Node, translation: str, orientation: str) -> tuple[Floats, Floats]:
    """Position (3,) and rotation (3, 3) that two children of ``node`` give, turns one after another about X, Y, Z."""
    zero = (0.0, 0.0, 0.0)
    return node.vector(translation, zero), euler_xyz(node.vector(orientation, zero))
