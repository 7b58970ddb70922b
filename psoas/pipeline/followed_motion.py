"""From the files to a motion on the person's body: markers followed, or the coordinates of the file taken over."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from psoas.body.model.body import Body
from psoas.body.model.fibre_length_check import check_tendons
from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.core.options import InputOption
from psoas.core.stages import Stage
from psoas.kinematics.from_coordinates import motion_from_coordinates
from psoas.kinematics.gait.heading import face_forward
from psoas.kinematics.ik.calibration import Calibration, calibrate
from psoas.kinematics.ik.inverse_kinematics import NEEDED, solve_motion
from psoas.kinematics.motion import Motion
from psoas.pipeline.analysis_inputs import AnalysisInputs
from psoas.pipeline.analysis_options import AnalysisOptions
from psoas.pipeline.stage_clock import StageClock
from psoas.recording import Forces, MarkerMatch, Recording, check_markers_known, match_notes

STILL_M = 0.2
"""Markers of a person who stands quietly stay within this (assumed; sway is a few centimetres)."""


@dataclass(frozen=True)
class KnownMarkers:
    """A recording whose markers are known."""

    recording: Recording
    match: MarkerMatch

    @property
    def mapping(self) -> dict[str, str]:
        """Marker -> landmark or cluster."""
        return dict(self.match.mapping)

    @property
    def positions(self) -> Floats:
        """Marker positions (T, M, 3) in the order of ``mapping``, metres."""
        assert self.recording.markers is not None
        names = self.recording.markers.names
        return self.recording.markers.positions[:, [names.index(name) for name in self.mapping]]


@dataclass(frozen=True)
class FollowedMotion:
    """A motion and what it was found from: the recording as it was turned, its plates, its markers."""

    recording: Recording
    motion: Motion
    plates: Forces | None
    match: MarkerMatch = field(default_factory=MarkerMatch)
    remarks: tuple[Message, ...] = ()


def follow(inputs: AnalysisInputs, options: AnalysisOptions, clock: StageClock) -> FollowedMotion:
    """The motion that the recording shows.

    Raises:
        InputError: Its markers are not known, or no body fits them.
    """
    if inputs.recording.markers is None:
        return _from_coordinates(inputs, options)
    return _from_markers(inputs, options, clock)


def _from_coordinates(inputs: AnalysisInputs, options: AnalysisOptions) -> FollowedMotion:
    body = check_tendons(Body(inputs.person, lumbar_rhythm=options.lumbar_rhythm))
    return FollowedMotion(inputs.recording, motion_from_coordinates(inputs.recording, body), inputs.plates)


def _from_markers(inputs: AnalysisInputs, options: AnalysisOptions, clock: StageClock) -> FollowedMotion:
    known = _known(replace(inputs.recording, forces=inputs.plates), inputs.marker_map)
    known = replace(known, recording=face_forward(known.recording, known.mapping))
    calibration = _calibrate(known, inputs, options, clock)
    time, observed = known.recording.time, known.positions
    with clock.timed(Stage.INVERSE_KINEMATICS, len(time)):
        motion = solve_motion(
            calibration, time, observed, smoothness=options.smoothness,
            progress=lambda done, total: clock.tell(Stage.INVERSE_KINEMATICS, done, total),
        )  # fmt: skip
    recording = known.recording
    return FollowedMotion(recording, motion, recording.forces, known.match, match_notes(known.match))


def _calibrate(known: KnownMarkers, inputs: AnalysisInputs, options: AnalysisOptions, clock: StageClock) -> Calibration:
    """The person's body with the markers on it."""
    standing = _standing(inputs)
    clock.tell(Stage.CALIBRATION)
    with clock.timed(Stage.CALIBRATION, len(known.recording.time)):
        try:
            return calibrate(
                known.mapping, known.positions, person=inputs.person, static=standing,
                lumbar_rhythm=options.lumbar_rhythm,
            )  # fmt: skip
        except InputError as error:
            if options.up == "auto":
                raise
            hint = message("pipeline.up_hint", option=InputOption.UP.message, axis=options.up)
            raise InputError(*error.messages, hint) from error


def _standing(inputs: AnalysisInputs) -> tuple[dict[str, str], Floats] | None:
    """Marker -> landmark and positions of the trial of quiet standing."""
    if inputs.static is None:
        return None
    known = _known(inputs.static, inputs.marker_map)
    _check_still(inputs.static.path.name, known.positions)
    return known.mapping, known.positions


def _check_still(name: str, positions: Floats) -> None:
    """``InputError`` when the markers (T, M, 3) of a trial of quiet standing move about."""
    seen = positions[:, np.isfinite(positions).all(axis=(0, 2))]
    moved = float(np.linalg.norm(np.ptp(seen, axis=0), axis=1).max()) if seen.shape[1] else 0.0
    if moved > STILL_M:
        raise InputError(message("pipeline.static_moves", file=name, moved=f"{moved:.2f}", most=f"{STILL_M:g}"))


def _known(recording: Recording, marker_map: dict[str, str] | None) -> KnownMarkers:
    """What each marker that any frame shows stands for; ``InputError`` when they never fix a pose."""
    known = KnownMarkers(recording, check_markers_known(recording, marker_map))
    most = int(np.isfinite(known.positions).all(axis=2).sum(axis=1).max())
    if most < NEEDED:
        raise InputError(message("pipeline.too_few_markers", file=recording.path.name, most=most, needed=NEEDED))
    return known
