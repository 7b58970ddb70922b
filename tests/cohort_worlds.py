"""Small cohorts with known answers, and workers that misbehave; imported by tests and by the workers they start."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Mapping
from pathlib import Path

from psoas.cohort.discovery import Trial
from psoas.cohort.table_schema import DONE, FAILED, Row
from psoas.cohort.trial_worker import FinishedTrial, TrialOptions
from tests.worlds import STATIC, WALK, cut

FRAMES = 40
BAD = "ben/broken.trc"


def small_cohort(folder: Path, *, walks: int = 2) -> Path:
    """Anna and Ben, each with a static trial and ``walks`` short pieces of the bundled walk; Ben has a broken file."""
    for i, person in enumerate(("anna", "ben")):
        (folder / person).mkdir(parents=True)
        shutil.copy(STATIC, folder / person / "still_static.trc")
        for k in range(walks):
            start = 100 * i + 50 * k
            cut(WALK, folder / person / f"walk{k}.trc", slice(start, start + FRAMES))
    (folder / "anna" / "person.toml").write_text('height_m = 1.70\nmass_kg = 62.5\nsex = "female"\n')
    (folder / BAD).write_text("PathFileType\t4\t(X/Y/Z)\tbroken.trc\nnothing follows\n")
    return folder


def trials(count: int, folder: Path = Path("nowhere")) -> list[Trial]:
    """Trials of files that do not exist."""
    return [Trial(f"p{i:02d}/walk.trc", f"p{i:02d}", folder / f"p{i:02d}" / "walk.trc") for i in range(count)]


def finished(
    person: str, file: str, movement: str = "walking", *, numbers: Mapping[str, float | None] | None = None
) -> FinishedTrial:
    """A finished recording with the given numbers in its row."""
    row: Row = {"file": file, "person": person, "status": DONE, "reason": "", "movement": movement}
    return FinishedTrial({**row, **(numbers or {})}, {})


def failure(file: str, reason: str) -> FinishedTrial:
    """A recording that failed."""
    return FinishedTrial({"file": file, "person": "p", "status": FAILED, "reason": reason}, {})


def quick_work(trial: Trial, options: TrialOptions) -> FinishedTrial:
    """Ends at once."""
    return finished(trial.person, trial.name, numbers={"seconds": 0.0})


def deadly_work(trial: Trial, options: TrialOptions) -> FinishedTrial:
    """The worker dies on p01, every time; a file counts how often it was tried. All others take a moment."""
    with (trial.file.parents[1] / f"{trial.person}.tries").open("a") as tries:
        tries.write(".")
    if trial.person == "p01":
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.05)
    return quick_work(trial, options)


def once_deadly_work(trial: Trial, options: TrialOptions) -> FinishedTrial:
    """The worker dies on p01 the first time only."""
    mark = trial.file.parents[1] / "died"
    if trial.person == "p01" and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return quick_work(trial, options)
