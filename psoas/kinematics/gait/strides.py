"""Strides: from heel strike to the next of the same foot, their pace, and curves laid over one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from psoas.core.arrays import Bools, Floats, read_only
from psoas.core.message import Message, message
from psoas.core.sides import SIDES
from psoas.kinematics.filters import bridge_gaps
from psoas.kinematics.gait.gait_events import GaitEvents, estimate_progression
from psoas.kinematics.gait.ground_velocity import GroundMotion

SHORTEST_S, LONGEST_S = 0.4, 2.5
"""A stride outside of this is two strides, half of one or a pause: sprinting takes about 0.45 s, frail walking 2 s."""

UNUSUAL = 0.3
"""A stride this far from the recording's median duration (as a share of it) is not like the others."""

STEPPING_M_S = 0.2
HOP_S = 0.12
"""Strikes nearer together than this are one landing on both feet."""


@dataclass(frozen=True)
class Strides:
    """The strides of one side, in order.

    ``start``, ``end``, ``toe_off`` (n,) seconds, ``toe_off`` NaN where none was found; ``length_m`` (n,) how far the
    heel came forward over the ground, NaN where not seen. ``flags`` names what is wrong with each ("" when nothing
    is): flagged strides stay listed, and stay out of every mean.
    """

    side: str
    start: Floats
    end: Floats
    toe_off: Floats
    length_m: Floats
    flags: tuple[Message | None, ...]

    def __post_init__(self) -> None:
        for key in ("start", "end", "toe_off", "length_m"):
            object.__setattr__(self, key, read_only(getattr(self, key)))

    @property
    def good(self) -> Bools:
        """Which strides (n,) carry no flag."""
        return np.array([not flag for flag in self.flags], dtype=bool)

    @property
    def duration_s(self) -> Floats:
        """Seconds from heel strike to heel strike (n,)."""
        return np.asarray(self.end - self.start, dtype=float)

    @property
    def stance_percent(self) -> Floats:
        """Share of the stride that the foot is on the ground (n,), percent."""
        return np.asarray(100 * (self.toe_off - self.start) / self.duration_s, dtype=float)


@dataclass(frozen=True)
class StrideStatistic:
    """A mean and the standard deviation between strides (NaN when there is but one)."""

    mean: float
    sd: float


@dataclass(frozen=True)
class Gait:
    """Walking or running in numbers, relative to the ground (a belt's speed is added).

    Means over all unflagged strides of both sides. ``step_length_m`` is the way from one heel's contact to the other's,
    along the direction of progression; ``strides`` counts the unflagged ones.
    """

    speed_m_s: StrideStatistic
    belt_m_s: float
    cadence_steps_min: StrideStatistic
    step_length_m: StrideStatistic
    stance_percent: StrideStatistic
    right: Strides
    left: Strides
    notes: tuple[Message, ...] = ()

    @property
    def strides(self) -> dict[str, int]:
        """How many unflagged strides each side has."""
        return {side: int(self.of(side).good.sum()) for side in SIDES}

    def of(self, side: str) -> Strides:
        """The strides of "right" or "left"."""
        return {"right": self.right, "left": self.left}[side]


def find_strides(
    events: GaitEvents, *, side: str, time: Floats, heel: Floats, direction: Floats, ground: GroundMotion
) -> Strides:
    """Cut one side's strides out of its events.

    Nothing is dropped: a stride that is too short, too long or unlike the others (of both feet) says so in its flag.

    Args:
        events: Of both sides.
        side: "right" or "left".
        time: Time (T,), seconds.
        heel: Positions of that side's heel (T, 3), metres.
        direction: Of progression (T, 3), from ``estimate_progression``.
        ground: How the ground moves.
    """
    strikes = events.heel_strike.of(side)
    start, end = strikes[:-1], strikes[1:]
    offs = np.array([_first_between(events.toe_off.of(side), a, b) for a, b in zip(start, end, strict=True)])
    place, ahead = _at(heel, time, ground, strikes), _heading(direction, time, (start + end) / 2)
    usual = float(np.median(np.concatenate([np.diff(events.heel_strike.of(s)) for s in SIDES]))) if len(start) else 0.0
    length = np.sum((place[1:] - place[:-1]) * ahead, axis=1)
    return Strides(
        side=side, start=start, end=end, toe_off=offs, length_m=length, flags=_flags(end - start, usual=usual)
    )


