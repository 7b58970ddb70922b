"""Who should leave a practice alone, and who should ask first: named sets, shared by massage, breath and tests."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from psoas.core.message import Message, message
from psoas.knowledge.intake_questions import Answers
from psoas.knowledge.person_bars import PersonBar, TestResults, parse_bars
from psoas.knowledge.row_words import NeededWords, RowText, WordedRow
from psoas.knowledge.toml_schema import TableRow, TomlTable, read_rows


@dataclass(frozen=True)
class Contraindications(WordedRow):
    """One set: any of ``never`` bars the practice, any of ``ask_first`` asks for a clinician's word before it.

    ``words`` say it to the person, with what has no question of its own; ``instead`` what stays open.
    """

    id: str
    never: tuple[PersonBar, ...]
    ask_first: tuple[PersonBar, ...]
    source: str
    evidence: str

    words = RowText("")

    @property
    def words_key(self) -> str:
        """Key of its words."""
        return f"contraindication.{self.id}"

    def instead(self, answers: Answers) -> Message:
        """What a person does in its place, standing or from a wheelchair."""
        return message(f"{self.words_key}.instead", stands="no" if answers.get("wheelchair") else "yes")

    @property
    def sources(self) -> tuple[str, ...]:
        """The source of the set and of each bar, once each."""
        return tuple(dict.fromkeys((self.source, *(one.source for one in (*self.never, *self.ask_first)))))

    def needed_words(self) -> tuple[NeededWords, ...]:
        """Its own words, and what a person does in its place."""
        return (*super().needed_words(), NeededWords(f"{self.words_key}.instead", {""}))

    def bars(self, answers: Answers, results: TestResults | None = None) -> tuple[str, ...]:
        """The contraindications that the answers hold, as codes of conditions; empty where none is known."""
        return tuple(dict.fromkeys(str(one) for one in self.never if one.holds(answers, results)))

    def asks(self, answers: Answers) -> tuple[str, ...]:
        """The cautions that the answers hold, as codes of conditions."""
        return tuple(dict.fromkeys(str(one) for one in self.ask_first if one.holds(answers)))

    def unasked(self, answers: Answers) -> tuple[str, ...]:
        """Questions that decide on a contraindication and have no answer yet, in order."""
        return tuple(dict.fromkeys(name for one in self.never for name in one.unasked(answers)))


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


def find_bars(
    sets: tuple[Contraindications, ...], answers: Answers, results: TestResults | None = None
) -> tuple[str, ...]:
    """Contraindications over several sets, once each."""
    return tuple(dict.fromkeys(one for part in sets for one in part.bars(answers, results)))


def _cautions(key: str, row: TableRow) -> Contraindications:
    own, also = parse_bars(row, both=True), []
    for part in row.rows("also", []):
        also.append(parse_bars(part, both=False))
        part.close()
    never = tuple(one for part in (own, *also) for one in part.never)
    ask_first = tuple(one for part in (own, *also) for one in part.ask_first)
    if not never and not ask_first:
        row.fault(message("table.names_nobody"))
    return Contraindications(key, never, ask_first, own.source, own.evidence)
