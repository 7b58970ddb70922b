"""The browser's way back over a form that came back with faults."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.practice_worlds import again
from tests.story_person import send
from tests.web_worlds import World, served


def test_going_back_over_a_refused_form_shows_the_form(chromium: Browser, tmp_path: Path) -> None:
    world = World(tmp_path)
    send(world, "/story")
    with served(tmp_path) as address, chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/story/ask/you")
        page.get_by_role("button", name="Next").click()
        expect(page.get_by_role("alert").first).to_be_visible()
        page.get_by_label("How old are you?").fill("44")
        page.get_by_role("radio", name="Female").check(force=True)
        page.get_by_role("button", name="Next").click()
        expect(page).to_have_url(f"{address}/story/ask/size")
        page.wait_for_load_state()  # there is no way back from a page that is still coming
        page.go_back()
        expect(page).to_have_url(f"{address}/story/ask/you")
        expect(page.get_by_label("How old are you?")).to_have_value("44")
        expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize(
    ("path", "form", "page"),
    [
        ("/story/time/event", {}, "/story/time"),
        ("/program/wishes", {"minutes": "1"}, "/program"),
        ("/progress/check-in", {}, "/progress"),
        ("/story/ask/nights", {"stress_level": "99"}, "/story/ask/nights"),
    ],
)
def test_a_refused_form_says_where_it_stands(
    told_once: Path, tmp_path: Path, path: str, form: dict[str, str], page: str
) -> None:
    world = again(told_once, tmp_path)
    got = send(world, path, form)
    assert got.status_code == 422
    assert f'<meta name="form-at" content="{page}">' in got.text
    assert world.home.get(page).status_code == 200
    assert "form-at" not in world.home.get(page).text
