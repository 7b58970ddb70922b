"""Massage: guides to self-release with a scale of pressure, time and breath; notes for practitioners."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from psoas.core.coded_words import CodedWords
from psoas.core.message import message
from psoas.knowledge.belly_check import BellyCheck
from psoas.knowledge.breath_techniques import list_breath_techniques
from psoas.knowledge.contraindications import Contraindications, find_bars, parse_contraindications
from psoas.knowledge.intake_questions import Answers
from psoas.knowledge.practice_sources import parse_source
from psoas.knowledge.row_words import RowText, RowTexts, WordedRow
from psoas.knowledge.screening import screen_answers
from psoas.knowledge.toml_schema import TableRow, TomlTable, read_rows

PRESSURE = CodedWords("knowledge.pressure", range(1, 8))
"""What a pressure feels like. 7 is never asked for: it is how you know to stop."""
FOR = ("self", "practitioner")


@dataclass(frozen=True)
class MassageGuide(WordedRow):
    """One guide: where, with what, how, at most how strong (as in ``PRESSURE``) and how long (seconds each spot,
    minutes in all), with which breath, and when to stop; ``around`` says how it goes before, during and after a
    release."""

    id: str
    who: str
    pressure_from: int
    pressure_to: int
    seconds_each: float
    minutes: float
    breath: str
    cautions: tuple[Contraindications, ...]
    source: str
    evidence: str

    title = RowText("")
    purpose = RowText()
    where = RowText()
    tools = RowTexts("tool")
    steps = RowTexts("step")
    around = RowTexts()
    stop = RowTexts()
    honest = RowText()

    @property
    def words_key(self) -> str:
        """Key of its words."""
        return f"massage_guide.{self.id}"

    @property
    def abdominal(self) -> bool:
        """Whether it presses on the belly."""
        return "abdominal_pressure" in {one.id for one in self.cautions}

    def bars(self, answers: Answers) -> tuple[str, ...]:
        """What in the answers speaks against it; empty where nothing known does."""
        return find_bars(self.cautions, answers)


def offer_guides(answers: Answers, *, who: str = "self", belly: BellyCheck | None = None) -> tuple[MassageGuide, ...]:
    """The guides within reach: no red flag takes them out and nothing known speaks against them. Those that press on
    the belly only when the safety check (``belly``) opened them.

    Raises ``InputError`` with every answer that is unknown, out of range or of the wrong type.
    """
    found = screen_answers(answers)
    if not found.program_allowed or "massage" in found.narrows:
        return ()
    mine = [guide for guide in list_massage_guides().values() if guide.who == who and not guide.bars(answers)]
    opened = belly is not None and belly.opens and "abdominal_massage" not in found.narrows
    return tuple(guide for guide in mine if opened or not guide.abdominal)


@cache
def list_massage_guides() -> dict[str, MassageGuide]:
    """All guides by id."""
    return read_guides()


def read_guides(given: TomlTable | None = None) -> dict[str, MassageGuide]:
    """Checked guides, from the file or as ``given``; ``InputError`` lists every fault."""
    return read_rows("massage.toml", _guide, given=given, words="massage_guide")


def _guide(key: str, row: TableRow) -> MassageGuide:
    low, high = row.count("pressure_from", 1, 6), row.count("pressure_to", 1, 6)
    if low > high:
        row.fault(message("table.pressure_order"), "pressure_from")
    source, evidence = parse_source(row)
    return MassageGuide(
        key,
        row.choice("who", FOR),
        low,
        high,
        row.number("seconds_each", 5, 180),
        row.number("minutes", 1, 90),
        row.choice("breath", list_breath_techniques()),
        parse_contraindications(row),
        source,
        evidence,
    )
