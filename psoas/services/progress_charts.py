"""Things that were judged over time as small charts: places in percent across and in pixels down, for a template."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from psoas.assessment.text_format import format_number
from psoas.core.message import Message
from psoas.progression.outcomes import JudgedChange

HEIGHT, PAD = 96, 16
"""Height of a chart and the air above and below its points, pixels."""
EDGE_LEFT, EDGE_RIGHT, EDGE_SIDES = 9.0, 10.0, 19.0
"""Percent kept free at the ends: on the left for the axis of values; on the right for the newest value, and for the
side where it has one."""
OF_TEN = (0.0, 10.0)
ABOVE, BELOW = 8, 17
"""Pixels from a first point to its number, above and below it."""
APART = 15
"""Pixels between two numbers at the end of their lines."""


@dataclass(frozen=True)
class ProgressLine:
    """One line: ``points`` (percent, pixels), the newest ``value`` and the ``first`` in words (none for one point), and
    the heights of these words."""

    side: str
    points: tuple[tuple[float, float], ...]
    value: str
    label_y: float
    first: str = ""
    first_y: float = 0.0


@dataclass(frozen=True)
class ProgressPanel:
    """One thing over time, both sides where it has sides: its sentences, whether a change is beyond noise, the lines,
    and the band around the first value within which nothing can be told (top and height in pixels; None for two lines,
    or where no smallest change is known) the height of its words, and the ``ticks`` of the axis (pixels, value)."""

    id: str
    label: Message
    unit: Message
    words: tuple[Message, ...]
    beyond: bool
    lines: tuple[ProgressLine, ...]
    band: tuple[float, float] | None
    band_words: float
    ticks: tuple[tuple[float, str], ...]
    first: date
    last: date
    source: str


def progress_panels(judged: Iterable[JudgedChange]) -> tuple[ProgressPanel, ...]:
    """A panel for each thing; right and left of one thing share one."""
    groups: dict[str, list[JudgedChange]] = {}
    for one in judged:
        groups.setdefault(one.id.partition("/")[0], []).append(one)
    return tuple(_panel(key, group) for key, group in groups.items())


def _panel(key: str, group: Sequence[JudgedChange]) -> ProgressPanel:
    days = [day for one in group for day, _ in one.points]
    first, last = min(days), max(days)
    band = _band(group)
    low, high = _range(group, band)

    def down(value: float) -> float:
        return round(PAD + (HEIGHT - 2 * PAD) * (1 - (value - low) / (high - low)), 1)

    def along(day: date) -> float:
        share = (day - first).days / (last - first).days if last > first else 0.0
        return round(EDGE_LEFT + (100 - EDGE_LEFT - (EDGE_SIDES if len(group) > 1 else EDGE_RIGHT)) * share, 2)

    lines = [
        ProgressLine(
            one.id.partition("/")[2],
            tuple((along(day), down(value)) for day, value in one.points),
            format_number(one.points[-1][1]),
            down(one.points[-1][1]),
            *_begun(one, group, down),
        )
        for one in group
    ]
    return ProgressPanel(
        key, group[0].label, group[0].unit, tuple(one.words for one in group), any(one.beyond for one in group),
        _apart(lines),
        band and (down(band[1]), round(down(band[0]) - down(band[1]), 1)), _aside(group, band, down),
        tuple((down(value), format_number(value)) for value in _ticks(low, high)), first, last,
        group[0].source,
    )  # fmt: skip


def _begun(one: JudgedChange, group: Sequence[JudgedChange], down: Callable[[float], float]) -> tuple[str, float]:
    """The first value in words, and their height: on the side that the line does not leave it by; of two lines the
    upper one's above, the lower one's below."""
    value = one.points[0][1]
    if len(one.points) < 2:
        return "", 0.0
    others = [each.points[0][1] for each in group if each is not one]
    below = value < others[0] or (value == others[0] and one is group[1]) if others else one.points[-1][1] > value
    return format_number(value), down(value) + (BELOW if below else -ABOVE)


def _ticks(low: float, high: float) -> tuple[float, ...]:
    """The lowest and the highest round number of a range."""
    size = 10.0 ** math.floor(math.log10(high - low))
    steps = (size * part for part in (5, 2, 1, 0.5, 0.2))
    first, last, step = next(
        (a, b, step) for step in steps if (b := math.floor(high / step + 1e-9)) > (a := math.ceil(low / step - 1e-9))
    )
    return first * step, last * step


def _band(group: Sequence[JudgedChange]) -> tuple[float, float] | None:
    """What the value that is compared with may become without a change being told."""
    one = group[0]
    if len(group) > 1 or math.isinf(one.detects) or len(one.points) < 2:
        return None
    then = one.points[0][1] if one.then is None else one.then
    low, high = then - one.detects, then + one.detects
    return (max(low, OF_TEN[0]), min(high, OF_TEN[1])) if one.of_ten else (low, high)


def _aside(group: Sequence[JudgedChange], band: tuple[float, float] | None, down: Callable[[float], float]) -> float:
    """Where the band is named: at its end, on the side that the line does not leave it by."""
    if band is None:
        return 0.0
    rises = group[0].points[-1][1] > group[0].points[0][1]
    return down(band[0]) - 5 if rises else down(band[1]) + 12


def _range(group: Sequence[JudgedChange], band: tuple[float, float] | None) -> tuple[float, float]:
    if group[0].of_ten:
        return OF_TEN
    values = [value for one in group for _, value in one.points] + list(band or ())
    low, high = min(values), max(values)
    air = max(0.15 * (high - low), 1.0)
    return low - air, high + air


def _apart(lines: list[ProgressLine]) -> tuple[ProgressLine, ...]:
    """The words at the ends of two lines, moved apart where they would lie on one another."""
    if len(lines) != 2 or abs(lines[0].label_y - lines[1].label_y) >= APART:
        return tuple(lines)
    upper, lower = sorted(lines, key=lambda one: one.label_y)
    middle = (upper.label_y + lower.label_y) / 2
    moved = {upper.side: middle - APART / 2, lower.side: middle + APART / 2}
    return tuple(replace(one, label_y=moved[one.side]) for one in lines)
