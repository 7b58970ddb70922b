"""How much faster two workers are than one on a cohort of the bundled walk: `python -m scripts.bench_cohort`.

Every run also pays once for its start: the scheduler, the workers, and what they import and compile. It is printed
apart, because it weighs on few recordings and not on many. Judges nothing: a machine that does other work at the same
time says little.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from psoas.cohort import run_cohort

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
RECORDINGS = 40


def main(recordings: int = RECORDINGS) -> None:
    """Analyse copies of one recording with one worker, then with two, each from nothing."""
    with tempfile.TemporaryDirectory() as place:
        study = Path(place) / "study"
        study.mkdir()
        for name in ("walking_static.trc", *(f"walking{k}.trc" for k in range(recordings))):
            shutil.copy(EXAMPLES / ("walking_static.trc" if "static" in name else "walking.trc"), study / name)
        one, two = (run(study, workers) for workers in (1, 2))
    print(f"two workers: {one.wall / two.wall:.2f} times as fast as one, the start of the workers included")
    print(f"             {2 * one.each / two.each:.2f} times without it, as over ever more recordings")


@dataclass(frozen=True)
class Spent:
    """Seconds: the whole run's on the wall, and those of ``each`` analysis (the median: the first brings imports)."""

    wall: float
    each: float


def run(study: Path, workers: int) -> Spent:
    """A whole run from nothing; also prints what it took."""
    counts = run_cohort(study, out=study.parent / f"{workers}.parquet", workers=workers, quiet=True)
    each = float(np.median(pq.read_table(counts.table).column("seconds").to_numpy()))
    start = counts.seconds - counts.recordings * each / workers
    print(f"{workers} worker(s): {counts.recordings} recordings in {counts.seconds:.1f} s, {start:.1f} s to start")
    return Spent(counts.seconds, each)


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:2]))
