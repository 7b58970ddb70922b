"""The worker: one job after the other, in a process that a person, a crash or the end of the app can stop."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from psoas.analysis.analysis_io import OWNED
from psoas.analysis.summary_model import read_excerpt
from psoas.core.catalogue import has, render
from psoas.core.message import message
from psoas.core.stages import Stage
from psoas.services import analysis_worker as worker_module
from psoas.services import file_uploads
from psoas.services.analysis_process import STAGE_RANGES, ProgressReporter, run_analysis
from psoas.services.analysis_request import DRAFT, DRAFT_S, parse_request, remove_unfinished_uploads
from psoas.services.analysis_worker import KIND, MOST_TRIES, AnalysisWorker, running_worker
from psoas.store import job_queue, person_repository, repositories
from psoas.store.person_scope import PersonScope
from tests import measure_fake
from tests.measure_world import files_of, hand_in, key_of, short_walk, until
from tests.web_worlds import World
from tests.worlds import STATIC, WALK


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "data")


@pytest.fixture
def key(world: World, tmp_path: Path) -> UUID:
    """A short walk that waits."""
    return key_of(hand_in(world, short_walk(tmp_path), height="170", mass="66", sex="female"))


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> None:
    """Analyses that wait for a sign."""
    monkeypatch.setattr(worker_module, "COMMAND", (sys.executable, measure_fake.__file__))


def let_go(world: World) -> None:
    """The sign."""
    (world.settings.folder / measure_fake.GO).touch()


@pytest.fixture
def pids(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that a worker starts."""
    found: list[int] = []

    class Noted(subprocess.Popen[str]):
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            found.append(self.pid)

    monkeypatch.setattr("psoas.services.analysis_worker.subprocess.Popen", Noted)
    return found


