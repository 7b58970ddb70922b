"""The whole way in a real browser: first visit, questions, findings, program, a led session, progress.

Its clock is hurried; the network goes away in the midst of the session and comes back, and the page is loaded anew.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from psoas.intake.intake_form import intake_screens, relevant_screens
from psoas.services import answers_service, program_service
from psoas.services.person_data import IntakeState, load_person_data
from tests.page_state import wait_until
from tests.practice_worlds import TODAY, again, kept_entries
from tests.story_person import LAWYER, form_of
from tests.web.test_screens import SIZES
from tests.web_worlds import World, served

STEP_MS = 8000
"""So far the clock goes at once: a longer gap would look as if the device had slept."""
FILL = """(form) => {
  for (const [name, value] of Object.entries(form))
    for (const one of [].concat(value)) {
      const found = [...document.querySelectorAll(`[name="${name}"]`)];
      const box = found.find((input) => ["radio", "checkbox"].includes(input.type) && input.value === one);
      if (box) box.checked = true;
      else if (found[0]) found[0].value = one;
      else throw new Error(`${location.pathname} has no ${name}`);
    }
}"""


@pytest.mark.parametrize("size", SIZES)
def test_from_the_first_visit_to_progress(chromium: Browser, root: Path, tmp_path: Path, size: str) -> None:
    world = World(tmp_path)
    troubles: list[str] = []
    with served(tmp_path) as address:
        page = opened(chromium, size, troubles)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}/program")
        page.get_by_role("link", name="Tell my story").click()
        tell_in_the_browser(page, world)
        page.goto(f"{address}/findings")
        page.get_by_role("link", name="See your program").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Your program")
        page.get_by_role("link", name="Start the session").click()
        led(page, world, lambda at: page.screenshot(path=root / f"build/screens/whole_{at}_{size}.png"))
        page.get_by_role("link", name="See your progress").click()
        expect(page.get_by_text("You practised 1 of 4 days in the last seven.")).to_be_visible()
        page.context.close()
    assert troubles == []
    assert {url.split("/")[2] for url in asked if not url.startswith("data:")} == {address.split("/")[2]}
    arrived(world)


def test_a_session_that_ends_without_a_network_arrives_from_the_next_page(
    chromium: Browser, told_once: Path, tmp_path: Path
) -> None:
    world = again(told_once, tmp_path)
    troubles: list[str] = []
    with served(tmp_path) as address:
        page = opened(chromium, "phone", troubles)
        page.goto(f"{address}/session")
        begin(page)
        wait_until(page, lambda: bool(said(world)), what="the first entry")
        page.context.set_offline(True)
        page.get_by_role("button", name="It hurts").click()
        page.locator("input[value='groin']").check()
        rate(page, 2)
        page.get_by_role("button", name="End the session").click()
        rate(page, 3)
        rate(page, 2)
        page.get_by_role("button", name="Done").click()
        expect(page.get_by_role("alert")).to_contain_text("You are offline")
        assert [one.kind for one in kept_entries(world)] == ["started"]
        context = page.context
        page.close()  # a page that is only left may still send them itself in its last moment
        context.set_offline(False)
        page = context.new_page()
        page.route("**/api/log", lambda route: route.abort(), times=1)  # the network is back, but not yet for long
        with page.expect_response("**/api/log"):
            page.goto(f"{address}/progress")
        page.context.close()
    assert troubles == []
    kinds = Counter(one.kind.value for one in kept_entries(world))
    assert kinds["started"] == kinds["hurt"] == kinds["effort"] == kinds["pain_after"] == kinds["finished"] == 1
    assert program_service.load_session_log(world.site.home)[0].complete is False


def opened(browser: Browser, size: str, troubles: list[str]) -> Page:
    """A page whose troubles are heard, but for the network that a test takes away; its clock can be hurried."""
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height}, has_touch=size == "phone", reduced_motion="reduce"
    )
    page = context.new_page()
    page.clock.install()

    def heard(message: Any) -> None:
        if message.type == "error" and "net::ERR_" not in message.text:
            troubles.append(message.text)

    page.on("console", heard)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    return page


def tell_in_the_browser(page: Page, world: World) -> None:
    """Agree and answer every screen as the lawyer would."""
    page.get_by_role("button", name="I agree, start").click()
    for _ in range(len(intake_screens()) + 1):
        page.wait_for_load_state()
        name = page.url.rsplit("/", 1)[1]
        if name == "story":
            break
        if name != "size":
            answers = answers_service.load_draft(world.site.home)["answers"]
            screen = next(one for one in relevant_screens(answers) if one.id == name)
            page.evaluate(FILL, form_of(screen, answers, LAWYER))
        before = page.url
        page.get_by_role("button", name="Next").click()
        expect(page).not_to_have_url(before)
    assert (
        answers_service.has_consented(world.site.home)
        and load_person_data(world.site.home).intake_state is IntakeState.COMPLETE
    )


def led(page: Page, world: World, shoot: Any) -> None:
    """Through the whole session: loaded anew once, without a network for a while, to the page after it."""
    begin(page)
    hurry(page, 12)
    arriving(page, world)
    place = page.locator(".ps-where").inner_text()
    page.reload()
    expect(page.get_by_text("You are back where you left off.")).to_be_visible(timeout=60_000)
    assert page.locator(".ps-where").inner_text() == place
    page.get_by_role("button", name="Go on").click()
    hurry(page, 6)
    shoot("session")
    arriving(page, world)
    before = len(kept_entries(world))
    page.context.set_offline(True)
    hurry(page, 40)
    expect(page.get_by_text("You are offline.")).to_be_visible()
    assert len(kept_entries(world)) == before
    page.context.set_offline(False)
    hurry(page, 5)
    expect(page.get_by_text("You are offline.")).not_to_be_visible()
    for _ in range(400):
        if page.locator(".ps").get_attribute("data-stage") != "running":
            break
        hurry(page, 1)
    rate(page, 4)
    shoot("pain")
    rate(page, 2)
    expect(page.get_by_text("Everything is saved.")).to_be_visible()
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Done for today")
    shoot("after")


def begin(page: Page) -> None:
    page.get_by_role("button", name="Begin").click(timeout=60_000)
    expect(page.locator(".ps")).to_have_attribute("data-stage", "running")


def hurry(page: Page, steps: int) -> None:
    """Let the session's clock go on, step after step."""
    for _ in range(steps):
        page.clock.fast_forward(STEP_MS)


def rate(page: Page, score: int) -> None:
    page.locator(f".ps-score:has(input[value='{score}'])").click()
    page.get_by_role("button", name="Next").click()


def arriving(page: Page, world: World) -> None:
    """Wait until something has come and nothing more is on its way."""
    counts = [0]

    def rests() -> bool:
        counts.append(len(kept_entries(world)))
        return len(counts) > 25 and counts[-1] == counts[-25] > 0

    wait_until(page, rests, what="entries, and their end", timeout_s=60.0)


def said(world: World) -> list[str]:
    return [one.kind for one in kept_entries(world)]


def arrived(world: World) -> None:
    """The whole session is in the log: nothing lost, nothing twice."""
    entries = kept_entries(world)
    blocks = Counter(one.entry.block for one in entries if one.kind == "step_done")
    [one] = program_service.load_session_log(world.site.home)
    assert set(blocks.values()) == {1}
    assert one.share == 1.0 and one.complete and (one.effort, one.pain_after) == (4, 2)
    assert said(world).count("started") == said(world).count("finished") == 1
    now = program_service.load_current_program(world.site.home, TODAY)
    assert program_service.next_session(now, program_service.sessions_since(world.site.home, now.start), TODAY).day == 2
