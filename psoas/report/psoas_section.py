"""What the psoas did: its pull over the stride as a band over the choices, and what its figures rest on."""

from __future__ import annotations

import numpy as np
from markupsafe import Markup

from psoas.analysis.json_numbers import number_or_nan
from psoas.core.catalogue import text
from psoas.core.message import Message, message_id
from psoas.core.number_format import ends_text, measure_text, number_text, range_text
from psoas.core.sides import SIDES
from psoas.render.charts import ChartPanel
from psoas.report.chart_layout import small_chart, strides_note, wide_chart_row
from psoas.report.expected_error import expected_error, ground_text
from psoas.report.force_band import (
    PsoasPeaks,
    agreed_peak_time,
    judge_sides,
    psoas_force_curves,
    psoas_peaks,
    spread_of_choices,
)
from psoas.report.html_parts import (
    EMPTY,
    PageSection,
    details,
    html_table,
    join_html,
    page_section,
    paragraph,
    render_part,
    rich,
    value_cell,
)
from psoas.report.report_context import ReportContext

TOO_FEW_FRAMES, UNEXPLAINED = "mechanics.too_few_frames", "mechanics.unexplained"
"""Codes of the notes that say why forces were left out (``psoas.mechanics.kinetics``)."""


def psoas_force_section(reading: ReportContext) -> PageSection:
    """Pull of both psoas over the stride with the iliacus beside it; the reason where there are no forces."""
    if not reading.has_forces:
        return _without(reading)
    peaks = psoas_peaks(reading)
    bands, middles = {}, {}
    for side in peaks:
        every = psoas_force_curves(reading, side)
        middles[side], bands[side] = np.median(every, axis=0)[None], (every.min(axis=0), every.max(axis=0))
    panel = ChartPanel(
        text("report.force.chart"), reading.layout, middles, least_span=50.0, bands=bands,
        words=text("chart.soft_area"), from_zero=True,
    )  # fmt: skip
    lead = paragraph(_lead(reading, peaks), "lead") + paragraph(_findings(reading, peaks))
    row = wide_chart_row(panel, _aside(reading, peaks))
    return page_section(text("report.force.title"), lead, row, name="pull")


def force_band_chart(reading: ReportContext, group: str, title: str, words: str, cited: Markup = EMPTY) -> Markup:
    """A small chart of a muscle group's pull with its range over the choices."""
    middles, bands = {}, {}
    for side in SIDES:
        middle, low, high = (reading.cut(f"{group}_{side}{end}_n", side) for end in ("", "_low", "_high"))
        if len(middle):
            middles[side], bands[side] = middle.mean(axis=0)[None], (low.mean(axis=0), high.mean(axis=0))
    panel = ChartPanel(
        title, reading.layout, middles, least_span=50.0, bands=bands, words=text("chart.soft_area"), from_zero=True
    )
    return small_chart(panel, words, cited)


def _without(reading: ReportContext) -> PageSection:
    """Why there are no forces: the recording could not carry them, or lengths alone were asked for."""
    codes = [one.message() for one in reading.summary.note_codes]
    why = [said for one in codes if (said := _reason(one))]
    lead = " ".join([text("report.force.none"), *why])
    note = text("report.force.none_help") if why else text("report.force.none_lengths")
    return page_section(text("report.force.title"), paragraph(lead, "lead"), paragraph(note, "note"), name="pull")


def _reason(note: Message) -> str:
    """What a note says of forces that were left out; nothing for other notes."""
    if note.code == message_id(TOO_FEW_FRAMES):
        return text("report.force.none_frames", needed=note["needed"])
    if note.code == message_id(UNEXPLAINED):
        return text("report.force.none_unexplained", force=note["force"])
    return ""


def _lead(reading: ReportContext, peaks: dict[str, PsoasPeaks]) -> Markup:
    if not peaks:
        return rich("report.force.no_stride")
    said = [
        rich("report.force.side", side=side, range=range_text(found.middle, *found.ends, "N"))
        for side, found in peaks.items()
    ]
    both = rich("report.force.lead_join", right=said[0], left=said[1]) if len(said) == 2 else said[0]
    return rich("report.force.lead", cycle=reading.cycle, sides=both, force=measure_text(100, "N"))


def _findings(reading: ReportContext, peaks: dict[str, PsoasPeaks]) -> str:
    """How to read the range, and only what holds under every choice."""
    said = [text("report.force.middle", choices=str(len(reading.forces.choices)))]
    if len(peaks) == 2:
        open_to = expected_error(reading).peak_share
        said.append(judge_sides(peaks["right"].size, peaks["left"].size, open_to=open_to))
    if reading.layout.kind == "stride":
        for side, found in peaks.items():
            at = agreed_peak_time(found, around=100.0)
            if at is not None:
                said.append(text("report.force.when", side=side, percent=measure_text(at, "%")))
    return " ".join(said)


def _aside(reading: ReportContext, peaks: dict[str, PsoasPeaks]) -> Markup:
    cut = reading.layout.kind != "time"
    unit, around = ("%" if cut else "s"), (100.0 if reading.layout.kind == "stride" else None)
    rows = [
        ("hardest", [_cell(found.middle, *found.ends) for found in peaks.values()]),
        ("when", [_when(found, unit, around) for found in peaks.values()]),
        ("greatest", [_cell(*_greatest(reading, side)) for side in peaks]),
    ]
    cells = [(text(f"report.force.row_{name}"), *values) for name, values in rows]
    words = text("report.force.iliacus_words")
    beside = force_band_chart(reading, "iliacus", text("report.force.iliacus"), words)
    return (
        html_table(("", *(text(f"chart.{side}") for side in peaks)), cells, "plain")
        + render_part("beside", figure=beside)
        + strides_note(reading, means=True)
        + _how_sure(reading)
    )


def _cell(middle: float, low: float, high: float) -> Markup:
    return value_cell(measure_text(middle, "N"), ends_text(low, high))


def _when(found: PsoasPeaks, unit: str, around: float | None) -> Markup:
    digits = 0 if unit == "%" else 1
    middle, first, last = spread_of_choices(found.at, around=around)
    if around and agreed_peak_time(found, around=around) is None:
        return value_cell("", text("report.force.not_agreed"))
    return value_cell(measure_text(middle, unit, digits=digits), ends_text(first, last, digits=digits))


def _greatest(reading: ReportContext, side: str) -> tuple[float, float, float]:
    found = reading.forces.psoas_peak_n[side]
    return number_or_nan(found.median), number_or_nan(found.low), number_or_nan(found.high)


def _how_sure(reading: ReportContext) -> Markup:
    moved = number_text(100 * expected_error(reading).peak_share)
    ground = ground_text(reading)
    bracing = rich(
        "report.force.sure_bracing", bracing=reading.cite("sturdy2024"),
        tissue=reading.cite("riener1999", "yoon1982"), moved=moved,
    )  # fmt: skip
    choices = render_part("ordered", items=reading.forces.choices)
    parts = (ground, paragraph(text("report.force.sure_sharing")), choices, paragraph(bracing))
    return details(text("report.how_sure"), join_html(parts))
