"""Choosing: small problems whose best answer can be worked out by hand."""

from __future__ import annotations

from dataclasses import replace

from psoas.knowledge.practice_codes import Pattern
from psoas.program.dosage import DoseOption, SideDose
from psoas.program.eligibility import PlanOption
from psoas.program.optimizer import Candidate, WeekRequest, choose_sessions, most_items
from psoas.program.program_models import ItemKind

COSTS = ("crowd", "again", "absent", "absent_day", "absent_soon", "few", "unpinned", "tie", "minute")
FREE = dict.fromkeys(COSTS, 0.0)
"""Costs of nothing, so that worth alone decides; a test puts in what it is about."""


def choice(
    name: str, minutes: float, worth: float, *, pattern: Pattern = Pattern.TRUNK, group: str = "",
    steady: bool = False, pinned: bool = False,
) -> Candidate:  # fmt: skip
    thing = PlanOption(ItemKind.EXERCISE, name, "engage", "engage", name, False, 0.0, (), (), ("home",), (), ())
    way = DoseOption(thing, (SideDose("both", 1, 1),), 0.0, 0.0, (minutes,), 1.0)
    return Candidate(thing, (way,), worth, group or name, frozenset({pattern}), steady, pinned=pinned)


def names(sessions: tuple[tuple[DoseOption, ...], ...]) -> list[set[str]]:
    return [{way.thing.name for way in session} for session in sessions]


def test_two_that_fit_beat_one_that_is_worth_more() -> None:
    # a 5 min worth 6, b 5 min worth 5, c 8 min worth 7: of 10 minutes a + b give 11, c alone 7.
    found = choose_sessions([choice("a", 5, 6), choice("b", 5, 5), choice("c", 8, 7)], WeekRequest(10, 1, FREE))
    assert names(found) == [{"a", "b"}]


def test_a_knapsack_of_five_has_its_best_filling() -> None:
    # 14 minutes; the best of all 32 subsets is b + c + e: 4 + 5 + 5 minutes, worth 7 + 8 + 9 = 24.
    items = [("a", 6, 9.0), ("b", 4, 7.0), ("c", 5, 8.0), ("d", 9, 12.0), ("e", 5, 9.0)]
    found = choose_sessions([choice(*one) for one in items], WeekRequest(14, 1, FREE))
    assert names(found) == [{"b", "c", "e"}]


def test_never_two_of_a_group_though_both_fit() -> None:
    found = choose_sessions(
        [choice("a", 2, 6, group="f"), choice("b", 2, 5, group="f"), choice("c", 2, 1)], WeekRequest(10, 1, FREE)
    )
    assert names(found) == [{"a", "c"}]


def test_a_pattern_that_would_lack_comes_in_although_it_is_worth_less() -> None:
    # Without the rule both trunk items (8 + 7) would fill the 10 minutes; calf, worth 1, takes the place of one.
    items = [choice("a", 5, 8), choice("b", 5, 7), choice("c", 5, 1, pattern=Pattern.CALF)]
    assert names(choose_sessions(items, WeekRequest(10, 1, FREE))) == [{"a", "b"}]
    week = WeekRequest(10, 1, {**FREE, "absent": 60.0}, {Pattern.CALF: 1.0})
    assert names(choose_sessions(items, week)) == [{"a", "c"}]


def test_the_patterns_that_matter_more_come_first_where_time_is_short() -> None:
    items = [choice("a", 5, 1, pattern=Pattern.CALF), choice("b", 5, 1, pattern=Pattern.SQUAT)]
    week = WeekRequest(5, 1, {**FREE, "absent": 60.0}, {Pattern.CALF: 0.5, Pattern.SQUAT: 1.0})
    assert names(choose_sessions(items, week)) == [{"b"}]


def test_short_sessions_share_the_patterns_over_the_week() -> None:
    # Five patterns of 2 minutes, sessions of 4: two in each of the first, so three sessions hold all five.
    patterns = (Pattern.SQUAT, Pattern.HINGE, Pattern.CALF, Pattern.BALANCE, Pattern.BRIDGE)
    items = [choice(name, 2, 5 - k, pattern=name) for k, name in enumerate(patterns)]
    week = WeekRequest(4, 3, {**FREE, "absent": 60.0}, dict.fromkeys(patterns, 1.0))
    assert set().union(*names(choose_sessions(items, week))) == set(patterns)


