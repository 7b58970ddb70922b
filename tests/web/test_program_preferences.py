"""What a wish on the program's page leads to: the item it was about, and one line of what changed."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from psoas.core.catalogue import render, text
from psoas.core.message import message
from psoas.knowledge.exercise_library import exercises
from psoas.program.effect_bars import effect_bars
from psoas.program.program_models import ItemKind, LeftOut, LeftOutCode
from psoas.program.program_text import pair_sides
from psoas.services import answers_service, program_service
from psoas.services.item_instructions import group_left_out, item_instructions
from psoas.session.session_script import build_script
from tests.practice_worlds import TODAY, again
from tests.story_person import send
from tests.web.test_program_page import an_exercise, names, now
from tests.web_worlds import World

NOBODYS = "cc91810a-2095-465d-9e34-12dc44dda457"
"""Fixed, for workers must find the same tests."""


@pytest.fixture(scope="module")
def world(told_once: Path, tmp_path_factory: pytest.TempPathFactory) -> World:
    return again(told_once, tmp_path_factory.mktemp("wishes"))


def followed(world: World, path: str, form: dict[str, str]) -> tuple[str, str, str]:
    """A form sent and followed: where it leads on the page, the page, and what it says there."""
    address, _, anchor = send(world, path, form).headers["location"].partition("#")
    text = world.home.get(address).text
    [said] = re.findall(r'class="said"[^>]*role="status">([^<]+)<', text)
    return anchor, text, said


def test_a_wish_leads_to_its_item_and_says_what_changed(told_once: Path, tmp_path: Path) -> None:
    world = again(told_once, tmp_path)
    kept = an_exercise(now(world))
    anchor, text, said = followed(world, f"/program/item/{kept.name}", {"pin": ""})
    assert anchor == f"item-{kept.name}" and text.count(f'id="{anchor}"') == 1
    assert said.startswith(f"We always keep this now: {render(kept.label)}.")
    held = {item.name for item in program_service.items_of_phase(now(world).phase(TODAY))}
    options = re.findall(rf'item/{kept.name}".*?<select name="other"><option value="(\w+)"', text, re.S)
    anchor, text, said = followed(world, f"/program/item/{kept.name}", {"swap": "", "other": options[0]})
    label = exercises()[options[0]].label
    assert anchor == f"item-{options[0]}" and said.startswith(f"{label} replaces {render(kept.label)}.")
    new = {item.name: item for item in program_service.items_of_phase(now(world).phase(TODAY))}
    assert render(new[options[0]].because[0].words) == f"You chose this in place of {render(kept.label)}."
    for name in new.keys() - held - {options[0]}:
        assert render(new[name].label) in said
    anchor, _, said = followed(world, f"/program/item/{options[0]}", {"ban": ""})
    assert anchor == "changed" and said.startswith(f"We leave this out now: {label}.")
    form = {"place": "home", "minutes": "15", "days": "4", "weeks": "8"}
    anchor, _, said = followed(world, "/program/wishes", form)
    assert anchor == "changed"
    assert said.startswith("New plan: 4 sessions a week of up to 15 minutes, 8 weeks, at home.")


def test_what_was_kept_and_is_too_heavy_says_so(told_once: Path, tmp_path: Path) -> None:
    world = again(told_once, tmp_path)
    heavy = next(one for one in ("hip_hinge", "squat", "skater_squat") if one not in names(now(world)))
    _, _, said = followed(world, f"/program/item/{heavy}", {"pin": ""})
    assert (heavy in names(now(world))) == ("It is not in your plan" not in said)


@pytest.mark.parametrize("query", ["did=pin&since=x", f"did=pin&since={NOBODYS}&item=clam", "did=no&item=clam"])
def test_an_address_that_says_nothing_true_says_nothing(world: World, query: str) -> None:
    got = world.home.get(f"/program?{query}")
    assert got.status_code == 200 and 'class="said"' not in got.text


def test_an_item_says_how_it_is_done_and_when_to_stop_in_the_words_of_its_session(world: World) -> None:
    page = unescape(world.home.get("/program").text)
    phase = now(world).phase(TODAY)
    for session in phase.sessions:
        led = {(part.name, part.side): part for part in build_script(session).parts}
        for group in pair_sides(session.items):
            part = led[group[0].name, group[0].side]
            *steps, last = part.how
            said = f"<p>Breath: {last}</p>" if part.kind == "exercise" else f"<li>{last}</li>"
            assert said in page and all(f"<li>{words}</li>" in page for words in (*steps, *part.stop)), part.name
    exercise = next(item for item in program_service.items_of_phase(phase) if item.kind == "exercise")
    assert ". ".join(item_instructions(exercise).cues) in page


def test_left_and_right_are_told_for_the_side_that_works(world: World) -> None:
    one = next(e for e in exercises().values() if e.working_side == "right" and any("right" in s for s in e.steps))
    item = replace(an_exercise(now(world)), name=one.name, side="right")
    assert item_instructions(item).steps[-len(one.steps) :] == one.steps
    swapped = {"right": "left", "left": "right"}
    other = tuple(re.sub(r"\b(right|left)\b", lambda word: swapped[word[0]], words) for words in one.steps)
    assert item_instructions(replace(item, side="left")).steps[-len(other) :] == other != one.steps
    kneeling = replace(item, name="half_kneeling_lengthening", side="left")
    assert any("left shin" in words for words in item_instructions(kneeling).cues)
    assert any("right shin" in words for words in item_instructions(replace(kneeling, side="right")).cues)


def test_what_is_at_hand_can_be_told_and_brings_things_within_reach(told_once: Path, tmp_path: Path) -> None:
    world = again(told_once, tmp_path)
    why = {one.equipment for one in now(world).program.left_out}
    assert ("ball",) in why
    page = world.home.get("/program").text
    assert '<a href="#at-hand">I have a ball</a>' in page
    form = {"place": "home", "minutes": "20", "days": "4", "weeks": "8", "at_hand": "1", "equipment": "ball"}
    send(world, "/program/wishes", form)
    assert answers_service.load_answers(world.site.home).wishes.equipment == ("ball", "wall")
    why = {one.equipment for one in now(world).program.left_out}
    assert ("ball",) not in why and ("chair",) in why
    send(world, "/program/wishes", {key: form[key] for key in ("place", "minutes", "days", "weeks")})
    assert answers_service.load_answers(world.site.home).wishes.equipment == ("ball", "wall"), (
        "a form that does not ask changes nothing"
    )


def test_open_questions_that_decide_are_a_link_away(world: World) -> None:
    story = answers_service.load_answers(world.site.home)
    open_now = replace(story, answers={key: one for key, one in story.answers.items() if key != "hernia"})
    out = LeftOut(ItemKind.MASSAGE, "psoas_belly", message("plan.out.unanswered", count=1), LeftOutCode.UNANSWERED)
    [one] = group_left_out([out], open_now)
    assert one.ways == (("/story/ask/groin", f"Answer now: {text('story.screen.groin.title')}"),)
    assert group_left_out([out], story)[0].ways == ()


def test_a_drawing_in_shows_no_muscles_at_rest_and_says_what_is_missing() -> None:
    drawn = {one.name for one in exercises().values() if one.draws_in}
    floor = {"pelvic_floor_lying", "pelvic_floor_seated", "pelvic_floor_standing"}
    assert drawn == {"seated_belly_breath", "side_lying_belly_breath", "fours_belly_draw"} | floor
    words = {render(one.words) for one in effect_bars("fours_belly_draw")}
    assert "psoas at its longest" in words and not words & {"obliques", "gluteus maximus", "gluteus medius"}
    assert {"obliques", "gluteus maximus"} <= {render(one.words) for one in effect_bars("dead_bug")}
