"""Files in OpenSim's columns: activations, muscle forces, joint moments and joint reactions."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from psoas.analysis.kinetics_io import CONTACT, FORCE, LOADS, MEASURED_SHARE, MOMENT, read_muscles, stored_muscles
from psoas.core.sides import SIDE_LETTER
from psoas.recording import Coordinates, write_mot, write_sto
from psoas.report.report_context import ReportContext


def write_opensim_files(reading: ReportContext, folder: Path) -> list[Path]:
    """Write ``kinematics.mot`` and, where forces were computed, tables that OpenSim's plotter and its users read.

    Args:
        reading: An analysed folder.
        folder: Where to write.

    Returns:
        The files: coordinates in degrees; activations 0 to 1; muscle forces, N; generalized forces as inverse dynamics
        names them, N m and N; joint reactions, N, in the parent segment's axes, on the child.

    Raises:
        InputError: The analysed folder's files are missing or damaged.
    """
    motion = reading.stored.motion
    unit = np.array([180 / np.pi if c.rotational else 1.0 for c in motion.body.coordinates])
    angles = Coordinates(motion.body.coordinate_names, motion.values * unit, True)
    written = [write_mot(angles, motion.time, folder / "kinematics.mot")]
    if not reading.has_forces:
        return written
    written += [_muscles(reading, what, folder / f"muscle_{what}.sto") for what in ("forces", "activations")]
    table = pq.read_table(reading.stored.folder / LOADS)
    time = table["time_s"].to_numpy()
    for title, file, names in (
        ("Inverse dynamics, N m and N", "joint_moments.sto", _moments(table.column_names)),
        ("Joint reactions, N", "joint_reactions.sto", _reactions(table.column_names)),
        ("Ground forces: 1 measured, 0 predicted, 0.5 blended", "ground_measured.sto", _measured(table.column_names)),
    ):
        if not names:  # a folder of an earlier version
            continue
        values = np.stack([table[column].to_numpy() for column in names], axis=1)
        written.append(write_sto(tuple(names.values()), values, time, folder / file, title=title))
    return written


def _muscles(reading: ReportContext, what: str, path: Path) -> Path:
    names = stored_muscles(reading.stored.folder)
    suffix, title = {"forces": ("n", "Muscle forces, N"), "activations": ("activation", "Activations, 0 to 1")}[what]
    time, values = read_muscles(reading.stored.folder, names, what=suffix)
    return write_sto(names, values, time, path, title=title)


def _moments(columns: list[str]) -> dict[str, str]:
    """Columns of generalized forces, each with OpenSim's name for it."""
    ends = {MOMENT: "_moment", FORCE: "_force"}
    pelvis = [name for name in columns if name.startswith("pelvis_t") and name.endswith(FORCE)]
    turning = [name for name in columns if name.endswith(MOMENT)]
    return {name: name.replace(end, ends[end]) for end, names in ((MOMENT, turning), (FORCE, pelvis)) for name in names}


def _measured(columns: list[str]) -> dict[str, str]:
    """Columns that say how far the force under each foot was measured, as ground_r_measured, ground_l_measured."""
    found = {
        f"ground_{side}{MEASURED_SHARE}": f"ground_{letter}{MEASURED_SHARE}" for side, letter in SIDE_LETTER.items()
    }
    return {column: name for column, name in found.items() if column in columns}


def _reactions(columns: list[str]) -> dict[str, str]:
    """Columns of contact forces, as NAME_fx, NAME_fy, NAME_fz."""
    found = {}
    for column in columns:
        if column.startswith(CONTACT):
            name, axis = column.removeprefix(CONTACT).removesuffix("_n").rsplit("_", 1)
            found[column] = f"{name}_f{axis}"
    return found
