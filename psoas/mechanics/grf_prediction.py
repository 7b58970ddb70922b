"""Ground forces without plates: how the feet must have pressed for the body to move as it did.

One small problem a frame, before any muscle: forces in friction pyramids at points of the soles, gated by how near each
point is to its own floor and how still it is on the ground, chosen so that root residuals nearly vanish, each foot
pushes nearly through a pivot above the centre of mass, and load passes smoothly from foot to foot. (Source fluit2014
for contact points as muscles; maus2010 for the pivot.)
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from psoas.body.anatomy.contact_points import ContactPoint, contact_points
from psoas.body.model.body import Body
from psoas.core.arrays import Floats, finite_rows, read_only, row_blocks
from psoas.core.sides import LETTERS, SUFFIXES
from psoas.core.units import STANDARD_GRAVITY
from psoas.kinematics.filters import lowpass
from psoas.kinematics.gait.ground_velocity import GroundMotion
from psoas.kinematics.motion import Motion
from psoas.mechanics.inverse_dynamics import ExternalWrench, differentiate, generalized_forces, regularize_time
from psoas.mechanics.static_optimization import share_forces

LEG_JOINTS = ("hip_flexion", "hip_adduction", "hip_rotation", "knee_angle", "ankle_angle", "subtalar_angle")


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
class PredictedGround:
    """Predicted ground: ``wrench`` per foot about the room's origin, ``gate`` (T, C) of each contact point, and the
    unexplained root ``residual`` (T, 6), N and N m."""

    loads: dict[str, ExternalWrench]
    gate: Floats
    residual: Floats

    def __post_init__(self) -> None:
        for key in ("gate", "residual"):
            object.__setattr__(self, key, read_only(getattr(self, key)))


def smoothstep(x: Floats) -> Floats:
    """0 below 0, 1 above 1, smooth in between."""
    t = np.clip(x, 0.0, 1.0)
    return np.asarray(t * t * (3 - 2 * t))


def contact_positions(body: Body, points: tuple[ContactPoint, ...], values: Floats) -> Floats:
    """Contact points (T, C, 3) in the room, metres."""
    index = [body.segment_names.index(p.segment) for p in points]
    local = np.array([p.at * body.segment_scale(p.segment) for p in points])
    found = np.empty((len(values), len(points), 3))
    for block in row_blocks(len(values)):
        poses = body.poses(values[block])
        found[block] = poses.position[:, index] + np.einsum("tcij,cj->tci", poses.rotation[:, index], local)
    return found


def contact_gates(position: Floats, velocity: Floats, *, ground: Floats, speed: float, recipe: GroundRecipe) -> Floats:
    """How far each point may press (T, C), 0 to 1, from its height over its own floor and its speed on the ground.

    ``position`` and ``velocity`` (T, C, 3), ``ground`` (3,) the belt's velocity, ``speed`` of the body over the ground.
    """
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


def friction_pyramid(friction: float) -> Floats:
    """Four edges (4, 3) of a friction pyramid about the vertical, unit vertical part."""
    return np.array([[friction, 1, 0], [-friction, 1, 0], [0, 1, friction], [0, 1, -friction]], float)


def predict_ground(
    motion: Motion, ground: GroundMotion, *, running: bool, recipe: GroundRecipe | None = None
) -> PredictedGround:
    """Ground forces under both feet from the movement alone.

    Args:
        motion: Coordinates on a body.
        ground: How the ground moves.
        running: Whether the gait is running; chooses the recipe.
        recipe: Constants of the method; by default those for walking or running.

    Returns:
        Forces in newtons and moments about the room's origin in N m, in the room's axes.
    """
    recipe = recipe or (RUNNING if running else WALKING)
    body, points = motion.body, contact_points("foot")
    kinematics = differentiate(motion, cutoff_hz=recipe.acceleration_hz)
    calm = differentiate(motion, cutoff_hz=recipe.gate_hz)
    seen = finite_rows(kinematics.acceleration)
    time = regularize_time(motion.time)
    position = contact_positions(body, points, calm.values[seen])
    velocity = np.gradient(position, time[seen], axis=0)
    centre = body.centre_of_mass(kinematics.values[seen])
    travel = np.gradient(centre, time[seen], axis=0) - ground.velocity_m_s
    speed = float(np.median(np.linalg.norm(travel[:, [0, 2]], axis=1)))
    gate = contact_gates(position, velocity, ground=ground.velocity_m_s, speed=speed, recipe=recipe)
    demand = generalized_forces(body, kinematics)[seen]
    share = _vertical_share(gate, points) if recipe.share_slack_bw else None
    values, solved = kinematics.values[seen], _PredictedContacts(np.empty((len(gate), 2, 6)), np.empty((len(gate), 6)))
    for block in row_blocks(len(gate)):
        rows = _ContactRows(body, points, values[block], position[block], gate[block], centre[block], recipe)
        part = rows.solve(demand[block], None if share is None else share[block])
        solved.wrench[block], solved.residual[block] = part.wrench, part.residual
    rate = 1.0 / float(np.median(np.diff(time)))
    loads = {}
    for i, side in enumerate(LETTERS):
        full = np.zeros((len(motion.time), 6))
        full[seen] = lowpass(solved.wrench[:, i], rate_hz=rate, cutoff_hz=recipe.output_hz)
        loads[side] = ExternalWrench(f"calcn_{side}", np.zeros((len(full), 3)), full[:, :3], full[:, 3:])
    every = np.full((len(motion.time), gate.shape[1]), np.nan)
    every[seen] = gate
    residual = np.full((len(motion.time), 6), np.nan)
    residual[seen] = solved.residual
    return PredictedGround(loads, every, residual)


@dataclass(frozen=True)
class _PredictedContacts:
    wrench: Floats
    residual: Floats


def _vertical_share(gate: Floats, points: tuple[ContactPoint, ...]) -> Floats:
    """Right foot's share (T,) of the vertical force: 1 and 0 in single support, a cubic ramp through double support."""
    feet = np.stack([gate[:, [p.segment.endswith(s) for p in points]].max(axis=1) for s in SUFFIXES], axis=1)
    down = feet > 0.5
    share = np.where(down[:, 0] & ~down[:, 1], 1.0, np.where(down[:, 1] & ~down[:, 0], 0.0, np.nan))
    both = down.all(axis=1)
    edges = np.flatnonzero(np.diff(np.r_[0, both.astype(int), 0]))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        before = share[start - 1] if start else np.nan
        after = share[end] if end < len(share) else np.nan
        if np.isfinite(before) and np.isfinite(after) and before != after:
            ramp = smoothstep(np.arange(1, end - start + 1) / (end - start + 1))
            share[start:end] = before + (after - before) * ramp
    return np.asarray(share)


