"""How to do each thing of a plan: a card with pictures, steps, dose, reasons, what it does to a body, when to stop."""

from __future__ import annotations

from collections.abc import Iterable

from psoas.core.number_format import escape_html
from psoas.exercises.exercise_simulation import committed_effects, effect_quantity
from psoas.knowledge import breath_techniques, massage_guides
from psoas.knowledge.exercise_library import find_exercise
from psoas.program.exercise_images import image_in_place
from psoas.program.program_models import Item, Program
from psoas.program.program_text import both_sides_dose_text, distinct_sessions_with_days, pair_sides
from psoas.render.body_image import ENDS
from psoas.render.palette import LIGHT, hex_colour, length_colour

STRANDS = {
    "release": "release", "engage": "belly wall and trunk", "gluteal": "buttocks", "breath": "breath",
    "integrate": "standing together", "gait": "standing and walking", "desk": "small break",
}  # fmt: skip
ORIGINS = {"simulated": "simulated", "published": "measured in people", "trial": "trial", "expert": "practice",
           "tradition": "tradition", "asked": "your wish"}  # fmt: skip
SHOWN = (
    ("psoas_length_percent", "psoas at its longest", " % of standing", 0, ENDS[1]),
    ("psoas_force_n", "psoas pulls", " N", 0, 300.0),
    ("activation.gluteus_maximus", "gluteus maximus", " % of its most", 100, 1.0),
    ("activation.gluteus_medius", "gluteus medius", " % of its most", 100, 1.0),
    ("activation.obliques", "obliques", " % of their most", 100, 1.0),
    ("lumbar_compression_n.L4_L5", "low back carries", " N", 0, 1600.0),
)
"""The small multiples: effect, its words, unit, what it is multiplied by (0: as it is), and the end of its bar."""


DRAWN = "The drawing-in itself is not simulated."
"""Said of exercises whose whole work it is, instead of muscles at rest."""


def effect_figures(name: str) -> tuple[tuple[str, str, str, int, float], ...]:
    """The rows of ``SHOWN`` that say something of an exercise: where only the belly draws in, the muscles that were
    simulated rest, and their zeros would say that nothing works."""
    held = find_exercise(name).draws_in
    return tuple(row for row in SHOWN if not (held and row[0].startswith("activation.")))


def exercise_cards(program: Program) -> str:
    """A card for each thing of the program, in the order in which it first comes."""
    groups: dict[str, list[tuple[str, tuple[Item, ...]]]] = {}
    for phase in program.phases:
        for session, _ in distinct_sessions_with_days(phase.sessions):
            for group in pair_sides(session.items):
                groups.setdefault(group[0].name, []).append((phase.title, group))
    for group in pair_sides(program.breaks):
        groups.setdefault(group[0].name, []).append(("A break", group))
    return "".join(_card(name, uses) for name, uses in groups.items())


def card_glyph(kind: str) -> str:
    """What stands for breath (waves) and touch (rings that sink in) where there is no body to draw."""
    waves = "".join(
        f'<path d="M12 {y} q9 -10 18 0 t18 0 t18 0" opacity="{faint}"/>'
        for y, faint in ((24, 0.9), (34, 0.6), (44, 0.35))
    )
    rings = "".join(
        f'<circle cx="39" cy="33" r="{r}" opacity="{faint}"/>' for r, faint in ((5, 0.9), (13, 0.6), (21, 0.35))
    )
    return (
        f'<svg class="glyph" viewBox="0 0 78 66" fill="none" stroke="currentColor" stroke-width="1.7" '
        f'stroke-linecap="round" aria-hidden="true">{rings if kind == "massage" else waves}</svg>'
    )


def _card(name: str, uses: list[tuple[str, tuple[Item, ...]]]) -> str:
    item = uses[0][1][0]
    left, steps, mind = {"exercise": _exercise, "breath": _breath, "massage": _massage}[item.kind](name)
    tag = "massage" if item.kind == "massage" else STRANDS[item.strand]
    head = f'<header><h3>{escape_html(item.label)} <span class="tag">{tag}</span></h3></header>'
    asks = "".join(f"<li>{escape_html(one)}</li>" for one in item.asks)
    asked = f'<h4>Ask a clinician first, because</h4><ul class="plain asks">{asks}</ul>' if asks else ""
    why = "".join(
        f"<li>{escape_html(one.words[0].upper() + one.words[1:])}. <span "
        f'class="origin">{ORIGINS[one.origin]}</span></li>'
        for one in item.because
    )
    doses = dict.fromkeys((title, both_sides_dose_text(group)) for title, group in uses)
    rows = "".join(f"<tr><td>{escape_html(title)}</td><td>{escape_html(words)}</td></tr>" for title, words in doses)
    return (
        f'<article class="card" id="do-{name}">{head}<div>{left}</div><div>{steps}'
        f'<h4>How much</h4><table class="doses">{rows}</table><h4>Why it is here</h4><ul class="plain">{why}</ul>'
        f"{asked}{mind}</div></article>"
    )


