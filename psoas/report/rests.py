"""The rest of the report: the gait table, what the figures rest on, and the page for a recording that was refused."""

from __future__ import annotations

from psoas.body.sources import KINDS, STATUS, source
from psoas.report.reading import Reading
from psoas.report.sections import section
from psoas.report.wording import escape, listed, measure, number

WARNING = (
    '<svg viewBox="0 0 20 20" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round" '
    'd="M10 2.6 18.4 17.4H1.6Z"/><path stroke="currentColor" stroke-width="1.8" stroke-linecap="round" d="M10 8v4.2M10 14.9v.1"/></svg>'
)
MODEL = (
    "Where the psoas crosses the brim of the pelvis, and how it bends over the hip, were chosen so that its lever falls between "
    "the published models, which disagree twofold.",
    "No one's psoas has been imaged to check this: 0 people validated. Read changes before absolute values.",
    "Standing (100 %) is the body's own upright posture with every angle at 0; it is not how you stood.",
    "A skeleton of average shape was fitted to you by size. Your bones, and where your psoas starts on them, may differ.",
)
ASSUMED = {"height_m": "height", "mass_kg": "mass", "sex": "sex"}
PACES = (
    ("speed_m_s", "Speed over the ground", "m/s", 2),
    ("cadence_steps_min", "Cadence", "steps a minute", 0),
    ("step_length_m", "Step length", "m", 2),
    ("stance_percent", "Foot on the ground", "% of the stride", 0),
)


def pace_table(reading: Reading) -> str:
    """Speed, cadence and steps with their spread between strides; nothing when there was no gait."""
    gait = reading.summary["gait"]
    if not gait:
        return ""
    rows = "".join(
        f'<tr><td>{name}</td><td class="n">{measure(gait[key], unit, digits=digits)}</td>'
        f'<td class="n">{number(gait["sd"][key], digits + 1)}</td></tr>'
        for key, name, unit, digits in PACES
    )
    if gait["treadmill"]:
        belt = measure(gait["belt_m_s"], "m/s", digits=2)
        said = "found from the standing feet"
        rows += f'<tr><td>Belt<small>{said}</small></td><td class="n">{belt}</td><td class="n">not known</td></tr>'
    rows += "".join(
        f'<tr><td>{side.capitalize()} strides counted</td><td class="n">{gait["strides"][side]}</td><td></td></tr>'
        for side in ("right", "left")
    )
    head = '<tr><th scope="col">Pace</th><th class="n" scope="col">mean</th><th class="n" scope="col">SD between strides</th></tr>'
    note = '<p class="note">From the foot markers of this recording alone; heel strikes and toe-offs are found within about a frame.</p>'
    return section("Pace", f'<div class="scroll"><table><thead>{head}</thead><tbody>{rows}</tbody></table></div>', note)


def rests_on(reading: Reading) -> str:
    """Assumptions and notes, then every source in full."""
    notes = [*_about_person(reading), *_held(reading), *(escape(n) for n in reading.summary["notes"])]
    items = "".join(f"<li>{WARNING}<span><b>Assumed.</b> {text}</span></li>" for text in MODEL[:1] + MODEL[3:])
    items = "".join(f"<li>{WARNING}<span><b>{word}.</b> {text}</span></li>" for word, text in [
        ("Not validated", MODEL[1]), ("Assumed", MODEL[0]), ("Assumed", MODEL[2]), ("Assumed", MODEL[3]),
        *[("Note", text) for text in notes],
    ])  # fmt: skip
    reading.cite(*reading.summary["sources"])
    return section(
        "What this rests on", f'<ul class="warnings">{items}</ul>', "<h3>Sources</h3>", _sources(reading), name="rests"
    )


def _about_person(reading: Reading) -> list[str]:
    person = reading.summary["person"]
    assumed = [ASSUMED[key] for key in person["assumed"]]
    if not assumed:
        return []
    given = f"height {measure(person['height_m'], 'm', digits=2)}, mass {measure(person['mass_kg'], 'kg')}, sex {escape(person['sex'])}"
    return [f"Not given, so estimated or assumed: {listed(assumed)}. Used here: {given}."]


def _held(reading: Reading) -> list[str]:
    rows = reading.summary["coordinates_deg"]
    held = [rows[name]["label"].lower() for name in reading.summary["held"] if name in rows]
    return [f"Held at standing, because these markers cannot see them: {escape(listed(held))}."] if held else []


def _sources(reading: Reading) -> str:
    """Every cited source in full, with what it is and how we know its figures."""
    rows = []
    for key in reading.citations.keys:
        found = source(key)
        about = f"{KINDS[found.kind].capitalize()}; {STATUS[found.status]}. Used for {found.use}."
        rows.append(f'<li id="source-{key}">{escape(found.citation)}<small>{escape(about)}</small></li>')
    return f'<ol class="sources">{"".join(rows)}</ol>'


def refusal(reading: Reading) -> str:
    """Why there is no answer, and what would bring one."""
    reasons = "".join(f"<li>{escape(reason)}</li>" for reason in reading.summary["quality"]["reasons"])
    return (
        '<div class="calm"><h2>This recording is too poor to answer from</h2><p>So no figure about your psoas is given here. '
        f"Why:</p><ul>{reasons}</ul><h3>What would help</h3><ul><li>Record again with all markers in view, the pelvis' four above "
        "all.</li><li>Check that no two markers swapped names, and that the units are right.</li><li>Give a short trial of quiet "
        "standing with <code>--static</code>, so that the body is fitted to you first.</li></ul></div>"
    )
