"""Work in the background: the app takes one job after the other, each done by a process that can be stopped."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, NamedTuple

from sqlalchemy import Engine

from psoas.analysis.analysis_io import SUMMARY
from psoas.core.message import Message, from_json, message
from psoas.core.stages import Stage
from psoas.services.analysis_process import AT, FAULTS
from psoas.services.analysis_request import (
    RESULT,
    AnalysisRequest,
    clear_analysis_output,
    parse_request,
    remove_measure_files,
    remove_unfinished_uploads,
)
from psoas.store import job_queue, repositories
from psoas.store.job_queue import Job
from psoas.store.person_scope import PersonScope

KIND = "measure"
LOOK_S = 0.25
"""How often the worker looks for new work, and whether the work it does is still wanted."""
AGAIN_S = 2.0
"""How long it waits after a trouble of its own, such as a database that is locked."""
MOST_TRIES = 3
"""A job that took the app down with it this often is not begun again."""
COMMAND = (sys.executable, "-m", "psoas.services.analysis_process")


class ProcessReport(NamedTuple):
    """One line of a process: at the end its ``faults``, before it a ``stage`` and the share of the work done."""

    stage: Stage | None
    share: float = 0.0
    faults: tuple[Message, ...] = ()


Said = SimpleQueue[ProcessReport | None]
"""What a process says, line by line; None when it has ended."""


class AnalysisWorker(threading.Thread):
    """Does what stands in the table of jobs until ``stop``. At its start what was running is queued again: a second app
    on the same folder would take a job from the first, which then stops its own, so no two finish one."""

    def __init__(self, engine: Engine, home: Path) -> None:
        super().__init__(name="worker", daemon=True)
        self._engine, self._home, self._stopping = engine, home, threading.Event()

    def run(self) -> None:
        """Take one job after the other; a trouble of the worker's own is printed, and it begins again."""
        while not self._stopping.is_set():
            try:
                remove_unfinished_uploads(self._home)
                job_queue.resume_jobs(self._engine)
                self._work()
            except Exception:  # whatever it is, it is printed, and a job may be begun a few times only: see MOST_TRIES
                traceback.print_exc()
                self._stopping.wait(AGAIN_S)

    def stop(self) -> None:
        """End, together with the process that works; its job is done at the next start."""
        self._stopping.set()
        self.join()

    def _work(self) -> None:
        while not self._stopping.wait(LOOK_S):
            job = job_queue.claim_job(self._engine)
            if job is not None:
                self._do(job)

    def _do(self, job: Job) -> None:
        order = parse_request(job.asked)
        folder = self._home / order.folder
        clear_analysis_output(folder)
        if job.tries > MOST_TRIES:
            job_queue.finish_job(self._engine, job.id, faults=[message("job.fault.too_many_tries", tries=MOST_TRIES)])
            return
        with _process(self._home, order) as said:
            faults = self._follow(job, said)
        if faults == []:
            self._keep(job, order)
        elif faults:
            job_queue.finish_job(self._engine, job.id, faults=faults)
        if not self._wanted(job, ("done",)):
            clear_analysis_output(folder)
        if job_queue.find_job(self._own(job), job.id) is None:  # the person took it out meanwhile
            remove_measure_files(self._home, order.folder)

    def _follow(self, job: Job, said: Said) -> list[Message] | None:
        """Follow the process to its end: its faults, an empty list without any, None when the job was stopped."""
        while not self._stopping.is_set() and self._wanted(job, ("running",)):
            try:
                heard = said.get(timeout=LOOK_S)
            except Empty:
                continue
            if heard is None:
                return [message("job.fault.crashed")]
            if heard.stage is None:
                return list(heard.faults)
            job_queue.report_progress(self._engine, job.id, heard.share, heard.stage)
        return None

    def _keep(self, job: Job, order: AnalysisRequest) -> None:
        """The measure, under the job's own id, so that done twice it is there once; not when it was cancelled."""
        own, folder = self._own(job), f"{order.folder}/{RESULT}"
        summary = json.loads((self._home / folder / SUMMARY).read_text(encoding="utf-8"))
        if repositories.find_measure(own, job.id) is None:
            repositories.add_measure(own, repositories.MeasureRecord(order.day, order.name, folder, summary, job.id))
        if not job_queue.finish_job(self._engine, job.id):
            repositories.remove_measure(own, job.id)

    def _wanted(self, job: Job, states: tuple[str, ...]) -> bool:
        now = job_queue.find_job(self._own(job), job.id)
        return now is not None and now.state in states

    def _own(self, job: Job) -> PersonScope:
        return PersonScope(self._engine, job.person)


@contextmanager
def running_worker(engine: Engine, home: Path) -> Iterator[AnalysisWorker]:
    """A worker while the app runs."""
    worker = AnalysisWorker(engine, home)
    worker.start()
    try:
        yield worker
    finally:
        worker.stop()


@contextmanager
def _process(home: Path, order: AnalysisRequest) -> Iterator[Said]:
    """A process that analyses, and what it says; on leaving it is gone with everything it started."""
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        [*COMMAND, str(home)], stdin=pipe, stdout=pipe, text=True, encoding="utf-8", start_new_session=True
    )
    said: Said = SimpleQueue()
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        listener = threading.Thread(target=_listen, args=(process.stdout, said), daemon=True)
        listener.start()
        try:
            process.stdin.write(json.dumps(order.json()) + "\n")
            process.stdin.flush()
            yield said
        finally:
            _end(process)
            listener.join()


def _listen(out: IO[str], said: Said) -> None:
    for line in out:
        said.put(_read_report(line))
    said.put(None)


def _read_report(line: str) -> ProcessReport:
    kind, *told = json.loads(line)
    if kind == AT:
        return ProcessReport(Stage(told[0]), told[1])
    return ProcessReport(None, faults=tuple(from_json(one) for one in told[0]) if kind == FAULTS else ())


def _end(process: subprocess.Popen[str]) -> None:
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):  # it has ended, and so has everything it started
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
