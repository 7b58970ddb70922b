"""How far a cohort is, on standard error: a live bar where a person watches, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from psoas.cohort.table_schema import FAILED
from psoas.core.catalogue import text

LINE_S = 5.0
"""Plain lines come no more often than this."""
Tick = Callable[[str], None]
"""Called with the status of each recording as it ends."""


@contextmanager
def show_progress(total: int, before: int, *, stream: TextIO | None = None) -> Iterator[Tick]:
    """Shows ``total`` recordings of which ``before`` were finished by an earlier run."""
    stream = stream or sys.stderr
    with _bar(total, before, stream) if stream.isatty() else _lines(total, before, stream) as tick:
        yield tick


@contextmanager
def _bar(total: int, before: int, stream: TextIO) -> Iterator[Tick]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn(text("cohort.told.recordings")),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[failed]}"),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(file=stream)) as bar:
        pace = CohortPace(total, before)
        task = bar.add_task("", total=total, completed=before, failed=text("cohort.told.failed", count=0), rate="")

        def tick(status: str) -> None:
            pace.count(status)
            failed = text("cohort.told.failed", count=pace.failed)
            bar.update(task, advance=1, failed=failed, rate=text("cohort.told.rate", rate=f"{pace.rate:.1f}"))

        yield tick


@contextmanager
def _lines(total: int, before: int, stream: TextIO) -> Iterator[Tick]:
    pace, said = CohortPace(total, before), time.monotonic()
    print(text("cohort.told.before", total=total, before=before), file=stream, flush=True)

    def tick(status: str) -> None:
        nonlocal said
        pace.count(status)
        if time.monotonic() - said >= LINE_S or pace.left == 0:
            said = time.monotonic()
            print(pace.line(), file=stream, flush=True)

    yield tick


class CohortPace:
    """Counts, and what they say about the time that is left."""

    def __init__(self, total: int, before: int) -> None:
        self.total, self.before = total, before
        self.ended = self.failed = 0
        self._start = time.monotonic()

    def count(self, status: str) -> None:
        """One more recording has ended."""
        self.ended += 1
        self.failed += status == FAILED

    @property
    def left(self) -> int:
        """Recordings still to come."""
        return self.total - self.before - self.ended

    @property
    def rate(self) -> float:
        """Recordings a second in this run."""
        return self.ended / max(time.monotonic() - self._start, 1e-9)

    def line(self) -> str:
        """All of it in one line."""
        left = f"{self.left / self.rate:.0f}" if self.left and self.rate else ""
        return text(
            f"cohort.told.{'pace_left' if left else 'pace'}", done=self.before + self.ended, total=self.total,
            failed=self.failed, rate=f"{self.rate:.2f}", left=left,
        )  # fmt: skip
