"""What it takes to hold a posture still: forces for ``psoas posture --forces``, as numbers and as words."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from psoas.analysis.json_numbers import Json, rounded
from psoas.body.anatomy.trunk_muscles import diaphragm_parts, muscles_attached_to
from psoas.body.model.body import Body
from psoas.body.postures import Posture
from psoas.core.errors import InputError
from psoas.core.sides import SIDES
from psoas.mechanics.inverse_dynamics import ExternalWrench
from psoas.mechanics.joint_loads import hip_contact_bw, level_loads
from psoas.mechanics.muscle_force_estimation import ForceSetting, group_tension
from psoas.mechanics.static_equilibrium import SUPPORTS, HeldPosture, hold_posture_all_choices

GROUPS = ("psoas", "iliacus", "gluteus maximus", "gluteus medius", "rectus abdominis", "multifidus")
CRURA = ("l1", "l2", "l3")
ALIKE_BW = 0.005
"""Hips whose loads differ by less are told once, body weights."""
BORNE_N = 1.0
"""A contact that carries less than this is not listed."""


def static_hold_forces(
    body: Body, taken: Posture, *, support: str = "", setting: ForceSetting | None = None,
    loads: Mapping[str, ExternalWrench] | None = None,
) -> Json:  # fmt: skip
    """Forces of holding a posture on a body with ``trunk=True``: newtons, body weights, activation from 0 to 1.

    ``support`` is how the body is borne, the posture's usual way when left out; ``InputError`` lists the known ones.
    ``loads`` from outside, such as a weight in the hands.
    """
    support = support or taken.support
    if support not in SUPPORTS:
        raise InputError(f"support '{support}' is not known; expected {', '.join(SUPPORTS)}")
    every = hold_posture_all_choices(body, taken.values, support=support, loads=loads, setting=setting)
    held, answers = every[0], [one.answer for one in every]
    levels = level_loads(body, held.answer.contact)
    found: Json = {
        "support": support,
        "mass_kg": rounded(body.mass_kg, 2),
        "borne_n": {name: rounded(force, 1) for name, force in held.borne.items() if force >= BORNE_N},
        "hip_contact_bw": {side: rounded(hip_contact_bw(body, held.answer.contact, side)[0], 3) for side in SIDES},
        "lumbar_compression_n": {name: rounded(load.compression[0], 1) for name, load in levels.items()},
        "lumbar_shear_n": {name: rounded(load.shear[0], 1) for name, load in levels.items()},
        "pull_on_crura_vertebrae_n": {side: _crura(held, side) for side in SIDES},
        "hangs_on": {segment.upper(): _hanging(body, held, segment) for segment in CRURA},
        "largest_reserve_nm": rounded(np.abs(held.answer.shared.reserve).max(), 2),
        "choices": [a.choice.label for a in answers],
    }
    for group in GROUPS:
        found[group.replace(" ", "_")] = {side: _group(body, answers, group, side) for side in SIDES}
    return found


def _group(body: Body, answers: list, group: str, side: str) -> Json:  # type: ignore[type-arg]
    force = [float(group_tension(body, a, group, side)[0]) for a in answers]
    lines = body.muscles_of(group, side[0])
    active = [float(a.activation[0, lines].mean()) for a in answers]
    return {
        "force_n": {
            "median": rounded(np.median(force), 1),
            "low": rounded(min(force), 1),
            "high": rounded(max(force), 1),
        },
        "activation": {
            "first": rounded(active[0], 4),
            "median": rounded(np.median(active), 4),
            "low": rounded(min(active), 4),
            "high": rounded(max(active), 4),
        },
    }


def _hanging(body: Body, held: HeldPosture, segment: str) -> Json:
    """What hangs on a vertebra: parts of the diaphragm by name (no force is claimed for them), and what each muscle
    group that starts or ends there pulls, both sides, newtons."""
    pulls: dict[str, float] = {}
    for name in muscles_attached_to(segment, body.muscles):
        line = body.muscle_index(name)
        group = body.muscles[line].group
        pulls[group] = pulls.get(group, 0.0) + float(held.answer.tension[0, line])
    return {"diaphragm": list(diaphragm_parts(segment)), "muscles_n": {g: rounded(f, 1) for g, f in pulls.items()}}


def _crura(held: HeldPosture, side: str) -> Json:
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
    return {"forward": rounded(total[0], 2), "down": rounded(-total[1], 2)}


def static_hold_text(found: Json) -> list[str]:
    """The forces in a few lines, as computed; one side speaks for both where they are alike."""
    level = found["lumbar_compression_n"]
    alike = abs(found["hip_contact_bw"]["right"] - found["hip_contact_bw"]["left"]) < ALIKE_BW
    lines = [
        f"Held still ({found['support'].replace('_', ' ')}, {found['mass_kg']:.0f} kg), as a model computes it:",
        f"  low back pressed together: L4/L5 {level['L4_L5']:.0f} N, L5/S1 {level['L5_S1']:.0f} N",
    ]
    if min(level.values()) < 0:
        lines.append("  below 0: the pressure in the belly lifts there more than weight and muscles press")
    return [*lines, *(line for side in SIDES[: 1 if alike else 2] for line in _side_in_words(found, side))]


def _side_in_words(found: Json, side: str) -> list[str]:
    psoas, crura = found["psoas"][side], found["pull_on_crura_vertebrae_n"][side]
    band = psoas["force_n"]
    return [
        f"  {side} psoas {band['median']:.0f} N ({band['low']:.0f} to {band['high']:.0f} over model choices), "
        f"{100 * psoas['activation']['median']:.0f} % active; on L1-L3 it pulls {round(crura['forward']):d} N forward, "
        f"{round(crura['down']):d} N down",
        f"  {side} hip {found['hip_contact_bw'][side]:.1f} body weights",
    ]
