"""How far off breathing may be on signals whose truth is known: what docs/session.md tells of its errors."""

from __future__ import annotations

import pytest

from scripts.bench_breathing import TROUBLES, errors, ours


@pytest.mark.parametrize("name", TROUBLES)
def test_errors_stay_within_what_is_told(name: str) -> None:
    trouble, rate, share = TROUBLES[name]
    found = errors(ours, trouble)
    assert found[0] < rate
    assert found[1] < share
