"""The rules of planning as data: phases, costs, positions, kin, what provokes; and answers told in plain words."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from psoas.core.catalogue import has, text
from psoas.knowledge.exercise_library import exercises
from psoas.knowledge.intake_questions import AnswerCondition, intake_questions, parse_condition
from psoas.program.condition_text import condition_key
from psoas.program.program_models import PHASES


@dataclass(frozen=True)
class PhaseRule:
    """One phase: its ``title``, the most pressure on L4/5 it allows (N on the reference body), what it multiplies the
    value of each strand by, sets of cautions it is ``without``, those it would rather leave for ``later``, what it
    holds ``also`` where sessions are long enough, and when to move on. ``seated``: title and moving on for whoever does
    not stand."""

    name: str
    title: str
    lumbar_n: float
    emphasis: dict[str, float]
    without: frozenset[str]
    later: frozenset[str]
    also: tuple[str, ...]
    moves_on: str
    seated: tuple[str, str]


@dataclass(frozen=True)
class ProvocationRule:
    """What takes sets of cautions, or items by name, out: where every one of ``when`` holds, or a ``test`` (self-test
    id) read more than ``above``."""

    when: tuple[AnswerCondition, ...]
    takes: tuple[str, ...]
    words: str
    test: str = ""
    above: float = 0.0


@dataclass(frozen=True)
class PositionRule:
    """Positions that an answer rules out."""

    when: AnswerCondition
    needs: tuple[str, ...]
    words: str


@cache
def planning_rules() -> dict[str, Any]:
    """The table ``rules.toml`` as it stands."""
    return _table("rules.toml")


@cache
def phase_rules() -> tuple[PhaseRule, ...]:
    """The phases in their order."""
    rows = planning_rules()["phases"]
    return tuple(
        PhaseRule(
            name,
            row["title"],
            float(row["lumbar_n"]),
            dict(row["emphasis"]),
            frozenset(row["without"]),
            frozenset(row.get("later", ())),
            tuple(row.get("also", ())),
            row["moves_on"],
            (row.get("title_seated", row["title"]), row.get("moves_on_seated", row["moves_on"])),
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
            row["words"],
        )
        for row in planning_rules()["provokes"]
    ]
    tested = [
        ProvocationRule((), tuple(row["sets"]), row["words"], row["test"], float(row["above"]))
        for row in planning_rules()["test_provokes"]
    ]
    return (*told, *tested)


@cache
def position_rules() -> tuple[PositionRule, ...]:
    """Positions ruled out, by answer."""
    return tuple(
        PositionRule(parse_condition(row["when"]), tuple(row["needs"]), row["words"])
        for row in planning_rules()["cannot"]
    )


@cache
def exercise_family(name: str) -> str:
    """The kin of an item: as the table says, else the chain of harder neighbours it belongs to, else itself."""
    for kin, names in planning_rules()["families"].items():
        if name in names:
            return str(kin)
    chain, todo = {name}, [name]
    while todo:
        at = todo.pop()
        for one in exercises().values():
            if one.harder and at in (one.name, one.harder.exercise):
                new = {one.name, one.harder.exercise} - chain
                chain |= new
                todo += new
    return min(chain)


@cache
def progression_depth(name: str) -> int:
    """How many easier neighbours lead up to an exercise, at most."""
    before = [one.name for one in exercises().values() if one.harder and one.harder.exercise == name]
    return 1 + max((progression_depth(one) for one in before), default=-1) if before else 0


def condition_text(condition: str) -> str:
    """A condition of the intake as a plain sentence to the person; by its question where the catalogue has none."""
    key = condition_key(condition)
    if has(key):
        return text(key)
    asked = parse_condition(condition)
    answer = "yes" if not asked.compare else asked.value.replace("_", " ")
    return text("condition.answered", answer=answer, question=intake_questions()[asked.question].words)


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("psoas.program").joinpath("data", name).read_text(encoding="utf-8"))
