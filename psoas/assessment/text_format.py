"""Numbers, amounts and sides as messages and as words, the same in every sentence."""

from __future__ import annotations

import math

from psoas.core.catalogue import render
from psoas.core.message import Message, literal, message

UNIT_CODES = {
    "": "none", "%": "percent", "N": "newtons", "breaths a minute": "breaths", "m/s": "metres_second",
    "of 10": "of_ten", "degrees": "degrees", "steps": "steps", "points": "points", "seconds": "seconds", "cm": "cm",
    "mm": "mm", "km": "km", "times": "times", "hours": "hours", "units": "units", "weeks": "weeks", "years": "years",
}  # fmt: skip
"""Every unit that data name, and the end of the code of its amounts (``amount.degrees``)."""


def rounded(value: float) -> float | int:
    """A number as people read it: one decimal below 10 where it says something, none above."""
    found = round(value) if abs(value) >= 9.95 else round(value, 1)
    return int(found) if found == int(found) else found


def amount(value: float, unit: str) -> Message:
    """A number with its unit: "9 mm", "1 step", "2 steps". A unit that is not listed is written as it is."""
    code = UNIT_CODES.get(unit)
    if code is None:
        return message("amount.other", number=rounded(value), unit=unit)
    return message(f"amount.{code}", number=rounded(value))


def side_message(side: str) -> Message:
    """A side as a word before a noun: "right", "right and left"."""
    return message(f"assessment.side.{side}")


def as_message(words: Message | str) -> Message:
    """Words of the knowledge base as a message, whether they are one already or a plain text."""
    return words if isinstance(words, Message) else literal(words)


def format_number(value: float) -> str:
    """ "9", "0.5", "1083": see ``rounded``; "inf" where there is no bound."""
    return render(amount(value, "")) if math.isfinite(value) else str(value)


def format_amount(value: float, unit: str) -> str:
    """ "9 mm", "1 step", "2 steps" in the current language."""
    return render(amount(value, unit))
