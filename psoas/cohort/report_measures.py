"""What the page over people shows: measures that have two sides, and measures of the midline."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from psoas.cohort.aggregation import MovementGroup
from psoas.core.arrays import Floats


@dataclass(frozen=True)
class ReportMeasure:
    """A row of the page: plain name, unit, digits, and the column it is read from.

    ``{side}`` in ``column`` stands for "right" and "left", ``{s}`` for "r" and "l". ``half`` names the column of the
    uncertainty of one recording, where there is one; given ``half_of_what``, it is a percentage of that
    column.
    """

    name: str
    unit: str
    column: str
    half: str = ""
    digits: int = 1
    half_of_what: str = ""

    def of(self, group: MovementGroup, side: str) -> Floats:
        """One value a person (n,)."""
        return group.values(_filled(self.column, side))

    def half_of(self, group: MovementGroup, side: str) -> Floats:
        """Uncertainty of one recording of each person (n,), NaN where it is not known."""
        if not self.half:
            return np.full(len(group.by_person), np.nan)
        half = group.values(_filled(self.half, side))
        return 100 * half / group.values(_filled(self.half_of_what, side)) if self.half_of_what else half

    def difference(self, group: MovementGroup) -> Floats:
        """Right minus left of each person (n,), NaN where a side is missing."""
        return self.of(group, "right") - self.of(group, "left")

    def open_to(self, group: MovementGroup) -> Floats:
        """How far a person's difference may be off (n,): both sides' uncertainties together."""
        return np.hypot(self.half_of(group, "right"), self.half_of(group, "left"))


def _filled(column: str, side: str) -> str:
    return column.format(side=side, s=side[:1])


ANGLE = "coordinates_deg_{name}_{{s}}_{end}"


def _angle(name: str, end: str, coordinate: str) -> ReportMeasure:
    half = ANGLE.format(name=coordinate, end="uncertainty_deg")
    return ReportMeasure(name, "°", ANGLE.format(name=coordinate, end=end), half)


def _percent(name: str, end: str) -> ReportMeasure:
    half, standing = "psoas_{side}_uncertainty_length_mm", "psoas_{side}_standing_length_mm"
    return ReportMeasure(name, "%", f"psoas_{{side}}_length_percent_standing_{end}", half, half_of_what=standing)


def _midline_angle(name: str, coordinate: str) -> ReportMeasure:
    return ReportMeasure(
        name, "°", f"coordinates_deg_{coordinate}_mean", f"coordinates_deg_{coordinate}_uncertainty_deg"
    )


TWO_SIDED = (
    ReportMeasure(
        "Psoas: change of length", "mm", "psoas_{side}_length_mm_excursion", "psoas_{side}_uncertainty_excursion_mm"
    ),
    _percent("Psoas: shortest, against standing", "min"),
    _percent("Psoas: longest, against standing", "max"),
    ReportMeasure(
        "Psoas: greatest lever at the hip",
        "mm",
        "psoas_{side}_hip_flexion_moment_arm_mm_max",
        "psoas_{side}_uncertainty_hip_flexion_moment_arm_mm",
    ),
    ReportMeasure(
        "Psoas: greatest force, median of the model's choices", "N", "forces_psoas_peak_n_{side}_median", digits=0
    ),
    ReportMeasure("Psoas: greatest force, least of the choices", "N", "forces_psoas_peak_n_{side}_low", digits=0),
    ReportMeasure("Psoas: greatest force, most of the choices", "N", "forces_psoas_peak_n_{side}_high", digits=0),
    ReportMeasure("Front pull's share of the step's drive", "", "forces_drive_{side}_front_pull_share", digits=2),
    _angle("Hip: furthest forward (flexion)", "max", "hip_flexion"),
    _angle("Hip: furthest back (flexion)", "min", "hip_flexion"),
    _angle("Knee: most bent (flexion)", "max", "knee_angle"),
    _angle("Ankle: toes furthest up (dorsiflexion)", "max", "ankle_angle"),
)
"""Compared between the sides."""
MIDLINE = (
    _midline_angle("Pelvis, mean: tipped back +", "pelvis_tilt"),
    _midline_angle("Low back, mean: arched +", "lumbar_extension"),
    ReportMeasure("Lordosis, mean (L1 to the sacrum)", "°", "posture_lordosis_deg_mean"),
    ReportMeasure("Ribs over pelvis, mean: opened in front +", "°", "posture_stacking_deg_mean"),
    ReportMeasure("Speed over the ground", "m/s", "gait_speed_m_s", digits=2),
    ReportMeasure("Cadence", "steps a minute", "gait_cadence_steps_min"),
    ReportMeasure("Step length", "m", "gait_step_length_m", digits=2),
    ReportMeasure("Foot on the ground", "% of the stride", "gait_stance_percent"),
    ReportMeasure(
        "Compression of the low back at L4/L5, mean", "N", "forces_lumbar_compression_n_L4_L5_mean", digits=0
    ),
)
"""Without sides."""
CURVES = (
    ("psoas_length_percent_standing", "Psoas: length, % of standing", True),
    ("psoas_force_n", "Psoas: force, N, median of choices", True),
    ("hip_flexion_deg", "Hip: thigh forward (flexion) +, °", True),
    ("pelvis_tilt_deg", "Pelvis: tipped back +, °", False),
    ("lumbar_extension_deg", "Low back: arched +, °", False),
)
"""Curves over the stride: name in the journal, title, whether it has sides."""
