"""Names that are exchanged for a whole trial: found by which way pairs of markers point, and put right."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import numpy as np

from psoas.core.arrays import Floats, read_only
from psoas.core.message import Message, message
from psoas.core.sides import SUFFIXES

TO_THE_RIGHT = (
    *((f"{one}_r", f"{one}_l") for one in ("asis", "psis", "hip_centre", "greater_trochanter", "iliac_crest",
                                           "knee_lateral", "acromion", "shoulder_centre")),
    *((f"{joint}_lateral_r", f"{joint}_medial_r") for joint in ("knee", "ankle")),
    *((f"{joint}_medial_l", f"{joint}_lateral_l") for joint in ("knee", "ankle")),
)  # fmt: skip
"""Pairs of which the first lies to the right of the second, whatever a person does."""
FORWARD = tuple(
    (front + side, back + side)
    for (front, back), side in product(
        (("asis", "psis"), ("metatarsal_2", "heel"), ("toe", "heel"), ("big_toe", "heel"), ("toe_lateral", "heel")),
        SUFFIXES,
    )
)
"""Pairs of which the first lies in front of the second while the feet are under the person or before them."""
AGREEING, CLEAR = 0.9, 0.3
"""Two pairs point alike, or against each other, when they do so in this share of the frames, at an angle whose cosine
is greater than the second (assumed)."""
OTHERS = 2, 3
"""So many other pairs, to the right and forward, must agree before one that points against all of them is exchanged
(assumed; feet may point back in kneeling)."""


def exchange_names(file: str, mapping: Mapping[str, str], positions: Floats) -> tuple[Floats, tuple[Message, ...]]:
    """Put markers right whose names are exchanged throughout.

    Pairs of markers on pelvis, knees, ankles and shoulders point to a person's right, others forward. One pair that
    points against all others, which agree, has its names exchanged. Where the others do not agree nothing is done.

    Args:
        file: Name of the file.
        mapping: Marker -> landmark or cluster.
        positions: Marker positions (T, M, 3) in that order, metres.

    Returns:
        The positions (T, M, 3), and a note for every exchange.
    """
    row = {place: i for i, place in enumerate(mapping.values())}
    names, mended, notes = list(mapping), np.array(positions), list[Message]()
    for group, needed in zip((TO_THE_RIGHT, FORWARD), OTHERS, strict=True):
        pairs = [(row[one], row[other]) for one, other in group if one in row and other in row]
        against = _pair_against(mended, pairs, needed)
        if against is not None:
            both, turned = list(against), list(against[::-1])
            mended[:, both] = mended[:, turned]
            one, other = (names[i] for i in both)
            notes.append(message("kinematics.names_exchanged", file=file, one=one, other=other))
    return read_only(mended), tuple(notes)


def _pair_against(positions: Floats, pairs: list[tuple[int, int]], needed: int) -> tuple[int, int] | None:
    """The only pair that points against all others, when those agree; None where no pair or several do."""
    if len(pairs) <= needed:
        return None
    ways = [positions[:, one] - positions[:, other] for one, other in pairs]
    votes = np.array([[_alike(one, other) for other in ways] for one in ways])
    for k in range(len(pairs)):
        rest = [i for i, pair in enumerate(pairs) if not set(pair) & set(pairs[k])]
        among = votes[np.ix_(rest, rest)]
        if (votes[k, rest] < 0).sum() >= needed and not (votes[k, rest] > 0).any() and not (among < 0).any():
            return pairs[k]
    return None


def _alike(one: Floats, other: Floats) -> int:
    """1 where vectors (T, 3) point alike in nearly all frames, -1 where against each other, 0 where it is unclear."""
    cosine = np.sum(one * other, axis=1) / np.linalg.norm(one, axis=1) / np.linalg.norm(other, axis=1)
    cosine = cosine[np.isfinite(cosine)]
    if not len(cosine):
        return 0
    return int((cosine > CLEAR).mean() >= AGREEING) - int((cosine < -CLEAR).mean() >= AGREEING)
