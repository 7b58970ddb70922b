"""In which order findings are told: safety first, then what the person complains of, then what is surest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from psoas.assessment.finding import Finding
from psoas.assessment.finding_rules import PARTS, finding_rules
from psoas.knowledge.intake_questions import Answers


def rank_findings(findings: Iterable[Finding], answers: Answers) -> tuple[Finding, ...]:
    """The findings with their rank, what matters most first.

    Safety comes first, then what the person complains of, then the rest: the body before the days, habits last. Within
    each the surest comes first.

    Args:
        findings: In any order.
        answers: The person's newest answers.
    """

    def place(one: Finding) -> tuple[int, int, float]:
        rule = finding_rules()[one.id]
        if rule.safety:
            return 0, 0, -one.confidence
        if any(condition.holds(answers) for condition in rule.complaint):
            return 1, 0, -one.confidence
        return 2, PARTS.index(rule.part), -one.confidence

    ordered = sorted(findings, key=place)
    return tuple(replace(one, rank=number) for number, one in enumerate(ordered, start=1))
