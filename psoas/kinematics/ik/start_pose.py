"""Which frames a fit starts from, and in which pose."""

from __future__ import annotations

import numpy as np

from psoas.body.model.body import Body
from psoas.core.arrays import Floats, Ints
from psoas.kinematics.ik.marker_attachment import Attachment
from psoas.kinematics.ik.rigid_registration import fit_rigid, pelvis_angles

FRAMES = 40
"""Frames used to calibrate; more change nothing that can be seen."""
BENT_ELBOW = np.radians(45.0)
"""Elbow flexion from which the search starts."""
STANDING = {
    name: np.radians(10.0) for name in ("lumbar_extension", "lumbar_bending", "lumbar_rotation", "neck_extension")
}
"""While markers are being placed the low back is taken to be near standing, within this spread (assumed)."""


def pick_frames(observed: Floats, most: int = FRAMES) -> Ints:
    """Evenly spread frames among those in which the most markers are seen."""
    count = np.isfinite(observed).all(axis=-1).sum(axis=1)
    best = np.flatnonzero(count == count.max())
    return np.asarray(best[np.unique(np.linspace(0, len(best) - 1, min(most, len(best))).round().astype(int))])


def initial_pose(body: Body, attachment: Attachment, observed: Floats) -> Floats:
    """Standing with bent elbows (T, N), put where the trunk's markers are."""
    values = np.tile(body.default_values(), (len(observed), 1))
    standing = attachment.positions(body.poses(values[:1]))[0]
    trunk = [
        i for i, s in enumerate(attachment.segments) if s in ("pelvis", "thorax") and np.isfinite(standing[i]).all()
    ]
    if len(trunk) < 3:
        trunk = list(attachment.placed)
    seen = np.isfinite(observed[:, trunk]).all(axis=-1).astype(float)
    rotation, position = fit_rigid(standing[trunk], observed[:, trunk], seen)
    root = [body.coordinate_index(f"pelvis_{k}") for k in ("tilt", "list", "rotation", "tx", "ty", "tz")]
    values[:, root[:3]] = pelvis_angles(rotation)
    values[:, root[3:]] = position
    values[:, root[2]] = np.unwrap(values[:, root[2]])
    for side in "rl":  # a straight elbow hides which way the upper arm is turned
        values[:, body.coordinate_index(f"elbow_flex_{side}")] = BENT_ELBOW
    return values
