"""Movements, postures and comparisons that the tests of forces share."""

from __future__ import annotations

from functools import cache

from psoas import Body, Person
from psoas.body.anatomy.anatomy_tables import REACTIONS, segments

MASS_KG = 70.0


@cache
def muscled() -> Body:
    """A man of 70 kg and 1.75 m with all muscles, those of the trunk too."""
    return Body(Person.of(mass_kg=MASS_KG, height_m=1.75, sex="male"), trunk=True)


def across_joint() -> dict[str, str]:
    """Joints whose contact is computed, on the right and in the middle, and the segment beyond each."""
    return {joint: segment for segment, joint in REACTIONS.items() if not joint.endswith("_l")}


def beyond(segment: str) -> set[str]:
    """A segment and all that hangs on it."""
    found = {segment}
    for other in segments():
        if other.parent in found:
            found.add(other.name)
    return found
