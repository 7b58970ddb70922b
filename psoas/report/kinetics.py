"""The files of a recording's forces: ground, muscles, loads."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from psoas.kinematics.motion import Motion
from psoas.mechanics.forces import group_contact
from psoas.mechanics.kinetics import Kinetics, ground_plates
from psoas.mechanics.loads import level_loads
from psoas.recording import write_forces, write_sto

GROUND, MUSCLES, LOADS = "ground_forces.mot", "forces.sto", "loads.parquet"
SIDES = ("right", "left")
BANDED = ("psoas", "iliacus", "gluteus maximus", "gluteus medius")
"""Groups whose tension is written as a band over the choices."""


def write_kinetics(kinetics: Kinetics, motion: Motion, folder: Path) -> None:
    """Ground forces in OpenSim's columns, every muscle's tension (N), and loads with their bands, one row a frame."""
    write_forces(ground_plates(motion, kinetics.loads), folder / GROUND)
    tension = kinetics.main.tension
    write_sto(kinetics.body.muscle_names, tension, kinetics.time, folder / MUSCLES, title="Muscle tension, N")
    pq.write_table(loads_table(kinetics), folder / LOADS)


def loads_table(kinetics: Kinetics) -> pa.Table:
    """One row a frame: tension bands, hip contact, lumbar compression and shear with the psoas' and iliacus' own part,
    joint moments and powers of hips, knees and ankles; units in the names."""
    columns: dict[str, np.ndarray] = {"time_s": kinetics.time}
    for group in BANDED:
        for side in SIDES:
            middle, low, high = kinetics.tension_band(group, side)
            name = f"{group.replace(' ', '_')}_{side}"
            columns |= {f"{name}_n": middle, f"{name}_low_n": low, f"{name}_high_n": high}
    for side in SIDES:
        columns[f"hip_contact_{side}_bw"] = kinetics.hip_contact_bw(side)
    body, main = kinetics.body, kinetics.main
    own = {
        group: level_loads(body, sum(group_contact(kinetics.problem, main, group, side) for side in SIDES))
        for group in ("psoas",)
    }
    for level, load in kinetics.levels.items():
        columns[f"compression_{level}_n"], columns[f"shear_{level}_n"] = load.compression, load.shear
        for group, parts in own.items():
            columns[f"compression_{level}_from_{group}_n"] = parts[level].compression
            columns[f"shear_{level}_from_{group}_n"] = parts[level].shear
    for joint in ("hip_flexion", "knee_angle", "ankle_angle"):
        for side in SIDES:
            i = body.coordinate_index(f"{joint}_{side[0]}")
            moment = kinetics.problem.required.generalized[:, i] / body.person.mass_kg
            columns[f"{joint}_{side}_nm_kg"] = moment
            columns[f"{joint}_{side}_w_kg"] = moment * kinetics.kinematics.velocity[kinetics.problem.seen, i]
    return pa.table(columns)
