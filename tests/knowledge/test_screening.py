"""Red flags: readable cases, the order of levels, words that never clear anyone, and people to talk to."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.core.catalogue import render, text
from psoas.core.errors import InputError
from psoas.knowledge.breath_techniques import list_breath_techniques
from psoas.knowledge.contraindications import contraindications
from psoas.knowledge.exercise_demands import Demand, demanded_sets
from psoas.knowledge.intake_questions import check_answers, intake_questions, parse_condition, read_questions
from psoas.knowledge.massage_guides import list_massage_guides
from psoas.knowledge.screening import (
    LEVELS,
    NARROWS,
    URGENCIES,
    closing_texts,
    help_lines,
    mentions_self_harm,
    read_entries,
    screen_answers,
    screening_entries,
)
from psoas.knowledge.self_tests import self_tests
from tests.knowledge_worlds import people
from tests.screening_meeting import meeting

CASES = tomllib.loads((Path(__file__).parents[1] / "knowledge_cases/screening.toml").read_text(encoding="utf-8"))
PACKAGE = Path(__file__).resolve().parents[2] / "psoas"
STOPS = [entry for entry in screening_entries().values() if entry.level == "stop"]


@pytest.mark.parametrize("name", CASES)
def test_readable_cases(name: str) -> None:
    case = CASES[name]
    found = screen_answers(case["answers"], texts=tuple(case.get("texts", ())))
    named = [entry.id for entry in found.entries]
    assert found.level == case["level"], named
    assert set(case["names"]) <= set(named)
    assert not set(case.get("not_names", ())) & set(named)
    assert set(case.get("narrows", ())) <= set(found.narrows)
    assert found.program_allowed == (case["level"] != "stop")
    assert bool(found.help) == case.get("help", False)
    if "urgency" in case:
        assert found.entries[0].urgency == case["urgency"]
    if not case["names"]:
        assert named == []


def test_there_are_cases_enough_and_for_each_level() -> None:
    assert len(CASES) >= 26 and {case["level"] for case in CASES.values()} == set(LEVELS)


@given(people(), st.sampled_from(STOPS))
def test_a_stop_answer_never_lowers_the_level(answers: dict[str, Any], stop: Any) -> None:
    before = screen_answers(answers)
    for group in stop.when:
        for one in group:
            if one.compare == "":
                after = screen_answers({**answers, one.question: True})
                assert LEVELS.index(after.level) >= LEVELS.index(before.level)
                assert {e.id for e in before.entries if e.level == "stop"} <= {e.id for e in after.entries}


@given(people())
def test_the_level_is_the_highest_and_the_most_urgent_comes_first(answers: dict[str, Any]) -> None:
    found = screen_answers(answers)
    ranks = [LEVELS.index(entry.level) for entry in found.entries]
    assert LEVELS.index(found.level) == max(ranks, default=0)
    assert ranks == sorted(ranks, reverse=True)
    stops = [list(URGENCIES).index(entry.urgency) for entry in found.entries if entry.level == "stop"]
    assert stops == sorted(stops)
    assert found.program_allowed == (not stops)


@given(people())
def test_nobody_is_ever_cleared(answers: dict[str, Any]) -> None:
    found = screen_answers(answers)
    said = " ".join([found.closing, *(entry.words for entry in found.entries)]).lower()
    assert found.closing == closing_texts()[found.level]
    assert not any(word in said for word in ("cleared", "all clear", "you are fine", "safe to", "nothing is wrong"))
    if found.level != "stop":
        assert "cannot rule anything out" in found.closing


@pytest.mark.parametrize("entry", screening_entries().values(), ids=lambda entry: entry.id)
def test_every_entry_can_show_and_can_stay_away(entry: Any) -> None:
    answers: dict[str, Any] = {}
    for group in entry.when:
        answers.update(meeting(str(group[0])))
    assert entry.shows(answers)
    assert entry.id in {one.id for one in screen_answers(answers).entries}
    assert not entry.shows({"panic_checked": True})


def test_conditions_compare_as_they_read() -> None:
    assert parse_condition("age >= 65").holds({"age": 65}) and not parse_condition("age >= 65").holds({"age": 64.9})
    assert parse_condition("age < 17").holds({"age": 16}) and not parse_condition("age < 17").holds({"age": 17})
    assert parse_condition("pain_where has groin").holds({"pain_where": ["groin", "knee"]})
    assert not parse_condition("pain_where has groin").holds({"pain_where": ["knee"]})
    assert parse_condition("sex = male").holds({"sex": "male"}) and not parse_condition("sex = male").holds(
        {"sex": "other"}
    )
    assert parse_condition("fever").holds({"fever": True}) and not parse_condition("fever").holds({"fever": False})
    assert parse_condition("not fever").holds({}) and not parse_condition("not fever").holds({"fever": True})
    assert not parse_condition("age < 17").holds({}), "a question left out meets nothing"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("fevr", "fever"),
        ("age", "kind 'number'"),
        ("fever >= 3", "kind 'yes'"),
        ("age >= old", "expected a number"),
        ("pain_where has ear", "expected low_back"),
        ("not age >= 3", "sign"),
        ("a b c d", "not a condition"),
    ],
)
def test_a_wrong_condition_says_what_would_work(text: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        parse_condition(text)


def test_every_wrong_answer_is_listed() -> None:
    with pytest.raises(InputError) as caught:
        screen_answers(
            {"age": 300, "fever": "yes", "sex": "unknown", "pain_where": ["ear"], "fevr": True, "pain_now": True}
        )
    assert len(caught.value.faults) == 6
    assert "expected 0 to 120 years" in caught.value.faults[0] and "fever" in caught.value.faults[4]
    check_answers({"age": 30, "fever": False, "pain_where": ()})


def test_no_question_is_asked_without_a_use() -> None:
    looks = [one for entry in screening_entries().values() for group in entry.when for one in group]
    for part in contraindications().values():
        looks += [one for bar in (*part.never, *part.ask_first) for one in bar.conditions]
    unused = set(intake_questions()) - {one.question for one in looks} - looked_at()
    assert unused == set(), "asked, and neither a flag, a caution, a finding nor the plan looks at it"


def looked_at() -> set[str]:
    """Questions that assessment, a pathway or the plan looks at, by a condition or by name. (Words are no use.)"""
    tables = [PACKAGE / f"knowledge/data/{one}.toml" for one in ("findings", "pathways")]
    tables += (PACKAGE / "program").rglob("*.toml")
    texts: list[str] = []
    for path in tables:
        if path.name != "told.toml":
            texts += texts_in(tomllib.loads(path.read_text(encoding="utf-8")))
    for path in [path for part in ("intake", "assessment", "program") for path in (PACKAGE / part).glob("*.py")]:
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        texts += [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return {found for text in texts if (found := asked_in(text))}


def texts_in(value: Any) -> list[str]:
    """Every key and text of a table."""
    if isinstance(value, dict):
        return [*value, *(text for one in value.values() for text in texts_in(one))]
    return [text for one in value for text in texts_in(one)] if isinstance(value, list) else [str(value)]


def asked_in(text: str) -> str:
    """The question that a text names, alone or in a condition; "" for any other text."""
    if text in intake_questions():
        return text
    try:
        return parse_condition(text).question
    except InputError:
        return ""


def test_a_use_is_seen_only_where_a_question_is_looked_at() -> None:
    assert texts_in({"falls": {"when": [["age >= 65"], ["runs"]]}}) == ["falls", "when", "age >= 65", "runs"]
    assert asked_in("falls >= 2") == asked_in("falls") == "falls"
    assert asked_in("She falls in love") == asked_in("fell") == ""


def test_every_set_of_cautions_is_used() -> None:
    used = {part.id for one in list_breath_techniques().values() for part in one.cautions}
    used |= {part.id for guide in list_massage_guides().values() for part in guide.cautions}
    used |= {part.id for test in self_tests().values() for part in test.cautions}
    used |= set(demanded_sets(list(Demand)))
    assert used == set(contraindications())
    assert {one for entry in screening_entries().values() for one in entry.narrows} == set(NARROWS)


@pytest.mark.parametrize(
    "text",
    [
        "I want to die.",
        "I've been thinking of SUICIDE",
        "i don\u2019t want to live",
        "hurt myself on purpose again",
        "self-harm",
    ],
)
def test_words_of_self_harm_are_heard_anywhere(text: str) -> None:
    found = screen_answers({}, texts=("fine", text))
    assert mentions_self_harm(text) and found.level == "stop" and found.entries[0].id == "self_harm"
    assert found.help == help_lines() and len(found.help) >= 5
    assert "person" in found.entries[0].words


@pytest.mark.parametrize("text", ["My hip is killing me", "I could die laughing", "a livelier want", ""])
def test_ordinary_words_are_not_taken_for_it(text: str) -> None:
    assert not mentions_self_harm(text) and screen_answers({}, texts=(text,)).help == ()


@pytest.mark.parametrize("told", [{"age": 44}, {"age": 61, "eye_skin_gut": True}])
def test_stiff_mornings_say_what_was_asked_and_no_more(told: dict[str, Any]) -> None:
    told |= {"morning_stiff": True, "pain_weeks": 12}
    assert [one.title for one in screen_answers(told).entries] == ["Stiff mornings for three months or more"]
    assert screen_answers(told | {"pain_weeks": 11}).entries == ()


def test_a_faulty_entry_lists_all_its_faults() -> None:
    bad: dict[str, Any] = {
        "level": "stop",
        "urgency": "next_visit",
        "when": [["fevr"], ["not fever"]],
        "narrows": ["fun"],
        "source": "nobody",
        "evidence": "sure",
        "colour": "red",
    }
    with pytest.raises(InputError) as caught:
        read_entries({"bad": bad})
    told = "\n".join(caught.value.faults)
    for part in ("cannot wait", "fevr", "answered away", "'fun'", "nobody", "sure", "'colour' is not known"):
        assert part in told
    with pytest.raises(InputError, match="mention is for the next visit"):
        read_entries({"bad": {**bad, "level": "mention", "urgency": "now", "when": [["fever"]]}})
    with pytest.raises(InputError, match="never be told"):
        read_entries({"bad": {**bad, "when": []}})


def test_a_faulty_question_is_noticed() -> None:
    with pytest.raises(InputError, match="'low' is not below"):
        read_questions({"q": {"group": "you", "kind": "number", "low": 3, "high": 3, "unit": "km"}})
    with pytest.raises(InputError, match="'options' is missing"):
        read_questions({"q": {"group": "you", "kind": "many"}})


CORD: dict[str, Any] = {"illnesses": ["spinal_cord_injury"], "wheelchair": True, "leg_weak": True, "leg_numb": True}


@pytest.mark.parametrize(
    ("more", "nerve"),
    [
        ({"leg_weak_worse": False, "both_legs_new": False}, False),
        ({"sciatica": True}, True),
        ({"pain_where": ["below_knee"]}, True),
        ({"both_legs_new": True}, True),
        ({"illnesses": []}, True),
    ],
)
def test_what_a_cord_injury_explains_is_no_new_nerve_sign(more: dict[str, Any], nerve: bool) -> None:
    found = screen_answers({"age": 38, **CORD, **more})
    assert ("nerve_signs" in [one.id for one in found.entries]) == nerve


def test_weakness_that_grows_stops_after_a_cord_injury_too() -> None:
    assert screen_answers({"age": 38, **CORD, "leg_weak_worse": True}).level == "stop"


def test_a_leg_that_gets_weaker_goes_to_a_hospital_at_once_wherever_it_is_said() -> None:
    said = [screening_entries()["nerve_signs"].words, text("pathway.see.leg_signs"), text("pathway.see.leg_signs_both")]
    for words in said:
        days, _, at_once = words.partition("gets weaker or number")
        assert "doctor within days" in days and "at once" not in days
        assert all(part in at_once for part in ("numbness between your legs", "passing water", "at once"))
    assert "at once" in text("plan.text.flags").partition("gets weaker or number")[0]
    assert "go at once" in screening_entries()["leg_weakness_growing"].words


def test_nobody_in_a_wheelchair_is_told_to_walk_stand_or_squat() -> None:
    for one in contraindications().values():
        seated = render(one.instead({"wheelchair": True})).lower()
        assert not re.search(r"\b(walk|run|stand|stair|squat|heel raise|on two legs|feet|hands and knees)", seated)
    assert "Walk" in render(contraindications()["impact"].instead({}))


def test_the_doubt_about_pregnancy_asks_first() -> None:
    told = screen_answers({"age": 36, "pain_now": 0, "night_pain": True, "pregnant": False, "pregnant_weeks": 14})
    assert [one.id for one in told.entries][:2] == ["weeks_without", "pain_free_but"]
    assert {one.urgency for one in told.entries[:2]} == {"days"} and "do a test" in told.entries[0].words
    usual = screen_answers({"age": 36, "pain_now": 0, "pain_usual": 4, "night_pain": True})
    assert [one.id for one in usual.entries] == ["night"], "pain on other days explains the nights"


def test_known_pelvic_pain_alone_does_not_call_the_midwife() -> None:
    words = screening_entries()["pregnancy"].words
    assert "If your pelvis hurts" not in words and "new or stronger pain" in words
