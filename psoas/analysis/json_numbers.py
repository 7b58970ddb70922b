"""Numbers as JSON can hold them: rounded, and None where there is none."""

from __future__ import annotations

from typing import SupportsFloat

import numpy as np


def rounded(value: SupportsFloat, digits: int = 4) -> float | None:
    """A rounded number, or None where there is none (JSON knows no NaN)."""
    return round(float(value), digits) if np.isfinite(float(value)) else None


def rounded_finite(value: SupportsFloat, digits: int) -> float:
    """A rounded number that is finite by how it was made; the models refuse what is not."""
    return round(float(value), digits)


def number_or_nan(value: float | None) -> float:
    """A number to reckon with: NaN where none is known."""
    return float("nan") if value is None else value
