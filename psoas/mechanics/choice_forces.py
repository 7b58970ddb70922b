"""What is kept of a movement's forces: solved some frames at a time, so that memory stays flat."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from psoas.body.model.body import Body
from psoas.body.model.required_forces import RequiredForces
from psoas.core.arrays import Floats, finite_rows, row_blocks
from psoas.core.sides import SIDES
from psoas.mechanics.inverse_dynamics import ExternalWrench, FilteredKinematics
from psoas.mechanics.joint_loads import LevelLoad, hip_contact_bw, level_loads
from psoas.mechanics.muscle_force_estimation import (
    BAND,
    ForceProblem,
    ForceSetting,
    ForceSolution,
    SharingChoice,
    group_contact,
    group_tension,
    pose_problem,
    solve_forces,
)

GROUPS = ("psoas", "iliacus", "gluteus maximus", "gluteus medius")
"""Muscle groups whose tension is kept under every choice."""


@dataclass(frozen=True)
class DiscForces:
    """Compression and shear (K, L) of L discs, newtons, + shear when the upper vertebra is pushed forward; ``names``
    says which, "L5_S1" first."""

    names: tuple[str, ...]
    compression: Floats
    shear: Floats


@dataclass(frozen=True)
class ChoiceForces:
    """Forces under one choice at the K seen frames.

    ``tension`` (K,) newtons by (group, side); ``hip_contact_bw`` (K,) body weights by side; ``discs`` every disc, and
    ``discs_from_psoas`` the part of it that both psoas alone put there; ``passive_hip`` (K, 2) N m, right and left,
    what tissue gives in hip flexion.
    """

    choice: SharingChoice
    tension: Mapping[tuple[str, str], Floats]
    hip_contact_bw: Mapping[str, Floats]
    discs: DiscForces
    discs_from_psoas: DiscForces
    passive_hip: Floats


@dataclass(frozen=True)
class MuscleForces:
    """Every muscle under the first choice at the K seen frames: ``tension`` (K, M) newtons, ``activation`` (K, M) 0 to
    1, ``contact`` (K, R, 3) newtons on the further segment of each of ``Body.reaction_names``, in the nearer one's
    axes, all three as 32-bit numbers; ``reserve`` (K, rows) N m, what stood in for muscles."""

    tension: NDArray[np.float32]
    activation: NDArray[np.float32]
    contact: NDArray[np.float32]
    reserve: Floats


@dataclass(frozen=True)
class BlockForces:
    """A block of frames: the problem, and its solution under every choice of the band."""

    problem: ForceProblem
    answers: tuple[ForceSolution, ...]


def solve_blocks(
    body: Body,
    kinematics: FilteredKinematics,
    loads: Mapping[str, ExternalWrench],
    *,
    required: RequiredForces | None = None,
    setting: ForceSetting | None = None,
    book: Callable[[str], None] | None = None,
) -> Iterator[BlockForces]:
    """Share the forces of a movement under every choice of the band, a block of frames at a time.

    Args:
        body: With ``trunk=True``.
        kinematics: Coordinates with their derivatives, T frames; frames that were not seen are left out.
        loads: Forces from outside at the same frames, by name.
        required: What the movement needs (T frames), where it is known already.
        setting: Bracing and tightness that are put in.
        book: Called with the name of each stage when it ends.

    Yields:
        Each block's problem and solutions.
    """
    frames, told = np.flatnonzero(finite_rows(kinematics.acceleration)), book or (lambda stage: None)
    for block in row_blocks(len(frames)):
        at = frames[block]
        part = FilteredKinematics(
            kinematics.values[at], kinematics.velocity[at], kinematics.acceleration[at], kinematics.cutoff_hz
        )
        given = {name: one.at(at) for name, one in loads.items()}
        needed = None if required is None else RequiredForces(required.generalized[at], required.reaction[at])
        problem = pose_problem(body, part, given, setting=setting, required=needed)
        told("muscle_paths")
        first = solve_forces(problem, BAND[0])
        told("sharing")
        others = [solve_forces(problem, choice, start=first.shared.price) for choice in BAND[1:]]
        told("band")
        yield BlockForces(problem, (first, *others))


def collect_forces(blocks: Iterable[BlockForces]) -> tuple[tuple[ChoiceForces, ...], MuscleForces]:
    """What is kept of all blocks: every choice's groups and loads, and every muscle under the first choice."""
    kept = [
        (
            [_of_choice(one.problem, answer) for answer in one.answers],
            _of_muscles(one.answers[0]),
        )
        for one in blocks
    ]
    choices = tuple(_joined(parts) for parts in zip(*(found for found, _ in kept), strict=True))
    muscles = [one for _, one in kept]
    return choices, MuscleForces(
        np.concatenate([one.tension for one in muscles]),
        np.concatenate([one.activation for one in muscles]),
        np.concatenate([one.contact for one in muscles]),
        np.concatenate([one.reserve for one in muscles]),
    )


def _of_muscles(found: ForceSolution) -> MuscleForces:
    return MuscleForces(
        found.tension.astype("f4"), found.activation.astype("f4"), found.contact.astype("f4"), found.shared.reserve
    )


def _of_choice(problem: ForceProblem, found: ForceSolution) -> ChoiceForces:
    body = problem.body
    both = sum(group_contact(problem, found, "psoas", side) for side in SIDES)
    return ChoiceForces(
        found.choice,
        {(group, side): group_tension(body, found, group, side) for group in GROUPS for side in SIDES},
        {side: hip_contact_bw(body, found.contact, side) for side in SIDES},
        _of_discs(level_loads(body, found.contact)),
        _of_discs(level_loads(body, np.asarray(both))),
        found.passive_hip,
    )


def _of_discs(levels: Mapping[str, LevelLoad]) -> DiscForces:
    return DiscForces(
        tuple(levels),
        np.stack([one.compression for one in levels.values()], axis=1),
        np.stack([one.shear for one in levels.values()], axis=1),
    )


def _joined_discs(parts: Sequence[DiscForces]) -> DiscForces:
    return DiscForces(
        parts[0].names,
        np.concatenate([one.compression for one in parts]),
        np.concatenate([one.shear for one in parts]),
    )


def _joined(parts: Sequence[ChoiceForces]) -> ChoiceForces:
    """One choice's blocks in a row."""
    first = parts[0]
    return ChoiceForces(
        first.choice,
        {key: np.concatenate([one.tension[key] for one in parts]) for key in first.tension},
        {side: np.concatenate([one.hip_contact_bw[side] for one in parts]) for side in first.hip_contact_bw},
        _joined_discs([one.discs for one in parts]),
        _joined_discs([one.discs_from_psoas for one in parts]),
        np.concatenate([one.passive_hip for one in parts]),
    )
