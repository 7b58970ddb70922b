"""What the psoas and iliacus do in a motion: lengths, fibres, moment arms, and their pull on the low back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from psoas.body.model.body import Body
from psoas.body.model.fibre_length_check import fibre_limits, note_fibre_lengths
from psoas.body.model.muscle_paths import MusclePaths
from psoas.body.posture_angles import lordosis_deg, stacking_deg
from psoas.core.arrays import Bools, Floats, Singles, finite_rows, read_only, row_blocks
from psoas.core.message import Message
from psoas.core.sides import SIDE_LETTER, SIDES
from psoas.kinematics.motion import Motion

GROUPS = ("psoas", "iliacus")
HIP = ("hip_flexion", "hip_adduction", "hip_rotation")


@dataclass(frozen=True)
class MuscleGroup:
    """One muscle of one side as its fascicles, over T frames and F fascicles; metres, newtons.

    ``moment_arm`` (T, F, 3) is about hip flexion, adduction, internal rotation; ``level_arm`` (T, F, 5) about each
    lumbar level's flexion axis, L1_L2 first, + extension, of a whole motion as 32-bit numbers. Figures of the whole are
    means weighted by maximal force.
    """

    name: str
    side: str
    fascicles: tuple[str, ...]
    max_force: Floats
    optimal_fibre: Floats
    tendon_slack: Floats
    standing: Floats
    length: Floats
    normalised_fibre: Floats
    passive_force: Floats
    moment_arm: Floats
    level_arm: Floats | Singles

    def __post_init__(self) -> None:
        for key, value in vars(self).items():
            if isinstance(value, np.ndarray):
                object.__setattr__(self, key, read_only(value, value.dtype))

    def _whole(self, values: Floats) -> Floats:
        return np.asarray(np.tensordot(values, self.max_force / self.max_force.sum(), axes=([1], [0])))

    @property
    def whole_length(self) -> Floats:
        """Length of the whole muscle (T,), metres."""
        return self._whole(self.length)

    @property
    def percent_standing(self) -> Floats:
        """Length of the whole muscle (T,) in percent of standing."""
        standing = float(self.standing @ self.max_force / self.max_force.sum())
        return 100 * self.whole_length / standing

    @property
    def hip_arm(self) -> Floats:
        """Moment arm of the whole muscle (T, 3) at the hip, metres: + flexion, adduction, internal rotation."""
        return self._whole(self.moment_arm)

    @property
    def level_moment_at_fmax(self) -> Floats:
        """Moment (T, 5) on each lumbar level if every fascicle pulled with its maximal force, newton metres, +
        extension."""
        return np.asarray(np.einsum("tfl,f->tl", self.level_arm, self.max_force))


@dataclass(frozen=True)
class Mechanics:
    """Everything computed from a motion: muscle groups by (name, side), lordosis and stacking (T,), degrees."""

    motion: Motion
    groups: Mapping[tuple[str, str], MuscleGroup]
    lordosis_deg: Floats
    stacking_deg: Floats

    @property
    def notes(self) -> tuple[Message, ...]:
        """Muscles whose fibres leave the lengths that fibres can have, in frames of this motion."""
        found: list[Message] = []
        for name in GROUPS:
            sides = [self.group(name, side) for side in SIDES]
            lines = [f"{name}_{line}_{SIDE_LETTER[one.side]}" for one in sides for line in one.fascicles]
            fibre = np.concatenate([one.normalised_fibre for one in sides], axis=1)
            found += note_fibre_lengths(lines, fibre, fibre_limits())
        return tuple(found)

    def group(self, name: str, side: str) -> MuscleGroup:
        """The "psoas" or "iliacus" of the "right" or "left" side."""
        return self.groups[name, side]


def muscle_group(body: Body, paths: MusclePaths, name: str, side: str) -> MuscleGroup:
    """One muscle of one side out of all paths."""
    lines = body.muscles_of(name, SIDE_LETTER[side])
    hip = np.array([body.coordinate_index(f"{axis}_{SIDE_LETTER[side]}") for axis in HIP])
    built, length = body.architecture, paths.length
    return MuscleGroup(
        name,
        side,
        tuple(body.muscle_names[i][:-2].removeprefix(f"{name}_") for i in lines),
        built.max_force[lines],
        built.optimal_fibre[lines],
        built.tendon_slack[lines],
        body.standing_length[lines],
        length[:, lines],
        built.normalised_fibre(length)[:, lines],
        built.passive_force(length)[:, lines],
        paths.arms(hip)[:, :, lines].transpose(0, 2, 1),
        paths.level_arm[:, lines],
    )


def restore_unseen_frames(array: Floats, seen: Bools) -> Floats:
    """Rows of ``array`` (K, ...) put back among all frames; NaN where a frame was not seen."""
    full = np.full((len(seen), *array.shape[1:]), np.nan)
    full[seen] = array
    return full


def compute_mechanics(motion: Motion) -> Mechanics:
    """Muscle geometry and posture measures of every frame; NaN where the frame was not seen."""
    body = motion.body
    seen = finite_rows(motion.values)
    values = motion.values[seen]
    every = [_of_block(body, values[block]) for block in row_blocks(len(values))]
    groups = {key: _joined([groups[key] for groups, _, _ in every], seen) for key in every[0][0]}
    lordosis, stacking = (np.concatenate([one[place] for one in every]) for place in (1, 2))
    return Mechanics(motion, groups, restore_unseen_frames(lordosis, seen), restore_unseen_frames(stacking, seen))


def _of_block(body: Body, values: Floats) -> tuple[dict[tuple[str, str], MuscleGroup], Floats, Floats]:
    """Muscle groups by (name, side), lordosis and stacking (T,) in degrees of some frames (T, N)."""
    paths, poses = body.paths(values), body.poses(values)
    groups = {(name, side): muscle_group(body, paths, name, side) for name in GROUPS for side in SIDES}
    return groups, lordosis_deg(poses), stacking_deg(poses)


def _joined(parts: Sequence[MuscleGroup], seen: Bools) -> MuscleGroup:
    """The blocks of one muscle in a row, among all frames: NaN where a frame was not seen."""

    def whole(values: Callable[[MuscleGroup], Floats]) -> Floats:
        return restore_unseen_frames(np.concatenate([values(one) for one in parts]), seen)

    return replace(
        parts[0],
        length=whole(lambda one: one.length),
        normalised_fibre=whole(lambda one: one.normalised_fibre),
        passive_force=whole(lambda one: one.passive_force),
        moment_arm=whole(lambda one: one.moment_arm),
        level_arm=whole(lambda one: np.asarray(one.level_arm, float)).astype(np.float32),
    )
