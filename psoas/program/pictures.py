"""Pictures of the body in an exercise, where it starts and where it goes, drawn by the 3D code, as small images."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from psoas.arrays import Floats
from psoas.knowledge.exercises import exercise
from psoas.knowledge.simulate import ONE_AT_A_TIME, furthest, reference_body
from psoas.mechanics.statics import balanced
from psoas.report.picture import ENDS
from psoas.report.raster import png
from psoas.report.shade import Subject, aspect, picture, subject
from psoas.report.wording import escape

VIEW = "three_quarter"
WIDTH, HEIGHT = 250, 225
"""The largest a picture may be, pixels: it is shown at two thirds of that, so that it stays sharp on a phone."""
FORWARD = np.array([1.0, 0.0])
"""Where exercises face (x, z)."""
FORWARD.setflags(write=False)


@dataclass(frozen=True)
class Picture:
    """One image as text: its ``data`` URI and its size in pixels."""

    data: str
    width: int
    height: int


@cache
def move(name: str) -> tuple[Picture, Picture]:
    """Start and furthest point of an exercise, the psoas coloured by its length."""
    body, first = reference_body(), exercise(name).keyframes[0]
    with ONE_AT_A_TIME:
        start = balanced(body, first.posture.values, first.support)
        return _drawn(start), _drawn(furthest(exercise(name)).values)


def seen(values: Floats) -> Subject:
    """The body at coordinates ``values`` (N,) as a picture shows it. The camera stands still while it moves: in a
    bridge the pelvis comes to face the head, and a camera that followed it would see the other end of the body."""
    return replace(subject(reference_body(), values, percent_ends=ENDS), facing=FORWARD)


def _drawn(values: Floats) -> Picture:
    shown = seen(values)
    shape = aspect(shown, VIEW)
    width = min(WIDTH, HEIGHT * shape)
    across, down = max(8, round(width)), max(8, round(width / shape))
    data = base64.b64encode(png(picture(shown, view=VIEW, width=across, height=down))).decode("ascii")
    return Picture(f"data:image/png;base64,{data}", across, down)


def held(names: Iterable[str]) -> str:
    """Every picture of the exercises once, out of sight, for ``shown`` to point at: a page stays small."""
    images = "".join(
        f'<image id="{_key(name, k)}" href="{one.data}" width="{one.width}" height="{one.height}"/>'
        for name in names
        for k, one in enumerate(move(name))
    )
    return f'<svg width="0" height="0" style="position: absolute" aria-hidden="true"><defs>{images}</defs></svg>'


def shown(name: str, which: int, label: str = "") -> str:
    """One picture in place: 0 the start, 1 where the exercise goes; ``label`` says it to who cannot see it."""
    one = move(name)[which]
    said = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    return f'<svg class="pic" viewBox="0 0 {one.width} {one.height}" {said}><use href="#{_key(name, which)}"/></svg>'


def _key(name: str, which: int) -> str:
    return f"{name}-{'goes' if which else 'start'}"
