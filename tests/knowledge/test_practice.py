"""Questionnaires, self-tests, breath, massage, places and reflection: scores, bounds, patterns, and who is left out."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from psoas.core.errors import InputError
from psoas.knowledge import breath_techniques, massage_guides, questionnaires, screening
from psoas.knowledge.belly_check import BellyCheck, belly_questions
from psoas.knowledge.breath_techniques import HELD, breath_pattern, list_breath_techniques
from psoas.knowledge.contraindications import contraindications, find_bars
from psoas.knowledge.massage_guides import list_massage_guides, offer_guides
from psoas.knowledge.questionnaires import questionnaires as every_questionnaire
from psoas.knowledge.questionnaires import score_questionnaire
from psoas.knowledge.self_tests import judge_self_test
from psoas.knowledge.self_tests import self_tests as every_test
from tests.knowledge_worlds import people

TWO_SIDED = sorted(name for name, test in every_test().items() if test.sides and (test.side or test.side_part))


def filled(name: str, value: float) -> dict[str, float]:
    """The same answer to each item."""
    return {item.id: value for item in every_questionnaire()[name].items}


@pytest.mark.parametrize(
    ("name", "items", "most"),
    [("roland_morris", 24, 24), ("gad2", 2, 6), ("gad7", 7, 21), ("phq2", 2, 6), ("nijmegen", 16, 64), ("pain", 1, 10)],
)
def test_scores_reach_from_nothing_to_the_published_most(name: str, items: int, most: float) -> None:
    asked = every_questionnaire()[name]
    assert len(asked.items) == items
    assert score_questionnaire(name, filled(name, 0)).value == 0
    assert score_questionnaire(name, filled(name, asked.items[0].high)).value == most


@pytest.mark.parametrize(
    ("name", "cut", "below", "above"),
    [
        ("gad2", 3, "Below 3", "3 or more"),
        ("gad7", 5, "0 to 4", "5 to 9"),
        ("gad7", 10, "5 to 9", "10 to 14"),
        ("gad7", 15, "10 to 14", "15 or more"),
        ("phq2", 3, "2:", "3 or more"),
        ("phq2", 2, "0 or 1", "2:"),
        ("nijmegen", 20, "Below 20", "20 to 22"),
        ("nijmegen", 23, "20 to 22", "23 or more"),
        ("roland_morris", 3, "0 to 2", "Below 4"),
    ],
)
def test_published_cut_offs(name: str, cut: int, below: str, above: str) -> None:
    assert below in score_questionnaire(name, adding_up(name, cut - 1)).words
    assert above in score_questionnaire(name, adding_up(name, cut)).words


def adding_up(name: str, total: int) -> dict[str, float]:
    """Answers whose sum is ``total``."""
    given = filled(name, 0)
    for item in every_questionnaire()[name].items:
        given[item.id] = min(item.high, total - sum(given.values()))
    return given


@pytest.mark.parametrize(
    ("name", "change"),
    [("roland_morris", 5), ("pain", 2), ("function", 2.3), ("gad7", 4), ("nijmegen", 0), ("phq2", 0)],
)
def test_the_change_that_matters_is_the_published_one(name: str, change: float) -> None:
    """0 where none is published: then none is claimed."""
    assert every_questionnaire()[name].change == change


def test_low_mood_never_stands_without_people_to_talk_to() -> None:
    assert score_questionnaire("phq2", adding_up("phq2", 1)).help == ()
    for total in range(2, 7):
        found = score_questionnaire("phq2", adding_up("phq2", total))
        assert "harming yourself" in found.crisis and found.help == screening.help_lines()
    assert (
        score_questionnaire("gad7", adding_up("gad7", 15)).help
        and not score_questionnaire("gad7", adding_up("gad7", 14)).help
    )


@given(st.data(), st.sampled_from(sorted(every_questionnaire())))
def test_scores_stay_in_range(data: st.DataObject, name: str) -> None:
    asked = every_questionnaire()[name]
    given = {item.id: data.draw(whole_or_not(item)) for item in asked.items}
    found = score_questionnaire(name, given)
    assert (found.value is None) == (asked.scoring == "apart")
    assert found.value is None or found.low <= found.value <= found.high
    assert found.words


def whole_or_not(item: questionnaires.QuestionnaireItem) -> st.SearchStrategy[float]:
    """Any legal answer to an item."""
    return st.integers(0, int(item.high)).map(float) if item.labels else st.floats(item.low, item.high)


def test_own_activities_take_three_to_five_and_average_them() -> None:
    three = {"activity_1": 2, "activity_2": 4, "activity_3": 9}
    assert score_questionnaire("function", three).value == 5
    with pytest.raises(InputError, match="at least 3"):
        score_questionnaire("function", {"activity_1": 2, "activity_2": 4})


def test_wrong_answers_are_listed_together() -> None:
    with pytest.raises(InputError) as caught:
        score_questionnaire("gad2", {"gad2_1": 4, "gad2_3": 1})
    assert len(caught.value.faults) == 3
    for wrong in (1.5, True, "often"):
        with pytest.raises(InputError):
            score_questionnaire("gad2", {"gad2_1": wrong, "gad2_2": 0})  # type: ignore[dict-item]
    with pytest.raises(InputError, match="expected roland_morris"):
        score_questionnaire("oswestry", {})


def test_only_free_questionnaires_are_here() -> None:
    assert all(
        one.licence.startswith(("Free", "Generic", "Our own", "The idea")) for one in every_questionnaire().values()
    )
    text = " ".join((*every_questionnaire(), *(one.title for one in every_questionnaire().values()))).lower()
    assert not any(name in text for name in ("oswestry", "promis", "start back", "eq-5d", "tampa", "pseq"))


@given(st.data(), st.sampled_from(TWO_SIDED))
def test_a_side_is_named_only_beyond_what_the_test_tells(data: st.DataObject, name: str) -> None:
    test = every_test()[name]
    right, left = (data.draw(st.floats(test.low, test.high)) for _ in range(2))
    bound = max(test.side, test.side_part * max(abs(right), abs(left)))
    assume(abs(abs(right - left) - bound) > 1e-6)
    found, mirrored = judge_self_test(name, right=right, left=left), judge_self_test(name, right=left, left=right)
    assert found.differs == (abs(right - left) > bound) == mirrored.differs
    assert found.difference == right - left == -(mirrored.difference or 0)
    assert any("Right and left differ by" in word for word in found.words) == found.differs


@given(st.data(), st.sampled_from(sorted(every_test())))
def test_a_change_is_named_only_beyond_what_the_test_tells(data: st.DataObject, name: str) -> None:
    test = every_test()[name]
    now, before = (data.draw(st.floats(test.low, test.high)) for _ in range(2))
    bound = max(test.detects, test.detects_part * abs(before))
    assume(abs(abs(now - before) - bound) > 1e-6)
    found = judge_self_test(name, right=now, baseline=(before, None))
    assert found.changed_right == (abs(now - before) > bound) and not found.changed_left
    assert any("a real change" in word for word in found.words) == found.changed_right


def test_better_and_worse_follow_the_test() -> None:
    assert "for the better" in judge_self_test("modified_thomas", right=-10, baseline=(5, None)).words[0]
    assert "for the worse" in judge_self_test("bridge_hold", right=10, baseline=(40, None)).words[0]
    assert "for the" not in judge_self_test("breaths_a_minute", right=10, baseline=(20, None)).words[0]
    assert judge_self_test("one_leg_stance", right=45, left=5).difference is None, "no rule for sides holds there"


def test_published_bounds_are_never_undercut() -> None:
    tests = every_test()
    assert tests["straight_leg_raise"].detects >= 5.7 and tests["modified_thomas"].side >= 9
    assert tests["bridge_hold"].side_part >= 0.19 and tests["one_leg_stance"].detects >= 24
    assert len(tests) >= 12 and all(len(test.steps) >= 3 and test.cannot_say for test in tests.values())


def test_values_that_cannot_be_are_listed_together() -> None:
    with pytest.raises(InputError) as caught:
        judge_self_test("wall_gap", right=99, left=2, baseline=(-1, None))
    assert len(caught.value.faults) == 3
    with pytest.raises(InputError, match="no value"):
        judge_self_test("wall_gap")
    with pytest.raises(InputError, match="expected knees_to_chest"):
        judge_self_test("thomas", right=1)


@given(st.sampled_from(sorted(list_breath_techniques())), st.floats(0.3, 20))
def test_patterns_add_up_to_their_minutes(name: str, minutes: float) -> None:
    assume(minutes <= list_breath_techniques()[name].most_minutes)
    phases = breath_pattern(name, minutes)
    assert math.isclose(math.fsum(one.seconds for one in phases), round(minutes * 600) / 10, abs_tol=1e-9)
    assert all(one.seconds > 0 for one in phases) and phases[0].start_s == 0
    for one, after in pairwise(phases):
        assert math.isclose(one.start_s + one.seconds, after.start_s, abs_tol=1e-9)
    assert all(one.phase != "free" for one in phases[:-1])


@pytest.mark.parametrize("name", list_breath_techniques())
def test_a_pattern_ramps_to_its_pace_and_keeps_it(name: str) -> None:
    asked = list_breath_techniques()[name]
    ins = [one for one in breath_pattern(name, asked.most_minutes) if one.phase == "in"]
    target = next(step.seconds for step in asked.cycle if step.phase == "in")
    assert [one.seconds for one in ins] == sorted(one.seconds for one in ins)
    assert math.isclose(ins[0].seconds, target * asked.ramp_from, abs_tol=0.051)
    assert all(one.seconds == target for one in ins if one.start_s >= asked.ramp_min * 60)
    assert 3 <= asked.per_minute <= 12 and asked.minutes <= asked.most_minutes
    held = {one.phase for one in breath_pattern(name, asked.minutes)} & set(HELD)
    assert bool(held) == asked.held


def test_six_a_minute_is_six_a_minute() -> None:
    late = [one for one in breath_pattern("six_a_minute", 10) if one.phase == "in" and one.start_s >= 240]
    assert [round(b.start_s - a.start_s, 9) for a, b in pairwise(late)] == [10] * (len(late) - 1)
    assert len(list_breath_techniques()) >= 8


@pytest.mark.parametrize("minutes", [0.01, 21, -1, math.nan, math.inf])
def test_a_session_too_short_or_too_long_is_refused(minutes: float) -> None:
    with pytest.raises(InputError, match="expected"):
        breath_pattern("long_out", minutes)


@pytest.mark.parametrize(
    "yes",
    [
        "pregnant",
        "maybe_pregnant",
        "aneurysm",
        "blood_thinner",
        "bleeding_disorder",
        "hernia",
        "surgery_recent",
        "osteoporosis",
        "cancer",
        "fever",
        "belly_unexplained",
        "belly_pulse",
        "birth_recent",
    ],
)
def test_no_belly_massage_for_those_the_lists_name(yes: str) -> None:
    opened = BellyCheck((), ())
    assert "psoas_belly" in {guide.id for guide in offer_guides({}, belly=opened)}
    assert "psoas_belly" not in {guide.id for guide in offer_guides({yes: True}, belly=opened)}
    assert list_massage_guides()["psoas_belly"].bars({yes: True}) == (yes,)


def test_no_belly_massage_while_the_check_is_open() -> None:
    assert "psoas_belly" not in {guide.id for guide in offer_guides({})}
    still_open = BellyCheck((), tuple(belly_questions().values()))
    assert "psoas_belly" not in {guide.id for guide in offer_guides({}, belly=still_open)}
    assert {guide.who for guide in offer_guides({}, who="practitioner")} == {"practitioner"}


@given(people())
def test_nothing_barred_is_offered(answers: dict[str, Any]) -> None:
    found = screening.screen_answers(answers)
    guided, breathed = offer_guides(answers, belly=BellyCheck((), ())), breath_techniques.offer_techniques(answers)
    for part in [part for one in guided for part in one.cautions] + [part for one in breathed for part in one.cautions]:
        assert not any(one.holds(answers) for one in part.never)
    assert not (found.level == "stop" and (guided or breathed))
    assert not ("massage" in found.narrows and guided)
    assert not ("abdominal_massage" in found.narrows and any(guide.abdominal for guide in guided))
    assert not ("breath_holds" in found.narrows and any(one.held for one in breathed))


def test_a_healthy_person_has_everything_in_reach_and_a_red_flag_takes_it_away() -> None:
    known: dict[str, Any] = {
        "age": 40,
        "pregnant_weeks": 0,
        "belly_surgery_weeks": 500,
        "birth_weeks": 500,
        "falls": 0,
        "hip_replacement_weeks": 500,
        "leg_walk_pain": "no",
        "pain_where": [],
        "illnesses": [],
    }
    parts = [part for guide in list_massage_guides().values() for part in guide.cautions]
    parts += [part for one in list_breath_techniques().values() for part in one.cautions]
    known = {name: False for part in parts for one in part.never for name in one.questions} | known
    assert set(breath_techniques.offer_techniques(known)) == set(list_breath_techniques().values())
    assert {guide.id for guide in offer_guides(known, belly=BellyCheck((), ()))} == {
        one.id for one in list_massage_guides().values() if one.who == "self"
    }
    assert "box" not in {one.id for one in breath_techniques.offer_techniques({})}, (
        "held breath waits for its questions"
    )
    assert "box" not in {one.id for one in breath_techniques.offer_techniques({**known, "panic_like": True})}
    assert (
        offer_guides({**known, "saddle_numb": True})
        == ()
        == breath_techniques.offer_techniques({**known, "saddle_numb": True})
    )
    assert "psoas_belly" not in {guide.id for guide in offer_guides({**known, "belly_back_steady": True})}
    assert offer_guides({**known, "fever": True}) == ()
    assert offer_guides({**known, "surgery_recent": True}) == (), "by the red flag alone"
    steroids = {guide.id for guide in offer_guides({**known, "steroids_long": True})}
    assert "gluteal_ball" in steroids and "psoas_belly" not in steroids


@given(people(), st.sampled_from(sorted(contraindications())))
def test_a_condition_bars_or_asks_and_both_are_told(answers: dict[str, Any], name: str) -> None:
    part = contraindications()[name]
    assert find_bars((part, part), answers) == tuple(dict.fromkeys(part.bars(answers)))
    assert set(part.bars(answers)) == {str(one) for one in part.never if one.holds(answers)}
    assert set(part.asks(answers)) == {str(one) for one in part.ask_first if one.holds(answers)}


def test_massage_says_how_it_goes_before_during_and_after_a_release() -> None:
    for guide in list_massage_guides().values():
        assert [one.split()[0].rstrip(":") for one in guide.around] == ["Before", "During", "After"]


def test_massage_stays_below_too_much_and_says_when_to_stop() -> None:
    for guide in list_massage_guides().values():
        assert guide.pressure_to < max(massage_guides.PRESSURE) and guide.stop and guide.honest
    belly = list_massage_guides()["psoas_belly"]
    assert belly.abdominal and belly.pressure_to <= 3 and "nobody has counted the harm" in belly.honest
