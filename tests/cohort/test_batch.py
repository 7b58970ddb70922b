"""A cohort from folder to table on real worker processes: two workers, a kill in the middle, deaths, changes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psutil
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

import psoas
from psoas.analysis.summary import summarise
from psoas.cli import app
from psoas.cohort import CohortCounts, run_cohort
from psoas.cohort import batch as run_module
from psoas.cohort.dask_cluster import run_on_cluster
from psoas.cohort.discovery import Trial
from psoas.cohort.trial_worker import FinishedTrial, TrialOptions, analyze_trial
from psoas.core.errors import InputError, PsoasError
from tests.cohort_worlds import BAD, deadly_work, once_deadly_work, small_cohort, trials
from tests.worlds import WALK, cut

PSOAS = str(Path(sys.executable).with_name("psoas"))
TIMES = ("seconds", "timing_ms_per_frame")
NAMES = ["anna/walk0.trc", "anna/walk1.trc", BAD, "ben/walk0.trc", "ben/walk1.trc"]

pytestmark = pytest.mark.slow


def rows(table: Path) -> list[dict[str, Any]]:
    """Rows without what differs from run to run: how long it took."""
    return [{k: v for k, v in row.items() if not k.startswith(TIMES)} for row in pq.read_table(table).to_pylist()]


def lines(journal: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in journal.read_text().splitlines()] if journal.exists() else []


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_cohort(tmp_path_factory.mktemp("study") / "in")


@pytest.fixture(scope="module")
def once(study: Path) -> CohortCounts:
    """The study, analysed by one worker."""
    return run_cohort(study, out=study.parent / "one.parquet", workers=1, quiet=True)


def test_every_recording_is_one_row_and_a_bad_one_has_its_reason(once: CohortCounts) -> None:
    assert (once.recordings, once.done, once.refused, once.failed, once.resumed) == (5, 4, 0, 1, 0)
    found = {row["file"]: row for row in rows(once.table)}
    assert list(found) == NAMES
    assert found[BAD]["status"] == "failed"
    assert "broken.trc" in found[BAD]["reason"]
    assert {row["status"] for name, row in found.items() if name != BAD} == {"done"}
    assert found["anna/walk0.trc"]["person_mass_kg"] == 62.5
    assert found["ben/walk0.trc"]["person_mass_kg"] != 62.5
    assert found["anna/walk0.trc"]["static"] == "still_static.trc"
    assert once.page.read_text().count("broken.trc") >= 1


def test_a_row_is_what_analyze_says(once: CohortCounts, study: Path) -> None:
    anna = study / "anna"
    alone = psoas.analyze(
        anna / "walk0.trc", static=anna / "still_static.trc", person=psoas.Person(1.70, 62.5, "female", ())
    )
    row, said = rows(once.table)[0], summarise(alone).to_json()
    assert row["psoas_left_length_mm_excursion"] == said["psoas"]["left"]["length_mm"]["excursion"]
    assert row["coordinates_deg_hip_flexion_r_mean"] == said["coordinates_deg"]["hip_flexion_r"]["mean"]
    assert row["quality"] == said["quality"]["status"]


def test_two_workers_give_the_rows_of_one(once: CohortCounts, study: Path) -> None:
    two = run_cohort(study, out=study.parent / "two.parquet", workers=2, quiet=True)
    assert two.resumed == 0
    assert rows(two.table) == rows(once.table)


def test_a_second_run_starts_no_worker_and_changes_nothing(
    once: CohortCounts, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, journal = pq.read_table(once.table), once.journal.read_bytes()
    todo = list[Trial]()

    def none(trials: list[Trial], options: TrialOptions, **how: Any) -> Any:
        todo.extend(trials)
        return iter(())

    monkeypatch.setattr(run_module, "run_on_cluster", none)
    again = run_cohort(study, out=once.table, quiet=True)
    assert todo == []
    assert (again.resumed, again.done, again.failed) == (5, 4, 1)
    assert pq.read_table(again.table) == before
    assert once.journal.read_bytes() == journal


def wait_for(what: Any, seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)


def test_a_kill_in_mid_run_loses_nothing_and_redoes_nothing(tmp_path: Path) -> None:
    study = small_cohort(tmp_path / "in", walks=3)
    out, journal = tmp_path / "r.parquet", tmp_path / "r.journal.jsonl"
    command = [PSOAS, "cohort", str(study), "--out", str(out), "--workers", "1"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(lambda: len(lines(journal)) >= 2)
        workers = psutil.Process(process.pid).children(recursive=True)
    finally:
        process.kill()
        process.wait()
    kept = journal.read_bytes()
    finished = kept.count(b"\n")
    assert 2 <= finished < 7, "it was killed in the middle"
    wait_for(lambda: not [w for w in workers if w.is_running() and w.status() != psutil.STATUS_ZOMBIE])
    journal.write_bytes(kept + b'{"key": "torn by the ki')
    done = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True)
    counts = json.loads(done.stdout)
    assert (counts["recordings"], counts["done"], counts["failed"], counts["resumed"]) == (7, 6, 1, finished)
    assert "7 of 7 recordings, " in done.stderr
    assert journal.read_bytes().startswith(kept)
    keys = [line["key"] for line in lines(journal)]
    assert len(keys) == len(set(keys)) == 7
    assert sorted(line["row"]["file"] for line in lines(journal)) == [row["file"] for row in rows(out)]


def test_only_what_changed_is_done_again(once: CohortCounts, study: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    todo = list[Trial]()

    def local(trials: list[Trial], options: TrialOptions, **how: Any) -> Any:
        todo.extend(trials)
        return ((trial, analyze_trial(trial, options)) for trial in trials)

    monkeypatch.setattr(run_module, "run_on_cluster", local)
    old, before = rows(once.table), len(lines(once.journal))
    cut(WALK, study / "ben" / "walk1.trc", slice(300, 340))
    (study / BAD).unlink()
    changed = run_cohort(study, out=once.table, quiet=True)
    assert [trial.name for trial in todo] == ["ben/walk1.trc"]
    assert (changed.recordings, changed.done, changed.failed, changed.resumed) == (4, 4, 0, 3)
    new = rows(changed.table)
    assert new[:3] == [row for row in old if row["file"] not in ("ben/walk1.trc", BAD)]
    assert new[3] != old[4]
    assert len(lines(changed.journal)) == before + 1
    todo.clear()
    (study / "ben" / "person.toml").write_text("mass_kg = 80.0\n")
    run_cohort(study, out=once.table, quiet=True)
    assert [trial.name for trial in todo] == ["ben/walk0.trc", "ben/walk1.trc"]


def collected(count: int, folder: Path, do: Any) -> dict[str, FinishedTrial]:
    made = trials(count, folder)
    return {trial.name: one for trial, one in run_on_cluster(made, TrialOptions(), workers=2, do=do)}


def test_a_worker_that_always_dies_costs_one_retry_and_then_a_row(tmp_path: Path) -> None:
    found = collected(6, tmp_path, deadly_work)
    assert len(found) == 6
    row = found["p01/walk.trc"].row
    assert row["status"] == "failed"
    assert "died twice" in str(row["reason"])
    assert (tmp_path / "p01.tries").read_text() == ".."
    assert {one.row["status"] for name, one in found.items() if name != "p01/walk.trc"} == {"done"}
    left = [child for child in psutil.Process().children(recursive=True) if "spawn_main" in " ".join(child.cmdline())]
    assert left == [], "workers leave with the run"


def test_a_worker_that_dies_once_is_forgiven(tmp_path: Path) -> None:
    found = collected(4, tmp_path, once_deadly_work)
    assert (tmp_path / "died").exists()
    assert {one.row["status"] for one in found.values()} == {"done"}


def test_a_scheduler_of_ones_own_does_the_same(once: CohortCounts, study: Path) -> None:
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=1, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as cluster:
        pair = study.parent / "pair"
        pair.mkdir()
        os.link(study / "anna" / "walk0.trc", pair / "walk0.trc")
        counts = run_cohort(pair, out=pair / "r.parquet", scheduler=cluster.scheduler_address, quiet=True)
    assert (counts.done, counts.failed) == (1, 0)


def test_a_stop_by_the_user_keeps_what_is_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    study = small_cohort(tmp_path / "in")

    def stopped(trials: list[Trial], options: TrialOptions, **how: Any) -> Any:
        yield trials[0], analyze_trial(trials[0], options)
        raise KeyboardInterrupt

    monkeypatch.setattr(run_module, "run_on_cluster", stopped)
    with pytest.raises(KeyboardInterrupt):
        run_cohort(study, out=tmp_path / "r.parquet", quiet=True)
    assert [row["file"] for row in rows(tmp_path / "r.parquet")] == ["anna/walk0.trc"]
    assert "4 not analysed yet" in (tmp_path / "r.html").read_text()


def test_failed_recordings_are_tried_again_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bad.trc").write_text("no")
    todo = list[str]()

    def local(trials: list[Trial], options: TrialOptions, **how: Any) -> Any:
        todo.extend(trial.name for trial in trials)
        return ((trial, analyze_trial(trial, options)) for trial in trials)

    monkeypatch.setattr(run_module, "run_on_cluster", local)
    for again in (False, False, True):
        run_cohort(tmp_path, out=tmp_path / "r.parquet", retry_failed=again, quiet=True)
    assert todo == ["bad.trc", "bad.trc"]


def test_an_unclear_static_trial_is_not_used_and_said_so(tmp_path: Path) -> None:
    for name in ("a_static.trc", "b_static.trc", "c_walk.trc"):
        (tmp_path / name).touch()
    counts = run_cohort(tmp_path, out=tmp_path / "r.parquet", quiet=True)
    assert (counts.recordings, counts.failed) == (1, 1)
    assert rows(counts.table)[0]["static"] == ""
    assert "several persons" in rows(counts.table)[0]["static_found"]


def test_the_table_can_be_csv_and_the_page_says_what_each_recording_was_taken_for(tmp_path: Path) -> None:
    (tmp_path / "walk.trc").touch()
    counts = run_cohort(tmp_path, out=tmp_path / "r.csv", quiet=True)
    head, row = counts.table.read_text(encoding="utf-8").splitlines()
    assert head.startswith('"file","person","status"') and row.startswith('"walk.trc",".","failed"')
    page = counts.page.read_text(encoding="utf-8")
    assert "What was understood of each file" in page and page.count("the file is empty") == 2


def test_use_that_cannot_work_is_told_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.trc").touch()
    with pytest.raises(InputError) as told:
        run_cohort(tmp_path, out=tmp_path / "r.xlsx", workers=0, scheduler="tcp://nowhere:1")
    assert len(told.value.faults) == 3
    with pytest.raises(PsoasError, match="rhythm"):
        run_cohort(tmp_path, out=tmp_path / "r.parquet", lumbar_rhythm="waltz")
    assert [path.name for path in tmp_path.iterdir()] == ["a.trc"]


def test_a_missing_dask_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.trc").touch()
    monkeypatch.setitem(sys.modules, "distributed", None)
    done = CliRunner().invoke(app, ["cohort", str(tmp_path), "--out", str(tmp_path / "r.parquet")])
    assert done.exit_code == 2
    assert "pip install 'psoas[cohort]'" in done.output
    assert [path.name for path in tmp_path.iterdir()] == ["a.trc"]


def test_dask_is_imported_only_by_a_cohort() -> None:
    code = "import sys, psoas.cli, psoas.cohort; print([m for m in ('dask', 'distributed') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_command_prints_its_counts(once: CohortCounts, study: Path) -> None:
    done = CliRunner().invoke(app, ["cohort", str(study), "--out", str(once.table)])
    assert done.exit_code == 0
    assert re.search(r"^\d recordings \(\d by an earlier run\): \d done, 0 refused, \d failed$", done.output, re.M)
    assert str(once.table) in done.output
    assert re.search(r"^File +Status", done.output, re.M) and "What was understood of each file: " in done.output
