"""Recognise the markers of a set that nobody knows: the door of the package."""

from __future__ import annotations

import numpy as np

from psoas.body.person import REFERENCE_HEIGHT_M
from psoas.core.arrays import Floats
from psoas.kinematics.marker_recognition.assignment import PlaceChoice
from psoas.kinematics.marker_recognition.confidence import propose_places
from psoas.kinematics.marker_recognition.place_model import Places, places
from psoas.kinematics.marker_recognition.pose_search import BLUR, STANCES, Guess, follow, rigid_guesses, standing_values
from psoas.kinematics.marker_recognition.proposal import MarkerProposal, Proposal
from psoas.kinematics.marker_recognition.set_templates import set_templates
from psoas.kinematics.marker_recognition.upright_cloud import make_cloud, vertical_candidates
from psoas.kinematics.marker_recognition.worn_markers import Wear, wear_markers
from psoas.recording import Markers

FRAMES = 12
"""Upright frames in which the person is sought."""
FIRST, THEN = 12, 4
"""Guesses followed a little for each vertical axis, and to the end in all."""
HEADINGS_PER_SIZE = 2
COARSE, FINE, ARMS_AGAIN = BLUR[:8:2], BLUR[5:], BLUR[4::2]
ARM_COORDINATES = ("arm_flex", "arm_add", "arm_rot", "elbow_flex", "pro_sup")
APART = np.cos(np.radians(60.0))
SIDE_MARGIN = 0.25
"""Left and right are sure when turning the person round costs each marker this much log likelihood on average."""
NEEDED = 8
"""Fewer markers than this cannot tell a person (assumed)."""


def recognise_markers(markers: Markers, *, static: Markers | None = None, without: str = "") -> Proposal:
    """Propose a place for every marker, from geometry and movement; names are not looked at.

    Args:
        markers: A movement, metres, any axis up.
        static: Quiet standing with the same markers, same axes; it is looked at first.
        without: A known marker set to leave out of what is known about sets, for measuring.

    Returns:
        The proposal, markers in the order of ``markers``, then those of ``static`` alone.

    Raises:
        InputError: Too few markers are seen together.
    """
    names, positions, standing = _joined(markers, static)
    every, fewer = places("both", without), places("both", without, sparse=True)
    ranked = _find_person(positions, standing, every, fewer)
    best = _try_stances(ranked[0], positions, every)
    wear = wear_markers(best, positions @ best.cloud.up.T, every)
    choice = PlaceChoice(wear, every)
    margin = _side_margin(ranked)
    doubt = _doubts(wear, positions, margin)
    proposals = propose_places(names, choice, set_templates(every, without), doubt=doubt)
    return _proposal(proposals, best, wear, margin)


def _joined(markers: Markers, static: Markers | None) -> tuple[tuple[str, ...], Floats, int]:
    """Names, positions (T, M, 3) with the static trial first, and how many frames that has."""
    if static is None:
        return markers.names, markers.positions, 0
    names = tuple(dict.fromkeys((*markers.names, *static.names)))
    parts = []
    for one in (static, markers):
        part = np.full((len(one.positions), len(names), 3), np.nan)
        part[:, [names.index(name) for name in one.names]] = one.positions
        parts.append(part)
    return names, np.concatenate(parts), len(static.positions)


def _find_person(positions: Floats, standing: int, every: Places, fewer: Places) -> list[Guess]:
    """Bodies that lie among the markers, likeliest first."""
    part = positions[:standing] if standing else positions
    started: list[tuple[Guess, Floats]] = []
    for axis in vertical_candidates(part):
        cloud = make_cloud(part, axis, FRAMES)
        observed = (part @ cloud.up.T)[cloud.frames]
        for guess in _spread_over_sizes(rigid_guesses(cloud, fewer)):
            started.append((follow(guess, observed, fewer, COARSE), observed))
    started.sort(key=lambda one: -one[0].score)
    kept = started[: THEN - 1]
    turned = [one for one in started[THEN - 1 :] if _is_turned(one[0], started[0][0])]
    kept += turned[:1] or started[THEN - 1 : THEN]
    return sorted((follow(guess, observed, every, FINE) for guess, observed in kept), key=lambda one: -one.score)


def _try_stances(best: Guess, positions: Floats, every: Places) -> Guess:
    """The best guess with the arms started otherwise: a bent elbow is not found from a straight one."""
    observed = (positions @ best.cloud.up.T)[best.cloud.frames]
    tried = [best]
    for stance in STANCES:
        if stance not in ("astride", best.stance):
            values = best.values.copy()
            other = standing_values(best.body, stance)
            arms = [i for i, name in enumerate(best.body.coordinate_names) if name[:-2] in ARM_COORDINATES]
            values[:, arms] = other[arms]
            tried.append(follow(replace(best, values=values, stance=stance), observed, every, ARMS_AGAIN))
    return max(tried, key=lambda one: one.score)


def _spread_over_sizes(guesses: list[Guess]) -> list[Guess]:
    """The best two headings of each size, in the order of their scores."""
    kept: list[Guess] = []
    for guess in guesses:
        if sum(one.sizes["pelvis"] == guess.sizes["pelvis"] for one in kept) < HEADINGS_PER_SIZE:
            kept.append(guess)
    return kept[:FIRST]


def _is_turned(one: Guess, other: Guess) -> bool:
    """Whether two guesses face more than 60 degrees apart, or have another axis up."""
    if not np.allclose(one.cloud.up, other.cloud.up):
        return True
    return bool(np.cos(one.heading - other.heading) < APART)


def _side_margin(ranked: list[Guess]) -> float:
    """How much likelier (log likelihood of a marker) the best guess is than the best that faces another way."""
    others = [one.score for one in ranked[1:] if _is_turned(one, ranked[0])]
    return ranked[0].score - max(others) if others else 2.0 * SIDE_MARGIN


def _doubts(wear: Wear, positions: Floats, margin: float) -> Floats:
    """What lowers the log odds of each marker (M,): a poor body, a side that is not sure, a marker hardly seen."""
    seen = np.isfinite(positions).all(axis=-1).mean(axis=0)
    return np.asarray((margin < SIDE_MARGIN) * 5.0 + np.where(seen < 0.1, 2.0, 0.0))


def _proposal(proposals: tuple[MarkerProposal, ...], best: Guess, wear: Wear, margin: float) -> Proposal:
    axis = int(np.argmax(np.abs(best.cloud.up[1])))
    up = ("-" if best.cloud.up[1, axis] < 0 else "") + "xyz"[axis]
    error = float(np.sqrt(np.nanmean(wear.residual**2)))
    stature = float(np.mean([wear.sizes[g] for g in ("thigh", "shank", "pelvis")])) * REFERENCE_HEIGHT_M
    return Proposal(proposals, up, margin >= SIDE_MARGIN, stature, error)
