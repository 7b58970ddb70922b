"""What something of the library is worth to one person, and why."""

from __future__ import annotations

from functools import cached_property

from psoas.assessment.finding import Finding
from psoas.core.message import Message, message
from psoas.knowledge.intake_questions import Answers
from psoas.program.effect_weights import EffectContribution, effect_contributions, item_reasons, leading_side
from psoas.program.eligibility import AllowedOption
from psoas.program.planning_rules import planning_rules
from psoas.program.program_models import ItemReason, ReasonOrigin


class OptionValue:
    """What an item is worth to a person, worked out once.

    Args:
        within: The item, and what to ask about first.
        findings: The person's findings.
        answers: The person's answers.
        replaced: The label of what the person chose it in place of, None for nothing.
    """

    def __init__(
        self, within: AllowedOption, findings: tuple[Finding, ...], answers: Answers, replaced: Message | None
    ) -> None:
        self.within, self.thing = within, within.thing
        self.parts: tuple[EffectContribution, ...] = effect_contributions(within.thing, findings, answers)
        self.lead = leading_side(within.thing, self.parts)
        self.replaced = replaced
        self.stands = not answers.get("wheelchair")
        caution = planning_rules()["costs"]["ask"] if within.asks else 1.0
        self.worth = caution * sum(part.worth for part in self.parts)

    @cached_property
    def because(self) -> tuple[ItemReason, ...]:
        """Why it is in the plan: made for what the plan holds only. What the person chose says so first."""
        reasons = item_reasons(self.parts, stands=self.stands)
        if self.replaced is None:
            return reasons
        words = message("plan.because_chosen", label=self.replaced)
        return (ItemReason(reasons[0].finding, words, ReasonOrigin.ASKED, "practice_consensus"), *reasons)
