"""Whether one marker on the pelvis is not where the others say that its landmark is."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np

from psoas.body.anatomy.proportions import PELVIS, proportions
from psoas.body.anatomy.skin_standoff import BodyBuild, marker_place, placement_error
from psoas.core.arrays import Floats, Ints
from psoas.kinematics.ik.size_measures import PELVIC, Points
from psoas.kinematics.ik.size_outliers import MisplacedLandmark

PLACES = 1.3
"""Markers err this many times more than the table says: people differ in the shape of the pelvis, too (assumed)."""
LEAST_GAIN, CLEARER = 6.0, 2.0
"""The fit must gain so much by leaving one marker out, and so much more than by leaving out any other: half squares of
spreads (assumed; nobody of 200 drawn people is accused, 4 % of 200 whose markers are placed 1.7 times worse)."""
LEAST_M, USUAL_M = 0.04, 0.08
"""A marker is named when it is this far off, and is less often off by more than the second (assumed)."""
STATURE_SPREAD = 0.03
"""Spread of the log stature that a fit found (assumed)."""
STATURES, INDICES = (0.95, 1.0, 1.05), (-4.0, 4.0)
"""A marker is named only if it would be for any of these shares of the stature and body mass indices beside the known
one, kg/m2 (assumed)."""
STEPS = 6


def misplaced_on_pelvis(points: Points, build: BodyBuild, stature: float) -> MisplacedLandmark | None:
    """The one marker on the pelvis that does not fit the others, if leaving it out explains clearly more than leaving
    out any other.

    Four or more markers overdetermine where a pelvis is and how large: the likeliest pelvis without each of them says
    how far that one is off. With four, none is found that is too high or too low: the others do not fix that.

    Args:
        points: Landmark -> positions (T, 3), metres.
        build: How far markers stand off.
        stature: Stature over the reference body's, as a first fit found it.
    """
    names = [name for name in PELVIC if name in points]
    observed = np.stack([points[name] for name in names], axis=1) if names else np.zeros((0, 0, 3))
    frames = np.flatnonzero(np.isfinite(observed).all(axis=(1, 2)))
    if len(names) < 4 or not len(frames):
        return None
    seen = _mean_shape(observed, frames)
    found = _worst(seen, _PelvisShape(names, build, stature))
    if found is None:  # nearly always; the other shapes are for those that are named
        return None
    for times, more in product(STATURES, INDICES):
        other = _worst(seen, _PelvisShape(names, replace(build, bmi=build.bmi + more), stature * times))
        if other is None or other.landmark != found.landmark:
            return None
    return found


def _worst(seen: Floats, shape: _PelvisShape) -> MisplacedLandmark | None:
    """The marker among those ``seen`` (M, 3) that clearly does not fit a pelvis of this shape."""
    everyone = np.arange(len(seen))
    cost, scores = shape.fit(seen, everyone)[0], []
    for i in everyone:
        less, place = shape.fit(seen, np.delete(everyone, i))
        off = float(np.linalg.norm(seen[i] - place[i]))
        scores.append((cost - less - 0.5 * (off / USUAL_M) ** 2, off, shape.names[i]))
    (best, off, name), (second, _, _) = sorted(scores, reverse=True)[:2]
    if best < LEAST_GAIN or best - second < CLEARER or off < LEAST_M:
        return None
    return MisplacedLandmark(name, "pelvis", 1.0, off)


def _mean_shape(observed: Floats, frames: Ints) -> Floats:
    """The mean shape (M, 3) of markers in some frames, each turned onto the first."""
    first, some = observed[frames[0]], frames[:: max(1, len(frames) // 40)]
    return np.asarray(np.mean([_onto(first, observed[t], np.ones(len(first))) for t in some], axis=0))


class _PelvisShape:
    """The fit of a pelvis, its size along three axes and its pose, to markers (M, 3)."""

    def __init__(self, names: list[str], build: BodyBuild, stature: float) -> None:
        self.names = names
        places = [marker_place(name, build) for name in names]
        self.grows, self.fixed = np.array([g for g, _ in places]), np.array([f for _, f in places])
        self.spread = PLACES * np.array([placement_error(name) for name in names]) / np.sqrt(3)
        known = proportions()
        rows = [known.names.index(name) for name in PELVIS]
        covariance = known.covariance[np.ix_(rows, rows)] + STATURE_SPREAD**2
        self.whitening, self.usual = np.linalg.inv(np.linalg.cholesky(covariance)), float(np.log(stature))

    def fit(self, seen: Floats, used: Ints) -> tuple[float, Floats]:
        """Half the sum of squares of the likeliest pelvis for some markers, and where it has all (M, 3)."""
        logs, weight = np.full(3, self.usual), np.zeros(len(seen))
        weight[used] = 1 / self.spread[used] ** 2
        for step in range(STEPS + 1):
            local = self.grows * np.exp(logs) + self.fixed
            there = _onto(local, seen, weight)
            off = (local - there) * np.sqrt(weight)[:, None]
            unusual = self.whitening @ (logs - self.usual)
            if step == STEPS:
                break
            slope = np.vstack([self._slope(logs, there, weight), np.hstack([self.whitening, np.zeros((3, 6))])])
            move = np.linalg.lstsq(slope, -np.concatenate([off.ravel(), unusual]), rcond=None)[0]
            logs = logs + np.clip(move[:3], -0.3, 0.3)
        back = _onto(seen, local, weight)
        return 0.5 * float((off**2).sum() + unusual @ unusual), back

    def _slope(self, logs: Floats, there: Floats, weight: Floats) -> Floats:
        """What sizes, a small turn and a shift do to weighed misses (3 M, 9)."""
        slope = np.zeros((len(there), 3, 9))
        slope[:, range(3), range(3)] = self.grows * np.exp(logs)
        for axis in range(3):
            slope[:, :, 3 + axis] = -np.cross(np.eye(3)[axis], there)
            slope[:, axis, 6 + axis] = 1.0
        return np.asarray((slope * np.sqrt(weight)[:, None, None]).reshape(-1, 9))


def _onto(target: Floats, points: Floats, weight: Floats) -> Floats:
    """Points (M, 3) moved as one onto the target, as the weights (M,) say."""
    centre, own = np.average(target, axis=0, weights=weight), np.average(points, axis=0, weights=weight)
    u, _, v = np.linalg.svd(((points - own) * weight[:, None]).T @ (target - centre))
    turn = u @ np.diag([1, 1, np.linalg.det(u @ v)]) @ v
    return np.asarray((points - own) @ turn + centre)
