"""The gate every body passes when it is built: no muscle may leave the lengths that a fibre can have."""

from __future__ import annotations

from itertools import product

import numpy as np

from psoas.body.anatomy.anatomy_tables import muscles, read_toml
from psoas.body.model.body import Body
from psoas.body.postures import postures
from psoas.core.arrays import Floats, Ints
from psoas.core.errors import BodyError
from psoas.core.message import Message, message
from psoas.core.units import MM_PER_M


def _gate_postures() -> tuple[list[str], Floats]:
    """Labels and coordinates (P, N) of everything the gate tries."""
    gate, named = read_toml("postures.toml")["gate"], postures()
    labels, rows = list(named), [p.values for p in named.values()]
    for hip, lumbar in product(gate["hip_flexion"], gate["lumbar_extension"]):
        labels.append(f"hip {hip:g} deg with lumbar {lumbar:g} deg")
        rows.append(named["standing"].with_angles({"hip_flexion": hip, "lumbar_extension": lumbar}).values)
    return labels, np.array(rows)


def _trunk_postures() -> tuple[list[str], Floats]:
    """Labels and coordinates (P, N) of the trunk's gate: named postures, each end of each motion of the low back
    alone, and all three together part of the way."""
    gate, named = read_toml("trunk.toml")["gate"], postures()
    ends = {name: gate[name] for name in ("lumbar_extension", "lumbar_bending", "lumbar_rotation")}
    trials = [{name: angle} for name, both in ends.items() for angle in both]
    trials += [{n: a * gate["together"] for n, a in zip(ends, way, strict=True)} for way in product(*ends.values())]
    labels = [" with ".join(f"{name} {angle:g} deg" for name, angle in trial.items()) for trial in trials]
    rows = [named["standing"].with_angles(trial).values for trial in trials]
    return [*named, *labels], np.array([*(p.values for p in named.values()), *rows])


def _fibre_faults(
    body: Body, lines: Ints, where: tuple[list[str], Floats], limits: tuple[float, float]
) -> list[Message]:
    """What leaves ``limits`` of the optimal fibre length among ``lines``, by muscle and posture."""
    (labels, values), (low, high) = where, limits
    fibre = body.architecture.normalised_fibre(body.paths(values).length)[:, lines]
    return [
        message(
            "anatomy.fibre_out_of_range",
            muscle=body.muscle_names[lines[m]],
            posture=labels[p],
            fibre=f"{fibre[p, m]:.2f}",
            low=low,
            high=high,
        )
        for p, m in np.argwhere(~((fibre >= low) & (fibre <= high)))
    ]


def check_fibre_lengths(body: Body) -> Body:
    """``body`` itself when it passes; raises ``BodyError`` that names muscle, posture and figure otherwise."""
    faults = [
        message("anatomy.tendon_too_short", muscle=name, length=f"{slack * MM_PER_M:.1f}")
        for name, slack in zip(body.muscle_names, body.architecture.tendon_slack, strict=True)
        if not slack > 0
    ]
    lines = np.concatenate([body.muscles_of(group, side) for group in ("psoas", "iliacus") for side in "rl"])
    faults += _fibre_faults(body, lines, _gate_postures(), read_toml("postures.toml")["gate"]["normalised_fibre"])
    if body.trunk:
        lines = np.arange(len(muscles()), len(body.muscles))
        faults += _fibre_faults(body, lines, _trunk_postures(), read_toml("trunk.toml")["gate"]["normalised_fibre"])
    if faults:
        raise BodyError(message("anatomy.body_refused", count=len(faults), first=faults[0]))
    return body
