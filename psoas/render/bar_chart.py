"""Horizontal bars as SVG: one a side and burst of work, the passive part hatched, whiskers for how far off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from psoas.core.catalogue import text
from psoas.core.number_format import measure_text
from psoas.render.axes import axis_ticks, tick_text
from psoas.render.svg import drawing, element, svg_line, svg_rect, svg_text

BAR, GAP, GROUP = 18, 6, 40
TOP, FOOT = 30, 44


@dataclass(frozen=True)
class ChartBar:
    """One bar: ``side``, ``value`` in the axis' unit, its half-width ``half``, and the ``passive`` share, 0 to 1."""

    side: str
    value: float
    half: float
    passive: float = 0.0


def bars_svg(title: str, unit: str, groups: Sequence[tuple[str, Sequence[ChartBar]]], *, width: int) -> Markup:
    """Groups of bars under their names, from top to bottom."""
    most = max((bar.value + bar.half for _, bars in groups for bar in bars), default=1.0)
    room = width - 120
    parts, y = [svg_text(0, 14, title, "chart-title")], float(TOP)
    for name, bars in groups:
        parts.append(svg_text(0, y + 20, name, "spine-name"))
        y += 30
        for bar in bars:
            parts += _bar(bar, y, room / most, unit, width)
            y += BAR + GAP
        y += GROUP - 30
    axis = []
    for value in axis_ticks(0.0, most, 4 if width > 400 else 2):
        x = room * value / most
        axis += [svg_line(x, TOP + 6, x, y, "chart-grid")]
        said = tick_text(value, 2 if most < 1 else 1)
        axis += [svg_text(x, y + 16, said, "chart-value", "middle" if value else "start")]
    axis.append(svg_text(0, y + 34, unit, "chart-value"))
    return drawing([*axis, *parts], width=width, height=y + FOOT, label=title)


def _bar(bar: ChartBar, y: float, scale: float, unit: str, width: int) -> Iterator[Markup]:
    passive = max(bar.value, 0.0) * min(max(bar.passive, 0.0), 1.0)
    wide, hatched = max(bar.value, 0.0) * scale, passive * scale
    yield svg_rect(0, y, wide - hatched, BAR, f"bar ink-{bar.side}")
    if hatched > 0:
        name = f"passive-{bar.side}-{width}"
        yield _hatch(name, bar.side)
        yield svg_rect(wide - hatched, y, hatched, BAR, f"bar-passive ink-{bar.side}", fill=f"url(#{name})")
    low, high, middle = max(bar.value - bar.half, 0.0) * scale, (bar.value + bar.half) * scale, y + BAR / 2
    yield svg_line(low, middle, high, middle, "bar-whisker")
    for x in (low, high):
        yield svg_line(x, middle - 4, x, middle + 4, "bar-whisker")
    words = text("chart.bar", side=text(f"chart.{bar.side}"), value=measure_text(bar.value, unit, digits=2))
    yield svg_text(high + 7, middle + 4, words, f"chart-side ink-{bar.side}")


def _hatch(name: str, side: str) -> Markup:
    """The pattern of the passive part."""
    lines = svg_rect(0, 0, 6, 6, "bar-ground") + svg_rect(0, 0, 3, 6, f"bar ink-{side}")
    pattern = element(
        "pattern", lines, id=name, width=6, height=6, patternUnits="userSpaceOnUse", patternTransform="rotate(45)"
    )
    return element("defs", pattern)
