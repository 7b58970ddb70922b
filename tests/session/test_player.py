"""The player in a real browser: a whole session, pain, a reload and a lost network; nothing lost, nothing twice."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from psoas.body.model.body import Body
from psoas.body.postures import posture
from psoas.core.message import literal
from psoas.kinematics.motion import Motion
from psoas.program.program_models import Session
from psoas.render.scene import build_scene
from psoas.session.session_rules import WORK_STEPS
from psoas.session.session_script import build_script
from tests.page_state import wait_until
from tests.session_items import a_session, a_test, longest, shortest
from tests.session_page import ADDRESS, DESKTOP, PHONE, ROOT, Server, served, stage

QUICK = Session(literal("Day 2"), "home", (*shortest("dead_bug", "right"), *shortest("long_out")))
"""Two sides of one exercise, and a minute of breath."""


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def let_pass(page: Page, seconds: float) -> None:
    page.evaluate(f"pass({seconds})")


def rate(page: Page, score: int) -> None:
    page.get_by_role("radio", name=str(score), exact=True).check(force=True)
    press(page, "Next")


def work_blocks(session: Session) -> list[int]:
    return sorted({step.block for step in build_script(session).steps if step.kind in WORK_STEPS})


def arrived(page: Page, server: Server, kind: str) -> None:
    """Wait until an entry of a kind has been kept."""

    def has_come() -> bool:
        page.evaluate("window.pass && pass(0.25)")
        return kind in server.kinds()

    wait_until(page, has_come, what=kind)


def finish(page: Page, server: Server) -> None:
    expect(page.get_by_role("heading", name="How much effort was it?")).to_be_visible()
    rate(page, 5)
    rate(page, 2)
    expect(page.get_by_role("heading", name="That was your session.")).to_be_visible()
    arrived(page, server, "finished")


def well_kept(server: Server, session: Session) -> None:
    """Every block of work once, every entry once, in the order of the page's log."""
    done = Counter(entry["block"] for entry in server.of("step_done"))
    assert sorted(done) == work_blocks(session)
    assert set(done.values()) == {1}
    ids = [entry["id"] for entry in server.known.values()]
    assert len(ids) == len(set(ids))
    assert server.kinds()[0] == "started"
    assert server.kinds()[-4:] == ["step_done", "effort", "pain_after", "finished"]
    assert len({entry["session"] for entry in server.known.values()}) == 1


def test_a_whole_session_by_a_hurried_clock(chromium: Browser) -> None:
    server = Server(60.0, QUICK)
    with served(chromium, server) as (page, _):
        press(page, "Begin")
        expect(page.get_by_role("heading", name="How much effort was it?")).to_be_visible(timeout=30_000)
        finish(page, server)
    well_kept(server, QUICK)
    assert sum(len(batch) for batch in server.batches) == len(server.known), "each entry is sent once"
    assert server.of("finished") == [{"complete": True, "done": 3, "blocks": 3}]
    assert server.of("effort") == [{"score": 5}]
    assert server.of("pain_after") == [{"score": 2}]
    sides = [(entry["name"], entry["side"], entry["rep"]) for entry in server.of("step_done")]
    assert sides[:2] == [("dead_bug", "right", 8), ("dead_bug", "left", 7)]


def test_pause_stops_time_and_space_goes_on(chromium: Browser) -> None:
    server = Server(0.0, QUICK)
    with served(chromium, server) as (page, _):
        press(page, "Begin")
        let_pass(page, 1)
        press(page, "Pause")
        let_pass(page, 100)
        assert page.evaluate("session.state().elapsed") == pytest.approx(1)
        expect(page.get_by_role("heading", name="Paused")).to_be_visible()
        page.locator(".ps-word").focus()
        page.keyboard.press(" ")
        assert stage(page) == "running"
        let_pass(page, 1)
        assert page.evaluate("session.state().elapsed") == pytest.approx(2)
        page.keyboard.press("ArrowRight")
        at = page.evaluate("script.steps[session.state().at].kind")
        assert at == "move"
        page.keyboard.press("ArrowLeft")
        assert page.evaluate("session.state().at") == 0


def test_a_device_that_slept_finds_the_session_waiting(chromium: Browser) -> None:
    with served(chromium, Server(0.0, QUICK)) as (page, _):
        press(page, "Begin")
        page.evaluate("asleep = 600000; pass(0.25)")
        assert stage(page) == "paused"
        expect(page.get_by_text("You were away for a while, so we paused your session.")).to_be_visible()


