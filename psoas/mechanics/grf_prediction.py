"""Ground forces without plates: how the feet must have pressed for the body to move as it did.

One small problem a frame, before any muscle: forces in friction pyramids at points of the soles, gated by how near each
point is to its own floor and how still it is on the ground, chosen so that root residuals nearly vanish, each foot
pushes nearly through a pivot above the centre of mass, and load passes smoothly from foot to foot. (Source fluit2014
for contact points as muscles; maus2010 for the pivot.)
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from psoas.body.anatomy.contact_points import ContactPoint
from psoas.core.arrays import Floats, read_only, row_blocks
from psoas.core.sides import LETTERS, SUFFIXES
from psoas.core.units import STANDARD_GRAVITY
from psoas.kinematics.filters import lowpass
from psoas.kinematics.gait.ground_velocity import GroundMotion
from psoas.kinematics.motion import Motion
from psoas.mechanics.inverse_dynamics import ExternalWrench
from psoas.mechanics.smooth_step import smoothstep
from psoas.mechanics.sole_contacts import RUNNING, WALKING, GroundRecipe, SoleContacts, observe_soles
from psoas.mechanics.static_optimization import share_forces

LEG_JOINTS = ("hip_flexion", "hip_adduction", "hip_rotation", "knee_angle", "ankle_angle", "subtalar_angle")
FAINT_SHARE = 0.02
"""A foot whose free share of the load is below this takes over less than all that is missing."""


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


def friction_pyramid(friction: float) -> Floats:
    """Four edges (4, 3) of a friction pyramid about the vertical, unit vertical part."""
    return np.array([[friction, 1, 0], [-friction, 1, 0], [0, 1, friction], [0, 1, -friction]], float)


@dataclass(frozen=True)
class GivenLoads:
    """What is known of the ground beforehand: ``wrench`` (T, 2, 6) of each foot, right first, force then moment about
    the room's origin, filtered like the movement that the prediction explains; ``weight`` (T, 2), 0 to 1, says how much
    of a foot's load that is (1: nothing is added)."""

    wrench: Floats
    weight: Floats

    def __post_init__(self) -> None:
        for key in ("wrench", "weight"):
            object.__setattr__(self, key, read_only(getattr(self, key)))


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
    return predict_from_soles(observe_soles(motion, ground, recipe=recipe or (RUNNING if running else WALKING)))


def predict_from_soles(soles: SoleContacts, given: GivenLoads | None = None) -> PredictedGround:
    """Ground forces that explain the movement of ``soles``, beside what is ``given``: where a foot's load is given
    whole, nothing is added under it, and the other foot bears what is missing."""
    recipe, seen = soles.recipe, soles.seen
    frames = len(seen)
    demand, weight = soles.demand, np.zeros((len(soles.position), 2))
    if given is not None:
        weight = given.weight[seen]
        known = given.wrench[seen]
        demand = soles.demand.copy()
        for block in row_blocks(len(demand)):
            here, origin = known[block], np.zeros((len(demand[block]), 3))
            loads = [(f"calcn_{side}", origin, here[:, i, :3], here[:, i, 3:]) for i, side in enumerate(LETTERS)]
            demand[block] -= soles.body.loads(soles.values[block], loads).generalized
    share = _vertical_share(soles.gate, soles.points) if recipe.share_slack_bw else None
    solved = _PredictedContacts(np.empty((len(weight), 2, 6)), np.empty((len(weight), 6)))
    for block in row_blocks(len(weight)):
        part = _ContactRows(soles, weight, block).solve(demand[block], None if share is None else share[block])
        solved.wrench[block], solved.residual[block] = part.wrench, part.residual
    loads_by_foot = {}
    for i, side in enumerate(LETTERS):
        full = np.zeros((frames, 6))
        full[seen] = lowpass(solved.wrench[:, i], rate_hz=soles.rate_hz, cutoff_hz=recipe.output_hz)
        loads_by_foot[side] = ExternalWrench(f"calcn_{side}", np.zeros((frames, 3)), full[:, :3], full[:, 3:])
    every, residual = np.full((frames, soles.gate.shape[1]), np.nan), np.full((frames, 6), np.nan)
    every[seen], residual[seen] = soles.gate, solved.residual
    return PredictedGround(loads_by_foot, every, residual)


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
    """The linear problem of every frame of a block: what each edge of each contact does to root, joints, pivots and
    shares."""

    def __init__(self, soles: SoleContacts, given: Floats, block: slice) -> None:
        body, points, position, recipe = soles.body, soles.points, soles.position[block], soles.recipe
        self.body, self.points, self.recipe, self.centre = body, points, recipe, soles.centre[block]
        self.free = 1.0 - given[block]
        self.weight_n = body.mass_kg * STANDARD_GRAVITY
        feet = [LETTERS.index(p.segment[-1]) for p in points]
        gate = soles.gate[block] * self.free[:, feet]
        edges = friction_pyramid(recipe.friction)
        strength = recipe.strength_bw * self.weight_n * gate * np.array([p.weight for p in points])
        force = strength[:, :, None, None] * edges
        moment = np.cross(position[:, :, None], force)
        frames, count = gate.shape
        # Each edge as a wrench about the room's origin (T, C * 4, 6), moment first as motion axes are angular first.
        self.wrench = np.concatenate([moment, force], axis=-1).reshape(frames, count * 4, 6)
        self.foot = np.repeat(feet, 4)
        self.rows = [
            i for i, c in enumerate(body.coordinates) if c.name.startswith("pelvis_") or c.name[:-2] in LEG_JOINTS
        ]
        _, axes = body.motion_axes(soles.values[block])
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
        part = np.stack([np.where(known, right, 0.0), np.where(known, 1 - right, 0.0)], axis=1) * self.free
        total = part.sum(axis=1, keepdims=True)
        part = np.where(self.free.min(axis=1, keepdims=True) < 1, part / np.maximum(total, FAINT_SHARE), part)
        block = np.stack([np.where(self.foot == i, self.wrench[..., 4], 0.0) for i in range(2)], axis=1)
        block[~known] = 0.0
        return block, part * need[:, None]
