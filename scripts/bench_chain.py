"""Our share of `make bench` measured as OpenSim's is: milliseconds that one more frame costs, stage by stage.

Run as ``python -m scripts.bench_chain TRC STATIC GRF MASS_KG``; its last line is JSON. Cost a frame is the slope
between half of the trial and all of it, so that what is done once a recording, and a process' first calls, cancel.
"""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np

import psoas
from psoas import Person
from psoas.recording import read
from psoas.recording.file_writers import write_trc

TIMES = 15


def main(walk: Path, static: Path, plates: Path, mass_kg: float) -> None:
    """Measure every stage and print them."""
    whole, person = read(walk), Person.of(mass_kg=mass_kg)
    assert whole.markers is not None
    half = len(whole.time) // 2
    markers = replace(whole.markers, positions=whole.markers.positions[:half])
    with tempfile.TemporaryDirectory() as place:
        short = write_trc(replace(whole, time=whole.time[:half], markers=markers), Path(place) / "short.trc")

        def spent(trial: Path, frames: int) -> dict[str, float]:
            timing = psoas.analyze(trial, static=static, forces=plates, person=person).timing
            return {stage: ms * frames for stage, ms in timing.items()}

        spent(walk, len(whole.time))  # brings what is imported late
        pairs = [(spent(short, half), spent(walk, len(whole.time))) for _ in range(TIMES)]
    more = len(whole.time) - half
    print(json.dumps({s: float(np.median([(b[s] - a[s]) / more for a, b in pairs])) for s in pairs[0][1]}))


if __name__ == "__main__":
    walk, static, plates = (Path(argument).resolve() for argument in sys.argv[1:4])
    main(walk, static, plates, float(sys.argv[4]))
