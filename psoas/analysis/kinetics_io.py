"""The files of a recording's forces: ground, muscles, loads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.core.sides import SIDES
from psoas.kinematics.motion import Motion
from psoas.mechanics.joint_loads import hip_contact_bw, level_loads
from psoas.mechanics.kinetics import Kinetics, ground_plates
from psoas.mechanics.muscle_force_estimation import ForceSolution, group_contact, group_tension
from psoas.recording import write_forces, write_sto

GROUND, MUSCLES, LOADS = "ground_forces.mot", "forces.sto", "loads.parquet"
BANDED = ("psoas", "iliacus", "gluteus maximus", "gluteus medius")
"""Groups whose tension is written as a band over the choices."""
BY_CHOICE = ("psoas",)
"""Groups whose tension is written under every single choice too, as NAME_SIDE_choice_K_n."""


def write_kinetics(kinetics: Kinetics, motion: Motion, folder: Path) -> None:
    """Ground forces in OpenSim's columns, every muscle's tension (N), and loads with their bands, one row a frame."""
    write_forces(ground_plates(motion, kinetics.loads), folder / GROUND)
    tension = kinetics.main.tension
    write_sto(kinetics.body.muscle_names, tension, kinetics.time, folder / MUSCLES, title="Muscle tension, N")
    pq.write_table(loads_table(kinetics), folder / LOADS)


def read_tensions(folder: Path, names: Sequence[str]) -> tuple[Floats, Floats]:
    """Time (K,) and tension (K, len(names)) in newtons of some muscles of an analysed folder."""
    path = folder / MUSCLES
    try:
        head, _, rows = path.read_text(encoding="utf-8").partition("endheader\n")[2].partition("\n")
        columns = head.split("\t")
        values = np.loadtxt(rows.splitlines(), usecols=[0, *(columns.index(name) for name in names)], ndmin=2)
    except (OSError, ValueError) as error:
        raise InputError(message("stored.unreadable", path=str(path), reason=str(error))) from error
    return values[:, 0], values[:, 1:]


def loads_table(kinetics: Kinetics) -> pa.Table:
    """One row a frame: tension bands, hip contact, lumbar compression and shear with the psoas' own part, joint moments
    and powers of hips, knees and ankles; units in the names. "low" and "high" are the ends over the choices."""
    columns: dict[str, Floats] = {"time_s": kinetics.time}
    return pa.table(columns | _tensions(kinetics) | _hips(kinetics) | _levels(kinetics) | _joints(kinetics))


def _tensions(kinetics: Kinetics) -> dict[str, Floats]:
    columns: dict[str, Floats] = {}
    for group in BANDED:
        for side in SIDES:
            middle, low, high = kinetics.tension_band(group, side)
            name = f"{group.replace(' ', '_')}_{side}"
            columns |= {f"{name}_n": middle, f"{name}_low_n": low, f"{name}_high_n": high}
    for group in BY_CHOICE:
        for side in SIDES:
            for i, one in enumerate(kinetics.answers):
                columns[f"{group}_{side}_choice_{i}_n"] = group_tension(kinetics.body, one, group, side)
    return columns


def _hips(kinetics: Kinetics) -> dict[str, Floats]:
    columns = {}
    for side in SIDES:
        every = np.array([hip_contact_bw(kinetics.body, one.contact, side) for one in kinetics.answers])
        columns[f"hip_contact_{side}_bw"] = kinetics.hip_contact_bw(side)
        columns[f"hip_contact_{side}_low_bw"], columns[f"hip_contact_{side}_high_bw"] = every.min(0), every.max(0)
    return columns


def _levels(kinetics: Kinetics) -> dict[str, Floats]:
    columns = {}
    body = kinetics.body
    for name, every in (
        ("", [level_loads(body, one.contact) for one in kinetics.answers]),
        ("_from_psoas", [level_loads(body, _psoas_contact(kinetics, one)) for one in kinetics.answers]),
    ):
        for level, main in every[0].items():
            for kind in ("compression", "shear"):
                band = np.array([getattr(loads[level], kind) for loads in every])
                columns[f"{kind}_{level}{name}_n"] = getattr(main, kind)
                columns[f"{kind}_{level}{name}_low_n"] = band.min(axis=0)
                columns[f"{kind}_{level}{name}_high_n"] = band.max(axis=0)
    return columns


def _psoas_contact(kinetics: Kinetics, found: ForceSolution) -> Floats:
    """What both psoas alone put on each joint (K, R, 3)."""
    return np.asarray(sum(group_contact(kinetics.problem, found, "psoas", side) for side in SIDES))


def disc_compressions(kinetics: Kinetics) -> dict[str, Floats]:
    """Compression (C, K) of every disc under every choice, newtons."""
    found = [level_loads(kinetics.body, one.contact) for one in kinetics.answers]
    return {level: np.array([loads[level].compression for loads in found]) for level in found[0]}


def _joints(kinetics: Kinetics) -> dict[str, Floats]:
    columns, body = {}, kinetics.body
    for joint in ("hip_flexion", "knee_angle", "ankle_angle"):
        for side in SIDES:
            i = body.coordinate_index(f"{joint}_{side[0]}")
            moment = kinetics.problem.required.generalized[:, i] / body.person.mass_kg
            columns[f"{joint}_{side}_nm_kg"] = moment
            columns[f"{joint}_{side}_w_kg"] = moment * kinetics.kinematics.velocity[kinetics.problem.seen, i]
    return columns
