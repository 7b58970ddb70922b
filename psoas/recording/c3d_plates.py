"""Force platforms of a C3D file: from channels and corners to force, centre of pressure and free torque in the lab.

Geometry after the C3D user guide (c3d.org, FORCE_PLATFORM group): corners 1 to 4 lie in the plate's (+x, +y),
(-x, +y), (-x, -y), (+x, -y); ORIGIN leads from the transducers' origin to the middle of the surface, in plate axes.
Moments are moved there, M' = M - o x F, and the centre of pressure is where the horizontal moment about the surface
vanishes: x = -My' / Fz, y = Mx' / Fz; what is left about z is the free torque.
"""

from __future__ import annotations

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.recording.c3d_file import C3DFile
from psoas.recording.plate_loading import PRESSURE_FORCE_N
from psoas.recording.recording import Forces, Plate
from psoas.recording.recording_validation import LARGEST

CHANNELS = {1: 6, 2: 6, 3: 8, 4: 6}
"""Channels of each platform type that is understood: 1 force and point, 2 force and moment, 3 Kistler, 4 calibrated."""
SMALLEST_M = 1e-3


def platforms(file: C3DFile, *, rate: float, start: float, metres: float) -> tuple[Forces | None, list[Message]]:
    """All force platforms of a file.

    Args:
        file: The parsed file.
        rate: Frames a second.
        start: Time of the first frame, seconds.
        metres: The file's unit of length in metres.

    Returns:
        Forces on the clock of the analog samples, None when there are no platforms; and a note on each that was left
        out.
    """
    used, samples = _whole(file, "FORCE_PLATFORM:USED", 0), len(file.analogs)
    if not 0 < used <= 100 or not samples:
        return None, []
    plates, notes = [], []
    for number in range(used):
        try:
            plates.append(_plate(file, number, metres))
        except _UnusablePlateError as unusable:
            notes.append(message("recording.c3d_plate_dropped", number=number + 1, reason=unusable.reason))
    time = start + np.arange(samples) / (rate * samples / len(file.points))
    return (Forces(time, tuple(plates)) if plates else None), notes


class _UnusablePlateError(Exception):
    """A platform that cannot be read, and why."""

    def __init__(self, reason: Message) -> None:
        self.reason = reason
        super().__init__(reason)


def _whole(file: C3DFile, key: str, index: int) -> int:
    """A whole number out of a parameter; 0 where there is none."""
    value = file.number(key, index)
    return int(value) if abs(value) <= 1e6 else 0


def _usable(values: Floats) -> bool:
    return bool((np.abs(values) <= LARGEST).all())


def _plate(file: C3DFile, number: int, metres: float) -> Plate:
    """One platform in lab axes of the file; ``_UnusablePlateError`` says why it cannot be used."""
    kind = _whole(file, "FORCE_PLATFORM:TYPE", number)
    if kind not in CHANNELS:
        raise _UnusablePlateError(message("recording.c3d_plate_type", type=kind))
    used = _used_channels(file, number, CHANNELS[kind])
    raw = file.analogs[:, used]
    if not _usable(raw):
        raise _UnusablePlateError(message("recording.c3d_plate_values"))
    if kind == 4:
        raw = raw @ _calibration(file.numbers("FORCE_PLATFORM:CAL_MATRIX"), number).T
    origin = _origin(file.numbers("FORCE_PLATFORM:ORIGIN"), number) * metres
    turn = metres if kind == 4 else _moment_unit(file.texts("ANALOG:UNITS"), used[-1], metres)
    force, moment, known_point = _wrench(kind, raw, origin, turn, metres)
    R_lab_plate, centre = _frame(file.numbers("FORCE_PLATFORM:CORNERS"), number, metres)
    point, torque = _point(force, moment) if known_point is None else (known_point, moment)
    name = f"ground_force_{number + 1}"
    corners = file.numbers("FORCE_PLATFORM:CORNERS")[:, :, number].T * metres
    return Plate(name, force @ R_lab_plate.T, centre + point @ R_lab_plate.T, torque @ R_lab_plate.T, corners)


def _used_channels(file: C3DFile, number: int, needed: int) -> list[int]:
    table = file.numbers("FORCE_PLATFORM:CHANNEL")
    if table.ndim != 2 or table.shape[0] < needed or number >= table.shape[1]:
        raise _UnusablePlateError(message("recording.c3d_plate_channels"))
    used = [int(value) - 1 if 0 < value <= file.analogs.shape[1] else -1 for value in table[:needed, number]]
    if min(used) < 0:
        raise _UnusablePlateError(message("recording.c3d_plate_channels_missing"))
    return used


