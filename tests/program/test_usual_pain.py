"""Usual pain: from answers and check-ins; it rises by itself, and falls only by the person's word."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.core.message import Message
from psoas.intake.answers import CheckIn, IntakeAnswers
from psoas.knowledge.intake_questions import DraftAnswer
from psoas.program.usual_pain import UsualPain, find_usual_pain

DAY = date(2026, 3, 1)


def told(answers: dict[str, DraftAnswer], *pains: float, since: date | None = None) -> UsualPain:
    """Usual pain of somebody with these answers and a check-in on each of the days from ``DAY`` on."""
    check_ins = tuple(CheckIn(DAY + timedelta(days=k), {"pain": pain}) for k, pain in enumerate(pains))
    return find_usual_pain(IntakeAnswers(answers, check_ins=check_ins, told_on={"pain_usual": since} if since else {}))


def test_the_answer_about_usual_days_counts_before_pain_now() -> None:
    assert told({"pain_now": 7, "pain_usual": 3}).value == 3
    assert told({"pain_now": 7}).value == 7
    assert told({}).value == 0 and told({}).limits.most == 2


def test_one_bad_day_or_two_change_nothing() -> None:
    assert told({"pain_usual": 2}, 9, 9).value == 2
    assert told({"pain_usual": 2}, 1, 9, 2, 1, 2).value == 2


def test_a_sore_week_counts_at_once_and_stops_steps_up() -> None:
    found = told({"pain_usual": 2}, 4, 4, 4)
    assert found.value == 4 and found.is_rising and not found.limits.may_advance
    assert [one.code for one in found.rule] == ["plan-rule-pain-lowest_rung", "plan-rule-pain_rising"]


def test_a_calm_week_is_told_and_lowers_nothing() -> None:
    found = told({"pain_usual": 5}, 2, 2, 3)
    assert found.value == 5 and found.is_falling and found.limits.may_advance
    assert dict(found.rule[-1].values)["recent"] == 2.0


def test_check_ins_from_before_the_answer_do_not_count() -> None:
    assert told({"pain_usual": 2}, 8, 8, 8, since=DAY + timedelta(days=5)).value == 2


def test_only_the_last_week_of_check_ins_counts() -> None:
    assert told({"pain_usual": 1}, *[6] * 7, *[1] * 7).value == 1


@given(st.floats(0, 10), st.lists(st.integers(0, 10), max_size=20))
def test_check_ins_never_lower_it(usual: float, pains: list[int]) -> None:
    found = told({"pain_usual": usual}, *pains)
    assert found.value >= usual
    assert found.limits.most <= 5
    assert not (found.is_rising and found.is_falling)
    assert all(isinstance(one, Message) for one in found.rule)


@pytest.mark.parametrize("usual", range(11))
def test_who_needs_a_professional_is_told(usual: int) -> None:
    assert told({"pain_usual": usual}).needs_professional == (usual > 5)


def test_nobody_is_told_a_usual_pain_that_nobody_named() -> None:
    assert [one.code for one in told({}).rule] == ["plan-rule-pain-unsaid"]
    assert [one.code for one in told({"pain_now": 0}).rule] == ["plan-rule-pain-open"]
    assert [one.code for one in told({}, 1, 1, 1).rule] == ["plan-rule-pain-open"], "check-ins tell it too"
