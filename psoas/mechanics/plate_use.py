"""What became of each force plate: how many contacts were used, why others were not, and where each force is from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class GroundOrigin(IntEnum):
    """Where the force under a foot comes from at one frame."""

    PREDICTED = 0
    BLENDED = 1
    MEASURED = 2


class PlateReason(StrEnum):
    """Why a contact of a plate was not used, or how it was: keys of the catalogue."""

    NEVER_LOADED = "mechanics.plate_never_loaded"
    UNSEEN = "mechanics.plate_unseen"
    NOBODY_THERE = "mechanics.plate_nobody_there"
    HALF_ON = "mechanics.plate_half_on"
    DISAGREES = "mechanics.plate_disagrees"
    BOTH_FEET = "mechanics.plate_both_feet"


@dataclass(frozen=True)
class PlateUse:
    """One plate: its name, how often it was stepped on, how many of these ``contacts`` were ``used``, and the reasons
    of those that were not (or, for ``BOTH_FEET``, of those whose split between the feet is predicted)."""

    plate: str
    contacts: int
    used: int
    reasons: tuple[PlateReason, ...] = ()
