"""Rigid fits and the angles of the pelvis."""

from __future__ import annotations

import numpy as np

from psoas.core.arrays import Floats


def fit_rigid(local: Floats, observed: Floats, seen: Floats) -> tuple[Floats, Floats]:
    """Rotation (T, 3, 3) and position (T, 3) that carry ``local`` (M, 3) onto ``observed`` (T, M, 3) best (Kabsch
    1976).

    ``seen`` (T, M) weighs the points; frames with fewer than three give a rotation that need not be unique.
    """
    total = np.maximum(seen.sum(axis=1), 1e-12)[:, None]
    points = np.where(seen[..., None] > 0, observed, 0.0)
    near = np.einsum("tm,mi->ti", seen, local) / total
    far = np.einsum("tm,tmi->ti", seen, points) / total
    spread = np.einsum("tm,tmi,tmj->tij", seen, points - far[:, None], local[None] - near[:, None])
    u, _, vt = np.linalg.svd(spread)
    u[:, :, 2] *= np.sign(np.linalg.det(u @ vt))[:, None]
    rotation = u @ vt
    return rotation, far - np.einsum("tij,tj->ti", rotation, near)


def pelvis_angles(rotation: Floats) -> Floats:
    """Pelvis angles (T, 3) in radians of rotations (T, 3, 3) = Rz(tilt) Rx(list) Ry(rotation), as OpenSim orders
    them."""
    lean = np.arcsin(np.clip(rotation[:, 2, 1], -1.0, 1.0))
    tilt = np.arctan2(-rotation[:, 0, 1], rotation[:, 1, 1])
    turn = np.arctan2(-rotation[:, 2, 0], rotation[:, 2, 2])
    return np.stack([tilt, lean, turn], axis=1)
