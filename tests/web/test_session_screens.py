"""Program, session and progress of the made-up person, on both sizes, by day and by night: axe, width, touch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from psoas.demo import made_up_person
from tests.practice_worlds import TODAY
from tests.web.test_intake_screens import shoot
from tests.web.test_screens import SIZES, opened
from tests.web_worlds import served

PAGES = {
    "program": "/program",
    "progress": "/progress",
    "after": "/session/after",
    "session_page": "/session/integrate-1",
}
TOUCHED = "button:visible, nav a:visible, select:visible, summary:visible, label.chip:visible, .practice a:visible"


@pytest.fixture(scope="module")
def axe(root: Path) -> str:
    return (root / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def robin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("robin")
    made_up_person.make_demo(folder, today=TODAY)
    with served(folder) as found:
        yield found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_accessible_and_has_its_picture_taken(
    chromium: Browser, robin: str, axe: str, root: Path, name: str, size: str
) -> None:
    with opened(chromium, robin, PAGES[name], SIZES[size], has_touch=size == "phone") as page:
        if name == "session_page":
            page.get_by_role("button", name="Begin").wait_for(timeout=60_000)
        if name == "program":
            page.locator(".thing > details > summary").nth(1).click()
        page.evaluate("for (const image of document.images) image.loading = 'eager'")
        page.wait_for_load_state("networkidle", timeout=120_000)
        assert page.evaluate("[...document.querySelectorAll('.practice img')].every((image) => image.naturalWidth > 0)")
        page.evaluate("window.scrollTo(0, 0)")
        shoot(page, axe, root, name, size)
        for control in page.locator(TOUCHED).all():
            box = control.bounding_box()
            assert box is not None
            assert box["height"] >= 44, control.evaluate("e => e.outerHTML")
        clipped = page.evaluate(
            "[...document.querySelectorAll('main p, main h2, main h3, main li')].filter((e) => e.offsetParent"
            " && e.scrollWidth > e.clientWidth + 1 && !e.closest('.ps-line'))"
            ".map((e) => e.textContent.trim().slice(0, 60))"
        )
        assert clipped == []


@pytest.mark.parametrize("size", SIZES)
def test_without_scripts_program_and_progress_still_work(chromium: Browser, robin: str, size: str) -> None:
    with opened(chromium, robin, "/progress", SIZES[size], java_script_enabled=False) as page:
        page.locator("fieldset:has-text('Sleep') label.chip").nth(7).click()
        page.get_by_role("button", name="Save today").click()
        assert page.locator("input[name=sleep][value='7']").is_checked()
        page.goto(f"{robin}/program")
        page.locator(".thing summary").first.click()
        assert page.locator(".thing .more").first.is_visible()
