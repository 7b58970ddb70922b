"""Passes and turns of a facing angle: what walking does to it is no turn."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.core.arrays import Floats
from psoas.kinematics.gait.passes import PassesAndTurns, find_passes
from psoas.recording.stretches import Stretch


def passes_of(facing_deg: Floats, rate_hz: float = 100.0) -> PassesAndTurns:
    time = np.arange(len(facing_deg)) / rate_hz
    wrapped = np.radians((facing_deg + 180) % 360 - 180)
    return find_passes(time, wrapped, Stretch(0, len(time)))


@given(st.floats(-180, 180), st.floats(2, 12), st.floats(0.8, 1.6), st.floats(0, 1.5))
def test_the_swing_of_a_walking_pelvis_is_no_turn(
    heading: float, swing_deg: float, stride_s: float, noise: float
) -> None:
    time = np.arange(600) / 100
    swing = swing_deg * np.sin(2 * np.pi * time / stride_s) + np.random.default_rng(1).normal(0, noise, 600)
    found = passes_of(heading + swing)
    assert found.turns == ()
    [one] = found.passes
    assert one.stretch == Stretch(0, 600)
    assert abs((np.degrees(one.heading_rad) - heading + 180) % 360 - 180) < 6


@pytest.mark.parametrize("angle", [70, 90, 180, 360, -90, -180])
@pytest.mark.parametrize("seconds", [0.7, 1.0])
def test_turns_lie_where_the_person_turned(angle: float, seconds: float) -> None:
    time = np.arange(1000) / 100
    facing = 20 + angle * np.clip((time - 4) / seconds, 0, 1)
    found = passes_of(facing)
    [turn] = found.turns
    assert turn.start / 100 == pytest.approx(4, abs=0.45)
    assert turn.stop / 100 == pytest.approx(4 + seconds, abs=0.45)
    before, after = found.passes
    assert np.degrees(before.heading_rad) == pytest.approx(20, abs=5)
    assert (np.degrees(after.heading_rad) - 20 - angle + 180) % 360 - 180 == pytest.approx(0, abs=5)


def test_a_wide_circle_is_one_pass() -> None:
    found = passes_of(30 * np.arange(1200) / 100)
    assert found.turns == ()
    assert len(found.passes) == 1


def test_a_facing_that_nobody_saw_is_one_pass_without_a_heading() -> None:
    [one] = passes_of(np.full(50, np.nan)).passes
    assert np.isnan(one.heading_rad)
    assert one.stretch == Stretch(0, 50)
