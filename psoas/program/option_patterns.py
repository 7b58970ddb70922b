"""Which movement patterns something of the library trains, and on which ladder it stands."""

from __future__ import annotations

from functools import cache

from psoas.knowledge.ladders import ladders, rungs_of
from psoas.knowledge.practice_codes import Pattern
from psoas.program.eligibility import PlanOption
from psoas.program.program_models import ItemKind

OF_KIND = {ItemKind.BREATH: Pattern.BREATH, ItemKind.MASSAGE: Pattern.MASSAGE}


def option_ladder(thing: PlanOption) -> str:
    """The ladder of an exercise, "" for none."""
    if thing.kind is not ItemKind.EXERCISE:
        return ""
    rungs = rungs_of(thing.name)
    return rungs[0].ladder if rungs else ""


@cache
def option_patterns(thing: PlanOption) -> frozenset[Pattern]:
    """What something trains: the pattern of its ladder and those of its rung. Runs stand on no ladder: a running
    program of their own holds them."""
    if thing.kind in OF_KIND:
        return frozenset({OF_KIND[thing.kind]})
    if thing.kind is not ItemKind.EXERCISE:
        return frozenset()
    if "running" in thing.sets:
        return frozenset({Pattern.RUNNING})
    rungs = rungs_of(thing.name)
    also = (pattern for rung in rungs for pattern in rung.also)
    return frozenset([ladders()[rung.ladder].pattern for rung in rungs]) | frozenset(also)
