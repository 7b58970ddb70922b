"""What stands in for an exercise that hurt: one of the same strand that does not bear what hurt, in the time it had."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache

from psoas.knowledge.simulate import effects, quantity
from psoas.program.cards import SHOWN
from psoas.program.doses import Way, ways
from psoas.program.doses import items as items_of_way
from psoas.program.program import Because, Item
from psoas.program.reach import Thing, things
from psoas.web.bars import LENGTH

POSITIONS = frozenset({"floor", "lying_flat", "side_lying", "prone", "kneeling"})
"""Cautions that say where one is, not what is borne; nothing under another caution stands in."""
LITTLE = 1 / 8
"""A figure this part of its bar above standing still counts as no more than standing (assumed); for the length of the
psoas there is no such room."""


def stand_in(item: Item, held: Iterable[Item], calm: Collection[str], spare_min: float = 0.0) -> str:
    """The gentlest exercise of the ``calm`` that may stand in for an item, "" where there is none: of the same strand,
    not of its family, not ``held`` already, not in its position, under no further caution, and hardly more than
    standing in every simulated figure (assumed: then it does not bear what hurt), and no longer than the item's minutes
    and ``spare_min`` besides."""
    if item.kind != "exercise":
        return ""
    hurt, names = _exercises()[item.name], {one.name for one in held}
    open_now = [one for name, one in _exercises().items() if name in calm and name not in names]
    found = [one for one in open_now if _spares(one, hurt) and _fitting(one, item.minutes + spare_min)]
    return min(found, key=lambda one: (one.load_n, one.name)).name if found else ""


def strand_of(name: str) -> str:
    """What an exercise counts as in a session."""
    return _exercises()[name].strand


def kin(names: Collection[str]) -> frozenset[str]:
    """Exercises of the families of some, and these."""
    families = {_exercises()[name].family for name in names if name in _exercises()}
    return frozenset(one.name for one in _exercises().values() if one.family in families)


def filled(name: str, because: tuple[Because, ...], *, room_min: float, limit_n: float) -> Item | None:
    """The stand-in in as much of the room as its doses fit; None where none fits, or it is too heavy."""
    thing = _exercises()[name]
    fitting = _fitting(thing, room_min)
    if not fitting or thing.load_n > limit_n:
        return None
    [made] = items_of_way(fitting[-1], because, (), pinned=False)
    return made


def _fitting(one: Thing, room_min: float) -> list[Way]:
    """The ways to take it in the time there is, shortest first."""
    return [way for way in ways(one, "both") if way.minutes <= room_min + 1e-9]


def _spares(one: Thing, hurt: Thing) -> bool:
    """Whether an exercise of the same strand, but of another kind, asks hardly more than standing."""
    shared = set(one.sets) & set(hurt.sets) - {"floor"}
    if one.strand != hurt.strand or one.family == hurt.family or shared or not POSITIONS.issuperset(one.sets):
        return False
    mine, still = effects()[one.name], effects()["standing"]
    room = {key: 0.0 if key == LENGTH else LITTLE * end for key, _, _, _, end in SHOWN}
    return all(quantity(mine, key) <= quantity(still, key) + more for key, more in room.items())


@cache
def _exercises() -> dict[str, Thing]:
    return {one.name: one for one in things() if one.kind == "exercise"}
