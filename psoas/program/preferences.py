"""The wishes of a plan, checked together before anything is chosen."""

from __future__ import annotations

import difflib

from psoas.core.errors import InputError
from psoas.intake.answers import Preferences
from psoas.knowledge.exercise_library import PLACES
from psoas.program.eligibility import preference_names

MINUTES, DAYS, WEEKS = (5.0, 90.0), (1, 7), (1, 26)
"""What a plan may be asked for: minutes of a session, sessions a week, weeks."""


def check_preferences(wishes: Preferences) -> None:
    """Raise ``InputError`` with every wish that no plan can meet."""
    faults = [] if wishes.place in PLACES else [f"place '{wishes.place}' is not known; expected {', '.join(PLACES)}"]
    asked = (("minutes", wishes.minutes, MINUTES), ("days", wishes.days, DAYS), ("weeks", wishes.weeks, WEEKS))
    for name, value, (low, high) in asked:
        if not low <= value <= high:
            faults.append(f"{name} is {value:g}; expected {low:g} to {high:g}")
    named = {"pin": wishes.pin, "ban": wishes.ban, "swap": (*wishes.swap, *wishes.swap.values())}
    faults += [f"{key} names '{one}', which is not known{_near(one)}" for key, ones in named.items() for one in ones
               if one not in preference_names()]  # fmt: skip
    wanted = {*wishes.pin, *wishes.swap.values()}
    faults += [f"'{one}' is asked for and left out at once; pin it or ban it" for one in sorted(wanted)
               if one in wishes.ban or one in wishes.swap]  # fmt: skip
    if faults:
        raise InputError(*faults)


def _near(name: str) -> str:
    close = difflib.get_close_matches(name, sorted(preference_names()), n=3)
    return f"; expected {' or '.join(close)}" if close else "; psoas exercises lists what there is"
