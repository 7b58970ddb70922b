"""Recognise the markers of a set that nobody knows: the door of the package."""

from __future__ import annotations

import warnings
from collections.abc import Mapping

import numpy as np

from psoas.body.person import REFERENCE_HEIGHT_M
from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.kinematics.marker_recognition.assignment import PlaceChoice, best_choices
from psoas.kinematics.marker_recognition.confidence import propose_places
from psoas.kinematics.marker_recognition.joint_widths import plate_doubts, width_doubts
from psoas.kinematics.marker_recognition.person_search import find_person, is_turned, other_sizes, try_limbs
from psoas.kinematics.marker_recognition.place_model import Places, places
from psoas.kinematics.marker_recognition.pose_search import Guess
from psoas.kinematics.marker_recognition.proposal import NOTHING, MarkerProposal, Proposal
from psoas.kinematics.marker_recognition.set_templates import Template, set_templates
from psoas.kinematics.marker_recognition.settled_choice import settle_choices
from psoas.kinematics.marker_recognition.worn_markers import Wear, wear_markers
from psoas.recording import Markers
from psoas.recording.recording_validation import seen_markers

SIDE_MARGIN = 12.0
"""Left and right are sure when a person turned round is less likely by this log likelihood (assumed)."""
USUAL_ERROR_M, ERROR_STEP_M = 0.015, 0.0015
"""Root mean square distance up to which markers and body agree as usual, and how much more costs one of log odds."""
STILL_M, STILL_DOUBT, SIDES_DOUBT = 0.02, 1.5, 5.0
"""Distances between markers that change by less than this show no joints; what that costs, and what sides that are not
sure do (assumed)."""
STRANGE, STRANGE_DOUBT = 0.2, 5.0
"""Share of markers that no place explains from which the body is not believed, and what that costs (assumed)."""
SELDOM = 0.1
NEEDED = 8
"""Fewer markers than this cannot tell a person (assumed)."""


def recognise_markers(
    markers: Markers, *, static: Markers | None = None, known: Mapping[str, str] | None = None, without: str = ""
) -> Proposal:
    """Propose a place for every marker, from geometry and movement; names are not looked at.

    Args:
        markers: A movement, metres, any axis up.
        static: Quiet standing with the same markers, same axes; it is looked at first.
        known: Marker -> landmark or cluster of those whose names tell; they are kept, and left out of the proposal.
        without: A known marker set to leave out of what is known about sets, for measuring.

    Returns:
        The proposal, markers in the order of ``markers``, then those of ``static`` alone, without the known.

    Raises:
        InputError: Too few markers are seen together.
    """
    names, positions, standing = _joined(markers, static)
    if (most := int(seen_markers(positions).sum(axis=1).max(initial=0))) < NEEDED:
        raise InputError(message("kinematics.too_few_to_recognise", most=most, needed=NEEDED))
    every, fewer = places("both", without), places("both", without, sparse=True)
    first = positions[:standing] if standing else positions
    ranked = find_person(first, every, fewer)
    told = {names.index(name): place for name, place in (known or {}).items() if name in names}
    templates = set_templates(every, without)
    scores = [_score(guess, positions, every, templates, told) for guess in ranked]
    resized = other_sizes(ranked[int(np.argmax(scores))], first, every)
    ranked += resized
    scores += [_score(guess, positions, every, templates, told) for guess in resized]
    best = try_limbs(ranked[int(np.argmax(scores))], first, every)
    settled = settle_choices(wear_markers(best, positions @ best.cloud.up.T, every), every, templates, told)
    wear, margin = settled[0].wear, _side_margin(ranked, scores)
    doubt = _doubts(wear, settled[0].names, positions, margin) + width_doubts(wear, every, settled[0].names)
    doubt += plate_doubts(wear, settled[0].names)
    proposals = propose_places(names, settled, templates, doubt=doubt)
    return _proposal(tuple(one for one in proposals if one.marker not in (known or {})), best, wear, margin)


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


def _score(
    guess: Guess, positions: Floats, every: Places, templates: tuple[Template, ...], told: Mapping[int, str]
) -> float:
    """Log likelihood of a guess with every marker at its likeliest place, and of the places that no marker shows."""
    wear = wear_markers(guess, positions @ guess.cloud.up.T, every)
    return best_choices(PlaceChoice(wear, every, told), templates)[0].score


def _side_margin(ranked: list[Guess], scores: list[float]) -> float:
    """How much likelier (log likelihood of all markers) the best guess is than the best that faces another way."""
    best = int(np.argmax(scores))
    others = [score for guess, score in zip(ranked, scores, strict=True) if is_turned(guess, ranked[best])]
    return scores[best] - max(others) if others else np.inf


def _doubts(wear: Wear, names: tuple[str, ...], positions: Floats, margin: float) -> Floats:
    """What lowers the log odds of each marker (M,): a poor body or one that explains few markers, sides that are not
    sure, nobody who moves, a marker hardly seen."""
    seen = np.isfinite(positions).all(axis=-1).mean(axis=0)
    doubt = np.where(seen < SELDOM, 2.0, 0.0)
    error = float(np.sqrt(np.nanmean(wear.residual**2)))
    doubt += max(error - USUAL_ERROR_M, 0.0) / ERROR_STEP_M
    doubt += STRANGE_DOUBT * (np.mean([name == NOTHING for name in names]) > STRANGE)
    doubt += STILL_DOUBT * (movement_m(positions) < STILL_M)
    doubt += SIDES_DOUBT * (margin < SIDE_MARGIN)
    return np.asarray(doubt)


def movement_m(positions: Floats) -> float:
    """How much distances between markers (T, M, 3) change: the 90th percentile of their spread over time, metres."""
    some = positions[np.unique(np.linspace(0, len(positions) - 1, 60).round().astype(int))]
    gap = np.linalg.norm(some[:, :, None] - some[:, None], axis=-1)
    with np.errstate(invalid="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # pairs that are never seen together
        spread = np.nanstd(gap, axis=0)
    return float(np.nanquantile(spread, 0.9)) if np.isfinite(spread).any() else 0.0


def _proposal(proposals: tuple[MarkerProposal, ...], best: Guess, wear: Wear, margin: float) -> Proposal:
    axis = int(np.argmax(np.abs(best.cloud.up[1])))
    up = ("-" if best.cloud.up[1, axis] < 0 else "") + "xyz"[axis]
    error = float(np.sqrt(np.nanmean(wear.residual**2)))
    stature = float(np.mean([wear.sizes[g] for g in ("thigh", "shank", "pelvis")])) * REFERENCE_HEIGHT_M
    return Proposal(proposals, up, margin >= SIDE_MARGIN, stature, error)
