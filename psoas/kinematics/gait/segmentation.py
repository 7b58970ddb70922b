"""A motion cut into passes, its gait and its repetitions, from where the body's own feet go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from psoas.core.arrays import Floats, finite_rows
from psoas.core.message import Message, message
from psoas.core.sides import LETTERS, SIDE_SUFFIX, SIDES, SUFFIXES
from psoas.kinematics.gait.activity import Activity, PassPoints, explain_no_stride, name_activity
from psoas.kinematics.gait.gait_events import GaitEvents, SideInstants, events_from_plates, find_events, refine_events
from psoas.kinematics.gait.ground_velocity import GroundMotion, estimate_ground_velocity
from psoas.kinematics.gait.passes import Pass, find_passes
from psoas.kinematics.gait.repetitions import SHIFTS, Repetitions, find_repetitions
from psoas.kinematics.gait.running import is_running
from psoas.kinematics.gait.strides import Gait, PassStrides, find_pass_strides, join_passes
from psoas.kinematics.motion import Motion
from psoas.recording import Forces
from psoas.recording.stretches import Stretch, find_stretches, long_stretches

FEET = ("heel", "toe", "toe_medial", "toe_lateral")
ACROSS = ("asis_r", "asis_l")
FIXED_M, SWING_RAD, IN_TURN = 1e-3, np.radians(20.0), -0.5
"""Hips that swing this far against each other (correlation) over a pelvis that stays within this step (assumed)."""
SLACK_S = 0.05
"""Plates may move an event by this much beyond the end of its pass; half the shortest gap between two."""


@dataclass(frozen=True)
class MotionPass:
    """One pass: its frames, where the person faces (radians about +Y from +X, NaN unknown), what they do, how many
    strides each side has, and why none where there is none."""

    stretch: Stretch
    heading_rad: float
    activity: Activity
    strides: Mapping[str, int]
    no_stride: Message | None


@dataclass(frozen=True)
class SegmentedMotion:
    """The ground under a motion, the stretches that are seen, their passes and turns, and what was done in them.

    ``gait`` is None without a full stride, and ``no_stride`` says why; ``repetitions`` are looked for only where nobody
    walks.
    """

    ground: GroundMotion
    stretches: tuple[Stretch, ...]
    passes: tuple[MotionPass, ...]
    turns: tuple[Stretch, ...]
    activity: Activity
    gait: Gait | None
    repetitions: Repetitions | None
    no_stride: Message | None


def segment_motion(
    motion: Motion, *, forces: Forces | None = None, leg_hidden: Mapping[str, int] | None = None
) -> SegmentedMotion:
    """Cut a motion into the stretches that are seen and their passes, and find what was done in them.

    Args:
        motion: Of a whole body.
        forces: Plates, where there are any: they make events more exact.
        leg_hidden: By side, in how many frames that leg alone was hidden, so that the motion has none.
    """
    feet = _Feet(motion)
    cut = [(one, find_passes(motion.time, feet.facing_rad, one)) for one in feet.stretches]
    passes = [part for _, found in cut for part in found.passes]
    turns = tuple(turn for _, found in cut for turn in found.turns)
    events = feet.events(passes, forces)
    strides = [feet.strides(part, events) for part in passes]
    gait = join_passes(strides, ground=feet.ground)
    told = tuple(feet.tell(part, events, own) for part, own in zip(passes, strides, strict=True))
    walking = any(one.activity in (Activity.WALKING, Activity.RUNNING) for one in told)
    repetitions = None if walking else segment_repetitions(motion)
    activity = _activity(motion.time, told, turns, repetitions)
    if gait is None and not feet.ground.treadmill and _steps_in_place(motion):
        fixed = message("kinematics.no_stride.pelvis_fixed")
        return SegmentedMotion(feet.ground, feet.stretches, told, turns, Activity.WALKING, None, None, fixed)
    why = None if gait else _hidden(motion, leg_hidden or {}) or _why(motion.time, told, activity, repetitions)
    return SegmentedMotion(feet.ground, feet.stretches, told, turns, activity, gait, repetitions, why)


def segment_gait(motion: Motion, *, forces: Forces | None = None) -> tuple[GroundMotion, Gait | None]:
    """The ground under a motion, and its gait; None when the recording holds none. Arguments as ``segment_motion``."""
    found = segment_motion(motion, forces=forces)
    return found.ground, found.gait


def segment_repetitions(motion: Motion) -> Repetitions:
    """A movement other than gait, cut into repetitions."""
    names = [f"{joint}_{s}" for joint in ("hip_flexion", "knee_angle") for s in "rl"]
    names += ["pelvis_tx", "pelvis_ty", "pelvis_tz", "pelvis_tilt"]
    return find_repetitions(motion.time, {name: motion.of(name) for name in names})


class _Feet:
    """Where the feet and the pelvis of a motion are."""

    def __init__(self, motion: Motion) -> None:
        names = tuple(f"{point}{suffix}" for point in FEET for suffix in SUFFIXES)
        seen = finite_rows(motion.values)
        places = {name: np.full((len(motion.time), 3), np.nan) for name in (*names, "mid_pelvis", *ACROSS)}
        if seen.any():
            for name, found in motion.body.landmark_positions(motion.values[seen], tuple(places)).items():
                places[name][seen] = found
        self.time = motion.time
        self.stretches = long_stretches(motion.time, seen) or find_stretches(motion.time, seen)
        self.ground = estimate_ground_velocity(motion.time, np.stack([places[n] for n in names], axis=1))
        self.heel = {side: places["heel" + suffix] for side, suffix in SIDE_SUFFIX.items()}
        self.toe = {side: places["toe" + suffix] for side, suffix in SIDE_SUFFIX.items()}
        self.pelvis = places["mid_pelvis"]
        across = places[ACROSS[0]] - places[ACROSS[1]]
        self.facing_rad = np.arctan2(across[:, 0], across[:, 2])

    def events(self, passes: list[Pass], forces: Forces | None) -> GaitEvents:
        """Events inside the passes."""
        found = [
            find_events(self.time[f], heel=_cut(self.heel, f), toe=_cut(self.toe, f), pelvis=self.pelvis[f],
                        ground=self.ground)
            for f in (part.stretch.frames for part in passes)
        ]  # fmt: skip
        events = GaitEvents(
            heel_strike=_merge([one.heel_strike for one in found]), toe_off=_merge([one.toe_off for one in found]),
            method="markers",
        )  # fmt: skip
        if forces is None or not self.stretches:
            return events
        return refine_events(events, by=events_from_plates(forces, time=self.time, heel=self.heel, toe=self.toe))

    def strides(self, part: Pass, events: GaitEvents) -> PassStrides:
        """Strides of one pass."""
        f = part.stretch.frames
        return find_pass_strides(
            self.time[f], events=_within(events, self.time[f]), heel=_cut(self.heel, f), pelvis=self.pelvis[f],
            ground=self.ground,
        )  # fmt: skip

    def tell(self, part: Pass, events: GaitEvents, strides: PassStrides) -> MotionPass:
        """What is done in one pass."""
        f = part.stretch.frames
        time = self.time[f]
        counts = {side: int(strides.sides[side].good.sum()) if strides.is_gait else 0 for side in SIDES}
        if strides.is_gait:
            stance = np.concatenate([one.stance_percent[one.good] for one in strides.sides.values()])
            runs = bool(np.isfinite(stance).any()) and is_running(float(np.nanmean(stance)))
            activity = Activity.RUNNING if runs else Activity.WALKING
            return MotionPass(part.stretch, part.heading_rad, activity, counts, None)
        heel, toe = (_fixed(_cut(paths, f), time, self.ground) for paths in (self.heel, self.toe))
        points = PassPoints(time, heel, toe, self.ground.fixed(self.pelvis[f], time))
        activity = name_activity(points, _within(events, time))
        why = explain_no_stride(activity, seconds=points.seconds, strides=strides.sides)
        return MotionPass(part.stretch, part.heading_rad, activity, counts, why)


def _activity(
    time: Floats, passes: tuple[MotionPass, ...], turns: tuple[Stretch, ...], repetitions: Repetitions | None
) -> Activity:
    """What was done most of all: gait before the rest, else what lasted longest."""
    seconds = {Activity.TURNING: sum(turn.seconds(time) for turn in turns)}
    for one in passes:
        seconds[one.activity] = seconds.get(one.activity, 0.0) + one.stretch.seconds(time)
    for gait in (Activity.RUNNING, Activity.WALKING):
        if any(one.activity is gait and sum(one.strides.values()) for one in passes):
            return gait
    if Activity.WALKING in seconds:
        return Activity.WALKING
    if repetitions and repetitions.kind and len(repetitions.intervals):
        return Activity.REPEATING
    return max(seconds, key=lambda activity: seconds[activity]) if any(seconds.values()) else Activity.OTHER


def _steps_in_place(motion: Motion) -> bool:
    """Whether the hips swing in turn while the file never moves the pelvis: a walk without its way."""
    if motion.fit is not None or not np.isfinite(motion.values).any():
        return False
    way = [float(np.nanmax(motion.of(name)) - np.nanmin(motion.of(name))) for name in SHIFTS]
    hips: Floats = np.stack([motion.of(f"hip_flexion_{side}") for side in LETTERS])
    hips = hips[:, np.isfinite(hips).all(axis=0)]
    swing = min(float(np.ptp(one)) for one in hips)
    right, left = hips - hips.mean(axis=1, keepdims=True)
    together = float(right @ left) / max(float(np.linalg.norm(right) * np.linalg.norm(left)), 1e-12)
    return max(way) < FIXED_M and swing > SWING_RAD and together < IN_TURN


def _hidden(motion: Motion, leg_hidden: Mapping[str, int]) -> Message | None:
    """The side whose hidden leg cost more frames than there are, as a reason."""
    seen = int(finite_rows(motion.values).sum())
    side = max(leg_hidden, key=lambda one: leg_hidden[one], default="")
    return message("kinematics.no_stride.leg_hidden", side=side) if side and leg_hidden[side] > seen else None


def _why(time: Floats, passes: tuple[MotionPass, ...], activity: Activity, repetitions: Repetitions | None) -> Message:
    """Why there is no full stride in the whole motion: the reason of the longest pass of its kind."""
    if activity is Activity.REPEATING and repetitions:
        return message("kinematics.no_stride.repeating", kind=repetitions.kind)
    alike = [one for one in passes if one.activity is activity and one.no_stride]
    longest = max(alike, key=lambda one: one.stretch.seconds(time), default=None)
    if longest and longest.no_stride:
        return longest.no_stride
    return message(f"kinematics.no_stride.{activity.value}")


def _cut(paths: Mapping[str, Floats], frames: slice) -> dict[str, Floats]:
    return {side: path[frames] for side, path in paths.items()}


def _fixed(paths: Mapping[str, Floats], time: Floats, ground: GroundMotion) -> dict[str, Floats]:
    return {side: ground.fixed(path, time) for side, path in paths.items()}


def _merge(parts: list[SideInstants]) -> SideInstants:
    return SideInstants(*(np.concatenate([np.empty(0), *(one.of(side) for one in parts)]) for side in SIDES))


def _within(events: GaitEvents, time: Floats) -> GaitEvents:
    """The events of one pass; plates may have moved one a little beyond its ends."""

    def inside(instants: SideInstants) -> SideInstants:
        return SideInstants(
            *(one[(one >= time[0] - SLACK_S) & (one <= time[-1] + SLACK_S)] for one in map(instants.of, SIDES))
        )

    return GaitEvents(inside(events.heel_strike), inside(events.toe_off), events.method)
