"""A strip of dots: each person's value on a line, the mean and one standard deviation as a soft band, zero marked."""

from __future__ import annotations

import math

import numpy as np

from psoas.cohort.aggregation import Spread
from psoas.core.arrays import Floats
from psoas.core.number_format import escape_html, number_text
from psoas.render.charts import axis_ticks

WIDTH, HEIGHT, LEFT, TOP, GROUND = 620, 104, 10, 30, 78
ROWS = 5
"""Dots are laid in so many rows, so that equal values stay apart."""


def strip_plot_svg(title: str, values: Floats, found: Spread, *, digits: int = 1) -> str:
    """The strip as SVG of the seen ones of ``values`` (n,)."""
    seen = values[np.isfinite(values)]
    low, high = _ends(seen, found)

    def x(value: float) -> float:
        return LEFT + (WIDTH - 2 * LEFT) * (value - low) / (high - low)

    parts = [f'<text x="0" y="14" class="chart-title">{escape_html(title)}</text>']
    if math.isfinite(found.sd):
        left, right = x(found.mean - found.sd), x(found.mean + found.sd)
        parts.append(f'<path d="M{left:.1f} {TOP}H{right:.1f}V{GROUND}H{left:.1f}Z" class="chart-band ink-body"/>')
    parts.append(f'<path d="M{x(found.mean):.1f} {TOP}V{GROUND}" class="chart-line ink-body"/>')
    parts.append(f'<line x1="{x(0):.1f}" y1="{TOP}" x2="{x(0):.1f}" y2="{GROUND}" class="chart-level"/>')
    parts.append(f'<line x1="{LEFT}" y1="{GROUND}" x2="{WIDTH - LEFT}" y2="{GROUND}" class="chart-axis"/>')
    for value in axis_ticks(low, high, 6):
        parts.append(
            f'<text x="{x(value):.1f}" y="{GROUND + 16}" class="chart-value" text-anchor="middle">'
            f"{number_text(value, digits)}</text>"
        )
    for i, value in enumerate(np.sort(seen)):
        y = TOP + (GROUND - TOP) * (i % ROWS + 1) / (ROWS + 1)
        parts.append(f'<circle cx="{x(float(value)):.1f}" cy="{y:.1f}" r="3.4"/>')
    label = f"{title}: mean {number_text(found.mean, digits)}, {found.people} people"
    return (
        f'<svg class="chart dots" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape_html(label)}">'
        f"{''.join(parts)}</svg>"
    )


def _ends(seen: Floats, found: Spread) -> tuple[float, float]:
    """Ends of the axis: every dot, the band and zero, with a little air."""
    sd = found.sd if math.isfinite(found.sd) else 0.0
    low = min(0.0, float(seen.min()), found.mean - sd)
    high = max(0.0, float(seen.max()), found.mean + sd)
    air = 0.06 * max(high - low, 1e-3)
    return low - air, high + air
