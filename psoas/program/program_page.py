"""The printable plan: one HTML file that asks the network for nothing, for a phone, a desk and A4 paper."""

from __future__ import annotations

from importlib.resources import files
from string import Template

from psoas.assessment.finding import Assessment
from psoas.core.number_format import escape_html
from psoas.core.version import __version__
from psoas.exercises.exercise_simulation import committed_effects, effect_quantity
from psoas.knowledge.exercise_library import exercise_sources, exercises
from psoas.knowledge.practice_sources import all_sources
from psoas.knowledge.screening import URGENCIES
from psoas.knowledge.self_tests import self_tests
from psoas.program.effect_weights import SIMULATION
from psoas.program.eligibility import option_labels
from psoas.program.exercise_cards import card_glyph, exercise_cards
from psoas.program.exercise_images import hidden_images, image_in_place
from psoas.program.program_models import Item, Phase, Program, Session
from psoas.program.program_text import (
    PLACES,
    RED_FLAGS,
    both_sides_dose_text,
    distinct_sessions_with_days,
    omission_reasons,
    pair_sides,
)
from psoas.render.palette import LIGHT, theme_variables

L4_L5 = "lumbar_compression_n.L4_L5"
SIGN = (
    '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M10 2.2 18.6 17H1.4Z" fill="none" stroke="currentColor" '
    'stroke-width="1.7" stroke-linejoin="round"/><path d="M10 8v4.2M10 14.4v.6" stroke="currentColor" '
    'stroke-width="1.8" stroke-linecap="round"/></svg>'
)
MOST_FOUND = 9
"""Findings told in full; the rest by title, as the assessment tells them all."""


def program_page(program: Program, assessment: Assessment) -> str:
    """The whole page of a program and the assessment it comes from."""
    items = [item for phase in program.phases for session in phase.sessions for item in session.items]
    moves = dict.fromkeys(item.name for item in (*items, *program.breaks) if item.kind == "exercise")
    content = (
        hidden_images(moves)
        + _top(program)
        + "<main>"
        + _flags(assessment)
        + _found(assessment)
        + _road(program)
        + "".join(_phase(phase, program) for phase in program.phases)
        + _breaks(program)
        + _section("How to do each", _legend() + f'<div class="cards">{exercise_cards(program)}</div>', "how")
        + _rules(program)
        + _out(program)
        + _sources(program)
        + "</main><footer><p>This plan teaches and records; it does not diagnose or treat, and it cannot examine you. "
        f"Made with psoas {escape_html(__version__)}.</p></footer>"
    )
    return Template(_resource("program.html")).substitute(
        version=escape_html(__version__), light=theme_variables(LIGHT), css=_resource("program.css"), content=content
    )


def _top(program: Program) -> str:
    weeks = f"{program.weeks} week{'s' if program.weeks > 1 else ''}"
    often = f"{program.days} session{'s' if program.days > 1 else ''} a week"
    return (
        '<header class="top"><p class="eyebrow">Psoas program</p><h1>Your program</h1><p class="lead">'
        f"{weeks}, {often}, up to {program.minutes:g} minutes each, {PLACES[program.place]}. What is let go is put to "
        "work in the same session, then taken into standing and walking.</p></header>"
    ).replace("then taken into standing and walking", _ends(program))


def _ends(program: Program) -> str:
    """Where the work is taken: standing and walking only for whoever stands."""
    needs = {need for session in program.phases[-1].sessions for item in session.items for need in _needs(item)}
    return "then taken into standing and walking" if "standing" in needs else "then taken into the day"


def _needs(item: Item) -> tuple[str, ...]:
    return exercises()[item.name].needs if item.kind == "exercise" else ()


def _flags(assessment: Assessment) -> str:
    see = [entry for entry in assessment.screening.entries if entry.level == "see"]
    rows = "".join(
        f"<dt>{escape_html(entry.title)}<small>{escape_html(URGENCIES[entry.urgency])}</small></dt><dd>{escape_html(entry.words)}</dd>"
        for entry in see
    )
    people = "".join(
        f"<dt>{escape_html(one.place)}</dt><dd>{escape_html(one.name)}: {escape_html(one.call)}</dd>"
        for one in assessment.screening.help
    )
    more = f"<dl>{rows}{people}</dl>" if rows or people else ""
    return (
        f'<div class="flags" role="note"><h2>{SIGN}Before anything else</h2><p>{escape_html(RED_FLAGS)}</p>{more}'
        f'<p class="note">{escape_html(assessment.screening.closing)}</p></div>'
    )


def _found(assessment: Assessment) -> str:
    rows = "".join(
        f"<li><b>{escape_html(one.title)}</b>{escape_html(one.sentence)}</li>"
        for one in assessment.findings[:MOST_FOUND]
    )
    rest = "; ".join(one.title.lower() for one in assessment.findings[MOST_FOUND:])
    more = f'<p class="note">Also, in the assessment: {escape_html(rest)}.</p>' if rest else ""
    return _section("What it comes from", f'<ul class="found">{rows}</ul>{more}', "found")


def _road(program: Program) -> str:
    wide = " ".join(f"{phase.weeks[1] - phase.weeks[0] + 1}fr" for phase in program.phases)
    rows = "".join(
        f'<li><a href="#phase-{phase.name}"><b>{escape_html(phase.title)}</b>{_weeks(phase)}<br>'
        f"low back: up to {phase.lumbar_limit_n:.0f} N</a></li>"
        for phase in program.phases
    )
    again = ", ".join(str(week) for week in program.remeasure_weeks)
    standing = effect_quantity(committed_effects()["standing"], L4_L5)
    note = (
        f'<p class="note" style="margin-top:18px">Newtons are simulated on one reference body; standing still it '
        f"carries {standing:.0f} N at the lowest but one disc (L4/5). The limits are assumed: an order that rises.</p>"
    )
    said = f"<p>Each phase keeps what the ones before it began. Measure again at the end of week {again}.</p>"
    return _section(
        "The weeks", f'{said}<ol class="road" style="grid-template-columns: {wide}">{rows}</ol>{note}', "weeks"
    )


