"""The low back from the side as SVG: vertebrae L1 to S1 in our own outlines, and beside each disc what it carried."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from markupsafe import Markup

from psoas.core.arrays import Floats
from psoas.core.catalogue import text
from psoas.core.number_format import measure_text, number_text
from psoas.mechanics.joint_loads import TILTS_DEG
from psoas.render.axes import axis_ticks, map_to_pixels
from psoas.render.palette import hex_colour, psoas_ramp
from psoas.render.svg import drawing, element, svg_line, svg_path, svg_rect, svg_text

VERTEBRAE = ("S1", "L5", "L4", "L3", "L2", "L1")
BODY_HEIGHT, BODY_DEPTH, DISC = 28.0, 36.0, 12.0
"""Size of the drawn vertebrae and discs, units of the drawing (rounded anatomy, for the picture only)."""
SACRUM = ((36, 0), (0, 0), (5, 20), (14, 40), (26, 57), (32, 55), (38, 36), (45, 15), (43, 4))
"""Outline of the sacrum: how far behind and below the front of its upper plate, same units."""
OWN = hex_colour(psoas_ramp()[5])
"""The psoas' colour, for its own part of a load."""


@dataclass(frozen=True)
class SpineLevelRow:
    """Loads on one disc, newtons: mean and peak compression with the peak's range, the psoas' own part of the mean,
    the ends of the shear (+ the upper vertebra pushed forward), and a published range of peaks with its words."""

    mean: float
    peak: float
    peak_ends: tuple[float, float]
    own: float
    shear: tuple[float, float]
    published: tuple[float, float] | None = None


@dataclass(frozen=True)
class SpineLayout:
    """Measures of a drawing: its width, where bars start, the height of a row, and the scale of the spine."""

    width: int
    bars: int
    row: int
    scale: float

    @property
    def length(self) -> int:
        """Longest a bar can be."""
        return self.width - self.bars - 12


WIDE, NARROW = SpineLayout(640, 236, 76, 1.9), SpineLayout(340, 132, 60, 1.45)
TOP, FOOT = 36, 84


def spine_svg(rows: Mapping[str, SpineLevelRow], sheet: SpineLayout) -> Markup:
    """Levels "L1_L2" ... "L5_S1" from top to bottom, the spine to the left, bars to the right."""
    most = max(max(row.peak_ends[1], row.peak, (row.published or (0.0, 0.0))[1]) for row in rows.values())
    height = TOP + sheet.row * len(rows) + FOOT
    places = {level: TOP + sheet.row * (i + 0.5) for i, level in enumerate(rows)}
    parts = [*_spine(places, sheet), *_axis(most, height - FOOT + 8, sheet)]
    for level, row in rows.items():
        parts += _row(level, row, places[level], most, sheet)
    return drawing(parts, width=sheet.width, height=height, label=text("chart.spine.label"), kind="chart spine")


def spine_outline() -> dict[str, tuple[Floats, Floats]]:
    """Outline (4, 2) of each vertebral body and middle (2,) of the disc above it: x forward, y up, standing."""
    found: dict[str, tuple[Floats, Floats]] = {}
    at, lean = np.zeros(2), TILTS_DEG["S1"]
    for name, upper in zip(VERTEBRAE, (*VERTEBRAE[1:], "L1"), strict=True):
        lean = TILTS_DEG[name]
        axis, front = _axes(lean)
        high = BODY_HEIGHT * (1.15 if name == "S1" else 1.0)
        top, half = at + high * axis, BODY_DEPTH / 2 * front
        outline = np.array([at - half, at + half, top + half, top - half])
        between, _ = _axes((lean + TILTS_DEG[upper]) / 2)
        found[name] = outline, top + DISC / 2 * between
        at = top + DISC * between
    return found


def _axes(lean_deg: float) -> tuple[Floats, Floats]:
    """Up and front of something that leans back by ``lean_deg``."""
    lean = np.radians(lean_deg)
    return np.array([-np.sin(lean), np.cos(lean)]), np.array([np.cos(lean), np.sin(lean)])


def _spine(places: Mapping[str, float], sheet: SpineLayout) -> Iterator[Markup]:
    """Vertebrae as rounded blocks with their spines, and the discs between them."""
    found = spine_outline()
    discs = {f"{upper}_{lower}": found[lower][1] for lower, upper in pairwise(VERTEBRAE)}
    middle_y = float(np.mean([p[1] for p in discs.values()]))
    centre = float(np.mean(list(places.values())))
    furthest = max(float(outline[:, 0].max()) for outline, _ in found.values())

    def put(point: Floats) -> Floats:
        return np.array(
            [sheet.bars - 8 + sheet.scale * (point[0] - furthest), centre - sheet.scale * (point[1] - middle_y)]
        )

    for name, (outline, _) in found.items():
        yield _process(name, outline, put)
        if name != "S1":
            yield svg_path(_rounded([put(p) for p in outline], 5.0 * sheet.scale / 1.9), "spine-bone")
        x, y = put(outline.mean(axis=0))
        yield svg_text(float(x), float(y) + 4, name, "chart-value", "middle")
    for level, place in discs.items():
        lower = level.split("_")[1]
        _, front = _axes(TILTS_DEG[lower])
        a, b = put(place - 0.42 * BODY_DEPTH * front), put(place + 0.5 * BODY_DEPTH * front)
        ends = {"x1": float(a[0]), "y1": float(a[1]), "x2": float(b[0]), "y2": float(b[1])}
        yield element("line", **ends, class_="spine-disc", stroke_width=0.62 * DISC * sheet.scale)


