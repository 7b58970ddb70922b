"""Ladders: the same movement from easy to hard, with what a person can do before each rung."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from psoas.core.catalogue import attribute
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.core.nearest import either, nearest_names
from psoas.knowledge.exercise_library import exercises
from psoas.knowledge.intake_questions import AnswerCondition, Answers, parse_condition
from psoas.knowledge.practice_codes import LOAD_EQUIPMENT, Pattern, RungLoad
from psoas.knowledge.practice_sources import parse_source
from psoas.knowledge.row_words import NeededWords, RowText, WordedRow
from psoas.knowledge.self_tests import self_tests
from psoas.knowledge.toml_schema import TableRow, TomlTable, read_rows

EFFORT = 7
"""The most effort, of 10, at which a rung counts as mastered (assumed; the 8 to 12 repetitions of acsm2009 end near
it)."""
SETS, REPS, HOLD_S = (1, 5), (1, 30), (0, 1200)
"""Bounds of what a criterion may ask for."""


@dataclass(frozen=True)
class Criterion:
    """What a person does before the next rung, in two sessions in a row: ``sets`` of ``reps``, each held for ``hold_s``
    seconds, at an effort of at most ``effort`` of 10."""

    sets: int
    reps: int
    hold_s: float
    effort: float


@dataclass(frozen=True)
class EntryTest:
    """A self-test that shows that a rung suits: both sides reach ``least``, in the unit of the test."""

    test: str
    least: float


@dataclass(frozen=True)
class Rung:
    """One rung.

    Args:
        ladder: Name of its ladder.
        place: Which rung it is, from 1.
        exercises: Exercises of about the same difficulty, the first the usual one.
        load: What it adds to the weight of the body.
        criterion: What a person does before the next rung.
        starts: Lists of answers; with all of one list a person may begin here.
        test: A self-test that shows the same, or None.
        also: Other patterns that it trains.
    """

    ladder: str
    place: int
    exercises: tuple[str, ...]
    load: RungLoad
    criterion: Criterion
    starts: tuple[tuple[AnswerCondition, ...], ...] = ()
    test: EntryTest | None = None
    also: tuple[Pattern, ...] = ()

    @property
    def ready(self) -> str:
        """What a person can do before this rung."""
        return attribute(f"ladder.{self.ladder}", f"ready-{self.place}")

    @property
    def equipment(self) -> tuple[str, ...]:
        """What its load needs at hand."""
        return (LOAD_EQUIPMENT[self.load],) if self.load in LOAD_EQUIPMENT else ()

    def may_start(self, answers: Answers, results: Mapping[str, float]) -> bool:
        """Whether a person may begin here without the rung below: always on the first; on others where the answers or
        a self-test say so. ``results`` holds the worse side of each self-test, by its id."""
        if self.place == 1:
            return True
        if self.test and results.get(self.test.test, float("-inf")) >= self.test.least:
            return True
        return any(all(one.holds(answers) for one in some) for some in self.starts)


@dataclass(frozen=True)
class LadderGate:
    """A ladder opens once another ``ladder`` has reached a ``rung``, from 1."""

    ladder: str
    rung: int


@dataclass(frozen=True)
class Ladder(WordedRow):
    """One ladder.

    Args:
        name: Its name.
        pattern: What it trains.
        rungs: Its rungs, from easy to hard.
        after: What opens it, or None where it is open from the start.
        instead_of: The ladder that it stands in for, where that holds nothing for a person; "" for none.
        source: Where its order is from.
        evidence: How well that is known.
    """

    name: str
    pattern: Pattern
    rungs: tuple[Rung, ...]
    after: LadderGate | None
    instead_of: str
    source: str
    evidence: str

    label = RowText("")

    @property
    def words_key(self) -> str:
        """Key of its words."""
        return f"ladder.{self.name}"

    @property
    def climbs(self) -> bool:
        """Whether there is anything to climb."""
        return len(self.rungs) > 1

    def needed_words(self) -> tuple[NeededWords, ...]:
        """Its name, and what a person can do before each rung."""
        return (NeededWords(self.words_key, ("",), {"ready": len(self.rungs)}),)

    def start(self, answers: Answers, results: Mapping[str, float]) -> int:
        """The highest rung on which a person may begin, from 1."""
        return max(one.place for one in self.rungs if one.may_start(answers, results))


@cache
def ladders() -> dict[str, Ladder]:
    """All ladders by name, in the order of the file.

    Raises:
        InputError: Every fault of the table and its words, with its line.
    """
    return read_ladders()


@cache
def rungs_of(exercise: str) -> tuple[Rung, ...]:
    """The rungs that hold an exercise, the one with the least load first; an exercise is on one ladder only."""
    return tuple(rung for one in ladders().values() for rung in one.rungs if exercise in rung.exercises)


def read_ladders(given: TomlTable | None = None) -> dict[str, Ladder]:
    """Checked ladders, from the file or as ``given``; ``InputError`` lists every fault."""
    seen: dict[tuple[str, RungLoad], str] = {}
    homes: dict[str, str] = {}

    def make(name: str, row: TableRow) -> Ladder:
        pattern = row.member("pattern", Pattern)
        rungs = tuple(_rung(name, place, one) for place, one in enumerate(row.rows("rungs"), 1))
        if not rungs:
            row.fault(message("table.ladder_empty"), "rungs")
        for rung in rungs:
            for exercise in rung.exercises:
                if (exercise, rung.load) in seen or homes.get(exercise, name) != name:
                    row.fault(message("table.ladder_again", exercise=exercise, ladder=homes[exercise]), "rungs")
                seen[exercise, rung.load] = homes[exercise] = name
        after, instead_of = _gate(row), row.text("instead_of", "")
        for other in (after.ladder if after else "", instead_of):
            if other and other not in homes.values():
                row.fault(message("table.ladder_above", ladder=other), "after" if after else "instead_of")
        source, evidence = parse_source(row)
        return Ladder(name, pattern, rungs, after, instead_of, source, evidence)

    return read_rows("ladders.toml", make, given=given, words="ladder")


def _gate(row: TableRow) -> LadderGate | None:
    found = row.optional_row("after")
    if found is None:
        return None
    made = LadderGate(found.text("ladder"), found.count("rung", 1, 9))
    found.close()
    return made


def _rung(ladder: str, place: int, row: TableRow) -> Rung:
    names = row.texts("exercises")
    for name in names:
        if name not in exercises():
            near = nearest_names(name, exercises())
            row.fault(message("table.ladder_unknown", exercise=name, near=either(near) if near else "-"), "exercises")
    load = row.member("load", RungLoad) if "load" in row.keys else RungLoad.BODY
    rung = Rung(
        ladder, place, names, load, _criterion(row), _starts(row), _entry_test(row), row.members("also", Pattern)
        if "also" in row.keys else (),
    )  # fmt: skip
    row.close()
    return rung


def _criterion(row: TableRow) -> Criterion:
    """The criterion of a rung; a rung without one is a fault."""
    up = row.row("up")
    if up is None:
        return Criterion(1, 1, 0.0, EFFORT)
    made = Criterion(
        up.count("sets", *SETS),
        up.count("reps", *REPS),
        up.number("hold_s", *HOLD_S, 0),
        up.number("effort", 0, 10, EFFORT),
    )
    up.close()
    return made


def _starts(row: TableRow) -> tuple[tuple[AnswerCondition, ...], ...]:
    made = []
    for some in row.list_of_lists("starts") if "starts" in row.keys else ():
        try:
            made.append(tuple(parse_condition(text) for text in some))
        except InputError as error:
            for fault in error.messages:
                row.fault(fault, "starts")
    return tuple(made)


def _entry_test(row: TableRow) -> EntryTest | None:
    found = row.optional_row("test")
    if found is None:
        return None
    made = EntryTest(found.choice("id", self_tests()), found.number("least", 0, 1000))
    found.close()
    return made