def _phase(phase: Phase, program: Program) -> str:
    days = "".join(_day(session, held) for session, held in distinct_sessions_with_days(phase.sessions))
    notes = "".join(
        f'<p class="note">{escape_html(one)}</p>' for one in program.notes if one.startswith(f"{phase.title}:")
    )
    on = f'<p class="on">{escape_html(phase.moves_on)}</p>'
    body = f'<p class="meta">{_weeks(phase)}</p><div class="days">{days}</div>{on}{notes}'
    return f'<section class="phase" id="phase-{phase.name}"><h2>{escape_html(phase.title)}</h2>{body}</section>'


def _day(session: Session, days: tuple[int, ...]) -> str:
    held = ", ".join(str(day) for day in days[:-1]) + (" and " if len(days) > 1 else "") + str(days[-1])
    rows = "".join(_row(group) for group in pair_sides(session.items))
    return f'<div class="day"><h3>Day {held}<span>{session.minutes:.0f} min</span></h3><ol>{rows}</ol></div>'


def _row(group: tuple[Item, ...]) -> str:
    item = group[0]
    seen = image_in_place(item.name, 1) if item.kind == "exercise" else card_glyph(item.kind)
    marks = ' <span class="tag">kept</span>' if item.pinned else ""
    marks += ' <span class="tag ask">ask first</span>' if item.asks else ""
    flip = ' class="flip"' if item.side == "left" else ""
    why = item.because[0].words
    return (
        f'<li{flip}>{seen}<div><a href="#do-{item.name}">{escape_html(item.label)}</a>{marks}'
        f'<span class="dose">{escape_html(both_sides_dose_text(group))}</span><span '
        f'class="why">{escape_html(why)}</span></div>'
        f'<span class="min">{sum(one.minutes for one in group):.1f} min</span></li>'
    )


def _breaks(program: Program) -> str:
    if not program.breaks:
        return ""
    rows = "".join(_row(group) for group in pair_sides(program.breaks))
    words = "<p>One at a time, spread over the day. No interval is proven: take the ones you keep.</p>"
    return _section(
        "Breaks of a sitting day", f'{words}<div class="days"><div class="day"><ol>{rows}</ol></div></div>', "breaks"
    )


def _legend() -> str:
    return (
        "<p>Pictures show the right side; do as the dose says. The psoas is drawn pale where it is long and deep red "
        "where it is short. Bars are simulated on one reference body, the most over the movement; the thin line is "
        "standing still. Speed and bands are not part of them.</p>"
    )


def _rules(program: Program) -> str:
    rules = "".join(f"<li>{escape_html(rule)}</li>" for rule in program.rules)
    tests = "".join(
        f"<dt>{escape_html(one.title)}</dt><dd><p>{escape_html(one.enter)}. {escape_html(one.cannot_say)}</p></dd>"
        for one in (self_tests()[name] for name in program.remeasure_tests)
    )
    weeks = ", ".join(str(week) for week in program.remeasure_weeks)
    advice = "".join(
        f"<dt>{escape_html(key.capitalize())}</dt><dd><p>{escape_html(words)}</p></dd>"
        for key, words in program.advice.items()
    )
    parts = _section("How doses change", f'<ul class="plainlist">{rules}</ul>', "doses")
    said = f"<p>At the end of week {weeks}, on the same time of day, before the session.</p>"
    parts += _section("Measure again", said + (f'<dl class="pairs">{tests}</dl>' if tests else ""), "measure")
    return parts + (_section("Besides", f'<dl class="pairs">{advice}</dl>', "besides") if advice else "")


def _out(program: Program) -> str:
    rows = "".join(
        f"<li>{escape_html(why)}<small>{escape_html('; '.join(option_labels()[name] for name in what))}</small></li>"
        for why, what in omission_reasons(program.left_out)
    )
    return _section("Left out, and why", f'<ul class="out">{rows}</ul>', "out") if rows else ""


def _sources(program: Program) -> str:
    items = [item for phase in program.phases for session in phase.sessions for item in session.items]
    items += program.breaks
    keys = {one.source for item in items for one in item.because}
    keys |= {exercises()[item.name].source for item in items if item.kind == "exercise"}
    known = {key: one.citation for key, one in all_sources().items()}
    known |= {key: str(row["citation"]) for key, row in exercise_sources().items()}
    rows = "".join(f"<li>{escape_html(known[key])}</li>" for key in sorted(keys) if key in known)
    note = "<p>Simulated figures: each exercise held still on one reference body by this package.</p>"
    return _section(
        "What it rests on", (note if SIMULATION in keys else "") + f'<ul class="sources">{rows}</ul>', "sources"
    )


def _section(title: str, body: str, name: str) -> str:
    return f'<section id="{name}"><h2>{escape_html(title)}</h2>{body}</section>'


def _weeks(phase: Phase) -> str:
    first, last = phase.weeks
    return f"week {first}" if first == last else f"weeks {first} to {last}"


def _resource(name: str) -> str:
    return files("psoas.program").joinpath("data", name).read_text(encoding="utf-8")
