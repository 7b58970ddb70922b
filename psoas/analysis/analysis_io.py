"""The folder an analysis leaves: written whole or not at all, and read back."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa

from psoas.analysis.kinetics_io import GROUND, LOADS, MUSCLES, write_by_blocks, write_kinetics
from psoas.analysis.model_summary import MODEL_FILES, write_model
from psoas.analysis.result import Analysis
from psoas.analysis.summary import summarise
from psoas.analysis.summary_model import Summary, read_summary
from psoas.body.anatomy.coordinates import coordinates
from psoas.body.model.body import Body
from psoas.body.person import Person
from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.core.sides import SIDES
from psoas.kinematics.from_coordinates import motion_from_coordinates
from psoas.kinematics.motion import Motion
from psoas.mechanics.muscle_geometry import GROUPS, Mechanics
from psoas.recording import Coordinates, Recording, read, write_mot

SUMMARY, KINEMATICS, TABLE, PAGE = "summary.json", "kinematics.mot", "psoas.parquet", "report.html"
OWNED = (SUMMARY, KINEMATICS, TABLE, PAGE, GROUND, MUSCLES, LOADS, *MODEL_FILES)
"""Files that an analysis may leave: those it does not write again are removed, so that no two analyses mix."""
Pages = Callable[["StoredAnalysis"], dict[str, str]]


@dataclass(frozen=True)
class StoredAnalysis:
    """An analysis read back from its folder. ``mechanics`` is there when it was just computed, None when read back."""

    folder: Path
    summary: Summary
    motion: Motion
    mechanics: Mechanics | None = None


def write_analysis(analysis: Analysis, folder: Path, pages: Pages) -> Path:
    """Write summary, kinematics, table and the pages that ``pages`` makes of them into ``folder``.

    Everything is made in a temporary neighbour first, so a failure leaves nothing behind; files already in
    ``folder`` under other names stay. Raises ``InputError`` when the folder cannot be written.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    except OSError as error:
        raise InputError(message("stored.unwritable", path=str(folder), reason=str(error.strerror))) from error
    try:
        summary = summarise(analysis)
        _write_data(analysis, summary, draft)
        _write_pages(_stored(draft, summary, _recorded(analysis), analysis.mechanics), pages)
        folder.mkdir(exist_ok=True)
        for name in OWNED:  # an earlier analysis may have left forces that this one does not have
            if not (draft / name).exists():
                (folder / name).unlink(missing_ok=True)
        for file in sorted(draft.iterdir()):
            os.replace(file, folder / file.name)
    except OSError as error:
        raise InputError(message("stored.unwritable", path=str(folder), reason=str(error.strerror))) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return folder


def rewrite_pages(folder: Path, pages: Pages) -> None:
    """Make the pages of an already analysed folder again."""
    _write_pages(load_analysis(folder), pages)


def _write_data(analysis: Analysis, summary: Summary, folder: Path) -> None:
    (folder / SUMMARY).write_text(json.dumps(summary.to_json(), indent=1, allow_nan=False) + "\n", encoding="utf-8")
    write_mot(_kinematics(analysis), analysis.motion.time, folder / KINEMATICS)
    mechanics = analysis.mechanics
    write_by_blocks(lambda frames: fascicle_table(mechanics, frames), len(analysis.motion.time), folder / TABLE)
    if analysis.kinetics is not None:
        write_kinetics(analysis.kinetics, analysis.motion, folder)
    if analysis.model is not None:
        write_model(analysis.model, folder)


def _write_pages(stored: StoredAnalysis, pages: Pages) -> None:
    for name, text in pages(stored).items():
        (stored.folder / name).write_text(text, encoding="utf-8")


def _kinematics(analysis: Analysis) -> Coordinates:
    """The file's own coordinates exactly as they were, or the solved ones in degrees."""
    if analysis.recording.coordinates is not None:
        return analysis.recording.coordinates
    unit = np.array([180 / np.pi if c.rotational else 1.0 for c in coordinates()])
    return Coordinates(analysis.motion.body.coordinate_names, analysis.motion.values * unit, True)


def _recorded(analysis: Analysis) -> Recording:
    """What reading the file of kinematics gives back, without reading it: text of a long recording is large."""
    found = analysis.motion
    return Recording(Path(KINEMATICS), "mot", found.time, coordinates=_kinematics(analysis))


def fascicle_table(mechanics: Mechanics, frames: slice = slice(None)) -> pa.Table:
    """One row a frame and fascicle: time_s, muscle, side, fascicle, lengths, fibre, moment arms, passive force."""
    time = mechanics.motion.time[frames]
    first = frames.start or 0
    parts = []
    for name in GROUPS:
        for side in SIDES:
            group = mechanics.group(name, side)
            count, lines = len(time), len(group.fascicles)

            def flat(values: Floats) -> Floats:
                return np.ascontiguousarray(values[frames]).reshape(-1)

            columns = {
                "frame": np.repeat(np.arange(first, first + count), lines),
                "time_s": np.repeat(time, lines),
                "muscle": pa.DictionaryArray.from_arrays(np.zeros(count * lines, np.int8), pa.array([name])),
                "side": pa.DictionaryArray.from_arrays(np.zeros(count * lines, np.int8), pa.array([side])),
                "fascicle": np.tile(np.array(group.fascicles), count),
                "length_mm": flat(group.length) * 1000,
                "length_percent_standing": flat(100 * group.length / group.standing),
                "normalised_fibre_length": flat(group.normalised_fibre),
                "passive_force_n": flat(group.passive_force),
                "hip_flexion_moment_arm_mm": flat(group.moment_arm[..., 0]) * 1000,
                "hip_adduction_moment_arm_mm": flat(group.moment_arm[..., 1]) * 1000,
                "hip_rotation_moment_arm_mm": flat(group.moment_arm[..., 2]) * 1000,
            }
            parts.append(pa.table(columns))
    return pa.concat_tables(parts).unify_dictionaries()


def load_analysis(folder: Path) -> StoredAnalysis:
    """Read an analysed folder back; ``InputError`` when it is not one or is of a version not known."""
    path = folder / SUMMARY
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(
            message("stored.no_summary", folder=str(folder), name=SUMMARY, reason=str(error.strerror))
        ) from error
    summary = read_summary(text, str(path))
    return _stored(folder, summary, read(folder / KINEMATICS))


def _stored(
    folder: Path, summary: Summary, kinematics: Recording, mechanics: Mechanics | None = None
) -> StoredAnalysis:
    """The analysis that a folder holds besides its summary, on a body of the size that the summary names."""
    known, scale = summary.person, {name: np.array(factor) for name, factor in summary.body.scale.items()}
    try:
        person = Person(known.height_m, known.mass_kg, known.sex, assumed=known.assumed)
        body = Body(person, scale=scale, lumbar_rhythm=summary.body.lumbar_rhythm)
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(message("stored.incomplete", path=str(folder / SUMMARY), reason=repr(error))) from error
    return StoredAnalysis(folder, summary, motion_from_coordinates(kinematics, body), mechanics)
