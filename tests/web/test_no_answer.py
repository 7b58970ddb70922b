"""What may be left open can be opened again without scripts: the last choice is no answer, and it is kept as none."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from psoas.knowledge.questionnaires import questionnaires
from psoas.services import answers_service
from psoas.store import repositories
from tests.practice_worlds import TODAY, again
from tests.story_person import send
from tests.web_worlds import World

OPEN = re.compile(r'<input type="radio" name="(\w+)" value=""( checked)?><span>No answer')


@pytest.fixture
def world(told_once: Path, tmp_path: Path) -> World:
    return again(told_once, tmp_path)


def offers(world: World, where: str) -> dict[str, bool]:
    """Questions of a page that offer no answer, and whether that is chosen."""
    return {name: bool(chosen) for name, chosen in OPEN.findall(unescape(world.home.get(where).text))}


def test_an_activity_can_be_taken_back(world: World) -> None:
    where = "/story/questions/function"
    items = [one.id for one in questionnaires()["function"].items]
    send(world, where, dict.fromkeys(items, "4"))
    assert offers(world, where) == dict.fromkeys(items, False)
    send(world, where, dict.fromkeys(items, "4") | {items[1]: ""})
    assert items[1] not in answers_service.load_draft(world.site.home)["questionnaires"]["function"]
    assert offers(world, where) == {one: one == items[1] for one in items}


def test_where_every_item_counts_none_is_offered(world: World) -> None:
    assert offers(world, "/story/questions/gad2") == {}


@pytest.mark.parametrize("where", ["/progress", "/story/time"])
def test_a_number_of_today_can_be_left_out(world: World, where: str) -> None:
    assert set(offers(world, where).values()) == {True}
    form = {"/progress": "/progress/check-in", "/story/time": "/story/time/day"}[where]
    send(world, form, {"date": str(TODAY), "pain": "3", "sleep": "", "stress": "", "breath": ""})
    assert repositories.list_check_ins(world.site.home)[-1].scores == {"pain": 3}


def test_one_side_of_a_test_can_be_left_out(world: World) -> None:
    assert offers(world, "/story/tests/step_down") == {"right_1": True, "left_1": True}
    send(world, "/story/tests/step_down", {"right_1": "3", "left_1": ""})
    kept = next(one for one in repositories.list_self_tests(world.site.home) if one.test == "step_down")
    assert (kept.right, kept.left) == (3, None)
