"""Cards on the pages: with findings and program, and a person's own plan for a flare-up."""

from __future__ import annotations

from html import unescape

import pytest

from psoas.knowledge.education_cards import education_cards
from psoas.services import answers_service
from tests.web.demo_pages import demo_world
from tests.web_worlds import World


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return demo_world(tmp_path_factory.mktemp("demo"))


def page(world: World, path: str) -> str:
    answer = world.home.get(path)
    assert answer.status_code == 200
    return unescape(answer.text)


def test_the_persons_cards_stand_with_findings_and_program_in_order(world: World) -> None:
    found = answers_service.load_assessment(world.site.home)
    assert len(found.cards) > 3
    for path in ("/findings", "/program"):
        text = page(world, path)
        places = [text.index(f'id="card-{one.id}"') for one in found.cards]
        assert places == sorted(places)
        assert text.count('<details id="card-') == len(found.cards)
        assert all(words in text for one in found.cards for words in one.words)


def test_named_goals_are_the_first_sentence_of_the_program(world: World) -> None:
    found = answers_service.load_assessment(world.site.home)
    text = page(world, "/program")
    assert found.goals
    first = text[text.index("</h1>") :].split("</p>")[0]
    assert "; ".join(found.goals) in first


def test_the_plan_for_a_flare_up_is_one_page_to_print(world: World) -> None:
    text = page(world, "/program/flare_up")
    assert all(words in text for words in education_cards()["flare_up"].words)
    assert "data-print" in text and "Your usual pain: " in text
    assert "; ".join(answers_service.load_assessment(world.site.home).goals) in text
    main = text[text.index("<main") : text.index("</main>")]
    assert len(main.split("<li>")) > 2, "gentle things of her own program"
