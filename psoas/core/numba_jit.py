"""Python loops as machine code: what the few functions that are compiled have in common.

Importing this module imports numba, which takes half a second: import what needs it where it is used.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

import numba

F = TypeVar("F", bound=Callable[..., None])
VECTOR, TABLE, CUBE, STACK = "float64[::1]", "float64[:, ::1]", "float64[:, :, ::1]", "float64[:, :, :, ::1]"
"""Numbers in one to four dimensions, contiguous."""
PLACES, SMALL_PLACES = "int64[::1]", "int32[::1]"
"""Indices, NumPy's and MuJoCo's."""
GRID, MASK = "int64[:, ::1]", "uint8[:, ::1]"
"""Indices and switches in two dimensions."""


def compile_function(*arguments: str) -> Callable[[F], F]:
    """Compile a function that fills its last arguments, now, for arguments of these types.

    Machine code is kept on disk, and fetched from there the next time; only code in the function's own file may change
    it, so that it calls nothing compiled elsewhere.
    """
    compiler = numba.njit(f"void({', '.join(arguments)})", cache=True, nogil=True, error_model="numpy")
    return cast(Callable[[F], F], compiler)


P = TypeVar("P", bound=Callable[..., object])


def compile_part(function: P) -> P:
    """Compile a function that only compiled functions call, as part of each of them.

    Their machine code on disk does not know of it: a file whose kernels call such parts of other files names a digest
    of those (see ``psoas.opensim_model.path_kernel``), so that it changes when they do.
    """
    return cast(P, numba.njit(nogil=True, error_model="numpy")(function))
