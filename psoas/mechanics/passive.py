"""Passive moments of joints: the front of the hip by measured curves, the low back by an exponential."""

from __future__ import annotations

import numpy as np

from psoas.arrays import Floats

LUMBAR_SCALE_NM = 1.24
LUMBAR_RATE_PER_DEG = 0.13
LUMBAR_NEUTRAL_DEG = (-25.0, 0.0)
"""Passive moment of the low back, a (exp(b x) - 1) for x degrees beyond a neutral zone below standing: about 6 N m at
39 and 31 N m at 50 deg of flexion: little where people slouch with silent muscles, much at the end of bending (source
mcgill1994, recalled; the shape and the zone are assumed)."""
CAPSULE_SCALE_NM = 2.5
CAPSULE_RATE_PER_DEG = 0.085
"""Front capsule and iliofemoral ligament: a (exp(b extension) - 1), about 3 N m at 10 and 11 N m at 20 deg of hip
extension (source yoon1982, recalled; the shape is assumed)."""


def capsule_hip(flexion: Floats) -> Floats:
    """Moment of the hip's front capsule in N m, + flexion, for hip flexion in radians: 0 in flexion."""
    extension = np.maximum(-np.degrees(flexion), 0.0)
    return np.asarray(CAPSULE_SCALE_NM * np.expm1(CAPSULE_RATE_PER_DEG * extension))


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
    low, high = LUMBAR_NEUTRAL_DEG
    beyond = np.maximum(angle - high, 0.0) - np.maximum(low - angle, 0.0)
    return np.asarray(-np.sign(beyond) * LUMBAR_SCALE_NM * np.expm1(LUMBAR_RATE_PER_DEG * np.abs(beyond)))