def test_figure_and_legend_have_a_place_of_their_own(chromium: Browser) -> None:
    for name in ("side_lying_lengthening", "bird_dog"):
        with served(chromium, Server(0.0, Session(literal("Day 1"), "home", longest(name)))) as (page, _):
            press(page, "Begin")
            figure, legend, words = (
                page.locator(one).bounding_box() for one in (".ps-figure", ".ps-legend", ".ps-now")
            )
            assert figure and legend and words
            assert figure["height"] >= 200
            assert figure["y"] + figure["height"] <= legend["y"] and legend["y"] + legend["height"] <= words["y"]


def test_a_reload_goes_on_where_it_was(chromium: Browser) -> None:
    server = Server(0.0, QUICK)
    with served(chromium, server) as (page, _):
        press(page, "Begin")
        press(page, "Start now")
        let_pass(page, 90)
        before = page.evaluate("session.state()")
        arrived(page, server, "step_done")
        page.reload()
        page.evaluate("window.ready")
        after = page.evaluate("session.state()")
        assert after["stage"] == "paused"
        expect(page.get_by_text("You are back where you left off.")).to_be_visible()
        assert (after["at"], after["settled"]) == (before["at"], before["settled"])
        press(page, "Go on")
        let_pass(page, 300)
        finish(page, server)
        page.reload()
        page.evaluate("window.ready")
        assert stage(page) == "done"
        press(page, "Do it once more")
        expect(page.get_by_role("button", name="Begin")).to_be_visible()
    well_kept(server, QUICK)


def test_a_slow_disk_has_no_queue_of_what_is_past(chromium: Browser) -> None:
    server = Server(0.0, QUICK)
    with served(chromium, server) as (page, _):
        press(page, "Begin")
        press(page, "Start now")
        page.wait_for_function("session.state().at > 0")
        page.evaluate(
            """() => { const put = IDBObjectStore.prototype.put; window.put = [];
              IDBObjectStore.prototype.put = function (kept) {
                window.put.push(kept.state.at);
                return put.call(this, kept); } }"""
        )
        let_pass(page, 90)
        arrived(page, server, "step_done")
        put, at = page.evaluate("[window.put, session.state().at]")
        assert at > 20
        # One write was perhaps under way as time began to pass; all that followed is kept at once.
        assert put[-1] == at
        assert len(set(put)) <= 2


def test_a_lost_network_loses_nothing_and_sends_nothing_twice(chromium: Browser) -> None:
    server = Server(0.0, QUICK)
    with served(chromium, server) as (page, _):
        press(page, "Begin")
        arrived(page, server, "started")
        server.cut = True
        let_pass(page, 90)
        expect(page.get_by_text("You are offline.")).to_be_visible()
        for _ in range(20):
            let_pass(page, 5)
        assert server.kinds() == ["started"]
        server.cut = False
        server.lose_answers = True  # arrives, and the page does not hear of it
        for _ in range(24):
            let_pass(page, 10)
        finish(page, server)
        expect(page.get_by_text("Everything is saved.")).to_be_visible()
    well_kept(server, QUICK)
    sent = Counter(entry["id"] for batch in server.batches for entry in batch)
    assert max(sent.values()) == 2, "the batch whose answer was lost is sent again"


def test_it_tries_again_by_itself(chromium: Browser) -> None:
    server = Server(0.0, QUICK, status=503)
    with served(chromium, server) as (page, _):
        press(page, "Begin")
        expect(page.get_by_text("You are offline.")).to_be_visible()
        server.status = 204
        let_pass(page, 2)
        expect(page.get_by_text("You are offline.")).to_be_hidden()
    assert server.kinds() == ["started"]


def test_entries_of_a_page_closed_without_network_go_out_with_the_next(chromium: Browser) -> None:
    server = Server(0.0, QUICK)
    with served(chromium, server) as (page, context):
        press(page, "Begin")
        arrived(page, server, "started")
        server.cut = True
        let_pass(page, 90)
        expect(page.get_by_text("You are offline.")).to_be_visible()
        page.close()
        server.cut = False
        other = context.new_page()
        server.session = replace(QUICK, title=literal("Day 3"), items=QUICK.items[:1])
        other.goto(f"{ADDRESS}/")
        other.evaluate("window.ready")
        assert stage(other) == "begin", "a changed session is another one"
        arrived(other, server, "step_done")


def test_what_the_server_refuses_is_kept_and_said(chromium: Browser) -> None:
    server = Server(0.0, QUICK, status=422)
    with served(chromium, server) as (page, _):
        press(page, "Begin")
        expect(page.get_by_text("could not store it")).to_be_visible()
        let_pass(page, 60)
        assert len(server.batches) <= 3, "it does not ask again and again"


