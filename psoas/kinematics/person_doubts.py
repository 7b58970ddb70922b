"""What is doubtful about the person whom a body was made for."""

from __future__ import annotations

from psoas.body.person import Person
from psoas.core.message import Message, message

TESTED_M = (1.40, 2.05)
"""Statures of the 5,000 drawn people on whom sizes and fibre lengths are tried (``scripts/drawn_bodies.py``)."""
KILOGRAMS = 0.45359237
"""One pound (its definition)."""
HEAVY_BMI, USUAL_BMI = 45.0, (16.0, 35.0)
"""A body mass index above the first that as pounds lies within the second was perhaps meant so (assumed)."""


def doubts_about(person: Person) -> tuple[Message, ...]:
    """Notes on a stature that nothing was tried at, and on a mass that may be in pounds."""
    notes = []
    low, high = TESTED_M
    if not low <= round(person.height_m, 2) <= high:
        height = f"{person.height_m:.2f}"
        notes.append(message("kinematics.stature_untested", height=height, low=f"{low:.2f}", high=f"{high:.2f}"))
    index = person.mass_kg / person.height_m**2
    if index > HEAVY_BMI and USUAL_BMI[0] <= index * KILOGRAMS <= USUAL_BMI[1] and "mass_kg" not in person.assumed:
        values = {"mass": f"{person.mass_kg:.0f}", "kilograms": f"{person.mass_kg * KILOGRAMS:.1f}"}
        notes.append(message("kinematics.mass_pounds", height=f"{person.height_m:.2f}", **values))
    return tuple(notes)
