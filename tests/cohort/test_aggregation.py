"""Means over people in closed form, and a page that says them."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.cohort.aggregation import compute_spread, group_by_movement, unanswered_rows
from psoas.cohort.cohort_page import cohort_page
from psoas.cohort.report_measures import CURVES, MIDLINE, TWO_SIDED, ReportMeasure
from psoas.cohort.table_schema import number_columns
from psoas.cohort.trial_worker import BY_SIDE, FORCE, FinishedTrial
from psoas.cohort.trial_worker import MIDLINE as MIDLINE_CURVES
from tests.cohort_worlds import failure, finished

RIGHT, LEFT = (f"psoas_{side}_length_mm_excursion" for side in ("right", "left"))
OFF_RIGHT, OFF_LEFT = (f"psoas_{side}_uncertainty_excursion_mm" for side in ("right", "left"))


def walk(person: str, name: str, right: float, left: float, off: float = 1.0) -> FinishedTrial:
    numbers = {RIGHT: right, LEFT: left, OFF_RIGHT: off, OFF_LEFT: off}
    return finished(person, f"{person}/{name}", numbers=numbers)


PEOPLE = [walk("a", "1", 10, 9), walk("a", "2", 14, 9), walk("b", "1", 20, 12), walk("c", "1", 28, 15)]
"""Right minus left by person: 3, 8, 13."""


def test_each_person_counts_once() -> None:
    [group] = group_by_movement(PEOPLE)
    assert group.recordings == 4
    assert group.values(RIGHT).tolist() == [12, 20, 28]
    assert compute_spread(group.values(RIGHT)).mean == 20
    assert compute_spread(group.values(RIGHT)).sd == pytest.approx(8)


def test_side_differences_are_within_people() -> None:
    [group] = group_by_movement(PEOPLE)
    gap = TWO_SIDED[0].difference(group)
    assert gap.tolist() == [3, 8, 13]
    assert (compute_spread(gap).mean, compute_spread(gap).people) == (8, 3)
    assert compute_spread(gap).sd == pytest.approx(5)
    assert TWO_SIDED[0].open_to(group).tolist() == pytest.approx([math.sqrt(2)] * 3)


def test_a_side_that_is_missing_takes_the_person_out_of_the_difference_only() -> None:
    [group] = group_by_movement([*PEOPLE, finished("d", "d/1", numbers={RIGHT: 4.0, LEFT: None})])
    assert compute_spread(group.values(RIGHT)).people == 4
    assert compute_spread(TWO_SIDED[0].difference(group)).people == 3


def test_movements_are_kept_apart_and_failures_left_out() -> None:
    found = group_by_movement([*PEOPLE, finished("a", "a/3", "squat", numbers={RIGHT: 99.0}), failure("x", "bad")])
    assert [(group.movement, group.recordings) for group in found] == [("walking", 4), ("squat", 1)]
    assert found[0].values(RIGHT).max() == 28


def test_the_order_of_rows_changes_nothing() -> None:
    assert group_by_movement(PEOPLE[::-1]) == group_by_movement(PEOPLE)


@given(st.lists(st.floats(-1e6, 1e6), max_size=20), st.integers(0, 5))
def test_spread_is_the_textbooks_and_unseen_people_change_nothing(values: list[float], unseen: int) -> None:
    found = compute_spread(np.array(values + [math.nan] * unseen))
    assert found.people == len(values)
    assert math.isnan(found.mean) == (len(values) == 0)
    assert math.isnan(found.sd) == (len(values) < 2)
    if len(values) > 1:
        mean = sum(values) / len(values)
        assert found.mean == pytest.approx(mean, abs=1e-6)
        assert found.sd == pytest.approx(math.sqrt(sum((v - mean) ** 2 for v in values) / (len(values) - 1)), abs=1e-6)


def curved(person: str, name: str, height: float) -> FinishedTrial:
    one = walk(person, name, 1, 1)
    curves = {"psoas_length_percent_standing": {side: [height] * 101 for side in ("right", "left")}}
    return FinishedTrial(one.row, {"kind": "stride", "toe_off": {"right": 60.0 + height / 100}, "curves": curves})


def test_curves_are_means_of_people() -> None:
    [group] = group_by_movement(
        [curved("a", "1", 90), curved("a", "2", 100), curved("b", "1", 101), walk("c", "1", 1, 1)]
    )
    curves = group.curves("psoas_length_percent_standing", "right")
    assert curves.shape == (2, 101)
    assert curves[:, 50].tolist() == [95, 101]
    assert group.toe_off() == {"right": pytest.approx(60.97)}
    assert group.curves("hip_flexion_deg", "left").shape == (0, 101)


def test_measures_read_columns_that_exist() -> None:
    names = set(number_columns())
    for measure in (*TWO_SIDED, *MIDLINE):
        for column in (measure.column, measure.half, measure.half_of_what):
            sides = {column.format(side=side, s=side[:1]) for side in ("right", "left")}
            assert sides <= names | {""}, measure.name
    assert {name for name, _ in CURVES} == {*BY_SIDE, *MIDLINE_CURVES, FORCE}


def test_a_half_width_in_percent_is_that_share_of_its_column() -> None:
    measure = ReportMeasure("x", "%", "gait_speed_m_s", half=OFF_RIGHT, half_of_what=RIGHT)
    [group] = group_by_movement(PEOPLE)
    assert measure.half_of(group, "").tolist() == pytest.approx([100 / 12, 5, 100 / 28])


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.split("<body>")[1]).replace("\u00a0", " ").split())


def test_the_page_says_the_means_their_spread_and_the_differences() -> None:
    html = cohort_page([*PEOPLE, failure("z/bad.trc", "truncated")], folder="study", total=6)
    said = text_of(html)
    assert "4 of 6 recordings gave an answer; 1 failed; 1 not analysed yet" in said
    assert "3 people, 4 recordings. The right psoas changed its length by 8.0 mm more on average (SD 5.0 mm)" in said
    assert "In 3 of 3, the sides differ by more than one recording can be off" in said
    assert "Psoas: change of length mm 20.0 (8.0) 12.0 (3.0) 8.0 (5.0) ±1 3 of 3" in said
    assert "z/bad.trc failed truncated" in said
    assert html.count("<circle") == 3


def test_one_person_has_no_spread() -> None:
    said = text_of(cohort_page(PEOPLE[2:3], folder="study", total=1))
    assert "Psoas: change of length mm 20.0 12.0 8.0 ±1" in said
    assert "nan" not in said.lower()


def test_a_page_without_answers_teaches() -> None:
    said = text_of(cohort_page([failure("bad.trc", "no")], folder="study", total=1))
    assert "Nothing to average yet" in said
    assert "bad.trc failed no" in said


def test_names_from_files_cannot_write_html() -> None:
    evil = "<script>alert(1)</script>"
    html = cohort_page([failure(evil, evil), finished(evil, evil, evil, numbers={evil: 1.0})], folder=evil, total=2)
    assert "<script" not in html
    assert html.count("&lt;script&gt;") >= 5


def test_the_page_asks_the_network_for_nothing() -> None:
    html = cohort_page([curved("a", "1", 90), curved("b", "1", 100)], folder="study", total=2)
    assert not re.search(r"(?:src|href)=[\"']?(?:https?:)?//", html)
    assert 'class="chart-band ink-right"' in html


def test_troubles_are_in_the_order_of_files() -> None:
    assert [row["file"] for row in unanswered_rows([failure("b", "x"), *PEOPLE, failure("a", "y")])] == ["a", "b"]
