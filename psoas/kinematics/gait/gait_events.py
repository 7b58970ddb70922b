"""When each foot meets and leaves the ground: from markers alone, and from force plates where they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from psoas.core.arrays import Floats, read_only
from psoas.core.sides import SIDES
from psoas.kinematics.filters import bridge_gaps, derivative, lowpass, true_runs
from psoas.kinematics.gait.ground_velocity import GroundMotion
from psoas.recording.plate_loading import CONTACT_FORCE_N
from psoas.recording.recording import Forces

# Heel strike: the heel's forward speed over the ground, large in swing, falls through this share of walking speed.
# Toe off: the toe's rises through its share, or through 0.9 m/s in fast gaits. Velocity-based as in O'Connor 2007, but
# relative to the ground, so that a treadmill, a running belt and a floor are one case. Swing in between must reach
# SWING times walking speed, which keeps noise in stance from counting as a step.
STRIKE, LEAVE, LEAVE_M_S, SWING = 0.6, 0.8, 0.9, 1.2

SMOOTHING_HZ = 12.0
TRAVEL_S = 1.0
SLOWEST_M_S = 0.2
SHORTEST_SWING_S = 0.1
BRIDGE_S = 0.15
FEWEST = 8  # frames

FLICKER_S = 0.03
SHORTEST_CONTACT_S = 0.08
OWN_FOOT = 0.8
SAME_EVENT_S = 0.08


@dataclass(frozen=True)
class SideInstants:
    """One sorted array of instants (n,) in seconds for each side."""

    right: Floats
    left: Floats

    def __post_init__(self) -> None:
        for side in SIDES:
            object.__setattr__(self, side, read_only(np.sort(getattr(self, side))))

    def of(self, side: str) -> Floats:
        """The instants of "right" or "left"."""
        return {"right": self.right, "left": self.left}[side]


NONE = SideInstants(right=np.empty(0), left=np.empty(0))
"""No instant on either side."""


@dataclass(frozen=True)
class GaitEvents:
    """Heel strikes and toe offs, seconds on the recording's clock; ``method`` is "markers", "plates" or both."""

    heel_strike: SideInstants
    toe_off: SideInstants
    method: str


def find_events(
    time: Floats, *, heel: Mapping[str, Floats], toe: Mapping[str, Floats], pelvis: Floats, ground: GroundMotion
) -> GaitEvents:
    """Heel strikes and toe offs from markers alone, walking or running, overground or on a belt.

    The direction of progression comes from the pelvis relative to the ground. Gaps up to 0.15 s are bridged; around
    longer ones there are no events rather than guessed ones.

    Args:
        time: Time (T,), seconds.
        heel: Positions (T, 3) of "right" and "left", metres; an ankle may stand in for a heel.
        toe: Positions (T, 3) of "right" and "left", metres.
        pelvis: Positions (T, 3) of any point of the pelvis, metres.
        ground: How the ground moves.
    """
    if len(time) < FEWEST:
        return GaitEvents(heel_strike=NONE, toe_off=NONE, method="markers")
    direction, speed = estimate_progression(time, pelvis, ground=ground)
    walking = np.where(speed > SLOWEST_M_S, speed, np.inf)
    strikes = {s: _ends(time, _advance(time, heel[s], direction, ground), STRIKE * walking, walking) for s in SIDES}
    leaving = np.minimum(LEAVE * walking, np.where(np.isfinite(walking), LEAVE_M_S, np.inf))
    offs = {s: _starts(time, _advance(time, toe[s], direction, ground), leaving, walking) for s in SIDES}
    return GaitEvents(heel_strike=SideInstants(**strikes), toe_off=SideInstants(**offs), method="markers")


