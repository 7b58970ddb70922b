"""My story in a real browser: the whole intake by keyboard, the map, clocks, the stop page and the findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from psoas.intake.intake_form import intake_screens, relevant_screens
from psoas.knowledge.intake_questions import read_words
from psoas.services import answers_service
from tests.page_state import settle
from tests.story_person import LAWYER, case, form_of, send, tell
from tests.web.test_intake_followup import fill
from tests.web.test_screens import SIZES, no_wider_than_the_screen, opened, violations
from tests.web_worlds import World, served

PAGES = {
    "story": "/story",
    "story_you": "/story/ask/you",
    "story_size": "/story/ask/size",
    "story_where": "/story/ask/where",
    "story_pain": "/story/ask/pain",
    "story_base": "/story/ask/base",
    "story_illnesses": "/story/ask/illnesses",
    "story_tests": "/story/tests",
    "story_test_angle": "/story/tests/modified_thomas",
    "story_test_clock": "/story/tests/one_leg_stance",
    "story_test_points": "/story/tests/wall_ribs",
    "story_questions": "/story/questions",
    "story_gad2": "/story/questions/gad2",
    "story_phq2_result": "/story/questions/phq2/result",
    "story_roland": "/story/questions/roland_morris",
    "story_function": "/story/questions/function",
    "story_time": "/story/time",
    "story_reflection": "/story/reflection",
    "story_delete": "/story/delete",
    "findings": "/findings",
}


@pytest.fixture(scope="module")
def axe(root: Path) -> str:
    return (root / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def lawyer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app in which the lawyer has told everything."""
    folder = tmp_path_factory.mktemp("lawyer")
    world = World(folder)
    tell(world, LAWYER)
    fill(world, case("lawyer"))
    send(world, "/story/questions/phq2", {"phq2_1": "1", "phq2_2": "1"})
    with served(folder) as found:
        yield found


def shoot(page: Page, axe: str, root: Path, name: str, size: str) -> None:
    """Pictures of a page by day and by night, after axe and the width have nothing to say."""
    assert no_wider_than_the_screen(page)
    assert page.locator("h1").count() == 1
    for look in ("light", "dark"):
        page.emulate_media(color_scheme="light" if look == "light" else "dark")
        settle(page)
        page.screenshot(path=root / f"build/screens/{name}_{size}_{look}.png", full_page=True)
        assert violations(page, axe) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_accessible_and_has_its_picture_taken(
    chromium: Browser, lawyer: str, axe: str, root: Path, name: str, size: str
) -> None:
    with opened(chromium, lawyer, PAGES[name], SIZES[size], has_touch=size == "phone") as page:
        page.wait_for_load_state("networkidle")
        for details in page.locator("main details").all()[:2]:
            details.locator("summary").click()
        shoot(page, axe, root, name, size)
        for control in page.locator("button:visible, nav a:visible, label.row:visible, label.chip:visible").all():
            box = control.bounding_box()
            assert box is not None
            assert box["height"] >= 44, control.evaluate("e => e.outerHTML")


@pytest.mark.parametrize("size", SIZES)
def test_consent_and_stop(chromium: Browser, axe: str, root: Path, tmp_path: Path, size: str) -> None:
    world = World(tmp_path)
    with served(tmp_path) as address, opened(chromium, address, "/findings", SIZES[size]) as page:
        shoot(page, axe, root, "findings_empty", size)
        page.get_by_role("link", name="Tell my story").click()
        shoot(page, axe, root, "story_consent", size)
        page.get_by_role("button", name="I agree, start").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("You")
        tell(world, LAWYER, until="base")
        page.goto(f"{address}/story")
        page.get_by_role("link", name="Go on where you stopped").click()
        page.get_by_label("Is the feeling between your legs new or different").check()
        page.get_by_role("button", name="Next").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("See a doctor first")
        expect(page.get_by_role("button", name="Print this page")).to_be_visible()
        shoot(page, axe, root, "story_stop", size)
        page.goto(f"{address}/findings")
        assert page.url.endswith("/story/stop")
        page.get_by_text("I made a mistake in my answers").click()
        page.get_by_role("link", name="Between the legs").click()
        page.get_by_label("None of these").check()
        expect(page.get_by_label("Is the feeling between your legs new or different")).not_to_be_checked()
        page.get_by_role("button", name="Next").click()
        assert not page.url.endswith("/story/stop")


def test_the_lawyer_tells_the_story_by_keyboard(chromium: Browser, tmp_path: Path) -> None:
    """Nothing but Tab, arrows, Space, Enter and typing; what is kept is what was meant."""
    world = World(tmp_path)
    with served(tmp_path) as address, opened(chromium, address, "/story") as page:
        press(page, page.get_by_role("button", name="I agree, start"))
        expect(page.get_by_role("heading", level=1)).to_have_text("You")
        for _ in range(len(intake_screens()) + 1):
            if page.url.endswith("/story"):
                break
            name = page.url.rsplit("/", 1)[1]
            if name != "size":
                answer(page, world, name)
            before = page.url
            press(page, page.get_by_role("button", name="Next"))
            expect(page).not_to_have_url(before)
        press(page, page.get_by_role("link", name="See what we found"))
        expect(page.get_by_role("heading", level=1)).to_have_text("What we found")
        expect(page.get_by_role("heading", name="See a doctor about this first")).to_be_visible()
        found = {one.id for one in answers_service.load_assessment(world.site.home).findings}
        assert "hip_clicks_or_locks" in found
    answers = answers_service.load_draft(world.site.home)["answers"]
    for key in ("age", "hip_lock", "runs_km_week", "alcohol_units", "sleep_quality", "panic_like", "work_kind"):
        assert answers[key] == LAWYER[key]
    assert sorted(read_words(answers, "pain_where")) == sorted(LAWYER["pain_where"])


