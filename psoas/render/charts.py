"""Charts as still SVG: strides over one another, right solid and left dashed, labelled where the line ends.

Made element by element, because a page holds some twenty of them and a chart library took seconds over what takes
milliseconds here. Colours are classes (``ink-right``, ``ink-left``, ...), so that the page's themes and its print dress
them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from markupsafe import Markup

from psoas.analysis.cycle_normalization import CycleLayout
from psoas.core.arrays import Floats
from psoas.core.catalogue import text
from psoas.core.number_format import number_text
from psoas.kinematics.filters import true_runs
from psoas.kinematics.gait.strides import mean_and_sd_over_strides
from psoas.render.axes import axis_ticks, map_to_pixels, space_apart, tick_digits
from psoas.render.palette import DASHES, hex_colour, length_colour
from psoas.render.svg import drawing, svg_line, svg_path, svg_rect, svg_text

LABEL_PX = 15.0
"""Direct labels keep this far apart."""
RAMP_STEPS = 24
MOST_CURVES = 40
"""Single strides that are drawn; the mean and its band are of all."""
BIG = 200
"""Drawings at least this high carry words inside."""


@dataclass(frozen=True)
class ChartPanel:
    """One chart: ``title`` names the measure and its unit; ``curves`` holds (n, P) by side, "" where there is no side.

    ``level`` is a horizontal mark (value, words); ``half`` an uncertainty drawn as a bar where it fits; ``ramp`` the
    ends of the colour scale of psoas length, drawn along the axis; ``least_span`` keeps a small change small.
    ``bands`` holds by side the lower and upper edge (P,) of a soft area, NaN where there is none, which ``words`` name
    under the title;
    ``from_zero`` keeps zero on the axis.
    """

    title: str
    layout: CycleLayout
    curves: Mapping[str, Floats]
    level: tuple[float, str] | None = None
    half: float | None = None
    ramp: tuple[float, float] | None = None
    least_span: float = 0.0
    bands: Mapping[str, tuple[Floats, Floats]] = field(default_factory=dict)
    words: str = ""
    from_zero: bool = False


@dataclass(frozen=True)
class PlotFrame:
    """Where values fall in the drawing: plotting area (pixels) and the ends of both axes."""

    width: int
    height: int
    x_ends: tuple[float, float] = (0.0, 1.0)
    y_ends: tuple[float, float] = (0.0, 1.0)
    left: int = 46
    right: int = 64
    top: int = 34
    bottom: int = 48

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the whole drawing."""
        return self.width + self.left + self.right, self.height + self.top + self.bottom

    @property
    def ground(self) -> int:
        """Height in the drawing of the plotting area's lower edge."""
        return self.top + self.height

    def x(self, value: Floats | float) -> Floats:
        """Pixels from the drawing's left edge."""
        return map_to_pixels(value, self.x_ends, (self.left, self.left + self.width))

    def y(self, value: Floats | float) -> Floats:
        """Pixels from the drawing's upper edge."""
        return map_to_pixels(value, self.y_ends, (self.ground, self.top))


WIDE, NARROW, SMALL = (
    PlotFrame(620, 310),
    PlotFrame(250, 250, left=40, right=60),
    PlotFrame(222, 150, left=40, right=58),
)


def draw_panel(panel: ChartPanel, size: PlotFrame) -> Markup:
    """The panel as one SVG element in the given size."""
    low, high = axis_extent(panel)
    frame = PlotFrame(
        size.width,
        size.height,
        (float(panel.layout.x[0]), float(panel.layout.x[-1])),
        (low, high),
        size.left,
        size.right,
    )
    parts = [*_axes(panel, frame), *_level(panel, frame), *_toe_off(panel, frame), *_whisker(panel, frame)]
    parts += [_band(frame, panel.layout.x, *edges, side) for side, edges in panel.bands.items()]
    for side, curves in panel.curves.items():
        parts += _lines(frame, panel.layout.x, curves, side)
    parts += _ends(panel, frame)
    width, height = frame.size
    box = f"[{frame.left},{frame.top},{frame.width},{frame.height}]"
    return drawing(parts, width=width, height=height, label=panel.title, box=box)


