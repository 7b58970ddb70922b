"""Events and signals side by side, as the places of a small chart: how far along in percent, how high in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from psoas.intake.answers import IntakeAnswers, LifeEvent

ROW, PAD = 64, 7
"""Height of one signal's row and the air within it, pixels."""
EDGE = 3.0
"""Percent kept free at both ends."""
MARK_APART = 3.5
"""Percent between two marks below which they share one."""
EARLIER, BREAK, AFTER = 5.0, 11.0, 16.0
"""Where older events stand together, where the axis is broken, and where it goes on, percent."""
MONTHS = timedelta(days=183)
"""So long a time of check-ins is drawn."""
BEFORE = 0.25
"""An event stands on the axis if it came before the check-ins by no more than this share of their time."""


@dataclass(frozen=True)
class EventMark:
    """One or several events that lie close: where, and their numbers on the list."""

    along: float
    numbers: str


@dataclass(frozen=True)
class SignalRow:
    """One signal: its points (percent, pixels), its first and newest value."""

    signal: str
    points: tuple[tuple[float, float], ...]
    first: float
    last: float


@dataclass(frozen=True)
class TimelineChart:
    """The chart: ``rows`` under each other, ``marks`` across all of them, the days at both ends. Where the axis is
    ``broken``, events older than its first day stand together left of it."""

    rows: tuple[SignalRow, ...]
    marks: tuple[EventMark, ...]
    first: date
    last: date
    broken: bool


def timeline_chart(story: IntakeAnswers, signals: Sequence[str]) -> TimelineChart | None:
    """The chart of a story, to the scale of the check-ins of the last half year; None with fewer than two days to
    show."""
    days = {one.day for one in story.events} | {one.day for one in story.check_ins}
    if len(days) < 2:
        return None
    first, last = _first(story), max(days)
    broken = any(one.day < first for one in story.events)
    start = AFTER if broken else EDGE

    def along(day: date) -> float:
        if day < first:
            return EARLIER
        return round(start + (100 - EDGE - start) * (day - first).days / (last - first).days, 2)

    rows = []
    for name in signals:
        values = sorted(
            (one.day, one.values[name]) for one in story.check_ins if one.day >= first and name in one.values
        )
        if values:
            points = tuple((along(day), PAD + (ROW - 2 * PAD) * (1 - value / 10)) for day, value in values)
            rows.append(SignalRow(name, points, values[0][1], values[-1][1]))
    return TimelineChart(tuple(rows), _marks([along(one.day) for one in sort_events(story)]), first, last, broken)


def _first(story: IntakeAnswers) -> date:
    """The day on which the axis begins: the first check-in of the last half year, or an event shortly before it; the
    first day of all where fewer than two days hold check-ins."""
    checked, events = sorted({one.day for one in story.check_ins}), sorted(one.day for one in story.events)
    drawn = [day for day in checked if day >= checked[-1] - MONTHS]
    if len(drawn) < 2:
        return min([*checked, *events])
    near = drawn[0] - BEFORE * (drawn[-1] - drawn[0])
    return min([drawn[0], *(day for day in events if day >= near)])


def sort_events(story: IntakeAnswers) -> list[LifeEvent]:
    """Events, the oldest first: their numbers on the list and on the chart."""
    return sorted(story.events, key=lambda one: one.day)


def _marks(places: Sequence[float]) -> tuple[EventMark, ...]:
    groups: list[list[int]] = []
    for i, place in enumerate(places):
        if groups and place - places[groups[-1][0]] < MARK_APART:
            groups[-1].append(i)
        else:
            groups.append([i])
    return tuple(
        EventMark(places[one[0]], f"{one[0] + 1}" if len(one) == 1 else f"{one[0] + 1}\u2013{one[-1] + 1}")
        for one in groups
    )
