"""Still pictures as SVG: the body from one or more sides, with the colour scale and words; and SVG as PNG."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from psoas.body.model.body import Body
from psoas.body.posture_angles import posture_measures
from psoas.body.postures import Posture
from psoas.core.arrays import Floats
from psoas.core.catalogue import render, text
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.core.number_format import escape_html, number_text
from psoas.core.sides import SIDES
from psoas.mechanics.muscle_geometry import muscle_group
from psoas.render.palette import LIGHT, hex_colour, psoas_ramp
from psoas.render.rasterizer import encode_png
from psoas.render.renderer import RenderSubject, aspect_ratio, build_subject, render_image

FONT = "Liberation Sans, DejaVu Sans, Helvetica, Arial, sans-serif"
ENDS = (70.0, 110.0)
"""The colour scale of postures, the same for all, so that pictures compare: percent of standing."""
VIEWS = ("three_quarter", "side")
SHARPNESS = 1.5
"""Pixels of the drawn body for each unit of the picture; a little less inside a report, which is one of many pages."""
PAGE_SHARPNESS = 1.25
AIR = 1.10
WORDS_WIDTH, STAGE_WIDTH, HEIGHT, MARGIN = 300, 620, 720, 36


@dataclass(frozen=True)
class PictureBox:
    """A place in a picture."""

    x: float
    y: float
    width: float
    height: float


def posture_picture(body: Body, posture: Posture) -> str:
    """The body in a posture from two sides, with lordosis, stacking and the length of each psoas in words."""
    shown = build_subject(body, posture.values, percent_ends=ENDS)
    stage = PictureBox(WORDS_WIDTH + MARGIN, MARGIN, STAGE_WIDTH, HEIGHT - 2 * MARGIN)
    parts = [f'<rect width="100%" height="100%" fill="{LIGHT.paper}"/>', *side_by_side(shown, VIEWS, stage)]
    parts += _words(body, posture)
    parts += _scale(PictureBox(MARGIN, HEIGHT - MARGIN - 26, WORDS_WIDTH - MARGIN, 9), ENDS)
    title = text("picture.posture", posture=render(posture.label))
    return _svg(WORDS_WIDTH + STAGE_WIDTH + 2 * MARGIN, HEIGHT, parts, title)


def motion_picture(body: Body, values: Floats, ends: tuple[float, float]) -> str:
    """The body at one instant of a movement from two sides, for paper."""
    shown = build_subject(body, values, percent_ends=ends)
    parts = [
        *side_by_side(shown, VIEWS, PictureBox(0, 0, 640, 560), sharpness=PAGE_SHARPNESS),
        *_scale(PictureBox(0, 582, 240, 8), ends),
    ]
    return _svg(640, 620, parts, text("picture.instant"))


def side_by_side(
    shown: RenderSubject, views: Sequence[str], stage: PictureBox, *, sharpness: float = SHARPNESS
) -> list[str]:
    """Pictures of the subject from several sides in one scale, in a row or a column, whichever shows them larger."""
    shapes = [aspect_ratio(shown, view) * AIR + 0.05 for view in views]
    tall = min(stage.height, stage.width / sum(shapes))
    wide = min(stage.width, stage.height / sum(1 / shape for shape in shapes))
    places = []
    if tall >= wide / max(shapes):
        x = stage.x + (stage.width - tall * sum(shapes)) / 2
        for shape in shapes:
            places.append(PictureBox(x, stage.y + (stage.height - tall) / 2, tall * shape, tall))
            x += tall * shape
    else:
        y = stage.y + (stage.height - wide * sum(1 / shape for shape in shapes)) / 2
        for shape in shapes:
            places.append(PictureBox(stage.x + (stage.width - wide) / 2, y, wide, wide / shape))
            y += wide / shape
    return [_drawn(shown, view, box, sharpness) for view, box in zip(views, places, strict=True)]


def to_png(svg: str, path: str | Path, *, scale: float = SHARPNESS) -> None:
    """Write a picture as PNG; ``InputError`` when the file cannot be written."""
    import vl_convert

    if Path(path).suffix.lower() != ".png":
        raise InputError(message("picture.not_png", file=str(path), stem=Path(path).stem))
    data = vl_convert.svg_to_png(svg, scale=scale)
    try:
        Path(path).write_bytes(data)
    except OSError as error:
        raise InputError(message("picture.unwritable", file=str(path), reason=str(error.strerror))) from error


def _drawn(shown: RenderSubject, view: str, box: PictureBox, sharpness: float = SHARPNESS) -> str:
    """The subject drawn into a box, as an image inside the SVG."""
    width, height = (max(8, round(size * sharpness)) for size in (box.width, box.height))
    data = base64.b64encode(encode_png(render_image(shown, view=view, width=width, height=height))).decode("ascii")
    place = f'x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}"'
    return f'<image {place} href="data:image/png;base64,{data}"/>'


def _svg(width: float, height: float, parts: Sequence[str], label: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'height="{height:.0f}" role="img" aria-label="{escape_html(label)}" '
        f'font-family="{FONT}">{"".join(parts)}</svg>'
    )


def _text(x: float, y: float, words: str, size: float, ink: str = LIGHT.ink, more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{ink}" {more}>{escape_html(words)}</text>'


def _words(body: Body, posture: Posture) -> list[str]:
    """Title, then each figure under its name."""
    values = posture.values[None]
    measures, paths = posture_measures(body, values), body.paths(values)
    psoas = {side: float(muscle_group(body, paths, "psoas", side).percent_standing[0]) for side in SIDES}
    rows = [
        *(
            (text("picture.length", side=side), text("picture.of_standing", percent=number_text(value)))
            for side, value in psoas.items()
        ),
        (text("picture.lordosis"), f"{number_text(float(measures['lordosis_deg'][0]))}°"),
        (text("picture.stacking"), _stacked(float(measures["stacking_deg"][0]))),
    ]
    parts, y = [], MARGIN + 26.0
    for line in _wrapped(render(posture.label), 20):
        parts.append(_text(MARGIN, y, line, 27, more='font-weight="bold"'))
        y += 34
    for name, value in rows:
        y += 24
        parts.append(_text(MARGIN, y, name, 13, LIGHT.soft))
        y += 27
        parts.append(_text(MARGIN, y, value, 22))
    return parts


def _stacked(degrees: float) -> str:
    """Stacking in words."""
    if abs(degrees) < 0.5:
        return text("picture.parallel")
    return text(f"picture.{'opened' if degrees > 0 else 'closed'}", degrees=number_text(degrees))


def _wrapped(words: str, width: int) -> list[str]:
    """Words in lines of at most ``width`` letters."""
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _scale(box: PictureBox, ends: tuple[float, float]) -> list[str]:
    """The colour scale with its numbers, short to the left as on a ruler."""
    low, high = ends
    stops = psoas_ramp()[::-1]
    shares = np.linspace(0, 100, len(stops))
    inside = "".join(
        f'<stop offset="{share:.1f}%" stop-color="{hex_colour(c)}"/>' for share, c in zip(shares, stops, strict=True)
    )
    standing = box.x + box.width * (100 - low) / (high - low)
    strip = f'x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height}"'
    longest = text("picture.long", percent=number_text(high))
    tick = f'x="{standing - 0.8:.1f}" y="{box.y - 3:.1f}" width="1.6" height="{box.height + 6}"'
    below = box.y + box.height + 16
    return [
        f'<defs><linearGradient id="psoas-ramp">{inside}</linearGradient></defs>',
        f'<rect {strip} rx="4" fill="url(#psoas-ramp)"/>',
        f'<rect {tick} fill="{LIGHT.ink}"/>',
        _text(box.x, box.y - 9, text("picture.scale"), 12, LIGHT.ink),
        _text(box.x, below, text("picture.short", percent=number_text(low)), 11.5, LIGHT.soft),
        _text(standing, below, "100", 11.5, LIGHT.soft, 'text-anchor="middle"'),
        _text(
            box.x + box.width,
            below,
            longest,
            11.5,
            LIGHT.soft,
            'text-anchor="end"',
        ),
    ]
