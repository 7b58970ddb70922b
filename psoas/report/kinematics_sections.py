"""The charts of the report, each under a sentence that says what to see."""

from __future__ import annotations

import numpy as np
from markupsafe import Markup

from psoas.analysis.json_numbers import number_or_nan
from psoas.core.arrays import Floats
from psoas.core.catalogue import text
from psoas.core.number_format import ends_text, measure_text, number_text, plus_minus_text
from psoas.core.sides import SIDES
from psoas.render.charts import ChartPanel
from psoas.report.chart_layout import side_key, small_chart, strides_note, wide_chart_row
from psoas.report.comparison_text import difference_text
from psoas.report.html_parts import (
    PageSection,
    details,
    figure_grid,
    html_table,
    page_section,
    paragraph,
    rich,
    value_cell,
)
from psoas.report.report_context import ReportContext
from psoas.report.summary_sections import ENDPLATES_DEG

TRUNK = ("pelvis_tilt", "pelvis_list", "pelvis_rotation", "lumbar_extension")
LEGS = ("hip_flexion", "hip_adduction", "hip_rotation", "knee_angle", "ankle_angle")


def psoas_length_chart(reading: ReportContext, ramp: tuple[float, float]) -> PageSection:
    """Length of the whole psoas, right and left, against standing."""
    groups = [reading.mechanics.group("psoas", side) for side in SIDES]
    percent = reading.sided([group.percent_standing for group in groups])
    halves = [share for side in SIDES if (share := reading.length_half_percent(side))]
    panel = ChartPanel(
        text("report.psoas.chart"), reading.layout, percent, level=(100.0, text("chart.standing")),
        half=max(halves, default=None), ramp=ramp, least_span=6.0,
    )  # fmt: skip
    gait = [text("report.psoas.gait")] if reading.layout.kind == "stride" else []
    aside = _landmarks(reading, percent) + strides_note(reading) + _how_sure(reading)
    lead = paragraph(" ".join([*gait, _mean_lengths(reading)]), "lead")
    return page_section(text("report.psoas.title"), lead, wide_chart_row(panel, aside), name="your-psoas")


def psoas_leverage_chart(reading: ReportContext) -> PageSection:
    """The psoas' lever for bending the hip."""
    groups = [reading.mechanics.group("psoas", side) for side in SIDES]
    low, high, half = reading.lever
    arms = reading.sided([1000 * group.hip_arm[:, 0] for group in groups])
    panel = ChartPanel(text("report.lever.chart"), reading.layout, arms, half=half, least_span=6.0)
    ends = text("number.ends", low=number_text(low), high=measure_text(high, "mm", half))
    moments = ends_text(low / 10, high / 10, "Nm", digits=1)
    lead = rich("report.lever.lead", ends=ends, force=measure_text(100, "N"), moments=moments)
    note = rich("report.lever.note", half=plus_minus_text(half), cite=reading.cite("rajagopal2016", "assumed"))
    row = wide_chart_row(panel, paragraph(note, "note"))
    return page_section(text("report.lever.title"), paragraph(lead, "lead"), row, name="where-it-pulls")


def trunk_charts(reading: ReportContext) -> PageSection:
    """Pelvis and low back, strides over one another."""
    figures = [_angle(reading, name, reading.middle(reading.degrees(name))) for name in TRUNK if reading.sees(name)]
    if reading.sees("lumbar_extension"):
        placing = number_or_nan(reading.coordinate("lumbar_extension").uncertainty_deg)
        for what, series, off in (
            ("lordosis", reading.mechanics.lordosis_deg, ENDPLATES_DEG),
            ("stacking", reading.mechanics.stacking_deg, 0.0),
        ):
            title, half = text(f"report.trunk.{what}"), plus_minus_text(float(np.hypot(placing, off)))
            panel = ChartPanel(title, reading.layout, reading.middle(series), least_span=8.0)
            figures.append(small_chart(panel, text(f"report.trunk.{what}_words", half=half)))
    by = [text(f"report.trunk.by_{reading.layout.main_side}")] if reading.layout.kind == "stride" else []
    said = paragraph(" ".join([text("report.trunk.lead"), *by]))
    return page_section(text("report.trunk.title"), said, figure_grid(figures), name="pelvis-and-low-back")


