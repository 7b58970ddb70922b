"""Posture measures that clinicians know: lordosis, and how the rib ring stacks over the pelvic ring."""

from __future__ import annotations

import numpy as np

from psoas.body.model.body import Body, Poses
from psoas.core.arrays import Floats

S1_SLOPE_DEG = 41.0
"""Tilt of the S1 endplate in standing, from the horizontal, front down (gait2392 pelvis frame; read off its bones,
+-3 deg)."""
L1_SLOPE_DEG = 17.2
"""Tilt of the upper L1 endplate in standing, back down (Christophy 2012: orientation of L1; +-3 deg)."""


def _sagittal(of: Floats, normal: tuple[float, float], reference: Floats) -> Floats:
    """Angle (T,) in degrees of a normal fixed in frame ``of`` (T, 3, 3), seen in the sagittal plane of
    ``reference``; + leaning back."""
    vector = np.einsum("tji,tjk,k->ti", reference, of, np.array([*normal, 0.0]))
    return np.asarray(np.degrees(np.arctan2(-vector[:, 0], vector[:, 1])))


def lordosis_deg(poses: Poses) -> Floats:
    """Angle between the L1 and S1 endplates (T,), degrees, + lordotic; lateral view of the pelvis."""
    pelvis, l1 = poses.of("pelvis")[1], poses.of("l1")[1]
    slope = np.radians(L1_SLOPE_DEG)
    return _sagittal(l1, (-np.sin(slope), np.cos(slope)), pelvis) + S1_SLOPE_DEG


def stacking_deg(poses: Poses) -> Floats:
    """Angle between the lower rib ring and the pelvic ring (T,), degrees: 0 parallel as in standing, + opened in
    front."""
    return _sagittal(poses.of("ribs_lower")[1], (0.0, 1.0), poses.of("pelvis")[1])


def posture_measures(body: Body, values: Floats) -> dict[str, Floats]:
    """``lordosis_deg`` and ``stacking_deg`` (T,) for coordinates (T, N)."""
    poses = body.poses(values)
    return {"lordosis_deg": lordosis_deg(poses), "stacking_deg": stacking_deg(poses)}
