"""Degrees or radians: what the header says, what kind of file it is, and what the angles themselves allow."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.recording.joint_coordinates import is_in_degrees, is_known, is_translation

SMALL_RAD = 1.6
"""A movement in which no angle exceeds this is in radians, whatever the header says (assumed): nobody moves a knee by
20 degrees, written as 0.35, with every joint within 1.6 degrees."""
BENT_RAD = 3.2
"""The same where the header is silent (assumed): a deep squat in radians stays below."""
MOVED_RAD = 0.35
"""A movement bends a hip or a knee by at least this much, 20 degrees (assumed)."""
MOVEMENT_FRAMES = 10
"""Fewer frames than this are no movement (assumed)."""
_SENTENCE = re.compile(r"angles\W+are\W+in\W+(?P<unit>degrees|radians)")
_YES, _NO = ("yes", "true", "1", "y"), ("no", "false", "0", "n")


@dataclass(frozen=True)
class AngleUnit:
    """Whether angles are degrees, with what was detected or assumed and what was put right."""

    in_degrees: bool
    notes: tuple[Message, ...] = ()
    repairs: tuple[Message, ...] = ()


def find_angle_unit(
    names: Sequence[str], values: Floats, header: Mapping[str, str], texts: Sequence[str], *, motion_file: bool
) -> AngleUnit:
    """Decide between degrees and radians.

    Args:
        names: Of the coordinates.
        values: (T, N) as the file holds them.
        header: Values of the header by their keys in lower case.
        texts: Lines of the header in lower case ("angles are in degrees").
        motion_file: Whether the file is a .mot, which SIMM writes in degrees; a silent .sto of OpenSim is in radians.

    Returns:
        The unit. Angles of a full turn and more are degrees, and a movement whose every angle is small is radians:
        both contradict a header that says otherwise. A silent header: OpenSim 4 tables are radians.
    """
    said = _said(header, texts)
    angles = [i for i, name in enumerate(names) if is_known(name) and not is_translation(name)]
    if not angles:
        return AngleUnit(said is not False)
    if said is not True and is_in_degrees(names, values):
        found = message("recording.radians_wrong")
        return AngleUnit(True, repairs=(found,)) if said is False else AngleUnit(True, (_assumed("large"),))
    if said is not False and _moves_small(names, values, SMALL_RAD if said else BENT_RAD):
        found = message("recording.degrees_wrong", largest=f"{_largest(values[:, angles]):.2g}")
        return AngleUnit(False, repairs=(found,)) if said else AngleUnit(False, (_assumed("small"),))
    if said is not None:
        return AngleUnit(said)
    table = "opensimversion" in header or "datatype" in header or header.get("version", "") in ("2", "3")
    if table:
        return AngleUnit(False, (_assumed("table"),))
    old_storage = not motion_file and "nrows" in header and "datarows" not in header
    return AngleUnit(not old_storage, (_assumed("storage" if old_storage else "motion"),))


def _said(header: Mapping[str, str], texts: Sequence[str]) -> bool | None:
    """What the header says: True for degrees, None where it is silent."""
    word = header.get("indegrees", "").strip().lower()
    if word in _YES or word in _NO:
        return word in _YES
    found = next((match for text in texts if (match := _SENTENCE.search(text))), None)
    return found["unit"] == "degrees" if found else None


def _assumed(reason: str) -> Message:
    return message("recording.angle_unit_assumed", reason=reason)


def _moves_small(names: Sequence[str], values: Floats, most: float) -> bool:
    """Whether hips or knees move as people move, in radians, while no angle exceeds ``most``."""
    known = [i for i, name in enumerate(names) if is_known(name) and not is_translation(name)]
    bending = [i for i in known if names[i].startswith(("hip_flexion", "knee_angle"))]
    if not bending or _largest(values[:, [i for i in known if not names[i].startswith("pelvis_rot")]]) > most:
        return False
    with np.errstate(invalid="ignore"):
        seen = values[np.isfinite(values[:, bending]).all(axis=1)][:, bending]
    return len(seen) >= MOVEMENT_FRAMES and float(np.ptp(seen, axis=0).max()) >= MOVED_RAD


def _largest(values: Floats) -> float:
    finite = np.abs(values[np.isfinite(values)])
    return float(finite.max()) if len(finite) else math.nan
