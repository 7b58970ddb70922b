"""The report in a real browser: alone, without a network, on a desk, on a phone and on paper."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from playwright.sync_api import Browser, Page

from psoas.analysis.analysis_io import SUMMARY, StoredAnalysis, load_analysis
from psoas.analysis.summary_model import QualityStatus
from psoas.core.errors import PsoasError
from psoas.report import report_page
from psoas.report.report_page import report_pages
from tests.report_worlds import analysed, bend, gait_of

DESKTOP, PHONE = (1280, 800), (390, 844)
NUMBER = re.compile(r"\d+\.\d+")
STATS = "PsoasViewer.stats(document.getElementById('body3d'))"
SHOWN = "getComputedStyle(document.querySelector('{}')).display"


@pytest.fixture(scope="module")
def walk(root: Path, tmp_path_factory: pytest.TempPathFactory) -> StoredAnalysis:
    """The bundled walk, analysed."""
    return analysed(root / "examples" / "walking.trc", tmp_path_factory.mktemp("walk") / "out")


@pytest.fixture(scope="module")
def raises(tmp_path_factory: pytest.TempPathFactory) -> StoredAnalysis:
    """Both hips bent to 110 degrees and back, three times."""
    folder = tmp_path_factory.mktemp("raises")
    path = bend(folder / "raises.mot", 60 - 50 * np.cos(np.linspace(0, 6 * np.pi, 300)), seconds=9.0)
    return analysed(path, folder / "out")


@contextmanager
def opened(chromium: Browser, path: Path, size: tuple[int, int]) -> Iterator[Page]:
    """The page opened from disk; any complaint or request for another file fails the test."""
    faults: list[str] = []
    width, height = size
    context = chromium.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    page = context.new_page()
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: None if request.url == path.as_uri() else faults.append(request.url))
    page.goto(path.as_uri())
    page.wait_for_function(f"window.PsoasViewer && {STATS} !== null")
    yield page
    context.close()
    assert [fault for fault in faults if not fault.startswith("data:")] == []


def words(html: str) -> str:
    """The text of a page without scripts, styles and tags."""
    bare = re.sub(r"<(script|style)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", bare).replace("\u00a0", " ").split())


@pytest.fixture(scope="module")
def desk(chromium: Browser, walk: StoredAnalysis) -> Iterator[Page]:
    """The report on a desk, opened once: drawing in software is slow."""
    with opened(chromium, walk.folder / "report.html", DESKTOP) as page:
        yield page


def assert_drawn(page: Page, width: int) -> None:
    """WebGL drew the body, the numbers are there, and nothing hangs over the edge."""
    drawn = page.evaluate(STATS)
    assert drawn["triangles"] > 20_000
    assert drawn["nonBackgroundPixels"] > 5_000
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    text = page.inner_text("main")
    assert "Your right psoas changed its length by" in text
    assert re.search(r"\d+\smm\s\(±\d+\)", text)
    assert page.locator("h1").inner_text() == "Walking"
    assert page.locator(".panel .wide").first.is_visible() == (width == DESKTOP[0])


def test_the_report_opens_and_draws_alone_on_a_desk(desk: Page) -> None:
    assert_drawn(desk, DESKTOP[0])


def test_the_report_opens_and_draws_alone_on_a_phone(chromium: Browser, walk: StoredAnalysis) -> None:
    with opened(chromium, walk.folder / "report.html", PHONE) as page:
        assert_drawn(page, PHONE[0])


def test_the_body_comes_first_and_is_the_largest_thing(desk: Page) -> None:
    body, found = desk.locator("#body3d").bounding_box(), desk.locator("#findings").bounding_box()
    assert body is not None and found is not None
    assert body["y"] < 250 and body["y"] + body["height"] < found["y"]
    assert body["width"] * body["height"] > 0.5 * DESKTOP[0] * DESKTOP[1]


def test_paper_shows_a_still_picture_instead(desk: Page) -> None:
    assert desk.evaluate(SHOWN.format(".still")) == "none"
    desk.emulate_media(media="print")
    assert desk.evaluate(SHOWN.format("#body3d")) == "none"
    assert desk.evaluate(SHOWN.format(".still")) == "block"
    heights = desk.evaluate("[...document.querySelectorAll('.still image')].map(i => i.getBoundingClientRect().height)")
    assert len(heights) == 2 and min(heights) > 200
    desk.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert desk.evaluate("[...document.querySelectorAll('details')].every(d => d.open)")
    desk.emulate_media(media="screen")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_night_and_day_both_read(desk: Page, scheme: Literal["light", "dark"]) -> None:
    desk.emulate_media(color_scheme=scheme)
    ink, ground = desk.evaluate(
        "['color', 'backgroundColor'].map(k => getComputedStyle(document.body)[k].match(/\\d+/g).map(Number))"
    )
    desk.emulate_media(color_scheme="light")
    assert (sum(ink) > sum(ground)) == (scheme == "dark")
    dim, bright = sorted(_luminance(colour) for colour in (ink, ground))
    assert (bright + 0.05) / (dim + 0.05) > 7


def _luminance(colour: list[int]) -> float:
    linear = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_line_runs_along_the_chart_with_the_body(desk: Page, walk: StoredAnalysis) -> None:
    event = gait_of(walk).events["right"][0]
    seek = {"detail": {"time": (event.start_s + event.end_s) / 2}}
    desk.evaluate(f"document.getElementById('body3d').dispatchEvent(new CustomEvent('psoas-seek', {json.dumps(seek)}))")
    cursor = desk.locator(".panel .cursor.right").first
    cursor.wait_for(state="visible")
    chart = desk.locator(".panel .wide svg").first
    box, size, line = json.loads(chart.get_attribute("data-box") or "[]"), chart.bounding_box(), cursor.bounding_box()
    assert size is not None and line is not None
    scale = size["width"] / float(chart.get_attribute("width") or "nan")
    share = (line["x"] - size["x"] - box[0] * scale) / (box[2] * scale)
    assert share == pytest.approx(0.5, abs=0.05)


def test_forces_are_drawn_and_the_body_can_be_coloured_by_them(desk: Page) -> None:
    for name in ("#pull", "#carried", "#drive"):
        chart = desk.locator(f"{name} .wide svg").first
        box = chart.bounding_box()
        assert box is not None and box["width"] > 400 and box["height"] > 200
    switch = desk.get_by_role("button", name="Colour the psoas by how hard it pulls")
    switch.click()
    assert switch.get_attribute("aria-pressed") == "true"
    assert "strength" in desk.locator(".pv-legend").inner_text()
    desk.get_by_role("button", name="Colour the psoas by its length").click()


def test_every_citation_leads_to_its_source(walk: StoredAnalysis) -> None:
    html = (walk.folder / "report.html").read_text(encoding="utf-8")
    cited = set(re.findall(r'href="#(source-\w+)"', html))
    assert len(cited) >= 5
    assert cited <= set(re.findall(r'id="(source-\w+)"', html))
    assert {f"source-{key}" for key in walk.summary.sources} <= set(re.findall(r'id="(source-\w+)"', html))


def test_the_contents_lead_to_every_section(walk: StoredAnalysis) -> None:
    html = report_pages(walk)["report.html"]
    links = re.findall(r'href="#([\w-]+)"', re.findall(r'<nav class="contents.*?</nav>', html)[0])
    assert links == re.findall(r'<section id="([\w-]+)"', html) and len(links) == len(set(links)) > 8


def test_without_webgl_a_still_body_stands_in(desk: Page) -> None:
    desk.evaluate("document.querySelector('.body3d').classList.add('flat')")
    assert desk.locator(".still").is_visible() and not desk.locator(".body3d figcaption").is_visible()
    desk.evaluate("document.querySelector('.body3d').classList.remove('flat')")


def test_the_figures_on_the_page_are_those_of_the_summary(walk: StoredAnalysis) -> None:
    text = words((walk.folder / "report.html").read_text(encoding="utf-8"))
    for side in ("right", "left"):
        psoas = walk.summary.to_json()["psoas"][side]
        off = max(psoas["uncertainty"]["excursion_mm"], 1)
        assert f"{psoas['length_mm']['excursion']:.0f} mm (±{off:.0f})" in text
        percent = psoas["length_percent_standing"]
        assert f"{percent['min']:.0f} to {percent['max']:.0f} %" in text
    assert f"{gait_of(walk).speed_m_s:.2f} m/s" in text
    for warning in ("Not validated.", "Assumed.", "Held."):
        assert warning in text
    assert "held: these markers can" in text


def test_what_an_analysis_assumed_stands_on_the_page(walk: StoredAnalysis) -> None:
    text = words((walk.folder / "report.html").read_text(encoding="utf-8"))
    assert "You did not give these, so we took them from the markers or assumed them: height, mass and sex." in text
    for note in walk.summary.notes:
        assert " ".join(note.split()) in unescape(text)


def test_the_page_is_small_enough_and_needs_nothing(walk: StoredAnalysis) -> None:
    html = (walk.folder / "report.html").read_text(encoding="utf-8")
    assert len(html.encode()) < 6_000_000
    head, scene, rest = re.split(r'<script type="application/json" id="scene">|</script>', html, maxsplit=2)
    assert len(json.loads(scene)["time"]) <= 300
    assert re.findall(r'(?:src|href)="(?!#|data:)[^"]*"', head) == []
    assert "default-src 'none'" in head
    assert rest.count("</script>") == 2


def test_a_movement_that_is_not_gait_is_laid_out_by_repetition(chromium: Browser, raises: StoredAnalysis) -> None:
    with opened(chromium, raises.folder / "report.html", PHONE) as page:
        assert page.locator("h1").inner_text() == "Knee raises"
        text = page.inner_text("main")
    assert "3\u00a0repetitions over one another" in text or "2\u00a0repetitions over one another" in text
    assert "stride" not in text and "toe-off" not in text
    assert "joint angles came with the file" in words((raises.folder / "report.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("frames", [1, 2, 40])
def test_a_held_pose_makes_a_page_too(tmp_path: Path, frames: int) -> None:
    stored = analysed(bend(tmp_path / "pose.mot", np.full(frames, 25.0), seconds=1.0), tmp_path / "out")
    text = words((stored.folder / "report.html").read_text(encoding="utf-8"))
    assert "Standing" in text and "The whole recording, uncut" in text
    assert "Pace" not in text


def test_a_refused_recording_gives_reasons_and_no_figures(raises: StoredAnalysis, tmp_path: Path) -> None:
    why = {"status": QualityStatus.REFUSED, "reasons": ("Markers <b>lie</b> 90 mm apart.",)}
    summary = raises.summary.model_copy(update={
        "quality": raises.summary.quality.model_copy(update=why), "coordinates_deg": {}, "posture": None,
        "psoas": None, "iliacus": None, "gait": None, "repetitions": None,
    })  # fmt: skip
    (html,) = report_pages(StoredAnalysis(tmp_path, summary, raises.motion)).values()
    text = words(html)
    assert "This recording is too poor to use" in text and "What would help" in text
    assert "Markers &lt;b&gt;lie" in html and "<b>lie" not in html
    assert "psoas changed" not in text and "<script" not in html
    assert html.count("90 mm apart") == 1


def test_the_same_folder_gives_the_same_page(walk: StoredAnalysis) -> None:
    (again,) = report_pages(load_analysis(walk.folder)).values()
    first = (walk.folder / "report.html").read_text(encoding="utf-8")
    one, other = (page.split("<script>")[0] for page in (again, first))  # what follows is the viewer, built today
    assert NUMBER.split(one) == NUMBER.split(other)
    off = [abs(float(a) - float(b)) for a, b in zip(NUMBER.findall(one), NUMBER.findall(other), strict=True)]
    assert max(off) < 0.11, "sizes are stored to six digits: a line may move by a tenth of a pixel"
    assert json.loads((walk.folder / SUMMARY).read_text()) == walk.summary.to_json()


def test_a_viewer_that_was_never_built_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*path: str) -> str:
        raise FileNotFoundError("/".join(path))

    monkeypatch.setattr(report_page, "read_resource", missing)
    with pytest.raises(PsoasError, match="make setup"):
        report_page.viewer_script()
