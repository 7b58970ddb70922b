"""A led session on a phone that does not trust the certificate: the computer goes away in its midst, and comes back."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from psoas.services import program_service
from psoas.web.app_context import AppContext
from tests.practice_worlds import again, kept_entries
from tests.web.test_session_whole import arriving, begin, hurry, opened, rate, said
from tests.web_worlds import served_to_phones


def test_a_computer_that_goes_away_in_the_midst_loses_nothing(
    chromium: Browser, told_once: Path, tmp_path: Path
) -> None:
    world = again(told_once, tmp_path)
    troubles: list[str] = []
    with served_to_phones(tmp_path) as site:
        page = opened(chromium, "phone", troubles)
        past_the_warning(page, f"{site.address}/trust")
        pair(page, site)
        page.goto(f"{site.address}/session")
        begin(page)
        hurry(page, 12)
        page.wait_for_function("indexedDB.databases().then((all) => all.length > 0)")
        place = page.locator(".ps-where").inner_text()
        page.reload()
        expect(page.get_by_text("You are back where you left off.")).to_be_visible(timeout=60_000)
        assert page.locator(".ps-where").inner_text() == place
        page.get_by_role("button", name="Go on").click()
        hurry(page, 6)
        arriving(page, world)
    gone = len(kept_entries(world))
    assert "started" in said(world)
    for _ in range(600):
        if page.locator(".ps").get_attribute("data-stage") != "running":
            break
        hurry(page, 1)
    expect(page.get_by_text("You are offline.")).to_be_visible()
    rate(page, 4)
    rate(page, 2)
    assert len(kept_entries(world)) == gone
    with served_to_phones(tmp_path, site.settings.lan_port):
        hurry(page, 20)
        expect(page.get_by_text("Everything is saved.")).to_be_visible(timeout=60_000)
        page.context.close()
    assert troubles == []
    entries = kept_entries(world)
    assert max(Counter(one.entry.block for one in entries if one.kind == "step_done").values()) == 1
    kinds = Counter(one.kind.value for one in entries)
    assert kinds["started"] == kinds["effort"] == kinds["pain_after"] == kinds["finished"] == 1
    [log] = program_service.load_session_log(world.site.home)
    assert log.share == 1.0 and log.complete and (log.effort, log.pain_after) == (4, 2)


def past_the_warning(page: Page, address: str) -> None:
    """Go on without installing the certificate: Chromium takes these letters on its page of warning."""
    with pytest.raises(Error, match="ERR_CERT_AUTHORITY_INVALID"):
        page.goto(address)
    for _ in range(60):
        page.keyboard.type("thisisunsafe")  # again where the page of warning did not listen yet
        with suppress(Error):
            page.wait_for_url(address, timeout=1000)
            break
    assert page.evaluate("isSecureContext"), "sensors and the lock of the screen need it"


def pair(page: Page, site: AppContext) -> None:
    """What the code on the computer's screen leads to."""
    page.goto(f"{site.address}/pair?token={site.tokens.issue()}")
    page.locator("main button").click()
    page.wait_for_url(f"{site.address}/trust")
