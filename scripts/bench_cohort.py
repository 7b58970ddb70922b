"""How much faster two workers are than one on a cohort of the bundled walk: `python -m scripts.bench_cohort`.

Prints and judges nothing: what a machine that does other work at the same time gives says little.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq

from psoas.cohort import cohort

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
RECORDINGS = 8


def main(recordings: int = RECORDINGS) -> None:
    """Analyse copies of one recording with one worker, then with two, each from nothing."""
    with tempfile.TemporaryDirectory() as place:
        study = Path(place) / "study"
        study.mkdir()
        for name in ("walking_static.trc", *(f"walking{k}.trc" for k in range(recordings))):
            shutil.copy(EXAMPLES / ("walking_static.trc" if "static" in name else "walking.trc"), study / name)
        walls = {workers: seconds(study, workers) for workers in (1, 2)}
    print(f"two workers: {walls[1] / walls[2]:.2f} times as fast as one, the start of the workers included")


def seconds(study: Path, workers: int) -> float:
    """Wall seconds of a whole run; also prints what the analyses alone took."""
    counts = cohort(study, out=study.parent / f"{workers}.parquet", workers=workers, quiet=True)
    inside = pc.sum(pq.read_table(counts.table).column("seconds")).as_py()
    print(f"{workers} worker(s): {counts.recordings} recordings in {counts.seconds:.1f} s ({inside:.1f} s of analysis)")
    return counts.seconds


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:2]))
