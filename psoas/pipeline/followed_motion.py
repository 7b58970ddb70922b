"""From the files to a motion on the person's body: markers followed, or the coordinates of the file taken over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from psoas.body.model.body import Body
from psoas.body.model.fibre_length_check import check_tendons
from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.core.message import Message, message, message_id
from psoas.core.options import InputOption
from psoas.core.sides import LETTERS
from psoas.core.stages import Stage
from psoas.kinematics.from_coordinates import motion_from_coordinates
from psoas.kinematics.gait.heading import face_forward
from psoas.kinematics.ik.calibration import Calibration, calibrate
from psoas.kinematics.ik.exchanged_names import exchange_names
from psoas.kinematics.ik.inverse_kinematics import NEEDED, solve_motion
from psoas.kinematics.ik.marker_attachment import Attachment
from psoas.kinematics.ik.marker_faults import mend_markers
from psoas.kinematics.ik.quiet_standing import StandingTrial, choose_standing
from psoas.kinematics.motion import Motion
from psoas.kinematics.person_doubts import doubts_about
from psoas.kinematics.seen_frames import SeenFrames, find_seen_frames, find_unseen_legs
from psoas.kinematics.side_check import sides_are_exchanged
from psoas.mechanics.plate_zero import zero_plates
from psoas.pipeline.analysis_inputs import AnalysisInputs
from psoas.pipeline.analysis_options import AnalysisOptions
from psoas.pipeline.stage_clock import StageClock
from psoas.recording import Forces, MarkerMatch, Recording, check_markers_known, match_notes
from psoas.recording.stretches import SHORTEST_S, find_stretches, long_stretches

EXCHANGED_NAMES = message_id("kinematics.names_exchanged")
LYING = 0.5
"""Cosine of how far the pelvis is from upright, half the time, below which a person lies (assumed: 60 degrees)."""


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
    """A motion and what it was found from: the recording as it was turned, its plates, its markers, where they are
    ``worn`` and, for a model that somebody brings, where they were ``observed`` (T, M, 3)."""

    recording: Recording
    motion: Motion
    plates: Forces | None
    match: MarkerMatch = field(default_factory=MarkerMatch)
    leg_hidden: Mapping[str, int] = field(default_factory=dict)
    exchanged: bool = False
    legs_unseen: tuple[str, ...] = ()
    remarks: tuple[Message, ...] = ()
    worn: Attachment | None = None
    observed: Floats | None = None


def follow(inputs: AnalysisInputs, options: AnalysisOptions, clock: StageClock) -> FollowedMotion:
    """The motion that the recording shows.

    Raises:
        InputError: Its markers are not known, or no body fits them.
    """
    if inputs.recording.markers is None:
        followed = _from_coordinates(inputs, options)
    else:
        followed = _from_markers(inputs, options, clock)
    remarks = (*followed.remarks, *doubts_about(followed.motion.body.person))
    return _with_plates_zeroed(replace(followed, remarks=remarks))


def _with_plates_zeroed(followed: FollowedMotion) -> FollowedMotion:
    """The same with plates that read nothing while nobody is on them, and a repair for each that was put right."""
    if followed.plates is None:
        return followed
    plates, repairs = zero_plates(followed.plates, followed.motion)
    recording = replace(followed.recording, repairs=(*followed.recording.repairs, *repairs))
    return replace(followed, recording=recording, plates=plates)


def _from_coordinates(inputs: AnalysisInputs, options: AnalysisOptions) -> FollowedMotion:
    body = check_tendons(Body(inputs.person, lumbar_rhythm=options.lumbar_rhythm))
    return FollowedMotion(inputs.recording, motion_from_coordinates(inputs.recording, body), inputs.plates)


def _from_markers(inputs: AnalysisInputs, options: AnalysisOptions, clock: StageClock) -> FollowedMotion:
    known = _known(replace(inputs.recording, forces=inputs.plates), inputs.marker_map)
    known = replace(known, recording=face_forward(known.recording, known.mapping))
    time = known.recording.time
    seen = find_seen_frames(time, known.mapping, known.positions)
    mended = mend_markers(known.mapping, _seen_stretches(known, seen))
    observed = mended.positions
    calibration = _calibrate(known, observed, inputs, options, clock)
    with clock.timed(Stage.INVERSE_KINEMATICS, len(time)):
        motion = solve_motion(
            calibration, time, observed, smoothness=options.smoothness,
            progress=lambda done, total: clock.tell(Stage.INVERSE_KINEMATICS, done, total),
        )  # fmt: skip
    recording = known.recording
    notes = (*match_notes(known.match, inputs.marker_map), *mended.notes, *_axis_remarks(motion, options))
    exchanged = sides_are_exchanged(known.mapping, observed)
    return FollowedMotion(
        recording, motion, recording.forces, known.match, seen.leg_hidden, exchanged, find_unseen_legs(known.mapping),
        notes, calibration.attachment, observed if inputs.model else None,
    )  # fmt: skip


def _seen_stretches(known: KnownMarkers, seen: SeenFrames) -> Floats:
    """Marker positions (T, M, 3), NaN outside the stretches that are long enough to follow; ``InputError`` when none
    is."""
    time, name = known.recording.time, known.recording.path.name
    stretches = long_stretches(time, seen.usable)
    if not stretches:
        longest = max((one.seconds(time) for one in find_stretches(time, seen.usable)), default=0.0)
        values = {"longest": f"{longest:.2f}", "needed": f"{SHORTEST_S:g}"}
        raise InputError(message("pipeline.no_stretch", file=name, markers=NEEDED, **values))
    inside = np.zeros(len(time), bool)
    for one in stretches:
        inside[one.frames] = seen.usable[one.frames]
    return np.where(inside[:, None, None], known.positions, np.nan)


def _calibrate(
    known: KnownMarkers, observed: Floats, inputs: AnalysisInputs, options: AnalysisOptions, clock: StageClock
) -> Calibration:
    """The person's body with the markers on it."""
    static = _standing(inputs)
    clock.tell(Stage.CALIBRATION)
    with clock.timed(Stage.CALIBRATION, len(known.recording.time)):
        return calibrate(
            known.mapping, observed, person=inputs.person, static=static, widths=_widths(known),
            lumbar_rhythm=options.lumbar_rhythm,
        )  # fmt: skip


