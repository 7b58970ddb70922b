"""The sessions of a week, from the doses that were chosen: in order, with reasons, rungs and titles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from psoas.core.message import Message, message
from psoas.intake.answers import Preferences
from psoas.program.dosage import DoseOption, items_of_dose
from psoas.program.option_patterns import option_ladder
from psoas.program.option_values import OptionValue
from psoas.program.program_models import Item, ItemKind, Session
from psoas.program.rung_choice import RungChoice
from psoas.program.schedule import LETTERS

ORDER = ("breath", "massage", "release", "engage", "gluteal", "integrate", "gait", "desk")
"""How a session goes: settle, make room, put it to work, stand and walk."""


def build_sessions(
    chosen: Sequence[Sequence[DoseOption]],
    valued: Mapping[str, OptionValue],
    rungs: Mapping[str, RungChoice],
    pins: frozenset[str],
    wishes: Preferences,
) -> tuple[Session, ...]:
    """The sessions of a week in the order of days: A, B, A, B..."""
    made = [_ordered(session, valued, rungs, pins) for session in chosen]
    return tuple(
        Session(_session_title(day, len(made)), wishes.place, made[day % len(made)]) for day in range(wishes.days)
    )


def _session_title(day: int, distinct: int) -> Message:
    """ "Day 1, session A"; without a letter where all sessions are alike."""
    if distinct == 1:
        return message("plan.session.day", day=day + 1)
    return message("plan.session.lettered", day=day + 1, letter=LETTERS[day % distinct])


def _ordered(
    session: Sequence[DoseOption],
    valued: Mapping[str, OptionValue],
    rungs: Mapping[str, RungChoice],
    pins: frozenset[str],
) -> tuple[Item, ...]:
    """The items of a session in its order, in a strand the worthiest first."""

    def place(way: DoseOption) -> tuple[int, float, str]:
        kind = way.thing.kind if way.thing.kind in (ItemKind.BREATH, ItemKind.MASSAGE) else way.thing.strand
        return ORDER.index(kind), -valued[way.thing.name].worth, way.thing.name

    return tuple(item for way in sorted(session, key=place) for item in _items(way, valued, rungs, pins))


def _items(
    way: DoseOption, valued: Mapping[str, OptionValue], rungs: Mapping[str, RungChoice], pins: frozenset[str]
) -> tuple[Item, ...]:
    one = valued[way.thing.name]
    made = items_of_dose(way, one.because, one.within.asks, pinned=way.thing.name in pins)
    found = rungs.get(option_ladder(way.thing))
    if found is None or way.thing.name not in found.names:
        return made
    rung = found.rung
    return tuple(replace(item, ladder=rung.ladder, rung=rung.place, load=rung.load) for item in made)
