"""Cards that make sense of pain, posture, scans and what else worries people: short words with their evidence."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from psoas.core.catalogue import text
from psoas.knowledge.intake_questions import AnswerCondition, Answers, parse_conditions
from psoas.knowledge.practice_sources import all_sources, find_source, parse_source
from psoas.knowledge.row_words import RowText, RowTexts, WordedRow
from psoas.knowledge.toml_schema import EVIDENCE, TableRow, TomlTable, read_rows


@dataclass(frozen=True)
class EducationCard(WordedRow):
    """One card: a title and a few paragraphs.

    Args:
        id: Of the card.
        when: A person gets it where one of these holds.
        findings: A person gets it where one of these was found.
        source: With ``evidence`` and ``also``: where it comes from.
    """

    id: str
    when: tuple[AnswerCondition, ...]
    findings: tuple[str, ...]
    source: str
    evidence: str
    also: tuple[str, ...]

    title = RowText("")
    words = RowTexts()

    @property
    def evidence_line(self) -> str:
        """How much speaks for it."""
        return text("card.evidence", evidence=EVIDENCE[self.evidence])

    @property
    def source_titles(self) -> str:
        """Where it comes from."""
        return "; ".join(find_source(key).title for key in (self.source, *self.also))

    @property
    def words_key(self) -> str:
        """Key of its words."""
        return f"card.one.{self.id}"

    def is_for(self, answers: Answers, findings: Collection[str]) -> bool:
        """Whether it is for a person with these answers and names of findings."""
        return any(one.holds(answers) for one in self.when) or bool(set(self.findings) & set(findings))


@cache
def education_cards() -> dict[str, EducationCard]:
    """All cards by id, in the order in which they are shown."""
    return read_education_cards()


def read_education_cards(given: TomlTable | None = None) -> dict[str, EducationCard]:
    """Checked cards, from the file or as ``given``; ``InputError`` lists every fault."""
    return read_rows("cards.toml", _card, given=given, words="card.one")


def _card(key: str, row: TableRow) -> EducationCard:
    source, evidence = parse_source(row)
    made = EducationCard(
        key,
        parse_conditions(row, row.texts("when", ())),
        row.texts("findings", ()),
        source,
        evidence,
        row.choices("also", all_sources(), ()),
    )
    if not made.when and not made.findings:
        row.fault("names nobody: it would never be shown")
    return made
