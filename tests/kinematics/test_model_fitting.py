"""A model that somebody brings, sized to a person and led by the same markers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from psoas.body.model.body import Body
from psoas.body.person import Person
from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.kinematics.ik.marker_attachment import Attachment, attach_markers
from psoas.kinematics.model_fitting import fit_model, follow_with_model, own_bodies, same_segments
from psoas.kinematics.motion import CONVERGED, Motion
from psoas.mechanics.inverse_dynamics import ExternalWrench
from psoas.mechanics.model_mechanics import compute_model_mechanics
from psoas.opensim_model import ImportedBody, ModelParts, read_model
from psoas.opensim_model.model_parts import ModelMarker
from tests.opensim_model.leg_model import leg_model
from tests.opensim_model.small_models import arm, written

MARKS = (
    "asis_r", "asis_l", "psis_r", "psis_l", "knee_lateral_r", "knee_medial_r", "knee_lateral_l", "knee_medial_l",
    "ankle_lateral_r", "ankle_medial_r", "ankle_lateral_l", "ankle_medial_l", "heel_r", "heel_l", "toe_r", "toe_l",
    "acromion_r", "acromion_l",
)  # fmt: skip


def moved(body: Body, frames: int = 40) -> Motion:
    """Hips and knees that bend and stretch."""
    values = np.tile(body.default_values(), (frames, 1))
    time = np.arange(frames) / 60.0
    for side, sign in (("r", 1.0), ("l", -1.0)):
        values[:, body.coordinate_index(f"hip_flexion_{side}")] = 0.2 + sign * 0.4 * np.sin(6.0 * time)
        values[:, body.coordinate_index(f"knee_angle_{side}")] = 0.5 + sign * 0.3 * np.cos(6.0 * time)
    values[:, body.coordinate_index("pelvis_ty")] = 0.95
    return Motion(body, time, values, np.full(frames, CONVERGED))


def seen(motion: Motion) -> tuple[Attachment, Floats]:
    worn = attach_markers(motion.body, {f"M_{mark}": mark for mark in MARKS})
    return worn, worn.positions(motion.body.poses(motion.values))


def parts_of(folder: Path, *, size: float = 1.0) -> ModelParts:
    return read_model(written(folder, leg_model(size=size)))


def test_a_smaller_model_grows_to_the_person(tmp_path: Path) -> None:
    ours = Body(Person.of(height_m=1.70, mass_kg=80.0))
    body, notes = fit_model(parts_of(tmp_path, size=0.8), ours)
    assert body.mass_kg == pytest.approx(80.0)
    assert notes[0].code == "kinematics-model_scaled"
    poses, own = body.poses(np.zeros(len(body.coordinate_names))), ours.poses(ours.default_values())
    for near, far in (("femur_r", "tibia_r"), ("tibia_l", "talus_l"), ("femur_r", "femur_l")):
        gap, expected = (float(np.linalg.norm(p.of(far)[0] - p.of(near)[0])) for p in (poses, own))
        assert gap == pytest.approx(expected, rel=1e-3)


def test_the_model_follows_the_markers_with_the_same_angles(tmp_path: Path) -> None:
    ours = Body()
    motion = moved(ours)
    worn, observed = seen(motion)
    body, _ = fit_model(parts_of(tmp_path), ours)
    found = follow_with_model(body, motion, worn, observed)
    assert np.nanmax(found.rms) < 0.012
    for name in ("hip_flexion_r", "hip_flexion_l", "knee_angle_r", "knee_angle_l"):
        off = np.degrees(found.values[:, body.coordinate_index(name)] - motion.of(name))
        assert np.std(off) < 2.0, name


def test_a_pelvis_frame_of_its_own_gives_angles_of_its_own(tmp_path: Path) -> None:
    """On Rajagopal's frame the pelvis is tipped 8.2 degrees further forward, and hips are as much more flexed."""
    ours = Body()
    motion = moved(ours)
    worn, observed = seen(motion)
    body, _ = fit_model(read_model(written(tmp_path, leg_model(rajagopal=True))), ours)
    found = follow_with_model(body, motion, worn, observed)
    assert np.nanmax(found.rms) < 0.012
    for name, sign in (("pelvis_tilt", -1.0), ("hip_flexion_r", 1.0), ("hip_flexion_l", 1.0)):
        off = np.degrees(found.values[:, body.coordinate_index(name)] - motion.of(name))
        assert off.mean() == pytest.approx(sign * 8.22, abs=1.5), name


def test_a_model_without_muscles_has_angles_alone(tmp_path: Path) -> None:
    ours = Body()
    motion = moved(ours)
    worn, observed = seen(motion)
    body, _ = fit_model(read_model(written(tmp_path, leg_model(psoas=False))), ours)
    none = np.zeros((40, 3))
    lifted = {s: ExternalWrench(f"calcn_{s}", none, none, none) for s in "rl"}
    found = compute_model_mechanics(follow_with_model(body, motion, worn, observed), lifted)
    assert found.length.shape == (40, 0) and found.forces is None


def test_a_marker_that_the_model_has_no_segment_for_is_named(tmp_path: Path) -> None:
    ours = Body()
    motion = moved(ours)
    worn = attach_markers(ours, {f"M_{mark}": mark for mark in (*MARKS, "elbow_lateral_r")})
    observed = worn.positions(ours.poses(motion.values))
    body, _ = fit_model(parts_of(tmp_path), ours)
    found = follow_with_model(body, motion, worn, observed)
    assert "M_elbow_lateral_r" in str(found.notes[0].values)
    assert "M_elbow_lateral_r" not in found.markers


def test_a_model_with_this_persons_markers_is_known_as_its_own(tmp_path: Path) -> None:
    ours = Body()
    motion = moved(ours)
    worn, observed = seen(motion)
    parts = parts_of(tmp_path)
    same = same_segments(ImportedBody(parts))
    marks = tuple(
        ModelMarker(name, same[segment], at)
        for name, segment, at in zip(worn.names, worn.segments, worn.local, strict=True)
        if segment in same
    )
    assert own_bodies(replace(parts, markers=marks), worn, observed) >= {"pelvis", "calcn_r", "calcn_l"}
    larger = tuple(replace(one, at=1.2 * one.at) for one in marks)
    assert own_bodies(replace(parts, markers=larger), worn, observed) == frozenset()


def test_a_model_without_legs_is_refused_with_the_names_it_needs(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        fit_model(read_model(written(tmp_path, arm())), Body())
    assert caught.value.messages[0].code == "kinematics-model_segments"
    assert "femur_r" in str(caught.value)


def test_forces_of_a_model_that_stands_are_its_weight(tmp_path: Path) -> None:
    ours = Body()
    motion = moved(ours, 60)
    still = Motion(ours, motion.time, np.tile(motion.values[:1], (60, 1)), motion.outcome)
    worn, observed = seen(still)
    body, _ = fit_model(parts_of(tmp_path), ours)
    followed = follow_with_model(body, still, worn, observed)
    none = np.zeros((60, 3))
    lifted = {s: ExternalWrench(f"calcn_{s}", none, none, none) for s in "rl"}
    found = compute_model_mechanics(followed, lifted)
    assert found.forces is not None
    up = found.forces.moments[30, body.coordinate_index("pelvis_ty")]
    assert up == pytest.approx(body.mass_kg * 9.80665, rel=1e-3)
    assert np.nanmax(found.forces.activation) <= 1.0
    assert compute_model_mechanics(followed, None).forces is None
