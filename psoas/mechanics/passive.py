"""Passive moments of joints: the front of the hip by measured curves, the low back by an exponential."""

from __future__ import annotations

import numpy as np

from psoas.arrays import Floats
from psoas.body.body import Body

LUMBAR_SCALE_NM = 1.24
LUMBAR_RATE_PER_DEG = 0.072
"""Lumbar moment a (exp(b |angle|) - 1): about 4 N m at 20 deg and 45 N m at 50 deg of flexion, the size that passive
bending tests of the whole trunk give (source mcgill1994, recalled; the shape is assumed)."""


def riener_hip(flexion: Floats, knee: Floats) -> Floats:
    """Passive hip moment in N m, + flexion, for hip and knee flexion in radians (Riener & Edrich 1999, source
    riener1999).

    It contains what resting muscles pull, so it is never added to passive fibres; 8.6 N m at the neutral posture.
    """
    hip, bent = np.degrees(flexion), np.degrees(knee)
    stretch = np.exp(1.4655 - 0.0034 * bent - 0.0750 * hip)
    return np.asarray(stretch - np.exp(1.3403 - 0.0226 * bent + 0.0305 * hip) + 8.072)


def lumbar_passive(extension: Floats) -> Floats:
    """Passive moment of the low back in N m, + extension, for lumbar_extension in radians: it resists both ways."""
    angle = np.degrees(extension)
    return np.asarray(-np.sign(angle) * LUMBAR_SCALE_NM * np.expm1(LUMBAR_RATE_PER_DEG * np.abs(angle)))


def passive_moments(body: Body, values: Floats, *, hip: bool) -> Floats:
    """Passive generalized forces (T, N), N m: the low back always, the hips' measured curves when ``hip``."""
    found = np.zeros_like(values)
    lumbar = body.coordinate_index("lumbar_extension")
    found[:, lumbar] = lumbar_passive(values[:, lumbar])
    if hip:
        for side in "rl":
            joint = body.coordinate_index(f"hip_flexion_{side}")
            found[:, joint] = riener_hip(values[:, joint], values[:, body.coordinate_index(f"knee_angle_{side}")])
    return found
