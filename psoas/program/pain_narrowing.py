"""What usual pain leaves of what a person may do: everything, or the gentlest release and breath. An open question for
a doctor can leave as little.

Usual pain between the two begins on the lowest rung of each ladder, which planning sees to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from psoas.core.message import Message, message
from psoas.exercises.exercise_simulation import committed_effects, effect_quantity
from psoas.knowledge.ladders import ladders, rungs_of
from psoas.program.pain_rules import PainLevel, PainLimits
from psoas.program.program_models import ItemKind, LeftOut, LeftOutCode

STANDING_LOAD = "lumbar_compression_n.L4_L5"
GENTLE_STRANDS = frozenset({"release"})
"""Strands of exercise that stay open to somebody in much pain."""


@dataclass(frozen=True)
class LoadedOption:
    """What counts here of something that a plan can hold: its kind, its strand, and its compression of L4/5 in N on the
    reference body."""

    kind: ItemKind
    strand: str
    load_n: float


def find_narrowed(within: Mapping[str, LoadedOption], limits: PainLimits) -> dict[str, LeftOut]:
    """What usual pain rules out, by name, with its reason.

    Args:
        within: Everything that the person may otherwise do, by name.
        limits: The person's limits.
    """
    if limits.level is not PainLevel.GENTLE:
        return {}
    return leave_gentlest(within, message("plan.out.usual_pain", **limits.values), LeftOutCode.USUAL_PAIN)


def leave_gentlest(within: Mapping[str, LoadedOption], words: Message, code: LeftOutCode) -> dict[str, LeftOut]:
    """Everything but breath, tests and the gentlest release, by name, with the reason in ``words``."""
    return {
        name: LeftOut(one.kind, name, words, code)
        for name, one in within.items()
        if one.kind not in (ItemKind.TEST, ItemKind.BREATH) and not (_is_gentle(one) and _is_lowest(name, within))
    }


def _is_lowest(name: str, within: Mapping[str, LoadedOption]) -> bool:
    """Whether nothing of a lower rung of its ladder is open to the person."""
    rungs = rungs_of(name)
    place = min((one.place for one in rungs), default=1)
    below = ladders()[rungs[0].ladder].rungs[: place - 1] if rungs else ()
    return not any(one in within for rung in below for one in rung.exercises)


def _is_gentle(one: LoadedOption) -> bool:
    """Whether it is an exercise that only lets go, and loads the low back no more than standing still."""
    standing_n = effect_quantity(committed_effects()["standing"], STANDING_LOAD)
    return one.kind is ItemKind.EXERCISE and one.strand in GENTLE_STRANDS and one.load_n <= standing_n
