"""Ground forces as the channels of force platforms of type 2: six for each plate, in the axes of its surface.

A plate is turned into force and moment about the middle of its surface, the push on the person as Vicon writes it; so
the centre of pressure is found again by x = -My / Fz, y = Mx / Fz (C3D user guide, FORCE_PLATFORM).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from psoas.core.arrays import Floats
from psoas.recording.c3d_plates import plate_frame, spans_surface
from psoas.recording.c3d_sections import ParameterValue
from psoas.recording.recording import Forces, Plate, Recording

MILLIMETRES = 1000.0
EDGE_M = 0.1
"""A plate whose corners are not known is drawn this far around the centres of pressure."""
AXES = "xyz"


@dataclass(frozen=True)
class PlateChannels:
    """Channels ``values`` (frames, samples a frame, 6 per plate) in N and Nmm; ``corners`` (3, 4, plates) in mm."""

    values: Floats
    corners: Floats

    @property
    def samples(self) -> int:
        """Samples a frame."""
        return int(self.values.shape[1])

    @property
    def count(self) -> int:
        """Number of plates."""
        return int(self.corners.shape[2])

    def analog(self, rate: float) -> dict[str, ParameterValue]:
        """The ANALOG group for ``rate`` frames a second."""
        channels = self.values.shape[2]
        labels = [f"{what}{axis}{plate + 1}" for plate in range(self.count) for what in "FM" for axis in AXES]
        return {
            "USED": channels, "RATE": rate * self.samples, "GEN_SCALE": 1.0, "FORMAT": "SIGNED", "BITS": 16,
            "LABELS": labels, "DESCRIPTIONS": labels, "UNITS": [*["N"] * 3, *["Nmm"] * 3] * self.count,
            "SCALE": np.ones(channels), "OFFSET": np.zeros(channels, dtype=np.intp),
        }  # fmt: skip

    def platforms(self) -> dict[str, ParameterValue]:
        """The FORCE_PLATFORM group."""
        channels = np.arange(1, 6 * self.count + 1).reshape(6, self.count, order="F")
        return {
            "USED": self.count, "TYPE": np.full(self.count, 2), "ZERO": np.array([1, 0]), "CHANNEL": channels,
            "CORNERS": self.corners, "ORIGIN": np.zeros((3, self.count)),
        }  # fmt: skip


def plate_channels(recording: Recording) -> PlateChannels:
    """The channels of a recording's plates, on a whole number of samples a frame; none where there are no plates."""
    frames, forces = len(recording.time), recording.forces
    if forces is None or not forces.plates or len(forces.time) < 2:
        return PlateChannels(np.empty((frames, 0, 0)), np.empty((3, 4, 0)))
    rate = recording.rate_hz or 1.0
    samples = max(round((len(forces.time) - 1) / float(forces.time[-1] - forces.time[0]) / rate), 1)
    clock = recording.time[0] + np.arange(frames * samples) / (rate * samples)
    found = [_channels(plate, forces, clock) for plate in forces.plates]
    values = np.hstack([channels for channels, _ in found]).reshape(frames, samples, -1)
    return PlateChannels(values, MILLIMETRES * np.stack([corners.T for _, corners in found], axis=2))


def _channels(plate: Plate, forces: Forces, clock: Floats) -> tuple[Floats, Floats]:
    """Force in N and moment in Nmm (samples, 6) at the times ``clock``, and the corners (4, 3) in metres."""
    known = plate.corners is not None and spans_surface(plate.corners)
    corners = plate.corners if known and plate.corners is not None else _corners_around(plate)
    R_lab_plate, middle = plate_frame(corners)
    force = plate.force @ R_lab_plate
    arm = np.nan_to_num((plate.point - middle) @ R_lab_plate)
    moment = np.cross(arm, force) + plate.torque @ R_lab_plate
    wrench = np.nan_to_num(np.hstack([force, MILLIMETRES * moment]))
    if len(clock) == len(forces.time) and np.allclose(clock, forces.time, rtol=0, atol=1e-6):
        return wrench, corners
    columns = [np.interp(clock, forces.time, column, left=0.0, right=0.0) for column in wrench.T]
    return np.column_stack(columns), corners


def _corners_around(plate: Plate) -> Floats:
    """A level square around the centres of pressure, corners as a platform's: its z axis points into the ground."""
    seen = plate.point[np.isfinite(plate.point).all(axis=1)]
    low, high = (seen.min(axis=0), seen.max(axis=0)) if len(seen) else (np.zeros(3), np.zeros(3))
    (x0, y, z0), (x1, _, z1) = low - EDGE_M, high + EDGE_M
    y = float(np.median(seen[:, 1])) if len(seen) else 0.0
    return np.array([(x1, y, z1), (x0, y, z1), (x0, y, z0), (x1, y, z0)])