def test_a_self_test_is_entered_and_checked(chromium: Browser) -> None:
    server = Server(0.0, Session(literal("Day 4"), "home", (a_test(),)))
    with served(chromium, server) as (page, _):
        press(page, "Begin")
        press(page, "Start now")
        let_pass(page, 1000)
        press(page, "Done")
        page.get_by_label("Right, degrees").fill("400")
        press(page, "Save")
        expect(page.get_by_text("Enter a number from -60 to 60.")).to_be_visible()
        page.get_by_label("Right, degrees").fill("-8")
        press(page, "Save")
        finish(page, server)
    (entered,) = server.of("step_done")
    assert (entered["name"], entered["right"], entered["left"]) == ("modified_thomas", -8, None)


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_page_is_accessible_fits_and_is_large_enough_to_touch(
    chromium: Browser, size: tuple[int, int], look: Any
) -> None:
    axe = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    screens = ROOT / "build/screens"
    screens.mkdir(parents=True, exist_ok=True)
    name = "phone" if size == PHONE else "desktop"
    with served(chromium, Server(0.0, a_session()), size, color_scheme=look, reduced_motion="reduce") as (page, _):

        def look_at(what: str) -> None:
            page.screenshot(path=screens / f"session_{what}_{name}_{look}.png")
            if not page.evaluate("'axe' in window"):
                page.evaluate(axe)
            found = page.evaluate("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })")
            assert [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == [], what
            assert page.evaluate("document.documentElement.scrollWidth") <= size[0], what
            pause = 0.0
            for control in page.locator("button:visible, input:visible").all():
                box = control.bounding_box()
                assert box is not None
                assert min(box["width"], box["height"]) >= 44, (what, control.inner_text())
                large = "ps-pause" in (control.get_attribute("class") or "")
                pause = box["height"] if large else pause
                assert box["height"] <= pause or large or not pause
            clipped = page.evaluate(
                "[...document.querySelectorAll('.ps button, .ps-word, .ps-cue, .ps-count')]"
                ".filter((e) => e.offsetParent && e.scrollWidth > e.clientWidth + 1).map((e) => e.textContent)"
            )
            assert clipped == [], what

        look_at("begin")
        press(page, "Begin")
        look_at("next")
        press(page, "Start now")
        let_pass(page, 8)
        look_at("hold")
        press(page, "Pause")
        look_at("paused")
        press(page, "It hurts")
        look_at("hurts")
        rate(page, 4)
        look_at("choice")
        press(page, "Leave this exercise")
        for kind in ("massage", "test", "breath"):
            while page.evaluate("script.parts[script.steps[session.state().at].part].kind") != kind:
                first = page.get_by_role("button", name="Skip this exercise").count()
                press(page, "Skip this exercise" if first else "Skip")
            press(page, "Start now")
            let_pass(page, 2)
            look_at(kind)
            if kind == "test":
                press(page, "Done")
                look_at("enter")
                press(page, "Leave it out")
        let_pass(page, 300)
        look_at("effort")
        press(page, "I would rather not say")
        press(page, "I would rather not say")
        look_at("done")


def test_the_figure_moves_in_3d_with_the_psoas_lit(chromium: Browser) -> None:
    body = Body()
    still = build_scene(Motion(body, [0.0], posture().values[None], [0]))  # type: ignore[arg-type]
    session = Session(literal("Day 5"), "home", shortest("half_kneeling_lengthening", "right"))
    with served(chromium, Server(0.0, session, scene=still), (420, 900)) as (page, _):
        press(page, "Begin")
        host = "document.querySelector('.ps-figure')"
        page.evaluate(f"window.heard = []; {host}.addEventListener('psoas-time', (e) => heard.push(e.detail.time))")
        assert page.evaluate(f"PsoasViewer.stats({host}).nonBackgroundPixels") > 500
        assert page.locator(".pv-legend, .pv-views, .pv-bar").count() == 0
        press(page, "Start now")
        let_pass(page, 9)
        page.evaluate(f"PsoasViewer.stats({host})")
        assert max(page.evaluate("heard")) == 15, "the last keyframe, in the hold"
        page.screenshot(path=ROOT / "build/screens/session_3d_small.png")


def test_without_webgl_the_figure_is_drawn_in_lines(chromium: Browser) -> None:
    with served(chromium, Server(0.0, QUICK)) as (page, _):
        press(page, "Begin")
        picture = page.get_by_role("img", name="Dead bug: the body as a drawing")
        expect(picture).to_be_visible()
        strands = "[...document.querySelectorAll('.ps-strand')].map((e) => e.getAttribute('points'))"
        before = page.evaluate(strands)
        press(page, "Start now")
        let_pass(page, 8.5)
        assert len(before) == 22
        assert page.evaluate(strands) != before
