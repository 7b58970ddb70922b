"""What is wrong with answers, as coded messages with the place of each: from pydantic's errors, and by hand."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from psoas.core.message import Message, message
from psoas.intake import limits
from psoas.intake.answers import SCHEMA
from psoas.intake.answers_schema import (
    EMPTY,
    NOT_DATE,
    NOT_PLACE,
    NOT_WHOLE,
    AnswersFile,
    CheckInPart,
    EventPart,
    SelfTestPart,
    VisitPart,
    WishesPart,
)
from psoas.intake.vocabulary import CENTRES, SIGNALS, EventKind
from psoas.knowledge.doctor_visits import VisitOutcome
from psoas.knowledge.practice_codes import PLACES

Path = tuple[str | int, ...]
"""Keys from the outside in, as in ``toml_lines``."""
MOST_NAMES = 20
"""From more allowed names than this only near ones are named."""
PARTS = tuple(one.alias or name for name, one in AnswersFile.model_fields.items())
KEYS = {
    "tests": tuple(SelfTestPart.model_fields),
    "visits": tuple(VisitPart.model_fields),
    "events": tuple(EventPart.model_fields),
    "check_ins": tuple(CheckInPart.model_fields),
    "wishes": tuple(WishesPart.model_fields),
}
"""The keys of each part."""
RANGES: dict[str, tuple[float, float]] = {
    "minutes": limits.MINUTES, "days": limits.DAYS, "weeks": limits.WEEKS, **dict.fromkeys(SIGNALS, limits.SIGNAL),
}  # fmt: skip
CHOICES: dict[str, tuple[str, ...]] = {
    "schema": (SCHEMA,), "kind": tuple(EventKind), "centre": CENTRES, "place": PLACES,
    "outcome": tuple(VisitOutcome),
}  # fmt: skip
NOT_A = {
    "string_type": "not_text", "string_too_short": "not_text", "float_type": "not_number",
    "finite_number": "not_number", "int_type": "not_number", "bool_type": "not_flag", "dict_type": "not_table",
    "model_type": "not_table", "tuple_type": "not_list", NOT_DATE: "not_date", NOT_WHOLE: "not_whole",
}  # fmt: skip
"""Pydantic's type of an error -> what it is called here."""


@dataclass(frozen=True)
class AnswerFault:
    """One fault and the keys that lead to it."""

    path: Path
    words: Message


def schema_faults(error: ValidationError) -> Iterator[AnswerFault]:
    """The faults that the models found, each once."""
    seen = set()
    for one in error.errors(include_url=False):
        fault = _schema_fault(one)
        if fault not in seen:
            seen.add(fault)
            yield fault


def unknown_fault(
    path: Path, code: str, name: str, allowed: Collection[str], *, shown: Message | str = ""
) -> AnswerFault:
    """That a name is not one of the ``allowed``, with near ones; ``code`` says what it should be, ``shown`` what it is
    called where the name alone does not say."""
    near = difflib.get_close_matches(name, list(allowed), n=3)
    if not near and len(allowed) <= MOST_NAMES:
        near = list(allowed)
    return AnswerFault(path, message(f"intake.{code}", name=shown or name, expected=_either(near)))


def word_faults(path: Path, words: Iterable[str], allowed: Collection[str]) -> Iterator[AnswerFault]:
    """Every one of some ``words`` that is not known."""
    return (
        unknown_fault(path, "unknown_word", word, allowed, shown=path_name(path, word))
        for word in words
        if word not in allowed
    )


def path_name(path: Path, last: str = "") -> Message | str:
    """What a place in the answers is called: "slump: right", "event 2: kind"; with ``last`` for its last key or, in a
    list of words, after it."""
    match path:
        case (("events" | "check_ins") as part, int(number), *keys):
            count, key = number + 1, last or (str(keys[0]) if keys else "")
            if not key:
                return message(f"intake.{part}", number=count)
            return message(f"intake.{part}_key", number=count, key=key)
        case (("tests" | "questionnaires" | "visits") as part, name, *keys):
            parts = [str(name), *(str(one) for one in keys if isinstance(one, str))]
        case (part, *keys):
            parts = [str(part), *(str(one) for one in keys if isinstance(one, str))]
        case _:
            parts = []
    if last and parts[-1:] != [last]:
        parts.append(last)
    return ": ".join(parts)


def _either(names: list[str]) -> Message | str:
    """Names as alternatives: "a or b"."""
    if not names:
        return message("intake.none_near")
    found: Message | str = names[0]
    for name in names[1:]:
        found = message("intake.either", first=found, second=name)
    return found


def _schema_fault(error: ErrorDetails) -> AnswerFault:
    path, kind, value = error["loc"], error["type"], error["input"]
    if kind == "extra_forbidden":
        part = path[0] if len(path) > 1 else ""
        code = "unknown_key" if part else "unknown_part"
        return unknown_fault(path, code, str(path[-1]), KEYS[str(part)] if part else PARTS, shown=path_name(path))
    if kind == EMPTY:
        return AnswerFault(path, message("intake.empty", name=path_name(path), expected=", ".join(SIGNALS)))
    if kind == "string_type" and isinstance(path[-1], int):
        path, kind = path[:-1], "tuple_type"
    key = str(path[-1])
    if kind in ("greater_than_equal", "less_than_equal"):
        low, high = RANGES[key]
        return _fault(path, "range", value, low=f"{low:g}", high=f"{high:g}")
    if kind in ("enum", "literal_error", NOT_PLACE):
        return _fault(path, "choice", value, expected=", ".join(CHOICES[key]))
    if kind == "missing":
        return AnswerFault(path, message("intake.missing", name=path_name(path)))
    return _fault(path, NOT_A.get(kind, "other"), value)


def _fault(path: Path, code: str, value: object, **values: str) -> AnswerFault:
    return AnswerFault(path, message(f"intake.{code}", name=path_name(path), value=repr(value), **values))
