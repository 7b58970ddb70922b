"""Messages: a code with values travels between stages, not a sentence. ``catalogue.render`` makes the words of it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from numbers import Integral, Real
from typing import TypeAlias, Union

Value: TypeAlias = Union[str, int, float, date, "Message", tuple["Message", ...]]
"""What a message can carry; a ``datetime`` is a ``date``, a tuple is a list of things that are named together."""
Data: TypeAlias = str | int | float | list["Data"] | dict[str, "Data"]
"""JSON as ``to_json`` writes it."""

LITERAL = "literal"
_ID = re.compile(r"[a-zA-Z][\w-]*", re.ASCII)


@dataclass(frozen=True)
class Message:
    """A code of the catalogue and the values for it: immutable, hashable, equal when code and values are equal.

    Args:
        code: Key in the catalogue. Dots become hyphens, as Fluent writes them.
        values: Pairs of name and value in any order; kept sorted by name.

    Raises:
        ValueError: The code or a name cannot stand in a Fluent file, a name comes twice, or a number is not finite.
        TypeError: A value is of a kind that messages do not carry.
    """

    code: str
    values: tuple[tuple[str, Value], ...] = ()

    def __post_init__(self) -> None:
        """Check the parts and bring them into their one form."""
        object.__setattr__(self, "code", message_id(self.code))
        names = [name for name, _ in self.values]
        faulty = [name for name in names if not _ID.fullmatch(name) or names.count(name) > 1]
        if faulty:
            raise ValueError(f"{self.code}: {faulty[0]!r} is not a name, or comes twice")
        checked = ((name, checked_value(value)) for name, value in self.values)
        object.__setattr__(self, "values", tuple(sorted(checked, key=lambda pair: pair[0])))

    def __getitem__(self, name: str) -> Value:
        """The value called ``name``; ``KeyError`` where there is none."""
        return dict(self.values)[name]


def message(code: str, /, **values: Value) -> Message:
    """A message: ``message("plan-reason-banned", exercise="dead_bug", count=3)``; raises as ``Message`` does."""
    return Message(code, tuple(values.items()))


def literal(text: str) -> Message:
    """A message that renders as ``text``: for a sentence that a file of version 0.1.0 holds."""
    return message(LITERAL, text=text)


def message_id(key: str) -> str:
    """A key as Fluent writes it: ``body.title`` becomes ``body-title``, because a dot there begins an attribute.

    Raises:
        ValueError: It does not begin with a letter, or holds more than letters, digits, ``_``, ``-`` and ``.``.
    """
    found = key.replace(".", "-")
    if not _ID.fullmatch(found):
        raise ValueError(f"{key!r} cannot be a key: expected letters, digits, '_', '-' and '.', a letter first")
    return found


def checked_value(value: Value) -> Value:
    """A value in its plain type: a NumPy number or a member of a string enumeration is no longer one.

    Raises:
        ValueError: A number that is not finite.
        TypeError: A kind that messages do not carry, such as ``bool`` or ``None``.
    """
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, date | Message):
        return value
    if isinstance(value, tuple) and all(isinstance(one, Message) for one in value):
        return value
    if isinstance(value, Integral) and not isinstance(value, bool):
        return int(value)
    if isinstance(value, Real) and not isinstance(value, bool):
        if not math.isfinite(value):
            raise ValueError(f"{value} is no number that a message can carry")
        return float(value)
    raise TypeError(f"A message cannot carry {value!r}: expected text, number, date, message or tuple of messages")


def to_json(of: Message) -> dict[str, Data]:
    """A message as JSON: ``{"code": ..., "values": {...}}``; dates as ``{"date": ...}`` or ``{"datetime": ...}``."""
    return {"code": of.code, "values": {name: _value_to_json(value) for name, value in of.values}}


def from_json(data: Mapping[str, Data]) -> Message:
    """The message that ``to_json`` wrote.

    Raises:
        ValueError: The data are no message.
    """
    code, values = data.get("code"), data.get("values", {})
    if not isinstance(code, str) or not isinstance(values, dict) or not set(data) <= {"code", "values"}:
        raise ValueError(f"Not a message: {data!r}; expected an object with a code and values")
    try:
        return Message(code, tuple((name, _value_from_json(value)) for name, value in values.items()))
    except TypeError as fault:
        raise ValueError(f"Not a message: {fault}") from None


def _value_to_json(value: Value) -> Data:
    if isinstance(value, Message):
        return dict(to_json(value))
    if isinstance(value, tuple):
        return [dict(to_json(one)) for one in value]
    if isinstance(value, date):
        return {"datetime" if isinstance(value, datetime) else "date": value.isoformat()}
    return value


def _value_from_json(data: Data) -> Value:
    if isinstance(data, list):
        return tuple(from_json(_table(one)) for one in data)
    if not isinstance(data, dict):
        return data
    match data:
        case {"date": str(day), **rest} if not rest:
            return date.fromisoformat(day)
        case {"datetime": str(moment), **rest} if not rest:
            return datetime.fromisoformat(moment)
    return from_json(data)


def _table(data: Data) -> dict[str, Data]:
    if not isinstance(data, dict):
        raise ValueError(f"Not a message: {data!r}; a list holds messages only")
    return data
