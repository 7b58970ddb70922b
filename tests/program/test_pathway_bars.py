"""What pathways leave out of a phase: whole patterns, ladders above a rung, sets of cautions, by weeks."""

from __future__ import annotations

from typing import Any

import pytest

from psoas.assessment.assessor import assess
from psoas.intake.answers import IntakeAnswers
from psoas.knowledge.ladders import ladders, rungs_of
from psoas.knowledge.pathways import PathwayPlan, combine_pathways
from psoas.program.eligibility import plan_options
from psoas.program.pathway_bars import pathways_bar, phase_pathways

THINGS = {one.name: one for one in plan_options() if one.kind != "test"}


def plan_of(weeks: tuple[int, int] = (1, 2), **answers: Any) -> PathwayPlan:
    """What the pathways of a person ask for in some weeks."""
    story = IntakeAnswers(answers=answers)
    return phase_pathways(story, assess(story), weeks)


def test_without_pathways_nothing_is_barred() -> None:
    assert not [name for name, one in THINGS.items() if pathways_bar(combine_pathways((), {}), one)]


@pytest.mark.parametrize(
    ("answers", "out", "in_reach"),
    [
        ({"age": 40, "wheelchair": True}, {"squat", "calf_raise", "walk_ten"}, {"seated_stack", "seated_march"}),
        ({"age": 72, "osteoporosis": True}, {"transverse_lunge", "curl_up", "psoas_belly"}, {"squat", "hip_hinge"}),
        (
            {"age": 66, "hip_replacement": True, "hip_replacement_weeks": 3},
            {"hip_hike", "rock_back", "single_leg_stance", "squat"},
            {"sit_to_stand", "chair_hinge", "standing_abduction"},
        ),
        ({"age": 30, "panic_like": True}, {"box"}, {"long_out", "squat"}),
        (
            {"age": 30, "pregnant": True, "pregnant_weeks": 20, "girdle_pain": True},
            {"bridge", "hip_hike", "standing_abduction", "single_leg_stance"},
            {"sit_to_stand", "calf_raise"},
        ),
    ],
)
def test_what_each_bars_and_what_stays_in_reach(answers: dict[str, Any], out: set[str], in_reach: set[str]) -> None:
    plan = plan_of(**answers)
    assert {name for name in out if not pathways_bar(plan, THINGS[name])} == set()
    assert {name for name in in_reach if pathways_bar(plan, THINGS[name])} == set()


def test_a_phase_keeps_to_the_most_careful_of_its_weeks() -> None:
    early = plan_of((1, 2), age=30, pregnant=True, pregnant_weeks=15)
    assert "lying_flat" in early.bars.sets, "week 16 falls into the phase"
    mother = {"age": 33, "birth_weeks": 5, "runs": True}
    assert pathways_bar(plan_of((1, 2), **mother), THINGS["side_plank_knees"])
    assert not pathways_bar(plan_of((3, 4), **mother), THINGS["side_plank_knees"])


def test_of_a_ladder_with_a_top_rung_the_lower_rungs_stay() -> None:
    plan = plan_of(age=72, falls=2)
    top = plan.bars.top_rungs["squat"]
    for rung in ladders()["squat"].rungs:
        for name in rung.exercises:
            barred = pathways_bar(plan, THINGS[name], rung.load)
            assert barred == (rung.place > top) or set(plan.bars.sets) & set(THINGS[name].sets), name
    assert rungs_of("squat")[0].place > top