def _axis_remarks(motion: Motion, options: AnalysisOptions) -> tuple[Message, ...]:
    """A note when the person lies by the vertical axis that was given: it may be the wrong one."""
    tilt, lean = motion.of("pelvis_tilt"), motion.of("pelvis_list")
    upright = np.cos(tilt) * np.cos(lean)
    if options.up == "auto" or not np.isfinite(upright).any() or np.nanmedian(upright) > LYING:
        return ()
    return (message("pipeline.up_hint", option=InputOption.UP.message, axis=options.up),)


def _standing(inputs: AnalysisInputs) -> StandingTrial | None:
    """Marker -> landmark and positions of the trial of quiet standing."""
    if inputs.static is None:
        return None
    known = _known(inputs.static, inputs.marker_map)
    name = inputs.static.path.name
    found = choose_standing(name, known.recording.time, known.mapping, known.positions)
    exchanged = tuple(note for note in known.recording.repairs if note.code == EXCHANGED_NAMES)
    return replace(found, notes=(*exchanged, *found.notes))


def _widths(known: KnownMarkers) -> dict[str, float]:
    """Widths across knees and ankles that the file gives, metres."""
    subject = known.recording.subject
    found = {f"{j}_{s}": getattr(subject, f"{j}_width_{s}_m", None) for j in ("knee", "ankle") for s in LETTERS}
    return {name: width for name, width in found.items() if width is not None}


def _with_names_right(known: KnownMarkers) -> KnownMarkers:
    """The same with names put right that are exchanged throughout, and a repair for each."""
    recording, names = known.recording, list(known.mapping)
    mended, repairs = exchange_names(recording.path.name, known.mapping, known.positions)
    if not repairs or recording.markers is None:
        return known
    positions = np.array(recording.markers.positions)
    positions[:, [recording.markers.names.index(name) for name in names]] = mended
    markers = replace(recording.markers, positions=positions)
    return replace(known, recording=replace(recording, markers=markers, repairs=(*recording.repairs, *repairs)))


def _known(recording: Recording, marker_map: dict[str, str] | None) -> KnownMarkers:
    """What each marker that any frame shows stands for; ``InputError`` when they never fix a pose."""
    known = _with_names_right(KnownMarkers(recording, check_markers_known(recording, marker_map)))
    most = int(np.isfinite(known.positions).all(axis=2).sum(axis=1).max())
    if most < NEEDED:
        raise InputError(message("pipeline.too_few_markers", file=recording.path.name, most=most, needed=NEEDED))
    return known
