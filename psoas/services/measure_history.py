"""What the history shows of a measure: a few numbers, each with how sure it is, and what changed since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor

from psoas.analysis.summary_model import SCHEMA, SummaryExcerpt, read_excerpt
from psoas.assessment.recording_measures import (
    MeasureChange,
    MeasuredValue,
    Measures,
    compare_measures,
    measures_of,
)
from psoas.assessment.text_format import format_amount, format_number
from psoas.core.catalogue import render, text
from psoas.core.errors import InputError
from psoas.core.sides import SIDES
from psoas.render.palette import hex_colour, length_colour, psoas_ramp
from psoas.store.repositories import MeasureRecord

KEY = ("hip_extension_deg", "front_pull_percent")
"""Measures in the history besides the length of the psoas."""
UNIT = {"hip_extension_deg": "°", "front_pull_percent": " %"}
TOLD = ("psoas_longest_mm", "psoas_shortest_mm", *KEY)
"""Changes that the history tells first."""
TWICE = "psoas_longest_percent"
"""Says the same as the length in millimetres."""
AXIS, STEP = (90.0, 105.0), 5.0
"""The axis of lengths, percent of standing, where all of them lie on it; longer by whole steps where they do not."""
STANDING = 100.0


@dataclass(frozen=True)
class LengthBar:
    """The way of one psoas from shortest to longest: ``low`` and ``high`` in percent of standing, ``half`` what is left
    open of each (None where that is not known), and ``words`` in millimetres."""

    side: str
    low: float
    high: float
    half: float | None
    words: str


@dataclass(frozen=True)
class NumberRow:
    """One more number by side, in words; "" where it was not measured."""

    name: str
    right: str
    left: str


@dataclass(frozen=True)
class MeasureView:
    """One measure of the history. ``since`` is the earlier one that ``changed`` compares with; ``apart`` says why none
    could be. ``quality`` is good, fair or refused, with its ``reasons``."""

    one: MeasureRecord
    movement: str
    quality: str
    reasons: tuple[str, ...]
    bars: tuple[LengthBar, ...]
    rows: tuple[NumberRow, ...]
    since: MeasureRecord | None
    changed: tuple[MeasureChange, ...]
    apart: str

    @property
    def told(self) -> tuple[MeasureChange, ...]:
        """Changes beyond what two recordings can tell apart, the ones of the psoas and the step first."""
        beyond = (one for one in self.changed if one.beyond and one.measure != TWICE)
        return tuple(sorted(beyond, key=lambda one: TOLD.index(one.measure) if one.measure in TOLD else len(TOLD)))

    @property
    def alike(self) -> tuple[MeasureChange, ...]:
        """The key measures that two recordings cannot tell apart."""
        return tuple(one for one in self.changed if not one.beyond and one.measure in TOLD)


def measure_history(measures: Sequence[MeasureRecord], most: int | None = None) -> tuple[MeasureView, ...]:
    """The newest ``most`` of the measures (newest first), each against the nearest earlier one that goes with it."""
    read = [_read(one) for one in measures]
    return tuple(_shown(read[i], read[i + 1 :]) for i in range(len(read) if most is None else min(most, len(read))))


def length_axis(shown: Sequence[MeasureView]) -> tuple[float, float]:
    """Ends of the axis of lengths, percent of standing."""
    ends = [end for one in shown for bar in one.bars for end in (bar.low - (bar.half or 0), bar.high + (bar.half or 0))]
    low, high = min([AXIS[0], *ends]), max([AXIS[1], *ends])
    return STEP * floor(low / STEP), STEP * ceil(high / STEP)


def ramp_stops(ends: tuple[float, float]) -> list[tuple[float, str]]:
    """The colours along an axis: how far in percent, and hex text. The scale lies evenly about standing, as in the
    picture of a report."""
    count, reach = 2 * len(psoas_ramp()), max(STANDING - ends[0], ends[1] - STANDING)
    scale = STANDING - reach, STANDING + reach
    along = [ends[0] + (ends[1] - ends[0]) * i / count for i in range(count + 1)]
    return [(100 * i / count, hex_colour(length_colour(at, *scale))) for i, at in enumerate(along)]


@dataclass(frozen=True)
class _ReadMeasure:
    """A stored recording with its summary; an empty one, and no measures, where it cannot be read."""

    one: MeasureRecord
    summary: SummaryExcerpt
    found: Measures | None


def _read(one: MeasureRecord) -> _ReadMeasure:
    try:
        summary = read_excerpt(one.summary)
        return _ReadMeasure(one, summary, measures_of(summary))
    except InputError:
        return _ReadMeasure(one, SummaryExcerpt(schema=SCHEMA), None)


def _shown(shown: _ReadMeasure, earlier: Sequence[_ReadMeasure]) -> MeasureView:
    one, found, quality = shown.one, shown.found, shown.summary.quality
    since, changed, apart = _against(found, earlier)
    values = found.values if found else {}
    return MeasureView(
        one,
        found.movement if found else "",
        quality.status or "",
        quality.reasons,
        tuple(bar for side in SIDES if (bar := _bar(shown.summary, values, side))),
        tuple(row for name in KEY if (row := _row(values, name))),
        since,
        changed,
        apart,
    )


def _against(
    now: Measures | None, earlier: Sequence[_ReadMeasure]
) -> tuple[MeasureRecord | None, tuple[MeasureChange, ...], str]:
    """The nearest earlier measure that can be compared, what changed since, or why none can."""
    apart = ""
    for then in earlier:
        before = then.found
        if now is None or before is None or not now.values or not before.values:
            continue
        changed, notes = compare_measures(before, now)
        if changed:
            return then.one, changed, ""
        apart = apart or " ".join(render(one) for one in notes)
    return None, (), apart


def _bar(summary: SummaryExcerpt, values: Mapping[tuple[str, str], MeasuredValue], side: str) -> LengthBar | None:
    short, long = values.get(("psoas_shortest_mm", side)), values.get(("psoas_longest_mm", side))
    muscle = summary.psoas.get(side) if summary.psoas else None
    if short is None or long is None or muscle is None:
        return None
    percent = muscle.length_percent_standing
    if percent.min is None or percent.max is None:
        return None
    part = values.get(("psoas_longest_percent", side))
    off = _off(long)
    words = text("measure.range", low=format_number(short.value), high=format_number(long.value), off=off).strip()
    return LengthBar(side, percent.min, percent.max, part.half_width if part else None, words)


def _row(values: Mapping[tuple[str, str], MeasuredValue], name: str) -> NumberRow | None:
    right, left = (_said(values.get((name, side)), UNIT[name]) for side in SIDES)
    return NumberRow(name, right, left) if right or left else None


def _said(value: MeasuredValue | None, unit: str) -> str:
    if value is None:
        return ""
    return f"{format_amount(value.value, '')}{unit} {_off(value)}".strip()


def _off(value: MeasuredValue) -> str:
    """What is left open of a value, in brackets: whole from one on."""
    if value.half_width is None:
        return ""
    return text("measure.off", off=format_number(value.half_width if value.half_width < 1 else round(value.half_width)))
