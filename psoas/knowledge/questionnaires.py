"""Questionnaires whose licence allows them: items, scores, published cut-offs, and the change that matters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from psoas.core.catalogue import attribute, texts
from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.knowledge.practice_codes import Better
from psoas.knowledge.practice_sources import all_sources, parse_source
from psoas.knowledge.row_words import NeededWords, RowText, WordedRow
from psoas.knowledge.screening import HelpLine, help_lines
from psoas.knowledge.toml_schema import TableRow, TomlTable, read_rows


class Scoring(StrEnum):
    """Items are added up, averaged, or each stands for itself."""

    SUM = "sum"
    MEAN = "mean"
    APART = "apart"


@dataclass(frozen=True)
class QuestionnaireItem:
    """One item of the ``questionnaire``, the ``place``-th from 1: ``words`` and whole or half answers from ``low`` to
    ``high``, with a label each where it has labels."""

    id: str
    questionnaire: str
    place: int
    low: float
    high: float
    labelled: bool

    @property
    def words(self) -> str:
        """What is asked."""
        return attribute(f"questionnaire.{self.questionnaire}", f"item-{self.place}")

    @property
    def labels(self) -> tuple[str, ...]:
        """The answers in words from ``low`` on; nothing where they are numbers."""
        return texts(f"questionnaire.{self.questionnaire}", "label") if self.labelled else ()


@dataclass(frozen=True)
class ScoreBand:
    """What scores from ``at_least`` on mean: the ``place``-th band of the ``questionnaire``, from 1."""

    questionnaire: str
    place: int
    at_least: float

    @property
    def words(self) -> str:
        """What the score means."""
        return attribute(f"questionnaire.{self.questionnaire}", f"band-{self.place}")


@dataclass(frozen=True)
class Questionnaire(WordedRow):
    """One questionnaire. ``change`` is the smallest change that matters (0: none is published), ``doctor_at`` the score
    from which a talk with a doctor is worth it and ``crisis_at`` the one from which people to talk to stand beside the
    result (0: never), ``better`` "lower" or "higher"; ``blank_is_zero`` where an item left out counts 0."""

    id: str
    scoring: Scoring
    items: tuple[QuestionnaireItem, ...]
    at_least_items: int
    bands: tuple[ScoreBand, ...]
    change: float
    change_source: str
    better: Better
    doctor_at: float
    crisis_at: float
    blank_is_zero: bool
    source: str
    evidence: str

    title = RowText("")
    intro = RowText()
    licence = RowText()
    note = RowText()

    @property
    def words_key(self) -> str:
        """Key of its words."""
        return f"questionnaire.{self.id}"

    @property
    def crisis(self) -> str:
        """What is said beside people to talk to; nothing where no score asks for them."""
        return attribute(self.words_key, "crisis") if self.crisis_at else ""

    def needed_words(self) -> tuple[NeededWords, ...]:
        """Its own words, and those of every item, label and band."""
        (own,) = super().needed_words()
        labels = next((int(one.high) + 1 for one in self.items if one.labelled), 0)
        counts = {"item": len(self.items), "label": labels, "band": len(self.bands)}
        single = {*own.texts, *(["crisis"] if self.crisis_at else [])}
        return (NeededWords(self.words_key, single, {key: count for key, count in counts.items() if count}),)

    @property
    def range(self) -> tuple[float, float]:
        """Lowest and highest score."""
        low, high = [i.low for i in self.items], [i.high for i in self.items]
        return (sum(low), sum(high)) if self.scoring is Scoring.SUM else (min(low), max(high))


@dataclass(frozen=True)
class QuestionnaireScore:
    """A ``value`` (None where items stand apart) within ``low`` to ``high``, what it means, and people to talk to where
    the result is ``serious`` and asks for them; ``see_doctor`` where a talk with a doctor is worth it."""

    questionnaire: str
    value: float | None
    low: float
    high: float
    items: Mapping[str, float]
    band: ScoreBand | None = None
    serious: bool = False
    see_doctor: bool = False

    @property
    def words(self) -> str:
        """What the value means."""
        return self.band.words if self.band else find_questionnaire(self.questionnaire).note

    @property
    def crisis(self) -> str:
        """What is said beside people to talk to; nothing where the result does not ask for them."""
        return find_questionnaire(self.questionnaire).crisis if self.serious else ""

    @property
    def help(self) -> tuple[HelpLine, ...]:
        """People to talk to, where the result asks for them."""
        return help_lines() if self.serious else ()


def score_questionnaire(questionnaire: Questionnaire | str, answers: Mapping[str, float]) -> QuestionnaireScore:
    """The score of answers by item id.

    Raises ``InputError`` with every item that is missing, unknown or out of range.
    """
    asked = questionnaire if isinstance(questionnaire, Questionnaire) else find_questionnaire(questionnaire)
    faults = _faults(asked, answers)
    if faults:
        raise InputError(*faults)
    given = {item.id: float(answers[item.id]) for item in asked.items if item.id in answers}
    if asked.blank_is_zero:
        given = {item.id: given.get(item.id, item.low) for item in asked.items}
    low, high = asked.range
    if asked.scoring is Scoring.APART:
        return QuestionnaireScore(asked.id, None, low, high, given)
    value = sum(given.values()) / (len(given) if asked.scoring is Scoring.MEAN else 1)
    band = next((band for band in reversed(asked.bands) if value >= band.at_least), None)
    return QuestionnaireScore(
        asked.id, value, low, high, given, band, 0 < asked.crisis_at <= value, 0 < asked.doctor_at <= value
    )


@cache
def questionnaires() -> dict[str, Questionnaire]:
    """All questionnaires by id."""
    return read_questionnaires()


def read_questionnaires(given: TomlTable | None = None) -> dict[str, Questionnaire]:
    """Checked questionnaires, from the file or as ``given``; ``InputError`` lists every fault."""
    return read_rows("questionnaires.toml", _questionnaire, given=given, words="questionnaire")


def find_questionnaire(name: str) -> Questionnaire:
    """One questionnaire; ``InputError`` lists the known names."""
    if name not in questionnaires():
        raise InputError(message("practice.no_questionnaire", name=name, known=", ".join(questionnaires())))
    return questionnaires()[name]


def _faults(asked: Questionnaire, answers: Mapping[str, float]) -> list[Message]:
    known = {item.id: item for item in asked.items}
    faults = [
        message("practice.no_item", name=asked.id, item=name, known=", ".join(known))
        for name in answers
        if name not in known
    ]
    for name, item in known.items():
        given = answers.get(name)
        if given is None:
            if len(asked.items) == asked.at_least_items and not asked.blank_is_zero:
                faults.append(message("practice.item_open", name=asked.id, item=name))
        elif isinstance(given, bool) or not isinstance(given, (int, float)):
            faults.append(message("practice.item_no_number", name=asked.id, item=name, value=repr(given)))
        elif not item.low <= given <= item.high:
            low, high = f"{item.low:g}", f"{item.high:g}"
            faults.append(
                message("practice.item_range", name=asked.id, item=name, value=f"{given:g}", low=low, high=high)
            )
        elif item.labelled and given != int(given):
            faults.append(message("practice.item_whole", name=asked.id, item=name, value=f"{given:g}"))
    if len(known.keys() & answers.keys()) < asked.at_least_items < len(asked.items):
        faults.append(message("practice.items_few", name=asked.id, count=asked.at_least_items))
    return faults


def _questionnaire(key: str, row: TableRow) -> Questionnaire:
    labels = row.count("labels", 0, 20, 0)
    if labels == 1:
        row.fault(message("table.one_label"), "labels")
    items = [
        QuestionnaireItem(f"{key}_{i}", key, i, 0.0, labels - 1.0, True)
        for i in range(1, 1 + row.count("items", 0, 100, 0))
    ]
    for one in row.rows("item", []):
        items.append(_item(key, len(items) + 1, one))
    if not items:
        row.fault(message("table.no_items"))
    bands = row.numbers("bands", ())
    if list(bands) != sorted(bands):
        row.fault(message("table.bands_fall"), "bands")
    change = row.number("change", 0, 100, 0)
    change_source = row.choice("change_source", all_sources(), "assumed")
    source, evidence = parse_source(row)
    return Questionnaire(
        key,
        row.member("scoring", Scoring),
        tuple(items),
        row.count("at_least_items", 1, 100, len(items) or 1),
        tuple(ScoreBand(key, place, at_least) for place, at_least in enumerate(bands, 1)),
        change,
        change_source,
        row.member("better", Better),
        row.number("doctor_at", 0, 100, 0),
        row.number("crisis_at", 0, 100, 0),
        row.flag("blank_is_zero"),
        source,
        evidence,
    )


def _item(questionnaire: str, place: int, row: TableRow) -> QuestionnaireItem:
    low, high = row.number("low", 0, 100, 0), row.number("high", 1, 1000, 10)
    made = QuestionnaireItem(row.text("id"), questionnaire, place, low, high, False)
    row.close()
    return made
