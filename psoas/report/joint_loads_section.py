"""What the low back and the hips carried, beside published ranges."""

from __future__ import annotations

import numpy as np

from psoas.analysis.json_numbers import number_or_nan
from psoas.core.number_format import escape_html, measure_text, number_text, range_text
from psoas.core.sides import SIDES
from psoas.render.charts import ChartPanel
from psoas.render.spine_chart import NARROW, WIDE, SpineLevelRow, shear_text, spine_legend, spine_svg
from psoas.report.chart_layout import wide_chart_row
from psoas.report.expected_error import ground_text, hip_peaks_text, weight_text
from psoas.report.report_context import ReportContext
from psoas.report.summary_sections import html_section, html_table

STANDARD_GRAVITY = 9.80665
"""m/s^2."""
LEVELS = ("L1_L2", "L2_L3", "L3_L4", "L4_L5", "L5_S1")
WALKING_L3_L4_BW = (1.0, 2.5)
"""Peak compression of L3/4 in walking, body weights, rising with speed (source cappozzo1984)."""
WALKING_L4_L5_N = (1000.0, 1500.0)
"""Peak compression of L4/5 in walking, newtons (source callaghan1999)."""
IN_VIVO_HIP_BW = 2.4
"""Peak hip contact force of people with measuring hip joints, walking at about 4 km/h (source bergmann2001)."""
TOO_HIGH = " Every choice came out above that: a faster walk loads more, and this body's figures run high at push-off."


def joint_loads_section(reading: ReportContext) -> str:
    """The picture of the low back with what each disc carried, and the hips over the stride; nothing without forces."""
    return low_back_chart(reading) + hip_contact_chart(reading) if reading.has_forces else ""


def low_back_chart(reading: ReportContext) -> str:
    """Compression and shear by level, and the psoas' own part."""
    rows = spine_level_rows(reading)
    charts = f'<div class="wide">{spine_svg(rows, WIDE)}</div><div class="narrow">{spine_svg(rows, NARROW)}</div>'
    key = spine_legend("published peaks, walking") if reading.walking else spine_legend("")
    figure = f'<div>{key}<figure class="panel">{charts}</figure></div>'
    lead = f'<p class="lead">{_lead(reading)}</p>'
    beside = f'<div class="aside">{_aside(reading)}</div>'
    return html_section(
        "What your low back carried", lead, f'<div class="split">{figure}{beside}</div>', name="carried"
    )


def spine_level_rows(reading: ReportContext) -> dict[str, SpineLevelRow]:
    """What the picture draws, by level."""
    known: dict[str, tuple[float, float]] = {}
    if reading.walking:
        weight = reading.mass_kg * STANDARD_GRAVITY
        low, high = WALKING_L3_L4_BW
        known = {"L3_L4": (low * weight, high * weight), "L4_L5": WALKING_L4_L5_N}
    rows = {}
    for level in LEVELS:
        load, shear = reading.forces.lumbar_compression_n[level], reading.forces.lumbar_shear_n[level]
        rows[level] = SpineLevelRow(
            load.mean, load.peak, (load.peak_low, load.peak_high), _own(reading, level)[0],
            (number_or_nan(shear.min), number_or_nan(shear.max)), known.get(level),
        )  # fmt: skip
    return rows


def _own(reading: ReportContext, level: str) -> tuple[float, float, float]:
    """The psoas' own part of the mean compression: first choice, least, greatest; newtons."""
    main, low, high = (
        float(np.nanmean(reading.loads[f"compression_{level}_from_psoas{end}_n"])) for end in ("", "_low", "_high")
    )
    return main, low, high


def _lead(reading: ReportContext) -> str:
    load = reading.forces.lumbar_compression_n["L4_L5"]
    weights = load.peak / reading.mass_kg / STANDARD_GRAVITY
    mean = range_text(load.mean, load.mean_low, load.mean_high, "N")
    peak = range_text(load.peak, load.peak_low, load.peak_high, "N")
    own = range_text(*_own(reading, "L4_L5"), "N")
    return (
        f"The disc between L4 and L5 was pressed together with <b>{mean}</b> on average and <b>{peak}</b> at most, "
        f"{number_text(weights, 1)} times what your body weighs. Your two psoas, which pull the spine down onto "
        f"itself, "
        f"made {own} of the average."
    )


