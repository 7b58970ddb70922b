"""The charts of the report, each under a sentence that says what to see."""

from __future__ import annotations

import numpy as np

from psoas.analysis.json_numbers import number_or_nan
from psoas.body.anatomy.coordinates import coordinates
from psoas.core.arrays import Floats
from psoas.core.number_format import difference_text, escape_html, measure_text, number_text, plus_minus_text
from psoas.core.sides import SIDES
from psoas.render.charts import ChartPanel
from psoas.report.chart_layout import side_key, small_chart, strides_note, wide_chart_row
from psoas.report.report_context import ReportContext
from psoas.report.summary_sections import ENDPLATES_DEG, html_section, html_table

TRUNK = ("pelvis_tilt", "pelvis_list", "pelvis_rotation", "lumbar_extension")
SHAPE = (
    ("Curve of the low back (lordosis), °", "from the top of L1 to the sacrum; + arched"),
    ("Lower ribs over pelvis (stacking), °", "0 parallel; + opened in front"),
)
LEGS = ("hip_flexion", "hip_adduction", "hip_rotation", "knee_angle", "ankle_angle")


def psoas_length_chart(reading: ReportContext, ramp: tuple[float, float]) -> str:
    """Length of the whole psoas, right and left, against standing."""
    groups = [reading.mechanics.group("psoas", side) for side in SIDES]
    percent = reading.sided([group.percent_standing for group in groups])
    halves = [share for side in SIDES if (share := reading.length_half_percent(side))]
    panel = ChartPanel(
        "Length of the psoas, % of standing", reading.layout, percent, level=(100.0, "standing"),
        half=max(halves, default=None), ramp=ramp, least_span=6.0,
    )  # fmt: skip
    gait = reading.layout.kind == "stride"
    first = "It is long when the thigh is behind you and short when the thigh swings forward. " if gait else ""
    aside = _landmarks(reading, percent) + strides_note(reading) + _how_sure(reading)
    return html_section(
        "Your psoas",
        f'<p class="lead">{first}{escape_html(_levels(reading))}</p>',
        wide_chart_row(reading, panel, aside),
    )


def psoas_leverage_chart(reading: ReportContext) -> str:
    """The psoas' lever for bending the hip."""
    groups = [reading.mechanics.group("psoas", side) for side in SIDES]
    low, high, half = reading.lever
    arms = reading.sided([1000 * group.hip_arm[:, 0] for group in groups])
    panel = ChartPanel("Lever of the psoas for bending the hip, mm", reading.layout, arms, half=half, least_span=6.0)
    lead = (
        f"The psoas ran <b>{number_text(low)} to {measure_text(high, 'mm', half)}</b> in front of the hip "
        f"joint. Pulling with "
        f"{measure_text(100, 'N')} (about 10 kg), it would bend the hip with {number_text(low / 10, 1)} to "
        f"{measure_text(high / 10, 'Nm', digits=1)}."
    )
    aside = (
        '<p class="note">This is geometry: where the muscle can pull, not whether it did. Muscle activity was not '
        f"measured. The shape of the line is firmer than its height, which other models move by "
        f"{plus_minus_text(half)} mm{reading.cite('rajagopal2016', 'assumed')}.</p>"
    )
    return html_section("Where it pulls", f'<p class="lead">{lead}</p>', wide_chart_row(reading, panel, aside))


def trunk_charts(reading: ReportContext) -> str:
    """Pelvis and low back, strides over one another."""
    figures = [_angle(reading, name, reading.middle(reading.degrees(name))) for name in TRUNK if reading.sees(name)]
    if reading.sees("lumbar_extension"):
        placing = number_or_nan(reading.coordinate("lumbar_extension").uncertainty_deg)
        shapes = (reading.mechanics.lordosis_deg, reading.mechanics.stacking_deg)
        for (title, words), series, off in zip(SHAPE, shapes, (ENDPLATES_DEG, 0.0), strict=True):
            panel = ChartPanel(title, reading.layout, reading.middle(series), least_span=8.0)
            figures.append(small_chart(panel, f"{words} ({plus_minus_text(float(np.hypot(placing, off)))}°)"))
    by = f" One line a stride of the {reading.layout.main_side} foot." if reading.layout.kind == "stride" else ""
    said = f"<p>The psoas starts on the low back and crosses the pelvis, so it follows what they do.{by}</p>"
    return html_section("Pelvis and low back", said, f'<div class="grid">{"".join(figures)}</div>')


