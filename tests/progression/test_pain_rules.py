"""Pain in the guided session: it stops at once, needs no number, and offers only what is safe."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from psoas.session.session_script import build_script
from tests.session.test_player import QUICK, arrived, let_pass, press, rate
from tests.session_page import PHONE, Server, served, stage


def test_it_hurts_stops_asks_and_offers_the_easier_one(chromium: Browser) -> None:
    server = Server(0.0, QUICK)
    with served(chromium, server) as (page, _):
        press(page, "Begin")
        press(page, "Start now")
        let_pass(page, 20)
        press(page, "It hurts")
        let_pass(page, 50)
        after = page.get_by_role("button", name="Next").bounding_box()
        assert after and after["y"] + after["height"] <= PHONE[1] - 80, "below the app's own bars, too"
        page.get_by_role("checkbox", name="Groin").check(force=True)
        rate(page, 4)
        press(page, "Try the easier one: Tabletop hold")
        assert page.evaluate("session.state().detour") == 0
        expect(page.locator(".ps-where")).to_contain_text("Tabletop hold")
        easier = build_script(QUICK).easier[0]
        let_pass(page, sum(step.seconds for step in easier.steps) + 1)
        assert page.evaluate("script.steps[session.state().at].part") == 1
        arrived(page, server, "step_done")
    (hurt,) = server.of("hurt")
    assert (hurt["name"], hurt["side"], hurt["where"], hurt["score"]) == ("dead_bug", "right", ["groin"], 4)
    assert [entry["block"] for entry in server.of("skipped")] == [1]
    assert [(entry["name"], entry["easier"]) for entry in server.of("step_done")] == [("dead_bug_hold", True)]


@pytest.mark.parametrize(
    ("where", "score", "easier", "may_go_on", "said"),
    [
        ("Groin", 2, True, True, "Up to 2 of 10 is fine for you"),
        ("Groin", 3, True, False, "Your limit is 2 of 10"),
        ("Low back", 6, False, False, "this exercise is over for today"),
        ("Down the leg", 2, False, False, "Tell a doctor"),
        ("Numb, tingling or weak", 1, False, False, "Tell a doctor"),
    ],
)
def test_what_is_offered_follows_where_and_how_much(
    chromium: Browser, where: str, score: int, easier: bool, may_go_on: bool, said: str
) -> None:
    with served(chromium, Server(0.0, QUICK)) as (page, _):
        press(page, "Begin")
        press(page, "It hurts")
        expect(page.get_by_text("needs a hospital now")).to_be_visible()
        page.get_by_role("checkbox", name=where).check(force=True)
        rate(page, score)
        expect(page.get_by_text(said)).to_be_visible()
        assert page.get_by_role("button", name="Try the easier one").count() == easier
        assert page.get_by_role("button", name="It has passed, go on").count() == may_go_on
        press(page, "Leave this exercise")
        assert page.evaluate("script.steps[session.state().at].part") == 1


def test_next_without_a_number_says_what_it_waits_for_and_pain_needs_none(chromium: Browser) -> None:
    server = Server(0.0, QUICK)
    with served(chromium, server) as (page, _):
        press(page, "Begin")
        press(page, "It hurts")
        page.get_by_role("checkbox", name="Low back").check(force=True)
        press(page, "Next")
        expect(page.get_by_text("Without a number it counts as too much")).to_be_visible()
        assert page.get_by_role("button", name="Try the easier one").count() == 0
        assert page.get_by_role("button", name="It has passed, go on").count() == 0
        press(page, "End the session")
        assert page.get_by_role("alert").count() == 0
        press(page, "Next")
        said = "Choose a number, or press “I would rather not say”."
        expect(page.get_by_role("alert")).to_have_text(said)
        ring = "getComputedStyle(document.activeElement.nextElementSibling).outlineStyle"
        assert page.evaluate(ring) == "solid"
        assert stage(page) == "effort"
        press(page, "I would rather not say")
        press(page, "Next")
        expect(page.get_by_role("alert")).to_have_text(said)
        press(page, "I would rather not say")
        arrived(page, server, "finished")
    [hurt] = server.of("hurt")
    assert hurt["where"] == ["low_back"] and "score" not in hurt


@pytest.mark.parametrize(
    ("where", "hurt", "nerve"), [("", False, False), ("Groin", True, False), ("Numb, tingling or weak", True, True)]
)
def test_who_stopped_because_it_hurt_is_not_asked_to_do_it_once_more(
    chromium: Browser, where: str, hurt: bool, nerve: bool
) -> None:
    with served(chromium, Server(0.0, QUICK)) as (page, _):
        press(page, "Begin")
        if where:
            press(page, "It hurts")
            page.get_by_role("checkbox", name=where).check(force=True)
            rate(page, 4)
        else:
            press(page, "Pause")
        press(page, "End the session")
        rate(page, 5)
        rate(page, 2)
        expect(page.get_by_text("You did 0 of 3 sets.")).to_be_visible()
        assert page.get_by_role("button", name="Do it once more").count() == (not hurt)
        assert page.get_by_text("That was right.").count() == hurt
        assert page.get_by_text("Tell a doctor").count() == page.get_by_text("needs a hospital now").count() == nerve
