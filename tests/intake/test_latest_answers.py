"""What counts as now: the newest check-in before an older answer, each with its day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from psoas.assessment.assessor import assess
from psoas.assessment.finding import Finding
from psoas.core.errors import InputError
from psoas.intake.answers_parser import parse_answers
from psoas.intake.latest_answers import select_latest_answers

ANSWERS = {"pain_where": ["low_back"], "pain_now": 5, "stress_level": 8, "sleep_quality": 3, "breath_high": True}
TOLD = dict.fromkeys(("pain_now", "stress_level", "sleep_quality", "breath_high"), "2026-10-03")


def given(*check_ins: dict[str, Any]) -> dict[str, Any]:
    return {"answers": ANSWERS, "told_on": TOLD, "check_ins": list(check_ins)}


def findings(told: dict[str, Any]) -> dict[str, Finding]:
    return {one.id: one for one in assess(parse_answers(told)).findings}


def test_a_newer_check_in_counts_and_says_its_day() -> None:
    first = {"day": "2026-11-20", "pain": 2, "stress": 7, "sleep": 5, "breath": 4}
    found = findings(given(first, {"day": "2026-10-10", "pain": 9, "stress": 10, "sleep": 0, "breath": 8}))
    assert found["low_back_pain"].sentence == "Your low back hurts, 2 of 10. You told us on November 20, 2026."
    assert found["stress_load"].sentence == "You rate your stress 7 of 10. You told us on November 20, 2026."
    assert "told us on October 3, 2026" in found["breath_high_or_fast"].sentence, "a breath of 4 is not easy"
    assert "sleep_short" not in found, "5 of 10 alone does not make it"


def test_an_easy_breath_and_a_quiet_week_lift_what_was_told_before() -> None:
    found = findings(given({"day": "2026-11-20", "pain": 0, "stress": 5, "sleep": 7, "breath": 7}))
    assert not {"stress_load", "sleep_short", "breath_high_or_fast"} & set(found)


def test_a_later_answer_counts_before_an_older_check_in() -> None:
    found = findings(given({"day": "2026-10-02", "pain": 2, "stress": 1, "sleep": 9, "breath": 9}))
    assert "stress 8 of 10. You told us on October 3, 2026" in found["stress_load"].sentence
    assert {"sleep_short", "breath_high_or_fast"} <= set(found)


def test_without_days_a_check_in_counts_and_an_answer_has_no_day() -> None:
    found = findings({"answers": ANSWERS, "check_ins": [{"day": "2026-01-01", "stress": 9}]})
    assert "9 of 10. You told us on January 1, 2026" in found["stress_load"].sentence
    assert found["low_back_pain"].sentence == "Your low back hurts, 5 of 10."


def test_a_check_in_alone_answers_no_question_and_the_screening_keeps_what_was_told() -> None:
    story = parse_answers({"check_ins": [{"day": "2026-01-01", "stress": 9, "breath": 9}]})
    assert select_latest_answers(story) == story
    told = parse_answers(given({"day": "2026-11-20", "pain": 0}))
    assert told.answers["pain_now"] == 5 and select_latest_answers(told).answers["pain_now"] == 0


def test_a_day_that_is_none_is_told() -> None:
    with pytest.raises(InputError) as caught:
        parse_answers({"told_on": {"pain_now": "soon", "pian": "2026-01-01", "stress_level": date(2026, 1, 2)}})
    first, second = caught.value.faults
    assert "told_on: pain_now is 'soon'" in first and "'pian' is not a question of the intake" in second
