"""A C3D file of the results: landmarks of the fitted body, ground forces, joint angles, moments and muscle pull."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from psoas.analysis.kinetics_io import GROUND, MEASURED_SHARE
from psoas.core.arrays import Floats, finite_rows
from psoas.core.sides import SIDE_LETTER, SIDES
from psoas.exports.frame_table import frame_table
from psoas.kinematics.motion import Motion
from psoas.mechanics.choice_forces import GROUPS
from psoas.recording import (
    C3DOutput,
    Coordinates,
    Markers,
    Recording,
    Subject,
    joint_angle_outputs,
    read,
    scalar_outputs,
    write_c3d,
)
from psoas.report.report_context import ReportContext

FILE = "results.c3d"
JOINTS = ("hip_flexion", "knee_angle", "ankle_angle")


def write_c3d_results(reading: ReportContext, folder: Path) -> list[Path]:
    """Write ``results.c3d``: every landmark of the fitted body as a point, the feet's forces as two plates, angles as
    Plug-in Gait names them, psoas length (mm), muscle pull (N) and moments (N mm/kg) as scalars.

    Args:
        reading: An analysed folder.
        folder: Where to write.

    Returns:
        The one file.

    Raises:
        InputError: The analysed folder's files are missing or damaged.
    """
    motion, person = reading.stored.motion, reading.summary.person
    forces = read(reading.stored.folder / GROUND).forces if reading.has_forces else None
    recording = Recording(
        reading.stored.folder, "c3d", motion.time, markers=_landmarks(motion), forces=forces,
        subject=Subject(mass_kg=person.mass_kg, height_m=person.height_m, sex=person.sex),
    )  # fmt: skip
    coordinates = Coordinates(motion.body.coordinate_names, motion.values, in_degrees=False)
    outputs = [joint_angle_outputs(coordinates), *_scalars(reading)]
    return [write_c3d(recording, folder / FILE, outputs=outputs)]


def _landmarks(motion: Motion) -> Markers:
    """Landmarks of the fitted body, metres; NaN where a frame was not seen."""
    seen = finite_rows(motion.values)
    found = motion.body.landmark_positions(motion.values[seen])
    positions = np.full((len(seen), len(found), 3), np.nan)
    positions[seen] = np.stack(list(found.values()), axis=1)
    return Markers(tuple(found), positions)


def _scalars(reading: ReportContext) -> list[C3DOutput]:
    """Psoas length, and where forces were computed pull of muscle groups and joint moments."""
    frames = frame_table(reading)

    def columns(pattern: str, *names: str) -> Floats:
        return np.stack([frames[pattern.format(name, side)].to_numpy() for name in names for side in SIDES], axis=1)

    def sided(*names: str) -> list[str]:
        return [f"{name}_{SIDE_LETTER[side]}" for name in names for side in SIDES]

    muscles, groups = ("psoas", "iliacus"), tuple(group.replace(" ", "_") for group in GROUPS)
    found = [scalar_outputs(sided(*muscles), columns("{}_{}_length_mm", *muscles), unit="mm", ending="Length")]
    if reading.has_forces:
        moments = 1000 * columns("{}_{}_nm_kg", *JOINTS)
        found.append(scalar_outputs(sided(*groups), columns("{}_{}_n", *groups), unit="N", ending="Force"))
        found.append(scalar_outputs(sided(*JOINTS), moments, unit="Nmm/kg", ending="Moment"))
        if f"ground_right{MEASURED_SHARE}" in frames.column_names:  # not in folders of earlier versions
            measured = columns("{}_{}" + MEASURED_SHARE, "ground")
            found.append(scalar_outputs(sided("ground"), measured, unit="", ending="Measured"))
    return found
