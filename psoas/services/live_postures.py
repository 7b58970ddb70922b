"""A person's body in the postures of the front page: what the viewer needs, in words, and as a picture."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TypedDict

from psoas.body.person import Person
from psoas.body.postures import Posture
from psoas.core.language_cache import cache_by_language
from psoas.render.live_body import PERCENT_ENDS, LiveBody
from psoas.render.posture_controls import SHOWN, apply_dials
from psoas.render.posture_text import posture_paragraphs
from psoas.render.rasterizer import encode_png
from psoas.render.renderer import aspect_ratio, build_subject, render_image
from psoas.render.scene import Scene, SceneFrame

SCHEMA = "psoas.live/1"
PICTURE_HEIGHT = 640
KEPT = 1024
"""Answers kept, so that moving a slider to and fro costs nothing: about 10 kB each."""
Turned = tuple[tuple[str, float], ...]


class LivePosture(TypedDict):
    """A posture as JSON (``psoas.live/1``): what it does, in words by part, and where bones and strands are."""

    schema: str
    sentences: Mapping[str, str]
    frame: SceneFrame


def prepare_body(person: Person) -> None:
    """Make what the front page of a person needs; it takes seconds the first time."""
    posture_sentences(person, SHOWN[0], ())
    scene_json(person)


@cache
def live_body_of(person: Person) -> LiveBody:
    """The body of a person; made once."""
    return LiveBody(person)


def posture_sentences(person: Person, name: str, turned: Turned) -> Mapping[str, str]:
    """What a posture does, a paragraph for each part."""
    return _live(person, name, turned)["sentences"]


@cache_by_language(KEPT)
def posture_json(person: Person, name: str, turned: Turned) -> bytes:
    """A posture as the viewer and the page need it (``psoas.live/1``)."""
    return _packed(_live(person, name, turned))


@cache_by_language(8)
def scene_json(person: Person) -> bytes:
    """The bones and strands of a person, with the words of the viewer."""
    return _packed(live_body_of(person).scene())


@lru_cache(maxsize=32)
def posture_picture(person: Person, name: str, turned: Turned) -> bytes:
    """A posture as PNG."""
    body = LiveBody(person).body  # its own, for drawing takes a second and must not hold up the live one
    shown = build_subject(body, _posture(name, turned).values, percent_ends=PERCENT_ENDS)
    width = round(PICTURE_HEIGHT * min(2.0, aspect_ratio(shown, "three_quarter")))
    return encode_png(render_image(shown, view="three_quarter", width=width, height=PICTURE_HEIGHT))


@cache_by_language(KEPT)
def _live(person: Person, name: str, turned: Turned) -> LivePosture:
    body, taken = live_body_of(person), _posture(name, turned)
    solved = body.solve(taken)
    figures = body.figures(taken, solved)
    return {"schema": SCHEMA, "sentences": posture_paragraphs(figures, body.standing), "frame": body.frame(solved)}


def _packed(data: LivePosture | Scene) -> bytes:
    return json.dumps(data, separators=(",", ":"), allow_nan=False).encode("utf-8")


def _posture(name: str, turned: Turned) -> Posture:
    return apply_dials(name, dict(turned))
