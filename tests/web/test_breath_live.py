"""The phone on the belly, with made-up movement, and how somebody breathed, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from psoas.core.catalogue import text
from tests.page_state import settle
from tests.session.test_breath_analysis import belt, paced
from tests.web.test_breath_page import table
from tests.web.test_screens import SIZES, no_wider_than_the_screen, opened, violations
from tests.web_worlds import served

PHONE = SIZES["phone"]
LOOKS: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LIVE, SAID = "#live-breath", "#belly-said"
SHAKE = """([values, hz]) => {
  // A phone whose gravity turns with these values, from now on, 25 times a second; counts how often somebody looks.
  window.looked = 0;
  const begun = performance.now();
  window.phone = setInterval(() => {
    const at = ((performance.now() - begun) / 1000) * hz;
    const full = values[Math.min(values.length - 1, Math.floor(at))];
    const event = new Event('devicemotion');
    const pull = { x: 0.4 + 0.05 * full, y: 1 - 0.12 * full, z: 9.7 + 0.08 * full };
    Object.defineProperty(event, 'accelerationIncludingGravity', { get: () => { window.looked++; return pull; } });
    window.dispatchEvent(event);
  }, 40);
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("data")) as found:
        yield found


@pytest.fixture(scope="module")
def axe(root: Path) -> str:
    return (root / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


def lay(page: Page) -> None:
    page.get_by_role("button", name=text("breath.belly.button")).click()


def begun(page: Page, values: list[float], hz: float = 25.0) -> None:
    """A session of two minutes with a phone that moves so from its beginning on."""
    page.clock.install()
    page.evaluate(SHAKE, [[0.0], 1.0])
    lay(page)
    page.clock.run_for(200)
    expect(page.locator(SAID)).to_have_text(text("breath.belly.on"))
    page.evaluate("clearInterval(window.phone)")
    page.get_by_label("How long").select_option("2")
    page.get_by_role("button", name="Begin").click()
    page.locator("#pacer[open]").wait_for()
    page.evaluate(SHAKE, [values, hz])


def read(page: Page) -> tuple[float, int, int]:
    """Breaths a minute, and how many of the last ones were followed."""
    said = page.locator(LIVE).inner_text()
    found = re.match(r"You: ([\d.]+) breaths a minute, .* You followed (\d+) of the last (\d+) breaths\.", said)
    assert found is not None, said
    return float(found[1]), int(found[2]), int(found[3])


def test_live_breath_is_told_beside_the_pacer_and_stops_with_it(
    chromium: Browser, address: str, axe: str, root: Path
) -> None:
    signal, starts = paced("counting", 2, behind=4.7)  # four seconds to get ready, and a little behind
    with opened(chromium, address, "/breath/counting", PHONE, has_touch=True) as page:
        page.evaluate("() => { window.felt = []; navigator.vibrate = (pulse) => window.felt.push(pulse); }")
        begun(page, signal.values.tolist())
        page.context.set_offline(True)
        expect(page.locator(LIVE)).to_have_text(text("breath.belly.wait"))
        told = set()
        for _ in range(15):
            page.clock.run_for(6_000)
            told.add(page.locator(LIVE).inner_text())
        assert len(told) >= 6, "it is told anew every few seconds"
        rate, done, asked = read(page)
        assert rate == pytest.approx(7.5, rel=0.03)
        assert asked >= 4
        assert done == asked
        assert "even" in page.locator(LIVE).inner_text()
        assert page.evaluate("window.felt") == [], "vibration would shake the reading"
        page.screenshot(path=root / "build/screens/breath_live_phone_light.png")
        assert violations(page, axe) == []
        page.set_viewport_size({"width": 1280, "height": 800})
        page.screenshot(path=root / "build/screens/breath_live_desktop_light.png")
        page.get_by_role("button", name="Pause").click()
        page.clock.run_for(5_000)
        page.get_by_role("button", name="Go on").click()
        page.clock.run_for(4_000)
        expect(page.locator(LIVE)).to_have_text(text("breath.belly.wait"))
        looked = page.evaluate("window.looked")
        page.get_by_role("button", name="Stop").click()
        page.clock.run_for(2_000)
        assert page.evaluate("window.looked") - looked <= 5, "nobody listens any more"
        page.context.set_offline(False)
    assert len(starts) == 15


def test_a_steady_lag_is_no_fault(chromium: Browser, address: str) -> None:
    """A third of a breath behind: too far by itself, whichever way the signal is taken to turn."""
    with opened(chromium, address, "/breath/counting", PHONE) as page:
        begun(page, paced("counting", 2, behind=6.7)[0].values.tolist())
        page.clock.run_for(80_000)
        _, done, asked = read(page)
        assert asked >= 5
        assert done == asked


@pytest.mark.parametrize(("rate", "most"), [(17.0, 0.0), (3.6, 0.6)])
def test_another_pace_is_not_following(chromium: Browser, address: str, rate: float, most: float) -> None:
    with opened(chromium, address, "/breath/counting", PHONE) as page:
        begun(page, belt(rate, seconds=120).values.tolist(), 50.0)
        page.clock.run_for(90_000)
        found, done, asked = read(page)
        assert found == pytest.approx(rate, rel=0.03)
        assert asked >= 6
        assert done / asked <= most


def test_a_phone_on_the_table_has_no_breath(chromium: Browser, address: str) -> None:
    with opened(chromium, address, "/breath/counting", PHONE) as page:
        begun(page, [0.0])
        page.clock.run_for(45_000)
        expect(page.locator(LIVE)).to_have_text(text("breath.belly.wait"))
        page.clock.run_for(90_000)
        expect(page.locator("#phase")).to_have_text("Done")


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("Object.defineProperty(window, 'isSecureContext', { value: false })", "insecure"),
        ("delete window.DeviceMotionEvent", "missing"),
        ("DeviceMotionEvent.requestPermission = async () => 'denied'", "denied"),
        ("DeviceMotionEvent.requestPermission = async () => { throw new Error('no') }", "denied"),
        ("DeviceMotionEvent.requestPermission = async () => 'granted'", "silent"),
    ],
)
def test_what_stands_in_the_way_is_said(chromium: Browser, address: str, script: str, said: str) -> None:
    with opened(chromium, address, "/breath/counting", PHONE) as page:
        page.clock.install()
        page.evaluate(f"() => {{ {script} }}")
        lay(page)
        page.evaluate("Promise.resolve()")  # what was granted has arrived
        page.clock.run_for(2_500)
        expect(page.locator(SAID)).to_have_text(text(f"breath.belly.{said}"))
        expect(page.locator("#belly")).to_have_attribute("aria-pressed", "false")
        page.get_by_role("button", name="Begin").click()
        page.locator("#pacer[open]").wait_for()
        expect(page.locator(LIVE)).to_be_hidden()


