"""Answers that meet a condition."""

from __future__ import annotations

from psoas.knowledge.intake_questions import Answers, intake_questions, parse_condition


def meeting(text: str) -> Answers:
    """Answers that meet a condition."""
    look = parse_condition(text)
    if look.compare == "not":
        return {}
    if look.compare == "has":
        return {look.question: [look.value]}
    if look.compare in ("=", ">=", "<="):
        asked = intake_questions()[look.question]
        return {look.question: look.value if asked.kind == "choice" else float(look.value)}
    if look.compare:
        return {look.question: float(look.value) + (1 if look.compare == ">" else -1)}
    return {look.question: True}
