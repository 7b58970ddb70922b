"""`make bench`: how fast against OpenSim on the same trial in the same run, and how true on the bundled recording.

The comparison needs the shared recordings (see `tests/conftest.py`); without them it is left out, and said.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

from psoas.arrays import Floats
from psoas.recording import read

ROOT = Path(__file__).resolve().parents[1]
STAGES = ("inverse_kinematics", "geometry")
FASTER, WALL_S, ANGLE_DEG = 50.0, 8.0, 1.0
"""What is asked: times faster than OpenSim a frame, seconds for the whole command, degrees RMS of any joint."""


def main() -> int:
    """Run both parts and print them; 1 when a target is missed."""
    met = [synthetic_truth()]
    shared = Path(os.environ.get("PSOAS_SHARED", ROOT.parent / "shared" / "data")) / "walking_gait2392"
    if shared.is_dir():
        met += speed(shared)
    else:
        print("speed against OpenSim: left out, the shared recordings are not here")
    return 0 if all(met) else 1


def synthetic_truth() -> bool:
    """Analyse the bundled recording and compare every joint angle with the one it was made from."""
    example = ROOT / "examples"
    with tempfile.TemporaryDirectory() as out:
        analyze(example / "walking.trc", "--static", str(example / "walking_static.trc"), "--out", out)
        found = angles(Path(out) / "kinematics.mot")
    truth = angles(example / "walking_truth.mot")
    error = {name: rms(np.interp(truth["time"], found["time"], found[name]) - truth[name]) for name in truth}
    error.pop("time")
    print(f"joint angles of the bundled recording, degrees RMS (asked: each at most {ANGLE_DEG:g})")
    for name, value in sorted(error.items(), key=lambda item: -item[1]):
        print(f"  {name:28} {value:6.3f}")
    return verdict("largest joint-angle error, deg", max(error.values()), ANGLE_DEG, at_most=True)


def speed(trial: Path) -> list[bool]:
    """Milliseconds a frame, ours and OpenSim's, on one core."""
    walk, static = trial / "subject01_walk1.trc", trial / "subject01_static.trc"
    theirs = run(
        [sys.executable, "-m", "scripts.bench_opensim", str(trial / "opensim/subject01_simbody.osim"), str(walk)]
    )
    opensim = json.loads(theirs[0].splitlines()[-1])
    with tempfile.TemporaryDirectory() as out:
        summary, wall = analyze(walk, "--static", str(static), "--mass", "72.6", "--out", out)
    ours = summary["timing_ms_per_frame"]
    print(f"milliseconds a frame on {walk.name} (OpenSim {opensim['version']})")
    for stage in STAGES:
        print(f"  {stage:28} OpenSim {opensim[stage]:8.2f}   Psoas {ours[stage]:8.3f}")
    ratio = sum(opensim[stage] for stage in STAGES) / sum(ours[stage] for stage in STAGES)
    return [
        verdict("times faster than OpenSim", ratio, FASTER, at_most=False),
        verdict("whole command, seconds", wall, WALL_S, at_most=True),
    ]


def angles(path: Path) -> dict[str, Floats]:
    """Columns of a coordinate file in degrees, translations left out, and its ``time`` in seconds."""
    recording = read(path)
    held = recording.coordinates
    if held is None:
        raise SystemExit(f"{path.name} holds no coordinates")
    factor = 1.0 if held.in_degrees else np.degrees(1.0)
    columns = {name: held.values[:, k] * factor for k, name in enumerate(held.names)}
    turning = {name: values for name, values in columns.items() if not name.endswith(("_tx", "_ty", "_tz"))}
    return {"time": recording.time, **turning}


def rms(values: Floats) -> float:
    """Root mean square."""
    return float(np.sqrt(np.mean(np.square(values))))


def analyze(recording: Path, *options: str) -> tuple[Any, float]:
    """The command itself in a fresh process: its summary, and the seconds it took, start included."""
    said, wall = run([str(Path(sys.executable).with_name("psoas")), "analyze", str(recording), *options, "--json"])
    return json.loads(said), wall


def run(command: list[str]) -> tuple[str, float]:
    """Standard output and seconds of a command held to one core, where the system can."""
    first = min(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None
    hold = None if first is None else (lambda: os.sched_setaffinity(0, {first}))
    start = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True, preexec_fn=hold)
    return done.stdout, time.perf_counter() - start


def verdict(what: str, value: float, limit: float, *, at_most: bool) -> bool:
    """Print one target and whether it is met."""
    met = value <= limit if at_most else value >= limit
    asked = "at most" if at_most else "at least"
    print(f"{'met   ' if met else 'MISSED'} {what}: {value:.2f} (asked: {asked} {limit:g})")
    return met


if __name__ == "__main__":
    sys.exit(main())
