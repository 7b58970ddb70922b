"""What the psoas and iliacus do in a motion: lengths, fibres, moment arms, and their pull on the low back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from psoas.body.model.body import Body
from psoas.body.model.fibre_length_check import fibre_limits, note_fibre_lengths
from psoas.body.model.muscle_paths import MusclePaths
from psoas.body.posture_angles import lordosis_deg, stacking_deg
from psoas.core.arrays import Floats, Ints, Singles, finite_rows, read_only, row_blocks
from psoas.core.message import Message
from psoas.core.sides import SIDE_LETTER, SIDES
from psoas.kinematics.motion import Motion

GROUPS = ("psoas", "iliacus")
HIP = ("hip_flexion", "hip_adduction", "hip_rotation")
SERIES = {
    "length": np.float64, "normalised_fibre": np.float64, "passive_force": np.float64, "moment_arm": np.float64,
    "level_arm": np.float32,
}  # fmt: skip
"""What a muscle group holds for every frame of a motion, and in which numbers."""


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

    def with_series(self, series: Mapping[str, NDArray[Any]]) -> MuscleGroup:
        """The same muscle over other frames: ``series`` holds the arrays of ``SERIES`` by their names."""
        length, fibre, force, arm, level = (series[name] for name in SERIES)
        return replace(
            self, length=length, normalised_fibre=fibre, passive_force=force, moment_arm=arm, level_arm=level
        )

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


def compute_mechanics(motion: Motion) -> Mechanics:
    """Muscle geometry and posture measures of every frame; NaN where the frame was not seen."""
    body, frames = motion.body, np.flatnonzero(finite_rows(motion.values))
    kept: _KeptGeometry | None = None
    for block in row_blocks(len(frames)):
        found = _of_block(body, motion.values[frames[block]])
        kept = kept or _KeptGeometry.empty(found, len(motion.values))
        kept.fill(frames[block], found)
    assert kept is not None
    return Mechanics(motion, kept.groups(), kept.lordosis_deg, kept.stacking_deg)


@dataclass(frozen=True)
class _BlockGeometry:
    """Muscle groups by (name, side), lordosis and stacking (T,) in degrees of some frames."""

    groups: Mapping[tuple[str, str], MuscleGroup]
    lordosis_deg: Floats
    stacking_deg: Floats


@dataclass(frozen=True)
class _KeptGeometry:
    """Room for all frames, NaN where a frame was not seen, made once: blocks joined at the end would need memory twice
    over. ``series`` holds the arrays (T, ...) of each group by their names, ``single`` what does not change."""

    single: Mapping[tuple[str, str], MuscleGroup]
    series: Mapping[tuple[str, str], Mapping[str, NDArray[Any]]]
    lordosis_deg: Floats
    stacking_deg: Floats

    @classmethod
    def empty(cls, block: _BlockGeometry, frames: int) -> _KeptGeometry:
        """Room for ``frames`` like those of ``block``."""
        series = {
            key: {
                name: np.full((frames, *getattr(one, name).shape[1:]), np.nan, dtype) for name, dtype in SERIES.items()
            }
            for key, one in block.groups.items()
        }
        return cls(block.groups, series, np.full(frames, np.nan), np.full(frames, np.nan))

    def fill(self, rows: Ints, block: _BlockGeometry) -> None:
        """Put a block where its frames belong."""
        for key, one in block.groups.items():
            for name, values in self.series[key].items():
                values[rows] = getattr(one, name)
        self.lordosis_deg[rows], self.stacking_deg[rows] = block.lordosis_deg, block.stacking_deg

    def groups(self) -> dict[tuple[str, str], MuscleGroup]:
        """The muscle groups over all frames; nothing can be filled in afterwards."""
        for series in self.series.values():
            for values in series.values():
                values.setflags(write=False)
        return {key: one.with_series(self.series[key]) for key, one in self.single.items()}


def _of_block(body: Body, values: Floats) -> _BlockGeometry:
    """Geometry of some frames (T, N)."""
    paths, poses = body.paths(values), body.poses(values)
    groups = {(name, side): muscle_group(body, paths, name, side) for name in GROUPS for side in SIDES}
    return _BlockGeometry(groups, lordosis_deg(poses), stacking_deg(poses))
