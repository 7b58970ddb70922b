"""Events and signals side by side, as the places of a small chart: how far along in percent, how high in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from psoas.assessment.story import Event, Story

ROW, PAD = 64, 7
"""Height of one signal's row and the air within it, pixels."""
EDGE = 3.0
"""Percent kept free at both ends."""
MARK_APART = 3.5
"""Percent between two marks below which they share one."""


@dataclass(frozen=True)
class Mark:
    """One or several events that lie close: where, and their numbers on the list."""

    along: float
    numbers: str


@dataclass(frozen=True)
class Row:
    """One signal: its points (percent, pixels), its first and newest value."""

    signal: str
    points: tuple[tuple[float, float], ...]
    first: float
    last: float


@dataclass(frozen=True)
class Lifeline:
    """The chart: ``rows`` under each other, ``marks`` across all of them, the days at both ends."""

    rows: tuple[Row, ...]
    marks: tuple[Mark, ...]
    first: date
    last: date


def lifeline(story: Story, signals: Sequence[str]) -> Lifeline | None:
    """The chart of a story; None with fewer than two days to show."""
    days = [*(one.day for one in story.events), *(one.day for one in story.check_ins)]
    if len(set(days)) < 2:
        return None
    first, last = min(days), max(days)

    def along(day: date) -> float:
        return round(EDGE + (100 - 2 * EDGE) * (day - first).days / (last - first).days, 2)

    rows = []
    for name in signals:
        values = sorted((one.day, one.values[name]) for one in story.check_ins if name in one.values)
        if values:
            points = tuple((along(day), PAD + (ROW - 2 * PAD) * (1 - value / 10)) for day, value in values)
            rows.append(Row(name, points, values[0][1], values[-1][1]))
    return Lifeline(tuple(rows), _marks([along(one.day) for one in in_order(story)]), first, last)


def in_order(story: Story) -> list[Event]:
    """Events, the oldest first: their numbers on the list and on the chart."""
    return sorted(story.events, key=lambda one: one.day)


def _marks(places: Sequence[float]) -> tuple[Mark, ...]:
    groups: list[list[int]] = []
    for i, place in enumerate(places):
        if groups and place - places[groups[-1][0]] < MARK_APART:
            groups[-1].append(i)
        else:
            groups.append([i])
    return tuple(
        Mark(places[one[0]], f"{one[0] + 1}" if len(one) == 1 else f"{one[0] + 1}\u2013{one[-1] + 1}") for one in groups
    )
