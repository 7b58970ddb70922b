"""What a brought model showed, as ``summary.json`` holds it and as files beside it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
from pydantic import Field

from psoas.analysis.json_numbers import rounded
from psoas.analysis.kinetics_io import write_by_blocks
from psoas.analysis.summary_parts import Items, MessageCode, Number, SummaryPart
from psoas.core.arrays import Floats
from psoas.core.catalogue import render
from psoas.core.units import DEGREES_PER_RADIAN, MM_PER_M
from psoas.mechanics.model_mechanics import ModelMechanics
from psoas.opensim_model.model_psoas import psoas_lines
from psoas.recording import Coordinates, write_mot, write_sto

MODEL_KINEMATICS, MODEL_MOMENTS, MODEL_MUSCLES = "model_kinematics.mot", "model_moments.sto", "model_muscles.parquet"
MODEL_FILES = (MODEL_KINEMATICS, MODEL_MOMENTS, MODEL_MUSCLES)


class ModelRange(SummaryPart):
    """Least, greatest and mean of what was seen."""

    min: Number = None
    max: Number = None
    mean: Number = None


class ModelLine(SummaryPart):
    """One line of the model's psoas: length and hip flexion moment arm, millimetres, and greatest tension, newtons."""

    length_mm: ModelRange = ModelRange()
    hip_flexion_moment_arm_mm: ModelRange = ModelRange()
    peak_n: Number = None


class ModelSummary(SummaryPart):
    """A model of the user's own, led through the recording: see docs/opensim_model.md.

    ``coordinates`` are degrees, or metres for shifts; ``largest_reserve_nm`` is the most at a joint without a muscle.
    """

    name: str
    bodies: int
    muscles: int
    mass_kg: Number = None
    markers: Items[str] = ()
    marker_rms_mm: ModelRange = ModelRange()
    coordinates: dict[str, ModelRange] = Field(default_factory=dict)
    psoas: dict[str, ModelLine] = Field(default_factory=dict)
    has_forces: bool = False
    largest_reserve_nm: Number = None
    notes: Items[str] = ()
    note_codes: Items[MessageCode] = ()


def model_summary(found: ModelMechanics | None) -> ModelSummary | None:
    """The summary of a brought model; None where there is none."""
    if found is None:
        return None
    body, motion = found.body, found.motion
    unit = [DEGREES_PER_RADIAN if one.rotational else 1.0 for one in body.coordinates]
    return ModelSummary(
        name=body.parts.name,
        bodies=len(body.parts.bodies),
        muscles=len(body.muscles),
        mass_kg=rounded(body.mass_kg, 3),
        markers=motion.markers,
        marker_rms_mm=_range(motion.rms * MM_PER_M),
        coordinates={name: _range(motion.values[:, i] * unit[i]) for i, name in enumerate(body.coordinate_names)},
        psoas={one.name: _line(found, one.index, one.side) for one in psoas_lines(body.parts)},
        has_forces=found.forces is not None,
        largest_reserve_nm=rounded(found.forces.reserve_nm, 2) if found.forces else None,
        notes=tuple(render(one) for one in found.notes),
        note_codes=tuple(MessageCode.of(one) for one in found.notes),
    )


def _range(values: Floats) -> ModelRange:
    seen = values[np.isfinite(values)]
    if not len(seen):
        return ModelRange()
    return ModelRange(min=rounded(seen.min(), 3), max=rounded(seen.max(), 3), mean=rounded(seen.mean(), 3))


def _line(found: ModelMechanics, index: int, side: str) -> ModelLine:
    tension = found.forces.tension[:, index] if found.forces else np.zeros(0)
    seen = tension[np.isfinite(tension)]
    return ModelLine(
        length_mm=_range(found.length[:, index] * MM_PER_M),
        hip_flexion_moment_arm_mm=_range(_hip_arm(found, index, side) * MM_PER_M),
        peak_n=rounded(seen.max(), 1) if len(seen) else None,
    )


def _hip_arm(found: ModelMechanics, index: int, side: str) -> Floats:
    names = [found.body.coordinate_names[row] for row in found.rows]
    wanted = f"hip_flexion_{side}"
    return found.arm[:, names.index(wanted), index] if wanted in names else np.zeros(0)


def write_model(found: ModelMechanics, folder: Path) -> None:
    """The model's coordinates, joint moments and muscles (``length_m``, ``arm`` about every coordinate that they move,
    tension and activation), one row a frame."""
    body, motion = found.body, found.motion
    unit = np.array([DEGREES_PER_RADIAN if one.rotational else 1.0 for one in body.coordinates])
    write_mot(Coordinates(body.coordinate_names, motion.values * unit, True), motion.time, folder / MODEL_KINEMATICS)
    if found.forces is not None:
        names = [f"{c.name}_{'moment' if c.rotational else 'force'}" for c in body.coordinates]
        write_sto(names, found.forces.moments, motion.time, folder / MODEL_MOMENTS, title="Joint moments")
    write_by_blocks(lambda frames: _muscle_rows(found, frames), len(motion.time), folder / MODEL_MUSCLES)


def _muscle_rows(found: ModelMechanics, frames: slice) -> pa.Table:
    body = found.body
    columns: dict[str, Floats] = {"time_s": found.motion.time[frames]}
    for i, name in enumerate(body.muscle_names):
        columns[f"{name}_length_m"] = found.length[frames, i]
        for k, row in enumerate(found.rows):
            if np.nanmax(np.abs(found.arm[:, k, i]), initial=0.0) > 1e-6:
                columns[f"{name}_arm_{body.coordinate_names[row]}_m"] = found.arm[frames, k, i]
        if found.forces is not None:
            columns[f"{name}_n"] = found.forces.tension[frames, i]
            columns[f"{name}_activation"] = found.forces.activation[frames, i]
    return pa.table(columns)
