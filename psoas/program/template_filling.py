"""Templates of places filled: a day at work, a retreat, an evening, with what is within reach of a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from psoas.assessment.finding import Assessment
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.intake.answers import IntakeAnswers
from psoas.knowledge.ladders import ladders
from psoas.knowledge.practice_codes import FILLED_STRANDS, LOAD_EQUIPMENT, RungLoad
from psoas.knowledge.session_templates import SessionTemplate, TemplateSlot, session_templates
from psoas.program.dosage import dose_options, items_of_dose
from psoas.program.effect_weights import EffectContribution, effect_contributions, item_reasons, leading_side
from psoas.program.eligibility import AllowedOption, equipment_at_hand, find_eligible
from psoas.program.option_patterns import option_ladder, option_patterns
from psoas.program.pain_rules import PainLevel
from psoas.program.pathway_bars import pathways_bar, phase_pathways
from psoas.program.phase_planner import lumbar_limit
from psoas.program.planning_rules import phase_rules
from psoas.program.program_models import Item, ItemKind, Session
from psoas.program.rung_choice import choose_rungs, first_rungs
from psoas.program.usual_pain import find_usual_pain

DAY_LIKE = 1
"""A day out of its order asks no more of the low back than this phase does: the second (assumed)."""
MINUTES_A_THING, MOST_THINGS = 6, 4
"""A slot holds a thing for so many of its minutes, and never more than so many (assumed): few things, done well."""
FRESH_WEEKS = 2
"""Breaks of a working day change every so many weeks (assumed)."""


@dataclass(frozen=True)
class TemplateWeeks:
    """The sessions of a template in some ``weeks`` of a plan, the first and the last."""

    weeks: tuple[int, int]
    sessions: tuple[Session, ...]


def fill_template(
    template: SessionTemplate | str,
    story: IntakeAnswers,
    assessment: Assessment,
    *,
    used: Mapping[str, int] | None = None,
    week: int = 1,
) -> tuple[Session, ...]:
    """The sessions of a template with items in each slot, never longer than the slot, for the person of ``story``.

    In a group each has their own: of each ladder the version that suits them, and what speaks against an item for one
    speaks only for that one. What was ``used`` often comes after what was used less; every second ``week`` allows a
    rung more. Raises ``InputError`` for a template that is not known, and after a stop.
    """
    asked = template if isinstance(template, SessionTemplate) else _named(template)
    if not assessment.screening.program_allowed:
        raise InputError(message("plan.fault.stopped"))
    choice = _choices(asked, story, assessment, week)
    seen, made = Counter(used or {}), []
    for session in asked.sessions:
        held: list[Item] = []
        for slot in session.slots:
            held += _slot(slot, choice, seen)
        title = message("plan.session.template", day=session.day, time=session.time, title=session.title)
        made.append(Session(title, asked.place, tuple(held)))
    return tuple(made)


def fill_template_weeks(
    template: SessionTemplate | str, story: IntakeAnswers, assessment: Assessment, weeks: int
) -> tuple[TemplateWeeks, ...]:
    """A template over several weeks: every second week those that were used least come."""
    made: list[TemplateWeeks] = []
    used: Counter[str] = Counter()
    for first in range(1, weeks + 1, FRESH_WEEKS):
        sessions = fill_template(template, story, assessment, used=used, week=first)
        used.update({item.name for session in sessions for item in session.items})
        made.append(TemplateWeeks((first, min(first + FRESH_WEEKS - 1, weeks)), sessions))
    return tuple(made)


@dataclass(frozen=True)
class _Choice:
    """Something that suits a person, with what it is worth to them."""

    option: AllowedOption
    parts: tuple[EffectContribution, ...]

    @property
    def worth(self) -> float:
        """What it is worth beside the others."""
        return sum(part.worth for part in self.parts)


def _choices(template: SessionTemplate, story: IntakeAnswers, assessment: Assessment, week: int) -> tuple[_Choice, ...]:
    """What a person may do at the place of a template: of each ladder the rung that suits them, and nothing that
    their pathways bar or that loads the low back too much."""
    at_hand = (*story.wishes.equipment, *_singular(template.equipment))
    there = replace(story, wishes=replace(story.wishes, place=template.place, equipment=at_hand))
    limit = lumbar_limit(phase_rules()[DAY_LIKE], story, assessment)
    plan = phase_pathways(story, assessment, (week, week))
    here = [
        one
        for one in find_eligible(there, assessment.screening).within
        if one.thing.load_n <= limit and not pathways_bar(plan, one.thing)
    ]
    tools = equipment_at_hand(there)
    usable = {
        load: frozenset(one.thing.name for one in here if not pathways_bar(plan, one.thing, load))
        for load in RungLoad
        if LOAD_EQUIPMENT.get(load) in (None, *tools)
    }
    nothing: frozenset[str] = frozenset()
    lowest = find_usual_pain(story).limits.level is not PainLevel.OPEN
    climbed = 0 if lowest else (week - 1) // FRESH_WEEKS
    loads = {load: usable.get(load, nothing) for load in RungLoad}
    rungs = choose_rungs(first_rungs(story, lowest=lowest), climbed, loads, dict.fromkeys(ladders(), 0))
    on_rung = {name for one in rungs.values() for name in one.names}
    suits = [
        _Choice(one, effect_contributions(one.thing, assessment.findings, story.answers))
        for one in here
        if one.thing.kind is not ItemKind.TEST and (not option_ladder(one.thing) or one.thing.name in on_rung)
    ]
    return tuple(one for one in suits if item_reasons(one.parts))


def _slot(slot: TemplateSlot, choice: tuple[_Choice, ...], used: Counter[str]) -> list[Item]:
    """Items of a slot: those of its patterns first, what was used less before what was used more, the worthiest that
    fit; one of a family."""
    if slot.strand not in FILLED_STRANDS:
        return []
    here = [one for one in choice if _suits(one.option, slot)]
    here.sort(
        key=lambda one: (
            not option_patterns(one.option.thing) & set(slot.patterns),
            used[one.option.thing.name],
            -one.worth,
            one.option.thing.name,
        )
    )
    held: list[Item] = []
    left, kin = slot.minutes, set[str]()
    most = min(MOST_THINGS, max(1, round(slot.minutes / MINUTES_A_THING)))
    for one in here:
        thing = one.option.thing
        lead = leading_side(thing, one.parts)
        fitting = [way for way in dose_options(thing, lead) if way.minutes <= left + 1e-9]
        if thing.family in kin or not fitting or len(kin) == most:
            continue
        way = fitting[-1]
        held += items_of_dose(way, item_reasons(one.parts), one.option.asks, pinned=False)
        left -= way.minutes
        kin.add(thing.family)
        used[thing.name] += 1
    return held


def _suits(one: AllowedOption, slot: TemplateSlot) -> bool:
    thing = one.thing
    if slot.patterns and thing.kind is ItemKind.EXERCISE and option_patterns(thing) & set(slot.patterns):
        return True
    massage = (thing.kind is ItemKind.MASSAGE) == (slot.strand == "massage")
    return slot.strand in (thing.shelf, thing.strand) and massage


def _singular(equipment: tuple[str, ...]) -> tuple[str, ...]:
    """Mats and chairs for a group are a mat and a chair for each."""
    return tuple(one.removesuffix("s") for one in equipment)


def _named(name: str) -> SessionTemplate:
    if name not in session_templates():
        raise InputError(message("plan.fault.template", name=name, expected=", ".join(session_templates())))
    return session_templates()[name]
