"""Red flags first: what must leave the program for a doctor, what needs one soon, what is worth mentioning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from psoas.knowledge.intake_questions import AnswerCondition, Answers, check_answers, parse_conditions
from psoas.knowledge.practice_sources import parse_source
from psoas.knowledge.toml_schema import TableRow, read_knowledge_file, read_rows

LEVELS = ("none", "mention", "see", "stop")
"""From nothing named to a stop: no program, and whom to call."""
URGENCIES = {
    "now": "an ambulance or an emergency department, now",
    "today": "a doctor or an out-of-hours line, today",
    "days": "a doctor within days",
    "next_visit": "a doctor or therapist, when you next see one",
}
"""How fast, in plain words, most urgent first."""
NARROWS = ("running", "impact", "loading", "abdominal_massage", "massage", "end_range", "breath_holds")
"""What an entry takes out of a program, as long as it stands."""
APOSTROPHES = "'`\u2019\u2018\u00b4"


@dataclass(frozen=True)
class ScreeningEntry:
    """One picture: it shows when each group of ``when`` has a condition that holds.

    ``words`` are said to the person; ``narrows`` names what stays out of a program meanwhile; ``help_lines`` asks for
    people to talk to.
    """

    id: str
    level: str
    urgency: str
    title: str
    words: str
    when: tuple[tuple[AnswerCondition, ...], ...]
    narrows: tuple[str, ...]
    help_lines: bool
    source: str
    evidence: str

    def shows(self, answers: Answers) -> bool:
        """Whether the answers give this picture."""
        return all(any(one.holds(answers) for one in group) for group in self.when)


@dataclass(frozen=True)
class HelpLine:
    """People to talk to: where, who, and how to reach them."""

    place: str
    name: str
    call: str
    source: str


@dataclass(frozen=True)
class Screening:
    """What the answers show: the highest ``level``, every entry (most serious first), and what is said besides.

    ``closing`` says what this cannot tell; it is never a clean bill of health. ``help`` holds people to talk to.
    """

    level: str
    entries: tuple[ScreeningEntry, ...]
    closing: str
    help: tuple[HelpLine, ...] = ()

    @property
    def program_allowed(self) -> bool:
        """False for a stop, and only then."""
        return self.level != "stop"

    @property
    def narrows(self) -> tuple[str, ...]:
        """Everything that stays out of a program meanwhile, once each."""
        return tuple(dict.fromkeys(one for entry in self.entries for one in entry.narrows))


def screen_answers(answers: Answers, *, texts: tuple[str, ...] = ()) -> Screening:
    """What the answers, and free ``texts`` a person wrote anywhere, show. The more serious of two answers that do
    not fit together counts.

    Raises ``InputError`` with every answer that is unknown, out of range or of the wrong type.
    """
    check_answers(answers)
    if any(mentions_self_harm(text) for text in texts):
        answers = {**answers, "self_harm_thoughts": True}
    shown = tuple(sorted((e for e in screening_entries().values() if e.shows(answers)), key=_gravity))
    level = shown[0].level if shown else "none"
    people = help_lines() if any(entry.help_lines for entry in shown) else ()
    return Screening(level, shown, closing_texts()[level], people)


def mentions_self_harm(text: str) -> bool:
    """Whether a text holds one of the phrases that must never pass without a human: rather once too often."""
    letters = (c if c.isalpha() else "" if c in APOSTROPHES else " " for c in text.lower())
    plain = " ".join("".join(letters).split())
    return any(f" {phrase} " in f" {plain} " for phrase in _words()["phrases"])


@cache
def screening_entries() -> dict[str, ScreeningEntry]:
    """All entries by id."""
    return read_entries()


def read_entries(given: Mapping[str, Any] | None = None) -> dict[str, ScreeningEntry]:
    """Checked entries, from the file or as ``given``; ``InputError`` lists every fault."""
    return read_rows("screening.toml", _entry, given=given)


@cache
def help_lines() -> tuple[HelpLine, ...]:
    """People to talk to, by country."""
    rows = {str(i): row for i, row in enumerate(_words()["lines"], 1)}
    return tuple(read_rows("help.toml", _line, given=rows).values())


@cache
def closing_texts() -> dict[str, str]:
    """What is said after the entries of each level."""
    return {level: str(_words()["closing"][level]) for level in LEVELS}


@cache
def _words() -> dict[str, Any]:
    return read_knowledge_file("help.toml")


def _gravity(entry: ScreeningEntry) -> tuple[int, int]:
    return -LEVELS.index(entry.level), list(URGENCIES).index(entry.urgency)


def _line(_key: str, row: TableRow) -> HelpLine:
    return HelpLine(row.text("place"), row.text("name"), row.text("call"), parse_source(row)[0])


def _entry(key: str, row: TableRow) -> ScreeningEntry:
    level = row.choice("level", LEVELS[1:])
    urgency = row.choice("urgency", URGENCIES)
    groups = row.list_of_lists("when")
    if not groups:
        row.fault("'when' is empty: the entry could never be told from none")
    if level == "stop" and urgency not in ("now", "today"):
        row.fault(f"a stop cannot wait for '{urgency}'")
    if level == "mention" and urgency != "next_visit":
        row.fault("a mention is for the next visit")
    when = tuple(parse_conditions(row, group) for group in groups)
    if level == "stop" and any(one.compare == "not" for group in when for one in group):
        row.fault("a stop that asks for a no could be answered away")
    source, evidence = parse_source(row)
    return ScreeningEntry(
        key,
        level,
        urgency,
        row.text("title"),
        row.text("words"),
        when,
        row.choices("narrows", NARROWS, ()),
        row.flag("help_lines"),
        source,
        evidence,
    )
