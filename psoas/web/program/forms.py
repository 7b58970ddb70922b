"""The forms of the program, read: other preferences, and a wish about one item."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import FormData

from psoas.core.catalogue import text
from psoas.intake.answers import Preferences
from psoas.intake.answers_draft import WishValue
from psoas.intake.intake_form import parse_number, plain_number
from psoas.program.eligibility import option_labels
from psoas.services.item_instructions import AT_HAND
from psoas.services.preference_diff import KINDS

Changes = dict[str, WishValue]
"""Preferences that change, by name."""


def read_preferences(form: FormData, equipment: Sequence[str]) -> tuple[Changes, tuple[str, ...]]:
    """Changed place, minutes, days, weeks and equipment, and what is wrong, a line each; ``equipment`` is the present
    one, of which the form may leave out a part."""
    given = {key: parse_number(form.get(key)) for key in ("minutes", "days", "weeks")}
    faults = tuple(
        text("program.fault.number", what=text(f"program.wish.{key}")) for key, one in given.items() if one is None
    )
    numbers = {key: plain_number(one) for key, one in given.items() if one is not None}
    changes: Changes = {"place": str(form.get("place")), **numbers}
    if "at_hand" in form:
        other = [one for one in equipment if one not in AT_HAND]
        changes["equipment"] = [*(one for one in AT_HAND if one in form.getlist("equipment")), *other]
    return changes, faults


def read_wish(form: FormData) -> str:
    """The kind of wish about an item; a button without one takes it back."""
    return next((one for one in KINDS if one in form), "free")


def read_item_wish(wishes: Preferences, name: str, form: FormData) -> Changes:
    """The preferences with one item's changed: one wish an item, the newest counts."""
    other = str(form.get("other", ""))
    pin, ban = ([one for one in some if one != name] for some in (wishes.pin, wishes.ban))
    swap = {key: one for key, one in wishes.swap.items() if key != name}
    if "pin" in form:
        pin.append(name)
        swap = {key: one for key, one in swap.items() if one != name}
    elif "ban" in form:
        ban.append(name)
        swap = {key: one for key, one in swap.items() if one != name}
    elif "swap" in form and other in option_labels() and other != name:
        swap = {key: one for key, one in swap.items() if one != name} | {name: other}
        pin, ban = ([one for one in some if one != other] for some in (pin, ban))
        swap.pop(other, None)
    return {"pin": pin, "ban": ban, "swap": swap}
