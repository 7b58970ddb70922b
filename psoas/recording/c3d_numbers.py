"""The three number formats of C3D files: Intel, DEC (VAX reals) and MIPS, told by the processor byte."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from psoas.core.arrays import Floats

VAX_BIAS = 128 + 24
"""A VAX F real is its 24-bit mantissa times two to the power of (exponent - 128 - 24)."""


@dataclass(frozen=True)
class NumberFormat:
    """How a processor writes numbers: byte ``order`` as NumPy names it; ``vax`` for DEC's reals."""

    name: str
    order: str
    vax: bool = False

    @property
    def real(self) -> np.dtype[np.generic]:
        """Type of a raw real number, four bytes; ``to_floats`` makes numbers of those."""
        return np.dtype("<u4" if self.vax else self.order + "f4")

    @property
    def whole(self) -> np.dtype[np.generic]:
        """Type of a signed integer, two bytes."""
        return np.dtype(self.order + "i2")

    def unpack_real(self, data: bytes, at: int) -> float:
        """The real number at byte ``at``; NaN where the data end."""
        raw = np.frombuffer(data[at : at + 4], self.real) if at + 4 <= len(data) else np.empty(0)
        return float(to_floats(raw)[0]) if len(raw) else float("nan")

    def unpack_whole(self, data: bytes, at: int, count: int) -> list[int]:
        """``count`` unsigned integers of two bytes from byte ``at`` on."""
        return [int(word) for word in np.frombuffer(data, self.order + "u2", count, at)]


INTEL, DEC, MIPS = NumberFormat("Intel", "<"), NumberFormat("DEC", "<", vax=True), NumberFormat("MIPS", ">")
FORMATS = {84: INTEL, 85: DEC, 86: MIPS}
"""Processor byte to number format (C3D user guide, parameter section)."""


def to_floats(raw: NDArray[np.generic]) -> Floats:
    """Raw numbers of any shape as floats; four-byte unsigned integers are VAX reals."""
    if raw.dtype == np.dtype("<u4"):
        return _from_vax(raw.astype(np.uint32))
    with np.errstate(all="ignore"):  # signalling NaNs in a file are only NaNs
        return raw.astype(np.float64)


def _from_vax(words: NDArray[np.uint32]) -> Floats:
    """VAX F reals: the half with sign and exponent comes first; exponent 0 is zero, or no number with a sign."""
    bits = (words << np.uint32(16)) | (words >> np.uint32(16))
    exponent = ((bits >> np.uint32(23)) & np.uint32(0xFF)).astype(np.int32)
    mantissa = ((bits & np.uint32(0x7FFFFF)) | np.uint32(0x800000)).astype(np.float64)
    negative = (bits >> np.uint32(31)).astype(bool)
    value = np.ldexp(mantissa, exponent - VAX_BIAS)
    value = np.where(exponent == 0, np.where(negative, np.nan, 0.0), value)
    return np.asarray(np.where(negative, -value, value))
