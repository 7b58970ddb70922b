"""The table of walking and running: amounts, and the ways that people go, read from ``data/aerobic.toml``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.knowledge.intake_questions import AnswerCondition, Answers, parse_conditions
from psoas.knowledge.practice_sources import all_sources, parse_source
from psoas.knowledge.toml_schema import TableRow, TomlFile, parse_knowledge_file
from psoas.program.aerobic_models import AerobicKind
from psoas.program.program_models import PHASES

NAME = "aerobic.toml"
CUES = ("walk", "lean", "steady", "wheel", "easy")
"""Sets of cues, one cue for each phase."""


@dataclass(frozen=True)
class MinuteRule:
    """Minutes a week: where they start and lead to, how fast they rise, in steps of ``step``; see the table."""

    start: float
    goal: float
    most: float
    rise_min: float
    rise_part: float
    ramp_weeks: int
    step: float
    source: str

    def ceiling(self, before: float) -> float:
        """The most minutes that may follow a week of ``before``."""
        return before + max(self.rise_min, self.rise_part * before)


@dataclass(frozen=True)
class FewRule:
    """Minutes a week of all sessions below which a person has little time: then walks of at most ``bout`` minutes, and
    ``goal`` minutes a week."""

    below: float
    goal: float
    bout: float
    source: str


@dataclass(frozen=True)
class CadenceRule:
    """Steps a minute of a brisk walk, and the phases that name them."""

    steps: int
    phases: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class AerobicWay:
    """One way to walk, wheel or rest.

    Args:
        id: Its name.
        when: In each group one condition has to hold; no group means everybody.
        kind: What its days hold.
        days: Days a week.
        bout: Minutes without a rest in each phase, 0 for no limit.
        start_most: Minutes of the first week at most.
        goal: Minutes a week it leads to, 0 for the usual goal.
        brisk: Whether a cadence is named.
        cue: Which cues it takes: those of walking, of a forward lean, of the wheel, of what is easy.
        covers: Ways further down that it stands in for: they add nothing where it fits.
        source: Where it is known from.
        evidence: How well.
    """

    id: str
    when: tuple[tuple[AnswerCondition, ...], ...]
    kind: AerobicKind
    days: int
    bout: tuple[float, ...]
    start_most: float
    goal: float
    brisk: bool
    cue: str
    covers: tuple[str, ...]
    source: str
    evidence: str

    def fits(self, answers: Answers) -> bool:
        """Whether the answers call for it."""
        return all(any(one.holds(answers) for one in group) for group in self.when)


@dataclass(frozen=True)
class AerobicRules:
    """The whole table."""

    minutes: MinuteRule
    few: FewRule
    cadence: CadenceRule
    ways: tuple[AerobicWay, ...]


@cache
def aerobic_rules() -> AerobicRules:
    """The table as it is shipped."""
    return read_aerobic_rules(shipped_table())


def fitting_ways(answers: Answers) -> tuple[AerobicWay, ...]:
    """Every way that the answers call for, the weightiest first; the last is for everybody."""
    made: list[AerobicWay] = []
    for one in aerobic_rules().ways:
        if one.fits(answers) and not any(one.id in other.covers for other in made):
            made.append(one)
    return tuple(made)


def read_aerobic_rules(content: str) -> AerobicRules:
    """The table from its text.

    Raises:
        InputError: Every fault, with its line.
    """
    file, faults = aerobic_table(content), list[Message]()
    made = AerobicRules(
        _minutes(table_of(file, "minutes", faults)),
        _few(table_of(file, "few", faults)),
        _cadence(table_of(file, "cadence", faults)),
        tuple(_way(row) for row in array_of(file, "way", faults)),
    )
    if made.ways and made.ways[-1].when:
        table_of(file, "way", faults).fault(message("walking.fault.last", name=made.ways[-1].id))
    if faults:
        raise InputError(*faults)
    return made


def shipped_table() -> str:
    """The text of the table as it is shipped."""
    return files("psoas.program").joinpath("data", NAME).read_text(encoding="utf-8")


def aerobic_table(content: str) -> TomlFile:
    """The parsed table; ``InputError`` where it is not TOML."""
    return parse_knowledge_file(NAME, content)


def table_of(file: TomlFile, key: str, faults: list[Message]) -> TableRow:
    """One table of the file as a row that notes its faults."""
    found = file.content.get(key)
    return TableRow(key, found if isinstance(found, dict) else {}, faults, file=file, path=(key,))


def array_of(file: TomlFile, key: str, faults: list[Message]) -> Sequence[TableRow]:
    """The tables of an array of the file."""
    return TableRow("", {key: file.content.get(key, [])}, faults, file=file).rows(key)


def _minutes(row: TableRow) -> MinuteRule:
    made = MinuteRule(
        row.number("start", 0, 600),
        row.number("goal", 0, 600),
        row.number("most", 0, 3000),
        row.number("rise_min", 0, 60),
        row.number("rise_part", 0, 1),
        row.count("ramp_weeks", 1, 52),
        row.number("step", 1, 30),
        row.choice("source", all_sources()),
    )
    row.close()
    return made


def _few(row: TableRow) -> FewRule:
    made = FewRule(
        row.number("below", 0, 300),
        row.number("goal", 0, 300),
        row.number("bout", 5, 60),
        row.choice("source", all_sources()),
    )
    row.close()
    return made


def _cadence(row: TableRow) -> CadenceRule:
    made = CadenceRule(row.count("steps", 60, 160), row.choices("phases", PHASES), row.choice("source", all_sources()))
    row.close()
    return made


def _way(row: TableRow) -> AerobicWay:
    when = tuple(parse_conditions(row, group, "when") for group in row.list_of_lists("when"))
    bout = row.numbers("bout")
    if len(bout) != len(PHASES):
        row.fault(message("walking.fault.bout", count=len(bout), expected=", ".join(PHASES)), "bout")
    source, evidence = parse_source(row)
    made = AerobicWay(
        row.text("id"),
        when,
        row.member("kind", AerobicKind),
        row.count("days", 0, 7),
        bout,
        row.number("start_most", 0, 3000, 0),
        row.number("goal", 0, 600, 0),
        row.flag("brisk"),
        row.choice("cue", CUES, CUES[0]),
        row.texts("covers", ()),
        source,
        evidence,
    )
    row.close()
    return made
