"""From recorded markers to a motion on the person's body."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.interpolate import Akima1DInterpolator

from psoas.body.model.body import Body
from psoas.core.arrays import Bools, Floats, Ints, row_blocks
from psoas.kinematics.filters import true_runs
from psoas.kinematics.ik.calibration import Calibration
from psoas.kinematics.ik.ik_solver import IKProblem, IKSolution
from psoas.kinematics.ik.start_pose import initial_pose
from psoas.kinematics.ik.temporal_smoothing import smooth_over_time
from psoas.kinematics.motion import CONVERGED, STOPPED, UNSEEN, MarkerFit, Motion

COARSE, ROUGH = 8, 1e-3
"""Every so many frames are solved first, to so many radians or metres; the others start on a curve through them."""
BATCH = 256
"""Frames solved side by side."""
NEEDED = 6
"""A frame with fewer markers than this cannot fix a pose and is left out by name (assumed: two rigid parts)."""

Progress = Callable[[int, int], None]


def solve_motion(
    calibration: Calibration,
    time: Floats,
    observed: Floats,
    *,
    smoothness: float = 0.0,
    progress: Progress | None = None,
) -> Motion:
    """Follow markers with a fitted body.

    Args:
        calibration: Body and places of the markers.
        time: Time (T,), seconds.
        observed: Marker positions (T, M, 3), metres, in the order of the attachment.
        smoothness: Price of acceleration (see ``temporal_smoothing``), metres of marker error per rad/s^2; 0 leaves
            every frame on its own.
        progress: Called with how many frames are done, and of how many.

    Returns:
        The motion; frames with too few markers are NaN with the outcome "too few markers seen".
    """
    body, attachment = calibration.body, calibration.attachment
    worn = np.array(attachment.placed, dtype=np.intp)
    problem = IKProblem(body, attachment.only(attachment.placed), held=calibration.held)
    seen = np.asarray(np.isfinite(observed).all(axis=-1))
    enough = seen[:, worn].sum(axis=1) >= NEEDED
    solution = _frames(body, problem, _WornMarkers(observed, np.flatnonzero(enough), worn), progress)
    values = np.full((len(time), len(body.coordinate_names)), np.nan)
    residual = np.full((len(time), observed.shape[1]), np.nan)
    outcome = np.full(len(time), UNSEEN)
    values[enough], residual[np.ix_(enough, worn)] = solution.values, solution.residual
    if smoothness > 0 and len(time) > 2:
        rate = 1.0 / float(np.median(np.diff(time)))
        for run in true_runs(enough):  # never across frames without a pose
            values[run] = smooth_over_time(problem, values[run], observed[run][:, worn], rate_hz=rate, price=smoothness)
        residual[np.ix_(enough, worn)] = problem.residual(values[enough], observed[np.ix_(enough, worn)])
    outcome[enough] = np.where(solution.converged, CONVERGED, STOPPED)
    fit = MarkerFit(attachment.names, residual, _rms(residual, enough), solution.iterations)
    return Motion(body, time, values, outcome, problem.held, fit, calibration.notes)


def _rms(residual: Floats, enough: Bools) -> Floats:
    """Root mean square over the markers of each frame (T,), metres; NaN for frames that were left out."""
    rms = np.full(len(residual), np.nan)
    rms[enough] = np.sqrt(np.nanmean(residual[enough] ** 2, axis=1))
    return rms


def _between(frames: Ints, rough: Floats, total: int) -> Floats:
    """Coordinates (``total``, N) on a smooth curve through those (K, N) of some ``frames`` (K,)."""
    if len(frames) < 3:
        return np.stack([np.interp(np.arange(total), frames, column) for column in rough.T], axis=1)
    return np.asarray(Akima1DInterpolator(frames, rough)(np.arange(total)))


@dataclass(frozen=True)
class _WornMarkers:
    """Markers that sit on the body, ``worn``, in the ``frames`` (K,) that can be solved, out of all ``observed``
    (T, M, 3): taken a block at a time, because a copy of a long recording is large."""

    observed: Floats
    frames: Ints
    worn: Ints

    def of(self, rows: slice | Ints) -> Floats:
        """Positions (k, W, 3) in some of the frames."""
        return self.observed[np.ix_(self.frames[rows], self.worn)]


def _frames(body: Body, problem: IKProblem, markers: _WornMarkers, progress: Progress | None) -> IKSolution:
    """A coarse pass from standing, then all frames from between the coarse ones."""
    total, iterations = len(markers.frames), 0
    values = np.empty((total, len(body.coordinate_names)))
    residual, converged = np.empty((total, len(markers.worn))), np.zeros(total, bool)
    if not total:
        return IKSolution(values, residual, converged, 0)
    coarse = np.unique(np.append(np.arange(0, total, COARSE), total - 1))
    guess = initial_pose(body, problem.attachment, markers.of(coarse))
    rough = np.concatenate([
        problem.solve(guess[block], markers.of(coarse[block]), tolerance=ROUGH).values
        for block in row_blocks(len(coarse), BATCH)
    ])  # fmt: skip
    start = _between(coarse, rough, total)
    for block in row_blocks(total, BATCH):
        found = problem.solve(start[block], markers.of(block))
        values[block], residual[block], converged[block] = found.values, found.residual, found.converged
        iterations = max(iterations, found.iterations)
        if progress:
            progress(block.stop, total)
    return IKSolution(values, residual, converged, iterations)
