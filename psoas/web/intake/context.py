"""What the pages of the intake show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from psoas.core.message import Message
from psoas.intake.intake_form import IntakeScreen
from psoas.intake.pain_map import PainSpot
from psoas.knowledge.intake_questions import Question
from psoas.web.page_rendering import PageContext

Given = Mapping[str, str | bool | float | list[str] | None]
"""What a form holds, by question."""


@dataclass(frozen=True)
class QuestionGroup:
    """A part of the questions: its ``title``, its ``first`` screen, and how many of its screens are ``done``."""

    title: str
    first: str
    done: int
    count: int


@dataclass(frozen=True, kw_only=True)
class ConsentPage(PageContext):
    """Asks for consent before anything is kept."""

    template: ClassVar[str] = "intake/consent.html"
    here: ClassVar[str] = "story"


@dataclass(frozen=True, kw_only=True)
class OverviewPage(PageContext):
    """How far the person is, and what there is besides the questions."""

    template: ClassVar[str] = "intake/overview.html"
    here: ClassVar[str] = "story"

    left: IntakeScreen | None
    """The first screen with something still to answer, None when all is answered."""
    done: int
    """How many screens are answered."""
    count: int
    """How many screens there are for this person."""
    stopped: bool
    """Whether the person should see a doctor first."""
    groups: tuple[QuestionGroup, ...]
    """The parts of the questions."""
    tests: int
    """How many self-tests have a result."""
    scores: int
    """How many questionnaires are answered."""
    entries: int
    """How many entries the timeline has."""


@dataclass(frozen=True, kw_only=True)
class ScreenPage(PageContext):
    """One screen of questions; base of its two forms."""

    here: ClassVar[str] = "story"

    place: int
    """Which screen of the person's way this is, from 1."""
    count: int
    """How many screens that way has."""
    back: str
    """Address of the screen before."""
    faults: Mapping[str, Message]
    """What was wrong with the form that was sent, by question; "none" for a list of yes or no."""


@dataclass(frozen=True, kw_only=True)
class QuestionsPage(ScreenPage):
    """A screen of questions as fields."""

    template: ClassVar[str] = "intake/questions.html"

    screen: IntakeScreen
    """The screen."""
    lead: str
    """A sentence before the questions, "" for none."""
    single: tuple[Question, ...]
    """Questions that stand by themselves."""
    listed: tuple[Question, ...]
    """Questions of yes or no that stand in one list."""
    given: Given
    """The answers so far, or what was sent."""
    nothing: bool
    """Whether "none of these" is chosen."""
    optional: Sequence[str]
    """Questions that may stay empty."""
    own_words: str | None
    """What the person said in their own words; None on screens that do not ask for it."""
    longest: int
    """The most letters of it."""


@dataclass(frozen=True, kw_only=True)
class PainMapPage(ScreenPage):
    """The screen that asks where it hurts."""

    template: ClassVar[str] = "intake/pain_map.html"

    screen: IntakeScreen
    """The screen."""
    lead: str
    """A sentence before the map."""
    nothing: bool
    """Whether "nowhere" is chosen."""
    boxes: frozenset[str]
    """Chosen boxes, such as "groin/right"."""
    places: Mapping[str, tuple[str, ...]]
    """Every place with its sides."""
    spots: tuple[PainSpot, ...]
    """Every place on the figure."""
    skin: str
    """Outline of the figure as an SVG path."""
    views: tuple[str, ...]
    """The views of the figure."""


@dataclass(frozen=True, kw_only=True)
class BodySizePage(ScreenPage):
    """The screen of height and mass, which belong to the person and not to the answers."""

    template: ClassVar[str] = "intake/body_size.html"

    values: Mapping[str, str]
    """What the fields hold."""


@dataclass(frozen=True, kw_only=True)
class DeletePage(PageContext):
    """Asks once more before everything is deleted."""

    template: ClassVar[str] = "intake/delete.html"
    here: ClassVar[str] = "story"
