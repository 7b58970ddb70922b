"""The limits of pain: one module has them, they follow from usual pain, and the tables of planning agree with them."""

from __future__ import annotations

import pytest

from psoas.core.catalogue import keys, text, variables
from psoas.program.pain_rules import (
    LIMITS,
    NERVE_PLACES,
    PAIN_CEILING,
    PAIN_PROVOKES,
    SCORE_MAX,
    STRICTEST,
    PainLevel,
    PainLimits,
    PainPlace,
    is_nerve_sign,
)
from psoas.program.planning_rules import provocation_rules

# usual pain: up to which score an exercise may go on, and what is open. Written from the rule before the code:
# usual pain and 2 more, never above 5; at 4 and 5 the lowest rung; above 5 gentle things only.
EXPECTED = {
    0: (2, "open"), 1: (3, "open"), 2: (4, "open"), 3: (5, "open"), 4: (5, "lowest_rung"), 5: (5, "lowest_rung"),
    6: (5, "gentle"), 7: (5, "gentle"), 8: (5, "gentle"), 9: (5, "gentle"), 10: (5, "gentle"),
}  # fmt: skip


@pytest.mark.parametrize("usual", range(SCORE_MAX + 1))
def test_limits_follow_from_usual_pain(usual: int) -> None:
    limits = PainLimits(float(usual))
    assert (limits.most, limits.level.value) == EXPECTED[usual]
    assert limits.most <= PAIN_CEILING
    assert limits.may_advance == (usual <= 5)
    assert not PainLimits(float(usual), rising=True).may_advance
    assert [limits.is_back(score) for score in range(11)] == [score <= usual for score in range(11)]
    assert [limits.is_settled(score) for score in range(11)] == [score <= usual + 1 for score in range(11)]


@pytest.mark.parametrize("tenth", range(100))
def test_more_usual_pain_never_opens_more(tenth: int) -> None:
    order = list(PainLevel)
    calm, sore = PainLimits(tenth / 10), PainLimits(tenth / 10 + 0.1)
    assert order.index(calm.level) <= order.index(sore.level)
    assert calm.most <= sore.most and STRICTEST.most <= calm.most


@pytest.mark.parametrize("place", list(PainPlace))
def test_pain_below_the_knee_and_numbness_point_to_a_nerve(place: PainPlace) -> None:
    assert is_nerve_sign((PainPlace.KNEE, place)) == (place in ("below_knee", "numb")) == (place in NERVE_PLACES)


def test_pain_that_rules_something_out_is_above_the_same_limit() -> None:
    compared = [one for rule in provocation_rules() for one in rule.when if one.question == "pain_now"]
    assert len(compared) == 3 and {(one.compare, float(one.value)) for one in compared} == {(">", PAIN_PROVOKES)}


def test_sentences_take_the_limits_from_here() -> None:
    with_pain = [key for key in keys("plan") if variables(key) & {"pain", "effort", "provoked", "usual", "ceiling"}]
    assert len(with_pain) >= 11
    said = text("plan.rule.pain.open", **PainLimits(2).values)
    assert "usual pain is 2 of 10" in said and "up to 4 is fine" in said and "back to 2" in said
    assert "up to 5 is fine and never more" in text("plan.rule.pain.lowest_rung", **PainLimits(5).values)
    assert "doctor or a physiotherapist" in text("plan.rule.pain.gentle", **PainLimits(8).values)
    assert "pain" not in LIMITS, "a limit in which pain stands is a person's own"