def estimate_progression(time: Floats, pelvis: Floats, *, ground: GroundMotion) -> tuple[Floats, Floats]:
    """Direction and speed of progression over the ground.

    Both come from the displacement over the second before and after, so that turning is followed and the sway within a
    step is not. Where the pelvis hardly moves, the direction is that of the whole recording.

    Args:
        time: Time (T,), seconds.
        pelvis: Positions (T, 3) of any point of the pelvis, metres.
        ground: How the ground moves.

    Returns:
        Unit horizontal vectors (T, 3), and speeds (T,), m/s.
    """
    seen = ~np.isnan(pelvis).any(axis=1)
    if seen.sum() < 2:
        return np.tile([1.0, 0.0, 0.0], (len(time), 1)), np.zeros(len(time))
    fixed = ground.fixed(pelvis, time)[seen]
    before, after = (np.clip(time + sign * TRAVEL_S, time[seen][0], time[seen][-1]) for sign in (-1, 1))
    moved = np.stack([np.interp(after, time[seen], axis) - np.interp(before, time[seen], axis) for axis in fixed.T], 1)
    moved[:, 1] = 0.0
    distance = np.linalg.norm(moved, axis=1)
    speed = distance / np.maximum(after - before, 1e-9)
    moving = speed > SLOWEST_M_S
    whole = _unit(moved.sum(axis=0))
    return np.where(moving[:, None], moved / np.where(moving, distance, 1.0)[:, None], whole), speed


def events_from_plates(
    forces: Forces, *, time: Floats, heel: Mapping[str, Floats], toe: Mapping[str, Floats]
) -> GaitEvents:
    """Events from force plates, each contact given to the foot that stood there.

    A contact starts and ends where the vertical force crosses 20 N (Zeni 2008); flickers shorter than 0.03 s either way
    and contacts shorter than 0.08 s do not count, and one cut by an end of the recording has no event there. It goes to
    the side whose foot is nearest to the centre of pressure; one that both feet share (under 80 % on
    one side) is left out, as it shows no single foot.

    Args:
        forces: The plates.
        time: Time of the markers (T,), seconds.
        heel: Positions (T, 3) of "right" and "left", metres.
        toe: Positions (T, 3) of "right" and "left", metres.
    """
    found: dict[str, list[tuple[float, float]]] = {side: [] for side in SIDES}
    middle = {side: (heel[side] + toe[side]) / 2 for side in SIDES}
    for plate in forces.plates:
        for start, end in _contacts(forces.time, plate.force[:, 1], CONTACT_FORCE_N):
            during = (forces.time >= start) & (forces.time <= end)
            side = _owner(forces.time[during], plate.point[during], time, middle)
            if side:
                found[side].append((start, end))
    return _from_contacts(forces.time, found)


def refine_events(events: GaitEvents, *, by: GaitEvents) -> GaitEvents:
    """Replace instants from markers by those from plates.

    An instant that the plates also saw, within 0.08 s, becomes theirs. The others move by the median of what these
    moved, so that a stride from a plate to the bare floor is not longer or shorter than its neighbours.

    Args:
        events: From markers.
        by: From plates.
    """
    return GaitEvents(
        heel_strike=_sharpened(events.heel_strike, by.heel_strike),
        toe_off=_sharpened(events.toe_off, by.toe_off),
        method=f"{events.method} and {by.method}",
    )


def _advance(time: Floats, point: Floats, direction: Floats, ground: GroundMotion) -> Floats:
    """Forward speed (T,) of one foot point over the ground, m/s; NaN where it was not seen."""
    rate = 1 / float(np.median(np.diff(time)))
    fixed = bridge_gaps(ground.fixed(point, time), limit=round(BRIDGE_S * rate))
    smooth = lowpass(fixed, rate_hz=rate, cutoff_hz=min(SMOOTHING_HZ, 0.4 * rate), bridge_s=0.0)
    return np.asarray(np.sum(derivative(smooth, time) * direction, axis=1), dtype=float)


def _swings(time: Floats, speed: Floats, level: Floats, walking: Floats) -> list[slice]:
    """Stretches in which the foot point moves faster than ``level`` and really swings."""
    kept = []
    for run in true_runs(np.nan_to_num(speed, nan=-np.inf) > level):
        cut = run.start == 0 or run.stop == len(time)
        long = time[run.stop - 1] - time[run.start] > SHORTEST_SWING_S
        if (long or cut) and np.max(speed[run] / walking[run]) > SWING:
            kept.append(run)
    return kept


