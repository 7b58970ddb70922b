"""`make bench`: how fast against OpenSim on the same trial in the same run, and how true on the bundled recording.

After them come how long a plan takes (`bench_plan`), what forces cost against frames and muscles, and how true they are
(`bench_cost`, `bench_forces`).
The comparison needs the shared recordings (see `tests/conftest.py`); without them it is left out, and said.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from psoas.core.arrays import Floats
from psoas.recording import read
from scripts import bench_cost, bench_forces, bench_plan

ROOT = Path(__file__).resolve().parents[1]
LENGTHS = {"inverse_kinematics": "inverse_kinematics", "geometry": "geometry"}
CHAIN = {
    "inverse_kinematics": "inverse_kinematics",
    "dynamics": "inverse_dynamics",
    "muscle_paths": "geometry",
    "sharing": "static_optimization",
    "loads": "joint_reaction",
}
"""Our stages and OpenSim's that do the same: up to muscle lengths (of the legs), and up to loads (with the trunk)."""
APART = ("calibration", "gait", "body", "ground", "geometry", "band", "uncertainty", "loading")
"""Stages that OpenSim has nothing beside, or that are not part of the chain; ``body`` makes and measures the body with
its trunk, ``loading`` fetches compiled code, as OpenSim's start and reading of its model, which are left out there."""
FASTER, WALL_S, ANGLE_DEG = 50.0, 8.0, 1.0
"""What is asked: times faster than OpenSim a frame, seconds for the whole command, degrees RMS of any joint."""
CHAIN_FASTER, CHAIN_MS = 170.0, 1.0
"""The same for the chain to the loads, and its milliseconds a frame."""
FRESH = 5
"""Fresh processes: the first after an installation compiles, and another program may be at work at any moment."""
MASS_KG = "72.6"
"""Of the man who walks."""


def main() -> int:
    """Run all parts and print them; 1 when a target is missed."""
    met = [synthetic_truth(), bench_plan.main() == 0]
    shared = Path(os.environ.get("PSOAS_SHARED", ROOT.parent / "shared" / "data")) / "walking_gait2392"
    if shared.is_dir():
        met += speed(shared)
        bench_cost.main()
        bench_forces.main()
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
    walk, static, plates = (trial / f"subject01_{name}" for name in ("walk1.trc", "static.trc", "walk1_grf.mot"))
    model = trial / "opensim/subject01_simbody.osim"
    opensim = json.loads(python("scripts.bench_opensim", model, walk, plates).said.splitlines()[-1])
    more = json.loads(python("scripts.bench_chain", walk, static, plates, MASS_KG).said.splitlines()[-1])
    runs = []
    for _ in range(FRESH):
        with tempfile.TemporaryDirectory() as out:
            options = ("--static", str(static), "--mass", MASS_KG, "--forces", str(plates), "--out", out)
            summary, done = analyze(walk, *options)
        runs.append((chain(summary["timing_ms_per_frame"]), summary["timing_ms_per_frame"], done))
    runs.sort(key=lambda run: run[0])
    _, first, done = runs[FRESH // 2]
    print(f"milliseconds a frame on {walk.name} (OpenSim {opensim['version']}; {load()})")
    print("  more: what one more frame costs, start and set-up left out; OpenSim is measured so too")
    print(
        "  first: the command in a fresh process, set-up for the recording and first calls spread over its frames; the"
    )
    print(f"  median of {FRESH}, whose chain took {', '.join(f'{run[0]:.2f}' for run in runs)} ms a frame")
    for title, stages in (("lengths and moment arms of the legs", LENGTHS), ("the chain to loads, with trunk", CHAIN)):
        print(f"  {title:36} OpenSim more  Psoas more  Psoas first")
        for mine, their in stages.items():
            print(f"  {mine:36} {opensim[their]:12.2f} {more[mine]:11.3f} {first[mine]:12.3f}   OpenSim: {their}")
        total = sum(opensim[their] for their in stages.values()), *(sum(of[m] for m in stages) for of in (more, first))
        print(f"  {'together':36} {total[0]:12.2f} {total[1]:11.3f} {total[2]:12.3f}")
    print("  apart")
    for mine in APART:
        print(f"  {mine:36} {'':12} {more.get(mine, 0.0):11.3f} {first.get(mine, 0.0):12.3f}")
    print(f"  peak memory of the whole command: {done.memory_mb:.0f} MB")
    return [
        verdict("times faster than OpenSim to lengths, first", ratio(opensim, first, LENGTHS), FASTER, at_most=False),
        verdict("times faster than OpenSim to loads, more", ratio(opensim, more, CHAIN), CHAIN_FASTER, at_most=False),
        verdict("times faster than OpenSim to loads, first", ratio(opensim, first, CHAIN), CHAIN_FASTER, at_most=False),
        verdict("the chain to loads, ms a frame, first", chain(first), CHAIN_MS, at_most=True),
        verdict("whole command, seconds", done.seconds, WALL_S, at_most=True),
    ]


def chain(timing: dict[str, float]) -> float:
    """Milliseconds a frame of the chain to the loads."""
    return sum(timing[mine] for mine in CHAIN)


def ratio(opensim: dict[str, float], ours: dict[str, float], stages: dict[str, str]) -> float:
    """How many times OpenSim's stages take as long as ours."""
    return sum(opensim[their] for their in stages.values()) / sum(ours[mine] for mine in stages)


def load() -> str:
    """How busy the machine is: a busy one slows both."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores" if hasattr(os, "getloadavg") else "load not known"


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


@dataclass(frozen=True)
class Done:
    """A finished command: what it ``said``, wall ``seconds`` with its start, and its peak memory."""

    said: str
    seconds: float
    memory_mb: float


def analyze(recording: Path, *options: str) -> tuple[Any, Done]:
    """The command itself in a fresh process: its summary, and what it took."""
    done = run([str(Path(sys.executable).with_name("psoas")), "analyze", str(recording), *options, "--json"])
    return json.loads(done.said), done


def python(module: str, *arguments: str | Path) -> Done:
    """A module of ours in a fresh process."""
    return run([sys.executable, "-m", module, *(str(argument) for argument in arguments)])


def run(command: list[str]) -> Done:
    """A command held to one core, where the system can."""
    first = min(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None
    hold = None if first is None else (lambda: os.sched_setaffinity(0, {first}))
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+") as said:
        child = subprocess.Popen(command, cwd=ROOT, stdout=said, preexec_fn=hold)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - start
        said.seek(0)
        text = said.read()
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {child.returncode}")
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return Done(text, seconds, used.ru_maxrss / unit)


def verdict(what: str, value: float, limit: float, *, at_most: bool) -> bool:
    """Print one target and whether it is met."""
    met = value <= limit if at_most else value >= limit
    asked = "at most" if at_most else "at least"
    print(f"{'met   ' if met else 'MISSED'} {what}: {value:.2f} (asked: {asked} {limit:g})")
    return met


if __name__ == "__main__":
    sys.exit(main())
