"""Waiting for a state of a page in browser tests, never for a time."""

from __future__ import annotations

import time
from collections.abc import Callable

from playwright.sync_api import Frame, Page

SETTLED = """async () => {
    const frame = () => new Promise(requestAnimationFrame);
    await document.fonts.ready;
    await frame();
    const moving = document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(moving.map((one) => one.finished));
    await frame();
}"""
RESTING = """(stage) => {
    const at = document.getElementById(stage), canvas = at?.querySelector("canvas");
    if (!canvas) return false;
    const drawn = PsoasViewer.stats(at).nonBackgroundPixels, seen = JSON.stringify([drawn, canvas.width, scrollY]);
    const rests = drawn > 0 && window.seenBefore?.[0] === seen;
    window.seenBefore = [seen, rests ? window.seenBefore[1] + 1 : 0];
    return window.seenBefore[1] >= 3;
}"""
DRAWN = """(stage) => {
    const at = document.getElementById(stage);
    return Boolean(at?.querySelector("canvas")) && PsoasViewer.stats(at).nonBackgroundPixels > 5000;
}"""
STILL = """() => {
    const seen = scrollY, still = window.scrolledTo?.[0] === seen;
    window.scrolledTo = [seen, still ? window.scrolledTo[1] + 1 : 0];
    return seen > 0 && window.scrolledTo[1] >= 5;
}"""


def settle(page: Page) -> None:
    """Wait until transitions and fonts are done and the page has been drawn with what they led to."""
    page.evaluate(SETTLED)


def picture_rests(page: Page | Frame, stage: str = "stage") -> None:
    """Wait until the body in the element with this id is drawn and four looks in a row found the same picture."""
    page.wait_for_function(RESTING, arg=stage, polling=60, timeout=60_000)
    page.evaluate("delete window.seenBefore")


def picture_is_drawn(page: Page | Frame, stage: str) -> None:
    """Wait until the body in the element with this id is drawn; it may move."""
    page.wait_for_function(DRAWN, arg=stage, polling=100, timeout=60_000)


def scroll_rests(page: Page) -> None:
    """Wait until the page has been scrolled and stays there."""
    page.wait_for_function(STILL, polling=30)
    page.evaluate("delete window.scrolledTo")


def wait_until(page: Page, is_so: Callable[[], bool], *, what: str = "", timeout_s: float = 20.0) -> None:
    """Let the page go on until something outside it is so; an error names ``what`` was waited for."""
    end = time.monotonic() + timeout_s
    while not is_so():
        if time.monotonic() > end:
            raise AssertionError(f"waited {timeout_s:.0f} s in vain: {what}")
        page.wait_for_timeout(20)
