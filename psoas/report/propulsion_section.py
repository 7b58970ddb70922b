"""The drive of the step: what pushed the body on, per side, as three bars; joint powers and the buttock's muscles."""

from __future__ import annotations

import math

from markupsafe import Markup

from psoas.analysis.json_numbers import number_or_nan
from psoas.analysis.summary_model import StepDrive
from psoas.core.catalogue import text
from psoas.core.number_format import ends_text, measure_text, number_text
from psoas.core.sides import SIDES
from psoas.render.bar_chart import ChartBar, bars_svg
from psoas.render.charts import ChartPanel
from psoas.report.chart_layout import side_key, small_chart
from psoas.report.expected_error import expected_error, ground_text, trial_name
from psoas.report.html_parts import (
    PageSection,
    figure_grid,
    figure_pair,
    join_html,
    page_section,
    paragraph,
    rich,
    split_row,
)
from psoas.report.psoas_section import force_band_chart
from psoas.report.report_context import ReportContext

BURSTS = ("hip_extensor_j_kg", "hip_flexor_j_kg", "ankle_j_kg")
"""The three bursts of work that drive a step: fields of ``StepDrive`` and keys of the catalogue."""
POWERS = ("hip_flexion", "knee_angle", "ankle_angle")
GLUTEI = ("gluteus_maximus", "gluteus_medius")
WIDE, NARROW = 640, 340
"""Widths of the bars on a desk and on a phone, pixels."""


def propulsion_section(reading: ReportContext) -> tuple[PageSection, ...]:
    """Bars, shares, powers and glutei; nothing without forces or without a whole stride."""
    found = {side: one for side in SIDES if (one := reading.forces.drive.get(side))}
    if not found:
        return ()
    off = expected_error(reading).work_j_kg
    row = split_row(figure_pair(_bars(found, off, WIDE), _bars(found, off, NARROW)), _aside(reading, found))
    grid = side_key() + figure_grid([*_powers(reading), *(_gluteus(reading, group) for group in GLUTEI)])
    title, lead = text("report.drive.title"), paragraph(_lead(found, off), "lead")
    return (page_section(title, lead, row, grid, name="drive"),)


def burst_work(one: StepDrive, name: str) -> float:
    """Work of one burst of ``BURSTS``, J/kg; NaN where it is not known."""
    works = {
        "hip_extensor_j_kg": one.hip_extensor_j_kg,
        "hip_flexor_j_kg": one.hip_flexor_j_kg,
        "ankle_j_kg": one.ankle_j_kg,
    }
    return number_or_nan(works[name])


def share_uncertainty(one: StepDrive, off: float) -> float:
    """Half-width of ``front_pull_share`` when each of the three works may be off by ``off`` on its own."""
    total = sum(burst_work(one, name) for name in BURSTS)
    share = number_or_nan(one.hip_flexor_j_kg) / total
    return float(math.sqrt((1 - share) ** 2 + 2 * share**2) * off / total)


def _bars(found: dict[str, StepDrive], off: float, width: int) -> Markup:
    groups = []
    for name in BURSTS:
        passive = name == "hip_flexor_j_kg"
        bars = [
            ChartBar(side, burst_work(one, name), off, (one.hip_flexor_passive_share or 0.0) if passive else 0.0)
            for side, one in found.items()
        ]
        groups.append((text(f"report.drive.{name}" if width == WIDE else f"report.drive.short.{name}"), bars))
    return bars_svg(text("report.drive.chart"), "J/kg", groups, width=width)


def _both(key: str, said: list[Markup]) -> Markup:
    """What is said of each side, joined by a message with ``$right`` and ``$left``."""
    return rich(key, right=said[0], left=said[1]) if len(said) == 2 else join_html(said)


def _lead(found: dict[str, StepDrive], off: float) -> Markup:
    said = []
    for side, one in found.items():
        if one.front_pull_share is not None:
            share = measure_text(100 * one.front_pull_share, "%", 100 * share_uncertainty(one, off))
            said.append(rich("report.drive.side", side=side, share=share))
    return rich("report.drive.lead", sides=_both("report.hips.join", said))


def _aside(reading: ReportContext, found: dict[str, StepDrive]) -> Markup:
    shares = []
    for side, one in found.items():
        if ends := one.hip_flexor_passive_share_range:
            low, high = 100 * number_or_nan(ends.low), 100 * number_or_nan(ends.high)
            shares.append(rich("report.drive.passive_side", side=side, ends=ends_text(low, high, "%")))
    hatched = rich(
        "report.drive.hatched", cite=reading.cite("yoon1982", "riener1999"),
        shares=_both("report.drive.passive_join", shares),
    )  # fmt: skip
    off = number_text(expected_error(reading).work_j_kg, 2)
    whiskers = rich(f"report.drive.whiskers_{trial_name(reading)}", off=off, cite=reading.cite("winter1991"))
    notes = (text("report.drive.baseline"), hatched, whiskers)
    return join_html(paragraph(one, "note") for one in notes) + ground_text(reading)


def _powers(reading: ReportContext) -> list[Markup]:
    figures = []
    for joint in POWERS:
        curves = {side: cut for side in SIDES if len(cut := reading.cut(f"{joint}_{side}_w_kg", side))}
        panel = ChartPanel(text(f"report.power.{joint}"), reading.layout, curves, least_span=1.0, from_zero=True)
        figures.append(small_chart(panel, text(f"report.power.words.{joint}")))
    return figures


def _gluteus(reading: ReportContext, group: str) -> Markup:
    words = text(f"report.gluteus.words.{group}")
    return force_band_chart(reading, group, text(f"report.gluteus.{group}"), words)
