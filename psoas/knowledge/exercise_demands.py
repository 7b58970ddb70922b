"""What an exercise can ask of a body, as tags: positions to take, and sets of cautions that decide over answers."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from psoas.knowledge.practice_codes import Position


class Demand(StrEnum):
    """One thing that an exercise asks. All but ``NO_SET`` name a set of ``cautions.toml``."""

    STANDING = "standing"
    SEATED = "seated"
    LYING_FLAT = "lying_flat"
    PRONE = "prone"
    SIDE_LYING = "side_lying"
    KNEELING = "kneeling"
    FLOOR = "floor"
    HANDS_ON_FLOOR = "hands_on_floor"
    ONE_LEG = "one_leg"
    HANDS_AND_ARMS = "hands_and_arms"
    ARMS_RAISED = "arms_raised"
    GRIP = "grip"
    DEEP_HIP = "deep_hip"
    HIP_EXTENSION_END_RANGE = "hip_extension_end_range"
    HIP_TURNED = "hip_turned"
    WIDE_SPLIT = "wide_split"
    UNEVEN_LEGS = "uneven_legs"
    BACK_BENDING = "back_bending"
    BACK_TWIST = "back_twist"
    BACK_ARCHING = "back_arching"
    END_RANGE_STRETCH = "end_range_stretch"
    NERVE_TENSION = "nerve_tension"
    BALANCE = "balance"
    MOVING_BASE = "moving_base"
    TURNING = "turning"
    HEIGHT = "height"
    WALKING = "walking"
    STANDING_UP = "standing_up"
    LOADING = "loading"
    SPINE_LOAD = "spine_load"
    BELLY_STRAIN = "belly_strain"
    PELVIC_FLOOR_STRAIN = "pelvic_floor_strain"
    BREATH_HOLDS = "breath_holds"
    IMPACT = "impact"
    RUNNING = "running"


NO_SET = (Demand.STANDING, Demand.SEATED, Demand.HANDS_ON_FLOOR, Demand.STANDING_UP)
"""What no set of cautions stands for: positions, and what everybody does each day."""
TYPED = (
    Demand.BREATH_HOLDS, Demand.PELVIC_FLOOR_STRAIN, Demand.IMPACT, Demand.WALKING, Demand.NERVE_TENSION,
    Demand.MOVING_BASE, Demand.TURNING, Demand.STANDING_UP,
)  # fmt: skip
"""What a file may type (``extra_demands``): held keyframes do not always show it. What they do show is not typed."""
SPARED_BY_WALKING = (Demand.ONE_LEG, Demand.MOVING_BASE, Demand.BALANCE, Demand.UNEVEN_LEGS)
"""Everyday walking, typed as such, stands on one leg at each step and still is for whoever walks."""
SPARED_BY_STANDING_UP = (Demand.LOADING, Demand.SPINE_LOAD)
"""Standing up from a chair, typed as such, is what people do many times a day whatever is barred (assumed)."""
NARROWED = {
    Demand.LOADING: "loading", Demand.BELLY_STRAIN: "loading", Demand.IMPACT: "impact", Demand.RUNNING: "running",
    Demand.HIP_EXTENSION_END_RANGE: "end_range", Demand.BACK_ARCHING: "end_range", Demand.DEEP_HIP: "end_range",
    Demand.HIP_TURNED: "end_range", Demand.END_RANGE_STRETCH: "end_range", Demand.BREATH_HOLDS: "breath_holds",
}  # fmt: skip
"""What of screening's narrowings takes an exercise with this demand out."""


def demanded_positions(demands: Collection[Demand]) -> tuple[Position, ...]:
    """The positions among some demands, in the order of ``Position``."""
    found = {str(one) for one in demands}
    return tuple(one for one in Position if str(one) in found)


def demanded_sets(demands: Collection[Demand]) -> tuple[str, ...]:
    """The sets of cautions that some demands name, in the order of ``Demand``."""
    return tuple(str(one) for one in Demand if one in demands and one not in NO_SET)


def demanded_narrowings(demands: Collection[Demand]) -> tuple[str, ...]:
    """What of screening's narrowings takes an exercise with some demands out, once each."""
    return tuple(dict.fromkeys(NARROWED[one] for one in Demand if one in demands and one in NARROWED))
