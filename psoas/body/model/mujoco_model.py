"""From tables to two MuJoCo models, the skeleton and the muscles' lines; nothing else in the package touches MjSpec."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import mujoco
import numpy as np

from psoas.body.anatomy.anatomy_tables import Dof, Muscle, Segment, Wrap, joints_of_segment, segments, wraps
from psoas.body.anatomy.segment_inertia import segment_inertias
from psoas.body.anatomy.trunk_muscles import muscles_of_body
from psoas.body.person import Person
from psoas.core.arrays import Floats
from psoas.core.units import STANDARD_GRAVITY

GRAVITY = (0.0, -STANDARD_GRAVITY, 0.0)
"""Acceleration of free fall in the room's axes, m/s2."""
JOINTS = {"slide": mujoco.mjtJoint.mjJNT_SLIDE, "hinge": mujoco.mjtJoint.mjJNT_HINGE}
SIDE_DISTANCE = 1.5
"""How far out, in radii, the point lies that tells a wrap on which side the muscle passes."""

SCALE_GROUPS = tuple(dict.fromkeys(segment.scale for segment in segments()))
Scale = Mapping[str, Floats]
"""Size factors (3,) along X, Y, Z by group; 1 is the reference body."""


def segment_scales(scale: Scale) -> dict[str, Floats]:
    """Size factors of every segment from those of the groups."""
    return {segment.name: np.asarray(scale[segment.scale], float) for segment in segments()}


def joint_name(segment: Segment, dof: Dof) -> str:
    """Unique name of a joint of the model."""
    return "/".join(
        part for part in (segment.name, dof.coordinate, dof.kind, dof.curve, dof.level, dof.reaction) if part
    )


def build_skeleton(person: Person, scale: Scale, *, trunk: bool = False) -> mujoco.MjModel:
    """Segments, joints and inertia as a MuJoCo model; OpenSim's axes, all coordinates 0 is standing.

    Args:
        person: For mass and sex.
        scale: Size factors (3,) by group.
        trunk: Whether to add the joints whose contact forces are computed.
    """
    spec = mujoco.MjSpec()
    spec.option.gravity = GRAVITY
    _add_segments(spec, person, segment_scales(scale), reactions=trunk)
    return spec.compile()


def build_lines(scale: Scale, *, hip_wrap_m: float | None = None, trunk: bool = False) -> mujoco.MjModel:
    """The muscles' lines as a MuJoCo model of their own.

    Its segments have no joints: they are put where the skeleton has them (mocap). So following markers does not move a
    thousand muscle points along, and MuJoCo, which bends the lines, does not also compute the effect of every joint on
    every piece of them.

    Args:
        scale: Size factors (3,) by group.
        hip_wrap_m: Radius on the reference body that the psoas bends over in front of the hip, metres; that of the
            table by default.
        trunk: Whether to add the muscles of the trunk.
    """
    spec = mujoco.MjSpec()
    factors = segment_scales(scale)
    bodies = {segment.name: spec.worldbody.add_body(name=segment.name, mocap=True) for segment in segments()}
    for wrap in wraps():
        if hip_wrap_m is not None and wrap.name.startswith("psoas_at_hip"):
            wrap = replace(wrap, radius=hip_wrap_m)
        _add_wrap(bodies[wrap.segment], wrap, factors[wrap.segment])
    for muscle in muscles_of_body(trunk=trunk):
        _add_muscle(spec, bodies, muscle, factors)
    return spec.compile()


def _add_segments(spec: mujoco.MjSpec, person: Person, factors: dict[str, Floats], *, reactions: bool) -> None:
    bodies = {"ground": spec.worldbody}
    mass = segment_inertias(person, factors)
    for segment in segments():
        by = factors.get(segment.parent, np.ones(3))
        body = bodies[segment.parent].add_body(name=segment.name, pos=segment.at * by)
        inertia = mass[segment.name]
        body.mass, body.ipos, body.inertia, body.explicitinertial = inertia.mass, inertia.centre, inertia.moments, True
        for dof in joints_of_segment(segment, reactions=reactions):
            anchor = segment.anchor * factors[segment.name]
            body.add_joint(name=joint_name(segment, dof), type=JOINTS[dof.kind], axis=dof.axis, pos=anchor)
        bodies[segment.name] = body


def _add_wrap(body: mujoco.MjsBody, wrap: Wrap, factor: Floats) -> None:
    radius = wrap.radius * float(np.mean(factor))
    axis = wrap.axis / np.linalg.norm(wrap.axis)
    side = wrap.side - axis * (axis @ wrap.side)
    centre = wrap.centre * factor
    half = 0.05 * axis
    body.add_geom(
        name=wrap.name, type=mujoco.mjtGeom.mjGEOM_CYLINDER, fromto=[*(centre - half), *(centre + half)],
        size=[radius, 0, 0], contype=0, conaffinity=0, mass=0, group=3,
    )  # fmt: skip
    body.add_site(name=f"{wrap.name}/side", pos=centre + side / np.linalg.norm(side) * SIDE_DISTANCE * radius)


def _add_muscle(
    spec: mujoco.MjSpec, bodies: dict[str, mujoco.MjsBody], muscle: Muscle, factors: dict[str, Floats]
) -> None:
    tendon = spec.add_tendon(name=muscle.name)
    for i, point in enumerate(muscle.path):
        site = f"{muscle.name}/{i}"
        bodies[point.segment].add_site(name=site, pos=point.at * factors[point.segment])
        tendon.wrap_site(site)
        if point.wrap:
            tendon.wrap_geom(point.wrap, f"{point.wrap}/side")
