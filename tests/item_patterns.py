"""Patterns of items in readable cases: ``kind:``, ``strand:``, ``pattern:`` and the others, with sides."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from psoas.core.sides import SIDES
from psoas.intake.vocabulary import EQUIPMENT
from psoas.knowledge import breath_techniques, massage_guides, screening, self_tests
from psoas.knowledge.contraindications import contraindications
from psoas.knowledge.exercise import Exercise
from psoas.knowledge.exercise_library import exercises
from psoas.knowledge.ladders import ladders, rungs_of
from psoas.knowledge.practice_codes import EXERCISE_STRANDS, WEEK_STRANDS, Pattern, Position
from psoas.program.program_models import Item

WHERE = (*SIDES, "both")
KINDS = ("exercise", "breath", "massage", "test")


def matches(pattern: str, item: Item) -> bool:
    """Whether an item is meant by a pattern, or by one of several with ``|`` between."""
    return any(_matches(one, item) for one in pattern.split("|"))


def _matches(pattern: str, item: Item) -> bool:
    whole, _, side = pattern.partition("/")
    if side and item.side != side:
        return False
    word, _, name = whole.rpartition(":")
    return MATCH[word or "exercise"](item, name)


def _of(item: Item) -> Any:
    """What an item stands for in the library."""
    tables: dict[str, Callable[[], Mapping[str, Any]]] = {
        "exercise": exercises,
        "breath": breath_techniques.list_breath_techniques,
        "massage": massage_guides.list_massage_guides,
        "test": self_tests.self_tests,
    }
    return tables[item.kind]()[item.name]


def _is(kind: str) -> Callable[[Item, str], bool]:
    return lambda item, name: item.kind == kind and name in ("*", item.name)


def _strands(item: Item) -> set[str]:
    return {item.strand, _of(item).strand} if item.kind == "exercise" else {item.strand}


def _narrowed(item: Item) -> set[str]:
    one = _of(item)
    if isinstance(one, Exercise):
        return set(one.narrowed_by)
    if item.kind == "massage":
        return {"massage", *(["abdominal_massage"] if one.abdominal else [])}
    return {"breath_holds"} if item.kind == "breath" and one.held else set()


def _sets(item: Item) -> set[str]:
    one = _of(item)
    return set(one.caution_sets) if isinstance(one, Exercise) else {part.id for part in one.cautions}


def _part(key: str) -> Callable[[Item, str], bool]:
    return lambda item, name: item.kind == "exercise" and name in getattr(_of(item), key)


def patterns_of(item: Item) -> set[str]:
    """The movement patterns that an item trains."""
    if item.kind != "exercise":
        return {str(item.kind)}
    rungs = rungs_of(item.name)
    return {str(one) for rung in rungs for one in (ladders()[rung.ladder].pattern, *rung.also)}


MATCH: dict[str, Callable[[Item, str], bool]] = {
    **{kind: _is(kind) for kind in KINDS},
    "kind": lambda item, name: item.kind == name,
    "strand": lambda item, name: name in _strands(item),
    "narrow": lambda item, name: name in _narrowed(item),
    "set": lambda item, name: name in _sets(item),
    "needs": _part("needs"),
    "equipment": _part("equipment"),
    "pattern": lambda item, name: name in patterns_of(item),
}
"""What each word before the colon of a pattern asks of an item."""


def names_behind(word: str) -> Collection[str]:
    """Names that may stand behind the colon of a pattern."""
    equipment = {*EQUIPMENT, *(name for one in exercises().values() for name in one.equipment)}
    return {
        "kind": KINDS,
        "strand": {*WEEK_STRANDS, *EXERCISE_STRANDS},
        "exercise": {"*", *exercises()},
        "breath": {"*", *breath_techniques.list_breath_techniques()},
        "massage": {"*", *massage_guides.list_massage_guides()},
        "test": {"*", *self_tests.self_tests()},
        "needs": [str(one) for one in Position],
        "narrow": screening.NARROWS,
        "set": contraindications(),
        "equipment": equipment,
        "pattern": [str(one) for one in Pattern],
    }[word]


def wrong_pattern(pattern: str) -> str:
    """What is wrong with a pattern, nothing where it is right."""
    whole, slash, side = pattern.partition("/")
    word, _, name = whole.rpartition(":")
    if slash and side not in WHERE:
        return f"'{pattern}' has no such side; expected {', '.join(WHERE)}"
    if (word or "exercise") not in MATCH:
        return f"'{pattern}' is not a pattern; expected {', '.join(MATCH)}"
    return "" if name in names_behind(word or "exercise") else f"'{pattern}' names '{name}', which does not exist"
