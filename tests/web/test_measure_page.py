"""Measure: what is handed in, what is refused and why, whose it is, and what the history tells of it."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from psoas.core.message import message
from psoas.core.options import InputOption
from psoas.services import file_uploads
from psoas.services.analysis_request import parse_request
from psoas.services.measure_history import length_axis, measure_history, ramp_stops
from psoas.store import job_queue, paired_devices, person_repository, repositories
from psoas.store.person_scope import PersonScope
from psoas.store.repositories import MeasureRecord
from psoas.web.security_middleware import MOST_UPLOAD, POLICY
from tests.measure_world import files_of, hand_in, key_of, short_walk
from tests.services.test_file_uploads import zipped
from tests.web_worlds import LAN, World
from tests.worlds import STATIC

TODAY = date.today()


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "data")


@pytest.fixture
def walk(tmp_path: Path) -> Path:
    return short_walk(tmp_path)


def walked(
    *, longest: float = 305.0, speed: float = 1.3, quality: str = "good", movement: bool = True
) -> dict[str, Any]:
    """A summary of a walk with just what the history reads; the right psoas reaches ``longest`` millimetres."""
    muscle = {
        "length_mm": {"min": 289.0, "max": 305.0, "excursion": 16.0},
        "length_percent_standing": {"min": 96.5, "max": 102.0},
        "standing_length_mm": 299.0,
        "uncertainty": {"length_mm": 2.7, "excursion_mm": 3.7},
    }
    right = muscle | {"length_mm": {"min": 289.0, "max": longest, "excursion": longest - 289.0}}
    return {
        "schema": "psoas.summary/1",
        "source": {"file": "walk.trc"},
        "quality": {"status": quality, "reasons": [] if quality == "good" else ["too few markers are seen"]},
        "gait": {"speed_m_s": speed, "stance_percent": 62.0, "sd": {"speed_m_s": 0.01}} if movement else None,
        "coordinates_deg": {"hip_flexion_r": {"min": -20.0, "max": 30.0, "uncertainty_deg": 5.0, "held": False}},
        "psoas": {"right": right, "left": muscle},
    }


def measured(
    own: PersonScope, summary: dict[str, Any], days_ago: int = 0, folder: str = "measures/none/result"
) -> MeasureRecord:
    one = MeasureRecord(TODAY - timedelta(days=days_ago), "walk.trc", folder, summary)
    key = repositories.add_measure(own, one)
    found = repositories.find_measure(own, key)
    assert found is not None
    return found


def put(world: World, own: PersonScope) -> MeasureRecord:
    """A measure with its files."""
    folder = world.settings.folder / "measures" / own.person.hex / "one" / "result"
    folder.mkdir(parents=True)
    night = "@media screen and (prefers-color-scheme: dark) { :root {} }"
    (folder / "report.html").write_text(f"<!doctype html><title>x</title><style>{night}</style>")
    (folder / "summary.json").write_text(json.dumps(walked()))
    (folder / "secret.txt").write_text("not of the analysis")
    return measured(own, walked(), folder=str(folder.relative_to(world.settings.folder)))


def faults_in(text: str) -> list[str]:
    """The lines of the list of faults on a page."""
    (block,) = re.findall(r'class="faults".*?</ul>', text, re.DOTALL)
    return re.findall(r"<li>(.*?)</li>", block)


# -- handing in


def test_before_the_first_measure_the_page_teaches(world: World) -> None:
    page = world.home.get("/measure").text
    assert "How to get a good recording" in page
    assert 'type="file"' in page
    assert world.home.get("/").text.count("You have no measure yet") == 1


def test_what_is_handed_in_waits_under_its_own_name_and_the_size_is_kept(world: World, walk: Path) -> None:
    files = {"recording": ("../My walk.TRC", walk.read_bytes()), "static": ("still.trc", STATIC.read_bytes())}
    told = {"height": "170,5", "mass": "66", "sex": "female", "up": "z", "day": "2025-03-08"}
    key = key_of(world.home.post("/measure/new", data=told, files=files, headers=world.own))
    job = job_queue.find_job(world.site.home, key)
    assert job is not None
    order = parse_request(job.asked)
    assert (order.name, order.files["static"], order.up, order.day) == (
        "My_walk.trc", "still.trc", "z", date(2025, 3, 8)
    )  # fmt: skip
    assert (order.height_m, order.mass_kg, order.sex) == (1.705, 66.0, "female")
    path = order.path(world.settings.folder, "recording")
    assert path is not None
    assert path.read_bytes() == walk.read_bytes()
    assert order.path(world.settings.folder, "forces") is None
    assert files_of(world) == ["My_walk.trc", "still.trc"]
    page = world.home.get("/measure/new").text
    assert 'value="170' in page
    assert 'value="66"' in page
    assert '<option value="female" selected>' in page


def test_every_fault_is_told_at_once_in_a_line_of_its_own_and_nothing_is_kept(world: World) -> None:
    files = {
        "recording": ("walk.zip", zipped("walk.trc")),
        "static": ("still.trc", zipped("still.trc")),
        "forces": ("plates.mot", b""),
        "markers": ("names.txt", b"x"),
    }
    told = {"height": "17", "mass": "heavy", "sex": "other", "up": "w", "day": "2999-01-01"}
    answer = world.home.post("/measure/new", data=told, files=files, headers=world.own)
    assert answer.status_code == 422
    faults = faults_in(answer.text)
    assert [line.split(":")[0] for line in faults] == [
        "Height", "Weight", "Sex", "Axis", "Day", "Your recording", "Standing still", "Ground forces", "Marker names",
    ]  # fmt: skip
    assert "50 to 260 cm" in faults[0]
    assert "walk.zip" in faults[5]
    assert ".trc" in faults[5]
    assert 'value="17"' in answer.text, "what was typed is not lost"
    assert files_of(world) == []
    assert job_queue.own_jobs(world.site.home) == []
    assert person_repository.find_person(world.site.home).height_m is None


def test_a_good_file_is_not_kept_where_an_answer_is_wrong(world: World, walk: Path) -> None:
    answer = hand_in(world, walk, mass="4000")
    assert len(faults_in(answer.text)) == 1
    assert files_of(world) == []


@pytest.mark.parametrize("files", [None, {"recording": ("", b"")}, {"static": ("still.trc", STATIC.read_bytes())}])
def test_without_a_recording_it_says_what_to_choose(world: World, files: dict[str, Any] | None) -> None:
    answer = world.home.post("/measure/new", data={"height": "170"}, files=files, headers=world.own)
    assert answer.status_code == 422
    assert any("you chose no file" in line for line in faults_in(answer.text))
    assert files_of(world) == []


def test_a_file_that_is_too_large_is_refused_and_leaves_nothing(
    world: World, walk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    length = {"content-length": str(MOST_UPLOAD + 1)}
    assert world.home.post("/measure/new", headers=world.own | length).status_code == 413
    monkeypatch.setitem(
        __import__("psoas.web.measure.forms", fromlist=["KINDS"]).KINDS,
        "recording",
        (file_uploads.UploadKind("marker_text", (".trc",), 1000),),
    )
    answer = hand_in(world, walk)
    assert answer.status_code == 422
    assert "shorter parts" in faults_in(answer.text)[0]
    assert files_of(world) == []


def test_a_recording_larger_than_other_pages_take_is_taken(world: World, walk: Path) -> None:
    big = walk.read_bytes() + b"\n" * (2 * 1024 * 1024)
    answer = world.home.post("/measure/new", files={"recording": ("walk.trc", big)}, headers=world.own)
    assert answer.status_code == 303


def test_another_site_cannot_hand_in(world: World, walk: Path) -> None:
    files = {"recording": ("walk.trc", walk.read_bytes())}
    answer = world.home.post("/measure/new", files=files, headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 403
    assert files_of(world) == []


def test_faults_name_the_fields_of_the_form_and_not_options_of_the_command_line(world: World, walk: Path) -> None:
    key = key_of(hand_in(world, walk))
    assert job_queue.claim_job(world.site.engine) is not None
    assert job_queue.finish_job(
        world.site.engine, key, faults=[message("pipeline.up_hint", option=InputOption.UP.message, axis="z")]
    )
    [fault] = faults_in(world.home.get(f"/measure/{key}").text)
    assert "“Which axis of the file points up” z was given" in fault


# -- whose it is


@pytest.mark.parametrize("what", ["", "/report", "/summary.json", "/files.zip", "/delete"])
def test_a_measure_of_somebody_else_is_not_there(world: World, what: str) -> None:
    other = PersonScope(world.site.engine, person_repository.add_person(world.site.engine, "Bo").id)
    theirs, own = put(world, other), put(world, world.site.home)
    assert world.home.get(f"/measure/{own.id}{what}").status_code == 200
    assert world.home.get(f"/measure/{theirs.id}{what}").status_code == 404
    assert world.home.get(f"/measure/{uuid4()}{what}").status_code == 404


@pytest.mark.parametrize("what", ["cancel", "retry", "delete"])
def test_nobody_changes_the_work_of_somebody_else(world: World, walk: Path, what: str) -> None:
    key = key_of(hand_in(world, walk))
    job = job_queue.find_job(world.site.home, key)
    assert job is not None
    other = PersonScope(world.site.engine, person_repository.add_person(world.site.engine, "Bo").id)
    theirs = job_queue.queue_job(other, "measure", job.asked)
    assert world.home.post(f"/measure/{theirs}/{what}", headers=world.own).status_code == 404
    kept = job_queue.find_job(other, theirs)
    assert kept is not None
    assert kept.state == "queued"
    assert files_of(world) == ["walk.trc"]
    assert "HX-Refresh" in world.home.get(f"/measure/{theirs}/progress").headers


def test_a_paired_phone_sees_the_same_measures(tmp_path: Path) -> None:
    world = World(tmp_path / "data", lan=LAN)
    found = put(world, world.site.home)
    phone = world.phone()
    assert phone.get(f"/measure/{found.id}/report").status_code == 403
    phone.cookies.set("psoas_device", paired_devices.pair(world.site.home, "a phone"))
    assert phone.get(f"/measure/{found.id}/report").status_code == 200


# -- the report and the files


def test_the_report_runs_in_a_sandbox_and_only_its_page_may_frame_it(world: World) -> None:
    found = put(world, world.site.home)
    page, report = world.home.get(f"/measure/{found.id}"), world.home.get(f"/measure/{found.id}/report")
    assert page.headers["content-security-policy"] == f"{POLICY}; frame-src 'self'"
    assert 'sandbox="allow-scripts"' in page.text
    policy = report.headers["content-security-policy"].split("; ")
    assert "sandbox allow-scripts" in policy, "no allow-same-origin: the report is of no origin"
    assert "default-src 'none'" in policy
    assert not any(part.startswith("connect-src") for part in policy)
    for other in ("/", "/measure", f"/measure/{found.id}/delete"):
        assert world.home.get(other).headers["content-security-policy"] == POLICY


def test_a_report_is_only_offered_where_its_files_are(world: World) -> None:
    here, gone = put(world, world.site.home), measured(world.site.home, walked(), days_ago=3)
    links = dict(re.findall(r'<a href="/measure/([0-9a-f-]{36})">([^<]+)</a></p>', world.home.get("/measure").text))
    assert links == {str(here.id): "Open the report", str(gone.id): "See what we kept"}
    assert "These numbers are what we kept" in world.home.get(f"/measure/{gone.id}").text
    assert "These numbers are what we kept" not in world.home.get(f"/measure/{here.id}").text


def test_the_report_follows_the_look_that_was_chosen(world: World) -> None:
    found = put(world, world.site.home)
    for look, rule in (("light", "not all"), ("dark", "screen {"), ("auto", "prefers-color-scheme: dark")):
        world.home.cookies.set("psoas_look", look)
        assert f"@media {rule}" in world.home.get(f"/measure/{found.id}/report").text.replace("screen and (", "")


def test_all_files_of_the_analysis_can_be_taken_away_and_no_others(world: World) -> None:
    found = put(world, world.site.home)
    answer = world.home.get(f"/measure/{found.id}/files.zip")
    assert answer.headers["content-disposition"] == f'attachment; filename="walk_{TODAY.isoformat()}.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        assert sorted(archive.namelist()) == ["report.html", "summary.json"]
    assert world.home.get(f"/measure/{found.id}/summary.json").json() == walked()


def test_a_measure_without_its_files_says_so(world: World) -> None:
    found = measured(world.site.home, walked())
    page = world.home.get(f"/measure/{found.id}")
    assert page.status_code == 200
    assert "no longer on this machine" in page.text
    assert "<iframe" not in page.text
    assert world.home.get(f"/measure/{found.id}/report").status_code == 404


def test_deleting_a_measure_asks_and_then_takes_its_files(world: World) -> None:
    found, other = put(world, world.site.home), measured(world.site.home, walked(), 9)
    assert "for good" in world.home.get(f"/measure/{found.id}/delete").text
    assert world.home.post(f"/measure/{found.id}/delete", headers=world.own).headers["location"] == "/measure"
    assert repositories.list_measures(world.site.home) == [other]
    assert not (world.settings.folder / found.folder).exists()


def test_deleting_everything_takes_what_waits_too_and_nothing_of_others(world: World, walk: Path) -> None:
    key_of(hand_in(world, walk))
    put(world, world.site.home)
    other = PersonScope(world.site.engine, person_repository.add_person(world.site.engine, "Bo").id)
    put(world, other)
    assert world.home.post("/story/delete", headers=world.own).status_code == 303
    assert files_of(world) == ["report.html", "secret.txt", "summary.json"]
    assert (job_queue.own_jobs(world.site.home), repositories.list_measures(world.site.home)) == ([], [])
    assert len(repositories.list_measures(other)) == 1


def test_a_folder_outside_the_data_is_never_removed(world: World, tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    found = measured(world.site.home, walked(), folder="../precious")
    world.home.post(f"/measure/{found.id}/delete", headers=world.own)
    assert (tmp_path / "precious").is_dir()


# -- the history


def test_a_change_is_told_only_beyond_what_two_recordings_tell_apart(world: World) -> None:
    own = world.site.home
    measured(own, walked(longest=296.0), 30)
    measured(own, walked(longest=305.0), 10)
    newest = measured(own, walked(longest=306.0))
    now, before, first = measure_history(repositories.list_measures(own))
    assert now.one == newest
    assert (now.told, before.told[0].measure, before.told[0].side) == ((), "psoas_longest_mm", "right")
    assert (now.since, before.since, first.since) == (before.one, first.one, None)
    assert [one.measure for one in before.told].count("psoas_longest_percent") == 0
    page = world.home.get("/measure").text
    assert "Nothing changed by more than chance" in page
    assert "from 296 to 305 mm, more than two recordings can be off (3.8 mm)" in page


def test_each_is_compared_with_the_nearest_that_goes_with_it(world: World) -> None:
    own = world.site.home
    slow = measured(own, walked(speed=1.3), 30)
    measured(own, walked(speed=1.9), 20)
    measured(own, walked(quality="refused"), 10)
    measured(own, walked(speed=1.31))
    now, refused, fast, first = measure_history(repositories.list_measures(own))
    assert now.since == slow
    assert (refused.bars, refused.changed, refused.reasons) == ((), (), ("too few markers are seen",))
    assert fast.since is None
    assert "too far apart" in fast.apart
    assert first.apart == ""


def test_the_numbers_of_the_history_carry_unit_and_uncertainty(world: World) -> None:
    (one,) = measure_history([measured(world.site.home, walked())])
    right, left = one.bars
    assert (right.low, right.high, right.words) == (96.5, 102.0, "289 to 305 mm (±3)")
    assert right.half == pytest.approx(100 * 2.7 / 299)
    assert left.side == "left"
    assert [(row.name, row.right, row.left) for row in one.rows] == [("hip_extension_deg", "20° (±5)", "")]


def test_the_axis_holds_every_bar_and_its_colours_deepen_towards_short(world: World) -> None:
    (one,) = measure_history([measured(world.site.home, walked())])
    assert length_axis([]) == length_axis([one]) == (90.0, 105.0)
    short = walked()
    short["psoas"]["left"]["length_percent_standing"] = {"min": 78.2, "max": 111.0}
    wide = length_axis(measure_history([measured(world.site.home, short)]))
    assert wide == (75.0, 115.0)
    colours = ramp_stops(wide)
    assert (colours[0][0], colours[-1][0]) == (0.0, 100.0)
    light = [sum(int(colour[i : i + 2], 16) for i in (1, 3, 5)) for _, colour in colours]
    assert light == sorted(light)


def test_the_front_page_tells_the_last_measure(world: World) -> None:
    measured(world.site.home, walked(longest=296.0), 30)
    last = measured(world.site.home, walked())
    page = world.home.get("/").text
    assert f'href="/measure/{last.id}"' in page
    assert "289 to 305 mm" in page
    assert "more than two recordings can be off" in page


def test_a_summary_that_cannot_be_read_breaks_no_page(world: World) -> None:
    measured(world.site.home, {"schema": "psoas.summary/1", "psoas": 7})
    assert world.home.get("/measure").status_code == 200
    assert world.home.get("/").status_code == 200
