"""Which frames show enough of a person to follow them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from psoas.core.arrays import Bools, Floats, Ints, read_only
from psoas.core.sides import SIDE_SUFFIX, SIDES
from psoas.kinematics.filters import true_runs
from psoas.kinematics.ik.inverse_kinematics import NEEDED
from psoas.recording import CLUSTER, marker_landmarks
from psoas.recording.stretches import BRIDGE_S

ABOVE_KNEE = "greater_trochanter"
"""The one landmark of a leg that does not show where its lower part is."""
LOWER_CLUSTERS = ("cluster:shank", "cluster:foot")
PELVIS_NEEDED, USUAL_SHARE = 2, 0.6
"""Markers on the pelvis, and share of the usual number on pelvis and legs, that a frame needs (assumed)."""
OFTEN = 0.1
"""A leg that fewer frames than this share show is taken as never recorded (assumed)."""


@dataclass(frozen=True)
class SeenFrames:
    """Which frames (T,) can be followed, and in how many each leg alone was hidden."""

    usable: Bools
    leg_hidden: Mapping[str, int]

    def __post_init__(self) -> None:
        object.__setattr__(self, "usable", read_only(self.usable, bool))


def find_seen_frames(time: Floats, mapping: Mapping[str, str], positions: Floats) -> SeenFrames:
    """Find the frames that can be followed.

    A frame needs six markers at once, two on the pelvis and 60 % of those that pelvis and legs usually show, so that a
    person who comes into view or leaves is not followed on a few of them. Of each leg that the recording shows at all
    it needs one marker of the knee or below: without any, the pose of that leg would be made up. A leg hidden for up
    to 0.1 s is bridged.

    Args:
        time: Time (T,), seconds.
        mapping: Marker -> landmark or cluster.
        positions: Marker positions (T, M, 3) in the order of ``mapping``, NaN where not seen.
    """
    visible: Bools = np.asarray(np.isfinite(positions).all(axis=2))
    enough = (visible.sum(axis=1) >= NEEDED) & _lower_body_fixed(mapping, visible)
    usable, hidden = enough.copy(), {}
    for side in SIDES:
        columns = _lower_leg(mapping, SIDE_SUFFIX[side])
        shown = visible[:, columns].any(axis=1)
        often = bool(enough.any()) and (shown & enough).sum() >= OFTEN * enough.sum()
        gone = _lasting(time, enough & ~shown) if len(columns) and often else np.zeros(len(time), bool)
        hidden[side] = int(gone.sum())
        usable &= ~gone
    return SeenFrames(usable, hidden)


def find_unseen_legs(mapping: Mapping[str, str]) -> tuple[str, ...]:
    """Sides of which no marker below the hip is known, so that nothing shows how that hip bends."""
    return tuple(side for side in SIDES if not any(_shows_hip(place, SIDE_SUFFIX[side]) for place in mapping.values()))


def _shows_hip(place: str, suffix: str) -> bool:
    leg = _region(place) in ("leg", "foot") and not place.startswith((ABOVE_KNEE, "hip_centre"))
    return place.endswith(suffix) and leg


def _lower_body_fixed(mapping: Mapping[str, str], visible: Bools) -> Bools:
    """Frames (T,) that show enough of pelvis and legs for their pose to be more than a guess."""
    pelvis, legs = (
        visible[:, [i for i, place in enumerate(mapping.values()) if _region(place) in regions]].sum(axis=1)
        for regions in (("pelvis",), ("pelvis", "leg", "foot"))
    )
    shown = legs[visible.sum(axis=1) >= NEEDED]
    usual = float(np.median(shown)) if len(shown) else 0.0
    return np.asarray((pelvis >= min(PELVIS_NEEDED, pelvis.max(initial=0))) & (legs >= USUAL_SHARE * usual))


def _region(place: str) -> str:
    """The region that a landmark or a cluster lies in."""
    known = marker_landmarks().get(place)
    if known is not None:
        return known.region
    part = place.removeprefix(CLUSTER).removesuffix("_r").removesuffix("_l")
    return {"thigh": "leg", "shank": "leg"}.get(part, part)


def _lower_leg(mapping: Mapping[str, str], suffix: str) -> Ints:
    """Columns of the markers on the knee and below of one side."""
    columns = [i for i, place in enumerate(mapping.values()) if place.endswith(suffix) and _is_low(place)]
    return np.array(columns, dtype=np.intp)


def _is_low(place: str) -> bool:
    known = marker_landmarks().get(place)
    if known is None:
        return place.startswith(LOWER_CLUSTERS)
    return known.region in ("leg", "foot") and not place.startswith(ABOVE_KNEE)


def _lasting(time: Floats, hidden: Bools) -> Bools:
    """Those of the hidden frames (T,) that belong to a stretch of more than 0.1 s."""
    lasting = np.zeros(len(hidden), bool)
    for run in true_runs(hidden):
        lasting[run] = time[run.stop - 1] - time[run.start] > BRIDGE_S
    return lasting
