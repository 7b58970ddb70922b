"""The page of unknown markers: what it shows, what it refuses, and that its map is used."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from psoas.core.message import Message, message
from psoas.recording import load_marker_map
from psoas.services.analysis_request import MARKERS, RESULT, SUGGESTIONS, parse_request
from psoas.services.marker_suggestions import ADAPTER, MAP, MarkerSuggestion, MarkerSuggestions
from psoas.store import job_queue, repositories
from psoas.store.repositories import MeasureRecord
from psoas.web.markers.context import MARGIN, figure_around, place_choices
from tests.measure_world import files_of, hand_in, key_of, short_walk
from tests.web.test_measure_page import walked
from tests.web_worlds import LAN, World

SPOTS = {"asis_r": (-0.12, 1.0), "asis_l": (0.12, 1.0), "heel_r": (-0.1, 0.0), "cluster:thigh_r": (-0.1, 0.7)}
MARKERS_OF = (
    MarkerSuggestion("m1", "asis_r", True, (), (-0.12, 1.0), (0.1, 1.0)),
    MarkerSuggestion("m2", "asis_l", True, (), (0.12, 1.0), (0.1, 1.0)),
    MarkerSuggestion("<m3>", "heel_r", False, ("heel_l",), (-0.1, 0.05), (-0.1, 0.05)),
    MarkerSuggestion("m4", "", False),
)
UNKNOWN = message("recording.set_unknown", names="m1", known=20, option="x")


def failed(world: World, walk: Path, *, fault: Message = UNKNOWN, suggested: bool = True) -> UUID:
    """An analysis that failed, with suggestions beside its files."""
    key = key_of(hand_in(world, walk))
    engine = world.site.engine
    assert job_queue.claim_job(engine) is not None
    job_queue.finish_job(engine, key, faults=[message("recording.in_file", file="walk.trc", fault=fault)])
    if suggested:
        job = job_queue.find_job(world.site.home, key)
        assert job is not None
        folder = world.settings.folder / parse_request(job.asked).folder
        (folder / SUGGESTIONS).write_bytes(ADAPTER.dump_json(MarkerSuggestions(MARKERS_OF, False, SPOTS)))
    return key


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "data")


@pytest.fixture
def walk(tmp_path: Path) -> Path:
    return short_walk(tmp_path)


def post(world: World, key: UUID, *places: str) -> tuple[int, str]:
    sent = {f"place-{number}": place for number, place in enumerate(places)}
    answer = world.home.post(f"/measure/{key}/markers", data=sent, headers=world.own)
    return answer.status_code, answer.text


def test_a_failed_analysis_leads_to_the_page(world: World, walk: Path) -> None:
    key = failed(world, walk)
    page = world.home.get(f"/measure/{key}").text
    assert f'href="/measure/{key}/markers"' in page
    assert "We don&#39;t know these marker names" in page
    assert "map.toml" not in page, "what to do stands there, and not what to do on a command line"
    other = failed(world, walk, suggested=False)
    assert "/markers" not in world.home.get(f"/measure/{other}").text
    assert world.home.get(f"/measure/{other}/markers").status_code == 404


def test_markers_that_need_a_look_come_first_with_their_place_chosen(world: World, walk: Path) -> None:
    page = world.home.get(f"/measure/{failed(world, walk)}/markers").text
    assert re.findall(r'select name="place-(\d)"', page) == ["2", "3", "0", "1"]
    assert page.count('<option value="asis_r" selected>') == 1
    assert page.count('<option value="heel_r" selected>') == 1
    assert page.count('<optgroup label="It may also be"><option value="heel_l">') == 1
    assert "named markers like these before" not in page
    assert "&lt;m3&gt;" in page
    assert "<m3>" not in page
    assert "not sure of 2 of 4 markers" in page
    assert "could not tell left from right" in page


def test_a_confirmed_map_is_kept_and_the_analysis_begins_again(world: World, walk: Path) -> None:
    key = failed(world, walk)
    status, _ = post(world, key, "asis_r", "asis_l", "heel_l", "cluster:thigh_r")
    assert status == 303
    job = job_queue.find_job(world.site.home, key)
    assert job is not None
    assert (job.state, job.faults, job.tries) == ("queued", (), 0)
    path = parse_request(job.asked).path(world.settings.folder, MARKERS)
    assert path is not None
    assert load_marker_map(path) == {"m1": "asis_r", "m2": "asis_l", "<m3>": "heel_l", "m4": "cluster:thigh_r"}


def test_what_is_wrong_is_said_and_what_was_chosen_stays(world: World, walk: Path) -> None:
    key = failed(world, walk)
    status, page = post(world, key, "asis_r", "asis_r", "", "c7")
    assert status == 422
    assert "m1, m2 are both given as" in page
    assert "At least three different places" in page
    assert page.count('<option value="c7" selected>') == 1
    status, page = post(world, key, "no such place", "asis_l", "heel_r", "asis_r")
    assert status == 303


def test_nobody_else_sees_it(world: World, walk: Path) -> None:
    key = failed(world, walk)
    assert world.home.get(f"/measure/{uuid4()}/markers").status_code == 404
    lan = World(world.settings.folder, lan=LAN)
    assert lan.phone().get(f"/measure/{key}/markers").status_code in (303, 403, 404)


def test_the_way_back_from_a_running_analysis_leads_to_it(world: World, walk: Path) -> None:
    key = failed(world, walk)
    assert post(world, key, "asis_r", "asis_l", "heel_l")[0] == 303
    answer = world.home.get(f"/measure/{key}/markers")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/measure/{key}")


def test_after_another_fault_the_markers_can_be_changed(world: World, walk: Path) -> None:
    key = failed(world, walk)
    assert post(world, key, "asis_r", "asis_l", "heel_l", "c7")[0] == 303
    assert job_queue.claim_job(world.site.engine) is not None
    job_queue.finish_job(world.site.engine, key, faults=[message("recording.empty")])
    page = world.home.get(f"/measure/{key}").text
    assert "Change what the markers are" in page
    assert "We couldn&#39;t analyse" in page
    page = world.home.get(f"/measure/{key}/markers").text
    assert page.count('<option value="c7" selected>') == 1
    assert page.count('<option value="heel_l" selected>') == 1


def test_a_map_can_be_taken_away_from_the_report(world: World, walk: Path) -> None:
    key = failed(world, walk)
    assert post(world, key, "asis_r", "asis_l", "heel_l")[0] == 303
    job = job_queue.find_job(world.site.home, key)
    assert job is not None
    order = parse_request(job.asked)
    shown = repositories.add_measure(
        world.site.home, MeasureRecord(order.day, "walk.trc", f"{order.folder}/{RESULT}", walked())
    )
    assert f'href="/measure/{shown}/markers.toml" download' in world.home.get(f"/measure/{shown}").text
    got = world.home.get(f"/measure/{shown}/markers.toml")
    assert 'filename="walk_markers.toml"' in got.headers["content-disposition"]
    assert '"m1" = "asis_r"' in got.text
    (world.settings.folder / order.folder / MARKERS / MAP).unlink()
    assert "markers.toml" not in world.home.get(f"/measure/{shown}").text
    assert world.home.get(f"/measure/{shown}/markers.toml").status_code == 404


def test_a_bad_map_is_refused_when_it_is_handed_in(world: World, walk: Path) -> None:
    files = {"recording": ("walk.trc", walk.read_bytes()), "markers": ("mine.toml", b"[markers]\na = 'knee_lat_r'\n")}
    answer = world.home.post("/measure/new", files=files, headers=world.own)
    assert answer.status_code == 422
    assert "mine.toml: marker &#39;a&#39;: &#39;knee_lat_r&#39; is not a landmark" in answer.text
    assert "knee_lateral_r" in answer.text
    assert files_of(world) == []


def test_every_place_can_be_chosen_in_words() -> None:
    keys = [one.key for _, choices in place_choices() for one in choices]
    assert len(set(keys)) == len(keys) > 70


def test_a_figure_holds_its_points() -> None:
    figure = figure_around([(-1.0, 0.0), (1.0, 2.0)])
    assert (figure.x(-1.0), figure.y(2.0)) == (100 * MARGIN, 100 * MARGIN)
    assert figure.x(1.0) == pytest.approx(100 * (figure.width - MARGIN))
    assert figure_around([]).width == pytest.approx(2 * MARGIN)
