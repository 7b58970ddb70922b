"""``answers.toml`` -> ``Story``: checked once, here, and every fault told with its line."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from psoas.core.errors import InputError
from psoas.intake import toml_lines
from psoas.intake.answers import (
    EVENT_KINDS,
    SCHEMA,
    SIDES_OF_PLACES,
    WHERE,
    CheckIn,
    IntakeAnswers,
    LifeEvent,
    Preferences,
    SelfTestResult,
)
from psoas.knowledge import questionnaires, self_tests
from psoas.knowledge.intake_questions import check_answers, intake_questions
from psoas.knowledge.reflection import energy_centres
from psoas.knowledge.session_templates import PLACES

CENTRES = tuple(energy_centres(opted_in=True))
SIGNALS = ("pain", "stress", "sleep", "breath", *CENTRES)
"""What a check-in may hold, each from 0 to 10."""
EQUIPMENT = ("mat", "chair", "wall", "step", "bed", "pad", "ball", "roller")
"""What most people have at hand; the library may ask for more, and what it asks for may be named, too."""
MOST_NAMES = 20
"""From more names than this only near ones are told."""
PARTS = ("schema", "answers", "tests", "questionnaires", "events", "check_ins", "notes", "wishes", "told_on")
TEST_FIELDS = ("right", "left", "baseline_right", "baseline_left", "where", "way")
BOUNDS = {"minutes": (5.0, 180.0), "days": (1, 7), "weeks": (1, 26)}
"""The least and most minutes a session, days a week, and weeks that can be wished for (assumed)."""


def read_answers(path: Path) -> IntakeAnswers:
    """The story in an answers file.

    Raises ``InputError`` with every fault, each with its line: "answers.toml line 7: age is 200; expected ...".
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path.name}: cannot be read ({error}); expected a TOML file in UTF-8") from error
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(_broken(path.name, text, str(error))) from error
    index = toml_lines.index_lines(text)
    reader = _AnswersReader()
    story = reader.story(given)
    found = sorted((toml_lines.find_line(index, where), fault) for where, fault in reader.faults)
    if found:
        raise InputError(*(f"{path.name} line {line}: {fault}" for line, fault in found))
    return story


def parse_answers(given: Mapping[str, Any]) -> IntakeAnswers:
    """The same from a mapping, such as the body of a request; days may be texts ("2025-03-01").

    Raises ``InputError`` with every fault.
    """
    reader = _AnswersReader()
    story = reader.story(given)
    if reader.faults:
        raise InputError(*(fault for _, fault in reader.faults))
    return story


def _broken(name: str, text: str, error: str) -> str:
    found = re.search(r"\s*\(at (?:line (\d+), column \d+|end of document)\)", error)
    line = found[1] if found and found[1] else str(max(len(text.splitlines()), 1))
    return f"{name} line {line}: is not TOML from here on ({error[: found.start()] if found else error})"


