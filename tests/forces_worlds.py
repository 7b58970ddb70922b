"""Movements, postures and comparisons that the tests of forces share."""

from __future__ import annotations

from functools import cache

from psoas import Body, Person

MASS_KG = 70.0


@cache
def muscled() -> Body:
    """A man of 70 kg and 1.75 m with all muscles, those of the trunk too."""
    return Body(Person.of(mass_kg=MASS_KG, height_m=1.75, sex="male"), trunk=True)
