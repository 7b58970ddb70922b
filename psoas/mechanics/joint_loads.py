"""Loads on hips and low back in terms that people know: body weights, compression, shear."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from psoas.body.model.body import Body
from psoas.core.arrays import Floats, read_only
from psoas.core.units import STANDARD_GRAVITY

TILTS_DEG = {"S1": -41.0, "L5": -17.2, "L4": -5.7, "L3": 5.7, "L2": 5.7, "L1": 17.2, "T12": 17.2}
"""Lean of each vertebra's up axis in standing, + backward: S1 as in measures.py, lumbar Christophy 2012 (orientation
of the bodies), T12 taken as L1 (assumed). A disc lies midway between its neighbours."""


@dataclass(frozen=True)
class LevelLoad:
    """Load on one disc (T,), newtons: ``compression`` along its axis, ``shear`` + when the upper vertebra is pushed
    forward, ``sideways`` + when it is pushed to the right."""

    compression: Floats
    shear: Floats
    sideways: Floats

    def __post_init__(self) -> None:
        for key in ("compression", "shear", "sideways"):
            object.__setattr__(self, key, read_only(getattr(self, key)))


def disc_names(body: Body) -> tuple[str, ...]:
    """The discs among ``Body.reaction_names``, "L5_S1" first."""
    return tuple(name for name in body.reaction_names if not name.startswith("hip"))


def level_loads(body: Body, contact: Floats) -> dict[str, LevelLoad]:
    """Loads by level ("L5_S1" ... "T12_L1") from contact forces (T, R, 3) on the upper vertebra in the lower one's
    axes."""
    found = {}
    for name in disc_names(body):
        i = body.reaction_names.index(name)
        upper, lower = name.split("_")
        lean = np.radians((TILTS_DEG[upper] + TILTS_DEG[lower]) / 2)
        axis, front = np.array([-np.sin(lean), np.cos(lean), 0.0]), np.array([np.cos(lean), np.sin(lean), 0.0])
        force = contact[:, i]
        found[name] = LevelLoad(force @ axis, -force @ front, -force[:, 2])
    return found


def hip_contact_bw(body: Body, contact: Floats, side: str) -> Floats:
    """Size (T,) of the hip contact force of the "right" or "left", in body weights."""
    force = contact[:, body.reaction_names.index(f"hip_{side[0]}")]
    return np.asarray(np.linalg.norm(force, axis=1) / (body.mass_kg * STANDARD_GRAVITY))


def stance_peaks(values: Floats, share: Floats) -> tuple[float, float]:
    """First and second peak of a stance curve (T,), ``share`` (T,) of the stance from 0 to 1: before and after its
    middle."""
    first, second = values[(share >= 0) & (share < 0.5)], values[(share >= 0.5) & (share <= 1)]
    return (float(first.max()) if len(first) else np.nan, float(second.max()) if len(second) else np.nan)
