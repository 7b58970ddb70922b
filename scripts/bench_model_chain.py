"""How fast a brought model goes from markers to muscle forces, beside OpenSim with the same model, trial and run.

Run as ``python -m scripts.bench_model_chain MODEL TRC STATIC GRF MASS_KG --opensim PYTHON``, where PYTHON is an
interpreter that has the `opensim` wheel. Both sides count what one more frame costs (the slope between a short and a
long stretch), so that reading, sizing and first calls cancel; ours is judged with its set-up, spread over the trial.
Ours is the stage of the model: inverse kinematics, lengths and moment arms of all muscles about all coordinates,
inverse dynamics and static optimization; beside it stands the inverse kinematics of our own body, where the model's
starts. OpenSim's joint reactions are left out: ours has none.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np

import psoas
from psoas import Person
from psoas.core.stages import Stage
from psoas.recording import read
from psoas.recording.file_writers import write_trc

ASKED, TIMES = 100.0, 5
WORKER = Path(__file__).with_name("bench_opensim.py")
STAGES = ("inverse_kinematics", "geometry", "inverse_dynamics", "static_optimization")
OURS = (Stage.MODEL, Stage.INVERSE_KINEMATICS)


def ours(model: Path, walk: Path, static: Path, plates: Path, mass_kg: float) -> dict[str, tuple[float, float]]:
    """Milliseconds that one more frame costs, and what a frame of the whole trial takes with set-up, by stage."""
    whole, person = read(walk), Person.of(mass_kg=mass_kg)
    assert whole.markers is not None
    frames = len(whole.time)
    half = frames // 2
    markers = replace(whole.markers, positions=whole.markers.positions[:half])
    with tempfile.TemporaryDirectory() as place:
        short = write_trc(replace(whole, time=whole.time[:half], markers=markers), Path(place) / "short.trc")

        def spent(trial: Path, length: int) -> dict[str, float]:
            found = psoas.analyze(trial, static=static, forces=plates, person=person, model=model)
            return {str(stage): ms * length for stage, ms in found.timing.items()}

        spent(walk, frames)  # brings what is imported late
        pairs = [(spent(short, half), spent(walk, frames)) for _ in range(TIMES)]

    def middle(values: list[float]) -> float:
        return float(np.median(values))

    return {
        stage: (
            middle([(b[stage] - a[stage]) / (frames - half) for a, b in pairs]),
            middle([b[stage] for _, b in pairs]) / frames,
        )
        for stage in map(str, OURS)
    }


def theirs(python: Path, model: Path, walk: Path, plates: Path) -> dict[str, float]:
    """OpenSim's, by its stages."""
    command = [str(part) for part in (python, WORKER, model, walk, plates)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: dict[str, float] = json.loads(said.splitlines()[-1])
    return {stage: found[stage] for stage in STAGES}


def main() -> int:
    """Print both sides; 1 when ours is less than ``ASKED`` times as fast."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("model", "trc", "static", "grf"):
        parser.add_argument(name, type=Path)
    parser.add_argument("mass_kg", type=float)
    parser.add_argument("--opensim", type=Path, required=True, help="a Python that has the opensim wheel")
    asked = parser.parse_args()
    model, trc, static, grf = (one.resolve() for one in (asked.model, asked.trc, asked.static, asked.grf))
    mine = ours(model, trc, static, grf, asked.mass_kg)
    other = theirs(asked.opensim, model, trc, grf)
    print(f"milliseconds a frame, {model.name} on {trc.name}")
    for stage, ms in other.items():
        print(f"  OpenSim {stage:22} {ms:9.3f} more")
    for stage, (more, whole) in mine.items():
        print(f"  ours    {stage:22} {more:9.3f} more, {whole:9.3f} with set-up")
    total = sum(other.values())
    more, whole = (sum(of[k] for of in mine.values()) for k in (0, 1))
    print(f"  together: OpenSim {total:.1f} more; ours {more:.3f} more, {whole:.3f} with set-up")
    print(f"  times as fast: {total / more:.0f}; with our set-up counted: {total / whole:.0f} (asked: {ASKED:g})")
    return 0 if total / whole >= ASKED else 1


if __name__ == "__main__":
    sys.exit(main())
