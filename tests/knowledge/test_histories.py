"""Short histories from the guidelines, own words, and dates that may lower an alarm only where somebody gave them."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from psoas.knowledge.intake_questions import parse_condition
from psoas.knowledge.practice_sources import all_sources
from psoas.knowledge.screening import mentions_self_harm, screen_answers, screening_entries
from scripts.screening_table import END, PAGE, START, lines
from tests.knowledge_worlds import people
from tests.screening_histories import EVERYDAY, find_history_faults, histories

WORDS = tomllib.loads((Path(__file__).parents[1] / "knowledge_cases/own_words.toml").read_text(encoding="utf-8"))
DATES = {
    one.question for entry in screening_entries().values() for group in entry.when for one in group if one.or_unsaid
}


def test_every_history_ends_as_the_guidelines_say() -> None:
    assert [fault for one in histories() for fault in find_history_faults(one)] == []


def test_a_wrong_outcome_of_a_history_is_seen() -> None:
    one = next(one for one in histories() if one.name == "cauda_equina.positive")
    wrong = replace(one, level="see", urgency="days", shows=("varicose",), hides=("cauda_equina",), at_most="mention")
    assert len(list(find_history_faults(wrong))) == 5


def test_histories_are_many_and_each_picture_has_three() -> None:
    told = histories()
    assert len(told) >= 350 and sum(one.picture == EVERYDAY for one in told) >= 40
    pictures = {one.picture for one in told} - {EVERYDAY}
    assert pictures == set(screening_entries()), "a picture without people of its own"
    for picture in pictures:
        assert {"positive", "near_miss", "negative"} <= {one.kind for one in told if one.picture == picture}, picture


def test_own_words_are_heard_in_many_ways_and_everyday_words_are_not() -> None:
    assert len(WORDS["alarm"]) >= 80 and len(WORDS["everyday"]) >= 60
    assert [text for text in WORDS["alarm"] if not mentions_self_harm(f"Bridge was fine. {text}, really.")] == []
    assert [text for text in WORDS["everyday"] if mentions_self_harm(f"Bridge was fine. {text}.")] == []


@given(people(), st.sampled_from([*screening_entries().values()]))
def test_what_is_said_later_loses_no_stop(answers: dict[str, Any], other: Any) -> None:
    """Only a date, or what goes with it, may lower an alarm; every other yes leaves it standing."""
    before = {entry.id for entry in screen_answers(answers).entries if entry.level == "stop"}
    for one in (one for group in other.when for one in group if not one.compare and one.question not in DATES):
        assert before <= {entry.id for entry in screen_answers({**answers, one.question: True}).entries}


@given(people())
def test_a_missing_date_counts_as_the_serious_one(answers: dict[str, Any]) -> None:
    """Without dates no stop is lost; only pain in both legs alone has to be called new to count."""
    unsaid = screen_answers({name: value for name, value in answers.items() if name not in DATES})
    stops = {entry.id for entry in screen_answers(answers).entries if entry.level == "stop"}
    assert stops - {entry.id for entry in unsaid.entries} <= {"both_legs_signs"}


def test_a_question_mark_holds_while_nothing_is_said() -> None:
    recent = parse_condition("pain_weeks? <= 6")
    assert recent.holds({}) and recent.holds({"pain_weeks": 6}) and not recent.holds({"pain_weeks": 7})
    assert str(recent) == "pain_weeks? <= 6" and parse_condition("base_pain?").holds({})
    assert not parse_condition("base_pain?").holds({"base_pain": False})


def test_hardly_a_picture_rests_on_something_unread() -> None:
    unread = [one.id for one in screening_entries().values() if all_sources()[one.source].status != "read"]
    assert len(unread) <= 0.05 * len(screening_entries()), unread
    assert not [name for name in unread if screening_entries()[name].level == "stop"]
    assert all(one.section for one in screening_entries().values())


def test_the_safety_table_is_fresh() -> None:
    text = PAGE.read_text(encoding="utf-8")
    shown = text[text.index(START) + len(START) : text.index(END)].strip("\n")
    assert shown == "\n".join(lines()), "stale: run python -m scripts.screening_table"
