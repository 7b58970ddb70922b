"""Plates brought to the frames of a motion: filtered loads, centres of pressure and contacts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from psoas.core.arrays import Bools, Floats, read_only
from psoas.kinematics.filters import lowpass, true_runs
from psoas.recording import Forces, Plate
from psoas.recording.plate_loading import CONTACT_FORCE_N

FLICKER_S = 0.03
"""A load shorter than this is noise, and so is a gap in one (as for gait events; assumed)."""

QUIET_HZ = 20.0
"""Cut-off of the low-pass that a noisy plate gets before contacts are looked for (assumed)."""
MAD = 0.6745
"""Median absolute deviation of a normal distribution, in standard deviations."""


@dataclass(frozen=True)
class FramedPlate:
    """One plate at the frames' instants (T): ``wrench`` (T, 6), filtered force and moment about the room's origin;
    ``loaded`` (T,); ``pressure`` (T, 3), its centre of pressure, NaN where not loaded; ``corners`` (4, 3) where
    known."""

    name: str
    wrench: Floats
    loaded: Bools
    pressure: Floats
    corners: Floats | None

    def __post_init__(self) -> None:
        object.__setattr__(self, "loaded", read_only(self.loaded, bool))
        for key in ("wrench", "pressure"):
            object.__setattr__(self, key, read_only(getattr(self, key)))


@dataclass(frozen=True)
class PlateContact:
    """Frames ``start`` to ``stop`` in which one plate is loaded. Filtering spreads the load over its ends: ``low`` to
    ``high`` reach halfway to the contacts before and after."""

    plate: int
    start: int
    stop: int
    low: int
    high: int


def bring_to_frames(forces: Forces, time: Floats, *, cutoff_hz: float) -> tuple[FramedPlate, ...]:
    """Every plate at ``time`` (T,), filtered like the movement; nothing outside the plates' own time."""
    covered = find_covered(forces, time)
    return tuple(_framed(plate, forces.time, time, covered, cutoff_hz) for plate in forces.plates)


def find_covered(forces: Forces, time: Floats) -> Bools:
    """Frames (T,) within the plates' own time, or less than one frame beyond it: other rates end between frames."""
    step = float(np.median(np.diff(time)))
    return np.asarray((time > forces.time[0] - step) & (time < forces.time[-1] + step))


def _framed(plate: Plate, clock: Floats, time: Floats, covered: Bools, cutoff_hz: float) -> FramedPlate:
    rate = 1.0 / float(np.median(np.diff(clock)))
    loaded = find_loaded(plate.force[:, 1], rate_hz=rate)
    known = loaded & np.isfinite(plate.point).all(axis=1)
    force = np.where(loaded[:, None], np.nan_to_num(plate.force), 0.0)
    point = np.where(known[:, None], plate.point, 0.0)
    moment = np.cross(point, force) + np.where(loaded[:, None], np.nan_to_num(plate.torque), 0.0)
    raw = np.hstack([force, moment])
    smooth = lowpass(raw, rate_hz=rate, cutoff_hz=cutoff_hz) if cutoff_hz else raw
    wrench = np.stack([np.interp(time, clock, c) for c in smooth.T], axis=1) * covered[:, None]
    pressure = np.stack([np.interp(time, clock, c) for c in point.T], axis=1)
    on = covered & (np.interp(time, clock, known.astype(float)) > 0.5)
    return FramedPlate(plate.name, wrench, on, np.where(on[:, None], pressure, np.nan), plate.corners)


def find_loaded(vertical: Floats, *, rate_hz: float) -> Bools:
    """Samples (S,) in which a plate is stood on: above 20 N either way, without flickers.

    Where noise alone would cross that, as hum of the mains does, the force is smoothed first.
    """
    force = np.nan_to_num(vertical)
    if rate_hz > 2.5 * QUIET_HZ:
        smooth = lowpass(force, rate_hz=rate_hz, cutoff_hz=QUIET_HZ)
        light = np.abs(smooth) < 2 * CONTACT_FORCE_N
        noise = np.median(np.abs(force - smooth)[light]) / MAD if light.any() else 0.0
        force = smooth if 3 * noise > CONTACT_FORCE_N else force
    loaded = np.abs(force) > CONTACT_FORCE_N
    short = FLICKER_S * rate_hz
    for value in (False, True):
        for run in true_runs(loaded == value):
            inside = run.start > 0 and run.stop < len(loaded)
            if run.stop - run.start < short and (inside or value):
                loaded[run] = not value
    return loaded


def find_contacts(plates: tuple[FramedPlate, ...]) -> tuple[PlateContact, ...]:
    """Every contact of every plate, in the order of plates and time."""
    found = []
    for number, plate in enumerate(plates):
        runs = list(true_runs(plate.loaded))
        for k, run in enumerate(runs):
            low = 0 if k == 0 else (runs[k - 1].stop + run.start) // 2
            high = len(plate.loaded) if k == len(runs) - 1 else (run.stop + runs[k + 1].start) // 2
            found.append(PlateContact(number, run.start, run.stop, low, high))
    return tuple(found)
