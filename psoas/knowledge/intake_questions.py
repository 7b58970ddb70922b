"""What a person is asked before anything else, and simple conditions over the answers."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from psoas.core.errors import InputError
from psoas.knowledge.toml_schema import TableRow, read_rows

Answer = bool | float | str | tuple[str, ...]
Answers = Mapping[str, Any]
"""Question id to answer: true or false, a number, one word, or a list of words; a question may be left out."""
KINDS = ("yes", "number", "choice", "many")
_CONDITION = re.compile(r"^(not )?(\w+)(?: (>=|<=|>|<|=|has) (\S+))?$")
_COMPARE: dict[str, Callable[[float, float], bool]] = {
    ">=": lambda a, b: a >= b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    "<": lambda a, b: a < b,
    "=": lambda a, b: a == b,
}


@dataclass(frozen=True)
class Question:
    """One question: its ``words``, what ``kind`` of answer it takes, a number's range and unit, a choice's options."""

    id: str
    group: str
    words: str
    kind: str
    low: float
    high: float
    unit: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class AnswerCondition:
    """One look at one answer: ``question`` alone (yes), compared with a number or word, or ``not`` a yes."""

    question: str
    compare: str = ""
    value: str = ""

    def __str__(self) -> str:
        if self.compare == "not":
            return f"not {self.question}"
        return f"{self.question} {self.compare} {self.value}".strip()

    def holds(self, answers: Answers) -> bool:
        """Whether the answers meet the condition; a question left out meets none but "not"."""
        given = answers.get(self.question)
        if self.compare == "not":
            return not given
        if given is None:
            return False
        if self.compare == "has":
            return self.value in given
        if self.compare and isinstance(given, (int, float)):
            return _COMPARE[self.compare](float(given), float(self.value))
        return given == self.value if self.compare else bool(given)


@cache
def intake_questions() -> dict[str, Question]:
    """All questions of the intake by id, in the order they are asked."""
    return read_questions()


def read_questions(given: Mapping[str, Any] | None = None) -> dict[str, Question]:
    """Checked questions, from the file or as ``given``; ``InputError`` lists every fault."""
    return read_rows("intake.toml", _question, given=given)


def parse_condition(text: str) -> AnswerCondition:
    """A condition from its text: "fever", "not fever", "age >= 65", "sex = male", "pain_where has groin".

    Raises ``InputError`` for an unknown question and for a comparison that the question's answers cannot meet.
    """
    found = _CONDITION.match(text)
    if not found:
        raise InputError(f"'{text}' is not a condition; expected 'fever', 'age >= 65' or 'pain_where has groin'")
    name, compare, value = found[2], (found[3] or "") or (found[1] or "").strip(), found[4] or ""
    if found[1] and found[3]:
        raise InputError(f"'{text}' turns a comparison around; turn its sign around instead")
    asked = intake_questions().get(name)
    if asked is None:
        raise InputError(f"'{text}' looks at '{name}', which is not asked{_near(name)}")
    legal = {"yes": ("", "not"), "number": tuple(_COMPARE), "choice": ("=",), "many": ("has",)}[asked.kind]
    if compare not in legal:
        raise InputError(f"'{text}' does not fit answers of the kind '{asked.kind}'")
    if asked.options and value not in asked.options:
        raise InputError(f"'{text}' asks for '{value}'; expected {', '.join(asked.options)}")
    if asked.kind == "number" and not re.fullmatch(r"-?\d+(\.\d+)?", value):
        raise InputError(f"'{text}' compares with '{value}'; expected a number")
    return AnswerCondition(name, compare, value)


def parse_conditions(row: TableRow, texts: tuple[str, ...]) -> tuple[AnswerCondition, ...]:
    """Conditions from their texts; faults go to the ``row``."""
    made = []
    for text in texts:
        try:
            made.append(parse_condition(text))
        except InputError as error:
            row.fault(str(error))
    return tuple(made)


def check_answers(answers: Answers) -> None:
    """Raise ``InputError`` with every answer that is unknown, out of range or of the wrong type."""
    faults = [fault for name, given in answers.items() if (fault := _fault(name, given))]
    if faults:
        raise InputError(*faults)


def _fault(name: str, given: Any) -> str:
    asked = intake_questions().get(name)
    if asked is None:
        return f"'{name}' is not a question of the intake{_near(name)}"
    if asked.kind == "yes":
        return "" if isinstance(given, bool) else f"{name} is {given!r}; expected true or false"
    if asked.kind == "number":
        good = isinstance(given, (int, float)) and not isinstance(given, bool) and asked.low <= given <= asked.high
        return "" if good else f"{name} is {given!r}; expected {asked.low:g} to {asked.high:g} {asked.unit}".rstrip()
    if asked.kind == "choice":
        return "" if given in asked.options else f"{name} is {given!r}; expected {', '.join(asked.options)}"
    good = isinstance(given, (list, tuple)) and all(one in asked.options for one in given)
    return "" if good else f"{name} is {given!r}; expected a list of {', '.join(asked.options)}"


def _near(name: str) -> str:
    close = difflib.get_close_matches(name, list(intake_questions()), n=3)
    return f"; expected {' or '.join(close)}" if close else ""


def _question(key: str, row: TableRow) -> Question:
    kind = row.choice("kind", KINDS)
    low, high, unit = 0.0, 0.0, ""
    if kind == "number":
        low, high = row.number("low", -1e6, 1e6), row.number("high", -1e6, 1e6)
        unit = row.text("unit")
        if low >= high:
            row.fault("'low' is not below 'high'")
    options = row.texts("options") if kind in ("choice", "many") else ()
    return Question(key, row.text("group"), row.text("words"), kind, low, high, unit, options)
