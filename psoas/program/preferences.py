"""The wishes of a plan, all checked before anything is chosen."""

from __future__ import annotations

import difflib

from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.intake.answers import Preferences
from psoas.intake.limits import DAYS, MINUTES, WEEKS
from psoas.knowledge.practice_codes import PLACES
from psoas.program.eligibility import preference_names


def check_preferences(wishes: Preferences) -> None:
    """Raise ``InputError`` with every wish that no plan can meet."""
    expected = ", ".join(PLACES)
    known = wishes.place in PLACES
    faults = [] if known else [message("plan.fault.place", place=wishes.place, expected=expected)]
    asked = (("minutes", wishes.minutes, MINUTES), ("days", wishes.days, DAYS), ("weeks", wishes.weeks, WEEKS))
    for name, value, (low, high) in asked:
        if not low <= value <= high:
            faults.append(message("plan.fault.range", name=name, value=f"{value:g}", low=f"{low:g}", high=f"{high:g}"))
    named = {"pin": wishes.pin, "ban": wishes.ban, "swap": (*wishes.swap, *wishes.swap.values())}
    faults += [_unknown_name(key, one) for key, ones in named.items() for one in ones if one not in preference_names()]
    wanted = {*wishes.pin, *wishes.swap.values()}
    both = [one for one in sorted(wanted) if one in wishes.ban or one in wishes.swap]
    faults += [message("plan.fault.wanted_and_banned", name=one) for one in both]
    if faults:
        raise InputError(*faults)


def _unknown_name(key: str, name: str) -> Message:
    close = difflib.get_close_matches(name, sorted(preference_names()), n=3)
    if close:
        return message("plan.fault.name_near", key=key, name=name, expected=", ".join(close))
    return message("plan.fault.name", key=key, name=name)