def _ends(time: Floats, speed: Floats, level: Floats, walking: Floats) -> Floats:
    swings = _swings(time, speed, level, walking)
    return np.array([x for r in swings for x in _crossing(time, speed - level, r.stop - 1)])


def _starts(time: Floats, speed: Floats, level: Floats, walking: Floats) -> Floats:
    swings = _swings(time, speed, level, walking)
    return np.array([x for r in swings for x in _crossing(time, speed - level, r.start - 1)])


def _crossing(time: Floats, signal: Floats, before: int) -> list[float]:
    """Where the straight line from sample ``before`` to the next is zero; nothing at the edges or beside a gap."""
    if before < 0 or before + 1 >= len(time) or not np.isfinite(signal[before : before + 2]).all():
        return []
    a, b = signal[before], signal[before + 1]
    return [float(time[before] + (time[before + 1] - time[before]) * a / (a - b))]


def _contacts(time: Floats, force: Floats, threshold: float) -> list[tuple[float, float]]:
    """Contacts as (start, end) in seconds, crossing instants interpolated; cut ones end at the recording's edge."""
    loaded = np.nan_to_num(force) > threshold
    for gap in true_runs(~loaded):
        if gap.start > 0 and gap.stop < len(time) and time[gap.stop] - time[gap.start - 1] < FLICKER_S:
            loaded[gap] = True
    found = []
    for run in true_runs(loaded):
        start = (_crossing(time, force - threshold, run.start - 1) or [float(time[run.start])])[0]
        end = (_crossing(time, force - threshold, run.stop - 1) or [float(time[run.stop - 1])])[0]
        if end - start > SHORTEST_CONTACT_S or run.start == 0 or run.stop == len(time):
            found.append((start, end))
    return found


def _from_contacts(time: Floats, found: Mapping[str, list[tuple[float, float]]]) -> GaitEvents:
    strikes = {side: np.array([a for a, _ in found[side] if a > time[0]]) for side in SIDES}
    offs = {side: np.array([b for _, b in found[side] if b < time[-1]]) for side in SIDES}
    return GaitEvents(heel_strike=SideInstants(**strikes), toe_off=SideInstants(**offs), method="plates")


def _owner(moments: Floats, pressure: Floats, time: Floats, middle: Mapping[str, Floats]) -> str:
    """The side whose foot is nearest to the centre of pressure (S, 3), or "" when that is not clear."""
    apart = {}
    for side in SIDES:
        foot = bridge_gaps(middle[side], limit=len(time))
        at = np.stack([np.interp(moments, time, foot[:, axis]) for axis in (0, 2)], axis=1)
        apart[side] = np.linalg.norm(at - pressure[:, [0, 2]], axis=1)
    known = ~np.isnan(apart["right"]) & ~np.isnan(apart["left"])
    right = float(np.mean((apart["right"] < apart["left"])[known])) if known.any() else 0.5
    return "right" if right >= OWN_FOOT else "left" if right <= 1 - OWN_FOOT else ""


def _sharpened(instants: SideInstants, by: SideInstants) -> SideInstants:
    def nearest(side: str) -> Floats:
        seen, exact = instants.of(side), by.of(side)
        if not len(seen) or not len(exact):
            return seen
        late = exact[np.argmin(np.abs(seen[:, None] - exact), axis=1)] - seen
        same = np.abs(late) < SAME_EVENT_S
        return seen + np.where(same, late, np.median(late[same]) if same.any() else 0.0)

    return SideInstants(right=nearest("right"), left=nearest("left"))


def _unit(vector: Floats) -> Floats:
    size = float(np.linalg.norm(vector))
    return vector / size if size > 0 else np.array([1.0, 0.0, 0.0])
