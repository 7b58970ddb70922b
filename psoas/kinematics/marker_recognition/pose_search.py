"""Finding the person among unnamed markers: facing, size and pose, by soft matching of a standing body."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from psoas.body.model.body import Body
from psoas.body.person import REFERENCE_HEIGHT_M, Person
from psoas.core.arrays import Bools, Floats
from psoas.kinematics.ik.ik_solver import IKProblem
from psoas.kinematics.marker_recognition.place_model import Places
from psoas.kinematics.marker_recognition.segment_sizes import fit_sizes, size_slopes
from psoas.kinematics.marker_recognition.upright_cloud import Cloud, about_y
from psoas.recording.recording_validation import seen_markers

HEADINGS = 12
KEPT_HEADINGS = 6
"""Headings tried with other arms."""
SIZES = tuple(np.geomspace(0.62, 1.24, 9))
"""Sizes that are tried, against the reference body: 1.05 to 2.1 m."""
HIGHEST_M, LOWEST_M = 1.75, 0.92
"""Height of the highest marker above the lowest on the reference body: from a lifted crown to the pelvis alone."""
RIGID_BLUR = tuple(np.geomspace(0.25, 0.08, 5))
"""Extra spread while the standing body is moved as a whole, metres."""
BLUR = tuple(np.geomspace(0.12, 0.01, 14))
"""Extra spread while the joints move, metres."""
SIZES_FROM_M = 0.1
"""Sizes are fitted once the extra spread is below this, metres."""
OUTLIER = 0.02
"""Density of markers that show no place, per cubic metre and marker (assumed)."""
POSTURE = {"hip_flexion": 35, "hip_adduction": 15, "hip_rotation": 15, "knee_angle": 40, "ankle_angle": 20,
           "subtalar_angle": 10, "lumbar_extension": 15, "lumbar_bending": 10, "lumbar_rotation": 10,
           "neck_extension": 15, "neck_bending": 10, "neck_rotation": 20, "arm_flex": 40, "arm_add": 30, "arm_rot": 30,
           "elbow_flex": 40, "pro_sup": 40, "pelvis_tilt": 15, "pelvis_list": 10, "rib_flare": 3}  # fmt: skip
"""Spread of joint angles about standing while markers are soft, degrees (assumed)."""
PULL = 4.0
"""How much stronger than in inverse kinematics these pull."""


@dataclass(frozen=True)
class Guess:
    """A body among markers: ``score`` is the mean log likelihood of a marker; ``values`` (F, N) its pose in the cloud's
    frames, in the room turned by ``cloud.up``; ``sizes`` factors by group."""

    score: float
    cloud: Cloud
    body: Body
    sizes: dict[str, float]
    values: Floats
    stance: str
    heading: float


def soft_match(distance2: Floats, places: Places, blur: float) -> tuple[Floats, Floats]:
    """Shares (M, C) of each marker that each place takes, and the log density (M,), from mean squared distances."""
    variance = places.spread**2 + blur**2
    log = np.log(places.share) - 1.5 * np.log(2 * np.pi * variance) - distance2 / (2 * variance)
    top = np.maximum(log.max(axis=1), np.log(OUTLIER))
    weight = np.exp(log - top[:, None])
    total = weight.sum(axis=1) + OUTLIER * np.exp(-top)
    return weight / total[:, None], top + np.log(total)


STANCES = {
    "hanging": {"elbow_flex": 25, "pro_sup": 60},
    "running": {"elbow_flex": 90, "pro_sup": 60},
    "raised": {"arm_add": -90, "elbow_flex": 10, "pro_sup": 60},
    "halfway": {"arm_add": -45, "elbow_flex": 15, "pro_sup": 60},
    "forward": {"arm_flex": 80, "elbow_flex": 10, "pro_sup": 60},
    "astride": {"hip_adduction": -25, "elbow_flex": 25, "pro_sup": 60},
    "sprinting": {"hip_flexion": 15, "knee_angle": 65, "elbow_flex": 90, "pro_sup": 60},
    "seated": {"hip_flexion": 80, "knee_angle": 85, "elbow_flex": 60, "pro_sup": 60},
}
"""How people stand, run (legs as they are on average) or sit: degrees where standing has 0."""
LEG_STANCES = ("astride", "sprinting", "seated")
"""Stances that differ in the legs."""


def standing_values(body: Body, stance: str) -> Floats:
    """Standing (N,) in one of the ways of ``STANCES``."""
    values = body.default_values()
    for name, angle in STANCES[stance].items():
        for side in "rl":
            values[body.coordinate_index(f"{name}_{side}")] = np.radians(angle)
    return values


def rigid_guesses(cloud: Cloud, places: Places) -> list[Guess]:
    """The standing body moved over the cloud from all sides and in all likely sizes, best first."""
    seen = np.isfinite(cloud.points).all(axis=1)
    points = cloud.points[seen]
    tall = float(np.ptp(points[:, 1]))
    sizes = [s for s in SIZES if tall / HIGHEST_M <= s <= tall / LOWEST_M]
    found: list[_Start] = []
    body = Body(scale={g: np.ones(3) for g in Body().scale})
    for stance in STANCES:
        template = places.attach(body).positions(body.poses(standing_values(body, stance)))[0]
        base = np.array([np.mean(template[:, 0]), template[:, 1].min(), 0.0])
        headings = np.arange(HEADINGS) * (2 * np.pi / HEADINGS)
        if stance != "hanging":  # the trunk and the legs decide which way the person faces
            headings = np.array([one.heading for one in _distinct(found)[:KEPT_HEADINGS]])
        for size in sizes:
            for heading in headings:
                shape = size * (template - base)
                score, angle, at = _slide(points, shape, places, heading, points[:, 1].min())
                found.append(_Start(score, size, stance, angle, at - size * about_y(angle) @ base))
    return [_guess(cloud, one) for one in _distinct(found)]


@dataclass(frozen=True)
class _Start:
    """A standing body put over a cloud as a whole."""

    score: float
    size: float
    stance: str
    heading: float
    at: Floats


def _distinct(found: list[_Start]) -> list[_Start]:
    """The best of those that differ in size or by more than 0.6 radians in heading; best first."""
    kept: list[_Start] = []
    for one in sorted(found, key=lambda each: -each.score):
        if not any(one.size == k.size and np.cos(one.heading - k.heading) > np.cos(0.6) for k in kept):
            kept.append(one)
    return kept


def _slide(points: Floats, shape: Floats, places: Places, heading: float, floor: float) -> tuple[float, float, Floats]:
    """Log density, angle about +Y and place of the shape (C, 3) that fits points (M, 3) best near ``heading``."""
    at = np.append(np.mean(points[:, [0, 2]], axis=0), floor)[[0, 2, 1]]
    score = -np.inf
    for blur in RIGID_BLUR:
        there = shape @ about_y(heading).T + at
        distance2 = (points**2).sum(axis=1)[:, None] + (there**2).sum(axis=1) - 2 * points @ there.T
        share, log = soft_match(distance2, places, blur)
        score = float(log.mean())
        weight = share / (places.spread**2 + blur**2)
        total = weight.sum()
        mean_points = np.einsum("mc,mi->i", weight, points) / total
        mean_shape = np.einsum("mc,ci->i", weight, shape) / total
        a, b = shape - mean_shape, points - mean_points
        cross = np.einsum("mc,ci,mj->ij", weight, a, b)
        heading = float(np.arctan2(cross[2, 0] - cross[0, 2], cross[0, 0] + cross[2, 2]))
        at = mean_points - about_y(heading) @ mean_shape
    return score, heading, at


def _guess(cloud: Cloud, start: _Start) -> Guess:
    """A standing body in every frame of the cloud."""
    sizes = {g: start.size for g in Body().scale}
    body = sized_body(sizes)
    values = np.tile(standing_values(body, start.stance), (len(cloud.frames), 1))
    root = [body.coordinate_index(f"pelvis_{k}") for k in ("tx", "ty", "tz")]
    values[:, body.coordinate_index("pelvis_rotation")] = start.heading + cloud.yaw
    values[:, root] = cloud.middle + np.einsum("tij,j->ti", about_y(cloud.yaw), start.at)
    return Guess(start.score, cloud, body, sizes, values, start.stance, start.heading)


def sized_body(sizes: dict[str, float]) -> Body:
    """A body with one factor for each group."""
    stature = float(np.median(list(sizes.values()))) * REFERENCE_HEIGHT_M
    person = Person.of(height_m=float(np.clip(stature, 0.6, 2.5)))
    return Body(person, scale={g: np.full(3, s) for g, s in sizes.items()})


def posture_priors(body: Body, pull: float) -> dict[str, float]:
    """Spreads in radians of the coordinates that are pulled to standing."""
    return {
        name: np.radians(POSTURE[base]) / pull
        for name in body.coordinate_names
        if (base := name.removesuffix("_r").removesuffix("_l")) in POSTURE
    }


def follow(guess: Guess, observed: Floats, places: Places, blurs: tuple[float, ...] = BLUR) -> Guess:
    """Joints and sizes moved until the body lies among the markers (F, M, 3), in the turned room."""
    body, sizes, values, score = guess.body, guess.sizes, guess.values, guess.score
    seen = seen_markers(observed)
    filled = np.where(seen[..., None], observed, 0.0)
    own = np.ones(len(places.names))
    for blur in blurs:
        attachment = places.attach(body)
        there = attachment.positions(body.poses(values))
        share, log = soft_match(mean_square_distance(filled, seen, there), places, blur)
        score = float(log.mean())
        target, weight = soft_targets(share, filled, seen)
        weight = weight * places.spread.min() ** 2 / (places.spread**2 + blur**2)
        rest = standing_values(body, guess.stance)
        problem = IKProblem(body, attachment, priors=posture_priors(body, PULL), rest=rest)
        values = problem.solve(values, target, weight, tolerance=1e-2).values
        if blur < SIZES_FROM_M:
            poses = body.poses(values)
            slope = size_slopes(poses, sizes, places.segments, attachment.local, own)
            sizes = fit_sizes(sizes, slope, target - attachment.positions(poses), weight)
            body = sized_body(sizes)
    return replace(guess, score=score, body=body, sizes=sizes, values=values)


def mean_square_distance(filled: Floats, seen: Bools, there: Floats) -> Floats:
    """Mean over frames of squared distances (M, C) of markers (F, M, 3), 0 where not seen, from places (F, C, 3)."""
    look = seen.astype(float)
    own = (filled**2).sum(axis=(0, 2))[:, None]
    across = np.tensordot(filled, there, axes=([0, 2], [0, 2]))
    theirs = look.T @ (there**2).sum(axis=-1)
    return np.asarray(np.maximum(own - 2 * across + theirs, 0.0) / np.maximum(look.sum(axis=0), 1)[:, None])


def soft_targets(share: Floats, filled: Floats, seen: Bools) -> tuple[Floats, Floats]:
    """Where the markers want each place to be (F, C, 3), and how many do (F, C)."""
    weight = seen.astype(float) @ share
    total = np.einsum("mc,fmi->fci", share, filled)
    return total / np.maximum(weight, 1e-9)[..., None], weight
