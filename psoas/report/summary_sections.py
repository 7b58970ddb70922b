"""The top of the report: what was recorded, how good it is, and what was found, in words and numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

from psoas.analysis.json_numbers import number_or_nan
from psoas.analysis.summary_model import GaitSummary, MeanRange, QualityStatus
from psoas.core.number_format import (
    count_text,
    difference_text,
    escape_html,
    measure_text,
    movement_text,
    number_text,
    plus_minus_text,
)
from psoas.core.sides import SIDES
from psoas.report.force_band import PsoasPeaks, psoas_peaks
from psoas.report.report_context import ReportContext

ENDPLATES_DEG = math.hypot(3.0, 3.0)
"""How far the slopes of the L1 and S1 endplates may be off in the skeleton itself (``psoas.body.posture_angles``)."""
QUALITY = {"good": "Good recording.", "fair": "Usable, with care.", "refused": "Not good enough to answer from."}


def html_section(title: str, *parts: str, name: str = "") -> str:
    """A section with its heading, and a name to link to."""
    name = name or title.lower().replace(",", "").replace(" ", "-")
    return f'<section id="{name}"><h2>{escape_html(title)}</h2>{"".join(parts)}</section>'


def contents_links(sections: str) -> str:
    """Links to every section, in their order."""
    links = re.findall(r'<section id="([\w-]+)"><h2>(.*?)</h2>', sections)
    return f'<nav class="contents screen" aria-label="On this page">{"".join(map(_link, links))}</nav>'


def _link(target: tuple[str, str]) -> str:
    return f'<a href="#{target[0]}">{target[1]}</a>'


def html_table(head: Sequence[str], rows: Iterable[Sequence[str]], kind: str = "") -> str:
    """A table whose first column names and whose others hold numbers; cells are HTML."""
    titles = f'<th scope="col">{head[0]}</th>' + "".join(f'<th class="n" scope="col">{word}</th>' for word in head[1:])
    body = "".join(
        f"<tr><td>{row[0]}</td>" + "".join(f'<td class="n">{c}</td>' for c in row[1:]) + "</tr>" for row in rows
    )
    inside = f"<thead><tr>{titles}</tr></thead><tbody>{body}</tbody>"
    return f'<div class="scroll"><table class="{kind}">{inside}</table></div>'


def masthead(reading: ReportContext) -> str:
    """What was recorded, and how far it can be trusted."""
    source = reading.summary.source
    rate = number_text(source.rate_hz)
    seen = f"{number_text(source.duration_s, 1)} s, {source.frames} frames at {rate} a second"
    return (
        f'<header class="top"><div><p class="eyebrow">Psoas report</p><h1>{escape_html(recording_title(reading))}</h1>'
        f'<p class="meta">{escape_html(source.file)} · {seen}</p></div>{quality_text(reading)}</header>'
    )


def recording_title(reading: ReportContext) -> str:
    """What was recorded, in a few words."""
    gait, repeated = reading.summary.gait, reading.summary.repetitions
    stance, treadmill = (gait.stance_percent, gait.treadmill) if gait else (None, False)
    return movement_text(stance, treadmill, repeated.kind if repeated else None)


def quality_text(reading: ReportContext) -> str:
    """The quality in words, with its number and what it means."""
    found = reading.summary.quality
    rms, status = found.marker_rms_mm, found.status or QualityStatus.REFUSED
    text = "The joint angles came with the file; how well they fit its markers is not known here."
    if rms:
        text = (
            f"Markers and body lie {measure_text(rms.mean, 'mm')} apart on average, "
            f"{measure_text(rms.max, 'mm')} in the "
            f"worst frame; 20 mm or less is usual{reading.cite('opensim_ik_guide')}."
        )
    if status is not QualityStatus.REFUSED:  # a refusal says its reasons in full, below
        text += "".join(f" {escape_html(reason)}" for reason in found.reasons)
    return f'<p class="quality {status}"><strong>{QUALITY[status]}</strong> {text}</p>'


def findings_section(reading: ReportContext) -> str:
    """The few figures that answer the question, each with its uncertainty."""
    items = [*(_length(reading, side) for side in SIDES), _lever(reading)]
    if reading.has_forces:
        items += [*(_pull(reading, side, found) for side, found in psoas_peaks(reading).items()), _disc(reading)]
    items += [_low_back(reading), _pelvis(reading)]
    if reading.summary.gait:
        items.append(_pace(reading))
    lead, facts = f'<p class="lead">{_headline(reading)}</p>', f'<ul class="facts">{"".join(items)}</ul>'
    return html_section("What was found", lead, facts, name="findings")


def _fact(what: str, value: str, off: str, text: str) -> str:
    figure = f'<span class="value">{value} <small>({off})</small></span>'
    return f'<li><span class="what">{what}</span>{figure}<p>{text}</p></li>'


def _headline(reading: ReportContext) -> str:
    """How much each psoas changed its length, and whether the sides differ."""
    right, left = (
        measure_text(reading.psoas(side).length_mm.excursion, "mm", reading.half(side, "excursion_mm"))
        for side in SIDES
    )
    said = f"Your right psoas changed its length by <b>{right}</b>, your left by <b>{left}</b>."
    halves = [reading.half(side, "excursion_mm") for side in SIDES]
    one, other = (number_or_nan(reading.psoas(side).length_mm.excursion) for side in SIDES)
    judged = difference_text(one, other, halves, unit="mm", more="more mobile", less="less mobile")
    return f"{said} {escape_html(judged)}"


def _length(reading: ReportContext, side: str) -> str:
    psoas = reading.psoas(side)
    percent, off = psoas.length_percent_standing, reading.length_half_percent(side)
    text = (
        f"of its length in standing: {measure_text(psoas.standing_length_mm, 'mm')} in a skeleton of your size"
        f"{reading.cite('christophy2012', 'rajagopal2016')}."
    )
    value = f"{number_text(percent.min)} to {measure_text(percent.max, '%')}"
    return _fact(f"Length of the {side} psoas", value, plus_minus_text(off), text)


def _lever(reading: ReportContext) -> str:
    low, high, half = reading.lever
    text = (
        "how far in front of the hip joint the psoas runs. A longer lever bends the hip more. Published models "
        f"disagree twofold about it{reading.cite('rajagopal2016')}: trust its change more than its size."
    )
    return _fact("Lever at the hip", f"{number_text(low)} to {measure_text(high, 'mm')}", plus_minus_text(half), text)


def _low_back(reading: ReportContext) -> str:
    posture, row = reading.summary.posture, reading.coordinate("lumbar_extension")
    lordosis = (posture and posture.lordosis_deg) or MeanRange()
    mean = number_or_nan(row.mean)
    if row.held:
        text = "kept as in standing: this recording cannot tell the low back from the pelvis."
        return _fact("Curve of the low back", measure_text(lordosis.mean, "°"), "assumed", text)
    off = math.hypot(number_or_nan(row.uncertainty_deg), ENDPLATES_DEG)
    way = "rounder" if mean < 0 else "more arched"
    text = (
        f"on average (lordosis, from L1 to the sacrum): "
        f"{measure_text(abs(mean), '°', row.uncertainty_deg)} {way} "
        f"than the skeleton's upright posture{reading.cite('mcginley2009')}."
    )
    return _fact("Curve of the low back", measure_text(lordosis.mean, "°"), plus_minus_text(off), text)


def _pull(reading: ReportContext, side: str, found: PsoasPeaks) -> str:
    low, high = found.ends
    text = (
        f"at its hardest in {reading.cycle}: computed, not measured; the range is over "
        f"{len(reading.forces.choices)} ways to share the effort among muscles{reading.cite('sturdy2024')}."
    )
    return _fact(
        f"Pull of the {side} psoas", measure_text(found.middle, "N"), f"{number_text(low)} to {number_text(high)}", text
    )


def _disc(reading: ReportContext) -> str:
    load = reading.forces.lumbar_compression_n["L4_L5"]
    mass = " Your body mass was assumed." if reading.forces.mass_assumed else ""
    text = f"at most, pressing L4 and L5 together: computed, and the range is over the same choices.{mass}"
    off = f"{number_text(load.peak_low)} to {number_text(load.peak_high)}"
    return _fact("Load on the low back", measure_text(load.peak, "N"), off, text)


def _pelvis(reading: ReportContext) -> str:
    row = reading.coordinate("pelvis_tilt")
    mean = number_or_nan(row.mean)
    way = "tipped back (posterior tilt)" if mean > 0 else "tipped forward (anterior tilt)"
    lean = way if abs(mean) >= 0.5 else "level"
    moved = number_or_nan(row.max) - number_or_nan(row.min)
    text = (
        f"{lean} on average, against the skeleton's upright posture; it moved through "
        f"{measure_text(moved, '°')}{reading.cite('mcginley2009', 'della_croce_2005')}."
    )
    off = "assumed" if row.held else plus_minus_text(row.uncertainty_deg)
    return _fact("Tilt of the pelvis", measure_text(abs(mean), "°"), off, text)


def _pace(reading: ReportContext) -> str:
    gait = reading.summary.gait or GaitSummary()
    belt = f", the belt at {measure_text(gait.belt_m_s, 'm/s', digits=2)}" if gait.treadmill else ""
    right, left = (count_text(gait.strides[side], f"{side} stride") for side in SIDES)
    text = f"over {right} and {left}{belt}. SD: how much it varied from stride to stride."
    spread = f"SD {number_text(gait.sd.speed_m_s, 2)}"
    return _fact("Speed over the ground", measure_text(gait.speed_m_s, "m/s", digits=2), spread, text)
