"""``psoas posture``: what a posture does to the psoas, as ``psoas.posture/1``."""

from __future__ import annotations

import numpy as np

from psoas.analysis.json_numbers import rounded_finite
from psoas.analysis.posture_model import (
    SCHEMA,
    FascicleState,
    MuscleState,
    PostureSide,
    PostureSummary,
    PsoasFascicleState,
    PsoasState,
    VertebraPull,
)
from psoas.body.model.body import Body
from psoas.body.model.muscle_paths import MusclePaths
from psoas.body.posture_angles import posture_measures
from psoas.body.postures import Posture
from psoas.core.arrays import Floats, Ints
from psoas.core.catalogue import render
from psoas.core.sides import SIDE_LETTER
from psoas.mechanics.muscle_geometry import HIP, MuscleGroup, muscle_group

CRURA = ("L1", "L2", "L3")
"""Vertebrae that the crura of the diaphragm hang on (right crus L1-L3, left L1-L2: source ryan_imaging)."""
JOINT_CENTRE_M = 0.007
"""How far a lumbar joint centre may lie from where it is drawn; a moment's sign that this can turn is called uncertain.
Half of the 14 mm by which open models place L5/S1 apart (source christophy2012; the half is assumed)."""


def posture_summary(body: Body, taken: Posture) -> PostureSummary:
    """The contract ``psoas.posture/1``: millimetres, degrees, newtons, newton metres; both sides, every fascicle."""
    values = taken.values[None]
    measures = posture_measures(body, values)
    paths = body.paths(values)
    return PostureSummary(
        schema=SCHEMA,
        posture=taken.name,
        label=render(taken.label),
        note=render(taken.note),
        coordinates_deg={
            c.name: rounded_finite(v * 180 / np.pi, 4)
            for c, v in zip(body.coordinates, taken.values, strict=True)
            if c.rotational
        },
        lordosis_deg=rounded_finite(measures["lordosis_deg"][0], 3),
        stacking_deg=rounded_finite(measures["stacking_deg"][0], 3),
        right=_side(body, values, paths, "right"),
        left=_side(body, values, paths, "left"),
        lumbar_rhythm=body.rhythm.name,
        sources=("christophy2012", "ward2009", taken.source),
    )


def _side(body: Body, values: Floats, paths: MusclePaths, side: str) -> PostureSide:
    psoas, iliacus = (muscle_group(body, paths, name, side) for name in ("psoas", "iliacus"))
    return PostureSide(psoas=_psoas(body, values, psoas), iliacus=_muscle(iliacus))


def _muscle(group: MuscleGroup) -> MuscleState:
    return MuscleState(
        length_mm=rounded_finite(group.whole_length[0] * 1000, 6),
        length_percent_standing=rounded_finite(group.percent_standing[0], 6),
        passive_force_n=rounded_finite(group.passive_force[0].sum(), 4),
        moment_arm_mm=_millimetres(HIP, group.hip_arm[0]),
        fascicles={name: _fascicle(group, i) for i, name in enumerate(group.fascicles)},
    )


def _psoas(body: Body, values: Floats, group: MuscleGroup) -> PsoasState:
    plain = _muscle(group)
    levels, moment, margin = body.rhythm.levels, group.level_moment_at_fmax[0], _sign_margin(group)
    fascicles = {
        name: PsoasFascicleState(**dict(one), lumbar_moment_arm_mm=_millimetres(levels, group.level_arm[0, i]))
        for i, (name, one) in enumerate(plain.fascicles.items())
    }
    return PsoasState(
        length_mm=plain.length_mm,
        length_percent_standing=plain.length_percent_standing,
        passive_force_n=plain.passive_force_n,
        moment_arm_mm=plain.moment_arm_mm,
        fascicles=fascicles,
        lumbar_moment_nm_at_fmax={level: rounded_finite(one, 5) for level, one in zip(levels, moment, strict=True)},
        lumbar_moment_sign_certain={
            level: bool(abs(one) > least) for level, one, least in zip(levels, moment, margin, strict=True)
        },
        pull_on_vertebrae=_pulls(body, values, body.muscles_of(group.name, SIDE_LETTER[group.side]), group),
    )


def _fascicle(group: MuscleGroup, i: int) -> FascicleState:
    return FascicleState(
        length_mm=rounded_finite(group.length[0, i] * 1000, 6),
        length_percent_standing=rounded_finite(100 * group.length[0, i] / group.standing[i], 6),
        normalised_fibre_length=rounded_finite(group.normalised_fibre[0, i], 6),
        optimal_fibre_mm=rounded_finite(group.optimal_fibre[i] * 1000, 4),
        tendon_slack_mm=rounded_finite(group.tendon_slack[i] * 1000, 4),
        max_force_n=rounded_finite(group.max_force[i], 2),
        passive_force_n=rounded_finite(group.passive_force[0, i], 4),
        moment_arm_mm=_millimetres(HIP, group.moment_arm[0, i]),
    )


def _millimetres(names: tuple[str, ...], metres: Floats) -> dict[str, float]:
    return {name: rounded_finite(one * 1000, 6) for name, one in zip(names, metres, strict=True)}


def _sign_margin(group: MuscleGroup) -> Floats:
    """Moment (5,), N m, that the fascicles crossing each level make when its centre moves by its uncertainty."""
    crossing = (group.level_arm[0] != 0).T @ group.max_force
    return np.asarray(crossing * JOINT_CENTRE_M)


def _pulls(body: Body, values: Floats, lines: Ints, group: MuscleGroup) -> dict[str, VertebraPull]:
    """What the fascicles of each vertebra pull it with: direction in the vertebra's own axes, and its share of full
    force."""
    poses = body.poses(values)
    total: dict[str, Floats] = {}
    for line, force in zip(lines, group.max_force, strict=True):
        path = body.path_points_of(values, np.array([line]))[0, 0]
        towards = (path[1] - path[0]) / np.linalg.norm(path[1] - path[0])
        name = group.fascicles[list(lines).index(line)][:2]
        _, rotation = poses.of(name.lower())
        total[name] = total.get(name, np.zeros(3)) + force * (rotation[0].T @ towards)
    return {
        name: VertebraPull(
            forward_n_at_fmax=rounded_finite(x, 3),
            down_n_at_fmax=rounded_finite(-y, 3),
            outward_n_at_fmax=rounded_finite(z if group.side == "right" else -z, 3),
            carries_crura=name in CRURA,
        )
        for name, (x, y, z) in total.items()
    }
