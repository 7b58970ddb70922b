"""A doctor has looked: the page that takes it down, and what opens a stop again."""

from __future__ import annotations

from datetime import date, timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from psoas.services import answers_service
from psoas.web.dependencies import STOP, VISIT
from tests.story_person import send, tell
from tests.web_worlds import World

TEEN = {"age": 16, "sex": "male", "pain_where": ["groin"], "pain_side": "right", "pain_weeks": 8, "pain_now": 3}
LAST_WEEK = (date.today() - timedelta(days=7)).isoformat()
SEEN: dict[str, Any] = {"picture": ["young_hip"], "day": LAST_WEEK, "outcome": "cleared", "new": "no"}


@pytest.fixture
def stopped(tmp_path: Path) -> World:
    """A boy of 16 with groin pain, sent for an X-ray at once."""
    world = World(tmp_path)
    assert tell(world, TEEN)[-1] == "where"
    return world


def page(world: World, where: str) -> str:
    got = world.home.get(where)
    assert got.status_code == 200, (where, got.status_code, got.headers.get("location"))
    return unescape(got.text)


def test_an_x_ray_that_was_fine_opens_the_way_to_the_findings(stopped: World) -> None:
    assert VISIT in page(stopped, STOP)
    assert "growing" in page(stopped, VISIT)
    assert send(stopped, VISIT, SEEN).headers["location"] == "/story"
    assert tell(stopped, TEEN)[-1] == "nights", "the questions go on to the end"
    found = page(stopped, "/findings")
    assert "a doctor looked at this on" in found and "said you may exercise" in found


@pytest.mark.parametrize("changes", [{"outcome": "not_cleared"}, {"new": "yes"}], ids=["not yet", "something new"])
def test_not_yet_and_something_new_keep_the_stop(stopped: World, changes: dict[str, str]) -> None:
    assert send(stopped, VISIT, SEEN | changes).headers["location"] == STOP
    assert "X-ray" in page(stopped, STOP)


def test_pain_that_began_after_the_visit_opens_the_stop_again(stopped: World) -> None:
    send(stopped, VISIT, SEEN)
    assert send(stopped, "/story/ask/pain", {"pain_now": "3", "pain_weeks": "8"}).headers["location"] != STOP
    assert send(stopped, "/story/ask/pain", {"pain_now": "3", "pain_weeks": "0"}).headers["location"] == STOP
    assert answers_service.load_draft(stopped.site.home)["visits"]["young_hip"]["nothing_new"] is False
    assert send(stopped, VISIT, SEEN | {"day": date.today().isoformat()}).headers["location"] == "/story"


def test_a_new_place_of_pain_opens_the_stop_again(stopped: World) -> None:
    send(stopped, VISIT, SEEN)
    form = {"place": ["groin/right", "knee/left"]}
    assert send(stopped, "/story/ask/where", form).headers["location"] == STOP


def test_a_form_half_filled_says_what_is_missing(stopped: World) -> None:
    got = send(stopped, VISIT, {"picture": ["cannot_stand"], "day": "2999-01-01"})
    assert got.status_code == 422
    assert [one for one in ("picture", "day", "outcome", "new") if f'id="fault-{one}"' not in got.text] == []
    assert answers_service.load_draft(stopped.site.home)["visits"] == {}


def test_what_no_visit_lifts_is_said(tmp_path: Path) -> None:
    world = World(tmp_path)
    tell(world, {"age": 40, "sex": "male", "cannot_bear_weight": True})
    assert "cannot bear weight" in page(world, VISIT) and "When they are gone" in page(world, VISIT)
