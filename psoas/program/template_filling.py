"""Templates of places filled: a day at work, a retreat, an evening, with what is within reach of a person."""

from __future__ import annotations

from dataclasses import replace

from psoas.assessment.finding import Assessment
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.intake.answers import IntakeAnswers
from psoas.knowledge.practice_codes import FILLED_STRANDS
from psoas.knowledge.session_templates import SessionTemplate, TemplateSlot, session_templates
from psoas.program.dosage import DoseOption, dose_options, items_of_dose
from psoas.program.effect_weights import effect_contributions, item_reasons, leading_side
from psoas.program.eligibility import AllowedOption, find_eligible
from psoas.program.phase_planner import lumbar_limit
from psoas.program.planning_rules import phase_rules
from psoas.program.program_models import Item, ItemKind, Session

DAY_LIKE = 1
"""A day out of its order asks no more of the low back than this phase does: the second (assumed)."""


def fill_template(template: SessionTemplate | str, story: IntakeAnswers, assessment: Assessment) -> tuple[Session, ...]:
    """The sessions of a template with items in each slot, never longer than the slot, for the person of ``story``.

    In a group each has their own; what speaks against an item for one speaks only for that one. Raises ``InputError``
    for a template that is not known, and after a stop.
    """
    asked = template if isinstance(template, SessionTemplate) else _named(template)
    if not assessment.screening.program_allowed:
        raise InputError(message("plan.fault.stopped"))
    wishes = replace(story.wishes, place=asked.place, equipment=(*story.wishes.equipment, *_singular(asked.equipment)))
    here = find_eligible(replace(story, wishes=wishes), assessment.screening).within
    limit = lumbar_limit(phase_rules()[DAY_LIKE], story, assessment)
    within = tuple(one for one in here if one.thing.load_n <= limit)
    used: set[str] = set()
    made = []
    for session in asked.sessions:
        held: list[Item] = []
        for slot in session.slots:
            held += _slot(slot, within, story, assessment, used)
        title = message("plan.session.template", day=session.day, time=session.time, title=session.title)
        made.append(Session(title, asked.place, tuple(held)))
    return tuple(made)


def _slot(
    slot: TemplateSlot, within: tuple[AllowedOption, ...], story: IntakeAnswers, assessment: Assessment, used: set[str]
) -> list[Item]:
    """Items of a slot, the worthiest that fit first, what was not yet used before what was; one of a family."""
    if slot.strand not in FILLED_STRANDS:
        return []
    here = [
        (one, effect_contributions(one.thing, assessment.findings, story.answers))
        for one in within
        if _suits(one, slot.strand)
    ]
    here.sort(key=lambda row: (row[0].thing.name in used, -sum(part.worth for part in row[1]), row[0].thing.name))
    held: list[Item] = []
    left, kin = slot.minutes, set[str]()
    for one, given in here:
        fitting = [way for way in dose_options(one.thing, leading_side(one.thing, given)) if way.minutes <= left + 1e-9]
        if one.thing.family in kin or not fitting:
            continue
        way: DoseOption = fitting[-1]
        held += items_of_dose(way, item_reasons(given), one.asks, pinned=False)
        left -= way.minutes
        kin.add(one.thing.family)
        used.add(one.thing.name)
    return held


def _suits(one: AllowedOption, strand: str) -> bool:
    return one.thing.kind is not ItemKind.TEST and strand in (one.thing.shelf, one.thing.strand) and (
        (one.thing.kind is ItemKind.MASSAGE) == (strand == "massage")
    )  # fmt: skip


def _singular(equipment: tuple[str, ...]) -> tuple[str, ...]:
    """Mats and chairs for a group are a mat and a chair for each."""
    return tuple(one.removesuffix("s") for one in equipment)


def _named(name: str) -> SessionTemplate:
    if name not in session_templates():
        raise InputError(message("plan.fault.template", name=name, expected=", ".join(session_templates())))
    return session_templates()[name]
