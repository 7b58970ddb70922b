"""Random people for properties that must hold for all: every question, test, questionnaire, event and wish is in reach.

``stories`` is a hypothesis strategy, slow and shrinking; ``people`` a fast generator from a seed, for ten thousand at
once. Both are made of the same ``Draw``: whatever one can make, the other can.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Protocol

import numpy as np
from hypothesis import strategies as st

from psoas.intake.answers import EVENT_KINDS, CheckIn, IntakeAnswers, LifeEvent, Preferences, SelfTestResult
from psoas.knowledge.belly_check import check_names
from psoas.knowledge.breath_techniques import list_breath_techniques
from psoas.knowledge.doctor_visits import DoctorVisit, VisitOutcome
from psoas.knowledge.exercise_library import exercises
from psoas.knowledge.intake_questions import Answers, Question, intake_questions
from psoas.knowledge.massage_guides import list_massage_guides
from psoas.knowledge.practice_codes import PLACES
from psoas.knowledge.questionnaires import Questionnaire, QuestionnaireItem, questionnaires
from psoas.knowledge.reflection import energy_centres
from psoas.knowledge.screening import LEVELS, checkable_pictures, screen_answers
from psoas.knowledge.self_tests import WAYS, SelfTest, self_tests

EQUIPMENT = ("mat", "chair", "wall", "step", "bed", "pad", "ball", "roller")
SIGNALS = ("pain", "stress", "sleep", "breath")
TEXTS = ("", "The bridge went fine.", "Tired after work, slept badly.", "I do not want to live.")
"""What people write in notes; the last one must always reach a human."""
FIRST_DAY = date(2024, 1, 1)


class Draw(Protocol):
    """Where chance comes from."""

    def number(self, low: float, high: float) -> float:
        """A number within bounds, the bounds themselves often."""

    def whole(self, low: int, high: int) -> int:
        """A whole number within bounds."""

    def chance(self, part: float) -> bool:
        """True for about this part of the draws."""

    def some(self, options: Sequence[str], most: int) -> list[str]:
        """Up to ``most`` of the options, none twice."""


class Seeded:
    """Chance from a NumPy generator."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng

    def number(self, low: float, high: float) -> float:
        """One draw in eight is a bound."""
        edge = self.rng.random()
        return low if edge < 1 / 16 else high if edge < 1 / 8 else low + (high - low) * float(self.rng.random())

    def whole(self, low: int, high: int) -> int:
        """Evenly."""
        return int(self.rng.integers(low, high + 1))

    def chance(self, part: float) -> bool:
        """As asked."""
        return bool(self.rng.random() < part)

    def some(self, options: Sequence[str], most: int) -> list[str]:
        """In any order."""
        count = self.whole(0, min(most, len(options)))
        return [options[i] for i in self.rng.permutation(len(options))[:count]]


class Shrinking:
    """Chance from hypothesis; ``part`` only says whether a thing may be."""

    def __init__(self, data: st.DataObject) -> None:
        self.data = data

    def number(self, low: float, high: float) -> float:
        """Any, towards the simple ones."""
        return self.data.draw(st.floats(low, high))

    def whole(self, low: int, high: int) -> int:
        """Any, towards the low end."""
        return self.data.draw(st.integers(low, high))

    def chance(self, part: float) -> bool:
        """Any, towards false."""
        return part > 0 and self.data.draw(st.booleans())

    def some(self, options: Sequence[str], most: int) -> list[str]:
        """Any, towards none."""
        return self.data.draw(st.lists(st.sampled_from(options), unique=True, max_size=most)) if options else []


@st.composite
def stories(draw: st.DrawFn, *, flags: float = 1.0) -> IntakeAnswers:
    """Any legal story; ``flags`` 0 leaves out every question answered with yes."""
    return story(Shrinking(draw(st.data())), flags=flags)


def people(count: int, *, seed: int, flags: float = 0.04) -> Iterator[IntakeAnswers]:
    """``count`` stories from a seed. ``flags`` is the part of yes-questions answered with yes: at 0.04 about seven
    people in ten meet no stop, and plans are tried as well as refusals."""
    drawn = Seeded(np.random.default_rng(seed))
    for _ in range(count):
        yield story(drawn, flags=flags)


def allowed(count: int, *, seed: int) -> list[IntakeAnswers]:
    """``count`` stories without a stop."""
    found: list[IntakeAnswers] = []
    for one in people(100 * count, seed=seed):
        if screen_answers(one.answers, texts=one.all_texts, visits=one.visits).level != LEVELS[-1]:
            found.append(one)
        if len(found) == count:
            return found
    raise AssertionError(f"{len(found)} of {100 * count} people met no stop, {count} were asked for")


