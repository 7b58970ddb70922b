"""Pathways: what a therapist does first, holds and leaves out for people of one kind, as data with sources."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import TypeVar

from psoas.core.coded_words import CodedWords
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.knowledge.breath_techniques import list_breath_techniques
from psoas.knowledge.contraindications import contraindications
from psoas.knowledge.education_cards import education_cards
from psoas.knowledge.intake_questions import AnswerCondition, Answers, parse_condition
from psoas.knowledge.ladders import ladders
from psoas.knowledge.practice_codes import Pattern
from psoas.knowledge.practice_sources import parse_source
from psoas.knowledge.questionnaires import questionnaires
from psoas.knowledge.row_words import RowText, WordedRow
from psoas.knowledge.screening import NARROWS
from psoas.knowledge.self_tests import self_tests
from psoas.knowledge.toml_schema import TableRow, TomlTable, read_knowledge_file, read_rows


class WalkingWay(StrEnum):
    """How a person's walking program runs, the one that asks for most care first."""

    ARM = "arm"
    INDOORS_AID = "indoors_aid"
    INTERVALS_SITTING = "intervals_sitting"
    POSTNATAL = "postnatal"
    RUN_RETURN = "run_return"
    STEADY = "steady"


SEE = CodedWords(
    "pathway.see",
    (
        "aids_fitted", "bone_doctor", "energy_team", "falls_check", "heart_checked", "hip_examined", "knee_examined",
        "knee_swollen", "leg_signs", "leg_signs_both", "midwife", "mobile_joints", "new_hip_signs", "panic_help",
        "pelvic_health", "shoulder_examined", "skin_and_pressure", "spine_broken", "surgeon_rules", "work_lifting",
        "work_seat", "young_hip",
    ),
)  # fmt: skip
"""Whom to see, and when."""
FINDING = "finding "
"""What a condition on a finding starts with."""
Made = TypeVar("Made")


