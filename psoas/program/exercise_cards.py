"""How to do each item of a plan: what the card of an exercise, a breath or a massage shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from psoas.core.message import Message, message
from psoas.knowledge.breath_techniques import BreathTechnique, find_technique
from psoas.knowledge.exercise import Exercise
from psoas.knowledge.exercise_library import find_exercise
from psoas.knowledge.massage_guides import PRESSURE, MassageGuide, list_massage_guides
from psoas.program.effect_bars import EffectBar, effect_bars
from psoas.program.program_models import Item, ItemKind, ItemReason, Program
from psoas.program.program_text import both_sides_dose_text, distinct_sessions_with_days, pair_sides

CURVE_WIDTH = 300
"""Pixels of a breath curve; its seconds share them."""
CURVE_LOW, CURVE_RISE = 46, 38
"""Pixels from the top to the empty lungs, and from there up to the full ones."""
FULLNESS = {"in": 0.85, "top_up": 1.0, "out": 0.0, "hum": 0.0}
"""How full the lungs are drawn at the end of a phase; the others keep what was."""


@dataclass(frozen=True)
class BreathCurve:
    """One breath as a line that rises and falls, to scale: ``points`` of a polyline, and the seconds of each phase with
    the place of their middle, pixels from the left."""

    points: str
    seconds: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class ItemCard:
    """One card.

    Args:
        item: What it is about; of several uses the first.
        strand: What it is for.
        doses: Each use: the title of its phase, and the dose.
        exercise, bars: Of an exercise, with what it does to the body.
        breath, curve: Of a breath.
        massage, pressure: Of a massage, with how strong it is at least and at most.
    """

    item: Item
    strand: Message
    doses: tuple[tuple[Message, str], ...]
    exercise: Exercise | None = None
    bars: tuple[EffectBar, ...] = ()
    breath: BreathTechnique | None = None
    curve: BreathCurve | None = None
    massage: MassageGuide | None = None
    pressure: tuple[str, str] = ("", "")

    @property
    def reasons(self) -> tuple[ItemReason, ...]:
        """Why it is in the plan."""
        return self.item.because


def exercise_cards(program: Program) -> list[ItemCard]:
    """A card for everything in the program, in the order in which it first comes."""
    groups: dict[str, list[tuple[Message, tuple[Item, ...]]]] = {}
    for phase in program.phases:
        for session, _ in distinct_sessions_with_days(phase.sessions):
            for group in pair_sides(session.items):
                groups.setdefault(group[0].name, []).append((phase.title, group))
    for group in pair_sides(program.breaks):
        groups.setdefault(group[0].name, []).append((message("plan.page.a_break"), group))
    return [item_card(uses) for uses in groups.values()]


def item_card(uses: Iterable[tuple[Message, tuple[Item, ...]]]) -> ItemCard:
    """The card of one item and its uses: the title of each phase, and the item there, of both sides."""
    uses = list(uses)
    item = uses[0][1][0]
    strand = message(f"plan.strand.{'massage' if item.kind is ItemKind.MASSAGE else item.strand}")
    doses = tuple(dict.fromkeys((title, both_sides_dose_text(group)) for title, group in uses))
    if item.kind is ItemKind.BREATH:
        breath = find_technique(item.name)
        return ItemCard(item, strand, doses, breath=breath, curve=breath_curve(breath))
    if item.kind is ItemKind.MASSAGE:
        guide = list_massage_guides()[item.name]
        pressure = PRESSURE[guide.pressure_from], PRESSURE[guide.pressure_to]
        return ItemCard(item, strand, doses, massage=guide, pressure=pressure)
    return ItemCard(item, strand, doses, exercise=find_exercise(item.name), bars=effect_bars(item.name))


def breath_curve(breath: BreathTechnique) -> BreathCurve:
    """The curve of one breath."""
    total = sum(step.seconds for step in breath.cycle)
    level, x, points, seconds = 0.0, 0.0, [f"0,{CURVE_LOW}"], []
    for step in breath.cycle:
        width = CURVE_WIDTH * step.seconds / total
        level = FULLNESS.get(step.phase, level)
        points.append(f"{x + width:.1f},{CURVE_LOW - CURVE_RISE * level:.1f}")
        seconds.append((step.seconds, round(x + width / 2, 1)))
        x += width
    return BreathCurve(" ".join(points), tuple(seconds))
