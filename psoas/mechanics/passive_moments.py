"""Passive moments of joints: the front of the hip by measured curves, the low back by an exponential, the foot of the
chest by the stiffness of its motion segments."""

from __future__ import annotations

import numpy as np

from psoas.core.arrays import Floats

LUMBAR_SCALE_NM = 1.24
LUMBAR_RATE_PER_DEG = 0.13
LUMBAR_NEUTRAL_DEG = (-25.0, 0.0)
"""Passive moment of the low back, a (exp(b x) - 1) for x degrees beyond a neutral zone below standing: about 6 N m at
39 and 31 N m at 50 deg of flexion: little where people slouch with silent muscles, much at the end of bending (source
mcgill1994, recalled; the shape and the zone are assumed)."""
CHEST_SEGMENTS = 3
CHEST_MOMENT_NM, CHEST_TURN_DEG = 7.5, 3.5
CHEST_PRESSED = 0.66
"""What bends between the chest, whose lowest mark is T10, and L1: T10/11, T11/12 and T12/L1, one above another. Under
7.5 N m a thoracic segment turns 6 to 8 deg from end to end, alike both ways (source wilke2017; T12/L1 was not among
them and is taken as its neighbours); pressed together by 400 N, as in standing, a third less (source sis2016)."""
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


def chest_stiffness() -> float:
    """Stiffness of the joint between chest and low back, N m per radian: about 1.1 N m a degree.

    Straight, as both ways bend alike and no curve was read; at the ends of its range tissue is stiffer.
    """
    turn = np.radians(CHEST_SEGMENTS * CHEST_TURN_DEG * CHEST_PRESSED)
    return float(CHEST_MOMENT_NM / turn)


def chest_passive(extension: Floats) -> Floats:
    """Passive moment at the foot of the chest in N m, + extension, for thorax_extension in radians."""
    return np.asarray(-chest_stiffness() * np.asarray(extension))
