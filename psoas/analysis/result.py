"""One analysed recording, in memory: what ``psoas.analyze`` returns and every page is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import numpy as np

from psoas.analysis.summary_model import QualityStatus
from psoas.analysis.understood import Understood
from psoas.core.message import Message, literal, message
from psoas.core.sides import SIDES
from psoas.kinematics.gait.ground_velocity import GroundMotion
from psoas.kinematics.gait.repetitions import Repetitions
from psoas.kinematics.gait.strides import Gait
from psoas.kinematics.motion import CONVERGED, UNSEEN, Motion
from psoas.mechanics.kinetics import MEASURED, PREDICTED, Kinetics
from psoas.mechanics.model_mechanics import ModelMechanics
from psoas.mechanics.muscle_geometry import Mechanics
from psoas.mechanics.uncertainty import Uncertainty
from psoas.recording import Recording

GOOD, FAIR, REFUSED = QualityStatus.GOOD, QualityStatus.FAIR, QualityStatus.REFUSED
RMS_GOOD_M, RMS_FAIR_M = 0.020, 0.040
"""OpenSim's guidance for inverse kinematics: RMS marker errors below 2 cm are good (source opensim_ik_guide); twice
that is kept with a warning, more is refused (assumed)."""
SEEN_GOOD = 0.95
"""Share of the frames, from the first with a pose to the last, in which a pose was found (assumed). A recording with
fewer is no longer good, and never refused for it: what is seen is answered for."""
RESIDUAL_FAIR_BW = 0.10
"""Force at the pelvis that nothing explains (RMS, body weights) above which forces are called rough (assumed)."""
TILT_WALKING_DEG = 40.0
"""Nobody walks with the pelvis tilted further than this on average (assumed; adults walk at about 10)."""


class QualityReason(StrEnum):
    """Why a recording is not good: keys of the catalogue."""

    FRAMES_SEEN = "quality.frames_seen"
    MARKER_ERROR = "quality.marker_error"
    NOT_SETTLED = "quality.not_settled"
    PELVIS_FREE = "quality.pelvis_free"
    TILTED = "quality.tilted"
    EXCHANGED = "quality.exchanged"
    LEG_UNSEEN = "quality.leg_unseen"
    LEGS_UNSEEN = "quality.legs_unseen"
    PLATES_ROUGH = "quality.plates_rough"


@dataclass(frozen=True)
class Quality:
    """How far a recording can be trusted, and the reasons; RMS marker errors in metres, ``seen`` a share."""

    status: QualityStatus
    reasons: tuple[Message, ...]
    rms_mean: float
    rms_max: float
    seen: float


@dataclass(frozen=True)
class Analysis:
    """A recording and everything found in it. ``timing`` is milliseconds a frame by stage."""

    recording: Recording
    marker_set: str
    motion: Motion
    mechanics: Mechanics
    ground: GroundMotion
    gait: Gait | None
    repetitions: Repetitions | None
    kinetics: Kinetics | None
    uncertainty: Mapping[tuple[str, str], Uncertainty]
    quality: Quality
    understood: Understood
    timing: Mapping[str, float]
    remarks: tuple[Message, ...] = ()
    folder: Path | None = None
    model: ModelMechanics | None = None

    @property
    def notes(self) -> tuple[Message, ...]:
        """Everything repaired, detected or assumed, each once."""
        kinetics = self.kinetics.notes if self.kinetics else ()
        read = [*self.recording.repairs, *self.recording.notes]
        found = [*read, *self.motion.notes, *(self.gait.notes if self.gait else ()), *kinetics]
        found += self.mechanics.notes
        found += self.model.notes if self.model else ()
        found += self.remarks
        return tuple(dict.fromkeys(found))


def judge_forces(quality: Quality, kinetics: Kinetics | None) -> Quality:
    """The quality of a motion, lowered where plates and movement do not fit together; what predicted ground leaves over
    is its own fault, and told as its expected error."""
    if kinetics is None or kinetics.ground == PREDICTED:
        return quality
    rough = kinetics.residual_rms_bw if kinetics.ground == MEASURED else kinetics.plates_residual_bw
    if not rough > RESIDUAL_FAIR_BW:
        return quality
    status = FAIR if quality.status is GOOD else quality.status
    reason = message(QualityReason.PLATES_ROUGH, percent=f"{100 * rough:.0f}")
    return replace(quality, status=status, reasons=(*quality.reasons, reason))


def judge_motion(
    motion: Motion,
    gait: Gait | None = None,
    *,
    lacking: tuple[str, ...] = (),
    exchanged: bool = False,
    legs_unseen: tuple[str, ...] = (),
) -> Quality:
    """How far a motion can be trusted; ``lacking`` names pelvis markers that its marker set has and the file has not,
    when those left do not fix the pelvis. ``exchanged`` says that right
    and left markers are, ``legs_unseen`` names sides whose leg no marker shows."""
    total = max(len(motion.time), 1)
    seen = float((motion.outcome != UNSEEN).sum() / total)
    settled = float((motion.outcome == CONVERGED).sum() / total)
    found = np.flatnonzero(motion.outcome != UNSEEN)
    within = len(found) / float(found[-1] - found[0] + 1) if len(found) else 0.0
    rms = motion.fit.rms if motion.fit else np.array([np.nan])
    any_rms = np.isfinite(rms).any()
    mean, top = (float(np.nanmean(rms)), float(np.nanmax(rms))) if any_rms else (np.nan, np.nan)
    reasons: list[Message] = []
    status = GOOD
    seen_percent, unsettled_percent = f"{100 * within:.0f}", f"{100 * (seen - settled):.1f}"
    usual, apart = f"{RMS_GOOD_M * 1000:.0f}", f"{mean * 1000:.0f}"
    for value, good, fair, reason in (
        (-within, -SEEN_GOOD, -1e-9, message(QualityReason.FRAMES_SEEN, percent=seen_percent)),
        (mean, RMS_GOOD_M, RMS_FAIR_M, message(QualityReason.MARKER_ERROR, mean=apart, usual=usual)),
        (seen - settled, 0.01, 0.2, message(QualityReason.NOT_SETTLED, percent=unsettled_percent)),
    ):
        if value > fair:
            status, reasons = REFUSED, [*reasons, reason]
        elif value > good:
            status, reasons = (FAIR if status is GOOD else status), [*reasons, reason]
    if lacking:
        markers = tuple(literal(name) for name in lacking)
        status = FAIR if status is GOOD else status
        reasons.append(message(QualityReason.PELVIS_FREE, markers=markers))
    if len(legs_unseen) == len(SIDES):
        status, reasons = REFUSED, [*reasons, message(QualityReason.LEGS_UNSEEN)]
    elif legs_unseen:
        status = FAIR if status is GOOD else status
        reasons.append(message(QualityReason.LEG_UNSEEN, side=legs_unseen[0]))
    tilt = float(np.degrees(np.nanmean(motion.values[:, motion.body.coordinate_index("pelvis_tilt")]))) if seen else 0.0
    if exchanged:
        status = REFUSED
        reasons.append(message(QualityReason.EXCHANGED))
    elif gait and abs(tilt) > TILT_WALKING_DEG:
        status = REFUSED
        reasons.append(message(QualityReason.TILTED, degrees=f"{abs(tilt):.0f}"))
    return Quality(status, tuple(reasons), mean, top, seen)
