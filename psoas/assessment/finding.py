"""A finding, and what an assessment holds."""

from __future__ import annotations

from dataclasses import dataclass

from psoas.assessment.recording_measures import MeasureChange
from psoas.knowledge.questionnaires import QuestionnaireScore
from psoas.knowledge.screening import Screening
from psoas.knowledge.self_tests import SelfTestJudgement

WAYS = ("told", "tested", "measured")
"""How a finding is known, from the person's words alone to a recording."""


@dataclass(frozen=True)
class Finding:
    """One finding: a ``sentence`` that holds its number, and what stands behind it.

    ``value`` and ``uncertainty`` are in ``unit`` (None where the finding is words alone, or nothing is known of its
    error). ``norm`` is the published range or the own baseline it is read against. ``rests_on`` names the questions,
    tests and measures that it comes from, ``known`` the best of their ways, and ``confidence`` is from 0 to 1: how many
    independent signs agree and how they were had. ``against`` says what speaks against it, ``changes_by`` what would
    change it; ``also`` names further sources. ``as_told`` says that it is no more than the person's own words.
    """

    id: str
    side: str
    title: str
    sentence: str
    value: float | None
    uncertainty: float | None
    unit: str
    norm: str
    known: str
    confidence: float
    rests_on: tuple[str, ...]
    against: tuple[str, ...]
    changes_by: str
    evidence: str
    source: str
    also: tuple[str, ...] = ()
    as_told: bool = False


@dataclass(frozen=True)
class LinkedSignals:
    """What moved together on the timeline: two signals, over how many check-ins, and how (rank correlation, -1 to 1,
    with its 95 % range). Never a cause."""

    first: str
    second: str
    entries: int
    rank: float
    low: float
    high: float
    words: str


@dataclass(frozen=True)
class Assessment:
    """Screening first; ``findings`` from the surest on, empty after a stop. ``timeline`` holds a line a day, events and
    signals side by side; ``changes`` are those since an earlier recording; ``notes`` say what was left out and why."""

    screening: Screening
    findings: tuple[Finding, ...]
    scores: tuple[QuestionnaireScore, ...]
    judgements: tuple[SelfTestJudgement, ...]
    timeline: tuple[str, ...]
    moved: tuple[LinkedSignals, ...]
    notes: tuple[str, ...]
    changes: tuple[MeasureChange, ...] = ()
