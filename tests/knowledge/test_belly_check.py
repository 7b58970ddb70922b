"""The belly check: a short list that holds all that bars pressure on the belly; nothing barred ever opens."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.core.message import message
from psoas.intake.intake_form import settled_questions
from psoas.knowledge.belly_check import AGREED, BellyCheck, belly_questions, check_names, judge_belly_check
from psoas.knowledge.intake_questions import Answers, intake_questions
from psoas.knowledge.massage_guides import list_massage_guides, offer_guides
from psoas.knowledge.screening import screen_answers
from tests.knowledge_worlds import people
from tests.screening_meeting import meeting

BELLY = [one for one in list_massage_guides().values() if one.abdominal and one.who == "self"]
ALL_NO = dict.fromkeys(check_names(), False)


def judged(answers: Answers, said: dict[str, bool]) -> BellyCheck:
    return judge_belly_check(answers, said, screen_answers(answers), settled_questions(answers))


def test_a_healthy_person_who_says_no_to_all_gets_the_belly_release() -> None:
    assert judged({}, ALL_NO).opens
    assert BELLY[0] in offer_guides({}, belly=judged({}, ALL_NO))
    assert BELLY[0] not in offer_guides({}), "no check, no belly"


def test_a_smoker_is_not_barred() -> None:
    assert judged({"smokes": True, "age": 40}, ALL_NO).opens


def test_it_is_short() -> None:
    assert len(belly_questions()) <= 15
    assert sum(len(one.words.split()) for one in belly_questions().values()) <= 300, "two minutes of reading aloud"


def test_everything_that_bars_the_belly_stands_in_a_question() -> None:
    """A bar that is added to a set of cautions of the belly release has to be added to belly_check.toml, too."""
    covered = {str(look) for one in belly_questions().values() for look in one.covers}
    bars = {str(look) for guide in BELLY for part in guide.cautions for look in part.never}
    sets = [part for guide in BELLY for part in guide.cautions if part.id == "abdominal_pressure"]
    asks = {str(look) for part in sets for look in part.ask_first}
    assert (bars | asks) - covered == set()


@pytest.mark.parametrize("name", belly_questions())
def test_one_yes_says_no_with_its_reason(name: str) -> None:
    one = belly_questions()[name]
    found = judged({}, ALL_NO | {name: True})
    assert found.reasons == (one.why,) and not found.opens
    agreed = judged({}, ALL_NO | {name: True, AGREED: True})
    assert agreed.opens == one.ask_first, "a doctor's word opens what asks for it, and nothing else"


@pytest.mark.parametrize("look", [str(look) for one in belly_questions().values() for look in one.covers])
def test_a_yes_in_the_answers_outweighs_a_no_in_the_check(look: str) -> None:
    assert not judged(meeting(look), ALL_NO).opens


def test_what_is_open_is_asked_and_what_is_known_is_not() -> None:
    assert judged({}, {}).open == tuple(belly_questions().values())
    known = {one.id: False for one in intake_questions().values() if one.kind == "yes"}
    full: dict[str, Any] = {**known, "age": 40, "sex": "male", "operations": [], "illnesses": [], "pain_where": []}
    assert judged(full, {}).open == () and judged(full, {}).opens


@given(people(), st.dictionaries(st.sampled_from(check_names()), st.booleans()))
def test_nothing_barred_ever_opens(answers: dict[str, Any], said: dict[str, bool]) -> None:
    found, screening = judged(answers, said), screen_answers(answers)
    if not found.opens:
        return
    assert screening.program_allowed and not {"massage", "abdominal_massage"} & set(screening.narrows)
    assert not any(guide.bars(answers) for guide in BELLY)
    assert not any(said.get(name) for name, one in belly_questions().items() if not one.ask_first)
    settled = settled_questions(answers)
    for name, one in belly_questions().items():
        assert name in said or all(look.question in settled for look in one.covers)


def test_a_stop_and_what_narrows_the_belly_are_named() -> None:
    assert judged({"calf_swollen": True}, ALL_NO).reasons[0].code == message("belly_check.stopped").code
    assert (
        judged({"faint": False, "belly_unexplained": True}, ALL_NO).reasons[0].code
        == message("belly_check.narrowed").code
    )
