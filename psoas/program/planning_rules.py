"""The rules of planning as data: phases, costs, positions, families, pain; and answers as messages."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from psoas.core.catalogue import has
from psoas.core.message import Message, Value, message
from psoas.intake.answers import SelfTestResult
from psoas.knowledge.exercise_library import exercises
from psoas.knowledge.intake_questions import AnswerCondition, Answers, intake_questions, parse_condition
from psoas.knowledge.person_bars import TOGETHER
from psoas.program.condition_text import condition_key
from psoas.program.pain_rules import LIMITS
from psoas.program.program_models import PHASES


@dataclass(frozen=True)
class PhaseRule:
    """One phase of the plan.

    Args:
        name: One of ``PHASES``.
        lumbar_n: The most compression of L4/5 it allows, N on the reference body.
        emphasis: What the worth of an item is multiplied by, by strand.
        without: Sets of cautions that wait for a later phase.
        later: Sets of cautions that this phase avoids where anything else serves.
        hold: Patterns it holds besides the usual ones, each with what it is worth beside the others.
    """

    name: str
    lumbar_n: float
    emphasis: dict[str, float]
    without: frozenset[str]
    later: frozenset[str]
    hold: dict[str, float]

    def words(self, key: str, *, stands: bool, limits: Mapping[str, Value]) -> Message:
        """Its ``title``, or when to move on (``moves_on``), for a person who stands or sits and has these ``limits``
        of pain."""
        return message(f"plan.phase.{self.name}.{key}", stands="yes" if stands else "no", **limits)


@dataclass(frozen=True)
class ProvocationRule:
    """Pain that rules out sets of cautions, or items by name: where every one of ``when`` holds, or the self-test
    ``test`` scored more than ``above`` and, where places are named in ``where``, was felt in one of them."""

    when: tuple[AnswerCondition, ...]
    takes: tuple[str, ...]
    words: Message
    test: str = ""
    above: float = 0.0
    where: frozenset[str] = frozenset()

    def holds(self, answers: Answers, tests: Iterable[SelfTestResult]) -> bool:
        """Whether answers or a self-test say so."""
        if self.when:
            return all(one.holds(answers) for one in self.when)
        return any(
            one.test == self.test
            and one.highest > self.above
            and (not self.where or not self.where.isdisjoint(one.where))
            for one in tests
        )


@dataclass(frozen=True)
class PositionRule:
    """Positions that an answer rules out."""

    when: AnswerCondition
    needs: tuple[str, ...]
    words: Message


@cache
def planning_rules() -> dict[str, Any]:
    """The table ``rules.toml`` as it stands."""
    return read_program_table("rules.toml")


@cache
def phase_rules() -> tuple[PhaseRule, ...]:
    """The phases in their order."""
    rows = planning_rules()["phases"]
    return tuple(
        PhaseRule(
            name,
            float(row["lumbar_n"]),
            dict(row["emphasis"]),
            frozenset(row["without"]),
            frozenset(row.get("later", ())),
            dict(row.get("hold", {})),
        )
        for name, row in ((name, rows[name]) for name in PHASES)
    )


@cache
def provocation_rules() -> tuple[ProvocationRule, ...]:
    """Pain that takes items out, by answers and by self-tests."""
    told = [
        ProvocationRule(
            tuple(parse_condition(text) for text in row["when"]),
            (*row.get("sets", ()), *row.get("items", ())),
            message(f"plan.out.pain.{row['id']}", **LIMITS),
        )
        for row in planning_rules()["provokes"]
    ]
    tested = [
        ProvocationRule(
            (),
            tuple(row["sets"]),
            message(f"plan.out.pain.{row['id']}", **LIMITS),
            row["test"],
            float(row["above"]),
            frozenset(row.get("where", ())),
        )
        for row in planning_rules()["test_provokes"]
    ]
    return (*told, *tested)


@cache
def position_rules() -> tuple[PositionRule, ...]:
    """Positions ruled out, by answer."""
    return tuple(
        PositionRule(parse_condition(row["when"]), tuple(row["needs"]), message(f"plan.out.position.{row['when']}"))
        for row in planning_rules()["cannot"]
    )


@cache
def exercise_family(name: str) -> str:
    """The family of an exercise: as the table says, else the chain of harder neighbours it belongs to, else itself."""
    for family, names in planning_rules()["families"].items():
        if name in names:
            return str(family)
    chain, todo = {name}, [name]
    while todo:
        at = todo.pop()
        for one in exercises().values():
            if one.harder and at in (one.name, one.harder.exercise):
                new = {one.name, one.harder.exercise} - chain
                chain |= new
                todo += new
    return min(chain)


def condition_message(condition: str) -> Message:
    """A condition of the intake as a sentence to the person, conditions that hold together as sentences; by its
    question where the catalogue has none."""
    first, _, rest = condition.partition(TOGETHER)
    if rest:
        return message("condition.both", first=condition_message(first), second=condition_message(rest))
    key = condition_key(condition)
    if has(key):
        return message(key)
    asked = parse_condition(condition)
    answer = "yes" if not asked.compare else asked.value.replace("_", " ")
    return message("condition.answered", answer=answer, question=intake_questions()[asked.question].words)


@cache
def read_program_table(name: str) -> dict[str, Any]:
    """A table of this package's data, as it stands."""
    return tomllib.loads(files("psoas.program").joinpath("data", name).read_text(encoding="utf-8"))
