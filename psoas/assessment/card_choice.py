"""Which cards a person gets: those that answers, findings and pathways ask for."""

from __future__ import annotations

from collections.abc import Iterable

from psoas.assessment.finding import Finding
from psoas.intake.answers import IntakeAnswers
from psoas.knowledge.education_cards import EducationCard, education_cards
from psoas.knowledge.pathways import matching_pathways

OWN_GOALS = "what_matters"
"""The card of those who named their own goals."""


def choose_cards(story: IntakeAnswers, found: Iterable[Finding]) -> tuple[EducationCard, ...]:
    """The cards of a person with these findings, in the order in which they are shown."""
    findings = [one.id for one in found]
    named = {name for one in matching_pathways(story.answers, findings) for name in one.cards}
    named |= {OWN_GOALS} if story.goals else set()
    return tuple(one for one in education_cards().values() if one.id in named or one.is_for(story.answers, findings))
