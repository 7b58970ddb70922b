"""How charts stand on the page: wide with their twin for phones and words beside them, or small in a grid."""

from __future__ import annotations

import numpy as np
from markupsafe import Markup

from psoas.core.catalogue import text
from psoas.core.sides import SIDES
from psoas.render.charts import MOST_CURVES, NARROW, SMALL, WIDE, ChartPanel, draw_panel
from psoas.render.palette import DASHES
from psoas.report.html_parts import EMPTY, Cell, figure_pair, join_html, paragraph, render_part, small_figure, split_row
from psoas.report.report_context import ReportContext


def strides_note(reading: ReportContext, *, means: bool = False) -> Markup:
    """How many strides lie over one another, and what is drawn of them: each with a band, or their ``means`` alone."""
    layout = reading.layout
    if layout.kind == "time":
        return paragraph(text("report.layout.time"), "note")
    counts = [len(layout.intervals[side]) for side in SIDES]
    right, left = (text(f"report.strides.{side}", count=n) for side, n in zip(SIDES, counts, strict=True))
    said = text("report.layout.strides", right=right, left=left)
    if layout.kind == "repetition":
        said = text("report.layout.repetitions", count=text("report.repetitions", count=counts[0]))
    drawn = "few" if max(counts) <= 1 else "means" if means else "many" if max(counts) <= MOST_CURVES else "thinned"
    words = text(f"report.layout.{drawn}", most=MOST_CURVES)
    return paragraph(f"{said} {words}", "note")


def wide_chart_row(panel: ChartPanel, aside: Cell) -> Markup:
    """A wide chart with its twin for phones and the lines that run with the moving body; beside it, words."""
    figure = figure_pair(draw_panel(panel, WIDE), draw_panel(panel, NARROW), _cursors(panel))
    return split_row(side_key() + figure, aside)


def _cursors(panel: ChartPanel) -> Markup:
    """Lines that run along the chart, with the instants at which each crosses it."""
    layout = panel.layout
    if layout.kind == "time":
        spans = {"right": [[float(layout.x[0]), float(layout.x[-1])]]}
    else:
        spans = {side: np.round(layout.intervals[side], 4).tolist() for side in panel.curves}
    return render_part("cursors", spans=[(side, str(pairs)) for side, pairs in spans.items()])


def side_key() -> Markup:
    """The pair of lines that stands for right and left all over the page."""
    dashes = {side: " ".join(str(length) for length in DASHES[side]) for side in SIDES}
    return render_part("side_key", sides=[(side, text(f"chart.{side}"), dashes[side]) for side in SIDES])


def small_chart(panel: ChartPanel, words: str, cited: Markup = EMPTY) -> Markup:
    """A small chart with its words beneath; ``cited`` are links to sources."""
    return small_figure(draw_panel(panel, SMALL), join_html((words, cited)))
