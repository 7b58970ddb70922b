"""The analysis of one recording in a process of its own: ``python -m psoas.services.analysis_process DATA_FOLDER``.

The request comes as one line of JSON on standard input; the process ends when its input closes. It writes lines of
JSON: a stage and the share of the work that is done, then "done" or the faults.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

from psoas.core.errors import InputError
from psoas.core.json_types import JsonValue
from psoas.core.message import to_json
from psoas.core.stages import Stage
from psoas.services.analysis_request import FORCES, MARKERS, RECORDING, RESULT, STATIC, AnalysisRequest, parse_request

STAGE_RANGES: dict[Stage, tuple[float, float]] = {
    Stage.LOADING: (0.05, 0.2),
    Stage.CALIBRATION: (0.2, 0.3),
    Stage.INVERSE_KINEMATICS: (0.3, 0.55),
    Stage.GEOMETRY: (0.55, 0.55),
    Stage.GAIT: (0.58, 0.58),
    Stage.FORCES: (0.6, 0.6),
    Stage.UNCERTAINTY: (0.88, 0.88),
    Stage.MODEL: (0.89, 0.89),
    Stage.REPORT: (0.9, 0.9),
}
"""Share of the whole work, 0 to 1, at the start and the end of each stage (measured on the bundled walk; no stage can
say how long it will take on another machine)."""
EVERY_S = 0.2
"""At least this long between two reports from within one stage."""
NICE = 5
"""Niceness of the process, so that pages stay quick."""

DONE, FAULTS, AT = "done", "faults", "at"
Say = Callable[..., None]
"""Called with one of these and what belongs to it: nothing; the faults as JSON messages; or the stage and the share of
the work that is done, 0 to 1."""


def main() -> None:
    """Run the request in the first line of the input."""
    say = json_line_writer(os.fdopen(os.dup(1), "w", encoding="utf-8"))
    os.dup2(2, 1)  # a library may print; that must not mix with the answers
    order = parse_request(json.loads(sys.stdin.readline()))
    threading.Thread(target=_end_with_input, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(NICE)
    run_analysis(Path(sys.argv[1]), order, say)


def run_analysis(home: Path, order: AnalysisRequest, say: Say) -> None:
    """Analyse what ``order`` names below ``home``, report progress, and at the end say "done" or the faults."""
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
        _suggest(home, order, error)
        say(FAULTS, [to_json(one) for one in error.messages])
        return
    say(DONE)


def _suggest(home: Path, order: AnalysisRequest, error: InputError) -> None:
    """Keep what the markers may be where nobody knows their names."""
    from psoas.services.marker_suggestions import can_be_named, keep_suggestions

    if any(can_be_named(one) for one in error.messages):
        keep_suggestions(home, order)


class ProgressReporter:
    """Passes the progress of ``analyze`` on: every stage, and within one no more often than somebody could see."""

    def __init__(self, say: Say) -> None:
        self._say, self._stage, self._at = say, "", 0.0

    def __call__(self, stage: Stage, done: int, total: int) -> None:
        """Report how far a stage is, if the stage is new or the last report is old."""
        now = time.monotonic()
        if stage == self._stage and now - self._at < EVERY_S:
            return
        self._stage, self._at = stage, now
        low, high = STAGE_RANGES[stage]
        self._say(AT, stage.value, low + (high - low) * done / max(total, 1))


def json_line_writer(out: IO[str]) -> Say:
    """A function that writes its arguments as one line of JSON."""

    def say(*told: JsonValue) -> None:
        out.write(json.dumps(told) + "\n")
        out.flush()

    return say


def _end_with_input() -> None:
    """End this process with the app: nothing else would stop it, and the next start runs the job again."""
    sys.stdin.read()
    os._exit(1)


if __name__ == "__main__":
    main()
