"""``answers.toml`` or JSON -> ``IntakeAnswers``: checked once, here, and every fault named with its line."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Mapping, MutableMapping
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from psoas.core import toml_lines
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.intake.answer_faults import AnswerFault, schema_faults
from psoas.intake.answers import GOALS, CheckIn, IntakeAnswers, LifeEvent, Preferences, SelfTestResult
from psoas.intake.answers_rules import rule_faults
from psoas.intake.answers_schema import AnswersFile, CheckInPart, EventPart, SelfTestPart, VisitPart, WishesPart
from psoas.intake.vocabulary import CENTRES
from psoas.knowledge.doctor_visits import DoctorVisit
from psoas.knowledge.questionnaires import questionnaires


def read_answers(path: Path) -> IntakeAnswers:
    """The answers in a TOML file.

    Raises:
        InputError: Every fault, each with its line: "answers.toml line 7: age is 200; expected ...".
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(message("intake.unreadable", file=path.name, fault=str(error))) from error
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, fault = toml_lines.broken_line(text, str(error))
        raise InputError(message("intake.not_toml", file=path.name, line=line, fault=fault)) from error
    file, faults = check_answers_file(data)
    if file is None:
        index = toml_lines.index_lines(text)
        found = sorted(((toml_lines.find_line(index, one.path), one.words) for one in faults), key=lambda one: one[0])
        raise InputError(*(message("intake.on_line", file=path.name, line=line, fault=words) for line, words in found))
    return answers_from_file(file)


def parse_answers(data: Mapping[str, object]) -> IntakeAnswers:
    """The same from a mapping, such as parsed JSON; days may be texts ("2025-03-01").

    Raises:
        InputError: Every fault.
    """
    file, faults = check_answers_file(data)
    if file is None:
        raise InputError(*(one.words for one in faults))
    return answers_from_file(file)


def check_answers_file(data: Mapping[str, object]) -> tuple[AnswersFile | None, tuple[AnswerFault, ...]]:
    """The checked file, or None and all its faults: those of its shape, and those that the knowledge base finds in what
    has the right shape. What it misses in a table is no fault where something inside has the wrong shape."""
    try:
        file, shape = AnswersFile.model_validate(data), list[AnswerFault]()
    except ValidationError as error:
        file, shape = AnswersFile.model_validate(_without(data, error)), list(schema_faults(error))
    inside = {one.path[:length] for one in shape for length in range(len(one.path))}
    faults = (*shape, *(one for one in rule_faults(file) if one.path not in inside))
    return (None if faults else file), faults


def answers_from_file(file: AnswersFile) -> IntakeAnswers:
    """The answers of a checked file; centres count only for people who asked for the reflection."""
    reflection = file.wishes.reflection
    return IntakeAnswers(
        dict(file.answers),
        tuple(_self_test(name, row) for name, row in file.tests.items()),
        {name: dict(items) for name, items in file.questionnaires.items()},
        tuple(LifeEvent(one.day, one.kind, one.words, str(one.centre) if reflection else "") for one in file.events),
        tuple(
            CheckIn(one.day, {key: value for key, value in one.values().items() if reflection or key not in CENTRES})
            for one in file.check_ins
        ),
        tuple(text for text in file.notes.values() if text.strip()),
        _preferences(file.wishes),
        dict(file.told_on),
        tuple(_visit(name, row) for name, row in file.visits.items()),
        dict(file.belly_check),
        {item: name for item in _goal_items() if (name := file.notes.get(item, "").strip())},
    )


def file_from_answers(answers: IntakeAnswers) -> AnswersFile:
    """The file that answers stand for, such as to write them as JSON: ``.model_dump_json(by_alias=True)``. Free texts
    are notes by number."""
    wishes = answers.wishes
    return AnswersFile(
        answers={key: tuple(one) if isinstance(one, list) else one for key, one in answers.answers.items()},
        tests={one.test: _self_test_part(one) for one in answers.tests},
        questionnaires={name: dict(items) for name, items in answers.questionnaires.items()},
        events=tuple(EventPart.model_validate(vars(one)) for one in answers.events),
        check_ins=tuple(CheckInPart.model_validate({"day": one.day, **one.values}) for one in answers.check_ins),
        notes=_notes(answers),
        wishes=WishesPart(
            place=wishes.place, minutes=wishes.minutes, days=wishes.days, weeks=wishes.weeks,
            equipment=wishes.equipment, reflection=wishes.reflection, pin=wishes.pin, ban=wishes.ban,
            swap=dict(wishes.swap),
        ),
        told_on=dict(answers.told_on),
        visits={one.picture: _visit_part(one) for one in answers.visits},
        belly_check=dict(answers.belly_check),
    )  # fmt: skip


def _visit(picture: str, row: VisitPart) -> DoctorVisit:
    """A visit; answers whose day is not told are those of today."""
    recorded = row.recorded or date.today()
    return DoctorVisit(picture, row.day, row.outcome, row.nothing_new, recorded, row.limits, row.signs)


def _visit_part(one: DoctorVisit) -> VisitPart:
    return VisitPart(
        day=one.day, outcome=one.outcome, nothing_new=one.nothing_new, recorded=one.recorded, limits=one.limits,
        signs=one.signs,
    )  # fmt: skip


def _goal_items() -> tuple[str, ...]:
    return tuple(one.id for one in questionnaires()[GOALS].items)


def _notes(answers: IntakeAnswers) -> dict[str, str]:
    """Free texts by the item of a goal, or by number."""
    goals = {name: item for item, name in answers.goals.items()}
    return {goals.get(text.strip(), f"note_{number}"): text for number, text in enumerate(answers.texts, 1)}


def _self_test(name: str, row: SelfTestPart) -> SelfTestResult:
    return SelfTestResult(name, row.right, row.left, (row.baseline_right, row.baseline_left), row.where, row.way)


def _self_test_part(one: SelfTestResult) -> SelfTestPart:
    right, left = one.baseline
    return SelfTestPart(
        right=one.right, left=one.left, baseline_right=right, baseline_left=left, where=one.where, way=one.way
    )


def _preferences(wishes: WishesPart) -> Preferences:
    return Preferences(
        wishes.place, wishes.minutes, wishes.days, wishes.weeks, wishes.equipment, wishes.reflection, wishes.pin,
        wishes.ban, dict(wishes.swap),
    )  # fmt: skip


def _without(data: Mapping[str, object], error: ValidationError) -> Mapping[str, object]:
    """Answers without what has the wrong shape, so that the rest can be checked as well. Lists of tables go whole: what
    is left of them would stand in other places."""
    left = copy.deepcopy(dict(data))
    for one in error.errors(include_url=False):
        path = one["loc"][: next((i for i, key in enumerate(one["loc"]) if isinstance(key, int)), None)]
        path = path[:2] if path[0] == "visits" else path  # whose fields are needed
        _drop(left, path)
    return left


def _drop(table: MutableMapping[str, object], path: tuple[str | int, ...]) -> None:
    """Take the value at a path out of nested tables, if it is still there."""
    for key in path[:-1]:
        inner = table.get(str(key))
        if not isinstance(inner, MutableMapping):
            return
        table = inner
    table.pop(str(path[-1]), None)
