"""Predicted ground forces beside plates, where recordings have both: `python -m scripts.plate_prediction [FILE ...]`.

Of every stance that plates measured, the ground is predicted once more as if there were none. Printed: what became of
each plate, and by foot and axis the RMS of the difference in percent of the plates' range. Without files, the
recordings with plates of the shared data (PSOAS_SHARED, else ../shared/data).
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
from psoas.mechanics.ground_estimation import EstimatedGround, estimate_ground, force_body
from psoas.mechanics.inverse_dynamics import differentiate
from psoas.mechanics.plate_use import GroundOrigin
from psoas.mechanics.plate_zero import zero_plates
from psoas.pipeline import analyze
from psoas.recording.plate_loading import CONTACT_FORCE_N

SHARED = Path(os.environ.get("PSOAS_SHARED", Path(__file__).resolve().parents[2] / "shared" / "data"))
FILES = ("*plates*.c3d", "*plate_*.c3d", "gate_pig_adult_walk.c3d", "stairs*.c3d", "names_ior*.c3d", "enters*.c3d")
AXES = {"vertical": 1, "fore-aft": 0, "sideways": 2}
STEADY_S = 0.1
"""The first and last tenth of a second of a recording are not compared: the movement beyond them is not seen."""


@dataclass(frozen=True)
class PlateComparison:
    """One recording over its plates: the ground with and without them, on the same body."""

    time: Floats
    measured: EstimatedGround
    predicted: EstimatedGround

    def errors(self, foot: int) -> dict[str, float]:
        """RMS of prediction against plates by axis, percent of the plates' range; empty where nothing was measured."""
        inside = (self.time > self.time[0] + STEADY_S) & (self.time < self.time[-1] - STEADY_S)
        one, other = (found.forces.loads[LETTERS[foot]].force for found in (self.measured, self.predicted))
        there = inside & (self.measured.forces.origin[:, foot] == GroundOrigin.MEASURED) & (one[:, 1] > CONTACT_FORCE_N)
        if not there.any():
            return {}
        gap = other[there] - one[there]
        return {axis: 100 * float(np.sqrt(np.mean(gap[:, i] ** 2)) / np.ptp(one[there, i])) for axis, i in AXES.items()}


def compare(path: Path, *, static: Path | None = None) -> PlateComparison:
    """A recording with plates, once with them and once without."""
    found = analyze(path, static=static, with_forces=False)
    forces = found.recording.forces
    if forces is None:
        raise SystemExit(f"{path.name} holds no plates")
    motion, cutoff = found.motion, differentiate(found.motion).cutoff_hz
    plates, _ = zero_plates(forces, motion)
    body = force_body(motion, motion.body.person)
    measured = estimate_ground(motion, body, ground=found.ground, gait=found.gait, plates=plates, cutoff_hz=cutoff)
    predicted = estimate_ground(
        motion, measured.body, ground=found.ground, gait=found.gait, plates=None, cutoff_hz=cutoff
    )
    return PlateComparison(motion.time, measured, predicted)


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
            errors = found.errors(foot)
            if errors:
                print(f"   {side}: " + ", ".join(f"{axis} {value:.0f} %" for axis, value in errors.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
