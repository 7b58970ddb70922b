"""Bars from answers that hold together: what they bar, what spares a person, and what faults of a file say."""

from __future__ import annotations

from typing import Any

import pytest

from psoas.core.errors import InputError
from psoas.knowledge.contraindications import contraindications, read_contraindications
from psoas.knowledge.exercise_library import exercises
from psoas.knowledge.person_bars import all_passed
from psoas.knowledge.self_tests import self_tests

ROW: dict[str, Any] = {
    "never": ["age >= 65 and falls >= 1"],
    "ask_first": [],
    "source": "assumed",
    "evidence": "expert",
}
STANCE = {"test": "one_leg_stance", "least": 10, "untested": True}


def test_every_condition_of_a_bar_must_hold() -> None:
    one = read_contraindications({"x": ROW})["x"]
    assert one.bars({"age": 70, "falls": 1}) == ("age >= 65 and falls >= 1",)
    assert one.bars({"age": 70, "falls": 0}) == one.bars({"age": 40, "falls": 3}) == one.bars({}) == ()


def test_a_test_spares_whoever_passes_it() -> None:
    told, older = ROW | {"also": [ROW | {"unless": STANCE}]}, {"age": 70, "falls": 1}
    one = read_contraindications({"x": told | {"never": []}})["x"]
    assert (
        one.bars(older) and one.bars(older, {"one_leg_stance": 9.0}) and not one.bars(older, {"one_leg_stance": 10.0})
    )
    assert not one.bars(older, all_passed())
    seen = read_contraindications({"x": ROW | {"unless": STANCE | {"untested": False}}})["x"]
    assert not seen.bars(older) and seen.bars(older, {"one_leg_stance": 9.0})


def test_only_open_questions_that_decide_are_unasked() -> None:
    one = read_contraindications({"x": ROW})["x"]
    assert one.unasked({}) == ("age", "falls") and one.unasked({"age": 70}) == ("falls",)
    assert one.unasked({"age": 40}) == () == one.unasked({"age": 70, "falls": 0})


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"never": ["age >= 65 and luck"]}, "luck"),
        ({"never": ["age >= 65 or falls >= 1"]}, "age >= 65 or falls >= 1"),
        ({"unless": STANCE | {"test": "handstand"}}, "'test' is 'handstand'"),
        ({"unless": STANCE | {"least": 0}}, "'least' is empty"),
        ({"also": [{"never": ["fever"]}]}, "'source' is missing"),
        ({"also": [ROW | {"colour": "red"}]}, "'colour' is not known"),
    ],
)
def test_a_bad_bar_says_what_is_wrong(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError) as caught:
        read_contraindications({"x": ROW | changed})
    assert said in "; ".join(caught.value.faults)


def test_tests_that_spare_are_known_and_higher_is_better() -> None:
    for part in contraindications().values():
        for one in (*part.never, *part.ask_first):
            if one.unless:
                assert self_tests()[one.unless.test].better == "higher"


def test_nothing_of_the_library_is_barred_for_somebody_without_answers() -> None:
    assert [one.name for one in exercises().values() if one.bars({})] == []
