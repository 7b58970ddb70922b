"""After a stop: whom to call, and which answers made it."""

from __future__ import annotations

from psoas.intake.intake_form import IntakeScreen, relevant_screens
from psoas.knowledge.intake_questions import Answers
from psoas.knowledge.screening import HelpLine, Screening, ScreeningEntry, help_lines

SELF_HARM = "self_harm"
"""The entry that comes from a person's own words."""


def lines_to_call(first: ScreeningEntry, *, people: bool) -> tuple[HelpLine, ...]:
    """Numbers to call for the most urgent reason: all of them where somebody to talk to is asked for (``people``),
    emergency numbers alone where it cannot wait."""
    danger = tuple(line for line in help_lines() if line.for_danger)
    rest = tuple(line for line in help_lines() if line not in danger)
    return (*danger, *rest) if people else danger if first.urgency == "now" else ()


def screens_behind_stop(found: Screening, answers: Answers) -> list[IntakeScreen]:
    """The screens whose answers made the stop, in order."""
    asked = {
        one.question
        for entry in found.entries
        if entry.level == "stop"
        for group in entry.when
        for one in group
        if one.holds(answers)
    }
    return [one for one in relevant_screens(answers) if asked & {question.id for question in one.questions}]
