"""Measure in a real browser: the bundled walk handed in, watched, read and compared, on a desktop and on a phone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from psoas.core.message import literal
from psoas.core.stages import Stage
from psoas.services.analysis_worker import running_worker
from psoas.store import job_queue, repositories
from tests.page_state import picture_is_drawn, settle
from tests.web.test_measure_page import walked
from tests.web.test_screens import SIZES, no_wider_than_the_screen, opened, violations
from tests.web_worlds import World, served
from tests.worlds import STATIC, WALK

LOOKS: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.fixture(scope="module")
def axe(root: Path) -> str:
    return (root / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.fixture
def address(world: World) -> Iterator[str]:
    with served(world.settings.folder) as found:
        yield found


def shoot(page: Page, axe: str, root: Path, name: str, size: str, *, full: bool = True) -> None:
    """Pictures by day and by night, after axe and the width have nothing to say."""
    for look in LOOKS:
        page.emulate_media(color_scheme=look)
        page.evaluate("scrollTo(0, 0)")
        settle(page)
        page.screenshot(path=root / f"build/screens/{name}_{size}_{look}.png", full_page=full)
        assert violations(page, axe) == []
    page.emulate_media(color_scheme="light")
    assert no_wider_than_the_screen(page)
    assert page.locator("h1").count() == 1


def report_in(page: Page) -> Frame:
    """The report inside its page, once its body is drawn."""
    frame = page.locator("iframe").element_handle(timeout=120_000).content_frame()
    assert frame is not None
    frame.wait_for_url("**/report", timeout=60_000)
    picture_is_drawn(frame, "body3d")
    return frame


@pytest.mark.parametrize("size", SIZES)
def test_a_walk_is_handed_in_watched_and_read(
    chromium: Browser, world: World, address: str, axe: str, root: Path, size: str
) -> None:
    with opened(chromium, address, "/measure", SIZES[size], has_touch=size == "phone") as page:
        shoot(page, axe, root, "measure_first", size)
        page.get_by_label("Your recording").set_input_files(WALK)
        page.get_by_text("More files").click()
        page.get_by_label("Standing still").set_input_files(STATIC)
        page.get_by_label("Height").fill("170")
        page.get_by_label("Weight").fill("66")
        page.get_by_label("Sex").select_option("female")
        shoot(page, axe, root, "measure_form", size)
        page.get_by_role("button", name="Analyse").click()
        expect(page.get_by_role("status")).to_have_text("Waiting: yours is next")
        job = job_queue.claim_job(world.site.engine)
        assert job is not None
        assert job_queue.report_progress(world.site.engine, job.id, 0.4, Stage.INVERSE_KINEMATICS)
        expect(page.get_by_role("status")).to_have_text("Following the markers", timeout=10_000)
        assert page.locator("progress").get_attribute("value") == "40"
        shoot(page, axe, root, "measure_progress", size)
        with running_worker(world.site.engine, world.settings.folder):
            frame = report_in(page)
        drawn = frame.evaluate("PsoasViewer.stats(document.getElementById('body3d'))")
        assert drawn["nonBackgroundPixels"] > 5000
        assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert frame.evaluate("origin") == "null"
        shoot(page, axe, root, "measure_report", size, full=False)
        with page.expect_download() as got:
            page.get_by_role("link", name="All files").click()
        assert got.value.suggested_filename == f"walking_{date.today().isoformat()}.zip"
        page.get_by_role("link", name="Delete").click()
        shoot(page, axe, root, "measure_delete", size)


@pytest.mark.parametrize("size", SIZES)
def test_the_history_and_my_psoas(
    chromium: Browser, world: World, address: str, axe: str, root: Path, size: str
) -> None:
    own, today = world.site.home, date.today()
    for days, summary in ((60, walked(quality="refused")), (42, walked(longest=296.0)), (0, walked())):
        repositories.add_measure(
            own, repositories.MeasureRecord(today - timedelta(days=days), "walk.trc", "gone", summary)
        )
    with opened(chromium, address, "/measure", SIZES[size]) as page:
        expect(page.locator("article")).to_have_count(3)
        for svg in page.locator("article:first-of-type .length svg rect").all():
            box = svg.bounding_box()
            assert box is not None
            assert box["width"] > 30
        shoot(page, axe, root, "measure_history", size)
        page.get_by_role("link", name="See what we kept").first.click()
        shoot(page, axe, root, "measure_gone", size)
        page.goto(address)
        page.locator("#stage canvas").wait_for(timeout=60_000)
        expect(page.get_by_role("heading", name="My psoas")).to_be_visible()
        shoot(page, axe, root, "my_psoas", size)


@pytest.mark.parametrize("size", SIZES)
def test_what_is_wrong_is_told_beside_the_form(
    chromium: Browser, address: str, axe: str, root: Path, tmp_path: Path, size: str
) -> None:
    wrong = tmp_path / "walk.trc"
    wrong.write_bytes(b"")
    width, height = SIZES[size]
    page = chromium.new_page(viewport={"width": width, "height": height})
    page.goto(f"{address}/measure/new")
    page.get_by_label("Your recording").set_input_files(wrong)
    page.get_by_label("Height").fill("17")
    page.get_by_role("button", name="Analyse").click()
    expect(page.get_by_role("alert")).to_contain_text("the file is empty")
    expect(page.get_by_role("alert")).to_contain_text("50 to 260 cm")
    assert page.get_by_label("Height").input_value() == "17"
    shoot(page, axe, root, "measure_faults", size)
    page.close()


@pytest.mark.parametrize("size", SIZES)
def test_stopping_trying_again_and_failing_look_calm(
    chromium: Browser, world: World, address: str, axe: str, root: Path, size: str
) -> None:
    with opened(chromium, address, "/measure/new", SIZES[size]) as page:
        page.get_by_label("Your recording").set_input_files(WALK)
        page.get_by_role("button", name="Analyse").click()
        page.get_by_role("button", name="Stop").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Stopped")
        shoot(page, axe, root, "measure_stopped", size)
        page.get_by_role("button", name="Try again").click()
        expect(page.get_by_role("status")).to_have_text("Waiting: yours is next")
        job = job_queue.claim_job(world.site.engine)
        assert job is not None
        faults = [literal("units 'km' are not known"), literal("x")]
        assert job_queue.finish_job(world.site.engine, job.id, faults=faults)
        expect(page.get_by_role("alert").locator("li")).to_have_count(2, timeout=10_000)
        shoot(page, axe, root, "measure_failed", size)
        page.get_by_role("button", name="Remove").click()
        expect(page.get_by_role("heading", name="Measure your psoas")).to_be_visible()


def test_without_scripts_the_page_looks_again_by_itself(chromium: Browser, world: World, address: str) -> None:
    with opened(chromium, address, "/measure", java_script_enabled=False) as page:
        page.get_by_label("Your recording").set_input_files(WALK)
        page.get_by_role("button", name="Analyse").click()
        expect(page.get_by_role("status")).to_have_text("Waiting: yours is next")
        assert job_queue.claim_job(world.site.engine) is not None
        (job,) = job_queue.own_jobs(world.site.home)
        assert job_queue.report_progress(world.site.engine, job.id, 0.4, Stage.INVERSE_KINEMATICS)
        expect(page.get_by_role("status")).to_contain_text("Following", timeout=10_000)
        assert json.loads(page.locator("progress").get_attribute("value") or "0") == 40
