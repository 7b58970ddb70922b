"""Who gets which cards: answers, findings, pathways and named goals decide."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest

from psoas.assessment.assessor import assess
from psoas.assessment.finding_rules import finding_rules
from psoas.intake.answers_parser import answers_from_file, check_answers_file, file_from_answers, parse_answers
from psoas.knowledge.education_cards import education_cards
from psoas.program.planner import plan_program
from psoas.program.program_page import program_page
from psoas.program.program_text import program_text

GOALS = {"activity_1": "sit through a film", "activity_2": "carry my son"}
NAMED: dict[str, Any] = {
    "answers": {"pain_where": ["low_back"], "pain_now": 4, "pain_weeks": 30},
    "questionnaires": {"function": {"activity_1": 6, "activity_2": 2, "activity_3": 5}},
    "notes": {**GOALS, "x": "Tired after work."},
}


def cards(answers: dict[str, Any]) -> list[str]:
    return [one.id for one in assess(parse_answers({"answers": answers})).cards]


def test_cards_name_findings_that_exist() -> None:
    for card in education_cards().values():
        assert set(card.findings) <= set(finding_rules()), card.id


@pytest.mark.parametrize(
    ("answers", "has", "lacks"),
    [
        ({}, ("what_matters",), ("pain", "flare_up", "panic", "rest", "scans")),
        (NAMED["answers"], ("what_matters", "flare_up", "pain", "pacing", "rest"), ("panic",)),
        ({"panic_like": True, "panic_checked": True}, ("panic", "breath"), ("flare_up", "rest", "scans")),
        ({"sitting_hours": 10, "work_kind": "desk"}, ("sitting",), ("pain", "panic")),
        ({"sleep_hours": 5, "sleep_quality": 3}, ("sleep_positions",), ("flare_up",)),
        ({"sciatica": True, "sciatica_side": "left"}, ("rest", "scans"), ("panic",)),
    ],
)  # fmt: skip
def test_who_gets_which(answers: dict[str, Any], has: tuple[str, ...], lacks: tuple[str, ...]) -> None:
    found = cards(answers)
    assert set(has) <= set(found) and not set(lacks) & set(found)
    assert found == [one for one in education_cards() if one in found], "in the order of showing"


def test_every_card_reaches_somebody_and_a_stop_has_none() -> None:
    everything = {
        "pain_where": ["low_back", "groin"], "pain_now": 4, "pain_weeks": 20, "panic_like": True, "panic_checked": True,
        "sitting_hours": 10, "work_kind": "desk", "sleep_hours": 5, "sleep_quality": 2, "sciatica": True,
        "breath_high": True, "stress_level": 9, "hip_hurts_straight": True, "hip_lock": True,
    }  # fmt: skip
    assert set(cards(everything)) == set(education_cards())
    stopped = assess(parse_answers({"answers": everything | {"chest_pain": True, "faint": True}}))
    assert not stopped.screening.program_allowed and stopped.cards == () and stopped.goals == ()


def test_named_goals_bring_their_card_and_lead_the_plan() -> None:
    story = parse_answers(NAMED)
    found = assess(story)
    assert found.goals == ("carry my son", "sit through a film"), "the hardest now first"
    assert found.cards[0].id == "what_matters"
    program = plan_program(story, found)
    lines = program_text(program, found)
    goal = next(place for place, line in enumerate(lines) if "carry my son; sit through a film" in line)
    assert goal < next(place for place, line in enumerate(lines) if line.startswith("Week") or "weeks" in line.lower())
    assert f"  {found.cards[0].title}" in lines
    paper = unescape(program_page(program, found))
    assert paper.index("carry my son") < paper.index('id="weeks"')
    for card in found.cards:
        assert card.title in paper and card.words[0] in paper and card.source_titles in paper


def test_goals_outlive_the_file() -> None:
    story = parse_answers(NAMED)
    file, faults = check_answers_file(file_from_answers(story).model_dump(by_alias=True, exclude_none=True))
    assert file is not None and not faults
    assert answers_from_file(file).goals == GOALS and answers_from_file(file).texts == story.texts