def leg_charts(reading: ReportContext) -> PageSection:
    """Hips, knees and ankles, right and left."""
    figures = []
    for name in LEGS:
        if reading.sees(f"{name}_r") or reading.sees(f"{name}_l"):
            curves = reading.sided([reading.degrees(f"{name}_{side[0]}") for side in SIDES])
            figures.append(_angle(reading, name, curves, f"{name}_r"))
    title = text("report.legs.title")
    return page_section(title, side_key(), figure_grid(figures), name="hips-knees-and-ankles")


def _landmarks(reading: ReportContext, percent: dict[str, Floats]) -> Markup:
    """Where the mean curve is longest and shortest, and its length at toe-off, as a small table."""
    means = {side: curves.mean(axis=0) for side, curves in percent.items()}
    means = {side: mean for side, mean in means.items() if np.isfinite(mean).any()}
    rows: list[tuple[str, dict[str, Markup | str]]] = [
        ("longest", {side: _moment(reading, mean, int(np.nanargmax(mean))) for side, mean in means.items()}),
        ("shortest", {side: _moment(reading, mean, int(np.nanargmin(mean))) for side, mean in means.items()}),
    ]
    if reading.layout.toe_off:
        ends = {s: np.interp(at, reading.layout.x, means[s]) for s, at in reading.layout.toe_off.items() if s in means}
        rows.append(("toe_off", {side: measure_text(float(value), "%") for side, value in ends.items()}))
    missing = text("report.not_seen")
    cells = [(text(f"report.psoas.{name}"), *(values.get(side, missing) for side in means)) for name, values in rows]
    return html_table((text("report.psoas.mean_line"), *(text(f"chart.{side}") for side in means)), cells, "plain")


def _moment(reading: ReportContext, mean: Floats, place: int) -> Markup:
    """A length in percent, and where on the layout's axis it is."""
    at = float(reading.layout.x[place])
    when = f"{number_text(at)} %" if reading.layout.kind != "time" else f"{number_text(at, 1)} s"
    return value_cell(measure_text(float(mean[place]), "%"), text("report.psoas.at", value=when))


def _mean_lengths(reading: ReportContext) -> str:
    """Mean length over the strides, right against left."""
    curves = reading.sided([1000 * reading.mechanics.group("psoas", side).whole_length for side in SIDES])
    if len(curves) < 2:
        return text("report.psoas.one_side")
    right, left = (float(np.nanmean(curves[side])) for side in SIDES)
    halves = [reading.half(side, "length_mm") for side in SIDES]
    judged = difference_text(right, left, halves, unit="mm", what="length")
    return text("report.psoas.mean", cycle=reading.cycle, judged=judged)


def _how_sure(reading: ReportContext) -> Markup:
    half, swing = (max(reading.half(s, key) or 0.0 for s in SIDES) for key in ("length_mm", "excursion_mm"))
    words = rich(
        "report.psoas.sure", pelvis=reading.cite("della_croce_2005"),
        models=reading.cite("pearcy1984", "christophy2012"), half=number_text(half, 1), swing=number_text(swing, 1),
    )  # fmt: skip
    return details(text("report.how_sure"), paragraph(words))


def _angle(reading: ReportContext, name: str, curves: dict[str, Floats], stored: str = "") -> Markup:
    """A small chart of one coordinate, with its sign in words and its uncertainty; ``stored`` is its name with a
    side."""
    half = plus_minus_text(reading.coordinate(stored or name).uncertainty_deg)
    title = text("report.angle.title", label=reading.sentence_label(name))
    words = text("report.angle.words", positive=reading.positive(name), half=half)
    panel = ChartPanel(title, reading.layout, curves, least_span=10.0)
    return small_chart(panel, words, reading.cite("mcginley2009"))
