"""What the page of findings shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from psoas.assessment.finding import Finding, LinkedSignals
from psoas.assessment.recording_measures import MeasureChange
from psoas.core.message import Message
from psoas.core.sources import Source
from psoas.intake.answers import LifeEvent
from psoas.knowledge.education_cards import EducationCard
from psoas.knowledge.questionnaires import QuestionnaireScore
from psoas.knowledge.screening import HelpLine, ScreeningEntry
from psoas.services.timeline_chart import TimelineChart
from psoas.web.page_rendering import PageContext


@dataclass(frozen=True)
class FindingView:
    """A finding with its ``figure`` (number and uncertainty, "" where it is words alone), the key of how ``sure`` it is
    in the catalogue, what its level of ``evidence`` means, and its ``sources``."""

    one: Finding
    figure: str
    sure: str
    evidence: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class ScoreView:
    """The score of a questionnaire with the questionnaire's ``title``."""

    title: str
    score: QuestionnaireScore


@dataclass(frozen=True)
class ReferralView:
    """A reason to see somebody, with ``who``."""

    entry: ScreeningEntry
    who: str


@dataclass(frozen=True, kw_only=True)
class FindingsPage(PageContext):
    """What needs a doctor first, then each finding, and what could not be judged."""

    template: ClassVar[str] = "findings/findings.html"
    here: ClassVar[str] = "findings"

    own_words: str
    """What the person said in their own words, "" for nothing."""
    see: tuple[ReferralView, ...]
    """What should be seen by somebody, and by whom."""
    checked: tuple[Message, ...]
    """What a doctor has looked at, a line each."""
    mention: tuple[ScreeningEntry, ...]
    """What should be mentioned at the next visit."""
    closing: str
    """The last sentence of the screening."""
    help_lines: tuple[HelpLine, ...]
    """Numbers to call."""
    findings: tuple[FindingView, ...]
    """The findings that matter most, in order."""
    more: tuple[FindingView, ...]
    """The other findings, folded."""
    cards: tuple[EducationCard, ...]
    """Cards that make sense of them."""
    scores: tuple[ScoreView, ...]
    """The questionnaires that have a score."""
    changes: tuple[MeasureChange, ...]
    """What changed between two recordings, beyond what they can mistake."""
    notes: tuple[Markup, ...]
    """What could not be judged; self-tests lead to their pages."""
    events: Sequence[LifeEvent]
    """Events of the timeline, oldest first."""
    moved: tuple[LinkedSignals, ...]
    """Signals that went up and down together."""
    moved_caution: str
    """What that does not mean."""
    line: TimelineChart | None
    """Events and signals side by side, None with fewer than two days."""
    row: int
    """Height of one signal's row, pixels."""
    broken: float
    """Where the axis is broken, percent."""


@dataclass(frozen=True, kw_only=True)
class FindingsEmptyPage(PageContext):
    """What will be here once the questions are answered."""

    template: ClassVar[str] = "findings/empty.html"
    here: ClassVar[str] = "findings"

    begun: bool
    """Whether the person has begun with the questions."""
