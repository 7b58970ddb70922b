"""Numbers and judgements in plain words: nothing is said beyond what the uncertainty allows."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence

NBSP = "\u00a0"
MOVEMENTS = {
    "sit_to_stand": "Standing up from a seat",
    "squat": "Squats",
    "lunge": "Lunges",
    "knees_to_chest": "Knees to the chest",
    "knee_raise": "Knee raises",
}
RUNNING_STANCE_PERCENT = 50.0
"""A foot on the ground for less than half of the stride leaves a time with neither: running."""


def escape_html(text: object) -> str:
    """Text made safe for HTML."""
    return html.escape(str(text))


def number_text(value: float | None, digits: int = 0) -> str:
    """A number with a real minus sign and no negative zero; "not known" where there is none."""
    if value is None or not math.isfinite(value):
        return "not known"
    text = f"{value:.{digits}f}"
    if float(text) == 0:
        text = text.lstrip("-")
    return text.replace("-", "\u2212")


def measure_text(value: float | None, unit: str, half: float | None = None, digits: int = 0) -> str:
    """ "12 mm (±4)": a value with its unit and, where known, its half-width, at least one of the last digit."""
    text = number_text(value, digits)
    if text == "not known":
        return text
    text += ("" if unit == "°" else NBSP) + unit
    if half is None:
        return text
    return f"{text}{NBSP}(±{number_text(max(half, 10.0**-digits), digits)})"


def range_text(value: float | None, low: float | None, high: float | None, unit: str, digits: int = 0) -> str:
    """ "91 N (40 to 201)": a value with its unit and the ends of its range."""
    text = measure_text(value, unit, digits=digits)
    return (
        text if low is None or high is None else f"{text} ({number_text(low, digits)} to {number_text(high, digits)})"
    )


def plus_minus_text(half: float | None) -> str:
    """ "±4", at least ±1; "not known" where it is not."""
    return "not known" if half is None else f"±{number_text(max(half, 1.0))}"


def difference_text(
    right: float, left: float, halves: Sequence[float | None], *, unit: str, more: str, less: str
) -> str:
    """Who has more, said only where the difference is beyond the uncertainty of both sides (``halves``) together."""
    gap, known = right - left, [half for half in halves if half is not None]
    apart = measure_text(abs(gap), unit) if abs(gap) >= 1 else f"less than {measure_text(1.0, unit)}"
    if len(known) < len(halves):
        return f"Right and left differ by {apart}; how certain that is, is not known."
    half = math.hypot(*known)
    if abs(gap) > half:
        return f"Your right was {measure_text(abs(gap), unit, half)} {more if gap > 0 else less} than your left."
    off = f"{plus_minus_text(half)}{NBSP}{unit}"
    return f"Right and left differ by {apart}: no more than this measurement can tell ({off})."


def movement_text(stance_percent: float | None, treadmill: bool, kind: str | None) -> str:
    """What was recorded, as a title."""
    if stance_percent is not None:
        pace = "Running" if stance_percent < RUNNING_STANCE_PERCENT else "Walking"
        return f"{pace} on a treadmill" if treadmill else pace
    return MOVEMENTS.get(kind or "", "A recorded movement")


def count_text(count: int, one: str) -> str:
    """ "1 stride", "3 strides"."""
    return f"{count}{NBSP}{one}{'' if count == 1 else 's'}"


def join_list(words: list[str]) -> str:
    """ "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
