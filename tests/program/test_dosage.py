"""Doses: how long a way takes, who gets more, and when a dose goes up, stays or goes down."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.knowledge import breath_techniques
from psoas.knowledge.exercise_library import exercises
from psoas.knowledge.exercise_timing import exercise_minutes
from psoas.program.dosage import (
    LONG_HOLD_S,
    DoseVerdict,
    ItemPerformance,
    dose_options,
    is_rest,
    item_minutes,
    items_of_dose,
    next_dose,
)
from psoas.program.eligibility import PlanOption, plan_options
from psoas.program.pain_rules import PainLimits
from psoas.program.program_models import Item, ItemKind

PLANNED = [one for one in plan_options() if one.kind != "test"]
GOOD = ItemPerformance(pain=2, settled=True, effort=5)
SORE = PainLimits(1.0)
"""Usual pain 1: up to 3 is fine."""


def item(kind: ItemKind = ItemKind.EXERCISE) -> Item:
    return Item(kind, "clam", "gluteal", "both", 2, 12, 2.0, 30.0, 6.0, ())


@pytest.mark.parametrize("thing", [one for one in PLANNED if one.kind == "exercise"], ids=lambda one: one.name)
def test_the_usual_dose_takes_the_minutes_of_the_library(thing: PlanOption) -> None:
    dose = exercises()[thing.name].dose
    made = dose_options(thing, "both")
    if dose.hold_s >= LONG_HOLD_S:
        assert max(way.hold_s for way in made) == dose.hold_s or dose.hold_s not in (60, 120, 180, 300)
    else:
        usual = next(way for way in made if way.sides[0].sets == min(dose.sets, 3) and way.sides[0].reps == dose.reps)
        if dose.sets <= 3:
            assert usual.minutes == pytest.approx(exercise_minutes(exercises()[thing.name]), abs=0.1)


@pytest.mark.parametrize("thing", PLANNED, ids=lambda one: one.name)
def test_longer_ways_are_worth_more_and_sides_share_their_time(thing: PlanOption) -> None:
    for lead in ("both", "right", "left") if thing.sided else ("both",):
        made = dose_options(thing, lead)
        assert made
        assert [way.worth for way in made] == sorted(way.worth for way in made)
        for way in made:
            parts = items_of_dose(way, (), (), pinned=False)
            assert sum(one.minutes for one in parts) == pytest.approx(way.minutes, abs=1e-6)
            if lead in ("right", "left"):
                assert [one.side for one in parts] == [lead, "left" if lead == "right" else "right"]
                first, other = (one.sets * one.reps for one in parts)
                assert first >= other >= 1
                assert first > other or parts[0].reps == 1


def test_a_led_exercise_takes_no_more_time_than_its_parts() -> None:
    # clam: 12 x (5 s + 2 s) a set. Right, 2 sets: 5 s introduction, 15 s to the floor, 5 s count, one rest.
    # Left, 1 set: 8 s to the other side, 5 s count.
    thing = next(one for one in PLANNED if one.name == "clam")
    dose = exercises()["clam"].dose
    way = next(one for one in dose_options(thing, "right") if one.sides[0].sets == 2)
    one_set = dose.reps * (dose.tempo_s + dose.hold_s)
    right, left = 25 + 2 * one_set + dose.rest_s, 13 + one_set
    assert list(way.times) == pytest.approx([right / 60, left / 60], abs=0.1)
    assert way.minutes >= (right + left) / 60 - 1e-9


def test_rests_and_breath_are_not_cut_to_a_minute_or_two() -> None:
    for thing in PLANNED:
        ways = dose_options(thing, "both")
        if thing.kind == "breath":
            most = breath_techniques.find_technique(thing.name).most_minutes
            assert min(way.minutes for way in ways) >= min(3, most)
        elif thing.kind == "exercise" and is_rest(exercises()[thing.name].dose):
            usual = exercises()[thing.name].dose.hold_s
            assert usual in {way.hold_s for way in ways}
            assert min(way.hold_s for way in ways) >= min(usual, 180)
    long = {way.hold_s for way in dose_options(next(one for one in PLANNED if one.name == "constructive_rest"), "both")}
    assert min(long) == 600 and max(long) == 1200


def test_work_with_long_holds_is_no_rest() -> None:
    for name in ("cadence_run", "walk_run"):
        assert not is_rest(exercises()[name].dose)


@pytest.mark.parametrize("thing", [one for one in PLANNED if one.kind == "breath"], ids=lambda one: one.name)
def test_minutes_of_breath_are_such_as_the_technique_allows(thing: PlanOption) -> None:
    for way in dose_options(thing, "both"):
        assert breath_techniques.breath_pattern(thing.name, way.minutes)


@pytest.mark.parametrize(
    ("log", "said"),
    [
        ([], "hold"),
        ([GOOD], "hold"),
        ([GOOD, GOOD], "advance"),
        ([ItemPerformance(8, False, 9), GOOD, GOOD], "advance"),
        ([GOOD, ItemPerformance(3, True, 7)], "advance"),
        ([GOOD, GOOD, ItemPerformance(4, True, 5)], "regress"),
        ([GOOD, GOOD, ItemPerformance(1, False, 5)], "regress"),
        ([GOOD, GOOD, ItemPerformance(0, True, 5, leg_worse=True)], "regress"),
        ([GOOD, GOOD, ItemPerformance(1, True, 8)], "hold"),
        ([GOOD, GOOD, ItemPerformance(1, True, 5, shape=False)], "hold"),
        ([ItemPerformance(4, True, 5), GOOD], "hold"),
        ([GOOD, GOOD, ItemPerformance(1, True, 5, night=True)], "hold"),
        ([GOOD, GOOD, ItemPerformance(1, True, 5, back=False)], "hold"),
    ],
)
def test_a_dose_goes_up_after_two_good_sessions_and_down_after_pain(log: list[ItemPerformance], said: str) -> None:
    assert next_dose(item(), log, SORE) == said


def test_a_self_test_is_no_dose() -> None:
    assert next_dose(item(ItemKind.TEST), [GOOD, GOOD]) == "hold"


@pytest.mark.parametrize("thing", [one for one in PLANNED if one.kind is ItemKind.EXERCISE], ids=lambda one: one.name)
def test_an_item_takes_the_minutes_that_the_planner_counted(thing: PlanOption) -> None:
    for way in dose_options(thing, "both"):
        [made] = items_of_dose(way, (), (), pinned=False)
        assert item_minutes(made) == way.minutes


logs = st.lists(
    st.builds(ItemPerformance, st.floats(0, 10), st.booleans(), st.floats(0, 10), *[st.booleans()] * 4), max_size=6
)
usual_pain = st.builds(PainLimits, st.floats(0, 10), st.booleans())


@given(logs, usual_pain, st.floats(0, 10))
def test_pain_above_the_limit_always_goes_back(log: list[ItemPerformance], limits: PainLimits, pain: float) -> None:
    last = ItemPerformance(pain, True, 3)
    assert (next_dose(item(), [*log, last], limits) == "regress") == (pain > min(5, limits.usual + 2))


@given(logs, usual_pain)
def test_a_leg_sign_always_goes_back_and_night_pain_never_goes_on(
    log: list[ItemPerformance], limits: PainLimits
) -> None:
    assert next_dose(item(), [*log, ItemPerformance(0, True, 3, leg_worse=True)], limits) == "regress"
    assert next_dose(item(), [*log, GOOD, ItemPerformance(0, True, 3, night=True)], limits) != "advance"


@given(logs, st.floats(0, 10))
def test_high_or_rising_usual_pain_never_goes_on(log: list[ItemPerformance], usual: float) -> None:
    assert next_dose(item(), [*log, GOOD, GOOD], PainLimits(usual, rising=True)) != "advance"
    assert next_dose(item(), [*log, GOOD, GOOD], PainLimits(5.1 + usual)) != "advance"
    assert next_dose(item(), log, PainLimits(usual)) in DoseVerdict