class _ContactRows:
    """The linear problem of every frame: what each edge of each contact does to root, joints, pivots and shares."""

    def __init__(
        self,
        body: Body,
        points: tuple[ContactPoint, ...],
        values: Floats,
        position: Floats,
        gate: Floats,
        centre: Floats,
        recipe: GroundRecipe,
    ) -> None:
        self.body, self.points, self.recipe, self.centre = body, points, recipe, centre
        self.weight_n = body.mass_kg * STANDARD_GRAVITY
        edges = friction_pyramid(recipe.friction)
        strength = recipe.strength_bw * self.weight_n * gate * np.array([p.weight for p in points])
        force = strength[:, :, None, None] * edges
        moment = np.cross(position[:, :, None], force)
        frames, count = gate.shape
        # Each edge as a wrench about the room's origin (T, C * 4, 6), moment first as motion axes are angular first.
        self.wrench = np.concatenate([moment, force], axis=-1).reshape(frames, count * 4, 6)
        self.foot = np.repeat([LETTERS.index(p.segment[-1]) for p in points], 4)
        self.rows = [
            i for i, c in enumerate(body.coordinates) if c.name.startswith("pelvis_") or c.name[:-2] in LEG_JOINTS
        ]
        _, axes = body.motion_axes(values)
        n = len(body.coordinate_names)
        self.columns = np.empty((frames, len(self.rows), count * 4))
        for i, side in enumerate(LETTERS):
            s = body.segment_names.index(f"calcn_{side}")
            carried = body.carries[s * n : (s + 1) * n][self.rows]
            twist = np.stack([np.asarray((carried @ axes[..., k].T).T) for k in range(6)], axis=-1)
            mine = self.foot == i
            self.columns[:, :, mine] = twist @ self.wrench[:, mine].transpose(0, 2, 1)

    def solve(self, demand: Floats, share_right: Floats | None) -> _PredictedContacts:
        """Forces of every frame: wrench (T, 2, 6) as force then moment about the origin, and root residual (T, 6)."""
        recipe, names = self.recipe, [self.body.coordinate_names[i] for i in self.rows]
        slack = [recipe.root_slack if n.startswith("pelvis_") else recipe.joint_slack for n in names]
        blocks, targets = [self.columns], [demand[:, self.rows]]
        if recipe.pivot_above_m is not None:
            block = self._pivot()
            blocks.append(block)
            targets.append(np.zeros(block.shape[:2]))
            slack += [recipe.pivot_slack] * 2
        if share_right is not None and recipe.share_slack_bw:
            block, target = self._shares(share_right, demand)
            blocks.append(block)
            targets.append(target)
            slack += [recipe.share_slack_bw * self.weight_n] * 2
        matrix, right = np.concatenate(blocks, axis=1), np.concatenate(targets, axis=1)
        edges = matrix.shape[2]
        found = share_forces(
            matrix, right, lower=np.zeros(edges), upper=np.full(edges, np.inf), weight=np.full(edges, recipe.cost),
            reserve=np.array(slack),
        )  # fmt: skip
        pressed = found.activation[..., None] * self.wrench
        wrench = np.stack([pressed[:, self.foot == i].sum(axis=1) for i in range(2)], axis=1)
        root = [i for i, n in enumerate(names) if n.startswith("pelvis_")]
        return _PredictedContacts(np.concatenate([wrench[..., 3:], wrench[..., :3]], axis=-1), found.reserve[:, root])

    def _pivot(self) -> Floats:
        """Sagittal moment (T, 2, E) of each edge about a point above the centre of mass, for its own foot."""
        pivot = self.centre + np.array([0.0, self.recipe.pivot_above_m or 0.0, 0.0])
        about = self.wrench[..., :3] - np.cross(pivot[:, None], self.wrench[..., 3:])
        return np.stack([np.where(self.foot == i, about[..., 2], 0.0) for i in range(2)], axis=1)

    def _shares(self, right: Floats, demand: Floats) -> tuple[Floats, Floats]:
        """Vertical force (T, 2, E) of each foot and its wanted share (T, 2) of what the body needs; free where
        unknown."""
        need = demand[:, self.body.coordinate_index("pelvis_ty")]
        known = np.isfinite(right)
        part = np.where(known, right, 0.0)
        block = np.stack([np.where(self.foot == i, self.wrench[..., 4], 0.0) for i in range(2)], axis=1)
        block[~known] = 0.0
        return block, np.stack([part * need, np.where(known, 1 - part, 0.0) * need], axis=1)
