"""How charts stand on the page: wide with their twin for phones and words beside them, or small in a grid."""

from __future__ import annotations

import numpy as np

from psoas.core.number_format import count_text, escape_html
from psoas.core.sides import SIDES
from psoas.render.charts import NARROW, SMALL, WIDE, ChartPanel, draw_panel
from psoas.report.report_context import ReportContext

LINES = {"right": "", "left": ' stroke-dasharray="6 4"'}


def strides_note(reading: ReportContext, *, means: bool = False) -> str:
    """How many strides lie over one another, and what is drawn of them: each with a band, or their ``means`` alone."""
    layout = reading.layout
    if layout.kind == "time":
        return '<p class="note">The whole recording, uncut: no strides or repetitions were found in it.</p>'
    counts = [len(layout.intervals[side]) for side in SIDES]
    said = " and ".join(count_text(n, f"{side} stride") for n, side in zip(counts, SIDES, strict=True))
    said += ", each from heel strike to heel strike of its own foot"
    if layout.kind == "repetition":
        said = count_text(counts[0], "repetition") + " over one another, from rest to rest"
    few = "One alone shows no variation: a longer recording would."
    many = "Thin lines are single ones; the band is one standard deviation round their mean."
    if means:
        many = "Lines are the means over them."
    return f'<p class="note">{said}. {many if max(counts) > 1 else few}</p>'


def wide_chart_row(reading: ReportContext, panel: ChartPanel, aside: str) -> str:
    """A wide chart with its twin for phones and the lines that run with the moving body; beside it, words."""
    charts = f'<div class="wide">{draw_panel(panel, WIDE)}</div><div class="narrow">{draw_panel(panel, NARROW)}</div>'
    figure = f'<figure class="panel">{charts}{_cursors(reading, panel)}</figure>'
    return f'<div class="split"><div>{side_key()}{figure}</div><div class="aside">{aside}</div></div>'


def _cursors(reading: ReportContext, panel: ChartPanel) -> str:
    """Lines that run along the chart, with the instants at which each crosses it."""
    layout = reading.layout
    if layout.kind == "time":
        spans = {"right": [[float(layout.x[0]), float(layout.x[-1])]]}
    else:
        spans = {side: np.round(layout.intervals[side], 4).tolist() for side in panel.curves}
    return "".join(f'<i class="cursor {side}" data-intervals="{pairs}"></i>' for side, pairs in spans.items())


def side_key() -> str:
    """The pair of lines that stands for right and left all over the page."""
    return "".join(
        f'<span class="key"><svg class="chart" viewBox="0 0 34 8" aria-hidden="true"><path d="M0 4H34" '
        f'class="chart-line ink-{side}"{dash}/></svg>{side}</span>'
        for side, dash in LINES.items()
    )


def small_chart(panel: ChartPanel, words: str, cited: str = "") -> str:
    """A small chart with its words beneath; ``cited`` are links to sources."""
    return f"<figure>{draw_panel(panel, SMALL)}<figcaption>{escape_html(words)}{cited}</figcaption></figure>"
