"""Red flags first: what must leave the program for a doctor, what needs one soon, what is worth mentioning."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from psoas.core.coded_words import CodedWords
from psoas.core.message import Message, message
from psoas.knowledge.doctor_visits import DoctorVisit, VisitOutcome
from psoas.knowledge.intake_questions import LACKS, AnswerCondition, Answers, check_answers, parse_conditions
from psoas.knowledge.practice_sources import parse_source
from psoas.knowledge.row_words import RowText, WordedRow
from psoas.knowledge.toml_schema import TableRow, TomlTable, read_knowledge_file, read_rows


class ScreeningLevel(StrEnum):
    """How far screening goes."""

    NONE = "none"
    MENTION = "mention"
    SEE = "see"
    STOP = "stop"


class Urgency(StrEnum):
    """How fast something is to be looked at, most urgent first."""

    NOW = "now"
    TODAY = "today"
    DAYS = "days"
    NEXT_VISIT = "next_visit"


LEVELS = tuple(ScreeningLevel)
"""From nothing named to a stop: no program, and whom to call."""
URGENCIES = CodedWords("knowledge.urgency", [str(one) for one in Urgency])
"""Whom to see how fast, most urgent first."""
NARROWS = ("running", "impact", "loading", "abdominal_massage", "massage", "end_range", "breath_holds")
"""What an entry takes out of a program, as long as it stands."""
_SENTENCE_END = re.compile(r"[.!?;,:\n]+")
APOSTROPHES = "'`\u2019\u2018\u00b4"


@dataclass(frozen=True)
class ScreeningEntry(WordedRow):
    """One picture: it shows when each group of ``when`` has a condition that holds.

    ``title`` and ``words`` are said to the person; ``narrows`` names what stays out of a program meanwhile;
    ``gentle_only`` leaves nothing but breath and the gentlest release until somebody has looked at it;
    ``help_lines`` asks for people to talk to; ``checkable`` says that a doctor who looked at it may let it pass;
    ``section`` says where in the ``source`` it stands.
    """

    id: str
    level: ScreeningLevel
    urgency: Urgency
    when: tuple[tuple[AnswerCondition, ...], ...]
    narrows: tuple[str, ...]
    gentle_only: bool
    help_lines: bool
    checkable: bool
    source: str
    section: str
    evidence: str

    title = RowText("")
    words = RowText()

    @property
    def words_key(self) -> str:
        """Key of its words."""
        return f"screening.{self.id}"

    def shows(self, answers: Answers) -> bool:
        """Whether the answers give this picture."""
        return all(any(one.holds(answers) for one in group) for group in self.when)

    def answered_by(self, visit: DoctorVisit, answers: Answers) -> bool:
        """Whether a doctor who looked at it let it pass, and nothing is new since."""
        emergency = self.urgency is Urgency.NOW
        return (
            self.checkable and visit.picture == self.id and visit.still_holds(self.when, answers, emergency=emergency)
        )


@dataclass(frozen=True)
class CheckedPicture:
    """A picture that shows, and the visit to a doctor that answered it."""

    entry: ScreeningEntry
    visit: DoctorVisit

    @property
    def line(self) -> Message:
        """That a doctor looked at it, when, and what they said."""
        return message(f"help.visit.{self.visit.outcome}", title=self.entry.title, day=self.visit.day)

    @property
    def narrows(self) -> tuple[str, ...]:
        """What stays out of a program: nothing after a clearance, what the doctor named, all of it where nothing is
        named."""
        if self.visit.outcome is VisitOutcome.CLEARED:
            return ()
        return self.visit.limits or self.entry.narrows or NARROWS


EMERGENCY = "emergency"
"""The line of help.toml that holds emergency numbers."""


@dataclass(frozen=True)
class HelpLine(WordedRow):
    """People to talk to: where, who, and how to reach them."""

    id: str
    source: str

    place = RowText()
    name = RowText("")
    call = RowText()

    @property
    def words_key(self) -> str:
        """Key of its words."""
        return f"help.line.{self.id}"

    @property
    def for_danger(self) -> bool:
        """Whether it holds the emergency numbers, for somebody who is in danger now."""
        return self.id == EMERGENCY


@dataclass(frozen=True)
class Screening:
    """What the answers show: the highest ``level``, every entry (most serious first), and what is said besides.

    ``closing`` says what this cannot tell; it is never a clean bill of health. ``help`` holds people to talk to.
    ``checked`` holds pictures that a doctor has looked at: they are no entries any more, and their limits stay.
    """

    level: ScreeningLevel
    entries: tuple[ScreeningEntry, ...]
    help: tuple[HelpLine, ...] = ()
    checked: tuple[CheckedPicture, ...] = ()

    @property
    def closing(self) -> str:
        """What is said after the entries."""
        return closing_texts()[self.level]

    @property
    def closing_of_plan(self) -> str:
        """What a plan says after the entries that it names, "" where it names none: those to mention stand in the
        assessment."""
        return "" if self.level is ScreeningLevel.MENTION else self.closing

    @property
    def program_allowed(self) -> bool:
        """False for a stop, and only then."""
        return self.level is not ScreeningLevel.STOP

    @property
    def gentle_for(self) -> ScreeningEntry | None:
        """The picture that leaves only breath and the gentlest release, None where there is none."""
        return next((one for one in self.entries if one.gentle_only), None)

    @property
    def narrows(self) -> tuple[str, ...]:
        """Everything that stays out of a program meanwhile, once each."""
        return tuple(self.narrowed_by)

    @property
    def narrowed_by(self) -> dict[str, str]:
        """The title of what takes each of them out, the most serious first."""
        found = [(one.title, one.narrows) for one in self.entries]
        found += [(one.entry.title, one.narrows) for one in self.checked]
        return {name: title for title, names in reversed(found) for name in reversed(names)}


def screen_answers(answers: Answers, *, texts: tuple[str, ...] = (), visits: tuple[DoctorVisit, ...] = ()) -> Screening:
    """What the answers, and free ``texts`` a person wrote anywhere, show. The more serious of two answers that do
    not fit together counts. A picture that a doctor looked at (``visits``) and let pass counts no longer, as long as
    nothing of it is new.

    Raises ``InputError`` with every answer that is unknown, out of range or of the wrong type.
    """
    check_answers(answers)
    if any(mentions_self_harm(text) for text in texts):
        answers = {**answers, "self_harm_thoughts": True}
    seen = [e for e in screening_entries().values() if e.shows(answers)]
    checked = tuple(CheckedPicture(e, v) for e in seen for v in visits if e.answered_by(v, answers))
    passed = {one.entry.id for one in checked}
    shown = tuple(sorted((e for e in seen if e.id not in passed), key=_gravity))
    people = help_lines() if any(entry.help_lines for entry in shown) else ()
    return Screening(_level(shown, checked), shown, people, checked)


def mentions_self_harm(text: str) -> bool:
    """Whether a text holds one of the phrases that must never pass without a human: rather once too often."""
    return any(_speaks_of_self_harm(part) for part in _SENTENCE_END.split(text)) or _speaks_of_self_harm(text)


def _speaks_of_self_harm(text: str) -> bool:
    letters = (c if c.isalpha() else "" if c in APOSTROPHES else " " for c in text.lower())
    plain = " ".join("".join(letters).split())
    return any(f" {phrase} " in f" {plain} " for phrase in _phrases()) or bool(_patterns().search(plain))


@cache
def screening_entries() -> dict[str, ScreeningEntry]:
    """All entries by id."""
    return read_entries()


@cache
def checkable_pictures() -> tuple[str, ...]:
    """Ids of the pictures that a doctor may let pass."""
    return tuple(one.id for one in screening_entries().values() if one.checkable)


def read_entries(given: TomlTable | None = None) -> dict[str, ScreeningEntry]:
    """Checked entries, from the file or as ``given``; ``InputError`` lists every fault."""
    return read_rows("screening.toml", _entry, given=given, words="screening")


@cache
def help_lines() -> tuple[HelpLine, ...]:
    """People to talk to, by country."""
    return tuple(read_rows("help.toml", _line, words="help.line", below="lines").values())


def closing_texts() -> CodedWords[str]:
    """What is said after the entries of each level."""
    return CodedWords("help.closing", [str(one) for one in ScreeningLevel])


@cache
def _phrases() -> tuple[str, ...]:
    """Phrases of self-harm in English, without marks."""
    file = read_knowledge_file("help.toml")
    return TableRow("help.toml", file.content, [], file=file).texts("phrases")


@cache
def _patterns() -> re.Pattern[str]:
    """Ways of saying it that one phrase cannot hold, as whole words."""
    file = read_knowledge_file("help.toml")
    found = TableRow("help.toml", file.content, [], file=file).texts("patterns")
    return re.compile("|".join(rf"\b(?:{one})(?!\w)" for one in found))


def _level(shown: tuple[ScreeningEntry, ...], checked: tuple[CheckedPicture, ...]) -> ScreeningLevel:
    """The highest level of what shows; one that a doctor let pass is still named, with limits it narrows."""
    found = [one.level for one in shown]
    found += [ScreeningLevel.SEE if one.narrows else ScreeningLevel.MENTION for one in checked]
    return max(found, key=LEVELS.index, default=ScreeningLevel.NONE)


def _gravity(entry: ScreeningEntry) -> tuple[int, int]:
    return -LEVELS.index(entry.level), list(Urgency).index(entry.urgency)


def _line(key: str, row: TableRow) -> HelpLine:
    return HelpLine(key, parse_source(row)[0])


def _entry(key: str, row: TableRow) -> ScreeningEntry:
    level = row.member("level", LEVELS[1:])
    urgency = row.member("urgency", Urgency)
    groups = row.list_of_lists("when")
    if not groups:
        row.fault(message("table.never_shows"), "when")
    if level is ScreeningLevel.STOP and urgency not in (Urgency.NOW, Urgency.TODAY):
        row.fault(message("table.stop_cannot_wait", urgency=urgency), "urgency")
    if level is ScreeningLevel.MENTION and urgency is not Urgency.NEXT_VISIT:
        row.fault(message("table.mention_can_wait"), "urgency")
    when = tuple(parse_conditions(row, group, "when") for group in groups)
    if level is ScreeningLevel.STOP and any(one.compare in ("not", LACKS) for group in when for one in group):
        row.fault(message("table.stop_asks_for_no"), "when")
    source, evidence = parse_source(row)
    return ScreeningEntry(
        key,
        level,
        urgency,
        when,
        row.choices("narrows", NARROWS, ()),
        row.flag("gentle_only"),
        row.flag("help_lines"),
        row.flag("checkable"),
        source,
        row.text("section"),
        evidence,
    )
