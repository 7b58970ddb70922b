"""What joint angles ask of a body: ends of range, turns, wide legs, and feet that move under the weight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from psoas.body.anatomy.coordinates import coordinates
from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.knowledge.exercise_demands import Demand
from psoas.knowledge.support_demands import (
    SEATS,
    bearing_feet,
    bearing_groups,
    hips_lifted,
    on_hands,
    one_leg_bears,
    stands,
)

DEEP_HIP_DEG, HIP_BACK_DEG, HIP_CROSSED_DEG, HIP_TURNED_DEG = 95.0, 10.0, 10.0, 30.0
"""Beyond these a hip is flexed deeply, extended, carried across the middle or turned to its end (assumed: sitting
flexes 90, adults extend 17 to 18 passively, and turn 30 to 45 each way)."""
HIP_HELD_BACK_DEG = 5.0
"""Extension of a hip that counts as well where the back arches with it, or where it is held at rest (assumed)."""
BENT_BACK_DEG, ARCHED_BACK_DEG, TURNED_BACK_DEG = 30.0, 10.0, 15.0
"""Beyond these low back and chest are rounded, arched or turned from standing (assumed)."""
ON_FEET_TURN_DEG, BENT_KNEE_DEG, LEANED_DEG = 10.0, 45.0, 30.0
"""Beyond these a body on its feet turns over a leg, works in its knees, and holds its trunk against gravity."""
ONE_LEG_HIP_DEG, ONE_LEG_KNEE_DEG = 10.0, 25.0
"""A single leg that moves its hip through more than this, or bends its knee further, works (assumed)."""
WIDE_DEG, WIDE_STRIDE_DEG = 40.0, 60.0
"""Legs apart, and one thigh before the other, beyond this are a wide split (assumed)."""
ARM_UP_DEG, ARM_OVERHEAD_DEG = 80.0, 120.0
"""An arm is held up against gravity beyond the first, and overhead beyond the second however the body lies."""
STRAIGHT_KNEE_DEG, NEAR_STRAIGHT_KNEE_DEG, NERVE_HIP_DEG, SLUMPED_DEG = 10.0, 30.0, 25.0, 20.0
"""A straight leg on a hip flexed further, or a knee near straight in a slump, pulls on the sciatic nerve (assumed)."""
FEET_MOVE_M, IN_LINE_DEG, TIPTOE_DEG = 0.25, 2.0, 15.0
"""Feet that change their distance by more move; hips adducted more stand in line; toes bent more stand on toes."""
THIGH_M = SHANK_M = 0.43
"""Lengths that only say how far apart feet stand, on a person of 1.75 m."""
SIDES = ("_r", "_l")


@dataclass(frozen=True)
class HeldFrame:
    """One keyframe: what bears it, and its angles by coordinate, degrees."""

    support: str
    deg: Mapping[str, float]

    @classmethod
    def of(cls, support: str, values: Floats) -> HeldFrame:
        """From the coordinates (N,) of a posture, radians."""
        named = zip(coordinates(), values, strict=True)
        return cls(support, {c.name: float(np.degrees(v)) for c, v in named if c.rotational})

    def both(self, name: str) -> tuple[float, float]:
        """A coordinate of the right and the left side."""
        return self.deg[f"{name}_r"], self.deg[f"{name}_l"]

    @property
    def feet_m(self) -> tuple[float, float]:
        """How far the right foot is ahead of the left, and how far they are apart beyond the hips, metres."""
        ahead, apart = [], []
        for hip, knee, across in zip(
            self.both("hip_flexion"), self.both("knee_angle"), self.both("hip_adduction"), strict=True
        ):
            thigh, shank = np.radians(hip + self.deg["pelvis_tilt"]), np.radians(hip + self.deg["pelvis_tilt"] - knee)
            ahead.append(float(THIGH_M * np.sin(thigh) + SHANK_M * np.sin(shank)))
            apart.append(float((THIGH_M * np.cos(thigh) + SHANK_M * np.cos(shank)) * np.sin(np.radians(-across))))
        return ahead[0] - ahead[1], sum(apart)


Found = Iterator[tuple[Demand, Message]]


def frame_demands(frame: HeldFrame) -> Found:
    """What one keyframe asks by its angles, each with the angle."""
    yield from _hips(frame)
    yield from _back(frame)
    yield from _arms(frame)
    yield from _nerve(frame)
    if stands(frame.support):
        yield from _on_feet(frame)


def rest_demands(frames: Sequence[HeldFrame]) -> Found:
    """What holding at rest adds: a hip that lies extended for minutes gives way to its end."""
    back = max(-min(one.both("hip_flexion")) for one in frames)
    if back > HIP_HELD_BACK_DEG:
        yield Demand.HIP_EXTENSION_END_RANGE, _why("hip_extended", back)


def path_demands(frames: Sequence[HeldFrame], *, steps: bool) -> Found:
    """What the way between keyframes asks: a single leg that works, and feet that move, where each repetition
    ``steps``; a step into a position that is then held is none."""
    for one, other in combinations([frame for frame in frames if steps and stands(frame.support)], 2):
        shared = bearing_feet(one.support) & bearing_feet(other.support)
        both_bear = len(bearing_feet(one.support) | bearing_feet(other.support)) == 2
        moved = max(abs(a - b) for a, b in zip(one.feet_m, other.feet_m, strict=True))
        if shared and both_bear and moved > FEET_MOVE_M:
            yield Demand.MOVING_BASE, message("table.why.feet_move", metres=f"{moved:.2f}")
    for side in SIDES:
        alone = [one for one in frames if stands(one.support) and bearing_feet(one.support) == {side}]
        for name in ("hip_flexion", "hip_rotation"):
            yield from _works(alone, f"{name}{side}")
        yield from _works(alone, "pelvis_list")


def _why(code: str, angle: float) -> Message:
    return message(f"table.why.{code}", angle=f"{angle:.0f}")


def _works(frames: Sequence[HeldFrame], name: str) -> Found:
    angles = [one.deg[name] for one in frames]
    if angles and max(angles) - min(angles) > ONE_LEG_HIP_DEG:
        yield Demand.LOADING, _why("one_leg_works", max(angles) - min(angles))


def _hips(frame: HeldFrame) -> Found:
    flexed, crossed = frame.both("hip_flexion"), frame.both("hip_adduction")
    turned = max(abs(one) for one in frame.both("hip_rotation"))
    if max(flexed) > DEEP_HIP_DEG:
        yield Demand.DEEP_HIP, _why("hip_flexed", max(flexed))
    if min(flexed) < -HIP_BACK_DEG:
        yield Demand.HIP_EXTENSION_END_RANGE, _why("hip_extended", -min(flexed))
    if max(crossed) > HIP_CROSSED_DEG or turned > HIP_TURNED_DEG:
        yield Demand.HIP_TURNED, _why("hip_turned", max(turned, *crossed))
    if -sum(crossed) > WIDE_DEG:
        yield Demand.WIDE_SPLIT, _why("legs_apart", -sum(crossed))
    sits = bearing_groups(frame.support) & {"seat", *SEATS}
    if max(flexed) - min(flexed) > WIDE_STRIDE_DEG and not sits and not one_leg_bears(frame.support):
        yield Demand.WIDE_SPLIT, _why("stride", max(flexed) - min(flexed))


def _back(frame: HeldFrame) -> Found:
    arched, turned = frame.deg["lumbar_extension"] + frame.deg["thorax_extension"], abs(frame.deg["lumbar_rotation"])
    if arched < -BENT_BACK_DEG:
        yield Demand.BACK_BENDING, _why("back_rounded", -arched)
    if arched > ARCHED_BACK_DEG:
        yield Demand.BACK_ARCHING, _why("back_arched", arched)
        if min(frame.both("hip_flexion")) < -HIP_HELD_BACK_DEG:
            yield Demand.HIP_EXTENSION_END_RANGE, _why("hip_extended", -min(frame.both("hip_flexion")))
    if turned > TURNED_BACK_DEG:
        yield Demand.BACK_TWIST, _why("back_turned", turned)


def _arms(frame: HeldFrame) -> Found:
    up = max(*frame.both("arm_flex"), *(-one for one in frame.both("arm_add")))
    upright = stands(frame.support) or bool(SEATS & bearing_groups(frame.support))
    if up > (ARM_UP_DEG if upright else ARM_OVERHEAD_DEG):
        yield Demand.ARMS_RAISED, _why("arm_raised", up)


def _nerve(frame: HeldFrame) -> Found:
    """A straight leg on a flexed hip; in a slump a knee need not be quite straight."""
    slumped = frame.deg["lumbar_extension"] + frame.deg["thorax_extension"] < -SLUMPED_DEG
    for hip, knee in zip(frame.both("hip_flexion"), frame.both("knee_angle"), strict=True):
        if hip > NERVE_HIP_DEG and knee <= (NEAR_STRAIGHT_KNEE_DEG if slumped else STRAIGHT_KNEE_DEG):
            yield Demand.NERVE_TENSION, _why("leg_straight", hip)


def _on_feet(frame: HeldFrame) -> Found:
    feet = bearing_feet(frame.support)
    turned = max(abs(frame.deg["pelvis_rotation"]), *(abs(frame.deg[f"hip_rotation{side}"]) for side in feet))
    bent = max(frame.deg[f"knee_angle{side}"] for side in feet)
    if turned > ON_FEET_TURN_DEG:
        yield Demand.TURNING, _why("turned_on_feet", turned)
    if bent > (BENT_KNEE_DEG if len(feet) == 2 else ONE_LEG_KNEE_DEG):
        yield Demand.LOADING, _why("knee_bent", bent)
    if -frame.deg["pelvis_tilt"] > LEANED_DEG:
        yield Demand.LOADING, _why("trunk_leaned", -frame.deg["pelvis_tilt"])
    if len(feet) == 2 and min(frame.both("hip_adduction")) > IN_LINE_DEG:
        yield Demand.BALANCE, message("table.why.in_line")
    if all(frame.deg[f"mtp_angle{side}"] > TIPTOE_DEG for side in feet):
        yield Demand.BALANCE if len(feet) == 2 else Demand.LOADING, message("table.why.tiptoe")


def lifted_demands(frame: HeldFrame) -> Found:
    """Hips held off the ground on feet, or a straight body on hands: work against its own weight."""
    plank = on_hands(frame.support) and max(frame.both("hip_flexion")) < BENT_KNEE_DEG
    if hips_lifted(frame.support) or plank:
        yield Demand.LOADING, message("table.why.support", support=frame.support)
