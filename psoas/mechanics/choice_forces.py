"""What is kept of a movement's forces: solved some frames at a time, so that memory stays flat."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from psoas.body.model.body import Body
from psoas.body.model.required_forces import RequiredForces
from psoas.core.arrays import Floats, Singles, finite_rows, row_blocks
from psoas.core.sides import SIDES
from psoas.mechanics.inverse_dynamics import ExternalWrench, FilteredKinematics
from psoas.mechanics.joint_loads import disc_names, hip_contact_bw, level_loads
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
KEPT = tuple((group, side) for group in GROUPS for side in SIDES)


@dataclass(frozen=True)
class DiscForces:
    """Compression and shear (K, L) of L discs, newtons as 32-bit numbers, + shear when the upper vertebra is pushed
    forward; ``names`` says which, "L5_S1" first."""

    names: tuple[str, ...]
    compression: Singles
    shear: Singles

    def at(self, frames: slice) -> DiscForces:
        """The forces of some frames."""
        return DiscForces(self.names, self.compression[frames], self.shear[frames])


@dataclass(frozen=True)
class ChoiceForces:
    """Forces under one choice at the K seen frames.

    ``tension`` (K,) newtons by (group, side); ``hip_contact_bw`` (K,) body weights by side; ``discs`` every disc, and
    ``discs_from_psoas`` the part of it that both psoas alone put there; ``passive_hip`` (K, 2) N m, right and left,
    what tissue gives in hip flexion. All of them are 32-bit numbers.
    """

    choice: SharingChoice
    tension: Mapping[tuple[str, str], Singles]
    hip_contact_bw: Mapping[str, Singles]
    discs: DiscForces
    discs_from_psoas: DiscForces
    passive_hip: Singles

    def at(self, frames: slice) -> ChoiceForces:
        """The forces of some frames."""
        return ChoiceForces(
            self.choice,
            {key: one[frames] for key, one in self.tension.items()},
            {side: one[frames] for side, one in self.hip_contact_bw.items()},
            self.discs.at(frames),
            self.discs_from_psoas.at(frames),
            self.passive_hip[frames],
        )


@dataclass(frozen=True)
class MuscleForces:
    """Every muscle under the first choice at the K seen frames: ``tension`` (K, M) newtons, ``activation`` (K, M) 0 to
    1, ``contact`` (K, R, 3) newtons on the further segment of each of ``Body.reaction_names``, in the nearer one's
    axes, all three as 32-bit numbers; ``reserve`` (K, rows) N m, what stood in for muscles."""

    tension: Singles
    activation: Singles
    contact: Singles
    reserve: Floats

    def at(self, frames: slice) -> MuscleForces:
        """The forces of some frames."""
        return MuscleForces(self.tension[frames], self.activation[frames], self.contact[frames], self.reserve[frames])


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
        yield _solve_block(problem, told)
        del problem  # the next block would need its memory a second time


def _solve_block(problem: ForceProblem, told: Callable[[str], None]) -> BlockForces:
    """A block's solutions under every choice; the others start from the first."""
    first = solve_forces(problem, BAND[0])
    told("sharing")
    others = [solve_forces(problem, choice, start=first.shared.price) for choice in BAND[1:]]
    told("band")
    return BlockForces(problem, (first, *others))


def collect_forces(
    blocks: Iterable[BlockForces], frames: int, progress: Callable[[int, int], None] | None = None
) -> tuple[tuple[ChoiceForces, ...], MuscleForces]:
    """What is kept of all blocks: every choice's groups and loads, and every muscle under the first choice.

    Args:
        blocks: In the order of time.
        frames: How many frames all of them hold.
        progress: Called with how many frames are done, and of how many.
    """
    kept: _KeptForces | None = None
    done = 0
    for block in blocks:
        kept = kept or _KeptForces.empty(block, frames)
        rows = slice(done, done + len(block.problem.values))
        kept.fill(rows, block)
        del block  # as in ``solve_blocks``
        done = rows.stop
        if progress:
            progress(done, frames)
    assert kept is not None and done == frames
    return kept.choices(), kept.muscles


@dataclass(frozen=True)
class _KeptForces:
    """Room for all frames, made once: blocks that were joined at the end would need memory twice over.

    C choices, K frames, L discs: ``tension`` (C, K, groups and sides), ``hips`` (C, K, 2), ``discs`` and ``from_psoas``
    (C, K, L, 2) compression and shear, ``passive`` (C, K, 2).
    """

    of: tuple[SharingChoice, ...]
    disc_names: tuple[str, ...]
    tension: Singles
    hips: Singles
    discs: Singles
    from_psoas: Singles
    passive: Singles
    muscles: MuscleForces

    @classmethod
    def empty(cls, block: BlockForces, frames: int) -> _KeptForces:
        """Room for ``frames`` like those of ``block``."""
        body, main, count = block.problem.body, block.answers[0], len(block.answers)
        names, lines = disc_names(body), len(body.muscles)

        def room(*shape: int) -> Singles:
            return np.empty((count, frames, *shape), np.float32)

        muscles = MuscleForces(
            np.empty((frames, lines), np.float32),
            np.empty((frames, lines), np.float32),
            np.empty((frames, *main.contact.shape[1:]), np.float32),
            np.empty((frames, main.shared.reserve.shape[1])),
        )
        choices, sides = tuple(answer.choice for answer in block.answers), len(SIDES)
        discs, from_psoas = (room(len(names), 2) for _ in range(2))
        return cls(choices, names, room(len(KEPT)), room(sides), discs, from_psoas, room(sides), muscles)

    def fill(self, rows: slice, block: BlockForces) -> None:
        """Put a block where its frames belong."""
        problem, main, muscles = block.problem, block.answers[0], self.muscles
        body = problem.body
        for c, found in enumerate(block.answers):
            both = np.asarray(sum(group_contact(problem, found, "psoas", side) for side in SIDES))
            self.tension[c, rows] = np.stack([group_tension(body, found, *key) for key in KEPT], axis=1)
            self.hips[c, rows] = np.stack([hip_contact_bw(body, found.contact, side) for side in SIDES], axis=1)
            self.discs[c, rows], self.from_psoas[c, rows] = (_disc_pair(body, one) for one in (found.contact, both))
            self.passive[c, rows] = found.passive_hip
        muscles.tension[rows], muscles.activation[rows] = main.tension, main.activation
        muscles.contact[rows], muscles.reserve[rows] = main.contact, main.shared.reserve

    def choices(self) -> tuple[ChoiceForces, ...]:
        """The forces under each choice."""
        return tuple(
            ChoiceForces(
                choice,
                {key: self.tension[c, :, i] for i, key in enumerate(KEPT)},
                {side: self.hips[c, :, i] for i, side in enumerate(SIDES)},
                DiscForces(self.disc_names, self.discs[c, ..., 0], self.discs[c, ..., 1]),
                DiscForces(self.disc_names, self.from_psoas[c, ..., 0], self.from_psoas[c, ..., 1]),
                self.passive[c],
            )
            for c, choice in enumerate(self.of)
        )


def _disc_pair(body: Body, contact: Floats) -> Floats:
    """Compression and shear (T, L, 2) of every disc, newtons."""
    return np.stack([[one.compression, one.shear] for one in level_loads(body, contact).values()]).transpose(2, 0, 1)
