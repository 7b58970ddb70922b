"""The rest of the report: pace, every angle, what the figures rest on, and the page for a refused recording."""

from __future__ import annotations

from markupsafe import Markup

from psoas.analysis.summary_model import GaitSummary
from psoas.body.anatomy.coordinates import coordinates
from psoas.core.catalogue import has, render, text, texts
from psoas.core.message import literal, message
from psoas.core.number_format import measure_text, number_text, plus_minus_text
from psoas.core.sides import SIDES
from psoas.core.sources import find_body_source, kind_text, status_text
from psoas.report.html_parts import (
    EMPTY,
    Cell,
    PageSection,
    details,
    html_table,
    page_section,
    paragraph,
    render_part,
    rich,
    value_cell,
)
from psoas.report.report_context import ReportContext

MODEL = (
    ("not_validated", "validated_words"), ("assumed", "brim"), ("assumed", "standing"), ("assumed", "shape"),
)  # fmt: skip
FORCES = (("computed", "forces"),)
"""What every answer rests on, and what forces rest on besides: a word and its sentence, keys of the catalogue."""
PACES = (("speed_m_s", "m/s", 2), ("cadence_steps_min", "", 0), ("step_length_m", "m", 2), ("stance_percent", "", 0))
"""Fields of the gait, their units (in the catalogue where they are words) and digits."""


def pace_table(reading: ReportContext) -> tuple[PageSection, ...]:
    """Speed, cadence and steps with their spread between strides; nothing when there was no gait."""
    gait = reading.summary.gait
    return () if gait is None else (_pace_section(gait),)


def _pace_section(gait: GaitSummary) -> PageSection:
    means, spreads = vars(gait), vars(gait.sd)
    rows: list[tuple[Cell, ...]] = []
    for key, symbol, digits in PACES:
        unit = symbol or text(f"report.pace.unit.{key}")
        value, spread = measure_text(means[key], unit, digits=digits), number_text(spreads[key], digits + 1)
        rows.append((text(f"report.pace.{key}"), value, spread))
    if gait.treadmill:
        found = value_cell(text("report.pace.belt_row"), text("report.pace.belt_found"))
        rows.append((found, measure_text(gait.belt_m_s, "m/s", digits=2), text("number.not_known")))
    counted = text("report.pace.counted")
    rows += [(text(f"report.pace.strides_{side}"), str(gait.strides[side]), counted) for side in SIDES]
    head = ("", text("report.pace.mean"), text("report.pace.sd_head"))
    note = paragraph(text("report.pace.note"), "note")
    return page_section(text("report.pace.title"), html_table(head, rows), note, name="pace")


def coordinate_ranges(reading: ReportContext) -> PageSection:
    """Every coordinate: least, mean and greatest, its sign in words, its uncertainty, and what was held."""
    found = reading.summary.coordinates_deg
    rows = [_range(reading, c.name) for c in coordinates() if c.name in found]
    head = [text(f"report.angles.{word}") for word in ("degrees", "least", "mean", "greatest", "off")]
    note = rich("report.angles.note", cite=reading.cite("mcginley2009", "assumed"))
    listing = html_table(head, rows) + paragraph(note, "note")
    shown = details(text("report.angles.show", count=str(len(rows))), listing)
    return page_section(text("report.angles.title"), shown, name="every-angle")


def _range(reading: ReportContext, name: str) -> tuple[Cell, ...]:
    row, label = reading.coordinate(name), reading.label(name)
    if row.held:
        held = render_part("held_label", label=label, words=text("report.angles.held"))
        return (held, "", "", "", text("report.assumed"))
    values = (number_text(value, 1) for value in (row.min, row.mean, row.max))
    return (value_cell(label, f"+ {reading.positive(name)}"), *values, plus_minus_text(row.uncertainty_deg))


def sources_section(reading: ReportContext) -> PageSection:
    """Assumptions and notes, then every source in full."""
    answered = not reading.summary.refused
    keys = [*(MODEL if answered else ()), *(FORCES if answered and reading.has_forces else ())]
    shown = [(text(f"report.rests.{word}"), text(f"report.rests.{words}")) for word, words in keys]
    shown += [*_about_person(reading), *_held(reading)]
    shown += [(text("report.rests.note"), note) for note in reading.notes]
    reading.cite(*reading.summary.sources)
    warnings = render_part("warnings", items=shown) if shown else EMPTY
    return page_section(text("report.rests.title"), warnings, _sources(reading), name="rests")


def _about_person(reading: ReportContext) -> list[tuple[str, str]]:
    person = reading.summary.person
    if not person.assumed:
        return []
    missing = tuple(message(f"report.rests.{key}") for key in person.assumed)
    height, mass = measure_text(person.height_m, "m", digits=2), measure_text(person.mass_kg, "kg")
    sex = f"report.rests.sex.{person.sex}"
    said = text(
        "report.rests.person", missing=missing, height=height, mass=mass, sex=text(sex) if has(sex) else person.sex
    )
    return [(text("report.rests.assumed"), said)]


def _held(reading: ReportContext) -> list[tuple[str, str]]:
    held = [name for name in reading.summary.held if name in reading.summary.coordinates_deg]
    if not held:
        return []
    names = "; ".join(render(literal(reading.label(name))) for name in held)
    return [(text("report.rests.held"), text("report.rests.held_words", names=names))]


def _sources(reading: ReportContext) -> Markup:
    """Every cited source in full, with what it is and how we know its figures."""
    rows = []
    for key in reading.citations.keys:
        found = find_body_source(key)
        kind = kind_text(found.kind)
        about = text(
            "report.rests.source", kind=kind[:1].upper() + kind[1:], status=status_text(found.status), use=found.use
        )
        rows.append((key, found.citation, about))
    return render_part("sources", rows=rows)


def refusal_section(reading: ReportContext) -> Markup:
    """Why there is no answer, and what would bring one."""
    return render_part("refusal", reasons=reading.reasons, advice=texts("report.refusal.advice", "step"))
