"""Tiny recordings with known answers: a standing figure of few markers, as text or as a C3D file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import ezc3d
import numpy as np
from numpy.typing import ArrayLike

from psoas.core.arrays import Floats

STANDING = {
    "R.ASIS": (0.05, 1.0, 0.12),
    "L.ASIS": (0.05, 1.0, -0.12),
    "V.Sacral": (-0.1, 1.02, 0.0),
    "R.Knee.Lat": (0.0, 0.5, 0.15),
    "L.Knee.Lat": (0.0, 0.5, -0.15),
    "R.Heel": (-0.05, 0.05, 0.1),
    "L.Heel": (-0.05, 0.05, -0.1),
    "R.Acromium": (0.0, 1.45, 0.2),
    "L.Acromium": (0.0, 1.45, -0.2),
}
"""Metres, X forward, Y up, Z right: a person 1.45 m to the shoulders."""
NAMES = tuple(STANDING)


def standing(frames: int = 4) -> Floats:
    """Positions (frames, 9, 3): the figure moves forward by 10 mm a frame."""
    still: Floats = np.array(list(STANDING.values()))
    moved: Floats = still + 0.01 * np.arange(frames)[:, None, None] * np.array([1.0, 0.0, 0.0])
    return moved


def trc_text(
    positions: ArrayLike,
    *,
    names: Sequence[str] = NAMES,
    units: str = "mm",
    rate: str = "100.00",
    time: Sequence[float] | None = None,
    frames: int | None = None,
    markers: int | None = None,
    end: str = "\n",
) -> str:
    """A .trc of the given numbers as they are, NaN as empty cells."""
    values = np.asarray(positions, dtype=float)
    times = [i / 100 for i in range(len(values))] if time is None else list(time)
    head = [
        "PathFileType\t4\t(X/Y/Z)\ttiny.trc",
        "DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\tOrigDataRate\tOrigDataStartFrame\tOrigNumFrames",
        f"{rate}\t{rate}\t{len(values) if frames is None else frames}\t{len(names) if markers is None else markers}"
        f"\t{units}\t{rate}\t1\t{len(values)}",
        "Frame#\tTime\t" + "\t\t\t".join(names) + "\t\t\t",
        "\t\t" + "\t".join(f"{axis}{i + 1}" for i in range(len(names)) for axis in "XYZ"),
        "",
    ]
    rows = [
        "\t".join([str(i + 1), repr(float(times[i])), *("" if np.isnan(x) else repr(float(x)) for x in row.ravel())])
        for i, row in enumerate(values)
    ]
    return end.join([*head, *rows]) + end


def storage_text(columns: Sequence[str], rows: ArrayLike, *, header: Sequence[str] | None = None) -> str:
    """A .mot or .sto; the header is that of OpenSim unless given."""
    values = np.asarray(rows, dtype=float)
    usual = ["Tiny", "version=1", f"nRows={len(values)}", f"nColumns={len(columns)}", "inDegrees=yes", "endheader"]
    lines = ["\t".join(repr(float(x)) for x in row) for row in values]
    return "\n".join([*(usual if header is None else header), "\t".join(columns), *lines]) + "\n"


def put(folder: Path, name: str, content: str | bytes) -> Path:
    """Write ``content`` into ``folder`` and return the path."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def z_up(vectors: ArrayLike) -> Floats:
    """Vectors of Y up axes in a lab with Z up: X stays, up becomes Z, right becomes -Y."""
    v = np.asarray(vectors, dtype=float)
    return np.stack([v[..., 0], -v[..., 2], v[..., 1]], axis=-1)


FORCE_PLATE = np.array([10.0, -20.0, 700.0])
"""Newtons in plate axes (z into the ground): the push of a foot on the plate."""
MOMENT_Z = 3000.0
"""Newton millimetres of free torque about the plate's z."""
FOOT_PLATE = np.array([50.0, 100.0, 0.0])
"""Millimetres from the middle of the surface, in plate axes."""
DEPTH = -40.0
"""The plate's ORIGIN z: its transducers lie 40 mm under the surface."""


def write_c3d(path: Path, *, frames: int = 5, plates: int = 2, unit: str = "mm", events: bool = True) -> Path:
    """The standing figure in a Z-up lab; type-2 ``plates`` at x = 0.5, 1.5 ... m, loaded but for the first frame."""
    file = ezc3d.c3d()
    scale = {"mm": 1000.0, "m": 1.0, "": 1000.0}[unit]
    points = np.ones((4, len(NAMES), frames))
    points[:3] = (z_up(standing(frames)) * scale).transpose(2, 1, 0)
    file["data"]["points"] = points
    file["parameters"]["POINT"]["RATE"]["value"] = [100.0]
    file["parameters"]["POINT"]["LABELS"]["value"] = list(NAMES)
    file["parameters"]["POINT"]["UNITS"]["value"] = [unit]
    if plates:
        _add_plates(file, frames, plates)
    if events:
        file.add_event([0, 0.03], "Left", "Foot Off")
        file.add_event([0, 0.01], "Right", "Foot Strike")
    file.write(str(path))
    return path


def _add_plates(file: ezc3d.c3d, frames: int, plates: int) -> None:
    analog = file["parameters"]["ANALOG"]
    analog["RATE"]["value"] = [500.0]
    analog["LABELS"]["value"] = [f"{kind}{axis}{p}" for p in range(plates) for kind in "FM" for axis in "xyz"]
    analog["UNITS"]["value"] = ["N", "N", "N", "Nmm", "Nmm", "Nmm"] * plates
    analog["SCALE"]["value"] = [1.0] * (6 * plates)
    analog["OFFSET"]["value"] = [0.0] * (6 * plates)
    origin = np.array([0.0, 0.0, DEPTH])
    moment = np.cross(FOOT_PLATE + origin, FORCE_PLATE) + np.array(
        [0.0, 0.0, MOMENT_Z]
    )  # about the transducers' origin
    channels = np.tile(np.concatenate([FORCE_PLATE, moment]), plates)
    data = np.repeat(channels[None, :, None], 5 * frames, axis=2)
    data[:, :, :5] = 0.0
    file["data"]["analogs"] = data
    square = np.array([(200.0, 300.0), (-200.0, 300.0), (-200.0, -300.0), (200.0, -300.0)])
    corners = [
        np.column_stack([500.0 + 1000.0 * p + square[:, 0], -square[:, 1], np.zeros(4)]).T for p in range(plates)
    ]
    file.add_parameter("FORCE_PLATFORM", "USED", plates)
    file.add_parameter("FORCE_PLATFORM", "TYPE", [2] * plates)
    file.add_parameter("FORCE_PLATFORM", "ZERO", [1, 0])
    file.add_parameter("FORCE_PLATFORM", "CHANNEL", np.arange(1.0, 6 * plates + 1).reshape(6, plates, order="F"))
    file.add_parameter("FORCE_PLATFORM", "CORNERS", np.stack(corners, axis=2))
    file.add_parameter("FORCE_PLATFORM", "ORIGIN", np.repeat(origin[:, None], plates, axis=1))
