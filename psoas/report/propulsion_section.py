"""The drive of the step: what pushed the body on, per side, as three bars; joint powers and the buttock's muscles."""

from __future__ import annotations

import math

from psoas.analysis.json_numbers import number_or_nan
from psoas.analysis.summary_model import StepDrive
from psoas.core.number_format import NBSP, escape_html, measure_text, number_text
from psoas.core.sides import SIDES
from psoas.render.bar_chart import ChartBar, bars_svg
from psoas.render.charts import ChartPanel
from psoas.report.chart_layout import side_key, small_chart
from psoas.report.expected_error import expected_error, ground_text
from psoas.report.psoas_section import force_band_chart
from psoas.report.report_context import ReportContext
from psoas.report.summary_sections import html_section

BURSTS = (
    ("hip_extensor_j_kg", "Push by the back of the hip, early in the step (hip extensors, H1)"),
    ("hip_flexor_j_kg", "Pull by the front of the hip, as the foot leaves (hip flexors, H3)"),
    ("ankle_j_kg", "Push-off by the calf (ankle, A2)"),
)
SHORT = ("Back of the hip pushes (H1)", "Front of the hip pulls (H3)", "Calf pushes off (A2)")
POWERS = (
    ("hip_flexion", "Power at the hip, W/kg", "+ the hip's muscles and tissue drive, below 0 they brake"),
    ("knee_angle", "Power at the knee, W/kg", "+ the knee's muscles drive, below 0 they brake"),
    ("ankle_angle", "Power at the ankle, W/kg", "+ the calf drives, below 0 it brakes"),
)
GLUTEI = (
    ("gluteus_maximus", "Pull of the gluteus maximus, N", "the big muscle of the buttock: straightens the hip"),
    ("gluteus_medius", "Pull of the gluteus medius, N", "on the side of the hip: keeps the pelvis level"),
)


def propulsion_section(reading: ReportContext) -> str:
    """Bars, shares, powers and glutei; nothing without forces or without a whole stride."""
    found = {side: one for side in SIDES if (one := reading.forces.drive.get(side))}
    if not found:
        return ""
    off = expected_error(reading).work_j_kg
    charts = f'<div class="wide">{_bars(found, off, 640)}</div><div class="narrow">{_bars(found, off, 340)}</div>'
    figure = f'<div><figure class="panel">{charts}</figure></div>'
    aside = f'<div class="aside">{_aside(reading, found)}</div>'
    grid = f'{side_key()}<div class="grid">{_powers(reading)}{_glutei(reading)}</div>'
    lead = f'<p class="lead">{_lead(found, off)}</p>'
    return html_section("The drive of your step", lead, f'<div class="split">{figure}{aside}</div>', grid, name="drive")


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
    total = sum(burst_work(one, name) for name, _ in BURSTS)
    share = number_or_nan(one.hip_flexor_j_kg) / total
    return float(math.sqrt((1 - share) ** 2 + 2 * share**2) * off / total)


def _bars(found: dict[str, StepDrive], off: float, width: int) -> str:
    groups = []
    for (name, words), brief in zip(BURSTS, SHORT, strict=True):
        passive = name == "hip_flexor_j_kg"
        bars = [
            ChartBar(side, burst_work(one, name), off, (one.hip_flexor_passive_share or 0.0) if passive else 0.0)
            for side, one in found.items()
        ]
        groups.append((words if width > 400 else brief, bars))
    return bars_svg("Work that drove each stride", "J/kg", groups, width=width)


def _lead(found: dict[str, StepDrive], off: float) -> str:
    said = [
        f"<b>{measure_text(100 * one.front_pull_share, '%', 100 * share_uncertainty(one, off))}</b> on the {side}"
        for side, one in found.items()
        if one.front_pull_share is not None
    ]
    return (
        "Three bursts of work drive a step: the back of the hip pushes, the front of the hip pulls, the calf pushes "
        f"off. The front of the hip did {' and '.join(said)} of the three together."
    )


def _aside(reading: ReportContext, found: dict[str, StepDrive]) -> str:
    baseline = (
        "Whether that is much cannot be said from one recording: it changes with speed, and no band of walkers at your "
        "speed is stored here. Your own earlier recording at the same speed, as a baseline, would allow a comparison."
    )
    ends = [(side, one.hip_flexor_passive_share_range) for side, one in found.items()]
    passive = "; ".join(
        f"{side} {number_text(100 * number_or_nan(e.low))} to {measure_text(100 * number_or_nan(e.high), '%')}"
        for side, e in ends
        if e is not None
    )
    hatched = (
        "Hatched: what stretched muscle and the front of the hip's capsule gave back, not effort"
        f"{reading.cite('yoon1982', 'riener1999')}. Its share of the pull differs by how it is reckoned: {passive}."
    )
    kind = "walk" if reading.walking else "run"
    whiskers = (
        f"Whiskers: ±{number_text(expected_error(reading).work_j_kg, 2)}{NBSP}J/kg, the most by which plates "
        f"and prediction "
        f"differed in the {kind} that was tried. The names are Winter's{reading.cite('winter1991')}."
    )
    notes = "".join(f'<p class="note">{text}</p>' for text in (baseline, hatched, whiskers))
    return notes + ground_text(reading)


def _powers(reading: ReportContext) -> str:
    figures = []
    for joint, title, words in POWERS:
        curves = {side: cut for side in SIDES if len(cut := reading.cut(f"{joint}_{side}_w_kg", side))}
        figures.append(small_chart(ChartPanel(title, reading.layout, curves, least_span=1.0, from_zero=True), words))
    return "".join(figures)


def _glutei(reading: ReportContext) -> str:
    return "".join(force_band_chart(reading, group, title, escape_html(words)) for group, title, words in GLUTEI)
