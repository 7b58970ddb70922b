"""A strip of dots: each person's value on a line, the mean and one standard deviation as a soft band, zero marked."""

from __future__ import annotations

import math

import numpy as np
from markupsafe import Markup

from psoas.cohort.aggregation import Spread
from psoas.core.arrays import Floats
from psoas.core.catalogue import text
from psoas.core.number_format import number_text
from psoas.render.axes import axis_ticks, map_to_pixels
from psoas.render.svg import drawing, svg_circle, svg_line, svg_path, svg_text

WIDTH, HEIGHT, LEFT, TOP, GROUND = 620, 104, 10, 30, 78
ROWS = 5
"""Dots are laid in so many rows, so that equal values stay apart."""


def strip_plot_svg(title: str, values: Floats, found: Spread, *, digits: int = 1) -> Markup:
    """The strip as SVG of the seen ones of ``values`` (n,)."""
    seen = values[np.isfinite(values)]
    ends = _ends(seen, found)

    def x(value: float) -> float:
        return float(map_to_pixels(value, ends, (LEFT, WIDTH - LEFT)))

    parts = [svg_text(0, 14, title, "chart-title")]
    if math.isfinite(found.sd):
        left, right = x(found.mean - found.sd), x(found.mean + found.sd)
        parts.append(svg_path(f"M{left:.1f} {TOP}H{right:.1f}V{GROUND}H{left:.1f}Z", "chart-band ink-body"))
    parts.append(svg_path(f"M{x(found.mean):.1f} {TOP}V{GROUND}", "chart-line ink-body"))
    parts.append(svg_line(x(0), TOP, x(0), GROUND, "chart-level"))
    parts.append(svg_line(LEFT, GROUND, WIDTH - LEFT, GROUND, "chart-axis"))
    for value in axis_ticks(*ends, 6):
        parts.append(svg_text(x(value), GROUND + 16, number_text(value, digits), "chart-value", "middle"))
    for i, value in enumerate(np.sort(seen)):
        parts.append(svg_circle(x(float(value)), TOP + (GROUND - TOP) * (i % ROWS + 1) / (ROWS + 1), 3.4))
    label = text("chart.strip.label", title=title, mean=number_text(found.mean, digits), people=found.people)
    return drawing(parts, width=WIDTH, height=HEIGHT, label=label, kind="chart dots", sized=False)


def _ends(seen: Floats, found: Spread) -> tuple[float, float]:
    """Ends of the axis: every dot, the band and zero, with a little air."""
    sd = found.sd if math.isfinite(found.sd) else 0.0
    low = min(0.0, float(seen.min()), found.mean - sd)
    high = max(0.0, float(seen.max()), found.mean + sd)
    air = 0.06 * max(high - low, 1e-3)
    return low - air, high + air
