"""Walking and running of a person without the rest of a program, and what no such plan may do."""

from __future__ import annotations

from typing import Any

from psoas.assessment.assessor import assess
from psoas.core.message import literal
from psoas.intake.answers import IntakeAnswers, Preferences
from psoas.program.aerobic_models import AerobicPlan
from psoas.program.aerobic_program import plan_aerobic
from psoas.program.planning_rules import phase_rules
from psoas.program.program_models import Phase
from psoas.program.schedule import spread_phases


def phases(weeks: int) -> tuple[Phase, ...]:
    """The phases of a program of so many weeks, without sessions."""
    return tuple(
        Phase(rule.name, literal(rule.name), span, (), literal(""), rule.lumbar_n)
        for rule, span in spread_phases(phase_rules(), weeks)
    )


def aerobic_of(story: IntakeAnswers) -> AerobicPlan:
    """The walking and running of a person."""
    return plan_aerobic(story, assess(story), phases(story.wishes.weeks))


def aerobic(
    answers: dict[str, Any], training: dict[str, float] | None = None, *, weeks: int = 8, days: int = 4
) -> AerobicPlan:
    """The same from answers and the questionnaire on training."""
    scored = {"training": training} if training else {}
    return aerobic_of(IntakeAnswers(answers=answers, questionnaires=scored, wishes=Preferences(weeks=weeks, days=days)))
