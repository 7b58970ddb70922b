"""What the report says: numbers with their uncertainty, and no difference that the measurement cannot tell."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from psoas.core.number_format import ends_text, escape_html, measure_text, number_text, plus_minus_text, range_text
from psoas.report.comparison_text import difference_text
from psoas.report.summary_sections import movement_name

lengths = st.floats(0, 400, allow_nan=False)
halves = st.floats(0.1, 40, allow_nan=False)


def judged(right: float, left: float, one: float | None, other: float | None) -> str:
    return difference_text(right, left, [one, other], unit="mm", what="length")


def test_numbers_wear_a_real_minus_sign_and_zero_wears_none() -> None:
    assert [number_text(v, 1) for v in (-3.25, -0.04, 12.0)] == ["\u22123.2", "0.0", "12.0"]
    assert [number_text(v) for v in (None, math.nan, math.inf)] == ["not known"] * 3


def test_a_measure_keeps_value_unit_and_half_width_together() -> None:
    assert measure_text(12.4, "mm", 3.6) == "12\u00a0mm\u00a0(±4)"
    assert measure_text(-8.0, "°", 5.0) == "\u22128°\u00a0(±5)"
    assert measure_text(1.126, "m/s", digits=2) == "1.13\u00a0m/s"
    assert measure_text(None, "mm", 3.0) == "not known"


def test_an_uncertainty_is_never_printed_as_nothing() -> None:
    assert (plus_minus_text(0.2), plus_minus_text(6.4), plus_minus_text(None)) == ("±1", "±6", "not known")
    assert measure_text(12.0, "mm", 0.0) == "12\u00a0mm\u00a0(±1)"


@given(lengths, lengths, halves, halves)
def test_a_side_is_called_longer_only_beyond_both_uncertainties(right: float, left: float, a: float, b: float) -> None:
    said = judged(right, left, a, b)
    beyond = abs(right - left) > math.hypot(a, b)
    assert ("longer" in said or "shorter" in said) == beyond
    assert ("within what this measurement can be off" in said) == (not beyond)
    if beyond:
        assert ("longer" in said) == (right > left)


@given(lengths, lengths)
def test_sides_of_unknown_certainty_are_not_judged(right: float, left: float) -> None:
    said = judged(right, left, 3.0, None)
    assert "don't know" in said
    assert "longer" not in said and "shorter" not in said


def test_a_movement_is_named_by_what_it_was() -> None:
    names = [movement_name(kind) for kind in ("knees_to_chest", "", "moonwalk")]
    assert names == ["Knees to the chest", "A recorded movement", "A recorded movement"]


def test_text_from_files_cannot_become_a_tag() -> None:
    assert escape_html('<b>"x"&') == "&lt;b&gt;&quot;x&quot;&amp;"


def test_a_range_keeps_value_unit_and_ends_together() -> None:
    assert range_text(91.2, 40.1, 200.8, "N") == "91\u00a0N (40 to 201)"
    assert range_text(91.2, None, 200.8, "N") == "91\u00a0N"
    assert ends_text(40.1, 200.8, "N") == "40 to 201\u00a0N"
