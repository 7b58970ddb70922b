"""Items and sessions for the tests of the guided session: every way in which the planner gives an item."""

from __future__ import annotations

from psoas.core.message import literal
from psoas.program.dosage import dose_options, items_of_dose
from psoas.program.eligibility import plan_options
from psoas.program.program_models import Item, ItemKind, ItemReason, ReasonOrigin, Session

WORDS = literal("General practice for a psoas that is used.")
REASON = ItemReason("own_baseline", WORDS, ReasonOrigin.EXPERT, "assumed")


def planned() -> list[tuple[Item, ...]]:
    """The items of every way in which the planner gives every exercise, breath and massage."""
    return [
        items_of_dose(way, (REASON,), (), pinned=False)
        for thing in plan_options()
        if thing.kind != "test"
        for lead in (("both", "right", "left") if thing.sided else ("both",))
        for way in dose_options(thing, lead)
    ]


def longest(name: str, lead: str = "both") -> tuple[Item, ...]:
    """The items of the longest way of one thing."""
    thing = next(one for one in plan_options() if one.name == name)
    return items_of_dose(dose_options(thing, lead)[-1], (REASON,), (), pinned=False)


def shortest(name: str, lead: str = "both") -> tuple[Item, ...]:
    """The items of the shortest way of one thing."""
    thing = next(one for one in plan_options() if one.name == name)
    return items_of_dose(dose_options(thing, lead)[0], (REASON,), (), pinned=False)


def a_test(name: str = "modified_thomas") -> Item:
    """A self-test as an item of three minutes."""
    return Item(ItemKind.TEST, name, "release", "both", 1, 1, 0.0, 0.0, 3.0, (REASON,))


def a_session() -> Session:
    """A session with something of each kind, and one exercise with an easier neighbour."""
    found = (
        *longest("half_kneeling_lengthening"),
        *longest("dead_bug", "right"),
        *shortest("gluteal_ball"),
        a_test(),
        *shortest("long_out"),
    )
    return Session(literal("Day 1, session A"), "home", found)
