"""The page of unknown markers in a real browser: with the keyboard, by dragging, on a desktop and on a phone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from psoas.services.analysis_request import SUGGESTIONS, parse_request
from psoas.services.marker_suggestions import ADAPTER, MarkerSuggestion, MarkerSuggestions, place_spots
from psoas.store import job_queue
from tests.measure_world import short_walk
from tests.page_state import scroll_rests
from tests.web.test_markers_page import failed
from tests.web.test_measure_screens import shoot
from tests.web.test_screens import SIZES, opened
from tests.web_worlds import World, served

PLACES = ("asis_r", "asis_l", "sacrum", "knee_lateral_r", "knee_lateral_l", "heel_r", "heel_l", "cluster:thigh_r", "")


@pytest.fixture(scope="module")
def axe(root: Path) -> str:
    return (root / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "data")


@pytest.fixture
def address(world: World, tmp_path: Path) -> str:
    """Where the page of a made-up recording stands, below the app's own address."""
    key = failed(world, short_walk(tmp_path))
    spots = place_spots()
    shown = tuple(
        MarkerSuggestion(f"M{number:03d}", place, sure=number > 2, front=spots.get(place), side=spots.get(place))
        for number, place in enumerate(PLACES)
    )
    job = job_queue.find_job(world.site.home, key)
    assert job is not None
    path = world.settings.folder / parse_request(job.asked).folder / SUGGESTIONS
    path.write_bytes(ADAPTER.dump_json(MarkerSuggestions(shown, True, spots)))
    return f"/measure/{key}/markers"


def centre(page: Page, selector: str) -> tuple[float, float]:
    box = page.locator(selector).bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.parametrize("size", SIZES)
def test_markers_are_named_by_keyboard_and_by_dragging(
    chromium: Browser, world: World, address: str, axe: str, root: Path, size: str
) -> None:
    with served(world.settings.folder) as home, opened(chromium, home, address, SIZES[size]) as page:
        shoot(page, axe, root, "markers", size)
        last = page.locator("select[name=place-8]")
        last.focus()
        expect(page.locator(".chosen")).to_have_text("Chosen: M008 (Nothing, or not on the body)")
        expect(page.locator("#places .labels g.lit text")).to_have_text("M008")
        last.select_option("toe_r")
        page.locator("#places").evaluate("drawing => drawing.scrollIntoView({ block: 'end', behavior: 'instant' })")
        scroll_rests(page)
        assert centre(page, "#places .labels g[data-marker='8'] .reach") == pytest.approx(
            centre(page, "#places .spots [data-place=toe_r]"), abs=4
        )
        page.mouse.move(*centre(page, "#places .labels g[data-marker='6'] .reach"))
        page.mouse.down()
        page.mouse.move(*centre(page, "#places .spots [data-place=head_top]"), steps=5)
        page.mouse.up()
        expect(page.locator("select[name=place-6]")).to_have_value("head_top")
        page.locator(".cloud circle[data-marker='3']").first.click(force=True)
        expect(page.locator("select[name=place-3]")).to_be_focused()
        page.get_by_role("button", name="Analyse with these").click()
        page.wait_for_url("**/measure/*")
        assert "/markers" not in page.url


def test_a_finger_drags_a_label_and_scrolls_beside_it(chromium: Browser, world: World, address: str) -> None:
    context: dict[str, Any] = {"has_touch": True, "is_mobile": True}
    with served(world.settings.folder) as home, opened(chromium, home, address, SIZES["phone"], **context) as page:
        page.locator(".pictures").evaluate("one => one.scrollIntoView({ behavior: 'instant' })")
        scroll_rests(page)
        at = page.evaluate("scrollY")
        swipe(page, centre(page, "#places .labels g[data-marker='8'] .reach"), centre(page, "#places [data-place=c7]"))
        expect(page.locator("select[name=place-8]")).to_have_value("c7")
        expect(page.locator(".chosen")).to_have_text("Chosen: M008 (Neck, seventh vertebra (C7))")
        assert page.evaluate("scrollY") == at
        pressed = centre(page, "#places .labels g[data-marker='8'] .reach")
        swipe(page, pressed, pressed)
        expect(page.locator("select[name=place-8]")).to_have_value("c7")
        box = page.locator("#places").bounding_box()
        assert box is not None
        edge = box["x"] + box["width"] - 6
        swipe(page, (edge, 700), (edge, 500))
        scroll_rests(page)
        assert page.evaluate("scrollY") > at + 100


def swipe(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """A finger that goes from one point to another."""
    finger = page.context.new_cdp_session(page)
    for step in range(7):
        x, y = (a + (b - a) * step / 6 for a, b in zip(start, end, strict=True))
        kind = "touchMove" if step else "touchStart"
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
