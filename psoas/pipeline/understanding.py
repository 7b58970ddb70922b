"""What was understood of a recording, put together from what each stage found."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from psoas.analysis.understood import FigureOrigin, Understood, UnderstoodMarkers, UnderstoodPass, UnderstoodPerson
from psoas.body.person import Person
from psoas.core.message import message_id
from psoas.core.sides import SIDES
from psoas.kinematics.gait.segmentation import MotionPass, SegmentedMotion
from psoas.mechanics.kinetics import Kinetics
from psoas.pipeline.analysis_inputs import AnalysisInputs
from psoas.pipeline.analysis_options import AnalysisOptions
from psoas.pipeline.followed_motion import FollowedMotion

UP_FOUND, UP_ASSUMED = message_id("recording.up_found"), message_id("recording.up_assumed")


def understand(
    inputs: AnalysisInputs,
    options: AnalysisOptions,
    followed: FollowedMotion,
    parts: SegmentedMotion,
    kinetics: Kinetics | None,
) -> Understood:
    """What the stages took the recording for."""
    motion = followed.motion
    time = motion.time
    person = kinetics.body.person if kinetics else motion.body.person  # plates may have weighed them
    up, up_origin = _up(followed, options)
    return Understood(
        person=_person(person, inputs, options),
        activity=parts.activity,
        passes=tuple(_pass(one, followed) for one in parts.passes),
        stretches=tuple((float(time[one.start]), float(time[one.stop - 1])) for one in parts.stretches),
        strides={side: parts.gait.strides[side] if parts.gait else 0 for side in SIDES},
        markers=_markers(followed),
        static=Path(options.static).name if options.static else "",
        up=up,
        up_origin=up_origin,
        plates=kinetics.plates if kinetics else (),
        plates_used=followed.plates is None or kinetics is not None,
        turns=tuple((float(time[one.start]), float(time[one.stop - 1])) for one in parts.turns),
        treadmill=parts.ground.treadmill,
        belt_m_s=parts.ground.belt_m_s,
        repeated=parts.repetitions.kind if parts.repetitions else "",
        no_stride=parts.no_stride,
        whole=(float(time[0]), float(time[-1])),
    )


def _markers(followed: FollowedMotion) -> UnderstoodMarkers | None:
    """Which markers the movement was found from; None for joint angles."""
    match, fit = followed.match, followed.motion.fit
    if fit is None:
        return None
    used = {name for name, apart in zip(fit.names, fit.residual.T, strict=True) if np.isfinite(apart).any()}
    left_out = tuple(name for name in match.mapping if name not in used)
    return UnderstoodMarkers(match.sets, len(used), match.named, len(match.outputs), left_out)


def _person(person: Person, inputs: AnalysisInputs, options: AnalysisOptions) -> UnderstoodPerson:
    """Each figure of the person, and whether it was given, told by a file, measured, or assumed."""
    origins = {}
    for key in ("height_m", "mass_kg", "sex"):
        if key not in options.person.assumed:
            origins[key] = FigureOrigin.GIVEN
        elif key not in inputs.person.assumed:
            origins[key] = FigureOrigin.FILE
        elif getattr(person, key) != getattr(inputs.person, key):
            origins[key] = FigureOrigin.MEASURED
        else:
            origins[key] = FigureOrigin.ASSUMED
    return UnderstoodPerson(person.height_m, person.mass_kg, person.sex, origins)


def _up(followed: FollowedMotion, options: AnalysisOptions) -> tuple[str, FigureOrigin]:
    """The file's axis that points up, and how that is known; nothing for joint angles, which have no file axes."""
    if followed.recording.markers is None:
        return "", FigureOrigin.ASSUMED
    if options.up != "auto":
        return options.up.upper(), FigureOrigin.GIVEN
    for note in followed.recording.notes:
        if note.code == UP_FOUND:
            return str(note["axis"]), FigureOrigin.MEASURED
        if note.code == UP_ASSUMED:
            return "Y", FigureOrigin.ASSUMED
    return "Y", FigureOrigin.MEASURED


def _pass(one: MotionPass, followed: FollowedMotion) -> UnderstoodPass:
    time = followed.motion.time
    start, stop = float(time[one.stretch.start]), float(time[one.stretch.stop - 1])
    heading = float(np.degrees(one.heading_rad))
    return UnderstoodPass(start, stop, heading, one.activity, one.strides, one.no_stride)
