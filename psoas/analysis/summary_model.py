"""``psoas.summary/1`` as typed models: what an analysis writes and everything else reads, checked once when read.

``Summary`` is a whole file. ``SummaryExcerpt`` is any part of one: what a person or a test gives by hand, or what an
older release left out. Lengths are millimetres, angles degrees, shares percent unless a name says otherwise; None
stands where a number is not known, because JSON has no NaN.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, Literal

from pydantic import Field, ValidationError

from psoas.analysis.model_summary import ModelSummary
from psoas.analysis.summary_parts import BySide, Items, MessageCode, Number, SummaryPart
from psoas.analysis.understood_model import UnderstoodSummary
from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.kinematics.gait.running import is_running

SCHEMA: Literal["psoas.summary/1"] = "psoas.summary/1"


class QualityStatus(StrEnum):
    """How far a recording can be trusted."""

    GOOD = "good"
    FAIR = "fair"
    REFUSED = "refused"


class GaitKind(StrEnum):
    """What kind of gait a stance tells of; unknown where no foot was seen to leave the ground."""

    WALKING = "walking"
    RUNNING = "running"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, stance_percent: float | None) -> GaitKind:
        """The kind by the one rule of ``psoas.kinematics.gait.running``."""
        if stance_percent is None:
            return cls.UNKNOWN
        return cls.RUNNING if is_running(stance_percent) else cls.WALKING


class ValueRange(SummaryPart):
    """Least and greatest of what was seen."""

    min: Number = None
    max: Number = None


class MeanRange(ValueRange):
    """The same with the mean over time."""

    mean: Number = None


class LengthRange(ValueRange):
    """Length of a muscle: its ends and how far it moved between them."""

    excursion: Number = None


class ChoiceBand(SummaryPart):
    """A figure under every choice of force sharing: median, least and greatest."""

    median: Number = None
    low: Number = None
    high: Number = None


class RecordingSource(SummaryPart):
    """The file that was analysed."""

    file: str = ""
    kind: str = ""
    marker_set: str | None = None
    rate_hz: Number = None
    frames: int = 0
    duration_s: Number = None


class PersonSummary(SummaryPart):
    """Who moved, as far as the analysis knew; ``assumed`` names the fields that nobody gave."""

    height_m: float
    mass_kg: float
    sex: str
    assumed: Items[str]


class BodySummary(SummaryPart):
    """The fitted skeleton: scale of each segment along its three axes, and the rhythm of the lumbar spine."""

    scale: dict[str, Items[float]]
    lumbar_rhythm: str


class MarkerError(SummaryPart):
    """Distance between markers and body (RMS over the markers), millimetres: mean over the frames and the worst."""

    mean: Number = None
    max: Number = None


class QualitySummary(SummaryPart):
    """How far the recording can be trusted. ``reasons`` are sentences, ``reason_codes`` the same as codes."""

    status: QualityStatus | None = None
    reasons: Items[str] = ()
    reason_codes: Items[MessageCode] = ()
    marker_rms_mm: MarkerError | None = None
    frames_seen_percent: Number = None
    frames_by_outcome: dict[str, int] = Field(default_factory=dict)


class CoordinateSummary(MeanRange):
    """One joint angle: its name, what its positive sign means, its range, and how far off it may be. A held one was
    assumed, because these markers cannot see it."""

    label: str = ""
    positive: str = ""
    clinical: str = ""
    uncertainty_deg: Number = None
    held: bool = False


class PostureMeans(SummaryPart):
    """Curve of the low back, and the opening between ribs and pelvis in front (0 parallel)."""

    lordosis_deg: MeanRange | None = None
    stacking_deg: MeanRange | None = None


class MuscleUncertainty(SummaryPart):
    """Half-widths of a muscle's figures, millimetres."""

    length_mm: Number = None
    excursion_mm: Number = None
    hip_flexion_moment_arm_mm: Number = None


