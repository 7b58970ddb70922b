"""An analysis that waits for a sign: what the worker does around it can be tried without computing anything."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from psoas.core.stages import Stage
from psoas.services.analysis_process import AT, DONE, Say, json_line_writer
from psoas.services.analysis_request import RESULT, AnalysisRequest, parse_request

GO = "go"
"""The sign: a file in the data folder."""
LONGEST_S = 60
"""A test that was broken off leaves none behind for longer."""


def analyse(home: Path, order: AnalysisRequest, say: Say) -> None:
    """Begins, leaves something half written, waits for the sign, and is done."""
    say(AT, Stage.LOADING, 0.1)
    half = home / order.folder / ".result.half"
    half.mkdir(exist_ok=True)
    (half / "summary.json").write_text("{")
    say(AT, Stage.INVERSE_KINEMATICS, 0.4)
    end = time.monotonic() + LONGEST_S
    while not (home / GO).exists() and time.monotonic() < end:
        time.sleep(0.02)
    result = home / order.folder / RESULT
    half.rename(result)
    (result / "summary.json").write_text(json.dumps({"schema": "psoas.summary/1"}))
    (result / "report.html").write_text("<!doctype html>")
    say(DONE)


if __name__ == "__main__":
    analyse(Path(sys.argv[1]), parse_request(json.loads(sys.stdin.readline())), json_line_writer(sys.stdout))
