"""Stretches of frames in which a person is seen: short gaps are bridged, short glimpses are left out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from psoas.core.arrays import Bools, Floats

BRIDGE_S = 0.1
"""A gap up to this many seconds does not end a stretch (the filters bridge as much)."""
SHORTEST_S = 0.2
"""A glimpse shorter than this many seconds says nothing of a movement (assumed: half of a quick step)."""


@dataclass(frozen=True)
class Stretch:
    """Frames from ``start`` to before ``stop``."""

    start: int
    stop: int

    @property
    def frames(self) -> slice:
        """The frames, for indexing."""
        return slice(self.start, self.stop)

    def seconds(self, time: Floats) -> float:
        """How long it lasts on the clock ``time`` (T,), seconds."""
        return float(time[self.stop - 1] - time[self.start])


def find_stretches(time: Floats, seen: Bools) -> tuple[Stretch, ...]:
    """Cut the seen frames into stretches.

    Args:
        time: Time (T,), seconds.
        seen: Which frames are seen (T,).

    Returns:
        The stretches in order: between two lie more than 0.1 s without a seen frame. All of them, however short.
    """
    frames = np.flatnonzero(seen)
    if not len(frames):
        return ()
    step = float(np.median(np.diff(time))) if len(time) > 1 else 0.0
    apart = np.diff(time[frames]) - step > max(BRIDGE_S, step / 2) + 1e-9
    starts, stops = np.r_[frames[0], frames[1:][apart]], np.r_[frames[:-1][apart], frames[-1]] + 1
    return tuple(Stretch(int(a), int(b)) for a, b in zip(starts, stops, strict=True))


def long_stretches(time: Floats, seen: Bools) -> tuple[Stretch, ...]:
    """Those stretches that are long enough to analyse: 0.2 s, or the whole recording where that is shorter."""
    whole = float(time[-1] - time[0]) if len(time) else 0.0
    return tuple(one for one in find_stretches(time, seen) if one.seconds(time) >= min(SHORTEST_S, whole) - 1e-9)
