"""What a brought model's muscles and joints do in a movement: lengths, moment arms, joint moments, shared forces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from psoas.body.anatomy.muscle_architecture import MuscleArchitecture
from psoas.core.arrays import Floats, Ints, finite_rows, row_blocks
from psoas.core.message import Message, message
from psoas.core.name_lists import name_list
from psoas.kinematics.model_fitting import ModelMotion
from psoas.mechanics.hill_muscle import muscle_capacity
from psoas.mechanics.inverse_dynamics import ExternalWrench, differentiate, required_forces
from psoas.mechanics.static_optimization import share_forces
from psoas.opensim_model.imported_body import ImportedBody

RESERVE_NM = 3.0
"""A reserve of this size costs as much as one muscle at full activation (as for our own body)."""
ROW_ARM_M = 1e-4
"""A coordinate is balanced by muscles where some moment arm exceeds this (assumed)."""
MUSCLE = "Muscle"


@dataclass(frozen=True)
class ModelForces:
    """Joint moments (T, N), N m or N, with the ground's forces, and tension and activation (T, M) by least squares of
    activation; NaN where not seen. ``reserve_nm`` is the largest share that no muscle gives."""

    moments: Floats
    tension: Floats
    activation: Floats
    reserve_nm: float


@dataclass(frozen=True)
class ModelMechanics:
    """Geometry of every frame, NaN where not seen: ``length`` (T, M) metres and ``arm`` (T, K, M) metres about the
    ``rows`` that muscles move; ``standing`` (M,) metres; ``forces`` where there are any."""

    motion: ModelMotion
    length: Floats
    rows: Ints
    arm: Floats
    standing: Floats
    forces: ModelForces | None
    notes: tuple[Message, ...]

    @property
    def body(self) -> ImportedBody:
        """The fitted model."""
        return self.motion.body


def compute_model_mechanics(motion: ModelMotion, loads: Mapping[str, ExternalWrench] | None) -> ModelMechanics:
    """Lengths, moment arms, joint moments and muscle forces of a model's movement.

    Args:
        motion: The movement on the model.
        loads: What bears on the feet, as ``Kinetics.loads``; None leaves all forces out.
    """
    body, seen = motion.body, np.flatnonzero(finite_rows(motion.values))
    frames, muscles = len(motion.time), len(body.muscles)
    rest = body.paths(np.vstack([np.zeros(len(body.coordinate_names)), body.default_values()]))
    length, arms = np.full((frames, muscles), np.nan), np.zeros((0, muscles, 0))
    arms = np.full((frames, muscles, len(body.coordinate_names)), np.nan)
    for block in row_blocks(len(seen)):
        paths = body.paths(motion.values[seen[block]])
        length[seen[block]], arms[seen[block]] = paths.length, paths.moment_arm
    reach = np.nanmax(np.abs(arms), axis=(0, 1)) if len(seen) and muscles else np.zeros(len(body.coordinate_names))
    rows = np.flatnonzero(reach > ROW_ARM_M)
    arm = np.ascontiguousarray(arms[:, :, rows].transpose(0, 2, 1))
    found = ModelMechanics(motion, length, rows, arm, rest.length[1], None, ())
    if loads is None or len(seen) < 20 or not muscles:
        return found
    return _with_forces(found, loads)


def _with_forces(found: ModelMechanics, loads: Mapping[str, ExternalWrench]) -> ModelMechanics:
    body, motion = found.body, found.motion
    known = {name.lower(): name for name in body.segment_names}
    given, missing = {}, []
    for side, load in loads.items():
        segment = known.get(load.segment.lower()) or known.get(f"foot_{side}")
        if segment is None:
            missing.append(load.segment)
        else:
            given[side] = replace(load, segment=segment)
    if missing:
        return replace(found, notes=(message("mechanics.model_no_feet", names=name_list(missing)),))
    kinematics = differentiate(motion)
    moments = required_forces(body, kinematics, given).generalized
    ready = finite_rows(moments) & finite_rows(found.length)
    built = architecture(body)
    speed = np.gradient(found.length[ready], motion.time[ready], axis=0)
    can = muscle_capacity(built, found.length[ready], speed, ease=passive_limits(built, found.length[ready]))
    pull = found.arm[ready] * can.active[:, None, :]
    demand = moments[ready][:, found.rows] - np.einsum("trm,tm->tr", found.arm[ready], can.passive)
    shared = share_forces(pull, demand, weight=1.0, reserve=RESERVE_NM)
    tension, activation = np.full(found.length.shape, np.nan), np.full(found.length.shape, np.nan)
    activation[ready] = shared.activation
    tension[ready] = shared.activation * can.active + can.passive
    left = np.abs(demand - np.einsum("trm,tm->tr", pull, shared.activation))
    return replace(found, forces=ModelForces(moments, tension, activation, float(np.nanmax(left, initial=0.0))))


def architecture(body: ImportedBody) -> MuscleArchitecture:
    """Fibre, tendon and force of the model's muscles; a line that is none pulls nothing."""
    force = np.array([one.max_force if MUSCLE in one.kind else 0.0 for one in body.muscles])
    return MuscleArchitecture(
        force,
        np.array([max(one.optimal_fibre, 1e-3) for one in body.muscles]),
        np.array([one.tendon_slack for one in body.muscles]),
        np.clip([one.pennation for one in body.muscles], 0.0, np.radians(80.0)),
    )


def passive_limits(built: MuscleArchitecture, length: Floats) -> Floats:
    """Factor (M,) on passive strain that keeps fibres within a half more than their optimum over the movement: tendons
    here are rigid."""
    longest = built.normalised_fibre(np.nanmax(length, axis=0))
    return np.minimum(1.0, 0.5 / np.maximum(longest - 1.0, 1e-9))