@dataclass(frozen=True)
class PassStrides:
    """The strides of one pass by side, and the lengths (n,) of its steps, metres; ``is_gait`` as the function of that
    name judges it."""

    sides: Mapping[str, Strides]
    step_length_m: Floats
    is_gait: bool

    def __post_init__(self) -> None:
        object.__setattr__(self, "step_length_m", read_only(self.step_length_m))


def find_pass_strides(
    time: Floats, *, events: GaitEvents, heel: Mapping[str, Floats], pelvis: Floats, ground: GroundMotion
) -> PassStrides:
    """Strides and steps of one pass.

    Args:
        time: Time (T,), seconds.
        events: Of both sides, none outside of the pass.
        heel: Positions (T, 3) of "right" and "left", metres.
        pelvis: Positions (T, 3) of any point of the pelvis, metres.
        ground: How the ground moves.
    """
    if max(len(events.heel_strike.of(side)) for side in SIDES) < 2:
        none = np.empty(0)
        return PassStrides({side: Strides(side, none, none, none, none, ()) for side in SIDES}, none, False)
    direction, _ = estimate_progression(time, pelvis, ground=ground)
    sides = {
        s: find_strides(events, side=s, time=time, heel=heel[s], direction=direction, ground=ground) for s in SIDES
    }
    steps = _steps(events, time=time, heel=heel, direction=direction, ground=ground)
    return PassStrides(sides, steps, is_gait(events, sides))


def join_passes(passes: Sequence[PassStrides], *, ground: GroundMotion) -> Gait | None:
    """One gait of all passes that are gait, in order; None where none is."""
    kept = [one for one in passes if one.is_gait]
    if not kept:
        return None
    sides = {side: _join([one.sides[side] for one in kept]) for side in SIDES}
    good = {s: sides[s].good for s in SIDES}
    duration, length, stance = (
        np.concatenate([getattr(sides[s], key)[good[s]] for s in SIDES])
        for key in ("duration_s", "length_m", "stance_percent")
    )
    return Gait(
        speed_m_s=_pace(length / duration),
        belt_m_s=ground.belt_m_s,
        cadence_steps_min=_pace(120 / duration),
        step_length_m=_pace(np.concatenate([one.step_length_m for one in kept])),
        stance_percent=_pace(stance),
        right=sides["right"],
        left=sides["left"],
        notes=_notes(sides),
    )


def _join(parts: Sequence[Strides]) -> Strides:
    """The strides of one side of several passes, one after the other."""
    start, end, off, length = (
        np.concatenate([getattr(one, key) for one in parts]) for key in ("start", "end", "toe_off", "length_m")
    )
    return Strides(parts[0].side, start, end, off, length, tuple(flag for one in parts for flag in one.flags))


def find_gait(
    time: Floats, *, events: GaitEvents, heel: Mapping[str, Floats], pelvis: Floats, ground: GroundMotion
) -> Gait | None:
    """What the gait of a recording of one pass was like.

    It is gait when the feet strike in turn, at least one unflagged stride was seen whole and the person moves over the
    ground.

    Args:
        time: Time (T,), seconds.
        events: Of both sides.
        heel: Positions (T, 3) of "right" and "left", metres.
        pelvis: Positions (T, 3) of any point of the pelvis, metres.
        ground: How the ground moves.

    Returns:
        The gait; None when the recording does not hold one.
    """
    one = find_pass_strides(time, events=events, heel=heel, pelvis=pelvis, ground=ground)
    return join_passes((one,), ground=ground)


