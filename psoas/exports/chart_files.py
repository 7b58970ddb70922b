"""The charts of a report as files of their own: SVG for papers, PNG for slides."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from psoas.recording import write_text
from psoas.render.palette import LIGHT
from psoas.report.report_context import ReportContext
from psoas.report.report_page import report_css, report_pages

CHART = re.compile(r'<svg class="chart" viewBox="0 0 (\d+) (\d+)"[^>]*aria-label="([^"]+)"[^>]*>(.*?)</svg>', re.DOTALL)
MARGIN = 16
"""Room around a drawing, in its own units."""
PNG_SCALE = 3.0
"""Pixels for each unit of a drawing: 2 000 across a wide chart."""
FONT = "system-ui, sans-serif"


def write_chart_files(reading: ReportContext, folder: Path) -> list[Path]:
    """Write every chart of the report as ``NAME.svg`` and ``NAME.png``, in the colours of day.

    Args:
        reading: An analysed folder.
        folder: Where to write.

    Returns:
        The files, in the order of the report.
    """
    import vl_convert

    written: list[Path] = []
    for name, svg in charts_of_report(reading).items():
        picture = folder / f"{name}.png"
        picture.write_bytes(vl_convert.svg_to_png(svg, scale=PNG_SCALE))
        written += [write_text(folder / f"{name}.svg", svg.splitlines()), picture]
    return written


def charts_of_report(reading: ReportContext) -> dict[str, str]:
    """Every chart of the page as a drawing that stands alone, by a name made of its title; of a chart and its twin for
    phones, the wide one."""
    style, found = chart_style(), dict[str, tuple[int, str]]()
    for page in report_pages(reading.stored).values():
        for wide, high, label, inside in CHART.findall(page):
            name, width = re.sub(r"\W+", "_", unescape(label)).strip("_").lower(), int(wide)
            if width > found.get(name, (0, ""))[0]:
                found[name] = (width, _whole_drawing(inside, style, width, int(high), label))
    return {name: drawing for name, (_, drawing) in found.items()}


def _whole_drawing(inside: str, style: str, width: int, height: int, label: str) -> str:
    """A drawing with its own colours, paper behind it and a margin around it."""
    wide, high = width + 2 * MARGIN, height + 2 * MARGIN
    paper = f'<rect x="{-MARGIN}" y="{-MARGIN}" width="{wide}" height="{high}" fill="{LIGHT.card}"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="{-MARGIN} {-MARGIN} {wide} {high}" '
        f'width="{wide}" height="{high}" role="img" aria-label="{label}"><style>{style}</style>{paper}{inside}</svg>'
    )


def chart_style() -> str:
    """The rules of the report's charts with the colours in place of variables, which few programs understand."""
    text = "".join(line for line in report_css().splitlines() if line.startswith((".chart", ".bar")))
    for name, colour in vars(LIGHT).items():
        text = text.replace(f"var(--{name})", colour)
    return f"svg{{font-family:{FONT}}}{text}"
