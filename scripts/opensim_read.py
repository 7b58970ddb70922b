"""OpenSim's share of ``python -m scripts.bench_readers``: what OpenSim reads of text files, as NumPy archives.

Run as ``PYTHON scripts/opensim_read.py LIST``: each line of LIST is a file; beside ``a.trc`` stands ``a.trc.npz``
afterwards, with times, values and labels, or ``a.trc.error`` with the reason. Needs the ``opensim`` wheel.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import opensim


def read_markers(path: Path) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Labels, times (T,) and positions (T, M * 3) in metres of a .trc file."""
    data = opensim.MarkerData(str(path))
    data.convertToUnits(opensim.Units("m"))
    names = [data.getMarkerNames().get(i) for i in range(data.getMarkerNames().getSize())]
    times, rows = [], []
    for i in range(data.getNumFrames()):
        frame = data.getFrame(i)
        times.append(frame.getFrameTime())
        rows.append([frame.getMarker(j)[k] for j in range(len(names)) for k in range(3)])
    return names, np.array(times), np.array(rows)


def read_storage(path: Path) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Labels, times (T,) and values (T, N) of a .mot or .sto file; angles in degrees where it says so."""
    table = opensim.TimeSeriesTable(str(path))
    return list(table.getColumnLabels()), np.array(table.getIndependentColumn()), table.getMatrix().to_numpy()


def main() -> int:
    """The command."""
    opensim.Logger.setLevelString("off")
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        path = Path(line)
        try:
            names, times, values = (read_markers if path.suffix == ".trc" else read_storage)(path)
        except Exception as error:
            path.with_name(path.name + ".error").write_text(str(error)[:500], encoding="utf-8")
            continue
        np.savez(path.with_name(path.name + ".npz"), names=np.array(names), times=times, values=values)
    return 0


if __name__ == "__main__":
    sys.exit(main())
