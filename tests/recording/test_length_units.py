"""The unit of length: by name, and by the size of a person where the name is wrong or missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.recording.length_units import settle_unit
from psoas.recording.marker_cleaning import unit_named
from psoas.recording.recording_validation import METRES, Faults
from tests.recording_worlds import NAMES, standing


@pytest.mark.parametrize(
    ("text", "unit"),
    [("mm", "mm"), ("MM", "mm"), (" Millimeters ", "mm"), ("[mm]", "mm"), ("cm", "cm"), ("m", "m"), ("M", "m"),
     ("mete", "m"), ("metres", "m"), ("", ""), ("km", ""), ("inch", ""), ("42", "")],
)  # fmt: skip
def test_names(text: str, unit: str) -> None:
    assert unit_named(text) == unit


@given(said=st.sampled_from(["mm", "cm", "m", "", "furlong"]), real=st.sampled_from(["mm", "cm", "m"]),
       stature=st.floats(0.7, 1.7))  # fmt: skip
def test_a_person_tells_the_unit(said: str, real: str, stature: float) -> None:
    faults = Faults(Path("a.trc"))
    unit, repairs = settle_unit(said, NAMES, standing(3) * stature / METRES[real], faults)
    assert unit == real and faults.messages == []
    assert len(repairs) == (said != real)


def test_two_units_that_fit_are_a_fault_and_a_named_one_of_them_is_believed() -> None:
    other = [f"M{i}" for i in range(9)]
    small = standing(3) * 250 / 1.4  # 250 mm or 250 cm, of markers that nobody knows
    faults = Faults(Path("a.trc"))
    assert settle_unit("?", other, small, faults, line=3) == ("", [])
    assert len(faults.messages) == 1
    for unit in ("mm", "cm"):
        assert settle_unit(unit, other, small, Faults(Path("a.trc"))) == (unit, [])
