"""What an exercise asks of a person before it can be chosen, read off its keyframes, so that no entry forgets it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from psoas.body.anatomy.coordinates import coordinates
from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.core.sides import SUFFIXES, find_suffix, strip_suffix

SUPPORT_NEEDS: dict[str, tuple[str, ...]] = {
    "standing": ("standing",), "split": ("standing",), "sitting": ("seated",), "backrest": ("seated",),
    "lying": ("lying_flat", "floor"), "calves_up": ("lying_flat", "floor"), "heels_down": ("lying_flat", "floor"),
    "bridge": ("lying_flat", "floor"), "over_edge": ("lying_flat", "floor"), "prone": ("prone", "floor"),
    "sphinx": ("prone", "floor"), "side_lying": ("floor",), "half_kneeling": ("kneeling", "floor"),
    "on_fours": ("kneeling", "hands_on_floor", "floor"), "three_points": ("kneeling", "hands_on_floor", "floor"),
    "bird_dog": ("kneeling", "hands_on_floor", "floor"), "hands_and_knees": ("kneeling", "hands_on_floor", "floor"),
    "side_plank_knees": ("kneeling", "hands_on_floor", "floor"), "side_plank": ("hands_on_floor", "floor"),
    "front_plank": ("hands_on_floor", "floor"), "one_foot_plank": ("hands_on_floor", "floor"),
    "push_up": ("hands_on_floor", "floor"), "push_up_knees": ("kneeling", "hands_on_floor", "floor"),
    "cushion": ("lying_flat", "floor"), "clam": ("floor",), "side_rest": ("floor",), "wall_sit": ("standing",),
    "leaning_seat": ("seated",), "desk": ("seated",), "hip_thrust": ("floor",), "seat_lift": ("seated",),
    "childs_pose": ("kneeling", "floor"), "tiptoe": ("standing", "one_leg"), "wall_push": ("standing", "one_leg"),
    "figure_four": ("lying_flat", "floor"),
}  # fmt: skip
"""Needs by support, without its side."""
NEED_SETS = {
    "lying_flat": "lying_flat", "prone": "prone", "kneeling": "kneeling", "one_leg": "one_leg",
    "hands_on_floor": "hands_and_arms", "floor": "floor",
}  # fmt: skip
"""The set of cautions that comes with a need."""
SET_NARROWS = {
    "loading": "loading", "impact": "impact", "running": "running", "hip_extension_end_range": "end_range",
    "back_arching": "end_range", "deep_hip": "end_range", "belly_strain": "loading",
}  # fmt: skip
"""What of screening's narrowings takes an exercise with this set out."""
ON_SIDE = ("side_lying", "clam", "side_rest")
LOADED = ("bridge_", "hip_thrust", "front_plank", "one_foot_plank", "side_plank", "push_up")
"""Supports that are work against the body's weight however the joints stand."""
ON_FEET = ("standing", "split", "wall_sit", "tiptoe", "wall_push")
"""Supports in which a bent knee makes them so."""
DEEP_HIP_DEG, HIP_BACK_DEG, BENT_BACK_DEG, ARCHED_BACK_DEG, TURNED_BACK_DEG, BENT_KNEE_DEG = 100, 10, 30, 10, 15, 45
"""Beyond these an exercise needs the set: hip flexed; thigh behind the pelvis; low back and chest rounded, arched or
turned from standing; knee of a leg that stands (assumed; hips extend 17 to 18 degrees passively in adults)."""
CHANGE_S = 30.0
"""Time to get ready for an exercise (assumed)."""


def support_requirements(support: str, *, bed: bool) -> set[str]:
    """What a support needs; a ``bed`` spares the floor."""
    found = set(SUPPORT_NEEDS[strip_suffix(support)])
    if strip_suffix(support) == "standing" and support != "standing":
        found.add("one_leg")
    return found - ({"floor"} if bed else set())


def required_contraindications(frames: Iterable[tuple[str, Floats]], *, bed: bool) -> dict[str, Message]:
    """Sets of cautions that an exercise must carry, and why, from the support and values (N,) of its keyframes."""
    found: dict[str, Message] = {}
    for support, values in frames:
        for need in support_requirements(support, bed=bed):
            if need in NEED_SETS:
                found[NEED_SETS[need]] = message("table.why.support", support=support)
        for name, why in _by_angle(support, values):
            found.setdefault(name, why)
    return found


def _why(code: str, angle: float) -> Message:
    return message(f"table.why.{code}", angle=f"{angle:.0f}")


def _by_angle(support: str, values: Floats) -> Iterator[tuple[str, Message]]:
    """Sets that follow from joint angles, each with the angle."""
    deg = {c.name: float(np.degrees(v)) for c, v in zip(coordinates(), values, strict=True) if c.rotational}
    hips = [deg["hip_flexion_r"], deg["hip_flexion_l"]]
    if max(hips) > DEEP_HIP_DEG:
        yield "deep_hip", _why("hip_flexed", max(hips))
    if min(hips) < -HIP_BACK_DEG:
        yield "hip_extension_end_range", _why("hip_extended", -min(hips))
    arched = deg["lumbar_extension"] + deg["thorax_extension"]
    if arched < -BENT_BACK_DEG:
        yield "back_bending", _why("back_rounded", -arched)
    if arched > ARCHED_BACK_DEG:
        yield "back_arching", _why("back_arched", arched)
    if abs(deg["lumbar_rotation"]) > TURNED_BACK_DEG:
        yield "back_bending", _why("back_turned", abs(deg["lumbar_rotation"]))
    if support.startswith(ON_SIDE):
        yield "side_lying", message("table.why.support", support=support)
    if support.startswith(LOADED):
        yield "loading", message("table.why.support", support=support)
    if support.startswith(ON_FEET):
        stands = [find_suffix(support)] if find_suffix(support) else SUFFIXES
        bent = max(deg[f"knee_angle{side}"] for side in stands)
        if bent > BENT_KNEE_DEG:
            yield "loading", _why("knee_bent", bent)
