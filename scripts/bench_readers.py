"""``python -m scripts.bench_readers --opensim-python PATH``: OpenSim as a second reader of generated text files.

Writes known numbers in dialects by chance (``tests/recording_dialects.py``), lets both read them and counts, by kind of
file: both equal the numbers written, only Psoas does, only OpenSim does, neither. Ends with 1 if OpenSim reads one file
right that Psoas does not. OpenSim stays in its own environment; nothing of it is a dependency.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.recording import Recording, read, to_radians
from tests.recording_dialects import (
    FORCE_OPTIONS,
    STORAGE_OPTIONS,
    TRC_OPTIONS,
    coordinate_text,
    draw,
    force_text,
    marker_text,
)
from tests.recording_worlds import NAMES, standing

COORDINATES = ("pelvis_tx", "pelvis_ty", "hip_flexion_r", "hip_adduction_r", "knee_angle_r", "ankle_angle_r")
ANGLES = slice(2, None)
RATE_HZ = 50.0
TOLERANCE = 1e-6
"""Metres, radians, newtons, newton metres: OpenSim keeps what it reads in double precision."""
OPENSIM_SCRIPT = Path(__file__).with_name("opensim_read.py")
PLAIN = 0.4
"""Share of the files in which all options but three are the usual ones: most real files are odd in one way."""


@dataclass(frozen=True)
class Written:
    """A file with the numbers in it: ``times`` (T,), ``values`` (T, N) in metres, radians, N and N m."""

    path: Path
    kind: str
    times: Floats
    values: Floats


def write_case(number: int, folder: Path, rng: random.Random) -> Written:
    """File ``number``: markers, coordinates or forces."""
    wide = np.random.default_rng(rng.randrange(2**32))
    kind = rng.choice(("markers", "coordinates", "forces"))
    count = rng.randint(60, 80)
    times = np.arange(count) / RATE_HZ
    if kind == "markers":
        values = np.round(standing(count) + wide.uniform(-2, 2), 4)
        path = folder / f"{number}.trc"
        text = marker_text(values, NAMES, RATE_HZ, _dialect(TRC_OPTIONS, rng))
    elif kind == "coordinates":
        phase = 2 * np.pi * times
        walk = [1.2 * times, 0.95 + 0.02 * np.cos(2 * phase), 10 + 25 * np.cos(phase), 3 * np.sin(phase)]
        degrees = np.round(np.column_stack([*walk, 30 + 31 * np.sin(phase), 8 * np.sin(2 * phase)]), 6)
        path = folder / f"{number}.{rng.choice(('mot', 'sto'))}"
        text = coordinate_text(degrees, COORDINATES, RATE_HZ, _dialect(STORAGE_OPTIONS, rng))
        values = np.column_stack([degrees[:, :2], np.deg2rad(degrees[:, ANGLES])])
    else:
        plates = wide.uniform(0.2, 1.5, (count, 2, 3, 3)) + np.array([[0, 700, 0], [0, 0, 0], [0, 0, 0]])
        values = np.round(plates, 3)
        path = folder / f"{number}.mot"
        text = force_text(values, RATE_HZ, {**_dialect(FORCE_OPTIONS, rng), "order": "plates"})
    path.write_text(text, encoding="utf-8", newline="")
    return Written(path, kind, times, values.reshape(count, -1))


def _dialect(options: dict[str, tuple[str, ...]], rng: random.Random) -> dict[str, str]:
    drawn = draw(options, rng)
    if rng.random() > PLAIN:
        return drawn
    odd = rng.sample(sorted(options), 3)
    return {key: drawn[key] if key in odd else options[key][0] for key in options}


def psoas_reads(written: Written) -> bool:
    """Whether Psoas reads the numbers that were written."""
    try:
        found = read(written.path, up="y")
    except InputError:
        return False
    values = {"markers": _markers, "coordinates": _coordinates, "forces": _forces}[written.kind](found)
    return _same(written, found.time, values)


def _markers(found: Recording) -> Floats:
    return found.markers.positions.reshape(len(found.time), -1) if found.markers else np.empty((0, 0))


def _coordinates(found: Recording) -> Floats:
    return to_radians(found.coordinates)[:, : len(COORDINATES)] if found.coordinates else np.empty((0, 0))


def _forces(found: Recording) -> Floats:
    if found.forces is None or not found.forces.plates:
        return np.empty((0, 0))
    return np.hstack([np.hstack([one.force, one.point, one.torque]) for one in found.forces.plates])


def opensim_reads(written: Written) -> bool:
    """Whether OpenSim read the numbers that were written, in the unit that the file names."""
    path = written.path.with_name(written.path.name + ".npz")
    if not path.exists():
        return False
    with np.load(path) as found:
        times, values = found["times"], found["values"]
    values = values[:, : written.values.shape[1]]
    if written.kind != "coordinates":
        return _same(written, times, values)
    degrees = np.column_stack([values[:, :2], np.deg2rad(values[:, ANGLES])])
    return _same(written, times, values) or _same(written, times, degrees)


def _same(written: Written, times: Floats, values: Floats) -> bool:
    """Equal numbers; a marker that is not seen may be NaN or left as it is."""
    if values.shape != written.values.shape or times.shape != written.times.shape:
        return False
    near: Callable[[Floats, Floats], bool] = lambda one, other: bool(  # noqa: E731
        np.allclose(one, other, rtol=0, atol=TOLERANCE, equal_nan=True)
    )
    return near(times, written.times) and near(values, written.values)


def ask_opensim(python: Path, cases: list[Written], folder: Path) -> None:
    """Let OpenSim read all files; one that ends the process, or on which it hangs, counts as not read."""
    waiting = [case.path for case in cases]
    while waiting:
        listed = folder / "list.txt"
        listed.write_text("\n".join(map(str, waiting[:BATCH])), encoding="utf-8")
        command = [str(python), str(OPENSIM_SCRIPT), str(listed)]
        try:
            done = subprocess.run(command, capture_output=True, check=False, timeout=BATCH_S)
            if b"No module named" in done.stderr:
                raise SystemExit(done.stderr.decode(errors="replace"))
        except subprocess.TimeoutExpired:
            pass
        left = [path for path in waiting[:BATCH] if not any(path.with_name(path.name + end).exists() for end in ENDS)]
        for path in left[:1]:
            path.with_name(path.name + ".error").write_text("died or hung", encoding="utf-8")
        waiting = left[1:] + waiting[BATCH:]


BATCH, BATCH_S = 25, 20.0
"""Files that one process of OpenSim reads, and how long it may take, its start included."""
ENDS = (".npz", ".error")


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--opensim-python", type=Path, required=True, help="Python of an environment with OpenSim")
    parser.add_argument("--count", type=int, default=600)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    rng = random.Random(asked.seed)
    counts: Counter[tuple[str, str]] = Counter()
    worse = []
    with tempfile.TemporaryDirectory() as name:
        cases = [write_case(i, Path(name), rng) for i in range(asked.count)]
        ask_opensim(asked.opensim_python, cases, Path(name))
        for case in cases:
            ours, theirs = psoas_reads(case), opensim_reads(case)
            who = {(True, True): "both", (True, False): "only Psoas", (False, True): "only OpenSim"}
            counts[case.kind, who.get((ours, theirs), "neither")] += 1
            if not ours:
                worse.append(f"{case.path.name}: {case.path.read_text(encoding='utf-8')[:300]!r}")
    print(f"{'':12} {'both':>6} {'only Psoas':>11} {'only OpenSim':>13} {'neither':>8}")
    for kind in ("markers", "coordinates", "forces"):
        row = [counts[kind, column] for column in ("both", "only Psoas", "only OpenSim", "neither")]
        print(f"{kind:12} {row[0]:6} {row[1]:11} {row[2]:13} {row[3]:8}")
    for line in worse[:10]:
        print(line)
    return 1 if any(who == "only OpenSim" for _, who in counts) else 0


if __name__ == "__main__":
    sys.exit(main())
