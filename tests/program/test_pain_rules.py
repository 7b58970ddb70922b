"""The limits of pain: one module has them, and the tables of planning agree with it."""

from __future__ import annotations

import pytest

from psoas.core.catalogue import keys, render, text, variables
from psoas.core.message import message
from psoas.program.pain_rules import (
    LIMITS,
    NERVE_PLACES,
    PAIN_MAX_FOR_EASIER,
    PAIN_MAX_NEXT_DAY,
    PAIN_MAX_TO_CONTINUE,
    SCORE_MAX,
    PainPlace,
    is_nerve_sign,
)
from psoas.program.planning_rules import planning_rules, provocation_rules


def test_the_limits_rise_from_calm_to_the_end_of_the_scale() -> None:
    assert 0 < PAIN_MAX_NEXT_DAY < PAIN_MAX_TO_CONTINUE < PAIN_MAX_FOR_EASIER < SCORE_MAX


@pytest.mark.parametrize("place", list(PainPlace))
def test_pain_below_the_knee_and_numbness_point_to_a_nerve(place: PainPlace) -> None:
    assert is_nerve_sign((PainPlace.KNEE, place)) == (place in ("below_knee", "numb")) == (place in NERVE_PLACES)


def test_pain_that_rules_something_out_is_above_the_same_limit() -> None:
    compared = [one for rule in provocation_rules() for one in rule.when if one.question == "pain_now"]
    assert len(compared) == 3 and {(one.compare, float(one.value)) for one in compared} == {(">", PAIN_MAX_TO_CONTINUE)}
    tested = {row["test"]: row["above"] for row in planning_rules()["test_provokes"]}
    assert tested == {"knees_to_chest_feel": PAIN_MAX_TO_CONTINUE, "slump": 0}


def test_sentences_take_the_limits_from_here() -> None:
    with_pain = [key for key in keys("plan") if variables(key) & {"pain", "effort", "pain_studied"}]
    assert len(with_pain) >= 11
    assert "3 of 10" in text("plan.rule.pain", **LIMITS) and "rise to 5" in text("plan.rule.pain", **LIMITS)
    other = LIMITS | {"pain": 4}
    assert "4 of 10" in render(message("plan.rule.pain", **other))
