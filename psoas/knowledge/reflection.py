"""Body and life: the three centres a tradition sees along the psoas, as reflection. Opt-in; never a cause, never a
diagnosis."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from psoas.core.catalogue import text
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.knowledge.contraindications import Contraindications, parse_contraindications
from psoas.knowledge.practice_sources import parse_source
from psoas.knowledge.row_words import NeededWords, RowText, RowTexts, WordedRow
from psoas.knowledge.toml_schema import TableRow, TomlTable, read_rows

WORDS = ("reflection.centre", "reflection.prompt", "reflection.grounding")
"""What the words of the rows stand below."""


@dataclass(frozen=True)
class ReflectionPrompt(WordedRow):
    """One question to sit with, in writing or in silence."""

    id: str
    theme: str

    words = RowText("")

    @property
    def words_key(self) -> str:
        """Key of its words."""
        return f"reflection.prompt.{self.id}"


@dataclass(frozen=True)
class GroundingPractice(WordedRow):
    """One practice to come back to the body: steps, minutes, and who should leave it."""

    id: str
    minutes: float
    cautions: tuple[Contraindications, ...]

    title = RowText("")
    steps = RowTexts("step")

    @property
    def words_key(self) -> str:
        """Key of its words."""
        return f"reflection.grounding.{self.id}"


@dataclass(frozen=True)
class EnergyCentre(WordedRow):
    """One centre: where it lies, its themes, a check-in from 0 to 10 with what both ends mean, prompts, practices."""

    id: str
    themes: tuple[str, ...]
    prompts: tuple[ReflectionPrompt, ...]
    groundings: tuple[GroundingPractice, ...]
    source: str
    evidence: str

    title = RowText("")
    where = RowText()
    check_in = RowText()
    low_means = RowText()
    high_means = RowText()

    @property
    def words_key(self) -> str:
        """Key of its words."""
        return f"reflection.centre.{self.id}"

    def needed_words(self) -> tuple[NeededWords, ...]:
        """Its own words, and those of its prompts and practices."""
        parts = (one.needed_words() for one in (*self.prompts, *self.groundings))
        return (*super().needed_words(), *(one for part in parts for one in part))


def energy_centres(*, opted_in: bool) -> dict[str, EnergyCentre]:
    """The centres by id, from the ground up; nothing unless the person asked for this part."""
    return dict(_all()) if opted_in else {}


def read_centres(given: TomlTable | None = None) -> dict[str, EnergyCentre]:
    """Checked centres, from the file or as ``given``; ``InputError`` lists every fault."""
    return read_rows("reflection.toml", _centre, given=given, words=WORDS, below="centres")


def reflection_introduction() -> str:
    """What is said before a person chooses: what this part is, and is not."""
    return text("reflection.welcome")


def parse_centre_check_in(centre: str, value: float) -> str:
    """What a check-in says back: the number between its two ends, and nothing about why.

    Raises ``InputError`` for an unknown centre and a value outside 0 to 10.
    """
    if centre not in _all():
        raise InputError(message("practice.no_centre", name=centre, known=", ".join(_all())))
    if not 0 <= value <= 10:
        raise InputError(message("practice.check_in_range", value=f"{value:g}"))
    asked = _all()[centre]
    return text(
        "reflection.check_in", centre=asked.title, value=f"{value:g}", low=asked.low_means, high=asked.high_means
    )


@cache
def _all() -> dict[str, EnergyCentre]:
    return read_centres()


def _centre(key: str, row: TableRow) -> EnergyCentre:
    source, evidence = parse_source(row)
    if evidence != "tradition":
        row.fault(message("table.not_tradition", evidence=evidence), "evidence")
    themes = row.texts("themes")
    return EnergyCentre(
        key,
        themes,
        tuple(_prompt(one, themes) for one in row.rows("prompts")),
        tuple(_grounding(one) for one in row.rows("groundings")),
        source,
        evidence,
    )


def _prompt(row: TableRow, themes: tuple[str, ...]) -> ReflectionPrompt:
    made = ReflectionPrompt(row.text("id"), row.choice("theme", themes))
    row.close()
    return made


def _grounding(row: TableRow) -> GroundingPractice:
    made = GroundingPractice(
        row.text("id"),
        row.number("minutes", 1, 30),
        parse_contraindications(row),
    )
    row.close()
    return made
