"""An assessment as JSON (``psoas.assessment/1``, see docs/assessment.md): words in the current language, and beside
them the codes that they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TypeAlias

from psoas.assessment.assessment_text import timeline_line
from psoas.assessment.finding import Assessment, Finding
from psoas.core.catalogue import render
from psoas.core.message import Message, to_json
from psoas.knowledge.screening import CheckedPicture, ScreeningEntry

SCHEMA = "psoas.assessment/1"
JsonValue: TypeAlias = bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"] | None

SAID = {
    "HelpLine": ("place", "name", "call"),
    "QuestionnaireScore": ("words", "crisis", "help"),
    "ScreeningEntry": ("title", "words"),
    "SelfTestJudgement": ("words",),
}
"""Words of rows of knowledge, which they look up in the catalogue, by class."""
CODED = ("band", "messages")
"""Fields that those words are made from."""


def assessment_json(assessment: Assessment) -> dict[str, JsonValue]:
    """The assessment with plain values only. Where an object has words that come from the catalogue, ``messages`` holds
    their codes and values under the same names."""
    screening = assessment.screening
    return {
        "schema": SCHEMA,
        "screening": {
            "level": screening.level,
            "entries": [_entry(one) for one in screening.entries],
            "checked": [_checked(one) for one in screening.checked],
            "closing": _plain(screening.closing),
            "narrows": list(screening.narrows),
            "help": [_plain(one) for one in screening.help],
        },
        "findings": [_finding(one) for one in assessment.findings],
        "scores": [_plain(one) for one in assessment.scores],
        "judgements": [_plain(one) for one in assessment.judgements],
        "timeline": [timeline_line(one) for one in assessment.timeline],
        "moved": [_plain(one) for one in assessment.moved],
        "changes": [_plain(one) for one in assessment.changes],
        "cards": [one.id for one in assessment.cards],
        "goals": list(assessment.goals),
        "notes": [render(one) for one in assessment.notes],
        "messages": {
            "timeline": [_codes(one.entries) for one in assessment.timeline],
            "notes": _codes(assessment.notes),
        },
    }


def _entry(entry: ScreeningEntry) -> JsonValue:
    """What a screening found, without the conditions that it looks for."""
    return {name: value for name, value in _table(entry).items() if name not in ("when", "help_lines")}


def _checked(one: CheckedPicture) -> JsonValue:
    """A picture that a doctor looked at: when, and what they said."""
    return {
        "id": one.entry.id,
        "day": one.visit.day.isoformat(),
        "outcome": str(one.visit.outcome),
        "narrows": list(one.narrows),
        "words": render(one.line),
    }


def _finding(finding: Finding) -> JsonValue:
    """A finding, with its statements as one ``sentence``."""
    found = {name: value for name, value in _table(finding).items() if name not in ("statements", "amount")}
    return {**found, "norm": found["norm"] or "", "sentence": finding.sentence}


def _plain(value: object) -> JsonValue:
    """Plain values: messages as words, dataclasses as tables with their codes beside the words."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Message):
        return render(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in value]
    return _table(value)


def _table(value: object) -> dict[str, JsonValue]:
    """A dataclass as a table: its fields, and the codes of those that are words."""
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"{value!r} has no plain form")
    names = [one.name for one in fields(value) if one.name not in CODED] + list(SAID.get(type(value).__name__, ()))
    parts = {name: getattr(value, name) for name in names}
    codes = {name: _codes(part) for name, part in parts.items() if _is_words(part)}
    return {**{name: _plain(part) for name, part in parts.items()}, **({"messages": codes} if codes else {})}


def _is_words(value: object) -> bool:
    several = isinstance(value, tuple) and bool(value) and all(isinstance(one, Message) for one in value)
    return isinstance(value, Message) or several


def _codes(value: object) -> JsonValue:
    """The code and values of a message, or of each of several."""
    if isinstance(value, Message):
        return _plain(to_json(value))
    return [_codes(one) for one in value] if isinstance(value, tuple) else None
