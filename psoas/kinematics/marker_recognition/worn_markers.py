"""Markers worn on the found body: which segment carries each, where on it, and how likely each place is."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from psoas.body.model.body import Body, Poses
from psoas.core.arrays import Bools, Floats, Ints
from psoas.kinematics.ik.ik_solver import IKProblem
from psoas.kinematics.ik.marker_attachment import Attachment
from psoas.kinematics.ik.start_pose import initial_pose
from psoas.kinematics.marker_recognition.place_model import Places
from psoas.kinematics.marker_recognition.pose_search import (
    OUTLIER,
    Guess,
    mean_square_distance,
    posture_priors,
    sized_body,
    soft_match,
    standing_values,
)
from psoas.kinematics.marker_recognition.segment_sizes import fit_sizes, size_slopes
from psoas.recording.recording_validation import seen_markers

FRAMES = 40
"""Frames of the recording that are fitted."""
ROUNDS = 4
"""Times that pose, sizes and places follow each other."""
SKIN_M = 0.012
"""How far a marker moves against its bone, root mean square of the three directions together (assumed)."""
LOOKS = 3.0
"""Independent looks that the frames of a recording are worth (assumed)."""
ARM_NEEDED = 0.5
"""Markers that an upper arm must show for its forearm and hand to be there."""
BELONGS = 0.02
"""Markers of which all places together explain less than this are things in the room (assumed)."""
ABSENT = -1e3
"""Log density of places on an arm without markers."""
PULL = 1.5
"""How much stronger than usual joint angles are pulled to standing."""


@dataclass(frozen=True)
class Wear:
    """How markers (M) sit on a body: ``offset`` (M, S, 3) mean place in each of ``segments``, ``sway2`` (M, S) mean
    squared movement against it; ``log_density`` (M, C) at each place, whatever its share; places on arms that no marker
    shows are ``absent`` (C,)."""

    body: Body
    sizes: dict[str, float]
    stance: str
    values: Floats
    observed: Floats
    segments: tuple[str, ...]
    offset: Floats
    sway2: Floats
    log_density: Floats
    residual: Floats
    absent: Bools


def spread_frames(positions: Floats, most: int) -> Ints:
    """Frames evenly spread in time among those of (T, M, 3) that show most of the markers."""
    count = seen_markers(positions).sum(axis=1)
    good = np.flatnonzero(count >= 0.7 * count.max())
    return np.asarray(np.unique(good[np.linspace(0, len(good) - 1, min(most, len(good))).round().astype(int)]))


def measure_wear(poses: Poses, observed: Floats, segments: tuple[str, ...]) -> tuple[Floats, Floats]:
    """Mean place (M, S, 3) and mean squared sway (M, S) of markers (F, M, 3) against every segment."""
    index = [poses.names.index(s) for s in segments]
    gap = observed[:, :, None] - poses.position[:, None, index]
    local = np.einsum("fsji,fmsj->fmsi", poses.rotation[:, index], gap)
    seen = np.isfinite(local)
    count = np.maximum(seen.sum(axis=0), 1)
    mean = np.where(seen, local, 0.0).sum(axis=0) / count
    sway = np.where(seen, (local - mean) ** 2, 0.0).sum(axis=0) / count
    return mean, sway.sum(axis=-1)


def place_likelihood(places: Places, body: Body, segments: tuple[str, ...], offset: Floats, sway2: Floats) -> Floats:
    """Log density (M, C) of each marker at each place: how near, and how still against the place's segment."""
    column = [segments.index(s) for s in places.segments]
    gap = (offset[:, column] - places.attach(body).local) / places.axes
    near = -1.5 * np.log(2 * np.pi) - np.log(places.axes).sum(axis=1) - (gap**2).sum(axis=-1) / 2
    still = -LOOKS * sway2[:, column] / (2 * SKIN_M**2)
    return np.asarray(near + still)


def shares_of(log_likelihood: Floats) -> Floats:
    """Share (M, C) of each place, beside the outlier's."""
    outlier = np.log(OUTLIER) - LOOKS * 2.0
    top = np.maximum(log_likelihood.max(axis=1, keepdims=True), outlier)
    weight = np.exp(log_likelihood - top)
    return np.asarray(weight / (weight.sum(axis=1, keepdims=True) + np.exp(outlier - top)))


def _absent_arms(places: Places, share: Floats) -> Bools:
    """Places (C,) on arms that no marker near the elbow shows: a lone hand is a marker of the thigh."""
    absent = np.zeros(len(places.names), bool)
    for side in "rl":
        upper = np.array([s == f"humerus_{side}" for s in places.segments])
        if share[:, upper].sum() < ARM_NEEDED:
            absent |= np.array([s in (f"humerus_{side}", f"radius_{side}", f"hand_{side}") for s in places.segments])
    return absent