def alive(pid: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


def test_a_recording_is_analysed_told_on_the_way_and_kept_once(world: World, key: UUID) -> None:
    stages: set[Stage | None] = set()

    def ended(job: job_queue.Job) -> bool:
        stages.add(job.stage)
        return job.state not in job_queue.WAITING

    with running_worker(world.site.engine, world.settings.folder):
        done = until(world, key, ended)
    assert (done.state, done.faults, done.progress, done.tries) == ("done", (), 1.0, 1)
    assert len(stages - {None}) >= 2
    (found,) = repositories.list_measures(world.site.home)
    assert (found.id, found.file, found.summary["schema"]) == (key, "walk.trc", "psoas.summary/1")
    assert (summary := read_excerpt(found.summary)).person and summary.person.assumed == ()
    assert set(files_of(world)) <= {*OWNED, "walk.trc"}
    assert {"summary.json", "report.html"} <= set(files_of(world))


def test_a_fault_that_shows_only_later_is_told_in_its_own_words(world: World, tmp_path: Path) -> None:
    path = tmp_path / "walk.trc"
    path.write_text(short_walk(tmp_path).read_text().rstrip("\n") + "x\n")
    key = key_of(hand_in(world, path))
    with running_worker(world.site.engine, world.settings.folder):
        failed = until(world, key, lambda job: job.state == "failed")
    [fault] = [render(one) for one in failed.faults]
    assert "walk.trc line 166" in fault
    assert "is not a usable number" in fault
    assert files_of(world) == ["walk.trc"]
    page = world.home.get(f"/measure/{key}").text
    assert "is not a usable number" in page
    assert "Try again" in page


def test_every_file_of_the_form_reaches_the_analysis(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: dict[str, Any] = {}
    pipeline = import_module("psoas.pipeline")
    monkeypatch.setattr(pipeline, "analyze", lambda path, **named: given.update(named, path=path))
    files = {"recording": ("walk.trc", WALK.read_bytes()), "static": ("still.trc", STATIC.read_bytes())}
    files |= {"forces": ("plates.mot", b"plates"), "markers": ("names.toml", b'[markers]\nM1 = "asis_r"')}
    data = {"height": "170", "up": "z"}
    key = key_of(world.home.post("/measure/new", data=data, files=files, headers=world.own))
    job = job_queue.find_job(world.site.home, key)
    assert job is not None
    said: list[tuple[Any, ...]] = []
    run_analysis(world.settings.folder, parse_request(job.asked), lambda *told: said.append(told))
    assert said == [("done",)]
    assert {part: given[part].name for part in ("path", "static", "forces", "markers", "out")} == {
        "path": "walk.trc", "static": "still.trc", "forces": "plates.mot", "markers": "names.toml", "out": "result",
    }  # fmt: skip
    assert given["path"].read_bytes() == WALK.read_bytes()
    assert (given["up"], given["person"].height_m, given["person"].assumed) == ("z", 1.7, ("mass_kg", "sex"))


def test_stopping_ends_the_process_and_leaves_nothing_half_written(world: World, key: UUID, pids: list[int]) -> None:
    with running_worker(world.site.engine, world.settings.folder):
        until(world, key, lambda job: job.stage in (Stage.CALIBRATION, Stage.INVERSE_KINEMATICS, Stage.FORCES))
        assert world.home.post(f"/measure/{key}/cancel", headers=world.own).status_code == 303
        gone = time.monotonic() + 5
        while alive(pids[0]) and time.monotonic() < gone:
            time.sleep(0.05)
        assert not alive(pids[0])
    assert files_of(world) == ["walk.trc"]
    assert repositories.list_measures(world.site.home) == []
    assert "Stopped" in world.home.get(f"/measure/{key}").text


@pytest.mark.usefixtures("fake")
def test_what_was_stopped_can_be_done_again(world: World, key: UUID) -> None:
    let_go(world)
    assert job_queue.cancel_job(world.site.home, key)
    assert world.home.post(f"/measure/{key}/retry", headers=world.own).status_code == 303
    with running_worker(world.site.engine, world.settings.folder):
        assert until(world, key, lambda job: job.state not in job_queue.WAITING).state == "done"


@pytest.mark.usefixtures("fake")
def test_a_process_that_crashes_is_told_and_the_worker_goes_on(
    world: World, key: UUID, tmp_path: Path, pids: list[int]
) -> None:
    with running_worker(world.site.engine, world.settings.folder):
        until(world, key, lambda job: job.stage is Stage.INVERSE_KINEMATICS)
        os.kill(pids[0], signal.SIGSEGV)
        failed = until(world, key, lambda job: job.state == "failed")
        assert failed.faults == (message("job.fault.crashed"),)
        assert files_of(world) == ["walk.trc"]
        let_go(world)
        again = key_of(hand_in(world, short_walk(tmp_path)))
        assert until(world, again, lambda job: job.state not in job_queue.WAITING).state == "done"


def test_the_process_ends_when_the_app_is_no_more(world: World, key: UUID) -> None:
    """However the app ended: the pipe to the process closes with it."""
    job = job_queue.find_job(world.site.home, key)
    assert job is not None
    command, pipe = [*worker_module.COMMAND, str(world.settings.folder)], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(job.asked) + "\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())[:2] == ["at", "loading"]
        process.stdin.close()
        assert process.wait(5) == 1


@pytest.mark.usefixtures("fake")
def test_what_ran_when_the_app_ended_is_done_at_the_next_start(world: World, key: UUID, pids: list[int]) -> None:
    with running_worker(world.site.engine, world.settings.folder):
        until(world, key, lambda job: job.stage is Stage.INVERSE_KINEMATICS)
    assert not alive(pids[0])
    assert files_of(world) == ["walk.trc"]
    left = job_queue.find_job(world.site.home, key)
    assert left is not None
    assert left.state == "running"
    let_go(world)
    with running_worker(world.site.engine, world.settings.folder):
        done = until(world, key, lambda job: job.state == "done")
    assert done.tries == 2


def test_a_job_that_takes_the_app_down_every_time_is_given_up(world: World, key: UUID) -> None:
    for _ in range(MOST_TRIES):
        assert job_queue.claim_job(world.site.engine) is not None
        job_queue.resume_jobs(world.site.engine)
    with running_worker(world.site.engine, world.settings.folder):
        failed = until(world, key, lambda job: job.state == "failed", 10)
    assert failed.faults == (message("job.fault.too_many_tries", tries=MOST_TRIES),)


@pytest.mark.usefixtures("fake")
def test_a_crash_between_keeping_and_ending_keeps_one_measure(world: World, key: UUID) -> None:
    let_go(world)
    with running_worker(world.site.engine, world.settings.folder):
        until(world, key, lambda job: job.state == "done")
    with world.site.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE jobs SET state = 'running'")
    with running_worker(world.site.engine, world.settings.folder):
        until(world, key, lambda job: job.state == "done")
    assert [one.id for one in repositories.list_measures(world.site.home)] == [key]
    assert "report.html" in files_of(world)


@pytest.mark.usefixtures("fake")
def test_a_measure_of_somebody_else_is_kept_as_theirs(world: World, key: UUID) -> None:
    let_go(world)
    other = PersonScope(world.site.engine, person_repository.add_person(world.site.engine, "Bo").id)
    job = job_queue.find_job(world.site.home, key)
    assert job is not None
    theirs = job_queue.queue_job(other, KIND, job.asked)
    assert job_queue.remove_job(world.site.home, key)
    with running_worker(world.site.engine, world.settings.folder):
        end = time.monotonic() + 120
        while not repositories.list_measures(other) and time.monotonic() < end:
            time.sleep(0.05)
    assert [one.id for one in repositories.list_measures(other)] == [theirs]
    assert repositories.list_measures(world.site.home) == []


@pytest.mark.usefixtures("fake")
@pytest.mark.parametrize("way", ["measure", "everything"])
def test_deleting_while_it_is_worked_on_leaves_no_file(world: World, key: UUID, pids: list[int], way: str) -> None:
    address = f"/measure/{key}/delete" if way == "measure" else "/story/delete"
    with running_worker(world.site.engine, world.settings.folder):
        until(world, key, lambda job: job.stage is Stage.INVERSE_KINEMATICS)
        assert world.home.post(address, headers=world.own).status_code == 303
        end = time.monotonic() + 5
        while alive(pids[0]) and time.monotonic() < end:
            time.sleep(0.05)
    assert files_of(world) == []
    assert job_queue.own_jobs(world.site.home) == []


def test_a_trouble_of_the_worker_is_printed_and_it_goes_on(
    world: World, key: UUID, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    troubles: Iterator[Exception] = iter([RuntimeError("the disk is away for a moment")])
    claim = job_queue.claim_job

    def failing(engine: object) -> object:
        for trouble in troubles:
            raise trouble
        return claim(engine)  # type: ignore[arg-type]

    monkeypatch.setattr("psoas.services.analysis_worker.job_queue.claim_job", failing)
    monkeypatch.setattr(worker_module, "AGAIN_S", 0.01)
    job_queue.cancel_job(world.site.home, key)
    worker = AnalysisWorker(world.site.engine, world.settings.folder)
    worker.start()
    time.sleep(3 * worker_module.LOOK_S)
    assert worker.is_alive()
    worker.stop()
    assert "the disk is away" in capsys.readouterr().err


def test_every_stage_has_its_words_and_none_goes_back() -> None:
    assert list(STAGE_RANGES) == list(Stage)
    ends = list(STAGE_RANGES.values())
    assert ends == sorted(ends)
    assert all(0 < low <= high < 1 for low, high in ends)
    assert all(has(stage.message.code) for stage in Stage)


def test_progress_is_told_when_it_is_new_and_not_a_thousand_times() -> None:
    said: list[tuple[Any, ...]] = []
    tell = ProgressReporter(lambda *told: said.append(told))
    for done in range(1000):
        tell(Stage.INVERSE_KINEMATICS, done, 1000)
    tell(Stage.REPORT, 0, 1)
    assert 2 <= len(said) < 20
    assert said[0] == ("at", "inverse_kinematics", 0.3)
    assert said[-1][1] == "report"


def test_what_a_killed_app_left_half_handed_in_goes_at_a_start_a_day_later(world: World, key: UUID) -> None:
    home = world.settings.folder
    [whole] = (home / "measures").glob("*/*")
    assert not whole.name.endswith(DRAFT), "whole, it lost the sign of a draft"
    old, new = (whole.with_name(f"{name}{DRAFT}") for name in ("old", "new"))
    for one in (old, new):
        (one / "recording").mkdir(parents=True)
        (one / "recording" / "walk.trc").write_text("half", encoding="utf-8")
    long_ago = time.time() - DRAFT_S - 1
    for one in (old, whole):
        os.utime(one, (long_ago, long_ago))
    remove_unfinished_uploads(home)
    assert not old.exists()
    assert new.exists(), "another app may be writing it"
    assert whole.exists()


def test_files_come_into_a_draft_first(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Path] = []

    async def keep(upload: Any, folder: Path, kinds: Any) -> Path:
        seen.append(folder)
        return await file_uploads.store_upload(upload, folder, kinds)

    monkeypatch.setattr("psoas.web.measure.forms.store_upload", keep)
    key_of(hand_in(world, short_walk(tmp_path)))
    assert [one.parent.name.endswith(DRAFT) for one in seen] == [True]
    assert not any(one.parent.exists() for one in seen)
    assert files_of(world) == ["walk.trc"]
