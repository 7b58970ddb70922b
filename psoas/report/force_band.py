"""What the choices of force sharing say of one recording: curves over the stride, peaks, and what survives them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.catalogue import text
from psoas.core.number_format import ends_text, measure_text, number_text
from psoas.core.sides import SIDES, Side
from psoas.report.report_context import ReportContext

ALIKE_N = 5.0
"""Pulls less than this apart are called alike (assumed: one part in a hundred of what a psoas can do)."""
TOGETHER_PERCENT = 15.0
"""Peaks of all choices within this share of the stride count as one moment (assumed)."""


@dataclass(frozen=True)
class PsoasPeaks:
    """Peak of one side under every choice: ``size`` (C,) and ``at`` (C,) on the layout's axis."""

    size: Floats
    at: Floats

    @property
    def middle(self) -> float:
        """Median size."""
        return float(np.median(self.size))

    @property
    def ends(self) -> tuple[float, float]:
        """Least and greatest size."""
        return float(self.size.min()), float(self.size.max())


def psoas_force_curves(reading: ReportContext, side: str) -> Floats:
    """Pull of the psoas under every choice (C, P), newtons, each the mean over the strides; (C, 0) without a stride."""
    count = len(reading.forces.choices)
    every = [reading.cut(f"psoas_{side}_choice_{i}_n", side) for i in range(count)]
    return np.array([one.mean(axis=0) if len(one) else np.zeros(0) for one in every])


def psoas_peaks(reading: ReportContext) -> dict[str, PsoasPeaks]:
    """Peaks by side; sides without a whole stride stay out."""
    found = {}
    for side in SIDES:
        every = psoas_force_curves(reading, side)
        if every.size and np.isfinite(every).any(axis=1).all():
            found[side] = PsoasPeaks(np.nanmax(every, axis=1), reading.layout.x[np.nanargmax(every, axis=1)])
    return found


def spread_of_choices(places: Floats, *, around: float | None) -> tuple[float, float, float]:
    """Middle, first and last of ``places`` (C,); on a circle of length ``around`` the shortest arc that holds all."""
    if around is None:
        return float(np.median(places)), float(places.min()), float(places.max())
    sorted_ = np.sort(np.mod(places, around))
    gaps = np.diff(np.append(sorted_, sorted_[0] + around))
    first = sorted_[(int(gaps.argmax()) + 1) % len(sorted_)]
    along = np.mod(places - first, around)
    return float((first + np.median(along)) % around), float(first), float((first + along.max()) % around)


def agreed_peak_time(peaks: PsoasPeaks, *, around: float | None) -> float | None:
    """Where all choices put the peak, in percent of the stride; None when they disagree."""
    if around is None:
        return None
    middle, first, last = spread_of_choices(peaks.at, around=around)
    return middle if (last - first) % around <= TOGETHER_PERCENT else None


def judge_sides(right: Sequence[float] | Floats, left: Sequence[float] | Floats, *, open_to: float) -> str:
    """Which psoas pulled harder, from peaks (C,): a finding only when every choice agrees and by more than the share
    ``open_to`` of the larger that the ground's error may move."""
    one, other = np.asarray(right, float), np.asarray(left, float)
    gaps = np.abs(one - other)
    if gaps.max() < ALIKE_N:
        return text("report.force.alike", force=measure_text(ALIKE_N, "N"))
    if not ((one > other).all() or (one < other).all()):
        low, high = number_text(float((one - other).min())), measure_text(float((one - other).max()), "N")
        return text("report.force.open", low=low, high=high)
    first = Side.RIGHT if one[0] > other[0] else Side.LEFT
    sure = "harder" if (gaps > open_to * np.maximum(one, other)).all() else "unsure"
    return text(f"report.force.{sure}_{first}", by=ends_text(float(gaps.min()), float(gaps.max()), "N"))
