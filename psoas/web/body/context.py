"""What the front page shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from psoas.core.sources import Source
from psoas.render.posture_controls import PostureDial
from psoas.services.measure_history import MeasureView
from psoas.web.measure.context import BarScale
from psoas.web.page_rendering import PageContext


@dataclass(frozen=True, kw_only=True)
class BodyPage(PageContext):
    """The body in a posture, and below it the last measure."""

    template: ClassVar[str] = "body/body.html"
    here: ClassVar[str] = "body"

    postures: tuple[str, ...]
    """Names of the postures to choose from."""
    name: str
    """The chosen posture."""
    dials: tuple[tuple[PostureDial, float], ...]
    """The sliders, each with its value in degrees."""
    sentences: Mapping[str, str]
    """What the posture does, by part: psoas, back, hip, breath."""
    faults: tuple[str, ...]
    """What was wrong with the posture asked for, a line each."""
    query: str
    """The posture as a query, for the picture that the server draws."""
    assumed: bool
    """Whether height, mass or sex of the body are assumed."""
    starts: Mapping[str, Mapping[str, float]]
    """Where the sliders stand in each posture, degrees."""
    sources: tuple[Source, ...]
    """The literature that the page rests on."""
    lying: tuple[str, ...]
    """Names of the postures in which one lies."""
    notes: Mapping[str, str]
    """A sentence about each posture."""
    last_measure: MeasureView | None
    """The newest measure, None before the first."""
    scale: BarScale
    """The axis of the measure's bars."""
    new: bool
    """Whether the person has yet to begin with the questions."""