def story(drawn: Draw, *, flags: float) -> IntakeAnswers:
    """One legal story, as the door lets it in."""
    wishes = _wishes(drawn)
    named = (*SIGNALS, *energy_centres(opted_in=wishes.reflection))
    tests = [test for test in self_tests().values() if drawn.chance(0.4)]
    asked = [one for one in questionnaires().values() if drawn.chance(0.3)]
    answers = _answers(drawn, flags)
    return IntakeAnswers(
        answers,
        tuple(_tested(drawn, test) for test in tests),
        {one.id: _filled(drawn, one) for one in asked},
        tuple(_event(drawn, wishes.reflection) for _ in range(drawn.whole(0, 4))),
        tuple(_check_in(drawn, named) for _ in range(drawn.whole(0, 12))),
        (TEXTS[drawn.whole(0, len(TEXTS) - 1 if drawn.chance(0.02 if flags else 0) else len(TEXTS) - 2)],),
        wishes,
        visits=_visits(drawn, answers),
        belly_check={name: drawn.chance(flags) for name in check_names() if drawn.chance(0.7)},
    )


def _visits(drawn: Draw, answers: Answers) -> tuple[DoctorVisit, ...]:
    """Some saw a doctor, mostly with what shows."""
    if not drawn.chance(0.4):
        return ()
    shown = [one.id for one in screen_answers(answers).entries if one.checkable]
    return tuple(_visit(drawn, name) for name in drawn.some(shown or checkable_pictures(), 6))


def _visit(drawn: Draw, picture: str) -> DoctorVisit:
    """A doctor looked at a picture, whatever they said and whether or not it shows."""
    day = _day(drawn)
    outcome = tuple(VisitOutcome)[drawn.whole(0, len(VisitOutcome) - 1)]
    return DoctorVisit(picture, day, outcome, drawn.chance(0.7), day + timedelta(days=drawn.whole(0, 60)))


def _answers(drawn: Draw, flags: float) -> dict[str, Any]:
    """Any part of the intake: some people answer all of it, some next to nothing."""
    part = drawn.number(0, 1)
    return {name: _answer(drawn, one, flags) for name, one in intake_questions().items() if drawn.chance(part)}


def _answer(drawn: Draw, asked: Question, flags: float) -> Any:
    if asked.kind == "yes":
        return drawn.chance(flags)
    if asked.kind == "number":
        return drawn.number(asked.low, asked.high)
    if asked.kind == "choice":
        return asked.options[drawn.whole(0, len(asked.options) - 1)]
    return tuple(drawn.some(asked.options, 3))


def _tested(drawn: Draw, test: SelfTest) -> SelfTestResult:
    """Right alone for a test without sides; otherwise one side or both, and an earlier day or none."""

    def value(wanted: bool) -> float | None:
        return drawn.number(test.low, test.high) if wanted else None

    left_alone = test.sides and drawn.chance(0.1)
    left = left_alone or (test.sides and drawn.chance(0.9))
    before = drawn.chance(0.3)
    where = tuple(drawn.some(intake_questions()["pain_where"].options, 2))
    way = WAYS[drawn.whole(0, len(WAYS) - 1)]
    values = (value(not left_alone), value(left))
    return SelfTestResult(test.id, *values, (value(before and not left_alone), value(before and left)), where, way)


def _filled(drawn: Draw, asked: Questionnaire) -> Mapping[str, float]:
    """Every item, or as many as it asks for."""
    count = drawn.whole(asked.at_least_items, len(asked.items))
    return {item.id: _item(drawn, item) for item in asked.items[:count]}


def _item(drawn: Draw, item: QuestionnaireItem) -> float:
    whole = bool(item.labels)
    return float(drawn.whole(int(item.low), int(item.high))) if whole else drawn.number(item.low, item.high)


def _event(drawn: Draw, reflection: bool) -> LifeEvent:
    kind = EVENT_KINDS[drawn.whole(0, len(EVENT_KINDS) - 1)]
    named = drawn.some(tuple(energy_centres(opted_in=reflection)), 1)
    return LifeEvent(_day(drawn), kind, "Moved house", named[0] if named else "")


def _check_in(drawn: Draw, named: Sequence[str]) -> CheckIn:
    return CheckIn(_day(drawn), {name: drawn.number(0, 10) for name in named if drawn.chance(0.7)})


def _day(drawn: Draw) -> date:
    return FIRST_DAY + timedelta(days=drawn.whole(0, 730))


def _wishes(drawn: Draw) -> Preferences:
    """Any place, time and equipment; now and then an item pinned, banned or exchanged, and none of them twice."""
    names = (
        *exercises(),
        *list_breath_techniques(),
        *(guide.id for guide in list_massage_guides().values() if guide.who == "self"),
    )
    swap = drawn.some(names, 2) if drawn.chance(0.2) else []
    pin = drawn.some(names, 2) if drawn.chance(0.3) else []
    return Preferences(
        PLACES[drawn.whole(0, len(PLACES) - 1)],
        float(drawn.whole(5, 60)),
        drawn.whole(1, 7),
        drawn.whole(1, 16),
        tuple(drawn.some(EQUIPMENT, len(EQUIPMENT))),
        drawn.chance(0.3),
        tuple(one for one in pin if one not in swap),
        tuple(one for one in drawn.some(names, 4) if one not in (*pin, *swap)) if drawn.chance(0.3) else (),
        {swap[0]: swap[1]} if len(swap) == 2 else {},
    )
