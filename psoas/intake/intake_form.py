"""The intake as screens: which questions stand together, what is asked of whom, and a screen's form -> answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from starlette.datastructures import FormData, UploadFile

from psoas.core.message import Message, message
from psoas.intake.pain_map import OF_THE_MAP, answers_from_boxes
from psoas.intake.question_flow import question_flow
from psoas.knowledge.intake_questions import (
    AnswerCondition,
    Answers,
    DraftAnswer,
    Question,
    intake_questions,
    parse_condition,
)

NONE = "none"
"""Name of the box that says "none of these"."""
OWN_WORDS = "own_words"
"""The note that holds what a person said in their own words."""
LONGEST = 2000
"""Letters of it."""
UNASKED = "self_harm_thoughts"
"""Never asked in passing: the screening sets it from a person's own words."""


@dataclass(frozen=True)
class IntakeScreen:
    """One screen: its ``id`` (words in the catalogue under it) and its questions in order."""

    id: str
    questions: tuple[Question, ...]

    @property
    def group(self) -> str:
        """What its first question is about, as a heading."""
        return self.questions[0].group

    def asks(self, answers: Answers) -> tuple[Question, ...]:
        """The questions that make sense after these answers."""
        return tuple(one for one in self.questions if is_question_relevant(one.id, answers))


@dataclass(frozen=True)
class FormReading:
    """A form that was read: ``answers`` by question, and ``faults`` by question ("none" for a list of yes or no)."""

    answers: Answers
    faults: Mapping[str, Message]


@cache
def intake_screens() -> dict[str, IntakeScreen]:
    """All screens by id, in the order they are asked."""
    known = intake_questions()
    made = (IntakeScreen(key, tuple(known[name] for name in names)) for key, names in question_flow().screens.items())
    return {one.id: one for one in made}


@cache
def question_conditions() -> dict[str, tuple[tuple[AnswerCondition, ...], ...]]:
    """What has to hold for a question, as a red flag's groups: one condition of each."""
    return {name: parse_condition_groups(groups) for name, groups in question_flow().only_if.items()}


def parse_condition_groups(groups: Iterable[Iterable[str]]) -> tuple[tuple[AnswerCondition, ...], ...]:
    """Groups of conditions from their texts; a list of words by its name alone: anything in it."""
    return tuple(tuple(_condition(text) for text in group) for group in groups)


def conditions_hold(groups: Iterable[Iterable[AnswerCondition]], answers: Answers) -> bool:
    """Whether each group has a condition that holds."""
    return all(any(one.holds(answers) for one in group) for group in groups)


def is_question_relevant(question: str, answers: Answers) -> bool:
    """Whether a question is asked after these answers."""
    return question != UNASKED and conditions_hold(question_conditions().get(question, ()), answers)


def relevant_screens(answers: Answers) -> list[IntakeScreen]:
    """The screens that have something to ask, in order."""
    return [one for one in intake_screens().values() if one.asks(answers)]


def is_screen_done(screen: IntakeScreen, answers: Answers) -> bool:
    """Whether everything on a screen that must be answered is."""
    return all(one.id in answers for one in screen.asks(answers) if one.id not in question_flow().optional)


def next_open_screen(answers: Answers) -> IntakeScreen | None:
    """Where one left: the first screen with something still to answer, None at the end."""
    return next((one for one in relevant_screens(answers) if not is_screen_done(one, answers)), None)


def settled_questions(answers: Answers) -> frozenset[str]:
    """Questions that have an answer, or that other answers leave no room for (no weeks of pregnancy for a man)."""
    closed = {name for name, groups in question_conditions().items() if any(_fails(group, answers) for group in groups)}
    return frozenset({*answers, *closed})


def drop_irrelevant_answers(answers: Answers) -> dict[str, DraftAnswer]:
    """Answers without those to questions that make no sense any more."""
    left = dict(answers)
    for screen in intake_screens().values():
        for one in screen.questions:
            if not is_question_relevant(one.id, left):
                left.pop(one.id, None)
    return left


def read_form(screen: IntakeScreen, answers: Answers, form: FormData) -> FormReading:
    """What a screen's form says."""
    asked = screen.asks(answers)
    if screen.id == OF_THE_MAP:
        found = answers_from_boxes(str(one) for one in form.getlist("place"))
        nowhere = form.get(NONE) is not None
        return FormReading(found, {} if bool(found["pain_where"]) != nowhere else {NONE: _list_fault(nowhere)})
    told: dict[str, DraftAnswer] = {}
    faults: dict[str, Message] = {}
    listed = checklist(asked)
    ticked = {one.id: form.get(one.id) == "yes" for one in listed}
    if listed and any(ticked.values()) == (form.get(NONE) is not None):
        faults[NONE] = _list_fault(any(ticked.values()))
    told |= ticked
    for one in asked:
        if one not in listed:
            _read(one, form, told, faults)
    return FormReading(told, faults)


def checklist(asked: Iterable[Question]) -> tuple[Question, ...]:
    """Yes-or-no questions of a screen, asked as one list where there are several."""
    found = tuple(one for one in asked if one.kind == "yes")
    return found if len(found) > 1 else ()


def parse_number(text: UploadFile | str | None) -> float | None:
    """A number as people write it, with a point or a comma; None where it is none."""
    try:
        return float(str(text).strip().replace(",", "."))
    except ValueError:
        return None


def plain_number(value: float) -> float | int:
    """7 instead of 7.0."""
    return int(value) if value == int(value) else value


def _read(one: Question, form: FormData, told: dict[str, DraftAnswer], faults: dict[str, Message]) -> None:
    given = [str(value) for value in form.getlist(one.id)]
    if one.kind == "many":
        nothing = form.get(NONE) is not None
        if bool(given) == nothing or not set(given) <= set(one.options):
            faults[one.id] = _list_fault(nothing)
        told[one.id] = [option for option in one.options if option in given]
    elif one.kind == "number":
        _read_number(one, "".join(given), told, faults)
    elif given[-1:] and given[-1] in (one.options or ("yes", "no")):
        told[one.id] = given[-1] if one.options else given[-1] == "yes"
    else:
        faults[one.id] = message("story.fault.choice")


def _read_number(one: Question, entered: str, told: dict[str, DraftAnswer], faults: dict[str, Message]) -> None:
    value = parse_number(entered)
    if not entered.strip() and one.id in question_flow().optional:
        return
    if value is None or not one.low <= value <= one.high:
        unit = "" if one.unit_code == "of_ten" else f" {one.unit}"
        faults[one.id] = message("story.fault.number", low=f"{one.low:g}", high=f"{one.high:g}", unit=unit)
    else:
        told[one.id] = plain_number(value)


def _list_fault(some: bool) -> Message:
    return message("story.fault.both" if some else "story.fault.list")


def _fails(group: Iterable[AnswerCondition], answers: Answers) -> bool:
    """Whether everything that a group of conditions looks at is answered, and none holds."""
    return all(one.question in answers and not one.holds(answers) for one in group)


def _condition(text: str) -> AnswerCondition:
    known = intake_questions().get(text)
    return AnswerCondition(text) if known and known.kind == "many" else parse_condition(text)