def test_what_every_session_holds_comes_in_each() -> None:
    items = [choice("a", 5, 9), choice("b", 5, 1, pattern=Pattern.BREATH)]
    week = WeekRequest(5, 2, {**FREE, "absent_day": 60.0}, {}, (Pattern.BREATH,))
    assert names(choose_sessions(items, week)) == [{"b"}, {"b"}]


def test_a_ladder_keeps_to_one_exercise_all_week() -> None:
    items = [choice("a", 5, 6, group="l", steady=True), choice("b", 5, 5.9, group="l", steady=True)]
    week = WeekRequest(5, 2, {**FREE, "again": 1.0})
    assert names(choose_sessions(items, week)) == [{"a"}, {"a"}]
    loose = [replace(one, steady=False) for one in items]
    assert names(choose_sessions(loose, week)) == [{"a"}, {"b"}]


def test_a_long_session_holds_six_to_eight_items() -> None:
    items = [choice(f"x{k}", 1, 1) for k in range(12)]
    assert len(choose_sessions(items, WeekRequest(30, 1, FREE))[0]) == 8
    costly = [choice(f"x{k}", 1, -1) for k in range(12)]
    assert len(choose_sessions(costly, WeekRequest(30, 1, {**FREE, "few": 2.0}))[0]) == 6
    assert [most_items(minutes)[1] for minutes in (5, 10, 15, 19, 20)] == [2, 4, 6, 8, 8]


def test_a_pin_stays_although_it_is_worth_nothing() -> None:
    items = [choice("a", 5, 9), choice("b", 5, 8), choice("p", 5, 0, pinned=True)]
    assert names(choose_sessions(items, WeekRequest(10, 1, {**FREE, "unpinned": 900.0}))) == [{"a", "p"}]


def test_pinned_things_of_a_group_may_stand_beside_each_other() -> None:
    items = [choice("p", 4, 0, group="f", pinned=True), choice("q", 4, 0, group="f", pinned=True)]
    assert names(choose_sessions(items, WeekRequest(10, 1, {**FREE, "unpinned": 900.0}))) == [{"p", "q"}]


def test_the_second_session_takes_something_else_once_repeating_costs() -> None:
    items = [choice("a", 5, 6), choice("b", 5, 5.5)]
    assert names(choose_sessions(items, WeekRequest(5, 2, FREE))) == [{"a"}, {"a"}]
    assert names(choose_sessions(items, WeekRequest(5, 2, {**FREE, "again": 1.0}))) == [{"a"}, {"b"}]


def test_a_crowd_of_one_pattern_costs() -> None:
    items = [choice("a", 2, 6), choice("b", 2, 2), choice("c", 2, 1, pattern=Pattern.CALF)]
    assert names(choose_sessions(items, WeekRequest(6, 1, FREE))) == [{"a", "b", "c"}]
    assert names(choose_sessions(items, WeekRequest(6, 1, {**FREE, "crowd": 3.0}))) == [{"a", "c"}]


def test_the_fuller_dose_is_taken_where_there_is_time() -> None:
    one = choice("a", 2, 6)
    longer = DoseOption(one.thing, (SideDose("both", 2, 1),), 0.0, 0.0, (4.0,), 1.5)
    both = replace(one, ways=(*one.ways, longer))
    assert [way.minutes for way in choose_sessions([both], WeekRequest(5, 1, FREE))[0]] == [4.0]
    assert [way.minutes for way in choose_sessions([both], WeekRequest(3, 1, FREE))[0]] == [2.0]


def test_nothing_within_reach_gives_empty_sessions() -> None:
    assert choose_sessions([], WeekRequest(20, 2, FREE)) == ((), ())
    assert choose_sessions([choice("a", 30, 5)], WeekRequest(20, 1, FREE)) == ((),)