def test_the_phone_is_taken_off_again_and_the_next_technique_offers_it(chromium: Browser, address: str) -> None:
    with opened(chromium, address, "/breath/counting", PHONE) as page:
        page.evaluate(SHAKE, [[0.0], 1.0])
        lay(page)
        expect(page.locator("#belly")).to_have_attribute("aria-pressed", "true")
        lay(page)
        expect(page.locator("#belly")).to_have_attribute("aria-pressed", "false")
        expect(page.locator(SAID)).to_have_text(text("breath.belly.off"))
        page.get_by_role("link", name="Box").click()
        page.get_by_role("heading", name="Box", level=1).wait_for()
        lay(page)
        expect(page.locator(SAID)).to_have_text(text("breath.belly.on"))


@pytest.mark.parametrize("size", SIZES)
def test_a_recording_is_handed_in_and_told(
    chromium: Browser, address: str, axe: str, root: Path, tmp_path: Path, size: str
) -> None:
    good, bad = tmp_path / "belt.csv", tmp_path / "bad.csv"
    good.write_bytes(table(paced("long_out", 3)[0]))
    bad.write_text("s,v\n0,1\n1,x\n")
    with opened(chromium, address, "/breath/long_out", SIZES[size]) as page:
        page.get_by_text(text("breath.signal.title")).click()
        page.get_by_label(text("breath.signal.file")).set_input_files(good)
        page.get_by_role("button", name=text("breath.signal.read")).click()
        expect(page.locator(".said li")).to_have_count(4)
        expect(page.locator(".said")).to_contain_text("breaths a minute")
        for control in page.locator("#breathed :is(input, button, summary):visible, #belly").all():
            box = control.bounding_box()
            assert box is not None
            assert box["height"] >= 44
        for look in LOOKS:
            page.emulate_media(color_scheme=look)
            page.evaluate("scrollTo(0, 0)")
            settle(page)
            assert no_wider_than_the_screen(page)
            page.screenshot(path=root / f"build/screens/breath_signal_{size}_{look}.png", full_page=True)
            assert violations(page, axe) == []
    with opened(chromium, address, "/breath/long_out", SIZES[size], java_script_enabled=False) as page:
        expect(page.locator("#belly")).to_be_hidden()
        page.get_by_text(text("breath.signal.title")).click()
        page.get_by_label(text("breath.signal.file")).set_input_files(good)
        page.get_by_role("button", name=text("breath.signal.read")).click()
        expect(page.locator(".said li")).to_have_count(4)
