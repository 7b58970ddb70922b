"""Numbers as JSON can hold them: rounded, and None where there is none."""

from __future__ import annotations

from typing import Any

import numpy as np

Json = dict[str, Any]
"""JSON of ``psoas posture``, whose shape tests/contracts.py holds."""


def rounded(value: float | np.floating[Any], digits: int = 4) -> float | None:
    """A rounded number, or None where there is none (JSON knows no NaN)."""
    return round(float(value), digits) if np.isfinite(value) else None


def number_or_nan(value: float | None) -> float:
    """A number to reckon with: NaN where none is known."""
    return float("nan") if value is None else value
