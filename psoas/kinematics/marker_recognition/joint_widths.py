"""Pairs of landmarks whose distance is known within bounds: a pair that is too near or too far is less likely."""

from __future__ import annotations

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.sides import SUFFIXES, swap_suffix
from psoas.kinematics.ik.marker_attachment import CLUSTER
from psoas.kinematics.marker_recognition.place_model import Places
from psoas.kinematics.marker_recognition.worn_markers import Wear

JOINTS = (
    ("knee_lateral", "knee_medial"),
    ("knee_lateral", "knee_centre"),
    ("ankle_lateral", "ankle_medial"),
    ("ankle_lateral", "ankle_centre"),
    ("elbow_lateral", "elbow_medial"),
)
ACROSS = (("asis_r", "asis_l"), ("psis_r", "psis_l"), ("hip_centre_r", "hip_centre_l"))
SPREAD = 0.12
"""Spread of such a distance about that on the fitted body, as a share of it (known sets: 0.11 at the knee)."""
DOUBTFUL, DOUBT = 2.2, 4.0
"""Spreads from which both markers are doubted, and how much log odds that costs (assumed)."""
ON_PLATES = ("psis_r", "psis_l", "iliac_crest_r", "iliac_crest_l", "asis_r", "asis_l", "sacrum")
PLATE_M, PLATE_DOUBT = 0.09, 6.0
"""Markers of a plate on the pelvis lie within this of each other, in the pattern of landmarks; what that costs of log
odds (assumed)."""
WORST = 5.0
"""Spreads beyond which it is no worse."""


def width_deviations(wear: Wear, places: Places, names: tuple[str, ...]) -> dict[tuple[int, int], float]:
    """How many spreads each pair of markers, given by their numbers, is too far apart (+) or too near (-).

    Args:
        wear: The markers on a body.
        places: The model of places.
        names: The place of each marker.
    """
    nominal = places.attach(wear.body)
    found = {}
    for one, other in (*((one + side, other + side) for one, other in JOINTS for side in SUFFIXES), *ACROSS):
        if one in names and other in names:
            here, there = names.index(one), names.index(other)
            mine, theirs = nominal.names.index(one), nominal.names.index(other)
            segment = wear.segments.index(nominal.segments[mine])
            far = float(np.linalg.norm(wear.offset[here, segment] - wear.offset[there, segment]))
            usual = float(np.linalg.norm(nominal.local[mine] - nominal.local[theirs]))
            found[here, there] = (far / usual - 1.0) / SPREAD
    return found


def width_log_likelihood(wear: Wear, places: Places, names: tuple[str, ...]) -> float:
    """Log likelihood of all such distances together, up to a constant for each pair that is right."""
    deviations = np.array(list(width_deviations(wear, places, names).values()))
    return float(-(np.clip(deviations, -WORST, WORST) ** 2).sum() / 2)


def width_doubts(wear: Wear, places: Places, names: tuple[str, ...]) -> Floats:
    """What the log odds of each marker (M,) are lowered by where it, or its mirror image, is too near to its partner
    or too far from it."""
    doubt = np.zeros(len(names))
    for pair, deviation in width_deviations(wear, places, names).items():
        if abs(deviation) > DOUBTFUL:
            both = {names[m] for m in pair} | {swap_suffix(names[m]) for m in pair}
            doubt[[name in both for name in names]] = DOUBT
    return doubt


def plate_doubts(wear: Wear, names: tuple[str, ...]) -> Floats:
    """What the log odds of each marker (M,) are lowered by where a spare marker of the pelvis lies so near that both
    may belong to one plate."""
    doubt = np.zeros(len(names))
    at = wear.offset[:, wear.segments.index("pelvis")]
    spare = [m for m, name in enumerate(names) if name == f"{CLUSTER}pelvis"]
    for m, name in enumerate(names):
        if name in ON_PLATES and any(np.linalg.norm(at[m] - at[other]) < PLATE_M for other in spare):
            doubt[m] = PLATE_DOUBT
    return doubt
