"""The breath page: cautions before the pacer, and a session that is whole before it begins."""

from __future__ import annotations

import pytest
from markupsafe import escape
from starlette.testclient import TestClient
from web_worlds import World

from psoas.knowledge.breath import PHASES, techniques
from psoas.web.pages.breath import BEFORE_TOP_UP, curve


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return World(tmp_path_factory.mktemp("data")).home


@pytest.mark.parametrize("name", techniques())
def test_cautions_come_before_the_button(home: TestClient, name: str) -> None:
    page = home.get(f"/breath/{name}").text
    one = techniques()[name]
    begin = page.index('id="begin"')
    for words in (one.title, one.purpose, *(part.words for part in one.cautions)):
        assert 0 < page.index(str(escape(words))) < begin
    assert one.does_not in page.replace("&#39;", "'")
    assert f'value="{one.minutes:g}" selected' in page


@pytest.mark.parametrize("name", techniques())
def test_a_session_fills_its_minutes_and_breathes(home: TestClient, name: str) -> None:
    phases = home.get(f"/api/breath/{name}?minutes=3").json()["phases"]
    at = 0.0
    for one in phases:
        assert one["start_s"] == pytest.approx(at)
        at += one["seconds"]
        assert one["phase"] in PHASES
        assert (one["full"] is None) == (one["phase"] == "free")
    assert at == pytest.approx(180.0)
    ways = {one["phase"]: one["full"] for one in phases if one["phase"] != "free"}
    assert ways["in"] == (BEFORE_TOP_UP if "top_up" in ways else 1.0)
    assert ways.get("out", ways.get("hum")) == 0.0


def test_what_cannot_be_paced_is_said(home: TestClient) -> None:
    for query in ("box?minutes=30", "box?minutes=0", "box?minutes=nan", "box?minutes=1e9"):
        refused = home.get(f"/api/breath/{query}")
        assert refused.status_code == 422
        assert "box" in refused.json()["faults"][0]
    assert home.get("/api/breath/nothing?minutes=3").status_code == 404
    assert home.get("/breath/nothing").status_code == 404
    assert home.get("/breath").headers["location"].startswith("/breath/")


def test_a_curve_starts_and_ends_empty_and_is_full_once() -> None:
    for one in techniques().values():
        points = [tuple(map(float, pair.split(","))) for pair in curve(one.cycle, width=60, height=20).split()]
        x, y = zip(*points, strict=True)
        assert list(x) == sorted(x)
        assert (x[0], x[-1]) == (0.0, 60.0)
        assert (y[0], min(y), y[-1]) == (20.0, 0.0, 20.0)
