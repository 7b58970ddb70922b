"""A step from 0 to 1 without a kink."""

from __future__ import annotations

import numpy as np

from psoas.core.arrays import Floats


def smoothstep(x: Floats) -> Floats:
    """0 below 0, 1 above 1, smooth in between."""
    t = np.clip(x, 0.0, 1.0)
    return np.asarray(t * t * (3 - 2 * t))
