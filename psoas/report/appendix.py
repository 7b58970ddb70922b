"""The rest of the report: pace, every angle, what the figures rest on, and the page for a refused recording."""

from __future__ import annotations

from psoas.analysis.summary_model import CoordinateSummary
from psoas.body.anatomy.coordinates import coordinates
from psoas.core.number_format import escape_html, join_list, measure_text, number_text, plus_minus_text
from psoas.core.sides import SIDES
from psoas.core.sources import find_body_source, kind_text, status_text
from psoas.report.report_context import ReportContext
from psoas.report.summary_sections import html_section, html_table

WARNING = (
    '<svg viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.8" '
    'stroke-linejoin="round" stroke-linecap="round"><path d="M10 2.6 18.4 17.4H1.6Z"/>'
    '<path d="M10 8v4.2M10 14.9v.1"/></svg>'
)
MODEL = (
    (
        "Not validated",
        "No one's psoas has been imaged to check these figures: 0 people so far. Read changes before absolute values.",
    ),
    (
        "Assumed",
        "Where the psoas crosses the brim of the pelvis, and how it bends over the hip, were chosen so that its lever "
        "falls between the published models, which disagree twofold.",
    ),
    (
        "Assumed",
        "Standing (100 %, 0°) is the skeleton's own upright posture with every angle at 0. It is not how you stood.",
    ),
    (
        "Assumed",
        "A skeleton of average shape was fitted to you by size. Your bones, and where your psoas starts on them, "
        "differ.",
    ),
)
FORCES = (
    (
        "Computed",
        "Forces of muscles, discs and joints were worked out, not measured: muscles are taken to share the work with "
        "least effort, without bracing against each other. That is known to ask too little of the psoas.",
    ),
)
ASSUMED = {"height_m": "height", "mass_kg": "mass", "sex": "sex"}
PACES = (
    ("speed_m_s", "Speed over the ground", "m/s", 2),
    ("cadence_steps_min", "Cadence", "steps a minute", 0),
    ("step_length_m", "Step length", "m", 2),
    ("stance_percent", "Foot on the ground", "% of the stride", 0),
)


def pace_table(reading: ReportContext) -> str:
    """Speed, cadence and steps with their spread between strides; nothing when there was no gait."""
    gait = reading.summary.gait
    if gait is None:
        return ""
    means, spreads = vars(gait), vars(gait.sd)
    rows = [
        (name, measure_text(means[key], unit, digits=digits), number_text(spreads[key], digits + 1))
        for key, name, unit, digits in PACES
    ]
    if gait.treadmill:
        found = "Belt<small>found from the standing feet</small>"
        rows.append((found, measure_text(gait.belt_m_s, "m/s", digits=2), "not known"))
    rows += [(f"{side.capitalize()} strides", str(gait.strides[side]), "counted") for side in SIDES]
    note = (
        '<p class="note">SD is how much it varied from stride to stride. Heel strikes and toe-offs are found to about '
        "a frame; the rest follows from them.</p>"
    )
    return html_section("Pace", html_table(("", "mean", "SD"), rows), note)


def coordinate_ranges(reading: ReportContext) -> str:
    """Every coordinate: least, mean and greatest, its sign in words, its uncertainty, and what was held."""
    found = reading.summary.coordinates_deg
    rows = [_range(found[c.name]) for c in coordinates() if c.name in found]
    listing = html_table(("Degrees", "least", "mean", "greatest", "off by up to"), rows)
    note = (
        '<p class="note">"Off by up to" is what placing the markers anew would change'
        f"{reading.cite('mcginley2009', 'assumed')}. 0 is the skeleton's upright posture.</p>"
    )
    return html_section("Every angle", f"<details><summary>Show all {len(rows)}</summary>{listing}{note}</details>")


def _range(row: CoordinateSummary) -> tuple[str, ...]:
    name = f"{escape_html(row.label)}<small>+ {escape_html(row.positive)}</small>"
    if row.held:
        held = '<small class="tag">held: these markers cannot see it</small>'
        return (f"{escape_html(row.label)}{held}", "", "", "", "assumed")
    values = (number_text(value, 1) for value in (row.min, row.mean, row.max))
    return (name, *values, plus_minus_text(row.uncertainty_deg))


def sources_section(reading: ReportContext) -> str:
    """Assumptions and notes, then every source in full."""
    notes = [*_about_person(reading), *_held(reading), *(("Note", note) for note in reading.summary.notes)]
    answered = not reading.summary.refused
    shown = [*(MODEL if answered else ()), *(FORCES if answered and reading.has_forces else ())]
    items = "".join(
        f"<li>{WARNING}<span><b>{word}.</b> {escape_html(text)}</span></li>" for word, text in [*shown, *notes]
    )
    reading.cite(*reading.summary.sources)
    warnings = f'<ul class="warnings">{items}</ul>' if items else ""
    return html_section("What this rests on", warnings, "<h3>Sources</h3>", _sources(reading), name="rests")


def _about_person(reading: ReportContext) -> list[tuple[str, str]]:
    person = reading.summary.person
    missing = [ASSUMED[key] for key in person.assumed]
    height, mass = measure_text(person.height_m, "m", digits=2), measure_text(person.mass_kg, "kg")
    used = f"Used here: height {height}, mass {mass}, sex {person.sex}."
    return (
        [("Assumed", f"Not given, so taken from the markers or assumed: {join_list(missing)}. {used}")]
        if missing
        else []
    )


def _held(reading: ReportContext) -> list[tuple[str, str]]:
    rows = reading.summary.coordinates_deg
    names = [rows[name].label for name in reading.summary.held if name in rows]
    said = f"Held at standing, because this recording cannot see them: {'; '.join(names)}."
    return [("Held", said)] if names else []


def _sources(reading: ReportContext) -> str:
    """Every cited source in full, with what it is and how we know its figures."""
    rows = []
    for key in reading.citations.keys:
        found = find_body_source(key)
        about = f"{kind_text(found.kind).capitalize()}; {status_text(found.status)}. Used for {found.use}."
        rows.append(f'<li id="source-{key}">{escape_html(found.citation)}<small>{escape_html(about)}</small></li>')
    return f'<ol class="sources">{"".join(rows)}</ol>'


def refusal_section(reading: ReportContext) -> str:
    """Why there is no answer, and what would bring one."""
    reasons = "".join(f"<li>{escape_html(reason)}</li>" for reason in reading.summary.quality.reasons)
    advice = (
        "Record again with all markers in view, the four of the pelvis above all.",
        "Check that no two markers swapped names, and that the units are right.",
        "Give a short trial of quiet standing with --static, so that the skeleton is fitted to you first.",
    )
    return (
        '<div class="calm"><h2>This recording is too poor to answer from</h2><p>So no figure about your psoas is given '
        f"here. Why:</p><ul>{reasons}</ul><h3>What would help</h3><ul>"
        f"{''.join(f'<li>{one}</li>' for one in advice)}</ul></div>"
    )
