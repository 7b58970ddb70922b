"""Body and life: the three centres a tradition sees along the psoas, as reflection. Opt-in; never a cause, never a
diagnosis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from psoas.core.errors import InputError
from psoas.knowledge.contraindications import Contraindications, parse_contraindications
from psoas.knowledge.practice_sources import parse_source
from psoas.knowledge.toml_schema import TableRow, read_knowledge_file, read_rows


@dataclass(frozen=True)
class ReflectionPrompt:
    """One question to sit with, in writing or in silence."""

    id: str
    theme: str
    words: str


@dataclass(frozen=True)
class GroundingPractice:
    """One practice to come back to the body: steps, minutes, and who should leave it."""

    id: str
    title: str
    steps: tuple[str, ...]
    minutes: float
    cautions: tuple[Contraindications, ...]


@dataclass(frozen=True)
class EnergyCentre:
    """One centre: where it lies, its themes, a check-in from 0 to 10 with what both ends mean, prompts, practices."""

    id: str
    title: str
    where: str
    themes: tuple[str, ...]
    check_in: str
    low_means: str
    high_means: str
    prompts: tuple[ReflectionPrompt, ...]
    groundings: tuple[GroundingPractice, ...]
    source: str
    evidence: str


def energy_centres(*, opted_in: bool) -> dict[str, EnergyCentre]:
    """The centres by id, from the ground up; nothing unless the person asked for this part."""
    return dict(_all()) if opted_in else {}


def read_centres(given: Mapping[str, Any] | None = None) -> dict[str, EnergyCentre]:
    """Checked centres, from the file or as ``given``; ``InputError`` lists every fault."""
    return read_rows(
        "reflection.toml", _centre, given=read_knowledge_file("reflection.toml")["centres"] if given is None else given
    )


def reflection_introduction() -> str:
    """What is said before a person chooses: what this part is, and is not."""
    return str(read_knowledge_file("reflection.toml")["welcome"])


def parse_centre_check_in(centre: str, value: float) -> str:
    """What a check-in says back: the number between its two ends, and nothing about why.

    Raises ``InputError`` for an unknown centre and a value outside 0 to 10.
    """
    if centre not in _all():
        raise InputError(f"centre '{centre}' is not known; expected {', '.join(_all())}")
    if not 0 <= value <= 10:
        raise InputError(f"check-in is {value:g}; expected 0 to 10")
    asked = _all()[centre]
    return f"{asked.title}: {value:g} of 10, between {asked.low_means} (0) and {asked.high_means} (10)."


@cache
def _all() -> dict[str, EnergyCentre]:
    return read_centres()


def _centre(key: str, row: TableRow) -> EnergyCentre:
    source, evidence = parse_source(row)
    if evidence != "tradition":
        row.fault(f"evidence is '{evidence}'; this part is tradition, and says so")
    themes = row.texts("themes")
    return EnergyCentre(
        key,
        row.text("title"),
        row.text("where"),
        themes,
        row.text("check_in"),
        row.text("low_means"),
        row.text("high_means"),
        tuple(_prompt(one, themes) for one in row.rows("prompts")),
        tuple(_grounding(one) for one in row.rows("groundings")),
        source,
        evidence,
    )


def _prompt(row: TableRow, themes: tuple[str, ...]) -> ReflectionPrompt:
    made = ReflectionPrompt(row.text("id"), row.choice("theme", themes), row.text("words"))
    row.close()
    return made


def _grounding(row: TableRow) -> GroundingPractice:
    made = GroundingPractice(
        row.text("id"),
        row.text("title"),
        row.texts("steps"),
        row.number("minutes", 1, 30),
        parse_contraindications(row),
    )
    row.close()
    return made