def leg_charts(reading: ReportContext) -> str:
    """Hips, knees and ankles, right and left."""
    figures = []
    for name in LEGS:
        if reading.sees(f"{name}_r") or reading.sees(f"{name}_l"):
            curves = reading.sided([reading.degrees(f"{name}_{side[0]}") for side in SIDES])
            figures.append(_angle(reading, f"{name}_r", curves))
    return html_section("Hips, knees and ankles", side_key(), f'<div class="grid">{"".join(figures)}</div>')


def _landmarks(reading: ReportContext, percent: dict[str, Floats]) -> str:
    """Where the mean curve is longest and shortest, and its length at toe-off, as a small table."""
    means = {side: curves.mean(axis=0) for side, curves in percent.items()}
    means = {side: mean for side, mean in means.items() if np.isfinite(mean).any()}
    cut = reading.layout.kind != "time"
    rows = [
        ("Longest", {side: _moment(reading, mean, int(np.nanargmax(mean)), cut) for side, mean in means.items()}),
        ("Shortest", {side: _moment(reading, mean, int(np.nanargmin(mean)), cut) for side, mean in means.items()}),
    ]
    if reading.layout.toe_off:
        ends = {s: np.interp(at, reading.layout.x, means[s]) for s, at in reading.layout.toe_off.items() if s in means}
        rows.append(("At toe-off", {side: measure_text(float(value), "%") for side, value in ends.items()}))
    cells = [(name, *(values.get(side, "not seen") for side in means)) for name, values in rows]
    return html_table(("Mean line", *means), cells, "plain")


def _moment(reading: ReportContext, mean: Floats, place: int, cut: bool) -> str:
    at = float(reading.layout.x[place])
    when = f"at {number_text(at)} %" if cut else f"at {number_text(at, 1)} s"
    return f"{measure_text(float(mean[place]), '%')}<small>{when}</small>"


def _levels(reading: ReportContext) -> str:
    """Mean length over the strides, right against left."""
    curves = reading.sided([1000 * reading.mechanics.group("psoas", side).whole_length for side in SIDES])
    if len(curves) < 2:
        return "Only one side was seen for a whole stride."
    right, left = (float(np.nanmean(curves[side])) for side in SIDES)
    halves = [reading.half(side, "length_mm") for side in SIDES]
    judged = difference_text(right, left, halves, unit="mm", more="longer", less="shorter")
    return f"Mean length over {reading.cycle}: {judged[0].lower()}{judged[1:]}"


def _how_sure(reading: ReportContext) -> str:
    half, swing = (max(reading.half(s, key) or 0.0 for s in SIDES) for key in ("length_mm", "excursion_mm"))
    return (
        "<details><summary>How sure is this?</summary><p>Markers sit on skin, so the pelvis may be placed some 5° off"
        f"{reading.cite('della_croce_2005')}; and other defensible models bend the psoas nearer to or further from the "
        f"hip, or share out the low back's motion otherwise{reading.cite('pearcy1984', 'christophy2012')}. Together: "
        f"±{number_text(half, 1)} mm for a length. From one moment to another the placing drops out: "
        f"±{number_text(swing, 1)} mm "
        "for a change. Right and left count as different only beyond the uncertainty of both.</p></details>"
    )


def _angle(reading: ReportContext, name: str, curves: dict[str, Floats]) -> str:
    """A small chart of one coordinate, with its sign in words and its uncertainty."""
    found = next(c for c in coordinates() if c.name == name)
    label = found.label.removeprefix("Right ").capitalize()
    off = reading.coordinate(name).uncertainty_deg
    words = f"+ {found.positive} ({plus_minus_text(off)}°)"
    return small_chart(
        ChartPanel(f"{label}, °", reading.layout, curves, least_span=10.0), words, reading.cite("mcginley2009")
    )
