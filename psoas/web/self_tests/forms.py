"""The form of a self-test, read."""

from __future__ import annotations

import statistics
from datetime import date

from starlette.datastructures import FormData

from psoas.core.catalogue import text
from psoas.core.errors import InputError
from psoas.intake.intake_form import parse_number
from psoas.knowledge.intake_questions import intake_questions
from psoas.knowledge.self_tests import SelfTest, judge_self_test
from psoas.services.self_test_aids import SIDES, find_aid, sides_of
from psoas.store.repositories import SelfTestRecord


def reading_value(test: SelfTest, form: FormData) -> tuple[dict[str, float | None], str]:
    """The value of each side from its readings, and what is wrong, or ""."""
    aid, found = find_aid(test), dict[str, float | None]()
    for side in sides_of(test):
        given = [str(form.get(f"{side}_{i}", "")) for i in range(1, aid.readings + 1)]
        values = [parse_number(entered) for entered in given if entered.strip()]
        if any(one is None or not test.low <= one <= test.high for one in values):
            return found, text("story.fault.number", low=f"{test.low:g}", high=f"{test.high:g}", unit=f" {test.unit}")
        read = [one for one in values if one is not None]
        best = max if test.better == "higher" else min
        found[side] = (best(read) if aid.take == "best" else statistics.median(read)) if read else None
    try:
        judge_self_test(test, right=found[SIDES[0]], left=found.get(SIDES[1]))
    except InputError:
        return found, text("story.tests.empty")
    return found, ""


def read_result(test: SelfTest, values: dict[str, float | None], form: FormData) -> SelfTestRecord:
    """A result of today: its values, where it was felt, and how it was had."""
    felt = tuple(str(one) for one in form.getlist("where") if one in intake_questions()["pain_where"].options)
    way = str(form.get("way", test.ways[0]))
    taken = way if way in test.ways else test.ways[0]
    return SelfTestRecord(test.id, date.today(), values[SIDES[0]], values.get(SIDES[1]), felt, taken)