def is_gait(events: GaitEvents, sides: Mapping[str, Strides]) -> bool:
    """Whether the feet strike in turn (in three of four steps: not together, not one twice) and get somewhere."""
    order = _in_order(events)
    taken = [(a, b) for a, b in pairwise(order) if b[0] - a[0] < LONGEST_S]
    in_turn = sum(a[1] != b[1] and b[0] - a[0] > HOP_S for a, b in taken)
    speeds = np.concatenate([(s.length_m / s.duration_s)[s.good] for s in sides.values()])
    seen = speeds[~np.isnan(speeds)]
    return len(taken) > 1 and in_turn >= 0.75 * len(taken) and len(seen) > 0 and float(np.median(seen)) > STEPPING_M_S


def mean_and_sd_over_strides(curves: Floats) -> tuple[Floats, Floats]:
    """Mean and standard deviation over strides, from (n, points, ...) to two of (points, ...); SD is NaN for n = 1."""
    if len(curves) == 0:
        empty = np.full(curves.shape[1:], np.nan)
        return empty, empty
    sd = np.std(curves, axis=0, ddof=1) if len(curves) > 1 else np.full(curves.shape[1:], np.nan)
    return np.mean(curves, axis=0), sd


def _flags(duration: Floats, *, usual: float) -> tuple[Message | None, ...]:
    return tuple(_flag(float(one), usual) for one in duration)


def _flag(duration: float, usual: float) -> Message | None:
    if duration < SHORTEST_S:
        return message("kinematics.stride_short", limit=f"{SHORTEST_S:g}")
    if duration > LONGEST_S:
        return message("kinematics.stride_long", limit=f"{LONGEST_S:g}")
    unusual = abs(duration - usual) > UNUSUAL * usual
    return message("kinematics.stride_unusual", usual=f"{usual:.2f}") if unusual else None


def _notes(sides: Mapping[str, Strides]) -> tuple[Message, ...]:
    return tuple(
        message("kinematics.stride_dropped", side=side, start=f"{start:.2f}", flag=flag)
        for side in SIDES
        for start, flag in zip(sides[side].start, sides[side].flags, strict=True)
        if flag
    )


def _steps(
    events: GaitEvents, *, time: Floats, heel: Mapping[str, Floats], direction: Floats, ground: GroundMotion
) -> Floats:
    """Lengths (n,) of the steps between strikes of alternate feet, metres."""
    order = _in_order(events)
    lengths = []
    for (t0, s0), (t1, s1) in pairwise(order):
        if s0 != s1 and t1 - t0 < LONGEST_S / 2:
            way = _at(heel[s1], time, ground, np.array([t1])) - _at(heel[s0], time, ground, np.array([t0]))
            lengths.append(float(np.sum(way * _heading(direction, time, np.array([(t0 + t1) / 2])))))
    return np.array(lengths)


def _in_order(events: GaitEvents) -> Sequence[tuple[float, str]]:
    """All heel strikes of both feet as (instant, side)."""
    return sorted((float(t), side) for side in SIDES for t in events.heel_strike.of(side))


def _first_between(instants: Floats, start: float, end: float) -> float:
    inside = instants[(instants > start) & (instants < end)]
    return float(inside[0]) if len(inside) else float("nan")


def _at(point: Floats, time: Floats, ground: GroundMotion, moments: Floats) -> Floats:
    """Where ``point`` (T, 3) was over the ground at ``moments`` (n,): (n, 3) metres, short gaps bridged."""
    fixed = ground.fixed(bridge_gaps(point, limit=round(0.15 / float(np.median(np.diff(time))))), time)
    return np.stack([np.interp(moments, time, axis) for axis in fixed.T], axis=1)


def _heading(direction: Floats, time: Floats, moments: Floats) -> Floats:
    """Direction of progression (n, 3) at ``moments`` (n,)."""
    return direction[np.clip(np.searchsorted(time, moments), 0, len(time) - 1)]


def _pace(values: Floats) -> StrideStatistic:
    seen = values[~np.isnan(values)]
    mean = float(np.mean(seen)) if len(seen) else float("nan")
    return StrideStatistic(mean=mean, sd=float(np.std(seen, ddof=1)) if len(seen) > 1 else float("nan"))
