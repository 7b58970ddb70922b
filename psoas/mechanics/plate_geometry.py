"""Where points and soles are on the surface of a plate, seen from above."""

from __future__ import annotations

import numpy as np

from psoas.core.arrays import Floats

PLAN = [0, 2]
"""Axes of the floor plan."""


def edge_distance(points: Floats, corners: Floats) -> Floats:
    """How far points (..., 3) are inside the edges of a plate with ``corners`` (4, 3), seen from above, metres;
    negative beyond an edge."""
    plan = corners[:, PLAN]
    around = plan - plan.mean(axis=0)
    plan = plan[np.argsort(np.arctan2(around[:, 1], around[:, 0]))]
    along = np.roll(plan, -1, axis=0) - plan
    inward = np.stack([-along[:, 1], along[:, 0]], axis=1) / np.maximum(np.linalg.norm(along, axis=1), 1e-9)[:, None]
    return np.asarray(((points[..., None, PLAN] - plan) * inward).sum(axis=-1).min(axis=-1))


def sole_distance(pressure: Floats, sole: Floats) -> Floats:
    """Distance (T,) seen from above of a centre of pressure (T, 3) to the nearest point of a sole (T, C, 3), metres."""
    return np.asarray(np.linalg.norm((sole - pressure[:, None])[..., PLAN], axis=-1).min(axis=1))


def between_feet(pressure: Floats, one: Floats, other: Floats) -> Floats:
    """Distance (T,) seen from above of a centre of pressure (T, 3) from the stretch between two points (T, 3)."""
    along = (other - one)[:, PLAN]
    from_one = (pressure - one)[:, PLAN]
    share = (from_one * along).sum(axis=1) / np.maximum((along**2).sum(axis=1), 1e-9)
    return np.asarray(np.linalg.norm(from_one - np.clip(share, 0.0, 1.0)[:, None] * along, axis=1))
