"""The forces of a movement: muscles by least effort, the loads they leave on hips and low back, as a band of
choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from psoas.body.abdominal_pressure import pressure_load, pressure_pa
from psoas.body.anatomy.muscle_architecture import MuscleArchitecture
from psoas.body.model.body import Body
from psoas.body.model.muscle_paths import MusclePaths
from psoas.body.model.required_forces import RequiredForces
from psoas.core.arrays import Bools, Floats, Ints, finite_rows, read_only
from psoas.core.message import Message, message
from psoas.mechanics.hill_muscle import MuscleCapacity, muscle_capacity, passive_ease
from psoas.mechanics.inverse_dynamics import ExternalWrench, FilteredKinematics, required_forces
from psoas.mechanics.passive_moments import capsule_hip, chest_passive, chest_stiffness, lumbar_passive, riener_hip
from psoas.mechanics.static_optimization import Exponent, SharedForces, share_forces

ROWS = (
    "hip_flexion", "hip_adduction", "hip_rotation", "knee_angle", "ankle_angle", "subtalar_angle", "lumbar_extension",
    "lumbar_bending", "lumbar_rotation", "thorax_extension",
)  # fmt: skip
"""Coordinates that muscles balance; arms and head have no muscles here."""
RESERVE_NM = 3.0
"""A reserve of this size costs as much as one muscle at full activation (assumed; OpenSim's practice is 1 to 10)."""
FIBRES, MEASURED = "fibres", "measured"


@dataclass(frozen=True)
class SharingChoice:
    """One defensible way to share forces.

    ``weighting`` "uniform" or "volume"; ``exponent`` 2 or 3; ``passive`` "fibres" (resting fibres plus a capsule) or
    "measured" (joint curves that already hold resting muscle): never both; ``strength`` scales every muscle;
    ``psoas_weight`` below 1 makes the psoas cheaper (Sturdy 2024: plain sharing asks too little of it).
    """

    weighting: str = "uniform"
    exponent: Exponent = 2
    passive: str = FIBRES
    strength: float = 1.0
    psoas_weight: float = 1.0

    @property
    def label(self) -> Message:
        """In words."""
        kind = "plain" if self.strength == 1.0 else "scaled"
        return message(
            f"sharing.{kind}", weighting=self.weighting, exponent=str(self.exponent), passive=self.passive,
            strength=f"{self.strength:g}",
        )  # fmt: skip


BAND = (
    *(SharingChoice(w, e, p) for p in (FIBRES, MEASURED) for w in ("uniform", "volume") for e in (2, 3)),
    SharingChoice(strength=0.75),
    SharingChoice(strength=1.5),
)
"""The stated set of choices whose range is the band; the first is the one that single figures come from."""


@dataclass(frozen=True)
class ForceSetting:
    """What is put in rather than found: ``bracing`` 0 to 1 of transversus abdominis, ``psoas_tightness`` by side as the
    share of a fibre by which the tendon is shorter."""

    bracing: float = 0.0
    psoas_tightness: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class ForceProblem:
    """Everything about a movement that no choice changes; T seen frames. ``arms`` (T, len(rows), M), metres."""

    body: Body
    values: Floats
    rows: Ints
    required: RequiredForces
    paths: MusclePaths
    arms: Floats
    built: MuscleArchitecture
    velocity: Floats
    ease: Floats
    push_arm: Floats
    push_reaction: Floats
    seen: Bools


@dataclass(frozen=True)
class ForceSolution:
    """Forces under one choice at the seen frames: tension and activation (T, M), contact (T, R, 3) newtons on the
    further segment in the nearer one's axes, ``chest_give`` (T,) N m, + extension, what the tissue at the foot of the
    chest bears beyond what its angle says, and how the sharing went."""

    choice: SharingChoice
    tension: Floats
    activation: Floats
    passive_hip: Floats
    chest_give: Floats
    contact: Floats
    shared: SharedForces

    def __post_init__(self) -> None:
        for key in ("tension", "activation", "passive_hip", "chest_give", "contact"):
            object.__setattr__(self, key, read_only(getattr(self, key)))


def shorten_psoas_tendons(body: Body, tightness: Mapping[str, float]) -> MuscleArchitecture:
    """Architecture with the psoas' tendons shorter by a share of the fibre, by side "right" or "left"."""
    built = body.architecture
    slack = built.tendon_slack.copy()
    for side, amount in tightness.items():
        lines = body.muscles_of("psoas", side[0])
        slack[lines] -= amount * built.optimal_fibre[lines]
    return replace(built, tendon_slack=slack)


def pose_problem(
    body: Body,
    kinematics: FilteredKinematics,
    loads: Mapping[str, ExternalWrench],
    *,
    setting: ForceSetting | None = None,
    paths: MusclePaths | None = None,
    required: RequiredForces | None = None,
) -> ForceProblem:
    """Set up static optimization for a movement.

    Args:
        body: With ``trunk=True``.
        kinematics: Coordinates with their derivatives.
        loads: Forces from outside, by name.
        setting: Bracing and tightness that are put in.
        paths: Muscle paths of the seen frames, where they are known already.
        required: What the movement needs at all frames, where it is known already.
    """
    setting = setting or ForceSetting()
    seen = finite_rows(kinematics.acceleration)
    values = kinematics.values[seen]
    found = required or required_forces(body, kinematics, loads)
    required = RequiredForces(found.generalized[seen], found.reaction[seen])
    paths = paths or body.paths(values)
    velocity = paths.speed(kinematics.velocity[seen], body.expansion.coordinate)
    if setting.bracing:
        belly, pascal = pressure_load(body, values), float(pressure_pa(np.array([setting.bracing]))[0])
        push_arm, push_reaction = belly.arm * pascal, belly.reaction_arm * pascal
    else:
        push_arm, push_reaction = np.zeros_like(values), np.zeros_like(required.reaction)
    rows = np.array([i for i, c in enumerate(body.coordinates) if c.name in ROWS or c.name[:-2] in ROWS])
    built = shorten_psoas_tendons(body, setting.psoas_tightness)
    ease = passive_ease(body.architecture, body.longest)
    return ForceProblem(
        body, values, rows, required, paths, paths.arms(rows), built, velocity, ease, push_arm, push_reaction, seen
    )


@dataclass(frozen=True)
class ActiveDemand:
    """What a choice asks of the muscles and what they can do: ``pull`` (T, len(rows), M) N m at full activation,
    ``demand`` (T, len(rows)) N m, ``weight`` (M,) as ``share`` takes it; ``resting`` (T, M) tension and ``passive_hip``
    (T, 2) beside it."""

    can: MuscleCapacity
    pull: Floats
    demand: Floats
    weight: Floats
    resting: Floats
    passive_hip: Floats


def active_demand(problem: ForceProblem, choice: SharingChoice) -> ActiveDemand:
    """Generalized forces that are left for active muscles, after passive tissue and the pressure in the belly.

    Args:
        problem: The movement.
        choice: How passive tissue is counted.
    """
    can = muscle_capacity(
        problem.built, problem.paths.length, problem.velocity, strength=choice.strength, ease=problem.ease
    )
    resting, tissue, hip = _passive(problem, choice, can)
    demand = problem.required.generalized - tissue - problem.push_arm
    demand = demand[:, problem.rows] - np.einsum("trm,tm->tr", problem.arms, resting)
    pull = problem.arms * can.active[:, None, :]
    return ActiveDemand(can, pull, demand, _weights(problem.body, choice), resting, hip)


def solve_forces(problem: ForceProblem, choice: SharingChoice, *, start: Floats | None = None) -> ForceSolution:
    """Share the forces of a movement among the muscles.

    Args:
        problem: The movement.
        choice: The rule of sharing.
        start: Prices (T, n) of another choice's solution to start from.
    """
    task, give = active_demand(problem, choice), _give(problem)
    pull = np.concatenate([task.pull, np.broadcast_to(give, (len(task.pull), *give.shape))], axis=2)
    weight = np.append(task.weight, np.ones(give.shape[1]))
    shared = share_forces(pull, task.demand, weight=weight, reserve=RESERVE_NM, exponent=choice.exponent, start=start)
    activation, gives = np.split(shared.activation, [len(task.weight)], axis=1)
    tension = activation * task.can.active + task.resting
    contact = problem.required.reaction - problem.paths.pull(tension) - problem.push_reaction
    return ForceSolution(choice, tension, activation, task.passive_hip, (gives @ give.T).sum(axis=1), contact, shared)


def group_tension(body: Body, found: ForceSolution, group: str, side: str) -> Floats:
    """Summed tension (T,) of a muscle group on the "right" or "left", newtons."""
    return np.asarray(found.tension[:, body.muscles_of(group, side[0])].sum(axis=1))


def group_contact(problem: ForceProblem, found: ForceSolution, group: str, side: str) -> Floats:
    """What a muscle group alone puts on each joint (T, R, 3): the part of ``contact`` that would go without it."""
    lines = problem.body.muscles_of(group, side[0])
    alone = np.zeros_like(found.tension)
    alone[:, lines] = found.tension[:, lines]
    return -problem.paths.pull(alone)


def _give(problem: ForceProblem) -> Floats:
    """What the spring at the foot of the chest may bear beyond its drawn or measured angle, each way (R, 2), N m.

    That angle is known to some 10 deg only: as much turning no marker and no posture shows, so the tissue gives up to
    its stiffness times that, at the price of one muscle's full activation for all of it (assumed).
    """
    chest = problem.body.coordinate_index("thorax_extension")
    most = chest_stiffness() * problem.body.coordinates[chest].uncertainty
    return np.outer(np.where(problem.rows == chest, most, 0.0), [1.0, -1.0])


def _weights(body: Body, choice: SharingChoice) -> Floats:
    """Price of each muscle (M,): 1, or its volume (force times fibre length) over the mean volume."""
    built = body.architecture
    volume = built.max_force * built.optimal_fibre
    weight = np.ones(len(volume)) if choice.weighting == "uniform" else volume / volume.mean()
    for side in "rl":
        weight[body.muscles_of("psoas", side)] *= choice.psoas_weight
    return weight


def _passive(problem: ForceProblem, choice: SharingChoice, can: MuscleCapacity) -> tuple[Floats, Floats, Floats]:
    """Resting tension (T, M), tissue moments (T, N), and the passive hip-flexion moment (T, 2), right and left."""
    body, values = problem.body, problem.values
    tissue = np.zeros_like(values)
    lumbar = body.coordinate_index("lumbar_extension")
    tissue[:, lumbar] = lumbar_passive(values[:, lumbar])
    chest = body.coordinate_index("thorax_extension")
    tissue[:, chest] = chest_passive(values[:, chest])
    hips = [body.coordinate_index(f"hip_flexion_{side}") for side in "rl"]
    knees = [body.coordinate_index(f"knee_angle_{side}") for side in "rl"]
    arms = problem.arms[:, [list(problem.rows).index(hip) for hip in hips]]
    if choice.passive == MEASURED:
        # The curves hold what muscles across the hip pull at rest, so those fibres are silent here.
        crossing = np.abs(arms).max(axis=(0, 1)) > 1e-6
        resting = np.where(crossing, 0.0, can.passive)
        tissue[:, hips] = riener_hip(values[:, hips], values[:, knees])
        return resting, tissue, tissue[:, hips]
    tissue[:, hips] = capsule_hip(values[:, hips])
    fibres = np.einsum("tm,thm->th", can.passive, arms)
    return np.asarray(can.passive), tissue, tissue[:, hips] + fibres
