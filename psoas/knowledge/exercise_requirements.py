"""What an exercise asks of a person before it can be chosen, worked out from how it is done, so that no entry forgets
it: from supports, joint angles, moves, things and the simulated load of its keyframes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from psoas.core.message import Message, message
from psoas.knowledge.exercise_demands import SPARED_BY_STANDING_UP, SPARED_BY_WALKING, Demand
from psoas.knowledge.posture_demands import (
    BENT_BACK_DEG,
    ONE_LEG_KNEE_DEG,
    HeldFrame,
    frame_demands,
    lifted_demands,
    path_demands,
    rest_demands,
)
from psoas.knowledge.simulated_loads import SimulatedLoad
from psoas.knowledge.support_demands import bearing_feet, bearing_groups, on_hands, stands, support_demands

SPINE_LOAD_N = 1100.0
"""Compression of L4/5 beyond which the low back works: about twice standing on the same body (assumed)."""
BELLY_ACTIVE = 0.06
"""Activation of the belly wall, lying on the back or held on the hands, beyond which it bulges (assumed)."""
CURLED_DEG = BENT_BACK_DEG / 2
"""A back that rounds by more than this off the ground is curled up (assumed)."""
HELD_STRETCH_S = 10.0
"""An end of range held as long is a stretch (assumed)."""
STEPS = frozenset({"step", "run_walk"})
THINGS = {"step": (Demand.HEIGHT,), "weights": (Demand.GRIP, Demand.LOADING), "band": (Demand.LOADING,)}
"""What a thing that an exercise uses asks by itself."""
STRETCHED = frozenset(
    {Demand.DEEP_HIP, Demand.HIP_EXTENSION_END_RANGE, Demand.HIP_TURNED, Demand.BACK_ARCHING, Demand.BACK_TWIST}
)
UNSTEADY = frozenset({Demand.ONE_LEG, Demand.MOVING_BASE, Demand.TURNING})


@dataclass(frozen=True)
class HowDone:
    """How an exercise is done: its keyframes, the ``moves`` of a repetition and how long each is held (``None``: as
    long as the dose says), what it uses, and the simulated load (None before anybody simulated it)."""

    frames: tuple[HeldFrame, ...]
    moves: frozenset[str]
    held_s: float | None
    equipment: tuple[str, ...]
    load: SimulatedLoad | None


def find_demands(how: HowDone, typed: Collection[Demand] = ()) -> dict[Demand, Message]:
    """Everything that an exercise asks, in the order of ``Demand``, each with the reason.

    Args:
        how: How it is done.
        typed: What its file says besides; everyday walking and standing up take out what
            everybody does anyway.
    """
    found = computed_demands(how) | {one: message("table.why.typed") for one in typed}
    for one, why in list(_from_others(how, found)):
        found.setdefault(one, why)
    everyday = ((Demand.WALKING, SPARED_BY_WALKING), (Demand.STANDING_UP, SPARED_BY_STANDING_UP))
    spared = {demand for one, demands in everyday if one in typed for demand in demands}
    found = {one: why for one, why in found.items() if one not in spared}
    return {one: found[one] for one in Demand if one in found}


def computed_demands(how: HowDone) -> dict[Demand, Message]:
    """What shows in the way it is done alone."""
    found: dict[Demand, Message] = {}
    for one, why in _shown(how):
        found.setdefault(one, why)
    return found


def _shown(how: HowDone) -> Iterator[tuple[Demand, Message]]:
    for frame in how.frames:
        why = message("table.why.support", support=frame.support)
        yield from ((one, why) for one in support_demands(frame.support, bed="bed" in how.equipment))
        yield from frame_demands(frame)
        yield from lifted_demands(frame)
    yield from path_demands(how.frames, steps=how.held_s is not None and how.held_s < HELD_STRETCH_S)
    if how.held_s is None:
        yield from rest_demands(how.frames)
    yield from _moves(how)
    yield from _belly(how)
    for thing in how.equipment:
        yield from ((one, message("table.why.thing", thing=thing)) for one in THINGS.get(thing, ()))
    if how.load is None:
        yield Demand.SPINE_LOAD, message("table.why.not_simulated")
    elif how.load.l4_l5_n > SPINE_LOAD_N:
        yield Demand.SPINE_LOAD, message("table.why.spine_load", newtons=f"{how.load.l4_l5_n:.0f}")


def _moves(how: HowDone) -> Iterator[tuple[Demand, Message]]:
    """Steps and runs: their keyframes are held, the tempo says that they move."""
    for move in sorted(how.moves & STEPS):
        yield Demand.MOVING_BASE, message("table.why.move", move=move)
    if "run_walk" in how.moves or ("pace" in how.moves and _bends_as_in_running(how.frames)):
        move = "run_walk" if "run_walk" in how.moves else "pace"
        for one in (Demand.RUNNING, Demand.IMPACT, Demand.MOVING_BASE):
            yield one, message("table.why.move", move=move)


def _bends_as_in_running(frames: Sequence[HeldFrame]) -> bool:
    """Whether a single leg stands as bent as in running, more than in walking."""
    alone = [(one, side) for one in frames if stands(one.support) for side in bearing_feet(one.support)]
    return any(
        one.deg[f"knee_angle{side}"] > ONE_LEG_KNEE_DEG for one, side in alone if len(bearing_feet(one.support)) == 1
    )


def _belly(how: HowDone) -> Iterator[tuple[Demand, Message]]:
    """A belly wall that may bulge: the trunk curls up off the ground, or it works hard while lying or on the hands."""
    lies = [one for one in how.frames if bearing_groups(one.support) >= {"back", "head"}]
    curled = [one.deg["lumbar_extension"] + one.deg["thorax_extension"] for one in lies]
    seat = any(bearing_groups(one.support) & {"seat", "buttock"} for one in lies) and len(lies) == len(how.frames)
    plank = any(on_hands(one.support) and max(one.both("hip_flexion")) < 45 for one in how.frames)
    if curled and max(curled) - min(curled) > CURLED_DEG:
        yield Demand.BELLY_STRAIN, message("table.why.curled", angle=f"{max(curled) - min(curled):.0f}")
    if (seat or plank) and how.load is None:
        yield Demand.BELLY_STRAIN, message("table.why.not_simulated")
    elif (seat or plank) and how.load is not None and how.load.belly >= BELLY_ACTIVE:
        yield Demand.BELLY_STRAIN, message("table.why.belly", percent=f"{100 * how.load.belly:.0f}")


def _from_others(how: HowDone, found: dict[Demand, Message]) -> Iterator[tuple[Demand, Message]]:
    """What follows from other demands."""
    if Demand.SPINE_LOAD in found:
        yield Demand.LOADING, found[Demand.SPINE_LOAD]
    if {Demand.STANDING, Demand.FLOOR} <= set(found):
        yield from ((one, message("table.why.gets_up")) for one in (Demand.LOADING, Demand.BALANCE))
    for one in sorted(UNSTEADY & set(found)):
        yield Demand.BALANCE, found[one]
    if {Demand.STANDING, Demand.LOADING, Demand.WIDE_SPLIT} <= set(found):
        yield Demand.BALANCE, found[Demand.WIDE_SPLIT]
    for one in sorted({Demand.IMPACT, Demand.BELLY_STRAIN} & set(found)):
        yield Demand.PELVIC_FLOOR_STRAIN, found[one]
    if "weights" in how.equipment and Demand.STANDING in found:
        yield Demand.PELVIC_FLOOR_STRAIN, message("table.why.thing", thing="weights")
    if how.held_s is None or how.held_s >= HELD_STRETCH_S:
        for one in sorted(STRETCHED & set(found)):
            if Demand.LOADING not in found:
                yield Demand.END_RANGE_STRETCH, found[one]
