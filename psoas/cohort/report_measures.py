"""What the page over people shows: measures that have two sides, and measures of the midline."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from psoas.cohort.aggregation import MovementGroup
from psoas.core.arrays import Floats
from psoas.core.catalogue import text

UNIT_IN_WORDS = "words"
"""Unit of a measure whose unit is words in the catalogue."""


@dataclass(frozen=True)
class ReportMeasure:
    """A row of the page: key of its name in the catalogue, unit, digits, and the column it is read from.

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

    @property
    def title(self) -> str:
        """Its name in the current language."""
        return text(f"cohort.measure.{self.name}")

    @property
    def unit_text(self) -> str:
        """Its unit in the current language, "" where it has none."""
        return text(f"cohort.unit.{self.name}") if self.unit == UNIT_IN_WORDS else self.unit

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
    ReportMeasure("psoas_excursion", "mm", "psoas_{side}_length_mm_excursion", "psoas_{side}_uncertainty_excursion_mm"),
    _percent("psoas_shortest", "min"),
    _percent("psoas_longest", "max"),
    ReportMeasure(
        "psoas_lever",
        "mm",
        "psoas_{side}_hip_flexion_moment_arm_mm_max",
        "psoas_{side}_uncertainty_hip_flexion_moment_arm_mm",
    ),
    ReportMeasure("psoas_force", "N", "forces_psoas_peak_n_{side}_median", digits=0),
    ReportMeasure("psoas_force_low", "N", "forces_psoas_peak_n_{side}_low", digits=0),
    ReportMeasure("psoas_force_high", "N", "forces_psoas_peak_n_{side}_high", digits=0),
    ReportMeasure("front_pull", "", "forces_drive_{side}_front_pull_share", digits=2),
    _angle("hip_forward", "max", "hip_flexion"),
    _angle("hip_back", "min", "hip_flexion"),
    _angle("knee_bent", "max", "knee_angle"),
    _angle("ankle_up", "max", "ankle_angle"),
)
"""Compared between the sides."""
MIDLINE = (
    _midline_angle("pelvis_tilt", "pelvis_tilt"),
    _midline_angle("low_back", "lumbar_extension"),
    ReportMeasure("lordosis", "°", "posture_lordosis_deg_mean"),
    ReportMeasure("stacking", "°", "posture_stacking_deg_mean"),
    ReportMeasure("speed", "m/s", "gait_speed_m_s", digits=2),
    ReportMeasure("cadence", UNIT_IN_WORDS, "gait_cadence_steps_min"),
    ReportMeasure("step_length", "m", "gait_step_length_m", digits=2),
    ReportMeasure("stance", UNIT_IN_WORDS, "gait_stance_percent"),
    ReportMeasure("compression", "N", "forces_lumbar_compression_n_L4_L5_mean", digits=0),
)
"""Without sides."""
CURVES = (
    ("psoas_length_percent_standing", True),
    ("psoas_force_n", True),
    ("hip_flexion_deg", True),
    ("pelvis_tilt_deg", False),
    ("lumbar_extension_deg", False),
)
"""Curves over the stride: name in the journal and in the catalogue, whether it has sides."""
