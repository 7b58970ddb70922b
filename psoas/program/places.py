"""Templates of places filled: a day at work, a retreat, an evening, with what is within reach of a person."""

from __future__ import annotations

from dataclasses import replace

from psoas.assessment.finding import Assessment
from psoas.assessment.story import Story
from psoas.errors import InputError
from psoas.knowledge.places import Slot, Template, templates
from psoas.program.doses import Way, items, ways
from psoas.program.plan import lumbar_limit
from psoas.program.program import Item, Session
from psoas.program.reach import Within, reach
from psoas.program.rules import phase_rules
from psoas.program.table import because, leading, parts

STRANDS = ("breath", "release", "massage", "engage", "gluteal", "integrate", "gait", "desk")
"""Slots that items fill; the others (talk, measure, reflect, rest) stay words."""

DAY_LIKE = 1
"""A day out of its order asks no more of the low back than this phase does: the second (assumed)."""


def fill(template: Template | str, story: Story, assessment: Assessment) -> tuple[Session, ...]:
    """The sessions of a template with items in each slot, never longer than the slot, for the person of ``story``.

    In a group each has their own; what speaks against an item for one speaks only for that one. Raises ``InputError``
    for a template that is not known, and after a stop.
    """
    asked = template if isinstance(template, Template) else _named(template)
    if not assessment.screening.program_allowed:
        raise InputError("screening stopped: nothing is planned before that is looked at")
    wishes = replace(story.wishes, place=asked.place, equipment=(*story.wishes.equipment, *_singular(asked.equipment)))
    here = reach(replace(story, wishes=wishes), assessment.screening).within
    limit = lumbar_limit(phase_rules()[DAY_LIKE], story, assessment)
    within = tuple(one for one in here if one.thing.load_n <= limit)
    used: set[str] = set()
    made = []
    for session in asked.sessions:
        held: list[Item] = []
        for slot in session.slots:
            held += _slot(slot, within, story, assessment, used)
        made.append(Session(f"Day {session.day}, {session.time}: {session.title}", asked.place, tuple(held)))
    return tuple(made)


def _slot(slot: Slot, within: tuple[Within, ...], story: Story, assessment: Assessment, used: set[str]) -> list[Item]:
    """Items of a slot, the worthiest that fit first, what was not yet used before what was; one of a family."""
    if slot.strand not in STRANDS:
        return []
    here = [(one, parts(one.thing, assessment.findings, story.answers)) for one in within if _suits(one, slot.strand)]
    here.sort(key=lambda row: (row[0].thing.name in used, -sum(part.worth for part in row[1]), row[0].thing.name))
    held: list[Item] = []
    left, kin = slot.minutes, set[str]()
    for one, given in here:
        fitting = [way for way in ways(one.thing, leading(one.thing, given)) if way.minutes <= left + 1e-9]
        if one.thing.family in kin or not fitting:
            continue
        way: Way = fitting[-1]
        held += items(way, because(given), one.asks, pinned=False)
        left -= way.minutes
        kin.add(one.thing.family)
        used.add(one.thing.name)
    return held


def _suits(one: Within, strand: str) -> bool:
    return one.thing.kind != "test" and strand in (one.thing.shelf, one.thing.strand) and (
        (one.thing.kind == "massage") == (strand == "massage")
    )  # fmt: skip


def _singular(equipment: tuple[str, ...]) -> tuple[str, ...]:
    """Mats and chairs for a group are a mat and a chair for each."""
    return tuple(one.removesuffix("s") for one in equipment)


def _named(name: str) -> Template:
    if name not in templates():
        raise InputError(f"template '{name}' is not known; expected {', '.join(templates())}")
    return templates()[name]
