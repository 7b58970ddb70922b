"""The table of running: as shipped, and every fault of a broken one with its line."""

from __future__ import annotations

import pytest

from psoas.core.errors import InputError
from psoas.program.aerobic_models import RunningMode
from psoas.program.aerobic_rules import NAME, shipped_table
from psoas.program.running_rules import read_running_rules, running_rules


def test_rungs_run_more_and_more_in_half_an_hour() -> None:
    rungs = running_rules().rungs
    assert [one.minutes for one in rungs] == [30] * len(rungs)
    assert [one.run_min * one.repeats for one in rungs] == [6, 12, 18, 24, 27, 30]


def test_more_kilometres_are_more_runs() -> None:
    assert [running_rules().runs_for(km) for km in (5, 10, 25, 45, 90, 900)] == [2, 2, 3, 4, 5, 5]


def test_a_mode_without_numbers_has_none() -> None:
    rules = running_rules()
    assert rules.phase_number(rules.strides, RunningMode.RETURN, "drive") == 0
    assert rules.phase_number(rules.step_rate, RunningMode.REDUCE, "drive") == 10


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("km_min = 6 ", "km_min = 60 ", "km_min"),
        ("keep = [0, 5, 5, 5], reduce", "keep = [0, 5], reduce", "keep"),
        ("keep = [0, 5, 5, 5], reduce", "hop = [0, 5, 5, 5], reduce", "hop"),
        ("run_min = 3\n", "run_min = 1\n", "each rung must run for longer"),
        ("light = 0.85", 'light = 0.85\nfaster = "yes"', "faster"),
    ],
)
def test_a_fault_is_told_with_its_line(old: str, new: str, says: str) -> None:
    assert old in shipped_table()
    with pytest.raises(InputError) as caught:
        read_running_rules(shipped_table().replace(old, new, 1))
    assert says in str(caught.value) and f"{NAME}, line" in str(caught.value)
