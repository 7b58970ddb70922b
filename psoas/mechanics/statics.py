"""Holding still: how ground, seat or mat bear a posture, and what the muscles do to hold it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq

from psoas.arrays import Floats
from psoas.body.body import Body
from psoas.body.build import GRAVITY
from psoas.body.contacts import Contact, contacts
from psoas.mechanics.dynamics import Kinematics, Wrench
from psoas.mechanics.forces import Answer, Choice, Problem, Setting, answer, pose_problem
from psoas.mechanics.ground import contact_positions, pyramid
from psoas.mechanics.sharing import share

G = -GRAVITY[1]
UP, FORWARD = (0.0, 1.0, 0.0), (1.0, 0.0, 0.0)
SUPPORTS = {
    # name: contact groups and the way each pushes back, in the room
    "standing": (("foot", UP),),
    "sitting": (("seat+buttock", UP), ("foot", UP)),
    "backrest": (("seat+buttock", UP), ("foot", UP), ("back", FORWARD)),
    "lying": (("back", UP), ("head", UP), ("seat", UP), ("foot", UP)),
    "half_kneeling": (("foot", UP), ("knee", UP)),
    "hands_and_knees": (("hand", UP), ("knee", UP)),
    "free": (),
}
"""What bears each way of holding still."""
LEGS = ("femur", "tibia", "patella", "talus", "calcn", "toes")
MOST_LEAN = np.radians(30.0)
"""A posture is leaned by no more than this to find its balance (assumed)."""
SOFT = ("lying", "backrest")
REACH_M, MAT_REACH_M = 0.03, 0.10
"""A point bears when it is this near to the lowest one of its support; lying down, flesh and mat give way further
(assumed)."""
COST, ROOT_SLACK, JOINT_SLACK, FRICTION = 1.0, 0.3, 5.0, 0.6
"""Price of full load on a point, slack of root (N, N m) and joints (N m), and friction (assumed)."""


@dataclass(frozen=True)
class Held:
    """A posture being held: the problem, the answer under one choice, and how much each contact bears, newtons."""

    problem: Problem
    answer: Answer
    borne: dict[str, float]

    def compression(self, level: str) -> float:
        """Compression at a lumbar level, newtons, + pressed together, along the disc's axis."""
        from psoas.mechanics.loads import level_loads

        return float(level_loads(self.problem.body, self.answer.contact)[level].compression[0])


def balanced(body: Body, values: Floats, support: str) -> Floats:
    """A posture (N,) leaned until it needs no one to hold it: standing about the ankles, the centre of mass over the
    feet; sitting without a back about the hips, that of the trunk over the sitting bones. Others stay as they are."""
    if support == "standing":
        moves = {"pelvis_tilt": -1.0, "ankle_angle_r": 1.0, "ankle_angle_l": 1.0}
    elif support == "sitting":
        moves = {"pelvis_tilt": -1.0, "hip_flexion_r": 1.0, "hip_flexion_l": 1.0}
    else:
        return values

    def lean(angle: float) -> Floats:
        leaned = values.copy()
        for name, by in moves.items():
            leaned[body.coordinate_index(name)] += by * angle
        return leaned

    def ahead(angle: float) -> float:
        leaned = lean(angle)[None]
        if support == "sitting":
            bones = [p for p in contacts("seat") if p.name.startswith("ischium")]
            base = contact_positions(body, tuple(bones), leaned)[0, :, 0].mean()
            return float(body.centre_of_mass(leaned, without=LEGS)[0, 0] - base)
        feet = body.landmark_positions(leaned, ("heel_r", "heel_l", "toe_r", "toe_l"))
        return float(body.centre_of_mass(leaned)[0, 0] - np.mean([p[0, 0] for p in feet.values()]))

    low, high = -MOST_LEAN, MOST_LEAN
    if ahead(low) * ahead(high) > 0:
        return values
    return lean(float(brentq(ahead, low, high, xtol=1e-8)))


def hold(
    body: Body, values: Floats, *, support: str, loads: Mapping[str, Wrench] | None = None,
    setting: Setting | None = None, choice: Choice | None = None,
) -> Held:  # fmt: skip
    """Hold a posture (N,) still on a body with ``trunk=True``; ``loads`` from outside, such as a weight in the
    hands."""
    values = balanced(body, values, support)
    still = Kinematics(values[None], np.zeros((1, len(values))), np.zeros((1, len(values))), 0.0)
    bearing, borne = _bear(body, values, support, dict(loads or {}))
    problem = pose_problem(body, still, {**bearing, **dict(loads or {})}, setting=setting)
    return Held(problem, answer(problem, choice or Choice()), borne)


def _bear(
    body: Body, values: Floats, support: str, loads: dict[str, Wrench]
) -> tuple[dict[str, Wrench], dict[str, float]]:
    """Wrenches of everything that bears, one a contact, and their sizes in newtons."""
    points, normals, places = _bearing_points(body, values, support)
    if not points:
        return {}, {}
    row = values[None]
    still = np.zeros_like(row)
    need = body.inverse_dynamics(row, still, still)
    for load in loads.values():
        need = need - body.load(row, load.segment, load.point, load.force, load.torque)
    edges, columns = [], []
    unit = body.mass_kg * G
    for point, normal, place in zip(points, normals, places, strict=True):
        turned = pyramid(FRICTION) if normal == UP else pyramid(FRICTION)[:, [1, 0, 2]]
        for edge in turned * unit:
            edges.append(edge)
            given = body.load(row, point.segment, place[None], edge[None], np.zeros((1, 3)))
            columns.append(given.generalized[0])
    matrix = np.array(columns).T[None]
    slack = np.array([ROOT_SLACK if n.startswith("pelvis_") else JOINT_SLACK for n in body.coordinate_names])
    found = share(matrix, need.generalized, weight=COST, reserve=slack, upper=np.inf)
    force = (found.activation[0][:, None] * np.array(edges)).reshape(len(points), -1, 3).sum(axis=1)
    wrenches, borne = {}, {}
    for point, place, push in zip(points, places, force, strict=True):
        wrenches[point.name] = Wrench(point.segment, place[None], push[None], np.zeros((1, 3)))
        borne[point.name] = float(np.linalg.norm(push))
    return wrenches, borne


def _bearing_points(
    body: Body, values: Floats, support: str
) -> tuple[list[Contact], list[tuple[float, ...]], list[Floats]]:
    """Contacts that reach their support, the way each is pushed, and where they are."""
    poses = body.poses(values[None])
    found: tuple[list[Contact], list[tuple[float, ...]], list[Floats]] = ([], [], [])
    groups = SUPPORTS[support]
    # A mat is one plane for everything that lies on it; a seat, its back and the floor are planes of their own.
    planes = [groups] if support == "lying" else [(group,) for group in groups]
    reach = MAT_REACH_M if support in SOFT else REACH_M
    for plane in planes:
        members = []
        for group, normal in plane:
            for point in contacts(*group.split("+")):
                position, rotation = poses.of(point.segment)
                place = position[0] + rotation[0] @ (point.at * body.segment_scale(point.segment))
                members.append((float(np.dot(place, normal)), point, normal, place))
        lowest = min(height for height, *_ in members)
        for height, point, normal, place in members:
            if height <= lowest + reach:
                found[0].append(point)
                found[1].append(normal)
                found[2].append(place)
    return found
