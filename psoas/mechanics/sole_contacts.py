"""How far each point of the soles may press the ground, from how near its floor and how still it is.

What a prediction of ground forces starts from, and what tells when a foot is down.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from psoas.body.anatomy.contact_points import ContactPoint, contact_points
from psoas.body.model.body import Body
from psoas.core.arrays import Bools, Floats, finite_rows, read_only, row_blocks
from psoas.core.sides import LETTERS
from psoas.kinematics.gait.ground_velocity import GroundMotion
from psoas.kinematics.motion import Motion
from psoas.mechanics.ground_height import find_ground_height
from psoas.mechanics.inverse_dynamics import differentiate, generalized_forces, regularize_time
from psoas.mechanics.smooth_step import smoothstep


@dataclass(frozen=True)
class GroundRecipe:
    """Figures of the method; found by search on two walks (the plateau is flat), tried on a run it had not seen."""

    acceleration_hz: float = 4.0
    gate_hz: float = 8.0
    output_hz: float = 8.0
    near_m: float = 0.07
    touching_m: float = -0.01
    still: float = 0.1
    moving: float = 0.8
    strength_bw: float = 0.4
    cost: float = 30.0
    friction: float = 0.6
    root_slack: float = 10.0
    joint_slack: float = 50.0
    pivot_above_m: float | None = 0.15
    pivot_slack: float = 10.0
    share_slack_bw: float | None = 0.05
    normalise: bool = True


WALKING = GroundRecipe()
RUNNING = replace(WALKING, acceleration_hz=6.0, pivot_above_m=None, share_slack_bw=None, normalise=False, near_m=0.05)
STANDING = replace(WALKING, pivot_above_m=None, share_slack_bw=None)
"""For movements on both feet that go nowhere: no pivot, no passing of load."""
FLOOR_PERCENTILE = 3.0
"""Each point's own floor is this percentile of its height: feet of a fitted body float or sink by centimetres."""
SLOWEST_M_S = 0.5
"""Below this speed over the ground stillness is judged against this speed."""


@dataclass(frozen=True)
class SoleContacts:
    """The soles at the K seen frames of T: ``position`` (K, C, 3) of each contact point, metres; ``gate`` (K, C) from
    0 to 1, how far it may press; ``lift`` (K, 2), the height of the ground under each foot over the lowest, metres;
    ``demand`` (K, N), the generalized forces that the movement needs; ``centre`` (K, 3) of mass; ``values`` (K, N), the
    filtered coordinates."""

    body: Body
    recipe: GroundRecipe
    points: tuple[ContactPoint, ...]
    seen: Bools
    rate_hz: float
    values: Floats
    position: Floats
    gate: Floats
    lift: Floats
    centre: Floats
    demand: Floats

    def __post_init__(self) -> None:
        object.__setattr__(self, "seen", read_only(self.seen, bool))
        for key in ("values", "position", "gate", "lift", "centre", "demand"):
            object.__setattr__(self, key, read_only(getattr(self, key)))

    def of_foot(self, side: str) -> list[int]:
        """Which points are on the foot of a side, "r" or "l"."""
        return [i for i, point in enumerate(self.points) if point.segment.endswith(side)]

    def down(self) -> Floats:
        """How far each foot may press (T, 2), right first: its most open gate; 0 where nobody was seen."""
        full = np.zeros((len(self.seen), 2))
        for i, side in enumerate(LETTERS):
            full[self.seen, i] = self.gate[:, self.of_foot(side)].max(axis=1)
        return full

    def heights(self) -> Floats:
        """``lift`` at all frames (T, 2); 0 where nobody was seen."""
        full = np.zeros((len(self.seen), 2))
        full[self.seen] = self.lift
        return full


def observe_soles(
    motion: Motion, ground: GroundMotion, *, recipe: GroundRecipe, known_heights: Sequence[float] = ()
) -> SoleContacts:
    """The soles of a motion over a ground that moves as ``ground`` says; ``known_heights`` of steps and boxes over the
    lowest ground, metres."""
    body, points = motion.body, contact_points("foot")
    kinematics = differentiate(motion, cutoff_hz=recipe.acceleration_hz)
    calm = differentiate(motion, cutoff_hz=recipe.gate_hz)
    seen = finite_rows(kinematics.acceleration)
    time = regularize_time(motion.time)
    position = contact_positions(body, points, calm.values[seen])
    velocity = np.gradient(position, time[seen], axis=0)
    rate = 1.0 / float(np.median(np.diff(time)))
    feet = [LETTERS.index(point.segment[-1]) for point in points]
    pace = np.linalg.norm(velocity - ground.velocity_m_s, axis=-1)
    steps = find_ground_height(position[..., 1], pace, feet, rate_hz=rate, known=known_heights)
    over = position - steps.lift[:, feet, None] * np.array([0.0, 1.0, 0.0])
    floor = _floor(over[..., 1], steps.resting[:, feet])
    centre = body.centre_of_mass(kinematics.values[seen])
    travel = np.gradient(centre, time[seen], axis=0) - ground.velocity_m_s
    speed = float(np.median(np.linalg.norm(travel[:, [0, 2]], axis=1)))
    gate = contact_gates(over, velocity, ground=ground.velocity_m_s, speed=speed, recipe=recipe, floor=floor)
    demand = generalized_forces(body, kinematics)[seen]
    return SoleContacts(
        body, recipe, points, seen, rate, kinematics.values[seen], position, gate, steps.lift, centre, demand
    )


def contact_positions(body: Body, points: tuple[ContactPoint, ...], values: Floats) -> Floats:
    """Contact points (T, C, 3) in the room, metres."""
    index = [body.segment_names.index(p.segment) for p in points]
    local = np.array([p.at * body.segment_scale(p.segment) for p in points])
    found = np.empty((len(values), len(points), 3))
    for block in row_blocks(len(values)):
        poses = body.poses(values[block])
        found[block] = poses.position[:, index] + np.einsum("tcij,cj->tci", poses.rotation[:, index], local)
    return found


def _floor(height: Floats, resting: Bools) -> Floats:
    """Each point's own floor (C,) from its height (K, C): low in all frames, or in those in which its foot rests."""
    floors = np.percentile(height, FLOOR_PERCENTILE, axis=0)
    known = np.flatnonzero(resting.any(axis=0))
    floors[known] = [np.percentile(height[resting[:, point], point], FLOOR_PERCENTILE) for point in known]
    return np.asarray(floors)


def contact_gates(
    position: Floats,
    velocity: Floats,
    *,
    ground: Floats,
    speed: float,
    recipe: GroundRecipe,
    floor: Floats | None = None,
) -> Floats:
    """How far each point may press (T, C), 0 to 1, from its height over its own floor and its speed on the ground.

    ``position`` and ``velocity`` (T, C, 3), ``ground`` (3,) the belt's velocity, ``speed`` of the body over the ground;
    ``floor`` (C,) the height of each point's own floor, its 3rd percentile when it is not told.
    """
    if floor is None:
        floor = np.percentile(position[..., 1], FLOOR_PERCENTILE, axis=0)
    height = position[..., 1] - floor
    low = smoothstep((recipe.near_m - height) / (recipe.near_m - recipe.touching_m))
    pace = np.linalg.norm(velocity - ground, axis=-1) / max(speed, SLOWEST_M_S)
    calm = smoothstep((recipe.moving - pace) / (recipe.moving - recipe.still))
    gate = low * calm
    if recipe.normalise:
        best = gate.max(axis=1, keepdims=True)
        gate = np.where(best > 1e-6, gate / np.maximum(best, 1e-6), gate)
    return np.asarray(gate)
