"""The whole psoas of our body, T12 to L5 over the brim to the thigh, put onto a model that has none on the spine."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from psoas.body.anatomy.anatomy_tables import Muscle, Point, Wrap, wraps
from psoas.body.model.body import Body
from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.opensim_model.alike_pose import alike_pose
from psoas.opensim_model.imported_body import ImportedBody
from psoas.opensim_model.model_parts import Frame, ModelMuscle, ModelParts, PathPointPart, PathWrapPart, WrapSurface
from psoas.opensim_model.model_psoas import psoas_lines

SPINE = ("l1", "l2", "l3", "l4", "l5", "thorax")
VERTEBRAE = {"l1": "lumbar1", "l2": "lumbar2", "l3": "lumbar3", "l4": "lumbar4", "l5": "lumbar5"}
TRUNK = ("torso", "thorax", "trunk")
LONG_M = 0.2
"""Length of the cylinder at the hip that the grafted lines bend over, metres: longer than the muscle is wide."""


def graft_psoas(parts: ModelParts, ours: Body) -> tuple[ModelParts, tuple[Message, ...]]:
    """A model with our psoas in place of its own.

    In the pose in which our coordinates are 0, and the model's bones lie as ours, the hip centres are laid over one
    another. Every point of our lines keeps its place there, and rides on the model's vertebra of that level, else on
    its trunk. Points on pelvis and thigh keep their place from the hip centre, too.

    Args:
        parts: The model at the person's size.
        ours: Our body, fitted to the same person.

    Raises:
        InputError: The model has no pelvis, thighs or trunk by the names in use.
    """
    body = ImportedBody(parts)
    known = {name.lower(): name for name in body.segment_names}
    trunk = next((known[name] for name in TRUNK if name in known), None)
    missing = [name for name in ("pelvis", "femur_r", "femur_l") if name not in known]
    if missing or trunk is None:
        raise InputError(message("osim.graft_bodies"))
    theirs, own = body.poses(alike_pose(body)), ours.poses(ours.default_values())
    hips = [
        {side: poses.of(names[f"femur_{side}"])[0][0] for side in "rl"}
        for poses, names in ((own, {f"femur_{s}": f"femur_{s}" for s in "rl"}), (theirs, known))
    ]

    def place(segment: str, at: Floats, side: str) -> Frame:
        """Our point, or surface, on the model's body."""
        position, rotation = own.of(segment)
        room = position[0] + rotation[0] @ at - hips[0][side] + hips[1][side]
        target = known.get(segment, known.get(VERTEBRAE.get(segment, ""), trunk if segment in SPINE else "pelvis"))
        origin, turn = theirs.of(target)
        return Frame(target, turn[0].T @ (room - origin[0]), turn[0].T)

    surfaces, lines = list(parts.surfaces), list[ModelMuscle]()
    for side in "rl":
        wrap = next(one for one in wraps() if one.name == f"psoas_at_hip_{side}")
        surfaces.append(_surface(wrap, ours, place(wrap.segment, wrap.centre * ours.segment_scale(wrap.segment), side)))
        for i in ours.muscles_of("psoas", side):
            line = ours.muscles[i]
            points = tuple(
                _point(line, k, point, place(point.segment, point.at * ours.segment_scale(point.segment), side))
                for k, point in enumerate(line.path)
            )
            bend = next(k for k, point in enumerate(line.path) if point.wrap)
            built = ours.architecture
            lines.append(
                ModelMuscle(
                    f"grafted_{line.name}",
                    "Thelen2003Muscle",
                    points,
                    (PathWrapPart(len(surfaces) - 1, bend, bend + 1, "hybrid"),),
                    float(built.max_force[i]),
                    float(built.optimal_fibre[i]),
                    float(built.tendon_slack[i]),
                    float(built.pennation[i]),
                )
            )
    replaced = {one.index for one in psoas_lines(parts)}
    kept = [muscle for k, muscle in enumerate(parts.muscles) if k not in replaced]
    note = message("osim.grafted", count=len(lines), replaced=len(replaced), trunk=trunk)
    return replace(parts, surfaces=tuple(surfaces), muscles=(*kept, *lines)), (note,)


def _point(line: Muscle, k: int, point: Point, frame: Frame) -> PathPointPart:
    whole = Frame(frame.body, np.zeros(3), np.eye(3))
    return PathPointPart(f"grafted_{line.name}_{k}", whole, frame.position)


def _surface(wrap: Wrap, ours: Body, frame: Frame) -> WrapSurface:
    """Our cylinder: Z along its axis, X towards the side on which the muscle lies, and that half alone."""
    z = wrap.axis / np.linalg.norm(wrap.axis)
    x = wrap.side - z * (z @ wrap.side)
    x = x / np.linalg.norm(x)
    turn = frame.rotation @ np.stack([x, np.cross(z, x), z], axis=1)
    radius = wrap.radius * float(np.mean(ours.segment_scale(wrap.segment)))
    return WrapSurface(
        f"grafted_{wrap.name}", "cylinder", Frame(frame.body, frame.position, turn),
        np.array([radius, LONG_M, 0.0]), 0, 1,
    )  # fmt: skip
