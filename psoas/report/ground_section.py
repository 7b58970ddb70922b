"""How hard the ground pushed on each foot, and when force plates measured it."""

from __future__ import annotations

import numpy as np

from psoas.analysis.cycle_normalization import LONGEST, CycleLayout
from psoas.analysis.kinetics_io import GROUND_FORCE, MEASURED_SHARE
from psoas.core.arrays import Floats, read_only
from psoas.core.catalogue import text
from psoas.core.number_format import number_text
from psoas.core.sides import SIDES
from psoas.core.units import STANDARD_GRAVITY
from psoas.render.charts import ChartPanel
from psoas.report.chart_layout import wide_chart_row
from psoas.report.expected_error import ground_text
from psoas.report.html_parts import PageSection, page_section, paragraph, rich
from psoas.report.report_context import ReportContext

SHOWN_S = 8.0
"""Of a long recording this much is drawn: single steps stay visible."""


def ground_section(reading: ReportContext) -> tuple[PageSection, ...]:
    """Vertical force under each foot over time, filled where it was measured; nothing without forces, or where a
    folder of an earlier version does not hold them by foot."""
    if not reading.has_forces or f"{GROUND_FORCE}right_y_n" not in reading.loads:
        return ()
    layout = shown_layout(reading)
    curves, bands, most = {}, {}, {}
    for side in SIDES:
        force = reading.loads[f"{GROUND_FORCE}{side}_y_n"] / reading.mass_kg / STANDARD_GRAVITY
        curve = layout.cut(force, reading.stored.motion.time, side)
        measured = layout.cut(reading.loads[f"ground_{side}{MEASURED_SHARE}"], reading.stored.motion.time, side)[0]
        curves[side] = curve
        bands[side] = np.zeros(len(layout.x)), np.where(measured >= 1.0, curve[0], np.nan)
        most[side] = number_text(float(np.nanmax(force)), 1)
    panel = ChartPanel(
        text("report.ground.chart"), layout, curves, bands=bands, from_zero=True, words=text("report.ground.filled")
    )
    lead = paragraph(rich("report.ground.lead", right=most["right"], left=most["left"]), "lead")
    row = wide_chart_row(panel, ground_text(reading))
    return (page_section(text("report.ground.title"), lead, row, name="ground"),)


def shown_layout(reading: ReportContext) -> CycleLayout:
    """Time from end to end, or of a long recording the part around what was measured, else around the middle."""
    time = reading.stored.motion.time
    shares = [reading.loads[f"ground_{side}{MEASURED_SHARE}"] for side in SIDES]
    measured = np.flatnonzero(np.nan_to_num(shares).max(axis=0) >= 1.0)
    seen = np.flatnonzero(np.isfinite(shares[0]))
    start, end = float(time[0]), float(time[-1])
    if end - start > SHOWN_S:
        among = measured if len(measured) else seen
        middle = float(time[among[len(among) // 2]])
        start = float(np.clip(middle - SHOWN_S / 2, start, end - SHOWN_S))
        end = start + SHOWN_S
    x: Floats = np.linspace(start, max(end, start + 1e-3), LONGEST)
    none = read_only(np.zeros((0, 2)))
    return CycleLayout("time", read_only(x), {"right": none, "left": none}, {})