def press(page: Page, what: object) -> None:
    """Tab to an element and press Enter."""
    reach(page, what)
    page.keyboard.press("Enter")


def reach(page: Page, what: object) -> None:
    """Tab until an element has the focus."""
    page.evaluate("document.activeElement && document.activeElement.blur()")
    for _ in range(120):
        page.keyboard.press("Tab")
        if what.evaluate("e => e === document.activeElement"):  # type: ignore[attr-defined]
            return
    raise AssertionError(f"{what} cannot be reached by Tab")


def answer(page: Page, world: World, name: str) -> None:
    """Fill in a screen as the lawyer, by keys."""
    screen = next(
        one for one in relevant_screens(answers_service.load_draft(world.site.home)["answers"]) if one.id == name
    )
    form = form_of(screen, answers_service.load_draft(world.site.home)["answers"], LAWYER)
    for key, value in form.items():
        for given in value if isinstance(value, list) else [value]:
            one = str(given).removesuffix(".0")
            field = page.locator(f'[name="{key}"]')
            if field.first.get_attribute("type") in ("radio", "checkbox"):
                choose(page, page.locator(f'[name="{key}"][value="{one}"]'))
            else:
                reach(page, field)
                page.keyboard.type(str(one))


def choose(page: Page, box: object) -> None:
    """Tick a box; go to a radio button by the arrows of its group."""
    if box.get_attribute("type") == "checkbox":  # type: ignore[attr-defined]
        reach(page, box)
        page.keyboard.press("Space")
        return
    first = page.locator(f'[name="{box.get_attribute("name")}"]').first  # type: ignore[attr-defined]
    reach(page, first)
    page.keyboard.press("Space")
    for _ in range(20):
        if box.is_checked():  # type: ignore[attr-defined]
            return
        page.keyboard.press("ArrowRight")
    raise AssertionError("the arrows do not reach it")


@pytest.mark.parametrize("size", SIZES)
def test_figure_and_list_of_the_map_show_the_same(chromium: Browser, lawyer: str, size: str) -> None:
    with opened(chromium, lawyer, "/story/ask/where", SIZES[size]) as page:
        spot, box = page.locator('[data-box="knee/left"]'), page.locator('[value="knee/left"]')
        assert spot.count() == 2, "on both sides of the figure"
        spot.first.click()
        expect(box).to_be_checked()
        assert all("on" in str(one.get_attribute("class")) for one in spot.all())
        box.focus()
        page.keyboard.press("Space")
        assert not any("on" in str(one.get_attribute("class")).split() for one in spot.all())
        expect(page.locator('[data-box="groin/right"]')).to_have_class("spot on")
        page.get_by_label("Nothing hurts").check()
        expect(page.locator(".spot.on")).to_have_count(0)
        spot.first.click()
        expect(page.get_by_label("Nothing hurts")).not_to_be_checked()


def test_clock_and_slope_write_into_the_readings(chromium: Browser, lawyer: str) -> None:
    with opened(chromium, lawyer, "/story/tests/one_leg_stance", SIZES["phone"]) as page:
        page.clock.install()
        start = page.get_by_role("button", name="Start").first
        start.click()
        page.clock.run_for(12_300)
        page.get_by_role("button", name="Stop").click()
        assert float(page.get_by_label("Right, reading 1").input_value()) == pytest.approx(12.3, abs=0.2)
        page.get_by_role("button", name="Start").nth(1).click()
        page.clock.run_for(60_000)
        assert page.get_by_label("Right, reading 2").input_value() == "45.0", "it stops where the test stops"
        page.goto(f"{lawyer}/story/tests/breaths_a_minute")
        page.get_by_role("button", name="One minute").click()
        page.clock.run_for(61_000)
        expect(page.locator("#said")).to_have_text("The minute is over.")
        expect(page.get_by_label("Result, reading 1")).to_be_focused()
        page.goto(f"{lawyer}/story/tests/modified_thomas")
        page.get_by_role("button", name="Read").first.click()
        reading = page.get_by_label("Right, reading 1")
        # The clock also runs by itself, so that events come often enough for any machine; the first are long past.
        for slope in (-3, -3, *(-9, -8.6, -9.2) * 20):
            page.clock.run_for(200)
            page.evaluate(
                "(beta) => window.dispatchEvent(Object.assign(new Event('deviceorientation'), { beta }))", slope
            )
            if reading.input_value():
                break
        assert reading.input_value() == "-9"
        page.get_by_role("button", name="Read").nth(1).click()
        page.clock.run_for(3000)
        expect(page.locator("#no-level")).to_be_visible()


def test_without_scripts_every_screen_still_works(chromium: Browser, tmp_path: Path) -> None:
    with served(tmp_path) as address, opened(chromium, address, "/story", java_script_enabled=False) as page:
        page.get_by_role("button", name="I agree, start").click()
        page.get_by_label("How old are you?").fill("37")
        page.get_by_label("Female", exact=True).check()
        page.get_by_role("button", name="Next").click()
        page.get_by_role("button", name="Next").click()
        page.get_by_label("None of these").check()
        page.get_by_role("button", name="Next").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Where it hurts")
        page.locator('[value="groin/right"]').check(force=True)
        page.get_by_role("button", name="Next").click()
        expect(page.get_by_role("heading", level=1)).not_to_have_text("Where it hurts")
        page.wait_for_load_state()  # there is no way back from a page that is still coming
        page.go_back()
        page.get_by_role("link", name="Back").click()
        expect(page.get_by_label("None of these")).to_be_checked()
