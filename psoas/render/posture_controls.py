"""What a person can move on the front page: a few dials over a named posture, each a thing one does with the body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from psoas.body.anatomy.coordinates import coordinates
from psoas.body.postures import Posture, posture
from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.core.message import message

SHOWN = (
    "standing",
    "arched",
    "slumped",
    "sway",
    "popped_ribs",
    "sitting_upright",
    "sitting_slumped",
    "lunge",
    "supine",
    "knees_to_chest",
)
"""The postures offered, in the order of the page."""


@dataclass(frozen=True)
class PostureDial:
    """One dial: from ``low`` to ``high`` degrees; ``coordinate`` is what it turns, "" for the pelvis, which starts at 0
    in every posture."""

    id: str
    coordinate: str
    low: int
    high: int


DIALS = (
    PostureDial("hip_r", "hip_flexion_r", -20, 125),
    PostureDial("hip_l", "hip_flexion_l", -20, 125),
    PostureDial("pelvis", "", -20, 20),
    PostureDial("back", "lumbar_extension", -50, 20),
    PostureDial("chest", "thorax_extension", -15, 15),
    PostureDial("ribs", "rib_flare", -10, 12),
)


def dial_positions(name: str) -> dict[str, float]:
    """Where the dials stand in a named posture, degrees; ``InputError`` for an unknown name."""
    values = _degrees(posture(name))
    return {dial.id: round(values[dial.coordinate], 1) if dial.coordinate else 0.0 for dial in DIALS}


def apply_dials(name: str, turned: Mapping[str, float]) -> Posture:
    """The named posture with dials turned.

    The pelvis tips over the thighs, + forward: legs and chest stay where they are, so the hips bend and the low back
    arches by as much. A thigh takes its shin along without turning it, so the knee bends with the hip.
    Raises ``InputError`` with every dial that is unknown or out of range. What a joint cannot do it stops short of.
    """
    faults = [
        message("posture.fault.dial_unknown", dial=key, known=", ".join(dial_positions("standing")))
        for key in turned.keys() - _by_id()
    ]
    for key, value in turned.items():
        dial = _by_id().get(key)
        if dial and not dial.low <= value <= dial.high:
            faults.append(
                message("posture.fault.dial_range", dial=key, value=f"{value:g}", low=dial.low, high=dial.high)
            )
    if faults:
        raise InputError(*faults)
    base, at = posture(name), dial_positions(name)
    moved = {key: value - at[key] for key, value in turned.items()}
    values = _degrees(base)
    for dial in DIALS:
        if dial.coordinate:
            values[dial.coordinate] += moved.get(dial.id, 0.0)
    for side in "rl":
        values[f"knee_angle_{side}"] = max(0.0, values[f"knee_angle_{side}"] + moved.get(f"hip_{side}", 0.0))
        values[f"hip_flexion_{side}"] += moved.get("pelvis", 0.0)
    values["pelvis_tilt"] -= moved.get("pelvis", 0.0)
    values["lumbar_extension"] += moved.get("pelvis", 0.0)
    return replace(base, values=_within(base.values, values))


def _within(values: Floats, degrees: Mapping[str, float]) -> Floats:
    """``values`` (N,) with angles changed, each kept inside its joint's range."""
    found = values.copy()
    for i, c in enumerate(coordinates()):
        if c.rotational:
            found[i] = np.clip(np.deg2rad(degrees[c.name]), c.low, c.high)
    return found


def _degrees(of: Posture) -> dict[str, float]:
    """A posture's angles by name."""
    pairs = zip(coordinates(), of.values, strict=True)
    return {c.name: float(np.rad2deg(v)) for c, v in pairs if c.rotational}


@cache
def _by_id() -> dict[str, PostureDial]:
    return {dial.id: dial for dial in DIALS}
