"""How to do each thing of a plan: a card with pictures, steps, dose, reasons, what it does to a body, when to stop."""

from __future__ import annotations

from collections.abc import Iterable

from psoas.knowledge import breath, massage
from psoas.knowledge.exercises import exercise
from psoas.knowledge.simulate import effects, quantity
from psoas.program.pictures import shown
from psoas.program.program import Item, Program
from psoas.program.wording import distinct, dose_of, together
from psoas.report.palette import LIGHT, hex_of, length_colour
from psoas.report.picture import ENDS
from psoas.report.wording import escape

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


def figures(name: str) -> tuple[tuple[str, str, str, int, float], ...]:
    """The rows of ``SHOWN`` that say something of an exercise: where only the belly draws in, the muscles that were
    simulated rest, and their zeros would say that nothing works."""
    held = exercise(name).draws_in
    return tuple(row for row in SHOWN if not (held and row[0].startswith("activation.")))


def cards(program: Program) -> str:
    """A card for each thing of the program, in the order in which it first comes."""
    groups: dict[str, list[tuple[str, tuple[Item, ...]]]] = {}
    for phase in program.phases:
        for session, _ in distinct(phase.sessions):
            for group in together(session.items):
                groups.setdefault(group[0].name, []).append((phase.title, group))
    for group in together(program.breaks):
        groups.setdefault(group[0].name, []).append(("A break", group))
    return "".join(_card(name, uses) for name, uses in groups.items())


def glyph(kind: str) -> str:
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
    head = f'<header><h3>{escape(item.label)} <span class="tag">{tag}</span></h3></header>'
    asks = "".join(f"<li>{escape(one)}</li>" for one in item.asks)
    asked = f'<h4>Ask a clinician first, because</h4><ul class="plain asks">{asks}</ul>' if asks else ""
    why = "".join(
        f'<li>{escape(one.words[0].upper() + one.words[1:])}. <span class="origin">{ORIGINS[one.origin]}</span></li>'
        for one in item.because
    )
    doses = dict.fromkeys((title, dose_of(group)) for title, group in uses)
    rows = "".join(f"<tr><td>{escape(title)}</td><td>{escape(words)}</td></tr>" for title, words in doses)
    return (
        f'<article class="card" id="do-{name}">{head}<div>{left}</div><div>{steps}'
        f'<h4>How much</h4><table class="doses">{rows}</table><h4>Why it is here</h4><ul class="plain">{why}</ul>'
        f"{asked}{mind}</div></article>"
    )


def _exercise(name: str) -> tuple[str, str, str]:
    one = exercise(name)
    side = " (right side shown)" if one.working_side == "right" else ""
    first, last = (shown(name, k, f"{one.label}: {what}") for k, what in enumerate(("the start", "where it goes")))
    figure = (
        f'<figure class="move"><div>{first}<span>start</span></div>'
        f"<div>{last}<span>where it goes{side}</span></div></figure>"
    )
    words = f"{_steps(one.steps)}<h4>Breath</h4><p>{escape(one.breath)}</p>{_list('Think of', one.cues)}"
    return figure + _effects(name), words, _list("Mind", one.cautions) + _list("Stop for", one.stop)


def _breath(name: str) -> tuple[str, str, str]:
    one = breath.named(name)
    left = (
        f"<p>{escape(one.purpose)}</p>{_pattern(one)}<p class='note'>{escape(one.supports)} {escape(one.does_not)}</p>"
    )
    mind = _list("Mind", tuple(part.words for part in one.cautions))
    return left, f"<p>{escape(one.posture)}</p>{_steps(one.how)}", mind


def _massage(name: str) -> tuple[str, str, str]:
    one = massage.guides()[name]
    pressure = f"{massage.PRESSURE[one.pressure_from]}, up to: {massage.PRESSURE[one.pressure_to]}"
    left = (
        f"<p>{escape(one.purpose)}</p><h4>Where</h4><p>{escape(one.where)}</p>"
        f"<h4>How strong</h4><p>{escape(pressure[0].upper() + pressure[1:])}.</p>"
        f'<p class="note">{escape(one.honest)}</p>'
    )
    tools = f"<p>With {escape(', '.join(one.tools))}.</p>"
    mind = _list("Stop for", one.stop) + _list("Mind", tuple(part.words for part in one.cautions))
    return left, tools + _steps(one.steps), mind


def _pattern(one: breath.Technique) -> str:
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
    found, standing = effects()[name], effects()["standing"]
    boxes = "".join(_effect(found, standing, *row) for row in figures(name))
    drawn = f'<p class="note">{DRAWN}</p>' if exercise(name).draws_in else ""
    return f'<div class="effects" aria-label="Simulated, most over the movement">{boxes}</div>{drawn}'


def _effect(found: object, standing: object, effect: str, words: str, unit: str, times: int, end: float) -> str:
    value, still = (quantity(row, effect) for row in (found, standing))  # type: ignore[arg-type]
    low = ENDS[0] if effect == "psoas_length_percent" else 0.0
    share, mark = (min(1.0, max(0.0, (one - low) / (end - low))) for one in (value, still))
    colour = hex_of(length_colour(value, *ENDS)) if low else LIGHT.soft
    said = f"{value * (times or 1):.0f}"
    return (
        f'<div>{words}<b>{said}{unit}</b><svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect y="3" width="100" height="6" fill="{LIGHT.line}" opacity="0.55"/>'
        f'<rect y="3" width="{100 * share:.1f}" height="6" fill="{colour}"/>'
        f'<rect x="{100 * mark - 0.4:.1f}" width="0.8" height="12" fill="{LIGHT.ink}"/></svg></div>'
    )


def _steps(steps: Iterable[str]) -> str:
    return f'<ol class="steps">{"".join(f"<li>{escape(step)}</li>" for step in steps)}</ol>'


def _list(title: str, lines: tuple[str, ...]) -> str:
    rows = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'<h4>{title}</h4><ul class="plain">{rows}</ul>' if lines else ""
