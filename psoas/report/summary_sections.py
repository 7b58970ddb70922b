"""The top of the report: what was recorded, how good it is, and what was found, in words and numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence

from markupsafe import Markup

from psoas.analysis.json_numbers import number_or_nan
from psoas.analysis.summary_model import GaitKind, GaitSummary, MeanRange, QualityStatus
from psoas.core.catalogue import has, text
from psoas.core.number_format import ends_text, measure_text, number_text, plus_minus_text
from psoas.core.sides import SIDES
from psoas.report.comparison_text import difference_text
from psoas.report.force_band import PsoasPeaks, psoas_peaks
from psoas.report.html_parts import (
    EMPTY,
    Fact,
    PageSection,
    details,
    facts_list,
    join_html,
    page_section,
    paragraph,
    render_part,
    rich,
)
from psoas.report.report_context import ReportContext

ENDPLATES_DEG = math.hypot(3.0, 3.0)
"""How far the slopes of the L1 and S1 endplates may be off in the skeleton itself (``psoas.body.posture_angles``)."""
SHOWN_ACTIVITIES = ("walking", "standing")
"""Activities that name a recording without strides or repetitions."""
LEVEL_DEG = 0.5
"""A pelvis tilted by less is called level."""


def contents_links(sections: Sequence[tuple[str, str]]) -> Markup:
    """Links to sections by name and title, in their order."""
    return render_part("contents", sections=sections)


def masthead(reading: ReportContext) -> Markup:
    """What was recorded, and how far it can be trusted."""
    source = reading.summary.source
    meta = text(
        "report.recorded", file=source.file, seconds=number_text(source.duration_s, 1), frames=str(source.frames),
        rate=number_text(source.rate_hz),
    )  # fmt: skip
    return render_part(
        "masthead", eyebrow=text("report.eyebrow"), title=recording_title(reading), meta=meta,
        beside=quality_text(reading),
    )  # fmt: skip


def understood_list(reading: ReportContext) -> Markup:
    """What was understood of the recording and what was put right in it, folded; nothing for an older summary."""
    lines, repairs = reading.understood, reading.repairs
    if not lines:
        return EMPTY
    listing = render_part("understood", lines=lines, repairs=repairs)
    heading = (
        text("report.understood.title_repaired", count=len(repairs)) if repairs else text("report.understood.title")
    )
    return details(heading, listing)


def recording_title(reading: ReportContext) -> str:
    """What was recorded, in a few words."""
    gait, repeated, understood = reading.summary.gait, reading.summary.repetitions, reading.summary.understood
    if gait is None and repeated is None and understood and understood.activity in SHOWN_ACTIVITIES:
        return movement_name(understood.activity)
    if gait and gait.pace is not GaitKind.UNKNOWN:
        return text(f"report.movement.{gait.pace}{'_treadmill' if gait.treadmill else ''}")
    return movement_name(repeated.kind if repeated else "")


def movement_name(kind: str) -> str:
    """What a movement is called, such as "squat"; "a recorded movement" where it has no name."""
    key = f"report.movement.{kind}"
    return text(key if kind and has(key) else "report.movement.other")


def quality_text(reading: ReportContext) -> Markup:
    """The quality in words, with its number and what it means."""
    found = reading.summary.quality
    rms, status = found.marker_rms_mm, found.status or QualityStatus.REFUSED
    words = Markup.escape(text("report.fit_unknown"))
    if rms:
        mean, worst = measure_text(rms.mean, "mm"), measure_text(rms.max, "mm")
        words = rich("report.fit", mean=mean, worst=worst, cite=reading.cite("opensim_ik_guide"))
    if status is not QualityStatus.REFUSED:  # a refusal says its reasons in full, below
        words = join_html((words, *(f" {reason}" for reason in reading.reasons)))
    return render_part("quality", status=str(status), verdict=text(f"quality.status.{status}"), words=words)


def findings_section(reading: ReportContext) -> PageSection:
    """The few figures that answer the question, each with its uncertainty."""
    facts = [*(_length(reading, side) for side in SIDES), _lever(reading)]
    if reading.has_forces:
        facts += [*(_pull(reading, side, found) for side, found in psoas_peaks(reading).items()), _disc(reading)]
    facts += [_low_back(reading), _pelvis(reading)]
    if reading.summary.gait:
        facts.append(_pace(reading, reading.summary.gait))
    lead = paragraph(_headline(reading), "lead")
    return page_section(text("report.findings.title"), lead, facts_list(facts), name="findings")


def _headline(reading: ReportContext) -> Markup:
    """How much each psoas changed its length, and whether the sides differ."""
    halves = [reading.half(side, "excursion_mm") for side in SIDES]
    one, other = (number_or_nan(reading.psoas(side).length_mm.excursion) for side in SIDES)
    right, left = (measure_text(value, "mm", half) for value, half in zip((one, other), halves, strict=True))
    judged = difference_text(one, other, halves, unit="mm", what="mobile")
    return join_html((rich("report.findings.changed", right=right, left=left), " ", judged))


def _length(reading: ReportContext, side: str) -> Fact:
    psoas = reading.psoas(side)
    percent, off = psoas.length_percent_standing, reading.length_half_percent(side)
    standing = measure_text(psoas.standing_length_mm, "mm")
    words = rich("report.length.text", standing=standing, cite=reading.cite("christophy2012", "rajagopal2016"))
    value = ends_text(percent.min, percent.max, "%")
    return Fact(text("report.length.what", side=side), value, plus_minus_text(off), words)


def _lever(reading: ReportContext) -> Fact:
    low, high, half = reading.lever
    words = rich("report.lever.text", cite=reading.cite("rajagopal2016"))
    return Fact(text("report.lever.what"), ends_text(low, high, "mm"), plus_minus_text(half), words)


def _low_back(reading: ReportContext) -> Fact:
    posture, row = reading.summary.posture, reading.coordinate("lumbar_extension")
    lordosis = (posture and posture.lordosis_deg) or MeanRange()
    what, value, mean = text("report.back.what"), measure_text(lordosis.mean, "°"), number_or_nan(row.mean)
    if row.held:
        return Fact(what, value, text("report.assumed"), text("report.back.held"))
    off = math.hypot(number_or_nan(row.uncertainty_deg), ENDPLATES_DEG)
    way = "rounder" if mean < 0 else "arched"
    by = measure_text(abs(mean), "°", row.uncertainty_deg)
    words = rich(f"report.back.{way}", by=by, cite=reading.cite("mcginley2009"))
    return Fact(what, value, plus_minus_text(off), words)


def _pull(reading: ReportContext, side: str, found: PsoasPeaks) -> Fact:
    words = rich(
        "report.pull.text", cycle=reading.cycle, choices=str(len(reading.forces.choices)),
        cite=reading.cite("sturdy2024"),
    )  # fmt: skip
    return Fact(text("report.pull.what", side=side), measure_text(found.middle, "N"), ends_text(*found.ends), words)


def _disc(reading: ReportContext) -> Fact:
    load = reading.forces.lumbar_compression_n["L4_L5"]
    assumed = [text("report.disc.assumed")] if reading.forces.mass_assumed else []
    words = " ".join([text("report.disc.text"), *assumed])
    off = ends_text(load.peak_low, load.peak_high)
    return Fact(text("report.disc.what"), measure_text(load.peak, "N"), off, words)


def _pelvis(reading: ReportContext) -> Fact:
    row = reading.coordinate("pelvis_tilt")
    mean = number_or_nan(row.mean)
    way = "level" if abs(mean) < LEVEL_DEG else "back" if mean > 0 else "forward"
    moved = measure_text(number_or_nan(row.max) - number_or_nan(row.min), "°")
    words = rich(f"report.pelvis.{way}", moved=moved, cite=reading.cite("mcginley2009", "della_croce_2005"))
    off = text("report.assumed") if row.held else plus_minus_text(row.uncertainty_deg)
    return Fact(text("report.pelvis.what"), measure_text(abs(mean), "°"), off, words)


def _pace(reading: ReportContext, gait: GaitSummary) -> Fact:
    belt = text("report.pace.belt", speed=measure_text(gait.belt_m_s, "m/s", digits=2)) if gait.treadmill else ""
    right, left = (text(f"report.strides.{side}", count=gait.strides[side]) for side in SIDES)
    words = text("report.pace.text", right=right, left=left, belt=belt)
    spread = text("report.pace.sd", sd=number_text(gait.sd.speed_m_s, 2))
    return Fact(text("report.pace.what"), measure_text(gait.speed_m_s, "m/s", digits=2), spread, words)
