"""Two markers whose names change places from one frame to the next: put right for the frames that are wrong."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from psoas.core.arrays import Bools, Floats
from psoas.core.message import Message, message

JUMP_M = 0.03
"""Markers nearer to each other than this are not told apart (assumed)."""
ONTO = 0.35
"""Each lands on the other's place within this share of its jump (assumed; no rigid part can move so)."""
GAP = 5
"""A marker may be hidden for so many frames while it changes places (assumed)."""


def swap_back(names: list[str], positions: Floats) -> list[Message]:
    """Put markers right in ``positions`` (T, M, 3) that change places, and say which and in how many frames.

    Of the stretches between two changes those are taken as right that together last longer.
    """
    events = dict[tuple[int, int], list[int]]()
    for frame, one, other in _changes(positions):
        events.setdefault((one, other), []).append(frame)
    notes = []
    for (one, other), frames in events.items():
        wrong = _shorter(len(positions), frames)
        at = positions[wrong]
        at[:, [one, other]] = at[:, [other, one]]
        positions[wrong] = at
        notes.append(
            message("kinematics.markers_exchanged", one=names[one], other=names[other], frames=int(wrong.sum()))
        )
    return notes


def _shorter(count: int, frames: list[int]) -> Bools:
    """Frames (T,) of every second stretch between changes, those that last shorter together."""
    second = np.zeros(count, bool)
    for start, stop in list(pairwise([*frames, count]))[::2]:
        second[start:stop] = True
    return second if 2 * second.sum() <= count else ~second


def _changes(positions: Floats) -> list[tuple[int, int, int]]:
    """Frame and two markers for each change of places, seen against where markers were, and where they were going."""
    still = _held(positions)
    going = np.array(still)
    going[1:] += np.diff(still, axis=0)
    found = set[tuple[int, int, int]]()
    for before in (still, going):
        step = np.linalg.norm(positions[1:] - before[:-1], axis=2)
        jumped = step > JUMP_M
        for frame in np.flatnonzero(jumped.sum(axis=1) >= 2) + 1:
            some = np.flatnonzero(jumped[frame - 1])
            own = step[frame - 1, some]
            across = np.linalg.norm(positions[frame, some][:, None] - before[frame - 1, some][None], axis=2)
            onto = across < ONTO * own[:, None]
            pairs = np.argwhere(np.triu(onto & onto.T, 1))
            found |= {(int(frame), int(some[i]), int(some[j])) for i, j in pairs}
    return sorted(found)


def _held(positions: Floats) -> Floats:
    """Positions (T, M, 3) with gaps of a few frames filled by what was seen before them."""
    held = np.array(positions)
    for _ in range(GAP):
        gone = np.isnan(held[1:]) & np.isfinite(held[:-1])
        held[1:][gone] = held[:-1][gone]
    return held
