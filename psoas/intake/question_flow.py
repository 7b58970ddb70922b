"""How the intake is asked, as data: ``question_flow.toml`` with its order, dependencies, body map and aids of tests."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field

ConditionTexts = tuple[tuple[str, ...], ...]
"""Groups of conditions in words: of each group one has to hold."""
Ellipse = tuple[float, float, float, float]
"""Distance of the centre from the middle of the figure, its height, half width, half height; no width: not drawn."""


class FlowPart(BaseModel):
    """A part of the file: no unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class MapPlace(FlowPart):
    """One place of the body map: its sides, and its ellipse on each view of the figure."""

    sides: tuple[str, ...]
    front: Ellipse
    back: Ellipse

    def ellipse(self, view: str) -> Ellipse:
        """The ellipse on a view, "front" or "back"."""
        return self.front if view == "front" else self.back


class SelfTestAid(FlowPart):
    """What helps to take a test: ``readings`` a side, which one counts (``take``), a ``tool`` and its ``most`` seconds,
    and whether ``felt`` places are asked for. Its picture shows a ``posture`` or an ``exercise`` with ``angles``."""

    readings: int = 1
    take: str = "middle"
    tool: str = ""
    most: int = 0
    felt: bool = False
    posture: str = ""
    exercise: str = ""
    angles: dict[str, float] = Field(default_factory=dict)


class QuestionFlow(FlowPart):
    """The whole file: questions that may stay open, screens with their questions, and what depends on what."""

    optional: tuple[str, ...]
    own_words: str
    screens: dict[str, tuple[str, ...]]
    only_if: dict[str, ConditionTexts]
    map: dict[str, MapPlace]
    tests: dict[str, SelfTestAid]
    offer: dict[str, ConditionTexts]


@cache
def question_flow() -> QuestionFlow:
    """The checked file."""
    text = files("psoas.intake").joinpath("data", "question_flow.toml").read_text(encoding="utf-8")
    return QuestionFlow.model_validate(tomllib.loads(text))
