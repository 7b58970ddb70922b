"""Predicted ground forces beside plates, where recordings have both: `python -m scripts.plate_prediction [FILE ...]`.

Of every stance that plates measured, the ground is predicted once more as if there were none. Printed: what became of
each plate, how many frames are measured, blended and predicted, how far the measured part is from the plates, and by
foot and axis the RMS of the difference in percent of body weight. Fore and aft is where the pelvis faces. Without
files, the recordings with plates of the shared data (PSOAS_SHARED, else ../shared/data).
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.catalogue import render, text
from psoas.core.errors import PsoasError
from psoas.core.sides import LETTERS, SIDES
from psoas.core.units import STANDARD_GRAVITY
from psoas.mechanics.ground_estimation import EstimatedGround, estimate_ground, force_body
from psoas.mechanics.inverse_dynamics import differentiate
from psoas.mechanics.plate_frames import bring_to_frames
from psoas.mechanics.plate_use import GroundOrigin
from psoas.mechanics.plate_zero import zero_plates
from psoas.pipeline import analyze
from psoas.recording import read
from psoas.recording.plate_loading import CONTACT_FORCE_N

SHARED = Path(os.environ.get("PSOAS_SHARED", Path(__file__).resolve().parents[2] / "shared" / "data"))
FILES = ("*plates*.c3d", "*plate_*.c3d", "gate_pig_adult_walk.c3d", "stairs*.c3d", "names_ior*.c3d", "enters*.c3d")
AXES = {"vertical": 1, "fore-aft": 0, "sideways": 2}
"""Of a force in the axes of the pelvis, seen from above."""
STEADY_S = 0.1
"""The first and last tenth of a second of a recording are not compared: the movement beyond them is not seen."""


@dataclass(frozen=True)
class PlateComparison:
    """One recording over its plates: the ground with and without them, on the same body; ``plates`` (T, P, 3) are the
    forces of all plates themselves, filtered like the movement, and ``facing_rad`` (T,) where the pelvis faces, about
    +Y from +X."""

    time: Floats
    measured: EstimatedGround
    predicted: EstimatedGround
    plates: Floats
    facing_rad: Floats

    def errors(self, foot: int) -> dict[str, float]:
        """RMS of prediction against plates by axis, percent of body weight; empty where nothing was measured."""
        inside = (self.time > self.time[0] + STEADY_S) & (self.time < self.time[-1] - STEADY_S)
        one, other = (found.forces.loads[LETTERS[foot]].force for found in (self.measured, self.predicted))
        there = inside & (self.measured.forces.origin[:, foot] == GroundOrigin.MEASURED) & (one[:, 1] > CONTACT_FORCE_N)
        if not there.any():
            return {}
        gap = _turned(other[there] - one[there], self.facing_rad[there])
        weight = self.measured.body.mass_kg * STANDARD_GRAVITY
        return {axis: 100 * float(np.sqrt(np.mean(gap[:, i] ** 2))) / weight for axis, i in AXES.items()}

    def counts(self, foot: int) -> dict[str, int]:
        """Frames by where the force under a foot is from."""
        origin = self.measured.forces.origin[:, foot]
        return {kind.name.lower(): int((origin == kind).sum()) for kind in GroundOrigin}

    def off_plates(self, foot: int) -> float:
        """Largest difference, newtons, between the measured force of a foot and the nearest of every plate, all of them
        together, and nothing; NaN where nothing was measured."""
        there = self.measured.forces.origin[:, foot] == GroundOrigin.MEASURED
        force = self.measured.forces.loads[LETTERS[foot]].force[there]
        plates = self.plates[there]
        every = np.concatenate([plates, plates.sum(axis=1, keepdims=True), np.zeros((len(plates), 1, 3))], axis=1)
        gap = np.linalg.norm(every - force[:, None], axis=2).min(axis=1)
        return float(gap.max(initial=0.0)) if len(gap) else float("nan")


def _turned(force: Floats, facing_rad: Floats) -> Floats:
    """Forces (K, 3) in axes that look where the pelvis faces."""
    along, across = np.cos(facing_rad), np.sin(facing_rad)
    x, z = force[:, 0], force[:, 2]
    return np.stack([along * x - across * z, force[:, 1], across * x + along * z], axis=1)


def compare(path: Path, *, static: Path | None = None, forces_file: Path | None = None) -> PlateComparison:
    """A recording with plates, in it or in a file of their own, once with them and once without."""
    found = analyze(path, static=static, with_forces=False)
    forces = read(forces_file).forces if forces_file else found.recording.forces
    if forces is None:
        raise SystemExit(f"{path.name} holds no plates")
    motion, cutoff = found.motion, differentiate(found.motion).cutoff_hz
    plates, _ = zero_plates(forces, motion)
    body = force_body(motion, motion.body.person)
    measured = estimate_ground(motion, body, ground=found.ground, gait=found.gait, plates=plates, cutoff_hz=cutoff)
    predicted = estimate_ground(
        motion, measured.body, ground=found.ground, gait=found.gait, plates=None, cutoff_hz=cutoff
    )
    framed = bring_to_frames(plates, motion.time, cutoff_hz=cutoff)
    themselves = np.stack([plate.wrench[:, :3] for plate in framed], axis=1)
    return PlateComparison(motion.time, measured, predicted, themselves, motion.of("pelvis_rotation"))


def main(arguments: list[str]) -> int:
    """Print the comparison of every file; 2 without the shared data."""
    files = [Path(name) for name in arguments]
    if not files and not (SHARED / "files").is_dir():
        print("SKIPPED: the shared data is not here", file=sys.stderr)
        return 2
    files = files or sorted({path for pattern in FILES for path in (SHARED / "files").glob(pattern)})
    for path in files:
        print(path.name)
        try:
            found = compare(path)
        except PsoasError as error:
            print("  ", *(render(one) for one in error.messages), sep=" ")
            continue
        for note in found.measured.notes:
            print(f"   {render(note)}")
        for use in found.measured.forces.plates:
            why = "; ".join(text(reason) for reason in use.reasons)
            print(f"   {use.plate}: {use.used} of {use.contacts} contacts used{': ' + why if why else ''}")
        for foot, side in enumerate(SIDES):
            counts = ", ".join(f"{count} frames {kind}" for kind, count in found.counts(foot).items())
            print(f"   {side}: {counts}")
            if errors := found.errors(foot):
                said = ", ".join(f"{axis} {value:.1f}" for axis, value in errors.items())
                print(f"      measured part off the plates by {found.off_plates(foot):.3f} N at most")
                print(f"      predicted against plates, RMS in % body weight: {said}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
