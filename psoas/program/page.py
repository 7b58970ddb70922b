"""The printable plan: one HTML file that asks the network for nothing, for a phone, a desk and A4 paper."""

from __future__ import annotations

from importlib.resources import files
from string import Template

from psoas import __version__
from psoas.assessment.finding import Assessment
from psoas.knowledge.exercises import exercise_sources, exercises
from psoas.knowledge.screening import URGENCIES
from psoas.knowledge.selftests import selftests
from psoas.knowledge.simulate import effects, quantity
from psoas.knowledge.sources import all_sources
from psoas.program.cards import cards, glyph
from psoas.program.pictures import held, shown
from psoas.program.program import Item, Phase, Program, Session
from psoas.program.reach import labels
from psoas.program.table import SIMULATION
from psoas.program.wording import PLACES, RED_FLAGS, distinct, dose_of, reasons, together
from psoas.report.palette import LIGHT, theme_variables
from psoas.report.wording import escape

L4_L5 = "lumbar_compression_n.L4_L5"
SIGN = (
    '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M10 2.2 18.6 17H1.4Z" fill="none" stroke="currentColor" '
    'stroke-width="1.7" stroke-linejoin="round"/><path d="M10 8v4.2M10 14.4v.6" stroke="currentColor" '
    'stroke-width="1.8" stroke-linecap="round"/></svg>'
)
MOST_FOUND = 9
"""Findings told in full; the rest by title, as the assessment tells them all."""


def page(program: Program, assessment: Assessment) -> str:
    """The whole page of a program and the assessment it comes from."""
    items = [item for phase in program.phases for session in phase.sessions for item in session.items]
    moves = dict.fromkeys(item.name for item in (*items, *program.breaks) if item.kind == "exercise")
    content = (
        held(moves)
        + _top(program)
        + "<main>"
        + _flags(assessment)
        + _found(assessment)
        + _road(program)
        + "".join(_phase(phase, program) for phase in program.phases)
        + _breaks(program)
        + _section("How to do each", _legend() + f'<div class="cards">{cards(program)}</div>', "how")
        + _rules(program)
        + _out(program)
        + _sources(program)
        + "</main><footer><p>This plan teaches and records; it does not diagnose or treat, and it cannot examine you. "
        f"Made with psoas {escape(__version__)}.</p></footer>"
    )
    return Template(_resource("program.html")).substitute(
        version=escape(__version__), light=theme_variables(LIGHT), css=_resource("program.css"), content=content
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
        f"<dt>{escape(entry.title)}<small>{escape(URGENCIES[entry.urgency])}</small></dt><dd>{escape(entry.words)}</dd>"
        for entry in see
    )
    people = "".join(
        f"<dt>{escape(one.place)}</dt><dd>{escape(one.name)}: {escape(one.call)}</dd>"
        for one in assessment.screening.help
    )
    more = f"<dl>{rows}{people}</dl>" if rows or people else ""
    return (
        f'<div class="flags" role="note"><h2>{SIGN}Before anything else</h2><p>{escape(RED_FLAGS)}</p>{more}'
        f'<p class="note">{escape(assessment.screening.closing)}</p></div>'
    )


def _found(assessment: Assessment) -> str:
    rows = "".join(
        f"<li><b>{escape(one.title)}</b>{escape(one.sentence)}</li>" for one in assessment.findings[:MOST_FOUND]
    )
    rest = "; ".join(one.title.lower() for one in assessment.findings[MOST_FOUND:])
    more = f'<p class="note">Also, in the assessment: {escape(rest)}.</p>' if rest else ""
    return _section("What it comes from", f'<ul class="found">{rows}</ul>{more}', "found")


def _road(program: Program) -> str:
    wide = " ".join(f"{phase.weeks[1] - phase.weeks[0] + 1}fr" for phase in program.phases)
    rows = "".join(
        f'<li><a href="#phase-{phase.name}"><b>{escape(phase.title)}</b>{_weeks(phase)}<br>'
        f"low back: up to {phase.lumbar_limit_n:.0f} N</a></li>"
        for phase in program.phases
    )
    again = ", ".join(str(week) for week in program.remeasure_weeks)
    standing = quantity(effects()["standing"], L4_L5)
    note = (
        f'<p class="note" style="margin-top:18px">Newtons are simulated on one reference body; standing still it '
        f"carries {standing:.0f} N at the lowest but one disc (L4/5). The limits are assumed: an order that rises.</p>"
    )
    said = f"<p>Each phase keeps what the ones before it began. Measure again at the end of week {again}.</p>"
    return _section(
        "The weeks", f'{said}<ol class="road" style="grid-template-columns: {wide}">{rows}</ol>{note}', "weeks"
    )


