"""What the psoas did: its pull over the stride as a band over the choices, and what its figures rest on."""

from __future__ import annotations

import numpy as np

from psoas.analysis.json_numbers import number_or_nan
from psoas.core.number_format import NBSP, escape_html, measure_text, number_text, range_text
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
from psoas.report.report_context import ReportContext
from psoas.report.summary_sections import html_section, html_table

TITLE = "What the psoas did"
LEFT_OUT = "Forces were left out: "
SOFT_AREA = "soft area: range over model choices"


def psoas_force_section(reading: ReportContext) -> str:
    """Pull of both psoas over the stride with the iliacus beside it; the reason where there are no forces."""
    if not reading.has_forces:
        return _without(reading)
    peaks = psoas_peaks(reading)
    bands, middles = {}, {}
    for side in peaks:
        every = psoas_force_curves(reading, side)
        middles[side], bands[side] = np.median(every, axis=0)[None], (every.min(axis=0), every.max(axis=0))
    panel = ChartPanel(
        "Pull of the psoas, N", reading.layout, middles, least_span=50.0, bands=bands, words=SOFT_AREA, from_zero=True
    )
    lead = f'<p class="lead">{_lead(reading, peaks)}</p><p>{escape_html(_findings(reading, peaks))}</p>'
    return html_section(TITLE, lead, wide_chart_row(reading, panel, _aside(reading, peaks)), name="pull")


def force_band_chart(reading: ReportContext, group: str, title: str, words: str, cited: str = "") -> str:
    """A small chart of a muscle group's pull with its range over the choices."""
    middles, bands = {}, {}
    for side in SIDES:
        middle, low, high = (reading.cut(f"{group}_{side}{end}_n", side) for end in ("", "_low", "_high"))
        if len(middle):
            middles[side], bands[side] = middle.mean(axis=0)[None], (low.mean(axis=0), high.mean(axis=0))
    panel = ChartPanel(title, reading.layout, middles, least_span=50.0, bands=bands, words=SOFT_AREA, from_zero=True)
    return small_chart(panel, words, cited)


def _without(reading: ReportContext) -> str:
    notes = [note for note in reading.summary.notes if note.startswith(LEFT_OUT)]
    if not notes:
        again = "Lengths alone were asked for; analyse the recording again without --lengths-only to have them."
        return html_section(
            TITLE, f'<p class="lead">No forces are given here.</p><p class="note">{again}</p>', name="pull"
        )
    why = " ".join(f"The reason: {note.removeprefix(LEFT_OUT)}" for note in notes)
    help_ = (
        "Here will be how hard each psoas pulled, what the low back and hips carried, and what drove each step. A "
        "recording of walking with both feet in view, or with force plates, brings it."
    )
    return html_section(
        TITLE,
        f'<p class="lead">No forces are given here. {escape_html(why)}</p><p class="note">{help_}</p>',
        name="pull",
    )


def _lead(reading: ReportContext, peaks: dict[str, PsoasPeaks]) -> str:
    if not peaks:
        return "No side was seen for a whole stride, so no pull is given."
    said = [
        f"your {side} psoas pulled with <b>{range_text(found.middle, *found.ends, 'N')}</b>"
        for side, found in peaks.items()
    ]
    like = f"{measure_text(100, 'N')} is the weight of about 10{NBSP}kg."
    return f"At its hardest in {reading.cycle} {', '.join(said)}. {like}"


def _findings(reading: ReportContext, peaks: dict[str, PsoasPeaks]) -> str:
    """How to read the range, and only what holds under every choice."""
    said = [
        f"The first figure is the middle of {len(reading.forces.choices)} defensible ways to share the effort among "
        "the muscles, the range is over all of them, each at its own hardest moment."
    ]
    said += (
        [judge_sides(peaks["right"].size, peaks["left"].size, open_to=expected_error(reading).peak_share)]
        if len(peaks) == 2
        else []
    )
    if reading.layout.kind == "stride":
        for side, found in peaks.items():
            at = agreed_peak_time(found, around=100.0)
            if at is not None:
                said.append(
                    f"Every choice has the {side} one pull hardest at about {measure_text(at, '%')} of its stride."
                )
    return " ".join(said)


def _aside(reading: ReportContext, peaks: dict[str, PsoasPeaks]) -> str:
    cut = reading.layout.kind != "time"
    unit, around = ("%", 100.0) if cut else ("s", None)
    rows = [
        ("Hardest", *(_cell(found.middle, *found.ends) for found in peaks.values())),
        (
            "When",
            *(_when(found, unit, around if reading.layout.kind == "stride" else None) for found in peaks.values()),
        ),
        ("Greatest in the recording", *(_cell(*_greatest(reading, side)) for side in peaks)),
    ]
    beside = force_band_chart(
        reading, "iliacus", "Pull of the iliacus, N", "The psoas' neighbour; both end on the same tendon."
    )
    return (
        html_table(("", *peaks), rows, "plain")
        + f'<div class="beside">{beside}</div>'
        + strides_note(reading, means=True)
        + _sure(reading)
    )


def _cell(middle: float, low: float, high: float) -> str:
    return f"{measure_text(middle, 'N')}<small>{number_text(low)} to {number_text(high)}</small>"


def _when(found: PsoasPeaks, unit: str, around: float | None) -> str:
    digits = 0 if unit == "%" else 1
    middle, first, last = spread_of_choices(found.at, around=around)
    if around and agreed_peak_time(found, around=around) is None:
        return "<small>not agreed</small>"
    ends = f"{number_text(first, digits)} to {number_text(last, digits)}"
    return f"{measure_text(middle, unit, digits=digits)}<small>{ends}</small>"


def _greatest(reading: ReportContext, side: str) -> tuple[float, float, float]:
    found = reading.forces.psoas_peak_n[side]
    return number_or_nan(found.median), number_or_nan(found.low), number_or_nan(found.high)


def _sure(reading: ReportContext) -> str:
    choices = "".join(f"<li>{escape_html(choice)}</li>" for choice in reading.forces.choices)
    moved = f"{number_text(100 * expected_error(reading).peak_share)} %"
    return (
        f"<details><summary>How sure is this?</summary>{ground_text(reading)}"
        "<p>No instrument sees the pull of a single muscle from outside. The turning force at each joint follows from "
        "the movement and the ground; how the muscles share it is a rule, least effort, and the rule can be written in "
        "several defensible ways. The range is over these, the middle line their median. Weights: whether effort costs "
        "every muscle alike or by its volume; power: how strongly it is spread over many muscles; then what counts as "
        f"stretched tissue, and how strong the muscles are.</p><ol>{choices}</ol>"
        "<p>Least effort knows no bracing, and is known to ask too little of the psoas"
        f"{reading.cite('sturdy2024')}: read its size as on the low side. How much of a late pull is stretched tissue, "
        f"not muscle, differs between the choices{reading.cite('riener1999', 'yoon1982')}. Ground measured or "
        f"predicted moved the psoas' peak by up to {moved} where both were tried. Placing the markers anew would "
        "change more. Nobody's psoas has been measured against this.</p></details>"
    )
