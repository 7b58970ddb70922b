"""What stands in for an exercise that hurt: one of the same strand that does not bear what hurt, in the time it had."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache

from psoas.exercises.exercise_simulation import committed_effects, effect_quantity
from psoas.program.dosage import DoseOption, dose_options
from psoas.program.dosage import items_of_dose as items_of_way
from psoas.program.effect_bars import FIGURES, LENGTH
from psoas.program.eligibility import PlanOption, plan_options
from psoas.program.program_models import Item, ItemReason

POSITIONS = frozenset({"floor", "lying_flat", "side_lying", "prone", "kneeling"})
"""Cautions that say where one is, not what is borne; nothing under another caution stands in."""
LITTLE = 1 / 8
"""A figure this part of its bar above standing still counts as no more than standing (assumed); for the length of the
psoas there is no such room."""


def choose_substitute(item: Item, held: Iterable[Item], calm: Collection[str], spare_min: float = 0.0) -> str:
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


def exercise_strand(name: str) -> str:
    """What an exercise counts as in a session."""
    return _exercises()[name].strand


def exercise_relatives(names: Collection[str]) -> frozenset[str]:
    """Exercises of the families of some, and these."""
    families = {_exercises()[name].family for name in names if name in _exercises()}
    return frozenset(one.name for one in _exercises().values() if one.family in families)


def fill_freed_time(name: str, because: tuple[ItemReason, ...], *, room_min: float, limit_n: float) -> Item | None:
    """The stand-in in as much of the room as its doses fit; None where none fits, or it is too heavy."""
    thing = _exercises()[name]
    fitting = _fitting(thing, room_min)
    if not fitting or thing.load_n > limit_n:
        return None
    [made] = items_of_way(fitting[-1], because, (), pinned=False)
    return made


def _fitting(one: PlanOption, room_min: float) -> list[DoseOption]:
    """The ways to take it in the time there is, shortest first."""
    return [way for way in dose_options(one, "both") if way.minutes <= room_min + 1e-9]


def _spares(one: PlanOption, hurt: PlanOption) -> bool:
    """Whether an exercise of the same strand, but of another kind, asks hardly more than standing."""
    shared = set(one.sets) & set(hurt.sets) - {"floor"}
    if one.strand != hurt.strand or one.family == hurt.family or shared or not POSITIONS.issuperset(one.sets):
        return False
    mine, still = committed_effects()[one.name], committed_effects()["standing"]
    room = {one.effect: 0.0 if one.effect == LENGTH else LITTLE * one.end for one in FIGURES}
    return all(effect_quantity(mine, key) <= effect_quantity(still, key) + more for key, more in room.items())


@cache
def _exercises() -> dict[str, PlanOption]:
    return {one.name: one for one in plan_options() if one.kind == "exercise"}
