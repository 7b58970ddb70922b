"""The intake: every question is reached and kept, wrong values come back, one may stop, resume and delete."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from psoas.core.catalogue import has
from psoas.intake import pain_map
from psoas.intake.intake_form import (
    UNASKED,
    drop_irrelevant_answers,
    intake_screens,
    is_question_relevant,
    next_open_screen,
    question_conditions,
    relevant_screens,
)
from psoas.intake.question_flow import question_flow
from psoas.knowledge.intake_questions import Answers, DraftAnswer, intake_questions, parse_condition, read_words
from psoas.knowledge.questionnaires import questionnaires
from psoas.knowledge.screening import screening_entries
from psoas.knowledge.self_tests import self_tests
from psoas.services import answers_service
from psoas.services.person_data import load_person_data
from psoas.store import person_repository, repositories
from psoas.store.person_scope import PersonScope
from psoas.web.dependencies import STOP
from tests.story_person import LAWYER, case, form_of, send, tell
from tests.web_worlds import LAN, World

FEMALE: dict[str, DraftAnswer] = {"age": 37, "sex": "female"}


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def text_of(world: World, where: str) -> str:
    got = world.home.get(where)
    assert got.status_code in (200, 422), (where, got.status_code, got.headers.get("location"))
    return str(got.text)


def test_every_question_stands_on_one_screen_with_its_own_group() -> None:
    placed = [one.id for screen in intake_screens().values() for one in screen.questions]
    assert sorted(placed) == sorted(set(intake_questions()) - {UNASKED})
    for screen in intake_screens().values():
        assert {one.group for one in screen.questions} == {screen.group}, screen.id
    groups = [screen.group for screen in intake_screens().values()]
    assert list(dict.fromkeys(groups)) == list(dict.fromkeys(one.group for one in intake_questions().values()))
    assert sum(a != b for a, b in pairwise(groups)) == len(set(groups)) - 1, "each group once"


def test_what_a_question_depends_on_is_asked_on_an_earlier_screen() -> None:
    order = {one.id: i for i, screen in enumerate(intake_screens().values()) for one in screen.questions}
    for name, groups in question_conditions().items():
        for one in (one for group in groups for one in group):
            assert order[one.question] < order[name], (name, one.question)


def test_no_red_flag_hides_behind_an_answer_that_does_not_lead_to_it() -> None:
    """Whatever a stop looks at is asked of everybody, or only after something the same stop needs as well."""
    for entry in screening_entries().values():
        if entry.level != "stop":
            continue
        for one in (one for group in entry.when for one in group):
            if one.question not in question_conditions():
                continue
            needed = {c.question for group in question_conditions()[one.question] for c in group}
            looked = {c.question for group in entry.when for c in group}
            by_nature = {"sex", "age", "hernia", "leg_weak", "operations", "pain_where", "runs"}
            assert needed & (looked | by_nature), (entry.id, one.question)


def test_every_screen_and_option_has_words() -> None:
    for name in intake_screens():
        assert has(f"story.screen.{name}.title")
    for one in intake_questions().values():
        for option in one.options:
            assert all(has(f"story.option.{part}") for part in option.split("/")), option


def test_the_map_offers_every_place_once_and_draws_each_within_the_figure() -> None:
    assert set(pain_map.pain_places()) == set(intake_questions()["pain_where"].options)
    drawn = {spot.place for spot in pain_map.pain_spots()}
    assert drawn == set(pain_map.all_boxes())
    for spot in pain_map.pain_spots():
        assert 0 <= spot.x - spot.wide + 16 <= pain_map.WIDTH + 16, spot
        assert spot.y + spot.high < pain_map.HEIGHT
    groin = {(spot.place, spot.view): spot.x for spot in pain_map.pain_spots()}
    assert groin["groin/right", "front"] < pain_map.MIDDLE < groin["groin/left", "front"]
    assert groin["buttock/right", "back"] > pain_map.MIDDLE > groin["buttock/left", "back"]


@pytest.mark.parametrize(
    ("boxes", "where", "side"),
    [
        (["groin/right", "low_back/middle"], ["low_back", "groin"], "right"),
        (["knee/left", "knee/right"], ["knee"], "both"),
        (["neck/middle"], ["neck"], "middle"),
        (["groin/left", "nonsense", "groin/middle"], ["groin"], "left"),
    ],
)
def test_boxes_of_the_map_become_places_and_a_side(boxes: list[str], where: list[str], side: str) -> None:
    found = pain_map.answers_from_boxes(boxes)
    assert sorted(read_words(found, "pain_where")) == sorted(where)
    assert found["pain_side"] == side
    assert set(read_words(found, "pain_sides")) == set(boxes) & set(pain_map.all_boxes())
    back = pain_map.boxes_from_answers(found, " ".join(boxes))
    assert pain_map.answers_from_boxes(back) == found
    assert pain_map.boxes_from_answers(found, "") == set(read_words(found, "pain_sides")), (
        "the answers alone keep every side"
    )


def test_answers_from_before_each_place_had_its_sides_still_fill_the_map() -> None:
    old: Answers = {"pain_where": ["low_back", "groin"], "pain_side": "both"}
    assert pain_map.boxes_from_answers(old, "") == {"low_back/right", "low_back/left", "groin/right", "groin/left"}
    noted = "low_back/right low_back/left groin/right"
    assert pain_map.boxes_from_answers(old, noted) == set(noted.split())
    assert set(intake_questions()["pain_sides"].options) == set(pain_map.all_boxes())


def test_what_was_stored_before_each_place_had_its_sides_is_read_with_them(world: World) -> None:
    tell(world, FEMALE | {"pain_where": ["groin"], "pain_side": "right"})
    own = world.site.home
    old = answers_service.load_draft(own)
    old["answers"] |= {"pain_where": ["low_back", "groin"], "pain_side": "both"}
    del old["answers"]["pain_sides"]
    repositories.save_answers(own, old | {"notes": {pain_map.NOTE: "low_back/right low_back/left groin/right"}})
    found = {one.id: one for one in answers_service.load_assessment(own).findings}
    assert found["hip_pain"].side == "right"
    repositories.save_answers(own, old | {"notes": {}})
    found = {one.id: one for one in answers_service.load_assessment(own).findings}
    assert found["hip_pain"].side == "both", "with one side for all places that is what was told"


def test_a_pain_on_one_side_stays_there_whatever_else_is_ticked(world: World) -> None:
    tell(world, FEMALE)
    boxes = ["low_back/right", "low_back/left", "groin/right"]
    send(world, "/story/ask/where", {"place": boxes})
    found = {one.id: one for one in answers_service.load_assessment(world.site.home).findings}["hip_pain"]
    assert (found.side, found.sentence) == ("right", "Your right groin hurts.")
    send(world, "/story/ask/where", {"none": "yes"})
    assert "pain_sides" not in answers_service.load_draft(world.site.home)["answers"], "sides go with their places"


def test_follow_ups_come_and_go_with_what_they_hang_on() -> None:
    assert not is_question_relevant("pregnant_weeks", FEMALE)
    assert is_question_relevant("pregnant_weeks", FEMALE | {"pregnant": True})
    assert not is_question_relevant("pregnant", {"age": 37, "sex": "male"})
    assert not is_question_relevant("pain_weeks", {"pain_where": ()})
    assert is_question_relevant("pain_weeks", {"pain_where": ["knee"]})
    assert is_question_relevant("chest_exertion", {"panic_like": True})
    old = FEMALE | {"pregnant": False, "pregnant_weeks": 20, "hernia": False, "hernia_stuck": True}
    assert drop_irrelevant_answers(old).keys() == {"age", "sex", "pregnant", "hernia"}


def test_nothing_is_kept_before_consent(world: World) -> None:
    assert "I agree" in text_of(world, "/story")
    got = send(world, "/story/ask/you", {"age": "37", "sex": "female"})
    assert got.headers["location"] == "/story"
    assert repositories.latest_answers(world.site.home) is None
    for where in ("/story/ask/you", "/story/ask/size", "/story/time", "/story/reflection", "/story/tests"):
        assert world.home.get(where).headers["location"] == "/story"
    assert "Tell my story" in text_of(world, "/findings")


def test_the_lawyer_tells_everything_and_it_is_kept(world: World) -> None:
    shown = tell(world, LAWYER)
    answers = answers_service.load_draft(world.site.home)["answers"]
    for name, value in LAWYER.items():
        if name != "pain_side":
            given = answers[name]
            assert (
                (sorted(read_words(answers, name)) == sorted(value)) if isinstance(value, list) else given == value
            ), name
    assert answers["pain_side"] == "right"
    assert next_open_screen(answers) is None
    assert "runs_km_week" in answers
    assert "pregnancy_weeks" not in shown
    assert "legs_more" in shown
    assert "See what we found" in text_of(world, "/story")


def test_every_question_can_be_reached(world: World) -> None:
    """Three people who say yes to what the others do not: together they see every question."""
    yes: dict[str, Any] = {name: True for name, one in intake_questions().items() if one.kind == "yes"}
    many: dict[str, Any] = {name: list(one.options) for name, one in intake_questions().items() if one.kind == "many"}
    seen: set[str] = set()
    for sex, age, side in (("female", 40, "left"), ("male", 40, "left"), ("male", 60, "both")):
        own = {"age": age, "sex": sex, "work_kind": "desk", "hip_side": "both", "sciatica_side": side}
        told_all = yes | many | own
        answers: dict[str, Any] = {}
        for screen in intake_screens().values():
            seen |= {one.id for one in screen.asks(answers)}
            answers |= {one.id: told_all.get(one.id, one.low) for one in screen.questions}
    assert seen == set(intake_questions()) - {UNASKED}


@pytest.mark.parametrize(
    ("screen", "form", "line"),
    [
        ("you", {"age": "200", "sex": "female"}, "Enter a number from 0 to 120 years."),
        ("you", {"age": "old", "sex": "female"}, "Enter a number from 0 to 120 years."),
        ("you", {"age": "37"}, "Choose one answer."),
        ("you", {"age": "37", "sex": "dragon"}, "Choose one answer."),
        ("where", {}, "Tick what is true"),
        ("where", {"none": "yes", "place": "groin/right"}, "but not both"),
        ("hip", {}, "Tick what is true"),
        ("hip", {"hip_click": "yes", "none": "yes"}, "but not both"),
        ("operations", {"operations": "dragon"}, "Tick what is true"),
    ],
)
def test_a_wrong_value_brings_the_screen_back_with_one_line(
    world: World, screen: str, form: dict[str, str], line: str
) -> None:
    tell(world, LAWYER, until=screen)
    before = repositories.answer_history(world.site.home)
    got = send(world, f"/story/ask/{screen}", form)
    assert got.status_code == 422
    assert got.text.count('role="alert"') == 1
    assert line in got.text
    assert len(repositories.answer_history(world.site.home)) == len(before), "nothing half-written"
    if form.get("age"):
        assert f'value="{form["age"]}"' in got.text, "what was typed is still there"


def test_a_comma_is_a_point(world: World) -> None:
    send(world, "/story")
    tell(world, LAWYER, until="nights")
    send(world, "/story/ask/nights", {"stress_level": "8", "sleep_quality": "4", "sleep_hours": "6,5"})
    assert answers_service.load_draft(world.site.home)["answers"]["sleep_hours"] == 6.5


WORDS = "Since the move my hip locks, and I would like to carry my daughter again."
LAST = {"stress_level": "8", "sleep_quality": "4", "sleep_hours": ""}


def test_own_words_are_kept_stand_above_the_findings_and_may_go_again(world: World) -> None:
    tell(world, LAWYER)
    assert "In your own words" not in text_of(world, "/findings")
    send(world, "/story/ask/nights", LAST | {"own_words": f"  {WORDS} <b>"})
    assert answers_service.load_draft(world.site.home)["notes"]["own_words"] == f"{WORDS} <b>"
    assert f'<blockquote translate="no">{WORDS} &lt;b&gt;</blockquote>' in text_of(world, "/findings")
    assert WORDS in text_of(world, "/story/ask/nights")
    assert WORDS not in text_of(world, "/story/ask/habits")
    send(world, "/story/ask/nights", LAST | {"own_words": " "})
    assert "In your own words" not in text_of(world, "/findings")


def test_own_words_that_are_too_many_are_not_cut(world: World) -> None:
    tell(world, LAWYER)
    got = send(world, "/story/ask/nights", LAST | {"own_words": 2001 * "w"})
    assert got.status_code == 422
    assert "Write at most 2000 letters." in got.text
    assert 2001 * "w" in got.text, "what was typed is still there"
    assert not answers_service.load_draft(world.site.home)["notes"].get("own_words")


def test_own_words_that_ask_for_a_person_lead_to_one(world: World) -> None:
    tell(world, LAWYER)
    got = send(world, "/story/ask/nights", LAST | {"own_words": "I do not want to live any more"})
    assert got.headers["location"] == STOP
    assert 'href="/story/ask/nights"' in text_of(world, STOP)
    assert send(world, "/story/ask/nights", LAST).headers["location"] != STOP


def test_one_resumes_where_one_left_also_after_a_restart(tmp_path: Path) -> None:
    first = World(tmp_path)
    tell(first, LAWYER, until="legs")
    again = World(tmp_path)
    page = text_of(again, "/story")
    assert 'class="button" href="/story/ask/legs"' in page
    text = text_of(again, "/story/ask/where")
    assert re.search(r'value="groin/right" checked', text)
    assert re.search(r'name="none"[^>]* checked', text_of(again, "/story/ask/pregnancy"))
    assert not re.search(r'name="none"[^>]* checked', text_of(again, "/story/ask/legs"))
    assert "/story/ask/size" in text_of(again, "/story/ask/pregnancy"), "back leads to the screen before"


def test_a_changed_answer_takes_its_follow_up_along(world: World) -> None:
    tell(world, LAWYER)
    assert answers_service.load_draft(world.site.home)["answers"]["hip_side"] == "right"
    send(world, "/story/ask/hip", {"none": "yes"})
    answers = answers_service.load_draft(world.site.home)["answers"]
    assert "hip_side" not in answers
    assert answers["hip_click"] is False
    assert world.home.get("/story/ask/hip_side").headers["location"] == "/story"


def test_each_save_is_a_version(world: World) -> None:
    tell(world, LAWYER, until="moving")
    versions = repositories.answer_history(world.site.home)
    assert len(versions) > 4
    assert len(versions[0].told["answers"]) > len(versions[-1].told["answers"]) == 0


def test_size_belongs_to_the_body(world: World) -> None:
    send(world, "/story")
    send(world, "/story/ask/you", {"age": "37", "sex": "female"})
    got = send(world, "/story/ask/size", {"height": "400", "mass": "67,5"})
    assert got.status_code == 422
    got = send(world, "/story/ask/size", {"height": "168", "mass": "67,5"})
    assert got.headers["location"] == "/story/ask/pregnancy"
    me = person_repository.find_person(world.site.home)
    assert (me.height_m, me.mass_kg, me.sex) == (1.68, 67.5, "female")
    assert 'value="168"' in text_of(world, "/story/ask/size")
    assert send(world, "/story/ask/size", {"height": "", "mass": ""}).status_code == 303
    assert person_repository.find_person(world.site.home).height_m is None


def test_everything_goes_when_asked_and_one_may_begin_again(tmp_path: Path) -> None:
    world = World(tmp_path, lan=LAN)
    own = world.site.home
    # Some builds of SQLite wipe what they let go of by themselves; without that it has to go as well.
    event.listen(world.site.engine, "connect", lambda raw, _: raw.execute("PRAGMA secure_delete=OFF"))
    world.site.engine.dispose()
    tell(world, LAWYER)
    send(world, "/story/tests/modified_thomas", {"right_1": "6", "left_1": "-9", "way": "phone"})
    send(world, "/story/time/event", {"date": "2024-03-02", "kind": "body", "words": "zebra at the desk"})
    send(world, "/story/time/day", {"date": "2024-03-02", "pain": "4"})
    folder = world.settings.folder / "recordings" / "walk"
    folder.mkdir(parents=True)
    (folder / "summary.json").write_text("{}")
    repositories.add_measure(own, repositories.MeasureRecord(date(2024, 3, 2), "walk.trc", "recordings/walk", {}))
    assert any(b"zebra" in one.read_bytes() for one in world.settings.folder.glob("*.sqlite3*"))
    assert "Delete everything?" in text_of(world, "/story/delete")
    assert send(world, "/story/delete").status_code == 303
    assert repositories.latest_answers(own) is None
    assert not (
        repositories.list_self_tests(own)
        or repositories.list_events(own)
        or repositories.list_check_ins(own)
        or repositories.list_measures(own)
    )
    assert not folder.exists()
    assert not any(b"zebra" in one.read_bytes() for one in world.settings.folder.glob("*.sqlite3*")), (
        "not even the file"
    )
    assert "I agree" in text_of(world, "/story")
    tell(world, LAWYER, until="where")
    assert answers_service.load_draft(own)["answers"]["age"] == 37


def test_another_persons_rows_are_never_shown(world: World) -> None:
    tell(world, LAWYER)
    other = PersonScope(world.site.engine, person_repository.add_person(world.site.engine, "Somebody").id)
    assert not answers_service.has_consented(other)
    assert load_person_data(other).told["answers"] == {}
    answers_service.save_answers(other, answers_service.load_draft(other))
    send(world, "/story/delete")
    assert answers_service.has_consented(other), "who deletes everything deletes their own"
    assert not answers_service.has_consented(world.site.home)


def test_tests_and_offers_of_the_plan_are_known() -> None:
    assert set(question_flow().tests) == set(self_tests())
    assert set(question_flow().offer) <= set(questionnaires())
    for groups in question_flow().offer.values():
        for text in (text for group in groups for text in group):
            assert text in intake_questions() or str(parse_condition(text)) == text


def test_screens_without_a_question_to_ask_are_passed_over() -> None:
    men = [one.id for one in relevant_screens({"age": 50, "sex": "male", "pain_where": ()})]
    assert "pregnancy" not in men
    assert "pain" not in men
    assert "groin" in men


@pytest.mark.parametrize("name", ["blood_thinners", "pregnant_24_weeks", "faller_of_78", "nothing_wrong"])
def test_other_people_reach_the_end(world: World, name: str) -> None:
    given = case(name)["answers"]
    tell(world, given)
    answers = answers_service.load_draft(world.site.home)["answers"]
    assert next_open_screen(answers) is None
    for key, value in given.items():
        if key in answers and intake_questions()[key].kind in ("yes", "number"):
            assert answers[key] == value, key


def test_a_form_for_a_screen_is_what_a_browser_would_send() -> None:
    form = form_of(intake_screens()["hip"], {}, {"hip_click": True})
    assert form == {"hip_click": "yes"}
    assert form_of(intake_screens()["hip"], {}, {}) == {"none": "yes"}
