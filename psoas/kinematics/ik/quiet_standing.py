"""Which frames of a trial show a person who keeps still."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from psoas.core.arrays import Bools, Floats, Ints
from psoas.core.message import Message, message

STILL_M = 0.2
"""Markers of a person who stands quietly stay within this for a whole trial (assumed; sway is a few centimetres)."""
QUIET_M = 0.06
"""Within a stretch picked out of a movement they stay within this (assumed)."""
SHORTEST_S = 0.3
"""A stretch must last this long (assumed)."""


@dataclass(frozen=True)
class StandingTrial:
    """A trial given as standing: marker -> landmark or cluster, positions (T, M, 3) of the frames to use in metres,
    whether they are ``quiet``, and what to say about it."""

    mapping: Mapping[str, str]
    positions: Floats
    quiet: bool = True
    notes: tuple[Message, ...] = ()


def choose_standing(file: str, time: Floats, mapping: Mapping[str, str], positions: Floats) -> StandingTrial:
    """The quiet frames of a trial that was given as standing; all of it as a movement when it is never quiet."""
    frames = quiet_frames(time, positions)
    if len(frames) == len(time):
        return StandingTrial(mapping, positions)
    moved = f"{moved_by(positions):.2f}"
    if not len(frames):
        note = message("kinematics.static_moves", file=file, moved=moved)
        return StandingTrial(mapping, positions, quiet=False, notes=(note,))
    start, end = (f"{time[i]:.1f}" for i in (frames[0], frames[-1]))
    note = message("kinematics.static_part", file=file, moved=moved, start=start, end=end)
    return StandingTrial(mapping, positions[frames], notes=(note,))


def moved_by(positions: Floats) -> float:
    """How far the marker that moves furthest moves within frames (T, M, 3), metres; markers with gaps do not count."""
    seen = positions[:, np.isfinite(positions).all(axis=(0, 2))]
    return float(np.linalg.norm(np.ptp(seen, axis=0), axis=1).max()) if seen.shape[1] else 0.0


def quiet_frames(time: Floats, positions: Floats) -> Ints:
    """Frames of the longest quiet stretch of a trial (T, M, 3): all when it is quiet throughout, none when it never is.

    A stretch is quiet while every marker stays within ``QUIET_M`` of where it is at the stretch's middle.
    """
    if moved_by(positions) <= STILL_M:
        return np.arange(len(time))
    best = np.arange(0)
    for middle in np.arange(0, len(time), max(1, len(time) // 200)):
        run = _run_around(_near(positions, positions[middle]), int(middle))
        if len(run) > len(best):
            best = run
    long_enough = len(best) > 1 and time[best[-1]] - time[best[0]] >= SHORTEST_S
    return best if long_enough else np.arange(0)


def _near(positions: Floats, there: Floats) -> Bools:
    """Frames (T,) in which every marker seen both times lies near ``there`` (M, 3)."""
    away = np.linalg.norm(positions - there, axis=2)
    away = np.where(np.isfinite(away), away, 0.0)
    return np.asarray((away < QUIET_M / 2).all(axis=1))


def _run_around(inside: Bools, frame: int) -> Ints:
    """The unbroken run of true frames around one of them."""
    outside = np.flatnonzero(~inside)
    before, after = outside[outside < frame], outside[outside > frame]
    return np.arange(before[-1] + 1 if len(before) else 0, after[0] if len(after) else len(inside))
