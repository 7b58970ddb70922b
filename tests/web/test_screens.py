"""The app in a real browser, on a desktop and on a phone, by day and by night: it opens, draws and moves.

Pictures of every page go to ``build/screens`` for people to look at.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from psoas.web.pairing.routes import OPEN
from tests.page_state import picture_rests, scroll_rests, settle
from tests.web_worlds import LAN, World, served

DESKTOP, PHONE = (1280, 800), (390, 844)
SIZES = {"desktop": DESKTOP, "phone": PHONE}
PAGES = {
    "body": "/",
    "sitting": "/?name=sitting_slumped",
    "breath": "/breath/box",
    "missing": "/nowhere",
}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTROLS = "button:visible, nav a:visible, input:visible, select:visible, summary:visible"
STAGE = "document.getElementById('stage')"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("data")) as found:
        yield found


@pytest.fixture(scope="module")
def axe(root: Path) -> str:
    return (root / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


@contextmanager
def opened(
    browser: Browser, address: str, path: str = "/", size: tuple[int, int] = DESKTOP, **context: Any
) -> Iterator[Page]:
    """A page of the app; on leaving it nothing may have gone wrong and nobody else may have been asked."""
    troubles: list[str] = []
    asked: list[str] = []
    own = browser.new_context(viewport={"width": size[0], "height": size[1]}, **context)
    page = own.new_page()
    missing = path == PAGES["missing"]
    quiet = ("ReadPixels", *(["404"] if missing else []))

    def heard(message: Any) -> None:
        if message.type in ("error", "warning") and not any(word in message.text for word in quiet):
            troubles.append(message.text)

    page.on("console", heard)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path)
    yield page
    own.close()
    assert troubles == []
    hosts = {urlsplit(url).netloc for url in asked if not url.startswith("data:")}
    assert hosts == {urlsplit(address).netloc}


def ready(page: Page) -> None:
    """Wait until the body is drawn, where the page has one."""
    if page.locator("#stage").count():
        picture_rests(page)


def violations(page: Page, axe: str) -> list[str]:
    """What axe-core finds, as short lines."""
    page.evaluate(axe)
    found = page.evaluate(f"axe.run(document, {{ runOnly: {RULES} }})")
    return [f"{v['id']}: {n['target']} {n['failureSummary'][:200]}" for v in found["violations"] for n in v["nodes"]]


def no_wider_than_the_screen(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_is_accessible_and_has_its_picture_taken(
    chromium: Browser, address: str, axe: str, root: Path, name: str, size: str
) -> None:
    looks: list[Literal["light", "dark"]] = ["light", "dark"]
    with opened(chromium, address, PAGES[name], SIZES[size], has_touch=size == "phone") as page:
        ready(page)
        assert no_wider_than_the_screen(page)
        assert page.locator("h1").count() == 1
        for look in looks:
            page.emulate_media(color_scheme=look)
            settle(page)
            page.screenshot(path=root / f"build/screens/{name}_{size}_{look}.png", full_page=True)
            assert violations(page, axe) == []


@pytest.mark.parametrize("size", SIZES)
def test_controls_are_large_enough_to_touch(chromium: Browser, address: str, size: str) -> None:
    for path in (PAGES["body"], PAGES["breath"]):
        with opened(chromium, address, path, SIZES[size]) as page:
            ready(page)
            for control in page.locator(
                "button:visible, nav a:visible, input:visible, select:visible, summary:visible"
            ).all():
                box = control.bounding_box()
                assert box is not None
                small = control.get_attribute("type") == "checkbox"  # its label is what one touches
                assert box["height"] >= (20 if small else 44), control.evaluate("e => e.outerHTML")


def test_the_body_is_the_largest_thing_and_really_drawn(chromium: Browser, address: str) -> None:
    for size in SIZES.values():
        with opened(chromium, address, "/", size) as page:
            ready(page)
            box = page.locator("#stage").bounding_box()
            assert box is not None
            assert box["width"] * box["height"] > 0.4 * size[0] * size[1]
            drawn = page.evaluate(f"PsoasViewer.stats({STAGE})")
            assert drawn["nonBackgroundPixels"] > 0.04 * box["width"] * box["height"]


def drawn_rows(page: Page) -> tuple[float, float]:
    """First and last row of the window, CSS pixels, on which the body is drawn."""
    found = page.evaluate(
        f"""(() => {{
          PsoasViewer.stats({STAGE});
          const seen = {STAGE}.querySelector('canvas'), box = seen.getBoundingClientRect();
          const copy = Object.assign(document.createElement('canvas'), {{ width: seen.width, height: seen.height }});
          const ink = copy.getContext('2d');
          ink.drawImage(seen, 0, 0);
          const {{ data }} = ink.getImageData(0, 0, copy.width, copy.height);
          const rows = [];
          for (let y = 0; y < copy.height; y++)
            for (let x = 0; x < copy.width; x++)
              if (data[4 * (y * copy.width + x) + 3] > 250) {{ rows.push(y); break; }}
          return [rows[0], rows[rows.length - 1]].map((row) => box.y + (row * box.height) / copy.height); }})()"""
    )
    return found[0], found[1]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["Lunge", "Sitting slumped", "Knees to chest"])
def test_a_posture_that_is_chosen_fills_the_picture(chromium: Browser, address: str, name: str, size: str) -> None:
    with opened(chromium, address, size=SIZES[size]) as page:
        ready(page)
        page.get_by_label(name, exact=True).check(force=True)
        expect(page.locator("#live")).to_contain_text("shorter")
        picture_rests(page)
        stage = page.locator("#stage").bounding_box()
        assert stage is not None
        top, bottom = drawn_rows(page)
        covered = (60, 52) if size == "phone" else (10, 8)
        assert top >= stage["y"] + covered[0] - 8, "not below what the legend spans"
        assert bottom <= stage["y"] + stage["height"] - covered[1], "not below the buttons"
        if name == "Lunge":
            assert bottom - top > 0.8 * (stage["height"] - sum(covered)), "no empty picture above it"


def test_on_a_phone_two_fifths_stay_and_a_swipe_on_the_body_scrolls(chromium: Browser, address: str) -> None:
    with opened(chromium, address, "/?name=lunge", PHONE, has_touch=True) as page:
        ready(page)
        finger = page.context.new_cdp_session(page)
        for y in [*range(540, 100, -30), 0]:
            touch = {"type": "touchMove" if y < 540 else "touchStart", "touchPoints": [{"x": 200, "y": y}]}
            finger.send("Input.dispatchTouchEvent", touch if y else {"type": "touchEnd", "touchPoints": []})
            settle(page)
        scroll_rests(page)
        assert page.evaluate("window.scrollY") > 300
        bar, stage = page.locator(".bar").bounding_box(), page.locator(".stage").bounding_box()
        views = page.locator(".pv-views").bounding_box()
        assert bar and stage and views
        seen = stage["y"] + stage["height"] - bar["height"]
        assert seen <= 0.41 * PHONE[1]
        top, bottom = drawn_rows(page)
        assert bar["height"] <= top < bottom <= views["y"]


def test_whoever_turned_the_body_keeps_that_side_and_sees_all_of_it(chromium: Browser, address: str) -> None:
    with opened(chromium, address, reduced_motion="reduce") as page:
        ready(page)
        page.locator("#stage canvas").focus()
        for _ in range(5):
            page.keyboard.press("Shift+ArrowRight")
        for _ in range(12):
            page.keyboard.press("+")
        page.get_by_label("Lunge", exact=True).check(force=True)
        expect(page.locator("#live")).to_contain_text("shorter")
        picture_rests(page)
        stage = page.locator("#stage").bounding_box()
        assert stage is not None
        top, bottom = drawn_rows(page)
        assert stage["y"] < top < bottom < stage["y"] + stage["height"] - 1


def test_a_dial_moves_body_and_words(chromium: Browser, address: str) -> None:
    with opened(chromium, address) as page:
        ready(page)
        pixels = page.evaluate(f"PsoasViewer.stats({STAGE})")["nonBackgroundPixels"]
        dial = page.get_by_label("Right thigh")
        dial.focus()
        for _ in range(3):
            page.keyboard.press("PageUp")
        expect(page.locator("#feel-psoas")).to_contain_text("Right:")
        expect(page.locator("#feel-hip")).to_contain_text("bent")
        expect(page.locator("#live")).to_contain_text("shorter than in standing")
        expect(page.locator("#spoken")).to_contain_text("Right:")
        assert "hip_r=" in page.url
        picture_rests(page)
        assert page.evaluate(f"PsoasViewer.stats({STAGE})")["nonBackgroundPixels"] != pytest.approx(pixels, rel=0.005)
        said = page.locator("#feel-psoas").inner_text()
        page.reload()
        ready(page)
        assert page.locator("#feel-psoas").inner_text() == said, "the address keeps the posture"
        page.get_by_role("button", name="Start again").click()
        expect(page.locator("#feel-psoas")).to_contain_text("Right and left are as long as in standing")
        expect(page.locator("#again")).to_be_hidden()
        assert page.get_by_label("Right thigh").input_value() == "0"


def test_the_newest_wish_wins_however_fast_the_dial_turns(chromium: Browser, address: str) -> None:
    with opened(chromium, address) as page:
        ready(page)
        page.evaluate(
            "(() => { const dial = document.getElementById('dial-hip_l'); for (let v = 0; v <= 120; v += 1) {"
            " dial.value = v; dial.dispatchEvent(new Event('input', { bubbles: true })); } })()"
        )
        expect(page.locator("#feel-hip")).to_contain_text("Left: bent 120°")
        asked = page.evaluate(
            "performance.getEntriesByType('resource').filter((e) => e.name.includes('/api/posture')).length"
        )
        assert asked < 20


def test_without_webgl_a_picture_stands_for_the_body(chromium: Browser, address: str, axe: str) -> None:
    with opened(chromium, address, "/breath/box") as page:
        page.context.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
        page.goto(address + "/?name=sitting_upright")
        image = page.locator("#stage img")
        image.wait_for()
        page.wait_for_function("document.querySelector('#stage img').naturalWidth > 100", timeout=60_000)
        assert image.get_attribute("alt")
        page.get_by_label("Lunge").check(force=True)
        expect(image).to_have_attribute("src", "/api/picture.png?name=lunge")
        expect(page.locator("#feel-psoas")).to_contain_text("5 mm longer")


def test_without_scripts_the_page_still_answers(chromium: Browser, address: str) -> None:
    with opened(chromium, address, java_script_enabled=False) as page:
        page.get_by_label("Sitting slumped").check(force=True)
        page.get_by_role("button", name="Show").click()
        assert "shorter than in standing" in page.locator("#feel-psoas").inner_text()
        assert "sitting_slumped" in str(page.locator("img.still").get_attribute("src"))


def test_the_look_switches_at_once_and_stays(chromium: Browser, address: str) -> None:
    with opened(chromium, address, "/breath/box", color_scheme="light") as page:
        paper = "getComputedStyle(document.body).backgroundColor"
        day = page.evaluate(paper)
        with page.expect_response("**/look/dark"):
            page.get_by_role("button", name="Dark").click()
        night = page.evaluate(paper)
        assert night != day
        page.reload()
        assert page.evaluate(paper) == night
        assert page.get_by_role("button", name="Dark").get_attribute("aria-pressed") == "true"
        assert page.evaluate("document.cookie") == ""


def test_the_pacer_leads_through_a_session_without_a_network(
    chromium: Browser, address: str, axe: str, root: Path
) -> None:
    with opened(chromium, address, "/breath/double_sigh", PHONE, has_touch=True) as page:
        page.clock.install()
        page.evaluate("window.felt = []; navigator.vibrate = (pulse) => window.felt.push(pulse)")
        page.get_by_label("How long").select_option("1")
        page.get_by_role("button", name="Begin").click()
        page.locator("#pacer[open]").wait_for()
        page.context.set_offline(True)
        assert page.locator("#phase").inner_text() == "Get ready"
        heard: list[str] = []
        for _ in range(80):
            page.clock.run_for(250)
            words = page.locator("#phase").inner_text()
            if not heard or heard[-1] != words:
                heard.append(words)
        assert heard[:5] == ["Get ready", "Breathe in", "A little more", "Breathe out", "Rest"]
        assert len(page.evaluate("window.felt")) >= 4
        page.screenshot(path=root / "build/screens/pacer_phone_light.png")
        assert violations(page, axe) == []
        page.get_by_role("button", name="Pause").click()
        left = page.locator("#left").inner_text()
        page.clock.run_for(5000)
        assert page.locator("#left").inner_text() == left
        page.get_by_role("button", name="Go on").click()
        page.clock.run_for(50_000)
        assert page.locator("#phase").inner_text() == "Done"
        page.get_by_role("button", name="Close").click()
        assert page.locator("#pacer[open]").count() == 0
        page.context.set_offline(False)


def test_with_reduced_motion_the_ring_stays(chromium: Browser, address: str) -> None:
    for motion, moves in (("reduce", False), ("no-preference", True)):
        with opened(chromium, address, "/breath/long_out", reduced_motion=motion) as page:
            page.clock.install()
            page.get_by_role("button", name="Begin").click()
            page.locator("#pacer[open]").wait_for()
            sizes = set()
            for _ in range(30):
                page.clock.run_for(250)
                sizes.add(page.locator(".lungs").evaluate("e => e.style.transform"))
            assert (len(sizes) > 10) is moves
            page.keyboard.press("Escape")


def test_choosing_another_technique_swaps_the_page_in_place(chromium: Browser, address: str) -> None:
    with opened(chromium, address, "/breath/long_out") as page:
        page.evaluate("window.same = true")
        page.get_by_role("link", name="Box").click()
        page.get_by_role("heading", name="Box", level=1).wait_for()
        assert page.evaluate("window.same") is True
        assert page.url.endswith("/breath/box")
        assert page.title().startswith("Breath: Box")
        page.get_by_role("button", name="Begin").click()
        page.locator("#pacer[open]").wait_for()
        assert "Box" in page.locator("#pacer-title").inner_text()


@pytest.mark.parametrize("path", ["/phone", "/pair", "/trust", "/"])
def test_the_pages_of_the_door_are_accessible(
    chromium: Browser, axe: str, root: Path, tmp_path: Path, path: str
) -> None:
    """As a phone sees them; drawn from the answers, for the address of a network is not there in a test."""
    world = World(tmp_path, lan=LAN)
    client = world.home if path == "/phone" else world.phone()
    token = world.site.tokens.issue()
    text = client.get(path, params={"token": token} if path == "/pair" else {}).text
    assert path == "/phone" or path.startswith(OPEN) or "not paired yet" in text
    for size, shape in SIZES.items():
        own = chromium.new_context(viewport={"width": shape[0], "height": shape[1]})
        page = own.new_page()
        page.route("**/*", lambda route: answer(route, client, text))
        page.goto("http://localhost:8737/door")
        page.screenshot(path=root / f"build/screens/door_{path.strip('/') or 'shut'}_{size}_light.png", full_page=True)
        assert violations(page, axe) == []
        assert no_wider_than_the_screen(page)
        own.close()


def answer(route: Any, client: Any, text: str) -> None:
    """What the app would answer: the page itself, or one of its files."""
    asked = urlsplit(route.request.url)
    if asked.path == "/door":
        route.fulfill(body=text, content_type="text/html")
        return
    got = client.get(f"{asked.path}?{asked.query}")
    route.fulfill(status=got.status_code, body=got.content, content_type=got.headers["content-type"])