def _worn(places: Places, body: Body, segments: tuple[str, ...], offset: Floats, share: Floats) -> Attachment:
    """Every marker on its likeliest segment, between where it was seen and where its landmark would be."""
    count = len(share)
    column = np.array([segments.index(s) for s in places.segments])
    belongs = np.stack([share[:, column == s].sum(axis=1) for s in range(len(segments))], axis=1)
    best = belongs.argmax(axis=1)
    nominal = places.attach(body).local
    precise = LOOKS / (SKIN_M**2 / 3)
    local = np.empty((count, 3))
    for m in range(count):
        mine = np.where(column == best[m], share[m], 0.0) * places.is_landmark
        pull = mine / places.spread**2
        local[m] = (precise * offset[m, best[m]] + pull @ nominal) / (precise + pull.sum())
    names = tuple(str(m) for m in range(count))
    best_share = belongs.max(axis=1)
    weight = np.where(best_share >= BELONGS, best_share, 0.0)
    return Attachment(names, names, tuple(segments[s] for s in best), local, weight)


def wear_markers(guess: Guess, positions: Floats, places: Places) -> Wear:
    """Refine a guess on frames spread over markers (T, M, 3), which are turned Y up already."""
    segments = tuple(dict.fromkeys(places.segments))
    offset, share = _first_shares(guess, positions[guess.cloud.frames], places, segments)
    observed = positions[spread_frames(positions, FRAMES)]
    values = initial_pose(guess.body, _worn(places, guess.body, segments, offset, share), observed)
    nothing = np.full(observed.shape[:2], np.nan)
    empty = np.zeros((len(share), len(segments)))
    absent = np.zeros(len(places.names), bool)
    wear = Wear(
        guess.body, guess.sizes, guess.stance, values, observed, segments, offset, empty, empty, nothing, absent
    )
    for _ in range(ROUNDS):
        wear = wear_again(wear, places, share)
        absent = wear.absent | _absent_arms(places, _shares(wear, places))
        wear = replace(wear, absent=absent, log_density=np.where(absent, ABSENT, wear.log_density))
        share = _shares(wear, places)
    return wear


def _shares(wear: Wear, places: Places) -> Floats:
    return shares_of(wear.log_density + np.log(places.share))


def wear_again(wear: Wear, places: Places, share: Floats) -> Wear:
    """Pose, sizes and places once more, with given shares (M, C) of each place in each marker."""
    body, observed, segments = wear.body, wear.observed, wear.segments
    worn = _worn(places, body, segments, wear.offset, share)
    rest = standing_values(body, wear.stance)
    problem = IKProblem(body, worn, priors=posture_priors(body, PULL), rest=rest)
    values = problem.solve(wear.values, observed, tolerance=1e-3).values
    sizes = _resize(body, wear.sizes, places, worn, share, values, observed)
    residual = np.linalg.norm(worn.positions(body.poses(values)) - observed, axis=-1)
    residual[:, worn.weight == 0] = np.nan
    body = sized_body(sizes)
    offset, sway2 = measure_wear(body.poses(values), observed, segments)
    log = place_likelihood(places, body, segments, offset, sway2)
    log = np.where(wear.absent, ABSENT, log)
    return Wear(body, sizes, wear.stance, values, observed, segments, offset, sway2, log, residual, wear.absent)


def _first_shares(guess: Guess, observed: Floats, places: Places, segments: tuple[str, ...]) -> tuple[Floats, Floats]:
    """Mean places (M, S, 3) and shares (M, C) of markers (F, M, 3) in the frames of a guess."""
    poses = guess.body.poses(guess.values)
    offset, sway2 = measure_wear(poses, observed, segments)
    seen = seen_markers(observed)
    there = places.attach(guess.body).positions(poses)
    soft, _ = soft_match(mean_square_distance(np.where(seen[..., None], observed, 0.0), seen, there), places, 0.01)
    log = place_likelihood(places, guess.body, segments, offset, sway2)
    share = 0.5 * (soft + shares_of(log + np.log(places.share)))
    share[~seen.any(axis=0)] = 0.0
    return offset, np.asarray(share)


def _resize(
    body: Body,
    sizes: dict[str, float],
    places: Places,
    worn: Attachment,
    share: Floats,
    values: Floats,
    observed: Floats,
) -> dict[str, float]:
    """Sizes that bring landmarks to their markers and let the worn markers stay where they are."""
    seen = seen_markers(observed)
    filled = np.where(seen[..., None], observed, 0.0)
    both = share * places.is_landmark
    weight = seen.astype(float) @ both
    target = np.einsum("mc,fmi->fci", both, filled) / np.maximum(weight, 1e-9)[..., None]
    weight = weight * (places.spread.min() / places.spread) ** 2
    tracked = np.where(seen, worn.weight * 2.0, 0.0)
    nominal, poses = places.attach(body), body.poses(values)
    carried = nominal.segments + worn.segments
    local = np.concatenate([nominal.local, worn.local])
    own = np.concatenate([np.ones(len(nominal.names)), np.zeros(len(worn.names))])
    gap = np.concatenate([target - nominal.positions(poses), filled - worn.positions(poses)], axis=1)
    slope = size_slopes(poses, sizes, carried, local, own)
    return fit_sizes(sizes, slope, gap, np.concatenate([weight, tracked], axis=1))
