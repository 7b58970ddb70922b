"""How sure each marker's place is: what it costs to give the marker another one, as a chance."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.sides import SUFFIXES, strip_suffix
from psoas.kinematics.marker_recognition.assignment import Choice, PlaceChoice, best_choices, place_name
from psoas.kinematics.marker_recognition.proposal import NOTHING, Alternative, MarkerProposal
from psoas.kinematics.marker_recognition.set_templates import Template
from psoas.kinematics.marker_recognition.settled_choice import Settled
from psoas.recording import CLUSTER

NEAR_TEMPLATES = 3
"""Kinds of sets that are asked for another choice."""
SLOPE, OFFSET = 0.6, -0.5
"""Log odds of being right for each unit of log likelihood that the next choice is worse, and at none (see the page)."""
UNHEARD_OF_DOUBT = 5.0
"""What a landmark costs of log odds that no known set has alone (assumed)."""
LOOSE = (
    (("toe_lateral", "midfoot_lateral"), 1.5),
    (("toe", "toe_medial", "metatarsal_2", "big_toe", "small_toe", "midfoot_top"), 2.5),
    (("wrist_radial", "wrist_ulnar", "wrist_centre", "hand", "index_finger"), 2.5),
    (
        ("temple", "eye", "ear", "head_top", "nose", "xiphoid", "t10", "l1_spinous", "lower_rib", "clavicle", "neck"),
        2.0,
    ),
    (("acromion", "shoulder_centre", "elbow_lateral", "elbow_medial", "elbow_centre", "sternum"), 1.0),
)
"""Places that sets spread over several centimetres, and how much log odds that costs (from known sets)."""
SPARE = {
    "knee_centre": ("knee_lateral", "knee_medial", "thigh"),
    "ankle_centre": ("ankle_lateral", "ankle_medial", "shank"),
    "elbow_centre": ("elbow_lateral", "elbow_medial", "upper_arm"),
    "wrist_centre": ("wrist_radial", "wrist_ulnar", "forearm"),
}
SURE = 0.95
MOST = 12.0
"""A margin above this says no more: what is wrong then is the body, not the choice."""
LISTED = 2
"""Alternatives named."""
OTHER = 0.02
"""Alternatives below this confidence are not named."""


def propose_places(
    names: tuple[str, ...], settled: list[Settled], templates: tuple[Template, ...], *, doubt: Floats
) -> tuple[MarkerProposal, ...]:
    """A place for each marker.

    Args:
        names: Marker names.
        settled: Likely choices in their own poses, best first.
        templates: Kinds of sets.
        doubt: What the log odds of each marker are lowered by (M,), for reasons that lie outside the choice.
    """
    choice, best, chosen = settled[0].places, settled[0].choice, settled[0].names
    near = [one for one in best_choices(choice, templates) if one.template is not best.template][:NEAR_TEMPLATES]
    clusters = [choice.gains(one.template)[1] for one in near]
    own = choice.gains(best.template)[1]
    doubt = doubt + UNHEARD_OF_DOUBT * choice.unheard_of(best.columns)
    proposals = []
    for m, name in enumerate(names):
        rivals = [(one.names[m], one.score - settled[0].score) for one in settled[1:]]
        rivals += [
            (place_name(choice, m, int(one.columns[m]), cluster), one.score - best.score)
            for one, cluster in zip(near, clusters, strict=True)
        ]
        rivals += _second(choice, best, m, own)
        others: dict[str, float] = {}
        for place, loss in rivals:
            if place != chosen[m]:
                others[place] = max(others.get(place, -np.inf), min(loss, 0.0))
        proposals.append(_proposal(name, chosen[m], others, float(doubt[m]) + _own_doubt(chosen[m])))
    return _without_spare_centres(tuple(proposals))


def _without_spare_centres(proposals: tuple[MarkerProposal, ...]) -> tuple[MarkerProposal, ...]:
    """Centres of joints only follow their segment where both sides of the joint are marked, which says more."""
    there = {one.place for one in proposals}
    spare = {}
    for centre, (one, other, part) in SPARE.items():
        for side in SUFFIXES:
            if one + side in there and other + side in there:
                spare[centre + side] = f"{CLUSTER}{part}{side}"
    return tuple(replace(one, place=spare.get(one.place, one.place)) for one in proposals)


def _own_doubt(place: str) -> float:
    """What the log odds of a place are lowered by because sets disagree on what they call so."""
    return next((doubt for places, doubt in LOOSE if strip_suffix(place) in places), 0.0)


def _second(choice: PlaceChoice, one: Choice, marker: int, cluster: Floats) -> list[tuple[str, float]]:
    """Places that the marker takes when its own is forbidden, with the change of the log likelihood."""
    column = int(one.columns[marker])
    if column < 0:
        gain, _ = choice.gains(one.template)
        rest = float(cluster[marker].max())
        free = [c for c in np.argsort(-gain[marker])[:4] if c not in one.columns]
        near = [(choice.landmarks[c], min(float(gain[marker, c]) - rest, 0.0)) for c in free[:2]]
        order = np.argsort(-cluster[marker])[1:2]
        return near + [(choice.clusters[k], float(cluster[marker, k]) - rest) for k in order]
    forbidden = [(marker, column)]
    partner = int(choice.partners[marker])
    if partner >= 0 and choice.is_mirrored(one, marker, partner):
        forbidden.append((partner, int(one.columns[partner])))
    other = choice.solve(one.template, tuple(forbidden))
    return [(place_name(choice, marker, int(other.columns[marker]), cluster), other.score - one.score)]


def _proposal(name: str, place: str, others: dict[str, float], doubt: float) -> MarkerProposal:
    margin = min(-max(others.values(), default=-MOST), MOST)
    odds = OFFSET + SLOPE * margin
    confidence = float(1.0 / (1.0 + np.exp(doubt - odds)))
    rest = np.exp([SLOPE * loss for loss in others.values()])
    shares = (
        rest / max(float(np.sum(rest)), 1e-12) / (1.0 + np.exp(odds))
    )  # what doubts cost goes to no place in particular
    shares = np.minimum(shares, confidence)
    listed = sorted(
        (Alternative(other, float(share)) for other, share in zip(others, shares, strict=True) if share >= OTHER),
        key=lambda one: -one.confidence,
    )[:LISTED]
    return MarkerProposal(name, place, confidence, confidence >= SURE and place != NOTHING, tuple(listed))
