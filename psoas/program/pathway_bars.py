"""What a person's pathways ask for in a phase, and whether they bar something of the library."""

from __future__ import annotations

from psoas.assessment.finding import Assessment
from psoas.intake.answers import IntakeAnswers
from psoas.knowledge.ladders import ladders, rungs_of
from psoas.knowledge.pathways import PathwayPlan, combine_pathways, matching_pathways
from psoas.program.eligibility import PlanOption
from psoas.program.program_models import ItemKind


def phase_pathways(story: IntakeAnswers, assessment: Assessment, weeks: tuple[int, int]) -> PathwayPlan:
    """What a person's pathways ask for in a phase from its first to its last week: what one of its weeks bars is barred
    in all, and the rest is that of the first week."""
    chosen = matching_pathways(story.answers, [one.id for one in assessment.findings])
    plans = [combine_pathways(chosen, story.answers, week=week) for week in range(weeks[0], weeks[1] + 1)]
    bars = plans[0].bars
    for one in plans[1:]:
        bars = bars.join(one.bars)
    return combine_pathways(chosen, story.answers, week=weeks[0], also=bars)


def pathways_bar(plan: PathwayPlan, thing: PlanOption, load: str = "") -> bool:
    """Whether pathways leave out something of the library; an exercise on all its rungs, or only with a ``load``."""
    bars = plan.bars
    if set(bars.sets) & set(thing.sets) or set(bars.narrows) & set(thing.narrowed_by):
        return True
    if thing.kind is not ItemKind.EXERCISE:
        return False
    here = [one for one in rungs_of(thing.name) if load in ("", one.load)]
    return bool(here) and all(
        one.ladder in bars.ladders
        or one.place > bars.top_rungs.get(one.ladder, one.place)
        or bool({ladders()[one.ladder].pattern, *one.also} & set(bars.patterns))
        for one in here
    )
