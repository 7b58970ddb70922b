"""Which questionnaires are offered to whom."""

from __future__ import annotations

from psoas.intake.intake_form import conditions_hold, parse_condition_groups
from psoas.intake.question_flow import question_flow
from psoas.knowledge.intake_questions import Answers
from psoas.knowledge.questionnaires import Questionnaire, questionnaires


def offer_questionnaires(answers: Answers) -> list[Questionnaire]:
    """The questionnaires that fit the answers, in order."""
    return [
        questionnaires()[key]
        for key, groups in question_flow().offer.items()
        if conditions_hold(parse_condition_groups(groups), answers)
    ]