class MuscleSummary(SummaryPart):
    """Geometry of one muscle of one side."""

    length_mm: LengthRange = LengthRange()
    length_percent_standing: ValueRange = ValueRange()
    hip_flexion_moment_arm_mm: ValueRange = ValueRange()
    normalised_fibre_length: ValueRange = ValueRange()
    standing_length_mm: Number = None
    uncertainty: MuscleUncertainty | None = None


class PaceSpread(SummaryPart):
    """Standard deviation of each pace between strides; None for a single one."""

    speed_m_s: Number = None
    cadence_steps_min: Number = None
    step_length_m: Number = None
    stance_percent: Number = None


class StrideEvents(SummaryPart):
    """One stride in seconds of the file; ``flag`` names what is wrong with it, "" when nothing is."""

    start_s: float
    end_s: float
    toe_off_s: Number = None
    flag: str = ""


class GaitSummary(SummaryPart):
    """Pace and strides of walking or running."""

    speed_m_s: Number = None
    cadence_steps_min: Number = None
    step_length_m: Number = None
    stance_percent: Number = None
    belt_m_s: Number = None
    treadmill: bool = False
    strides: BySide[int] = BySide[int]()
    sd: PaceSpread = PaceSpread()
    events: BySide[Items[StrideEvents]] = BySide[Items[StrideEvents]]()

    @property
    def pace(self) -> GaitKind:
        """Walking, running, or unknown."""
        return GaitKind.of(self.stance_percent)


class DiscCompression(SummaryPart):
    """Compression of a disc, newtons: mean and peak under the first choice, and their ends over the choices."""

    mean: float
    peak: float
    mean_low: float
    mean_high: float
    peak_low: float
    peak_high: float


class ShareRange(SummaryPart):
    """Ends of a share, 0 to 1."""

    low: Number = None
    high: Number = None


class StepDrive(SummaryPart):
    """Work (J/kg) and peak power (W/kg) of the three bursts that drive a step, and the front of the hip's share."""

    hip_extensor_j_kg: Number = None
    hip_flexor_j_kg: Number = None
    ankle_j_kg: Number = None
    hip_extensor_w_kg: Number = None
    hip_flexor_w_kg: Number = None
    ankle_w_kg: Number = None
    hip_flexor_passive_share: Number = None
    hip_flexor_passive_share_range: ShareRange | None = None
    front_pull_share: Number = None


class PlateSummary(SummaryPart):
    """One plate: how often it was stepped on, how many of these contacts were used, why others were not, or how."""

    name: str
    contacts: int = 0
    used: int = 0
    reasons: Items[str] = ()
    reason_codes: Items[str] = ()


class ForceSummary(SummaryPart):
    """Forces of ground, muscles and joints; ``choices`` are the ways to share effort that every band runs over, and
    ``stance_measured_percent`` how much of the time with a foot on the ground its force was measured."""

    ground: Literal["", "measured", "predicted", "mixed"] = ""
    stance_measured_percent: BySide[float] = BySide[float]()
    plates: Items[PlateSummary] = ()
    expected_error: str = ""
    mass_kg: Number = None
    mass_assumed: bool = False
    cutoff_hz: Number = None
    root_residual_n: Number = None
    root_residual_rms_bw: Number = None
    choices: Items[str] = ()
    hip_contact_bw: BySide[Items[Number]] | None = None
    lumbar_compression_n: dict[str, DiscCompression] = Field(default_factory=dict)
    lumbar_shear_n: dict[str, ValueRange] = Field(default_factory=dict)
    drive: BySide[StepDrive] = BySide[StepDrive]()
    peaks_by_choice: dict[str, BySide[Items[Number]]] = Field(default_factory=dict)
    psoas_peak_n: BySide[ChoiceBand] = BySide[ChoiceBand]()
    iliacus_peak_n: BySide[ChoiceBand] = BySide[ChoiceBand]()
    gluteus_maximus_peak_n: BySide[ChoiceBand] = BySide[ChoiceBand]()
    gluteus_medius_peak_n: BySide[ChoiceBand] = BySide[ChoiceBand]()

    def peak_n(self, group: str, side: str) -> ChoiceBand | None:
        """Peak tension of "psoas", "iliacus", "gluteus_maximus" or "gluteus_medius"; ``KeyError`` for another."""
        known = {
            "psoas": self.psoas_peak_n, "iliacus": self.iliacus_peak_n,
            "gluteus_maximus": self.gluteus_maximus_peak_n, "gluteus_medius": self.gluteus_medius_peak_n,
        }  # fmt: skip
        return known[group].get(side)


