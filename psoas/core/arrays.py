"""Read-only NumPy arrays, so that a frozen result cannot be changed behind its back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
Bools = NDArray[np.bool_]
Ints = NDArray[np.intp]


BLOCK = 256
"""Frames that are worked on at once where every frame needs many numbers: memory stays flat however long a recording
is, and a block is long enough that nothing is lost to starting it."""


def row_blocks(rows: int, size: int = BLOCK) -> Iterator[slice]:
    """Slices of at most ``size`` that cover ``rows`` rows in order; one empty slice for no rows."""
    for start in range(0, max(rows, 1), size):
        yield slice(start, min(start + size, rows))


def finite_rows(values: Floats) -> Bools:
    """Rows (T,) of ``values`` (T, ...) that hold no NaN and no infinity."""
    return np.asarray(np.isfinite(values).all(axis=tuple(range(1, values.ndim))))


def read_only(values: ArrayLike, dtype: Any = np.float64) -> NDArray[Any]:
    """A read-only copy of ``values`` as a contiguous array; an array that is one already and shares its numbers with
    no other is returned as it is."""
    if isinstance(values, np.ndarray) and _is_frozen(values) and values.dtype == dtype and values.flags.c_contiguous:
        return values
    array = np.array(values, dtype=dtype, order="C", copy=True)
    array.setflags(write=False)
    return array


def _is_frozen(array: NDArray[Any]) -> bool:
    """Whether an array is read-only and owns its numbers, so that they cannot change through another array."""
    return array.base is None and not array.flags.writeable
