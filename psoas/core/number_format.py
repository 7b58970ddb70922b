"""Numbers with their units, half-widths and ranges: nothing is said beyond what the uncertainty allows."""

from __future__ import annotations

import html
import math

from psoas.core.catalogue import text

NBSP = "\u00a0"


def escape_html(text: object) -> str:
    """Text made safe for HTML."""
    return html.escape(str(text))


def number_text(value: float | None, digits: int = 0) -> str:
    """A number with a real minus sign and no negative zero; "not known" where there is none."""
    if value is None or not math.isfinite(value):
        return text("number.not_known")
    written = f"{value:.{digits}f}"
    if float(written) == 0:
        written = written.lstrip("-")
    return written.replace("-", "\u2212")


def measure_text(value: float | None, unit: str, half: float | None = None, digits: int = 0) -> str:
    """ "12 mm (±4)": a value with its unit and, where known, its half-width, at least one of the last digit."""
    written = number_text(value, digits)
    if value is None or not math.isfinite(value):
        return written
    written += ("" if unit in ("°", "") else NBSP) + unit
    if half is None:
        return written
    return text("number.half", value=written, half=number_text(max(half, 10.0**-digits), digits))


def ends_text(low: float | None, high: float | None, unit: str = "", digits: int = 0) -> str:
    """ "40 to 201 N": the ends of a range, the unit once."""
    return text("number.ends", low=number_text(low, digits), high=measure_text(high, unit, digits=digits))


def range_text(value: float | None, low: float | None, high: float | None, unit: str, digits: int = 0) -> str:
    """ "91 N (40 to 201)": a value with its unit and the ends of its range."""
    written = measure_text(value, unit, digits=digits)
    if low is None or high is None:
        return written
    return text("number.range", value=written, ends=ends_text(low, high, digits=digits))


def plus_minus_text(half: float | None) -> str:
    """ "±4", at least ±1; "not known" where it is not."""
    return text("number.not_known") if half is None else f"±{number_text(max(half, 1.0))}"
