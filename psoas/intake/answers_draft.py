"""Answers as they are stored, ``psoas.answers/1`` in JSON values: a draft that forms change and that is checked whole.

``psoas.intake.answers_parser`` checks one and makes ``IntakeAnswers`` of it; days may be dates or texts
("2025-03-01").
"""

from __future__ import annotations

from datetime import date
from typing import TypeAlias, TypedDict

from psoas.knowledge.intake_questions import DraftAnswer

WishValue: TypeAlias = str | float | list[str] | dict[str, str]
"""One preference: a place, a number, a switch, a list of names, or which item stands in for which."""
TestRow: TypeAlias = dict[str, str | float | date | list[str]]
"""One self-test: the fields of ``SelfTestPart``, those that are known."""
VisitRow: TypeAlias = dict[str, str | bool | list[str]]
"""One visit to a doctor: the fields of ``VisitPart``, days as texts."""
DatedRow: TypeAlias = dict[str, str | float | date]
"""One event or check-in: its day and what was said of it."""


class AnswersDraft(TypedDict, total=False):
    """The parts of an answers file; a part that was never filled may be left out."""

    schema: str
    answers: dict[str, DraftAnswer]
    questionnaires: dict[str, dict[str, float]]
    notes: dict[str, str]
    wishes: dict[str, WishValue]
    tests: dict[str, TestRow]
    visits: dict[str, VisitRow]
    belly_check: dict[str, bool]
    events: list[DatedRow]
    check_ins: list[DatedRow]
    told_on: dict[str, date]
