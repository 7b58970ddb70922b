"""Answers that together speak against something, unless a self-test shows that the person can: conditions of bars."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import inf
from typing import TypeAlias

from psoas.core.message import message
from psoas.knowledge.intake_questions import AnswerCondition, Answers, parse_conditions
from psoas.knowledge.practice_sources import parse_source
from psoas.knowledge.toml_schema import TableRow, read_knowledge_file

TestResults: TypeAlias = Mapping[str, float]
"""The result of each self-test that was done, of two sides the worse one, in its unit."""
TESTS = "selftests.toml"
TOGETHER = " and "
"""What joins conditions that must all hold: "age >= 65 and falls >= 1"."""


@cache
def all_passed() -> TestResults:
    """Every self-test passed: what decides whether somebody may take a test, which must not wait for its own result."""
    return dict.fromkeys(read_knowledge_file(TESTS).content, inf)


@dataclass(frozen=True)
class PassedTest:
    """A self-test that spares a person: both sides reach ``least``. ``untested`` says whether the bar holds while
    nobody took it."""

    test: str
    least: float
    untested: bool

    def spares(self, results: TestResults) -> bool:
        """Whether the results take the bar away."""
        found = results.get(self.test)
        return not self.untested if found is None else found >= self.least


@dataclass(frozen=True)
class PersonBar:
    """Conditions that must all hold, the ``source`` that says so, and the test that spares."""

    conditions: tuple[AnswerCondition, ...]
    source: str
    unless: PassedTest | None = None

    def __str__(self) -> str:
        return TOGETHER.join(str(one) for one in self.conditions)

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that it looks at."""
        return tuple(one.question for one in self.conditions)

    def holds(self, answers: Answers, results: TestResults | None = None) -> bool:
        """Whether every condition holds, and no test spares the person."""
        spared = self.unless is not None and self.unless.spares(results or {})
        return not spared and all(one.holds(answers) for one in self.conditions)

    def unasked(self, answers: Answers) -> tuple[str, ...]:
        """Questions without an answer that decide: none where an answer already rules it out."""
        known = [one for one in self.conditions if one.question in answers]
        if not all(one.holds(answers) for one in known):
            return ()
        return tuple(one.question for one in self.conditions if one.question not in answers)


@dataclass(frozen=True)
class BarRows:
    """What a row says: who never, who asks first, and from where."""

    never: tuple[PersonBar, ...]
    ask_first: tuple[PersonBar, ...]
    source: str
    evidence: str


def parse_bars(row: TableRow, *, both: bool) -> BarRows:
    """The bars of a row, each text with its conditions joined by "and"; ``both`` lists must be there, or either."""
    source, evidence = parse_source(row)
    test = _passed_test(row.optional_row("unless"))

    def read(key: str) -> tuple[PersonBar, ...]:
        made = (
            parse_conditions(row, tuple(text.split(TOGETHER)), key) for text in row.texts(key, None if both else ())
        )
        return tuple(PersonBar(one, source, test) for one in made if one)

    return BarRows(read("never"), read("ask_first"), source, evidence)


def _passed_test(row: TableRow | None) -> PassedTest | None:
    if row is None:
        return None
    known = all_passed()
    made = PassedTest(row.choice("test", known), row.number("least", 0, 1000), row.flag("untested"))
    if not made.least:
        row.fault(message("table.empty", key="least", expected=message("table.expected.a_number")), "least")
    row.close()
    return made
