"""Units of a C3D file: of length by their many spellings or by the size of what they measure, of force and moment."""

from __future__ import annotations

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.recording.marker_cleaning import UNITS
from psoas.recording.marker_identification import identify_marker_set
from psoas.recording.marker_sets import marker_landmarks
from psoas.recording.recording_validation import ABOVE_LEGS, BODY_M, LEGS, METRES, Faults, markers_span_m

CUT_SPELLINGS = {"mete": "m", "metr": "m", "mill": "mm", "cent": "cm"}
"""Units whose names were cut to four letters, as old writers cut all names."""
DEFAULT = "mm"
PLATE_SIDE_M = (0.1, 4.0)
"""Sides that a force plate, a step or one belt of a treadmill can have (assumed)."""
NEWTONS = {"n": 1.0, "nt": 1.0, "newton": 1.0, "newtons": 1.0, "kn": 1e3, "lb": 4.4482216, "lbf": 4.4482216}


def unit_of(text: str) -> str:
    """ "mm", "cm" or "m" for a unit of length as files spell it; "" when it is none of those."""
    plain = "".join(letter for letter in text.casefold() if letter.isalpha())
    return UNITS.get(plain, CUT_SPELLINGS.get(plain[:4], ""))


def settle_unit(
    text: str, names: list[str], positions: Floats, faults: Faults
) -> tuple[str, list[Message], list[Message]]:
    """The unit of length of the points.

    Args:
        text: POINT:UNITS.
        names: Names of the markers.
        positions: Positions (frames, markers, 3) in that unit.
        faults: Where a unit goes that is not known and that no size tells.

    Returns:
        "mm", "cm" or "m"; notes; and repairs. The size of the person decides where the file names none, or one that is
        not known, or one in which no person could be that large.
    """
    unit = unit_of(text)
    by_size = _unit_by_size(names, positions)
    if unit and (not by_size or unit in by_size):
        return unit, [], []
    if unit and len(by_size) == 1:
        return by_size[0], [], [message("recording.c3d_unit_repaired", unit=unit, used=by_size[0])]
    if unit:
        return unit, [], []
    found = by_size[0] if by_size else DEFAULT
    if not text:
        return found, [message("recording.c3d_units_assumed", unit=found)], []
    if len(by_size) != 1:
        faults.add(message("recording.c3d_units", units=repr(text)))
        return "", [], []
    return found, [], [message("recording.c3d_unit_repaired", unit=text, used=found)]


def _unit_by_size(names: list[str], positions: Floats) -> list[str]:
    """Units in which markers from feet to pelvis or above span a person; [] where such markers are not known."""
    mapping = identify_marker_set(names).mapping
    chosen = [i for i, name in enumerate(names) if mapping.get(name) in marker_landmarks()]
    regions = {marker_landmarks()[mapping[names[i]]].region for i in chosen}
    if not (regions & LEGS and regions & ABOVE_LEGS):
        return []
    span = markers_span_m(positions[:, chosen])
    return [unit for unit in ("mm", "m", "cm") if BODY_M[0] <= span * METRES[unit] <= BODY_M[1]]


def plate_metres(corners: Floats, metres: float) -> float:
    """Metres in the unit of a plate's corners (4, 3): that of the points, unless only another makes it a plate."""
    sides = np.linalg.norm(np.diff(corners, axis=0), axis=1)
    fits = [
        one for one in METRES.values() if PLATE_SIDE_M[0] <= sides.min() * one and sides.max() * one <= PLATE_SIDE_M[1]
    ]
    return fits[0] if len(fits) == 1 and metres not in fits else metres


def newtons(text: str) -> float:
    """Newtons in a unit of force as files spell it; 1 where it is not known."""
    return NEWTONS.get("".join(letter for letter in text.casefold() if letter.isalpha()), 1.0)


def newton_metres(text: str, metres: float) -> float:
    """Newton metres in a unit of moment ("Nmm", "N.m", "ntmm"); newtons times ``metres`` where it is not told."""
    plain = "".join(letter for letter in text.casefold() if letter.isalpha())
    for force in sorted(NEWTONS, key=len, reverse=True):
        if plain.startswith(force) and (unit := unit_of(plain[len(force) :])):
            return NEWTONS[force] * METRES[unit]
    return metres
