"""What a person is asked before anything else, and simple conditions over the answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TypeAlias

from psoas.core.coded_words import CodedWords
from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.core.nearest import either, nearest_names
from psoas.knowledge.practice_codes import UNIT_WORDS
from psoas.knowledge.row_words import RowText, WordedRow
from psoas.knowledge.toml_schema import TableRow, TomlTable, read_rows

Answer: TypeAlias = bool | float | str | tuple[str, ...]
"""A checked answer: true or false, a number, one word, or several words."""
DraftAnswer: TypeAlias = Answer | list[str]
"""The same as it is stored: several words are a list there."""
Answers: TypeAlias = Mapping[str, DraftAnswer]
"""Question id to answer; a question may be left out."""


class AnswerKind(StrEnum):
    """What a question is answered with: yes or no, a number, one of its options, any of them."""

    YES = "yes"
    NUMBER = "number"
    CHOICE = "choice"
    MANY = "many"


GROUPS = CodedWords(
    "knowledge.question_group",
    (
        "you", "where_it_hurts", "moving_about", "legs_and_nerves", "falls_and_bones", "fever_and_illness",
        "belly_and_groin", "chest_and_breath", "medicines_illnesses_operations", "days_and_habits",
    ),
)  # fmt: skip
"""What questions are about."""
LACKS = "lacks"
"""How a condition compares that holds where an option was not chosen."""
_CONDITION = re.compile(r"^(not )?(\w+)(\?)?(?: (>=|<=|>|<|=|has) (\S+))?$")
_COMPARE: dict[str, Callable[[float, float], bool]] = {
    ">=": lambda a, b: a >= b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    "<": lambda a, b: a < b,
    "=": lambda a, b: a == b,
}


@dataclass(frozen=True)
class Question(WordedRow):
    """One question: its ``words``, what ``kind`` of answer it takes, a number's range and unit, a choice's options."""

    id: str
    group_code: str
    kind: AnswerKind
    low: float
    high: float
    unit_code: str
    options: tuple[str, ...]

    words = RowText("")

    @property
    def words_key(self) -> str:
        """Key of its words."""
        return f"question.{self.id}"

    @property
    def group(self) -> str:
        """What it is about, as a heading."""
        return GROUPS[self.group_code]

    @property
    def unit(self) -> str:
        """The unit of a number, as it stands after it; nothing for other answers."""
        return UNIT_WORDS[self.unit_code] if self.unit_code else ""


@dataclass(frozen=True)
class AnswerCondition:
    """One look at one answer: ``question`` alone (yes), compared with a number or word, ``not`` a yes, or an option
    that the answer ``lacks``.

    ``or_unsaid``: it also holds while the question has no answer, so that a missing date counts as the serious one.
    """

    question: str
    compare: str = ""
    value: str = ""
    or_unsaid: bool = False

    def __str__(self) -> str:
        if self.compare == "not":
            return f"not {self.question}"
        if self.compare == LACKS:
            return f"not {self.question} has {self.value}"
        return f"{self.question}{'?' if self.or_unsaid else ''} {self.compare} {self.value}".strip()

    def holds(self, answers: Answers) -> bool:
        """Whether the answers meet the condition; a question left out meets "not" and "?"."""
        given = answers.get(self.question)
        if self.compare == "not":
            return not given
        if self.compare == LACKS:
            return self.value not in read_words(answers, self.question)
        if given is None:
            return self.or_unsaid
        if self.compare == "has":
            return self.value in read_words(answers, self.question)
        if self.compare and isinstance(given, (int, float)):
            return _COMPARE[self.compare](float(given), float(self.value))
        return given == self.value if self.compare else bool(given)


def read_number(answers: Answers, question: str) -> float:
    """The number that a question was answered with, 0 where it was left out."""
    found = answers.get(question)
    return found if isinstance(found, int | float) else 0


def read_word(answers: Answers, question: str, default: str = "") -> str:
    """The option that was chosen, ``default`` where the question was left out."""
    found = answers.get(question)
    return found if isinstance(found, str) else default


def read_words(answers: Answers, question: str) -> tuple[str, ...]:
    """The options that were chosen, none where the question was left out."""
    found = answers.get(question)
    return tuple(found) if isinstance(found, list | tuple) else ()


@cache
def intake_questions() -> dict[str, Question]:
    """All questions of the intake by id, in the order they are asked."""
    return read_questions()


def read_questions(given: TomlTable | None = None) -> dict[str, Question]:
    """Checked questions, from the file or as ``given``; ``InputError`` lists every fault."""
    return read_rows("intake.toml", _question, given=given, words="question")


def parse_condition(text: str) -> AnswerCondition:
    """A condition from its text: "fever", "not fever", "age >= 65", "sex = male", "pain_where has groin",
    "not pain_where has groin"; with a "?" behind the question ("pain_weeks? < 6") it holds as well while that is not
    answered.

    Raises ``InputError`` for an unknown question and for a comparison that the question's answers cannot meet.
    """
    found = _CONDITION.match(text)
    if not found:
        raise InputError(message("answer_fault.no_condition", condition=text))
    name, compare, value = found[2], (found[4] or "") or (found[1] or "").strip(), found[5] or ""
    if found[1] and compare == "has":
        compare = LACKS
    elif found[1] and (found[3] or found[4]):
        raise InputError(message("answer_fault.not_compared", condition=text))
    asked = intake_questions().get(name)
    if asked is None:
        raise InputError(message("answer_fault.condition_unknown", condition=text, name=name, near=_near(name)))
    legal = {"yes": ("", "not"), "number": tuple(_COMPARE), "choice": ("=",), "many": ("has", LACKS)}[asked.kind]
    if compare not in legal:
        raise InputError(message("answer_fault.condition_kind", condition=text, kind=asked.kind))
    if asked.options and value not in asked.options:
        raise InputError(
            message("answer_fault.condition_option", condition=text, value=value, allowed=", ".join(asked.options))
        )
    if asked.kind == "number" and not re.fullmatch(r"-?\d+(\.\d+)?", value):
        raise InputError(message("answer_fault.condition_number", condition=text, value=value))
    return AnswerCondition(name, compare, value, or_unsaid=bool(found[3]))


def parse_conditions(row: TableRow, texts: tuple[str, ...], key: str = "") -> tuple[AnswerCondition, ...]:
    """Conditions from their texts, which the ``row`` holds under ``key``; faults go to the row."""
    made = []
    for text in texts:
        try:
            made.append(parse_condition(text))
        except InputError as error:
            for fault in error.messages:
                row.fault(fault, key)
    return tuple(made)


def check_answers(answers: Answers) -> None:
    """Raise ``InputError`` with every answer that is unknown, out of range or of the wrong type."""
    faults = [fault for name, given in answers.items() for fault in _faults(name, given)]
    if faults:
        raise InputError(*faults)


def _faults(name: str, given: DraftAnswer) -> Iterator[Message]:
    asked = intake_questions().get(name)
    if asked is None:
        yield message("answer_fault.unknown", name=name, near=_near(name))
        return
    value, options = repr(given), ", ".join(asked.options)
    match asked.kind:
        case AnswerKind.YES if not isinstance(given, bool):
            yield message("answer_fault.yes", name=name, value=value)
        case AnswerKind.NUMBER if not (
            isinstance(given, int | float) and not isinstance(given, bool) and asked.low <= given <= asked.high
        ):
            low, high, unit = f"{asked.low:g}", f"{asked.high:g}", message(f"knowledge.unit.{asked.unit_code}")
            yield message("answer_fault.number", name=name, value=value, low=low, high=high, unit=unit)
        case AnswerKind.CHOICE if given not in asked.options:
            yield message("answer_fault.choice", name=name, value=value, options=options)
        case AnswerKind.MANY if not (isinstance(given, list | tuple) and all(one in asked.options for one in given)):
            yield message("answer_fault.many", name=name, value=value, options=options)


def _near(name: str) -> Message:
    """The nearest questions, to stand after a fault."""
    close = nearest_names(name, intake_questions())
    return message("answer_fault.near", names=either(close)) if close else message("answer_fault.near_none")


def _question(key: str, row: TableRow) -> Question:
    kind = row.member("kind", AnswerKind)
    low, high, unit = 0.0, 0.0, ""
    if kind is AnswerKind.NUMBER:
        low, high = row.number("low", -1e6, 1e6), row.number("high", -1e6, 1e6)
        unit = row.choice("unit", UNIT_WORDS)
        if low >= high:
            row.fault(message("table.order", low="low", high="high"), "low")
    options = row.texts("options") if kind in (AnswerKind.CHOICE, AnswerKind.MANY) else ()
    return Question(key, row.choice("group", GROUPS), kind, low, high, unit, options)
