"""A model that somebody brings, led through the movement that our body has followed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from psoas.body.anatomy.pelvis_frame import turn_pelvis
from psoas.core.arrays import Floats, finite_rows
from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.core.stages import Stage
from psoas.kinematics.model_fitting import ModelMotion, fit_model, follow_with_model, model_knee_sign, own_bodies
from psoas.kinematics.motion import CONVERGED, UNSEEN
from psoas.mechanics.kinetics import Kinetics
from psoas.mechanics.model_mechanics import ModelMechanics, compute_model_mechanics
from psoas.opensim_model import ImportedBody, ModelParts
from psoas.opensim_model.alike_pose import has_rajagopal_pelvis
from psoas.opensim_model.psoas_graft import graft_psoas
from psoas.pipeline.analysis_options import AnalysisOptions
from psoas.pipeline.followed_motion import FollowedMotion
from psoas.pipeline.stage_clock import StageClock
from psoas.recording import Recording, knee_sign, pelvis_frame, to_radians

KNEES = ("knee_angle_r", "knee_angle_l")


def analyse_model(
    parts: ModelParts, options: AnalysisOptions, followed: FollowedMotion, kinetics: Kinetics | None, clock: StageClock
) -> ModelMechanics:
    """The model's own angles, lengths, moment arms, joint moments and muscle forces.

    From markers, the model is sized to the person first; coordinates of a file are taken as they are, on the model as
    it is. ``kinetics`` gives what bears on the feet.
    """
    frames = len(followed.motion.time)
    with clock.timed(Stage.MODEL, frames):
        if followed.worn is None or followed.observed is None:
            motion = _moved_by_file(parts, options, followed)
        else:
            placed = own_bodies(parts, followed.worn, followed.observed)
            if placed:
                body = ImportedBody(parts)
                notes: tuple[Message, ...] = (message("kinematics.model_as_it_is", name=parts.name),)
            else:
                body, notes = fit_model(parts, followed.motion.body)
            body, grafted = _grafted(body, options, followed)
            motion = follow_with_model(body, followed.motion, followed.worn, followed.observed, placed=placed)
            motion = replace(motion, notes=(*notes, *grafted, *motion.notes))
        found = compute_model_mechanics(motion, kinetics.loads if kinetics else None)
    return replace(found, notes=(*motion.notes, *found.notes, *parts.left_out))


def _grafted(
    body: ImportedBody, options: AnalysisOptions, followed: FollowedMotion
) -> tuple[ImportedBody, tuple[Message, ...]]:
    """The body with our psoas on it, where that was asked for."""
    if not options.graft_psoas:
        return body, ()
    parts, notes = graft_psoas(body.parts, followed.motion.body)
    return ImportedBody(parts), notes


def _moved_by_file(parts: ModelParts, options: AnalysisOptions, followed: FollowedMotion) -> ModelMotion:
    body, notes = _grafted(ImportedBody(parts), options, followed)
    values, turned = file_values(body, followed.recording)
    seen = finite_rows(values)
    outcome = np.where(seen, CONVERGED, UNSEEN).astype(float)
    still = np.full(len(values), np.nan)
    return ModelMotion(body, followed.recording.time, values, outcome, still, (), (*turned, *notes))


def file_values(body: ImportedBody, recording: Recording) -> tuple[Floats, tuple[Message, ...]]:
    """The file's coordinates under the model's names, by its knee sign and pelvis frame, and what was turned."""
    coordinates = recording.coordinates
    assert coordinates is not None
    known = [name for name in coordinates.names if name in body.coordinate_names]
    if not known:
        raise InputError(message("pipeline.model_coordinates", file=recording.path.name))
    values = np.tile(body.default_values(), (len(recording.time), 1))
    radians = to_radians(coordinates)
    notes = list[Message]()
    sign = knee_sign(coordinates) * model_knee_sign(body)
    if sign < 0 and any(name in KNEES for name in known):
        notes.append(message("pipeline.model_knees_turned"))
    for name in known:
        turn = sign if name in KNEES else 1
        values[:, body.coordinate_index(name)] = turn * radians[:, coordinates.names.index(name)]
    theirs, frame = has_rajagopal_pelvis(body), pelvis_frame(coordinates)
    if frame and theirs != (frame == "rajagopal"):
        turn_pelvis(values, body.coordinate_names, known, back=theirs)
        notes.append(message("pipeline.model_pelvis_turned"))
    return values, tuple(notes)
