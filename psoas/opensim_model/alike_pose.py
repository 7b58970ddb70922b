"""The pose in which a model stands as our body does with all coordinates 0."""

from __future__ import annotations

import numpy as np

from psoas.body.anatomy.pelvis_frame import ON_PELVIS, TURN_RAD, is_rajagopal_pelvis
from psoas.core.arrays import Floats
from psoas.opensim_model.imported_body import ImportedBody

THIGHS = ("femur_r", "femur_l")


def has_rajagopal_pelvis(body: ImportedBody) -> bool:
    """Whether the model's pelvis frame is that of Rajagopal 2016, by where its hips are in it."""
    known = {name.lower(): name for name in body.segment_names}
    if not all(name in known for name in ("pelvis", *THIGHS)):
        return False
    poses = body.poses(np.zeros(len(body.coordinate_names)))
    origin, turn = poses.of(known["pelvis"])
    middle = np.mean([poses.of(known[name])[0][0] for name in THIGHS], axis=0)
    return is_rajagopal_pelvis(turn[0].T @ (middle - origin[0]))


def alike_pose(body: ImportedBody) -> Floats:
    """Coordinates (N,) in which bones lie as in our body at 0: all 0, but where the model's pelvis frame is that of
    Rajagopal 2016, pelvis, hips and low back are turned against one another, so that thighs and trunk stay upright."""
    values = np.zeros(len(body.coordinate_names))
    if has_rajagopal_pelvis(body):
        for name, sign in (("pelvis_tilt", -1.0), *((name, 1.0) for name in ON_PELVIS)):
            if name in body.coordinate_names:
                values[body.coordinate_index(name)] = sign * TURN_RAD
    return values
