"""A sign of a finding: what is looked at (an answer, a score, a self-test, a measure) and what is looked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from psoas.assessment.finding import EvidenceWay
from psoas.knowledge.intake_questions import AnswerCondition

Conditions = tuple[tuple[AnswerCondition, ...], ...]
"""Groups of conditions: of each group one has to hold."""


class SignKind(StrEnum):
    """What a sign looks at: an answer of the intake, a questionnaire, a self-test, a measure of a recording."""

    TOLD = "told"
    SCORED = "scored"
    TESTED = "tested"
    MEASURED = "measured"

    @property
    def way(self) -> EvidenceWay:
        """How it is known; a questionnaire is what a person told."""
        return EvidenceWay.TOLD if self is SignKind.SCORED else EvidenceWay(self.value)


class SignRule(StrEnum):
    """What a sign looks for: an answer, a threshold, a difference of the sides (or none), a change."""

    SAID = "said"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    DIFFERS = "differs"
    ALIKE = "alike"
    WORSE = "worse"
    BETTER = "better"
    MORE = "more"
    LESS = "less"


THRESHOLDS = (SignRule.AT_LEAST, SignRule.AT_MOST)
OF_SIDES = (SignRule.DIFFERS, SignRule.ALIKE)
OF_TESTS = (SignRule.WORSE, SignRule.BETTER)
OF_MEASURES = (SignRule.MORE, SignRule.LESS)


class SentenceForm(StrEnum):
    """Which sentences the catalogue has for a sign: without a side, with its side, or both."""

    PLAIN = "plain"
    SIDE = "side"
    BOTH = "both"


@dataclass(frozen=True)
class Sign:
    """One sign of a finding.

    Args:
        key: Of its words in the catalogue: ``finding.<finding>.<id>``.
        kind: What it looks at.
        sentence: Which sentences there are; the one with the side stands under ``<key>.side``.
        weight: How far the sign by itself carries the finding, from 0 to 1.
        group: Signs of one group are not independent; the strongest counts.
        against: It speaks against the finding.
        has_norm: Its norm stands under ``<key>.norm``.
        has_name: The word that stands for it in a title stands under ``<key>.named``.
        subject: The questionnaire, self-test or measure; for an answer the question whose number is stated, or "".
        rule: What is looked for.
        bound: The threshold, in the unit of the subject.
        when: The answers that are looked for.
        item: One item of a questionnaire, "" for its score.
        over: Another item by which it is divided.
        side_of: The question that gives the side; of the side of pain only that of ``places`` counts.
        places: Places of pain whose side counts.
        worse: Whether the "lower" or the "higher" side of a measure is the worse.
        movements: Recordings of these only; all where empty.
    """

    key: str
    kind: SignKind
    sentence: SentenceForm
    weight: float
    group: str
    against: bool
    has_norm: bool
    has_name: bool
    subject: str = ""
    rule: SignRule = SignRule.SAID
    bound: float = 0.0
    when: Conditions = ()
    item: str = ""
    over: str = ""
    side_of: str = ""
    places: tuple[str, ...] = ()
    worse: str = "lower"
    movements: tuple[str, ...] = ()

    def sentence_key(self, side: str) -> str:
        """The key of its sentence for a side, or for none ("")."""
        with_side = self.sentence is SentenceForm.SIDE or (side and self.sentence is SentenceForm.BOTH)
        return f"{self.key}.side" if with_side else self.key
