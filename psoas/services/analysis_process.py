"""The analysis of one recording in a process of its own: ``python -m psoas.services.analysis_process DATA_FOLDER``.

The order comes as one line of JSON, and as long as its input stays open somebody waits for the answer. What it says is
one line of JSON each: a stage and how far the work is, then "done" or the faults.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from psoas.core.errors import InputError
from psoas.services.analysis_request import FORCES, MARKERS, RECORDING, RESULT, STATIC, AnalysisRequest, parse_request

STAGES = {
    "Getting ready (longer the first time)": ("ready", 0.05, 0.2),
    "Fitting the body": ("fit", 0.2, 0.3),
    "Following the markers": ("follow", 0.3, 0.55),
    "Sharing the forces": ("share", 0.6, 0.6),
    "Writing the report": ("write", 0.9, 0.9),
}
"""The stages of ``analyze``: their names in the catalogue, and from where to where the work is in them (on the bundled
walk; no stage can say how long it will take on another machine)."""
EVERY_S = 0.2
"""How often it is told how far a stage is."""
NICE = 5
"""How far the analysis steps back, so that pages stay quick."""

DONE, FAULTS, AT = "done", "faults", "at"
Say = Callable[..., None]
"""Called with one of these and what belongs to it: nothing, the lines, or the stage and how far the work is, 0 to 1."""


def main() -> None:
    """Do what stands in the first line of the input."""
    say = json_line_writer(os.fdopen(os.dup(1), "w", encoding="utf-8"))
    os.dup2(2, 1)  # what a library might print is no answer
    order = parse_request(json.loads(sys.stdin.readline()))
    threading.Thread(target=_end_with_input, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(NICE)
    run_analysis(Path(sys.argv[1]), order, say)


def run_analysis(home: Path, order: AnalysisRequest, say: Say) -> None:
    """Analyse what ``order`` names below ``home``; says how far it is, and at the end that it is done or its faults."""
    from psoas.pipeline import analyze  # a second of imports, while the page shows that it began

    path = order.path(home, RECORDING)
    assert path is not None
    try:
        analyze(
            path,
            static=order.path(home, STATIC),
            forces=order.path(home, FORCES),
            markers=order.path(home, MARKERS),
            person=order.person,
            out=home / order.folder / RESULT,
            up=order.up,
            progress=ProgressReporter(say),
        )
    except InputError as error:
        say(FAULTS, list(error.faults))
        return
    say(DONE)


class ProgressReporter:
    """Passes the progress of ``analyze`` on: every stage, and within one no more often than somebody could see."""

    def __init__(self, say: Say) -> None:
        self._say, self._stage, self._at = say, "", 0.0

    def __call__(self, stage: str, done: int, total: int) -> None:
        """How far a stage is; told where it is new or the last word is old."""
        now = time.monotonic()
        if stage == self._stage and now - self._at < EVERY_S:
            return
        self._stage, self._at = stage, now
        key, low, high = STAGES[stage]
        self._say(AT, key, low + (high - low) * done / max(total, 1))


def json_line_writer(out: IO[str]) -> Say:
    """What writes each thing said as a line of JSON."""

    def say(*told: Any) -> None:
        out.write(json.dumps(told) + "\n")
        out.flush()

    return say


def _end_with_input() -> None:
    """Without the app nobody would ever stop this process, and the next start runs the job again."""
    sys.stdin.read()
    os._exit(1)


if __name__ == "__main__":
    main()
