"""Places: sessions at home, at work and on holiday as templates of timed slots that a plan fills."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from psoas.core.errors import InputError
from psoas.knowledge.practice_sources import parse_source
from psoas.knowledge.toml_schema import TableRow, read_rows

PLACES = ("home", "work", "travel")
STRANDS = (
    "breath",
    "release",
    "massage",
    "engage",
    "gluteal",
    "integrate",
    "gait",
    "desk",
    "measure",
    "reflect",
    "talk",
    "rest",
)
"""What a slot is filled with; "reflect" only for people who asked for it."""


@dataclass(frozen=True)
class TemplateSlot:
    """``minutes`` for one strand, and what they are for."""

    strand: str
    minutes: float
    words: str


@dataclass(frozen=True)
class TemplateSession:
    """A stretch of slots on one day, at a time of day."""

    day: int
    time: str
    title: str
    slots: tuple[TemplateSlot, ...]

    @property
    def minutes(self) -> float:
        """How long the session takes."""
        return sum(slot.minutes for slot in self.slots)


@dataclass(frozen=True)
class SessionTemplate:
    """Sessions of one or more days at one place; ``group`` for more than one person."""

    id: str
    title: str
    place: str
    group: bool
    days: int
    words: str
    equipment: tuple[str, ...]
    sessions: tuple[TemplateSession, ...]
    source: str
    evidence: str


@cache
def session_templates() -> dict[str, SessionTemplate]:
    """All templates by id."""
    return read_templates()


def read_templates(given: Mapping[str, Any] | None = None) -> dict[str, SessionTemplate]:
    """Checked templates, from the file or as ``given``; ``InputError`` lists every fault."""
    return read_rows("places.toml", _template, given=given)


def templates_at_place(place: str) -> tuple[SessionTemplate, ...]:
    """The templates of one place; ``InputError`` lists the places."""
    if place not in PLACES:
        raise InputError(f"place '{place}' is not known; expected {', '.join(PLACES)}")
    return tuple(one for one in session_templates().values() if one.place == place)


def _template(key: str, row: TableRow) -> SessionTemplate:
    days, minutes = int(row.number("days", 1, 14)), row.number("minutes_a_day", 1, 600)
    sessions = tuple(_session(one, days) for one in row.rows("sessions"))
    for day in range(1, days + 1):
        found = sum(one.minutes for one in sessions if one.day == day)
        if found != minutes:
            row.fault(f"day {day} holds {found:g} minutes; 'minutes_a_day' says {minutes:g}")
    source, evidence = parse_source(row)
    return SessionTemplate(
        key,
        row.text("title"),
        row.choice("place", PLACES),
        row.flag("group"),
        days,
        row.text("words"),
        row.texts("equipment", ()),
        sessions,
        source,
        evidence,
    )


def _session(row: TableRow, days: int) -> TemplateSession:
    slots = tuple(_slot(one) for one in row.rows("slots"))
    made = TemplateSession(int(row.number("day", 1, days, 1)), row.text("time"), row.text("title"), slots)
    row.close()
    return made


def _slot(row: TableRow) -> TemplateSlot:
    made = TemplateSlot(row.choice("strand", STRANDS), row.number("minutes", 0.5, 120), row.text("words"))
    row.close()
    return made
