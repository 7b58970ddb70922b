"""The belly check in the app: a short list, and yes or no with the reason."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest

from psoas.knowledge.belly_check import belly_questions
from psoas.services import answers_service
from psoas.services.item_instructions import BELLY
from psoas.web.dependencies import STOP
from tests.story_person import send, tell
from tests.web_worlds import World

ALL_NO = dict.fromkeys(belly_questions(), "no")


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Somebody who has only begun with the questions."""
    found = World(tmp_path)
    tell(found, {"age": 34, "sex": "male", "smokes": True}, until="where")
    return found


def page(world: World) -> str:
    got = world.home.get(BELLY)
    assert got.status_code == 200, got.headers.get("location")
    return unescape(got.text)


def test_all_no_opens_it(world: World) -> None:
    assert "Two minutes" in page(world)
    assert send(world, BELLY, ALL_NO).headers["location"] == BELLY
    assert "You can add the gentle belly release" in page(world)


def test_one_yes_says_why_not_and_can_be_answered_again(world: World) -> None:
    send(world, BELLY, ALL_NO | {"blood": "yes"})
    assert "You bleed more easily" in page(world) and "Answer again" in page(world)
    send(world, BELLY, ALL_NO)
    assert "You can add" in page(world)


def test_an_open_question_is_asked_for(world: World) -> None:
    got = send(world, BELLY, ALL_NO | {"hernia": ""})
    assert got.status_code == 422 and "Please answer every question" in got.text
    assert answers_service.load_draft(world.site.home)["belly_check"] == {}


def test_a_doctors_word_is_asked_for_where_it_counts(world: World) -> None:
    send(world, BELLY, ALL_NO | {"ask_first": "yes"})
    assert "ask your doctor first" in page(world)
    send(world, BELLY, ALL_NO | {"ask_first": "yes", "agreed": "yes"})
    assert "You can add" in page(world)


def test_who_should_ask_first_gets_the_list_first(tmp_path: Path) -> None:
    older = World(tmp_path)
    tell(older, {"age": 67, "sex": "male"}, until="where")
    assert "Two minutes" in page(older) and "has your doctor said" in page(older)
    send(older, BELLY, ALL_NO)
    assert "ask your doctor first" in page(older)


def test_known_answers_are_not_asked_again_and_a_stop_comes_first(world: World) -> None:
    tell(world, {"age": 34, "sex": "male"})
    assert "hernia" not in page(world), "everything is known, and nothing speaks against it"
    send(world, "/story/ask/base", {"saddle_numb": "yes"})
    assert world.home.get(BELLY).headers["location"] == STOP
