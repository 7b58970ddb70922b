"""The bar of pages fits every screen: on a phone three pages stand in it, the others one press away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from psoas.core.catalogue import text
from psoas.web.page_rendering import NAV
from tests.web.test_screens import DESKTOP, PHONE, opened
from tests.web_worlds import served

SMALL = {"phone": PHONE, "small phone": (360, 780), "smallest": (320, 640), "tablet": (768, 1024)}
"""320 pixels is what a desktop at 400 % leaves (WCAG 2.2, 1.4.10)."""
BAR = ".bar nav > *"
ALL = [text(f"nav.{key}") for key, _ in NAV]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("data")) as found:
        yield found


def links(page: Page) -> list[str]:
    """Names of the pages that can be chosen now."""
    return [link.inner_text() for link in page.locator(".bar nav a:visible").all()]


@pytest.mark.parametrize("size", SMALL)
def test_on_a_small_screen_the_bar_is_one_row_and_hides_nothing_for_good(
    chromium: Browser, address: str, size: str
) -> None:
    with opened(chromium, address, "/breath/box", SMALL[size], java_script_enabled=False) as page:
        boxes = [one.bounding_box() for one in page.locator(BAR).all() if one.is_visible()]
        assert len({box["y"] for box in boxes if box}) == 1, "one row"
        assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= SMALL[size][0] for box in boxes)
        assert links(page) == ["The body", "Program", "Progress"]
        page.get_by_text("More", exact=True).click()
        assert sorted(links(page)) == sorted(ALL), "without scripts, too"
        assert page.locator(".bar nav a[aria-current]:visible").inner_text() == "Breath"


def test_what_was_opened_closes_again(chromium: Browser, address: str) -> None:
    with opened(chromium, address, "/breath/box", PHONE) as page:
        more, others = page.get_by_text("More", exact=True), page.get_by_role("link", name="Findings")
        more.press("Enter")
        expect(others).to_be_visible()
        page.keyboard.press("Escape")
        expect(others).to_be_hidden()
        expect(more).to_be_focused()
        more.click()
        page.locator("h1").click(position={"x": 4, "y": 4})
        expect(others).to_be_hidden()


@pytest.mark.parametrize("size", [DESKTOP, (821, 700)])
def test_on_a_desk_every_page_stands_in_the_bar(chromium: Browser, address: str, size: tuple[int, int]) -> None:
    with opened(chromium, address, "/breath/box", size) as page:
        assert links(page) == ALL
        assert len({link.evaluate("e => e.offsetTop") for link in page.locator(".bar nav a:visible").all()}) == 1
        expect(page.get_by_text("More", exact=True)).to_be_hidden()
