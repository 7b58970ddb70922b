"""How a recording is laid out for its charts: strides or repetitions over one another, or simply time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from psoas.analysis.summary_model import StrideEvents, SummaryExcerpt
from psoas.core.arrays import Floats, read_only
from psoas.core.sides import SIDES

SAMPLES = 101
LONGEST = 400
"""At most this many samples of an uncut recording are drawn."""


@dataclass(frozen=True)
class CycleLayout:
    """What lies over what.

    ``kind`` is "stride", "repetition" or "time"; ``x`` (P,) runs in percent, or in seconds for "time"; ``intervals``
    holds (n, 2) seconds for "right" and "left"; ``toe_off`` the mean instant in percent, where it is known.
    """

    kind: str
    x: Floats
    intervals: Mapping[str, Floats]
    toe_off: Mapping[str, float]

    def cut(self, series: Floats, time: Floats, side: str) -> Floats:
        """``series`` (T,) over ``time`` (T,) as curves (n, P); NaN where it was not seen."""
        if self.kind == "time":
            return np.interp(self.x, time, series)[None]
        intervals = self.intervals[side]
        moments = intervals[:, :1] + (intervals[:, 1:] - intervals[:, :1]) * self.x / 100
        return np.interp(moments, time, series)

    @property
    def main_side(self) -> str:
        """The side whose strides cut what has no side of its own, such as the pelvis."""
        return "right" if len(self.intervals["right"]) else "left"


def cycle_layout(summary: SummaryExcerpt, time: Floats) -> CycleLayout:
    """The layout that a summary asks for."""
    if gait := summary.gait:
        strides = {side: [e for e in gait.events.get(side) or () if not e.flag] for side in SIDES}
        return CycleLayout(
            "stride",
            np.linspace(0, 100, SAMPLES),
            {side: _intervals([(e.start_s, e.end_s) for e in own]) for side, own in strides.items()},
            {side: share for side, own in strides.items() if np.isfinite(share := _toe_off(own))},
        )
    if (found := summary.repetitions) and found.intervals_s:
        cut = _intervals(found.intervals_s)
        return CycleLayout("repetition", np.linspace(0, 100, SAMPLES), {"right": cut, "left": cut}, {})
    end = time[-1] if time[-1] > time[0] else time[0] + 1.0
    x = np.linspace(time[0], end, min(LONGEST, max(2, len(time))))
    none = _intervals([])
    return CycleLayout("time", read_only(x), {"right": none, "left": none}, {})


def _intervals(pairs: Sequence[tuple[float, ...]]) -> Floats:
    return read_only(np.reshape(np.array(pairs, float), (-1, 2)))


def _toe_off(strides: Sequence[StrideEvents]) -> float:
    """Mean toe-off in percent of the stride, NaN where none was seen."""
    shares = [
        100 * (one.toe_off_s - one.start_s) / (one.end_s - one.start_s) for one in strides if one.toe_off_s is not None
    ]
    return float(np.mean(shares)) if shares else float("nan")
