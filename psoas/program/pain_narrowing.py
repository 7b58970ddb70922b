"""What usual pain leaves of what a person may do: everything, the lowest rungs, or the gentlest release and breath."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from psoas.core.message import message
from psoas.exercises.exercise_simulation import committed_effects, effect_quantity
from psoas.knowledge.ladders import ladders, rungs_of
from psoas.program.pain_rules import PainLevel, PainLimits
from psoas.program.program_models import ItemKind, LeftOut, LeftOutCode, kind_label

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
    if limits.level is PainLevel.OPEN:
        return {}
    out: dict[str, LeftOut] = {}
    for name, one in within.items():
        if one.kind in (ItemKind.TEST, ItemKind.BREATH):
            continue
        easier = _easier_within(name, within) if one.kind is ItemKind.EXERCISE else ""
        if limits.level is PainLevel.GENTLE and not _is_gentle(one):
            words = message("plan.out.usual_pain.gentle", **limits.values)
        elif easier:
            first = kind_label(ItemKind.EXERCISE, easier)
            words = message("plan.out.usual_pain.lowest_rung", first=first, **limits.values)
        else:
            continue
        out[name] = LeftOut(one.kind, name, words, LeftOutCode.USUAL_PAIN)
    return out


def _is_gentle(one: LoadedOption) -> bool:
    """Whether it is an exercise that only lets go, and loads the low back no more than standing still."""
    standing_n = effect_quantity(committed_effects()["standing"], STANDING_LOAD)
    return one.kind is ItemKind.EXERCISE and one.strand in GENTLE_STRANDS and one.load_n <= standing_n


def _easier_within(name: str, within: Mapping[str, LoadedOption]) -> str:
    """An exercise of the lowest rung that the person may do, where that is below the rung of a name; else ""."""
    rungs = rungs_of(name)
    if not rungs:
        return ""
    place = min(one.place for one in rungs)
    below = [one for rung in ladders()[rungs[0].ladder].rungs if rung.place < place for one in rung.exercises]
    return next((one for one in below if one in within), "")
