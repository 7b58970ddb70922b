"""The generated people: legal, reproducible, and together they say everything that can be said."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from psoas.intake.answers import IntakeAnswers
from psoas.knowledge.intake_questions import check_answers, intake_questions
from psoas.knowledge.questionnaires import questionnaires, score_questionnaire
from psoas.knowledge.screening import Screening, ScreeningLevel, screen_answers
from psoas.knowledge.self_tests import judge_self_test, self_tests
from tests.assessment_people import TEXTS, allowed, people, stories


def legal(one: IntakeAnswers) -> None:
    """What the door would refuse is refused here."""
    check_answers(one.answers)
    for test in one.tests:
        judge_self_test(test.test, right=test.right, left=test.left, baseline=test.baseline)
    for name, items in one.questionnaires.items():
        score_questionnaire(name, items)
    assert one.wishes.reflection or not any(event.centre for event in one.events)
    assert one.wishes.reflection or not any("root" in one.values for one in one.check_ins)


@given(stories())
def test_drawn_people_are_legal(one: IntakeAnswers) -> None:
    legal(one)


def test_seeded_people_are_legal_and_the_same_again() -> None:
    first = list(people(60, seed=3))
    for one in first:
        legal(one)
    assert first == list(people(60, seed=3)) and first != list(people(60, seed=4))


def test_together_they_say_everything() -> None:
    crowd = list(people(3000, seed=1))
    said: dict[str, set[Any]] = {name: set() for name in intake_questions()}
    for one in crowd:
        for name, answer in one.answers.items():
            said[name] |= set(answer) if isinstance(answer, tuple) else {answer}
    for name, asked in intake_questions().items():
        ends: set[Any] = {asked.low, asked.high} if asked.kind == "number" else set(asked.options)
        whole = {True, False} if asked.kind == "yes" else ends
        assert whole <= said[name], name
    assert {test.test for one in crowd for test in one.tests} == set(self_tests())
    assert {name for one in crowd for name in one.questionnaires} == set(questionnaires())
    assert {text for one in crowd for text in one.texts} == set(TEXTS)
    wishes = [one.wishes for one in crowd]
    assert {one.place for one in wishes} == {"home", "work", "travel"} and {one.days for one in wishes} == set(
        range(1, 8)
    )
    assert any(one.pin for one in wishes) and any(one.ban for one in wishes) and any(one.swap for one in wishes)


def test_plans_are_tried_as_well_as_refusals() -> None:
    levels = [screened(one).level for one in people(400, seed=2)]
    assert 0.15 < levels.count(ScreeningLevel.STOP) / len(levels) < 0.75
    assert all(screened(one).program_allowed for one in allowed(50, seed=2))


def screened(one: IntakeAnswers) -> Screening:
    """The screening of everything that a person told."""
    return screen_answers(one.answers, texts=one.all_texts, visits=one.visits)
