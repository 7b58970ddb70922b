"""What is within reach of a person: every item that nothing told speaks against, and why each other one is left out.

Pure and fast. The order of the reasons is the order of their weight: safety first, then told pain, positions, wishes,
place and equipment.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from psoas.exercises.exercise_simulation import committed_effects
from psoas.intake.answers import IntakeAnswers
from psoas.knowledge import breath_techniques, massage_guides
from psoas.knowledge.contraindications import contraindications
from psoas.knowledge.exercise_library import exercises
from psoas.knowledge.intake_questions import parse_condition
from psoas.knowledge.screening import Screening, screen_answers
from psoas.knowledge.self_tests import self_tests
from psoas.program.planning_rules import (
    condition_text,
    exercise_family,
    planning_rules,
    position_rules,
    provocation_rules,
)
from psoas.program.program_models import LeftOut

ABDOMINAL, HELD = "abdominal_pressure", "breath_holds"
BANNED = "You asked to leave it out."
LACKING = "You would need: "
UNASKED = "Only when every question that decides on it has an answer; "


@dataclass(frozen=True)
class PlanOption:
    """Anything a plan can hold, in one form: an exercise, a breath, a massage or a self-test.

    ``shelf`` is its strand in the library, ``strand`` what it counts as in a session (the same but for desk items and
    massage); ``load_n`` the pressure on L4/5 (N on the reference body, 0 where
    nothing is loaded). ``sets`` are its sets of cautions, ``narrowed_by`` what of screening takes it out.
    """

    kind: str
    name: str
    label: str
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
    optional: bool = False
    source: str = ""
    evidence: str = ""


@dataclass(frozen=True)
class AllowedOption:
    """A thing within reach; ``asks`` holds, in plain words, what a clinician should be asked about first."""

    thing: PlanOption
    asks: tuple[str, ...]


@dataclass(frozen=True)
class Eligibility:
    """Everything within reach, in the order of the library, and everything left out with its reason."""

    within: tuple[AllowedOption, ...]
    left_out: tuple[LeftOut, ...]

    def has(self, name: str) -> bool:
        """Whether something to practise of that name is within reach; a self-test may bear the name of an exercise."""
        return any(one.thing.name == name for one in self.within if one.thing.kind != "test")


@cache
def plan_options() -> tuple[PlanOption, ...]:
    """All that the library holds, exercises first."""
    return (*_exercises(), *_breaths(), *_guides(), *_tests())


@cache
def preference_names() -> frozenset[str]:
    """Names that a person may pin, ban or swap: all but the self-tests."""
    return frozenset(one.name for one in plan_options() if one.kind != "test")


@cache
def option_labels() -> dict[str, str]:
    """What things are called, by name; an exercise goes before a self-test that bears its name."""
    return {one.name: one.label for one in reversed(plan_options())}


def find_eligible(story: IntakeAnswers, screening: Screening | None = None) -> Eligibility:
    """What is within reach of a person at the place and with the equipment of their wishes.

    ``screening`` is that of the same answers, where it is at hand. After a stop nothing is within reach.
    """
    found = screening or screen_answers(story.answers, texts=story.texts)
    if not found.program_allowed:
        why = found.entries[0].title if found.entries else "screening"
        return Eligibility(
            (),
            tuple(LeftOut(one.kind, one.name, f"Nothing before this is looked at: {why}.") for one in plan_options()),
        )
    about = _PersonBars.of(story, found)
    within, left_out = [], []
    for one in plan_options():
        if why := about.against(one):
            left_out.append(LeftOut(one.kind, one.name, why))
        else:
            within.append(AllowedOption(one, about.asks(one)))
    return Eligibility(tuple(within), tuple(left_out))


@dataclass(frozen=True)
class _PersonBars:
    """What the answers decide for whole sets, worked out once a person."""

    never: Mapping[str, str]
    ask: Mapping[str, tuple[str, ...]]
    unasked: Mapping[str, tuple[str, ...]]
    narrowed: Mapping[str, str]
    pain: Mapping[str, str]
    unable: Mapping[str, str]
    banned: Mapping[str, str]
    place: str
    equipment: frozenset[str]

    @classmethod
    def of(cls, story: IntakeAnswers, found: Screening) -> _PersonBars:
        answers, sets = story.answers, contraindications()
        never = {key: bars[0] for key, one in sets.items() if (bars := one.bars(answers))}
        wishes = story.wishes
        banned = dict.fromkeys(wishes.ban, BANNED)
        banned |= {a: f"You asked for {option_labels()[b].lower()} in its place." for a, b in wishes.swap.items()}
        return cls(
            never={key: condition_text(text) for key, text in never.items()},
            ask={key: tuple(condition_text(text) for text in one.asks(answers)) for key, one in sets.items()},
            unasked={key: one.unasked(answers) for key, one in sets.items()},
            narrowed=_narrowed(story, found),
            pain=dict(_pains(story)),
            unable={need: one.words for one in position_rules() if one.when.holds(answers) for need in one.needs},
            banned=banned,
            place=wishes.place,
            equipment=_has(story),
        )

    def against(self, one: PlanOption) -> str:
        """The weightiest reason against a thing, "" where there is none."""
        for reasons, keys in (
            (self.never, one.sets),
            (self.narrowed, one.narrowed_by),
            (self.pain, (*one.sets, one.name)),
        ):
            for key in keys:
                if key in reasons:
                    return reasons[key]
        if why := self._unclear(one):
            return why
        walked = {"one_leg"} if one.name in planning_rules()["walks"]["items"] else set[str]()
        for need in one.needs:
            if need in self.unable and need not in walked:
                return self.unable[need]
        if one.name in self.banned:
            return self.banned[one.name]
        if self.place not in one.places or set(one.needs) & set(planning_rules()["without"].get(self.place, ())):
            return f"It does not suit the place: {self.place}."
        lacking = [tool for tool in one.equipment if tool not in self.equipment]
        return f"{LACKING}{', '.join(lacking)}." if lacking else ""

    def asks(self, one: PlanOption) -> tuple[str, ...]:
        return tuple(dict.fromkeys(text for key in one.sets for text in self.ask[key]))

    def _unclear(self, one: PlanOption) -> str:
        """For pressure on the belly and held breath nothing may be open: no clinician's word, nor a question of any of
        its cautions where it is optional."""
        hard = (
            [key for key in one.sets if key in planning_rules()["hard"]["sets"]]
            if one.optional or HELD in one.sets
            else []
        )
        if asks := [text for key in hard for text in self.ask[key]]:
            return f"Only after a clinician's word: {asks[0]}"
        count = len({name for key in (one.sets if one.optional else hard) for name in self.unasked[key]})
        return f"{UNASKED}{count} {'is' if count == 1 else 'are'} open." if count else ""


def _narrowed(story: IntakeAnswers, found: Screening) -> dict[str, str]:
    """What screening takes out meanwhile, the most serious entry first, and running for those who do not run."""
    runner = planning_rules()["runners"]
    runs = any(parse_condition(text).holds(story.answers) for text in runner["answers"])
    narrowed = {} if runs else dict.fromkeys(runner["narrows"], str(runner["words"]))
    titles = {key: entry.title for entry in reversed(found.entries) for key in entry.narrows}
    return narrowed | {key: f"Left out meanwhile: {title}." for key, title in titles.items()}


def _pains(story: IntakeAnswers) -> Iterable[tuple[str, str]]:
    """Sets of cautions that told pain takes out, with the words."""
    felt = {one.test: max((v for v in (one.right, one.left) if v is not None), default=0.0) for one in story.tests}
    for rule in provocation_rules():
        told_so = bool(rule.when) and all(one.holds(story.answers) for one in rule.when)
        if told_so or (rule.test and felt.get(rule.test, 0.0) > rule.above):
            yield from ((key, rule.words) for key in rule.takes)


def _has(story: IntakeAnswers) -> frozenset[str]:
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
            "exercise",
            one.name,
            one.label,
            one.strand,
            desk.get(one.name, counts.get(one.strand, one.strand)),
            exercise_family(one.name),
            one.working_side == "right",
            float(known[one.name]["lumbar_compression_n"]["L4_L5"]),
            one.needs,
            one.equipment,
            one.places,
            one.caution_sets,
            one.narrowed_by,
            source=one.source,
            evidence=one.evidence,
        )


def _breaths() -> Iterable[PlanOption]:
    for one in breath_techniques.list_breath_techniques().values():
        yield PlanOption(
            "breath", one.id, one.title, "breath", "breath", "breath", False, 0.0, _needs(one.id), (), _places(one.id),
            tuple(part.id for part in one.cautions), (HELD,) if one.held else (), source=one.source,
            evidence=one.evidence,
        )  # fmt: skip


def _guides() -> Iterable[PlanOption]:
    tools, sided = planning_rules()["tools"], planning_rules()["sided"]["suits"]
    for one in massage_guides.list_massage_guides().values():
        if one.who == "self":
            narrowed = ("massage", "abdominal_massage") if one.abdominal else ("massage",)
            yield PlanOption(
                "massage", one.id, one.title, "massage", "release", f"massage_{one.id}", one.id in sided, 0.0,
                _needs(one.id), tuple(tools.get(one.id, ())), _places(one.id), tuple(part.id for part in one.cautions),
                narrowed, one.optional, source=one.source, evidence=one.evidence,
            )  # fmt: skip


def _tests() -> Iterable[PlanOption]:
    for one in self_tests().values():
        yield PlanOption(
            "test", one.id, one.title, "measure", "measure", f"test_{one.id}", one.sides, 0.0, _needs(one.id), (),
            ("home", "work", "travel"), tuple(part.id for part in one.cautions), (), source=one.source,
            evidence=one.evidence,
        )  # fmt: skip


def _needs(name: str) -> tuple[str, ...]:
    return tuple(planning_rules()["needs"].get(name, ()))


def _places(name: str) -> tuple[str, ...]:
    return ("home", "work", "travel") if name in planning_rules()["work"]["suits"] else ("home", "travel")
