"""Reads the log that a page sends: checked entries, or every fault with its entry and its field."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from psoas.core.errors import InputError
from psoas.core.message import Message, Value, message
from psoas.program.pain_rules import SCORE_MAX, PainPlace
from psoas.session.log_entry import ENTRY, LogEntry
from psoas.session.session_rules import MAX_ENTRIES_AT_ONCE, MAX_ENTRY_LETTERS, LogKind

FIELDS = ("at", "entry", "id", "kind", "program", "session")
EXPECTED: Mapping[str, Mapping[str, Value]] = {
    "kind": {"known": ", ".join(LogKind)},
    "where": {"known": ", ".join(PainPlace)},
    "score": {"most": SCORE_MAX},
    **{name: {} for name in ("id", "session", "program", "at", "entry", "name", "side", "block", "blocks")},
    **{name: {} for name in ("complete", "easier", "night")},
}
"""Fields with a message ``log.expected.NAME``, and the values for it."""
SHOWN_LETTERS = 60


def read_entries(given: object) -> tuple[LogEntry, ...]:
    """Entries of ``{"entries": [...]}``; ``InputError`` lists every fault."""
    rows = given.get("entries") if isinstance(given, Mapping) else None
    if not isinstance(rows, list):
        raise InputError(message("log.fault.no_entries"))
    if len(rows) > MAX_ENTRIES_AT_ONCE:
        raise InputError(message("log.fault.too_many", count=len(rows), most=MAX_ENTRIES_AT_ONCE))
    found: list[LogEntry] = []
    faults: list[Message] = []
    for number, row in enumerate(rows, 1):
        try:
            found.append(ENTRY.validate_python(row))
        except ValidationError as error:
            faults += [_fault(number, one) for one in error.errors(include_url=False)]
    if faults:
        raise InputError(*dict.fromkeys(faults))
    return tuple(found)


def _fault(number: int, error: ErrorDetails) -> Message:
    """One fault of pydantic as a message."""
    names = [part for part in error["loc"] if isinstance(part, str)]
    path = names[1:] if names and names[0] in set(LogKind) else names
    if error["type"] in ("union_tag_invalid", "union_tag_not_found"):
        path = ["kind"]
    if not path:
        return message("log.fault.no_object", entry=number)
    field = path[-1]
    if error["type"] == "too_long":
        return message("log.fault.too_long", entry=number, most=MAX_ENTRY_LETTERS)
    if error["type"] == "missing":
        return message("log.fault.missing", entry=number, field=field, expected=_expected(field))
    if field not in EXPECTED:
        return message("log.fault.unknown_field", entry=number, field=field, known=", ".join(FIELDS))
    given = _given(error["input"], field)
    return message("log.fault.value", entry=number, field=field, given=given, expected=_expected(field))


def _expected(field: str) -> Message:
    return message(f"log.expected.{field}", **EXPECTED[field])


def _given(value: object, field: str) -> str:
    """What was given, shortened; of a whole entry without a known kind only the kind."""
    if field == "kind" and isinstance(value, Mapping):
        value = value.get("kind")
    return ascii(value)[:SHOWN_LETTERS]
