"""A led session and its log: everything goes with the page, entries are kept once, and what hurt takes a step back."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from uuid import uuid4

import pytest

from psoas.program.program_models import Item
from psoas.services import program_service
from psoas.session.session_script import animation_keys, build_script
from psoas.store import person_repository, session_repository
from psoas.store.person_scope import PersonScope
from tests.practice_worlds import TODAY, again, entry, kept_entries, post_log, session_log
from tests.story_person import send
from tests.web_worlds import World


@pytest.fixture
def world(told_once: Path, tmp_path: Path) -> World:
    return again(told_once, tmp_path)


def first_exercise(world: World) -> Item:
    """An exercise of the week's first session that has an easier form or more than one set."""
    now = program_service.load_current_program(world.site.home, TODAY)
    items = now.phase(TODAY).sessions[0].items
    return next(one for one in items if one.kind == "exercise" and one.sets > 1)


def test_the_page_holds_the_whole_session(world: World) -> None:
    now = program_service.load_current_program(world.site.home, TODAY)
    got = world.home.get("/session/release-1")
    found = re.search(r'id="session-data">(.*?)</script>', got.text, re.DOTALL)
    assert found
    data = json.loads(found[1])
    made = build_script(now.phase(TODAY).sessions[0])
    assert len(data["script"]["steps"]) == len(made.steps)
    assert set(data["figures"]) == set(animation_keys(made))
    assert data["program"] == str(now.id) and data["key"] == f"{now.id}/release-1"
    assert len(got.content) < 1_500_000


def test_session_leads_to_the_one_that_is_next(world: World) -> None:
    assert world.home.get("/session").headers["location"] == "/session/release-1"
    post_log(world, session_log(program_service.load_current_program(world.site.home, TODAY)))
    assert world.home.get("/session").headers["location"] == "/session/release-2"


@pytest.mark.parametrize("name", ["release-0", "release-9", "nowhere-1", "release-x", "release"])
def test_a_session_that_is_not_there_is_no_page(world: World, name: str) -> None:
    assert world.home.get(f"/session/{name}").status_code == 404


def test_bones_are_those_of_the_reference_body(world: World) -> None:
    scene = world.home.get("/api/bones").json()
    assert scene["schema"] == "psoas.scene/1"


def test_entries_are_kept_once_in_whatever_order_they_come(world: World) -> None:
    log = session_log(program_service.load_current_program(world.site.home, TODAY))
    assert post_log(world, log).json() == {"new": len(log)}
    assert post_log(world, log).json() == {"new": 0}
    again = session_log(program_service.load_current_program(world.site.home, TODAY), day=2)
    chance = random.Random(5)
    for _ in range(6):
        part = chance.sample(again, 9)
        assert post_log(world, part).status_code == 200
    post_log(world, again)
    assert len(kept_entries(world)) == len(log) + len(again)
    done = program_service.load_session_log(world.site.home)
    assert [one.share for one in done] == [1.0, 1.0]


def test_a_log_that_is_none_is_refused_whole_with_every_fault(world: World) -> None:
    log = session_log(program_service.load_current_program(world.site.home, TODAY))
    log[1]["kind"], log[3]["at"] = "danced", "yesterday"
    got = post_log(world, log)
    assert got.status_code == 422
    assert len(got.json()["faults"]) == 2
    assert kept_entries(world) == []
    assert world.home.post("/api/log", content=b"{", headers=world.own).status_code == 422


def test_a_log_from_another_site_is_refused(world: World) -> None:
    log = session_log(program_service.load_current_program(world.site.home, TODAY))
    got = world.home.post("/api/log", json={"entries": log}, headers={"Origin": "http://elsewhere.example"})
    assert got.status_code == 403
    assert kept_entries(world) == []


def test_a_log_belongs_to_who_sent_it(world: World) -> None:
    log = session_log(program_service.load_current_program(world.site.home, TODAY))
    post_log(world, log)
    other = PersonScope(world.site.engine, person_repository.add_person(world.site.engine, "Somebody else").id)
    assert session_repository.list_entries(other) == []
    assert program_service.load_session_log(other) == ()


def test_what_hurt_is_taken_a_step_back_and_the_program_shows_it(world: World) -> None:
    item = first_exercise(world)
    post_log(world, session_log(program_service.load_current_program(world.site.home, TODAY), hurt=item.name))
    page = world.home.get("/program").text
    assert "it hurt 5 of 10" in page
    now = program_service.latest_saved_program(world.site.home)
    assert now is not None
    [one] = [one for one in now.decisions if one.name == item.name]
    assert one.accepted and one.verdict == "regress" and one.sets == item.sets - 1
    sets = [
        i.sets for i in program_service.items_of_phase(now.phase(TODAY)) if (i.name, i.side) == (item.name, item.side)
    ]
    assert set(sets) == {item.sets - 1}
    after = world.home.get("/session/after").text
    assert "it hurt 5 of 10" in after
    post_log(world, [])
    world.home.get("/program")
    again = program_service.latest_saved_program(world.site.home)
    assert again is not None and again.decisions == now.decisions, "the same session asks only once"


