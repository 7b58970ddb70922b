"""What it takes to hold a posture still: forces for ``psoas posture --forces``, as numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import numpy as np

from psoas.analysis.json_numbers import rounded_finite as rounded
from psoas.analysis.posture_model import (
    ActivationRange,
    BothSides,
    CruraPull,
    ForceRange,
    HeldMuscle,
    StaticHold,
    VertebraLoad,
)
from psoas.body.anatomy.trunk_muscles import diaphragm_parts, muscles_attached_to
from psoas.body.model.body import Body
from psoas.body.postures import Posture
from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.mechanics.inverse_dynamics import ExternalWrench
from psoas.mechanics.joint_loads import hip_contact_bw, level_loads
from psoas.mechanics.muscle_force_estimation import ForceSetting, ForceSolution, group_tension
from psoas.mechanics.static_equilibrium import SUPPORTS, HeldPosture, hold_posture_all_choices

CRURA = ("l1", "l2", "l3")
BORNE_N = 1.0
"""A contact that carries less than this is not listed."""
One = TypeVar("One")


def static_hold_forces(
    body: Body, taken: Posture, *, support: str = "", setting: ForceSetting | None = None,
    loads: Mapping[str, ExternalWrench] | None = None,
) -> StaticHold:  # fmt: skip
    """Forces of holding a posture on a body with ``trunk=True``: newtons, body weights, activation from 0 to 1.

    ``support`` is what carries the body, the posture's usual way when left out; ``InputError`` lists the known ones.
    ``loads`` from outside, such as a weight in the hands.
    """
    support = support or taken.support
    if support not in SUPPORTS:
        raise InputError(message("mechanics.support_unknown", support=support, known=", ".join(SUPPORTS)))
    every = hold_posture_all_choices(body, taken.values, support=support, loads=loads, setting=setting)
    held, answers = every[0], [one.answer for one in every]
    levels = level_loads(body, held.answer.contact)
    contact = held.answer.contact

    def muscle(group: str) -> BothSides[HeldMuscle]:
        return _both(lambda side: _group(body, answers, group, side))

    return StaticHold(
        support=support,
        mass_kg=rounded(body.mass_kg, 2),
        borne_n={name: rounded(force, 1) for name, force in held.borne.items() if force >= BORNE_N},
        hip_contact_bw=_both(lambda side: rounded(hip_contact_bw(body, contact, side)[0], 3)),
        lumbar_compression_n={name: rounded(load.compression[0], 1) for name, load in levels.items()},
        lumbar_shear_n={name: rounded(load.shear[0], 1) for name, load in levels.items()},
        pull_on_crura_vertebrae_n=_both(lambda side: _crura(held, side)),
        hangs_on={segment.upper(): _hanging(body, held, segment) for segment in CRURA},
        largest_reserve_nm=rounded(np.abs(held.answer.shared.reserve).max(), 2),
        choices=tuple(render(one.choice.label) for one in answers),
        psoas=muscle("psoas"),
        iliacus=muscle("iliacus"),
        gluteus_maximus=muscle("gluteus maximus"),
        gluteus_medius=muscle("gluteus medius"),
        rectus_abdominis=muscle("rectus abdominis"),
        multifidus=muscle("multifidus"),
    )


def _both(make: Callable[[str], One]) -> BothSides[One]:
    return BothSides(right=make("right"), left=make("left"))


def _group(body: Body, answers: Sequence[ForceSolution], group: str, side: str) -> HeldMuscle:
    force = [float(group_tension(body, a, group, side)[0]) for a in answers]
    lines = body.muscles_of(group, side[0])
    active = [float(a.activation[0, lines].mean()) for a in answers]
    return HeldMuscle(
        force_n=ForceRange(
            median=rounded(np.median(force), 1), low=rounded(min(force), 1), high=rounded(max(force), 1)
        ),
        activation=ActivationRange(
            first=rounded(active[0], 4),
            median=rounded(np.median(active), 4),
            low=rounded(min(active), 4),
            high=rounded(max(active), 4),
        ),
    )


def _hanging(body: Body, held: HeldPosture, segment: str) -> VertebraLoad:
    """What hangs on a vertebra: parts of the diaphragm by name (no force is claimed for them), and what each muscle
    group that starts or ends there pulls, both sides, newtons."""
    pulls: dict[str, float] = {}
    for name in muscles_attached_to(segment, body.muscles):
        line = body.muscle_index(name)
        group = body.muscles[line].group
        pulls[group] = pulls.get(group, 0.0) + float(held.answer.tension[0, line])
    return VertebraLoad(
        diaphragm=tuple(diaphragm_parts(segment)), muscles_n={name: rounded(force, 1) for name, force in pulls.items()}
    )


def _crura(held: HeldPosture, side: str) -> CruraPull:
    """What the psoas of one side pulls L1-L3 with: forward and down in each vertebra's own axes, newtons."""
    body, values = held.problem.body, held.problem.values
    poses, lines = body.poses(values), body.muscles_of("psoas", side[0])
    paths = body.path_points_of(values, lines)[0]
    total = np.zeros(3)
    for line, path in zip(lines, paths, strict=True):
        segment = body.muscles[line].path[0].segment
        if segment in CRURA:
            towards = (path[1] - path[0]) / np.linalg.norm(path[1] - path[0])
            total += held.answer.tension[0, line] * (poses.of(segment)[1][0].T @ towards)
    return CruraPull(forward=rounded(total[0], 2), down=rounded(-total[1], 2))
