"""Choosing: small problems whose best answer can be worked out by hand."""

from __future__ import annotations

from psoas.program.dosage import DoseOption, SideDose
from psoas.program.eligibility import PlanOption
from psoas.program.optimizer import Candidate, WeekRequest, choose_sessions
from psoas.program.program_models import ItemKind

FREE = dict.fromkeys(("crowd", "again", "absent", "absent_day", "unpinned", "tie", "minute"), 0.0)
"""Costs of nothing, so that worth alone decides; a test puts in what it is about."""


def choice(
    name: str,
    minutes: float,
    worth: float,
    *,
    strand: str = "",
    family: str = "",
    kind: ItemKind = ItemKind.EXERCISE,
    pinned: bool = False,
) -> Candidate:
    thing = PlanOption(
        kind, name, strand or name, strand or name, family or name, False, 0.0, (), (), ("home",), (), ()
    )
    way = DoseOption(thing, (SideDose("both", 1, 1),), 0.0, 0.0, minutes, 1.0)
    return Candidate(thing, (way,), worth, pinned=pinned)


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


def test_never_two_of_a_family_though_both_fit() -> None:
    found = choose_sessions(
        [choice("a", 2, 6, family="f"), choice("b", 2, 5, family="f"), choice("c", 2, 1)], WeekRequest(10, 1, FREE)
    )
    assert names(found) == [{"a", "c"}]


def test_a_strand_that_would_lack_comes_in_although_it_is_worth_less() -> None:
    # Without the rule both gluteal items (8 + 7) would fill the 10 minutes; breath, worth 1, takes the place of one.
    costs = {**FREE, "absent": 60.0}
    items = [
        choice("a", 5, 8, strand="gluteal"),
        choice("b", 5, 7, strand="gluteal"),
        choice("c", 5, 1, strand="breath"),
    ]
    assert names(choose_sessions(items, WeekRequest(10, 1, FREE))) == [{"a", "b"}]
    assert names(choose_sessions(items, WeekRequest(10, 1, costs))) == [{"a", "c"}]


def test_short_sessions_share_the_strands_over_the_week() -> None:
    # Five strands of 2 minutes, sessions of 4: two in each of the first, so three sessions hold all five.
    strands = ("release", "engage", "gluteal", "breath", "gait")
    items = [choice(name, 2, 5 - k, strand=name) for k, name in enumerate(strands)]
    found = names(choose_sessions(items, WeekRequest(4, 3, {**FREE, "absent": 60.0})))
    assert set().union(*found) == set(strands)


def test_a_pin_stays_although_it_is_worth_nothing() -> None:
    items = [choice("a", 5, 9), choice("b", 5, 8), choice("p", 5, 0, pinned=True)]
    assert names(choose_sessions(items, WeekRequest(10, 1, {**FREE, "unpinned": 900.0}))) == [{"a", "p"}]


def test_pinned_kin_may_stand_beside_each_other() -> None:
    items = [choice("p", 4, 0, family="f", pinned=True), choice("q", 4, 0, family="f", pinned=True)]
    assert names(choose_sessions(items, WeekRequest(10, 1, {**FREE, "unpinned": 900.0}))) == [{"p", "q"}]


def test_the_second_session_takes_something_else_once_repeating_costs() -> None:
    items = [choice("a", 5, 6), choice("b", 5, 5.5)]
    assert names(choose_sessions(items, WeekRequest(5, 2, FREE))) == [{"a"}, {"a"}]
    assert names(choose_sessions(items, WeekRequest(5, 2, {**FREE, "again": 1.0}))) == [{"a"}, {"b"}]


def test_a_crowd_of_one_strand_costs() -> None:
    items = [choice("a", 2, 6, strand="gait"), choice("b", 2, 2, strand="gait"), choice("c", 2, 1, strand="breath")]
    assert names(choose_sessions(items, WeekRequest(6, 1, FREE))) == [{"a", "b", "c"}]
    assert names(choose_sessions(items, WeekRequest(6, 1, {**FREE, "crowd": 3.0}))) == [{"a", "c"}]


def test_the_fuller_dose_is_taken_where_there_is_time() -> None:
    one = choice("a", 2, 6)
    longer = DoseOption(one.thing, (SideDose("both", 2, 1),), 0.0, 0.0, 4.0, 1.5)
    both = Candidate(one.thing, (*one.ways, longer), 6)
    assert [way.minutes for way in choose_sessions([both], WeekRequest(5, 1, FREE))[0]] == [4.0]
    assert [way.minutes for way in choose_sessions([both], WeekRequest(3, 1, FREE))[0]] == [2.0]


def test_nothing_within_reach_gives_empty_sessions() -> None:
    assert choose_sessions([], WeekRequest(20, 2, FREE)) == ((), ())
    assert choose_sessions([choice("a", 30, 5)], WeekRequest(20, 1, FREE)) == ((),)


def test_a_muscle_that_would_lack_comes_in_although_its_exercise_is_worth_less() -> None:
    # 10 minutes: a + b give 15; with the rule c, which alone trains the muscle, takes the place of b.
    items = [choice("a", 5, 8, strand="x"), choice("b", 5, 7, strand="x"), choice("c", 5, 1, strand="x")]
    costs = {**FREE, "absent": 60.0}
    assert names(choose_sessions(items, WeekRequest(10, 1, costs))) == [{"a", "b"}]
    assert names(choose_sessions(items, WeekRequest(10, 1, costs, muscles={"gluteus_maximus": frozenset("c")}))) == [
        {"a", "c"}
    ]
