"""The drive of the step: is the leg pulled by the front of the hip or pushed from the back body?

Bursts of positive joint power (named after Winter 1991): H1 hip extensors in early stance, H3 hip flexors about
toe-off, A2 ankle push-off. Work is per stride and kilogram; the passive part of H3 is what stretched tissue gives back.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from psoas.core.arrays import Floats
from psoas.kinematics.gait.strides import Strides

WINDOWS = {"H1": (0.0, 0.5), "A2": (0.5, 1.1), "H3": (0.7, 1.35)}
"""Where each burst is looked for, in parts of the stance from heel strike (0) to toe-off (1) (after Winter 1991; the
edges are assumed, so that running fits too)."""
USUAL_STANCE = 0.62
"""Stance as a share of the stride where no toe-off was found (usual for walking)."""


@dataclass(frozen=True)
class Propulsion:
    """One side, means over strides: positive work in J/kg, peak power in W/kg, and shares from 0 to 1."""

    hip_extensor_j_kg: float
    hip_flexor_j_kg: float
    ankle_j_kg: float
    hip_extensor_w_kg: float
    hip_flexor_w_kg: float
    ankle_w_kg: float
    hip_flexor_passive_share: float

    @property
    def front_pull_share(self) -> float:
        """Hip flexor pull-off over all three bursts: 0 pushed from behind, 1 pulled from the front."""
        total = self.hip_extensor_j_kg + self.hip_flexor_j_kg + self.ankle_j_kg
        return self.hip_flexor_j_kg / total if total > 0 else float("nan")


def power_burst(time: Floats, power: Floats, sign: Floats, start: float, end: float) -> tuple[float, float]:
    """Work and peak of positive ``power`` (T,) between two moments, where the moment's ``sign`` (T,) is positive."""
    fine = np.linspace(start, end, 101)
    useful = np.where(sign > 0, np.maximum(power, 0.0), 0.0)
    sampled = np.interp(fine, time, useful)
    return float(np.trapezoid(sampled, fine)), float(sampled.max())


def compute_propulsion(
    time: Floats, strides: Strides, *, hip: Floats, hip_rate: Floats, hip_passive: Floats, ankle: Floats,
    ankle_rate: Floats, mass_kg: float,
) -> Propulsion | None:  # fmt: skip
    """The drive of one side; None without a whole unflagged stride.

    ``hip`` and ``ankle`` (T,) are joint moments in N m (+ flexion, + dorsiflexion), ``hip_passive`` the passive part of
    the hip's; rates in rad/s.
    """
    bursts = {
        "H1": (hip * hip_rate, -hip),
        "H3": (hip * hip_rate, hip),
        "A2": (ankle * ankle_rate, -ankle),
        "passive": (hip_passive * hip_rate, np.minimum(hip_passive, hip)),
    }
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in bursts}
    for start, end, off, good in zip(strides.start, strides.end, strides.toe_off, strides.good, strict=True):
        if not good or start < time[0] or end > time[-1]:
            continue
        stance = (off if np.isfinite(off) else start + USUAL_STANCE * (end - start)) - start
        for name, (power, sign) in bursts.items():
            low, high = WINDOWS["H3" if name == "passive" else name]
            edges = start + low * stance, min(start + high * stance, end)
            found[name].append(power_burst(time, power, sign, *edges))
    if not found["H1"]:
        return None
    work = {name: float(np.mean([w for w, _ in rows])) / mass_kg for name, rows in found.items()}
    peak = {name: float(np.mean([p for _, p in rows])) / mass_kg for name, rows in found.items()}
    share = min(work["passive"] / work["H3"], 1.0) if work["H3"] > 0 else float("nan")
    return Propulsion(work["H1"], work["H3"], work["A2"], peak["H1"], peak["H3"], peak["A2"], share)
