"""What a wish on the program's page leads to: the item it was about, and one line of what changed."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import uuid4

import pytest
from practice_worlds import TODAY, again
from story_person import send
from test_web_program import an_exercise, names, now
from web_worlds import World

from psoas.knowledge.exercises import exercises
from psoas.web import practice


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
    assert said.startswith(f"Always kept from now on: {kept.label}.")
    held = {item.name for item in practice.items_of(now(world).phase(TODAY))}
    options = re.findall(rf'item/{kept.name}".*?<select name="other"><option value="(\w+)"', text, re.S)
    anchor, text, said = followed(world, f"/program/item/{kept.name}", {"swap": "", "other": options[0]})
    label = exercises()[options[0]].label
    assert anchor == f"item-{options[0]}" and said.startswith(f"{label} is in place of {kept.label}.")
    new = {item.name: item for item in practice.items_of(now(world).phase(TODAY))}
    assert new[options[0]].because[0].words == f"because you chose it in place of {kept.label.lower()}"
    for name in new.keys() - held - {options[0]}:
        assert new[name].label in said
    anchor, _, said = followed(world, f"/program/item/{options[0]}", {"ban": ""})
    assert anchor == "changed" and said.startswith(f"Left out from now on: {label}.")
    form = {"place": "home", "minutes": "15", "days": "4", "weeks": "8"}
    anchor, _, said = followed(world, "/program/wishes", form)
    assert anchor == "changed"
    assert said.startswith("Planned anew: 4 sessions a week of up to 15 minutes, 8 weeks, at home.")


def test_what_was_kept_and_is_too_heavy_says_so(told_once: Path, tmp_path: Path) -> None:
    world = again(told_once, tmp_path)
    heavy = next(one for one in ("hip_hinge", "squat", "skater_squat") if one not in names(now(world)))
    _, _, said = followed(world, f"/program/item/{heavy}", {"pin": ""})
    assert (heavy in names(now(world))) == ("It is not in the program" not in said)


@pytest.mark.parametrize("query", ["did=pin&since=x", f"did=pin&since={uuid4()}&item=clam", "did=no&item=clam"])
def test_an_address_that_says_nothing_true_says_nothing(world: World, query: str) -> None:
    got = world.home.get(f"/program?{query}")
    assert got.status_code == 200 and 'class="said"' not in got.text
