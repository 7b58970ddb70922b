"""The contracts that other programs read, as the issue fixes them: ``psoas.summary/1`` and ``psoas.posture/1``."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Strict(BaseModel):
    """Fields of the contract; more are welcome, none may be missing or of another type."""

    model_config = ConfigDict(strict=True, allow_inf_nan=False)


class Source(Strict):
    file: str
    kind: str
    rate_hz: float
    frames: int
    duration_s: float


class Rms(Strict):
    mean: float
    max: float


class Quality(Strict):
    status: Literal["good", "fair", "refused"]
    reasons: list[str]
    marker_rms_mm: Rms | None
    frames_seen_percent: float = Field(ge=0, le=100)


class Coordinate(Strict):
    label: str
    min: float
    max: float
    mean: float


class Span(Strict):
    min: float
    max: float


class Length(Span):
    excursion: float


class Muscle(Strict):
    length_mm: Length
    length_percent_standing: Span
    hip_flexion_moment_arm_mm: Span


class Sides(Strict):
    right: Muscle
    left: Muscle


class Strides(Strict):
    right: int
    left: int


class Gait(Strict):
    speed_m_s: float
    belt_m_s: float
    cadence_steps_min: float
    step_length_m: float
    strides: Strides


class Summary(Strict):
    """``psoas.summary/1`` as the issue fixes it."""

    source: Source
    person: dict[str, Any]
    quality: Quality
    coordinates_deg: dict[str, Coordinate]
    psoas: Sides | None
    iliacus: Sides | None
    gait: Gait | None
    timing_ms_per_frame: dict[str, float]
    versions: dict[str, str]
    sources: list[str]


class HipArms(Strict):
    hip_flexion: float
    hip_adduction: float
    hip_rotation: float


class Levels(Strict):
    L1_L2: float
    L2_L3: float
    L3_L4: float
    L4_L5: float
    L5_S1: float


class Fascicle(Strict):
    length_mm: float
    normalised_fibre_length: float
    optimal_fibre_mm: float
    tendon_slack_mm: float
    max_force_n: float


class PostureIliacus(Strict):
    length_mm: float
    length_percent_standing: float
    passive_force_n: float
    moment_arm_mm: HipArms
    fascicles: dict[str, Fascicle]


class PosturePsoas(PostureIliacus):
    lumbar_moment_nm_at_fmax: Levels


class PostureSide(Strict):
    psoas: PosturePsoas
    iliacus: PostureIliacus


class PostureAnswer(Strict):
    """``psoas.posture/1`` as the issue fixes it."""

    posture: str
    coordinates_deg: dict[str, float]
    lordosis_deg: float
    stacking_deg: float
    right: PostureSide
    left: PostureSide
