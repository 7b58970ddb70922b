"""Force platforms of a C3D file: from channels and corners to force, centre of pressure and free torque in the lab.

Geometry after the C3D user guide (c3d.org, FORCE_PLATFORM group): corners 1 to 4 lie in the plate's (+x, +y),
(-x, +y), (-x, -y), (+x, -y); ORIGIN leads from the transducers' origin to the middle of the surface, in plate axes.
Moments are moved there, M' = M - o x F, and the centre of pressure is where the horizontal moment about the surface
vanishes: x = -My' / Fz, y = Mx' / Fz; what is left about z is the free torque.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from psoas.arrays import Floats
from psoas.recording.door import LARGEST, Faults
from psoas.recording.recording import Forces, Plate

CHANNELS = {1: 6, 2: 6, 3: 8, 4: 6}
"""Channels of each platform type that is understood: 1 force and point, 2 force and moment, 3 Kistler, 4 calibrated."""
LOADED_N = 10.0
"""Below this push the centre of pressure is noise and is given as NaN (assumed)."""
SMALLEST_M = 1e-3


def platforms(
    parameters: dict[str, Any], analogs: Floats, *, rate: float, start: float, metres: float, faults: Faults
) -> tuple[Forces | None, list[str]]:
    """All platforms on the clock of the analog samples, and notes on those left out; None when there are none.

    ``analogs`` is (1, channels, samples), ``rate`` the frames a second, ``start`` the time of the first frame in
    seconds, ``metres`` the file's unit of length.
    """
    group = parameters.get("FORCE_PLATFORM", {})
    used = int(_array(group, "USED")[:1].sum()) if len(_array(group, "USED")) else 0
    samples = analogs.shape[2]
    if not 0 < used <= 100 or not samples:
        return None, []
    plates, notes = [], []
    for number in range(used):
        try:
            plates.append(_plate(group, parameters.get("ANALOG", {}), analogs[0], number, metres))
        except (ValueError, IndexError) as problem:
            notes.append(f"Force platform {number + 1} was left out: {problem}.")
    per_frame = _per_frame(parameters, samples, rate)
    time = start + np.arange(samples) / (rate * per_frame)
    if plates and any(np.abs(np.nan_to_num(p.force)).max() > LARGEST for p in plates):
        faults.add("a force platform shows absurdly large forces; check ANALOG:SCALE and export again")
    return (Forces(time, tuple(plates)) if plates else None), notes


def _per_frame(parameters: dict[str, Any], samples: int, rate: float) -> float:
    analog_rate = _array(parameters.get("ANALOG", {}), "RATE")[:1]
    ratio = float(analog_rate[0]) / rate if len(analog_rate) and np.isfinite(analog_rate[0]) else 0.0
    return ratio if 0 < ratio < 1e5 else 1.0


def _array(group: dict[str, Any], name: str) -> Floats:
    value = group.get(name, {}).get("value", [])
    try:
        return np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        return np.empty(0)


def _plate(group: dict[str, Any], analog: dict[str, Any], channels: Floats, number: int, metres: float) -> Plate:
    """One platform in lab axes of the file; ValueError says in words why it cannot be used."""
    types = _array(group, "TYPE").ravel()
    kind = int(types[number]) if number < len(types) and np.isfinite(types[number]) else 0
    if kind not in CHANNELS:
        raise ValueError(f"its type {kind} is not understood (1 to 4 are)")
    used = _used_channels(group, number, CHANNELS[kind], len(channels))
    raw = channels[used].T
    if kind == 4:
        raw = raw @ _calibration(group, number).T
    origin = _column(_array(group, "ORIGIN"), number) * metres
    turn = metres if kind == 4 else _moment_unit(analog, int(used[-1]), metres)
    force, moment, known_point = _wrench(kind, raw, origin, turn, metres)
    R_lab_plate, centre = _frame(_array(group, "CORNERS"), number, metres)
    point, torque = _point(force, moment) if known_point is None else (known_point, moment)
    return Plate(
        f"ground_force_{number + 1}", force @ R_lab_plate.T, centre + point @ R_lab_plate.T, torque @ R_lab_plate.T
    )


def _used_channels(group: dict[str, Any], number: int, needed: int, available: int) -> Any:
    table = _array(group, "CHANNEL")
    if table.ndim != 2 or table.shape[0] < needed or number >= table.shape[1]:
        raise ValueError("its channels are not listed")
    used = np.nan_to_num(table[:needed, number], nan=0.0, posinf=0.0, neginf=0.0).astype(int) - 1
    if (used < 0).any() or (used >= available).any():
        raise ValueError("its channels are not in the file")
    return used


def _calibration(group: dict[str, Any], number: int) -> Floats:
    matrix = _array(group, "CAL_MATRIX")
    if matrix.ndim != 3 or matrix.shape[:2] != (6, 6) or number >= matrix.shape[2]:
        raise ValueError("its calibration matrix is missing")
    return matrix[:, :, number]


def _column(table: Floats, number: int) -> Floats:
    if table.ndim != 2 or table.shape[0] < 3 or number >= table.shape[1] or not np.isfinite(table[:3, number]).all():
        raise ValueError("its origin is not given")
    return table[:3, number]


def _moment_unit(analog: dict[str, Any], channel: int, metres: float) -> float:
    """Newton metres in the file's unit of moment: told by its text, else newtons times the unit of length."""
    units = analog.get("UNITS", {}).get("value", [])
    text = str(units[channel]).strip().lower().replace(".", "").replace("*", "") if channel < len(units) else ""
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
    return np.where((np.abs(normal) >= LOADED_N)[:, None], point, np.nan)


def _point(force: Floats, moment: Floats) -> tuple[Floats, Floats]:
    """Centre of pressure on the surface and free torque about the plate's z; NaN and zero where it is not loaded."""
    loaded = np.abs(force[:, 2]) >= LOADED_N
    fz = np.where(loaded, force[:, 2], 1.0)
    x, y = -moment[:, 1] / fz, moment[:, 0] / fz
    point = _where_loaded(force[:, 2], np.column_stack([x, y, np.zeros(len(x))]))
    free = np.where(loaded, moment[:, 2] - x * force[:, 1] + y * force[:, 0], 0.0)
    return point, np.column_stack([np.zeros((len(x), 2)), free])


def _frame(corners: Floats, number: int, metres: float) -> tuple[Floats, Floats]:
    """R_lab_plate (3, 3) and the middle of the surface (3,) in metres, from the four corners."""
    if corners.ndim != 3 or corners.shape[:2] != (3, 4) or number >= corners.shape[2]:
        raise ValueError("its corners are not given")
    c = corners[:, :, number].T * metres
    x, y = c[0] + c[3] - c[1] - c[2], c[0] + c[1] - c[2] - c[3]
    z = np.cross(x, y)
    if not np.isfinite(c).all() or np.abs(c).max() > LARGEST or not np.linalg.norm(z) > SMALLEST_M**2:
        raise ValueError("its corners do not span a surface")
    x, z = x / np.linalg.norm(x), z / np.linalg.norm(z)
    return np.column_stack([x, np.cross(z, x), z]), c.mean(axis=0)
