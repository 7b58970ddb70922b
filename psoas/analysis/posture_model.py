"""``psoas.posture/1`` as typed models: what ``psoas posture --json`` writes.

Lengths are millimetres, angles degrees, forces newtons, moments newton metres; "at_fmax" is at full force. A later
release may add fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, Literal, TypeVar

from pydantic import Field

from psoas.analysis.summary_parts import Items, SummaryPart

SCHEMA: Literal["psoas.posture/1"] = "psoas.posture/1"
One = TypeVar("One")


class BothSides(SummaryPart, Generic[One]):
    """The same thing of the right and the left side, both known."""

    right: One
    left: One

    def __getitem__(self, side: str) -> One:
        """That of ``side``, "right" or "left"; ``KeyError`` for another name."""
        return {"right": self.right, "left": self.left}[side]


class FascicleState(SummaryPart):
    """One fascicle in a posture: its length, its fibres, and what it can pull with; arms by axis of the hip."""

    length_mm: float
    length_percent_standing: float
    normalised_fibre_length: float
    optimal_fibre_mm: float
    tendon_slack_mm: float
    max_force_n: float
    passive_force_n: float
    moment_arm_mm: dict[str, float]


class PsoasFascicleState(FascicleState):
    """A fascicle of the psoas also turns the low back: its arm about each level, 0 below where it starts."""

    lumbar_moment_arm_mm: dict[str, float]


class MuscleState(SummaryPart):
    """A muscle of one side in a posture: means of its fascicles by their full force, and every fascicle by name."""

    length_mm: float
    length_percent_standing: float
    passive_force_n: float
    moment_arm_mm: dict[str, float]
    fascicles: Mapping[str, FascicleState]


class VertebraPull(SummaryPart):
    """What the fascicles of one vertebra pull it with, in the vertebra's own axes, and whether crura hang on it."""

    forward_n_at_fmax: float
    down_n_at_fmax: float
    outward_n_at_fmax: float
    carries_crura: bool


class PsoasState(MuscleState):
    """The psoas of one side: its moment about each level, + extends, and whether that sign is certain."""

    fascicles: Mapping[str, PsoasFascicleState]
    lumbar_moment_nm_at_fmax: dict[str, float]
    lumbar_moment_sign_certain: dict[str, bool]
    pull_on_vertebrae: dict[str, VertebraPull]

    @property
    def crura_forward_n(self) -> float:
        """Forward pull at full force on the vertebrae that the crura of the diaphragm hang on."""
        return sum(pull.forward_n_at_fmax for pull in self.pull_on_vertebrae.values() if pull.carries_crura)

    @property
    def crura_down_n(self) -> float:
        """Downward pull at full force on the same vertebrae."""
        return sum(pull.down_n_at_fmax for pull in self.pull_on_vertebrae.values() if pull.carries_crura)


class PostureSide(SummaryPart):
    """The muscles of one side."""

    psoas: PsoasState
    iliacus: MuscleState


class ForceRange(SummaryPart):
    """Force of a muscle group over the choices of sharing, newtons."""

    median: float
    low: float
    high: float


class ActivationRange(ForceRange):
    """Activation over the choices, 0 to 1; ``first`` is that of the first choice."""

    first: float


class HeldMuscle(SummaryPart):
    """What a muscle group of one side does to hold a posture."""

    force_n: ForceRange
    activation: ActivationRange


class CruraPull(SummaryPart):
    """What the psoas of one side pulls L1 to L3 with, in each vertebra's own axes, newtons."""

    forward: float
    down: float


class VertebraLoad(SummaryPart):
    """What hangs on a vertebra: parts of the diaphragm, and the pull of each muscle group, both sides, newtons."""

    diaphragm: Items[str]
    muscles_n: dict[str, float]


class StaticHold(SummaryPart):
    """Forces of holding a posture still: newtons, body weights (bw)."""

    support: str
    mass_kg: float
    borne_n: dict[str, float]
    hip_contact_bw: BothSides[float]
    lumbar_compression_n: dict[str, float]
    lumbar_shear_n: dict[str, float]
    pull_on_crura_vertebrae_n: BothSides[CruraPull]
    hangs_on: dict[str, VertebraLoad]
    largest_reserve_nm: float
    choices: Items[str]
    psoas: BothSides[HeldMuscle]
    iliacus: BothSides[HeldMuscle]
    gluteus_maximus: BothSides[HeldMuscle]
    gluteus_medius: BothSides[HeldMuscle]
    rectus_abdominis: BothSides[HeldMuscle]
    multifidus: BothSides[HeldMuscle]


class PostureSummary(SummaryPart):
    """A posture and what it does to the psoas; ``forces`` only where they were asked for."""

    schema_name: Literal["psoas.posture/1"] = Field(SCHEMA, alias="schema")
    posture: str
    label: str
    note: str
    coordinates_deg: dict[str, float]
    lordosis_deg: float
    stacking_deg: float
    right: PostureSide
    left: PostureSide
    lumbar_rhythm: str
    sources: Items[str]
    forces: StaticHold | None = None

    def __getitem__(self, side: str) -> PostureSide:
        """The muscles of ``side``, "right" or "left"; ``KeyError`` for another name."""
        return {"right": self.right, "left": self.left}[side]

    def json_text(self) -> str:
        """The contract as JSON in one line, fields in their order, without ``forces`` where there are none."""
        return self.model_dump_json(by_alias=True, exclude_none=True)