def _exercise(name: str) -> tuple[str, str, str]:
    one = find_exercise(name)
    side = " (right side shown)" if one.working_side == "right" else ""
    first, last = (
        image_in_place(name, k, f"{one.label}: {what}") for k, what in enumerate(("the start", "where it goes"))
    )
    figure = (
        f'<figure class="move"><div>{first}<span>start</span></div>'
        f"<div>{last}<span>where it goes{side}</span></div></figure>"
    )
    words = f"{_steps(one.steps)}<h4>Breath</h4><p>{escape_html(one.breath)}</p>{_list('Think of', one.cues)}"
    return figure + _effects(name), words, _list("Mind", one.cautions) + _list("Stop for", one.stop)


def _breath(name: str) -> tuple[str, str, str]:
    one = breath_techniques.find_technique(name)
    note = f"<p class='note'>{escape_html(one.supports)} {escape_html(one.does_not)}</p>"
    left = f"<p>{escape_html(one.purpose)}</p>{_pattern(one)}{note}"
    mind = _list("Mind", tuple(part.words for part in one.cautions))
    return left, f"<p>{escape_html(one.posture)}</p>{_steps(one.how)}", mind


def _massage(name: str) -> tuple[str, str, str]:
    one = massage_guides.list_massage_guides()[name]
    pressure = f"{massage_guides.PRESSURE[one.pressure_from]}, up to: {massage_guides.PRESSURE[one.pressure_to]}"
    left = (
        f"<p>{escape_html(one.purpose)}</p><h4>Where</h4><p>{escape_html(one.where)}</p>"
        f"<h4>How strong</h4><p>{escape_html(pressure[0].upper() + pressure[1:])}.</p>"
        f'<p class="note">{escape_html(one.honest)}</p>'
    )
    tools = f"<p>With {escape_html(', '.join(one.tools))}.</p>"
    mind = _list("Stop for", one.stop) + _list("Mind", tuple(part.words for part in one.cautions))
    return left, tools + _steps(one.steps), mind


def _pattern(one: breath_techniques.BreathTechnique) -> str:
    """One breath as a line that rises and falls, to scale."""
    total = sum(step.seconds for step in one.cycle)
    level, x, points, labels = 0.0, 0.0, ["0,46"], []
    heights = {"in": 0.85, "top_up": 1.0, "out": 0.0, "hum": 0.0}
    for step in one.cycle:
        width = 300 * step.seconds / total
        level = heights.get(step.phase, level)
        points.append(f"{x + width:.1f},{46 - 38 * level:.1f}")
        labels.append(f'<text x="{x + width / 2:.1f}" y="64">{step.seconds:g} s</text>')
        x += width
    line = f'<polyline points="{" ".join(points)}" fill="none" stroke="{LIGHT.accent}" stroke-width="2.2"/>'
    text = "".join(labels)
    return (
        f'<svg viewBox="0 0 300 70" width="300" role="img" aria-label="One breath" font-size="12" text-anchor="middle" '
        f'fill="{LIGHT.soft}">{line}{text}</svg>'
    )


def _effects(name: str) -> str:
    """Small multiples of what a simulation on the same body found, standing marked."""
    found, standing = committed_effects()[name], committed_effects()["standing"]
    boxes = "".join(_effect(found, standing, *row) for row in effect_figures(name))
    drawn = f'<p class="note">{DRAWN}</p>' if find_exercise(name).draws_in else ""
    return f'<div class="effects" aria-label="Simulated, most over the movement">{boxes}</div>{drawn}'


def _effect(found: object, standing: object, effect: str, words: str, unit: str, times: int, end: float) -> str:
    value, still = (effect_quantity(row, effect) for row in (found, standing))  # type: ignore[arg-type]
    low = ENDS[0] if effect == "psoas_length_percent" else 0.0
    share, mark = (min(1.0, max(0.0, (one - low) / (end - low))) for one in (value, still))
    colour = hex_colour(length_colour(value, *ENDS)) if low else LIGHT.soft
    said = f"{value * (times or 1):.0f}"
    return (
        f'<div>{words}<b>{said}{unit}</b><svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect y="3" width="100" height="6" fill="{LIGHT.line}" opacity="0.55"/>'
        f'<rect y="3" width="{100 * share:.1f}" height="6" fill="{colour}"/>'
        f'<rect x="{100 * mark - 0.4:.1f}" width="0.8" height="12" fill="{LIGHT.ink}"/></svg></div>'
    )


def _steps(steps: Iterable[str]) -> str:
    return f'<ol class="steps">{"".join(f"<li>{escape_html(step)}</li>" for step in steps)}</ol>'


def _list(title: str, lines: tuple[str, ...]) -> str:
    rows = "".join(f"<li>{escape_html(line)}</li>" for line in lines)
    return f'<h4>{title}</h4><ul class="plain">{rows}</ul>' if lines else ""