class RepetitionSummary(SummaryPart):
    """A repeated movement: its kind, the side that moved ("both"), start and end of each in seconds."""

    kind: str = ""
    side: str | None = None
    intervals_s: Items[Items[float]] = ()


class SummaryExcerpt(SummaryPart):
    """Any part of a summary: what is not there is empty."""

    schema_name: Literal["psoas.summary/1"] = Field(SCHEMA, alias="schema")
    source: RecordingSource = RecordingSource()
    person: PersonSummary | None = None
    body: BodySummary | None = None
    understood: UnderstoodSummary | None = None
    repairs: Items[str] = ()
    repair_codes: Items[MessageCode] = ()
    quality: QualitySummary = QualitySummary()
    coordinates_deg: dict[str, CoordinateSummary] = Field(default_factory=dict)
    posture: PostureMeans | None = None
    psoas: BySide[MuscleSummary] | None = None
    iliacus: BySide[MuscleSummary] | None = None
    gait: GaitSummary | None = None
    forces: ForceSummary | None = None
    repetitions: RepetitionSummary | None = None
    model: ModelSummary | None = None
    held: Items[str] = ()
    notes: Items[str] = ()
    note_codes: Items[MessageCode] = ()
    timing_ms_per_frame: dict[str, Number] = Field(default_factory=dict)
    versions: dict[str, str] = Field(default_factory=dict)
    sources: Items[str] = ()


class Summary(SummaryExcerpt):
    """A whole ``summary.json``. See docs/report.md for what each field means."""

    schema_name: Literal["psoas.summary/1"] = Field(alias="schema")
    source: RecordingSource
    person: PersonSummary
    body: BodySummary
    quality: QualitySummary
    coordinates_deg: dict[str, CoordinateSummary]

    def to_json(self) -> dict[str, Any]:
        """The same as plain JSON values, fields in the order of the file."""
        return self.model_dump(mode="json", by_alias=True)

    @property
    def refused(self) -> bool:
        """Whether the recording was too poor to answer from."""
        return self.quality.status is QualityStatus.REFUSED


def read_summary(text: str, name: str) -> Summary:
    """The summary in a text.

    Args:
        text: What ``summary.json`` holds.
        name: What the file is called in a fault.

    Raises:
        InputError: The text is not JSON, is of another version, or is not complete; every fault is named.
    """
    try:
        found = json.loads(text)
    except ValueError as error:
        raise InputError(message("stored.not_json", path=name, reason=str(error))) from error
    version = found.get("schema") if isinstance(found, dict) else None
    if version != SCHEMA:
        raise InputError(message("stored.schema", path=name, found=repr(version), expected=repr(SCHEMA)))
    try:
        return Summary.model_validate_json(text)
    except ValidationError as error:
        raise InputError(*_faults(error, "stored.field_missing", name)) from error


def read_excerpt(part: Mapping[str, Any]) -> SummaryExcerpt:
    """The summary, or part of one, in JSON values; ``InputError`` names every part that has not its shape."""
    try:
        return SummaryExcerpt.model_validate_json(json.dumps(part))
    except ValidationError as error:
        raise InputError(*_faults(error, "stored.part", SCHEMA)) from error


def _faults(error: ValidationError, code: str, of: str) -> Sequence[Message]:
    """A line for each fault: where in the file, and what is wrong there."""
    rows = error.errors(include_url=False, include_context=False)
    return [message(code, of=of, place=".".join(map(str, row["loc"])), reason=row["msg"]) for row in rows]
