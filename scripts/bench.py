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

from psoas.arrays import Floats
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
APART = ("calibration", "gait", "ground", "geometry", "band", "uncertainty", "loading")
"""Stages that OpenSim has nothing beside, or that are not part of the chain."""
FASTER, WALL_S, ANGLE_DEG = 50.0, 8.0, 1.0
"""What is asked: times faster than OpenSim a frame, seconds for the whole command, degrees RMS of any joint."""
CHAIN_FASTER, CHAIN_MS = 170.0, 1.0
"""The same for the chain to the loads, and its milliseconds a frame."""


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
    theirs = run([sys.executable, "-m", "scripts.bench_opensim", str(model), str(walk), str(plates)])
    opensim = json.loads(theirs.said.splitlines()[-1])
    with tempfile.TemporaryDirectory() as out:
        options = ("--static", str(static), "--mass", "72.6", "--forces", str(plates), "--out", out)
        summary, done = analyze(walk, *options)
    ours = summary["timing_ms_per_frame"]
    print(f"milliseconds a frame on {walk.name} (OpenSim {opensim['version']}; {load()})")
    print(f"  {'lengths and moment arms of the legs':36} OpenSim   Psoas")
    for mine, their in LENGTHS.items():
        print(f"  {mine:36} {opensim[their]:7.2f} {ours[mine]:7.3f}")
    print(f"  {'the chain to loads, with the trunk':36} OpenSim   Psoas")
    for mine, their in CHAIN.items():
        print(f"  {mine:36} {opensim[their]:7.2f} {ours[mine]:7.3f}   OpenSim: {their}")
    print(f"  {'apart':36} {'':7}   Psoas")
    for mine in APART:
        print(f"  {mine:36} {'':7} {ours.get(mine, 0.0):7.3f}")
    print(f"  peak memory of the whole command: {done.memory_mb:.0f} MB")
    chain = sum(ours[mine] for mine in CHAIN)
    return [
        verdict("times faster than OpenSim, to lengths", ratio(opensim, ours, LENGTHS), FASTER, at_most=False),
        verdict("times faster than OpenSim, to loads", ratio(opensim, ours, CHAIN), CHAIN_FASTER, at_most=False),
        verdict("the chain to loads, ms a frame", chain, CHAIN_MS, at_most=True),
        verdict("whole command, seconds", done.seconds, WALL_S, at_most=True),
    ]


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
