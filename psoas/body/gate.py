"""The gate every body passes when it is built: no muscle may leave the lengths that a fibre can have."""

from __future__ import annotations

from itertools import product

import numpy as np

from psoas.arrays import Floats
from psoas.body.body import Body
from psoas.body.posture import postures
from psoas.body.tables import read_toml
from psoas.errors import BodyError


def _gate_postures() -> tuple[list[str], Floats]:
    """Labels and coordinates (P, N) of everything the gate tries."""
    gate, named = read_toml("postures.toml")["gate"], postures()
    labels, rows = list(named), [p.values for p in named.values()]
    for hip, lumbar in product(gate["hip_flexion"], gate["lumbar_extension"]):
        labels.append(f"hip {hip:g} deg with lumbar {lumbar:g} deg")
        rows.append(named["standing"].with_angles({"hip_flexion": hip, "lumbar_extension": lumbar}).values)
    return labels, np.array(rows)


def check(body: Body) -> Body:
    """``body`` itself when it passes; raises ``BodyError`` that names muscle, posture and figure otherwise."""
    faults = [
        f"{name}: tendon slack length is {slack * 1000:.1f} mm; expected more than 0"
        for name, slack in zip(body.muscle_names, body.architecture.tendon_slack, strict=True)
        if not slack > 0
    ]
    low, high = read_toml("postures.toml")["gate"]["normalised_fibre"]
    labels, values = _gate_postures()
    fibre = body.architecture.normalised_fibre(body.paths(values).length)
    lines = np.concatenate([body.muscles_of(group, side) for group in ("psoas", "iliacus") for side in "rl"])
    for p, m in np.argwhere(~((fibre >= low) & (fibre <= high))):
        if m in lines:
            at = f"fibre at {fibre[p, m]:.2f} of optimal; expected {low} to {high}"
            faults.append(f"{body.muscle_names[m]} in {labels[p]}: {at}")
    if faults:
        raise BodyError(f"this body is refused: {len(faults)} muscle lengths are not possible; first: {faults[0]}")
    return body
