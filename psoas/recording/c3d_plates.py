"""Force platforms of a C3D file: from channels and corners to force, centre of pressure and free torque in the lab.

Geometry after the C3D user guide (c3d.org, FORCE_PLATFORM group): corners 1 to 4 lie in the plate's (+x, +y),
(-x, +y), (-x, -y), (+x, -y); ORIGIN leads from the transducers' origin to the middle of the surface, in plate axes.
Moments are moved there, M' = M - o x F, and the centre of pressure is where the horizontal moment about the surface
vanishes: x = -My' / Fz, y = Mx' / Fz; what is left about z is the free torque.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.recording.c3d_file import C3DFile
from psoas.recording.c3d_units import newton_metres, newtons, plate_metres, unit_of
from psoas.recording.plate_loading import PRESSURE_FORCE_N
from psoas.recording.recording import Forces, Plate
from psoas.recording.recording_validation import LARGEST, METRES

CHANNELS = {1: 6, 2: 6, 3: 8, 4: 6}
"""Channels of each platform type that is understood: 1 force and point, 2 force and moment, 3 Kistler, 4 calibrated."""
SMALLEST_M = 1e-3
FIRM_N = 100.0
"""Vertical force from which a centre of pressure is firm enough to judge its unit by (assumed)."""
MARGIN = 1.3
"""A centre of pressure may lie this far out, in half sides of the plate (assumed: noise, a foot over the edge)."""
MOSTLY, NEARLY_ALWAYS, HARDLY = 0.8, 0.95, 0.2
"""Shares of the loaded samples with a centre of pressure on the plate, in a right and a wrong unit (assumed)."""
STILL_M = 2e-3


def platforms(file: C3DFile, *, start: float, metres: float) -> tuple[Forces | None, list[Message], list[Message]]:
    """All force platforms of a file.

    Args:
        file: The parsed file.
        start: Time of the first frame, seconds.
        metres: The file's unit of length in metres.

    Returns:
        Forces on the clock of the analog samples, None when there are no platforms; notes, among them one on each
        platform that was left out; and what was put right.
    """
    used, samples = _whole(file, "FORCE_PLATFORM:USED", 0), file.samples
    if not 0 < used <= 100 or not samples:
        return None, [], []
    plates: list[Plate] = []
    notes: list[Message] = []
    repairs: list[Message] = []
    for number in range(used):
        try:
            plate, noted, repaired = _plate(file, number, metres)
        except _UnusablePlateError as unusable:
            notes.append(message("recording.c3d_plate_dropped", number=number + 1, reason=unusable.reason))
            continue
        plates.append(plate)
        notes += [message("recording.c3d_plate_noted", number=number + 1, what=what) for what in noted]
        repairs += [message("recording.c3d_plate_noted", number=number + 1, what=what) for what in repaired]
    time = start + np.arange(samples) / (file.rate * file.layout.samples)
    return (Forces(time, tuple(plates)) if plates else None), notes, repairs


class _UnusablePlateError(Exception):
    """A platform that cannot be read, and why."""

    def __init__(self, reason: Message) -> None:
        self.reason = reason
        super().__init__(reason)


def _whole(file: C3DFile, key: str, index: int) -> int:
    """A whole number out of a parameter; 0 where there is none."""
    value = file.parameters.number(key, index)
    return int(value) if abs(value) <= 1e6 else 0


def _usable(values: Floats) -> bool:
    return bool((np.abs(values) <= LARGEST).all())


def _plate(file: C3DFile, number: int, metres: float) -> tuple[Plate, list[Message], list[Message]]:
    """One platform in lab axes of the file, notes and repairs; ``_UnusablePlateError`` says why it cannot be used."""
    kind = _whole(file, "FORCE_PLATFORM:TYPE", number)
    if kind not in CHANNELS:
        raise _UnusablePlateError(message("recording.c3d_plate_type", type=kind))
    corners = _corners(file, number)
    side = plate_metres(corners, metres)
    frame, middle = plate_frame(corners * side)
    used = _used_channels(file, number, CHANNELS[kind])
    raw, units = _channels(file, used), _units(file, used)
    notes: list[Message] = []
    if kind == 4:
        matrix, assumed = _calibration(file, number)
        raw, notes = raw @ matrix.T, assumed
    else:
        forces = slice(None) if kind == 3 else slice(3)
        raw[:, forces] *= newtons(units[2])
    origin, unsure = _origin(file, number, kind)
    notes += unsure
    turn, length = _turn(kind, units, side), _length(kind, units, side)
    sensors = Sensors(kind, raw, origin * side, turn, length, _bend(file, number, kind))
    wrench, repairs = _plausible(sensors, _half_sides(corners * side))
    if side != metres:
        repairs.append(message("recording.c3d_plate_unit"))
    name = f"ground_force_{number + 1}"
    point = middle + wrench.point @ frame.T
    plate = Plate(name, wrench.force @ frame.T, point, wrench.torque @ frame.T, corners * side)
    return plate, notes, repairs


@dataclass(frozen=True)
class Sensors:
    """What a platform measured: channels (samples, 6 or 8), origin (3,) m, and units of moment and length in SI.

    ``bend`` (12,) tell what a Kistler platform's centre of pressure is off towards its edges, in the file's unit.
    """

    kind: int
    raw: Floats
    origin: Floats
    turn: float
    length: float
    bend: Floats


@dataclass(frozen=True)
class Wrench:
    """Force, centre of pressure and free torque in plate axes (samples, 3), the middle of the surface as zero."""

    force: Floats
    point: Floats
    torque: Floats


def _plausible(sensors: Sensors, half: Floats) -> tuple[Wrench, list[Message]]:
    """The push on the plate; in another unit of moment when only that keeps the centre of pressure on the plate."""
    found = _wrench(sensors)
    if _share_on_plate(found, half) >= MOSTLY:
        return found, []
    others = [_wrench(replace(sensors, turn=one, length=one)) for one in (1e-3, 1e-2, 1.0)]
    better = [wrench for wrench in others if _share_on_plate(wrench, half) >= NEARLY_ALWAYS]
    spread = [wrench for wrench in better if _wanders(wrench)]
    if _share_on_plate(found, half) < HARDLY and len(spread) == 1:
        return spread[0], [message("recording.c3d_plate_moment_unit")]
    return found, []


def _share_on_plate(wrench: Wrench, half: Floats) -> float:
    """Share of the loaded samples whose centre of pressure lies on the plate, with a margin; 1 when it never is."""
    loaded = np.abs(wrench.force[:, 2]) >= FIRM_N
    if not loaded.any():
        return 1.0
    return float((np.abs(wrench.point[loaded, :2]) <= MARGIN * half).all(axis=1).mean())


def _wanders(wrench: Wrench) -> bool:
    """Whether the centre of pressure moves at all: in a unit too small it stands still in the middle."""
    loaded = np.abs(wrench.force[:, 2]) >= FIRM_N
    return bool(np.ptp(wrench.point[loaded, :2], axis=0).max() > STILL_M)


def _channels(file: C3DFile, used: list[int]) -> Floats:
    raw = file.analogs(used)
    if not _usable(raw):
        raise _UnusablePlateError(message("recording.c3d_plate_values"))
    scale = file.parameters.series("ANALOG:SCALE")
    if any(channel < len(scale) and scale[channel] == 0 for channel in used):
        raise _UnusablePlateError(message("recording.c3d_plate_scale_zero"))
    return raw


def _units(file: C3DFile, used: list[int]) -> list[str]:
    """What the file says are the units of some channels; "" where it does not."""
    said = file.parameters.texts("ANALOG:UNITS")
    return [said[channel] if channel < len(said) else "" for channel in used]


def _table(file: C3DFile, key: str, rank: int) -> Floats:
    """A table with the plates along its last axis; a file of one plate may lack that axis."""
    table = file.parameters.numbers(key)
    return table[..., None] if table.ndim == rank - 1 and table.size else table


def _used_channels(file: C3DFile, number: int, needed: int) -> list[int]:
    table = _table(file, "FORCE_PLATFORM:CHANNEL", 2)
    if table.ndim != 2 or table.shape[0] < needed or number >= table.shape[1]:
        raise _UnusablePlateError(message("recording.c3d_plate_channels"))
    used = [int(value) - 1 if 0 < value <= file.layout.channels else -1 for value in table[:needed, number]]
    if min(used) < 0:
        raise _UnusablePlateError(message("recording.c3d_plate_channels_missing"))
    return used


def _calibration(file: C3DFile, number: int) -> tuple[Floats, list[Message]]:
    """The calibration matrix (6, 6); none where the writer left it empty, since its channels are calibrated already."""
    matrix = _table(file, "FORCE_PLATFORM:CAL_MATRIX", 3)
    if "FORCE_PLATFORM:CAL_MATRIX" in file.parameters and not matrix.size:
        return np.eye(6), [message("recording.c3d_plate_calibration_assumed")]
    if matrix.ndim != 3 or matrix.shape[:2] != (6, 6) or number >= matrix.shape[2]:
        raise _UnusablePlateError(message("recording.c3d_plate_calibration"))
    if not _usable(matrix[:, :, number]) or not matrix[:, :, number].any():
        raise _UnusablePlateError(message("recording.c3d_plate_calibration"))
    return matrix[:, :, number], []


def _origin(file: C3DFile, number: int, kind: int) -> tuple[Floats, list[Message]]:
    """ORIGIN (3,) in the file's unit; zero where it is not given and the type can do without."""
    table = _table(file, "FORCE_PLATFORM:ORIGIN", 2)
    if table.ndim == 2 and table.shape[0] >= 3 and number < table.shape[1] and _usable(table[:3, number]):
        return table[:3, number], []
    if kind == 3:
        raise _UnusablePlateError(message("recording.c3d_plate_origin"))
    return np.zeros(3), [message("recording.c3d_plate_origin_assumed")] if kind != 1 else []


