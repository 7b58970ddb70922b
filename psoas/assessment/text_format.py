"""Numbers and sides as plain words, the same in every sentence."""

from __future__ import annotations

from datetime import date


def format_number(value: float) -> str:
    """ "9", "0.5", "1083": one decimal below 10 where it says something, none above."""
    text = f"{value:.0f}" if abs(value) >= 9.95 else f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def format_amount(value: float, unit: str) -> str:
    """ "9 mm", "1 step", "2 steps"."""
    text = format_number(value)
    if text == "1" and unit.endswith("s") and " " not in unit:
        unit = unit[:-1]
    return f"{text} {unit}".strip()


def format_day(one: date) -> str:
    """ "3 October 2026"."""
    return f"{one.day} {one:%B} {one.year}"


def format_side(side: str, before: str = "") -> str:
    """A side as a word before a noun: "right", "right and left"; ``before`` where none is known."""
    return {"both": "right and left", "": before}.get(side, side)
