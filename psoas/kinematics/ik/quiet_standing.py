"""Which frames of a trial show a person who keeps still."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from psoas.core.arrays import Bools, Floats, Ints
from psoas.core.message import Message, message
from psoas.core.sides import SUFFIXES

STILL_M = 0.2
"""Markers of a person who stands quietly stay within this for a whole trial (assumed; sway is a few centimetres)."""
QUIET_M = 0.06
"""Within a stretch picked out of a movement they stay within this (assumed)."""
BENT_KNEE = np.radians(35.0)
"""Nobody stands quietly with a knee bent by more (assumed; between markers a straight one shows up to 20 degrees)."""
PELVIC_ENDS, KNEE_ENDS, ANKLE_ENDS = (
    ("asis", "psis", "hip_centre", "greater_trochanter"), ("knee_lateral", "knee_medial", "knee_centre"),
    ("ankle_lateral", "ankle_medial", "ankle_centre"),
)  # fmt: skip
SHORTEST_S = 0.3
"""A stretch must last this long (assumed)."""


@dataclass(frozen=True)
class StandingTrial:
    """A trial given as standing: marker -> landmark or cluster, positions (T, M, 3) of the frames to use in metres,
    whether they are ``quiet`` standing, what to say about it, and the name of the file."""

    mapping: Mapping[str, str]
    positions: Floats
    quiet: bool = True
    notes: tuple[Message, ...] = ()
    file: str = ""


def choose_standing(file: str, time: Floats, mapping: Mapping[str, str], positions: Floats) -> StandingTrial:
    """The quiet frames of a trial that was given as standing; all of it as a movement when it is never quiet."""
    frames = quiet_frames(time, positions)
    bent = knee_bend(mapping, positions[frames]) if len(frames) else 0.0
    moved = f"{moved_by(positions):.2f}"
    if not len(frames):
        note = message("kinematics.static_moves", file=file, moved=moved)
        return StandingTrial(mapping, positions, quiet=False, notes=(note,), file=file)
    if bent > BENT_KNEE:
        note = message("kinematics.static_bent", file=file, angle=f"{np.degrees(bent):.0f}")
        return StandingTrial(mapping, positions[frames], quiet=False, notes=(note,), file=file)
    if len(frames) == len(time):
        return StandingTrial(mapping, positions, file=file)
    start, end = (f"{time[i]:.1f}" for i in (frames[0], frames[-1]))
    note = message("kinematics.static_part", file=file, moved=moved, start=start, end=end)
    return StandingTrial(mapping, positions[frames], notes=(note,), file=file)


def knee_bend(mapping: Mapping[str, str], positions: Floats) -> float:
    """Angle at the knee that is bent most between hip, knee and ankle, radians, median over frames (T, M, 3); 0 where
    no leg shows all three. The hip lies between the pelvis markers of that side."""
    bends = [0.0]
    for side in SUFFIXES:
        hip, knee, ankle = (
            [i for i, place in enumerate(mapping.values()) if place in {one + side for one in ends}]
            for ends in (PELVIC_ENDS, KNEE_ENDS, ANKLE_ENDS)
        )
        if hip and knee and ankle:
            at = [positions[:, rows].mean(axis=1) for rows in (hip, knee, ankle)]
            thigh, shank = at[1] - at[0], at[2] - at[1]
            cosine = np.sum(thigh * shank, axis=1) / np.linalg.norm(thigh, axis=1) / np.linalg.norm(shank, axis=1)
            seen = cosine[np.isfinite(cosine)]
            bends.append(float(np.arccos(np.clip(np.median(seen), -1, 1))) if len(seen) else 0.0)
    return max(bends)


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
