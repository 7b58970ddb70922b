"""Who should leave a practice alone, and who should ask first: named sets, shared by massage, breath and tests."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from psoas.core.message import message
from psoas.knowledge.intake_questions import AnswerCondition, Answers, parse_conditions
from psoas.knowledge.practice_sources import parse_source
from psoas.knowledge.row_words import RowText, WordedRow
from psoas.knowledge.toml_schema import TableRow, TomlTable, read_rows


@dataclass(frozen=True)
class Contraindications(WordedRow):
    """One set: any of ``never`` bars the practice, any of ``ask_first`` asks for a clinician's word before it.

    ``words`` say it to the person, with what has no question of its own.
    """

    id: str
    never: tuple[AnswerCondition, ...]
    ask_first: tuple[AnswerCondition, ...]
    source: str
    evidence: str

    words = RowText("")

    @property
    def words_key(self) -> str:
        """Key of its words."""
        return f"contraindication.{self.id}"

    def bars(self, answers: Answers) -> tuple[str, ...]:
        """The contraindications that the answers hold, as codes of conditions; empty where none is known."""
        return tuple(str(one) for one in self.never if one.holds(answers))

    def asks(self, answers: Answers) -> tuple[str, ...]:
        """The cautions that the answers hold, as codes of conditions."""
        return tuple(str(one) for one in self.ask_first if one.holds(answers))

    def unasked(self, answers: Answers) -> tuple[str, ...]:
        """Questions that decide on a contraindication and have no answer yet, in order."""
        return tuple(dict.fromkeys(one.question for one in self.never if one.question not in answers))


@cache
def contraindications() -> dict[str, Contraindications]:
    """All sets by id."""
    return read_contraindications()


def read_contraindications(given: TomlTable | None = None) -> dict[str, Contraindications]:
    """Checked sets, from the file or as ``given``; ``InputError`` lists every fault."""
    return read_rows("cautions.toml", _cautions, given=given, words="contraindication")


def parse_contraindications(row: TableRow) -> tuple[Contraindications, ...]:
    """The sets that a row names under ``cautions``."""
    return tuple(
        contraindications()[one] for one in row.choices("cautions", contraindications()) if one in contraindications()
    )


def find_bars(sets: tuple[Contraindications, ...], answers: Answers) -> tuple[str, ...]:
    """Contraindications over several sets, once each."""
    return tuple(dict.fromkeys(one for part in sets for one in part.bars(answers)))


def _cautions(key: str, row: TableRow) -> Contraindications:
    never = parse_conditions(row, row.texts("never"), "never")
    ask_first = parse_conditions(row, row.texts("ask_first"), "ask_first")
    if not never and not ask_first:
        row.fault(message("table.names_nobody"))
    source, evidence = parse_source(row)
    return Contraindications(key, never, ask_first, source, evidence)
