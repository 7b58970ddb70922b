"""Pictures of the body in an exercise, where it starts and where it goes, drawn by the 3D code, as small images."""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from psoas.core.arrays import Floats
from psoas.exercises.exercise_simulation import ONE_AT_A_TIME, furthest_posture, reference_body
from psoas.knowledge.exercise_library import find_exercise
from psoas.mechanics.static_equilibrium import balance_posture
from psoas.render.body_image import ENDS
from psoas.render.rasterizer import encode_png
from psoas.render.renderer import RenderSubject, aspect_ratio, build_subject, render_image

VIEW = "three_quarter"
WIDTH, HEIGHT = 250, 225
"""The largest a picture may be, pixels: it is shown at two thirds of that, so that it stays sharp on a phone."""
FORWARD = np.array([1.0, 0.0])
"""Where exercises face (x, z)."""
FORWARD.setflags(write=False)


@dataclass(frozen=True)
class InlineImage:
    """One image as text: its ``data`` URI and its size in pixels."""

    data: str
    width: int
    height: int


@cache
def exercise_movement_images(name: str) -> tuple[InlineImage, InlineImage]:
    """Start and furthest point of an exercise, the psoas coloured by its length."""
    body, first = reference_body(), find_exercise(name).keyframes[0]
    with ONE_AT_A_TIME:
        start = balance_posture(body, first.posture.values, first.support)
        return _drawn(start), _drawn(furthest_posture(find_exercise(name)).values)


def view_of_posture(values: Floats) -> RenderSubject:
    """The body at coordinates ``values`` (N,) as a picture shows it. The camera stands still while it moves: in a
    bridge the pelvis comes to face the head, and a camera that followed it would see the other end of the body."""
    return replace(build_subject(reference_body(), values, percent_ends=ENDS), facing=FORWARD)


def _drawn(values: Floats) -> InlineImage:
    shown = view_of_posture(values)
    shape = aspect_ratio(shown, VIEW)
    width = min(WIDTH, HEIGHT * shape)
    across, down = max(8, round(width)), max(8, round(width / shape))
    data = base64.b64encode(encode_png(render_image(shown, view=VIEW, width=across, height=down))).decode("ascii")
    return InlineImage(f"data:image/png;base64,{data}", across, down)


def image_key(name: str, which: int) -> str:
    """The id of an image in a page: 0 for the start, 1 for where the exercise goes."""
    return f"{name}-{'goes' if which else 'start'}"