def _turn(kind: int, units: list[str], metres: float) -> float:
    """Newton metres in the unit of moment of a plate's last channel; calibrated ones follow the unit of length."""
    return metres if kind == 4 else newton_metres(units[-1], metres)


def _length(kind: int, units: list[str], metres: float) -> float:
    """Metres in the unit of a centre of pressure that a plate of type 1 tells."""
    return METRES.get(unit_of(units[3]), metres) if kind == 1 else metres


def _wrench(sensors: Sensors) -> Wrench:
    """Force, centre of pressure and free torque from the channels of any type."""
    raw, turn = sensors.raw, sensors.turn
    if sensors.kind == 1:
        point = np.column_stack([raw[:, 3:5] * sensors.length, np.zeros(len(raw))])
        torque = np.column_stack([np.zeros((len(raw), 2)), raw[:, 5] * turn])
        return Wrench(raw[:, :3], _where_loaded(raw[:, 2], point), torque)
    origin = sensors.origin
    if sensors.kind == 3:
        a, b, depth = origin
        force, moment = _kistler(raw, abs(a), abs(b))
        origin = np.array([0.0, 0.0, depth])
    else:
        force, moment = raw[:, :3], raw[:, 3:6] * turn
    if origin[2] > 0:  # written the other way round: from the surface to the transducers
        origin = -origin
    return Wrench(force, *_point(force, moment - np.cross(origin, force), sensors))


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


