"""What a long recording costs: CPU a frame, peak memory, size of the report, at two lengths.

Run as ``python -m scripts.bench_long [FRAMES]`` (150,000 by default: ten minutes at 250 Hz). One stride of the bundled
walk is repeated; each length runs in a process of its own. Prints one line a length and how cost grows between them.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
from scipy.interpolate import CubicSpline

from psoas.recording import Markers, read, write_trc

ROOT = Path(__file__).parents[1]
RATE_HZ = 250.0
STRIDES = 4
"""Whole strides of the bundled walk that are repeated."""
MOST_GB, MOST_MS, MOST_REPORT_MB = 2.0, 6.0, 30.0


def long_walk(frames: int, path: Path) -> None:
    """Write the bundled walk, repeated, as a ``.trc`` of ``frames`` frames."""
    walk = read(ROOT / "examples" / "walking.trc")
    assert walk.markers is not None
    time_s, positions = walk.time, walk.markers.positions
    heel = positions[:, walk.markers.names.index("R.Heel"), 0] if "R.Heel" in walk.markers.names else positions[:, 0, 0]
    start, period = float(time_s[0]), _period(time_s, heel)
    length = min(STRIDES, int((time_s[-1] - start) / period)) * period
    at = np.arange(frames) / RATE_HZ
    curves = [_curve(time_s, column) for column in positions.reshape(len(time_s), -1).T]
    share = (at % length) / length
    values = np.stack([c(start + share * length) - share * (c(start + length) - c(start)) for c in curves], axis=1)
    markers = Markers(walk.markers.names, values.reshape(frames, -1, 3))
    write_trc(replace(walk, time=at, markers=markers, forces=None), path)


def _curve(time_s: np.ndarray, column: np.ndarray) -> CubicSpline:
    seen = np.isfinite(column)
    return CubicSpline(time_s[seen], column[seen])


def _period(time_s: np.ndarray, signal: np.ndarray) -> float:
    """Time after which a signal is most like itself, seconds."""
    still = signal - np.polyval(np.polyfit(time_s, signal, 1), time_s)
    step = float(np.median(np.diff(time_s)))
    lags = np.arange(int(0.7 / step), int(1.8 / step))
    likeness = [float(np.corrcoef(still[:-lag], still[lag:])[0, 1]) for lag in lags]
    return float(lags[int(np.argmax(likeness))]) * step


def measure(recording: Path, folder: Path) -> None:
    """Analyse and print CPU seconds, peak gigabytes and megabytes of the report as JSON."""
    from psoas import Person, analyze

    start = time.process_time()
    analyze(recording, person=Person.of(height_m=1.70, mass_kg=66.0, sex="female"), out=folder)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    report = (folder / "report.html").stat().st_size / 1e6
    print(json.dumps({"cpu_s": time.process_time() - start, "peak_gb": peak, "report_mb": report}))


def run(frames: int) -> dict[str, float]:
    """One length in a fresh process."""
    with tempfile.TemporaryDirectory() as place:
        recording = Path(place) / "long.trc"
        long_walk(frames, recording)
        command = [sys.executable, "-m", "scripts.bench_long", "--measure", str(recording), str(Path(place) / "out")]
        said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    found: dict[str, float] = json.loads(said.splitlines()[-1])
    print(
        f"{frames:7d} frames: CPU {found['cpu_s']:.0f} s, {1000 * found['cpu_s'] / frames:.2f} ms a frame, "
        f"peak {found['peak_gb']:.2f} GB, report {found['report_mb']:.1f} MB",
        flush=True,
    )
    return found


def main(frames: int) -> int:
    """0 where the longest keeps within the bounds."""
    short, long = run(frames // 5), run(frames)
    slope = (long["cpu_s"] - short["cpu_s"]) / (frames - frames // 5) * 1000
    print(f"one more frame: {slope:.2f} ms; bounds: {MOST_MS:g} ms, {MOST_GB:g} GB, {MOST_REPORT_MB:g} MB")
    within = slope <= MOST_MS and long["peak_gb"] <= MOST_GB and long["report_mb"] <= MOST_REPORT_MB
    return 0 if within else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 150_000))
