"""The form of a questionnaire, read."""

from __future__ import annotations

from starlette.datastructures import FormData

from psoas.core.catalogue import text
from psoas.intake.intake_form import parse_number, plain_number
from psoas.knowledge.questionnaires import Questionnaire, QuestionnaireItem

TICKS = 2
"""An item with so many labels is a box to tick."""


def read_questionnaire_form(asked: Questionnaire, form: FormData) -> tuple[dict[str, float], str]:
    """Answers by item, and one line that says what is wrong, or ""."""
    found: dict[str, float] = {}
    for place, item in enumerate(asked.items, 1):
        entered = str(form.get(item.id, "")).strip()
        if is_checkbox_item(item):
            found[item.id] = 1 if entered else 0
            continue
        value = parse_number(entered)
        if value is not None and item.low <= value <= item.high and (not item.labels or value == int(value)):
            found[item.id] = plain_number(value)
        elif entered:
            return found, text("story.questions.range", place=place, low=f"{item.low:g}", high=f"{item.high:g}")
        elif asked.at_least_items == len(asked.items):
            return found, text("story.questions.missing", place=place)
    enough = len(found) >= asked.at_least_items
    return found, "" if enough else text("story.questions.least", least=asked.at_least_items)


def read_item_names(asked: Questionnaire, form: FormData) -> dict[str, str]:
    """What the person called each item, by item."""
    return {one.id: str(form.get(f"name_{one.id}", ""))[:200] for one in asked.items}


def is_checkbox_item(item: QuestionnaireItem) -> bool:
    """Whether an item is a box to tick."""
    return len(item.labels) == TICKS