def _calibration(matrix: Floats, number: int) -> Floats:
    if matrix.ndim != 3 or matrix.shape[:2] != (6, 6) or number >= matrix.shape[2] or not _usable(matrix):
        raise _UnusablePlateError(message("recording.c3d_plate_calibration"))
    return matrix[:, :, number]


def _origin(table: Floats, number: int) -> Floats:
    if table.ndim != 2 or table.shape[0] < 3 or number >= table.shape[1] or not _usable(table[:3, number]):
        raise _UnusablePlateError(message("recording.c3d_plate_origin"))
    return table[:3, number]


def _moment_unit(units: list[str], channel: int, metres: float) -> float:
    """Newton metres in the file's unit of moment: told by its text, else newtons times the unit of length."""
    text = units[channel].lower().replace(".", "").replace("*", "") if channel < len(units) else ""
    return {"nmm": 1e-3, "ncm": 1e-2, "nm": 1.0}.get(text, metres)


def _wrench(kind: int, raw: Floats, origin: Floats, turn: float, metres: float) -> tuple[Floats, Floats, Floats | None]:
    """Force, moment about the middle of the surface (or free torque), and the point where the type tells it."""
    if kind == 1:
        point = np.column_stack([raw[:, 3:5] * metres, np.zeros(len(raw))])
        torque = np.column_stack([np.zeros((len(raw), 2)), raw[:, 5] * turn])
        return raw[:, :3], torque, _where_loaded(raw[:, 2], point)
    if kind == 3:
        a, b, depth = origin
        force, moment = _kistler(raw, abs(a), abs(b))
        origin = np.array([0.0, 0.0, depth])
    else:
        force, moment = raw[:, :3], raw[:, 3:6] * turn
    if origin[2] > 0:  # written the other way round: from the surface to the transducers
        origin = -origin
    return force, moment - np.cross(origin, force), None


def _kistler(raw: Floats, a: float, b: float) -> tuple[Floats, Floats]:
    """Force and moment from eight channels fx12 fx34 fy14 fy23 fz1 fz2 fz3 fz4, sensors at (+-a, +-b)."""
    fx12, fx34, fy14, fy23, fz1, fz2, fz3, fz4 = raw.T
    force = np.column_stack([fx12 + fx34, fy14 + fy23, fz1 + fz2 + fz3 + fz4])
    mx = b * (fz1 + fz2 - fz3 - fz4)
    my = a * (-fz1 + fz2 + fz3 - fz4)
    mz = b * (-fx12 + fx34) + a * (fy14 - fy23)
    return force, np.column_stack([mx, my, mz])


def _where_loaded(normal: Floats, point: Floats) -> Floats:
    return np.where((np.abs(normal) >= PRESSURE_FORCE_N)[:, None], point, np.nan)


def _point(force: Floats, moment: Floats) -> tuple[Floats, Floats]:
    """Centre of pressure on the surface and free torque about the plate's z; NaN and zero where it is not loaded."""
    loaded = np.abs(force[:, 2]) >= PRESSURE_FORCE_N
    fz = np.where(loaded, force[:, 2], 1.0)
    x, y = -moment[:, 1] / fz, moment[:, 0] / fz
    point = _where_loaded(force[:, 2], np.column_stack([x, y, np.zeros(len(x))]))
    free = np.where(loaded, moment[:, 2] - x * force[:, 1] + y * force[:, 0], 0.0)
    return point, np.column_stack([np.zeros((len(x), 2)), free])


def _frame(corners: Floats, number: int, metres: float) -> tuple[Floats, Floats]:
    """R_lab_plate (3, 3) and the middle of the surface (3,) in metres, from the four corners."""
    if corners.ndim != 3 or corners.shape[:2] != (3, 4) or number >= corners.shape[2]:
        raise _UnusablePlateError(message("recording.c3d_plate_corners"))
    c = corners[:, :, number].T * metres
    x, y = c[0] + c[3] - c[1] - c[2], c[0] + c[1] - c[2] - c[3]
    z = np.cross(x, y)
    if not _usable(c) or not np.linalg.norm(z) > SMALLEST_M**2:
        raise _UnusablePlateError(message("recording.c3d_plate_flat"))
    x, z = x / np.linalg.norm(x), z / np.linalg.norm(z)
    return np.column_stack([x, np.cross(z, x), z]), c.mean(axis=0)