def axis_extent(panel: ChartPanel) -> tuple[float, float]:
    """Ends of the vertical axis: everything drawn, a little air, and no less than the panel's least span."""
    values = [curves[np.isfinite(curves)] for curves in panel.curves.values()]
    values += [edge[np.isfinite(edge)] for edges in panel.bands.values() for edge in edges]
    if panel.level:
        values.append(np.array([panel.level[0]]))
    if panel.from_zero:
        values.append(np.zeros(1))
    every = np.concatenate(values) if values else np.zeros(0)
    low, high = (float(every.min()), float(every.max())) if len(every) else (0.0, 1.0)
    missing = max(panel.least_span - (high - low), 0.0)
    air = 0.08 * max(high - low + missing, 1e-6)
    return low - air - missing / 2, high + air + missing / 2


def _axes(panel: ChartPanel, frame: PlotFrame) -> Iterator[Markup]:
    """Title, colour scale, hairlines with their values, and the ground line."""
    yield svg_text(0, 14, panel.title, "chart-title")
    if panel.words:
        yield svg_text(0, 29, panel.words, "chart-word")
    low, high = frame.y_ends
    marks = axis_ticks(low, high, 4 if frame.height < BIG else 5)
    digits = tick_digits(marks)
    for value in marks:
        y = float(frame.y(value))
        kind = "chart-axis" if abs(value) < 1e-9 else "chart-grid"
        yield svg_line(frame.left, y, frame.left + frame.width, y, kind)
        yield svg_text(frame.left - 8, y + 4, number_text(value, digits), "chart-value", "end")
    if panel.ramp:
        yield from _ramp(panel.ramp, frame)
    percent = panel.layout.kind != "time"
    across = [0, 25, 50, 75, 100] if percent else axis_ticks(*frame.x_ends, 4)
    for at in across if frame.width > 300 or not percent else across[::2]:
        x = float(frame.x(at))
        yield svg_line(x, frame.ground, x, frame.ground + 4, "chart-axis")
        yield svg_text(
            x, frame.ground + 18, number_text(at, 0 if percent or at == round(at) else 1), "chart-value", "middle"
        )
    yield svg_line(frame.left, frame.ground, frame.left + frame.width, frame.ground, "chart-axis")
    yield svg_text(
        frame.left + frame.width / 2,
        frame.ground + 38,
        text(f"chart.across.{panel.layout.kind}"),
        "chart-value",
        "middle",
    )


def _ramp(ends: tuple[float, float], frame: PlotFrame) -> Iterator[Markup]:
    """The colour scale of psoas length as a strip along the axis."""
    edges = np.linspace(*frame.y_ends, RAMP_STEPS + 1)
    colours = length_colour((edges[:-1] + edges[1:]) / 2, *ends)
    for a, b, colour in zip(edges[:-1], edges[1:], colours, strict=True):
        y = float(frame.y(b))
        height = float(frame.y(a)) - y + 0.4
        yield svg_rect(frame.left - 3, y, 6, height, fill=hex_colour(colour))


def _level(panel: ChartPanel, frame: PlotFrame) -> Iterator[Markup]:
    """A horizontal mark such as standing; its word stands in the right margin with the labels of the lines."""
    if panel.level:
        y = float(frame.y(panel.level[0]))
        yield svg_line(frame.left, y, frame.left + frame.width, y, "chart-level", "2 3")


def _toe_off(panel: ChartPanel, frame: PlotFrame) -> Iterator[Markup]:
    """Short marks on the ground line where each foot leaves it, and the word once."""
    shown = set(panel.curves) - {""} or {panel.layout.main_side}
    marks = {side: at for side, at in panel.layout.toe_off.items() if side in shown}
    for side, at in marks.items():
        x = float(frame.x(at))
        yield svg_line(x, frame.ground - 13, x, frame.ground, f"chart-mark ink-{side}")
    if marks and frame.height >= BIG:
        yield svg_text(float(frame.x(max(marks.values()))) + 5, frame.ground - 4, text("chart.toe_off"), "chart-word")