def _aside(reading: ReportContext) -> str:
    rows = []
    for level in LEVELS:
        load = reading.forces.lumbar_compression_n[level]
        main, low, high = _own(reading, level)
        rows.append(
            (
                level.replace("_", "/"),
                f"{measure_text(load.peak, 'N')}<small>{number_text(load.peak_low)} to "
                f"{number_text(load.peak_high)}</small>",
                f"{measure_text(main, 'N')}<small>{number_text(low)} to {number_text(high)}</small>",
            )
        )
    listing = html_table(("Disc", "peak", "psoas' own"), rows, "plain")
    published = (
        f"In five men walking, the peak at L3/4 was {number_text(WALKING_L3_L4_BW[0], 1)} to "
        f"{number_text(WALKING_L3_L4_BW[1], 1)} body weights, more with speed{reading.cite('cappozzo1984')}; at "
        f"L4/5 about "
        f"{number_text(WALKING_L4_L5_N[0])} to {measure_text(WALKING_L4_L5_N[1], 'N')} is reported"
        f"{reading.cite('callaghan1999')}. All of these come from models too."
    )
    shear = reading.forces.lumbar_shear_n["L5_S1"]
    slide = (
        "Shear is the part that slides one vertebra over the next: at L5/S1 "
        f"{escape_html(shear_text((number_or_nan(shear.min), number_or_nan(shear.max))))}, under the first choice."
    )
    sure = (
        "<details><summary>How sure is this?</summary><p>Loads follow from the weight and movement of what lies above "
        "each disc and from the muscles that balance it, so the ground hardly matters here; the shape of your own "
        "spine does, and was not seen. The ranges are over the choices of how muscles share effort; trunk muscles that "
        "brace against each other would add to every figure. No disc of yours was measured.</p></details>"
    )
    text = f'<p class="note">{published}</p>' if reading.walking else ""
    tag = f'<span class="tag">Assumed body mass: {weight_text(reading.forces)}.</span> '
    held = f'<p class="note">{tag if reading.forces.mass_assumed else ""}{slide}</p>'
    return listing + held + text + sure


def hip_contact_chart(reading: ReportContext) -> str:
    """Contact force of both hip joints over the stride, in body weights."""
    lines, bands = {}, {}
    for side in SIDES:
        main, low, high = (reading.cut(f"hip_contact_{side}{end}_bw", side) for end in ("", "_low", "_high"))
        if len(main):
            lines[side], bands[side] = main.mean(axis=0)[None], (low.mean(axis=0), high.mean(axis=0))
    panel = ChartPanel(
        "Force in the hip joint, times body weight", reading.layout, lines, bands=bands, from_zero=True,
        level=(IN_VIVO_HIP_BW, "in vivo") if reading.walking else None, words="soft area: range over model choices",
    )  # fmt: skip
    said, lowest = [], np.inf
    for side, (low, high) in bands.items():
        top, least, most = (float(np.nanmax(curve)) for curve in (lines[side], low, high))
        lowest = min(lowest, least)
        said.append(f"the {side} one <b>{range_text(top, least, most, 'times', digits=1)}</b>")
    lead = f"At most, your hip joints carried, in body weights: {' and '.join(said)}." if said else "No whole stride."
    above = TOO_HIGH if lowest > IN_VIVO_HIP_BW else ""
    known = (
        f'<p class="note">In vivo: {number_text(IN_VIVO_HIP_BW, 1)} body weights was the usual peak in four '
        f"people whose "
        f"artificial hips measured it, walking at about 4 km/h{reading.cite('bergmann2001')}.{above}</p>"
        if reading.walking
        else ""
    )
    aside = f'{known}<p class="note">{hip_peaks_text(reading)}</p>{ground_text(reading)}'
    return html_section("What your hips carried", f'<p class="lead">{lead}</p>', wide_chart_row(reading, panel, aside))
