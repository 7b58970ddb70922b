"""The whole of a cohort: find, skip what is finished, analyse the rest, journal each, write table and page."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from psoas.body.anatomy.lumbar_rhythm import DEFAULT, find_lumbar_rhythm
from psoas.cohort.cohort_page import cohort_page
from psoas.cohort.dask_cluster import check_dask, run_on_cluster
from psoas.cohort.discovery import Trial, find_trials
from psoas.cohort.journal import Journal, trial_key
from psoas.cohort.parquet_table import WRITERS, write_csv_table, write_table, write_text
from psoas.cohort.progress_bar import Tick, show_progress
from psoas.cohort.recordings_table import RecordingLine, csv_table, recording_lines, terminal_lines
from psoas.cohort.table_schema import FAILED, Row
from psoas.cohort.trial_worker import FinishedTrial, TrialOptions, failed_row
from psoas.cohort.unused_files import find_unused
from psoas.core.catalogue import text
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.recording import Up, load_marker_map

TABLE_S = 30.0
"""The table is written this often while recordings are being analysed, and at the end."""
Watch = Callable[[int, int], AbstractContextManager[Tick]]


@dataclass(frozen=True)
class CohortCounts:
    """What a run left: recordings by status, how many of them an earlier run had finished, seconds, its files, and what
    was understood of each recording."""

    recordings: int
    done: int
    refused: int
    failed: int
    resumed: int
    seconds: float
    table: Path
    page: Path
    journal: Path
    files: Path
    understood: tuple[RecordingLine, ...] = field(default=(), repr=False)

    def as_json(self) -> dict[str, int | float | str]:
        """The counts and files for other programs; paths as text."""
        values = {key: value for key, value in vars(self).items() if key != "understood"}
        return {key: str(value) if isinstance(value, Path) else value for key, value in values.items()}

    def in_words(self) -> list[str]:
        """What was understood of each file, then the counts and where everything is."""
        counts = {"done": self.done, "refused": self.refused, "failed": self.failed}
        return [
            *terminal_lines(self.understood),
            text("cohort.told.counts", recordings=self.recordings, resumed=self.resumed, **counts),
            text("cohort.told.table", path=str(self.table)),
            text("cohort.told.files", path=str(self.files)),
            text("cohort.told.page", path=str(self.page)),
        ]


def run_cohort(
    folder: str | Path,
    *,
    out: str | Path,
    workers: int | None = None,
    scheduler: str | None = None,
    static_word: str = "static",
    markers: str | Path | None = None,
    up: Up = "auto",
    lumbar_rhythm: str = DEFAULT,
    smoothness: float = 0.0,
    retry_failed: bool = False,
    quiet: bool = False,
) -> CohortCounts:
    """Analyse every recording below ``folder`` into one table, ``out`` (``.parquet``), with its page and its journal.

    Recordings in the journal are not analysed again unless they, their options or the versions changed, or they failed
    and ``retry_failed`` is asked for. ``workers``, ``scheduler`` as in ``run_on_cluster``; the rest
    as in ``psoas.analyze``. Progress goes to standard error unless ``quiet``. Raises ``InputError`` for a folder
    without recordings or options that cannot work; a bad recording is a row.
    """
    start = time.monotonic()
    table = Path(out)
    _check(table, workers, scheduler)
    check_dask()
    find_lumbar_rhythm(lumbar_rhythm)
    if markers is not None:
        load_marker_map(markers)
    options = TrialOptions(Path(markers).absolute() if markers else None, up, lumbar_rhythm, smoothness)
    trials = find_trials(Path(folder), static_word=static_word)
    with Journal(table.with_suffix(".journal.jsonl")) as journal:
        sorted_out = _sort(trials, options, journal, retry_failed)
        results = dict(sorted_out.results)
        resumed = sorted_out.resumed
        shown: Watch = (lambda total, before: nullcontext(lambda status: None)) if quiet else show_progress
        try:
            with shown(len(trials), len(results)) as tick:
                _analyse(sorted_out, options, journal, results, table, tick, workers, scheduler)
        finally:
            lines = _publish(results, trials, table, Path(folder))
    count = Counter(str(finished.row["status"]) for finished in results.values())
    return CohortCounts(
        len(trials), count["done"], count["refused"], count[FAILED], resumed, round(time.monotonic() - start, 3),
        table, table.with_suffix(".html"), journal.path, _files(table), tuple(lines),
    )  # fmt: skip


@dataclass(frozen=True)
class _SortedTrials:
    """Trials still to analyse with their keys, the results that are there, how many of those an earlier run left."""

    todo: dict[Path, tuple[Trial, str]]
    results: dict[Path, FinishedTrial]
    resumed: int


def _check(table: Path, workers: int | None, scheduler: str | None) -> None:
    faults = []
    if table.suffix not in WRITERS:
        faults.append(message("cohort.fault.suffix", path=str(table)))
    if workers is not None and scheduler:
        faults.append(message("cohort.fault.both"))
    if workers is not None and workers < 1:
        faults.append(message("cohort.fault.workers", workers=workers))
    if faults:
        raise InputError(*faults)


def _unreadable(trial: Trial, error: OSError) -> str:
    return text("cohort.fault.unreadable", name=trial.name, reason=str(error.strerror))


def _sort(trials: Sequence[Trial], options: TrialOptions, journal: Journal, retry_failed: bool) -> _SortedTrials:
    """What is finished, what can be told without analysis, and what is to do."""
    todo, results, resumed = dict[Path, tuple[Trial, str]](), dict[Path, FinishedTrial](), 0
    for trial in trials:
        try:
            key = trial_key(trial, options)
        except OSError as error:
            results[trial.file] = failed_row(trial, _unreadable(trial, error))
            continue
        before = journal.finished.get(key)
        if before and not (retry_failed and before.row["status"] == FAILED):
            results[trial.file] = before
            resumed += 1
        else:
            todo[trial.file] = (trial, key)
    return _SortedTrials(todo, results, resumed)


def _analyse(
    found: _SortedTrials,
    options: TrialOptions,
    journal: Journal,
    results: dict[Path, FinishedTrial],
    table: Path,
    tick: Tick,
    workers: int | None,
    scheduler: str | None,
) -> None:
    """Run what is to do; each result is in the journal before it is counted."""
    written = time.monotonic()
    todo = [trial for trial, _ in found.todo.values()]
    for trial, finished in run_on_cluster(todo, options, workers=workers, scheduler=scheduler):
        journal.append(found.todo[trial.file][1], finished)
        results[trial.file] = finished
        tick(str(finished.row["status"]))
        if time.monotonic() - written > TABLE_S:
            write_table(_rows(results), table)
            written = time.monotonic()


def _rows(results: dict[Path, FinishedTrial]) -> list[Row]:
    return [finished.row for finished in results.values()]


def _files(table: Path) -> Path:
    """Where the table of what was understood goes."""
    return table.with_suffix(".files.csv")


def _publish(
    results: dict[Path, FinishedTrial], trials: Sequence[Trial], table: Path, folder: Path
) -> list[RecordingLine]:
    """Tables and page of what there is, also when the run was stopped; what was understood of each file."""
    write_table(_rows(results), table)
    page, journal, files = table.with_suffix(".html"), table.with_suffix(".journal.jsonl"), _files(table)
    unused = find_unused(folder, trials, own=(table, page, journal, files))
    lines = recording_lines(_rows(results), unused)
    write_csv_table(csv_table(lines), files)
    write_text(
        cohort_page(list(results.values()), folder=folder.resolve().name, total=len(trials), unused=unused), page
    )
    return lines
