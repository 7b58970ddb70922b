"""One analysed recording, in memory: what ``psoas.analyze`` returns and every page is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from psoas.analysis.summary_model import QualityStatus
from psoas.core.message import Message
from psoas.kinematics.gait.ground_velocity import GroundMotion
from psoas.kinematics.gait.repetitions import Repetitions
from psoas.kinematics.gait.strides import Gait
from psoas.kinematics.motion import CONVERGED, UNSEEN, Motion
from psoas.mechanics.kinetics import MEASURED, Kinetics
from psoas.mechanics.muscle_geometry import Mechanics
from psoas.mechanics.uncertainty import Uncertainty
from psoas.recording import Recording

GOOD, FAIR, REFUSED = QualityStatus.GOOD, QualityStatus.FAIR, QualityStatus.REFUSED
RMS_GOOD_M, RMS_FAIR_M = 0.020, 0.040
"""OpenSim's guidance for inverse kinematics: RMS marker errors below 2 cm are good (source opensim_ik_guide); twice
that is kept with a warning, more is refused (assumed)."""
SEEN_GOOD, SEEN_FAIR = 0.95, 0.60
"""Share of the frames in which a pose could be found (assumed)."""
RESIDUAL_FAIR_BW = 0.10
"""Force at the pelvis that nothing explains (RMS, body weights) above which forces are called rough (assumed)."""
TILT_WALKING_DEG = 40.0
"""Nobody walks with the pelvis tilted further than this on average (assumed; adults walk at about 10)."""


@dataclass(frozen=True)
class Quality:
    """ "good", "fair" or "refused", and plain reasons."""

    status: QualityStatus
    reasons: tuple[str, ...]
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
    timing: Mapping[str, float]
    remarks: tuple[Message, ...] = ()
    folder: Path | None = None

    @property
    def notes(self) -> tuple[Message, ...]:
        """Everything detected or assumed, each once."""
        kinetics = self.kinetics.notes if self.kinetics else ()
        found = [*self.recording.notes, *self.motion.notes, *(self.gait.notes if self.gait else ()), *kinetics]
        found += self.remarks
        return tuple(dict.fromkeys(found))


def judge_forces(quality: Quality, kinetics: Kinetics | None) -> Quality:
    """The quality of a motion, lowered where plates and movement do not fit together; what predicted ground leaves over
    is its own fault, and told as its expected error."""
    if kinetics is None or kinetics.ground != MEASURED or kinetics.residual_rms_bw <= RESIDUAL_FAIR_BW:
        return quality
    part = f"{kinetics.residual_rms_bw:.0%}"
    text = f"Plates and movement do not quite fit: {part} of body weight stays unexplained, so forces are rough."
    return replace(quality, status=FAIR if quality.status == GOOD else quality.status, reasons=(*quality.reasons, text))


def judge_motion(motion: Motion, gait: Gait | None = None, *, lacking: tuple[str, ...] = ()) -> Quality:
    """How far a motion can be trusted; ``lacking`` names pelvis markers that its marker set has and the file has not,
    when those left do not fix the pelvis."""
    total = max(len(motion.time), 1)
    seen = float((motion.outcome != UNSEEN).sum() / total)
    settled = float((motion.outcome == CONVERGED).sum() / total)
    rms = motion.fit.rms if motion.fit else np.array([np.nan])
    any_rms = np.isfinite(rms).any()
    mean, top = (float(np.nanmean(rms)), float(np.nanmax(rms))) if any_rms else (np.nan, np.nan)
    reasons: list[str] = []
    status = GOOD
    for value, good, fair, text in (
        (
            -seen,
            -SEEN_GOOD,
            -SEEN_FAIR,
            f"A pose was found in {seen:.0%} of the frames; the others show too few markers.",
        ),
        (
            mean,
            RMS_GOOD_M,
            RMS_FAIR_M,
            f"Markers and body lie {mean * 1000:.0f} mm apart on average; below {RMS_GOOD_M * 1000:.0f} mm is usual.",
        ),
        (seen - settled, 0.01, 0.2, f"In {seen - settled:.1%} of the frames the search stopped before it had settled."),
    ):
        if value > fair:
            status, reasons = REFUSED, [*reasons, text]
        elif value > good:
            status, reasons = (FAIR if status == GOOD else status), [*reasons, text]
    if lacking:
        text = f"Without {' and '.join(lacking)} the pelvis can tilt unseen; every figure of the psoas may be off."
        status, reasons = (FAIR if status == GOOD else status), [*reasons, text]
    tilt = float(np.degrees(np.nanmean(motion.values[:, motion.body.coordinate_index("pelvis_tilt")]))) if seen else 0.0
    if gait and abs(tilt) > TILT_WALKING_DEG:
        text = f"The pelvis comes out tilted by {abs(tilt):.0f} deg in walking: are left and right markers exchanged?"
        status, reasons = REFUSED, [*reasons, text]
    return Quality(status, tuple(reasons), mean, top, seen)
