"""Lengths and moment arms of imported models against OpenSim's in the same random poses, and how fast both are.

Run as ``python -m scripts.bench_osim_import MODEL... --opensim PYTHON``, where PYTHON is an interpreter that has the
`opensim` wheel. Poses are drawn evenly within the coordinates' ranges; coordinates that follow others follow them. A
muscle in a pose agrees where its length is within 0.1 mm and each of its moment arms within 0.1 mm or 0.5 %.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from psoas.core.arrays import Bools, Floats, Ints
from psoas.opensim_model.imported_body import ImportedBody
from psoas.opensim_model.model_reader import read_model

LENGTH_M, ARM_M, ARM_SHARE = 1e-4, 1e-4, 0.005
ASKED_PERCENT = 99.0
STEP = 1e-6
WORKER = Path(__file__).with_name("bench_opensim_paths.py")


@dataclass(frozen=True)
class Compared:
    """Both sides in T poses: lengths (T, M) and moment arms (T, P) of ``pairs`` (P, 2), muscle and coordinate; NaN
    where OpenSim's were not asked for."""

    body: ImportedBody
    values: Floats
    pairs: Ints
    length: Floats
    arm: Floats
    their_length: Floats
    their_arm: Floats
    impossible: Bools
    seconds: Floats

    @property
    def agrees(self) -> Bools:
        """Whether each muscle agrees in each pose (T, M)."""
        good = np.abs(self.length - self.their_length) <= LENGTH_M
        off = np.abs(self.arm - self.their_arm)
        fine = np.isnan(off) | (off <= np.maximum(ARM_M, ARM_SHARE * np.abs(self.their_arm)))
        for p, (muscle, _) in enumerate(self.pairs):
            good[:, muscle] &= fine[:, p]
        return good


def draw_poses(body: ImportedBody, count: int, seed: int) -> Floats:
    """Coordinates (T, N), evenly within their ranges; pelvis and other free shifts within half a metre."""
    low, high = body.ranges.T
    wide = np.array([0.5 if not one.rotational else np.pi for one in body.coordinates])
    low, high = np.maximum(low, -wide), np.minimum(high, wide)
    return np.random.default_rng(seed).uniform(low, high, (count, len(low)))


def compare(model: Path, python: Path, count: int, seed: int, every: int) -> Compared:
    """Both sides of one model."""
    body = ImportedBody(read_model(model))
    values = draw_poses(body, count, seed)
    body.paths(values[:2])
    start = time.perf_counter()
    paths = body.paths(values)
    spent = time.perf_counter() - start
    pairs = np.argwhere(np.abs(paths.moment_arm).max(axis=0) > 1e-9)
    names = tuple(body.tree.followed)
    with tempfile.TemporaryDirectory() as place:
        given, found = Path(place) / "given.npz", Path(place) / "found.npz"
        columns = np.stack([body.tree.value_of(name, values)[0] for name in names], axis=1)
        asked = np.array([[m, names.index(body.coordinate_names[c])] for m, c in pairs])
        np.savez(
            given, names=np.array(names), values=columns, pairs=asked, muscles=np.array(body.muscle_names), every=every
        )
        subprocess.run([str(python), str(WORKER), str(model), str(given), str(found)], check=True)
        theirs = np.load(found)
        arm = paths.moment_arm[:, pairs[:, 0], pairs[:, 1]]
        seconds = np.array([spent, *theirs["seconds"]])
        return Compared(
            body, values, pairs, paths.length, arm, theirs["length"], theirs["arm"], theirs["impossible"], seconds
        )


def report(model: Path, done: Compared) -> bool:
    """Print how well a model agrees, its exceptions by muscle and how fast both are; whether enough of it does."""
    agrees, poses = done.agrees, len(done.values)
    percent = 100.0 * float(agrees.mean())
    off = np.abs(done.length - done.their_length) * 1000
    print(f"{model.name}: {agrees.shape[1]} muscles, {len(done.pairs)} moment arms, {poses} poses")
    print(f"  muscle-poses that agree: {percent:.3f} % (asked: {ASKED_PERCENT:g}); length off by more than 0.1 mm in")
    print(f"  {100 * float((off > 0.1).mean()):.3f} %, median {np.median(off):.2e} mm, worst {off.max():.2f} mm")
    jumps = discontinuities(done)
    bad = ~agrees
    odd = (done.impossible & bad).sum(axis=0) / np.maximum(bad.sum(axis=0), 1)
    for muscle in np.argsort(agrees.mean(axis=0)):
        share = 100.0 * float((~agrees[:, muscle]).mean())
        if share == 0.0:
            break
        own = jumps.get(int(muscle), 0)
        print(
            f"    {done.body.muscle_names[muscle]:20} {share:7.3f} % of poses, length by at most"
            f" {off[:, muscle].max():8.3f} mm; {100 * odd[muscle]:.0f} % of them impossible, {own} near a jump"
        )
    ours, lengths, arms = done.seconds * 1000 / poses
    print(f"  milliseconds a pose: ours {ours:.3f}; OpenSim's lengths {lengths:.2f}, moment arms {arms:.2f}")
    print(f"  times as fast: {(lengths + arms) / ours:.0f}")
    return percent >= ASKED_PERCENT


def discontinuities(done: Compared) -> dict[int, int]:
    """How many of each muscle's exceptions lie where our path jumps when coordinates change by 1e-4."""
    found: dict[int, int] = {}
    rows = np.flatnonzero(~done.agrees.all(axis=1))
    if not len(rows):
        return found
    jumped = np.zeros((len(rows), done.length.shape[1]), bool)
    base = done.length[rows]
    reach = np.abs(done.body.paths(done.values[rows]).moment_arm).sum(axis=2) * 1e-4 + 2e-5
    rng = np.random.default_rng(1)
    for _ in range(20):
        near = done.values[rows] + rng.uniform(-1e-4, 1e-4, done.values[rows].shape)
        jumped |= np.abs(done.body.paths(near).length - base) > reach
    for muscle in range(done.length.shape[1]):
        bad = ~done.agrees[rows, muscle]
        found[muscle] = int((bad & jumped[:, muscle]).sum())
    return found


def main() -> int:
    """Compare all models; 1 when one agrees too little."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="+", type=Path)
    parser.add_argument("--opensim", type=Path, required=True, help="a Python that has the opensim wheel")
    parser.add_argument("--poses", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--every", type=int, default=1, help="moment arms of every so many muscles in a pose")
    parser.add_argument("--keep", type=Path, help="a folder for both sides of each model")
    asked = parser.parse_args()
    met = []
    for model in asked.models:
        done = compare(model.resolve(), asked.opensim, asked.poses, asked.seed, asked.every)
        met.append(report(model, done))
        if asked.keep:
            held = {
                key: getattr(done, key) for key in ("values", "pairs", "length", "arm", "their_length", "their_arm")
            }
            np.savez(asked.keep / f"{model.stem}.npz", **held)
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
