"""What laboratories have, written by us and taken through the whole pipeline: half a body's markers, plates under some
steps, a plate that is loaded while nobody is seen, a person whom the file describes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import psoas
from psoas import Body, Person
from psoas.core.arrays import Floats
from psoas.kinematics.ik.marker_attachment import CLUSTER, attach_markers
from psoas.recording import Forces, Markers, Plate, Recording, Subject, marker_sets, write_c3d
from tests.plate_worlds import MASS_KG, step, walk

LOWER = ("ASI", "PSI", "THI", "KNE", "TIB", "ANK", "HEE", "TOE")
WAND_M = np.array([0.0, -0.2, 0.1])
"""Where a wand stands on thigh and shank: down the bone and out to the right."""


def plug_in_gait(body: Body, values: Floats) -> Markers:
    """Plug-in Gait's 16 markers of the legs at poses (T, N)."""
    known = marker_sets()["plug_in_gait"].markers
    attachment = attach_markers(body, {side + name: known[side + name] for side in "RL" for name in LOWER})
    local = np.array(attachment.local)
    for i, place in enumerate(attachment.landmarks):
        if place.startswith(CLUSTER):
            local[i] = WAND_M * (1, 1, 1 if attachment.names[i].startswith("R") else -1)
    worn = attachment.moved(local)
    return Markers(worn.names, worn.positions(body.poses(values)))


def recorded(path: Path, values: Floats, body: Body, plates: tuple[Plate, ...] = ()) -> Path:
    """A C3D file of Vicon's kind: markers, plates, and what was entered of the person."""
    motion, truth = walk()
    person = body.person
    subject = Subject(mass_kg=person.mass_kg, height_m=person.height_m)
    forces = Forces(truth.time, plates) if plates else None
    time = motion.time[: len(values)]
    markers = plug_in_gait(body, values)
    return write_c3d(Recording(path, "c3d", time, markers=markers, forces=forces, subject=subject), path)


@pytest.mark.parametrize(("height_m", "mass_kg"), [(1.76, 74.0), (1.20, 24.0), (2.02, 98.0)])
def test_nobody_is_refused_for_a_lower_body_set(tmp_path: Path, height_m: float, mass_kg: float) -> None:
    motion, _ = walk()
    body = Body(Person.of(height_m=height_m, mass_kg=mass_kg, sex="male"))
    values = motion.values[100:160].copy()
    shifts = [body.coordinate_index(f"pelvis_{axis}") for axis in ("tx", "ty", "tz")]
    values[:, shifts] *= height_m / 1.70
    standing = np.tile(body.default_values(), (20, 1))
    walking = recorded(tmp_path / "walk.c3d", values, body)
    found = psoas.analyze(walking, static=recorded(tmp_path / "cal.c3d", standing, body), with_forces=False)
    assert found.quality.status != "refused", found.quality.reasons
    assert found.understood.markers is not None and found.understood.markers.used == 16
    assert found.understood.person.height_m == pytest.approx(height_m, abs=0.01)
    bent = np.degrees(found.motion.of("hip_flexion_r") - values[:, body.coordinate_index("hip_flexion_r")])
    assert np.abs(bent).max() < 10.0


def test_plates_under_two_of_the_steps_are_used_and_one_that_is_loaded_while_nobody_is_seen_stops_nothing(
    tmp_path: Path,
) -> None:
    motion, truth = walk()
    plates = (step(0, 1, "ground_force_1"), step(1, 1, "ground_force_2"), step(0, 0, "ground_force_3"))
    first = np.flatnonzero(plates[2].force[:, 1] > 50)
    values = motion.values.copy()
    values[motion.time <= truth.time[first[-1]]] = np.nan
    found = psoas.analyze(recorded(tmp_path / "walk.c3d", values, motion.body, plates))
    assert found.kinetics is not None, found.notes
    used = {one.plate: one.used for one in found.understood.plates}
    assert used["ground_force_1"] == used["ground_force_2"] == 1
    assert used.get("ground_force_3", 0) == 0
    assert found.kinetics.ground == "mixed"
    assert found.understood.person.mass_kg == pytest.approx(MASS_KG)
    assert {key: str(origin) for key, origin in found.understood.person.origins.items()}["mass_kg"] == "file"