def _phase(phase: Phase, program: Program) -> str:
    days = "".join(_day(session, held) for session, held in distinct(phase.sessions))
    notes = "".join(f'<p class="note">{escape(one)}</p>' for one in program.notes if one.startswith(f"{phase.title}:"))
    on = f'<p class="on">{escape(phase.moves_on)}</p>'
    body = f'<p class="meta">{_weeks(phase)}</p><div class="days">{days}</div>{on}{notes}'
    return f'<section class="phase" id="phase-{phase.name}"><h2>{escape(phase.title)}</h2>{body}</section>'


def _day(session: Session, days: tuple[int, ...]) -> str:
    held = ", ".join(str(day) for day in days[:-1]) + (" and " if len(days) > 1 else "") + str(days[-1])
    rows = "".join(_row(group) for group in together(session.items))
    return f'<div class="day"><h3>Day {held}<span>{session.minutes:.0f} min</span></h3><ol>{rows}</ol></div>'


def _row(group: tuple[Item, ...]) -> str:
    item = group[0]
    seen = shown(item.name, 1) if item.kind == "exercise" else glyph(item.kind)
    marks = ' <span class="tag">kept</span>' if item.pinned else ""
    marks += ' <span class="tag ask">ask first</span>' if item.asks else ""
    flip = ' class="flip"' if item.side == "left" else ""
    why = item.because[0].words
    return (
        f'<li{flip}>{seen}<div><a href="#do-{item.name}">{escape(item.label)}</a>{marks}'
        f'<span class="dose">{escape(dose_of(group))}</span><span class="why">{escape(why)}</span></div>'
        f'<span class="min">{sum(one.minutes for one in group):.1f} min</span></li>'
    )


def _breaks(program: Program) -> str:
    if not program.breaks:
        return ""
    rows = "".join(_row(group) for group in together(program.breaks))
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
    rules = "".join(f"<li>{escape(rule)}</li>" for rule in program.rules)
    tests = "".join(
        f"<dt>{escape(one.title)}</dt><dd><p>{escape(one.enter)}. {escape(one.cannot_say)}</p></dd>"
        for one in (selftests()[name] for name in program.remeasure_tests)
    )
    weeks = ", ".join(str(week) for week in program.remeasure_weeks)
    advice = "".join(
        f"<dt>{escape(key.capitalize())}</dt><dd><p>{escape(words)}</p></dd>" for key, words in program.advice.items()
    )
    parts = _section("How doses change", f'<ul class="plainlist">{rules}</ul>', "doses")
    said = f"<p>At the end of week {weeks}, on the same time of day, before the session.</p>"
    parts += _section("Measure again", said + (f'<dl class="pairs">{tests}</dl>' if tests else ""), "measure")
    return parts + (_section("Besides", f'<dl class="pairs">{advice}</dl>', "besides") if advice else "")


def _out(program: Program) -> str:
    rows = "".join(
        f"<li>{escape(why)}<small>{escape('; '.join(labels()[name] for name in what))}</small></li>"
        for why, what in reasons(program.left_out)
    )
    return _section("Left out, and why", f'<ul class="out">{rows}</ul>', "out") if rows else ""


def _sources(program: Program) -> str:
    items = [item for phase in program.phases for session in phase.sessions for item in session.items]
    items += program.breaks
    keys = {one.source for item in items for one in item.because}
    keys |= {exercises()[item.name].source for item in items if item.kind == "exercise"}
    known = {key: one.citation for key, one in all_sources().items()}
    known |= {key: str(row["citation"]) for key, row in exercise_sources().items()}
    rows = "".join(f"<li>{escape(known[key])}</li>" for key in sorted(keys) if key in known)
    note = "<p>Simulated figures: each exercise held still on one reference body by this package.</p>"
    return _section(
        "What it rests on", (note if SIMULATION in keys else "") + f'<ul class="sources">{rows}</ul>', "sources"
    )


def _section(title: str, body: str, name: str) -> str:
    return f'<section id="{name}"><h2>{escape(title)}</h2>{body}</section>'


def _weeks(phase: Phase) -> str:
    first, last = phase.weeks
    return f"week {first}" if first == last else f"weeks {first} to {last}"


def _resource(name: str) -> str:
    return files("psoas.program").joinpath("data", name).read_text(encoding="utf-8")