def _whisker(panel: ChartPanel, frame: PlotFrame) -> Iterator[Markup]:
    """The uncertainty of each curve as a bar in the emptiest corner; nothing where it is too long for the height."""
    if not panel.half or frame.height < BIG:
        return
    size = frame.height * panel.half / (frame.y_ends[1] - frame.y_ends[0])
    if 2 * size > 0.5 * frame.height:
        return
    words = text("chart.how_far")
    width = 9 + 6.2 * len(words)
    spots = [
        (x, middle)
        for middle in (frame.top + size + 6, frame.ground - size - 24)
        for x in (frame.left + 18.0, frame.left + frame.width - width - 8, frame.left + (frame.width - width) / 2)
    ]
    x, middle = min(spots, key=lambda spot: _crowd(panel, frame, spot, width, size))
    yield svg_line(x, middle - size, x, middle + size, "chart-whisker")
    for y in (middle - size, middle + size):
        yield svg_line(x - 4, y, x + 4, y, "chart-whisker")
    yield svg_text(x + 9, middle + 4, words, "chart-word")


def _crowd(panel: ChartPanel, frame: PlotFrame, spot: tuple[float, float], width: float, size: float) -> int:
    """How many samples of the curves and the level fall into the box at ``spot`` (left, middle)."""
    x = frame.x(panel.layout.x)
    across = (x > spot[0] - 10) & (x < spot[0] + width)
    level = 0 if panel.level is None else int(abs(float(frame.y(panel.level[0])) - spot[1]) < size + 10) * len(x)
    return level + sum(
        int((np.abs(frame.y(curve)[across] - spot[1]) < size + 10).sum())
        for curves in panel.curves.values()
        for curve in curves
    )


def _path(frame: PlotFrame, x: Floats, y: Floats) -> str:
    """Path data through the seen samples, lifted over gaps."""
    found, pen = [], "M"
    for px, py in zip(frame.x(x), frame.y(y), strict=True):
        if np.isfinite(py):
            found.append(f"{pen}{px:.1f} {py:.1f}")
            pen = "L"
        else:
            pen = "M"
    return "".join(found)


def _lines(frame: PlotFrame, x: Floats, curves: Floats, side: str) -> Iterator[Markup]:
    """Each stride thin, the band of one standard deviation, the mean in full."""
    if not len(curves):
        return
    mean, sd = mean_and_sd_over_strides(curves)
    ink, dash = f"ink-{side or 'body'}", " ".join(str(n) for n in DASHES.get(side, ()))
    if len(curves) > 1:
        yield _band(frame, x, mean - sd, mean + sd, side)
        yield from (svg_path(_path(frame, x, curve), f"chart-thin {ink}") for curve in _drawn(curves))
    yield svg_path(_path(frame, x, mean), f"chart-line {ink}", dash)


def _drawn(curves: Floats) -> Floats:
    """At most ``MOST_CURVES`` of the curves (n, P), evenly chosen: more are a smear, and megabytes of page."""
    chosen = np.unique(np.linspace(0, len(curves) - 1, min(MOST_CURVES, len(curves))).round().astype(int))
    return np.asarray(curves[chosen])


def _band(frame: PlotFrame, x: Floats, low: Floats, high: Floats, side: str) -> Markup:
    """A soft area between two edges, broken where either is not known."""
    areas = []
    for run in true_runs(np.isfinite(low) & np.isfinite(high)):
        around = np.concatenate([x[run], x[run][::-1]]), np.concatenate([high[run], low[run][::-1]])
        areas.append(f"{_path(frame, *around)}Z")
    return svg_path("".join(areas), f"chart-band ink-{side or 'body'}")


def _ends(panel: ChartPanel, frame: PlotFrame) -> Iterator[Markup]:
    """ "right" and "left" where their lines end, and the word of the level."""
    labels = []
    for side, curves in panel.curves.items():
        mean = curves.mean(axis=0) if len(curves) else np.zeros(0)
        mean = mean[np.isfinite(mean)]
        if side and len(mean):
            labels.append((float(frame.y(mean[-1])), text(f"chart.{side}"), f"chart-side ink-{side}"))
    if panel.level:
        labels.append((float(frame.y(panel.level[0])), panel.level[1], "chart-word"))
    if labels:
        places = space_apart(np.array([y for y, _, _ in labels]), LABEL_PX)
        for y, (_, words, kind) in zip(places, labels, strict=True):
            yield svg_text(frame.left + frame.width + 7, float(y) + 4, words, kind)
