"""A program as a calendar (RFC 5545): an event a session at a floating time, breaks that repeat, days to measure."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from psoas.core.catalogue import render, text
from psoas.core.version import __version__
from psoas.knowledge.self_tests import self_tests
from psoas.knowledge.session_templates import session_templates
from psoas.program.aerobic_models import RUNS
from psoas.program.aerobic_text import day_of_week, dose_of_day_text, today_text
from psoas.program.planning_rules import planning_rules
from psoas.program.program_models import ItemKind, Phase, Program, Session
from psoas.program.program_text import both_sides_dose_text, first_reason_text, pair_sides, red_flags_text
from psoas.program.schedule import SESSION_WEEKDAYS

TIMES = {"home": time(18, 0), "work": time(12, 30), "travel": time(8, 0)}
"""When a session stands in the calendar by its place; to be moved by whoever lives it (assumed)."""
WALK_TIME = time(12, 30)
"""When a walk or run stands in the calendar; to be moved as well (assumed)."""
SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "psoas.program/1")


def next_monday(today: date) -> date:
    """The first Monday after today: when a plan begins unless somebody says otherwise."""
    return today + timedelta(days=7 - today.weekday())


def program_calendar(program: Program, start: date) -> bytes:
    """The calendar of a program whose weeks count from the day ``start``, each of seven days; sessions keep their days
    of the week.

    Times float: they are whatever the clock on the wall says. A session keeps its UID when the plan is made again for
    the same start, so that a calendar replaces it instead of holding both.
    """
    held = sorted((day - start.weekday()) % 7 for day in SESSION_WEEKDAYS[program.days])
    made = Calendar()
    made.add("prodid", f"-//psoas//psoas {__version__}//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", text("plan.calendar.name"))
    for phase in program.phases:
        for week in range(phase.weeks[0], phase.weeks[1] + 1):
            for session, day in zip(phase.sessions, held, strict=True):
                made.add_component(_session(program, phase, session, start, week, day))
    for event in _walks(program, start, held):
        made.add_component(event)
    for week in program.remeasure_weeks:
        made.add_component(_remeasure(program, start, week))
    for event in _breaks(program, start):
        made.add_component(event)
    return bytes(made.to_ical())


def _session(program: Program, phase: Phase, session: Session, start: date, week: int, day: int) -> Event:
    at = datetime.combine(start + timedelta(weeks=week - 1, days=day), TIMES[session.place])
    lines = [
        text("plan.text.item", label=group[0].label, dose=both_sides_dose_text(group))
        + f"\n  {first_reason_text(group[0])}"
        for group in pair_sides(session.items)
    ]
    summary = text("plan.calendar.session", phase=phase.title, minutes=session.minutes)
    event = _event(f"session/{start}/{week}/{day}", summary, start)
    event.add("dtstart", at)
    event.add("dtend", at + timedelta(minutes=max(5, round(session.minutes))))
    weekday = (start + timedelta(days=day)).isoweekday()
    walk = [today_text(program, week, weekday)] if day_of_week(program, week, weekday) else []
    event.add("description", "\n".join([*lines, *walk, "", render(program.rules[0]), red_flags_text()]))
    return event


def _walks(program: Program, start: date, held: list[int]) -> Iterator[Event]:
    """Walks and runs on days without a session, of which the others stand in the session's own event; runs on every day
    that has one."""
    for week in program.aerobic.weeks if program.aerobic else ():
        for one in week.days:
            day = (one.weekday - 1 - start.weekday()) % 7
            if day in held and one.kind not in RUNS:
                continue
            at = datetime.combine(start + timedelta(weeks=week.number - 1, days=day), WALK_TIME)
            event = _event(
                f"walk/{start}/{week.number}/{day}",
                text("walking.calendar", kind=one.kind, minutes=one.minutes),
                start,
            )
            event.add("dtstart", at)
            event.add("dtend", at + timedelta(minutes=one.minutes))
            event.add("description", f"{dose_of_day_text(one)}\n{render(week.cue)}")
            yield event


def _remeasure(program: Program, start: date, week: int) -> Event:
    """A whole day at the end of a week, so that it can be done when it suits."""
    day = start + timedelta(weeks=week - 1, days=6)
    event = _event(f"measure/{start}/{week}", text("plan.calendar.measure"), start)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    tests = [
        text("plan.calendar.test", title=one.title, how=one.enter)
        for one in (self_tests()[name] for name in program.remeasure_tests)
    ]
    event.add("description", "\n".join(tests or [text("plan.calendar.how")]))
    return event


def _breaks(program: Program, start: date) -> list[Event]:
    """Breaks on working days for as long as the program runs, at the times of the template, one item each."""
    slots = session_templates()[planning_rules()["breaks"]["template"]].sessions
    moves = [one for one in pair_sides(program.breaks) if one[0].kind is ItemKind.EXERCISE]
    first = start if start.weekday() < 5 else next_monday(start)
    made = []
    for slot, group in zip(slots, moves, strict=False):
        at = datetime.combine(first, time.fromisoformat(slot.time))
        event = _event(f"break/{start}/{slot.time}", text("plan.calendar.break", label=group[0].label), start)
        event.add("dtstart", at)
        event.add("dtend", at + timedelta(minutes=3))
        event.add("rrule", {"freq": "weekly", "byday": ["MO", "TU", "WE", "TH", "FR"], "count": 5 * program.weeks})
        event.add("description", f"{both_sides_dose_text(group)}\n{first_reason_text(group[0])}")
        made.append(event)
    return made


def _event(key: str, summary: str, start: date) -> Event:
    event = Event()
    event.add("uid", f"{uuid.uuid5(SPACE, key)}@psoas")
    event.add("dtstamp", datetime.combine(start, time(), tzinfo=UTC))
    event.add("summary", summary)
    return event