def _process(name: str, outline: Floats, put: Callable[[Floats], Floats]) -> Markup:
    """The spine of a vertebra, which points back and a little down; for S1 the rest of the sacrum."""
    low_back, _, _, high_back = outline
    back = -_axes(TILTS_DEG[name])[1]
    up = _axes(TILTS_DEG[name])[0]
    if name == "S1":
        front = outline[2]
        corners = [front + b * back - u * up for b, u in SACRUM]
    else:
        root = (low_back + high_back) / 2
        corners = [
            root + 8 * up, root + 12 * back + 7 * up, root + 17 * back + 3 * up, root + 36 * back + 2 * up,
            root + 38 * back - 14 * up, root + 20 * back - 10 * up, root + 12 * back - 5 * up, root - 3 * up,
        ]  # fmt: skip
    return svg_path(_rounded([put(np.asarray(c)) for c in corners], 4.0), "spine-bone")


def _rounded(corners: list[Floats], radius: float) -> str:
    """A closed outline whose corners are rounded."""
    parts: list[str] = []
    for i, corner in enumerate(corners):
        before, after = corners[i - 1], corners[(i + 1) % len(corners)]
        a, b = _toward(corner, before, radius), _toward(corner, after, radius)
        pen = "L" if parts else "M"
        parts.append(f"{pen}{a[0]:.1f} {a[1]:.1f}Q{corner[0]:.1f} {corner[1]:.1f} {b[0]:.1f} {b[1]:.1f}")
    return "".join(parts) + "Z"


def _toward(start: Floats, end: Floats, distance: float) -> Floats:
    way = end - start
    size = float(np.hypot(*way))
    return np.asarray(start + way * min(distance / size, 0.5)) if size > 0 else start


def _axis(most: float, y: float, sheet: SpineLayout) -> Iterator[Markup]:
    for value in axis_ticks(0.0, most, 4 if sheet is WIDE else 2):
        x = sheet.bars + sheet.length * value / most
        yield svg_line(x, TOP - 8, x, y, "chart-grid")
        yield svg_text(x, y + 16, number_text(value), "chart-value", "middle" if value else "start")
    yield svg_text(sheet.bars, y + 34, text("chart.spine.axis"), "chart-value")


def _row(level: str, row: SpineLevelRow, y: float, most: float, sheet: SpineLayout) -> Iterator[Markup]:
    """Name and figures over the bar; the bar of the mean with the psoas' part; the peak, its range and the published
    one; the shear beneath."""

    def x(value: float) -> float:
        return float(map_to_pixels(max(value, 0.0), (0.0, most), (sheet.bars, sheet.bars + sheet.length)))

    def area(ends: tuple[float, float], kind: str, top: float, high: float) -> Markup:
        return svg_rect(x(ends[0]), top, max(x(ends[1]) - x(ends[0]), 1.0), high, kind)

    said = text(
        f"chart.spine.row.{'wide' if sheet is WIDE else 'narrow'}", level=level.replace("_", "/"),
        mean=measure_text(row.mean, "N"), peak=measure_text(row.peak, "N"),
    )  # fmt: skip
    yield svg_text(sheet.bars, y - 15, said, "spine-name")
    if row.published:
        yield area(row.published, "spine-known", y - 9, 18)
    yield area((0.0, row.mean), "spine-mean", y - 5, 10)
    yield element("g", area((0.0, row.own), "spine-own", y - 5, 10), fill=OWN)
    yield area(row.peak_ends, "spine-range", y - 7, 14)
    yield svg_line(x(row.peak), y - 9, x(row.peak), y + 9, "spine-peak")
    yield svg_text(sheet.bars, y + 23, text("chart.spine.shear", shear=shear_text(row.shear)), "chart-value")


def shear_text(ends: tuple[float, float]) -> str:
    """ "90 to 202 N forward", "20 to 40 N backward", "20 N backward to 30 N forward"."""
    low, high = ends
    if low >= 0:
        return text("chart.spine.forward", low=number_text(low), high=measure_text(high, "N"))
    if high <= 0:
        return text("chart.spine.backward", low=number_text(-high), high=measure_text(-low, "N"))
    return text("chart.spine.both", back=measure_text(-low, "N"), front=measure_text(high, "N"))


def spine_legend(*, published: bool) -> Markup:
    """What the marks of the picture mean, as a line of small samples; with the ``published`` peaks where drawn."""
    kinds = ("mean", "own", "peak", "range", *(("published",) if published else ()))
    return Markup("").join(_legend_entry(kind) for kind in kinds)


def _legend_entry(kind: str) -> Markup:
    mark = f"spine-{'known' if kind == 'published' else kind}"
    sample = svg_rect(9, 1, 3, 10, mark) if kind == "peak" else svg_rect(0, 1, 22, 10, mark)
    swatch = element(
        "svg", element("g", sample, fill=OWN), class_="chart swatch", viewBox="0 0 22 12", aria_hidden="true"
    )
    return element("span", swatch + text(f"chart.spine.key.{kind}"), class_="key")
