"""What a support asks of a body, read off what bears: soles, shins, hands, back, front or side."""

from __future__ import annotations

from psoas.core.sides import find_suffix, strip_suffix
from psoas.knowledge.exercise_demands import Demand
from psoas.mechanics.static_equilibrium import FORWARD, SUPPORTS, UP

HANDS = frozenset({"hand", "palm", "forearm"})
KNEES = frozenset({"knee", "shin", "knee_outer"})
LYING = {
    "back": Demand.LYING_FLAT, "shoulder_blade": Demand.LYING_FLAT, "front": Demand.PRONE, "side": Demand.SIDE_LYING,
}  # fmt: skip
"""What lies on the ground, and the position that it makes."""
SEATS = frozenset({"seat+buttock", "ischium"})
"""What bears on a chair: the whole seat, or the sitting bones at its edge."""
RESTING = frozenset({*SEATS, "seat", "buttock", *LYING})
"""What bears a body that rests; with hands, feet and knees alone it holds itself."""
OFF_THE_SEAT = "seat_lift"
"""Hands on a chair lift the body off it: palms and soles bear as in a push-up, and the place is the chair."""


def bearing_groups(support: str) -> frozenset[str]:
    """Contact groups, without their side, that push a support up."""
    return frozenset(strip_suffix(name) for name, way in SUPPORTS[support] if way == UP)


def stands(support: str) -> bool:
    """Whether nothing but feet bears, perhaps with the back at a wall."""
    return bearing_groups(support) == {"foot"}


def bearing_feet(support: str) -> frozenset[str]:
    """The sides ("_r", "_l") whose sole bears."""
    sides = {find_suffix(name) for name, _ in SUPPORTS[support] if strip_suffix(name) == "foot"}
    return frozenset(("_r", "_l") if "" in sides else sides)


def hips_lifted(support: str) -> bool:
    """Whether back and feet bear and the seat does not: a bridge, or the shoulders on a bench."""
    bears = bearing_groups(support)
    return (
        bool(bears & {"back", "shoulder_blade"}) and "foot" in bears and not bears & {"seat", "buttock", "seat+buttock"}
    )


def on_hands(support: str) -> bool:
    """Whether hands or forearms bear a body that holds itself."""
    bears = bearing_groups(support)
    return bool(bears & HANDS) and not bears & RESTING and support != OFF_THE_SEAT


def support_demands(support: str, *, bed: bool) -> frozenset[Demand]:
    """What a support asks; a ``bed`` spares the floor. Where nothing bears, the body is in the air."""
    bears, found = bearing_groups(support), set[Demand]()
    if not bears:
        return frozenset({Demand.STANDING, Demand.IMPACT})
    seated = bool(bears & SEATS) or support == OFF_THE_SEAT
    found |= {position for group, position in LYING.items() if group in bears}
    if seated:
        found.add(Demand.SEATED)
    elif stands(support):
        found.add(Demand.STANDING)
        found |= {Demand.ONE_LEG} if _on_one_foot(support) else set()
    elif not bed:
        found.add(Demand.FLOOR)
    if bears & KNEES and not bears & set(LYING):
        found.add(Demand.KNEELING)
    if bears & HANDS and "seat" not in bears:
        found |= {Demand.HANDS_AND_ARMS} if seated else {Demand.HANDS_AND_ARMS, Demand.HANDS_ON_FLOOR}
    if one_leg_bears(support):
        found.add(Demand.UNEVEN_LEGS)
    return frozenset(found)


def one_leg_bears(support: str) -> bool:
    """Whether one leg bears and the other does not, in a body that holds itself or lifts its hips."""
    if bearing_groups(support) & RESTING and not hips_lifted(support):
        return False
    legs = {"foot", *KNEES}
    sides = [find_suffix(name) for name, _ in SUPPORTS[support] if strip_suffix(name) in legs]
    return "" not in sides and len(set(sides)) == 1


def _on_one_foot(support: str) -> bool:
    leans = any(way == FORWARD for _, way in SUPPORTS[support])
    return len(bearing_feet(support)) == 1 and not leans
