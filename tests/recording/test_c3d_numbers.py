"""VAX reals against their definition, and the other formats against ``struct``."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.recording.c3d_numbers import DEC, FORMATS, to_floats
from tests.c3d_encoder import PROCESSORS, pack_reals

SAMPLES = {0.0: "0000 0000", 1.0: "8040 0000", -2.5: "20c1 0000", 100.0: "c843 0000", 1.5e-5: "7b38 82a8"}
"""Values and their bytes as the VAX architecture defines F reals: 1 is 40 80 in its first word, low byte first."""


@pytest.mark.parametrize("value", list(SAMPLES))
def test_vax_reals_by_their_definition(value: float) -> None:
    assert DEC.unpack_real(bytes.fromhex(SAMPLES[value]), 0) == pytest.approx(value, rel=1e-7)


def test_the_reserved_operand_is_no_number_and_the_largest_real_is_finite() -> None:
    assert np.isnan(DEC.unpack_real(bytes.fromhex("0080 0000"), 0))
    assert DEC.unpack_real(bytes.fromhex("ff7f ffff"), 0) == pytest.approx(1.7014118e38, rel=1e-6)


@given(
    values=st.lists(
        st.floats(-(2.0**90), 2.0**90, width=32).filter(lambda x: x == 0 or abs(x) > 2.0**-90), max_size=20
    ),
    processor=st.sampled_from(list(PROCESSORS)),
)
def test_reals_come_back(values: list[float], processor: str) -> None:
    numbers = FORMATS[PROCESSORS[processor]]
    raw = np.frombuffer(pack_reals(values, processor), numbers.real)
    np.testing.assert_array_equal(to_floats(raw), np.array(values))


@given(words=st.lists(st.integers(0, 65535), min_size=1, max_size=9))
def test_integers_by_struct(words: list[int]) -> None:
    for numbers in FORMATS.values():
        data = struct.pack(f"{numbers.order}{len(words)}H", *words)
        assert numbers.unpack_whole(b"ab" + data, 2, len(words)) == words
