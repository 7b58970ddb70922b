"""The pelvis frame of Rajagopal 2016 against this body's, which is that of gait2392."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from scipy.spatial.transform import Rotation

from psoas.core.arrays import Floats

TURN_RAD = float(np.radians(8.22))
"""A pelvis stands so much further back about Z in this body's frame than in Rajagopal's: least squares over the
innominate bones and hip centres of both models (see segments.toml)."""
SHIFT_M = (0.0053, -0.0017, 0.0)
"""This body's origin of the pelvis in Rajagopal's frame, metres, for bones of the models' own size."""
HIP_DIRECTION_RAD = {False: float(np.radians(223.07)), True: float(np.radians(234.36))}
"""Where the middle of both hips lies from the pelvis' origin, about Z from X forward: gait2392, and Rajagopal 2016."""
NEAR_RAD = float(np.radians(12.0))
"""A hip further than this from both directions tells nothing (assumed: as far as the two are from one another)."""
TILTS, SHIFTS = ("pelvis_tilt", "pelvis_list", "pelvis_rotation"), ("pelvis_tx", "pelvis_ty", "pelvis_tz")
"""The pelvis' turns about Z, X and Y, in that order, and its shifts."""
ON_PELVIS = ("hip_flexion_r", "hip_flexion_l", "lumbar_extension")
"""First turns, about the pelvis' own Z, of what hangs on it."""


def is_rajagopal_pelvis(hips: Floats) -> bool:
    """Whether a pelvis frame is Rajagopal's, by the middle of both hip centres (3,) in it; False where that is not
    clear."""
    way = float(np.arctan2(hips[1], hips[0]))
    off = {which: abs(np.angle(np.exp(1j * (way - there)))) for which, there in HIP_DIRECTION_RAD.items()}
    return bool(off[True] < off[False] and off[True] < NEAR_RAD)


def turn_pelvis(values: Floats, names: Sequence[str], known: Collection[str], *, back: bool = False) -> None:
    """Bring coordinates from Rajagopal's pelvis frame into this body's, or ``back``; thighs and trunk stay where they
    are.

    Args:
        values: Coordinates (T, N), radians and metres, changed in place; NaN stays NaN.
        names: Of the columns.
        known: Those that are measured; the pelvis is turned where all of its angles are.
        back: From this body's frame into Rajagopal's.
    """
    turn = -TURN_RAD if back else TURN_RAD
    for name in ON_PELVIS:
        if name in known:
            values[:, names.index(name)] -= turn
    if not all(name in known for name in TILTS):
        return
    tilts, shifts = ([names.index(name) for name in of] for of in (TILTS, SHIFTS))
    seen = np.flatnonzero(np.isfinite(values[:, tilts]).all(axis=1))[:, None]
    if len(seen):
        angles = values[seen, tilts]
        before = Rotation.from_euler("ZXY", angles)
        after = before * Rotation.from_euler("Z", turn)
        there, near = np.asarray(after.as_euler("ZXY")), angles + np.array([turn, 0.0, 0.0])
        values[seen, tilts] = there + 2 * np.pi * np.round((near - there) / (2 * np.pi))
        values[seen, shifts] += -after.apply(SHIFT_M) if back else before.apply(SHIFT_M)
