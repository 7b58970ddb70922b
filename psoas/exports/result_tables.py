"""The tables of an analysed folder, by name."""

from __future__ import annotations

import pyarrow as pa

from psoas.exports.cycle_tables import cycle_table, has_cycles, mean_cycle_table
from psoas.exports.frame_table import frame_table
from psoas.report.report_context import ReportContext


def result_tables(reading: ReportContext) -> dict[str, pa.Table]:
    """``frames``, one row a frame; with strides or repetitions also ``cycles``, each at 0 to 100 percent, and
    ``cycles_mean``."""
    frames = frame_table(reading)
    if not has_cycles(reading.layout):
        return {"frames": frames}
    cycles = cycle_table(frames, reading.layout)
    return {"frames": frames, "cycles": cycles, "cycles_mean": mean_cycle_table(cycles)}
