"""Choices that each get a pose of their own: what is likely in one pose may be likelier still in another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from psoas.core.arrays import Floats, Ints
from psoas.core.sides import SUFFIXES
from psoas.kinematics.marker_recognition.assignment import Choice, PlaceChoice, best_choices, place_name
from psoas.kinematics.marker_recognition.joint_widths import width_log_likelihood
from psoas.kinematics.marker_recognition.place_model import Places
from psoas.kinematics.marker_recognition.set_templates import Template
from psoas.kinematics.marker_recognition.worn_markers import Wear, shares_of, wear_again

MOST = 3
"""Choices of different templates that are settled."""
ROUNDS = 2
CONFUSED = (
    ("knee_medial", "knee_centre"),
    ("ankle_medial", "ankle_centre"),
    ("ankle_lateral", "ankle_centre"),
)
"""Places that a pose turned or sized a little otherwise would exchange."""


@dataclass(frozen=True)
class Settled:
    """A choice in its own pose: ``names`` are the places of all markers, "" for none; ``score`` its log likelihood,
    distances across joints included."""

    wear: Wear
    places: PlaceChoice
    choice: Choice
    names: tuple[str, ...]
    score: float


def settle_choices(
    wear: Wear, every: Places, templates: tuple[Template, ...], told: Mapping[int, str]
) -> list[Settled]:
    """The likely choices, each after the pose has followed it; best first."""
    first = PlaceChoice(wear, every, told)
    candidates: list[Choice] = []
    for one in best_choices(first, templates):
        if len(candidates) < MOST and not any((one.columns == other.columns).all() for other in candidates):
            candidates.append(one)
    candidates += _exchanged(first, candidates[0])
    return sorted(
        (_settle(wear, every, candidate, templates, told) for candidate in candidates),
        key=lambda settled: -settled.score,
    )


def _exchanged(first: PlaceChoice, best: Choice) -> list[Choice]:
    """The choice with one place of a joint for another on both sides."""
    found = []
    for one, other in CONFUSED:
        columns = best.columns.copy()
        for side in SUFFIXES:
            mine, theirs = first.landmarks.index(one + side), first.landmarks.index(other + side)
            has, has_other = best.columns == mine, best.columns == theirs
            columns[has], columns[has_other] = theirs, mine
        if (columns != best.columns).any():
            found.append(first.scored(best.template, columns))
    return found


def _settle(
    wear: Wear, every: Places, candidate: Choice, templates: tuple[Template, ...], told: Mapping[int, str]
) -> Settled:
    share = _hard_shares(wear, every, candidate.columns)
    for _ in range(ROUNDS):
        wear = wear_again(wear, every, share)
    places = PlaceChoice(wear, every, told)
    best = best_choices(places, templates)[0]
    choices = [best, *_exchanged(places, best)]  # they show the same joints, so that their distances can be compared
    return max((_settled(wear, every, places, one) for one in choices), key=lambda settled: settled.score)


def _settled(wear: Wear, every: Places, places: PlaceChoice, choice: Choice) -> Settled:
    _, cluster = places.gains(choice.template)
    names = tuple(place_name(places, m, int(column), cluster) for m, column in enumerate(choice.columns))
    score = choice.score + width_log_likelihood(wear, every, names)
    return Settled(wear, places, choice, names, score)


def _hard_shares(wear: Wear, every: Places, columns: Ints) -> Floats:
    """Shares (M, C): all for a chosen landmark, else spread over clusters as they are likely; little is left for a
    marker that no place explains."""
    share = shares_of(np.where(every.is_landmark, -np.inf, wear.log_density + np.log(every.share)))
    rows = np.flatnonzero(columns >= 0)
    share[rows] = 0.0
    share[rows, columns[rows]] = 1.0
    return share
