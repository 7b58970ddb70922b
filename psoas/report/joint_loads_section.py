"""What the low back and the hips carried, beside published ranges."""

from __future__ import annotations

import numpy as np
from markupsafe import Markup

from psoas.analysis.json_numbers import number_or_nan
from psoas.core.catalogue import text
from psoas.core.number_format import ends_text, measure_text, number_text, range_text
from psoas.core.sides import SIDES
from psoas.core.units import STANDARD_GRAVITY
from psoas.render.charts import ChartPanel
from psoas.render.spine_chart import NARROW, WIDE, SpineLevelRow, shear_text, spine_legend, spine_svg
from psoas.report.chart_layout import wide_chart_row
from psoas.report.expected_error import ground_text, hip_peaks_text, mass_text
from psoas.report.html_parts import (
    EMPTY,
    PageSection,
    details,
    figure_pair,
    html_table,
    join_html,
    page_section,
    paragraph,
    rich,
    split_row,
    value_cell,
)
from psoas.report.report_context import ReportContext

LEVELS = ("L1_L2", "L2_L3", "L3_L4", "L4_L5", "L5_S1")
WALKING_L3_L4_BW = (1.0, 2.5)
"""Peak compression of L3/4 in walking, body weights, rising with speed (source cappozzo1984)."""
WALKING_L4_L5_N = (1000.0, 1500.0)
"""Peak compression of L4/5 in walking, newtons (source callaghan1999)."""
IN_VIVO_HIP_BW = 2.4
"""Peak hip contact force of people with measuring hip joints, walking at about 4 km/h (source bergmann2001)."""


def joint_loads_section(reading: ReportContext) -> tuple[PageSection, ...]:
    """The picture of the low back with what each disc carried, and the hips over the stride; nothing without forces."""
    return (low_back_chart(reading), hip_contact_chart(reading)) if reading.has_forces else ()


def low_back_chart(reading: ReportContext) -> PageSection:
    """Compression and shear by level, and the psoas' own part."""
    rows = spine_level_rows(reading)
    figure = spine_legend(published=reading.walking) + figure_pair(spine_svg(rows, WIDE), spine_svg(rows, NARROW))
    lead = paragraph(_lead(reading), "lead")
    return page_section(text("report.back.title"), lead, split_row(figure, _aside(reading)), name="carried")


def spine_level_rows(reading: ReportContext) -> dict[str, SpineLevelRow]:
    """What the picture draws, by level."""
    known: dict[str, tuple[float, float]] = {}
    if reading.walking:
        weight = reading.mass_kg * STANDARD_GRAVITY
        low, high = WALKING_L3_L4_BW
        known = {"L3_L4": (low * weight, high * weight), "L4_L5": WALKING_L4_L5_N}
    rows = {}
    for level in LEVELS:
        load = reading.forces.lumbar_compression_n[level]
        rows[level] = SpineLevelRow(
            load.mean, load.peak, (load.peak_low, load.peak_high), _own(reading, level)[0], _shear(reading, level),
            known.get(level),
        )  # fmt: skip
    return rows


def _shear(reading: ReportContext, level: str) -> tuple[float, float]:
    found = reading.forces.lumbar_shear_n[level]
    return number_or_nan(found.min), number_or_nan(found.max)


def _own(reading: ReportContext, level: str) -> tuple[float, float, float]:
    """The psoas' own part of the mean compression: first choice, least, greatest; newtons."""
    main, low, high = (
        float(np.nanmean(reading.loads[f"compression_{level}_from_psoas{end}_n"])) for end in ("", "_low", "_high")
    )
    return main, low, high


def _lead(reading: ReportContext) -> Markup:
    load = reading.forces.lumbar_compression_n["L4_L5"]
    weights = load.peak / reading.mass_kg / STANDARD_GRAVITY
    return rich(
        "report.back.lead",
        mean=range_text(load.mean, load.mean_low, load.mean_high, "N"),
        peak=range_text(load.peak, load.peak_low, load.peak_high, "N"),
        weights=number_text(weights, 1),
        own=range_text(*_own(reading, "L4_L5"), "N"),
    )


def _aside(reading: ReportContext) -> Markup:
    rows = []
    for level in LEVELS:
        load, (main, low, high) = reading.forces.lumbar_compression_n[level], _own(reading, level)
        peak = value_cell(measure_text(load.peak, "N"), ends_text(load.peak_low, load.peak_high))
        rows.append((level.replace("_", "/"), peak, value_cell(measure_text(main, "N"), ends_text(low, high))))
    listing = html_table([text(f"report.back.{head}") for head in ("disc", "peak", "own")], rows, "plain")
    published = EMPTY
    if reading.walking:
        published = rich(
            "report.back.published", weights=ends_text(*WALKING_L3_L4_BW, digits=1),
            weights_cite=reading.cite("cappozzo1984"), forces=ends_text(*WALKING_L4_L5_N, "N"),
            forces_cite=reading.cite("callaghan1999"),
        )  # fmt: skip
    slide = text("report.back.slide", shear=shear_text(_shear(reading, "L5_S1")))
    mass = mass_text(reading.forces) + " " if reading.forces.mass_assumed else EMPTY
    sure = details(text("report.how_sure"), paragraph(text("report.back.sure")))
    return listing + paragraph(join_html((mass, slide)), "note") + paragraph(published, "note") + sure


def hip_contact_chart(reading: ReportContext) -> PageSection:
    """Contact force of both hip joints over the stride, in body weights."""
    lines, bands = {}, {}
    for side in SIDES:
        main, low, high = (reading.cut(f"hip_contact_{side}{end}_bw", side) for end in ("", "_low", "_high"))
        if len(main):
            lines[side], bands[side] = main.mean(axis=0)[None], (low.mean(axis=0), high.mean(axis=0))
    panel = ChartPanel(
        text("report.hips.chart"), reading.layout, lines, bands=bands, from_zero=True,
        level=(IN_VIVO_HIP_BW, text("chart.in_vivo")) if reading.walking else None, words=text("chart.soft_area"),
    )  # fmt: skip
    said, lowest = [], np.inf
    for side, (low, high) in bands.items():
        most, least, greatest = (float(np.nanmax(curve)) for curve in (lines[side], low, high))
        lowest = min(lowest, least)
        shown = range_text(most, least, greatest, text("report.hips.times"), digits=1)
        said.append(rich("report.hips.side", side=side, range=shown))
    both = rich("report.hips.join", right=said[0], left=said[1]) if len(said) == 2 else join_html(said)
    lead = rich("report.hips.lead", sides=both) if said else text("report.hips.none")
    known = EMPTY
    if reading.walking:
        weights = number_text(IN_VIVO_HIP_BW, 1)
        known = rich("report.hips.in_vivo", weights=weights, cite=reading.cite("bergmann2001"))
        known = join_html((known, " ", text("report.hips.above"))) if lowest > IN_VIVO_HIP_BW else known
    aside = paragraph(known, "note") + paragraph(hip_peaks_text(reading), "note") + ground_text(reading)
    row = wide_chart_row(panel, aside)
    return page_section(text("report.hips.title"), paragraph(lead, "lead"), row, name="what-your-hips-carried")
