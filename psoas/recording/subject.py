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
LENGTHS = {"mm": 1e-3, "cm": 1e-2, "m": 1.0, "in": 0.0254, "inch": 0.0254, "inches": 0.0254}
MASSES = {"kg": 1.0, "g": 1e-3, "lb": 0.45359237, "lbs": 0.45359237}
USUAL = (("m", "cm", "mm"), ("kg", "g"))
"""Units of length and of mass that are tried where the file names none; their plausible figures do not overlap."""
INCHES = (48.0, 84.0)
"""Statures that can be inches (assumed)."""
SEX_WORDS = {"f": "female", "female": "female", "woman": "female", "m": "male", "male": "male", "man": "male"}


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


def figure_in_units(field: str, value: float, unit: str = "") -> float | None:
    """A figure in kilograms or metres, out of the one unit that makes it plausible.

    Args:
        field: Name of the field of ``Subject``.
        value: The figure as the file holds it.
        unit: Its unit where the file names one ("kg", "cm"), else "".

    Returns:
        The figure; None when no unit fits, or when a stature can be centimetres or inches.
    """
    low, high = BOUNDS[field]
    units = MASSES if field == "mass_kg" else LENGTHS
    tried = [units[unit]] if unit in units else [units[name] for name in USUAL[field == "mass_kg"]]
    if field == "height_m" and not unit and is_in_inches(value):
        return None
    return next((value * factor for factor in tried if low <= value * factor <= high), None)


def is_in_inches(height: float) -> bool:
    """Whether a stature without a unit can be inches: as centimetres it would be that of a baby."""
    return INCHES[0] <= height <= INCHES[1]


def sex_of(text: str) -> str | None:
    """ "female" or "male" by the usual words and letters; None for anything else."""
    return SEX_WORDS.get(text.strip().casefold())
