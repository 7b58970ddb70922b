"""What a file says of its person: mass, stature, sex and the sizes that a laboratory measures by hand."""

from __future__ import annotations

from dataclasses import dataclass, fields

BOUNDS = {
    "mass_kg": (10.0, 400.0),
    "height_m": (0.5, 2.6),
    "leg_length_r_m": (0.25, 1.4),
    "leg_length_l_m": (0.25, 1.4),
    "knee_width_r_m": (0.05, 0.2),
    "knee_width_l_m": (0.05, 0.2),
    "ankle_width_r_m": (0.03, 0.13),
    "ankle_width_l_m": (0.03, 0.13),
    "asis_distance_m": (0.1, 0.5),
}
"""Smallest and largest figure that is believed (assumed; mass and stature as ``Person`` takes them)."""


@dataclass(frozen=True)
class Subject:
    """The person by the file: kilograms, metres, sex "female" or "male"; None where the file is silent.

    Leg length is from the front of the pelvis to the inner ankle; widths are across the bones of knee and ankle; the
    ASIS distance is between the front corners of the pelvis. ``origins`` are pairs of a field and the name of the
    parameter it was read from.
    """

    mass_kg: float | None = None
    height_m: float | None = None
    sex: str | None = None
    leg_length_r_m: float | None = None
    leg_length_l_m: float | None = None
    knee_width_r_m: float | None = None
    knee_width_l_m: float | None = None
    ankle_width_r_m: float | None = None
    ankle_width_l_m: float | None = None
    asis_distance_m: float | None = None
    origins: tuple[tuple[str, str], ...] = ()

    @property
    def known(self) -> tuple[str, ...]:
        """Names of the fields that the file fills."""
        return tuple(
            field.name for field in fields(self) if field.name != "origins" and getattr(self, field.name) is not None
        )
