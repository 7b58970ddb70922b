"""The compiled part of filtering: a Butterworth filter run forwards and backwards, so that nothing is delayed.

Importing this module imports numba: import it where it is used.
"""

from __future__ import annotations

import math

import numpy as np

from psoas.arrays import Floats
from psoas.compiled import TABLE, compiled


def sections(order: int, tangent: float) -> Floats:
    """Butterworth low-pass of ``order`` as sections (S, 5): b0, b1, b2, a1, a2, each of gain 1 at rest.

    By the bilinear transform; ``tangent`` is tan(pi cutoff / rate).
    """
    k, found = tangent, []
    for i in range(order // 2):
        q = 2 * k * math.sin(math.pi * (2 * i + 1) / (2 * order))
        whole = 1 + q + k * k
        gain = k * k / whole
        found.append([gain, 2 * gain, gain, 2 * (k * k - 1) / whole, (1 - q + k * k) / whole])
    if order % 2:
        found.append([k / (1 + k), k / (1 + k), 0.0, (k - 1) / (k + 1), 0.0])
    return np.array(found)


def both_ways(parts: Floats, piece: Floats, *, pad: int) -> Floats:
    """``piece`` (T, C) through ``sections`` forwards and backwards, turned about its ends and prolonged by ``pad``."""
    before, after = 2 * piece[:1] - piece[pad:0:-1], 2 * piece[-1:] - piece[-2 : -pad - 2 : -1]
    long = np.ascontiguousarray(np.concatenate([before, piece, after]))
    for _ in range(2):
        run(parts, long)
        long = np.ascontiguousarray(long[::-1])
    return long[pad : len(long) - pad]


@compiled(TABLE, TABLE)
def run(parts: Floats, values: Floats) -> None:
    """Filter ``values`` (T, C) in place, as if each column had always been what it is at first."""
    width = values.shape[1]
    first, second = np.empty(width), np.empty(width)
    for s in range(len(parts)):
        b0, b1, b2, a1, a2 = parts[s, 0], parts[s, 1], parts[s, 2], parts[s, 3], parts[s, 4]
        for c in range(width):
            first[c], second[c] = (1.0 - b0) * values[0, c], (b2 - a2) * values[0, c]
        for t in range(len(values)):
            for c in range(width):
                x = values[t, c]
                y = b0 * x + first[c]
                first[c] = b1 * x - a1 * y + second[c]
                second[c] = b2 * x - a2 * y
                values[t, c] = y