@pytest.mark.parametrize(("where", "nerve"), [("groin", False), ("numb", True), ("below_knee", True)])
def test_the_page_after_says_that_stopping_was_right_and_asks_about_nerves(
    world: World, where: str, nerve: bool
) -> None:
    item = first_exercise(world)
    log = session_log(program_service.load_current_program(world.site.home, TODAY), hurt=item.name, where=(where,))
    [told] = [one["entry"] for one in log if one["kind"] == "hurt"]
    del told["score"]
    assert post_log(world, log).status_code == 200
    text = world.home.get("/session/after").text
    assert "That was right." in text
    assert ("something down your leg" if nerve else ": it hurt. ") in text
    assert ('href="/story/ask/legs"' in text) is ("Stop here and call." in text) is nerve


def test_the_page_after_a_good_session_speaks_of_no_pain(world: World) -> None:
    post_log(world, session_log(program_service.load_current_program(world.site.home, TODAY)))
    text = world.home.get("/session/after").text
    assert "That was right." not in text and "/story/ask/legs" not in text


def test_after_something_down_the_leg_the_item_is_left_out(world: World) -> None:
    item = first_exercise(world)
    now = program_service.load_current_program(world.site.home, TODAY)
    post_log(world, session_log(now, hurt=item.name, score=2, where=("below_knee",)))
    after = program_service.load_current_program(world.site.home, TODAY)
    left = [one for one in after.decisions if one.name == item.name]
    assert [(one.sets, one.item) for one in left] == [(0, "")]
    sides = {(i.name, i.side) for phase in after.program.phases for i in program_service.items_of_phase(phase)}
    assert (item.name, item.side) not in sides


def test_a_step_back_stays_when_the_plan_is_made_anew(world: World) -> None:
    item = first_exercise(world)
    post_log(world, session_log(program_service.load_current_program(world.site.home, TODAY), hurt=item.name))
    world.home.get("/program")
    send(world, "/program/wishes", {"place": "home", "minutes": "25", "days": "4", "weeks": "8"})
    now = program_service.latest_saved_program(world.site.home)
    assert now is not None and [one.name for one in now.decisions] == [item.name]


def test_the_day_after_is_asked_once_and_kept_once(world: World) -> None:
    log = session_log(program_service.load_current_program(world.site.home, TODAY), ago=1)
    post_log(world, log)
    text = world.home.get("/program").text
    if program_service.sessions_since(
        world.site.home, program_service.load_current_program(world.site.home, TODAY).start
    ):
        assert "How did you feel after" in text
    form = {"session": log[0]["session"], "score": "6", "back": "/progress"}
    assert send(world, "/progress/day-after", form).headers["location"] == "/progress"
    send(world, "/progress/day-after", form | {"score": "1"})
    [told] = [one for one in kept_entries(world) if one.kind == "next_day_pain"]
    assert told.details() == {"score": 6}
    assert "How did you feel after" not in world.home.get("/program").text


def test_new_pain_at_night_leads_to_the_questions_about_it(world: World) -> None:
    log = session_log(program_service.load_current_program(world.site.home, TODAY), ago=1)
    post_log(world, log)
    form = {"session": log[0]["session"], "score": "2", "back": "/progress", "night": "1"}
    asked = send(world, "/progress/day-after", form).headers["location"]
    assert asked == "/story/ask/pain_kind" and 'name="night_pain"' in world.home.get(asked).text
    [told] = [one for one in kept_entries(world) if one.kind == "next_day_pain"]
    assert told.details() == {"score": 2, "night": True}
    [session] = program_service.load_session_log(world.site.home)
    assert session.night_pain


@pytest.mark.parametrize(
    "form", [{"session": "x", "score": "3"}, {"session": str(uuid4()), "score": "3"}, {"session": "", "score": "11"}]
)
def test_a_day_after_nothing_is_not_kept(world: World, form: dict[str, str]) -> None:
    assert send(world, "/progress/day-after", form | {"back": "//elsewhere"}).headers["location"] == "/program"
    assert kept_entries(world) == []


def test_after_a_session_its_page_says_what_was_done_and_what_is_next(world: World) -> None:
    log = session_log(program_service.load_current_program(world.site.home, TODAY), effort=6, pain=2)
    post_log(world, log)
    text = world.home.get("/session/after").text
    count = log[0]["entry"]["blocks"]
    assert f"You did {count} of {count} sets." in text
    assert "6 of 10" in text and "2 of 10" in text
    assert "Day 2," in text


def test_a_session_left_half_way_counts_what_was_done(world: World) -> None:
    log = session_log(program_service.load_current_program(world.site.home, TODAY))
    post_log(world, log[:4])
    [one] = program_service.load_session_log(world.site.home)
    assert one.done == 3 and not one.finished
    assert world.home.get("/session").headers["location"] == "/session/release-1"


def test_entries_of_a_session_nobody_began_change_no_page(world: World) -> None:
    key = uuid4()
    at = program_service.load_current_program(world.site.home, TODAY).made
    post_log(world, [entry(key, "paused", at)])
    for path in ("/program", "/progress", "/session/after"):
        assert world.home.get(path).status_code == 200