class _AnswersReader:
    """Reads part after part, and notes faults with the path of keys that they concern."""

    def __init__(self) -> None:
        self.faults: list[tuple[toml_lines.Path, str]] = []

    def story(self, given: Mapping[str, Any]) -> IntakeAnswers:
        for key in given:
            self.known((key,), key, PARTS, "a part of the answers")
        if given.get("schema", SCHEMA) != SCHEMA:
            self.fault(("schema",), f"schema is {given['schema']!r}; expected {SCHEMA}")
        wishes = self.wishes(self.table(given, "wishes"))
        return IntakeAnswers(
            self.answers(self.table(given, "answers")),
            tuple(t for name, row in self.table(given, "tests").items() if (t := self.test(name, row))),
            {
                name: row
                for name, one in self.table(given, "questionnaires").items()
                if (row := self.questionnaire(name, one)) is not None
            },
            tuple(e for i, row in self.rows(given, "events") if (e := self.event(i, row, wishes.reflection))),
            tuple(c for i, row in self.rows(given, "check_ins") if (c := self.check_in(i, row, wishes.reflection))),
            self.texts(self.table(given, "notes")),
            wishes,
            self.days(self.table(given, "told_on")),
        )

    def answers(self, given: Mapping[str, Any]) -> dict[str, Any]:
        self.each(given, ("answers",), lambda name, value: check_answers({name: value}))
        self.sides(given)
        asked = intake_questions()
        return {n: tuple(v) if n in asked and asked[n].kind == "many" and isinstance(v, list) else v
                for n, v in given.items()}  # fmt: skip

    def sides(self, given: Mapping[str, Any]) -> None:
        """A side of a place that is not told of would be lost without a word."""
        told, each = given.get(WHERE, ()), given.get(SIDES_OF_PLACES, ())
        if not isinstance(told, (list, tuple)) or not isinstance(each, (list, tuple)):
            return
        for place in dict.fromkeys(str(one).split("/")[0] for one in each):
            if place in intake_questions()[WHERE].options and place not in told:
                where, text = ("answers", SIDES_OF_PLACES), f"{SIDES_OF_PLACES} holds a side of {place}"
                self.fault(where, f"{text}; expected {place} in {WHERE}, too")

    def test(self, name: str, row: Any) -> SelfTestResult | None:
        where: toml_lines.Path = ("tests", name)
        if not self.known(where, name, self_tests.self_tests(), "a self-test") or not self.is_table(where, name, row):
            return None
        before = len(self.faults)
        for key in row:
            self.known((*where, key), f"{name}: {key}", TEST_FIELDS, "known", key)
        values = {key: self.number((*where, key), f"{name}: {key}", row.get(key)) for key in TEST_FIELDS[:4]}
        felt = self.words(
            (*where, "where"), f"{name}: where", row.get("where", []), intake_questions()["pain_where"].options
        )
        way = self.choice((*where, "way"), f"{name}: way", row.get("way", "hand"), self_tests.WAYS)
        tested = SelfTestResult(
            name, values["right"], values["left"], (values["baseline_right"], values["baseline_left"]), felt, way
        )
        if len(self.faults) == before or tested.right is not None or tested.left is not None:
            try:
                self_tests.judge_self_test(name, right=tested.right, left=tested.left, baseline=tested.baseline)
            except InputError as error:
                for fault in error.faults:
                    key = re.match(r"\w+: (?:baseline )?(?:right|left)", fault)
                    self.fault((*where, key[0].split(": ")[1].replace(" ", "_")) if key else where, fault)
        return tested if len(self.faults) == before else None

    def questionnaire(self, name: str, row: Any) -> dict[str, float] | None:
        where: toml_lines.Path = ("questionnaires", name)
        known = questionnaires.questionnaires()
        if not self.known(where, name, known, "a questionnaire") or not self.is_table(where, name, row):
            return None
        try:
            questionnaires.score_questionnaire(name, row)
        except InputError as error:
            for fault in error.faults:
                item = re.search(r"'(\w+)'", fault)
                self.fault((*where, item[1]) if item else where, fault)
            return None
        return {key: float(value) for key, value in row.items()}

    def event(self, place: int, row: Mapping[str, Any], reflection: bool) -> LifeEvent | None:
        where, name, before = ("events", place), f"event {place + 1}", len(self.faults)
        for key in row:
            self.known((*where, key), f"{name}: {key}", ("day", "kind", "words", "centre"), "known", key)
        day = self.day((*where, "day"), name, row.get("day"))
        kind = self.choice((*where, "kind"), f"{name}: kind", row.get("kind"), EVENT_KINDS)
        words = row.get("words")
        if not isinstance(words, str) or not words.strip():
            self.fault((*where, "words"), f"{name}: words are {words!r}; expected a text")
        centre = self.choice((*where, "centre"), f"{name}: centre", row.get("centre", ""), ("", *CENTRES))
        if len(self.faults) > before or day is None:
            return None
        return LifeEvent(day, kind, str(words).strip(), centre if reflection else "")

    def check_in(self, place: int, row: Mapping[str, Any], reflection: bool) -> CheckIn | None:
        where, name, before = ("check_ins", place), f"check-in {place + 1}", len(self.faults)
        day = self.day((*where, "day"), name, row.get("day"))
        values = {}
        for key, value in row.items():
            if key != "day" and self.known((*where, key), f"{name}: {key}", SIGNALS, "known", key):
                values[key] = self.number((*where, key), f"{name}: {key}", value, 0, 10)
        if len(row) < 2:
            self.fault(where, f"{name}: holds nothing; expected some of {', '.join(SIGNALS)}")
        if len(self.faults) > before or day is None:
            return None
        return CheckIn(day, {k: v for k, v in values.items() if v is not None and (reflection or k not in CENTRES)})

    def texts(self, given: Mapping[str, Any]) -> tuple[str, ...]:
        for key, value in given.items():
            if not isinstance(value, str):
                self.fault(("notes", key), f"notes: {key} is {value!r}; expected a text")
        return tuple(value for value in given.values() if isinstance(value, str) and value.strip())

    def days(self, given: Mapping[str, Any]) -> dict[str, date]:
        found = {}
        for key, value in given.items():
            if self.known(("told_on", key), key, intake_questions(), "a question of the intake"):
                found[key] = self.day(("told_on", key), f"told_on: {key}", value)
        return {key: day for key, day in found.items() if day is not None}

    def wishes(self, given: Mapping[str, Any]) -> Preferences:
        plain = Preferences()
        for key in given:
            self.known(("wishes", key), f"wishes: {key}", vars(plain), "known", key)
        amounts = {}
        for key, (low, high) in BOUNDS.items():
            value = self.number(("wishes", key), f"wishes: {key}", given.get(key, getattr(plain, key)), low, high)
            amounts[key] = plain.minutes if value is None else value
            if key != "minutes" and value is not None and value != int(value):
                self.fault(("wishes", key), f"wishes: {key} is {value:g}; expected a whole number")
        reflection = given.get("reflection", False)
        if not isinstance(reflection, bool):
            self.fault(("wishes", "reflection"), f"wishes: reflection is {reflection!r}; expected true or false")
        equipment, swap = given.get("equipment", plain.equipment), given.get("swap", {})
        if not self.is_table(("wishes", "swap"), "swap", swap):
            swap = {}
        names = _items() if swap or given.get("pin") or given.get("ban") else ()
        self.words(("wishes", "swap"), "wishes: swap", [*swap, *swap.values()], names)
        return Preferences(
            self.choice(("wishes", "place"), "wishes: place", given.get("place", plain.place), PLACES),
            amounts["minutes"],
            int(amounts["days"]),
            int(amounts["weeks"]),
            self.words(("wishes", "equipment"), "wishes: equipment", equipment, _equipment(equipment)),
            reflection is True,
            self.words(("wishes", "pin"), "wishes: pin", given.get("pin", ()), names),
            self.words(("wishes", "ban"), "wishes: ban", given.get("ban", ()), names),
            {str(key): str(value) for key, value in swap.items()},
        )

    def fault(self, where: toml_lines.Path, text: str) -> None:
        self.faults.append((where, text))

    def each(self, given: Mapping[str, Any], where: toml_lines.Path, tried: Callable[[str, Any], None]) -> None:
        """Try every key of a table by itself, so that each fault finds its line."""
        for key, value in given.items():
            try:
                tried(key, value)
            except InputError as error:
                for fault in error.faults:
                    self.fault((*where, key), fault)

    def table(self, given: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        found = given.get(key, {})
        return found if self.is_table((key,), key, found) else {}

    def rows(self, given: Mapping[str, Any], key: str) -> list[tuple[int, Mapping[str, Any]]]:
        found = given.get(key, [])
        if not isinstance(found, list):
            self.fault((key,), f"{key} is {found!r}; expected tables, each under [[{key}]]")
            return []
        return [(i, row) for i, row in enumerate(found) if self.is_table((key, i), f"{key} {i + 1}", row)]

    def is_table(self, where: toml_lines.Path, name: str, value: Any) -> bool:
        if not isinstance(value, Mapping):
            self.fault(where, f"{name} is {value!r}; expected a table")
        return isinstance(value, Mapping)

    def known(self, where: toml_lines.Path, name: str, allowed: Collection[str], what: str, word: str = "") -> bool:
        if (word or name) in allowed:
            return True
        near = difflib.get_close_matches(word or name, list(allowed), n=3)
        near = near or (list(allowed) if len(allowed) <= MOST_NAMES else ["another name; none is near"])
        self.fault(where, f"'{name}' is not {what}; expected {' or '.join(near)}")
        return False

    def number(
        self, where: toml_lines.Path, name: str, value: Any, low: float = -1e6, high: float = 1e6
    ) -> float | None:
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
            wanted = "a number" if high == 1e6 else f"{low:g} to {high:g}"
            self.fault(where, f"{name} is {value!r}; expected {wanted}")
            return None
        return float(value)

    def choice(self, where: toml_lines.Path, name: str, value: Any, allowed: Collection[str]) -> str:
        if value not in allowed:
            self.fault(where, f"{name} is {value!r}; expected {', '.join(one for one in allowed if one)}")
        return str(value)

    def words(self, where: toml_lines.Path, name: str, value: Any, allowed: Collection[str]) -> tuple[str, ...]:
        if not isinstance(value, (list, tuple)) or any(not isinstance(one, str) for one in value):
            self.fault(where, f"{name} is {value!r}; expected a list of texts")
            return ()
        for one in value:
            self.known(where, f"{name}: {one}", allowed, "known", one)
        return tuple(value)

    def day(self, where: toml_lines.Path, name: str, value: Any) -> date | None:
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            self.fault(where, f"{name}: day is {value!r}; expected a date such as 2025-03-01")
            return None


def _items() -> tuple[str, ...]:
    """Every name that a plan could hold; read only when asked for, the exercises take a while."""
    from psoas.knowledge import breath_techniques, exercise_library, massage_guides

    return (
        *exercise_library.exercises(),
        *massage_guides.list_massage_guides(),
        *breath_techniques.list_breath_techniques(),
        *self_tests.self_tests(),
    )


def _equipment(given: Any) -> tuple[str, ...]:
    """What may be at hand; the library is asked only where something else is named."""
    if isinstance(given, (list, tuple)) and set(map(str, given)) <= set(EQUIPMENT):
        return EQUIPMENT
    from psoas.knowledge.exercise_library import exercises

    return tuple(dict.fromkeys([*EQUIPMENT, *(name for one in exercises().values() for name in one.equipment)]))
