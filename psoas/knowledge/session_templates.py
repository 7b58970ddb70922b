"""Places: sessions at home, at work and on holiday as templates of timed slots that a plan fills."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from psoas.core.catalogue import attribute, text
from psoas.core.coded_words import CodedWords
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.knowledge.practice_codes import EQUIPMENT, EQUIPMENT_WORDS, PLACES, Pattern, Place, Strand
from psoas.knowledge.practice_sources import parse_source
from psoas.knowledge.row_words import NeededWords, RowText, WordedRow
from psoas.knowledge.toml_schema import TableRow, TomlTable, read_rows

DAY_TIMES = CodedWords("knowledge.day_time", ("any", "evening", "each_two_hours", "morning_or_evening"))
"""When in the day, where no time of the clock is meant."""
_CLOCK = re.compile(r"[0-2]\d:[0-5]\d")


@dataclass(frozen=True)
class TemplateSlot:
    """``minutes`` for one strand ("reflect" only for people who asked for it), and what they are for: the ``place``-th
    slot of its session, from 1. ``patterns``: movement patterns that fill it before anything else of the strand."""

    session: str
    place: int
    strand: Strand
    minutes: float
    patterns: tuple[Pattern, ...] = ()

    @property
    def words(self) -> str:
        """What the minutes are for."""
        return attribute(self.session, f"slot-{self.place}")


@dataclass(frozen=True)
class TemplateSession:
    """A stretch of slots on one day, ``at`` a time of the clock or of ``DAY_TIMES``; its words are at ``words_key``.

    ``every_day``: it is held on each day of its template.
    """

    words_key: str
    day: int
    at: str
    slots: tuple[TemplateSlot, ...]
    every_day: bool = False

    @property
    def title(self) -> str:
        """What the session is called."""
        return text(self.words_key)

    @property
    def time(self) -> str:
        """When it is: "09:30", or in words."""
        return DAY_TIMES.get(self.at, self.at)

    @property
    def minutes(self) -> float:
        """How long the session takes."""
        return sum(slot.minutes for slot in self.slots)


@dataclass(frozen=True)
class SessionTemplate(WordedRow):
    """Sessions of one or more days at one place; ``group`` for more than one person.

    ``days_from`` and ``days_to`` are how many days it may take; with more than one way each day has a theme. ``setup``
    counts what to set up before.
    """

    id: str
    place: Place
    group: bool
    days: int
    days_from: int
    days_to: int
    setup: int
    equipment: tuple[str, ...]
    sessions: tuple[TemplateSession, ...]
    source: str
    evidence: str

    title = RowText("")
    words = RowText()

    @property
    def words_key(self) -> str:
        """Key of its words."""
        return f"template.{self.id}"

    @property
    def equipment_words(self) -> tuple[str, ...]:
        """What is used, in words."""
        return tuple(EQUIPMENT_WORDS[one] for one in self.equipment)

    @property
    def setup_words(self) -> tuple[str, ...]:
        """What to set up, in order."""
        return tuple(attribute(self.words_key, f"setup-{one}") for one in range(1, self.setup + 1))

    @property
    def themes(self) -> tuple[tuple[str, str], ...]:
        """The theme of each day and what it is about; none where every day is alike. Shorter templates keep the first
        themes and the last."""
        if self.days_from == self.days_to:
            return ()
        places = (*range(1, self.days), self.days_to)
        return tuple(
            (attribute(self.words_key, f"theme-{one}"), attribute(self.words_key, f"about-{one}")) for one in places
        )

    def for_days(self, days: int) -> SessionTemplate:
        """The same over another number of days; ``InputError`` says how many it may take."""
        if not self.days_from <= days <= self.days_to:
            raise InputError(message("practice.days", name=self.id, days=days, low=self.days_from, high=self.days_to))
        own = dict.fromkeys(replace(one, day=1) for one in self.sessions if one.every_day)
        daily = [replace(one, day=day) for day in range(1, days + 1) for one in own]
        return replace(self, days=days, sessions=tuple(daily) if daily else self.sessions)

    def needed_words(self) -> tuple[NeededWords, ...]:
        """Its own words, and those of its sessions."""
        themes = 0 if self.days_from == self.days_to else self.days_to
        counts = {name: count for name, count in (("setup", self.setup), ("theme", themes), ("about", themes)) if count}
        own = NeededWords(self.words_key, {"", "words"}, counts)
        slots = {one.words_key: len(one.slots) for one in self.sessions}
        return (own, *(NeededWords(key, {""}, {"slot": count}) for key, count in slots.items()))


@cache
def session_templates() -> dict[str, SessionTemplate]:
    """All templates by id."""
    return read_templates()


def read_templates(given: TomlTable | None = None) -> dict[str, SessionTemplate]:
    """Checked templates, from the file or as ``given``; ``InputError`` lists every fault."""
    return read_rows("places.toml", _template, given=given, words="template")


def templates_at_place(place: str) -> tuple[SessionTemplate, ...]:
    """The templates of one place; ``InputError`` lists the places."""
    if place not in PLACES:
        raise InputError(message("practice.no_place", name=place, known=", ".join(PLACES)))
    return tuple(one for one in session_templates().values() if one.place == place)


def _template(key: str, row: TableRow) -> SessionTemplate:
    days, minutes = row.count("days", 1, 14), row.number("minutes_a_day", 1, 600)
    days_from, days_to = row.count("days_from", 1, 14, days), row.count("days_to", 1, 14, days)
    if not days_from <= days <= days_to:
        row.fault(message("table.order", low="days_from", high="days_to"), "days_from")
    sessions = tuple(
        session
        for i, one in enumerate(row.rows("sessions"), 1)
        for session in _sessions(f"template.{key}.session.{i}", one, days)
    )
    sessions = tuple(sorted(sessions, key=lambda one: one.day))
    for day in range(1, days + 1):
        found = sum(one.minutes for one in sessions if one.day == day)
        if found != minutes:
            row.fault(
                message("table.minutes_of_day", day=day, found=f"{found:g}", minutes=f"{minutes:g}"), "minutes_a_day"
            )
    source, evidence = parse_source(row)
    return SessionTemplate(
        key,
        row.member("place", Place),
        row.flag("group"),
        days,
        days_from,
        days_to,
        row.count("setup", 0, 20, 0),
        row.choices("equipment", EQUIPMENT, ()),
        sessions,
        source,
        evidence,
    )


def _sessions(key: str, row: TableRow, days: int) -> tuple[TemplateSession, ...]:
    """A session, once for each day where it is one of every day."""
    slots = tuple(_slot(key, place, one) for place, one in enumerate(row.rows("slots"), 1))
    at = row.text("time")
    if at and at not in DAY_TIMES and not _CLOCK.fullmatch(at):
        row.fault(message("table.not_one_of", key="time", value=at, allowed=", ".join(("09:30", *DAY_TIMES))), "time")
    daily, day = row.flag("every_day"), row.count("day", 1, days, 1)
    row.close()
    return tuple(TemplateSession(key, one, at, slots, daily) for one in (range(1, days + 1) if daily else (day,)))


def _slot(session: str, place: int, row: TableRow) -> TemplateSlot:
    made = TemplateSlot(
        session,
        place,
        row.member("strand", Strand),
        row.number("minutes", 0.5, 120),
        row.members("patterns", Pattern) if "patterns" in row.keys else (),
    )
    row.close()
    return made
