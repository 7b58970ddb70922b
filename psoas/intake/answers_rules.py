"""What the knowledge base demands of answers: questions, self-tests, questionnaires and names of items that exist, and
values that they allow."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial

from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.intake.answer_faults import AnswerFault, Path, unknown_fault, word_faults
from psoas.intake.answers import SIDES_OF_PLACES, WHERE
from psoas.intake.answers_schema import AnswersFile, SelfTestPart, VisitPart, WishesPart
from psoas.intake.vocabulary import EQUIPMENT
from psoas.knowledge.belly_check import check_names
from psoas.knowledge.intake_questions import Answer, check_answers, intake_questions
from psoas.knowledge.questionnaires import questionnaires, score_questionnaire
from psoas.knowledge.screening import NARROWS, checkable_pictures
from psoas.knowledge.self_tests import WAYS, judge_self_test, self_tests


def rule_faults(file: AnswersFile) -> Iterator[AnswerFault]:
    """Every fault of a file whose shape is right."""
    yield from _answer_faults(file.answers)
    for name, test in file.tests.items():
        yield from _test_faults(name, test)
    for name, items in file.questionnaires.items():
        yield from _questionnaire_faults(name, items)
    for name, visit in file.visits.items():
        yield from _visit_faults(name, visit)
    yield from word_faults(("belly_check",), file.belly_check, check_names())
    yield from _wish_faults(file.wishes)
    for question in file.told_on:
        if question not in intake_questions():
            yield unknown_fault(("told_on", question), "unknown_question", question, intake_questions())


def _tried(path: Path, check: Callable[[], object]) -> Iterator[AnswerFault]:
    """What a check of the knowledge base finds, at one place."""
    try:
        check()
    except InputError as error:
        yield from (AnswerFault(path, one) for one in error.messages)


def _answer_faults(answers: Mapping[str, Answer]) -> Iterator[AnswerFault]:
    yield from _side_faults(answers)
    for question, value in answers.items():
        if question not in intake_questions():
            yield unknown_fault(("answers", question), "unknown_question", question, intake_questions())
        else:
            yield from _tried(("answers", question), partial(check_answers, {question: value}))


def _side_faults(answers: Mapping[str, Answer]) -> Iterator[AnswerFault]:
    """A side of a place that is not among the places would be lost without notice."""
    places, sides = answers.get(WHERE, ()), answers.get(SIDES_OF_PLACES, ())
    if not isinstance(places, (list, tuple)) or not isinstance(sides, (list, tuple)):
        return
    for place in dict.fromkeys(str(one).split("/")[0] for one in sides):
        if place in intake_questions()[WHERE].options and place not in places:
            words = message("intake.side_without_place", sides=SIDES_OF_PLACES, place=place, places=WHERE)
            yield AnswerFault(("answers", SIDES_OF_PLACES), words)


def _test_faults(name: str, test: SelfTestPart) -> Iterator[AnswerFault]:
    path: Path = ("tests", name)
    known = self_tests().get(name)
    if known is None:
        yield unknown_fault(path, "unknown_test", name, self_tests())
        return
    yield from word_faults((*path, "where"), test.where, intake_questions()[WHERE].options)
    if test.way not in WAYS:
        yield unknown_fault((*path, "way"), "unknown_word", test.way, WAYS)
    if test.right is None and test.left is None:
        yield from _tried(path, lambda: judge_self_test(known))
    if test.right is not None:
        yield from _tried((*path, "right"), lambda: judge_self_test(known, right=test.right))
    if test.left is not None:
        yield from _tried((*path, "left"), lambda: judge_self_test(known, left=test.left))
    legal, right, left = known.low, test.baseline_right, test.baseline_left
    if right is not None:
        yield from _tried(
            (*path, "baseline_right"), lambda: judge_self_test(known, right=legal, baseline=(right, None))
        )
    if left is not None:
        yield from _tried((*path, "baseline_left"), lambda: judge_self_test(known, right=legal, baseline=(None, left)))


def _questionnaire_faults(name: str, items: Mapping[str, float]) -> Iterator[AnswerFault]:
    path: Path = ("questionnaires", name)
    known = questionnaires().get(name)
    if known is None:
        yield unknown_fault(path, "unknown_questionnaire", name, questionnaires())
        return
    legal = {item.id: item.low for item in known.items}
    faulty = set()
    for item, value in items.items():
        found = list(_tried((*path, item), partial(score_questionnaire, known, {**legal, item: value})))
        faulty |= {item} if found else set()
        yield from found
    answered = {item: items[item] if item not in faulty else legal[item] for item in items if item in legal}
    yield from _tried(path, lambda: score_questionnaire(known, answered))


def _visit_faults(name: str, visit: VisitPart) -> Iterator[AnswerFault]:
    path: Path = ("visits", name)
    if name not in checkable_pictures():
        yield unknown_fault(path, "unknown_picture", name, checkable_pictures())
    yield from word_faults((*path, "limits"), visit.limits, NARROWS)
    if visit.recorded is not None and visit.day > visit.recorded:
        yield AnswerFault((*path, "day"), message("intake.visit_later", name=name, day=visit.day.isoformat()))


def _wish_faults(wishes: WishesPart) -> Iterator[AnswerFault]:
    yield from word_faults(("wishes", "equipment"), wishes.equipment, known_equipment(wishes.equipment))
    named = {"pin": wishes.pin, "ban": wishes.ban, "swap": (*wishes.swap, *wishes.swap.values())}
    items = known_items() if any(named.values()) else ()
    for key, words in named.items():
        yield from word_faults(("wishes", key), words, items)


def known_items() -> tuple[str, ...]:
    """Every name that a plan could hold; read only when asked for, the exercises take a while."""
    from psoas.knowledge import breath_techniques, exercise_library, massage_guides

    return (
        *exercise_library.exercises(),
        *massage_guides.list_massage_guides(),
        *breath_techniques.list_breath_techniques(),
        *self_tests(),
    )


def known_equipment(wanted: Collection[str]) -> tuple[str, ...]:
    """What may be at hand; the exercises are read only where something else is named."""
    if set(wanted) <= set(EQUIPMENT):
        return EQUIPMENT
    from psoas.knowledge.exercise_library import exercises

    return tuple(dict.fromkeys([*EQUIPMENT, *(name for one in exercises().values() for name in one.equipment)]))
