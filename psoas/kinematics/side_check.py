"""Whether right and left markers are exchanged: told from where front and back of the body are, by nothing else."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from psoas.core.arrays import Floats

ACROSS = (("asis_r", "asis_l"), ("psis_r", "psis_l"), ("hip_centre_r", "hip_centre_l"))
"""Pairs of the pelvis, right first: by their names they say which way the pelvis faces."""
FRONT_AND_BACK = (
    (("asis_r", "asis_l"), ("psis_r", "psis_l", "sacrum")),
    (("toe_r", "toe_l", "big_toe_r", "big_toe_l", "toe_medial_r", "toe_medial_l"), ("heel_r", "heel_l")),
)
"""Places in front and behind whatever the side: in the mean of both sides an exchange changes nothing."""
CLEARLY_M = 0.03
"""Front and back lie apart by at least this along the direction that is judged (assumed)."""


def sides_are_exchanged(mapping: Mapping[str, str], positions: Floats) -> bool:
    """Whether the markers' names put the pelvis with its back in front.

    The right of a person and up fix where the front is. Where that front is behind the front of the pelvis and of the
    feet, right and left are exchanged. Every pair that the recording shows has to agree.

    Args:
        mapping: Marker -> landmark or cluster.
        positions: Marker positions (T, M, 3) in the order of ``mapping``, metres, Y up.
    """
    place = {landmark: positions[:, i] for i, landmark in enumerate(mapping.values())}
    facing = next((_facing(place[r] - place[left]) for r, left in ACROSS if r in place and left in place), None)
    if facing is None:
        return False
    ahead = [_ahead(place, front, back, facing) for front, back in FRONT_AND_BACK]
    told = [value for value in ahead if np.isfinite(value)]
    return bool(told) and all(value < -CLEARLY_M for value in told)


def _facing(across: Floats) -> Floats:
    """Horizontal unit vectors (T, 3) that a pelvis faces whose right side lies along ``across`` (T, 3)."""
    facing = np.stack([across[:, 2], np.zeros(len(across)), -across[:, 0]], axis=1)
    size: Floats = np.maximum(np.linalg.norm(facing, axis=1, keepdims=True), 1e-9)
    return np.asarray(facing / size)


def _ahead(place: Mapping[str, Floats], front: tuple[str, ...], back: tuple[str, ...], facing: Floats) -> float:
    """Median over the frames of how far the front places lie before the back ones, metres; NaN where not both are."""
    sides = [np.array([place[name] for name in names if name in place]) for names in (front, back)]
    if not all(len(one) for one in sides):
        return float("nan")
    way = np.sum((sides[0].mean(axis=0) - sides[1].mean(axis=0)) * facing, axis=1)
    seen = way[np.isfinite(way)]
    return float(np.median(seen)) if len(seen) else float("nan")
