"""Strides or repetitions on one clock from 0 to 100 percent: each of them, and their mean and spread."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from psoas.analysis.cycle_normalization import CycleLayout
from psoas.core.arrays import Floats
from psoas.core.sides import SIDES
from psoas.kinematics.gait.strides import mean_and_sd_over_strides


def has_cycles(layout: CycleLayout) -> bool:
    """Whether a recording holds strides or repetitions."""
    return layout.kind != "time"


def cycle_table(frames: pa.Table, layout: CycleLayout) -> pa.Table:
    """Every stride or repetition at 0 to 100 percent.

    Args:
        frames: One row a frame, with ``time_s``.
        layout: Which intervals are laid over one another.

    Returns:
        Columns ``side``, ``cycle`` (from 1), ``percent``, ``time_s``, and every column of ``frames``. Each side's
        cycles hold the columns of both sides, so that one clock serves to compare them.
    """
    return pa.concat_tables([_of_side(frames, layout, side) for side in SIDES])


def mean_cycle_table(cycles: pa.Table) -> pa.Table:
    """Mean and standard deviation over the cycles of each side: NAME_mean and NAME_sd at each percent."""
    parts = []
    for side in SIDES:
        own = cycles.filter(pa.compute.equal(cycles["side"], side))
        count = len(set(own["cycle"].to_pylist()))
        if not count:
            continue
        points = len(own) // count
        columns: dict[str, pa.Array | Floats] = {
            "side": pa.array([side] * points),
            "cycles": np.full(points, count),
            "percent": own["percent"].to_numpy()[:points],
        }
        for name in cycles.column_names[4:]:
            mean, sd = mean_and_sd_over_strides(own[name].to_numpy().reshape(count, points))
            columns |= {f"{name}_mean": mean, f"{name}_sd": sd}
        parts.append(pa.table(columns))
    return pa.concat_tables(parts)


def _of_side(frames: pa.Table, layout: CycleLayout, side: str) -> pa.Table:
    intervals, time = layout.intervals[side], frames["time_s"].to_numpy()
    count, points = len(intervals), len(layout.x)
    columns: dict[str, pa.Array | Floats] = {
        "side": pa.array([side] * (count * points), pa.string()),  # one kind for a side without cycles too
        "cycle": np.repeat(np.arange(1, count + 1), points),
        "percent": np.tile(layout.x, count),
        "time_s": layout.cut(time, time, side).reshape(-1),
    }
    for name in frames.column_names:
        if name != "time_s":
            columns[name] = layout.cut(frames[name].to_numpy(), time, side).reshape(-1)
    return pa.table(columns)
