"""Holding still: how ground, seat or mat bear a posture, and what the muscles do to hold it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import brentq

from psoas.body.anatomy.contact_points import ContactPoint, contact_points
from psoas.body.model.body import Body
from psoas.body.model.required_forces import RequiredForces
from psoas.core.arrays import Floats
from psoas.core.units import STANDARD_GRAVITY
from psoas.mechanics.grf_prediction import friction_pyramid
from psoas.mechanics.inverse_dynamics import ExternalWrench, FilteredKinematics
from psoas.mechanics.muscle_force_estimation import (
    BAND,
    ForceProblem,
    ForceSetting,
    ForceSolution,
    SharingChoice,
    active_demand,
    pose_problem,
    solve_forces,
)
from psoas.mechanics.sole_contacts import contact_positions
from psoas.mechanics.static_optimization import share_forces

UP, FORWARD, BACKWARD = (0.0, 1.0, 0.0), (1.0, 0.0, 0.0), (-1.0, 0.0, 0.0)
SUPPORTS = {
    # name: contact groups and the way each pushes back, in the room
    "standing": (("foot", UP),),
    "sitting": (("seat+buttock", UP), ("foot", UP)),
    "backrest": (("seat+buttock", UP), ("foot", UP), ("back", FORWARD)),
    "lying": (("back", UP), ("head", UP), ("seat", UP), ("foot", UP)),
    "half_kneeling": (("foot", UP), ("knee", UP)),
    "hands_and_knees": (("hand", UP), ("knee", UP)),
    "on_fours": (("palm", UP), ("shin", UP), ("foot_top", UP)),
    "calves_up": (("back", UP), ("head", UP), ("seat", UP), ("calf", UP)),
    "heels_down": (("back", UP), ("head", UP), ("seat", UP), ("heel", UP)),
    "over_edge": (("back", UP), ("head", UP), ("buttock", UP)),
    "cushion": (("back", UP), ("head", UP), ("buttock", UP), ("heel", UP)),
    "sphinx": (("front", UP), ("thigh", UP), ("foot_top", UP), ("forearm", UP)),
    "prone": (("front", UP), ("thigh", UP), ("foot_top", UP)),
    "bridge": (("back", UP), ("head", UP), ("foot", UP)),
    "front_plank": (("forearm", UP), ("foot", UP)),
    "push_up": (("palm", UP), ("foot", UP)),
    "push_up_knees": (("palm", UP), ("shin", UP)),
    "wall_sit": (("foot", UP), ("back", FORWARD)),
    "leaning_seat": (("seat+buttock", UP), ("foot", UP)),
    "desk": (("seat+buttock", UP), ("foot", UP), ("forearm", UP)),
    "split": (("foot_r", UP), ("foot_l", UP)),
    "hip_thrust": (("shoulder_blade_r", UP), ("shoulder_blade_l", UP), ("foot", UP)),
    "seat_edge": (("ischium_r", UP), ("ischium_l", UP), ("foot", UP)),
    "seat_lift": (("palm", UP), ("foot", UP)),
    "childs_pose": (("shin", UP), ("foot_top", UP), ("forearm", UP), ("forehead", UP), ("seat", UP)),
    "free": (),
    **{
        f"{name}_{side}": groups
        for side, other in ("rl", "lr")
        for name, groups in {
            "standing": ((f"foot_{side}", UP),),
            "tiptoe": ((f"foot_{side}", UP),),
            "wall_push": ((f"foot_{side}", UP), ("palm", BACKWARD)),
            "figure_four": (
                ("back", UP), ("head", UP), ("seat", UP), (f"foot_{other}", UP), (f"ankle_outer_{side}", UP),
                (f"knee_outer_{side}", UP),
            ),
            "over_edge": (("back", UP), ("head", UP), ("buttock", UP), (f"foot_{side}", UP)),
            "half_kneeling": ((f"shin_{side}", UP), (f"foot_{other}", UP)),
            "prone": (("front", UP), (f"thigh_{side}", UP), (f"foot_top_{side}", UP)),
            "one_foot_plank": (("forearm", UP), (f"foot_{side}", UP)),
            "bridge": (("back", UP), ("head", UP), (f"foot_{side}", UP)),
            "side_lying": ((f"side_{side}", UP), (f"leg_side_{side}", UP), (f"head_side_{side}", UP)),
            "clam": (
                (f"side_{side}", UP), (f"leg_side_{side}", UP), (f"head_side_{side}", UP), (f"heel_inner_{other}", UP),
            ),
            "side_rest": (
                (f"side_{side}", UP), (f"leg_side_{side}", UP), (f"head_side_{side}", UP), (f"heel_inner_{other}", UP),
                (f"knee_pad_inner_{other}", UP),
            ),
            "side_plank": ((f"forearm_{side}", UP), (f"foot_{side}", UP)),
            "side_plank_knees": ((f"forearm_{side}", UP), (f"knee_outer_{side}", UP), (f"ankle_outer_{side}", UP)),
            "three_points": (("palm", UP), (f"shin_{side}", UP), (f"foot_top_{side}", UP)),
            "bird_dog": ((f"palm_{other}", UP), (f"shin_{side}", UP), (f"foot_top_{side}", UP)),
        }.items()
    },
}  # fmt: skip
"""What bears each way of holding still. A group, or a point alone, that ends in _r or _l is that of one side. Supports
that end so are named for the foot that stands ("standing", "bridge", "over_edge", "one_foot_plank"), the knee that
kneels ("half_kneeling", "three_points", and "bird_dog", which also lifts that side's hand), the leg that stays down
("prone"), or the side that lies below: there the head lies on the arm, in "clam" the upper heel on the lower one, and
in "side_rest" the upper leg on a cushion. "leaning_seat" is sitting with the trunk where the posture puts it."""
LEGS = ("femur", "tibia", "patella", "talus", "calcn", "toes")
ROUNDS = 4
"""Turns of leaning forward and sideways on one foot: each way disturbs the other a little."""
MOST_LEAN = np.radians(30.0)
"""A posture is leaned by no more than this to find its balance (assumed)."""
MATS = {
    "lying": 4, "calves_up": 3, "heels_down": 4, "over_edge": 3, "over_edge_r": 4, "over_edge_l": 4, "sphinx": 3,
    "prone": 3, "prone_r": 3, "prone_l": 3, "side_lying_r": 2, "side_lying_l": 2, "clam_r": 2, "clam_l": 2,
    "side_rest_r": 2, "side_rest_l": 2,
}  # fmt: skip
"""How many of a support's groups lie on one mat, which is one plane; all others are planes of their own."""
SOFT = ("backrest", "wall_sit", *MATS)
REACH_M, MAT_REACH_M = 0.03, 0.10
"""A point bears when it is this near to the lowest one of its support; lying down, flesh and mat give way further
(assumed)."""
COST, ROOT_SLACK, JOINT_SLACK, FRICTION = 1.0, 0.3, 5.0, 0.6
"""Price of full load on a point, slack of root (N, N m) and joints (N m), and friction (assumed)."""


@dataclass(frozen=True)
class HeldPosture:
    """A posture being held: the problem, the answer under one choice, and how much each contact bears, newtons."""

    problem: ForceProblem
    answer: ForceSolution
    borne: dict[str, float]

    def compression(self, level: str) -> float:
        """Compression at a lumbar level, newtons, + pressed together, along the disc's axis."""
        from psoas.mechanics.joint_loads import level_loads

        return float(level_loads(self.problem.body, self.answer.contact)[level].compression[0])


def balance_posture(body: Body, values: Floats, support: str) -> Floats:
    """Lean a posture until its centre of mass is over its support.

    Standing leans about the ankles until the centre of mass is over the feet; on one foot also sideways about the hip
    and foot, with the pelvis level. Sitting without a back leans about the hips until the trunk's centre of mass is
    over the sitting bones. Other supports stay as they are.

    Args:
        body: Any body.
        values: Coordinates (N,), radians and metres.
        support: A key of ``SUPPORTS``.

    Returns:
        The balanced coordinates (N,).
    """
    if support == "sitting":
        moves = {"pelvis_tilt": -1.0, "hip_flexion_r": 1.0, "hip_flexion_l": 1.0}
        return _leaned(body, values, moves, lambda v: _ahead_of_seat(body, v))
    if not support.startswith("standing"):
        return values
    sides = support.removeprefix("standing")[1:] or "rl"
    forward = {"pelvis_tilt": -1.0} | {f"ankle_angle_{side}": 1.0 for side in sides}
    across = {f"hip_adduction_{sides}": 1.0, f"subtalar_angle_{sides}": -1.0} if len(sides) == 1 else {}
    for _ in range(ROUNDS if across else 1):
        values = _leaned(body, values, forward, lambda v: _off_feet(body, v, sides)[0])
        if across:
            values = _leaned(body, values, across, lambda v: _off_feet(body, v, sides)[2])
    return values


def _leaned(body: Body, values: Floats, moves: Mapping[str, float], off: Callable[[Floats], float]) -> Floats:
    """The posture moved along ``moves`` until ``off`` is none; as it was where no lean within ``MOST_LEAN`` does it."""

    def lean(angle: float) -> Floats:
        leaned = values.copy()
        for name, by in moves.items():
            leaned[body.coordinate_index(name)] += by * angle
        return leaned

    if off(lean(-MOST_LEAN)) * off(lean(MOST_LEAN)) > 0:
        return values
    return lean(float(brentq(lambda angle: off(lean(angle)), -MOST_LEAN, MOST_LEAN, xtol=1e-8)))


def _ahead_of_seat(body: Body, values: Floats) -> float:
    """How far the centre of mass of all but the legs is ahead of the sitting bones, metres."""
    bones = [p for p in contact_points("seat") if p.name.startswith("ischium")]
    base = contact_positions(body, tuple(bones), values[None])[0, :, 0].mean()
    return float(body.centre_of_mass(values[None], without=LEGS)[0, 0] - base)


def _off_feet(body: Body, values: Floats, sides: str) -> Floats:
    """From the middle of the standing feet to the centre of mass (3,), metres."""
    feet = body.landmark_positions(values[None], tuple(f"{end}_{side}" for side in sides for end in ("heel", "toe")))
    return np.asarray(body.centre_of_mass(values[None])[0] - np.mean([p[0] for p in feet.values()], axis=0))


def hold_posture(
    body: Body, values: Floats, *, support: str, loads: Mapping[str, ExternalWrench] | None = None,
    setting: ForceSetting | None = None, choice: SharingChoice | None = None,
) -> HeldPosture:  # fmt: skip
    """Forces that hold a posture still, under one choice of sharing.

    Args:
        body: With ``trunk=True``.
        values: Coordinates (N,), radians and metres.
        support: A key of ``SUPPORTS``.
        loads: Forces from outside, such as a weight in the hands.
        setting: Bracing and tightness that are put in.
        choice: The rule of sharing; the first of the band by default.
    """
    return hold_posture_all_choices(
        body, values, support=support, loads=loads, setting=setting, choices=(choice or SharingChoice(),)
    )[0]


def hold_posture_all_choices(
    body: Body, values: Floats, *, support: str, loads: Mapping[str, ExternalWrench] | None = None,
    setting: ForceSetting | None = None, choices: Sequence[SharingChoice] = BAND,
) -> tuple[HeldPosture, ...]:  # fmt: skip
    """Forces that hold a posture still, under each of several choices of sharing.

    Args:
        body: With ``trunk=True``.
        values: Coordinates (N,), radians and metres.
        support: A key of ``SUPPORTS``.
        loads: Forces from outside, such as a weight in the hands.
        setting: Bracing and tightness that are put in.
        choices: Rules of sharing.

    Returns:
        One result a choice, with what supports the body under it.
    """
    values = balance_posture(body, values, support)
    still = FilteredKinematics(values[None], np.zeros((1, len(values))), np.zeros((1, len(values))), 0.0)
    alone = pose_problem(body, still, dict(loads or {}), setting=setting)
    ground = _grounds(body, values, support)
    found = []
    for choice in choices:
        bearing = _bear(alone, ground, choice)
        problem = replace(alone, required=_less(alone, bearing))
        borne = {name: float(np.linalg.norm(load.force)) for name, load in bearing.items()}
        found.append(HeldPosture(problem, solve_forces(problem, choice), borne))
    return tuple(found)


def contacts_of_support(group: str) -> tuple[ContactPoint, ...]:
    """Contacts that a group of ``SUPPORTS`` names: "seat+buttock", "foot_r" for one side, or one point's own name."""
    if found := contact_points(*group.split("+")):
        return found
    side = group[-2:]
    if members := contact_points(group.removesuffix(side)):
        return tuple(c for c in members if c.name.endswith(side))
    return tuple(c for c in contact_points() if c.name == group)


@dataclass(frozen=True)
class _SupportingGround:
    """What may bear a posture: contacts, where each is, the edges (P, E, 3) of its friction pyramid in newtons for the
    body's weight, and the generalized force (N, P * E) of each edge."""

    points: list[ContactPoint]
    places: list[Floats]
    edges: Floats
    columns: Floats


def _grounds(body: Body, values: Floats, support: str) -> _SupportingGround:
    points, normals, places = _bearing_points(body, values, support)
    unit, none = body.mass_kg * STANDARD_GRAVITY, np.zeros((1, 3))
    edges = np.array([_pushes(normal) for normal in normals]).reshape(-1, 4, 3) * unit
    columns = [
        body.load(values[None], point.segment, place[None], edge[None], none).generalized[0]
        for point, place, pushes in zip(points, places, edges, strict=True)
        for edge in pushes
    ]
    return _SupportingGround(points, places, edges, np.array(columns).reshape(-1, len(values)).T)


def _pushes(normal: tuple[float, ...]) -> Floats:
    """Edges (E, 3) of the friction pyramid about a normal, up or to the front or back."""
    upright = friction_pyramid(FRICTION)
    return upright if normal == UP else upright[:, [1, 0, 2]] * np.array([normal[0], 1.0, 1.0])


def _bear(alone: ForceProblem, ground: _SupportingGround, choice: SharingChoice) -> dict[str, ExternalWrench]:
    """Wrenches of everything that bears, by contact: those that leave the joints the least to do beyond what resting
    tissue gives them.

    Tissue decides where a body rests: a stretched muscle presses a thigh into its seat and a foot against the floor.
    """
    if not ground.points:
        return {}
    body = alone.body
    demand = alone.required.generalized.copy()
    demand[:, alone.rows] = active_demand(alone, choice).demand
    slack = np.array([ROOT_SLACK if n.startswith("pelvis_") else JOINT_SLACK for n in body.coordinate_names])
    found = share_forces(ground.columns[None], demand, weight=COST, reserve=slack, upper=np.inf)
    push = (found.activation[0].reshape(ground.edges.shape[:2])[..., None] * ground.edges).sum(axis=1)
    return {
        point.name: ExternalWrench(point.segment, place[None], force[None], np.zeros((1, 3)))
        for point, place, force in zip(ground.points, ground.places, push, strict=True)
    }


def _less(alone: ForceProblem, bearing: Mapping[str, ExternalWrench]) -> RequiredForces:
    """What the body needs beside its supports."""
    left = alone.required
    for load in bearing.values():
        left = left - alone.body.load(alone.values, load.segment, load.point, load.force, load.torque)
    return left


def _bearing_points(
    body: Body, values: Floats, support: str
) -> tuple[list[ContactPoint], list[tuple[float, ...]], list[Floats]]:
    """Contacts that reach their support, the way each is pushed, and where they are."""
    poses = body.poses(values[None])
    found: tuple[list[ContactPoint], list[tuple[float, ...]], list[Floats]] = ([], [], [])
    groups = SUPPORTS[support]
    flat = MATS.get(support, 0)
    planes = [groups[:flat], *((group,) for group in groups[flat:])]
    reach = MAT_REACH_M if support in SOFT else REACH_M
    for plane in filter(None, planes):
        members = []
        for group, normal in plane:
            for point in contacts_of_support(group):
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
