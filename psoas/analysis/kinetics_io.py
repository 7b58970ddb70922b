"""The files of a recording's forces: ground, muscles, loads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from psoas.core.arrays import Floats, row_blocks
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.core.sides import SIDE_LETTER, SIDES
from psoas.kinematics.motion import Motion
from psoas.mechanics.choice_forces import GROUPS
from psoas.mechanics.kinetics import Kinetics, ground_plates
from psoas.mechanics.plate_use import GroundOrigin
from psoas.recording import write_forces

GROUND, MUSCLES, LOADS = "ground_forces.mot", "muscles.parquet", "loads.parquet"
ROW_GROUP_FRAMES = 10_000
"""Frames that large tables are written by."""
CONTACT, MOMENT, FORCE = "contact_", "_moment_nm", "_force_n"
"""How columns of contact forces begin, and those of generalized forces end."""
GROUND_FORCE, MEASURED_SHARE = "ground_force_", "_measured"
"""How columns of the force on a foot begin, and how those end that say how far it was measured: 1 measured, 0
predicted, 0.5 blended."""
BY_CHOICE = ("psoas",)
"""Groups whose tension is written under every single choice too, as NAME_SIDE_choice_K_n."""


def write_kinetics(kinetics: Kinetics, motion: Motion, folder: Path) -> None:
    """Ground forces in OpenSim's columns, every muscle's tension and activation, and loads with their bands, one row a
    frame."""
    write_forces(ground_plates(motion, kinetics.loads, kinetics.lift), folder / GROUND)
    frames = len(kinetics.time)
    write_by_blocks(lambda block: muscle_table(kinetics.at(block)), frames, folder / MUSCLES)
    write_by_blocks(lambda block: loads_table(kinetics.at(block)), frames, folder / LOADS)


def write_by_blocks(table: Callable[[slice], pa.Table], frames: int, path: Path) -> None:
    """Write a Parquet file a block of frames at a time; ``table`` makes the rows of some frames."""
    with ExitStack() as open_files:
        writer: pq.ParquetWriter | None = None
        for block in row_blocks(frames, ROW_GROUP_FRAMES):
            rows = table(block)
            writer = writer or open_files.enter_context(pq.ParquetWriter(path, rows.schema))
            writer.write_table(rows)


def muscle_table(kinetics: Kinetics) -> pa.Table:
    """One row a frame: ``time_s``, and of every muscle under the first choice its tension NAME_n and its activation
    NAME_activation, as 32-bit numbers."""
    columns: dict[str, Floats | NDArray[np.float32]] = {"time_s": kinetics.time}
    for suffix, values in (("n", kinetics.muscles.tension), ("activation", kinetics.muscles.activation)):
        columns |= {f"{name}_{suffix}": values[:, i] for i, name in enumerate(kinetics.body.muscle_names)}
    return pa.table(columns)


def stored_muscles(folder: Path) -> tuple[str, ...]:
    """Names of the muscles of an analysed folder; ``InputError`` when it holds none that can be read."""
    path = folder / MUSCLES
    try:
        columns = pq.read_schema(path).names
    except (OSError, pa.ArrowException) as error:
        raise InputError(message("stored.unreadable", path=str(path), reason=str(error))) from error
    return tuple(name.removesuffix("_n") for name in columns if name.endswith("_n"))


def read_muscles(folder: Path, names: Sequence[str], *, what: str = "n") -> tuple[Floats, Floats]:
    """Some muscles of an analysed folder.

    Args:
        folder: Written by ``write_kinetics``.
        names: Muscles, by their names in the body.
        what: "n" for tension in newtons, "activation" for 0 to 1.

    Returns:
        Time (K,) in seconds, and the values (K, len(names)).

    Raises:
        InputError: The file is missing, damaged or holds no such muscle.
    """
    path = folder / MUSCLES
    try:
        table = pq.read_table(path, columns=["time_s", *(f"{name}_{what}" for name in names)])
        values = np.stack([table[f"{name}_{what}"].to_numpy() for name in names], axis=1).astype(float)
        return table["time_s"].to_numpy(), values
    except (OSError, KeyError, pa.ArrowException) as error:
        raise InputError(message("stored.unreadable", path=str(path), reason=str(error))) from error


def loads_table(kinetics: Kinetics) -> pa.Table:
    """One row a frame: tension bands, hip contact, lumbar compression and shear with the psoas' own part, joint moments
    and powers of hips, knees and ankles, contact forces and generalized forces; units in the names. "low" and "high"
    are the ends over the choices. Last, the force under each foot and where it is from."""
    columns: dict[str, Floats] = {"time_s": kinetics.time}
    columns |= _tensions(kinetics) | _hips(kinetics) | _levels(kinetics) | _joints(kinetics) | _ground(kinetics)
    table = pa.table(columns | _contacts(kinetics) | _generalized(kinetics))
    names = [origin.name.lower() for origin in GroundOrigin]
    for i, side in enumerate(SIDES):
        codes = pa.array(kinetics.origin[kinetics.seen, i], pa.int8())
        table = table.append_column(f"ground_{side}", pa.DictionaryArray.from_arrays(codes, names))
    return table


def _ground(kinetics: Kinetics) -> dict[str, Floats]:
    """Force of the ground on each foot in the room's axes, and how far it was measured: as a number it survives in
    tables that hold nothing else, and its mean over strides says in how many of them."""
    columns: dict[str, Floats] = {}
    for i, side in enumerate(SIDES):
        force = kinetics.loads[SIDE_LETTER[side]].force[kinetics.seen]
        columns |= {f"{GROUND_FORCE}{side}_{axis}_n": force[:, k] for k, axis in enumerate("xyz")}
        columns[f"ground_{side}{MEASURED_SHARE}"] = kinetics.origin[kinetics.seen, i] / GroundOrigin.MEASURED
    return columns


def _tensions(kinetics: Kinetics) -> dict[str, Floats]:
    columns: dict[str, Floats] = {}
    for group in GROUPS:
        for side in SIDES:
            middle, low, high = kinetics.tension_band(group, side)
            name = f"{group.replace(' ', '_')}_{side}"
            columns |= {f"{name}_n": middle, f"{name}_low_n": low, f"{name}_high_n": high}
    for group in BY_CHOICE:
        for side in SIDES:
            for i, one in enumerate(kinetics.choices):
                columns[f"{group}_{side}_choice_{i}_n"] = one.tension[group, side].astype(float)
    return columns


def _hips(kinetics: Kinetics) -> dict[str, Floats]:
    columns = {}
    for side in SIDES:
        every = np.array([one.hip_contact_bw[side] for one in kinetics.choices], float)
        columns[f"hip_contact_{side}_bw"] = every[0]
        columns[f"hip_contact_{side}_low_bw"], columns[f"hip_contact_{side}_high_bw"] = every.min(0), every.max(0)
    return columns


def _levels(kinetics: Kinetics) -> dict[str, Floats]:
    columns = {}
    for suffix, every in (
        ("", [one.discs for one in kinetics.choices]),
        ("_from_psoas", [one.discs_from_psoas for one in kinetics.choices]),
    ):
        for i, level in enumerate(every[0].names):
            for kind in ("compression", "shear"):
                band = np.array([getattr(discs, kind)[:, i] for discs in every], float)
                columns[f"{kind}_{level}{suffix}_n"] = band[0]
                columns[f"{kind}_{level}{suffix}_low_n"] = band.min(axis=0)
                columns[f"{kind}_{level}{suffix}_high_n"] = band.max(axis=0)
    return columns


def disc_compressions(kinetics: Kinetics) -> dict[str, Floats]:
    """Compression (C, K) of every disc under every choice, newtons."""
    every = [one.discs for one in kinetics.choices]
    return {
        level: np.array([discs.compression[:, i] for discs in every], float) for i, level in enumerate(every[0].names)
    }


def _contacts(kinetics: Kinetics) -> dict[str, Floats]:
    """Contact force on the further segment of hips and discs in the nearer one's axes, under the first choice."""
    return {
        f"{CONTACT}{name}_{axis}_n": kinetics.muscles.contact[:, i, k].astype(float)
        for i, name in enumerate(kinetics.body.reaction_names)
        for k, axis in enumerate("xyz")
    }


def _generalized(kinetics: Kinetics) -> dict[str, Floats]:
    """What every coordinate needs, muscles and passive tissue together: NAME_moment_nm or NAME_force_n."""
    return {
        f"{c.name}{MOMENT if c.rotational else FORCE}": kinetics.required[:, i]
        for i, c in enumerate(kinetics.body.coordinates)
    }


def _joints(kinetics: Kinetics) -> dict[str, Floats]:
    columns, body = {}, kinetics.body
    for joint in ("hip_flexion", "knee_angle", "ankle_angle"):
        for side in SIDES:
            i = body.coordinate_index(f"{joint}_{side[0]}")
            moment = kinetics.required[:, i] / body.person.mass_kg
            columns[f"{joint}_{side}_nm_kg"] = moment
            columns[f"{joint}_{side}_w_kg"] = moment * kinetics.kinematics.velocity[kinetics.seen, i]
    return columns
