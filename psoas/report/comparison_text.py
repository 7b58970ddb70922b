"""Which side has more, said only where the difference is beyond what the measurement leaves open."""

from __future__ import annotations

import math
from collections.abc import Sequence

from psoas.core.catalogue import text
from psoas.core.number_format import NBSP, measure_text, plus_minus_text


def difference_text(right: float, left: float, halves: Sequence[float | None], *, unit: str, what: str) -> str:
    """The difference of right and left in words.

    Args:
        right: Value of the right side.
        left: Value of the left side.
        halves: Half-width of each, None where it is not known.
        unit: Unit of all of them.
        what: "length" (longer, shorter) or "mobile" (more mobile, less mobile).
    """
    gap, known = right - left, [half for half in halves if half is not None]
    least = text("report.difference.less_than", value=measure_text(1.0, unit))
    apart = measure_text(abs(gap), unit) if abs(gap) >= 1 else least
    if len(known) < len(halves):
        return text("report.difference.uncertain", apart=apart)
    half = math.hypot(*known)
    if abs(gap) > half:
        order = "more" if gap > 0 else "less"
        return text(f"report.difference.{what}_{order}", by=measure_text(abs(gap), unit, half))
    return text("report.difference.within", apart=apart, half=f"{plus_minus_text(half)}{NBSP}{unit}")
