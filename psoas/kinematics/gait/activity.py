"""What a person does in a pass, where no full stride says it: steps, stands, rests, or moves in another way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.core.sides import SIDES
from psoas.kinematics.gait.gait_events import GaitEvents
from psoas.kinematics.gait.strides import LONGEST_S, Strides

TRAVEL_M = 0.3
"""Whoever walks gets further than this over the ground (assumed: half a step)."""
WALKING_M_S = 0.25
"""Whoever walks is faster than this over the ground (assumed; slower is shifting from foot to foot)."""
MOMENT_S, MOMENT_M_S = 0.6, 0.5
"""In a moment no longer than this a step may neither begin nor end: whoever gets on at this speed walks (assumed)."""
SINKING_M = 0.12
"""A pelvis that comes nearer to the feet by more than this lunges or sits down (as in ``repetitions``)."""
SIDEWAYS_M = 0.5
"""Whoever walks keeps their heels this near to the pelvis, sideways (assumed; who balances on a beam swings wider)."""
FOOT_STILL_M, PELVIS_STILL_M, PELVIS_LEVEL_M = 0.1, 0.25, 0.12
"""Feet, and pelvis to the sides and in height, of a person who stands stay within these (assumed; with a balance
board)."""
UPRIGHT_M = 0.5
"""The pelvis of a person who stands is at least this far above the feet (assumed: a small child's leg)."""


class Activity(StrEnum):
    """What a person does; words for them: ``understood.activity.*`` of the catalogue."""

    WALKING = "walking"
    RUNNING = "running"
    TURNING = "turning"
    STANDING = "standing"
    RESTING = "resting"
    REPEATING = "repeating"
    OTHER = "other"


@dataclass(frozen=True)
class PassPoints:
    """Places of the feet and the pelvis in one pass, over the ground: (T, 3) metres, NaN where not seen."""

    time: Floats
    heel: Mapping[str, Floats]
    toe: Mapping[str, Floats]
    pelvis: Floats

    @property
    def seconds(self) -> float:
        """How long the pass lasts."""
        return float(self.time[-1] - self.time[0])


def name_activity(points: PassPoints, events: GaitEvents) -> Activity:
    """What a person does in a pass without a full stride.

    Walking is told from a lunge or from standing up by what is left at the end: the pelvis and a foot are elsewhere, as
    high above the feet as before.

    Args:
        points: Of the pass, over the ground.
        events: Heel strikes and toe offs of the pass.
    """
    if _steps(points, events):
        return Activity.WALKING
    pelvis = points.pelvis[np.isfinite(points.pelvis).all(axis=1)]
    if not len(pelvis):
        return Activity.OTHER
    feet = [path[np.isfinite(path).all(axis=1)] for side in SIDES for path in (points.heel[side], points.toe[side])]
    still = all(len(path) and float(np.ptp(path, axis=0).max()) < FOOT_STILL_M for path in feet)
    across, level = float(np.ptp(pelvis[:, [0, 2]], axis=0).max()), float(np.ptp(pelvis[:, 1]))
    if not still or across > PELVIS_STILL_M or level > PELVIS_LEVEL_M:
        return Activity.OTHER
    above = float(np.median(pelvis[:, 1])) - float(np.mean([np.median(path[:, 1]) for path in feet]))
    return Activity.STANDING if above > UPRIGHT_M else Activity.RESTING


def _steps(points: PassPoints, events: GaitEvents) -> bool:
    """Whether the person gets somewhere on their feet."""
    seen = np.flatnonzero(np.isfinite(points.pelvis).all(axis=1))
    told = sum(len(instants.of(side)) for instants in (events.heel_strike, events.toe_off) for side in SIDES)
    if len(seen) < 2 or not (told or points.seconds < MOMENT_S):
        return False
    seconds = float(points.time[seen[-1]] - points.time[seen[0]])
    least = min(TRAVEL_M, MOMENT_M_S * seconds)
    ends = points.pelvis[seen[[0, -1]]]
    step = (ends[1] - ends[0])[[0, 2]]
    way = float(np.linalg.norm(step))
    if way < least or way < WALKING_M_S * seconds:
        return False
    paths = [path[seen[[0, -1]]] for path in points.heel.values()]
    moved = max(float(np.linalg.norm((path[1] - path[0])[[0, 2]])) for path in paths)
    lowest = np.min([path[:, 1] for path in paths], axis=0)
    sunk = float((ends[0, 1] - lowest[0]) - (ends[1, 1] - lowest[1]))
    across = np.array([-step[1], step[0]]) / way
    aside = max(float(np.nanmax(np.abs((path - points.pelvis)[:, [0, 2]] @ across))) for path in points.heel.values())
    return moved > least and sunk < SINKING_M and aside < SIDEWAYS_M


def explain_no_stride(activity: Activity, *, seconds: float, strides: Mapping[str, Strides]) -> Message:
    """Why there is no full stride, as a code.

    Args:
        activity: What the person does.
        seconds: How long it is seen.
        strides: Of both sides, all of them flagged.
    """
    if activity is Activity.OTHER and seconds < MOMENT_S:
        return message("kinematics.no_stride.moment", seconds=f"{seconds:.1f}")
    flagged = sum(len(one.start) for one in strides.values())
    if activity is Activity.WALKING and flagged and seconds > LONGEST_S:
        return message("kinematics.no_stride.uneven", count=flagged)
    if activity is Activity.WALKING:
        return message("kinematics.no_stride.too_short", seconds=f"{seconds:.1f}")
    return message(f"kinematics.no_stride.{activity.value}")
