"""Which items of the library a person may do, and why each other one is left out.

The order of the reasons is the order of their weight: safety first, then pain, positions, wishes, place and
equipment.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from psoas.core.message import Message, message
from psoas.exercises.exercise_simulation import committed_effects, effect_quantity
from psoas.intake.answers import IntakeAnswers, SelfTestResult
from psoas.intake.intake_form import settled_questions
from psoas.knowledge import breath_techniques, massage_guides
from psoas.knowledge.belly_check import BellyCheck, judge_belly_check
from psoas.knowledge.contraindications import contraindications
from psoas.knowledge.exercise_library import exercises
from psoas.knowledge.intake_questions import Answers, parse_condition
from psoas.knowledge.person_bars import TestResults, all_passed
from psoas.knowledge.screening import Screening, screen_answers
from psoas.knowledge.self_tests import self_tests
from psoas.program.pain_narrowing import LoadedOption, find_narrowed, leave_gentlest
from psoas.program.pain_rules import PainLimits
from psoas.program.planning_rules import (
    condition_message,
    exercise_family,
    planning_rules,
    position_rules,
    provocation_rules,
)
from psoas.program.program_models import ItemKind, LeftOut, LeftOutCode, kind_label
from psoas.program.usual_pain import find_usual_pain

ABDOMINAL, HELD = "abdominal_pressure", "breath_holds"


@dataclass(frozen=True)
class PlanOption:
    """Anything a plan can hold, in one form: an exercise, a breath, a massage or a self-test.

    ``shelf`` is its strand in the library, ``strand`` what it counts as in a session (the same but for desk items and
    massage); ``load_n`` the compression of L4/5 (N on the reference body, 0 where nothing is loaded). ``sets`` are its
    sets of cautions, ``narrowed_by`` what of screening rules it out, ``demands`` everything that it asks of the body.
    """

    kind: ItemKind
    name: str
    shelf: str
    strand: str
    family: str
    sided: bool
    load_n: float
    needs: tuple[str, ...]
    equipment: tuple[str, ...]
    places: tuple[str, ...]
    sets: tuple[str, ...]
    narrowed_by: tuple[str, ...]
    source: str = ""
    evidence: str = ""
    demands: tuple[str, ...] = ()

    @property
    def label(self) -> Message:
        """What it is called."""
        return kind_label(self.kind, self.name)


@dataclass(frozen=True)
class AllowedOption:
    """Something that a person may do; ``asks`` is what a clinician should be asked about first."""

    thing: PlanOption
    asks: tuple[Message, ...]


@dataclass(frozen=True)
class Eligibility:
    """Everything that a person may do, in the order of the library, and everything left out with its reason."""

    within: tuple[AllowedOption, ...]
    left_out: tuple[LeftOut, ...]

    def has(self, name: str) -> bool:
        """Whether the person may practise something of that name; a self-test may have the name of an exercise."""
        return any(one.thing.name == name for one in self.within if one.thing.kind is not ItemKind.TEST)


@cache
def plan_options() -> tuple[PlanOption, ...]:
    """All that the library holds, exercises first."""
    return (*_exercises(), *_breaths(), *_guides(), *_tests())


@cache
def preference_names() -> frozenset[str]:
    """Names that a person may pin, ban or swap: all but the self-tests."""
    return frozenset(one.name for one in plan_options() if one.kind is not ItemKind.TEST)


@cache
def option_labels() -> dict[str, Message]:
    """What everything is called, by name; an exercise goes before a self-test of the same name."""
    return {one.name: one.label for one in reversed(plan_options())}


def find_eligible(story: IntakeAnswers, screening: Screening | None = None) -> Eligibility:
    """What a person may do at the place and with the equipment of their wishes; nothing after a stop.

    Args:
        story: The person's answers.
        screening: The screening of the same answers, where the caller has it.
    """
    found = screening or screen_answers(story.answers, texts=story.texts, visits=story.visits)
    if not found.program_allowed:
        why = message("plan.out.stopped", title=found.entries[0].title if found.entries else "")
        out = (LeftOut(one.kind, one.name, why, LeftOutCode.STOPPED) for one in plan_options())
        return Eligibility((), tuple(out))
    about = _PersonBars.of(story, found)
    within, left_out = [], []
    for one in plan_options():
        if out_of_reach := about.against(one):
            left_out.append(out_of_reach)
        else:
            within.append(AllowedOption(one, about.asks(one)))
    return _without_painful(within, left_out, find_usual_pain(story).limits, found)


def _without_painful(
    within: list[AllowedOption], left_out: list[LeftOut], limits: PainLimits, found: Screening
) -> Eligibility:
    """What usual pain and open questions for a doctor leave, the self-tests untouched."""
    practised = [one.thing for one in within if one.thing.kind is not ItemKind.TEST]
    loaded = {one.name: LoadedOption(one.kind, one.shelf, one.load_n) for one in practised}
    if gentle := found.gentle_for:
        out = leave_gentlest(loaded, message("plan.out.screening", title=gentle.title), LeftOutCode.SCREENING)
    else:
        out = find_narrowed(loaded, limits)
    kept = [one for one in within if one.thing.kind is ItemKind.TEST or one.thing.name not in out]
    return Eligibility(tuple(kept), (*left_out, *out.values()))


@dataclass(frozen=True)
class _Bar:
    """One reason against an item."""

    code: LeftOutCode
    words: Message

    def out(self, one: PlanOption, equipment: tuple[str, ...] = ()) -> LeftOut:
        return LeftOut(one.kind, one.name, self.words, self.code, equipment)


@dataclass(frozen=True)
class _PersonBars:
    """What the answers decide about whole sets of cautions, positions and names, worked out once for a person.

    ``never_test`` is ``never`` for self-tests: a bar that a test takes away does not keep anybody from taking it.
    """

    never: Mapping[str, _Bar]
    never_test: Mapping[str, _Bar]
    ask: Mapping[str, tuple[Message, ...]]
    unasked: Mapping[str, tuple[str, ...]]
    narrowed: Mapping[str, _Bar]
    pain: Mapping[str, _Bar]
    unable: Mapping[str, _Bar]
    unwanted: Mapping[str, _Bar]
    belly: BellyCheck
    place: str
    equipment: frozenset[str]

    @classmethod
    def of(cls, story: IntakeAnswers, found: Screening) -> _PersonBars:
        answers, sets = story.answers, contraindications()
        results = {one.test: min(sides) for one in story.tests if (sides := _sides(one))}
        wishes = story.wishes
        unwanted = dict.fromkeys(wishes.ban, _Bar(LeftOutCode.BANNED, message("plan.out.banned")))
        for name, other in wishes.swap.items():
            words = message("plan.out.swapped", label=option_labels()[other], exercise=other)
            unwanted[name] = _Bar(LeftOutCode.SWAPPED, words)
        rules = position_rules()
        return cls(
            never=_never(answers, results),
            never_test=_never(answers, all_passed()),
            ask={key: tuple(condition_message(asked) for asked in one.asks(answers)) for key, one in sets.items()},
            unasked={key: one.unasked(answers) for key, one in sets.items()},
            narrowed=_narrowed(story, found),
            pain=dict(_pains(story)),
            unable={
                need: _Bar(LeftOutCode.POSITION, one.words)
                for one in rules
                if one.when.holds(answers)
                for need in one.needs
            },
            unwanted=unwanted,
            belly=judge_belly_check(answers, story.belly_check, found, settled_questions(answers)),
            place=wishes.place,
            equipment=equipment_at_hand(story),
        )

    def against(self, one: PlanOption) -> LeftOut | None:
        """The weightiest reason against an item, None where there is none."""
        if bar := next(iter(self._bars(one)), None):
            return bar.out(one)
        lacking = tuple(tool for tool in one.equipment if tool not in self.equipment)
        if not lacking:
            return None
        words = message("plan.out.equipment", tools=tuple(message(f"plan.tool.{tool}") for tool in lacking))
        return _Bar(LeftOutCode.EQUIPMENT, words).out(one, lacking)

    def asks(self, one: PlanOption) -> tuple[Message, ...]:
        return tuple(dict.fromkeys(asked for key in one.sets for asked in self.ask[key]))

    def _bars(self, one: PlanOption) -> Iterable[_Bar]:
        """Every reason against an item, the weightiest first, each looked up when it is asked for."""
        yield from _named(self.never_test if one.kind is ItemKind.TEST else self.never, one.sets)
        yield from _named(self.narrowed, one.narrowed_by)
        yield from _named(self.pain, (*one.sets, one.name))
        yield from self._unclear(one)
        yield from _named(self.unable, one.needs)
        yield from _named(self.unwanted, [one.name])
        yield from self._misplaced(one)

    def _misplaced(self, one: PlanOption) -> Iterable[_Bar]:
        no_room = set(planning_rules()["without"].get(self.place, ()))
        if self.place not in one.places or no_room & set(one.needs):
            yield _Bar(LeftOutCode.PLACE, message("plan.out.place", place=message(f"plan.place.{self.place}")))

    def _unclear(self, one: PlanOption) -> Iterable[_Bar]:
        """What must be known first: for pressure on the belly its safety check, for held breath a clinician's word and
        the answers that decide about it."""
        if ABDOMINAL in one.sets:
            yield from _belly_bars(self.belly)
            return
        hard = [key for key in one.sets if key == HELD]
        if asks := [asked for key in hard for asked in self.ask[key]]:
            yield _Bar(LeftOutCode.CLINICIAN, message("plan.out.clinician", condition=asks[0]))
        count = len({name for key in hard for name in self.unasked[key]})
        if count:
            yield _Bar(LeftOutCode.UNANSWERED, message("plan.out.unanswered", count=count))


def _belly_bars(check: BellyCheck) -> Iterable[_Bar]:
    """What the safety check says against pressure on the belly."""
    yield from (_Bar(LeftOutCode.CONTRAINDICATED, one) for one in check.reasons)
    if check.open:
        yield _Bar(LeftOutCode.BELLY_CHECK, message("belly_check.undone"))


def _never(answers: Answers, results: TestResults) -> dict[str, _Bar]:
    """The sets of cautions that bar, each with the first reason and what stays open."""
    found = {}
    for key, one in contraindications().items():
        if held := one.bars(answers, results):
            why = message("plan.out.barred", why=condition_message(held[0]), instead=one.instead(answers))
            found[key] = _Bar(LeftOutCode.CONTRAINDICATED, why)
    return found


def _sides(one: SelfTestResult) -> tuple[float, ...]:
    """What a self-test gave, without the sides that were not taken."""
    return tuple(value for value in (one.right, one.left) if value is not None)


def _named(bars: Mapping[str, _Bar], names: Iterable[str]) -> list[_Bar]:
    return [bars[name] for name in names if name in bars]


def _narrowed(story: IntakeAnswers, found: Screening) -> dict[str, _Bar]:
    """What screening rules out for now, the most serious entry first, and running for those who do not run."""
    runner = planning_rules()["runners"]
    runs = any(parse_condition(text).holds(story.answers) for text in runner["answers"])
    not_a_runner = _Bar(LeftOutCode.NOT_A_RUNNER, message("plan.out.not_a_runner"))
    narrowed = {} if runs else dict.fromkeys(runner["narrows"], not_a_runner)
    return narrowed | {
        key: _Bar(LeftOutCode.SCREENING, message("plan.out.screening", title=title))
        for key, title in found.narrowed_by.items()
    }


def _pains(story: IntakeAnswers) -> Iterable[tuple[str, _Bar]]:
    """Sets of cautions, and names, that pain rules out."""
    for rule in provocation_rules():
        if rule.holds(story.answers, story.tests):
            yield from ((key, _Bar(LeftOutCode.PROVOKED, rule.words)) for key in rule.takes)


def equipment_at_hand(story: IntakeAnswers) -> frozenset[str]:
    """What is at hand: the equipment wished for, what the place has, and what either stands in for."""
    given = {*story.wishes.equipment, *planning_rules()["has"][story.wishes.place]}
    if story.answers.get("wheelchair"):
        given.add("chair")
    stands = planning_rules()["stands_for"]
    return frozenset(given | {one for one, others in stands.items() if given & set(others)})


def _exercises() -> Iterable[PlanOption]:
    desk, known, counts = planning_rules()["desk"], committed_effects(), {"desk": "integrate"}
    for one in exercises().values():
        yield PlanOption(
            ItemKind.EXERCISE,
            one.name,
            one.strand,
            desk.get(one.name, counts.get(one.strand, one.strand)),
            exercise_family(one.name),
            one.working_side == "right",
            effect_quantity(known[one.name], "lumbar_compression_n.L4_L5"),
            one.needs,
            one.equipment,
            one.places,
            one.caution_sets,
            one.narrowed_by,
            source=one.source,
            evidence=one.evidence,
            demands=tuple(str(asked) for asked in one.demands),
        )


def _breaths() -> Iterable[PlanOption]:
    for one in breath_techniques.list_breath_techniques().values():
        yield PlanOption(
            ItemKind.BREATH, one.id, "breath", "breath", "breath", False, 0.0, _needs(one.id), (),
            _places(one.id), tuple(part.id for part in one.cautions), (HELD,) if one.held else (), source=one.source,
            evidence=one.evidence,
        )  # fmt: skip


def _guides() -> Iterable[PlanOption]:
    tools, sided = planning_rules()["tools"], planning_rules()["sided"]["suits"]
    for one in massage_guides.list_massage_guides().values():
        if one.who == "self":
            narrowed = ("massage", "abdominal_massage") if one.abdominal else ("massage",)
            yield PlanOption(
                ItemKind.MASSAGE, one.id, "massage", "release", f"massage_{one.id}", one.id in sided, 0.0,
                _needs(one.id), tuple(tools.get(one.id, ())), _places(one.id), tuple(part.id for part in one.cautions),
                narrowed, source=one.source, evidence=one.evidence,
            )  # fmt: skip


def _tests() -> Iterable[PlanOption]:
    for one in self_tests().values():
        yield PlanOption(
            ItemKind.TEST, one.id, "measure", "measure", f"test_{one.id}", one.sides, 0.0, _needs(one.id),
            (), ("home", "work", "travel"), tuple(part.id for part in one.cautions), (), source=one.source,
            evidence=one.evidence,
        )  # fmt: skip


def _needs(name: str) -> tuple[str, ...]:
    return tuple(planning_rules()["needs"].get(name, ()))


def _places(name: str) -> tuple[str, ...]:
    return ("home", "work", "travel") if name in planning_rules()["work"]["suits"] else ("home", "travel")
