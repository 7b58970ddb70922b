"""A program in words: doses, sessions, and the short plan that the command line prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from psoas.assessment.finding import Assessment
from psoas.knowledge.screening import URGENCIES
from psoas.knowledge.self_tests import self_tests
from psoas.knowledge.session_templates import SessionTemplate
from psoas.program.program_models import Item, LeftOut, Phase, Program, Session

RED_FLAGS = (
    "Stop and call for help at once for new numbness between the legs, trouble passing water or stool, a leg that "
    "grows weak, chest pain, or sudden severe pain in belly or back. With fever, or pain that wakes you each night, "
    "see a doctor."
)
PLACES = {"home": "at home", "work": "at work", "travel": "on the way"}


def dose_text(item: Item) -> str:
    """How much of an item, without its side: "2 sets of 8, hold 3 s"."""
    if item.kind == "breath":
        return f"{_count(item.minutes, 'minute')}: {item.tempo}"
    if item.kind == "massage":
        return f"{_count(item.reps, 'spot')}{' a side' if item.side == 'both' else ''}, {item.hold_s:g} s each"
    if item.sets == item.reps == 1 and item.hold_s >= 60:
        return _count(item.hold_s / 60, "minute")
    sets = f"{item.sets} sets of {item.reps}" if item.sets > 1 else "once" if item.reps == 1 else f"{item.reps} times"
    return sets + (f", hold {item.hold_s:g} s" if item.hold_s else "")


def pair_sides(items: Iterable[Item]) -> list[tuple[Item, ...]]:
    """Items that belong together: the leading side and the other side of one thing."""
    return [tuple(group) for _, group in groupby(items, key=lambda item: (item.kind, item.name))]


def both_sides_dose_text(group: tuple[Item, ...]) -> str:
    """The dose of both sides in one line: "right 2 sets of 8, left 1 set of 8"."""
    if len(group) == 1:
        item = group[0]
        each = ", each side" if item.kind == "exercise" and item.side == "both" and _sided(item) else ""
        return dose_text(item) + each
    return "; ".join(f"{item.side} {dose_text(item)}" for item in group)


def program_text(program: Program, assessment: Assessment) -> list[str]:
    """The plan for a terminal: red flags, phases with their sessions, breaks, rules, what was left out."""
    lines = [*_screening(assessment), RED_FLAGS, ""]
    lines.append(
        f"{_count(program.weeks, 'week')}, {_count(program.days, 'session')} a week of up to "
        f"{program.minutes:g} minutes, {PLACES[program.place]}."
    )
    for phase in program.phases:
        lines += ["", *_phase(phase)]
    if program.breaks:
        lines += ["", "Breaks of a sitting day, one at a time:"]
        lines += [f"  {group[0].label} ({both_sides_dose_text(group)})" for group in pair_sides(program.breaks)]
    weeks = ", ".join(str(week) for week in program.remeasure_weeks)
    tests = ", ".join(self_tests()[name].title.lower() for name in program.remeasure_tests)
    lines += ["", f"Measure again at the end of week {weeks}" + (f": {tests}." if tests else ".")]
    lines += [f"{rule}" for rule in program.rules[:2]]
    lines += ["", *program.advice.values()] if program.advice else []
    lines += [
        "",
        "Left out:",
        *(f"  {why} ({', '.join(names).replace('_', ' ')})" for why, names in omission_reasons(program.left_out)),
    ]
    return [*lines, *(f"Note: {note}" for note in program.notes)]


def template_text(template: SessionTemplate) -> list[str]:
    """A template of sessions as it stands: days, times, slots."""
    lines = [f"{template.title}. {template.words}"]
    if template.equipment:
        lines.append(f"Needs: {', '.join(template.equipment)}.")
    for one in template.sessions:
        lines += ["", f"Day {one.day}, {one.time}: {one.title} ({_count(one.minutes, 'minute')})"]
        lines += [f"  {_count(slot.minutes, 'minute')} {slot.strand}: {slot.words}" for slot in one.slots]
    return lines


def filled_template_text(template: SessionTemplate, sessions: Iterable[Session]) -> list[str]:
    """A template with the items of one person in its slots; what no item fills stays words."""
    lines = [f"{template.title}. {template.words}"]
    for one, session in zip(template.sessions, sessions, strict=True):
        lines += ["", f"{session.title} ({_count(one.minutes, 'minute')})"]
        lines += [f"  {group[0].label}: {both_sides_dose_text(group)}" for group in pair_sides(session.items)]
        hands = any(item.kind == "massage" for item in session.items)
        words_only = (
            ("talk", "measure", "reflect", "rest") if hands else ("talk", "measure", "reflect", "rest", "massage")
        )
        free = [slot for slot in one.slots if slot.strand in words_only]
        lines += [f"  {_count(slot.minutes, 'minute')} {slot.strand}: {slot.words}" for slot in free]
    return lines


def distinct_sessions_with_days(sessions: Iterable[Session]) -> list[tuple[Session, tuple[int, ...]]]:
    """Sessions that differ, each with the days of the week that hold it, counted from 1."""
    found: dict[tuple[Item, ...], list[int]] = {}
    first: dict[tuple[Item, ...], Session] = {}
    for day, session in enumerate(sessions, 1):
        found.setdefault(session.items, []).append(day)
        first.setdefault(session.items, session)
    return [(first[items], tuple(days)) for items, days in found.items()]


def omission_reasons(left_out: Iterable[LeftOut]) -> Iterator[tuple[str, list[str]]]:
    """Reasons for leaving out, each once, with the names of the items it took."""
    found: dict[str, list[str]] = {}
    for one in left_out:
        found.setdefault(one.why, []).append(one.name)
    return iter(found.items())


def first_reason_text(item: Item) -> str:
    """The first reason of an item, as a sentence's end."""
    return item.because[0].words if item.because else ""


def _phase(phase: Phase) -> Iterator[str]:
    first, last = phase.weeks
    yield f"{phase.title} ({f'week {first}' if first == last else f'weeks {first} to {last}'})"
    for session, days in distinct_sessions_with_days(phase.sessions):
        yield f"  Day {', '.join(str(day) for day in days)}: {session.minutes:.0f} minutes"
        for group in pair_sides(session.items):
            yield f"    {group[0].label}: {both_sides_dose_text(group)}"
            yield f"      {first_reason_text(group[0])}"
    yield f"  {phase.moves_on}"


def _screening(assessment: Assessment) -> Iterator[str]:
    for entry in assessment.screening.entries:
        if entry.level == "see":
            yield f"{entry.title}: {entry.words} ({URGENCIES[entry.urgency]})"
    yield assessment.screening.closing


def _sided(item: Item) -> bool:
    from psoas.knowledge.exercise_library import find_exercise

    return find_exercise(item.name).working_side == "right"


def _count(number: float, word: str) -> str:
    return f"{number:g} {word}{'' if number == 1 else 's'}"
