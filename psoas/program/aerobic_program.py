"""Walking and running of a whole program, week by week: ``plan_aerobic``."""

from __future__ import annotations

from collections.abc import Sequence

from psoas.assessment.finding import Assessment
from psoas.intake.answers import IntakeAnswers
from psoas.program.aerobic_models import AerobicPlan, AerobicWeek
from psoas.program.aerobic_rules import aerobic_rules, fitting_ways
from psoas.program.program_models import Phase
from psoas.program.walking_program import (
    goal_minutes,
    minutes_by_week,
    minutes_now,
    names_cadence,
    walking_claims,
    walking_cue,
    walking_days,
    walking_rules,
)


def plan_aerobic(story: IntakeAnswers, assessment: Assessment, phases: Sequence[Phase]) -> AerobicPlan:
    """What a person walks, wheels or runs beside the sessions. Deterministic.

    Args:
        story: Answers and wishes.
        assessment: Of the same answers.
        phases: The phases of the program, which the weeks belong to.
    """
    ways, weeks = fitting_ways(story.answers), story.wishes.weeks
    now = minutes_now(story.answers)
    minutes = minutes_by_week(weeks, phases[-1].weeks[0], ways, now)
    return AerobicPlan(
        way=ways[0].id,
        kind=ways[0].kind,
        now_min=now,
        goal_min=max(minutes[0], goal_minutes(ways)) if minutes[0] else 0.0,
        rules=walking_rules(story, ways, minutes),
        claims=walking_claims(ways),
        weeks=tuple(
            AerobicWeek(
                number=week,
                phase=phase.name,
                minutes=minutes[week - 1],
                days=walking_days(minutes[week - 1], ways, phase.name, story.wishes.days),
                cue=walking_cue(ways[0], phase.name),
                cadence=aerobic_rules().cadence.steps
                if names_cadence(ways) and phase.name in aerobic_rules().cadence.phases
                else 0,
            )
            for phase in phases
            for week in range(phase.weeks[0], phase.weeks[1] + 1)
        ),
    )
