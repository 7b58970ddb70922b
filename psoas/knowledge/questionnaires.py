"""Questionnaires whose licence allows them: items, scores, published cut-offs, and the change that matters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from psoas.core.errors import InputError
from psoas.knowledge.practice_sources import all_sources, parse_source
from psoas.knowledge.screening import HelpLine, help_lines
from psoas.knowledge.toml_schema import TableRow, read_rows

SCORING = ("sum", "mean", "apart")
"""Items are added up, averaged, or each stands for itself."""


@dataclass(frozen=True)
class QuestionnaireItem:
    """One item: ``words`` and whole or half answers from ``low`` to ``high``, with a label each where it has labels."""

    id: str
    words: str
    low: float
    high: float
    labels: tuple[str, ...]


@dataclass(frozen=True)
class ScoreBand:
    """What scores from ``at_least`` on mean."""

    at_least: float
    words: str


@dataclass(frozen=True)
class Questionnaire:
    """One questionnaire. ``change`` is the smallest change that matters (0: none is published), ``crisis_at`` the score
    from which people to talk to stand beside the result (0: never), ``better`` "lower" or "higher"."""

    id: str
    title: str
    intro: str
    scoring: str
    items: tuple[QuestionnaireItem, ...]
    at_least_items: int
    bands: tuple[ScoreBand, ...]
    change: float
    change_source: str
    better: str
    crisis_at: float
    crisis: str
    licence: str
    note: str
    source: str
    evidence: str

    @property
    def range(self) -> tuple[float, float]:
        """Lowest and highest score."""
        low, high = [i.low for i in self.items], [i.high for i in self.items]
        return (sum(low), sum(high)) if self.scoring == "sum" else (min(low), max(high))


@dataclass(frozen=True)
class QuestionnaireScore:
    """A ``value`` (None where items stand apart) within ``low`` to ``high``, what it means, and people to talk to where
    the result asks for them."""

    questionnaire: str
    value: float | None
    low: float
    high: float
    words: str
    items: Mapping[str, float]
    crisis: str = ""
    help: tuple[HelpLine, ...] = ()


def score_questionnaire(questionnaire: Questionnaire | str, answers: Mapping[str, float]) -> QuestionnaireScore:
    """The score of answers by item id.

    Raises ``InputError`` with every item that is missing, unknown or out of range.
    """
    asked = questionnaire if isinstance(questionnaire, Questionnaire) else find_questionnaire(questionnaire)
    faults = _faults(asked, answers)
    if faults:
        raise InputError(*faults)
    given = {item.id: float(answers[item.id]) for item in asked.items if item.id in answers}
    low, high = asked.range
    if asked.scoring == "apart":
        return QuestionnaireScore(asked.id, None, low, high, asked.note, given)
    value = sum(given.values()) / (len(given) if asked.scoring == "mean" else 1)
    words = next((band.words for band in reversed(asked.bands) if value >= band.at_least), asked.note)
    serious = 0 < asked.crisis_at <= value
    return QuestionnaireScore(
        asked.id, value, low, high, words, given, asked.crisis if serious else "", help_lines() if serious else ()
    )


def is_relevant_change(questionnaire: Questionnaire | str, before: float, after: float) -> bool | None:
    """Whether a change of score reaches the smallest one that matters; None where none is published."""
    asked = questionnaire if isinstance(questionnaire, Questionnaire) else find_questionnaire(questionnaire)
    return abs(after - before) >= asked.change - 1e-9 if asked.change else None


@cache
def questionnaires() -> dict[str, Questionnaire]:
    """All questionnaires by id."""
    return read_questionnaires()


def read_questionnaires(given: Mapping[str, Any] | None = None) -> dict[str, Questionnaire]:
    """Checked questionnaires, from the file or as ``given``; ``InputError`` lists every fault."""
    return read_rows("questionnaires.toml", _questionnaire, given=given)


def find_questionnaire(name: str) -> Questionnaire:
    """One questionnaire; ``InputError`` lists the known names."""
    if name not in questionnaires():
        raise InputError(f"questionnaire '{name}' is not known; expected {', '.join(questionnaires())}")
    return questionnaires()[name]


def _faults(asked: Questionnaire, answers: Mapping[str, float]) -> list[str]:
    known = {item.id: item for item in asked.items}
    faults = [
        f"{asked.id}: '{name}' is not an item; expected {', '.join(known)}" for name in answers if name not in known
    ]
    for name, item in known.items():
        given = answers.get(name)
        if given is None and len(asked.items) == asked.at_least_items:
            faults.append(f"{asked.id}: '{name}' has no answer")
        elif given is not None and (isinstance(given, bool) or not isinstance(given, (int, float))):
            faults.append(f"{asked.id}: '{name}' is {given!r}; expected a number")
        elif given is not None and not item.low <= given <= item.high:
            faults.append(f"{asked.id}: '{name}' is {given:g}; expected {item.low:g} to {item.high:g}")
        elif given is not None and item.labels and given != int(given):
            faults.append(f"{asked.id}: '{name}' is {given:g}; expected a whole number")
    if len(known.keys() & answers.keys()) < asked.at_least_items < len(asked.items):
        faults.append(f"{asked.id}: expected at least {asked.at_least_items} items")
    return faults


def _questionnaire(key: str, row: TableRow) -> Questionnaire:
    labels = row.texts("labels", ())
    if len(labels) == 1:
        row.fault("'labels' holds one label; expected one for each answer")
    texts = row.texts("items", ())
    items = tuple(
        QuestionnaireItem(f"{key}_{i}", text, 0.0, len(labels) - 1.0, labels) for i, text in enumerate(texts, 1)
    )
    items += tuple(_item(one) for one in row.rows("item", []))
    if not items:
        row.fault("has no items")
    bands = tuple(_band(b) for b in row.rows("bands", []))
    if [b.at_least for b in bands] != sorted(b.at_least for b in bands):
        row.fault("'bands' do not rise")
    change = row.number("change", 0, 100, 0)
    change_source = row.choice("change_source", all_sources(), "assumed")
    source, evidence = parse_source(row)
    return Questionnaire(
        key,
        row.text("title"),
        row.text("intro"),
        row.choice("scoring", SCORING),
        items,
        int(row.number("at_least_items", 1, 100, float(len(items) or 1))),
        bands,
        change,
        change_source,
        row.choice("better", ("lower", "higher", "neither")),
        row.number("crisis_at", 0, 100, 0),
        row.text("crisis", ""),
        row.text("licence"),
        row.text("note"),
        source,
        evidence,
    )


def _band(row: TableRow) -> ScoreBand:
    made = ScoreBand(row.number("at_least", 0, 1000), row.text("words"))
    row.close()
    return made


def _item(row: TableRow) -> QuestionnaireItem:
    made = QuestionnaireItem(
        row.text("id"), row.text("words"), row.number("low", 0, 100, 0), row.number("high", 1, 1000, 10), ()
    )
    row.close()
    return made