def _bend(file: C3DFile, number: int, kind: int) -> Floats:
    """FPCOPPOLY (12,) of a Kistler platform; zeros where it is not given."""
    table = _table(file, "FORCE_PLATFORM:FPCOPPOLY", 2)
    given = kind == 3 and table.ndim == 2 and table.shape[0] >= 12 and number < table.shape[1]
    return table[:12, number] if given and _usable(table[:12, number]) else np.zeros(12)


def _straighten(x: Floats, y: Floats, sensors: Sensors) -> tuple[Floats, Floats]:
    """Centre of pressure without what a Kistler platform is off towards its edges (FPCOPPOLY, as ezc3d applies it)."""
    if not sensors.bend.any():
        return x, y
    p, u, v = sensors.bend, x / sensors.length, y / sensors.length
    off_x = (p[0] * v**4 + p[1] * v**2 + p[2]) * u**3 + (p[3] * v**4 + p[4] * v**2 + p[5]) * u
    off_y = (p[6] * u**4 + p[7] * u**2 + p[8]) * v**3 + (p[9] * u**4 + p[10] * u**2 + p[11]) * v
    return x - off_x * sensors.length, y - off_y * sensors.length


def _point(force: Floats, moment: Floats, sensors: Sensors) -> tuple[Floats, Floats]:
    """Centre of pressure on the surface and free torque about the plate's z; NaN and zero where it is not loaded."""
    loaded = np.abs(force[:, 2]) >= PRESSURE_FORCE_N
    fz = np.where(loaded, force[:, 2], 1.0)
    x, y = _straighten(-moment[:, 1] / fz, moment[:, 0] / fz, sensors)
    point = _where_loaded(force[:, 2], np.column_stack([x, y, np.zeros(len(x))]))
    free = np.where(loaded, moment[:, 2] - x * force[:, 1] + y * force[:, 0], 0.0)
    return point, np.column_stack([np.zeros((len(x), 2)), free])


def _corners(file: C3DFile, number: int) -> Floats:
    """Corners (4, 3) of one plate in the file's unit of length."""
    corners = _table(file, "FORCE_PLATFORM:CORNERS", 3)
    if corners.ndim != 3 or corners.shape[:2] != (3, 4) or number >= corners.shape[2]:
        raise _UnusablePlateError(message("recording.c3d_plate_corners"))
    found = corners[:, :, number].T
    if not _usable(found):
        raise _UnusablePlateError(message("recording.c3d_plate_flat"))
    return found


def _half_sides(c: Floats) -> Floats:
    """Half the length of the sides (2,) along x and y of corners (4, 3)."""
    sides = np.array([c[0] + c[3] - c[1] - c[2], c[0] + c[1] - c[2] - c[3]])
    return np.asarray(np.linalg.norm(sides, axis=1) / 4)


def spans_surface(c: Floats) -> bool:
    """Whether corners (4, 3) in metres are those of a surface and not of a point or a line."""
    area = np.cross(c[0] + c[3] - c[1] - c[2], c[0] + c[1] - c[2] - c[3])
    return bool(np.linalg.norm(area) > SMALLEST_M**2)


def plate_frame(c: Floats) -> tuple[Floats, Floats]:
    """R_lab_plate (3, 3) and the middle of the surface (3,), from the four corners (4, 3) in metres."""
    x, y = c[0] + c[3] - c[1] - c[2], c[0] + c[1] - c[2] - c[3]
    z = np.cross(x, y)
    if not spans_surface(c):
        raise _UnusablePlateError(message("recording.c3d_plate_flat"))
    x, z = x / np.linalg.norm(x), z / np.linalg.norm(z)
    return np.column_stack([x, np.cross(z, x), z]), c.mean(axis=0)