@dataclass(frozen=True)
class Bars:
    """What stays out.

    Args:
        sets: Caution sets: whatever names one of them.
        patterns: Whole movement patterns.
        narrows: As what screening takes out: running, impact, loading, massage and so on.
        ladders: Ladders by name.
        top_rungs: The highest rung of a ladder that stays in reach, from 1, by its name.
    """

    sets: tuple[str, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    narrows: tuple[str, ...] = ()
    ladders: tuple[str, ...] = ()
    top_rungs: Mapping[str, int] = field(default_factory=dict)

    def join(self, other: Bars) -> Bars:
        """Both together: whatever one of them leaves out, and the lower rung of a ladder."""
        rungs = {
            one: min(part.top_rungs[one] for part in (self, other) if one in part.top_rungs)
            for one in (*self.top_rungs, *other.top_rungs)
        }
        return Bars(
            _once(self.sets, other.sets),
            _once(self.patterns, other.patterns),
            _once(self.narrows, other.narrows),
            _once(self.ladders, other.ladders),
            rungs,
        )


@dataclass(frozen=True)
class PathwayStage:
    """A stretch of weeks since something (or of a pregnancy): from ``first_week`` up to, not with, ``end_week``.

    ``unsaid``: this stage counts while nobody said how many weeks it is.
    """

    question: str
    first_week: int
    end_week: int
    unsaid: bool
    hold: tuple[Pattern, ...]
    bars: Bars
    walking: WalkingWay | None

    def holds(self, answers: Answers, *, week: int) -> bool:
        """Whether a person is in this stage in a ``week`` of a program, 1 for its first."""
        given = answers.get(self.question)
        if not isinstance(given, int | float):
            return self.unsaid
        return self.first_week <= given + week - 1 < self.end_week


@dataclass(frozen=True)
class Pathway(WordedRow):
    """One kind of person.

    Args:
        id: Its name.
        when: It holds when each list has a condition that holds.
        first: Patterns and ladders that come first, in order.
        hold: Patterns that every phase holds besides the general ones, wherever not barred.
        bars: What stays out throughout.
        stages: What holds besides in some weeks.
        measures: Self-tests and questionnaires to measure with.
        see: Codes of ``SEE``.
        walking: How walking runs; None leaves it to others.
        breath: Breath techniques that suit, the best first.
        cards: Ids of education cards.
        source: Where it comes from.
        evidence: How much speaks for it.
    """

    id: str
    when: tuple[tuple[AnswerCondition | str, ...], ...]
    first: tuple[str, ...]
    hold: tuple[Pattern, ...]
    bars: Bars
    stages: tuple[PathwayStage, ...]
    measures: tuple[str, ...]
    see: tuple[str, ...]
    walking: WalkingWay | None
    breath: tuple[str, ...]
    cards: tuple[str, ...]
    source: str
    evidence: str

    title = RowText("")
    words = RowText()

    @property
    def words_key(self) -> str:
        """Key of its words."""
        return f"pathway.person.{self.id}"

    @property
    def bars_nothing(self) -> bool:
        """Whether it leaves nothing out in any week."""
        return all(one == Bars() for one in (self.bars, *(stage.bars for stage in self.stages)))

    def holds(self, answers: Answers, findings: Collection[str] = ()) -> bool:
        """Whether it is a person's, by answers and the names of findings."""
        return all(any(_condition_holds(one, answers, findings) for one in group) for group in self.when)


@dataclass(frozen=True)
class PathwayPlan:
    """Several pathways together, in one week: first things and held patterns in order, everything barred."""

    pathways: tuple[str, ...]
    first: tuple[str, ...]
    hold: tuple[Pattern, ...]
    bars: Bars
    measures: tuple[str, ...]
    see: tuple[str, ...]
    walking: WalkingWay
    breath: tuple[str, ...]
    cards: tuple[str, ...]


@cache
def pathways() -> dict[str, Pathway]:
    """All pathways by id; those that ask for most care stand first."""
    return read_pathways()


def read_pathways(given: TomlTable | None = None) -> dict[str, Pathway]:
    """Checked pathways, from the file or as ``given``; ``InputError`` lists every fault."""
    return read_rows("pathways.toml", _pathway, given=given, words="pathway.person")


def matching_pathways(answers: Answers, findings: Collection[str] = ()) -> tuple[Pathway, ...]:
    """The pathways of a person, in the order of the table; ``findings`` are names of findings, with or without a side
    ("balance_short", "side_asymmetry/right")."""
    names = {one.split("/")[0] for one in findings}
    return tuple(one for one in pathways().values() if one.holds(answers, names))


def combine_pathways(
    chosen: tuple[Pathway, ...], answers: Answers, *, week: int = 1, also: Bars | None = None
) -> PathwayPlan:
    """What several pathways ask for together in a ``week`` of a program (1 is its first): everything that one of them,
    or ``also``, bars is barred, and what is barred is not held; of several ways to walk the most careful counts."""
    here = [(one, [part for part in one.stages if part.holds(answers, week=week)]) for one in chosen]
    bars, ways = also or Bars(), list[WalkingWay]()
    for one, parts in here:
        for each in [one.bars, *(part.bars for part in parts)]:
            bars = bars.join(each)
        own = [part.walking for part in parts if part.walking] or ([one.walking] if one.walking else [])
        ways += [way for way in own if way is not WalkingWay.RUN_RETURN or answers.get("runs")]
    held = _once(*(one.hold for one, _ in here), *(part.hold for _, parts in here for part in parts))
    order = tuple(WalkingWay)
    return PathwayPlan(
        tuple(one.id for one in chosen),
        tuple(one for one in _once(*(one.first for one in chosen)) if one not in (*bars.patterns, *bars.ladders)),
        tuple(one for one in held if one not in bars.patterns),
        bars,
        _once(*(one.measures for one in chosen)),
        _once(*(one.see for one in chosen)),
        min(ways, key=order.index, default=WalkingWay.STEADY),
        _once(*(one.breath for one in chosen)),
        _once(*(one.cards for one in chosen)),
    )


def _once(*parts: tuple[Made, ...]) -> tuple[Made, ...]:
    return tuple(dict.fromkeys(one for part in parts for one in part))


def _condition_holds(one: AnswerCondition | str, answers: Answers, findings: Collection[str]) -> bool:
    return one in findings if isinstance(one, str) else one.holds(answers)


def _pathway(key: str, row: TableRow) -> Pathway:
    when = tuple(_conditions(row, group) for group in row.list_of_lists("when"))
    if not when or not all(when):
        row.fault(message("table.never_shows"), "when")
    bars, stages = _bars(row.optional_row("barred")), tuple(_stage(one) for one in row.rows("weeks", []))
    everything = [bars, *(one.bars for one in stages)]
    if all(one == Bars() for one in everything) != row.flag("bars_nothing"):
        row.fault(message("table.pathway_bars"), "barred")
    if stages and sum(one.unsaid for one in stages) != 1:
        row.fault(message("table.pathway_unsaid"), "weeks")
    source, evidence = parse_source(row)
    return Pathway(
        key,
        when,
        row.choices("first", (*Pattern, *ladders()), ()),
        row.members("hold", Pattern) if "hold" in row.keys else (),
        bars,
        stages,
        row.choices("measures", (*self_tests(), *questionnaires()), ()),
        row.choices("see", SEE, ()),
        WalkingWay(way) if (way := row.choice("walking", tuple(WalkingWay), "")) in tuple(WalkingWay) else None,
        row.choices("breath", list_breath_techniques(), ()),
        row.choices("cards", education_cards(), ()),
        source,
        evidence,
    )


def _stage(row: TableRow) -> PathwayStage:
    first, end = row.count("from", 0, 2000), row.count("until", 0, 3000)
    if first >= end:
        row.fault(message("table.order", low="from", high="until"), "from")
    question = row.text("of")
    _conditions(row, (f"{question} >= 0",), "of")
    way = row.choice("walking", tuple(WalkingWay), "")
    made = PathwayStage(
        question,
        first,
        end,
        row.flag("unsaid"),
        row.members("hold", Pattern) if "hold" in row.keys else (),
        _bars(row.optional_row("barred")),
        WalkingWay(way) if way in tuple(WalkingWay) else None,
    )
    row.close()
    return made


def _bars(row: TableRow | None) -> Bars:
    if row is None:
        return Bars()
    rungs = row.optional_row("top_rungs")
    made = Bars(
        row.choices("sets", contraindications(), ()),
        row.members("patterns", Pattern) if "patterns" in row.keys else (),
        row.choices("narrows", NARROWS, ()),
        row.choices("ladders", ladders(), ()),
        {one: _top_rung(rungs, one) for one in rungs.keys} if rungs else {},
    )
    row.close()
    return made


def _top_rung(row: TableRow, name: str) -> int:
    """The rung of a ladder that holds the exercise that the row names as the hardest in reach."""
    if name not in ladders():
        row.fault(message("table.not_one_of", key="top_rungs", value=name, allowed=", ".join(ladders())), name)
        return 1
    places = {one: rung.place for rung in reversed(ladders()[name].rungs) for one in rung.exercises}
    return places.get(row.choice(name, places), 1)


def _conditions(row: TableRow, texts: tuple[str, ...], key: str = "when") -> tuple[AnswerCondition | str, ...]:
    """Conditions on answers, and names of findings."""
    made: list[AnswerCondition | str] = []
    for text in texts:
        if text.startswith(FINDING):
            made.append(name := text.removeprefix(FINDING))
            if name not in _findings():
                row.fault(message("table.not_one_of", key=key, value=name, allowed=", ".join(_findings())), key)
            continue
        try:
            made.append(parse_condition(text))
        except InputError as error:
            for fault in error.messages:
                row.fault(fault, key)
    return tuple(made)


@cache
def _findings() -> tuple[str, ...]:
    """Names of findings."""
    return tuple(read_knowledge_file("findings.toml").content)
