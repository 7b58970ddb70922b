"""A finding, and what an assessment holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from psoas.assessment.recording_measures import MeasureChange
from psoas.core.catalogue import render
from psoas.core.message import Message
from psoas.knowledge.education_cards import EducationCard
from psoas.knowledge.questionnaires import QuestionnaireScore
from psoas.knowledge.screening import Screening
from psoas.knowledge.self_tests import SelfTestJudgement

MATTER_MOST = 3
"""So many findings are shown in full, with what to do; the rest are folded."""


class EvidenceWay(StrEnum):
    """How a finding is known, from the person's words alone to a recording, the weakest first."""

    TOLD = "told"
    TESTED = "tested"
    MEASURED = "measured"


class FindingPart(StrEnum):
    """What findings are about, in the order in which they are listed."""

    BODY = "body"
    DAYS = "days"
    HABITS = "habits"


class FindingSides(StrEnum):
    """Which sides a finding can have: right, left or both; one of them; none."""

    EACH = "each"
    ONE = "one"
    NONE = "none"


@dataclass(frozen=True)
class Finding:
    """One finding: ``statements`` that hold its number, and what stands behind it.

    ``value`` and ``uncertainty`` (half-width) are in ``unit``, None where the finding is words alone or its error is
    not known; ``amount`` is the value with its unit. ``norm`` is the published range or the person's own baseline that
    it is compared with. ``rests_on`` names the questions, tests and measures that it comes from, ``known`` the best of
    their ways, and ``confidence`` is from 0 to 1: how many independent signs agree, and how they were obtained.
    ``against`` says what speaks against it, ``changes_by`` what would change it; ``also`` names further sources.
    ``as_told`` means that it is no more than the person's own words. ``rank`` is its place, from 1: what matters most
    comes first, and the first ``MATTER_MOST`` are shown in full.
    """

    id: str
    side: str
    title: Message
    statements: tuple[Message, ...]
    value: float | None
    uncertainty: float | None
    unit: str
    norm: Message | None
    known: EvidenceWay
    confidence: float
    rests_on: tuple[str, ...]
    against: tuple[Message, ...]
    changes_by: Message
    evidence: str
    source: str
    also: tuple[str, ...] = ()
    as_told: bool = False
    amount: Message | None = None
    rank: int = 0

    @property
    def sentence(self) -> str:
        """The statements in the current language, one after the other."""
        return " ".join(render(one) for one in self.statements)


@dataclass(frozen=True)
class LinkedSignals:
    """Two signals of the timeline that changed together: over how many check-ins, and how (rank correlation, -1 to 1,
    with its 95 % range). Never a cause."""

    first: str
    second: str
    entries: int
    rank: float
    low: float
    high: float
    words: Message


@dataclass(frozen=True)
class TimelineDay:
    """One day of the timeline: what happened, and the signals of that day."""

    day: date
    entries: tuple[Message, ...]


@dataclass(frozen=True)
class Assessment:
    """Screening first; ``findings`` by their rank, empty after a stop. ``timeline`` holds a day each, events and
    signals side by side; ``moved`` are signals that changed together; ``changes`` are those since an earlier
    recording; ``notes`` say what could not be judged and why. ``cards`` make sense of things, in the order of showing;
    ``goals`` are what the person wants to get back to, in their own words, the hardest now first."""

    screening: Screening
    findings: tuple[Finding, ...]
    scores: tuple[QuestionnaireScore, ...]
    judgements: tuple[SelfTestJudgement, ...]
    timeline: tuple[TimelineDay, ...]
    moved: tuple[LinkedSignals, ...]
    notes: tuple[Message, ...]
    changes: tuple[MeasureChange, ...] = ()
    cards: tuple[EducationCard, ...] = ()
    goals: tuple[str, ...] = ()
