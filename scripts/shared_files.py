"""Runs every file of ../shared/data/files through the whole analysis and prints a table: file, exit code, understood.

    python -m scripts.shared_files [--forces] [NAME ...]

The folder is found as the tests find it (PSOAS_SHARED, else ../shared/data); absent, this says so and ends with 2. With
``--forces`` the forces are computed too. Static trials are given to the recordings they belong to.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from psoas.analysis.result import REFUSED, Analysis
from psoas.core.catalogue import render
from psoas.core.errors import PsoasError
from psoas.pipeline import analyze

FOLDER = Path(os.environ.get("PSOAS_SHARED", Path(__file__).resolve().parents[2] / "shared" / "data")) / "files"
STATICS = {
    "gate_pig_adult_walk.c3d": "gate_pig_adult_static.c3d",
    "gate_pose2sim_LSTM.trc": "gate_pose2sim_LSTM_static.trc",
    "names_opencap_lab_walk.trc": "names_opencap_lab_static.trc",
}
SUFFIXES = (".trc", ".c3d", ".mot", ".sto")
DONE, BAD_INPUT, POOR = 0, 2, 3


def main(arguments: list[str]) -> int:
    """Print the table; 1 when a file raised anything but a fault of its own, 2 without the folder."""
    if not FOLDER.is_dir():
        print(f"SKIPPED: {FOLDER.name} of the shared data is not here", file=sys.stderr)
        return 2
    names = [name for name in arguments if not name.startswith("--")]
    files = sorted(path for path in FOLDER.iterdir() if path.suffix in SUFFIXES and (not names or path.name in names))
    crashed = 0
    for path in files:
        start = time.process_time()
        code, lines = run(path, with_forces="--forces" in arguments)
        crashed += code == 1
        print(f"{path.name} -> {code} ({time.process_time() - start:.0f} s)", *lines, sep="\n    ", flush=True)
    print(f"{len(files)} files, {crashed} crashed")
    return 1 if crashed else 0


def run(path: Path, *, with_forces: bool) -> tuple[int, list[str]]:
    """The exit code that ``psoas analyze`` would give, and what it would say."""
    static = STATICS.get(path.name)
    try:
        found = analyze(path, static=FOLDER / static if static else None, with_forces=with_forces)
    except PsoasError as error:
        return BAD_INPUT, [render(one) for one in error.messages]
    except Exception as error:  # a crash is what this table is to show
        return 1, [f"TRACEBACK {error!r}"]
    return (POOR if found.quality.status is REFUSED else DONE), describe(found)


def describe(found: Analysis) -> list[str]:
    """What was understood, repaired, and what is wrong."""
    lines = [render(one) for one in found.understood.describe()]
    lines += [f"Put right: {render(one)}" for one in found.recording.repairs]
    lines.append(f"Quality: {found.quality.status}")
    lines += [f"  {render(one)}" for one in found.quality.reasons]
    seen = {side: found.mechanics.group("psoas", side).whole_length * 1000 for side in ("right", "left")}
    lines.append("psoas " + ", ".join(f"{s} {min(v[v == v]):.0f}-{max(v[v == v]):.0f} mm" for s, v in seen.items()))
    if found.kinetics:
        lines.append(f"forces: {found.kinetics.ground}, residual {found.kinetics.residual_rms_bw:.2f} BW")
    return lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
